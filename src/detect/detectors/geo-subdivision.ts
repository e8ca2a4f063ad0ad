import { Word } from '../../lexicon/classes'
import { Phrase } from '../../lexicon/names'
import { Shape, type Window } from '../../scan/window'
import { Gap } from '../../text/chars'
import type { Detector, Sink } from '../detector'
import { idRun, wordSet } from '../field'
import { alone } from './geo-any'
import { GENERIC } from './geo-facility-words'
import { onlyState } from './geo-field'
import { cityAt, countyAt, EVERYDAY, phraseEndAt } from './geo-known'
import { CITY_LABELS, FACILITY_LABELS, TRACT_LABELS, ZIP_LABELS } from './geo-labels'
import { cityWord, codesEnd, PROSE, placeEnd, postcodeEnd, zipEnd } from './geo-place'
import { inside, isCap } from './geo-tokens'
import { fieldStart, heads, Mark, markOf, NO_VALUE, valueEnd } from './geo-value'
import { CONNECTOR, STOP } from './geo-words'

const AUTHORITY = '45 CFR 164.514(b)(2)(i)(B)'
const AHEAD = 240
const IS = wordSet('is was')
const COPULA = wordSet('is was in as the')
/** Labels that are nothing else: what follows them on the line is the place. */
const SURE = wordSet('birthplace hometown neighborhood neighbourhood')

/** Is the place at token `k` announced well enough by the label from `i` to `next`? Lower-case words need a field mark. */
function announced(w: Window, i: number, next: number, k: number): boolean {
  const mark = markOf(w, i, next, k)
  const sure = SURE.has(w.hash[i]) || next - i > 2
  const is = k > next && IS.has(w.hash[next])
  if (mark === Mark.FIELD) return isCap(w, k) || w.at(w.start[k] - 1) === 0x22 || w.at(w.start[k] - 1) === 0x3d || (w.word[k] & Word.FUNCTION) === 0
  const plain = (w.word[k] & PROSE) === 0
  if (sure && mark > Mark.NONE) return isCap(w, k) || (w.word[k] & (Word.FUNCTION | Word.ROLE | Word.RELATION)) === 0
  if (!isCap(w, k)) return sure && plain && (is || mark > Mark.NONE || heads(w, i))
  if (GENERIC.has(w.hash[k])) return false
  if (sure || mark > Mark.NONE) return true
  if (is) return plain
  return plain && isCap(w, i) && heads(w, i) && (w.shape[k] & Shape.CAPS) === (w.shape[i] & Shape.CAPS)
}

/** "… in the neighborhood. I have": a full stop right after the label. */
const sentenceEnds = (w: Window, next: number): boolean => (w.gap[next] & Gap.DOT) !== 0 && w.start[next] - w.end[next - 1] < 3

function city(w: Window, i: number, next: number, out: Sink): void {
  const lim = w.start[i] + AHEAD
  const k = fieldStart(w, next, COPULA)
  if (!inside(w, k, lim) || (w.shape[k] & Shape.LETTERS) === 0 || NO_VALUE.has(w.hash[k]) || sentenceEnds(w, next)) return
  if (!announced(w, i, next, k)) {
    knownPlace(w, i, next, k, lim, out)
    return
  }
  let last = valueEnd(w, k, lim, false)
  if (last < k) return
  const lower = (w.shape[k] & Shape.LOWER) !== 0
  const field = markOf(w, i, next, k) === Mark.FIELD
  for (let j = k + 1; j <= last; j++) {
    const mixed = !field && !lower && (w.shape[j] & Shape.LOWER) !== 0 && w.gap[j] !== Gap.APOS && !CONNECTOR.has(w.hash[j])
    const sentence = (w.gap[j] & Gap.DOT) !== 0 && w.end[j - 1] - w.start[j - 1] > 4
    if ((w.gap[j] & Gap.COMMA) !== 0 || (w.shape[j] & Shape.DIGITS) !== 0 || j > k + 5 || mixed || sentence || (lower && (w.word[j] & Word.FUNCTION) !== 0)) last = j - 1
  }
  while (last > k && CONNECTOR.has(w.hash[last]) && (w.shape[last] & Shape.LOWER) !== 0 && w.gap[last] !== Gap.APOS) last--
  const place = placeEnd(w, k, lim)
  const end = Math.max(place, last)
  if (onlyState(w, k, end, lim) || (lower && end - k > 3)) return
  out.add(w.start[k], w.end[end], 0.9, COUNTY.has(w.hash[next - 1]) ? 'county' : 'city')
}
const COUNTY = wordSet('county parish borough')

