/**
 * What the large lexicon knows of a word: 32 bits. The order is that of the file `lexicon.gen.ts`; dictionaries/lexicon.mjs
 * takes it from here, so after a change run `npm run lexicon`.
 */

/** Fields of more than one bit: where they start and how wide they are. 0 is always "not in that list". */
export const Field = {
  /** Given names by the number of bearers: 1 (at least 25, or of an added list) to 7 (half a million). */
  GIVEN: { shift: 0, width: 3 },
  /** 1 nearly all female, 2 nearly all male, 3 both. Set only with GIVEN; 0 there means that nothing is known. */
  SEX: { shift: 3, width: 2 },
  /** Surnames by rank: 1 (the rarest, or of an added list) to 7 (the 100 commonest). */
  SURNAME: { shift: 5, width: 3 },
  /** English words by rank: 1 (beyond 30,000) to 7 (the 100 commonest). */
  ENGLISH: { shift: 8, width: 3 },
  /** Cities of this one word by the greatest population: 1, 2 (20,000 and more), 3 (200,000 and more). */
  CITY: { shift: 13, width: 2 },
  /** The longest phrase that starts with the word: 1 two tokens, 2 three, 3 more. */
  PHRASE: { shift: 30, width: 2 },
} as const

/** Fields of one bit. */
export const Bit = {
  /** In the list of everyday and clinical words of dictionaries/words/common.txt. */
  COMMON: 1 << 11,
  NICKNAME: 1 << 12,
  /** A word of the name of a city, county or place of several words. */
  PLACE_PART: 1 << 15,
  COUNTY: 1 << 16,
  DRUG: 1 << 17,
  /** Diseases, syndromes, symptoms and signs. */
  DISEASE: 1 << 18,
  /** Anatomy, procedures, laboratory tests, devices, organisms and genes. */
  MEDICAL: 1 << 19,
  ABBREVIATION: 1 << 20,
  EPONYM: 1 << 21,
  /** Other words of clinical prose. */
  CLINICAL: 1 << 22,
  /** A word of section headings and forms. */
  HEADING: 1 << 23,
  /** Brands, products and makers of devices. */
  BRAND: 1 << 24,
  INSURER: 1 << 25,
  /** A word of the names of hospitals, clinics and homes. */
  FACILITY: 1 << 26,
  EMPLOYER: 1 << 27,
  /** Occupations, relations and specialties. */
  ROLE: 1 << 28,
  /** Languages, nationalities and religions. */
  GROUP: 1 << 29,
} as const

/** Classes of phrases: one bit each, in the low 16 bits of what `phraseAt` gives. */
export const Phrase = {
  CITY: 1 << 0,
  COUNTY: 1 << 1,
  PLACE: 1 << 2,
  FACILITY: 1 << 3,
  INSURER: 1 << 4,
  EMPLOYER: 1 << 5,
  BRAND: 1 << 6,
  PUBLIC_FIGURE: 1 << 7,
  DRUG: 1 << 8,
  DISEASE: 1 << 9,
  EPONYM: 1 << 10,
  /** Anatomy, procedures, laboratory tests, devices, organisms, genes and clinical prose. */
  MEDICAL: 1 << 11,
  HEADING: 1 << 12,
  ROLE: 1 << 13,
  GROUP: 1 << 14,
  /** Given names, surnames and nicknames of several words. */
  NAME: 1 << 15,
} as const

export const FEMALE = 1
export const MALE = 2

export const given = (bits: number): number => bits & 7
export const sex = (bits: number): number => (bits >>> 3) & 3
export const surname = (bits: number): number => (bits >>> 5) & 7
export const english = (bits: number): number => (bits >>> 8) & 7
export const city = (bits: number): number => (bits >>> 13) & 3
/** Tokens of the longest phrase that may start with the word; 0 if none does. */
export const phraseReach = (bits: number): number => REACH[bits >>> 30]

export const MAX_PHRASE = 8
const REACH = [0, 2, 3, MAX_PHRASE]

/** How the hashes of a phrase's tokens become one: `mix(mix(0, first), second)` … */
export const mixPhrase = (h: number, token: number): number => {
  const m = Math.imul(h ^ token, 0x9e3779b1)
  return m ^ (m >>> 15)
}

/** The digest of the encoded lexicon: two lanes of 32 bits over words of 32. It finds damage, not forgery. */
export const DIGEST_SEED_A = 0x811c9dc5 | 0
export const DIGEST_SEED_B = 0x2545f491
export const digestA = (a: number, word: number): number => Math.imul(a ^ word, 0x01000193)
export const digestB = (b: number, word: number): number => Math.imul(((b << 13) | (b >>> 19)) + word, 0x85ebca6b)
export const digestHex = (a: number, b: number): string => (a >>> 0).toString(16).padStart(8, '0') + (b >>> 0).toString(16).padStart(8, '0')
