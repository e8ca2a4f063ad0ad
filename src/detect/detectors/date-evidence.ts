import { Word } from '../../lexicon/classes'
import { Shape, type Window } from '../../scan/window'
import { Gap } from '../../text/chars'
import { hashWord } from '../../text/hash'
import { wordSet } from '../field'
import { digits, near, timeAfter, validDay } from './date-parts'
import { alone, announces, attended, HEARD, HEARD_TOKENS, opensLine, wrapped } from './date-place'
import { AFTER_RATIO, BEFORE_DATE, BEFORE_RATIO, DATE_TALK, EVENT } from './date-words'

/** What the words around two or three numbers say of them. */
export const Ground = { AGAINST: -1, NONE: 0, /** A place where entries or events have their date. */ SLIGHT: 1, WEAK: 2, STRONG: 3 } as const
export type Ground = (typeof Ground)[keyof typeof Ground]

const STOP = Gap.NEWLINE | Gap.SEMI | Gap.LONG | Gap.PIPE
const LIST_WORD = wordSet('and to through thru or until')
const AND_GAP = Gap.SPACE | Gap.COMMA | Gap.AMP | Gap.DASH | Gap.SEMI

/** Evidence for the numbers of tokens `i` to `last` to be a date. */
export function evidence(w: Window, i: number, last: number): Ground {
  const left = before(w, i, last)
  const against = counted(w, last)
  if (left === Ground.STRONG) return against && ratio(w, i) ? Ground.AGAINST : Ground.STRONG
  if (left === Ground.AGAINST || against) return Ground.AGAINST
  if (timeAfter(w, last) > last || listed(w, i, last) || heads(w, i, last) || columned(w, i, last) || spanned(w, i, last)) return Ground.STRONG
  if (left === Ground.SLIGHT && attended(w, last)) return Ground.WEAK
  return left === Ground.NONE && (opensLine(w, i, last) || (alone(w, i, last) && !wrapped(w, i)) || attended(w, last) || announces(w, last)) ? Ground.SLIGHT : left
}

const ratio = (w: Window, i: number): boolean => w.num(i) <= w.num(i + 1) && w.num(i + 1) <= 10

function before(w: Window, i: number, last: number): Ground {
  let found: Ground = Ground.NONE
  const from = w.start[i] - HEARD
  for (let k = i - 1; k >= 0 && k >= i - HEARD_TOKENS && w.start[k] >= from; k--) {
    if ((w.gap[k + 1] & STOP) !== 0) break
    if ((w.gap[k + 1] & Gap.DOT) !== 0 && (w.gap[k + 1] & Gap.SPACE) !== 0 && w.len(k) > 4) break
    if ((w.shape[k] & Shape.LETTERS) === 0) continue
    const h = w.hash[k]
    if (k === i - 1 && last === i + 1 && SERIES.has(h) && w.num(i) <= w.num(i + 1)) return Ground.AGAINST
    if (k === i - 1 && said(w, k)) return Ground.STRONG
    if (k === i - 1 && DAY_LETTER.has(h) && (w.gap[k] & (Gap.NEWLINE | Gap.START)) !== 0) return Ground.SLIGHT
    if (k === i - 1 && (BEFORE_DATE.has(h) || (w.word[k] & (Word.WEEKDAY | Word.MONTH)) !== 0)) return Ground.STRONG
    if (BEFORE_RATIO.has(h) && !(found === Ground.SLIGHT && JOINT.has(h))) return Ground.AGAINST
    if (found < Ground.WEAK && DATE_TALK.has(h)) found = Ground.WEAK
    else if (found === Ground.NONE && k >= i - 3 && EVENT.has(h)) found = Ground.SLIGHT
  }
  return found
}

/** Days of the week that head the lines of a roster: `Th 9/5`. */
const DAY_LETTER = wordSet('m t w th f sa su')
/** Operated and scanned as well as graded: `hip ORIF 8/25`. */
const JOINT = wordSet('hip knee ankle wrist finger')
/** `visit 7/10`: the seventh of ten, where it is no larger. */
const SERIES = wordSet('visit session treatment')
const C = hashWord('c')
const D = hashWord('d')
const F = hashWord('f')
const U = hashWord('u')
const OF = hashWord('of')
const OF_DAYS = wordSet('wk week weekend morning night evening afternoon')

/** `d/c`, `f/u`, `week of` at token `k`. */
function said(w: Window, k: number): boolean {
  const h = w.hash[k]
  if (h === OF) return near(w, k, Gap.SPACE, 1) && OF_DAYS.has(w.hash[k - 1])
  if (h === D && near(w, k, Gap.APOS, 1) && w.hash[k - 1] === C) return near(w, k - 1, Gap.SLASH, 1) && w.hash[k - 2] === D
  return (h === C || h === U) && near(w, k, Gap.SLASH, 1) && w.hash[k - 1] === (h === C ? D : F)
}

/** `8/6-8/9`, `9/28 - 10/3`: days of one month or of months that follow, whichever of the two stands at `i`. */
function spanned(w: Window, i: number, last: number): boolean {
  if (last !== i + 1) return false
  const next = dashed(w, last + 1) && digits(w, last + 1, 1, 2) && slash(w, last + 2) && digits(w, last + 2, 1, 2)
  if (next) return rises(w, i, last + 1) && !counted(w, last + 2)
  const later = near(w, last + 1, Gap.SPACE, 1) && LIST_WORD.has(w.hash[last + 1]) ? nextItem(w, last) : -1
  if (later > 0) return rises(w, i, later) && !counted(w, later + 1)
  return i > 1 && dashed(w, i) && digits(w, i - 2, 1, 2) && slash(w, i - 1) && digits(w, i - 1, 1, 2) && rises(w, i - 2, i)
}

