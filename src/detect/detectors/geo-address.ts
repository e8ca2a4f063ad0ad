import { Word } from '../../lexicon/classes'
import { Shape, type Window } from '../../scan/window'
import { Gap } from '../../text/chars'
import { wordSet } from '../field'
import { lowerCityEnd, nameEnd, placeEnd } from './geo-place'
import { inAddress, inside, isCap } from './geo-tokens'
import { STOP, STREET_FIRST } from './geo-words'

/** Last token of the unit at `k`: "Apt. 4B", "Suite #200", "#12", "Floor 3", "2nd Floor"; or -1. */
export function unitEnd(w: Window, k: number, lim: number): number {
  if (!inside(w, k, lim)) return -1
  let v = k
  if ((w.word[k] & Word.ADDRESS_UNIT) !== 0) v = k + 1
  else if ((w.gap[k] & Gap.HASH) === 0) return -1
  if (v > k && (!inside(w, v, lim) || (w.gap[v] & ~(Gap.SPACE | Gap.DOT | Gap.HASH | Gap.DASH)) !== 0 || w.start[v] - w.end[k] > 4)) return -1
  const digits = (w.shape[v] & Shape.DIGITS) !== 0
  if (!digits && !((w.shape[v] & Shape.SINGLE) !== 0 && (isCap(w, v) || (w.hash[v] !== A && w.hash[v] !== I) || BUILDING.has(w.hash[k])))) return -1
  if (digits && w.end[v] - w.start[v] > 6) return -1
  let last = v
  for (let j = v + 1; j <= v + 3 && inside(w, j, lim); j++) {
    if (w.gap[j] !== 0 && !(w.gap[j] === Gap.DASH && w.start[j] - w.end[j - 1] === 1)) break
    if (w.end[j] - w.start[j] > 4 || (w.gap[j] !== 0 && !w.is(j, Shape.DIGITS) && w.len(j) > 1)) break
    last = j
  }
  return last
}

/** Token the whole address ends at, whose street ends at token `last`: direction, units, city, state, ZIP, country. */
export function addressEnd(w: Window, last: number, lim: number, lower = false): number {
  let end = last
  if (inside(w, end + 1, lim) && w.gapOnly(end + 1, Gap.SPACE | Gap.COMMA | Gap.DOT) && (w.word[end + 1] & Word.DIRECTION) !== 0 && (isCap(w, end + 1) || (lower && directed(w, end + 1, lim)))) end++
  for (let n = 0; n < 2; n++) {
    const k = end + 1
    if (!inside(w, k, lim) || !inAddress(w, k, UNIT_GAP)) break
    const unit = unitEnd(w, k, lim)
    if (unit < 0) break
    end = unit
  }
  const k = end + 1
  const unit = end > last && (w.shape[end] & Shape.DIGITS) !== 0
  if (!inside(w, k, lim) || !inAddress(w, k, PLACE_GAP)) return end
  const place = placeEnd(w, k, lim, lower)
  if (place >= 0) return cityAfter(w, (w.shape[last] & Shape.LOWER) !== 0 && STREET_FIRST.has(w.hash[last]) && isCap(w, last + 1) ? place : k, place, lim, lower)
  if (lower && (w.gap[k] & ~Gap.DOT) === (Gap.COMMA | Gap.SPACE)) {
    const name = lowerCityEnd(w, k, lim)
    if (name >= 0) return name
  }
  // A city by itself: right after a comma, on the same line, and nothing of a name goes on after it.
  if ((w.gap[k] & ~Gap.DOT) !== (Gap.COMMA | Gap.SPACE) && !(unit && w.gap[k] === Gap.SPACE && !NEXT_FIELD.has(w.hash[k]))) return end
  const city = nameEnd(w, k, lim, 4)
  return city >= 0 && !(inside(w, city + 1, lim) && w.gap[city + 1] === Gap.SPACE && isCap(w, city + 1) && !((w.shape[city] & Shape.CAPS) !== 0 && STOP.has(w.hash[city + 1]))) ? city : end
}

/** A direction in lower case after the street: "nw" and longer; "n", "e"; "s" and "w" only where nothing of a sentence follows ("w cane"). */
function directed(w: Window, k: number, lim: number): boolean {
  if (w.len(k) > 1) return true
  const more = inside(w, k + 1, lim)
  if (more && (w.gap[k + 1] & (Gap.SLASH | Gap.APOS)) !== 0) return false
  return !SHORT_WITH.has(w.hash[k]) || !more || (w.gap[k + 1] & (Gap.COMMA | Gap.DOT | Gap.NEWLINE | Gap.SEMI | Gap.HASH)) !== 0
}
const SHORT_WITH = wordSet('s w')
const A = [...wordSet('a')][0]
const I = [...wordSet('i')][0]
const BUILDING = wordSet('bldg building apt apartment ste suite')
/** "75002 Paris" after a street: the postcode stood first, the city follows it. */
function cityAfter(w: Window, k: number, place: number, lim: number, lower: boolean): number {
  const c = place + 1
  if (place !== k || !w.is(k, Shape.DIGITS) || !inside(w, c, lim) || w.gap[c] !== Gap.SPACE || w.start[c] - w.end[k] !== 1 || NEXT_FIELD.has(w.hash[c])) return place
  return Math.max(place, isCap(w, c) ? nameEnd(w, c, lim, 3) : lower ? lowerCityEnd(w, c, lim) : -1)
}
/** Labels that come after an address on the same line. */
const NEXT_FIELD = wordSet('home work cell mobile phone tel telephone fax email date dob ssn mrn contact emergency sex gender age insurance employer')
const UNIT_GAP = Gap.SPACE | Gap.COMMA | Gap.NEWLINE | Gap.TAB | Gap.DOT | Gap.HASH | Gap.BACKSLASH | Gap.DASH | Gap.OPEN | Gap.CARET
const PLACE_GAP = Gap.SPACE | Gap.COMMA | Gap.NEWLINE | Gap.TAB | Gap.DOT | Gap.BACKSLASH | Gap.CLOSE | Gap.DASH | Gap.SEMI | Gap.CARET
