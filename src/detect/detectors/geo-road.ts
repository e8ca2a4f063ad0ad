import { Word } from '../../lexicon/classes'
import { Bit } from '../../lexicon/names'
import { Shape, type Window } from '../../scan/window'
import { Gap } from '../../text/chars'
import type { Detector, Sink } from '../detector'
import { wordSet } from '../field'
import { addressEnd } from './geo-address'
import { lexiconBits } from './geo-known'
import { PROSE } from './geo-place'
import { houseNumber } from './geo-street'
import { inside, isCap } from './geo-tokens'
import { CONNECTOR, COUNTED, STOP } from './geo-words'

const AUTHORITY = '45 CFR 164.514(b)(2)(i)(B); USPS Publication 28, appendix F'
const BEHIND = 40
const AHEAD = 200

/** "1200 Hwy 61", "County Road 12 NW", "State Route 9": the cue stands from `i`, the road's number at `next`. */
function numbered(w: Window, i: number, next: number, out: Sink): void {
  const lim = w.start[i] + AHEAD
  if (!inside(w, next, lim) || (w.gap[next] & ~(Gap.SPACE | Gap.DASH | Gap.DOT)) !== 0 || w.start[next] - w.end[next - 1] > 2) return
  const digits = (w.shape[next] & Shape.DIGITS) !== 0
  if (digits ? w.end[next] - w.start[next] > 5 : !(isCap(w, next) && w.end[next] - w.start[next] <= 2)) return
  let last = next
  if (inside(w, next + 1, lim) && w.gap[next + 1] === 0) {
    if ((w.shape[next + 1] & Shape.SINGLE) === 0) return
    last = next + 1
  }
  const n = i - 1
  const lo = w.start[i] - BEHIND
  let first = -1
  if (n >= 0 && w.start[n] >= lo && (w.shape[n] & Shape.DIGITS) !== 0 && w.gap[i] === Gap.SPACE && w.start[i] - w.end[n] === 1) first = houseNumber(w, n, lo)
  if (first < 0 && (!digits || (next - i < 2 && !ALONE.has(w.hash[i])))) return
  if (first < 0 && !isCap(w, i) && next - i < 2) return
  const end = addressEnd(w, last, lim)
  out.add(w.start[first < 0 ? i : first], w.end[end], first < 0 ? 0.6 : 0.85, 'address')
}
const ALONE = wordSet('highway hwy interstate')

/** "the corner of 5th and Main": capitalised words and numbers around an "and". */
function corner(w: Window, i: number, next: number, out: Sink): void {
  const lim = w.start[i] + AHEAD
  let last = -1
  let and = 0
  let named = 0
  let street = false
  for (let k = next; k < next + 16 && inside(w, k, lim) && w.start[k] - w.end[k - 1] <= 3; k++) {
    const gap = w.gap[k]
    if ((gap & ~(Gap.SPACE | Gap.DOT | Gap.DASH | Gap.APOS | Gap.AMP | Gap.SLASH | Gap.NEWLINE)) !== 0) break
    if (w.hash[k] === AND || (gap & (Gap.AMP | Gap.SLASH)) !== 0) {
      if (and++ > 0 && named > 1) break
      if (w.hash[k] === AND) continue
    }
    const digits = (w.shape[k] & Shape.DIGITS) !== 0
    const word = isCap(w, k) ? !STOP.has(w.hash[k]) : CONNECTOR.has(w.hash[k]) || (w.word[k] & (Word.STREET | Word.ORDINAL | Word.DIRECTION)) !== 0
    if (!digits && !word) break
    if ((w.word[k] & (Word.STREET | Word.ORDINAL)) !== 0) street = true
    if (digits || isCap(w, k)) named++
    if (digits || isCap(w, k) || (w.word[k] & (Word.STREET | Word.ORDINAL)) !== 0) last = k
  }
  if (and === 0 || named < 2 || last < 0 || ((w.shape[i] & Shape.LOWER) === 0 && w.hash[i + 1] === w.hash[next - 1] && (w.shape[next - 1] & Shape.LOWER) === 0 && !street)) return
  // "the corner of" tells the place as much as the names do.
  const first = i > 0 && w.hash[i - 1] === THE && w.start[i] - w.start[i - 1] === 4 ? i - 1 : i
  out.add(w.start[first], w.end[addressEnd(w, last, lim)], 0.8, 'address')
}
const THE = [...wordSet('the')][0]
const AND = [...wordSet('and')][0]

