import { Word } from '../../lexicon/classes'
import { Bit, city, given, loadLexicon, Phrase, surname } from '../../lexicon/names'
import { Shape, type Window } from '../../scan/window'
import { Gap } from '../../text/chars'
import type { Detector, Sink } from '../detector'
import { wordSet } from '../field'
import { cityAt, EVERYDAY, lexiconBits, phraseEndAt } from './geo-known'
import { isStateCode, PHRASE_STATES, stateEnd } from './geo-names'
import { cityWord, codesEnd, lowerCityEnd, PROSE, zipEnd } from './geo-place'
import { CAP, inName, inside, isCap } from './geo-tokens'
import { STOP, TRAP_CODE } from './geo-words'

const AUTHORITY = '45 CFR 164.514(b)(2)(i)(B)'
const BEHIND = 64
const AHEAD = 96
const NOT_CITY = Word.MONTH | Word.WEEKDAY | Word.MEASURE | Word.TITLE | Word.CREDENTIAL | Word.FUNCTION | Word.NUMBER

/** First token of the city's name that ends at token `last`: at most four words. */
function cityStart(w: Window, last: number, lo: number): number {
  let first = -1
  for (let k = last; k >= 0 && k > last - 5; k--) {
    if (w.start[k] < lo || !cityWord(w, k, false) || (w.word[k] & NOT_CITY) !== 0) break
    if (isCap(w, k)) {
      if (w.end[k] - w.start[k] > 1) first = k
    } else if (k === last) return -1
    if (k > 0 && !inName(w, k)) break
    if ((w.gap[k] & Gap.DOT) !== 0 && k > 0 && w.end[k - 1] - w.start[k - 1] > 2) break
  }
  return first
}

/** "Madison, WI", "Springfield, Illinois 62704", at the state's first token. */
function cityState(w: Window, i: number, out: Sink): void {
  const gap = w.gap[i]
  if (gap === (Gap.COMMA | Gap.SPACE) && (w.shape[i] & Shape.LOWER) !== 0 && i > 1 && w.len(i) > 2) {
    lowerCityState(w, i, out)
    return
  }
  if ((w.shape[i] & Shape.CAPS) !== 0 && w.len(i) === 2 && gap !== (Gap.COMMA | Gap.SPACE)) bareZip(w, i, out)
  if (i === 0 || (w.shape[i] & CAP) === 0 || (gap & ~(Gap.COMMA | Gap.SPACE | Gap.NEWLINE)) !== 0 || w.start[i] - w.end[i - 1] > 3) return
  const lo = w.start[i] - BEHIND
  const lim = w.start[i] + AHEAD
  const state = stateEnd(w, i, lim)
  if (state < 0 || w.start[i - 1] < lo) return
  // "Morning, MA'AM", "ER-positive, PR-positive": the code is part of a longer word.
  if (inside(w, state + 1, lim) && w.start[state + 1] - w.end[state] === 1 && (w.gap[state + 1] & (Gap.APOS | (isStateCode(w, i) ? Gap.DASH | Gap.SLASH : 0))) !== 0 && (w.shape[state + 1] & Shape.LETTERS) !== 0) return
  const comma = (gap & Gap.COMMA) !== 0
  const zip = inside(w, state + 1, lim) && (w.gap[state + 1] & ~Gap.NEWLINE) === (w.gap[state + 1] & Gap.SPACE) && w.start[state + 1] - w.end[state] === 1 && zipEnd(w, state + 1, lim) >= 0
  const code = isStateCode(w, i)
  if (!comma && !zip) return
  const first = cityStart(w, i - 1, lo)
  if (first < 0) {
    if (zip) out.add(w.start[i], w.end[codesEnd(w, state, lim)], 0.8, 'zip')
    return
  }
  if (!code && !zip && w.hash[first] !== w.hash[i] && stateEnd(w, first, lim) === i - 1 && !CAPITAL.has(w.hash[i - 1])) return
  // "a blue Subaru, Oregon plate"; "SNOMED CT 949133005" is a terminology, "chest CT 12345" a scan.
  if (!zip && inside(w, state + 1, lim) && w.gap[state + 1] === Gap.SPACE && PLATE.has(w.hash[state + 1])) return
  if (!comma && zip && code && (w.len(state + 1) === 9 || (w.word[i - 1] & Word.MEDICAL) !== 0)) return
  // "Job ID 88213", "Status OK 20481": a code that is a word too, behind no name.
  if (code && zip && !comma && TRAP_CODE.has(w.hash[i]) && ((w.word[i - 1] & (Word.COMMON | Word.FIELD | Word.MEDICAL)) !== 0 || ((w.shape[i - 1] & Shape.CAPS) !== 0 && w.len(i - 1) <= 4)) && !known(w, first, lo)) return
  if (!zip && noPlace(w, first, i, lim)) return
  const sure = code && !zip && comma && cityNotPerson(w, first, i, lim)
  if (code && !zip && !sure) {
    if (TRAP_CODE.has(w.hash[i]) && !known(w, first, lo) && !(SAFE_CODE.has(w.hash[i]) && believable(w, first, i - 1))) return
    if ((w.shape[i - 1] & Shape.CAPS) !== 0 && !known(w, first, lo)) return
    if (inside(w, state + 1, lim) && (w.gap[state + 1] & Gap.SPACE) !== 0 && w.gap[state + 1] === Gap.SPACE && isCap(w, state + 1) && (w.shape[i - 1] & Shape.CAPS) !== 0) return
  }
  out.add(w.start[first], w.end[codesEnd(w, state, lim)], zip ? 0.95 : 0.75, 'city')
}