const dashed = (w: Window, k: number): boolean => near(w, k, Gap.DASH | Gap.SPACE, 3) && (w.gap[k] & Gap.DASH) !== 0

function rises(w: Window, a: number, b: number): boolean {
  if (!validDay(w.num(a), w.num(a + 1)) || !validDay(w.num(b), w.num(b + 1))) return false
  return w.num(a) === w.num(b) ? w.num(a + 1) < w.num(b + 1) : (w.num(b) === w.num(a) + 1 || w.num(b) === 1) && Math.max(w.num(a + 1), w.num(b + 1)) > 10
}

/** What follows makes it an amount, a grade or a share. */
export function counted(w: Window, last: number): boolean {
  const n = last + 1
  if (n >= w.n || w.start[n] - w.end[last] > 3) return w.at(w.end[last]) === 0x25
  if ((w.gap[n] & (Gap.PERCENT | Gap.NEWLINE)) !== 0) return (w.gap[n] & Gap.PERCENT) !== 0
  if ((w.gap[n] & ~(Gap.SPACE | Gap.DASH)) !== 0 || !AFTER_RATIO.has(w.hash[n]) || sided(w, n)) return false
  return w.hash[n] !== IN || !preposition(w, last)
}

/** `3/14 L shoulder`: the left side, no litres. */
export const sided = (w: Window, n: number): boolean => w.hash[n] === L && w.is(n, Shape.INITIAL) && near(w, n + 1, Gap.SPACE, 1) && w.is(n + 1, Shape.LETTERS) && w.len(n + 1) > 2
const L = hashWord('l')

/** `12/23 in clinic`: not inches, and no grade out of five or ten. */
const preposition = (w: Window, last: number): boolean =>
  (w.num(last) > 10 || w.at(w.start[last]) === 0x30) && near(w, last + 2, Gap.SPACE, 1) && (w.is(last + 2, Shape.LETTERS) || w.len(last + 2) > 2) && !LENGTH.has(w.hash[last + 2])
const IN = hashWord('in')
const LENGTH = wordSet('long wide thick deep tall diameter length width height depth size x by above below')

/** One of several dates in a row: a later one has a year, or an earlier one stands after a date word. */
function listed(w: Window, i: number, last: number): boolean {
  if (last !== i + 1) return false
  for (let k = last, steps = 0; steps < 5; steps++) {
    const n = nextItem(w, k)
    if (n < 0) break
    if (slash(w, n + 2) && digits(w, n + 2, 2, 4)) return true
    k = n + 1
  }
  for (let k = i, steps = 0; steps < 5; steps++) {
    const p = previousItem(w, k)
    if (p < 0) return false
    k = p
    if (p > 0 && (w.gap[p] & STOP) === 0 && w.start[i] - w.start[p - 1] <= 60 && BEFORE_DATE.has(w.hash[p - 1])) return true
  }
  return false
}

const slash = (w: Window, k: number): boolean => near(w, k, Gap.SLASH, 1) && digits(w, k, 1, 4)

/** First token of the `m/d` that follows token `k` in a list, or -1. */
function nextItem(w: Window, k: number): number {
  let n = k + 1
  if (!near(w, n, AND_GAP, 3)) return -1
  if (LIST_WORD.has(w.hash[n]) && !near(w, ++n, Gap.SPACE, 1)) return -1
  return digits(w, n, 1, 2) && slash(w, n + 1) && validDay(w.num(n), w.num(n + 1)) ? n : -1
}

/** First token of the `m/d[/y]` that stands before token `k` in a list, or -1. */
function previousItem(w: Window, k: number): number {
  if (k < 2 || !near(w, k, AND_GAP, 3)) return -1
  let p = k - 1
  if (LIST_WORD.has(w.hash[p])) {
    if (p < 2 || !near(w, p, Gap.SPACE | Gap.COMMA, 2)) return -1
    p--
  }
  if (!digits(w, p, 1, 4) || !slash(w, p)) return -1
  const first = p >= 2 && slash(w, p - 1) ? p - 2 : p - 1
  return digits(w, first, 1, 2) && validDay(w.num(first), w.num(first + 1)) ? first : -1
}

/** Heads a line or a clause as an entry's date does: `3/14: seen in clinic`. */
function heads(w: Window, i: number, last: number): boolean {
  const n = last + 1
  const dash = n < w.n && w.gap[n] === (Gap.SPACE | Gap.DASH) && w.start[n] - w.end[last] === 3 && w.is(n, Shape.LETTERS) && w.num(i) !== w.num(i + 1)
  if (dash && (w.gap[i] & (Gap.NEWLINE | Gap.START)) !== 0 && !wrapped(w, i)) return true
  const colon = w.at(w.end[last]) === 0x3a && !(w.at(w.end[last] + 1) >= 0x30 && w.at(w.end[last] + 1) <= 0x39)
  return colon && ((w.gap[i] & (Gap.NEWLINE | Gap.START | Gap.SEMI)) !== 0 || (w.gap[i] === (Gap.DOT | Gap.SPACE) && (w.shape[i - 1] & Shape.DIGITS) === 0))
}

/** In parentheses after a result, as an earlier result has its whole date: `9.1 (3/14/2019) 8.8 (3/21)`. */
function columned(w: Window, i: number, last: number): boolean {
  if ((w.gap[i] & Gap.OPEN) === 0 || w.at(w.end[last]) !== 0x29) return false
  for (let k = i - 1; k > i - 5 && k > 2 && w.start[i] - w.start[k] < 24; k--) {
    if ((w.gap[k] & Gap.CLOSE) !== 0) return slash(w, k - 1) && slash(w, k - 2) && digits(w, k - 1, 2, 4)
  }
  return false
}
