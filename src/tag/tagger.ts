import type { Window } from '../scan/window'
import { Gap } from '../text/chars'
import { Features, Kind, SLOTS } from './features'
import { checkOf, MARGINS, type Model, rowOf } from './model'
import { ADDRESS, FAMILY, O, PERSON, WIDTH } from './tags'

/** Takes what the tagger finds: window positions, tag, score. */
export type OnTagged = (start: number, end: number, tag: number, score: number) => void

/** Longest entity, in code units and tokens; a longer one comes in pieces. */
export const MAX_ENTITY = 128
const MAX_TOKENS = 10

/** Between the words of one name or place. */
const JOINS = Gap.SPACE | Gap.DASH | Gap.APOS | Gap.NEWLINE | Gap.UNDERSCORE
/** Also, in names of places and firms. */
const LOOSE = JOINS | Gap.AMP | Gap.DOT
/** Most code units between two words of one entity. */
const NEAR = 3
const SEEN = 1 << 9
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
  private start = 0
  private end = 0
  private tokens = 0
  private total = 0
  private readonly votes = new Int32Array(WIDTH)
  private readonly memory = new Memory()
  private readTo = 0
  /** Least margin, in weights, at which a token is an entity. */
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
      let tag = O
      let margin = 0
      if (features.doubtful(w, i, this.t1)) {
        tag = this.weigh(w, i)
        margin = this.margin
      }
      this.take(w, i, tag, margin, found)
    }
    // Nothing further off can go on the entity, so that it is told before the text it stands in is written.
    if (this.tag !== O && (to < w.n ? w.start[to] : known) - (this.end - w.base) > NEAR) this.close(w, found)
  }

  compact(count: number): void {
    this.features.compact(count)
    this.readTo -= count
  }

  private margin = 0

  private readonly scores = new Int32Array(WIDTH)
  /** Sums of weights of words met lately: by themselves, and as neighbours in each place. */
  private readonly ownKey = new Int32Array(OWN)
  private readonly ownCasing = new Uint8Array(OWN)
  private readonly ownSum = new Int16Array(OWN * WIDTH)
  private readonly besideKey = new Int32Array(SLOTS.length * BESIDE)
  private readonly besideSum = new Int16Array(SLOTS.length * BESIDE * WIDTH)

  /** The best tag of token `i`, and by how much: sets `margin`. */
  private weigh(w: Window, i: number): number {
    const { features, scores } = this
    scores.fill(0)
    this.addOwn(w, i)
    for (let slot = 0; slot < SLOTS.length; slot++) {
      const j = features.beside(w, i, SLOTS[slot])
      if (j >= 0) this.addBeside(w, j, slot)
    }
    features.count = 0
    features.rest(w, i, this.t1, this.t2, this.memory.get(w.hash[i]))
    this.sum(scores)
    let tag = 1
    for (let t = 2; t < WIDTH; t++) if (scores[t] > scores[tag]) tag = t
    this.margin = scores[tag] - scores[0]
    return this.margin + this.bias > 0 ? tag : O
  }

  private addOwn(w: Window, i: number): void {
    const { features, ownSum, scores } = this
    const hash = w.hash[i]
    const casing = features.casing(i)
    const at = ((hash ^ (hash >>> 15)) + casing * 37) & (OWN - 1)
    if (this.ownKey[at] !== hash || this.ownCasing[at] !== casing) {
      this.ownKey[at] = hash
      this.ownCasing[at] = casing
      features.count = 0
      features.own(w, i)
      this.keep(ownSum, at)
    }
    for (let t = 0; t < WIDTH; t++) scores[t] += ownSum[at * WIDTH + t]
  }

  private addBeside(w: Window, j: number, slot: number): void {
    const { features, besideSum, scores } = this
    const hash = w.hash[j]
    const at = slot * BESIDE + ((hash ^ (hash >>> 15)) & (BESIDE - 1))
    if (this.besideKey[at] !== hash) {
      this.besideKey[at] = hash
      features.count = 0
      features.at(w, j, slot)
      this.keep(besideSum, at)
    }
    for (let t = 0; t < WIDTH; t++) scores[t] += besideSum[at * WIDTH + t]
  }

  private readonly fresh = new Int32Array(WIDTH)

  private keep(sums: Int16Array, at: number): void {
    this.fresh.fill(0)
    this.sum(this.fresh)
    sums.set(this.fresh, at * WIDTH)
  }

  /** Adds the weights of the features gathered. */
  private sum(to: Int32Array): void {
    const { hashes, count } = this.features
    const { check, weights } = this.model
    let s0 = 0
    let s1 = 0
    let s2 = 0
    let s3 = 0
    let s4 = 0
    let s5 = 0
    let s6 = 0
    let s7 = 0
    for (let j = 0; j < count; j++) {
      const feature = hashes[j]
      const own = checkOf(feature)
      let row = rowOf(feature)
      if (check[row] !== own) {
        row ^= 1
        if (check[row] !== own) continue
      }
      const at = row * WIDTH
      s0 += weights[at]
      s1 += weights[at + 1]
      s2 += weights[at + 2]
      s3 += weights[at + 3]
      s4 += weights[at + 4]
      s5 += weights[at + 5]
      s6 += weights[at + 6]
      s7 += weights[at + 7]
    }
    to[0] += s0
    to[1] += s1
    to[2] += s2
    to[3] += s3
    to[4] += s4
    to[5] += s5
    to[6] += s6
    to[7] += s7
  }

  private take(w: Window, i: number, tag: number, margin: number, found: OnTagged): void {
    this.t2 = this.t1
    this.t1 = tag
    if (tag === O) {
      if (this.tag !== O) this.close(w, found)
      return
    }
    if (this.features.kind[i] !== Kind.LETTER_UPPER) this.memory.set(w.hash[i], tag)
    if (this.tag !== O && this.joins(w, i, tag)) {
      this.end = w.base + w.end[i]
    } else {
      this.close(w, found)
      this.tag = tag
      this.start = w.base + w.start[i]
      this.end = w.base + w.end[i]
      this.tokens = 0
      this.total = 0
      this.votes.fill(0)
      if (tag === ADDRESS) this.number(w, i)
    }
    this.tokens++
    this.votes[tag]++
    this.total += margin
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
    // A letter alone names nobody (and stands for anybody: "Dr. X").
    if (this.end - this.start === 1) {
      this.tag = O
      return
    }
    for (let t = 1; t < WIDTH; t++) if (this.votes[t] > this.votes[tag]) tag = t
    found(this.start - w.base, this.end - w.base, tag, this.score(this.total / this.tokens))
    this.tag = O
  }

  private score(margin: number): number {
    const at = Math.floor(margin / this.model.step) + (MARGINS >> 1)
    return this.model.scores[at < 0 ? 0 : at >= MARGINS ? MARGINS - 1 : at]
  }
}
