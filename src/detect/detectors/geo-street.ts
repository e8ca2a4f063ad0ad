import { Word } from '../../lexicon/classes'
import { Bit, city, surname } from '../../lexicon/names'
import { Shape, type Window } from '../../scan/window'
import { Gap } from '../../text/chars'
import { hashWord } from '../../text/hash'
import type { Detector, Sink } from '../detector'
import { wordSet } from '../field'
import { addressEnd } from './geo-address'
import { GENERIC } from './geo-facility-words'
import { cityAt, EVERYDAY, lexiconBits } from './geo-known'
import { namedStreet } from './geo-street-name'
import { abbreviated, inside, isCap } from './geo-tokens'
import { COUNTED, MEDICAL_CAPS, STOP, STREET_FIRST, STRONG_SUFFIX, WEAK_SUFFIX } from './geo-words'

const AUTHORITY = '45 CFR 164.514(b)(2)(i)(B); USPS Publication 28'
const BEHIND = 72
const AHEAD = 176

/** First token of the house number at digit token `k` ("12", "12-34", "9 1/2", "N62W26723"), or -1 if it is none. */
export function houseNumber(w: Window, k: number, lo: number): number {
  if (w.end[k] - w.start[k] > 6) return -1
  let first = k
  if (first > 0 && w.gap[first] === Gap.DASH && w.start[first] - w.end[first - 1] === 1 && w.start[first - 1] >= lo && (w.shape[first - 1] & Shape.DIGITS) !== 0 && w.end[first - 1] - w.start[first - 1] <= 4) first--
  else if (k > 1 && w.gap[k] === Gap.SLASH && w.len(k) === 1 && w.len(k - 1) === 1 && w.gap[k - 1] === Gap.SPACE && w.is(k - 2, Shape.DIGITS) && w.is(k - 1, Shape.DIGITS) && w.start[k - 2] >= lo)
    return houseNumber(w, k - 2, lo)
  if (first === 0) return first
  if (w.gap[first] === 0) return grid(w, first, lo)
  if ((w.gap[first] & (Gap.PLUS | Gap.PERCENT | Gap.DOLLAR | Gap.CARET)) !== 0) return -1
  const before = w.at(w.start[first] - 1)
  if (before === 0x24 || (before === 0x2c && w.start[first - 1] >= lo && (w.shape[first - 1] & Shape.DIGITS) !== 0)) return -1
  // "Stable.12 Oak St", "ok-12 Oak St" (a dash of any width): after a word, not after a figure or a code.
  if (before === 0x2e || before === 0x2f || before === 0x2d)
    return w.start[first - 1] >= lo && (w.shape[first - 1] & Shape.LETTERS) !== 0 && w.gap[first - 1] !== 0 && w.len(first - 1) > (before === 0x2d ? 1 : 2) && (before !== 0x2d || (w.shape[first - 1] & Shape.LOWER) !== 0)
      ? first
      : -1
  return first
}

/** Wisconsin and Utah grid numbers: "W7345", "N62W26723" (USPS Publication 28, appendix D). */
function grid(w: Window, first: number, lo: number): number {
  const letter = first - 1
  if (w.start[letter] < lo || (w.word[letter] & Word.DIRECTION) === 0 || (w.shape[letter] & Shape.SINGLE) === 0) return -1
  if (w.gap[letter] !== 0) return w.end[first] - w.start[first] > 2 ? letter : -1
  const start = letter - 2
  return start >= 0 && w.start[start] >= lo && w.is(letter - 1, Shape.DIGITS) && w.len(letter - 1) <= 3 && w.gap[letter - 1] === 0 && (w.word[start] & Word.DIRECTION) !== 0 && w.len(start) === 1 && w.gap[start] !== 0
    ? start
    : -1
}

interface Core {
  /** First token. */
  first: number
  /** Digits of the house number. */
  digits: number
  words: number
  /** Capitalised words and numbered ones. */
  named: number
  lower: boolean
}

