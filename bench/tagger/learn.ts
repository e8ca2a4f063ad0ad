// Learns the weights of the tagger: multinomial logistic regression over hashed features, AdaGrad, history of its own making.
import { LABELS } from '../../src/labels'
import { baseWords } from '../../src/scan/base'
import { Scanner } from '../../src/scan/scanner'
import { Window } from '../../src/scan/window'
import { Features, Kind } from '../../src/tag/features'
import { checkOf, MARGINS, type Model, ROWS, rowOf, toLanes } from '../../src/tag/model'
import { Memory, Tagger } from '../../src/tag/tagger'
import { FAMILY, KIND_OF, O, TAGS, WIDTH } from '../../src/tag/tags'
import { Folder } from '../../src/text/fold'
import { hashWord } from '../../src/text/hash'
import type { Doc, Span } from './corpus'
import type { Random } from './refill'

const words = baseWords()
/** As the engine's own. */
const PLACEHOLDERS: ReadonlySet<number> = new Set([...LABELS].map(hashWord))

export interface Read {
  readonly w: Window
  /** Original position of each folded position. */
  readonly map: Int32Array | null
}

export function scan(text: string): Read {
  const { text: folded, map } = new Folder().fold(text)
  const w = new Window()
  w.text = folded
  new Scanner(words, PLACEHOLDERS).scan(w, 0, folded.length, true)
  return { w, map }
}

const tagOf = ({ label, subtype }: Span): number => {
  if (label === 'NAME') return subtype === 'relative' ? 2 : subtype === 'clinician' ? 3 : subtype === 'employer' ? 4 : 1
  if (label === 'GEO') return subtype === 'city' || subtype === 'county' ? 5 : subtype === 'facility' ? 6 : subtype === 'address' ? 7 : O
  return O
}

/** The gold tag of every token. Digits are never names. */
export function goldTags(doc: Doc, { w, map }: Read): Uint8Array {
  const tags = new Uint8Array(w.n)
  let k = 0
  const spans = doc.spans
  for (let i = 0; i < w.n; i++) {
    const at = map === null ? w.start[i] : map[w.start[i]]
    while (k < spans.length && spans[k].end <= at) k++
    if (k < spans.length && spans[k].start <= at) tags[i] = tagOf(spans[k])
  }
  return tags
}

export interface LearnOptions {
  readonly epochs: number
  readonly rate: number
  /** Loss of an entity token against one that is none. */
  readonly entityWeight: number
  readonly l2: number
  /** Share of features left out at each step. */
  readonly dropout: number
}

export class Learner {
  readonly check = new Uint8Array(ROWS)
  private readonly counts = new Map<number, number>()
  private readonly rows = new Int32Array(256)
  readonly weights = new Float32Array(ROWS * WIDTH)
  private readonly squares = new Float32Array(ROWS * WIDTH).fill(0.1)
  private readonly features = new Features()
  private readonly memory = new Memory()
  private readonly scores = new Float64Array(WIDTH)
  /** Step of the learner; falls from round to round. */
  rate = 0.1
  loss = 0
  seen = 0
  unreachable = 0
  reachable = 0

  constructor(private readonly options: LearnOptions) {}

  /** A round begins. */
  begin(): void {
    this.loss = this.seen = this.unreachable = this.reachable = 0
  }

  /** How the round went. */
  told(): string {
    return `loss ${(this.loss / this.seen).toFixed(4)} over ${this.seen} tokens, ${((100 * this.unreachable) / (this.unreachable + this.reachable)).toFixed(2)} % of names never weighed`
  }

  /** Counts the features of a document, with the history that is right. */
  survey(w: Window, gold: Uint8Array): void {
    this.walk(w, gold, (hashes, count) => {
      for (let j = 0; j < count; j++) this.counts.set(hashes[j], (this.counts.get(hashes[j]) ?? 0) + 1)
      return -1
    })
  }

