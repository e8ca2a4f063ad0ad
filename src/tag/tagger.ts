import { wordSet } from '../detect/field'
import { Word } from '../lexicon/classes'
import { Bit } from '../lexicon/fields'
import { Shape, type Window } from '../scan/window'
import { Gap } from '../text/chars'
import { hashWord } from '../text/hash'
import { Features, Kind, latin, SLOTS } from './features'
import { checkOf, LANES, MARGINS, type Model, rowOf } from './model'
import { ADDRESS, CITY, FAMILY, O, PERSON, WIDTH } from './tags'

/** Takes what the tagger finds: window positions, tag, score. */
export type OnTagged = (start: number, end: number, tag: number, score: number) => void

/** Longest entity, in code units and tokens; a longer one comes in pieces. */
export const MAX_ENTITY = 128
const MAX_TOKENS = 10

/** Between the words of one name or place. */
const JOINS = Gap.SPACE | Gap.DASH | Gap.APOS | Gap.UNDERSCORE
/** Also, in names of places and firms. */
const LOOSE = JOINS | Gap.AMP | Gap.DOT
/** Tokens that fall short by less are told, with a low score: policies may want them. */
const WEAK = 48
/** Most code units between two words of one entity. */
const NEAR = 3
const WIDE = Word.STATE | Word.COUNTRY
/** Cities with the name of a State. */
const CITIES = wordSet('washington york')
const STATE = hashWord('state')
/** Letters that are words. */
const WORDS = wordSet('a i')
const SUFFIX = wordSet('jr sr ii iii iv')
const LOW_SUFFIX = wordSet('jr sr ii iii')
const PARTICLE = wordSet('de la las los del da dos du di della van von der den ten ter bin bint ibn al el le')
/** How far before its first word a name may begin, in code units. */
const LEAD = 24
const SEEN = 1 << 9
const LANE = 0xffff
/** Words whose sums are kept. */
const OWN = 1 << 11
const BESIDE = 1 << 10

/** What words were called earlier in the document: a word that shares a place with a later one is forgotten. */
export class Memory {
  private readonly hashes = new Int32Array(SEEN)
  private readonly tags = new Uint8Array(SEEN)

  reset(): void {
    this.hashes.fill(0)
  }

  /** The tag, or 0. */
  get(hash: number): number {
    const at = (hash ^ (hash >>> 15)) & (SEEN - 1)
    return this.hashes[at] === hash ? this.tags[at] : 0
  }

  set(hash: number, tag: number): void {
    const at = (hash ^ (hash >>> 15)) & (SEEN - 1)
    this.hashes[at] = hash
    this.tags[at] = tag
  }
}

/**
 * Tags tokens in order, greedily: each decision sees the two before it and what the same word was earlier in the document.
 * One for each document.
 */
export class Tagger {
  private readonly features = new Features()
  private t1 = O
  private t2 = O
  /** The entity under way: document positions, tag of its first token, votes. */
  private tag = O
  private strong = false
  private lower = false
  /** A word of it is no State and no country. */
  private named = false
  private start = 0
  private end = 0
  private tokens = 0
  /** End of the entity told last. */
  private told = 0
  private total = 0
  private readonly votes = new Int32Array(WIDTH)
  private readonly memory = new Memory()
  private readTo = 0

  /** `bias`: added to every margin; for measuring. */
  constructor(
    private readonly model: Model,
    private readonly bias = 0,
  ) {}

  reset(): void {
    this.features.reset()
    this.t1 = O
    this.t2 = O
    this.tag = O
    this.tokens = 0
    this.told = 0
    this.memory.reset()
    this.readTo = 0
  }

  /**
   * Tags tokens `from` to `to`; every token must come once, in order. `known`: the position the text is scanned to, or
   * Infinity when no more follows.
   */
  run(w: Window, from: number, to: number, known: number, found: OnTagged): void {
    const { features } = this
    features.read(w, this.readTo)
    this.readTo = w.n
    for (let i = from; i < to; i++) {
      features.step(w, i)
      if (features.doubtful(w, i, this.t1)) this.take(w, i, this.weigh(w, i), found)
      else this.pass(w, i, found)
    }
    // Nothing further off can go on the entity, so that it is told before the text it stands in is written.
    if (this.tag !== O && (to < w.n ? w.start[to] : known) - (this.end - w.base) > NEAR) this.close(w, found)
  }

