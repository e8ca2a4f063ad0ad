import { Word } from '../../lexicon/classes'
import { Shape, type Window } from '../../scan/window'
import { CLASS, Gap, LETTER } from '../../text/chars'
import { wordSet } from '../field'
import { AMBIGUOUS, GENERIC, HARD_STOP, medicalEnd, open, PARTICLE, rare, STOP, SUFFIX } from './name-words'

/** What a run may be made of, beside capitalised words and initials. */
export const Run = {
  /** All-capital words. */
  CAPS: 1,
  /** Lower-case words that are in no list. */
  LOWER: 2,
  /** `Last, First M.` */
  COMMA: 4,
  /** The first word may be a common one: `Mr. Weeks`. */
  COMMON: 8,
  /** The value of a field: words that are names too also where prose would not allow them, and `Ji-woo`. */
  FIELD: 16,
  /** A surname in capitals after a name that is not: `Kevin JOHNSON`. */
  SURNAME: 32,
} as const

/** A token farther than this from its neighbour is read as not there: what stands beyond may not be in the window. */
const NEAR = 24

/** Token after `k`, or -1 when the text, or what can be read of it, ends there. */
export const nextOf = (w: Window, k: number): number => (k + 1 < w.n && w.start[k + 1] - w.end[k] <= NEAR ? k + 1 : -1)
/** Token before `k`, or -1. */
export const prevOf = (w: Window, k: number): number => (k > 0 && w.start[k] - w.end[k - 1] <= NEAR ? k - 1 : -1)
/** Separators after token `k`; the end counts as a line break. */
export const gapAfter = (w: Window, k: number): number => (nextOf(w, k) < 0 ? Gap.NEWLINE : w.gap[k + 1])
/** Separators before token `k`; the start counts as a line break. */
export const gapBefore = (w: Window, k: number): number => (prevOf(w, k) < 0 ? Gap.NEWLINE : w.gap[k])

/** Longest name, in code units, and in words. */
export const MAX_NAME = 64
const MAX_WORDS = 6

const isInitial = (w: Window, k: number): boolean => (w.shape[k] & (Shape.SINGLE | Shape.INITIAL)) === (Shape.SINGLE | Shape.INITIAL)

/** Token `k` can be a word of a name. */
export function nameWord(w: Window, k: number, mode: number, first: boolean): boolean {
  const shape = w.shape[k]
  if ((shape & Shape.LETTERS) === 0 || (shape & (Shape.LONG | Shape.SINGLE)) !== 0) return false
  const bits = w.word[k]
  if ((bits & STOP) !== 0) {
    const capital = (shape & (Shape.INITIAL | Shape.CAMEL)) !== 0
    if (AMBIGUOUS.has(w.hash[k]) && (capital || (shape & Shape.CAPS) !== 0 || !GENERIC.has(w.hash[k]))) {
      if ((bits & (Word.FUNCTION | Word.MONTH)) !== 0 && !(capital && (first || ((mode & Run.FIELD) !== 0 && closed(w, k))))) return false
    } else if (capital && (bits & Word.EPONYM) !== 0 && (mode & (first ? Run.COMMON : Run.FIELD)) !== 0 && (first || closed(w, k))) return true
    else if (!(first && capital && (mode & Run.COMMON) !== 0 && (bits & HARD_STOP) === 0)) return false
  }
  if ((shape & (Shape.INITIAL | Shape.CAMEL)) !== 0) return true
  if ((shape & Shape.CAPS) !== 0) return ((mode & Run.CAPS) !== 0 || (!first && (mode & Run.SURNAME) !== 0 && w.len(k) > 3 && w.is(k - 1, Shape.INITIAL))) && (bits & Word.CREDENTIAL) === 0 && w.len(k) <= 20
  if ((shape & Shape.NONASCII) !== 0 && CLASS[w.at(w.start[k])] === LETTER) return true
  return (mode & Run.LOWER) !== 0 && w.len(k) >= 2 && w.len(k) <= 16
}

/** An initial inside or at the end of a name: `Q.`, or one that closes a field. `I` and `A` before a word are words. */
function initialHere(w: Window, k: number): boolean {
  if (!isInitial(w, k) || w.glued(k + 1)) return false
  const gap = gapAfter(w, k)
  if ((gap & (Gap.DOT | Gap.COMMA | Gap.NEWLINE | Gap.CLOSE | Gap.PIPE | Gap.QUOTE | Gap.TAB | Gap.SEMI)) !== 0 || (gap & ~Gap.SLASH) === Gap.OPEN) return true
  if (gap === Gap.SPACE && w.start[k + 1] - w.end[k] > 1) return true
  return (gap & ~Gap.SPACE) === 0 && (w.shape[k + 1] & (Shape.INITIAL | Shape.CAPS | Shape.CAMEL)) !== 0 && open(w, k + 1)
}