  /** Gives the rows to the features met most often; the rest goes without. */
  settle(least: number): string {
    const list = [...this.counts].filter(([, n]) => n >= least).sort((a, b) => b[1] - a[1] || a[0] - b[0])
    let kept = 0
    for (const [feature] of list) {
      const row = rowOf(feature)
      const own = checkOf(feature)
      for (const r of [row, row ^ 1]) {
        if (this.check[r] === own) break // a twin in all but the middle bits: they share
        if (this.check[r] !== 0) continue
        this.check[r] = own
        kept++
        break
      }
    }
    const told = `${this.counts.size} features, ${list.length} of them met ${least} times or more, ${kept} given a row`
    this.counts.clear()
    return told
  }

  private walk(w: Window, gold: Uint8Array, each: (hashes: Int32Array, count: number, right: number) => number): void {
    const { features, memory } = this
    features.reset()
    memory.reset()
    features.read(w, 0)
    let t1 = O
    let t2 = O
    for (let i = 0; i < w.n; i++) {
      features.step(w, i)
      const right = gold[i]
      if (features.doubtful(w, i, t1)) {
        features.weigh(w, i, t1, t2, memory.get(w.hash[i]))
        each(features.hashes, features.count, right)
      }
      t2 = t1
      t1 = right
      if (right !== O && features.kind[i] !== Kind.LETTER_UPPER) memory.set(w.hash[i], right)
    }
  }

  /** One document; `free`: share of the history that is its own. */
  learn(w: Window, gold: Uint8Array, free: number, random: Random, update = true): void {
    const { features, memory, scores, weights } = this
    features.reset()
    memory.reset()
    features.read(w, 0)
    let t1 = O
    let t2 = O
    for (let i = 0; i < w.n; i++) {
      features.step(w, i)
      const right = gold[i]
      let tag = O
      if (features.doubtful(w, i, t1)) {
        features.weigh(w, i, t1, t2, memory.get(w.hash[i]))
        let count = this.find(features.hashes, features.count)
        if (update) count = this.thin(count, random)
        const { rows } = this
        scores.fill(0)
        for (let j = 0; j < count; j++) {
          const at = rows[j] * WIDTH
          for (let t = 0; t < WIDTH; t++) scores[t] += weights[at + t]
        }
        tag = 0
        for (let t = 1; t < WIDTH; t++) if (scores[t] > scores[tag]) tag = t
        const top = scores[tag]
        let sum = 0
        for (let t = 0; t < WIDTH; t++) sum += scores[t] = Math.exp(scores[t] - top)
        this.loss -= Math.log(Math.max(1e-9, scores[right] / sum))
        this.seen++
        if (update) {
          const weight = right === O ? 1 : this.options.entityWeight
          for (let t = 0; t < WIDTH; t++) scores[t] = weight * (scores[t] / sum - (t === right ? 1 : 0))
          this.step(rows, count)
        }
        if (right !== O) this.reachable++
      } else if (right !== O) this.unreachable++
      const history = random() < free ? tag : right
      t2 = t1
      t1 = history
      if (history !== O && features.kind[i] !== Kind.LETTER_UPPER) memory.set(w.hash[i], history)
    }
  }

  /** The rows of the features that have one. */
  private find(hashes: Int32Array, n: number): number {
    const { check, rows } = this
    let count = 0
    for (let j = 0; j < n; j++) {
      const own = checkOf(hashes[j])
      let row = rowOf(hashes[j])
      if (check[row] !== own) row ^= 1
      if (check[row] === own) rows[count++] = row
    }
    return count
  }

  /** Leaves features out at random, so that none is relied on alone. */
  private thin(count: number, random: Random): number {
    const { rows } = this
    const { dropout } = this.options
    let left = 0
    for (let j = 0; j < count; j++) if (random() >= dropout) rows[left++] = rows[j]
    return left
  }

  private step(rows: Int32Array, count: number): void {
    const { weights, squares, scores } = this
    const { l2 } = this.options
    const { rate } = this
    for (let t = 0; t < WIDTH; t++) {
      const slope = scores[t]
      if (slope < 1e-4 && slope > -1e-4) continue
      for (let j = 0; j < count; j++) {
        const at = rows[j] * WIDTH + t
        const g = slope + l2 * weights[at]
        squares[at] += g * g
        weights[at] -= (rate * g) / Math.sqrt(squares[at])
      }
    }
  }

