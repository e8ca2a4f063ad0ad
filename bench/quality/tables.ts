// The figures as tables: the same rows for the terminal, docs/quality.md and the report.
import { CONFIGURATIONS } from './configurations'
import { type Figures, type Overall, type OwnFigures, type SpanFigures, worst } from './figures'
import type { Ablation, Bin, Point } from './measure'

export interface Table {
  readonly id: string
  readonly title: string
  readonly head: readonly string[]
  readonly rows: ReadonlyArray<readonly string[]>
}

export const percent = (x: number | null | undefined): string => (x === null || x === undefined ? '–' : (100 * x).toFixed(2))
const recalls = (f: SpanFigures | Overall): string[] => [percent(f.recall), percent(f.charRecall), percent(f.typed)]
const RECALLS = ['recall', 'char recall', 'typed']
const rate = (x: number): string => x.toFixed(2)

function falseByLabel({ falseByLabel, chars }: Figures): string {
  const list = Object.entries(falseByLabel).sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1))
  return list.length === 0 ? '–' : list.map(([label, n]) => `${label} ${rate((n * 10000) / chars)}`).join(', ')
}

export function summaryTable(corpora: Readonly<Record<string, Figures>>): Table {
  return {
    id: 'corpora',
    title: 'By corpus',
    head: ['corpus', 'documents', 'identifiers', ...RECALLS, 'precision', 'false per 10k', 'by label'],
    rows: Object.entries(corpora).map(([name, c]) => [name, String(c.docs), String(c.spans), ...recalls(c), percent(c.precision), rate(c.falsePer10k), falseByLabel(c)]),
  }
}

export function categoryTable(corpora: Readonly<Record<string, Figures>>): Table {
  const rows = Object.entries(corpora).flatMap(([name, c]) => Object.entries(c.categories).map(([label, r]) => [name, label, String(r.gold), ...recalls(r), percent(r.precision), rate(r.falsePer10k)]))
  return { id: 'categories', title: 'By category', head: ['corpus', 'category', 'identifiers', ...RECALLS, 'precision', 'false per 10k'], rows }
}

export function subtypeTable(own: OwnFigures): Table {
  return { id: 'subtypes', title: 'By subtype', head: ['kind of identifier', 'identifiers', ...RECALLS], rows: Object.entries(own.subtypes).map(([kind, f]) => [kind, String(f.gold), ...recalls(f)]) }
}

export const WORST = 10

export function kindTable(own: OwnFigures): Table {
  const all = Object.values(own.kinds).filter((k) => k.spans > 0).length
  return {
    id: 'kinds',
    title: `The ${Math.min(WORST, all)} worst kinds of document, of ${all}`,
    head: ['kind', 'documents', 'identifiers', ...RECALLS, 'precision', 'false per 10k'],
    rows: worst(own.kinds, WORST).map(([kind, f]) => [kind, String(f.docs), String(f.spans), ...recalls(f), percent(f.precision), rate(f.falsePer10k)]),
  }
}

const WRITTEN: Readonly<Record<string, string>> = { asIs: 'as it is', lower: 'lower case', caps: 'CAPITALS', spoken: 'as spoken: lower case, no marks', tokens: 'as tokens: lower case, marks set apart' }

export function casingTable(own: OwnFigures): Table {
  return {
    id: 'casings',
    title: 'By casing',
    head: ['written', ...RECALLS, 'recall of names', 'recall of places', 'precision', 'false per 10k'],
    rows: Object.entries(own.casings).map(([name, f]) => [WRITTEN[name] ?? name, ...recalls(f), percent(f.categories.NAME?.recall), percent(f.categories.GEO?.recall), percent(f.precision), rate(f.falsePer10k)]),
  }
}

/** A row of dashes for what the engine does not have. Of series without identifiers, only what is false is told. */
export function ablationTable(ablation: Ablation): Table {
  const series = Object.entries(Object.values(ablation)[0] ?? {}).map(([name, f]) => ({ name, held: f.spans > 0 }))
  const head = series.flatMap(({ name, held }) => (held ? ['recall', 'names', 'places', 'false'] : ['false']).map((what) => `${name}: ${what}`))
  const rows = CONFIGURATIONS.map(({ id, title }) => {
    const by = ablation[id]
    if (by === undefined) return [`${title} (not there yet)`, ...head.map(() => '–')]
    const cells = series.flatMap(({ name, held }) => {
      const { recall, categories, falsePer10k } = by[name]
      return held ? [percent(recall), percent(categories.NAME?.recall), percent(categories.GEO?.recall), rate(falsePer10k)] : [rate(falsePer10k)]
    })
    return [title, ...cells]
  })
  return { id: 'ablation', title: 'What each part adds', head: ['configuration', ...head], rows }
}

export function curveTable(curves: Readonly<Record<string, readonly Point[]>>): Table {
  const rows = Object.entries(curves).flatMap(([name, points]) => points.map((p) => [name, p.threshold.toFixed(1), ...recalls(p), percent(p.precision), rate(p.falsePer10k)]))
  return { id: 'thresholds', title: 'By threshold', head: ['on', 'threshold', ...RECALLS, 'precision', 'false per 10k'], rows }
}

export function reliabilityTable(bins: Readonly<Record<string, readonly Bin[]>>): Table {
  const rows = Object.entries(bins).flatMap(([name, list]) =>
    list.filter((b) => b.findings > 0).map((b) => [name, `${b.from.toFixed(1)}–${b.to.toFixed(1)}`, String(b.findings), percent(b.mean), percent(b.right / b.findings)]),
  )
  return { id: 'reliability', title: 'By score', head: ['on', 'score', 'findings', 'mean score', 'right'], rows }
}

export function markdown({ head, rows }: Table): string {
  return [head, head.map(() => '---'), ...rows].map((row, i) => (i === 1 ? `|${row.join('|')}|` : `| ${row.map((c) => c.replaceAll('|', '\\|')).join(' | ')} |`)).join('\n')
}
