import { Word } from '../../lexicon/classes'
import { Shape, type Window } from '../../scan/window'
import { Gap } from '../../text/chars'
import { hashWord } from '../../text/hash'
import type { Sink } from '../detector'
import { wordSet } from '../field'
import { bareMonth } from './date-month-bare'
import { counts, JOIN, shortYearSaid, yearAfter, yearSaid } from './date-month-year'
import { clock, digits, extend, near, type Span, timeAfter, withArticle } from './date-parts'
import { cardinal, follows, ordinal, spokenOrdinalDay } from './date-spoken'
import { isYear } from './date-year-range'

const OF = hashWord('of')
const THE = hashWord('the')
const DAY = hashWord('day')
const T = hashWord('t')
const SUFFIX = wordSet('st nd rd th')
const RANGE_WORD = wordSet('to through thru and until or')
/** Months that are verbs as well. */
const AMBIGUOUS = wordSet('may march')
const MAY = hashWord('may')

/** Position of a part: its outermost token, or -1; `named`: it is an ordinal or has its suffix. */
interface Part {
  readonly at: number
  readonly value: number
  readonly named: boolean
}

const isSuffix = (w: Window, k: number): boolean => w.glued(k) && SUFFIX.has(w.hash[k]) && digits(w, k - 1, 1, 2)
const isDay = (w: Window, k: number): boolean => digits(w, k, 1, 2) && w.num(k) >= 1 && w.num(k) <= 31

/** `14`, `14th`, `the fourteenth of`, `3-5` before the month; a four-digit year too (`2019-Mar-14`). */
function dayBefore(w: Window, i: number): Part | null {
  if (i === 0 || !near(w, i, JOIN, 3)) return null
  let p = i - 1
  const of = w.hash[p] === OF && near(w, p, Gap.SPACE | Gap.NEWLINE, 2)
  if (of) p--
  if (of && w.hash[p] === DAY && near(w, p, Gap.SPACE, 1)) p--
  if (p < 0) return null
  if (isSuffix(w, p)) return isDay(w, p - 1) ? { at: rangeBefore(w, p - 1), value: w.num(p - 1), named: true } : null
  if (digits(w, p, 1, 2)) {
    if (!isDay(w, p) || clockPart(w, p) || (w.glued(p) && w.len(p - 1) < 3) || ((w.gap[p + 1] & Gap.NEWLINE) !== 0 && !digits(w, yearAfter(w, i, false), 4, 4))) return null
    if ((w.gap[i] & Gap.DOT) !== 0 && w.gap[i] !== Gap.DOT) return null
    // `Aug 28 - Sep 2`: the day of the month before.
    if (!of && near(w, p, Gap.SPACE, 2) && (w.word[p - 1] & Word.MONTH) !== 0 && (w.gap[i] & Gap.DASH) !== 0 && digits(w, i + 1, 1, 2)) return null
    return { at: rangeBefore(w, p), value: w.num(p), named: of }
  }
  const word = ordinal(w, p)
  if (word <= 0) return null
  const tens = follows(w, p) ? cardinal(w, p - 1) : -1
  const compound = tens === 20 ? word <= 9 : tens === 30 && word === 1
  return { at: compound ? p - 1 : p, value: compound ? tens + word : word, named: true }
}

/** The digits of token `p` are the end of a time, a ratio or a longer number. */
const clockPart = (w: Window, p: number): boolean => p > 0 && w.start[p] - w.end[p - 1] === 1 && (w.gap[p] & (Gap.COLON | Gap.DOT | Gap.SLASH | Gap.PERCENT)) !== 0 && digits(w, p - 1, 1, 64)

/** First token of `3-5 March`, `3rd to 5th March`; `p` is the later day. */
function rangeBefore(w: Window, p: number): number {
  let q = p - 1
  if (p < 1) return p
  if (near(w, p, Gap.SPACE, 1) && RANGE_WORD.has(w.hash[q])) {
    if (!near(w, q, Gap.SPACE, 1)) return p
    q--
  } else if (!near(w, p, Gap.DASH | Gap.SPACE, 3) || (w.gap[p] & Gap.DASH) === 0) return p
  if (isSuffix(w, q)) q--
  return isDay(w, q) && w.num(q) < w.num(p) && !w.glued(q) && !clockPart(w, q) ? q : p
}

