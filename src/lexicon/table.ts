import { DephiError } from '../errors'
import { DIGEST_SEED_A, DIGEST_SEED_B, digestA, digestB, digestHex, MAX_PHRASE, mixPhrase, phraseReach } from './fields'

/*
 * The lexicon is base64 in groups of four characters (24 bits). Sections: words, phrases, ZIP codes, the rest. Loading
 * checks the digest and reads the heads of the tables; the words themselves are decoded bucket by bucket, when a hash of
 * the bucket is first asked for.
 */

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'
/** Longest code of a value, in bits. */
const LONGEST = 15
/** Where the values start in the head of a table, in bytes. */
const VALUES = 5 + 2 * LONGEST
/** An entry of `Table.index`: where its slots start, how many they are, and that they are decoded. */
const START = 0x7ffff
const COUNT_SHIFT = 19
const DECODED = 1 << 30

/** What the large dictionaries know, by token hash. Typed arrays only; no look-up allocates. */
export class Lexicon {
  private rest: Rest | undefined

  constructor(
    private readonly groups: Groups,
    private readonly words: Table,
    private readonly phrases: Table,
    /** The group the ZIP codes start at. */
    private readonly zips: number,
  ) {}

  /** Number of words and of phrases. */
  get size(): { readonly words: number; readonly phrases: number } {
    return { words: this.words.count, phrases: this.phrases.count }
  }

  /** The bits of a token hash (`Field`, `Bit`); 0 for a word in no list. */
  lookup(hash: number): number {
    return this.words.get(hash | 0)
  }

  /**
   * The longest phrase that starts at token `i` and ends before token `end`: its number of tokens in bits 24 and up, its
   * classes (`Phrase`) in the low 16 bits; 0 if there is none. What may stand between the tokens is the caller's to say,
   * by `end`.
   */
  phraseAt(hashes: Int32Array, i: number, end: number): number {
    return this.phraseFrom(this.words.get(hashes[i]), hashes, i, end)
  }

  /** `phraseAt` for a first token whose bits are known. */
  phraseFrom(first: number, hashes: Int32Array, i: number, end: number): number {
    if (first >>> 30 === 0) return 0
    const reach = Math.min(phraseReach(first), end - i, MAX_PHRASE)
    let found = 0
    let h = mixPhrase(0, hashes[i])
    for (let n = 1; n < reach; n++) {
      h = mixPhrase(h, hashes[i + n])
      const classes = this.phrases.get(h)
      if (classes !== 0) found = ((n + 1) << 24) | classes
    }
    return found
  }

  /** True if the number is a ZIP code in use (of five digits, leading zeros dropped). */
  validZip(zip: number): boolean {
    return zip >= 0 && zip < 100_000 && this.groups.bit(this.zips, zip)
  }

  /** The state or territory that most ZIP codes of the same first three digits lie in; '' for none. */
  zipState(zip: number): string {
    return this.readRest().states[Math.trunc(zip / 100)] ?? ''
  }

  /** True if a nickname stands for a given name (bob, robert). */
  isNicknameOf(nick: number, given: number): boolean {
    return this.givenNames(nick).includes(given | 0)
  }

  /** The hashes of the given names a nickname stands for. */
  givenNames(nick: number): Int32Array {
    return this.readRest().nicknames.get(nick | 0) ?? NO_HASHES
  }

  private readRest(): Rest {
    return (this.rest ??= readRest(this.groups, this.zips + ZIP_GROUPS))
  }
}

const NO_HASHES = /* @__PURE__ */ new Int32Array(0)
const ZIP_GROUPS = Math.ceil(100_000 / 24)

/** Decodes what dictionaries/lexicon.mjs wrote. Throws `LEXICON_DAMAGED` unless it has the digest. */
export function decodeLexicon(data: string, digest: string): Lexicon {
  const chars = new Uint8Array(data.length + (-data.length & 3))
  const { written } = new TextEncoder().encodeInto(data, chars)
  if (written !== data.length || digestOf(chars) !== digest) throw new DephiError('LEXICON_DAMAGED', 'The dictionaries in this copy of dephi are damaged. Install the package again.')
  const groups = new Groups(chars)
  const words = new Table(groups, 0)
  const phrases = new Table(groups, words.end)
  return new Lexicon(groups, words, phrases, phrases.end)
}

