import type { Window } from '../../scan/window'
import { Gap } from '../../text/chars'
import { hashWord } from '../../text/hash'
import type { Sink } from '../detector'
import { wordSet } from '../field'
import { yearAfter } from './date-month'
import { relativeBefore } from './date-month-bare'
import { digits, near } from './date-parts'
import { isRecentYear } from './date-year-range'

const PAST = hashWord('past')
const THIS = hashWord('this')
const FALL = hashWord('fall')
const OF = hashWord('of')
const THE = hashWord('the')
const RELATIVE = wordSet('last past next previous')
const POSSESSIVE = wordSet('his her their my your our the a s patient patients since date time of')
const SEASON_LED = wordSet('early late mid')

/** A year after token `last` (`2010`, `of 2010`, `'10`), or one right before token `first`. */
function withYear(w: Window, first: number, last: number): { first: number; last: number } | null {
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

/** Days of the year with a name of their own (5 U.S.C. 6103 and the commonest others). */
export const HOLIDAYS = [
  'christmas',
  'christmas eve',
  'christmas day',
  'xmas',
  'thanksgiving',
  'thanksgiving day',
  'new year s',
  'new years',
  'new year s eve',
  'new year s day',
  'new years eve',
  'new years day',
  'easter',
  'easter sunday',
  'good friday',
  'halloween',
  'labor day',
  'memorial day',
  'independence day',
  'fourth of july',
  '4 th of july',
  'july 4 th',
  'veterans day',
  'veteran s day',
  'columbus day',
  'indigenous peoples day',
  'presidents day',
  'president s day',
  'martin luther king day',
  'mlk day',
  'juneteenth',
  'valentine s day',
  'valentines day',
  'mother s day',
  'mothers day',
  'father s day',
  'fathers day',
  'st patrick s day',
  'saint patrick s day',
  'groundhog day',
  'cinco de mayo',
  'mardi gras',
  'ash wednesday',
  'palm sunday',
  'passover',
  'yom kippur',
  'rosh hashanah',
  'hanukkah',
  'chanukah',
  'ramadan',
  'eid',
  'diwali',
  'kwanzaa',
  'boxing day',
  'super bowl sunday',
  'black friday',
  'lunar new year',
  'chinese new year',
] as const

const HOLIDAY_LED = wordSet('last past next this on since before after around until till by previous')
/** Holidays said in passing, or that are words of other things: only with a year or a word like `last`. */
const WORDS_TOO = wordSet('easter eid passover ramadan mardi')

/** `Christmas 2018`, `last Thanksgiving`, `since Labor Day`. */
export function atHoliday(w: Window, i: number, next: number, out: Sink): void {
  const year = withYear(w, i, next - 1)
  if (year !== null) {
    out.add(w.start[year.first], w.end[year.last], 0.9)
    return
  }
  if (!near(w, i, Gap.SPACE | Gap.NEWLINE, 2)) return
  const p = w.hash[i - 1] === THE && near(w, i - 1, Gap.SPACE, 1) ? i - 2 : i - 1
  if (p < 0 || !HOLIDAY_LED.has(w.hash[p])) return
  out.add(w.start[relativeBefore(w, i)], w.end[next - 1], WORDS_TOO.has(w.hash[i]) ? 0.55 : 0.7)
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
