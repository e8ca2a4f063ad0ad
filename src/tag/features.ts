import { Word } from '../lexicon/classes'
import { Bit } from '../lexicon/fields'
import { loadLexicon } from '../lexicon/names'
import type { Lexicon } from '../lexicon/table'
import { Shape, type Window } from '../scan/window'
import { CLASS, FOLDED, Gap, UPPER } from '../text/chars'

/** How far a feature may lie from its token, in code units: what lies further is not read, so that cutting cannot show. */
export const BEHIND = 160
export const AHEAD = 160
/** Most features a token has. */
export const MAX_FEATURES = 128

/** Shape of a token, as a small number. */
export const Kind = { NONE: 0, LOWER: 1, INITIAL: 2, CAPS: 3, CAMEL: 4, LETTER_UPPER: 5, LETTER_LOWER: 6, DIGITS_SHORT: 7, DIGITS_MID: 8, DIGITS_LONG: 9, PLACEHOLDER: 10, UNCASED: 11, LONG: 12 } as const
/** How a stretch of text is written. */
export const Mode = { MIXED: 0, LOWER: 1, CAPS: 2, TITLE: 3 } as const

const CLS =
  Word.TITLE |
  Word.CREDENTIAL |
  Word.STREET |
  Word.DIRECTION |
  Word.STATE |
  Word.STATE_CODE |
  Word.RELATION |
  Word.ROLE |
  Word.FACILITY |
  Word.ORGANISATION |
  Word.FUNCTION |
  Word.MONTH |
  Word.WEEKDAY |
  Word.MEDICAL |
  Word.FIELD |
  Word.EPONYM |
  Word.NATIONALITY |
  Word.ADDRESS_UNIT |
  Word.COUNTRY |
  Word.NUMBER
const NAMING = Bit.NICKNAME | Bit.PLACE_PART | Bit.COUNTY | Bit.FACILITY | Bit.EMPLOYER | 0x6000

/** A word of the language or of medicine, in no list of names but the longest. */
const ordinary = (bits: number): boolean => (bits & (ORDINARY | Bit.HEADING)) !== 0 && (bits & NAMING) === 0 && (bits & 7) < 2 && ((bits >>> 5) & 7) < 3

const SPEAKERS = Word.ROLE | Word.RELATION
const MEDICAL = Bit.DRUG | Bit.DISEASE | Bit.MEDICAL | Bit.CLINICAL
const COMPANY = Bit.BRAND | Bit.INSURER | Bit.EMPLOYER
/** Known as something other than a name. */
const ORDINARY = Bit.COMMON | MEDICAL | Bit.ABBREVIATION

/** Two bits of a field of three: none, rare, known, common. */
const COARSE = [0, 1, 1, 2, 2, 3, 3, 3] as const

const kindOf = (shape: number): number => {
  if ((shape & Shape.PLACEHOLDER) !== 0) return Kind.PLACEHOLDER
  if ((shape & Shape.LONG) !== 0) return Kind.LONG
  if ((shape & Shape.DIGITS) !== 0) return (shape & Shape.DIGITS_1_2) !== 0 ? Kind.DIGITS_SHORT : (shape & Shape.DIGITS_3_4) !== 0 ? Kind.DIGITS_MID : Kind.DIGITS_LONG
  if ((shape & Shape.SINGLE) !== 0) return (shape & Shape.LOWER) !== 0 ? Kind.LETTER_LOWER : Kind.LETTER_UPPER
  if ((shape & Shape.LOWER) !== 0) return Kind.LOWER
  if ((shape & Shape.INITIAL) !== 0) return Kind.INITIAL
  if ((shape & Shape.CAPS) !== 0) return Kind.CAPS
  return (shape & Shape.CAMEL) !== 0 ? Kind.CAMEL : Kind.UNCASED
}

