import { Word } from '../../lexicon/classes'
import { Shape, type Window } from '../../scan/window'
import { Gap } from '../../text/chars'
import type { Detector, Sink } from '../detector'
import { wordSet } from '../field'
import { addressEnd, unitEnd } from './geo-address'
import { inside, isCap, PART_MAX } from './geo-tokens'
import { CONNECTOR, STOP } from './geo-words'

const BEHIND = 72
const AHEAD = 176
/** Units that are of nothing but buildings. */
const SURE = wordSet('apt apartment suite ste aptmt penthouse')
const BACK_GAP = Gap.SPACE | Gap.DOT | Gap.COMMA | Gap.DASH | Gap.APOS | Gap.SLASH
const LINE = Gap.NEWLINE | Gap.BACKSLASH | Gap.CLOSE

/** "Kaarikatu 83 Apt. 343", "apt 4B": a unit of a building and the street line before it. */
function unit(w: Window, i: number, out: Sink): void {
  if (!SURE.has(w.hash[i])) return
  const lim = w.start[i] + AHEAD
  const value = unitEnd(w, i, lim)
  if (value < 0) return
  const lo = w.start[i] - BEHIND
  const row = rowBefore(w, i, lo)
  if (row >= 0) {
    out.add(w.start[row], w.end[addressEnd(w, value, lim, true)], 0.85, 'address')
  }
  let first = i
  let digits = 0
  let line = false
  for (let k = i - 1; k >= 0 && k > i - 11 && w.start[k] >= lo; k--) {
    const gap = w.gap[k + 1]
    if (w.start[k + 1] - w.end[k] > PART_MAX || (w.shape[k] & (Shape.PLACEHOLDER | Shape.LONG)) !== 0) break
    if ((gap & LINE) !== 0) {
      if (line || k + 1 !== i || (gap & ~(BACK_GAP | LINE)) !== 0) break
      line = true
    } else if ((gap & ~BACK_GAP) !== 0 || w.start[k + 1] - w.end[k] > 3) break
    if ((w.shape[k] & Shape.DIGITS) !== 0) {
      if (w.end[k] - w.start[k] > 6) break
      digits++
      first = k
    } else if (isCap(w, k) ? !STOP.has(w.hash[k]) : CONNECTOR.has(w.hash[k]) || (w.word[k] & Word.STREET) !== 0) {
      if (digits > 0 && !isCap(w, k) && (w.word[k] & Word.STREET) === 0 && !CONNECTOR.has(w.hash[k])) break
    } else break
    if (isCap(w, k)) first = k
  }
  if (digits === 0) first = i
  const end = addressEnd(w, value, lim)
  out.add(w.start[first], w.end[end], digits > 0 || end > value ? 0.85 : 0.65, 'address')
}

/** First token of a line of its own before the unit's line, that begins or ends with a number: "11 via roma 149"; or -1. */
function rowBefore(w: Window, i: number, lo: number): number {
  if (i === 0 || (w.gap[i] & Gap.NEWLINE) === 0 || w.start[i] - w.end[i - 1] > PART_MAX) return -1
  for (let k = i - 1; k >= 0 && k > i - 9 && w.start[k] >= lo; k--) {
    if ((w.shape[k] & (Shape.PLACEHOLDER | Shape.LONG)) !== 0 || (w.end[k] - w.start[k] > 6 && (w.shape[k] & Shape.DIGITS) !== 0)) return -1
    if (STOP.has(w.hash[k])) return -1
    if ((w.gap[k] & (Gap.NEWLINE | Gap.START)) !== 0) return k < i - 1 && ((w.shape[k] | w.shape[i - 1]) & Shape.DIGITS) !== 0 ? k : -1
    if ((w.gap[k] & ~BACK_GAP) !== 0 || w.start[k] - w.end[k - 1] > 3) return -1
  }
  return -1
}

/** Last token of the box at `k`: "Box 0609". */
function boxEnd(w: Window, k: number, lim: number): number {
  if (!inside(w, k + 1, lim) || w.hash[k] !== BOX || (w.gap[k + 1] & ~(Gap.SPACE | Gap.HASH | Gap.NEWLINE)) !== 0 || w.start[k + 1] - w.end[k] > 2) return -1
  if ((w.shape[k + 1] & Shape.DIGITS) === 0) return (w.shape[k + 1] & Shape.SINGLE) !== 0 && isCap(w, k + 1) ? k + 1 : -1
  return inside(w, k + 2, lim) && w.gap[k + 2] === 0 && w.end[k + 2] - w.start[k + 2] === 1 ? k + 2 : k + 1
}
const BOX = [...wordSet('box')][0]