/** `14`, `14th`, `the third`, `third` after the month. */
function dayAfter(w: Window, i: number): Part | null {
  let k = i + 1
  if (!near(w, k, JOIN, 4)) return null
  if (w.hash[k] === THE && near(w, k + 1, Gap.SPACE | Gap.NEWLINE, 2)) k++
  if (digits(w, k, 1, 2)) {
    if (!isDay(w, k) || (w.gap[k] & Gap.NEWLINE && (w.at(w.end[k]) === 0x2e || w.at(w.end[k]) === 0x29))) return null
    if (isSuffix(w, k + 1)) return { at: k + 1, value: w.num(k), named: true }
    if (near(w, k + 1, Gap.SPACE, 1) && SUFFIX.has(w.hash[k + 1])) return { at: k + 1, value: w.num(k), named: true }
    if (w.glued(k + 1) && w.hash[k + 1] !== T) return null
    return clock(w, k, false) > k || counts(w, k) ? null : { at: k, value: w.num(k), named: false }
  }
  const spoken = spokenOrdinalDay(w, k)
  return spoken === null ? spokenDay(w, k) : { at: spoken.last, value: spoken.value, named: true }
}

/** `march fourteen two thousand nineteen`: a cardinal only where the year follows. */
function spokenDay(w: Window, k: number): Part | null {
  const tens = cardinal(w, k)
  if (tens < 1 || tens > 30) return null
  const unit = tens >= 20 && follows(w, k + 1) ? cardinal(w, k + 1) : -1
  if (unit >= 1 && unit <= 9 && tens + unit <= 31 && yearSaid(w, k + 1)) return { at: k + 1, value: tens + unit, named: true }
  return yearSaid(w, k) ? { at: k, value: tens, named: true } : null
}

/** Last token of `March 3-5`, `March 3rd to the 5th`, `March 3, 9 and 16`; `last` ends the first day. */
function rangeAfter(w: Window, last: number, day: number): number {
  let value = day
  for (let steps = 0; steps < 4; steps++) {
    let k = last + 1
    if (!near(w, k, Gap.SPACE | Gap.DASH | Gap.COMMA | Gap.AMP, 3)) return last
    const dash = (w.gap[k] & Gap.DASH) !== 0
    const word = RANGE_WORD.has(w.hash[k])
    if (word) {
      if (!near(w, ++k, Gap.SPACE, 1)) return last
      if (w.hash[k] === THE && near(w, k + 1, Gap.SPACE, 1)) k++
    } else if ((w.gap[k] & (Gap.DASH | Gap.COMMA | Gap.AMP)) === 0) return last
    if (!isDay(w, k) || w.num(k) <= value) return last
    const suffix = isSuffix(w, k + 1)
    const end = suffix ? k + 1 : k
    if (!suffix && (w.glued(k + 1) || counts(w, k) || clock(w, k, false) > k)) return last
    // The last of three days or more needs nothing after it: `October 5, 14, and 22`.
    if (!suffix && !dash && !(word && steps > 0) && yearAfter(w, k, false) === k && !closes(w, k) && rangeAfter1(w, k) === k) return last
    value = w.num(k)
    last = end
  }
  return last
}

/** A further day of the list follows token `k`. */
function rangeAfter1(w: Window, k: number): number {
  const word = near(w, k + 1, Gap.SPACE | Gap.COMMA, 2) && RANGE_WORD.has(w.hash[k + 1])
  const n = word ? k + 2 : k + 1
  if (!near(w, n, Gap.SPACE | Gap.COMMA, 2) || !isDay(w, n) || w.num(n) <= w.num(k)) return k
  return isSuffix(w, n + 1) || yearAfter(w, n, false) > n || closes(w, n) || (word && !counts(w, n)) ? n : k
}

/** The clause ends after token `k`. */
const closes = (w: Window, k: number): boolean => k + 1 >= w.n || w.start[k + 1] - w.end[k] > 3 || (w.gap[k + 1] & ~(Gap.SPACE | Gap.COMMA)) !== 0

