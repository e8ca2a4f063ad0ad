import type { Window } from '../../scan/window'
import { Gap } from '../../text/chars'
import { wordSet } from '../field'
import { evidence, Ground } from './date-evidence'
import { near } from './date-parts'

/** Words before `3-9` that have one day and count nothing. */
const ONE_DAY = wordSet('addendum collected dated printed received rcvd signed dob')

/** `3-14` */
export function dashedDay(w: Window, i: number, zero: boolean): number {
  if (near(w, i, Gap.SPACE | Gap.COLON, 2) && ONE_DAY.has(w.hash[i - 1])) return 0.6
  if (!zero && w.num(i + 1) <= 12) return 0
  const ground = evidence(w, i, i + 1)
  return ground === Ground.STRONG || (ground >= Ground.SLIGHT && zero && w.len(i) + w.len(i + 1) === 4) ? 0.6 : 0
}

/** Denominators of grades, doses, scores and counts. */
const DENOMINATORS = new Set([2, 3, 4, 5, 6, 7, 8, 9, 10, 12, 15, 16, 20, 24, 25, 27, 28, 30])

/** Those of strength, pain, murmurs, tests of the mind and plain fractions. */
const GRADES = new Set([2, 3, 4, 5, 6, 10])

export function dayAndMonth(w: Window, i: number, zero: boolean, labelled: boolean, spaced: boolean): number {
  if (labelled) return 0.85
  const a = w.num(i)
  const b = w.num(i + 1)
  const ground = evidence(w, i, i + 1)
  if (spaced) return 0
  if (ground === Ground.STRONG) return 0.8
  if (ground === Ground.AGAINST) return 0
  const ratio = !zero && a <= b && DENOMINATORS.has(b)
  if (ground === Ground.SLIGHT) return (a === b ? !zero && (a < 7 || a === 10 || a === 12) : ratio && GRADES.has(b)) ? 0 : 0.55
  if (ground === Ground.WEAK) return (a === b && !zero) || (ratio && (w.gap[i] & ~(Gap.SPACE | Gap.OPEN)) !== 0) ? 0 : ratio ? 0.55 : 0.65
  if (a > b && !zero && b <= 10) return b < 4 || a < 8 ? settled(w, i + 1) : 0
  return (ratio && b !== 30) || a > 12 || (a === b && !zero) ? 0 : 0.55
}

/** The clause ends behind a first number that is the larger, as it is in no score: `Dr. Roe 11/3.`; pressures of a ventilator are left out. */
function settled(w: Window, last: number): number {
  const n = last + 1
  return n >= w.n || (w.gap[n] & (Gap.NEWLINE | Gap.COMMA | Gap.CLOSE | Gap.SEMI)) !== 0 || w.gap[n] === (Gap.DOT | Gap.SPACE) ? 0.55 : 0
}
