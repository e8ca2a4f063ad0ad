import { type Detector, MAX_REACH, Tail } from './detect/detector'
import { type Candidate, Program } from './detect/program'
import { termDetector } from './detect/terms'
import { LABEL_INDEX, LABELS, type Label, type Subtype } from './labels'
import { Word } from './lexicon/classes'
import { type Plan, wanted } from './policy/plan'
import { type Decision, GROUP_CAP, type Ruling, Settler } from './resolve/settle'
import { baseWords } from './scan/base'
import { SCAN_AHEAD, Scanner } from './scan/scanner'
import { Window } from './scan/window'
import { carry, type Proven } from './tag/carry'
import { TAGGED, Tagger } from './tag/index'
import { KIND_OF } from './tag/tags'
import { loadModel } from './tag/weights'
import { CLASS, DIGIT } from './text/chars'
import { Folder, isHighSurrogate } from './text/fold'
import { hashWord } from './text/hash'
import type { Replace } from './transform/strategy'

/** Text scanned between two settlings, in code units. */
const BLOCK = 1 << 16
/** As much of a whole document is looked at in one. */
const WHOLE = 1 << 20
/** Shorter pushes are gathered until this much is there: a stream of single characters costs no more than one of lines. */
const MIN_BATCH = 256

export { baseWords }

/** What stands where text was withheld after an internal fault. */
export const WITHHELD = '[WITHHELD]'
const PLACEHOLDERS: ReadonlySet<number> = /* @__PURE__ */ new Set([...LABELS, WITHHELD.slice(1, -1)].map(hashWord))
/** Windows of documents that have ended, for the next ones. */
const spare: Window[] = []
const MAX_SPARE = 8
const spareTaggers: Tagger[] = []
/** Stands in for the window of a document that has ended. */
const DONE = /* @__PURE__ */ new Window()
const MINUS = 0x2d
const SPACE = 0x20
const COLON = 0x3a
const QUOTE = 0x22
const DOT = 0x2e
/** What is read before a decision when it is written: titles, the colon of a key. */
const LOOK_BACK = 64
/** Longest name told of with its titles: what stands before a longer one may be gone from the window. */
const TITLED = 48
const BACKSLASH = 0x5c
/** A number as JSON writes it. */
const NUMBER = /^-?(?:0|[1-9]\d*)$/
/** Least score of a name whose words are looked for elsewhere, and the score they get. */
const PROVEN = 0.8
const CARRIED = 0.75
const ALLOW: Ruling = { label: 'OTHER_ID', keep: true, threshold: 0, tier: 0 }

/** What the engine tells of each replacement, in text order. Positions: `start`/`end` in the input, `outStart`/`outEnd` in the output. */
export interface Replacement {
  readonly start: number
  readonly end: number
  readonly label: Label
  readonly subtype: Subtype | undefined
  readonly score: number
  readonly detector: string
  readonly strategy: string
  readonly outStart: number
  readonly outEnd: number
}

/** A ruling, and how the kind is replaced. */
interface Verdict extends Ruling {
  readonly name: string
  readonly replace: Replace
}

export type OnReplacement = (r: Replacement) => void

/** Programs of late, by their detectors: policies differ far more often in what they do than in what they look for. */
const programs: Program[] = []
const MAX_PROGRAMS = 4

function programOf(detectors: readonly Detector[]): Program {
  const known = programs.find((p) => p.detectors.length === detectors.length && p.detectors.every((d, i) => d === detectors[i]))
  if (known !== undefined) return known
  const program = new Program(detectors, baseWords())
  programs.push(program)
  if (programs.length > MAX_PROGRAMS) programs.shift()
  return program
}

export interface EngineOptions {
  /** With the learned tagger of names and places. */
  readonly tagged?: boolean
  /** A name is told of with the titles before it ("Dr. Smith"). They stay in the output. */
  readonly titles?: boolean
}

