// Scores of documents added up.
import type { DocumentScore, FindingScore, SpanScore } from './score'

/** Shares are of 1; null where there is nothing to take a share of. */
export interface SpanFigures {
  readonly gold: number
  /** Spans covered in every letter and digit; letters and digits covered; spans covered under the right label. */
  readonly recall: number | null
  readonly charRecall: number | null
  readonly typed: number | null
}

export interface LabelFigures extends SpanFigures {
  /** Of the findings under this label, those that touch an identifier of any label. */
  readonly precision: number | null
  readonly falsePer10k: number
}

export interface Overall {
  readonly docs: number
  readonly chars: number
  readonly spans: number
  readonly recall: number | null
  readonly charRecall: number | null
  readonly typed: number | null
  readonly precision: number | null
  readonly falsePer10k: number
}

export interface Figures extends Overall {
  readonly falseByLabel: Readonly<Record<string, number>>
  /** By label, most frequent first. */
  readonly categories: Readonly<Record<string, LabelFigures>>
}

/** What the marks of the project's own corpus allow beyond that. */
export interface OwnFigures extends Figures {
  /** By `LABEL/subtype`. */
  readonly subtypes: Readonly<Record<string, SpanFigures>>
  /** By kind of document. */
  readonly kinds: Readonly<Record<string, Overall>>
  /** By way of writing. */
  readonly casings: Readonly<Record<string, Figures>>
}

const share = (part: number, whole: number): number | null => (whole === 0 ? null : part / whole)
const per10k = (count: number, chars: number): number => (chars === 0 ? 0 : (10000 * count) / chars)

export function spanFigures(spans: readonly SpanScore[]): SpanFigures {
  let full = 0
  let typed = 0
  let chars = 0
  let covered = 0
  for (const s of spans) {
    if (s.covered === s.chars) full++
    if (s.typed) typed++
    chars += s.chars
    covered += s.covered
  }
  return { gold: spans.length, recall: share(full, spans.length), charRecall: share(covered, chars), typed: share(typed, spans.length) }
}

const falseOnes = (findings: readonly FindingScore[]): number => findings.reduce((n, f) => n + (f.right ? 0 : 1), 0)

export function overall(scores: readonly DocumentScore[]): Overall {
  const { gold, ...recalls } = spanFigures(scores.flatMap((s) => s.spans))
  const findings = scores.flatMap((s) => s.findings)
  const chars = scores.reduce((n, s) => n + s.doc.text.length, 0)
  const wrong = falseOnes(findings)
  return { docs: scores.length, chars, spans: gold, ...recalls, precision: share(findings.length - wrong, findings.length), falsePer10k: per10k(wrong, chars) }
}

export function figures(scores: readonly DocumentScore[]): Figures {
  const all = overall(scores)
  const byLabel = groups(
    scores.flatMap((s) => s.findings),
    (f) => f.finding.label,
  )
  const falseByLabel: Record<string, number> = {}
  for (const [label, list] of byLabel) if (falseOnes(list) > 0) falseByLabel[label] = falseOnes(list)
  const gold = [
    ...groups(
      scores.flatMap((s) => s.spans),
      (s) => s.span.label,
    ),
  ].sort(([a, x], [b, y]) => y.length - x.length || (a < b ? -1 : 1))
  const categories: Record<string, LabelFigures> = {}
  for (const [label, spans] of gold) {
    const found = byLabel.get(label) ?? []
    const wrong = falseOnes(found)
    categories[label] = { ...spanFigures(spans), precision: share(found.length - wrong, found.length), falsePer10k: per10k(wrong, all.chars) }
  }
  return { ...all, falseByLabel, categories }
}

/** Spans by `LABEL/subtype`, in order of label and subtype. */
export function bySubtype(scores: readonly DocumentScore[]): Record<string, SpanFigures> {
  const kinds = groups(
    scores.flatMap((s) => s.spans),
    ({ span }) => (span.subtype === undefined ? span.label : `${span.label}/${span.subtype}`),
  )
  return Object.fromEntries([...kinds].sort(([a], [b]) => (a < b ? -1 : 1)).map(([kind, spans]) => [kind, spanFigures(spans)]))
}

export function byKind(scores: readonly DocumentScore[]): Record<string, Overall> {
  return Object.fromEntries([...groups(scores, (s) => s.doc.kind)].sort(([a], [b]) => (a < b ? -1 : 1)).map(([kind, list]) => [kind, overall(list)]))
}

/** The `count` groups of least recall, worst first; by letters and digits where the spans are equal. */
export function worst(all: Readonly<Record<string, Overall>>, count: number): Array<[string, Overall]> {
  const measured = Object.entries(all).filter(([, f]) => f.spans > 0)
  return measured.sort(([a, x], [b, y]) => (x.recall ?? 0) - (y.recall ?? 0) || (x.charRecall ?? 0) - (y.charRecall ?? 0) || (a < b ? -1 : 1)).slice(0, count)
}

export function groups<T>(list: readonly T[], key: (item: T) => string): Map<string, T[]> {
  const out = new Map<string, T[]>()
  for (const item of list) {
    const k = key(item)
    const group = out.get(k)
    if (group === undefined) out.set(k, [item])
    else group.push(item)
  }
  return out
}
