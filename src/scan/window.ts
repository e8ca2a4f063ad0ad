import { CLASS, DIGIT } from '../text/chars'

/** What a token is made of. Letters and digits never share a token: `MRN123` is two tokens, the second glued (gap 0). */
export const Shape = {
  /** ASCII or other digits. */
  DIGITS: 1 << 0,
  /** Letters, any script. */
  LETTERS: 1 << 1,
  /** Only lower-case letters. */
  LOWER: 1 << 2,
  /** Capital first, the rest lower: `Smith`, also a single capital: `J`. */
  INITIAL: 1 << 3,
  /** Two or more letters, all capitals. */
  CAPS: 1 << 4,
  /** Capitals inside: `McDonald`, `iPhone`, `patientName`. */
  CAMEL: 1 << 5,
  /** One code unit long. */
  SINGLE: 1 << 6,
  /** Has a letter outside ASCII. */
  NONASCII: 1 << 7,
  /** Piece of a run of letters or digits longer than MAX_TOKEN: no identifier on its own. */
  LONG: 1 << 8,
  /** `[NAME]`, `[**…**]`: what de-identification left behind. No detector reads across it. */
  PLACEHOLDER: 1 << 9,
  /** One or two digits. Set beside DIGITS, as the next two: so that a detector is asked only where its numbers can start. */
  DIGITS_1_2: 1 << 10,
  /** Three or four digits. */
  DIGITS_3_4: 1 << 11,
  /** Five digits or more. */
  DIGITS_5: 1 << 12,
  /** Digits glued to what stands before them: `AB1234563`. */
  SUFFIX: 1 << 13,
  /** Digits with letters glued behind them: `3rd`, `12B`. Set when the next token is there. */
  PREFIX: 1 << 14,
  /** A single letter. */
  LETTER_1: 1 << 15,
} as const

/** Longest token, in code units; longer runs come as pieces marked LONG. */
export const MAX_TOKEN = 64

/**
 * A stretch of folded text and its tokens, in parallel typed arrays. Positions are relative to `text`; `base` is the
 * document offset of `text[0]`. Detectors read it and never write it.
 */
export class Window {
  text = ''
  base = 0
  n = 0
  start = new Int32Array(1024)
  end = new Int32Array(1024)
  /** Shape bits. */
  shape = new Uint16Array(1024)
  /** Separators between this token and the one before, as Gap bits; 0: glued. */
  gap = new Int32Array(1024)
  /** FNV-1a of the lower-case, diacritic-free spelling; digits: of the digits. */
  hash = new Int32Array(1024)
  /** Word classes of the lexicon (Word bits), 0 for a word in no list. */
  word = new Int32Array(1024)
  /** Index of the cue phrases that start with this word, 0 for none (engine use). */
  cue = new Int32Array(1024)

  /** Spelling of token `i`. Makes a string: for candidates, not for every token. */
  str(i: number): string {
    return this.text.slice(this.start[i], this.end[i])
  }

  len(i: number): number {
    return this.end[i] - this.start[i]
  }

  /** Token `i` exists and only separators in `mask` (Gap bits) stand before it. A glued token passes every mask. */
  gapOnly(i: number, mask: number): boolean {
    return i >= 0 && i < this.n && (this.gap[i] & ~mask) === 0
  }

  /** Token `i` exists and touches the one before it. */
  glued(i: number): boolean {
    return i > 0 && i < this.n && this.gap[i] === 0
  }

  /** Token `i` exists and has one of the shape bits. */
  is(i: number, shape: number): boolean {
    return i >= 0 && i < this.n && (this.shape[i] & shape) !== 0
  }

  /** Token `i` exists and its word is of one of the classes. */
  isWord(i: number, classes: number): boolean {
    return i >= 0 && i < this.n && (this.word[i] & classes) !== 0
  }

  /** Code unit at window position `p`, or 0 outside the text. */
  at(p: number): number {
    return p >= 0 && p < this.text.length ? this.text.charCodeAt(p) : 0
  }

  /** Is the unit at window position `p` a letter or digit? */
  alnumAt(p: number): boolean {
    return p >= 0 && p < this.text.length && CLASS[this.text.charCodeAt(p)] <= 4
  }

  digitAt(p: number): boolean {
    return p >= 0 && p < this.text.length && CLASS[this.text.charCodeAt(p)] === DIGIT
  }

  /** Numeric value of digit token `i` (at most 9 digits are exact enough to compare; longer ones give Infinity). */
  num(i: number): number {
    const s = this.start[i]
    const e = this.end[i]
    if (e - s > 9) return Number.POSITIVE_INFINITY
    let v = 0
    for (let p = s; p < e; p++) v = v * 10 + (this.text.charCodeAt(p) - 48)
    return v
  }

  /** First token of the glued run of letters and digits around token `i`, looking back at most 24 tokens. */
  runStart(i: number): number {
    let k = i
    for (let steps = 0; steps < 24 && k > 0 && this.gap[k] === 0; steps++) k--
    return k
  }

  /** Last token of the glued run around token `i`, looking ahead at most 24 tokens. */
  runEnd(i: number): number {
    let k = i
    for (let steps = 0; steps < 24 && k + 1 < this.n && this.gap[k + 1] === 0; steps++) k++
    return k
  }

  /** As new, but for the room the arrays have. */
  reset(): void {
    this.text = ''
    this.base = 0
    this.n = 0
  }

  /** Twice the room for tokens, in new arrays. */
  grow(): void {
    const size = this.start.length * 2
    const wide = <T extends Int32Array | Uint16Array>(from: T, to: T): T => {
      to.set(from)
      return to
    }
    this.start = wide(this.start, new Int32Array(size))
    this.end = wide(this.end, new Int32Array(size))
    this.shape = wide(this.shape, new Uint16Array(size))
    this.gap = wide(this.gap, new Int32Array(size))
    this.hash = wide(this.hash, new Int32Array(size))
    this.word = wide(this.word, new Int32Array(size))
    this.cue = wide(this.cue, new Int32Array(size))
  }

  /** Forget the first `count` tokens and move the rest `shift` code units to the left. */
  compact(count: number, shift: number): void {
    const n = this.n
    for (const a of [this.shape, this.gap, this.hash, this.word, this.cue]) a.copyWithin(0, count, n)
    for (let i = count; i < n; i++) {
      this.start[i - count] = this.start[i] - shift
      this.end[i - count] = this.end[i] - shift
    }
    this.n = n - count
  }
}