/** A policy and its detectors, compiled. Holds no document state: one engine serves any number of runs. */
export class Engine {
  readonly program: Program
  readonly detectors: readonly Detector[]
  /** By detector: without a subtype, then by subtype. */
  private readonly plain: readonly Verdict[]
  private readonly bySubtype: ReadonlyArray<ReadonlyArray<readonly [Subtype, Verdict]>>
  /** By label: the place of the tagger's findings among the detectors, or -1; and whether there is any. */
  readonly tagIndex: readonly number[]
  readonly tags: boolean
  readonly titles: boolean
  /** No stream ever holds back more than this, in visible code units (each may carry MAX_DROPPED invisible ones). */
  readonly holdBack: number

  /** `blocking`: ids of detectors nothing overrules (roster). */
  constructor(
    readonly plan: Plan,
    detectors: readonly Detector[],
    roster: readonly Detector[] = [],
    { tagged = false, titles = false }: EngineOptions = {},
  ) {
    this.titles = titles
    const { deny, allow } = plan.lists
    const blocking = [...roster]
    for (const label of LABELS) {
      const terms = deny.filter((d) => d.label === label)
      if (terms.length > 0) blocking.push(termDetector(`deny-${label.toLowerCase().replace('_', '-')}`, label, terms, 'policy deny list'))
    }
    const allowing =
      allow.length > 0
        ? [
            termDetector(
              'allow',
              'OTHER_ID',
              allow.map((text) => ({ text })),
              'policy allow list',
            ),
          ]
        : []
    const base = programOf([...detectors, ...(tagged ? TAGGED : [])].filter((d) => wanted(plan, d)))
    this.tagIndex = LABELS.map((label) => base.detectors.findIndex((d) => TAGGED.includes(d) && d.label === label))
    this.tags = this.tagIndex.some((at) => at >= 0)
    const lists = [...blocking, ...allowing]
    this.program = lists.length === 0 ? base : new Program(lists, base)
    this.detectors = this.program.detectors
    const verdict = (i: number, subtype: Subtype | undefined): Verdict => {
      const { label } = this.detectors[i]
      const list = i - base.detectors.length
      const { name, replace } = plan.strategy(label, subtype)
      if (list >= blocking.length) return { ...ALLOW, name, replace }
      return { label, ...plan.rule(label, subtype), tier: list < 0 ? 1 : 2, name, replace }
    }
    this.plain = this.detectors.map((_, i) => verdict(i, undefined))
    this.bySubtype = this.detectors.map((d, i) => (d.subtypes ?? []).map((s) => [s, verdict(i, s)] as const))
    this.holdBack = MIN_BATCH + SCAN_AHEAD + this.program.ahead + this.program.behind + GROUP_CAP + MAX_REACH
  }

  /** What becomes of a finding of a detector. */
  verdict(detector: number, subtype: Subtype | undefined): Verdict {
    if (subtype !== undefined) {
      const list = this.bySubtype[detector]
      for (let j = 0; j < list.length; j++) if (list[j][0] === subtype) return list[j][1]
    }
    return this.plain[detector]
  }

  readonly rule = (c: Candidate): Ruling => this.verdict(c.detector, c.subtype)
}

/** One document going through an engine: `push` and `end` give the settled output. */
export class Run {
  readonly faults: Int32Array
  private w = spare.pop() ?? new Window()
  private readonly scanner: Scanner
  private readonly folder = new Folder()
  private readonly settler: Settler
  private readonly tagger: Tagger | null
  private readonly found: Candidate[] = []
  private waiting: string[] = []
  private waitingLength = 0
  /** Original text of the window, and the map from folded to original positions (null: the same). */
  private raw = ''
  private rawBase = 0
  private map: Int32Array | null = null
  private carry = ''
  /** Original and folded text are one and the same so far. */
  private same = true
  /** Window position scanned to, and first token not yet asked about. */
  private scanned = 0
  private next = 0
  /** The whole document is here and none of it is settled: names may be looked for backwards too. */
  private backward = false
  /** Document position (original) up to which output is written. */
  private cursor = 0
  private out = ''
  private outLength = 0
  private openStart = 0
  private openAt = 0
  /** Where the last replacement ended, in the input. */
  private ended = 0

