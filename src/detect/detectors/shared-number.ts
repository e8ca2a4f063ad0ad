import { Shape, type Window } from '../../scan/window'
import { Gap } from '../../text/chars'
import { wordSet } from '../field'

/** A telephone number in the text. */
export interface PhoneNumber {
  readonly start: number
  readonly end: number
  /** Its last token, the extension's if there is one. */
  readonly last: number
  /** Digits without the extension. */
  readonly digits: number
  /** How far its form alone, without any label, proves it: 0 to 1. */
  readonly score: number
}

/** Separators between the groups of a number: `555-123-4567`, `(555) 123.4567`, `555/123-4567`. */
const JOIN = Gap.SPACE | Gap.DASH | Gap.DOT | Gap.OPEN | Gap.CLOSE | Gap.SLASH
const EXTENSION = wordSet('x ext extn exten extension xt')
export const ONE = 0x31
const OPEN = 0x28
const CLOSE = 0x29
const PLUS = 0x2b

/** Digits of tokens `from` to `to`. */
export function digitsOf(w: Window, from: number, to: number): string {
  let s = ''
  for (let k = from; k <= to; k++) s += w.str(k)
  return s
}

/** Does digit token `k` carry on the number of token `k - 1`? At most three separators, one line break at most. */
export function joined(w: Window, k: number): boolean {
  if (k >= w.n || (w.shape[k] & Shape.DIGITS) === 0) return false
  const gap = w.gap[k]
  if (gap === 0 || (gap & ~(JOIN | Gap.NEWLINE)) !== 0) return false
  return w.start[k] - w.end[k - 1] <= 3
}

/** Start of the number whose first digits are token `i`: with its plus sign and the parenthesis that closes after it. */
export function numberStart(w: Window, i: number): number {
  let p = w.start[i]
  if (w.at(p - 1) === PLUS) p--
  if (w.at(p - 1) === OPEN && w.at(w.end[i]) === CLOSE) p--
  if (w.at(p - 1) === PLUS) p--
  return p
}

/** Does the number run into something: a glued letter, or a joined digit? */
function runsOn(w: Window, last: number): boolean {
  const k = last + 1
  if (k >= w.n) return false
  if (w.gap[k] === 0) return true
  return w.start[k] - w.end[last] === 1 && (w.shape[k] & Shape.DIGITS) !== 0 && (w.gap[k] & (Gap.DASH | Gap.DOT | Gap.SLASH | Gap.UNDERSCORE)) !== 0
}

/** Last token with the extension that follows token `last` (ITU-T E.123 §3.4): `x402`, `ext. 12`, `#12`. */
function extension(w: Window, last: number): number {
  const k = last + 1
  if (k >= w.n || w.start[k] - w.end[last] > 3) return last
  const gap = w.gap[k]
  if ((gap & Gap.HASH) !== 0) return (gap & ~(Gap.HASH | Gap.SPACE)) === 0 && w.is(k, Shape.DIGITS) && w.len(k) <= 6 && !w.glued(k + 1) ? k : last
  if ((gap & ~(Gap.SPACE | Gap.COMMA | Gap.SEMI | Gap.OPEN | Gap.DOT | Gap.DASH)) !== 0 || !EXTENSION.has(w.hash[k])) return last
  const v = k + 1
  if (!w.is(v, Shape.DIGITS) || w.len(v) > 7 || w.start[v] - w.end[k] > 3) return last
  if ((w.gap[v] & ~(Gap.SPACE | Gap.DOT | Gap.COLON | Gap.HASH | Gap.DASH)) !== 0) return last
  if (w.len(v) === 1 && w.gap[v + 1] === Gap.DASH && w.is(v + 1, Shape.DIGITS) && w.len(v + 1) === 4) return v + 1
  return v
}

/** The number of tokens `first` to `last`, with its extension; null when it runs into something. */
export function finish(w: Window, first: number, last: number, digits: number, score: number): PhoneNumber | null {
  const end = extension(w, alternative(w, last))
  if (end === last && runsOn(w, last) && !another(w, last)) return null
  return { start: numberStart(w, first), end: w.end[end], last: end, digits, score }
}