/** What separates a token from the one before, as a small number: the strongest separator. */
const gapOf = (gap: number): number => {
  if (gap === 0) return 0
  if (gap === Gap.SPACE) return 1
  if ((gap & (Gap.START | Gap.NEWLINE)) !== 0) return (gap & Gap.DASH) !== 0 || (gap & Gap.STAR) !== 0 ? 3 : 2
  if ((gap & (Gap.TAB | Gap.PIPE)) !== 0) return 4
  if ((gap & Gap.COLON) !== 0) return 5
  if ((gap & (Gap.MARK | Gap.SEMI)) !== 0) return 6
  if ((gap & Gap.DOT) !== 0) return (gap & Gap.COMMA) !== 0 ? 8 : 7
  if ((gap & Gap.OPEN) !== 0) return 9
  if ((gap & Gap.CLOSE) !== 0) return 10
  if ((gap & Gap.COMMA) !== 0) return 8
  if ((gap & Gap.QUOTE) !== 0) return 11
  if ((gap & (Gap.EQUALS | Gap.UNDERSCORE)) !== 0) return 12
  if ((gap & Gap.SLASH) !== 0) return 13
  if ((gap & Gap.DASH) !== 0) return gap === Gap.DASH ? 14 : 15
  if ((gap & Gap.APOS) !== 0) return gap === Gap.APOS ? 16 : 17
  if ((gap & Gap.AT) !== 0) return 18
  return 19
}

/** Where the words stand that speak for a token by themselves. */
export const SLOTS = [-1, 1, -2, 2, -3, 3] as const

/** Single separators inside names that programs make. */
const MACHINE: ReadonlySet<number> = new Set([Gap.UNDERSCORE, Gap.DOT, Gap.BACKSLASH, Gap.AT, Gap.HASH, Gap.SLASH])
/** McDonald, DeShawn, LaVonne, O'Neil, VanDyke, FitzGerald, JoAnn. */
const PREFIXES = new Set('Mc Mac De La Le Du Di Da Van Von Fitz Jo Al St Ap'.split(' '))

function prefixed(w: Window, i: number): boolean {
  for (let n = 2; n < 5; n++) if (CLASS[w.text.charCodeAt(w.start[i] + n)] === UPPER && PREFIXES.has(w.text.slice(w.start[i], w.start[i] + n))) return true
  return false
}

/** A token that opens with a letter of the Latin alphabet, marks aside: µ and º are none. */
export function latin(w: Window, i: number): boolean {
  const c = FOLDED[w.text.charCodeAt(w.start[i])]
  return c > 0x60 && c < 0x7b
}

const CACHE = 1 << 13

/**
 * Facts of the tokens of a window, and the features that speak for a token. The same code runs in training and at
 * work. Reads nothing further than BEHIND and AHEAD code units from the token, and what it remembers it has read in order:
 * so a text cut anywhere gives the same features.
 */
export class Features {
  private readonly lexicon: Lexicon = loadLexicon()
  private readonly cacheKey = new Int32Array(CACHE)
  private readonly cacheBits = new Int32Array(CACHE)
  private n = 0
  /** By token of the window. */
  lex = new Int32Array(1024)
  kind = new Uint8Array(1024)
  private gap = new Uint8Array(1024)
  private phrase = new Int32Array(1024)
  mode: number = Mode.MIXED
  private modeAge = 0
  /** Words before the last colon of the line, and the tokens since. */
  private label = 0
  private label2 = 0
  private since = 99
  /** The features of the token weighed last, as hashes. */
  readonly hashes = new Int32Array(MAX_FEATURES)
  count = 0

  /** Forget the document. */
  reset(): void {
    this.mode = Mode.MIXED
    this.modeAge = 0
    this.label = 0
    this.label2 = 0
    this.since = 99
    this.n = 0
  }

  /** Reads the facts of tokens `from` to the last of the window. Earlier ones must have been read and kept in place. */
  read(w: Window, from: number): void {
    while (this.lex.length < w.n) this.grow()
    const { lex, kind, gap, phrase } = this
    const { n } = w
    for (let i = from; i < n; i++) {
      const k = kindOf(w.shape[i])
      kind[i] = k
      gap[i] = gapOf(w.gap[i])
      lex[i] = k >= Kind.DIGITS_SHORT && k !== Kind.UNCASED ? 0 : this.bits(w.hash[i])
      phrase[i] = 0
    }
    this.n = n
  }

  /** Tokens up to `count` are dropped from the window. */
  compact(count: number): void {
    for (const a of [this.lex, this.kind, this.gap, this.phrase]) a.copyWithin(0, count, this.n)
    this.n -= count
  }

  private grow(): void {
    const size = this.lex.length * 2
    const wide = <T extends Int32Array | Uint8Array>(from: T, to: T): T => {
      to.set(from)
      return to
    }
    this.lex = wide(this.lex, new Int32Array(size))
    this.kind = wide(this.kind, new Uint8Array(size))
    this.gap = wide(this.gap, new Uint8Array(size))
    this.phrase = wide(this.phrase, new Int32Array(size))
  }

