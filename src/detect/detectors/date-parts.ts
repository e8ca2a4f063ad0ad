import { Word } from '../../lexicon/classes'
import { Shape, type Window } from '../../scan/window'
import { Gap } from '../../text/chars'
import { hashWord } from '../../text/hash'
import { wordSet } from '../field'

/** A date as tokens `first` to `last`, both included. */
export interface Span {
  readonly first: number
  readonly last: number
  readonly score: number
}

/** Token `k` exists and at most `max` separators, all in `mask`, stand before it. */
export const near = (w: Window, k: number, mask: number, max: number): boolean => k > 0 && k < w.n && (w.gap[k] & ~mask) === 0 && w.start[k] - w.end[k - 1] <= max

/** Token `k` is digits, `min` to `max` of them. */
export function digits(w: Window, k: number, min: number, max: number): boolean {
  if (k < 0 || k >= w.n || (w.shape[k] & Shape.DIGITS) === 0) return false
  const len = w.end[k] - w.start[k]
  return len >= min && len <= max
}

/** Days of a month, leap day allowed. */
export const validDay = (month: number, day: number): boolean => month >= 1 && month <= 12 && day >= 1 && day <= (month === 2 ? 29 : month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31)

const A = hashWord('a')
const AT = hashWord('at')
const M = hashWord('m')
const ON = hashWord('on')
const T = hashWord('t')
const MERIDIEM = wordSet('am pm')
const MERIDIEM_LETTER = wordSet('a p')
const HOURS = wordSet('h hr hrs hour hours')
const ZONE = wordSet('z utc gmt est edt cst cdt mst mdt pst pdt akst akdt hst bst cet cest')
const CLOCK_GAP = Gap.SPACE | Gap.TAB | Gap.COMMA | Gap.COLON | Gap.AT | Gap.DASH | Gap.NEWLINE | Gap.UNDERSCORE | Gap.PIPE | Gap.OPEN

/** Last token of `8:30`, `08:30:15.123`, `0830` from token `k` on, or -1. `loose`: four digits alone will do. */
export function clock(w: Window, k: number, loose: boolean): number {
  if (!digits(w, k, 1, 6)) return -1
  const len = w.len(k)
  if (len <= 2) {
    if (w.num(k) > 24) return -1
    if (!colon(w, k + 1)) return meridiem(w, k) > k ? zone(w, meridiem(w, k)) : -1
    return zone(w, meridiem(w, fraction(w, colon(w, k + 2) ? k + 2 : k + 1)))
  }
  if (!loose || len === 3 || len === 5) return -1
  const v = w.num(k)
  const hhmm = len === 6 ? Math.floor(v / 100) : v
  if (hhmm > 2400 || hhmm % 100 > 59 || (len === 6 && v % 100 > 60)) return -1
  const hours = near(w, k + 1, Gap.SPACE, 1) && HOURS.has(w.hash[k + 1]) ? k + 1 : k
  return zone(w, fraction(w, hours))
}

const colon = (w: Window, k: number): boolean => digits(w, k, 2, 2) && w.gap[k] === Gap.COLON && w.start[k] - w.end[k - 1] === 1 && w.num(k) <= 60

function fraction(w: Window, k: number): number {
  const n = k + 1
  return digits(w, n, 1, 9) && w.start[n] - w.end[k] === 1 && (w.gap[n] === Gap.DOT || (w.gap[n] === Gap.COMMA && w.len(n) === 3)) ? n : k
}

/** `am`, `p.m.`, after token `k`. */
export function meridiem(w: Window, k: number): number {
  if (!near(w, k + 1, Gap.SPACE, 1)) return k
  if (MERIDIEM.has(w.hash[k + 1])) return k + 1
  return MERIDIEM_LETTER.has(w.hash[k + 1]) && near(w, k + 2, Gap.DOT | Gap.SPACE, 2) && w.hash[k + 2] === M ? k + 2 : k
}

/** `Z`, `+05:30`, ` -0600`, ` EST`, ` hrs` after token `k`. */
function zone(w: Window, k: number): number {
  const n = k + 1
  if (n >= w.n || w.start[n] - w.end[k] > 2) return k
  if ((w.gap[n] & ~Gap.SPACE) === 0 && (ZONE.has(w.hash[n]) || HOURS.has(w.hash[n]))) return n
  const sign = w.gap[n] & ~Gap.SPACE
  if (sign !== Gap.DASH && sign !== Gap.PLUS) return k
  if (digits(w, n, 4, 4) && w.num(n) <= 1400) return n
  return digits(w, n, 2, 2) && w.num(n) <= 14 && colon(w, n + 1) ? n + 1 : k
}

