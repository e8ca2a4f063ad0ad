import { Word } from '../../lexicon/classes'
import { Shape, type Window } from '../../scan/window'
import { Gap } from '../../text/chars'
import type { Detector, Sink } from '../detector'
import { fieldValue, idRun, marked, wordSet } from '../field'
import { GENERIC } from './geo-facility-words'
import { cityWord, codesEnd, countryEnd, inside, isCap, placeEnd, postcodeEnd, stateEnd, zipEnd } from './geo-place'
import { addressEnd } from './geo-street'
import { CONNECTOR, COUNTED, STOP } from './geo-words'

const AUTHORITY = '45 CFR 164.514(b)(2)(i)(B)'
const AHEAD = 240
const VALUE_MAX = 130

/** A field mark that is no number sign: "Street #12" is no field. */
function labelled(w: Window, from: number, to: number): boolean {
  let seen = 0
  for (let k = from; k <= to; k++) seen |= w.gap[k]
  return (seen & (Gap.COLON | Gap.EQUALS | Gap.PIPE)) !== 0
}

const END_GAP = Gap.TAB | Gap.PIPE | Gap.SEMI | Gap.EQUALS | Gap.QUOTE | Gap.CARET | Gap.AT
/** Words that stand where a value is missing, or that are the next label. */
const NO_VALUE = wordSet(`unknown none na n null nil undefined blank same see not no declined refused deferred pending unspecified homeless undomiciled confidential restricted redacted omitted removed
  city state zip county country street address phone email fax name dob date sex gender postal code number town line type status home work mobile value field yes true false string the a an this to with of and or is was`)

/** Last token of the form value that starts at `k`: to the end of its line, cell or quotes, before the next label; or -1. */
function valueEnd(w: Window, k: number, lim: number, prose: boolean): number {
  const quoted = w.at(w.start[k] - 1) === 0x22
  let last = k
  let j = k + 1
  for (; inside(w, j, lim) && w.end[j] - w.start[k] <= VALUE_MAX; j++) {
    const gap = w.gap[j]
    const len = w.start[j] - w.end[j - 1]
    if ((gap & (END_GAP | Gap.NEWLINE)) !== 0 || len > 3 || w.gap[j] === (Gap.OPEN | Gap.SPACE)) break
    if ((gap & Gap.COLON) !== 0) return j - 2 >= k ? trimLabel(w, j - 2, k) : -1
    if ((gap & Gap.DOT) !== 0 && (gap & (Gap.SPACE | Gap.COMMA)) !== 0 && w.end[j - 1] - w.start[j - 1] > 4 && (w.shape[j - 1] & Shape.DIGITS) === 0) break
    if ((gap & Gap.MARK) !== 0) break
    if (!quoted && STOP.has(w.hash[j]) && !CONNECTOR.has(w.hash[j])) break
    if ((w.shape[j] & Shape.LETTERS) !== 0 && w.end[j - 1] - w.start[j - 1] === 5 && zipEnd(w, j - 1, lim) >= 0 && j - 2 > k && (w.word[j - 2] & (Word.STATE | Word.STATE_CODE)) !== 0) break
    if (prose && (w.shape[j] & Shape.LOWER) !== 0 && gap !== 0 && !CONNECTOR.has(w.hash[j]) && (w.word[j] & (Word.STREET | Word.ADDRESS_UNIT | Word.STATE | Word.ORDINAL | Word.DIRECTION)) === 0) break
    last = j
  }
  // The token after "key=" or "Label:" belongs to the next field.
  if (inside(w, j, lim) && (w.gap[j] & Gap.EQUALS) !== 0) return last > k ? last - 1 : -1
  return last
}

/** "12 Oak St Home Phone: 5": words of the next label stay out. */
function trimLabel(w: Window, last: number, k: number): number {
  let end = last
  while (end > k && LABEL_WORD.has(w.hash[end]) && (w.gap[end + 1] & ~(Gap.SPACE | Gap.SLASH)) === 0) end--
  return end
}
const LABEL_WORD = wordSet('home work cell mobile phone telephone date of birth zip postal patient medical record social security emergency contact primary secondary e')

/** Has the value a number or a word of addresses? In prose a number must stand first, or after a name. */
function addressy(w: Window, k: number, last: number, spoken: boolean): boolean {
  for (let j = k; j <= last; j++) {
    if ((w.shape[j] & Shape.DIGITS) !== 0 && (!spoken || last > k)) return true
    if (!spoken && (w.word[j] & (Word.STREET | Word.ADDRESS_UNIT | Word.STATE)) !== 0) return true
  }
  return false
}