  private bits(hash: number): number {
    const at = (hash ^ (hash >>> 15)) & (CACHE - 1)
    if (this.cacheKey[at] === hash) return this.cacheBits[at]
    const bits = this.lexicon.lookup(hash)
    this.cacheKey[at] = hash
    this.cacheBits[at] = bits
    return bits
  }

  /** Must be called for every token, in order: line labels, casing, phrases. */
  step(w: Window, i: number): void {
    const g = w.gap[i]
    if (this.since < 99) this.since++
    if ((g & (Gap.NEWLINE | Gap.START)) !== 0) {
      this.label = 0
      this.label2 = 0
      this.since = 99
    }
    if ((g & (Gap.COLON | Gap.EQUALS)) !== 0 && i > 0 && w.start[i] - w.end[i - 1] < 24) {
      this.label = w.hash[i - 1]
      this.label2 = i > 1 && w.start[i - 1] - w.end[i - 2] < 4 ? w.hash[i - 2] : 0
      this.since = 0
    }
    if (this.modeAge-- <= 0) {
      this.mode = this.modeAt(w, i)
      this.modeAge = 23
    }
    if (this.lex[i] >>> 30 === 0 || (this.kind[i] === Kind.LOWER && this.mode !== Mode.LOWER)) return
    let end = i + 1
    const stop = Math.min(w.n, i + 8)
    const limit = w.start[i] + AHEAD
    while (end < stop && w.end[end] <= limit && (w.gap[end] & ~(Gap.SPACE | Gap.DASH | Gap.APOS | Gap.DOT | Gap.NEWLINE | Gap.AMP)) === 0 && w.start[end] - w.end[end - 1] <= 3) end++
    const found = this.lexicon.phraseFrom(this.lex[i], w.hash, i, end)
    if (found === 0) return
    const classes = found & 0xffff
    const length = found >>> 24
    for (let j = i; j < i + length; j++) if (this.phrase[j] === 0) this.phrase[j] = classes | ((j === i ? 1 : j === i + length - 1 ? 3 : 2) << 16)
  }

  /** How the text around token `i` is written. */
  private modeAt(w: Window, i: number): number {
    let lower = 0
    let initial = 0
    let caps = 0
    const behind = w.start[i] - BEHIND
    const ahead = w.start[i] + AHEAD
    for (let j = i - 1; j >= 0 && w.start[j] >= behind; j--) {
      const k = this.kind[j]
      if (k === Kind.LOWER) lower++
      else if (k === Kind.INITIAL) initial++
      else if (k === Kind.CAPS) caps++
    }
    for (let j = i; j < w.n && w.end[j] <= ahead; j++) {
      const k = this.kind[j]
      if (k === Kind.LOWER) lower++
      else if (k === Kind.INITIAL) initial++
      else if (k === Kind.CAPS) caps++
    }
    if (caps > 3 && caps > 3 * lower) return Mode.CAPS
    if (initial === 0 && (lower > 3 || (caps === 0 && lower > 0))) return Mode.LOWER
    return lower > 0 && initial > 2 * lower ? Mode.TITLE : Mode.MIXED
  }

  /** Is the token worth weighing? The others are O: words of the language in lower case, numbers, marks. */
  doubtful(w: Window, i: number, previous: number): boolean {
    return this.likely(w, i, previous) && !this.speaker(w, i) && !this.machine(w, i)
  }

