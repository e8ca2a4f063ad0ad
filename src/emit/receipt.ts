import { DephiError } from '../errors'
import { type Kind, LABEL_INDEX, LABELS, type Label, SECTIONS, type Section, type Subtype } from '../labels'
import { KINDS, type KindParts } from '../policy/kinds'
import type { CompiledPlan } from '../policy/plan'
import type { ResidualRisk } from '../policy/residual'
import type { Basis } from '../transform/strategy'
import { checkKey, TextDigest } from './digest'

/** Where a replacement was made. All positions in UTF-16 code units, half-open. */
export interface ReceiptPosition {
  readonly start: number
  readonly end: number
  readonly label: Label
  readonly subtype?: Subtype
  readonly score?: number
  readonly strategy: string
  /** In the output. */
  readonly outStart: number
  readonly outEnd: number
}

/** What was done to one document or stream: positions, counts and digests, never a value. Plain JSON. */
export interface Receipt {
  /** Version of this shape. */
  readonly receipt: 1
  /** Name and version of the engine, and of its word lists. */
  readonly engine: string
  readonly dictionary: string
  readonly policy: { readonly name: string; readonly basis: Basis; readonly digest: string; readonly referenceYear: number }
  readonly statement: string
  /** Text was held back because of a fault: the output is not the whole document. */
  readonly withheld: boolean
  /** UTF-16 code units. */
  readonly length: { readonly input: number; readonly output: number }
  /** Replacements made. The counts below each add up to it; what is zero is absent. */
  readonly total: number
  readonly labels: { readonly [L in Label]?: number }
  /** By paragraph of 45 CFR 164.514(b)(2)(i). */
  readonly sections: { readonly [S in Section]?: number }
  readonly kinds: { readonly [K in Kind]?: number }
  readonly strategies: { readonly [name: string]: number }
  /** Absent when not asked for. */
  readonly positions?: readonly ReceiptPosition[]
  /** Replacements past the cap of `positions`, or all of them when none are kept. */
  readonly positionsDropped: number
  /** SHA-256 of the UTF-8 of the output, hex. Absent when not asked for. */
  readonly outputDigest?: string
  /** HMAC-SHA-256 of the UTF-8 of the input under the caller's key, hex: a plain digest of PHI could be guessed back. */
  readonly inputDigest?: string
  /** Faults by id of the detector. */
  readonly faults: { readonly [detector: string]: number }
  /** What no scanner can settle. */
  readonly residualRisks: readonly ResidualRisk[]
}

export interface ReceiptOptions {
  /** Name and version of the engine: `dephi 0.1.0`. */
  readonly engine: string
  /** Version of the word lists. */
  readonly dictionary: string
  /** Default 'all'. */
  readonly positions?: 'all' | 'none'
  /** Positions kept at most, whole number ≥ 0; default 10,000. Later ones are only counted, so memory stays flat. */
  readonly maxPositions?: number
  /** true: hash while the output passes. 'lazy': keep the output and hash when first asked. Default false. */
  readonly digest?: boolean | 'lazy'
  /** Key of the input digest, 16 bytes or more; none: no input digest. */
  readonly inputKey?: Uint8Array
}

/** One replacement, as the pipeline reports it. */
export interface Replaced {
  readonly start: number
  readonly end: number
  readonly label: Label
  readonly subtype?: Subtype | undefined
  readonly score?: number | undefined
  readonly strategy: string
  readonly outStart: number
  readonly outEnd: number
}

export const MAX_POSITIONS = 10_000

const statement = (name: string): string => `transformed per the ${name} policy as configured`
const STATEMENTS: Readonly<Record<Basis, string>> = { 'safe-harbor': statement('Safe Harbor'), 'limited-data-set': statement('Limited Data Set'), 'expert-determination': statement('Expert Determination') }

/** Gathers a receipt while the text passes; memory is bounded by `maxPositions` unless `digest` is 'lazy'. */
export class ReceiptBuilder {
  /** Replacements by place of the kind in COUNTED. */
  private readonly kinds = new Int32Array(COUNTED.length)
  private readonly strategies = new Map<string, number>()
  private readonly faults = new Map<string, number>()
  private readonly positions: ReceiptPosition[] = []
  private readonly room: number
  private readonly outputHash: TextDigest | undefined
  private readonly inputHash: TextDigest | undefined
  private kept: string[] = []
  private total = 0
  private inputLength = 0
  private outputLength = 0
  private receipt: Receipt | undefined

  /** Throws `OPTION_INVALID` for a short key or a negative cap. */
  constructor(
    private readonly plan: CompiledPlan,
    private readonly options: ReceiptOptions,
  ) {
    const { positions = 'all', maxPositions = MAX_POSITIONS, inputKey, digest } = options
    if (!Number.isInteger(maxPositions) || maxPositions < 0)
      throw new DephiError('OPTION_INVALID', 'The cap of positions is not usable.', [{ path: 'maxPositions', message: 'Not a whole number from 0.', fix: `Leave it out for ${MAX_POSITIONS}.` }])
    if (inputKey !== undefined) checkKey(inputKey)
    this.room = positions === 'all' ? maxPositions : 0
    this.outputHash = digest === true ? TextDigest.sha256() : undefined
    this.inputHash = inputKey === undefined ? undefined : TextDigest.hmacSha256(inputKey)
  }

  add(r: Replaced): void {
    this.total++
    this.kinds[placeOf(r.label, r.subtype)]++
    this.strategies.set(r.strategy, (this.strategies.get(r.strategy) ?? 0) + 1)
    if (this.positions.length < this.room) this.positions.push(position(r))
  }

