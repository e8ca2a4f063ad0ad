// Runs the engine over corpora and adds up what comes out.
import { CONFIGURATIONS, type Configuration, type Find } from './configurations'
import { finder } from './engine'
import { byKind, bySubtype, type Figures, figures, type Overall, type OwnFigures, overall } from './figures'
import { CASING_NAMES, type Casing, type Corpus } from './gold'
import { type DocumentScore, type FindingScore, scoreDocument } from './score'

export const score = (corpus: Corpus, find: Find, skip?: ReadonlySet<string>): DocumentScore[] => corpus.docs.map((doc) => scoreDocument(doc, find(doc), skip))

/** Everything told of the project's own corpus; `read` gives it in each casing. */
export function ownFigures(read: (casing: Casing) => Corpus, find: Find): OwnFigures {
  const scores = score(read('asIs'), find)
  return { ...figures(scores), subtypes: bySubtype(scores), kinds: byKind(scores), casings: Object.fromEntries(CASING_NAMES.map((casing) => [casing, figures(score(read(casing), find))])) }
}

/** Corpora measured as one. */
export interface Series {
  readonly name: string
  readonly corpora: readonly Corpus[]
}

/** By configuration, then by series; configurations the engine does not have are left out. */
export type Ablation = Readonly<Record<string, Readonly<Record<string, Figures>>>>

export function ablation(series: readonly Series[], configurations: readonly Configuration[] = CONFIGURATIONS): Ablation {
  const out: Record<string, Record<string, Figures>> = {}
  for (const { id, make } of configurations) {
    if (make === null) continue
    const find = make()
    out[id] = Object.fromEntries(series.map(({ name, corpora }) => [name, figures(corpora.flatMap((c) => score(c, find)))]))
  }
  return out
}

/** The series of public corpora without identifiers. */
export const WITHOUT = 'public, without'

/** The test part, the dev part, and the public corpora: those that hold identifiers, and those chosen for holding none. */
export function seriesOf(corpora: readonly Corpus[]): Series[] {
  const holds = (c: Corpus): boolean => c.docs.some((d) => d.spans.some((s) => s.label !== null && !s.ignored))
  const shared = corpora.filter((c) => !c.own)
  const all: Series[] = [
    ...corpora.filter((c) => c.own).map((c) => ({ name: c.name, corpora: [c] })),
    { name: 'public, with identifiers', corpora: shared.filter(holds) },
    { name: WITHOUT, corpora: shared.filter((c) => !holds(c)) },
  ]
  return all.filter((s) => s.corpora.length > 0)
}

export const CUTS = [0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9] as const

export interface Point extends Overall {
  readonly threshold: number
}

/**
 * The figures at each threshold. The engine is run anew at each: a weak candidate left out can leave room for another, so
 * the findings at 0.9 are not simply those at 0 that score 0.9.
 */
export function curve(series: Series, cuts: readonly number[] = CUTS): Point[] {
  return cuts.map((threshold) => {
    const find = finder(undefined, { threshold })
    return { threshold, ...overall(series.corpora.flatMap((c) => score(c, ({ text }) => find(text)))) }
  })
}

/** Findings whose score lies from `from` to below `to` (the last bin: to 1), and how many of them touch an identifier. */
export interface Bin {
  readonly from: number
  readonly to: number
  readonly findings: number
  readonly right: number
  /** Mean score; null in an empty bin. */
  readonly mean: number | null
}

const BINS = 10

/** How far scores are to be believed: of everything found at threshold 0. */
export function reliability(series: Series): Bin[] {
  const find = finder(undefined, { threshold: 0 })
  return binned(series.corpora.flatMap((c) => score(c, ({ text }) => find(text))).flatMap((s) => s.findings))
}

export function binned(findings: readonly FindingScore[]): Bin[] {
  const bins = Array.from({ length: BINS }, (_, i) => ({ from: i / BINS, to: (i + 1) / BINS, findings: 0, right: 0, sum: 0 }))
  for (const { finding, right } of findings) {
    // 0.7 * 10 is 7.000…01 and 0.29 * 100 is 28.999…: a score on an edge belongs above it.
    const bin = bins[Math.min(BINS - 1, Math.floor(finding.score * BINS + 1e-9))]
    bin.findings++
    bin.sum += finding.score
    if (right) bin.right++
  }
  return bins.map(({ sum, ...bin }) => ({ ...bin, mean: bin.findings === 0 ? null : sum / bin.findings }))
}

/** 95 % interval of a share (Wilson 1927), as shares of 1. */
export function wilson(right: number, n: number): [number, number] {
  if (n === 0) return [0, 1]
  const z = 1.959964
  const p = right / n
  const middle = p + (z * z) / (2 * n)
  const half = z * Math.sqrt((p * (1 - p)) / n + (z * z) / (4 * n * n))
  const scale = 1 + (z * z) / n
  return [Math.max(0, (middle - half) / scale), Math.min(1, (middle + half) / scale)]
}