  compact(count: number): void {
    this.features.compact(count)
    this.readTo -= count
  }

  private margin = 0

  /** Sums of weights of words met lately, LANES numbers each: by themselves, and as neighbours in each place. */
  private readonly ownKey = new Int32Array(OWN)
  private readonly ownCasing = new Uint8Array(OWN)
  private readonly ownSum = new Int32Array(OWN * LANES)
  private readonly besideKey = new Int32Array(SLOTS.length * BESIDE)
  private readonly besideSum = new Int32Array(SLOTS.length * BESIDE * LANES)
  /** What was summed last. */
  private s01 = 0
  private s23 = 0
  private s45 = 0
  private s67 = 0

  /** The best tag of token `i`, and by how much: sets `margin`. */
  private weigh(w: Window, i: number): number {
    const { features, besideKey, besideSum } = this
    features.count = 0
    features.rest(w, i, this.t1, this.t2, this.memory.get(w.hash[i]))
    this.sum()
    let { s01, s23, s45, s67 } = this
    for (let slot = 0; slot < SLOTS.length; slot++) {
      const j = features.beside(w, i, SLOTS[slot])
      if (j < 0) continue
      const hash = w.hash[j]
      const place = slot * BESIDE + ((hash ^ (hash >>> 15)) & (BESIDE - 1))
      // A placeholder has the hash 0, which is also that of a free place.
      if (besideKey[place] !== hash || hash === 0) this.learnBeside(w, j, slot, place)
      const at = place * LANES
      s01 += besideSum[at]
      s23 += besideSum[at + 1]
      s45 += besideSum[at + 2]
      s67 += besideSum[at + 3]
    }
    const at = this.own(w, i) * LANES
    return this.decide(s01 + this.ownSum[at], s23 + this.ownSum[at + 1], s45 + this.ownSum[at + 2], s67 + this.ownSum[at + 3])
  }

  private decide(s01: number, s23: number, s45: number, s67: number): number {
    let tag = 1
    let top = s01 >>> 16
    if ((s23 & LANE) > top) {
      tag = 2
      top = s23 & LANE
    }
    if (s23 >>> 16 > top) {
      tag = 3
      top = s23 >>> 16
    }
    if ((s45 & LANE) > top) {
      tag = 4
      top = s45 & LANE
    }
    if (s45 >>> 16 > top) {
      tag = 5
      top = s45 >>> 16
    }
    if ((s67 & LANE) > top) {
      tag = 6
      top = s67 & LANE
    }
    if (s67 >>> 16 > top) {
      tag = 7
      top = s67 >>> 16
    }
    this.margin = top - (s01 & LANE) + this.bias
    return tag
  }

  private own(w: Window, i: number): number {
    const { features } = this
    const hash = w.hash[i]
    const casing = features.casing(i) + ((w.shape[i] & Shape.NONASCII) !== 0 ? 128 : 0)
    const place = ((hash ^ (hash >>> 15)) + casing * 37) & (OWN - 1)
    if (this.ownKey[place] !== hash || this.ownCasing[place] !== casing) {
      this.ownKey[place] = hash
      this.ownCasing[place] = casing
      features.count = 0
      features.own(w, i)
      this.sum()
      this.keep(this.ownSum, place)
    }
    return place
  }

  private learnBeside(w: Window, j: number, slot: number, place: number): void {
    this.besideKey[place] = w.hash[j]
    this.features.count = 0
    this.features.at(w, j, slot)
    this.sum()
    this.keep(this.besideSum, place)
  }

  private keep(sums: Int32Array, place: number): void {
    const at = place * LANES
    sums[at] = this.s01
    sums[at + 1] = this.s23
    sums[at + 2] = this.s45
    sums[at + 3] = this.s67
  }

