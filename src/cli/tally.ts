import type { Receipt } from '../emit/receipt'
import { LABELS, SECTIONS } from '../labels'
import { KIND_NAMES } from '../policy/kinds'

/** One receipt for the many documents of an NDJSON file: counts are summed, positions and digests are left out. */
export type SummedReceipt = Receipt & { readonly documents: number }

type Counts = Record<string, number>

/** Sums receipts of the same policy; memory does not grow with their number. */
export class Tally {
  private first: Receipt | null = null
  private documents = 0
  private withheld = false
  private total = 0
  private readonly length = { input: 0, output: 0 }
  private readonly labels: Counts = {}
  private readonly sections: Counts = {}
  private readonly kinds: Counts = {}
  private readonly strategies: Counts = {}
  private readonly faults: Counts = {}
  private readonly risks = new Map<string, Receipt['residualRisks'][number]>()

  add(r: Receipt): void {
    this.first ??= r
    this.documents++
    this.withheld ||= r.withheld
    this.total += r.total
    this.length.input += r.length.input
    this.length.output += r.length.output
    sum(this.labels, r.labels)
    sum(this.sections, r.sections)
    sum(this.kinds, r.kinds)
    sum(this.strategies, r.strategies)
    sum(this.faults, r.faults)
    for (const risk of r.residualRisks) if (!this.risks.has(risk.code)) this.risks.set(risk.code, risk)
  }

  /** Null when nothing was added. */
  receipt(): SummedReceipt | null {
    if (this.first === null) return null
    const { receipt, engine, dictionary, policy, statement } = this.first
    return {
      receipt,
      engine,
      dictionary,
      policy,
      statement,
      documents: this.documents,
      withheld: this.withheld,
      length: this.length,
      total: this.total,
      labels: inOrder(this.labels, LABELS),
      sections: inOrder(this.sections, Object.values(SECTIONS)),
      kinds: inOrder(this.kinds, KIND_NAMES),
      strategies: inOrder(this.strategies, Object.keys(this.strategies).sort()),
      positionsDropped: this.total,
      faults: inOrder(this.faults, Object.keys(this.faults).sort()),
      residualRisks: [...this.risks.values()],
    }
  }
}

function sum(into: Counts, counts: Readonly<Partial<Record<string, number>>>): void {
  for (const [key, n] of Object.entries(counts)) into[key] = (into[key] ?? 0) + (n ?? 0)
}

/** So that equal runs give equal bytes. */
const inOrder = (counts: Counts, keys: readonly string[]): Counts => Object.fromEntries(keys.filter((k) => counts[k] !== undefined).map((k) => [k, counts[k]]))
