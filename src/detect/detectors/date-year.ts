import { Shape, type Window } from '../../scan/window'
import { Gap } from '../../text/chars'
import { hashWord } from '../../text/hash'
import type { Sink } from '../detector'
import { fieldValue, wordSet } from '../field'
import { digits, near } from './date-parts'
import { spokenYear } from './date-spoken'
import { isRecentYear, REFERENCE_YEAR } from './date-year-range'

const BEFORE_YEAR = wordSet('in since from until till by before after during of circa early late mid year years spring summer fall autumn winter about around through to and between anno copyright fy cy dated')
const NOT_YEARS = wordSet('mg mcg ml kg units iu kcal calories cc g steps cells')
const S = hashWord('s')

/** A bare year: `in 2019`, `since 1998`, `2015-2018`, `the 1990s`. */
export function atYear(w: Window, i: number, out: Sink): void {
  if (w.end[i] - w.start[i] !== 4 || !isRecentYear(w.num(i))) return
  const decade = w.hash[i + 1] === S && near(w, i + 1, Gap.APOS, 1) && w.at(w.end[i] - 1) === 0x30
  if (w.glued(i) || (w.glued(i + 1) && !decade) || (w.gap[i] & (Gap.DOLLAR | Gap.HASH | Gap.PERCENT)) !== 0) return
  if (near(w, i + 1, Gap.SPACE, 1) && NOT_YEARS.has(w.hash[i + 1])) return
  const ranged = (near(w, i, Gap.DASH | Gap.SPACE, 3) && yearAt(w, i - 1)) || (near(w, i + 1, Gap.DASH | Gap.SPACE, 3) && yearAt(w, i + 1))
  const led = near(w, i, Gap.SPACE | Gap.NEWLINE | Gap.DASH, 2) && BEFORE_YEAR.has(w.hash[i - 1])
  const enclosed = (w.gap[i] & Gap.OPEN) !== 0 && w.at(w.end[i]) === 0x29
  if (ranged || led || enclosed || decade) out.add(w.start[i], w.end[decade ? i + 1 : i], led ? 0.8 : 0.6, 'year')
}

const yearAt = (w: Window, k: number): boolean => digits(w, k, 4, 4) && isRecentYear(w.num(k))

/** Cues of a birth year, and of years of adult life: those of a person over 89 go (§164.514(b)(2)(i)(C)). */
const BIRTH = ['born', 'born in', 'birth year', 'year of birth', 'yob', 'dob', 'date of birth', 'b'] as const
const ADULT = [
  'class of',
  'graduated',
  'graduated in',
  'graduated high school in',
  'graduated from college in',
  'graduation year',
  'married',
  'married in',
  'wed in',
  'enlisted',
  'enlisted in',
  'drafted',
  'drafted in',
  'served',
  'served in',
  'veteran of',
  'discharged from the army in',
  'retired in',
] as const
export const INDICATIVE = [...BIRTH, ...ADULT] as const

const BIRTH_WORDS = wordSet('born birth yob dob b year date')
const RETIRED = hashWord('retired')
const GRADUATE = hashWord('class')
const FILLER = wordSet('is was in on the around about circa year of')
const GAP = Gap.SPACE | Gap.COLON | Gap.EQUALS | Gap.QUOTE | Gap.DOT | Gap.APOS | Gap.OPEN | Gap.PIPE | Gap.TAB | Gap.UNDERSCORE | Gap.NEWLINE

/** `born in 1921`, `class of '41`, `married in 1950`. Adult life starts at 18. */
export function atIndicative(w: Window, i: number, next: number, out: Sink): void {
  const k = fieldValue(w, next, GAP, FILLER)
  if (k < 0 || w.start[k] - w.start[i] > 64) return
  const birth = BIRTH_WORDS.has(w.hash[i]) && w.hash[i] !== GRADUATE
  if (w.len(i) === 1 && (w.is(i, Shape.CAPS) || !near(w, next, Gap.DOT | Gap.SPACE | Gap.COLON, 2) || next - i > 1)) return
  const spoken = (w.shape[k] & Shape.LETTERS) !== 0 ? spokenYear(w, k) : null
  const short = digits(w, k, 2, 2) && w.at(w.start[k] - 1) === 0x27
  const year = spoken !== null ? spoken.value : digits(w, k, 4, 4) ? w.num(k) : short ? pivot(w.num(k)) : 0
  const last = spoken?.last ?? k
  if (year < 1850 || w.glued(k) || w.glued(last + 1) || dated(w, last)) return
  const oldest = REFERENCE_YEAR - (birth ? 90 : w.hash[i] === RETIRED ? 50 : 72)
  if (year <= oldest) out.add(w.start[k], w.end[last], birth ? 0.9 : 0.75)
}

/** Two digits are of the last hundred years. */
const pivot = (yy: number): number => (yy > REFERENCE_YEAR % 100 ? 1900 : 2000) + yy

/** The year opens a whole date (`1921-03-14`). */
const dated = (w: Window, k: number): boolean => near(w, k + 1, Gap.DASH | Gap.SLASH | Gap.DOT, 1) && digits(w, k + 1, 1, 2)
