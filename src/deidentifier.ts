import type { Detector, Finding } from './detect/detector'
import { DETECTORS } from './detect/index'
import { checkDetectors } from './detect/user'
import { type Receipt, ReceiptBuilder, type ReceiptOptions } from './emit/receipt'
import { DephiError } from './errors'
import { DICTIONARY_VERSION } from './lexicon/lexicon'
import { Engine, type Replacement, Run, WITHHELD } from './pipeline'
import { compile } from './policy/compile'
import type { CompiledPlan } from './policy/plan'
import type { Policy } from './policy/schema'
import { keyWords, type RecordOptions, scrubRecord } from './record'
import { type Roster, rosterDetectors } from './roster'
import { ByteRun } from './stream'
import { ENGINE_VERSION } from './version'

export interface DeidentifierOptions {
  /** Detectors of your own, beside the built-in ones. */
  readonly detectors?: readonly Detector[]
  /** Key (at least 16 bytes) for a digest of the input in receipts; without it none is made, since a plain hash of a short identifier can be reversed. */
  readonly receiptKey?: Uint8Array
  /** false: rules alone, without the learned tagger: about twice as fast, and blind to names and places that nothing announces. Default true. */
  readonly tagger?: boolean
}

export interface TextResult {
  readonly text: string
  readonly receipt: Receipt
}

export interface StreamOptions {
  /** Called once, when the stream has ended. */
  readonly onReceipt?: (receipt: Receipt) => void
  /** Positions kept for the receipt (default 0: counts only, so that memory stays flat). */
  readonly positions?: number
  /** Called for each replacement, in order, as soon as it is settled. */
  readonly onFinding?: (finding: Finding) => void
}

export interface RecordCallOptions extends RecordOptions {
  readonly onReceipt?: (receipt: Receipt) => void
}

/** Pieces of text in, settled pieces out; what every stream door is made of. */
export interface TextStream {
  /** Takes the next piece (bytes are UTF-8); gives the text that is settled. */
  push(chunk: string | Uint8Array): string
  /** Ends the document; gives the rest. */
  end(): string
  /** Code units taken in and not yet given out. */
  readonly held: number
  /** Text was withheld after an internal fault: nothing more comes out. */
  readonly withheld: boolean
}

/** Findings a receipt of `text` lists at most; the rest is counted. */
const MAX_POSITIONS = 1_000_000

/** Compiled policy and detectors: make it once, use it for any number of documents. Holds no document state. */
export class Deidentifier {
  private readonly engine: Engine
  private readonly plan: CompiledPlan

  /** Use `createDeidentifier`. */
  constructor(
    private readonly policy: Policy,
    private readonly options: DeidentifierOptions = {},
    roster: Roster | null = null,
  ) {
    const own = checkDetectors(options.detectors ?? [], DETECTORS)
    this.plan = compile(policy)
    this.engine = new Engine(this.plan, [...DETECTORS, ...own], roster === null ? [] : rosterDetectors(roster), { tagged: options.tagger ?? true, titles: true })
  }

  /** The longest a stream holds text back, in code units. */
  get holdBack(): number {
    return this.engine.holdBack
  }

  /** De-identifies one text. Never throws for what the text holds; on an internal fault the text is withheld whole. */
  text(text: string): TextResult {
    mustBeString('text', text)
    const receipt = this.receipt({ digest: 'lazy', maxPositions: MAX_POSITIONS })
    let out: string
    let withheld = false
    try {
      const run = new Run(this.engine, (r) => receipt.add(r))
      out = run.whole(text)
      countFaults(this.engine, run, receipt)
    } catch {
      withheld = true
      out = WITHHELD
    }
    receipt.input(text)
    receipt.output(out)
    return { text: out, receipt: receipt.finish({ withheld }) }
  }

  /** What `text` would replace, in order, without overlaps. */
  find(text: string): Finding[] {
    mustBeString('find', text)
    const found: Finding[] = []
    const run = new Run(this.engine, (r) => found.push(finding(r)), false)
    try {
      run.whole(text)
    } catch {
      throw new DephiError('INTERNAL', 'An internal fault: the findings of this text are not complete, treat it as not de-identified.')
    }
    return found
  }

  /** Throws `PHI_FOUND`, with counts by label and without values, if `text` would change anything; gives the text back otherwise. */
  guard(text: string): string {
    const found = this.find(text)
    if (found.length === 0) return text
    const counts = new Map<string, number>()
    for (const f of found) counts.set(f.label, (counts.get(f.label) ?? 0) + 1)
    throw new DephiError('PHI_FOUND', `The text holds ${found.length} identifier${found.length === 1 ? '' : 's'}: ${[...counts].map(([l, n]) => `${l} ${n}`).join(', ')}. De-identify it with text() first.`)
  }

  /** A Web TransformStream from strings or UTF-8 bytes to de-identified strings; one document per stream. */
  stream(options: StreamOptions = {}): TransformStream<string | Uint8Array, string> {
    const run = this.open(options)
    return new TransformStream<string | Uint8Array, string>({
      transform(chunk, controller) {
        const out = run.push(chunk)
        if (out !== '') controller.enqueue(out)
      },
      flush(controller) {
        const out = run.end()
        if (out !== '') controller.enqueue(out)
      },
    })
  }

  /** The same as `stream`, without the stream: for adapters and loops. */
  open(options: StreamOptions = {}): TextStream {
    const { onReceipt, onFinding, positions = 0 } = options
    return new DocumentStream(this.engine, onReceipt, onFinding, this.receipt({ digest: onReceipt !== undefined, positions: positions > 0 ? 'all' : 'none', maxPositions: positions }))
  }

