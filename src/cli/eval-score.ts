import type { Finding } from '../detect/detector'
import type { Kind, Label, Subtype } from '../labels'
import { kindOf } from '../policy/kinds'
import { Least } from './eval-least'
import { Page } from './eval-page'
import { Clustered } from './eval-stats'

/** What a reader marked in a text. UTF-16 code units, half-open. */
export interface Marked {
  readonly start: number
  readonly end: number
  /** Null: a hard negative, text that looks like an identifier and is none. */
  readonly label: Label | null
  readonly subtype?: Subtype
  /** Scored neither way: not a miss when left, not false when found. */
  readonly ignore: boolean
}

/** Where a document came from: told instead of its id, which can be an identifier. */
export interface Origin {
  readonly file: string
  /** From 1. */
  readonly line: number
  /** As written, JSON; `null` where there is none. */
  readonly id: string
}

/** A gold span of which some letter or digit would stay. */
export interface Miss extends Origin {
  readonly start: number
  readonly end: number
  readonly kind: Kind
  /** Letters and digits: covered, and all. */
  readonly covered: number
  readonly size: number
  /** The document, kept so that it can be shown when asked. */
  readonly text: string
}

/** A finding that touches no gold span. */
export interface FalseFinding extends Origin {
  readonly start: number
  readonly end: number
  readonly kind: Kind
  readonly detector: string
  readonly score: number
  readonly text: string
}

/** Sums over the gold spans of a label. Characters are letters and digits. */
export class Row {
  spans = 0
  /** Spans all of whose characters are covered. */
  whole = 0
  /** Spans more than half of whose characters are covered under a label of their family. */
  typed = 0
  characters = 0
  covered = 0
  readonly clustered = new Clustered()

  get missed(): number {
    return this.spans - this.whole
  }
}

interface Document {
  readonly origin: Origin
  readonly text: string
}

export interface ScoreOptions {
  /** Kinds the policy keeps: gold spans of these are ignored. */
  readonly kept: ReadonlySet<Kind>
  /** How many of the worst misses and of the surest false findings to remember. */
  readonly misses: number
  readonly falses: number
}

/** Scores findings against gold spans, document by document; memory does not grow with their number. */
export class Score {
  documents = 0
  /** UTF-16 code units of all texts. */
  length = 0
  documentsMissed = 0
  findings = 0
  right = 0
  /** Gold spans that were scored neither way. */
  ignored = 0
  readonly all = new Row()
  readonly rows = new Map<Label, Row>()
  readonly falseBy = new Map<Label, number>()
  readonly misses: Least<Miss>
  readonly falses: Least<FalseFinding>

  constructor(private readonly options: ScoreOptions) {
    this.misses = new Least(options.misses)
    this.falses = new Least(options.falses)
  }

  add(origin: Origin, text: string, marked: readonly Marked[], found: readonly Finding[]): void {
    const page = new Page(text, found)
    const counts = new Map<Label, { missed: number; spans: number }>()
    for (const m of marked) {
      const ignore = this.ignores(m)
      if (ignore) this.ignored++
      if (ignore || m.label !== null) page.allowed.fill(1, m.start, m.end)
      if (!ignore && m.label !== null) this.span(page, { origin, text }, m, m.label, counts)
    }
    for (const f of found) this.finding(page, { origin, text }, f)
    this.close(counts)
    this.documents++
    this.length += text.length
  }

  private ignores({ ignore, label, subtype }: Marked): boolean {
    return ignore || (label !== null && this.options.kept.has(kindOf(label, subtype)))
  }

  private span(page: Page, { origin, text }: Document, { start, end, subtype }: Marked, label: Label, counts: Map<Label, { missed: number; spans: number }>): void {
    const { size, covered, typed } = page.measure(start, end, label)
    if (size === 0) return
    const whole = covered === size
    for (const row of [this.row(label), this.all]) {
      row.spans++
      row.characters += size
      row.covered += covered
      if (whole) row.whole++
      if (typed * 2 > size) row.typed++
    }
    const count = counts.get(label) ?? { missed: 0, spans: 0 }
    count.spans++
    if (!whole) count.missed++
    counts.set(label, count)
    if (!whole) this.misses.offer(covered - size, { ...origin, start, end, kind: kindOf(label, subtype), covered, size, text })
  }

  private finding(page: Page, { origin, text }: Document, { start, end, label, subtype, detector, score }: Finding): void {
    this.findings++
    if (page.touches(start, end)) {
      this.right++
      return
    }
    this.falseBy.set(label, (this.falseBy.get(label) ?? 0) + 1)
    this.falses.offer(-score, { ...origin, start, end, kind: kindOf(label, subtype), detector, score, text: text })
  }

  private close(counts: ReadonlyMap<Label, { readonly missed: number; readonly spans: number }>): void {
    let missed = 0
    let spans = 0
    for (const [label, count] of counts) {
      this.row(label).clustered.add(count.missed, count.spans)
      missed += count.missed
      spans += count.spans
    }
    this.all.clustered.add(missed, spans)
    if (missed > 0) this.documentsMissed++
  }

  private row(label: Label): Row {
    const found = this.rows.get(label) ?? new Row()
    this.rows.set(label, found)
    return found
  }
}