function address(w: Window, i: number, next: number, out: Sink): void {
  const lim = w.start[i] + AHEAD
  const k = fieldValue(w, next, undefined, VERB)
  if (!inside(w, k, lim) || w.start[k] - w.end[next - 1] > 24 || NO_VALUE.has(w.hash[k])) return
  const form = labelled(w, next, k)
  const spoken = !form && PLACE_VERB.has(w.hash[next - 1])
  if (!form && !spoken) return
  if (spoken && (w.word[k] & Word.ADDRESS_UNIT) !== 0) return
  if (spoken && !isCap(w, k) && (w.shape[k] & Shape.DIGITS) === 0) return
  if (spoken && (w.shape[k] & Shape.DIGITS) !== 0 && inside(w, k + 1, lim) && (COUNTED.has(w.hash[k + 1]) || (w.word[k + 1] & Word.MEASURE) !== 0)) return
  if (spoken && (w.shape[next - 1] & Shape.LOWER) === 0 && (w.shape[k] & Shape.DIGITS) === 0) return
  let last = valueEnd(w, k, lim, spoken)
  if (last < k || !addressy(w, k, last, spoken)) return
  while (last > k && (w.shape[last] & Shape.LOWER) !== 0 && CONNECTOR.has(w.hash[last])) last--
  const quoted = w.at(w.start[k] - 1) === 0x22
  const end = quoted ? last : addressEnd(w, last, lim)
  if ((w.shape[k] & Shape.DIGITS) !== 0 && k === end && w.end[k] - w.start[k] < 5 && !form) return
  if (onlyState(w, k, end, lim) || w.end[end] > lim) return
  out.add(w.start[k], w.end[end], form ? 0.9 : 0.75, 'address')
}
const VERB = wordSet('is was at as to of the her his their patient s')
const PLACE_VERB = wordSet('at to is with')

const onlyState = (w: Window, k: number, last: number, lim: number): boolean => stateEnd(w, k, lim) === last || countryEnd(w, k, lim) === last

function city(w: Window, i: number, next: number, out: Sink): void {
  const lim = w.start[i] + AHEAD
  const k = fieldValue(w, next, undefined, null)
  if (!inside(w, k, lim) || !labelled(w, next, k) || (w.shape[k] & Shape.LETTERS) === 0 || NO_VALUE.has(w.hash[k]) || w.start[k] - w.end[next - 1] > 24) return
  const any = (w.shape[k] & Shape.LOWER) !== 0
  if (any && w.at(w.start[k] - 1) !== 0x22 && w.at(w.start[k] - 1) !== 0x3d && w.at(w.start[k] - 2) !== 0x3a) return
  let last = valueEnd(w, k, lim, false)
  if (last < k) return
  for (let j = k + 1; j <= last; j++) if ((w.gap[j] & Gap.COMMA) !== 0 || (w.shape[j] & Shape.DIGITS) !== 0 || j > k + 5) last = j - 1
  const place = placeEnd(w, k, lim)
  const end = Math.max(place, last)
  if (onlyState(w, k, end, lim) || (any && end - k > 3)) return
  out.add(w.start[k], w.end[end], 0.9, COUNTY.has(w.hash[next - 1]) ? 'county' : 'city')
}
const COUNTY = wordSet('county parish borough')

function zip(w: Window, i: number, next: number, out: Sink): void {
  const lim = w.start[i] + AHEAD
  const k = fieldValue(w, next)
  if (!inside(w, k, lim) || w.start[k] - w.end[next - 1] > 24) return
  const us = zipEnd(w, k, lim)
  const post = us >= 0 ? us : postcodeEnd(w, k, lim)
  if (post >= 0) {
    out.add(w.start[k], w.end[post], 0.95, 'zip')
    return
  }
  if (w.start[k] > lim - 64) return
  const run = idRun(w, k, 12, true)
  if (run === null || run.digits < 3 || run.digits + run.letters > 10) return
  if (!marked(w, next, k) && next - i < 2) return
  // Dutch: 1012 AB.
  const t = run.last + 1
  const dutch = run.letters === 0 && run.digits === 4 && inside(w, t, lim) && w.gap[t] === Gap.SPACE && (w.shape[t] & Shape.CAPS) !== 0 && w.end[t] - w.start[t] === 2
  out.add(w.start[k], dutch ? w.end[t] : run.end, 0.8, 'zip')
}