  private likely(w: Window, i: number, previous: number): boolean {
    const k = this.kind[i]
    if (k >= Kind.DIGITS_SHORT && k !== Kind.UNCASED) return false
    // Most words: of the language, in lower case, among others such.
    if (k === Kind.LOWER && previous === 0 && ((w.word[i] & Word.FUNCTION) !== 0 || (this.mode !== Mode.LOWER && (this.lex[i] & ORDINARY) !== 0))) return false
    // A letter or two of a code.
    const glued = (w.gap[i] === 0 && i > 0) || (i + 1 < w.n && w.gap[i + 1] === 0)
    if (glued && (w.end[i] - w.start[i] < 3 || k === Kind.LOWER || k === Kind.CAPS)) return false
    if (k === Kind.LOWER) {
      const lex = this.lex[i]
      const named = (lex & 0x7) | (lex & 0xe0) | (lex & (0x6000 | Bit.NICKNAME | Bit.PLACE_PART))
      if (w.end[i] - w.start[i] < 3 && previous === 0 && (lex & 7) < 4) return false
      if (previous !== 0 && w.gap[i] !== 0 && (w.gap[i] & ~(Gap.SPACE | Gap.DASH | Gap.APOS | Gap.AMP)) === 0) return true
      if ((w.word[i] & Word.FUNCTION) !== 0) return false
      if (this.mode === Mode.LOWER) return named !== 0 || (lex & ORDINARY) === 0 || (lex & (Bit.FACILITY | Bit.EMPLOYER)) !== 0
      if ((lex & ORDINARY) !== 0) return false
      const english = (lex >>> 8) & 7
      return english < 3 || (english < 5 && ((lex & 7) > 1 || (lex & Bit.NICKNAME) !== 0 || (lex & 0x6000) > 0x2000))
    }
    // The first word of a sentence, of the language and of no list of names.
    if (k === Kind.INITIAL && previous === 0 && (w.word[i] & Word.FUNCTION) !== 0 && (this.lex[i] & 0x67) < 2 && i + 1 < w.n && this.kind[i + 1] === Kind.LOWER && w.gap[i + 1] === Gap.SPACE) return false
    if (previous === 0) {
      if (k === Kind.LETTER_UPPER) return this.initials(w, i)
      if ((k === Kind.INITIAL || k === Kind.CAPS || k === Kind.CAMEL) && ordinary(this.lex[i]) && !this.casedNext(w, i)) return false
      // mL, qHS, pH; Dr, MRS, MD
      if (k === Kind.CAMEL && CLASS[w.text.charCodeAt(w.start[i])] !== UPPER) return false
      if ((w.word[i] & (Word.TITLE | Word.CREDENTIAL)) !== 0 && w.end[i] - w.start[i] < 4 && (k !== Kind.INITIAL || (this.lex[i] & 0xe7) === 0)) return false
    }
    return k === Kind.INITIAL || k === Kind.CAPS || k === Kind.CAMEL || k === Kind.LETTER_UPPER || (k === Kind.LETTER_LOWER && previous !== 0 && latin(w, i)) || k === Kind.UNCASED
  }

  /**
   * A word of a path, a host, a key, a product's version (`load_timestamp`, `trac.example.org`, `"pid":`, `Mozilla/5.0`) or a
   * compound of a program's making (`UpdateMetadata`): no name unless the lists are sure of it.
   */
  private machine(w: Window, i: number): boolean {
    const k = this.kind[i]
    const before = w.gap[i]
    const after = i + 1 < w.n ? w.gap[i + 1] : 0
    if (after === Gap.SLASH && this.kind[i + 1] >= Kind.DIGITS_SHORT && this.kind[i + 1] <= Kind.DIGITS_LONG) return true
    if (k === Kind.CAMEL) return !prefixed(w, i) && this.lex[i] === 0
    if (k !== Kind.LOWER) return false
    let next = i + 1
    while (next < w.n && next < i + 4 && (w.gap[next] === Gap.DASH || w.gap[next] === Gap.UNDERSCORE)) next++
    const key = next < w.n && (w.gap[next] & (Gap.QUOTE | Gap.COLON | Gap.LONG)) === (Gap.QUOTE | Gap.COLON)
    if (before === Gap.DOT && i > 0 && (this.kind[i - 1] === Kind.LETTER_LOWER || this.kind[i - 1] === Kind.LETTER_UPPER)) return false
    if (!key && !MACHINE.has(before) && !(MACHINE.has(after) && w.start[i + 1] - w.end[i] === 1)) return false
    const bits = this.lex[i]
    return !(((bits & 7) >= 4 || ((bits >>> 5) & 7) >= 5 || (bits & Bit.NICKNAME) !== 0) && ((bits >>> 8) & 7) <= 3)
  }

  /** Letters that stand for a person: `J.S.`, `A. B.`; the initial before a surname is found from there. */
  private initials(w: Window, i: number): boolean {
    return i + 1 < w.n && this.kind[i + 1] === Kind.LETTER_UPPER && (w.gap[i + 1] === Gap.DOT || w.gap[i + 1] === (Gap.DOT | Gap.SPACE))
  }

  /** A word with a capital follows, as in a name of several words. */
  private casedNext(w: Window, i: number): boolean {
    if (i + 1 >= w.n) return false
    const k = this.kind[i + 1]
    return k !== Kind.LOWER && k !== Kind.DIGITS_SHORT && k !== Kind.DIGITS_MID && k !== Kind.DIGITS_LONG && (w.gap[i + 1] & ~(Gap.SPACE | Gap.DASH | Gap.APOS | Gap.AMP | Gap.COMMA)) === 0
  }