  /** A piece of the document as it came. */
  input(chunk: string): void {
    this.inputLength += chunk.length
    this.inputHash?.update(chunk)
  }

  /** A piece of the document as it went out. */
  output(chunk: string): void {
    this.outputLength += chunk.length
    this.outputHash?.update(chunk)
    if (this.options.digest === 'lazy') this.kept.push(chunk)
  }

  /** A detector failed. What does not look like an id (lower-case words and dashes) is counted as `other`: it could be a value. */
  fault(detector: string, times = 1): void {
    const id = /^[a-z][a-z0-9-]{0,63}$/.test(detector) && !/\d{3}/.test(detector) ? detector : 'other'
    this.faults.set(id, (this.faults.get(id) ?? 0) + times)
  }

  /** The receipt; asked again, the same one. */
  finish({ withheld = false }: { readonly withheld?: boolean } = {}): Receipt {
    this.receipt ??= this.build(withheld)
    return this.receipt
  }

  private build(withheld: boolean): Receipt {
    const { name, basis, digest, referenceYear } = this.plan
    const { engine, dictionary, positions = 'all' } = this.options
    const counts = tally(this.kinds, this.total)
    const residualRisks = withheld || this.faults.size > 0 ? [...this.plan.risks, ...incidents(withheld, this.faults.size > 0)] : this.plan.risks
    const receipt: { -readonly [K in keyof Receipt]: Receipt[K] } = {
      receipt: 1,
      engine,
      dictionary,
      policy: { name, basis, digest, referenceYear },
      statement: STATEMENTS[basis],
      withheld,
      length: { input: this.inputLength, output: this.outputLength },
      total: this.total,
      labels: counts.labels,
      sections: counts.sections,
      kinds: counts.kinds,
      strategies: sorted(this.strategies),
      positionsDropped: this.total - this.positions.length,
      faults: sorted(this.faults),
      residualRisks,
    }
    if (positions === 'all') receipt.positions = this.positions
    if (this.inputHash !== undefined) receipt.inputDigest = this.inputHash.hex()
    if (this.outputHash !== undefined) receipt.outputDigest = this.outputHash.hex()
    else if (this.options.digest === 'lazy') lazily(receipt, this.kept)
    return receipt
  }
}

/** Adds `outputDigest`, made when first asked for. Own and enumerable, so that JSON and structuredClone ask like for any other field. */
function lazily(receipt: object, chunks: string[]): void {
  let kept = chunks
  let hex: string | undefined
  Object.defineProperty(receipt, 'outputDigest', {
    enumerable: true,
    get: (): string => {
      if (hex === undefined) {
        const hash = TextDigest.sha256()
        for (const chunk of kept) hash.update(chunk)
        hex = hash.hex()
        kept = []
      }
      return hex
    },
  })
}

function position(r: Replaced): ReceiptPosition {
  const p: { -readonly [K in keyof ReceiptPosition]?: ReceiptPosition[K] } = { start: r.start, end: r.end, label: r.label }
  if (r.subtype !== undefined) p.subtype = r.subtype
  if (r.score !== undefined) p.score = r.score
  p.strategy = r.strategy
  p.outStart = r.outStart
  p.outEnd = r.outEnd
  return p as ReceiptPosition
}

/** Every kind in the order receipts list them: by label, then by name; so that equal runs give equal bytes. */
const COUNTED: readonly KindParts[] = /* @__PURE__ */ [...KINDS].sort((a, b) => LABEL_INDEX[a.label] - LABEL_INDEX[b.label] || (a.kind < b.kind ? -1 : 1))
const PLACES: ReadonlyMap<Label, ReadonlyMap<Subtype | undefined, number>> = /* @__PURE__ */ new Map(
  LABELS.map((label) => [label, new Map(COUNTED.flatMap((k, i): Array<[Subtype | undefined, number]> => (k.label === label ? [[k.subtype, i]] : [])))]),
)

const placeOf = (label: Label, subtype: Subtype | undefined): number => PLACES.get(label)?.get(subtype) as number

function tally(counts: Int32Array, total: number): Pick<Receipt, 'labels' | 'sections' | 'kinds'> {
  const labels: { [L in Label]?: number } = {}
  const sections: { [S in Section]?: number } = {}
  const kinds: { [K in Kind]?: number } = {}
  let left = total
  for (let i = 0; left > 0; i++) {
    const n = counts[i]
    if (n === 0) continue
    left -= n
    const { kind, label } = COUNTED[i]
    kinds[kind] = n
    labels[label] = (labels[label] ?? 0) + n
    sections[SECTIONS[label]] = (sections[SECTIONS[label]] ?? 0) + n
  }
  return { labels, sections, kinds }
}

function sorted(counts: ReadonlyMap<string, number>): Record<string, number> {
  const out: Record<string, number> = {}
  if (counts.size === 0) return out
  for (const name of [...counts.keys()].sort()) out[name] = counts.get(name) as number
  return out
}

function incidents(withheld: boolean, faults: boolean): ResidualRisk[] {
  const out: ResidualRisk[] = []
  if (withheld) out.push({ code: 'withheld', text: 'Text was held back after a fault: the output is not the whole document.', cite: '§164.514(b)(2)(i)' })
  if (faults) out.push({ code: 'faults', text: 'A detector failed on parts of the text.', cite: '§164.514(b)(2)(i)' })
  return out
}