/** Lower-case speech: "on fifth street", "off of maple avenue": ordinals and the commonest street names. */
function spoken(w: Window, i: number, next: number, out: Sink): void {
  const k = i - 1
  if (k < 1 || w.gap[i] !== Gap.SPACE || w.start[i] - w.start[k - 1] > BEHIND) return
  if (
    w.gap[k] === Gap.SPACE &&
    ON.has(w.hash[k - 1]) &&
    (w.shape[i] & (Shape.LOWER | Shape.CAPS)) !== 0 &&
    (w.shape[k] & w.shape[i] & (Shape.LOWER | Shape.CAPS)) !== 0 &&
    w.len(k) > 3 &&
    (w.word[k] & Word.ORDINAL) === 0
  ) {
    if (COMMON_STREET.has(w.hash[k]) || ((w.word[k] & PROSE) === 0 && !STOP.has(w.hash[k]) && !COUNTED.has(w.hash[k]))) out.add(w.start[k], w.end[next - 1], 0.6, 'address')
    return
  }
  if (twoWords(w, i, out)) return
  if ((w.shape[i] & Shape.LOWER) === 0) return
  if ((w.shape[k] & Shape.LOWER) === 0 || COUNTED.has(w.hash[k]) || (w.gap[k] !== Gap.SPACE && !(w.gap[k] === 0 && (w.word[k] & Word.ORDINAL) !== 0))) return
  if (w.gap[k] === 0) {
    if (w.gap[k - 1] !== 0 && (w.shape[k - 1] & Shape.DIGITS) !== 0) out.add(w.start[k - 1], w.end[next - 1], 0.6, 'address')
    return
  }
  if (COMMON_STREET.has(w.hash[k]) || ((w.word[k] & Word.ORDINAL) !== 0 && w.end[k] - w.start[k] > 4)) out.add(w.start[k], w.end[next - 1], 0.6, 'address')
}
const ON = wordSet('on off near along')

/** "on cedar ridge avenue", "OFF OLD MILL ROAD": two words of which the lexicon knows one as part of the names of places. */
function twoWords(w: Window, i: number, out: Sink): boolean {
  const k = i - 2
  const same = Shape.LOWER | Shape.CAPS
  if (k < 1 || w.gap[i] !== Gap.SPACE || w.gap[i - 1] !== Gap.SPACE || w.gap[k] !== Gap.SPACE || !ON.has(w.hash[k - 1]) || w.start[i] - w.start[k - 1] > BEHIND || (w.shape[i] & w.shape[i - 1] & w.shape[k] & same) === 0)
    return false
  if (STOP.has(w.hash[k]) || STOP.has(w.hash[i - 1]) || ((w.word[k] | w.word[i - 1]) & (Word.FUNCTION | Word.MEDICAL | Word.MEASURE | Word.NUMBER)) !== 0 || COUNTED.has(w.hash[i - 1]) || !ridge(w, i - 1)) return false
  out.add(w.start[k], w.end[i], 0.6, 'address')
  return true
}
const ridge = (w: Window, k: number): boolean => (w.word[k] & Word.STREET) !== 0 || (lexiconBits(w, k) & (Bit.PLACE_PART | Bit.COUNTY)) !== 0
/** Commonest street names of the United States (Census Bureau, TIGER). */
const COMMON_STREET = wordSet('main elm oak maple pine cedar walnut chestnut spruce cherry washington jefferson lincoln madison jackson franklin adams monroe church market broad lake mill river')