  /** `emit` false: only findings are wanted, no output is built. */
  constructor(
    private readonly engine: Engine,
    private readonly onReplacement: OnReplacement | null,
    private readonly emit = true,
  ) {
    this.scanner = new Scanner(engine.program.words, PLACEHOLDERS)
    this.settler = new Settler(engine.rule)
    this.tagger = engine.tags ? (spareTaggers.pop() ?? new Tagger(loadModel())) : null
    this.tagger?.reset()
    this.faults = new Int32Array(engine.detectors.length)
  }

  /** Code units received and not yet written out. */
  get held(): number {
    return this.waitingLength + this.carry.length + this.rawBase + this.raw.length - this.cursor
  }

  get inputLength(): number {
    return this.waitingLength + this.carry.length + this.rawBase + this.raw.length
  }

  get outputLength(): number {
    return this.outLength
  }

  push(chunk: string): string {
    this.waiting.push(chunk)
    this.waitingLength += chunk.length
    if (this.waitingLength < MIN_BATCH) return ''
    this.take(false)
    return this.flush()
  }

  end(): string {
    this.take(true)
    this.release()
    return this.flush()
  }

  /** A whole text: what `push` and `end` give, in one pass; and, up to WHOLE code units, names proved later on. */
  whole(text: string): string {
    this.backward = true
    this.waiting.push(text)
    this.waitingLength += text.length
    return this.end()
  }

  /** The token arrays go to the next document: most texts are short, and arrays are the dearest thing about them. */
  private release(): void {
    const { w } = this
    this.rawBase += this.raw.length
    this.cursor = this.rawBase
    this.raw = ''
    this.map = null
    this.w = DONE
    w.reset()
    if (spare.length < MAX_SPARE) spare.push(w)
    if (this.tagger !== null && spareTaggers.length < MAX_SPARE) spareTaggers.push(this.tagger)
  }

  private flush(): string {
    const out = this.out
    this.out = ''
    return out
  }

  private take(final: boolean): void {
    let chunk = this.waiting.length === 1 && this.carry === '' ? this.waiting[0] : this.carry + this.waiting.join('')
    this.waiting = []
    this.waitingLength = 0
    this.carry = ''
    if (!final && chunk.length > 0 && isHighSurrogate(chunk.charCodeAt(chunk.length - 1))) {
      this.carry = chunk.slice(-1)
      chunk = chunk.slice(0, -1)
    }
    this.append(chunk)
    this.process(final)
    if (!final) this.trim()
  }

  private append(chunk: string): void {
    const { text, map } = this.folder.fold(chunk)
    const w = this.w
    if (this.same && text === chunk) {
      this.raw = w.text = this.raw === '' ? chunk : this.raw + chunk
      return
    }
    this.same = false
    if (map !== null || this.map !== null) {
      const before = this.map ?? identity(w.text.length)
      const after = map ?? identity(text.length)
      const joined = new Int32Array(w.text.length + text.length + 1)
      joined.set(before.subarray(0, w.text.length))
      for (let i = 0; i <= text.length; i++) joined[w.text.length + i] = after[i] + this.raw.length
      this.map = joined
    }
    this.raw = this.raw === '' ? chunk : this.raw + chunk
    w.text = w.text === '' ? text : w.text + text
  }

  private process(final: boolean): void {
    const { w, engine, settler, found } = this
    const { program } = engine
    const length = w.text.length
    for (;;) {
      const to = Math.min(length, this.scanned + (this.backward ? WHOLE : BLOCK) + SCAN_AHEAD)
      const last = to === length
      const done = last && final
      this.scanned = this.scanner.scan(w, this.scanned, to, done)
      let ready = w.n
      if (!done) while (ready > this.next && w.start[ready - 1] + program.ahead > this.scanned) ready--
      program.detect(w, this.next, ready, found, this.faults)
      this.tagger?.run(w, this.next, ready, done ? Number.POSITIVE_INFINITY : this.scanned, this.tagged)
      this.next = ready
      // The whole document at once: what is proved anywhere is known everywhere.
      if (done && this.backward && this.tagger !== null) this.carryNames()
      this.backward = false
      // What the rules, the tagger and carrying found comes in three orders; the settler wants one.
      found.sort(byStart)
      for (const c of found) settler.add(c)
      found.length = 0
      const horizon = done ? Number.POSITIVE_INFINITY : w.base + (ready < w.n ? w.start[ready] : this.scanned) - program.behind
      settler.advance(horizon, w.base + length, done, this, this.opened, this.closed)
      if (settler.capped) this.cursor = Math.max(this.cursor, this.rawAt(settler.unsettled))
      else this.writeTo(Math.min(horizon, settler.unsettled, w.base + length))
      if (done) return
      this.forget()
      if (last) return
    }
  }