/** `Doe, Jane Q and`: an initial without its stop, after an inverted name. */
const middle = (w: Window, k: number): boolean => isInitial(w, k) && gapAfter(w, k) === Gap.SPACE && w.is(k + 1, Shape.LOWER | Shape.CAPS) && !WORD_LETTER.has(w.hash[k])
const WORD_LETTER = wordSet('a i x')

/** In lower case: `j.` in a field, `o'` before a word. */
function lowerInitial(w: Window, k: number, mode: number): boolean {
  if ((mode & Run.LOWER) === 0 || (w.shape[k] & (Shape.SINGLE | Shape.LOWER)) !== (Shape.SINGLE | Shape.LOWER) || w.glued(k + 1)) return false
  if (gapAfter(w, k) === Gap.APOS) return nextOf(w, k) > 0 && w.len(k + 1) > 2
  return (mode & Run.FIELD) !== 0 && w.at(w.end[k]) === 0x2e
}

/** May token `k` continue the name whose last token is `k - 1`? `initial`: that token is an initial or `St`. */
function joined(w: Window, k: number, mode: number, initial: boolean, particle: boolean): boolean {
  const gap = w.gap[k]
  const distance = w.start[k] - w.end[k - 1]
  if (gap === 0 || distance > 3 || (w.shape[k] & Shape.LETTERS) === 0) return false
  if (gap === Gap.SPACE) return true
  if (gap === Gap.APOS) return distance === 1 && w.len(k) > 1 && (w.shape[k] & Shape.LOWER) === (w.shape[k - 1] & Shape.LOWER & (mode & Run.LOWER ? -1 : 0))
  if (gap === Gap.DASH) return distance === 1 && !w.is(k, Shape.SINGLE)
  if (gap === Gap.DOT) return initial
  if (gap === (Gap.DOT | Gap.SPACE)) return initial || particle
  return false
}

/**
 * The name that starts at token `j`: its last token, or -1. Words, initials, particles (`van der`), hyphens,
 * apostrophes, `Jr`, and with Run.COMMA one `Last, First`.
 */
export function nameRun(w: Window, j: number, mode: number): number {
  let last = -1
  let words = 0
  let comma = (mode & Run.COMMA) !== 0
  const limit = w.start[j] + MAX_NAME
  for (let k = j, steps = 0; k < w.n && steps < MAX_WORDS * 2 && w.end[k] <= limit; k++, steps++) {
    let initial = false
    let particle = false
    const glue = k > j && (w.gap[k] === Gap.APOS || w.gap[k] === Gap.DASH)
    if (words > 0 && SUFFIX.has(w.hash[k])) return k
    if (initialHere(w, k) || (isInitial(w, k) && gapAfter(w, k) === Gap.APOS && w.len(k + 1) > 2) || lowerInitial(w, k, mode) || (!comma && (mode & Run.COMMA) !== 0 && middle(w, k))) {
      if (words === 0 && k - j > 2) return -1
      initial = true
      if (words > 0 || (gapAfter(w, k) & Gap.APOS) === 0) last = k
    } else if (PARTICLE.has(w.hash[k]) && particleHere(w, k, mode)) particle = true
    else if (nameWord(w, k, mode, k === j) || (glue && w.len(k) > 1 && (w.is(k, Shape.INITIAL) || ((mode & Run.FIELD) !== 0 && w.gap[k] === Gap.DASH && w.len(k) < 6 && rare(w, k))))) {
      last = k
      if (!glue || words === 0) words++
      if (words > MAX_WORDS) return last
    } else break
    const next = nextOf(w, k)
    if (next < 0) break
    if (joined(w, next, mode, initial, particle)) continue
    const after = words > 0 && quoted(w, next) ? nickname(w, next, mode) : -1
    if (after > 0 && w.end[after] <= limit) {
      k = after - 1
      continue
    }
    if (words === 0 || !commaBefore(w, next)) break
    if (SUFFIX.has(w.hash[next]) && w.end[next] <= limit) return next
    if (!comma || !(nameWord(w, next, mode & ~Run.COMMON, false) || initialHere(w, next))) break
    comma = false
  }
  return last
}

const quoted = (w: Window, k: number): boolean => (w.gap[k] & (Gap.QUOTE | Gap.OPEN | Gap.APOS)) !== 0

/** `Ann "Nan" Doe`, `Ann (Nan) Doe`: the token after the nickname that token `k` begins, or -1. */
function nickname(w: Window, k: number, mode: number): number {
  const mark = w.gap[k] & ~(Gap.SPACE | Gap.BACKSLASH)
  const shape = (mode & Run.LOWER) !== 0 ? Shape.LOWER : Shape.INITIAL | Shape.CAPS
  if ((mark !== Gap.QUOTE && mark !== Gap.OPEN && mark !== Gap.APOS) || (w.gap[k] & Gap.SPACE) === 0 || !w.is(k, shape) || w.len(k) < 2 || (w.word[k] & (HARD_STOP | Word.CREDENTIAL)) !== 0) return -1
  const next = nextOf(w, k)
  const close = mark === Gap.OPEN ? Gap.CLOSE : mark
  if (next < 0 || (w.gap[next] & ~Gap.BACKSLASH) !== (close | Gap.SPACE) || w.start[next] - w.end[k] > 4 || w.start[k] - w.end[k - 1] > 4) return -1
  return nameWord(w, next, mode, false) ? next : -1
}

