import { Word } from '../../lexicon/classes'
import type { Window } from '../../scan/window'
import { Gap } from '../../text/chars'
import { hashWord } from '../../text/hash'
import { wordSet } from '../field'
import { clock, digits, near } from './date-parts'
import { cardinal, follows, type Spoken, spokenYear } from './date-spoken'
import { COUNTED } from './date-words'
import { isYear } from './date-year-range'

export const JOIN = Gap.SPACE | Gap.DASH | Gap.SLASH | Gap.DOT | Gap.COMMA | Gap.NEWLINE | Gap.UNDERSCORE | Gap.TAB | Gap.BACKSLASH
const OF = hashWord('of')
const BESIDE_YEAR = wordSet('day days visit visits patients people cases x')

/** Last token of the year after token `last`, or `last`. `short`: two digits will do without an apostrophe. */
export function yearAfter(w: Window, last: number, short: boolean): number {
  let k = last + 1
  if (!near(w, k, JOIN | Gap.APOS | Gap.OPEN, 4)) return last
  if (w.hash[k] === OF && !near(w, ++k, Gap.SPACE | Gap.APOS, 2)) return last
  if (digits(w, k, 4, 4)) return isYear(w.num(k)) && !thousandsOf(w, k) ? k : last
  if (digits(w, k, 2, 2)) {
    if ((w.gap[k] & Gap.APOS) !== 0) return k
    return short && !w.glued(k + 1) && !counts(w, k) && clock(w, k, false) < 0 ? k : last
  }
  const year: Spoken | null = (w.word[k] & Word.NUMBER) !== 0 ? spokenYear(w, k) : null
  return year === null ? last : year.last
}

/** `March 14, 2000 mg` */
const thousandsOf = (w: Window, k: number): boolean => near(w, k + 1, Gap.SPACE, 1) && COUNTED.has(w.hash[k + 1]) && !BESIDE_YEAR.has(w.hash[k + 1])

export const yearSaid = (w: Window, last: number): boolean => yearAfter(w, last, false) > last || shortYearSaid(w, last) > last

/** Last token of `ninety six` after a day said in words, or `last`. */
export function shortYearSaid(w: Window, last: number): number {
  const tens = follows(w, last + 1) ? cardinal(w, last + 1) : -1
  if (tens < 20) return last
  const unit = follows(w, last + 2) ? cardinal(w, last + 2) : -1
  return unit >= 1 && unit <= 9 ? last + 2 : last
}

/** A number that counts something, or numbers a list, is no day. */
export function counts(w: Window, k: number): boolean {
  const n = k + 1
  if (n >= w.n || w.start[n] - w.end[k] > 2) return w.at(w.end[k]) === 0x25
  if ((w.gap[n] & (Gap.PERCENT | Gap.NEWLINE)) !== 0) return (w.gap[n] & Gap.PERCENT) !== 0
  if ((w.gap[n] & ~(Gap.SPACE | Gap.DASH)) === 0 && COUNTED.has(w.hash[n])) return true
  return (w.gap[n] & ~(Gap.COLON | Gap.DOT | Gap.SLASH)) === 0 && w.gap[n] !== 0 && digits(w, n, 1, 64) && w.start[n] - w.end[k] === 1 && clock(w, k, false) < 0 && w.gap[n] !== w.gap[k]
}