function place(w: Window, i: number, next: number, out: Sink): void {
  const lim = w.start[i] + AHEAD
  const k = fieldValue(w, next, undefined, null)
  if (!inside(w, k, lim) || !labelled(w, next, k) || !isCap(w, k) || NO_VALUE.has(w.hash[k]) || w.start[k] - w.end[next - 1] > 6 || (w.gap[k] & Gap.NEWLINE) !== 0) return
  const last = valueEnd(w, k, lim, true)
  if (last < k || last > k + 9) return
  let proper = false
  for (let j = k; j <= last; j++) if (isCap(w, j) && !GENERIC.has(w.hash[j]) && !STOP.has(w.hash[j]) && w.end[j] - w.start[j] > 2 && cityWord(w, j, false)) proper = true
  if (proper && !onlyState(w, k, last, lim)) out.add(w.start[k], w.end[codesEnd(w, last, lim)], 0.75, 'facility')
}

/** Census tract, block, FIPS county code: geocodes equal to a subdivision. */
function tract(w: Window, i: number, next: number, out: Sink): void {
  const lim = w.start[i] + AHEAD
  const k = fieldValue(w, next)
  const run = inside(w, k, lim) && w.start[k] <= lim - 64 ? idRun(w, k, 20) : null
  if (run === null || run.digits < 2) return
  out.add(w.start[k], run.end, 0.85, 'zip')
}

const reach = { behind: 0, ahead: AHEAD }

export const geoField: readonly Detector[] = [
  {
    id: 'geo-address-field',
    label: 'GEO',
    subtypes: ['address'],
    authority: AUTHORITY,
    reach,
    cues: [
      'address',
      'addr',
      'home address',
      'street address',
      'mailing address',
      'residential address',
      'billing address',
      'shipping address',
      'permanent address',
      'current address',
      'work address',
      'patient address',
      'street',
      'street name',
      'residence',
      'domicile',
      'address line',
      'address line 1',
      'address line 2',
      'address 1',
      'address 2',
      'addr 1',
      'addr 2',
      'line 1',
      'line 2',
      'address to',
      'address is',
      'address with',
      'address at',
      'lives at',
      'live at',
      'lived at',
      'living at',
      'resides at',
      'reside at',
      'residing at',
      'resided at',
      'located at',
      'stays at',
      'staying at',
      'office is at',
      'home is at',
      'house at',
      'home at',
      'apartment at',
      'property at',
      'moved to',
      'sent to',
      'mail to',
      'ship to',
      'deliver to',
      'return to',
      'office at',
      'discharge to',
      'arrived at',
      'billing address with',
      'address to the same',
      'drive to',
      'taxi to',
    ],
    atCue: address,
  },
  {
    id: 'geo-city-field',
    label: 'GEO',
    subtypes: ['city', 'county'],
    authority: AUTHORITY,
    reach,
    cues: [
      'city',
      'town',
      'village',
      'suburb',
      'municipality',
      'locality',
      'hometown',
      'home town',
      'birthplace',
      'birth place',
      'place of birth',
      'city of birth',
      'birth city',
      'city town',
      'city name',
      'home city',
      'patient city',
      'neighborhood',
      'neighbourhood',
      'county',
      'county of residence',
      'county name',
      'city of residence',
      'place of residence',
      'place of death',
      'parish',
      'borough',
      'city state zip',
      'city state',
      'city st zip',
      'city state zip code',
    ],
    atCue: city,
  },
  {
    id: 'geo-zip-field',
    label: 'GEO',
    subtypes: ['zip'],
    authority: AUTHORITY,
    reach,
    cues: ['zip', 'zip code', 'zipcode', 'zips', 'zip 4', 'postal code', 'postcode', 'post code', 'postal', 'zip plus 4', 'zip postal code', 'plz', 'pin code', 'pincode'],
    atCue: zip,
  },
  {
    id: 'geo-facility-field',
    label: 'GEO',
    subtypes: ['facility'],
    authority: AUTHORITY,
    reach,
    cues: [
      'facility',
      'facility name',
      'hospital',
      'hospital name',
      'clinic',
      'clinic name',
      'school',
      'school name',
      'pharmacy',
      'preferred pharmacy',
      'pharmacy name',
      'institution',
      'practice name',
      'church',
      'nursing home',
      'service location',
      'location name',
      'performing facility',
      'sending facility',
      'receiving facility',
      'referring facility',
      'admitting hospital',
      'site name',
    ],
    atCue: place,
  },
  {
    id: 'geo-tract-field',
    label: 'GEO',
    subtypes: ['zip'],
    authority: AUTHORITY,
    reach,
    cues: ['census tract', 'census block', 'census block group', 'fips', 'fips code', 'county fips', 'county code', 'geoid', 'voting precinct'],
    atCue: tract,
  },
]