  /** `Guest_family:`, `[patient_guest]`: a key or a speaker, of which one word is a role or a relation. */
  private speaker(w: Window, i: number): boolean {
    if (i + 1 >= w.n) return false
    const next = w.gap[i + 1]
    if (next === Gap.UNDERSCORE) return (w.word[i + 1] & SPEAKERS) !== 0
    return w.gap[i] === Gap.UNDERSCORE && i > 0 && (next & Gap.LONG) === 0 && (next & (Gap.COLON | Gap.CLOSE)) !== 0 && (w.word[i - 1] & SPEAKERS) !== 0
  }

  private add(template: number, value: number): void {
    const h = Math.imul(Math.imul(template, 0x9e3779b1) ^ value, 0x85ebca6b)
    this.hashes[this.count++] = h ^ (h >>> 15)
  }

  private names(i: number): number {
    const b = this.lex[i]
    return (
      COARSE[b & 7] |
      (COARSE[(b >>> 5) & 7] << 2) |
      (COARSE[(b >>> 8) & 7] << 4) |
      (((b >>> 13) & 3) << 6) |
      ((b & Bit.NICKNAME) !== 0 ? 256 : 0) |
      ((b & Bit.COMMON) !== 0 ? 512 : 0) |
      ((b & Bit.PLACE_PART) !== 0 ? 1024 : 0)
    )
  }

  private things(i: number): number {
    const b = this.lex[i]
    return (
      ((b & MEDICAL) !== 0 ? 1 : 0) |
      ((b & Bit.ABBREVIATION) !== 0 ? 2 : 0) |
      ((b & Bit.EPONYM) !== 0 ? 4 : 0) |
      ((b & Bit.HEADING) !== 0 ? 8 : 0) |
      ((b & COMPANY) !== 0 ? 16 : 0) |
      ((b & Bit.FACILITY) !== 0 ? 32 : 0) |
      ((b & Bit.ROLE) !== 0 ? 64 : 0) |
      ((b & Bit.GROUP) !== 0 ? 128 : 0) |
      ((b & Bit.COUNTY) !== 0 ? 256 : 0) |
      ((b & Bit.DRUG) !== 0 ? 512 : 0)
    )
  }

  /** Fills `hashes` with every feature of token `i`; `t1`, `t2`: the tags of the two tokens before; `seen`: what the word was earlier. */
  weigh(w: Window, i: number, t1: number, t2: number, seen: number): void {
    this.count = 0
    this.own(w, i)
    for (let slot = 0; slot < SLOTS.length; slot++) {
      const j = this.beside(w, i, SLOTS[slot])
      if (j >= 0) this.at(w, j, slot)
    }
    this.rest(w, i, t1, t2, seen)
  }

  /** The token `offset` tokens from `i`, or -1 if it is too far off or there is none. */
  beside(w: Window, i: number, offset: number): number {
    const j = i + offset
    if (j < 0 || j >= w.n) return -1
    return offset < 0 ? (w.start[j] >= w.start[i] - BEHIND ? j : -1) : w.end[j] <= w.start[i] + AHEAD ? j : -1
  }

  /** Casing of token `i` and of the text around it. */
  casing(i: number): number {
    return this.kind[i] * 4 + this.mode
  }

  /** What its spelling and casing alone say: the same for every token of the same hash and casing. */
  own(w: Window, i: number): void {
    const h = w.hash[i]
    const k = this.casing(i)
    const names = this.names(i)
    const things = this.things(i)
    this.add(2, h)
    this.add(3, h ^ Math.imul(k, 0x2c1b3c6d))
    this.add(4, names * 64 + k)
    this.add(5, things * 64 + k)
    this.add(6, (w.word[i] & CLS) ^ Math.imul(k, 0x297a2d39))
    this.add(7, (names << 10) | things)
    this.affixes(w, i, k)
    this.add(14, Math.min(w.end[i] - w.start[i], 12) * 64 + k)
    if ((w.shape[i] & Shape.NONASCII) !== 0) this.add(8, k)
  }

  /** What the word beside a token says of it: the same for every token of the same hash. */
  at(w: Window, j: number, slot: number): void {
    const template = 20 + slot * 4
    this.add(template, w.hash[j])
    this.add(template + 1, w.word[j] & CLS)
    if (slot > 3) return
    this.add(template + 2, this.names(j))
    this.add(template + 3, this.things(j))
  }