/** Walks back from the suffix at `i` over the street's name to its house number. */
function core(w: Window, i: number, lo: number): Core | null {
  let words = 0
  let named = 0
  let lower = false
  for (let k = i - 1; k >= 0 && k >= i - 8; k--) {
    if (w.start[k] < lo || (w.shape[k] & (Shape.PLACEHOLDER | Shape.LONG)) !== 0 || !joined(w, k + 1)) return null
    if ((w.shape[k] & Shape.DIGITS) !== 0) {
      // 45th Street, 5th and Main: the ordinal is the name, the number is before it.
      if (w.gap[k + 1] === 0 && (w.word[k + 1] & Word.ORDINAL) !== 0) {
        words++
        named++
        continue
      }
      const glued = w.gap[k + 1] === 0
      if (glued && !((w.shape[k + 1] & Shape.SINGLE) !== 0 && words > 1)) return null
      const first = houseNumber(w, k, lo)
      if (w.hash[k + 1] === AND || w.hash[k + 1] === OF) return null
      if ((w.gap[k + 1] & Gap.DASH) !== 0 || (COUNTED.has(w.hash[k + 1]) && !glued && (w.word[k + 1] & Word.DIRECTION) === 0)) return null
      const digits = w.end[k] - w.start[k] + (first >= 0 && first < k ? w.len(first) : 0)
      return first < 0 ? null : { first: outer(w, first, lo), digits, words, named, lower }
    }
    if (words >= 6) return null
    const h = w.hash[k]
    const shape = w.shape[k]
    // The letter of "337A El Camino Rd", the S of "7828 S. El Camino Rd".
    if ((shape & Shape.SINGLE) !== 0 && k > 0 && w.start[k - 1] >= lo && w.is(k - 1, Shape.DIGITS) && words > 0 && (w.gap[k] === 0 || (isCap(w, k) && (w.word[k] & Word.DIRECTION) !== 0))) {
      words++
      continue
    }
    // "One Liberty Plaza", "Forty-two Alder Square".
    if ((w.word[k] & Word.NUMBER) !== 0 && words > 0 && named > 0 && FORMAL.has(w.hash[i]) && w.gap[k + 1] === Gap.SPACE) {
      const tens = k > 0 && w.gap[k] === Gap.DASH && w.start[k - 1] >= lo && (w.word[k - 1] & Word.NUMBER) !== 0
      if (isCap(w, tens ? k - 1 : k)) return { first: tens ? k - 1 : k, digits: 2, words, named, lower }
    }
    if ((shape & Shape.LOWER) !== 0 && (w.word[k] & (Word.ORDINAL | Word.DIRECTION)) === 0 && !(INNER.has(h) && words > 0)) {
      if (STOP.has(h) || COUNTED.has(h) || lower) return null
      lower = true
    } else if ((STOP.has(h) || PREPOSITION.has(h)) && !TITLED.has(h)) return null
    if (COUNTED.has(h) && words === 0 && (shape & Shape.SINGLE) === 0 && !(isCap(w, k) && k > 0 && isCap(w, k - 1))) return null
    if (isCap(w, k)) named++
    words++
  }
  return null
}
/** Suffixes of addresses whose number is written out. */
const FORMAL = wordSet('plaza square place street avenue road drive lane boulevard court way terrace parkway')
/** "Lot 9 27 Alder Avenue": a second number right before the house number, at the head of a line or after a word. */
function outer(w: Window, first: number, lo: number): number {
  const n = first - 1
  if (n < 0 || w.gap[first] !== Gap.SPACE || w.start[n] < lo || (w.shape[n] & Shape.DIGITS) === 0 || w.end[n] - w.start[n] > 5 || w.gap[n] === 0) return first
  return (w.gap[n] & ~(Gap.SPACE | Gap.NEWLINE | Gap.COLON | Gap.START | Gap.QUOTE | Gap.CLOSE)) === 0 && (n === 0 || w.start[n - 1] < lo || (w.word[n - 1] & Word.MONTH) === 0) ? n : first
}
/** Small words inside a street's name. */
const INNER = wordSet('of the de la del des du da do dos das van von der den le los las and')
const PREPOSITION = wordSet('in am an im on a s')
const TITLED = wordSet('dr jr sr')

function joined(w: Window, k: number): boolean {
  const gap = w.gap[k]
  if (gap === 0) return true
  const len = w.start[k] - w.end[k - 1]
  // A blank line ends whatever was said.
  if (len === 2 && (gap & Gap.NEWLINE) !== 0 && w.at(w.end[k - 1]) === 0x0a && w.at(w.end[k - 1] + 1) === 0x0a) return false
  return (gap & ~(Gap.SPACE | Gap.DOT | Gap.DASH | Gap.APOS | Gap.NEWLINE)) === 0 && len <= 2 && ((gap & Gap.DOT) === 0 || abbreviated(w, k - 1))
}

