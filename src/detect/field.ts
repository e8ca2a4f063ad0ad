import { Shape, type Window } from '../scan/window'
import { Gap } from '../text/chars'
import { hashWord } from '../text/hash'

/** A set of words by hash: membership is asked of `w.hash[i]`. */
export const wordSet = (words: string): ReadonlySet<number> => new HashSet(words.trim().split(/\s+/).map(hashWord))

/** A set of word hashes that answers `has` from one small array: detectors ask it at most tokens they look at. */
class HashSet extends Set<number> {
  /** Open addressing; 0 is a free place, and the hash of no word. */
  private readonly slots: Int32Array
  private readonly mask: number

  constructor(hashes: readonly number[]) {
    super(hashes)
    let room = 4
    while (room < hashes.length * 2) room *= 2
    this.mask = room - 1
    this.slots = new Int32Array(room)
    for (const hash of hashes) {
      let at = spread(hash) & this.mask
      while (this.slots[at] !== 0 && this.slots[at] !== hash) at = (at + 1) & this.mask
      this.slots[at] = hash
    }
  }

  override has(hash: number): boolean {
    const { slots, mask } = this
    for (let at = spread(hash) & mask; ; at = (at + 1) & mask) {
      const here = slots[at]
      if (here === hash) return hash !== 0
      if (here === 0) return false
    }
  }
}

const spread = (hash: number): number => hash ^ (hash >>> 15)

/** Separators that may stand between a field's label and its value: `MRN: 1`, `MRN #1`, `"mrn":"1"`, `mrn=1`, `| MRN | 1 |`. */
export const FIELD_GAP =
  Gap.SPACE | Gap.TAB | Gap.NEWLINE | Gap.COLON | Gap.HASH | Gap.EQUALS | Gap.DASH | Gap.QUOTE | Gap.APOS | Gap.DOT | Gap.OPEN | Gap.CLOSE | Gap.STAR | Gap.PIPE | Gap.COMMA | Gap.UNDERSCORE | Gap.BACKSLASH
/** Separators that make a label a field label rather than a word of prose. */
export const FIELD_MARK = Gap.COLON | Gap.HASH | Gap.EQUALS | Gap.PIPE

/** Words that may stand between label and value: "MRN number is 123". */
const FILLER = wordSet('number numbers no nos num nr nbr id ids code is was are the of as for value field listed under reads')

/** A brace opens before token `k`: what follows is a record of its own, `"user":{"id":…`, not the label's value. */
export function opensRecord(w: Window, k: number): boolean {
  if ((w.gap[k] & Gap.OPEN) === 0) return false
  for (let p = w.start[k] - 1, n = 0; p >= 0 && n < 12 && (k === 0 || p >= w.end[k - 1]); p--, n++) if (w.at(p) === 0x7b) return true
  return false
}

/**
 * Token where the value of a field starts, given the token after its label, or -1. Skips filler words (at most four)
 * and separators in `gap`. `mark` of the result tells whether a field mark (: # = |) was seen on the way.
 */
export function fieldValue(w: Window, next: number, gap = FIELD_GAP, filler: ReadonlySet<number> | null = FILLER): number {
  for (let k = next, skipped = 0; k < w.n && skipped <= 4; k++, skipped++) {
    if ((w.gap[k] & ~gap) !== 0 || opensRecord(w, k)) return -1
    if (filler === null || (w.shape[k] & Shape.LETTERS) === 0 || !filler.has(w.hash[k])) return k
  }
  return -1
}

/** Is there a field mark (: # = |) in the gaps before tokens `from` to `to`, both included? */
export function marked(w: Window, from: number, to: number): boolean {
  let seen = 0
  for (let k = from; k <= to && k < w.n; k++) seen |= w.gap[k]
  return (seen & FIELD_MARK) !== 0
}

/** A run of letters and digits that can be an identifier. */
export interface IdRun {
  /** Window position after its last character. */
  readonly end: number
  /** Its last token. */
  readonly last: number
  readonly digits: number
  readonly letters: number
}

/**
 * The identifier that starts at token `j`: glued letters and digits, joined by single `-` `.` `/` `_` (and by single
 * spaces between digit groups when `spaces`). Null when it is longer than `max` code units or no token. A joiner before
 * a whole word (`12345/DOB`, `12345.Next`) ends it.
 */
export function idRun(w: Window, j: number, max = 40, spaces = false): IdRun | null {
  if (j < 0 || j >= w.n || (w.shape[j] & (Shape.LONG | Shape.PLACEHOLDER)) !== 0) return null
  const from = w.start[j]
  let last = j
  let digits = 0
  let letters = 0
  for (let k = j; k < w.n; k++) {
    if (k > j && !joins(w, k, spaces)) break
    const len = w.end[k] - w.start[k]
    if (w.end[k] - from > max) return null
    if ((w.shape[k] & Shape.DIGITS) !== 0) digits += len
    else letters += len
    last = k
  }
  return { end: w.end[last], last, digits, letters }
}

function joins(w: Window, k: number, spaces: boolean): boolean {
  if ((w.shape[k] & (Shape.LONG | Shape.PLACEHOLDER)) !== 0) return false
  const gap = w.gap[k]
  if (gap === 0) return true
  if (w.start[k] - w.end[k - 1] !== 1) return false
  const digits = (w.shape[k] & Shape.DIGITS) !== 0
  if (gap === Gap.DASH || gap === Gap.UNDERSCORE) return digits || w.end[k] - w.start[k] <= 4
  if (gap === Gap.DOT || gap === Gap.SLASH) return digits || (w.shape[k] & Shape.SINGLE) !== 0
  return spaces && gap === Gap.SPACE && digits && (w.shape[k - 1] & Shape.DIGITS) !== 0
}
