import type { Subtype } from '../labels'
import type { Window } from '../scan/window'
import { WordTable } from '../scan/words'
import { Gap } from '../text/chars'
import { hashWord } from '../text/hash'
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

interface Phrase {
  readonly hashes: Int32Array
  readonly detectors: number[]
}

/** Number of different shapes: all bits of Shape. */
const SHAPES = 1 << 10

/** Separators allowed between the words of a cue phrase. */
const PHRASE_GAP = Gap.SPACE | Gap.DASH | Gap.UNDERSCORE | Gap.DOT | Gap.SLASH | Gap.APOS | Gap.NEWLINE | Gap.TAB | Gap.AMP

/**
 * A set of detectors made ready to run: one word table for the scan, the triggers of all detectors in one mask each,
 * and the cue phrases by their first word.
 */
export class Program implements Sink {
  readonly words: WordTable
  readonly behind: number
  readonly ahead: number
  /** For every shape a token can have: the detectors asked because of it. */
  private readonly byShape: Int32Array[]
  /** Detectors with gap or word triggers; asked there only if an earlier trigger has not asked them already. */
  private readonly byGap: Int32Array
  private readonly byWord: Int32Array
  private readonly anyGap: number
  private readonly anyWord: number
  private readonly shapes: Int32Array
  private readonly gaps: Int32Array
  private readonly wordMasks: Int32Array
  private readonly phrases: Phrase[][] = [[]]
  private readonly stamps: Int32Array
  private stamp = 0

  private found: Candidate[] = []
  private faults: Int32Array = new Int32Array(0)
  private base = 0
  private length = 0
  private current = 0

  constructor(
    readonly detectors: readonly Detector[],
    lexicon: (table: WordTable) => void,
  ) {
    this.words = new WordTable(8192)
    lexicon(this.words)
    const n = detectors.length
    this.shapes = new Int32Array(n)
    this.gaps = new Int32Array(n)
    this.wordMasks = new Int32Array(n)
    this.stamps = new Int32Array(n)
    let behind = 0
    let ahead = 0
    const byFirst = new Map<number, Map<string, Phrase>>()
    detectors.forEach((d, k) => {
      behind = Math.max(behind, d.reach.behind)
      ahead = Math.max(ahead, d.reach.ahead)
      if (d.on !== undefined && d.at !== undefined) {
        this.shapes[k] = d.on.shape ?? 0
        this.gaps[k] = d.on.gap ?? 0
        this.wordMasks[k] = d.on.word ?? 0
      }
      if (d.atCue !== undefined) for (const cue of d.cues ?? []) addPhrase(byFirst, cue, k)
    })
    this.behind = behind
    this.ahead = ahead
    const all = Int32Array.from(detectors, (_, k) => k)
    this.byShape = Array.from({ length: SHAPES }, (_, shape) => all.filter((k) => (this.shapes[k] & shape) !== 0))
    this.byGap = all.filter((k) => this.gaps[k] !== 0)
    this.byWord = all.filter((k) => this.wordMasks[k] !== 0)
    this.anyGap = this.gaps.reduce((a, b) => a | b, 0)
    this.anyWord = this.wordMasks.reduce((a, b) => a | b, 0)
    for (const [first, phrases] of byFirst) {
      const slot = this.words.slot(first)
      this.words.cues[slot] = this.phrases.length
      this.phrases.push([...phrases.values()].sort((a, b) => b.hashes.length - a.hashes.length))
    }
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
      const list = byShape[s]
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

  private ask(k: number, w: Window, i: number): void {
    this.current = k
    try {
      this.detectors[k].at?.(w, i, this)
    } catch {
      this.fault(w, i)
    }
  }

  private atCues(w: Window, i: number, index: number): void {
    const stamp = ++this.stamp
    for (const phrase of this.phrases[index]) {
      const k = phrase.hashes.length
      if (!matches(w, i, phrase.hashes)) continue
      for (const d of phrase.detectors) {
        if (this.stamps[d] === stamp) continue
        this.stamps[d] = stamp
        this.current = d
        try {
          this.detectors[d].atCue?.(w, i, i + k, this)
        } catch {
          this.fault(w, i)
        }
      }
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
    const stop = Math.min(end, this.length)
    if (stop <= start) return
    this.found.push({ start: this.base + start, end: this.base + stop, score, detector: this.current, subtype, tail })
  }
}

function addPhrase(byFirst: Map<number, Map<string, Phrase>>, cue: string, detector: number): void {
  const words = cue.split(' ')
  const put = (list: string[]) => {
    const first = hashWord(list[0])
    let phrases = byFirst.get(first)
    if (phrases === undefined) byFirst.set(first, (phrases = new Map()))
    const key = list.join(' ')
    const phrase = phrases.get(key)
    if (phrase === undefined) phrases.set(key, { hashes: Int32Array.from(list, hashWord), detectors: [detector] })
    else if (!phrase.detectors.includes(detector)) phrase.detectors.push(detector)
  }
  put(words)
  // camelCase and runtogether keys: `medicalRecordNumber` is one token.
  if (words.length > 1 && words.every((x) => /^[a-z]+$/.test(x))) put([words.join('')])
}

function matches(w: Window, i: number, hashes: Int32Array): boolean {
  const k = hashes.length
  if (i + k > w.n) return false
  for (let j = 1; j < k; j++) {
    if (w.hash[i + j] !== hashes[j] || (w.gap[i + j] & ~PHRASE_GAP) !== 0) return false
  }
  return true
}
