import { Shape, type Window } from '../../scan/window'
import { Gap } from '../../text/chars'
import { hashWord } from '../../text/hash'
import type { Sink } from '../detector'
import { wordSet } from '../field'
import { dashedDay, dayAndMonth } from './date-day-month'
import { counted, evidence, Ground, sided } from './date-evidence'
import { digits, extend, near, type Span, timeAfter, validDay } from './date-parts'
import { isRecentYear, isYear } from './date-year-range'

const SEPARATORS = Gap.SLASH | Gap.DASH | Gap.DOT

/** The one separator before token `k`: SLASH, DASH or DOT, with SPACE set where it has spaces around it; 0 for anything else. */
export function joiner(w: Window, k: number): number {
  if (k < 1 || k >= w.n || (w.shape[k] & Shape.DIGITS) === 0) return 0
  const gap = w.gap[k]
  const bit = gap & SEPARATORS
  if (bit === 0 || (bit & (bit - 1)) !== 0) return 0
  const length = w.start[k] - w.end[k - 1]
  if (gap === bit) return length === 1 ? bit : 0
  if (gap === (Gap.SLASH | Gap.BACKSLASH) || gap === (Gap.SLASH | Gap.APOS)) return length === 2 ? bit : 0 // JSON may escape the slash; `3/14/'19`
  if (gap === (bit | Gap.NEWLINE)) return length === 2 && bit !== Gap.DOT ? bit : 0
  return gap === (bit | Gap.SPACE) && length <= 3 && bit !== Gap.DOT ? gap : 0
}

/** Something numeric is glued on by a separator before token `i`: it is the inside of a longer number. */
function inside(w: Window, i: number, sep: number): boolean {
  const gap = w.gap[i]
  if (i === 0 || (gap & Gap.START) !== 0) return false
  if (gap === 0) return w.is(i - 1, Shape.LETTERS) && w.len(i - 1) < 3
  if (w.start[i] - w.end[i - 1] !== 1 || (gap & SEPARATORS) === 0) return false
  if ((w.shape[i - 1] & Shape.DIGITS) === 0) return gap === Gap.DOT && sep === Gap.DOT && !(w.len(i - 1) > 3 && digits(w, i + 2, 4, 4))
  return !(gap === Gap.DASH && sep === Gap.SLASH && (w.gap[i - 1] & Gap.SLASH) !== 0) && !(gap === Gap.SLASH && sep === Gap.DASH && w.gap[i - 1] === Gap.DASH)
}

/** The numeric date that starts at token `i`, without its time; null if there is none. */
export function numericDate(w: Window, i: number, labelled = false): Span | null {
  if (!digits(w, i, 1, 4)) return digits(w, i, 8, 14) && (labelled || !bareValue(w, i)) ? basicDate(w, i) : null
  const first = joiner(w, i + 1)
  if (first === 0 || inside(w, i, first & SEPARATORS)) return null
  const second = joiner(w, i + 2)
  if (second !== 0 && w.len(i + 2) <= 4) {
    const score = second === first ? threeParts(w, i, first, labelled) : first === Gap.SLASH && second === Gap.DASH && digits(w, i + 2, 4, 4) && joiner(w, i + 3) === 0 ? american(w, i) : 0
    if (score > 0) return { first: i, last: i + 2, score }
    const range = first === Gap.SLASH && second === Gap.DASH ? rangeOfDays(w, i) : 0
    if (range > 0) return { first: i, last: i + 3, score: range }
    if (second === first) return null
  }
  return twoParts(w, i, first, labelled)
}

/** `3/14-19/2019` */
function rangeOfDays(w: Window, i: number): number {
  if (joiner(w, i + 3) !== Gap.SLASH || !validDay(w.num(i), w.num(i + 1)) || !validDay(w.num(i), w.num(i + 2))) return 0
  return digits(w, i + 3, 4, 4) && isYear(w.num(i + 3)) ? 0.9 : 0
}

const american = (w: Window, i: number): number => (validDay(w.num(i), w.num(i + 1)) && isYear(w.num(i + 2)) ? 0.8 : 0)

function threeParts(w: Window, i: number, sep: number, labelled: boolean): number {
  const a = w.num(i)
  const b = w.num(i + 1)
  const c = w.num(i + 2)
  if (w.len(i + 1) > 2 || w.len(i) === 3 || w.len(i + 2) === 3) return 0
  const bit = sep & SEPARATORS
  const glued = w.glued(i + 3) && !clockLetter(w, i + 3)
  if (glued && bit !== Gap.SLASH) return 0
  if (w.len(i) === 4) return isYear(a) && w.len(i + 2) <= 2 && (validDay(b, c) || (c <= 12 && validDay(c, b))) ? yearFirst(w, i, bit, labelled) : 0
  if (!validDay(a, b) && !validDay(b, a)) return w.len(i) === 2 && w.len(i + 2) === 2 && a > 31 && validDay(b, c) && bit !== Gap.DOT && !chained(w, i + 2, bit) && (labelled || bit === Gap.SLASH) ? 0.6 : 0
  if (w.len(i + 2) === 4) return isYear(c) && !(bit !== Gap.SLASH && sep !== bit && !labelled && !isRecentYear(c)) ? (chained(w, i + 2, bit) ? 0.6 : 0.95) : 0
  if (w.len(i + 2) !== 2 || chained(w, i + 2, bit) || (glued && !labelled)) return 0
  return shortYear(w, i, bit, sep !== bit, labelled)
}