/** "MO 63101" by itself; a code that is a word too needs a ZIP of its own state. */
function bareZip(w: Window, i: number, out: Sink): void {
  const lim = w.start[i] + 16
  const k = i + 1
  if (!inside(w, k, lim) || w.gap[k] !== Gap.SPACE || w.start[k] - w.end[i] !== 1 || (w.word[i] & Word.STATE_CODE) === 0 || (i > 0 && w.gap[i] === 0)) return
  const zip = zipEnd(w, k, lim)
  if (zip < 0 || w.len(k) !== 5) return
  const lexicon = loadLexicon()
  if (!lexicon.validZip(w.num(k)) || (TRAP_CODE.has(w.hash[i]) || LABEL_CODE.has(w.hash[i]) ? lexicon.zipState(w.num(k)) !== w.str(i) : false)) return
  out.add(w.start[i], w.end[zip], 0.7, 'zip')
}
/** Codes that are also abbreviations before a number: Veterans Affairs, treatment, arterial. */
const LABEL_CODE = wordSet('va tx ar sc nc fl wa')

/** A credential's or a finding's letters behind a comma: is the name before them a city's rather than a person's? */
function cityNotPerson(w: Window, first: number, i: number, lim: number): boolean {
  if (cityAt(w, first, lim, EVERYDAY) !== i - 1) return false
  if (first < i - 1) return true
  const bits = lexiconBits(w, first)
  return CREDENTIAL_CODE.has(w.hash[i]) ? surname(bits) < 3 && given(bits) < 3 : city(bits) > 1
}
const CREDENTIAL_CODE = wordSet('md pa')

/** "Pfizer, New York", "Seizure, Delaware": one word that the lexicon has and not as a place. */
function noPlace(w: Window, first: number, i: number, lim: number): boolean {
  const end = phraseEndAt(w, first, lim, Phrase.EMPLOYER | Phrase.INSURER | Phrase.BRAND | Phrase.DRUG | Phrase.DISEASE)
  if (end === i - 1 && cityAt(w, first, lim, 0) < end) return true
  if (first !== i - 1) return false
  const bits = lexiconBits(w, first)
  return city(bits) === 0 && (bits & Bit.COUNTY) === 0 && (bits & (Bit.EMPLOYER | Bit.INSURER | Bit.BRAND | Bit.DRUG | Bit.DISEASE | Bit.MEDICAL | Bit.CLINICAL)) !== 0
}

/** "transferred from fresno, missouri": a word of no other use between a preposition of place and the state's name. */
function lowerCityState(w: Window, i: number, out: Sink): void {
  const lo = w.start[i] - BEHIND
  for (let k = i - 1; k > 0 && k > i - 5 && w.start[k - 1] >= lo && (w.gap[k] & ~(Gap.SPACE | Gap.DASH | Gap.DOT | Gap.APOS)) === 0; k--) {
    if (w.gap[k] !== Gap.SPACE || !(PLACE_WORDS.has(w.hash[k - 1]) && w.is(k - 1, Shape.LOWER))) continue
    if (lowerCityEnd(w, k, w.start[i]) === i - 1 && stateEnd(w, i, w.start[i] + AHEAD) >= 0) out.add(w.start[k], w.end[stateEnd(w, i, w.start[i] + AHEAD)], 0.7, 'city')
    return
  }
}
const PLATE = wordSet('plate plates license licence tag tags registration registered driver drivers')
/** Codes of the traps that no credential and no finding in capitals is: after a capitalised word that names they are the state. */
const SAFE_CODE = wordSet('oh ok al mo in or me id hi co de')

