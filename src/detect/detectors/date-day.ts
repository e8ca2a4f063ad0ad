import { Word } from '../../lexicon/classes'
import type { Window } from '../../scan/window'
import { Gap } from '../../text/chars'
import { hashWord } from '../../text/hash'
import type { Sink } from '../detector'
import { wordSet } from '../field'
import { clock, digits, extend, isWeekday, near } from './date-parts'

const OF = hashWord('of')
const THE = hashWord('the')
const MONTH = hashWord('month')
const LED = wordSet('on since until till by before after from through thru around')
const FOLLOWED = wordSet('at and or for with she he they we i it when after before to until till through thru but because due so then in this last next if as was is')
const LINK = wordSet('and or to through thru until')
/** Words a month is named with: `the 4th of her medicines` is no date. */
const OF_MONTH = wordSet('this last next the each every that')
const ST = hashWord('st')
const ND = hashWord('nd')
const RD = hashWord('rd')
const TH = hashWord('th')

/** `on the 14th`, `since the 3rd`, `the 21st of this month`, `Sunday the 3rd`. */
export function atDayOfMonth(w: Window, i: number, out: Sink): void {
  if (!dayOf(w, i)) return
  const n = i + 1
  const of = near(w, n, Gap.SPACE, 1) && w.hash[n] === OF
  const ofMonth = of && near(w, n + 1, Gap.SPACE, 1) && OF_MONTH.has(w.hash[n + 1]) && near(w, n + 2, Gap.SPACE, 1) && w.hash[n + 2] === MONTH
  if (!ofMonth && (of || !led(w, i - 1, 0) || !(ends(w, i, 0) || weekdayFirst(w, i - 1) < i - 1))) return
  const { first, last } = extend(w, { first: weekdayFirst(w, i - 1), last: i, score: 0.6 })
  out.add(w.start[first], w.end[last], ofMonth ? 0.8 : 0.6)
}

/** Token `i` is the suffix its number, the day of a month, takes. */
function dayOf(w: Window, i: number): boolean {
  if (!w.glued(i) || !digits(w, i - 1, 1, 2)) return false
  const day = w.num(i - 1)
  const unit = day > 10 && day < 14 ? 0 : day % 10
  return day >= 1 && day <= 31 && w.hash[i] === (unit === 1 ? ST : unit === 2 ? ND : unit === 3 ? RD : TH)
}

const the = (w: Window, d: number): number => (near(w, d, Gap.SPACE, 1) && w.hash[d - 1] === THE ? d - 1 : d)

/** `Sunday the 3rd`: token of the weekday, or `d`. */
function weekdayFirst(w: Window, d: number): number {
  const t = the(w, d)
  return near(w, t, Gap.SPACE | Gap.COMMA, 2) && isWeekday(w, t - 1) ? t - 1 : d
}

/** A date word, a weekday or an earlier day of a list stands before day `d`. */
function led(w: Window, d: number, depth: number): boolean {
  const t = the(w, d)
  if (!near(w, t, Gap.SPACE | Gap.COMMA, 2)) return false
  const p = t - 1
  if (isWeekday(w, p) || (t < d && LED.has(w.hash[p]))) return true
  const q = LINK.has(w.hash[p]) ? p - 1 : (w.gap[t] & Gap.COMMA) !== 0 ? p : -1
  return depth < 3 && q > 0 && (q === p || near(w, p, Gap.SPACE | Gap.COMMA, 2)) && dayOf(w, q) && led(w, q - 1, depth + 1)
}

/** What follows suffix `i` is no noun the ordinal could belong to. */
function ends(w: Window, i: number, depth: number): boolean {
  const n = i + 1
  if (n >= w.n || w.start[n] - w.end[i] > 3 || (w.gap[n] & ~(Gap.SPACE | Gap.DASH | Gap.SLASH)) !== 0) return true
  if (w.gap[n] !== Gap.SPACE) return false
  const later = LINK.has(w.hash[n]) ? n + (w.hash[n + 1] === THE ? 3 : 2) : -1
  if (later > 0 && near(w, n + 1, Gap.SPACE, 1) && later < w.n && dayOf(w, later)) return depth < 3 && ends(w, later, depth + 1)
  return FOLLOWED.has(w.hash[n]) || (w.word[n] & Word.WEEKDAY) !== 0 || clock(w, n, true) > 0
}