const T = hashWord('t')
const clockLetter = (w: Window, k: number): boolean => w.hash[k] === T && w.glued(k + 1)

/** Goes on with the same separator and another number: an address, a serial number. */
const chained = (w: Window, last: number, bit: number): boolean => joiner(w, last + 1) === bit

/** ISO 8601 `2019-03-14`, `2019/3/14`, `2019.03.14`. */
function yearFirst(w: Window, i: number, bit: number, labelled: boolean): number {
  if (w.len(i + 1) === 2 && w.len(i + 2) === 2) return bit === Gap.DOT && !labelled ? 0.8 : 0.95
  return bit === Gap.DOT && !labelled ? 0 : 0.8
}

/** `5/10/20 mg`, `4/3/12%`: three amounts. */
const dosed = (w: Window, last: number): boolean => w.at(w.end[last]) === 0x25 || (near(w, last + 1, Gap.SPACE, 1) && AMOUNT.has(w.hash[last + 1]) && !sided(w, last + 1))
const AMOUNT = wordSet('mg mcg g gm grams kg ml cc l meq iu unit units tablet tablets tab tabs pill pills cap caps capsule capsules puffs drops cm mm points score')

/** `3/14/19` is a date; `3-14-19` and `3.14.19` need a leading zero, a day past the twelfth or words that say so. */
function shortYear(w: Window, i: number, bit: number, spaced: boolean, labelled: boolean): number {
  if (labelled) return 0.9
  if (bit === Gap.SLASH) return dosed(w, i + 2) ? 0 : spaced ? 0.6 : 0.85
  const ground = evidence(w, i, i + 2)
  if (ground === Ground.STRONG || extend(w, { first: i, last: i + 2, score: 0 }).last > i + 2) return 0.85
  if (ground === Ground.AGAINST || spaced) return 0
  const a = w.num(i)
  const b = w.num(i + 1)
  const zero = w.at(w.start[i]) === 0x30 || w.at(w.start[i + 1]) === 0x30
  if (zero || ground === Ground.WEAK) return bit === Gap.DASH || w.len(i) + w.len(i + 1) === 4 ? 0.65 : 0
  if (bit === Gap.DASH && (ground === Ground.SLIGHT || (w.num(i + 2) > 31 && w.is(i - 1, Shape.INITIAL | Shape.CAPS) && w.gap[i] === Gap.SPACE && w.len(i - 1) > 2))) return 0.55
  return bit === Gap.DASH && (a > 12 || b > 12) && (a % 5 !== 0 || b % 5 !== 0 || w.num(i + 2) % 5 !== 0) ? 0.55 : 0
}

/** `03/2019`, `2019-03`, `3/14`, `3/14-19`. */
function twoParts(w: Window, i: number, sep: number, labelled: boolean): Span | null {
  const bit = sep & SEPARATORS
  if (w.glued(i + 2) || chained(w, i + 1, bit)) return null
  const a = w.num(i)
  const b = w.num(i + 1)
  const zero = w.at(w.start[i]) === 0x30 || w.at(w.start[i + 1]) === 0x30
  if (w.len(i + 1) === 4 && w.len(i) <= 2) return a >= 1 && a <= 12 && isRecentYear(b) && sep === bit ? monthYear(w, i, bit, zero, labelled) : null
  if (w.len(i) === 4 && w.len(i + 1) === 2) return b >= 1 && b <= 12 && isRecentYear(a) && sep === bit && bit !== Gap.DOT ? monthYear(w, i, bit, zero || bit === Gap.SLASH, labelled) : null
  if (w.len(i) > 2 || w.len(i + 1) > 2) return null
  if (!validDay(a, b) && !(validDay(b, a) && a !== 24)) return oldMonth(w, i, bit, sep === bit)
  const score =
    bit === Gap.SLASH
      ? dayAndMonth(w, i, zero, labelled, sep !== bit)
      : labelled && sep === bit
        ? bit === Gap.DASH && !counted(w, i + 1)
          ? 0.8
          : 0
        : bit === Gap.DASH && sep === bit && !counted(w, i + 1)
          ? dashedDay(w, i, zero)
          : 0
  if (score === 0) return null
  const range = bit === Gap.SLASH && joiner(w, i + 2) === Gap.DASH && w.len(i + 2) <= 2 && joiner(w, i + 3) === 0 && w.num(i + 2) > b && w.num(i + 2) <= 31 && !w.glued(i + 3)
  return { first: i, last: range ? i + 2 : i + 1, score }
}

