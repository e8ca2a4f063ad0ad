import { Word } from '../../lexicon/classes'
import { Shape, type Window } from '../../scan/window'
import { Gap } from '../../text/chars'
import type { Detector, Sink } from '../detector'
import { wordSet } from '../field'
import { addressEnd } from './geo-address'
import { alone, placeAt } from './geo-any'
import { GENERIC } from './geo-facility-words'
import { foreignEnd } from './geo-foreign-end'
import { ADDRESS_LABELS } from './geo-labels'
import { lineEnd } from './geo-line'
import { countryEnd, stateEnd } from './geo-names'
import { PROSE, placeEnd, zipEnd } from './geo-place'
import { inside, isCap } from './geo-tokens'
import { addressy, fieldStart, heads, Mark, markOf, NO_VALUE, valueEnd } from './geo-value'
import { CONNECTOR, COUNTED } from './geo-words'

const AUTHORITY = '45 CFR 164.514(b)(2)(i)(B)'
const AHEAD = 240

/** The value is an address or a part of one, whatever the label: a street line, a city with its state, a ZIP+4, a facility. */
function evident(w: Window, k: number, last: number, lim: number, loose: boolean): boolean {
  if (w.is(k, Shape.DIGITS)) return lineEnd(w, k, lim) >= 0 || (zipEnd(w, k, lim) > k && last > k)
  if (placeEnd(w, k, lim, (w.shape[k] & Shape.LOWER) !== 0) >= k) return true
  for (let j = k + 1; j <= last; j++)
    if ((w.word[j] & (Word.FACILITY | Word.STREET)) !== 0 && (isCap(w, j) ? isCap(w, k) : !loose && j === last && (w.word[k] & Word.FUNCTION) === 0) && !GENERIC.has(w.hash[k])) return true
  return false
}

/** A value that no field mark announces: "lives at 12 Elm", "moved to 4 West" is a ward. */
function believed(w: Window, k: number, next: number, lim: number): boolean {
  const digits = (w.shape[k] & Shape.DIGITS) !== 0
  if ((w.word[k] & Word.ADDRESS_UNIT) !== 0 || (!isCap(w, k) && !digits)) return false
  if (!digits) return (w.shape[next - 1] & Shape.LOWER) !== 0
  if (!inside(w, k + 1, lim) || COUNTED.has(w.hash[k + 1]) || (w.word[k + 1] & Word.MEASURE) !== 0) return false
  return (w.word[k + 1] & Word.DIRECTION) === 0
}

function address(w: Window, i: number, next: number, out: Sink): void {
  const lim = w.start[i] + AHEAD
  const k = fieldStart(w, next, VERB)
  if (!inside(w, k, lim) || (NO_VALUE.has(w.hash[k]) && !w.glued(k + 1))) return
  const form = markOf(w, i, next, k) > Mark.NONE
  const said = PLACE_VERB.has(w.hash[next - 1]) || (k > next && IS.has(w.hash[next]))
  const digits = (w.shape[k] & Shape.DIGITS) !== 0
  if (form || said || heads(w, i)) anyCase(w, i, k, form, lim, out)
  const line = digits || (w.word[k] & (Word.NUMBER | Word.DIRECTION)) !== 0 ? lineEnd(w, k, lim) : -1
  if (line >= 0 && (digits || form || said || heads(w, i))) out.add(w.start[k], w.end[Math.max(addressEnd(w, line, lim, (w.shape[line] & Shape.LOWER) !== 0), foreignEnd(w, line, lim))], form ? 0.9 : 0.8, 'address')
  const bare = !form && !said && heads(w, i) && isCap(w, i) && (digits ? inside(w, k + 1, lim) && isCap(w, k + 1) : isCap(w, k))
  if (!form && !said && !bare) {
    if (digits || !heads(w, i)) return
  }
  if (!form && !digits && (w.shape[k] & Shape.LOWER) !== 0) {
    const place = (w.word[k] & PROSE & ~Word.STATE & ~Word.DIRECTION) === 0 ? placeEnd(w, k, lim, true) : -1
    if (place > k) out.add(w.start[k], w.end[place], 0.7, 'address')
    return
  }
  if (!form && !said && !bare) return
  if (!form && !believed(w, k, next, lim) && !bare) return
  let last = valueEnd(w, k, lim, !form)
  if (last < k || !(addressy(w, k, last, !form) || evident(w, k, last, lim, LOOSE.has(w.hash[i]) || !form))) return
  if ((LOOSE.has(w.hash[i]) || bare) && !evident(w, k, last, lim, LOOSE.has(w.hash[i]) || !form)) return
  while (last > k && (w.shape[last] & Shape.LOWER) !== 0 && CONNECTOR.has(w.hash[last])) last--
  const quoted = w.at(w.start[k] - 1) === 0x22
  const end = quoted ? last : addressEnd(w, last, lim)
  if (digits && k === end && w.end[k] - w.start[k] < 5 && !form) return
  if (onlyState(w, k, end, lim) || w.end[end] > lim) return
  out.add(w.start[k], w.end[end], form ? 0.9 : 0.75, 'address')
}

/** A place in whatever case: a crossing, a facility, a county, a city the lexicon knows, "tx 19136". */
function anyCase(w: Window, i: number, k: number, form: boolean, lim: number, out: Sink): void {
  const place = placeAt(w, k, lim)
  const zip = (w.word[k] & Word.STATE_CODE) !== 0 && w.len(k) === 2 && inside(w, k + 1, lim) && w.gap[k + 1] === Gap.SPACE ? zipEnd(w, k + 1, lim) : -1
  const plus4 = zipEnd(w, k, lim) > k && !w.glued(k) ? zipEnd(w, k, lim) : -1
  const end = Math.max(place, zip, plus4)
  if (end < 0 || onlyState(w, k, end, lim)) return
  // "sent to jackson for review": a single name behind a verb may be a person's.
  if (!form && end === k && !alone(w, end, lim)) return
  if (!form && LOOSE.has(w.hash[i]) && !alone(w, end, lim)) return
  out.add(w.start[k], w.end[end], form ? 0.85 : 0.7, 'address')
}
const VERB = wordSet('is was at as to of the her his their patient s')
const IS = wordSet('is was')
const PLACE_VERB = wordSet('at to is with')
/** Labels that also head findings of the body: their value must show that it is an address. */
const LOOSE = wordSet('location line')

export const onlyState = (w: Window, k: number, last: number, lim: number): boolean => stateEnd(w, k, lim) >= last || countryEnd(w, k, lim) >= last

export const geoField: readonly Detector[] = [{ id: 'geo-address-field', label: 'GEO', subtypes: ['address'], authority: AUTHORITY, reach: { behind: 32, ahead: AHEAD }, cues: ADDRESS_LABELS, atCue: address }]
