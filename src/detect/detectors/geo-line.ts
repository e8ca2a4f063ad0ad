import { Word } from '../../lexicon/classes'
import { Shape, type Window } from '../../scan/window'
import { Gap } from '../../text/chars'
import { wordSet } from '../field'
import { abbreviated, inside, isCap } from './geo-tokens'
import { CONNECTOR, COUNTED, STOP, STREET_FIRST } from './geo-words'

const BETWEEN = Gap.SPACE | Gap.DOT | Gap.DASH | Gap.APOS | Gap.NEWLINE

/** Last token of the house number at `k`: "12", "12A", "45-12", "9 1/2" (USPS Publication 28, appendix D); or -1. */
export function numberEnd(w: Window, k: number, lim: number): number {
  if (inside(w, k, lim) && (w.shape[k] & Shape.LETTERS) !== 0) return wordedEnd(w, k, lim)
  if (!inside(w, k, lim) || (w.shape[k] & Shape.DIGITS) === 0 || w.end[k] - w.start[k] > 6 || w.glued(k)) return -1
  const n = k + 1
  if (!inside(w, n, lim)) return k
  if (w.gap[n] === 0) return (w.shape[n] & Shape.SINGLE) !== 0 && !w.glued(n + 1) ? n : (w.word[n] & Word.ORDINAL) !== 0 ? -1 : k
  if (w.gap[n] === Gap.DASH && (w.shape[n] & Shape.DIGITS) !== 0 && w.end[n] - w.start[n] <= 4) return n
  if (w.gap[n] === Gap.SPACE && inside(w, n + 1, lim) && w.gap[n + 1] === Gap.SLASH && w.len(n) === 1 && w.len(n + 1) === 1 && w.is(n + 1, Shape.DIGITS)) return n + 1
  return k
}

/** "Forty-two", and the grid's "N62W26723". */
function wordedEnd(w: Window, k: number, lim: number): number {
  if ((w.word[k] & Word.NUMBER) !== 0) return inside(w, k + 1, lim) && w.gap[k + 1] === Gap.DASH && (w.word[k + 1] & Word.NUMBER) !== 0 ? k + 1 : k
  if ((w.word[k] & Word.DIRECTION) === 0 || w.len(k) > 1 || !inside(w, k + 1, lim) || !w.glued(k + 1) || !w.is(k + 1, Shape.DIGITS)) return -1
  return inside(w, k + 3, lim) && w.glued(k + 2) && (w.word[k + 2] & Word.DIRECTION) !== 0 && w.glued(k + 3) && w.is(k + 3, Shape.DIGITS) ? k + 3 : k + 1
}

/** May token `j` go on the street line whose house number ends at token `n`? */
function goesOn(w: Window, j: number): boolean {
  const gap = w.gap[j]
  if (gap === 0) return (w.word[j] & Word.ORDINAL) !== 0
  if ((gap & ~BETWEEN) !== 0 || w.start[j] - w.end[j - 1] > 2) return false
  return (gap & Gap.DOT) === 0 || abbreviated(w, j - 1)
}

/** Last token of the street line that starts with its house number at token `k`, in whatever case: "58 birchwood cir", "4 1/2 EL CAMINO RD"; or -1. */
export function lineEnd(w: Window, k: number, lim: number): number {
  const n = numberEnd(w, k, lim)
  if (n < 0) return -1
  let last = -1
  let past = 0
  for (let j = n + 1; j <= n + 8 && inside(w, j, lim) && goesOn(w, j); j++) {
    const word = w.word[j]
    const h = w.hash[j]
    if ((w.shape[j] & Shape.DIGITS) !== 0) {
      if (last >= 0 || !inside(w, j + 1, lim) || w.gap[j + 1] !== 0 || (w.word[j + 1] & Word.ORDINAL) === 0) break
      continue
    }
    if (j === n + 1 && (COUNTED.has(h) || (word & Word.MEASURE) !== 0) && (word & Word.DIRECTION) === 0) return -1
    if ((word & Word.STREET) !== 0 && (j > n + 1 || STREET_FIRST.has(h))) {
      if (last >= 0 && past > 0 && (w.shape[j] & Shape.LOWER) !== 0) break
      last = j
      continue
    }
    if ((word & (Word.DIRECTION | Word.STREET | Word.ORDINAL)) !== 0) continue
    if (last === n + 1 && STREET_FIRST.has(w.hash[last])) return firstEnd(w, j, lim, last)
    if (NOT_NAME.has(h) || (STOP.has(h) && !TITLED.has(h) && !CONNECTOR.has(h))) break
    if (last >= 0 && (!isCap(w, j) || ++past > 1 || STREET_FIRST.has(w.hash[last]) === false)) break
  }
  return last
}

/** "avenue foch", "calle ocho", "avenue c": the name after a street word that stands first, in whatever case. */
function firstEnd(w: Window, from: number, lim: number, street: number): number {
  let last = street
  for (let j = from; j < from + 4 && inside(w, j, lim) && goesOn(w, j); j++) {
    const h = w.hash[j]
    if ((w.shape[j] & Shape.LETTERS) === 0 || NOT_NAME.has(h) || ((STOP.has(h) || (w.word[j] & Word.FUNCTION) !== 0) && !TITLED.has(h) && !CONNECTOR.has(h) && w.len(j) > 1)) break
    if (!CONNECTOR.has(h) || isCap(w, j) || w.len(j) === 1) last = j
    if (w.len(j) === 1) break
  }
  return last
}
const NOT_NAME = wordSet('and or near apt apartment unit suite ste')
const TITLED = wordSet('jr sr dr')
