import { loadLexicon } from '../lexicon/names'
import { Shape, type Window } from '../scan/window'
import { FOLDED } from '../text/chars'
import { HASH_PRIME, HASH_SEED } from '../text/hash'
import type { Part, Person } from './people'
import { distance, MAX_WORD, soundsAlike, typosAlone, typosBeside } from './typo'
import { isCommon, isOtherWord, isOwnName } from './words'

/** How a token stands for parts of a person's name; 0 bits: not at all. */
export const How = { STRONG: 1 << 24, WEAK: 1 << 25, LOOSE: 1 << 26, INITIAL: 1 << 27, INITIALS: 1 << 28 } as const
export const PARTS = (1 << 24) - 1

/** A word of the roster that may stand in a text: whose it is, and what it is (`How`) with its parts' bits. */
interface Entry {
  readonly person: number
  readonly match: number
}

/** Words of the roster's names with the same letters. */
interface Spelling {
  readonly letters: Uint16Array
  /** Which letters occur, as bits: what differs in more than two letters an edit is no slip. */
  readonly mask: number
  readonly weak: boolean
  readonly entries: readonly Entry[]
}

/** Letters a to z, and one place for all others. */
const LETTERS = 27
/** Words remembered; a power of two. */
const MEMO = 8192
const NOBODY: readonly Entry[] = []
/** Words from this length on may differ in the first letter, when all others are the same. */
const LONG_WORD = 7

const slotOf = (unit: number): number => (unit >= 0x61 && unit <= 0x7a ? unit - 0x61 : LETTERS - 1)
const lengthBit = (length: number): number => 1 << Math.min(length, 31)

/** The names of a roster by hash, by first letter and length, by nickname. Immutable but for a memo. */
export class NameTable {
  private readonly exact = new Map<number, Entry[]>()
  private readonly initial: Entry[][] = Array.from({ length: LETTERS }, () => [])
  private readonly similar: Spelling[][] = Array.from({ length: LETTERS }, () => [])
  private readonly tails = new Map<number, Spelling[]>()
  /** By first letter: lengths (as bits) that any word of the roster or a slip of one has. */
  private readonly fits = new Int32Array(LETTERS)
  private readonly givenNames = new Map<number, Entry[]>()
  /**
   * Hashes of words asked for of late that are nobody's, by their low bits: texts repeat words, and most are nobody's. What
   * `find` gives depends on the word alone, so that no one can tell what is remembered.
   */
  private readonly nobodys = new Int32Array(MEMO)

  constructor(readonly persons: readonly Person[]) {
    const spellings = new Map<number, Spelling & { entries: Entry[] }>()
    persons.forEach((person, index) => {
      for (const part of person.parts) this.addPart(part, index, spellings)
      for (const [hash, bits] of person.joined) this.put(hash, { person: index, match: bits | How.STRONG })
      for (const [hash, bits] of person.initials) this.put(hash, { person: index, match: bits | How.INITIALS })
    })
    for (const spelling of spellings.values()) this.addSpelling(spelling)
  }

  private put(hash: number, entry: Entry): void {
    const list = this.exact.get(hash)
    if (list === undefined) this.exact.set(hash, [entry])
    else list.push(entry)
  }

  private addPart(part: Part, person: number, spellings: Map<number, Spelling & { entries: Entry[] }>): void {
    const entry = { person, match: part.bit | (part.weak ? How.WEAK : How.STRONG) }
    this.put(part.hash, entry)
    this.initial[slotOf(part.letters[0])].push({ person, match: part.bit | How.INITIAL })
    for (const given of part.givenNames) this.givenNames.set(given, [...(this.givenNames.get(given) ?? []), { person, match: part.bit }])
    const known = spellings.get(part.hash)
    if (known !== undefined) known.entries.push(entry)
    else spellings.set(part.hash, { letters: part.letters, mask: maskOf(part.letters), weak: part.weak, entries: [entry] })
  }

  private addSpelling(spelling: Spelling): void {
    const { letters } = spelling
    const n = letters.length
    const slack = n > MAX_WORD ? 0 : typosBeside(n)
    if (slack === 0) return
    this.similar[slotOf(letters[0])].push(spelling)
    for (let d = -slack; d <= slack; d++) this.fits[slotOf(letters[0])] |= lengthBit(Math.max(2, n + d))
    if (n < LONG_WORD || spelling.weak) return
    const tail = hashOf(letters, 1)
    this.tails.set(tail, [...(this.tails.get(tail) ?? []), spelling])
    for (let s = 0; s < LETTERS; s++) this.fits[s] |= lengthBit(n)
  }

