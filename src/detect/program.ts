import type { Subtype } from '../labels'
import type { Window } from '../scan/window'
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
const SHAPES = 1 << 14

/**
 * A set of detectors made ready to run: one word table for the scan, the triggers of all detectors in one mask each,
 * and the cue phrases by their first word.
 */
export class Program implements Sink {
  readonly words: WordTable
  readonly behind: number
  readonly ahead: number
  /** For every shape a token can have: the detectors asked because of it. */
  private readonly byShape: Array<Int32Array | undefined>
  /** Detectors with gap or word triggers; asked there only if an earlier trigger has not asked them already. */
  private readonly byGap: Int32Array
  private readonly byWord: Int32Array
  private readonly anyGap: number
  private readonly anyWord: number
  private readonly shapes: Int32Array
  private readonly gaps: Int32Array
  private readonly wordMasks: Int32Array
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
    const all = Int32Array.from(this.detectors, (_, k) => k)
    const asked = (d: Detector): NonNullable<Detector['on']> => (d.at === undefined ? {} : (d.on ?? {}))
    this.shapes = Int32Array.from(this.detectors, (d) => asked(d).shape ?? 0)
    this.gaps = Int32Array.from(this.detectors, (d) => asked(d).gap ?? 0)
    this.wordMasks = Int32Array.from(this.detectors, (d) => asked(d).word ?? 0)
    this.behind = this.detectors.reduce((n, d) => Math.max(n, d.reach.behind), 0)
    this.ahead = this.detectors.reduce((n, d) => Math.max(n, d.reach.ahead), 0)
    this.byShape = new Array(SHAPES).fill(undefined)
    this.byGap = all.filter((k) => this.gaps[k] !== 0)
    this.byWord = all.filter((k) => this.wordMasks[k] !== 0)
    this.anyGap = this.gaps.reduce((a, b) => a | b, 0)
    this.anyWord = this.wordMasks.reduce((a, b) => a | b, 0)
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
    const { shape, gap, word, cue } = w
    const { anyGap, anyWord, shapes, gaps, wordMasks, byShape, byGap, byWord } = this
    for (let i = from; i < to; i++) {
      if (cue[i] !== 0) this.atCues(w, i, cue[i])
      const s = shape[i]
      const g = gap[i]
      const c = word[i]
      const list = byShape[s] ?? this.askedAt(s)
      for (let j = 0; j < list.length; j++) this.ask(list[j], w, i)
      if ((g & anyGap) !== 0) {
        for (let j = 0; j < byGap.length; j++) {
          const k = byGap[j]
          if ((g & gaps[k]) !== 0 && (s & shapes[k]) === 0) this.ask(k, w, i)
        }
      }
      if ((c & anyWord) !== 0) {
        for (let j = 0; j < byWord.length; j++) {
          const k = byWord[j]
          if ((c & wordMasks[k]) !== 0 && ((s & shapes[k]) | (g & gaps[k])) === 0) this.ask(k, w, i)
        }
      }
    }
  }

  /** Few of all shapes occur: their lists are made as they do. */
  private askedAt(shape: number): Int32Array {
    const list = Int32Array.from([...this.detectors.keys()].filter((k) => (this.shapes[k] & shape) !== 0))
    this.byShape[shape] = list
    return list
  }

  private ask(k: number, w: Window, i: number): void {
    this.current = k
    this.window = w
    this.token = i
    try {
      this.detectors[k].at?.(w, i, this)
    } catch {
      this.fault(w, i)
    }
  }

  private atCues(w: Window, i: number, index: number): void {
    this.window = w
    this.token = i
    this.cues.at(w, i, index, this.onCue)
  }

  private readonly onCue = (k: number, next: number): void => {
    this.current = k
    try {
      this.detectors[k].atCue?.(this.window as Window, this.token, next, this)
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