/** `Doe, Jane`, `Doe, Jr` */
const commaBefore = (w: Window, k: number): boolean => (w.gap[k] & Gap.COMMA) !== 0 && (w.gap[k] & ~(Gap.COMMA | Gap.SPACE)) === 0 && w.start[k] - w.end[k - 1] <= 3

/** A particle needs a name behind it. */
function particleHere(w: Window, k: number, mode: number): boolean {
  for (let m = k + 1; m <= k + 2 && nextOf(w, m - 1) > 0; m++) {
    if ((w.gap[m] & ~(Gap.SPACE | Gap.DOT | Gap.APOS | Gap.DASH)) !== 0 || w.gap[m] === 0 || w.start[m] - w.end[m - 1] > 2) return false
    if (nameWord(w, m, mode, false)) return true
    if (!PARTICLE.has(w.hash[m])) return false
  }
  return false
}

/** First token of the name that ends at token `e`, looking back; -1: none. All-capital words only with Run.CAPS. */
export function nameBack(w: Window, e: number, mode: number): number {
  let first = -1
  const limit = w.end[e] - MAX_NAME
  let k = e
  if (SUFFIX.has(w.hash[e]) && e > 0 && (w.gap[e] & ~(Gap.SPACE | Gap.COMMA)) === 0 && w.start[e] - w.end[e - 1] <= 2) k--
  for (let words = 0; k >= 0 && words < 4 && w.start[k] >= limit; k--) {
    const initial = isInitial(w, k)
    if (initial) {
      if (k === e && (gapBefore(w, e) & ~Gap.SPACE) !== 0) break
    } else if (!(w.shape[k] & Shape.LOWER && PARTICLE.has(w.hash[k]) && first > 0) && !nameWord(w, k, mode, (mode & Run.LOWER) === 0)) break
    first = (w.shape[k] & Shape.LOWER) !== 0 && (mode & Run.LOWER) === 0 ? first : k
    words++
    if (prevOf(w, k) < 0) break
    const gap = w.gap[k]
    const distance = w.start[k] - w.end[k - 1]
    if (gap === Gap.SPACE && distance <= 2) continue
    if ((gap === Gap.DASH || gap === Gap.APOS) && distance === 1 && w.is(k - 1, Shape.INITIAL)) continue
    if (gap === (Gap.DOT | Gap.SPACE) && distance === 2 && isInitial(w, k - 1)) continue
    break
  }
  return first
}

/**
 * How many words of the run speak for a name: those in no list, and beside one of them those that are names too
 * (`John Smith`); two eponyms side by side count as one (`Kelly Smith`, but `Jackson Pratt`).
 */
export function rareWords(w: Window, first: number, last: number): number {
  let sure = 0
  let maybe = 0
  for (let k = first; k <= last; k++) {
    if (w.len(k) < 2 || PARTICLE.has(w.hash[k]) || medicalEnd(w, k)) continue
    if (rare(w, k)) sure++
    else if ((w.word[k] & (STOP | Word.EPONYM)) !== Word.EPONYM ? AMBIGUOUS.has(w.hash[k]) : true) maybe++
  }
  return sure > 0 ? sure + maybe : maybe > 1 && w.gap[last] === Gap.SPACE ? 1 : 0
}

/** Words of the run, initials and particles not counted. */
export function fullWords(w: Window, first: number, last: number): number {
  let n = 0
  for (let k = first; k <= last; k++) if (w.len(k) > 1 && !PARTICLE.has(w.hash[k])) n++
  return n
}

/** The run goes on into the name of a place or firm: `Johns Hopkins Hospital`, `Smith Street`. */
export function placeTail(w: Window, last: number): boolean {
  for (let k = last + 1; k <= last + 2 && nextOf(w, k - 1) > 0; k++) {
    if ((w.gap[k] & ~(Gap.SPACE | Gap.AMP)) !== 0) return false
    if ((w.word[k] & (Word.FACILITY | Word.ORGANISATION | Word.STREET)) !== 0 && !w.is(k, Shape.LOWER)) return true
    if (!w.is(k, Shape.INITIAL)) return false
  }
  return false
}

/** The value ends here: nothing more, a line or field end, or a mark. */
export function closed(w: Window, last: number): boolean {
  return (gapAfter(w, last) & ~(Gap.SPACE | Gap.APOS | Gap.DASH)) !== 0
}

/** The value ends here for good: a line, cell, tag, quote or sentence ends. */
export function ended(w: Window, last: number): boolean {
  return (gapAfter(w, last) & (Gap.NEWLINE | Gap.TAB | Gap.PIPE | Gap.QUOTE | Gap.OPEN | Gap.CLOSE | Gap.SEMI)) !== 0
}