  /** The weights in bytes; rows that say next to nothing are left out. */
  model(scale: number): Model & { readonly weights: Int8Array } {
    const check = this.check.slice()
    const weights = new Int8Array(ROWS * WIDTH)
    for (let r = 0; r < ROWS; r++) {
      let most = 0
      for (let t = 0; t < WIDTH; t++) {
        const v = Math.max(-127, Math.min(127, Math.round(this.weights[r * WIDTH + t] * scale)))
        weights[r * WIDTH + t] = Math.abs(v) < SMALL ? 0 : v
        most = Math.max(most, Math.abs(v))
      }
      if (most < LEAST) {
        check[r] = 0
        weights.fill(0, r * WIDTH, r * WIDTH + WIDTH)
      }
    }
    return { check, weights, lanes: toLanes(weights), scores: PLAIN, step: 8 }
  }
}

/** A row whose weights are all less than this is left out; a weight less than SMALL is none. */
const LEAST = 5
const SMALL = 2

/** Scores before they are calibrated: over half where the margin is positive. */
export const PLAIN = Float64Array.from({ length: MARGINS }, (_, i) => 1 / (1 + Math.exp(-((i - (MARGINS >> 1) + 0.5) * 8) / 24)))
const marginOf = (score: number): number => 24 * Math.log(score / (1 - score))

export interface Tally {
  gold: number
  hit: number
  typed: number
  found: number
  right: number
}

/** Letters covered and letters found, of names and of places. */
export function measure(model: Model, docs: readonly Doc[], bias = 0): { NAME: Tally; GEO: Tally; chars: number; falseSpans: number; margins: Array<[number, boolean]> } {
  const out = { NAME: tally(), GEO: tally(), chars: 0, falseSpans: 0, margins: [] as Array<[number, boolean]> }
  const tagger = new Tagger(model, bias)
  for (const doc of docs) {
    const read = scan(doc.text)
    const { w } = read
    const gold = goldTags(doc, read)
    const ignored = new Uint8Array(w.n)
    mark(doc, read, ignored)
    out.chars += doc.text.length
    const byToken = new Uint8Array(w.n)
    tagger.reset()
    let from = 0
    tagger.run(w, 0, w.n, Number.POSITIVE_INFINITY, (start, end, tag, score) => {
      const margin = marginOf(score)
      while (from < w.n && w.start[from] < start) from++
      let any = false
      for (let i = from; i < w.n && w.start[i] < end; i++) {
        if (margin > 0) byToken[i] = tag
        if (gold[i] !== O || ignored[i] !== 0) any = true
      }
      out.margins.push([margin, any])
      if (margin > 0 && !any) out.falseSpans++
    })
    for (let i = 0; i < w.n; i++) {
      const size = w.end[i] - w.start[i]
      if (gold[i] !== O) {
        const t = out[KIND_OF[gold[i]][0] as 'NAME' | 'GEO']
        t.gold += size
        if (byToken[i] !== O) t.hit += size
        if (byToken[i] !== O && FAMILY[byToken[i]] === FAMILY[gold[i]]) t.typed += size
      }
      if (byToken[i] !== O && ignored[i] === 0) {
        const t = out[KIND_OF[byToken[i]][0] as 'NAME' | 'GEO']
        t.found += size
        if (gold[i] !== O) t.right += size
      }
    }
  }
  return out
}

/** Tokens of any span that is no name or place: neither right nor wrong to find. */
function mark(doc: Doc, { w, map }: Read, ignored: Uint8Array): void {
  let k = 0
  for (let i = 0; i < w.n; i++) {
    const at = map === null ? w.start[i] : map[w.start[i]]
    while (k < doc.spans.length && doc.spans[k].end <= at) k++
    if (k < doc.spans.length && doc.spans[k].start <= at && tagOf(doc.spans[k]) === O) ignored[i] = 1
  }
}

const tally = (): Tally => ({ gold: 0, hit: 0, typed: 0, found: 0, right: 0 })

export const show = (t: Tally): string => `recall ${((100 * t.hit) / t.gold).toFixed(2)} typed ${((100 * t.typed) / t.gold).toFixed(2)} precision ${((100 * t.right) / t.found).toFixed(2)} (${t.gold})`

export { MARGINS, TAGS }