/** The digest over the characters, four at a time. */
export function digestOf(chars: Uint8Array): string {
  const words = new Int32Array(chars.buffer, chars.byteOffset, chars.length >>> 2)
  const state = Int32Array.of(DIGEST_SEED_A, DIGEST_SEED_B)
  const swap = new Uint8Array(Int32Array.of(1).buffer)[0] === 0 // big-endian machine
  // In pieces: the engine compiles a function called often sooner than a loop that runs long.
  for (let i = 0; i < words.length; i += 512) digestPiece(words, i, Math.min(words.length, i + 512), state, swap)
  return digestHex(digestA(state[0], chars.length), digestB(state[1], chars.length))
}

function digestPiece(words: Int32Array, from: number, to: number, state: Int32Array, swap: boolean): void {
  let a = state[0]
  let b = state[1]
  for (let i = from; i < to; i++) {
    let w = words[i]
    if (swap) w = (w >>> 24) | ((w >>> 8) & 0xff00) | ((w & 0xff00) << 8) | (w << 24)
    // digestA and digestB, written out: this runs before anything is compiled.
    a = Math.imul(a ^ w, 0x01000193)
    b = Math.imul(((b << 13) | (b >>> 19)) + w, 0x85ebca6b)
  }
  state[0] = a
  state[1] = b
}

/** Base64 read at any group. */
class Groups {
  private readonly value = new Uint8Array(256)

  constructor(private readonly chars: Uint8Array) {
    for (let i = 0; i < 64; i++) this.value[ALPHABET.charCodeAt(i)] = i
  }

  /** Three bytes for each group, from the start of `out`. */
  unpack(group: number, count: number, out: Uint8Array): Uint8Array {
    for (let i = 0; i < count; i += 64) this.unpackPiece(group + i, Math.min(64, count - i), out, 3 * i)
    return out
  }

  private unpackPiece(group: number, count: number, out: Uint8Array, to: number): void {
    const { chars, value } = this
    for (let i = group * 4, stop = i + count * 4; i < stop; i += 4, to += 3) {
      const bits = (value[chars[i]] << 18) | (value[chars[i + 1]] << 12) | (value[chars[i + 2]] << 6) | value[chars[i + 3]]
      out[to] = bits >>> 16
      out[to + 1] = bits >>> 8
      out[to + 2] = bits
    }
  }

  bit(group: number, n: number): boolean {
    const c = (n / 6) | 0
    return ((this.value[this.chars[group * 4 + c]] >>> (5 - (n - c * 6))) & 1) === 1
  }

  /** A section whose first group is its length in groups. */
  section(group: number): { readonly bits: Bits; readonly end: number } {
    const count = new Bits(this.unpack(group, 1, new Uint8Array(3 + SPARE))).take(24)
    return { bits: new Bits(this.unpack(group + 1, count, new Uint8Array(count * 3 + SPARE))), end: group + 1 + count }
  }
}

/** Bytes a reader of bits may look at beyond the last. */
const SPARE = 5

class Bits {
  at = 0
  constructor(readonly data: Uint8Array) {}

  /** The next bits as a number below 2^width; 1 to 25 of them. */
  take(width: number): number {
    const { data, at } = this
    const i = at >>> 3
    this.at = at + width
    return (((data[i] << 24) | (data[i + 1] << 16) | (data[i + 2] << 8) | data[i + 3]) << (at & 7)) >>> (32 - width)
  }

  /** The next 32 bits, signed. */
  take32(): number {
    const { data, at } = this
    const i = at >>> 3
    this.at = at + 32
    return (((data[i] << 24) | (data[i + 1] << 16) | (data[i + 2] << 8) | data[i + 3]) << (at & 7)) | (data[i + 4] >>> (8 - (at & 7)))
  }
}

/**
 * A map from 32-bit hashes to values. Buckets, by the leading bits of the hash, hold sorted hashes as Rice-coded gaps, each
 * with its value in a canonical Huffman code.
 */
class Table {
  readonly count: number
  /** The group behind the table. */
  readonly end: number
  /** Hash, value, hash, value …, by bucket. */
  private readonly slots: Int32Array
  /** By the leading bits, more of them than a bucket has: START, count and DECODED; 0 as long as the bucket is not decoded. */
  private readonly index: Int32Array
  private readonly shift: number
  private readonly low: number
  private readonly bucketShift: number
  /** For each bucket where it starts, in groups and in slots; one more at the end. */
  private readonly groupAt: Int32Array
  private readonly slotAt: Int32Array
  private readonly scratch: Uint8Array
  /** By length of code: the next 15 bits of any code of that length or a shorter one are below this. */
  private readonly codesBelow = new Int32Array(LONGEST + 1)
  /** By length of code: what makes a code the number of its value. */
  private readonly firstOf = new Int32Array(LONGEST + 1)
  /** Holds the values, of four bytes each, by length of code. */
  private readonly head: Uint8Array

