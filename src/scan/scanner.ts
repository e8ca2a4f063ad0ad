import { CLASS, DIGIT, FOLDED, Gap, LETTER, LONG_GAP, LOWER, OTHER, UNIT, UPPER } from '../text/chars'
import { HASH_PRIME, HASH_SEED } from '../text/hash'
import { MAX_TOKEN, Shape, type Window } from './window'
import type { WordTable } from './words'

/** How far the scanner looks past a position before it decides what stands there, in code units. */
export const SCAN_AHEAD = 72

const LOWER_BIT = 1 << (16 + LOWER)
const UPPER_BIT = 1 << (16 + UPPER)
const LETTER_BITS = LOWER_BIT | UPPER_BIT | (1 << (16 + LETTER))

const SPACE = 0x20
/** A token further off than this starts afresh, as the first of a document does: what lies before it is out of reach. */
const FAR = 128
const FAR_GAP = Gap.START | Gap.NEWLINE | Gap.LONG
const BACKSLASH = 0x5c
const OPEN_SQUARE = 0x5b
const OPEN_ANGLE = 0x3c
const STAR = 0x2a
const DASH = 0x2d
/** The characters of the mask strategy: * # • █ ~ */
const isMask = (c: number): boolean => c === STAR || c === 0x23 || c === 0x7e || c === 0x2022 || c === 0x2588
/** Shortest row of them that is read as a mask, and longest token made of it. */
const MIN_MASK = 4

/**
 * One pass over the text: classifies, hashes, looks words up, and appends tokens to the window. A sequential machine:
 * all it carries between calls is the separators seen since the last token, so the tokens never depend on how the input
 * was cut.
 */
export class Scanner {
  private gap: number = Gap.START
  private gapLength = 0

  /** `placeholders`: hashes of the words that stand in brackets for a removed value. */
  constructor(
    private readonly words: WordTable,
    private readonly placeholders: ReadonlySet<number>,
  ) {}

  /**
   * Appends the tokens of `w.text` from `from` to `to`; unless `final`, stops short where a token or an escape could
   * still grow. Gives the position reached.
   */
  scan(w: Window, from: number, to: number, final: boolean): number {
    const { text } = w
    const { words } = this
    const limit = final ? to : to - SCAN_AHEAD
    let { start: starts, end: ends, shape: shapes, gap: gaps, hash: hashes, word: classes, cue: cues, n } = w
    let room = starts.length
    let p = from
    let gap = this.gap
    let gapLength = this.gapLength
    while (p < limit) {
      const code = text.charCodeAt(p)
      if (code === SPACE) {
        gap |= Gap.SPACE
        gapLength++
        p++
        continue
      }
      const cls = CLASS[code]
      if (cls > 4) {
        if (code === BACKSLASH) {
          const skip = escapeLength(text, p, to)
          if (skip > 0) {
            gap |= Gap.NEWLINE | Gap.BACKSLASH
            gapLength += skip
            p += skip
            continue
          }
        } else if (code === OPEN_SQUARE || code === OPEN_ANGLE || isMask(code)) {
          const close = code === OPEN_SQUARE || code === OPEN_ANGLE ? placeholderEnd(text, p, to, this.placeholders) : maskEnd(text, p, to)
          if (close > 0) {
            if (gapLength > LONG_GAP) gap = gapLength > FAR ? FAR_GAP : gap | Gap.LONG
            if (n === room) {
              w.grow()
              ;({ start: starts, end: ends, shape: shapes, gap: gaps, hash: hashes, word: classes, cue: cues } = w)
              room = starts.length
            }
            starts[n] = p
            ends[n] = close
            shapes[n] = Shape.PLACEHOLDER
            gaps[n] = gap
            hashes[n] = 0
            classes[n] = 0
            cues[n] = 0
            n++
            gap = 0
            gapLength = 0
            p = close
            continue
          }
        }
        gap |= cls === OTHER ? Gap.OTHER : 1 << (cls - 5)
        gapLength++
        p++
        continue
      }
      const start = p
      const stop = Math.min(start + MAX_TOKEN, to)
      let h = HASH_SEED
      let shape: number
      if (cls === DIGIT) {
        let c = code
        do {
          h = Math.imul(h ^ c, HASH_PRIME)
          p++
          if (p >= stop) break
          c = text.charCodeAt(p)
        } while (CLASS[c] === DIGIT)
        shape = Shape.DIGITS | (p - start < 3 ? Shape.DIGITS_1_2 : p - start < 5 ? Shape.DIGITS_3_4 : Shape.DIGITS_5) | (gap === 0 ? Shape.SUFFIX : 0)
      } else {
        const first = UNIT[code]
        let rest = 0
        let codes = code
        let unit = first
        for (;;) {
          h = Math.imul(h ^ (unit & 0xffff), HASH_PRIME)
          p++
          if (p >= stop) break
          const c = text.charCodeAt(p)
          unit = UNIT[c]
          if ((unit & LETTER_BITS) === 0) break
          rest |= unit
          codes |= c
        }
        shape = Shape.LETTERS | (codes > 0x7f ? Shape.NONASCII : 0)
        if (((first | rest) & UPPER_BIT) === 0) shape |= Shape.LOWER
        else if (cls === UPPER && (rest & UPPER_BIT) === 0) shape |= Shape.INITIAL
        else if (((first | rest) & LOWER_BIT) === 0) shape |= Shape.CAPS
        else shape |= Shape.CAMEL
      }
      if (p >= limit && !final) {
        p = start
        break
      }
      if (p - start >= MAX_TOKEN) shape = (shape & (Shape.DIGITS | Shape.LETTERS | Shape.DIGITS_5)) | Shape.LONG
      else if (p - start === 1) shape |= cls === DIGIT ? Shape.SINGLE : Shape.SINGLE | Shape.LETTER_1
      if (gapLength > LONG_GAP) gap = gapLength > FAR ? FAR_GAP : gap | Gap.LONG
      if (n === room) {
        w.grow()
        ;({ start: starts, end: ends, shape: shapes, gap: gaps, hash: hashes, word: classes, cue: cues } = w)
        room = starts.length
      }
      const entry = words.find(h)
      starts[n] = start
      ends[n] = p
      shapes[n] = shape
      gaps[n] = gap
      hashes[n] = h
      classes[n] = words.classes(entry)
      cues[n] = words.cue(entry)
      if (gap === 0 && n > 0 && (shapes[n - 1] & Shape.DIGITS) !== 0) shapes[n - 1] |= Shape.PREFIX
      n++
      gap = 0
      gapLength = 0
    }
    w.n = n
    this.gap = gap
    this.gapLength = gapLength
    return p
  }
}