  /** Sums the weights of the features gathered. */
  private sum(): void {
    const { hashes, count } = this.features
    const { check, lanes } = this.model
    let s01 = 0
    let s23 = 0
    let s45 = 0
    let s67 = 0
    for (let j = 0; j < count; j++) {
      const feature = hashes[j]
      const own = checkOf(feature)
      let row = rowOf(feature)
      if (check[row] !== own) {
        row ^= 1
        if (check[row] !== own) continue
      }
      const at = row * LANES
      s01 += lanes[at]
      s23 += lanes[at + 1]
      s45 += lanes[at + 2]
      s67 += lanes[at + 3]
    }
    this.s01 = s01
    this.s23 = s23
    this.s45 = s45
    this.s67 = s67
  }

  /** Token `i` is nothing, though it may still belong to a name: an initial, a suffix; or tell that there was no place. */
  private pass(w: Window, i: number, found: OnTagged): void {
    this.t2 = this.t1
    this.t1 = O
    if (this.tag === O) return
    if (this.goesOn(w, i)) this.end = w.base + w.end[i]
    else if (this.tag === CITY && this.isTerm(w, i)) this.tag = O
    this.close(w, found)
  }

  /** `Carlos R`, `Patrick Gonzalez III`, `Petrov, Jr.`: what goes on a name. */
  private goesOn(w: Window, i: number): boolean {
    if (FAMILY[this.tag] !== PERSON) return false
    const gap = w.gap[i]
    const kind = this.features.kind[i]
    if (w.start[i] - (this.end - w.base) > 2 || (gap & ~(Gap.SPACE | Gap.COMMA | Gap.CARET)) !== 0) return false
    const letter = kind === Kind.LETTER_UPPER || (kind === Kind.LETTER_LOWER && this.lower)
    const initial = letter && (gap === Gap.SPACE || gap === Gap.CARET) && !WORDS.has(w.hash[i]) && latin(w, i)
    return initial || (kind === Kind.LOWER ? this.lower && LOW_SUFFIX.has(w.hash[i]) : SUFFIX.has(w.hash[i]))
  }

  /** `Hong Kong flu`, `New York State`: a place that is part of a term, or one that may stay. */
  private isTerm(w: Window, i: number): boolean {
    if ((w.gap[i] !== Gap.SPACE && w.gap[i] !== Gap.DASH) || w.start[i] - (this.end - w.base) > 1) return false
    return w.hash[i] === STATE || (this.features.kind[i] === Kind.LOWER && (this.features.lex[i] & Bit.DISEASE) !== 0)
  }

  /** First token of the name that opens at `i`: with initials and particles before it (`E.H. Schneider`, `de la Cruz`). */
  private lead(w: Window, i: number): number {
    const { kind } = this.features
    let first = i
    for (let n = 0; n < 3 && first > 0; n++) {
      const j = first - 1
      const gap = w.gap[first]
      if (w.start[first] - w.end[j] > 2 || w.gap[j] === 0 || w.start[i] - w.start[j] > LEAD || w.base + w.start[j] < this.told) break
      const letter = kind[j] === Kind.LETTER_UPPER || (kind[j] === Kind.LETTER_LOWER && kind[i] === Kind.LOWER && w.gap[j] !== Gap.APOS)
      const initial = letter && (gap === (Gap.DOT | Gap.SPACE) || gap === Gap.DOT || (gap === Gap.SPACE && !WORDS.has(w.hash[j])))
      if (!initial && !(gap === Gap.SPACE && PARTICLE.has(w.hash[j]))) break
      first = j
    }
    return first
  }