/** `since 3/77`, `first visit 3/77`: month and a year of the last century. */
function oldMonth(w: Window, i: number, bit: number, tight: boolean): Span | null {
  const month = w.num(i)
  if (bit !== Gap.SLASH || !tight || month < 1 || month > 12 || w.len(i + 1) !== 2 || w.num(i + 1) < 50 || counted(w, i + 1)) return null
  return near(w, i, Gap.SPACE, 1) && OLD_LED.has(w.hash[i - 1]) ? { first: i, last: i + 1, score: 0.6 } : null
}
const OLD_LED = wordSet('in since until till visit seen born dated admitted married retired early late mid circa')

const IN_MONTH = wordSet('in since of early late mid until from by circa')

function monthYear(w: Window, i: number, bit: number, zero: boolean, labelled: boolean): Span | null {
  const ground = labelled ? Ground.STRONG : evidence(w, i, i + 1)
  const led = (w.gap[i] & (Gap.QUOTE | Gap.COLON | Gap.PIPE)) !== 0 || (near(w, i, Gap.SPACE, 2) && IN_MONTH.has(w.hash[i - 1]))
  if (bit === Gap.SLASH && !counted(w, i + 1)) return { first: i, last: i + 1, score: ground === Ground.STRONG || led ? 0.9 : ground === Ground.AGAINST ? 0.6 : 0.8 }
  if (ground === Ground.AGAINST || bit !== Gap.DASH || !(ground === Ground.STRONG || zero || led || ground === Ground.WEAK)) return null
  return { first: i, last: i + 1, score: ground === Ground.STRONG ? 0.9 : 0.6 }
}

/** Numbers of papers and books. */
const CATALOGUE = wordSet('pmid pmcid isbn issn doi pubmed')

/** HL7 v2 TS, DICOM DA and DT: `YYYYMMDD[HHMM[SS[.S…]]][±ZZZZ]`. */
/** The bare number of a field, `"sent":20190314`, `rows=20190314`: a date only where the field says so. */
function bareValue(w: Window, i: number): boolean {
  const gap = w.gap[i]
  if (w.glued(i + 1)) return false
  if ((gap & Gap.EQUALS) !== 0) return true
  return (gap & Gap.COLON) !== 0 && (gap & Gap.QUOTE) !== 0 && w.at(w.start[i] - 1) !== 0x22
}

function basicDate(w: Window, i: number): Span | null {
  const len = w.len(i)
  if (len !== 8 && len !== 10 && len !== 12 && len !== 14) return null
  const at = (k: number) => w.at(w.start[i] + k) - 48
  const year = at(0) * 1000 + at(1) * 100 + at(2) * 10 + at(3)
  const month = at(4) * 10 + at(5)
  if (!isRecentYear(year) || !validDay(month, at(6) * 10 + at(7))) return null
  if (len > 8 && (at(8) * 10 + at(9) > 23 || (len > 10 && at(10) > 5) || (len > 12 && at(12) > 5))) return null
  const before = w.gap[i]
  if ((before & (Gap.DOLLAR | Gap.HASH | Gap.PLUS)) !== 0 || (before === 0 && !w.is(i - 1, Shape.LETTERS))) return null
  if (w.glued(i + 1) && !clockLetter(w, i + 1)) return null
  if (near(w, i, Gap.COLON | Gap.SPACE | Gap.HASH, 2) && CATALOGUE.has(w.hash[i - 1])) return null
  // A product and its build (RFC 9110 §10.1.5): `Gecko/20100101`.
  if (before === Gap.SLASH && w.is(i - 1, Shape.INITIAL | Shape.CAMEL | Shape.CAPS)) return null
  if (len === 10 && (before & (Gap.PIPE | Gap.QUOTE | Gap.CARET | Gap.AMP)) === 0) return null
  let last = i
  if (len > 8 && digits(w, last + 1, 1, 6) && w.gap[last + 1] === Gap.DOT && near(w, last + 1, Gap.DOT, 1)) last++
  if (len > 8 && digits(w, last + 1, 4, 4) && (w.gap[last + 1] === Gap.DASH || w.gap[last + 1] === Gap.PLUS) && near(w, last + 1, Gap.DASH | Gap.PLUS, 1)) last++
  if (len === 8 && (joined(w, i) || (joined(w, i + 1) && timeAfter(w, i) === i))) return null
  return { first: i, last, score: len === 8 ? 0.6 : 0.8 }
}

/** A single dash or dot joins digits to digits before token `k`. */
const joined = (w: Window, k: number): boolean => k > 0 && k < w.n && (w.gap[k] & ~(Gap.DASH | Gap.DOT)) === 0 && w.gap[k] !== 0 && w.start[k] - w.end[k - 1] === 1 && digits(w, k, 1, 64) && digits(w, k - 1, 1, 64)

export function atNumber(w: Window, i: number, out: Sink): void {
  const len = w.end[i] - w.start[i]
  if (len <= 4) {
    if (i + 1 >= w.n || (w.gap[i + 1] & SEPARATORS) === 0 || (w.shape[i + 1] & Shape.DIGITS) === 0) return
  } else if (len < 8 || len > 14) return
  const span = numericDate(w, i)
  if (span === null) return
  const { first, last, score } = extend(w, span)
  out.add(w.start[first], w.end[last], score)
}