  /** Whoever's name token `k` may be, or begin: as written, a nickname, an initial, a slip. */
  who(w: Window, k: number): readonly Entry[] {
    if ((w.shape[k] & Shape.LETTER_1) !== 0) return this.initial[slotOf(FOLDED[w.text.charCodeAt(w.start[k])])]
    const hash = w.hash[k]
    const at = (hash ^ (hash >>> 13)) & (MEMO - 1)
    if (this.nobodys[at] === hash) return NOBODY
    const found = this.find(w, k)
    if (found.length === 0) this.nobodys[at] = hash
    return found
  }

  private find(w: Window, k: number): readonly Entry[] {
    const exact = this.exact.get(w.hash[k])
    if (exact !== undefined) return exact
    const nick = this.nicknames(w.hash[k])
    return nick.length > 0 ? nick : this.slips(w, k)
  }

  /** Whose name has a word of this hash, as written. */
  named(hash: number): readonly Entry[] {
    return this.exact.get(hash) ?? NOBODY
  }

  /** Those for whom the word is a nickname, or the long form of a nickname the roster gives. */
  private nicknames(hash: number): readonly Entry[] {
    const names = loadLexicon().givenNames(hash)
    let entries: Entry[] | null = null
    for (let j = 0; j <= names.length; j++) {
      const whose = this.givenNames.get(j < names.length ? names[j] : hash)
      if (whose === undefined) continue
      const how = isCommon(hash) ? How.WEAK : How.STRONG
      entries ??= []
      for (const e of whose) if (!entries.some((x) => x.person === e.person && (x.match & e.match & PARTS) !== 0)) entries.push({ person: e.person, match: e.match | how })
    }
    return entries ?? NOBODY
  }

  private slips(w: Window, k: number): readonly Entry[] {
    const length = w.end[k] - w.start[k]
    const slot = slotOf(FOLDED[w.text.charCodeAt(w.start[k])])
    if ((this.fits[slot] & lengthBit(length)) === 0) return NOBODY
    let out: Entry[] | null = null
    const list = this.similar[slot]
    const mask = maskOfToken(w, k)
    for (let j = 0; j < list.length; j++) {
      if (bits(list[j].mask ^ mask) > 2 * typosBeside(list[j].letters.length)) continue
      const how = slip(list[j], w, k, length)
      if (how !== 0) (out ??= []).push(...as(list[j], how))
    }
    if (this.tails.size > 0 && length >= LONG_WORD) {
      const others = this.tails.get(hashOfToken(w, k))
      if (others !== undefined && !isOtherWord(w.hash[k], w.word[k])) for (const s of others) if (s.letters.length === length) (out ??= []).push(...as(s, isOwnName(w.hash[k]) ? How.LOOSE : How.STRONG))
    }
    return out ?? NOBODY
  }
}

const letterBit = (unit: number): number => 1 << slotOf(unit)

const maskOf = (letters: Uint16Array): number => letters.reduce((mask, unit) => mask | letterBit(unit), 0)

function maskOfToken(w: Window, k: number): number {
  let mask = 0
  for (let p = w.start[k]; p < w.end[k]; p++) mask |= letterBit(FOLDED[w.text.charCodeAt(p)])
  return mask
}

/** How many bits are set. */
function bits(n: number): number {
  let count = 0
  for (let rest = n; rest !== 0; rest &= rest - 1) count++
  return count
}

const as = (s: Spelling, how: number): Entry[] => s.entries.map((e) => ({ person: e.person, match: (e.match & PARTS) | how }))

/** 0, LOOSE (only beside another part) or STRONG (on its own). */
function slip(s: Spelling, w: Window, k: number, length: number): number {
  const n = s.letters.length
  const beside = typosBeside(n)
  if (Math.abs(n - length) > beside) return 0
  const d = distance(s.letters, w, k, beside)
  if (d > beside || d === 0 || isOtherWord(w.hash[k], w.word[k])) return 0
  if (s.weak || d > typosAlone(n)) return How.LOOSE
  // A name of its own, one edit away, is another person's: unless it sounds like this one.
  return isOwnName(w.hash[k]) && !(d === 1 && soundsAlike(s.letters, w, k)) ? How.LOOSE : How.STRONG
}

function hashOf(letters: Uint16Array, from: number): number {
  let h = HASH_SEED
  for (let i = from; i < letters.length; i++) h = Math.imul(h ^ letters[i], HASH_PRIME)
  return h
}

function hashOfToken(w: Window, k: number): number {
  let h = HASH_SEED
  for (let p = w.start[k] + 1; p < w.end[k]; p++) h = Math.imul(h ^ FOLDED[w.text.charCodeAt(p)], HASH_PRIME)
  return h
}