/**
 * JSON writes a line break as backslash and `n`; read as letters it would swallow the next word's first letter
 * (`\nJohn`). A Windows path (`C:\new`) looks alike: after a letter, digit or colon the escape must be followed by
 * something other than a lower-case letter.
 */
function escapeLength(text: string, p: number, to: number): number {
  const c = p + 1 < to ? text.charCodeAt(p + 1) : 0
  if (c !== 0x6e && c !== 0x72 && c !== 0x74) return 0
  const next = p + 2 < to ? CLASS[text.charCodeAt(p + 2)] : OTHER
  if (next !== LOWER) return 2
  const before = p > 0 ? text.charCodeAt(p - 1) : 0
  return before !== 0x3a && CLASS[before] > 4 ? 2 : 0
}

/**
 * End of the mask that starts at `p`, or 0. A row with digits right behind it (`****1122`, `****-1122`) is no mask but a
 * number of which the last digits show.
 */
function maskEnd(text: string, p: number, to: number): number {
  const c = text.charCodeAt(p)
  if (p + 3 >= to || text.charCodeAt(p + 1) !== c || text.charCodeAt(p + 2) !== c || text.charCodeAt(p + 3) !== c) return 0
  const stop = Math.min(to, p + MAX_TOKEN)
  let q = p + MIN_MASK
  while (q < stop && text.charCodeAt(q) === c) q++
  if (q < stop) {
    const after = text.charCodeAt(q) === DASH && q + 1 < to ? text.charCodeAt(q + 1) : text.charCodeAt(q)
    if (CLASS[after] === DIGIT) return 0
  }
  return q
}

/** End of `[LABEL]`, `<LABEL>`, `[LABEL_12]` or `[**…**]` that starts at `p`, or 0. */
function placeholderEnd(text: string, p: number, to: number, known: ReadonlySet<number>): number {
  const close = text.charCodeAt(p) === OPEN_SQUARE ? 0x5d : 0x3e
  let q = p + 1
  if (q + 1 < to && close === 0x5d && text.charCodeAt(q) === STAR && text.charCodeAt(q + 1) === STAR) {
    const stop = Math.min(to, p + SCAN_AHEAD - 4)
    for (q += 2; q + 2 < stop; q++) {
      const c = text.charCodeAt(q)
      if (c === 0x0a) return 0
      if (c === STAR && text.charCodeAt(q + 1) === STAR && text.charCodeAt(q + 2) === 0x5d) return q + 3
    }
    return 0
  }
  const stop = Math.min(to, p + 24)
  let h = HASH_SEED
  const first = q
  while (q < stop) {
    const c = text.charCodeAt(q)
    if (!((c >= 0x41 && c <= 0x5a) || c === 0x5f)) break
    h = Math.imul(h ^ FOLDED[c], HASH_PRIME)
    q++
  }
  if (q === first) return 0
  while (q < stop && CLASS[text.charCodeAt(q)] === DIGIT) q++
  return q < stop && text.charCodeAt(q) === close && known.has(h) ? q + 1 : 0
}
