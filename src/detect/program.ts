import type { Subtype } from '../labels'
import { MAX_TOKEN, type Window } from '../scan/window'
import type { WordTable } from '../scan/words'
import { Cues } from './cues'
import { type Detector, type Sink, Tail, type TailClass } from './detector'

/** A finding before it is settled: positions in the folded document. */
export interface Candidate {
  start: number
  end: number
  score: number
  /** Index into the program's detectors. */
  detector: number
  subtype: Subtype | undefined
  tail: TailClass
}

/** Number of different shapes: all bits of Shape. */
const SHAPES = 1 << 16
const NOBODY = /* @__PURE__ */ new Int32Array(0)

type At = NonNullable<Detector['at']>
type AtCue = NonNullable<Detector['atCue']>

/**
 * A set of detectors made ready to run: one word table for the scan, the triggers of all detectors in one mask each,
 * and the cue phrases by their first word.
 */
export class Program implements Sink {
  readonly words: WordTable
  readonly behind: number
  readonly ahead: number
  /** Number of a shape's list in `byShape`, 0 where it is not made yet. */
  private readonly shapeLists = new Uint16Array(SHAPES)
  /** Detectors asked because of a shape. */
  private readonly byShape: Int32Array[] = [NOBODY]
  /** Detectors asked because of one separator before a token, or of one class of its word: by bit. */
  private readonly byGap: readonly Int32Array[]
  private readonly byWord: readonly Int32Array[]
  private readonly anyGap: number
  private readonly anyWord: number
  private readonly shapes: Int32Array
  private readonly gaps: Int32Array
  private readonly wordMasks: Int32Array
  private readonly ats: ReadonlyArray<At | undefined>
  private readonly atCues: ReadonlyArray<AtCue | undefined>
  private readonly cues: Cues

  private found: Candidate[] = []
  private faults: Int32Array = new Int32Array(0)
  private base = 0
  private length = 0
  private window: Window | null = null
  private token = 0
  private current = 0

  readonly detectors: readonly Detector[]

  /** `base`: a program whose tables are taken over; its detectors come first. */
  constructor(detectors: readonly Detector[], base: Program | WordTable) {
    const known = base instanceof Program ? base : null
    this.detectors = known === null ? detectors : [...known.detectors, ...detectors]
    this.words = (known === null ? (base as WordTable) : known.words).clone()
    this.cues = Cues.of(detectors, this.detectors.length - detectors.length, this.words, known === null ? null : known.cues)
    this.ats = this.detectors.map((d) => d.at)
    this.atCues = this.detectors.map((d) => d.atCue)
    const asked = (d: Detector): NonNullable<Detector['on']> => (d.at === undefined ? {} : (d.on ?? {}))
    this.shapes = Int32Array.from(this.detectors, (d) => asked(d).shape ?? 0)
    this.gaps = Int32Array.from(this.detectors, (d) => asked(d).gap ?? 0)
    this.wordMasks = Int32Array.from(this.detectors, (d) => asked(d).word ?? 0)
    this.behind = this.detectors.reduce((n, d) => Math.max(n, d.reach.behind), 0)
    // The token behind is part of a token's shape (PREFIX), so it is always there when a detector is asked.
    this.ahead = this.detectors.reduce((n, d) => Math.max(n, d.reach.ahead), MAX_TOKEN + 1)
    this.anyGap = this.gaps.reduce((a, b) => a | b, 0)
    this.anyWord = this.wordMasks.reduce((a, b) => a | b, 0)
    this.byGap = byBit(this.gaps)
    this.byWord = byBit(this.wordMasks)
  }