  /** What is said by several words, marks and decisions together. */
  rest(w: Window, i: number, t1: number, t2: number, seen: number): void {
    const { hash } = w
    const { kind, gap, phrase } = this
    const p1 = this.beside(w, i, -1)
    const p2 = this.beside(w, i, -2)
    const n1 = this.beside(w, i, 1)
    const n2 = this.beside(w, i, 2)
    const h = hash[i]
    const k = this.casing(i)
    const names = this.names(i)
    const cls = w.word[i] & CLS
    const g = gap[i]
    const after = n1 < 0 ? 20 : gap[n1]
    const hp1 = p1 < 0 ? ((w.gap[i] & Gap.START) !== 0 ? 2 : 1) : hash[p1]
    const hn1 = n1 < 0 ? 1 : hash[n1]
    const kp1 = p1 < 0 ? 0 : kind[p1]
    const kn1 = n1 < 0 ? 0 : kind[n1]
    const cp1 = p1 < 0 ? 0 : w.word[p1] & CLS
    const cn1 = n1 < 0 ? 0 : w.word[n1] & CLS
    const np1 = p1 < 0 ? 0 : this.names(p1)
    const nn1 = n1 < 0 ? 0 : this.names(n1)

    this.add(1, k)
    this.add(15, g * 64 + k)
    this.add(16, after * 64 + k)
    this.add(17, (g * 32 + after) * 64 + k)
    this.add(19, phrase[i])

    this.add(50, hp1 ^ Math.imul(g * 64 + k, 0x27d4eb2f))
    this.add(51, hn1 ^ Math.imul(after * 64 + k, 0x165667b1))
    this.add(52, hp1 ^ Math.imul(p2 < 0 ? 1 : hash[p2], 0x9e3779b1))
    this.add(53, hn1 ^ Math.imul(n2 < 0 ? 1 : hash[n2], 0x9e3779b1))
    this.add(54, hp1 ^ Math.imul(h, 0x9e3779b1))
    this.add(55, h ^ Math.imul(hn1, 0x85ebca6b))
    this.add(56, (np1 << 17) ^ (names << 6) ^ g)
    this.add(57, (nn1 << 17) ^ (names << 6) ^ after)
    this.add(58, cp1 ^ Math.imul(names * 32 + g, 0x9e3779b1))
    this.add(59, cn1 ^ Math.imul(names * 32 + after, 0x9e3779b1))
    this.add(60, (kp1 * 16 + kn1) * 64 + k)
    this.add(61, ((g * 32 + after) * 16 + kp1) * 64 + k + kn1 * (1 << 20))

    // The label of the line.
    if (this.since < 12) {
      const near = this.since < 3 ? this.since : this.since < 6 ? 3 : 4
      this.add(65, this.label ^ near)
      this.add(66, this.label ^ Math.imul(k, 0x27d4eb2f))
      this.add(67, this.label ^ Math.imul(this.label2, 0x9e3779b1) ^ near)
      this.add(68, near * 64 + k)
    }

    // Decisions before.
    this.add(70, t1)
    this.add(71, t1 * 8 + t2)
    this.add(72, (names * 8 + t1) * 64 + k)
    this.add(74, h ^ Math.imul(t1 + 1, 0x27d4eb2f))
    this.add(75, cls ^ Math.imul(t1 + 1, 0x165667b1))
    this.add(76, hp1 ^ Math.imul(t1 + 1, 0x2c1b3c6d))
    this.add(78, ((g * 8 + t1) * 8 + t2) * 32 + after)
    this.add(79, hn1 ^ Math.imul(t1 + 1, 0x297a2d39))
    if (seen !== 0) {
      this.add(80, seen)
      this.add(81, seen * 64 + k)
      this.add(82, (names * 64 + seen) * 64 + k)
    }
  }

  private affixes(w: Window, i: number, k: number): void {
    const { text } = w
    const s = w.start[i]
    const e = w.end[i]
    const length = e - s
    if (length < 3) return
    let h = 0
    for (let n = 1; n <= 4 && n < length; n++) {
      h = Math.imul(h ^ FOLDED[text.charCodeAt(e - n)], 0x01000193) + n
      if (n > 1) this.add(7 + n, h)
    }
    h = 0
    for (let n = 0; n < 3; n++) {
      h = Math.imul(h ^ FOLDED[text.charCodeAt(s + n)], 0x01000193) + n + 1
      if (n > 0) this.add(11 + n, h)
    }
    if (length > 5) this.add(13 + 70, Math.imul(h, 31) ^ k)
  }
}
