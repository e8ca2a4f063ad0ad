import { Word } from '../../lexicon/classes'
import { Shape, type Window } from '../../scan/window'
import { Gap } from '../../text/chars'
import { wordSet } from '../field'
import { gapAfter, gapBefore, nextOf } from './name-run'
import { PLAIN_TITLE, STRONG_TITLE } from './name-words'

/** How plainly what stands between a label and the words after it makes them its value. */
export const Mark = {
  NONE: 0,
  /** A space: `Attending Ann Doe`. */
  BARE: 1,
  /** `is`, a line of its own, dotted leader, dash, question mark, columns, a quote. */
  LOOSE: 2,
  /** Colon, equals, pipe, tab, the tags of an element or a table. */
  FIRM: 3,
} as const

const BETWEEN =
  Gap.SPACE | Gap.TAB | Gap.NEWLINE | Gap.COLON | Gap.EQUALS | Gap.DASH | Gap.QUOTE | Gap.OPEN | Gap.CLOSE | Gap.STAR | Gap.PIPE | Gap.UNDERSCORE | Gap.BACKSLASH | Gap.DOT | Gap.HASH | Gap.APOS | Gap.TILDE | Gap.LONG
const IN_TAG = BETWEEN | Gap.SLASH | Gap.AMP | Gap.SEMI
const FIRM = Gap.COLON | Gap.EQUALS | Gap.PIPE | Gap.TAB
const FILL = wordSet('is was name names full legal s as and by md text value last first middle mi')
const COPULA = wordSet('is was')
/** A value starts at most this far after the start of its label, a tag is at most this long. */
const VALUE_WITHIN = 112
const TAG = 60

const LESS = 0x3c
const MORE = 0x3e
const SLASH = 0x2f

/** Token `k` is the name of a tag: `<b`, `</b`. */
export function tagHere(w: Window, k: number): boolean {
  const p = w.start[k] - 1
  return (w.gap[k] & Gap.OPEN) !== 0 && (w.at(p) === LESS || (w.at(p) === SLASH && w.at(p - 1) === LESS))
}

/** First token after the tag of token `k`; -1 when it does not end near. */
function pastTag(w: Window, k: number): number {
  let close = w.end[k]
  for (const stop = close + TAG; w.at(close) !== MORE; close++) if (close >= stop || close >= w.text.length) return -1
  let j = k
  while (j < w.n && w.start[j] < close) j++
  return j < w.n ? j : -1
}

/** First token of the value, past marks, tags, fillers and a title; -1: none. */
export function valueStart(w: Window, i: number, next: number): number {
  const ask = nextOf(w, next - 1) > 0 && w.at(w.end[next - 1]) === 0x3f ? Gap.MARK : 0
  let k = next
  for (let skipped = 0; nextOf(w, k - 1) > 0 && skipped <= 5; skipped++) {
    if (w.gap[k] === 0 || w.start[k] - w.start[i] > VALUE_WITHIN) return -1
    if (tagHere(w, k)) {
      if ((w.gap[k] & ~(IN_TAG | ask)) !== 0) return -1
      k = pastTag(w, k)
      if (k < 0 || w.start[k] - w.start[i] > VALUE_WITHIN) return -1
      if (tagHere(w, k)) continue
    }
    if ((w.gap[k] & ~(BETWEEN | ask)) !== 0 || (w.shape[k] & Shape.LETTERS) === 0) return -1
    if (FILL.has(w.hash[k]) && (w.is(k, Shape.LOWER) || (COPULA.has(w.hash[k]) && w.is(k - 1, Shape.CAPS | Shape.SINGLE)) || (gapAfter(w, k) & (FIRM | Gap.COMMA)) !== 0)) k++
    else if ((w.word[k] & Word.TITLE) !== 0 && titleHere(w, k)) k++
    else return k
  }
  return -1
}

/** `Dr. `, `Rev. `; a title that is a word too needs a capital behind it. */
function titleHere(w: Window, k: number): boolean {
  if ((gapAfter(w, k) & ~(Gap.SPACE | Gap.DOT)) !== 0 || w.glued(k + 1)) return false
  return STRONG_TITLE.has(w.hash[k]) || (PLAIN_TITLE.has(w.hash[k]) && !w.is(k, Shape.LOWER) && w.is(k + 1, Shape.INITIAL | Shape.CAMEL | Shape.CAPS))
}

/** What stands between the label of tokens `i` to `next` and its value at `j`. */
export function markOf(w: Window, i: number, next: number, j: number): number {
  let seen = 0
  let copula = false
  let tag = false
  for (let k = next; k <= j; k++) {
    seen |= w.gap[k]
    if (k < j && COPULA.has(w.hash[k])) copula = true
    if (k < j && tagHere(w, k)) tag = true
  }
  if (tag || (seen & FIRM) !== 0) return Mark.FIRM
  const gap = w.gap[next] & ~Gap.LONG
  const wide = w.start[next] - w.end[next - 1]
  if (w.at(w.end[next - 1]) === MORE && w.at(w.start[i] - 1) === LESS) return Mark.FIRM
  if ((gap & (Gap.MARK | Gap.QUOTE)) !== 0) return Mark.LOOSE
  if ((gap & Gap.NEWLINE) !== 0) return (gapBefore(w, i) & Gap.NEWLINE) !== 0 ? Mark.LOOSE : Mark.NONE
  if ((gap & (Gap.DOT | Gap.UNDERSCORE)) !== 0 && wide > 3) return Mark.LOOSE
  if (gap === Gap.SPACE) return wide > 3 || copula ? Mark.LOOSE : seen === Gap.SPACE || seen === (Gap.SPACE | Gap.DOT) ? Mark.BARE : Mark.NONE
  if (gap === (Gap.SPACE | Gap.DASH)) return wide >= 3 && w.at(w.start[next] - 1) === 0x20 ? Mark.LOOSE : Mark.NONE
  return gap === (Gap.SPACE | Gap.DOT) && w.is(next - 1, Shape.SINGLE) ? Mark.BARE : Mark.NONE
}