  /**
   * Ask every detector at tokens `from` to `to`; candidates are appended to `found`. Never throws: a detector that
   * throws is counted in `faults` (by its index), and all it could have found there is found.
   */
  detect(w: Window, from: number, to: number, found: Candidate[], faults: Int32Array): void {
    this.found = found
    this.faults = faults
    this.base = w.base
    this.length = w.text.length
    this.window = w
    const { shape, gap, word, cue } = w
    const { anyGap, anyWord, shapes, gaps, wordMasks, cues, shapeLists, byShape, byGap, byWord } = this
    for (let i = from; i < to; i++) {
      const s = shape[i]
      const g = gap[i] & anyGap
      const c = word[i] & anyWord
      if (cue[i] !== 0) {
        this.token = i
        cues.at(w, i, cue[i], this.onCue)
      }
      const number = shapeLists[s]
      const list = byShape[number === 0 ? this.listOf(s) : number]
      for (let j = 0; j < list.length; j++) this.ask(list[j], w, i)
      // A detector with several triggers at one token is asked once: at the first of them.
      for (let rest = g; rest !== 0; rest &= rest - 1) {
        const bit = rest & -rest
        const askers = byGap[31 - Math.clz32(bit)]
        for (let j = 0; j < askers.length; j++) {
          const k = askers[j]
          if ((s & shapes[k]) === 0 && (g & gaps[k] & (bit - 1)) === 0) this.ask(k, w, i)
        }
      }
      for (let rest = c; rest !== 0; rest &= rest - 1) {
        const bit = rest & -rest
        const askers = byWord[31 - Math.clz32(bit)]
        for (let j = 0; j < askers.length; j++) {
          const k = askers[j]
          if (((s & shapes[k]) | (g & gaps[k]) | (c & wordMasks[k] & (bit - 1))) === 0) this.ask(k, w, i)
        }
      }
    }
    this.window = null
  }

  private ask(k: number, w: Window, i: number): void {
    this.current = k
    this.token = i
    try {
      ;(this.ats[k] as At).call(this.detectors[k], w, i, this)
    } catch {
      this.fault(w, i)
    }
  }

  /** Few of all shapes occur: their lists are made as they do. */
  private listOf(shape: number): number {
    const number = this.byShape.push(Int32Array.from(Array.from(this.shapes.keys()).filter((k) => (this.shapes[k] & shape) !== 0))) - 1
    this.shapeLists[shape] = number
    return number
  }

  private readonly onCue = (k: number, next: number): void => {
    this.current = k
    try {
      ;(this.atCues[k] as AtCue).call(this.detectors[k], this.window as Window, this.token, next, this)
    } catch {
      this.fault(this.window as Window, this.token)
    }
  }

  /** A detector threw: withhold everything it could have found from here (fail closed). */
  private fault(w: Window, i: number): void {
    const d = this.detectors[this.current]
    this.faults[this.current]++
    this.push(Math.max(0, w.start[i] - d.reach.behind), w.start[i] + d.reach.ahead, 1, Tail.NONE, undefined)
  }

  add(start: number, end: number, score: number, subtype?: Subtype): void {
    this.push(start, end, score, Tail.NONE, subtype)
  }

  open(start: number, end: number, score: number, tail: TailClass, subtype?: Subtype): void {
    this.push(start, end, score, tail, subtype)
  }

  private push(start: number, end: number, score: number, tail: TailClass, subtype: Subtype | undefined): void {
    const d = this.detectors[this.current]
    const w = this.window as Window
    const at = w.start[this.token]
    // Not a number, or outside what the detector declared: it is broken, and is treated as if it had thrown.
    if (!(start >= at - d.reach.behind && end <= at + d.reach.ahead && score >= 0 && score <= 1)) {
      this.fault(w, this.token)
      return
    }
    const stop = Math.min(end, this.length)
    if (stop <= start) return
    this.found.push({ start: this.base + start, end: this.base + stop, score, detector: this.current, subtype, tail })
  }
}

/** Of every bit, the places where it is set. */
const byBit = (masks: Int32Array): Int32Array[] => Array.from({ length: 32 }, (_, bit) => Int32Array.from(Array.from(masks.keys()).filter((k) => (masks[k] & (1 << bit)) !== 0)))
