import { Word } from '../lexicon/classes'
import { Bit } from '../lexicon/fields'
import { loadLexicon } from '../lexicon/names'
import { Shape, type Window } from '../scan/window'
import { Gap } from '../text/chars'

/** A name found: window positions, and what it is of. */
export interface Proven<K> {
  readonly start: number
  readonly end: number
  readonly kind: K
}

/** Told where a word of a proven name stands again. */
export type OnCarried<K> = (start: number, end: number, kind: K) => void

const MEDICAL = Bit.DRUG | Bit.DISEASE | Bit.MEDICAL | Bit.CLINICAL | Bit.ABBREVIATION
const CASED = Shape.INITIAL | Shape.CAPS | Shape.CAMEL
/** Words this common are carried only with a capital; the commonest never. */
const COMMON = 3
const COMMONEST = 5
/** Numbers of 32 bits in the sieve: a power of two. */
const SIEVE = 128
/** Fewest letters of a word that is carried. */
const LEAST = 3

/**
 * Finds the words of names proved once everywhere else in the window: the surname, the first name, in any casing that a
 * name has there. A word of the language is carried only with a capital where sentences do not begin, an eponym not before
 * a word of medicine. Linear: one pass to learn, one to find.
 */
export function carry<K>(w: Window, proven: ReadonlyArray<Proven<K>>, found: OnCarried<K>): void {
  if (proven.length === 0) return
  const words = new Map<number, K>()
  // Most words are told apart by one bit, without asking the map.
  const sieve = new Int32Array(SIEVE)
  const lexicon = loadLexicon()
  const covered = new Uint8Array(w.n)
  let i = 0
  for (const p of [...proven].sort((a, b) => a.start - b.start)) {
    while (i > 0 && w.end[i - 1] > p.start) i--
    while (i < w.n && w.end[i] <= p.start) i++
    for (let j = i; j < w.n && w.start[j] < p.end; j++) {
      covered[j] = 1
      if ((w.shape[j] & Shape.LETTERS) === 0 || w.end[j] - w.start[j] < LEAST || (w.word[j] & (Word.FUNCTION | Word.TITLE | Word.CREDENTIAL | Word.RELATION | Word.ROLE | Word.MONTH | Word.FACILITY)) !== 0) continue
      const bits = lexicon.lookup(w.hash[j])
      if (((bits >>> 8) & 7) >= COMMONEST || (bits & MEDICAL) !== 0) continue
      const hash = w.hash[j]
      if (words.has(hash)) continue
      words.set(hash, p.kind)
      sieve[(hash >>> 5) & (SIEVE - 1)] |= 1 << hash
    }
  }
  if (words.size === 0) return
  const { n, hash } = w
  for (let j = 0; j < n; j++) {
    const h = hash[j]
    if ((sieve[(h >>> 5) & (SIEVE - 1)] & (1 << h)) === 0 || covered[j] === 1 || (w.shape[j] & Shape.LETTERS) === 0) continue
    const kind = words.get(h)
    if (kind !== undefined && stands(w, j, lexicon.lookup(w.hash[j]), lexicon.lookup(nextWord(w, j)))) found(w.start[j], w.end[j], kind)
  }
}

/** Hash of the word behind a possessive or a blank, 0 if something else stands there. */
function nextWord(w: Window, j: number): number {
  let k = j + 1
  if (k < w.n && w.gap[k] === Gap.APOS && w.end[k] - w.start[k] === 1) k++
  return k < w.n && (w.gap[k] === Gap.SPACE || w.gap[k] === Gap.DASH) ? w.hash[k] : 0
}

function stands(w: Window, j: number, bits: number, next: number): boolean {
  const english = (bits >>> 8) & 7
  const cased = (w.shape[j] & CASED) !== 0
  if (!cased && (english > 0 || (bits & Bit.COMMON) !== 0)) return false
  // At the start of a sentence every word has a capital.
  if (english >= COMMON && (w.gap[j] & ~(Gap.SPACE | Gap.DASH | Gap.OPEN)) !== 0) return false
  return (bits & Bit.EPONYM) === 0 || (next & (MEDICAL | Bit.HEADING)) === 0
}