  private readonly tagged = (start: number, end: number, tag: number, score: number): void => {
    const [label, subtype] = KIND_OF[tag]
    const detector = this.engine.tagIndex[LABEL_INDEX[label]]
    if (detector >= 0) this.found.push({ start: this.w.base + start, end: this.w.base + end, score, detector, subtype, tail: Tail.NONE })
  }

  private carryNames(): void {
    const proven: Array<Proven<Candidate>> = []
    for (const c of this.found) {
      // A kind that is kept must not be carried to where the same word is another's.
      if (c.score < PROVEN || c.subtype === 'employer' || this.engine.detectors[c.detector].label !== 'NAME' || this.engine.rule(c).keep) continue
      proven.push({ start: c.start - this.w.base, end: c.end - this.w.base, kind: c })
    }
    const detector = this.engine.tagIndex[LABEL_INDEX.NAME]
    if (detector < 0) return
    carry(this.w, proven, (start, end, c) => {
      this.found.push({ start: this.w.base + start, end: this.w.base + end, score: CARRIED, detector, subtype: c.subtype, tail: Tail.NONE })
    })
  }

  /** Code unit at a document position; for the settler. */
  unit(p: number): number {
    return this.w.text.charCodeAt(p - this.w.base)
  }

  private readonly opened = (d: Decision): void => {
    const start = this.snap(this.rawAt(d.start))
    this.write(start)
    this.openStart = start
    this.openAt = this.outLength
    if (this.engine.titles && d.label === 'NAME' && d.end - d.start <= TITLED) this.takeTitles(d.start - this.w.base)
    if (!this.emit) return
    const hit = d.capped
      ? { label: d.label, subtype: d.subtype, text: '', raw: '', capped: true }
      : { label: d.label, subtype: d.subtype, text: this.w.text.slice(d.start - this.w.base, d.end - this.w.base), raw: this.slice(start, this.snapEnd(this.rawAt(d.end))), capped: false }
    const written = this.engine.verdict(d.detector, d.subtype).replace(hit)
    const value = d.capped ? written : this.asJson(written, d.start - this.w.base, d.end - this.w.base)
    this.out += value
    this.outLength += value.length
  }

  /** Moves the start told of before the titles that stand before a name at window position `at`. */
  private takeTitles(at: number): void {
    const { text } = this.w
    let start = at
    for (let n = 0; n < 2; n++) {
      const begin = titleBefore(text, start)
      if (begin < 0 || this.rawAt(this.w.base + begin) < this.ended) break
      start = begin
    }
    if (start === at) return
    const moved = this.openStart - this.rawAt(this.w.base + start)
    this.openStart -= moved
    this.openAt -= moved
  }

  /**
   * A number that stands bare behind a key of JSON (`"mrn":482913,`) must stay a JSON value: what is no number is written
   * in quotes, escaped as the key's are.
   */
  private asJson(value: string, start: number, end: number): string {
    const { text } = this.w
    const first = text.charCodeAt(start)
    if (first !== MINUS && CLASS[first] !== DIGIT) return value
    let p = start - 1
    while (p > 0 && start - p < 4 && text.charCodeAt(p) === SPACE) p--
    if (text.charCodeAt(p) !== COLON || text.charCodeAt(p - 1) !== QUOTE || NUMBER.test(value)) return value
    let q = end
    while (q < text.length && q - end < 4 && text.charCodeAt(q) === SPACE) q++
    if (q < text.length && !',}]\n\r'.includes(text[q])) return value
    return text.charCodeAt(p - 2) === BACKSLASH ? `\\"${value}\\"` : `"${value}"`
  }