function street(w: Window, i: number, out: Sink): void {
  if (i === 0 || (w.gap[i] & ~(Gap.SPACE | Gap.NEWLINE | Gap.DOT)) !== 0) return
  const lo = w.start[i] - BEHIND
  const lim = w.start[i] + AHEAD
  if (w.start[i - 1] < lo) return
  if (inside(w, i + 1, lim) && w.gap[i + 1] === 0) return
  const c = core(w, i, lo)
  if (c === null) {
    namedStreet(w, i, lo, lim, out)
    return
  }
  if (c.words === 0 && !STREET_FIRST.has(w.hash[i])) return
  const h = w.hash[i]
  const shape = w.shape[i]
  const strong = STRONG_SUFFIX.has(h)
  if ((shape & Shape.LOWER) !== 0 ? !strong || (c.lower && c.words > 3) : c.lower) return
  const end = addressEnd(w, i, lim, (shape & Shape.LOWER) !== 0)
  const tail = end > i
  const capsTrap = (shape & Shape.CAPS) !== 0 && MEDICAL_CAPS.has(h)
  if (capsTrap && !tail && (w.shape[c.first] & Shape.LETTERS) === 0) return
  if (WEAK_SUFFIX.has(h) && !tail && c.digits < 2 && (c.named < 2 || THING.has(h)) && !homely(w, i, lim)) return
  if (TITLE.has(h) && !tail && titled(w, i, lim)) return
  if (!strong && !tail && c.first > 0 && w.start[c.first - 1] >= lo && (w.word[c.first - 1] & Word.MONTH) !== 0) return
  out.add(w.start[c.first], w.end[end], tail ? 0.9 : strong ? 0.85 : 0.7, 'address')
}

/** Suffixes that are things of the body or the ward: "3 Right Lung Fields". */
const THING = wordSet('point points view views field fields rest fall falls run rapid walk walks course pass key keys light lights stop bottom via trace track line pt')

/** "1010 Notified Dr Amundson", "11 VV Pt: Karen": the suffix is a title or a label of what follows. */
function titled(w: Window, i: number, lim: number): boolean {
  const k = i + 1
  if (!inside(w, k, lim) || (w.shape[k] & Shape.LETTERS) === 0 || w.start[k] - w.end[i] > 2) return false
  if ((w.gap[k] & Gap.COLON) !== 0) return true
  return w.hash[i] === DR && (w.gap[k] & ~(Gap.SPACE | Gap.DOT)) === 0 && isCap(w, k) && !((w.gap[k] & Gap.DOT) !== 0 && (w.word[k] & (Word.FUNCTION | Word.COMMON)) !== 0) && cityAt(w, k, lim, EVERYDAY) < 0
}
const TITLE = wordSet('dr pt')
const DR = [...TITLE][0]

/** "6 Maple St", "9 14th Sq": one digit and one word before a weak suffix, of which the word is one that streets are named by. */
function homely(w: Window, i: number, lim: number): boolean {
  const k = i - 1
  if (!HOMELY.has(w.hash[i]) || (w.shape[i] & Shape.INITIAL) === 0 || (inside(w, i + 1, lim) && (w.gap[i + 1] & ~(Gap.SPACE | Gap.DOT)) === 0 && w.gap[i + 1] !== 0 && isCap(w, i + 1) && w.hash[i] !== ST)) return false
  if ((w.word[k] & Word.ORDINAL) !== 0) return true
  if (!isCap(w, k) || GENERIC.has(w.hash[k]) || (w.word[k] & (Word.MEDICAL | Word.FUNCTION | Word.FIELD | Word.ROLE)) !== 0) return false
  const bits = lexiconBits(w, k)
  return surname(bits) > 1 || city(bits) > 0 || (bits & Bit.PLACE_PART) !== 0
}
const HOMELY = wordSet('st ct dr sq square court cir circle way trail loop')

const ST = hashWord('st')
const AND = hashWord('and')
const OF = hashWord('of')

export const geoStreet: readonly Detector[] = [{ id: 'geo-street', label: 'GEO', subtypes: ['address'], authority: AUTHORITY, reach: { behind: BEHIND + 8, ahead: AHEAD }, on: { word: Word.STREET }, at: street }]