  /** `James (Nana) Haddad`: the word in brackets between two parts of a name, told by itself. */
  private between(w: Window, i: number, found: OnTagged): void {
    if (i < 2 || this.t1 !== O || FAMILY[this.t2] !== PERSON || this.features.kind[i - 1] === Kind.LETTER_UPPER) return
    if ((w.gap[i - 1] & (Gap.QUOTE | Gap.OPEN | Gap.APOS)) === 0 || (w.gap[i] & (Gap.QUOTE | Gap.CLOSE | Gap.APOS)) === 0) return
    if (w.start[i] - w.end[i - 2] > 24 || (w.shape[i - 1] & Shape.LETTERS) === 0) return
    found(w.start[i - 1], w.end[i - 1], this.t2, this.score(this.margin))
  }

  /** Token `i` is of the tag, by `margin`; what falls short is told with its low score, and is nothing to the tokens after it. */
  private take(w: Window, i: number, tag: number, found: OnTagged): void {
    const { margin } = this
    const strong = margin > 0
    if (margin <= -WEAK || (this.tag !== O && this.strong && !(strong && this.joins(w, i, tag)) && this.goesOn(w, i))) {
      this.pass(w, i, found)
      return
    }
    this.t2 = this.t1
    this.t1 = strong ? tag : O
    if (strong && this.features.kind[i] !== Kind.LETTER_UPPER) this.memory.set(w.hash[i], tag)
    if (this.tag !== O && strong === this.strong && this.joins(w, i, tag)) this.end = w.base + w.end[i]
    else {
      this.close(w, found)
      if (strong && FAMILY[tag] === PERSON) this.between(w, i, found)
      this.open(w, i, tag, strong)
    }
    this.tokens++
    this.votes[tag]++
    this.total += margin
    if ((w.word[i] & WIDE) === 0 || CITIES.has(w.hash[i])) this.named = true
  }

  private open(w: Window, i: number, tag: number, strong: boolean): void {
    this.named = false
    this.tag = tag
    this.strong = strong
    this.lower = this.features.kind[i] === Kind.LOWER
    this.start = w.base + w.start[FAMILY[tag] === PERSON ? this.lead(w, i) : i]
    this.end = w.base + w.end[i]
    this.tokens = 0
    this.total = 0
    this.votes.fill(0)
    if (tag === ADDRESS) this.number(w, i)
  }

  /** Does token `i` go on the entity under way? */
  private joins(w: Window, i: number, tag: number): boolean {
    if (FAMILY[tag] !== FAMILY[this.tag] || this.tokens >= MAX_TOKENS || w.base + w.end[i] - this.start > MAX_ENTITY) return false
    const gap = w.gap[i]
    if (w.start[i] - (this.end - w.base) > NEAR) return false
    if (FAMILY[tag] === PERSON && this.features.kind[i - 1] === Kind.LETTER_UPPER) return (gap & ~(JOINS | Gap.DOT)) === 0
    return (gap & ~(FAMILY[tag] === PERSON ? JOINS : LOOSE)) === 0
  }

  /** The number of a house belongs to its street. */
  private number(w: Window, i: number): void {
    const k = this.features.kind[i - 1]
    if (i > 0 && w.gap[i] === Gap.SPACE && (k === Kind.DIGITS_SHORT || k === Kind.DIGITS_MID || k === Kind.DIGITS_LONG) && w.end[i - 1] - w.start[i - 1] < 7 && w.gap[i - 1] !== 0) this.start = w.base + w.start[i - 1]
  }

  private close(w: Window, found: OnTagged): void {
    if (this.tag === O) return
    let tag = this.tag
    // A letter alone names nobody (and stands for anybody: "Dr. X"). States and countries may stay.
    if (this.end - this.start === 1 || (tag === CITY && !this.named)) {
      this.tag = O
      return
    }
    for (let t = 1; t < WIDTH; t++) if (this.votes[t] > this.votes[tag]) tag = t
    found(this.start - w.base, this.end - w.base, tag, this.score(this.total / this.tokens))
    if (this.strong) this.told = this.end
    this.tag = O
  }

  private score(margin: number): number {
    const at = Math.floor(margin / this.model.step) + (MARGINS >> 1)
    return this.model.scores[at < 0 ? 0 : at >= MARGINS ? MARGINS - 1 : at]
  }
}