  /**
   * A copy of any JSON-like value of the same shape with every text, number and date de-identified; the keys give
   * context ("mrn": 482913). Cycles stay cycles; a getter that throws gives `[WITHHELD]`.
   */
  record<T>(value: T, options: RecordCallOptions = {}): T {
    const records = this.openRecords()
    const copy = records.record(value, options)
    options.onReceipt?.(records.finish())
    return copy
  }

  /** Many records under one receipt: what formats and loops over rows are made of. */
  openRecords(): RecordStream {
    return new RecordStream(this.engine, this.receipt({ positions: 'none' }))
  }

  /** The same de-identifier that also knows this patient's own identifiers, from the chart. */
  withPatient(roster: Roster): Deidentifier {
    return new Deidentifier(this.policy, this.options, roster)
  }

  private receipt(options: Omit<ReceiptOptions, 'engine' | 'dictionary' | 'inputKey'>): ReceiptBuilder {
    const inputKey = this.options.receiptKey
    return new ReceiptBuilder(this.plan, { engine: `dephi ${ENGINE_VERSION}`, dictionary: DICTIONARY_VERSION, ...options, ...(inputKey === undefined ? {} : { inputKey }) })
  }
}

/** Records going through one engine under one receipt. */
export class RecordStream {
  private withheld = false

  /** Use `Deidentifier.openRecords`. */
  constructor(
    private readonly engine: Engine,
    private readonly receipt: ReceiptBuilder,
  ) {}

  /** As `Deidentifier.record`. */
  record<T>(value: T, options: RecordOptions = {}): T {
    return scrubRecord(value, (text, path, bare) => this.value(text, path, bare), options) as T
  }

  /** One value; its keys stand before it as a field's label would. `bare`: it is a number. */
  value(text: string, path: readonly string[], bare = false): string {
    if (text === '') return ''
    const label = labelOf(path, bare)
    // Where the value starts in the output: replacements in the label move it.
    let from = label.length
    let out: string
    try {
      const run = new Run(this.engine, (r) => {
        if (r.end <= label.length) from += r.outEnd - r.outStart - (r.end - r.start)
        else {
          if (r.start < label.length) from = r.outStart
          this.receipt.add(r)
        }
      })
      out = run.whole(label + text).slice(from)
      // What stands for a number is written as a JSON string.
      if (bare && out.startsWith('"')) out = out.slice(1, -1)
      countFaults(this.engine, run, this.receipt)
    } catch {
      this.withheld = true
      out = WITHHELD
    }
    this.receipt.input(text)
    this.receipt.output(out)
    return out
  }

  /** The receipt of everything so far; nothing may follow. */
  finish(): Receipt {
    return this.receipt.finish({ withheld: this.withheld })
  }
}

/** The keys as JSON would have them before the value, the outer ones as words: `name "family":"`. */
function labelOf(path: readonly string[], bare: boolean): string {
  if (path.length === 0) return ''
  const outer = path.slice(0, -1).map(keyWords)
  return `${[...outer, ''].join(' ')}"${path[path.length - 1].replaceAll('"', ' ')}":${bare ? '' : '"'}`
}

/** Drives one document and its receipt. After a fault nothing more is given out but `[WITHHELD]`. */
class DocumentStream implements TextStream {
  private readonly run: Run
  private readonly bytes: ByteRun
  withheld = false
  private ended = false

  constructor(
    private readonly engine: Engine,
    private readonly onReceipt: ((receipt: Receipt) => void) | undefined,
    onFinding: ((finding: Finding) => void) | undefined,
    private readonly receipt: ReceiptBuilder,
  ) {
    this.run = new Run(engine, (r) => {
      receipt.add(r)
      onFinding?.(finding(r))
    })
    this.bytes = new ByteRun({ push: (chunk) => this.settle(chunk, () => this.run.push(chunk)), end: () => this.settle('', () => this.run.end()) })
  }

  get held(): number {
    return this.withheld ? 0 : this.run.held
  }

  push(chunk: string | Uint8Array): string {
    return this.bytes.push(chunk)
  }

  end(): string {
    if (this.ended) return ''
    this.ended = true
    const out = this.bytes.end()
    countFaults(this.engine, this.run, this.receipt)
    this.onReceipt?.(this.receipt.finish({ withheld: this.withheld }))
    return out
  }

  private settle(chunk: string, work: () => string): string {
    this.receipt.input(chunk)
    if (this.withheld) return ''
    let out: string
    try {
      out = work()
    } catch {
      this.withheld = true
      out = WITHHELD
    }
    this.receipt.output(out)
    return out
  }
}

function countFaults(engine: Engine, run: Run, receipt: ReceiptBuilder): void {
  const { faults } = run
  for (let i = 0; i < faults.length; i++) if (faults[i] > 0) receipt.fault(engine.detectors[i].id, faults[i])
}

/** Compiles a policy. Throws `POLICY_INVALID` or `POLICY_INADMISSIBLE` with every mistake at once. */
export function createDeidentifier(policy: Policy, options: DeidentifierOptions = {}): Deidentifier {
  if (options.receiptKey !== undefined && (!(options.receiptKey instanceof Uint8Array) || options.receiptKey.length < 16)) {
    throw new DephiError('OPTION_INVALID', 'receiptKey must be a Uint8Array of at least 16 bytes. Draw it once with crypto.getRandomValues and keep it with your other keys.')
  }
  return new Deidentifier(policy, options)
}

const finding = (r: Replacement): Finding => ({ start: r.start, end: r.end, label: r.label, score: r.score, detector: r.detector, ...(r.subtype === undefined ? {} : { subtype: r.subtype }) })

function mustBeString(name: string, value: unknown): void {
  if (typeof value !== 'string') throw new DephiError('OPTION_INVALID', `${name}() takes a string. For objects use record(), for bytes and streams stream().`)
}