/** "P.O. Box 12", "Postbox 21", "RR 2 Box 15", "HC 1 Box 7": cue at `i`, the words after it from `next`. */
function box(w: Window, i: number, next: number, out: Sink): void {
  const lim = w.start[i] + AHEAD
  let end = -1
  if (w.hash[next - 1] === BOX || POSTBOX.has(w.hash[next - 1])) {
    if (inside(w, next, lim) && (w.gap[next] & ~(Gap.SPACE | Gap.HASH | Gap.DOT | Gap.COLON | Gap.NEWLINE)) === 0 && w.start[next] - w.end[next - 1] <= 3 && (w.shape[next] & Shape.DIGITS) !== 0) end = next
  } else if (inside(w, next + 1, lim) && (w.gap[next] & ~(Gap.SPACE | Gap.DOT | Gap.NEWLINE)) === 0 && (w.shape[next] & Shape.DIGITS) !== 0) {
    end = (w.gap[next + 1] & ~(Gap.SPACE | Gap.COMMA | Gap.NEWLINE)) === 0 ? boxEnd(w, next + 1, lim) : -1
    if (end < 0 && ROUTE.has(w.hash[next - 1]) && next - i > 1) end = next
  }
  if (end < 0) return
  const number = i > 0 && w.start[i] - w.start[i - 1] <= 8 && (w.shape[i - 1] & Shape.DIGITS) !== 0 && w.gap[i] === Gap.SPACE && w.gap[i - 1] !== 0
  out.add(w.start[number ? i - 1 : i], w.end[addressEnd(w, end, lim, (w.shape[next - 1] & Shape.LOWER) !== 0)], 0.9, 'address')
}
const POSTBOX = wordSet('postbox pob postfach')
const ROUTE = wordSet('route delivery')

/** "PSC 3117, Box 609 APO AP 96000", "USS Nimitz FPO AE 09501" (Publication 28, section 225): at APO, FPO or DPO. */
function military(w: Window, i: number, out: Sink): void {
  const lim = w.start[i] + AHEAD
  const lo = w.start[i] - BEHIND
  const state = i + 1
  if (!inside(w, state, lim) || !AREA.has(w.hash[state]) || w.start[state] - w.end[i] > 2) return
  let end = state
  const zip = inside(w, state + 1, lim) && (w.gap[state + 1] & ~Gap.SPACE) === 0 && (w.shape[state + 1] & Shape.DIGITS) !== 0 && w.end[state + 1] - w.start[state + 1] === 5
  if (zip) end = inside(w, state + 2, lim) && w.gap[state + 2] === Gap.DASH && w.end[state + 2] - w.start[state + 2] === 4 && (w.shape[state + 2] & Shape.DIGITS) !== 0 ? state + 2 : state + 1
  let first = i
  for (let k = i - 1; k >= 0 && k >= i - 7 && w.start[k] >= lo && w.start[k + 1] - w.end[k] <= PART_MAX && (w.gap[k + 1] & ~(Gap.SPACE | Gap.COMMA | LINE | Gap.TAB)) === 0; k--) {
    if (LEAD.has(w.hash[k]) || ship(w, k)) first = k
    else if ((w.shape[k] & Shape.PLACEHOLDER) !== 0) break
  }
  out.add(w.start[first], w.end[end], 0.95, 'address')
}
/** A ship's prefix: USS, USNS, USCGC and the like. */
const ship = (w: Window, k: number): boolean => (w.shape[k] & Shape.CAPS) !== 0 && w.end[k] - w.start[k] >= 3 && w.end[k] - w.start[k] <= 5 && w.at(w.start[k]) === 0x55 && w.at(w.start[k] + 1) === 0x53
const AREA = wordSet('ae ap aa')
const LEAD = wordSet('psc cmr unit box')

const AUTHORITY = '45 CFR 164.514(b)(2)(i)(B); USPS Publication 28'
const reach = { behind: BEHIND + 8, ahead: AHEAD }

export const geoUnit: readonly Detector[] = [
  { id: 'geo-unit', label: 'GEO', subtypes: ['address'], authority: AUTHORITY, reach, on: { word: Word.ADDRESS_UNIT }, at: unit },
  {
    id: 'geo-box',
    label: 'GEO',
    subtypes: ['address'],
    authority: AUTHORITY,
    reach,
    cues: ['po box', 'p o box', 'p o b', 'post office box', 'pob', 'postbox', 'postfach', 'rr', 'rural route', 'r r', 'hc', 'highway contract', 'star route', 'rfd', 'general delivery', 'lock box'],
    atCue: box,
  },
  { id: 'geo-military', label: 'GEO', subtypes: ['address'], authority: AUTHORITY, reach, cues: ['apo', 'fpo', 'dpo'], atCue: (w, i, _n, out) => military(w, i, out) },
]
