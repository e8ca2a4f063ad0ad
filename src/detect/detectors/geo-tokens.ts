import { Shape, type Window } from '../../scan/window'
import { Gap } from '../../text/chars'
import { wordSet } from '../field'

export const CAP = Shape.INITIAL | Shape.CAPS | Shape.CAMEL
export const BLOCKED = Shape.PLACEHOLDER | Shape.LONG
/** Between the words of one name. */
export const NAME_GAP = Gap.SPACE | Gap.DOT | Gap.DASH | Gap.APOS
/** Between the parts of one address, also over a line break (and its escape) or a table cell. */
export const PART_GAP = Gap.CARET | Gap.SPACE | Gap.COMMA | Gap.NEWLINE | Gap.TAB | Gap.DOT | Gap.BACKSLASH
/** Longest gap between two parts, in code units: a wrapped, indented line. */
export const PART_MAX = 16

/** Token `k` may be read: it ends by `lim` and is no placeholder. */
export const inside = (w: Window, k: number, lim: number): boolean => k >= 0 && k < w.n && w.end[k] <= lim && (w.shape[k] & BLOCKED) === 0

export const isCap = (w: Window, k: number): boolean => (w.shape[k] & CAP) !== 0 && (w.shape[k] & BLOCKED) === 0

/** Token `k` belongs to the same name as the one before it. */
export function inName(w: Window, k: number): boolean {
  const gap = w.gap[k]
  const len = w.start[k] - w.end[k - 1]
  if ((gap & ~NAME_GAP) !== 0 || len > 2) return false
  return (gap & Gap.DOT) === 0 ? len <= 1 : abbreviated(w, k - 1)
}

/** A dot after token `k` may belong to it: "St.", "Mt.", "N.", "Hosp."; after a longer word it ends the sentence. */
export const abbreviated = (w: Window, k: number): boolean => (w.shape[k] & Shape.LETTERS) !== 0 && (w.end[k] - w.start[k] <= 2 || ABBREVIATED.has(w.hash[k]))
const ABBREVIATED = wordSet('hosp univ blvd ave apt ste ste mtn pkwy hwy med ctr dept str sta cty jct ter cir gen mem reg')

/** Token `k` may be the next part of the address that ends at the token before it. */
export const inAddress = (w: Window, k: number, mask = PART_GAP): boolean => (w.gap[k] & ~mask) === 0 && w.start[k] - w.end[k - 1] <= PART_MAX