/** The time of day written after the date that ends at token `last`: the new last token. */
export function timeAfter(w: Window, last: number): number {
  let k = last + 1
  if (k >= w.n || w.start[k] - w.end[last] > 4) return last
  if (w.gap[k] === 0) {
    if (w.hash[k] !== T || !w.glued(k + 1)) return last
    const end = clock(w, k + 1, true)
    return end < 0 ? last : end
  }
  if ((w.gap[k] & ~CLOCK_GAP) !== 0) return last
  let loose = (w.gap[k] & Gap.AT) !== 0
  if (w.hash[k] === AT) {
    if (!near(w, ++k, Gap.SPACE, 2)) return last
    loose = true
  }
  const bare = !loose && w.gap[k] === Gap.SPACE && digits(w, k, 4, 4) && !w.glued(k + 1) && !near(w, k + 1, Gap.SLASH | Gap.DASH | Gap.DOT, 1)
  // `20190314_083000`, `20190314-0830`: file names and run numbers.
  const run = w.len(last) === 8 && (w.gap[k] === Gap.UNDERSCORE || w.gap[k] === Gap.DASH) && digits(w, k, 6, 6) && w.num(k) < 240000
  const end = clock(w, k, loose || bare || run)
  return end < 0 ? last : end
}

/** The time of day written before the date that starts at token `first` (`08:30 on 3/14/2019`): the new first token. */
function timeBefore(w: Window, first: number): number {
  if (!near(w, first, Gap.SPACE | Gap.COMMA, 2)) return first
  let k = first - 1
  if (w.hash[k] === ON) {
    if (!near(w, k, Gap.SPACE | Gap.COMMA, 2)) return first
    k--
  }
  let half = false
  if (w.hash[k] === M && near(w, k, Gap.DOT, 1) && (w.hash[k - 1] === A || MERIDIEM_LETTER.has(w.hash[k - 1]))) k--
  if ((MERIDIEM.has(w.hash[k]) || MERIDIEM_LETTER.has(w.hash[k])) && near(w, k, Gap.SPACE, 1)) {
    half = true
    k--
  }
  if (colon(w, k) && colon(w, k - 1) && digits(w, k - 2, 1, 2)) return k - 2
  if (colon(w, k) && digits(w, k - 1, 1, 2)) return k - 1
  return half && digits(w, k, 1, 2) && w.num(k) <= 12 && !w.glued(k) ? k : first
}

const PASSING = wordSet('last next this')
/** First token of `last Tuesday`, whose weekday is token `k`. */
export const passing = (w: Window, k: number): number => (near(w, k, Gap.SPACE, 1) && PASSING.has(w.hash[k - 1]) ? k - 1 : k)

const THE = hashWord('the')

/** The article goes with its day: `on the 14th of March`; before a year, which may stay, it stays. */
export function withArticle(w: Window, span: Span): Span {
  const { first, last } = span
  const day = first < last && (w.word[first] & Word.MONTH) === 0 && !digits(w, last, 4, 4)
  return day && near(w, first, Gap.SPACE | Gap.NEWLINE, 1) && w.hash[first - 1] === THE ? { ...span, first: first - 1 } : span
}

const WEEKDAY_GAP = Gap.SPACE | Gap.COMMA | Gap.DOT | Gap.NEWLINE

/** Weekday and time of day belong to the date they are attached to. */
export function extend(w: Window, span: Span): Span {
  let { first, last } = span
  if (near(w, first, WEEKDAY_GAP, 3) && (w.word[first - 1] & Word.WEEKDAY) !== 0) {
    first = passing(w, first - 1)
  }
  first = timeBefore(w, first)
  last = timeAfter(w, last)
  if (near(w, last + 1, Gap.SPACE | Gap.COMMA, 2) && isWeekday(w, last + 1)) last = timeAfter(w, last + 1)
  return { first, last, score: span.score }
}

/** A weekday's name, or its abbreviation with a capital (`sun` and `sat` are words). */
export const isWeekday = (w: Window, k: number): boolean => (w.word[k] & Word.WEEKDAY) !== 0 && (w.len(k) > 5 || (w.shape[k] & Shape.LOWER) === 0)