  private readonly closed = (d: Decision): void => {
    const end = this.snapEnd(this.rawAt(d.end))
    this.cursor = Math.max(this.cursor, end)
    this.ended = end
    this.onReplacement?.({
      start: this.openStart,
      end,
      label: d.label,
      subtype: d.subtype,
      score: d.score,
      detector: this.engine.detectors[d.detector].id,
      strategy: this.engine.verdict(d.detector, d.subtype).name,
      outStart: this.openAt,
      outEnd: this.outLength,
    })
  }

  /** Write plain text up to document position `to` (folded). */
  private writeTo(to: number): void {
    this.write(this.snap(this.rawAt(to)))
  }

  /** A position never stands inside a surrogate pair: back to its start. */
  private snap(at: number): number {
    const rel = at - this.rawBase
    return rel > 0 && rel < this.raw.length && isHighSurrogate(this.raw.charCodeAt(rel - 1)) ? at - 1 : at
  }

  private snapEnd(at: number): number {
    return this.snap(at) === at ? at : at + 1
  }

  private write(to: number): void {
    if (to <= this.cursor) return
    if (this.emit) {
      const piece = this.slice(this.cursor, to)
      this.out += piece
      this.outLength += piece.length
    }
    this.cursor = to
  }

  private slice(from: number, to: number): string {
    return this.raw.slice(from - this.rawBase, to - this.rawBase)
  }

  private rawAt(p: number): number {
    const rel = Math.max(0, Math.min(p - this.w.base, this.w.text.length))
    return this.rawBase + (this.map === null ? rel : this.map[rel])
  }

  /** Drop tokens no detector will look back to. */
  private forget(): void {
    const { w } = this
    const at = this.next < w.n ? w.start[this.next] : this.scanned
    const from = at - this.engine.program.behind - SCAN_AHEAD
    let count = 0
    while (count < this.next && w.end[count] < from) count++
    if (count === 0) return
    w.compact(count, 0)
    this.tagger?.compact(count)
    this.next -= count
  }

  /** Drop the text that is written and that no detector will look back to. */
  private trim(): void {
    const { w } = this
    const at = this.next < w.n ? w.start[this.next] : this.scanned
    let cut = Math.min(at - this.engine.program.behind - SCAN_AHEAD, this.settler.unsettled - w.base - LOOK_BACK)
    if (w.n > 0) cut = Math.min(cut, w.start[0])
    while (cut > 0 && this.rawAt(w.base + cut) > this.cursor) cut--
    if (cut <= 0) return
    const rawCut = this.rawAt(w.base + cut) - this.rawBase
    const same = this.same
    this.raw = this.raw.slice(rawCut)
    this.rawBase += rawCut
    if (this.map !== null) {
      this.map = this.map.slice(cut)
      for (let i = 0; i < this.map.length; i++) this.map[i] -= rawCut
    }
    w.text = same ? this.raw : w.text.slice(cut)
    w.base += cut
    w.compact(0, cut)
    this.scanned -= cut
  }
}

/** Where the title before position `at` begins, or -1: a word of the list, a full stop perhaps, a space or two. */
function titleBefore(text: string, at: number): number {
  let p = at - 1
  if (p < 0 || text.charCodeAt(p) !== SPACE) return -1
  if (text.charCodeAt(p - 1) === SPACE) p--
  if (text.charCodeAt(p - 1) === DOT) p--
  const end = p
  while (p > 0 && end - p < 10 && CLASS[text.charCodeAt(p - 1)] <= 2) p--
  if (end - p < 2 || (p > 0 && CLASS[text.charCodeAt(p - 1)] <= 4)) return -1
  const words = baseWords()
  return (words.classes(words.find(hashWord(text.slice(p, end)))) & Word.TITLE) !== 0 ? p : -1
}

const byStart = (a: Candidate, b: Candidate): number => a.start - b.start

function identity(n: number): Int32Array {
  const map = new Int32Array(n + 1)
  for (let i = 0; i <= n; i++) map[i] = i
  return map
}
