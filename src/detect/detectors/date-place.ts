import { Word } from '../../lexicon/classes'
import { Shape, type Window } from '../../scan/window'
import { Gap } from '../../text/chars'
import { wordSet } from '../field'
import { near } from './date-parts'
import { BEFORE_RATIO } from './date-words'

/** How far back a word is still heard, in code units and in tokens. */
export const HEARD = 40
export const HEARD_TOKENS = 4

/** `From Ann Roe, 6/27: no`: a colon and words. */
export const announces = (w: Window, last: number): boolean => last + 1 < w.n && w.gap[last + 1] === (Gap.COLON | Gap.SPACE) && w.is(last + 1, Shape.LETTERS)

/** Opens a line that is no continuation of the one before: `3/14 called the plan`. */
export function opensLine(w: Window, i: number, last: number): boolean {
  if ((w.gap[i] & (Gap.NEWLINE | Gap.START)) === 0 || (w.gap[i] & ~(Gap.NEWLINE | Gap.START | Gap.SPACE | Gap.DOT | Gap.DASH | Gap.STAR | Gap.CLOSE | Gap.COLON | Gap.QUOTE | Gap.MARK | Gap.LONG)) !== 0) return false
  const n = last + 1
  if (n < w.n && (w.gap[n] & (Gap.SPACE | Gap.NEWLINE | Gap.TAB)) === 0) return false
  return !wrapped(w, i)
}

/** A word of a reading or of mid-sentence stands right before token `i`. */
export function wrapped(w: Window, i: number): boolean {
  if (i === 0) return false
  if ((w.gap[i] & ~(Gap.NEWLINE | Gap.SPACE)) === 0 && (w.word[i - 1] & Word.FUNCTION) !== 0 && !w.is(i - 1, Shape.CAPS)) return true
  for (let k = i - 1; k >= 0 && k >= i - HEARD_TOKENS && w.start[k] >= w.start[i] - HEARD; k--) if (BEFORE_RATIO.has(w.hash[k])) return true
  return false
}

/** The whole cell of a table. */
export const alone = (w: Window, i: number, last: number): boolean => (w.gap[i] & Gap.PIPE) !== 0 && last + 1 < w.n && (w.gap[last + 1] & Gap.PIPE) !== 0

/** `3/14 by Roe`, `3/14 w/ Dr. Roe`, `3/14 at Mercy`: a name follows. */
export function attended(w: Window, last: number): boolean {
  const n = last + 1
  if (!near(w, n, Gap.SPACE, 1) || !BY.has(w.hash[n])) return false
  return near(w, n + 1, Gap.SPACE | Gap.SLASH, 2) && w.is(n + 1, Shape.INITIAL | Shape.CAMEL) && w.len(n + 1) > 1
}
const BY = wordSet('by w with at')