/** No word of the city is one of the ward or of the trade. */
function believable(w: Window, first: number, last: number): boolean {
  for (let k = first; k <= last; k++) if ((w.word[k] & (Word.MEDICAL | Word.ROLE | Word.FIELD | Word.FACILITY | Word.FUNCTION)) !== 0 || (w.shape[k] & Shape.CAPS) !== 0) return false
  return first < last || (w.word[first] & Word.COMMON) === 0
}

/** States that share their name with a city. */
const CAPITAL = wordSet('york washington')

/** A preposition of place or the label of a place's field before the name. */
function known(w: Window, first: number, lo: number): boolean {
  if (first === 0) return false
  if (w.start[first - 1] < lo) return false
  return w.gap[first] === Gap.SPACE ? PLACE_WORDS.has(w.hash[first - 1]) : (w.gap[first] & Gap.COLON) !== 0 && PLACE_LABELS.has(w.hash[first - 1])
}
const PLACE_WORDS = wordSet('in from near to at of outside around')
const PLACE_LABELS = wordSet('city town location address addr residence hometown birthplace birth place home lives from at location site office clinic')

/** "City of Aurora", "Wayne County", "town of Ashland". */
function county(w: Window, i: number, out: Sink): void {
  if (i === 0 || (w.gap[i] & ~Gap.NEWLINE) !== (w.gap[i] & Gap.SPACE) || w.start[i] - w.end[i - 1] !== 1) return
  const lo = w.start[i] - BEHIND
  // "Prince George's County".
  const last = i > 1 && w.gap[i - 1] === Gap.APOS && w.len(i - 1) === 1 ? i - 2 : i - 1
  if (w.start[last] < lo) return
  if (!isCap(w, last)) {
    lowerCounty(w, i, last, lo, out)
    return
  }
  if (!isCap(w, i) && w.hash[i] !== COUNTY) return
  const first = cityStart(w, last, lo)
  if (first < 0 || ((w.shape[i] & Shape.CAPS) !== 0 && w.end[i] - w.start[i] < 6) || STOP.has(w.hash[last])) return
  if (!isCap(w, i) && (w.word[last] & (Word.COMMON | Word.NATIONALITY)) !== 0) return
  out.add(w.start[first], w.end[i], 0.75, 'county')
}
const COUNTY = [...wordSet('county')][0]
const LEAD = wordSet('san santa los st saint el prince king queen fort new')

/** "she lives in humboldt county": lower-case speech, a word of no other use. */
function lowerCounty(w: Window, i: number, last: number, lo: number, out: Sink): void {
  if (w.hash[i] !== COUNTY || (w.shape[i] & Shape.LOWER) === 0 || w.len(last) < 4 || (w.shape[last] & Shape.LOWER) === 0 || w.gap[last] === 0) return
  const before = last - 1
  const lead = before >= 0 && w.start[before] >= lo && (w.gap[last] & ~(Gap.SPACE | Gap.DOT)) === 0 && LEAD.has(w.hash[before])
  const place = before >= 0 && w.start[before] >= lo && w.gap[last] === Gap.SPACE && PLACE_WORDS.has(w.hash[before])
  if ((w.word[last] & (place || lead ? PROSE & ~Word.COMMON : PROSE)) !== 0 || STOP.has(w.hash[last]) || ((w.word[last] & Word.COMMON) !== 0 && !lead)) return
  out.add(w.start[lead ? before : last], w.end[i], 0.6, 'county')
}

export const geoCity: readonly Detector[] = [
  {
    id: 'geo-city-state',
    label: 'GEO',
    subtypes: ['city', 'zip'],
    authority: AUTHORITY,
    reach: { behind: BEHIND + 8, ahead: AHEAD },
    on: { word: Word.STATE | Word.STATE_CODE },
    at: cityState,
    cues: PHRASE_STATES,
    atCue: (w, i, _n, out) => cityState(w, i, out),
  },
  {
    id: 'geo-county',
    label: 'GEO',
    subtypes: ['county'],
    authority: AUTHORITY,
    reach: { behind: BEHIND + 8, ahead: 8 },
    cues: ['county', 'parish', 'borough', 'township', 'precinct'],
    atCue: (w, i, _n, out) => county(w, i, out),
  },
]
