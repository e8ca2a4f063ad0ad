import type { Window } from '../scan/window'
import { FOLDED } from '../text/chars'

/** Longest word that is compared by edits, in code units. */
export const MAX_WORD = 24

const WIDTH = MAX_WORD + 4
/** Three rows of the table of distances, one behind the other; written before it is read. */
const rows = /* @__PURE__ */ new Uint8Array(3 * WIDTH)

/** A word's letters, folded. */
export const lettersOf = (word: string): Uint16Array => Uint16Array.from(word, (c) => FOLDED[c.charCodeAt(0)])

/**
 * Edits (insert, delete, replace, swap of neighbours) between a word and token `k`: the restricted Damerau-Levenshtein
 * distance (Damerau 1964), `max + 1` where it is more. The cost is bounded by MAX_WORD².
 */
export function distance(word: Uint16Array, w: Window, k: number, max: number): number {
  const from = w.start[k]
  const n = word.length
  const m = w.end[k] - from
  const over = max + 1
  if (n > MAX_WORD || m > MAX_WORD || Math.abs(n - m) > max) return over
  let before = 0
  let last = WIDTH
  let row = 2 * WIDTH
  for (let j = 0; j <= m; j++) rows[last + j] = j
  for (let i = 1; i <= n; i++) {
    const a = word[i - 1]
    let least = (rows[row] = i)
    for (let j = 1; j <= m; j++) {
      const b = FOLDED[w.text.charCodeAt(from + j - 1)]
      let d = Math.min(rows[last + j] + 1, rows[row + j - 1] + 1, rows[last + j - 1] + (a === b ? 0 : 1))
      if (i > 1 && j > 1 && a === FOLDED[w.text.charCodeAt(from + j - 2)] && word[i - 2] === b) d = Math.min(d, rows[before + j - 2] + 1)
      rows[row + j] = d
      if (d < least) least = d
    }
    if (least > max) return over
    const free = before
    before = last
    last = row
    row = free
  }
  return Math.min(rows[last + m], over)
}

/** Edits that a word of this length may carry on its own; 0: none. */
export const typosAlone = (length: number): number => (length < 4 ? 0 : length < 8 ? 1 : 2)
/** Edits beside another part of the same name. */
export const typosBeside = (length: number): number => (length < 3 ? 0 : length < 6 ? 1 : length < 10 ? 2 : 3)

const pair = (text: string): number => (text.charCodeAt(0) << 8) | text.charCodeAt(1)
/** Letters that are written for one another. */
const ALIKE: ReadonlySet<number> = /* @__PURE__ */ new Set(['iy', 'yi', 'sz', 'zs', 'ck', 'kc', 'ei', 'ie', 'vw', 'wv', 'jy', 'gj', 'jg'].map(pair))

/**
 * One edit that a listener makes, not another name: neighbours swapped, a letter doubled or halved, a silent `h` or final
 * `e` more or less, letters of one sound (Smyth, Gonzales, Sarah, Micheal). For words whose distance is 1.
 */
export function soundsAlike(word: Uint16Array, w: Window, k: number): boolean {
  const from = w.start[k]
  const n = word.length
  const m = w.end[k] - from
  const unit = (j: number): number => FOLDED[w.text.charCodeAt(from + j)]
  let i = 0
  while (i < n && i < m && word[i] === unit(i)) i++
  if (n === m) {
    if (i + 1 < n && word[i] === unit(i + 1) && word[i + 1] === unit(i)) return true
    return i < n && ALIKE.has((word[i] << 8) | unit(i))
  }
  // The letter that only one of the two has.
  const extra = n > m ? word[i] : unit(i)
  const last = Math.max(n, m) - 1
  return extra === 0x68 || (extra === 0x65 && i === last) || (i > 0 && extra === word[i - 1])
}