/** The date around the month at token `i`, or null: `14 March 2019`, `March 14th, 2019`, `March 2019`, `the third of March`, `in March`. */
export function monthDate(w: Window, i: number, labelled = false): Span | null {
  if ((w.word[i] & Word.MONTH) === 0 || (w.gap[i] === 0 && i > 0 && !digits(w, i - 1, 1, 4) && w.len(i - 1) > 1)) return null
  const ambiguous = AMBIGUOUS.has(w.hash[i]) && (w.shape[i] & Shape.INITIAL) === 0
  if (inCode(w, i)) return null
  const before = dayBefore(w, i)
  if (before !== null && (!ambiguous || (before.named && (w.gap[i] & Gap.COMMA) === 0) || labelled || yearAfter(w, i, true) > i || w.gap[i] === Gap.DASH || w.gap[i] === 0)) return dayMonth(w, i, before, ambiguous)
  const yearFirst = digits(w, i - 1, 4, 4) && near(w, i, Gap.SPACE | Gap.DASH | Gap.SLASH, 1) && isYear(w.num(i - 1)) && !w.glued(i - 1) ? i - 1 : i
  const after = dayAfter(w, i)
  if (after !== null) {
    // `may thirteenth`; `may first`, `may second` and `march fourth` are said of acts.
    const rare = w.hash[i] === MAY && after.value > 2
    const verb = ambiguous && after.named && !rare && !digits(w, i + 1, 1, 2) && yearAfter(w, after.at, false) === after.at && !closes(w, after.at)
    if (!verb) return monthDay(w, i, yearFirst, after)
  }
  const year = yearAfter(w, i, !ambiguous && shortYear(w, i))
  if (year > i) return { first: i, last: year, score: 0.9 }
  if (yearFirst < i && (w.gap[i] === Gap.DASH || w.gap[i] === Gap.SLASH)) return { first: yearFirst, last: i, score: 0.8 }
  return bareMonth(w, i, labelled)
}

/** `Jun-76`: two digits past the days of a month, behind a dash. */
const shortYear = (w: Window, i: number): boolean => w.gap[i + 1] === Gap.DASH && digits(w, i + 1, 2, 2) && (w.num(i + 1) > 31 || w.num(i + 1) === 0) && !w.glued(i + 2)

/** One of the groups of four of a UUID (RFC 9562): `-dec9-`, `-3feb-`. */
function inCode(w: Window, i: number): boolean {
  if (w.len(i) !== 3) return false
  const from = w.start[i]
  return (
    (w.at(from - 1) === 0x2d && w.digitAt(from + 3) && w.at(from + 4) === 0x2d && w.alnumAt(from + 5)) ||
    (w.at(from + 3) === 0x2d && w.digitAt(from - 1) && w.at(from - 2) === 0x2d && w.alnumAt(from - 3) && w.gap[i] === 0 && !digits(w, i + 1, 2, 4))
  )
}

function dayMonth(w: Window, i: number, day: Part, ambiguous: boolean): Span {
  const same = (w.gap[i] & (Gap.DASH | Gap.SLASH | Gap.DOT)) !== 0 || w.gap[i] === 0
  const short = same ? i + 1 < w.n && (w.gap[i + 1] & ~JOIN) === 0 : near(w, i + 1, Gap.SPACE, 1)
  const last = yearAfter(w, i, short)
  const score = last > i ? 0.95 : day.named ? 0.85 : ambiguous ? 0.6 : 0.75
  return { first: day.at, last, score }
}

function monthDay(w: Window, i: number, first: number, day: Part): Span {
  const joined = near(w, i + 1, Gap.DASH | Gap.SLASH, 1) && i + 1 === day.at
  const ranged = rangeAfter(w, day.at, day.value)
  // `Mar-14-19`: the second dash brings the year, not a later day.
  const short = joined && near(w, day.at + 1, Gap.DASH | Gap.SLASH, 1) && digits(w, day.at + 1, 2, 2)
  const end = short ? day.at : ranged
  let last = yearAfter(w, end, short)
  const dated = last > end || first < i
  if (!dated) last = w.is(day.at, Shape.LETTERS) && !digits(w, i + 1, 1, 2) ? shortYearSaid(w, last) : zoneYear(w, last)
  return { first, last, score: dated || last > end ? 0.95 : day.named ? 0.85 : 0.7 }
}

/** ctime and Java: `Nov 21 09:55:06 UTC 1997`. */
function zoneYear(w: Window, last: number): number {
  const time = timeAfter(w, last)
  if (time === last) return last
  const k = near(w, time + 1, Gap.SPACE, 1) && w.is(time + 1, Shape.CAPS) && w.len(time + 1) <= 4 ? time + 2 : time + 1
  return near(w, k, Gap.SPACE, 1) && digits(w, k, 4, 4) && isYear(w.num(k)) ? k : last
}

export function atMonth(w: Window, i: number, out: Sink): void {
  const span = monthDate(w, i)
  if (span === null) return
  const { first, last, score } = extend(w, withArticle(w, span))
  out.add(w.start[first], w.end[last], score)
}