  constructor(
    private readonly groups: Groups,
    start: number,
  ) {
    const { bits, end } = groups.section(start)
    this.count = bits.take(24)
    this.low = bits.take(8)
    const bucketBits = bits.take(8)
    let distinct = 0
    for (let length = 1, code = 0; length <= LONGEST; length++) {
      const codes = bits.take(16)
      this.firstOf[length] = distinct - code
      distinct += codes
      code += codes
      this.codesBelow[length] = code << (LONGEST - length)
      code <<= 1
    }
    this.head = bits.data
    bits.at += distinct * 32
    const buckets = 2 ** bucketBits
    this.bucketShift = 32 - bucketBits
    this.shift = this.bucketShift - bits.take(8)
    const countWidth = bits.take(8)
    const sizeWidth = bits.take(8)
    this.groupAt = new Int32Array(buckets + 1)
    this.slotAt = new Int32Array(buckets + 1)
    this.groupAt[0] = end
    let longest = 0
    for (let b = 0; b < buckets; b++) {
      this.slotAt[b + 1] = this.slotAt[b] + bits.take(countWidth)
      const size = bits.take(sizeWidth)
      this.groupAt[b + 1] = this.groupAt[b] + size
      if (size > longest) longest = size
    }
    this.end = this.groupAt[buckets]
    this.scratch = new Uint8Array(longest * 3 + SPARE)
    this.slots = new Int32Array(2 * this.count)
    this.index = new Int32Array(2 ** (32 - this.shift))
  }

  get(hash: number): number {
    const { slots, index } = this
    let entry = index[hash >>> this.shift]
    if (entry === 0) {
      this.decode(hash >>> this.bucketShift)
      entry = index[hash >>> this.shift]
    }
    for (let s = (entry & START) << 1, end = s + (((entry & ~DECODED) >>> COUNT_SHIFT) << 1); s < end; s += 2) if (slots[s] === hash) return slots[s + 1]
    return 0
  }

  private decode(bucket: number): void {
    const { slots, index, shift, low, codesBelow, firstOf, head } = this
    const from = this.groupAt[bucket]
    const data = this.groups.unpack(from, this.groupAt[bucket + 1] - from, this.scratch)
    let hash = bucket << this.bucketShift
    let at = 0
    let s = this.slotAt[bucket]
    let lead = (bucket << this.bucketShift) >>> shift
    let first = s
    for (let end = this.slotAt[bucket + 1]; s < end; s++) {
      let p = at >>> 3
      const high = Math.clz32(~(((data[p] << 24) | (data[p + 1] << 16) | (data[p + 2] << 8) | data[p + 3]) << (at & 7)))
      at += high + 1
      p = at >>> 3
      const gap = (high << low) + ((((data[p] << 24) | (data[p + 1] << 16) | (data[p + 2] << 8) | data[p + 3]) << (at & 7)) >>> (32 - low))
      at += low
      p = at >>> 3
      const ahead = (((data[p] << 24) | (data[p + 1] << 16) | (data[p + 2] << 8) | data[p + 3]) << (at & 7)) >>> (32 - LONGEST)
      let length = 1
      while (ahead >= codesBelow[length]) length++
      at += length
      const v = VALUES + 4 * (firstOf[length] + (ahead >>> (LONGEST - length)))
      hash = (hash + gap) | 0
      for (const there = hash >>> shift; lead < there; lead++) {
        index[lead] = DECODED | ((s - first) << COUNT_SHIFT) | first
        first = s
      }
      slots[2 * s] = hash
      slots[2 * s + 1] = (head[v] << 24) | (head[v + 1] << 16) | (head[v + 2] << 8) | head[v + 3]
    }
    for (const stop = lead | (2 ** (this.bucketShift - shift) - 1); lead <= stop; lead++) {
      index[lead] = DECODED | ((s - first) << COUNT_SHIFT) | first
      first = s
    }
  }
}

interface Rest {
  /** Two letters for each 3-digit prefix, '' for none. */
  readonly states: readonly string[]
  readonly nicknames: ReadonlyMap<number, Int32Array>
}

function readRest(groups: Groups, group: number): Rest {
  const { bits } = groups.section(group)
  const states = Array.from({ length: 1000 }, () => {
    const first = bits.take(5)
    const second = bits.take(5)
    return first === 0 ? '' : String.fromCharCode(64 + first, 64 + second)
  })
  const nicknames = new Map<number, Int32Array>()
  for (let n = bits.take(16); n > 0; n--) {
    const nick = bits.take32()
    nicknames.set(
      nick,
      Int32Array.from({ length: bits.take(6) }, () => bits.take32()),
    )
  }
  return { states, nicknames }
}