/** "near 5th and Alder": a numbered street first, then a name of no other use. */
function near(w: Window, i: number, next: number, out: Sink): void {
  const lim = w.start[i] + 64
  let k = next
  if (!inside(w, k, lim) || w.gap[k] !== Gap.SPACE) return
  if (w.is(k, Shape.DIGITS)) k++
  if (!inside(w, k + 2, lim) || (w.word[k] & Word.ORDINAL) === 0 || (k === next && !isCap(w, k) && w.len(k) < 5) || w.hash[k + 1] !== AND || w.gap[k + 2] !== Gap.SPACE) return
  const m = k + 2
  if ((isCap(w, m) || (w.word[m] & PROSE) === 0 || COMMON_STREET.has(w.hash[m])) && (w.shape[m] & Shape.LETTERS) !== 0 && (w.word[m] & (Word.MEDICAL | Word.ORDINAL | Word.MONTH)) === 0 && !STOP.has(w.hash[m]))
    out.add(w.start[next], w.end[m], 0.65, 'address')
}

/** "453 Broadway", "12 The Esplanade", "1285 Avenue of the Pines": streets whose name has no suffix, after a house number. */
function unsuffixed(w: Window, i: number, next: number, out: Sink): void {
  const n = i - 1
  const lim = w.start[i] + AHEAD
  const lo = w.start[i] - BEHIND
  if (n < 0 || w.start[n] < lo || !w.is(n, Shape.DIGITS) || w.gap[i] !== Gap.SPACE || w.len(n) > 5) return
  const first = houseNumber(w, n, lo)
  const of = OF_THE.has(w.hash[next - 1])
  if (first < 0 || (of && !(inside(w, next, lim) && isCap(w, next) && isCap(w, i)))) return
  out.add(w.start[first], w.end[addressEnd(w, of ? next : next - 1, lim, (w.shape[i] & Shape.LOWER) !== 0)], 0.8, 'address')
}
const OF_THE = wordSet('of the')

const reach = { behind: BEHIND + 8, ahead: AHEAD }

export const geoRoad: readonly Detector[] = [
  {
    id: 'geo-numbered-road',
    label: 'GEO',
    subtypes: ['address'],
    authority: AUTHORITY,
    reach,
    cues: [
      'hwy',
      'highway',
      'county road',
      'county rd',
      'co rd',
      'state route',
      'state road',
      'state rd',
      'state highway',
      'state hwy',
      'us highway',
      'us hwy',
      'us route',
      'u s highway',
      'interstate',
      'county highway',
      'county hwy',
      'county route',
      'farm to market',
      'farm to market road',
      'farm road',
      'fm',
      'fm road',
      'township road',
      'twp rd',
      'forest road',
      'route',
      'rte',
      'cr',
      'sr',
      'avenue',
      'road',
      'street',
      'loop',
    ],
    atCue: numbered,
  },
  { id: 'geo-corner', label: 'GEO', subtypes: ['address'], authority: AUTHORITY, reach: { behind: 8, ahead: AHEAD }, cues: ['corner of', 'intersection of', 'cross streets'], atCue: corner },
  { id: 'geo-spoken-street', label: 'GEO', subtypes: ['address'], authority: AUTHORITY, reach: { behind: BEHIND + 8, ahead: 12 }, cues: ['street', 'avenue', 'boulevard', 'road', 'lane'], atCue: spoken },
  { id: 'geo-near', label: 'GEO', subtypes: ['address'], authority: AUTHORITY, reach: { behind: 8, ahead: 64 }, cues: ['near'], atCue: near },
  {
    id: 'geo-known-street',
    label: 'GEO',
    subtypes: ['address'],
    authority: AUTHORITY,
    reach,
    cues: ['broadway', 'esplanade', 'the esplanade', 'embarcadero', 'the embarcadero', 'bowery', 'the bowery', 'the strand', 'the promenade', 'the parade', 'avenue of the', 'avenue of'],
    atCue: unsuffixed,
  },
]
