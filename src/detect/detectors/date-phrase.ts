import type { Window } from '../../scan/window'
import { Gap } from '../../text/chars'
import { hashWord } from '../../text/hash'
import type { Sink } from '../detector'
import { wordSet } from '../field'
import { yearAfter } from './date-month-year'
import { digits, near } from './date-parts'
import { isRecentYear } from './date-year-range'

const PAST = hashWord('past')
const THIS = hashWord('this')
const FALL = hashWord('fall')
const OF = hashWord('of')
const RELATIVE = wordSet('last past next previous')
const POSSESSIVE = wordSet('his her their my your our the a s patient patients since date time of')
const SEASON_LED = wordSet('early late mid')

/** A year after token `last` (`2010`, `of 2010`, `'10`), or one right before token `first`. */
export function withYear(w: Window, first: number, last: number): { first: number; last: number } | null {
  const end = yearAfter(w, last, false)
  if (end > last) return { first, last: end }
  return near(w, first, Gap.SPACE | Gap.DASH, 1) && digits(w, first - 1, 4, 4) && isRecentYear(w.num(first - 1)) ? { first: first - 1, last } : null
}

/** `Spring 2010`, `the fall of 2018`; `last summer` scores as weekdays would: below what is a finding by default. */
export function atSeason(w: Window, i: number, out: Sink): void {
  const year = withYear(w, i, i)
  if (year !== null) {
    out.add(w.start[year.first], w.end[year.last], 0.85)
    return
  }
  if (!near(w, i, Gap.SPACE | Gap.NEWLINE, 2) || w.glued(i + 1)) return
  const p = i - 1
  if (!RELATIVE.has(w.hash[p])) return
  // "her last fall": an accident.
  if (w.hash[i] === FALL && (w.hash[p] !== PAST || !near(w, p, Gap.SPACE, 1) || w.hash[p - 1] !== THIS)) return
  if (p > 0 && near(w, p, Gap.SPACE, 1) && POSSESSIVE.has(w.hash[p - 1]) && SEASON_LED.has(w.hash[p])) return
  out.add(w.start[i], w.end[i], 0.45)
}

export const QUARTERS = ['q', 'qtr', 'quarter', 'first quarter', 'second quarter', 'third quarter', 'fourth quarter', 'last quarter'] as const

/** `Q3 2019`, `3Q19`, `2019-Q3`, `third quarter of 2019`. */
export function atQuarter(w: Window, i: number, next: number, out: Sink): void {
  const spoken = next - i === 2 || w.len(i) > 1
  const after = !spoken && w.glued(next) && digits(w, next, 1, 1) ? next : -1
  if (after >= 0 && (w.num(after) < 1 || w.num(after) > 4)) return
  const before = after < 0 && ((w.glued(i) && digits(w, i - 1, 1, 1)) || (spoken && digits(w, i - 2, 1, 1) && w.glued(i - 1))) ? (w.glued(i) ? i - 1 : i - 2) : i
  if (after < 0 && before === i && next - i !== 2) return
  if (before < i && (w.num(before) < 1 || w.num(before) > 4 || w.glued(before))) return
  const last = after < 0 ? next - 1 : after
  if (w.glued(last + 1) && !digits(w, last + 1, 2, 4)) return
  const glued = w.glued(last + 1) && digits(w, last + 1, 2, 2)
  const found = glued ? { first: before, last: last + 1 } : withYear(w, before, last)
  if (found !== null) out.add(w.start[found.first], w.end[found.last], 0.85)
  else if (after >= 0 && w.glued(before) && digits(w, before - 1, 4, 4) && isRecentYear(w.num(before - 1))) out.add(w.start[before - 1], w.end[last], 0.85)
}

export const WEEKS = ['w', 'wk', 'week', 'cw', 'kw', 'day'] as const
const DAY = hashWord('day')

/** ISO 8601 week and ordinal dates: `2019-W11-4`, `2019W114`, `week 11 of 2019`, `day 73 of 2019`. */
export function atWeek(w: Window, i: number, next: number, out: Sink): void {
  if (!near(w, next, Gap.SPACE | Gap.HASH, 2) || !digits(w, next, 1, 3)) return
  const tight = w.gap[next] === 0
  if (w.len(i) === 1 && tight && digits(w, i - 1, 4, 4) && near(w, i, Gap.DASH, 1) && isRecentYear(w.num(i - 1)) && w.len(next) > 1) {
    const day = w.len(next) === 2 && near(w, next + 1, Gap.DASH, 1) && digits(w, next + 1, 1, 1) ? next + 1 : next
    out.add(w.start[i - 1], w.end[day], 0.9)
    return
  }
  const n = w.num(next)
  if (n < 1 || n > (w.hash[i] === DAY ? 366 : 53) || (w.len(i) === 1 && !tight)) return
  const of = near(w, next + 1, Gap.SPACE, 1) && w.hash[next + 1] === OF
  if (w.hash[i] === DAY && !of) return
  const year = yearAfter(w, next, false)
  if (year > next && digits(w, year, 4, 4) && isRecentYear(w.num(year))) out.add(w.start[i], w.end[year], 0.8)
}