/** Last token of `821-8839/2223`, the last digits of a second number; before a whole number after the slash, `last`. */
function alternative(w: Window, last: number): number {
  const k = last + 1
  if (k >= w.n || w.gap[k] !== Gap.SLASH || w.start[k] - w.end[last] !== 1 || w.len(last) !== 4 || !w.is(k, Shape.DIGITS)) return last
  return (w.len(k) === 4 || w.len(k) === 2) && !runsOn(w, k) ? k : last
}

/** A slash and a whole number of its own follow token `last`. */
const another = (w: Window, last: number): boolean => w.gap[last + 1] === Gap.SLASH && w.len(last) === 4 && w.len(last + 1) === 3 && joined(w, last + 2) && w.len(last + 2) > 2

const n11 = (s: string, p: number): boolean => s.charCodeAt(p + 1) === ONE && s.charCodeAt(p + 2) === ONE

/** NANP: area and exchange are [2-9]XX, an area code is not N11 (NANPA, ATIS-0300055). `s`: ten digits. */
export const validNanp = (s: string): boolean => s.charCodeAt(0) > ONE && s.charCodeAt(3) > ONE && !n11(s, 0)

/** Last token of the ten digits that start at token `a` after `skip` digits of it, or -1: 3-3-4, 3-7, 6-4, 10. */
function tenDigits(w: Window, a: number, skip: number): number {
  const len = w.len(a) - skip
  if (len === 10) return a
  if (!joined(w, a + 1)) return -1
  const second = w.len(a + 1)
  if (len === 6 && second === 4) return a + 1
  if (len !== 3) return -1
  if (second === 7) return a + 1
  return second === 3 && joined(w, a + 2) && w.len(a + 2) === 4 ? a + 2 : -1
}

/** `1` or `001`: what may precede the ten digits. */
function isTrunk(w: Window, i: number): boolean {
  const len = w.len(i)
  const p = w.start[i]
  if (len === 1) return w.at(p) === ONE
  return len === 3 && w.at(p) === 0x30 && w.at(p + 1) === 0x30 && w.at(p + 2) === ONE
}

/** The North American number that starts at digit token `i`, with or without country code; null if there is none. */
export function nanp(w: Window, i: number): PhoneNumber | null {
  if (w.gap[i] === 0) return null
  let a = i
  let skip = 0
  let country = false
  let last = tenDigits(w, i, 0)
  if (isTrunk(w, i) && joined(w, i + 1)) {
    const after = tenDigits(w, i + 1, 0)
    if (after >= 0) {
      a = i + 1
      last = after
      country = true
    }
  }
  if (last < 0 && w.at(w.start[i]) === ONE) {
    skip = 1
    country = true
    last = tenDigits(w, i, 1)
  }
  if (last < 0) return null
  const valid = validNanp(digitsOf(w, a, last).slice(skip))
  return finish(w, i, last, country ? 11 : 10, formScore(w, i, a, last, valid, country))
}

/** Score of the number of tokens `i` to `last` whose area code is in token `a`. */
function formScore(w: Window, i: number, a: number, last: number, valid: boolean, country: boolean): number {
  if (w.at(w.start[i] - 1) === PLUS || (country && w.len(i) === 3)) return 0.95
  if (last === a) return country && valid ? 0.4 : 0.2
  const first = w.gap[a + 1]
  const second = w.gap[last]
  const seen = second | (a > i ? w.gap[a] : 0) | first
  if (last > a + 1 && (second & (Gap.OPEN | Gap.CLOSE | Gap.SLASH)) !== 0) return 0.2
  if ((seen & Gap.NEWLINE) !== 0) return valid && (seen & (Gap.CLOSE | Gap.DASH)) !== 0 ? 0.7 : 0.3
  if ((first & Gap.CLOSE) !== 0 && w.at(w.start[a] - 1) === OPEN) return valid ? 0.95 : 0.7
  if (last === a + 1) return 0.3
  if (first === Gap.DASH && second === Gap.DASH) return valid ? 0.92 : 0.6
  if (!valid) return 0.3
  if (first === Gap.SPACE && second === Gap.SPACE) return w.start[last] - w.end[last - 1] === 1 && w.start[last - 1] - w.end[a] === 1 && !figures(w, a) ? 0.7 : 0.3
  return 0.85
}

/** Two round figures and a year, as in a row of results: `250 300 2019`. */
function figures(w: Window, a: number): boolean {
  const year = w.num(a + 2)
  return year >= 1900 && year < 2100 && w.num(a) % 10 === 0 && w.num(a + 1) % 10 === 0
}
