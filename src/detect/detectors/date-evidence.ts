import { Word } from '../../lexicon/classes'
import { Shape, type Window } from '../../scan/window'
import { Gap } from '../../text/chars'
import { hashWord } from '../../text/hash'
import { wordSet } from '../field'
import { digits, near, timeAfter, validDay } from './date-parts'
import { AFTER_RATIO, BEFORE_DATE, BEFORE_RATIO, DATE_TALK } from './date-words'

/** What the words around two or three numbers say of them. */
export const Ground = { AGAINST: -1, NONE: 0, WEAK: 1, STRONG: 2 } as const
export type Ground = (typeof Ground)[keyof typeof Ground]

/** How far back a word is still heard, in code units and in tokens. */
const HEARD = 40
const HEARD_TOKENS = 4
const STOP = Gap.NEWLINE | Gap.SEMI | Gap.LONG | Gap.PIPE
const LIST_WORD = wordSet('and to through thru or until')
const AND_GAP = Gap.SPACE | Gap.COMMA | Gap.AMP | Gap.DASH | Gap.SEMI

/** Evidence for the numbers of tokens `i` to `last` to be a date. */
export function evidence(w: Window, i: number, last: number): Ground {
  const left = before(w, i)
  const against = counted(w, last)
  if (left === Ground.STRONG) return against && ratio(w, i) ? Ground.AGAINST : Ground.STRONG
  if (left === Ground.AGAINST || against) return Ground.AGAINST
  if (timeAfter(w, last) > last || listed(w, i, last) || heads(w, i, last) || columned(w, i, last)) return Ground.STRONG
  return left
}

const ratio = (w: Window, i: number): boolean => w.num(i) <= w.num(i + 1) && w.num(i + 1) <= 10

function before(w: Window, i: number): Ground {
  let found: Ground = Ground.NONE
  const from = w.start[i] - HEARD
  for (let k = i - 1; k >= 0 && k >= i - HEARD_TOKENS && w.start[k] >= from; k--) {
    if ((w.gap[k + 1] & STOP) !== 0) break
    if ((w.gap[k + 1] & Gap.DOT) !== 0 && (w.gap[k + 1] & Gap.SPACE) !== 0 && w.len(k) > 4) break
    if ((w.shape[k] & Shape.LETTERS) === 0) continue
    const h = w.hash[k]
    if (k === i - 1 && (BEFORE_DATE.has(h) || (w.word[k] & (Word.WEEKDAY | Word.MONTH)) !== 0)) return Ground.STRONG
    if (BEFORE_RATIO.has(h)) return Ground.AGAINST
    if (found === Ground.NONE && DATE_TALK.has(h)) found = Ground.WEAK
  }
  return found
}

/** What follows makes it an amount, a grade or a share. */
export function counted(w: Window, last: number): boolean {
  const n = last + 1
  if (n >= w.n || w.start[n] - w.end[last] > 3) return w.at(w.end[last]) === 0x25
  if ((w.gap[n] & (Gap.PERCENT | Gap.NEWLINE)) !== 0) return (w.gap[n] & Gap.PERCENT) !== 0
  if ((w.gap[n] & ~(Gap.SPACE | Gap.DASH)) !== 0 || !AFTER_RATIO.has(w.hash[n])) return false
  return w.hash[n] !== IN || !preposition(w, last)
}

/** `12/23 in clinic`: not inches, and no grade out of five or ten. */
const preposition = (w: Window, last: number): boolean =>
  (w.num(last) > 10 || w.at(w.start[last]) === 0x30) && near(w, last + 2, Gap.SPACE, 1) && (w.shape[last + 2] & Shape.LETTERS) !== 0 && !LENGTH.has(w.hash[last + 2])
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