/** "city el paso", "COUNTY COOK": a place the lexicon knows, and nothing of a phrase after it. */
function knownPlace(w: Window, i: number, next: number, k: number, lim: number, out: Sink): void {
  if (w.start[k] - w.end[next - 1] > 20 && !heads(w, i)) return
  const county = COUNTY.has(w.hash[next - 1])
  const last = county ? countyAt(w, k, lim) : Math.max(cityAt(w, k, lim, EVERYDAY), SURE.has(w.hash[i]) ? phraseEndAt(w, k, lim, Phrase.PLACE | Phrase.CITY) : -1)
  if (last < 0 || !(alone(w, last, lim) || (heads(w, i) && w.start[last + 1] - w.end[last] > 2))) return
  if (county && !heads(w, i)) return
  out.add(w.start[k], w.end[last], 0.8, county ? 'county' : 'city')
}

function zip(w: Window, i: number, after: number, out: Sink): void {
  const lim = w.start[i] + AHEAD
  // "ZIP+4".
  const next = inside(w, after, lim) && w.gap[after] === Gap.PLUS && w.start[after] - w.end[after - 1] === 1 ? after + 1 : after
  const k = fieldStart(w, next, FILLER)
  if (!inside(w, k, lim)) return
  const us = zipEnd(w, k, lim)
  const post = us >= 0 ? us : postcodeEnd(w, k, lim, true)
  if (post >= 0) {
    out.add(w.start[k], w.end[post], 0.95, 'zip')
    return
  }
  if (w.start[k] > lim - 64) return
  const run = idRun(w, k, 12, true)
  if (run === null || run.digits < 3 || run.digits + run.letters > 10) return
  if (markOf(w, i, next, k) === Mark.NONE && next - i < 2) return
  // Dutch 1012 AB; British and Canadian in lower case: sw1a 2aa.
  const t = run.last + 1
  const more = inside(w, t, lim) && w.gap[t] === Gap.SPACE && w.start[t] - w.end[run.last] === 1
  if (more && run.letters === 0 && run.digits === 4 && w.len(t) === 2 && (w.shape[t] & Shape.LETTERS) !== 0) out.add(w.start[k], w.end[t], 0.8, 'zip')
  else out.add(w.start[k], run.end, 0.8, 'zip')
}
const FILLER = wordSet('number code codes no is was are the of as for value plus 4 us')

function place(w: Window, i: number, next: number, out: Sink): void {
  const lim = w.start[i] + AHEAD
  const k = fieldStart(w, next, null)
  if (!inside(w, k, lim) || markOf(w, i, next, k) < Mark.FIELD || !isCap(w, k) || NO_VALUE.has(w.hash[k]) || w.start[k] - w.end[next - 1] > 20 || (w.gap[k] & Gap.NEWLINE) !== 0) return
  if ((w.gap[next] & Gap.MARK) !== 0) return
  const last = valueEnd(w, k, lim, true)
  if (last < k || last > k + 9) return
  let proper = false
  for (let j = k; j <= last; j++) if (isCap(w, j) && !GENERIC.has(w.hash[j]) && !STOP.has(w.hash[j]) && w.end[j] - w.start[j] > 2 && cityWord(w, j, false)) proper = true
  if (proper && !onlyState(w, k, last, lim)) out.add(w.start[k], w.end[codesEnd(w, last, lim)], 0.75, 'facility')
}

/** Census tract, block, FIPS county code, precinct: geocodes equal to a subdivision. */
function tract(w: Window, i: number, next: number, out: Sink): void {
  const lim = w.start[i] + AHEAD
  const k = fieldStart(w, next, FILLER)
  if (!inside(w, k, lim) || w.start[k] > lim - 64 || (w.shape[k] & Shape.DIGITS) === 0) return
  const run = idRun(w, k, 20)
  if (run === null || run.digits < 2) return
  // "tract 12", "precinct 4" of prose: the label heads its field or is of two words.
  const decimal = run.end - w.start[k] > 5 && run.last === k + 1 && w.gap[run.last] === Gap.DOT
  if (DOUBTFUL.has(w.hash[i]) && !decimal && next - i < 2 && markOf(w, i, next, k) === Mark.NONE && !(heads(w, i) && (isCap(w, i) || alone(w, run.last, lim))) && !(k > next && IS.has(w.hash[next]))) return
  out.add(w.start[k], run.end, 0.85, 'zip')
}
const DOUBTFUL = wordSet('tract precinct')

const reach = { behind: 32, ahead: AHEAD }

export const geoSubdivision: readonly Detector[] = [
  { id: 'geo-city-field', label: 'GEO', subtypes: ['city', 'county'], authority: AUTHORITY, reach, cues: CITY_LABELS, atCue: city },
  { id: 'geo-zip-field', label: 'GEO', subtypes: ['zip'], authority: AUTHORITY, reach, cues: ZIP_LABELS, atCue: zip },
  { id: 'geo-facility-field', label: 'GEO', subtypes: ['facility'], authority: AUTHORITY, reach, cues: FACILITY_LABELS, atCue: place },
  { id: 'geo-tract-field', label: 'GEO', subtypes: ['zip'], authority: AUTHORITY, reach, cues: TRACT_LABELS, atCue: tract },
]
