import { Word } from '../../lexicon/classes'
import { Shape, type Window } from '../../scan/window'
import { Gap } from '../../text/chars'
import { hashWord } from '../../text/hash'
import type { Detector, Sink } from '../detector'
import { wordSet } from '../field'
import { addressEnd } from './geo-address'
import { cityAt, DOUBTFUL } from './geo-known'
import { lineEnd } from './geo-line'
import { zipEnd } from './geo-place'
import { inName, inside, isCap } from './geo-tokens'
import { STOP } from './geo-words'

const BEHIND = 104
const AHEAD = 160

/** HL7 v2.5.1, 2.A.80 (XAD): street ^ other designation ^ city ^ state ^ ZIP, in whatever case; at the ZIP. */
function components(w: Window, i: number, out: Sink): void {
  if (w.gap[i] !== Gap.CARET || i < 3 || w.start[i] - w.end[i - 1] > 2 || (w.word[i - 1] & Word.STATE_CODE) === 0 || w.len(i - 1) !== 2 || (w.gap[i - 1] & Gap.CARET) === 0) return
  const zip = zipEnd(w, i, w.start[i] + 24)
  if (zip < 0) return
  const lo = w.start[i] - BEHIND
  let first = i - 1
  for (let k = i - 2; k >= 0 && k > i - 22 && w.start[k] >= lo && (w.shape[k] & (Shape.PLACEHOLDER | Shape.LONG)) === 0; k--) {
    if (w.start[k + 1] - w.end[k] > 4 || (w.gap[k + 1] & (Gap.PIPE | Gap.NEWLINE | Gap.TAB | Gap.COLON | Gap.SEMI | Gap.QUOTE)) !== 0) break
    first = k
  }
  if (first < i - 1) out.add(w.start[first], w.end[zip], 0.9, 'address')
}

/** "85, MG Road, Bengaluru 560 001": an Indian PIN of six digits behind a city the lexicon knows, and the street line before it (India Post). */
function pin(w: Window, i: number, out: Sink): void {
  const whole = w.len(i) === 6
  if (!whole && (w.len(i) !== 3 || w.gap[i] !== Gap.SPACE)) return
  const p = whole ? i : i - 1
  if (p < 2 || (!whole && !(w.is(p, Shape.DIGITS) && w.len(p) === 3)) || w.at(w.start[p]) === 0x30) return
  if ((w.gap[p] & ~(Gap.SPACE | Gap.DASH)) !== 0 || w.gap[p] === 0 || (w.shape[p - 1] & Shape.LETTERS) === 0 || (i + 1 < w.n && w.gap[i + 1] === 0)) return
  const lo = w.start[i] - BEHIND
  let city = -1
  for (let k = p - 1; k >= 0 && k > p - 4 && w.start[k] >= lo; k--) if (cityAt(w, k, w.start[i], DOUBTFUL) === p - 1) city = k
  if (city < 1) return
  let street = false
  for (let k = city - 1; k >= 0 && k > city - 10 && w.start[k] >= lo; k--) {
    if ((w.gap[k + 1] & ~(Gap.SPACE | Gap.COMMA | Gap.DOT | Gap.NEWLINE)) !== 0 && w.gap[k + 1] !== 0) return
    if ((w.word[k] & Word.STREET) !== 0 || BLOCK.has(w.hash[k])) street = true
    const ordinal = w.is(k, Shape.DIGITS) && w.gap[k + 1] === 0
    if (w.is(k, Shape.DIGITS) && !ordinal) {
      if (street && w.len(k) <= 4 && w.gap[k] !== 0) out.add(w.start[k], w.end[i], 0.8, 'address')
      return
    }
    if (!ordinal && STOP.has(w.hash[k])) return
  }
}

/** Parts of Indian addresses that no other country calls streets. */
const BLOCK = wordSet('cross main layout colony sector phase block stage society')
const CALLE = hashWord('calle')

/** "Urb. Las Gladiolas, 297 Calle A, Ponce, PR 00730": the name of the urbanización before the street (USPS Publication 28, section 291). */
function urbanization(w: Window, i: number, next: number, out: Sink): void {
  const lim = w.start[i] + AHEAD
  for (let k = next; k < next + 6 && inside(w, k, lim); k++) {
    if ((w.shape[k] & Shape.DIGITS) !== 0) {
      if (k === next || (w.gap[k] & (Gap.COMMA | Gap.NEWLINE)) === 0) return
      const line = lineEnd(w, k, lim)
      if (line >= 0) out.add(w.start[i], w.end[addressEnd(w, line, lim, !isCap(w, i))], 0.9, 'address')
      return
    }
    if (w.hash[k] === CALLE && k > next) {
      out.add(w.start[i], w.end[k - 1], 0.7, 'address')
      return
    }
    if (k > next ? !inName(w, k) : (w.gap[k] & ~(Gap.SPACE | Gap.DOT)) !== 0) return
    if (STOP.has(w.hash[k]) && !SPANISH.has(w.hash[k])) return
  }
}
const SPANISH = wordSet('el la los las de del')

const AUTHORITY = '45 CFR 164.514(b)(2)(i)(B)'

export const geoComponent: readonly Detector[] = [
  { id: 'geo-xad', label: 'GEO', subtypes: ['address'], authority: `${AUTHORITY}; HL7 v2.5.1, XAD`, reach: { behind: BEHIND + 8, ahead: 24 }, on: { shape: Shape.DIGITS_5 }, at: components },
  { id: 'geo-pin', label: 'GEO', subtypes: ['address'], authority: `${AUTHORITY}; India Post, PIN`, reach: { behind: BEHIND + 8, ahead: 16 }, on: { shape: Shape.DIGITS_3_4 | Shape.DIGITS_5 }, at: pin },
  {
    id: 'geo-urbanization',
    label: 'GEO',
    subtypes: ['address'],
    authority: `${AUTHORITY}; USPS Publication 28, section 29`,
    reach: { behind: 8, ahead: AHEAD },
    cues: ['urb', 'urbanizacion', 'cond', 'condominio', 'residencial', 'parcelas', 'barriada', 'reparto'],
    atCue: urbanization,
  },
]
