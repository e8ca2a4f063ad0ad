import { Word } from '../../lexicon/classes'
import { Shape, type Window } from '../../scan/window'
import { Gap } from '../../text/chars'
import { hashWord } from '../../text/hash'
import type { Sink } from '../detector'
import { wordSet } from '../field'
import { clock, digits, extend, isWeekday, near, passing } from './date-parts'
import { cardinal, follows, ordinal } from './date-spoken'

const OF = hashWord('of')
const THE = hashWord('the')
const MONTH = hashWord('month')
const LED = wordSet('on since until till til by before after from through thru around about')
/** Acts and papers that have a day, before `the 14th` without a preposition. */
const ACTS = wordSet(
  'work home start starts started begins began open opens opened close closes closed addendum dictated done placed visit visits visiting seen leave leaves leaving left come comes came coming go goes going return returns returning arrive arrives arrived scheduled moved due tomorrow today yesterday birthday appointment appt surgery meeting discharged admitted drawn collected sent said is was be rayed',
)
const FOLLOWED = wordSet(
  'at and or for with w she he they we i you it when where which after before to until till through thru but because due so then in this last next if as was is by from off his her their my our your yeah yes ok okay um uh please does do did shows showed revealed u will would',
)
const LINK = wordSet('and or to through thru until')
const PART_OF_DAY = wordSet('morning afternoon evening night noon day week')
/** Words a month is named with: `the 4th of her medicines` is no date. */
const OF_MONTH = wordSet('this last next that the each every')
const ST = hashWord('st')
const ND = hashWord('nd')
const RD = hashWord('rd')
const TH = hashWord('th')

/** `on the 14th`, `since the 3rd`, `the 21st of this month`, `Sunday the 3rd`, `until the ninth`. */
export function atDayOfMonth(w: Window, i: number, out: Sink): void {
  const d = dayOf(w, i)
  if (d < 0) return
  const n = i + 1
  const t = the(w, d)
  const of = near(w, n, Gap.SPACE, 1) && w.hash[n] === OF
  if (of && near(w, n + 1, Gap.SPACE, 1) && OF_MONTH.has(w.hash[n + 1]) && near(w, n + 2, Gap.SPACE, 1) && w.hash[n + 2] === MONTH) {
    out.add(w.start[t], w.end[n + 2], 0.8)
    return
  }
  if (of) return
  const spoken = !w.is(d, Shape.DIGITS)
  if (spoken && t === d) return
  const weekday = weekdayFirst(w, d)
  // `second` and `third` alone are seldom days.
  if (weekday === d && ((spoken && d === i && ordinal(w, i) < 4) || !led(w, d, 0) || !ends(w, i, 0))) return
  const { first, last } = extend(w, { first: weekday < d ? passing(w, weekday) : t, last: i, score: 0.6 })
  out.add(w.start[first], w.end[last], 0.6)
}

/** First token of the day of a month that ends at suffix or ordinal word `i`, or -1. */
function dayOf(w: Window, i: number): number {
  if (w.glued(i)) return digits(w, i - 1, 1, 2) && suffixed(w, i) ? i - 1 : -1
  const unit = ordinal(w, i)
  if (unit <= 0) return -1
  const tens = i > 0 && follows(w, i) ? cardinal(w, i - 1) : -1
  if (tens === 20 && unit < 10) return i - 1
  if (tens === 30 && unit === 1) return i - 1
  return i
}

/** Token `i` is the suffix its number, the day of a month, takes. */
function suffixed(w: Window, i: number): boolean {
  const day = w.num(i - 1)
  const unit = day > 10 && day < 14 ? 0 : day % 10
  return day >= 1 && day <= 31 && w.hash[i] === (unit === 1 ? ST : unit === 2 ? ND : unit === 3 ? RD : TH)
}

/** `the` before the day at token `d`, or `d`. */
const the = (w: Window, d: number): number => (near(w, d, Gap.SPACE | Gap.NEWLINE, 1) && w.hash[d - 1] === THE ? d - 1 : d)

/** `Sunday the 3rd`, `Thursday evening, the 5th`: token of the weekday, or `d`. */
function weekdayFirst(w: Window, d: number): number {
  const t = the(w, d)
  if (!near(w, t, Gap.SPACE | Gap.COMMA, 2)) return d
  const p = PART_OF_DAY.has(w.hash[t - 1]) && near(w, t - 1, Gap.SPACE, 1) ? t - 2 : t - 1
  return p >= 0 && (isWeekday(w, p) || (t < d && (w.word[p] & Word.WEEKDAY) !== 0 && w.len(p) > 3)) ? p : d
}

/** A date word, a weekday, an act or an earlier day of a list stands before day `d`. */
function led(w: Window, d: number, depth: number): boolean {
  const t = the(w, d)
  if (!near(w, t, Gap.SPACE | Gap.COMMA | Gap.NEWLINE, 2)) return false
  const p = t - 1
  if (weekdayFirst(w, d) < d || (t < d && (LED.has(w.hash[p]) || ACTS.has(w.hash[p])))) return true
  if (t < d && w.hash[p] === OF && near(w, p, Gap.SPACE, 1) && PART_OF_DAY.has(w.hash[p - 1])) return true
  const q = LINK.has(w.hash[p]) ? p - 1 : (w.gap[t] & Gap.COMMA) !== 0 ? p : -1
  if (depth > 2 || q <= 0 || !(q === p || near(w, p, Gap.SPACE | Gap.COMMA, 2))) return false
  const earlier = dayOf(w, q)
  return earlier >= 0 && led(w, earlier, depth + 1)
}

/** What follows ordinal `i` is no noun it could belong to. */
function ends(w: Window, i: number, depth: number): boolean {
  const n = i + 1
  if (n >= w.n || w.start[n] - w.end[i] > 3) return true
  const listed = w.gap[n] === (Gap.COMMA | Gap.SPACE)
  if (!listed && (w.gap[n] & ~(Gap.SPACE | Gap.DASH | Gap.SLASH)) !== 0) return true
  if (!listed && w.gap[n] !== Gap.SPACE) return false
  const link = LINK.has(w.hash[n]) ? n + 1 : n
  const later = w.hash[link] === THE ? link + 1 : link
  if (near(w, link, Gap.SPACE | Gap.COMMA, 2)) {
    if (w.is(later, Shape.DIGITS) && later + 1 < w.n && dayOf(w, later + 1) === later) return depth < 3 && ends(w, later + 1, depth + 1)
    if (later < w.n && dayOf(w, later) === later) return depth < 3 && ends(w, later, depth + 1)
  }
  return listed || FOLLOWED.has(w.hash[n]) || (w.word[n] & Word.WEEKDAY) !== 0 || clock(w, n, true) > 0
}
