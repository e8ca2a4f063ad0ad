import type { Window } from '../../scan/window'
import { Gap } from '../../text/chars'
import { hashWord } from '../../text/hash'
import { DAY, MONTH, OLD, OR, OR_OVER, WEEK, YEAR, YO } from './age-words'

/** Oldest age the law lets stand, and the highest that is still an age. */
export const LIMIT = 89
export const HIGHEST = 130

const Y = hashWord('y')
const O = hashWord('o')
const AGE = hashWord('age')
const OF = hashWord('of')

/** Token `k` exists and at most `max` separators, all in `mask`, stand before it. */
export const near = (w: Window, k: number, mask: number, max: number): boolean => k > 0 && k < w.n && (w.gap[k] & ~mask) === 0 && w.start[k] - w.end[k - 1] <= max

const JOIN = Gap.SPACE | Gap.DASH | Gap.NEWLINE | Gap.UNDERSCORE
const LETTERS = Gap.SPACE | Gap.DASH | Gap.SLASH | Gap.DOT | Gap.BACKSLASH

/** What the words after a number make of it. */
export const Unit = {
  NONE: 0,
  /** Years, with nothing to say that they are an age. */
  YEARS: 1,
  YEARS_OLD: 2,
  MONTHS_OLD: 3,
  WEEKS_OLD: 4,
  DAYS_OLD: 5,
} as const
export type Unit = (typeof Unit)[keyof typeof Unit]

/** Least number of each unit that is over 89 years, by Unit. */
export const LEAST: readonly number[] = [90, 90, 90, 1080, 4696, 32873]

/** Unit after the number that ends at token `last`. */
export function unitAfter(w: Window, last: number): Unit {
  const k = last + 1
  if (k >= w.n || w.start[k] - w.end[last] > 3) return Unit.NONE
  const h = w.hash[k]
  if ((w.gap[k] & ~LETTERS) === 0) {
    if (YO.has(h)) return Unit.YEARS_OLD
    if (h === Y && near(w, k + 1, LETTERS, 2) && w.hash[k + 1] === O) return Unit.YEARS_OLD
    if (h === Y && w.gap[k] === 0 && !w.glued(k + 1)) return Unit.YEARS_OLD
  }
  if ((w.gap[k] & ~JOIN) !== 0) return Unit.NONE
  const unit = YEAR.has(h) ? Unit.YEARS : MONTH.has(h) ? Unit.MONTHS_OLD : WEEK.has(h) ? Unit.WEEKS_OLD : DAY.has(h) ? Unit.DAYS_OLD : Unit.NONE
  if (unit === Unit.NONE) return Unit.NONE
  const old = near(w, k + 1, JOIN | Gap.DOT, 3) && (OLD.has(w.hash[k + 1]) || (w.hash[k + 1] === OF && near(w, k + 2, Gap.SPACE, 1) && w.hash[k + 2] === AGE))
  return old ? (unit === Unit.YEARS ? Unit.YEARS_OLD : unit) : unit === Unit.YEARS ? Unit.YEARS : Unit.NONE
}

/** `90 or older`, `90+`: ages over 89 as the law has them written. */
export function aggregated(w: Window, last: number, value: number): boolean {
  if (value !== LIMIT + 1) return false
  if (w.at(w.end[last]) === 0x2b) return true
  let k = last + 1
  for (let steps = 0; steps < 3 && k < w.n && (YEAR.has(w.hash[k]) || (w.hash[k] === OF && w.hash[k + 1] === AGE) || w.hash[k] === AGE); steps++) k++
  return near(w, k, Gap.SPACE, 1) && OR.has(w.hash[k]) && near(w, k + 1, Gap.SPACE, 1) && OR_OVER.has(w.hash[k + 1])
}

/** `over 90`, `> 90` before token `k`: the same, in front. */
export function over(w: Window, k: number, value: number): boolean {
  if (value !== LIMIT + 1) return false
  const c = w.at(w.start[k] - 1) === 0x20 ? w.at(w.start[k] - 2) : w.at(w.start[k] - 1)
  if (c === 0x3e || c === 0x2265) return !(c === 0x3e && w.alnumAt(w.start[k] - 2))
  return near(w, k, Gap.SPACE, 1) && OVER.has(w.hash[k - 1])
}

const OVER = new Set(['over', 'above', 'beyond', 'than'].map(hashWord))
