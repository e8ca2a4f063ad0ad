import type { Deidentifier } from '../deidentifier'
import { LABELS } from '../labels'
import type { Encoding } from './encoding'
import { eachDocument, failOn, spansOf, textOf } from './eval-lines'
import { count, figures, inContext, percentName, percentOf, percentUp, share } from './eval-print'
import { type FalseFinding, type Miss, type Row, Score, type ScoreOptions } from './eval-score'
import { upperBound } from './eval-stats'
import type { Source } from './input'
import { table } from './term'

export interface View {
  /** One-sided, of all bounds. */
  readonly confidence: number
  /** Print document text. */
  readonly show: boolean
}

/** Runs the engine over gold documents and scores what it finds. Throws `INPUT_…` for the first line that is not well-formed. */
export async function scoreGold(sources: readonly Source[], deid: Deidentifier, options: ScoreOptions, encoding: Encoding | undefined, read: (n: number) => void): Promise<Score> {
  const score = new Score(options)
  await eachDocument(sources, encoding, read, (value, origin) => {
    const text = textOf(value, failOn(origin.line))
    score.add(origin, text, spansOf(value, 'spans', text, origin.line), deid.find(text))
  })
  return score
}

export function goldText(score: Score, view: View): string {
  const { documents, length, findings, right, documentsMissed, all } = score
  const at = percentName(view.confidence)
  const lines = [
    figures([['label', 'identifiers', 'recall', 'characters', 'typed', `missed at most (${at} %)`], ...rowsOf(score).map(([name, row]) => cells(name, row, view.confidence))]),
    `\nDocuments: ${documents.toLocaleString('en-US')}; with a miss ${documentsMissed} (${percentUp(documentsMissed / documents)} %), at most ${percentUp(upperBound(documentsMissed, documents, view.confidence))} % (${at} %).\n`,
    `Findings: ${findings.toLocaleString('en-US')}; precision ${percentOf(right, findings)} %; false per 10,000 characters ${per10k(findings - right, length).toFixed(3)}${falseLabels(score)}.\n`,
    score.ignored === 0 ? '' : `Not scored: ${count(score.ignored, 'span')} marked ignore or kept by the policy.\n`,
    all.spans === 0 ? 'The gold holds no identifier: nothing can be said about recall.\n' : '',
  ]
  return lines.join('') + listed('Worst misses', score.misses.items, missCells, view) + listed('False findings', score.falses.items, falseCells, view)
}

const rowsOf = ({ rows, all }: Score): Array<[string, Row]> => [...LABELS.flatMap((label): Array<[string, Row]> => (rows.has(label) ? [[label, rows.get(label) as Row]] : [])), ['all', all]]

const cells = (name: string, row: Row, confidence: number): string[] => [
  name,
  String(row.spans),
  percentOf(row.whole, row.spans),
  percentOf(row.covered, row.characters),
  percentOf(row.typed, row.spans),
  row.spans === 0 ? '-' : percentUp(row.clustered.upper(confidence)),
]

const per10k = (n: number, length: number): number => (length === 0 ? 0 : (10_000 * n) / length)

function falseLabels({ falseBy }: Score): string {
  const parts = LABELS.filter((l) => falseBy.has(l)).map((l) => `${l} ${falseBy.get(l)}`)
  return parts.length === 0 ? '' : ` (${parts.join(', ')})`
}

type Place = Miss | FalseFinding

const missCells = (m: Miss): string[] => [m.kind, `${m.covered}/${m.size} covered`]
const falseCells = (f: FalseFinding): string[] => [f.kind, f.score.toFixed(2), f.detector]

/** Places, so that they can be looked up; text only where it was asked for. */
function listed<T extends Place>(title: string, items: readonly T[], more: (item: T) => string[], { show }: View): string {
  if (items.length === 0) return ''
  const rows = items.map((item) => [`${item.file}:${item.line}`, `${item.start}-${item.end}`, ...more(item), ...(show ? [inContext(item.text, item.start, item.end)] : [])])
  return `\n${title}${show ? '' : ' (--show prints them)'}:\n${table(rows)}`
}

export function goldJson(score: Score, { confidence, show }: View): object {
  const { documents, length, findings, right, documentsMissed } = score
  const place = ({ file, line, id, start, end, kind, text }: Place): object => ({ file, line, start, end, kind, ...(show ? { id: JSON.parse(id), context: inContext(text, start, end) } : {}) })
  return {
    confidence,
    documents: { total: documents, characters: length, missed: documentsMissed, missedShare: share(documentsMissed, documents), missedAtMost: upperBound(documentsMissed, documents, confidence) },
    findings: {
      total: findings,
      right,
      false: findings - right,
      precision: share(right, findings),
      falsePer10k: per10k(findings - right, length),
      falseByLabel: Object.fromEntries(LABELS.filter((l) => score.falseBy.has(l)).map((l) => [l, score.falseBy.get(l)])),
    },
    ignored: score.ignored,
    labels: Object.fromEntries(rowsOf(score).map(([name, row]) => [name, rowJson(row, confidence)])),
    misses: score.misses.items.map((m) => ({ ...place(m), covered: m.covered, characters: m.size })),
    falseFindings: score.falses.items.map((f) => ({ ...place(f), score: f.score, detector: f.detector })),
  }
}

const rowJson = (row: Row, confidence: number): object => ({
  identifiers: row.spans,
  missed: row.missed,
  recall: share(row.whole, row.spans),
  characterRecall: share(row.covered, row.characters),
  typed: share(row.typed, row.spans),
  missedAtMost: row.spans === 0 ? null : row.clustered.upper(confidence),
})
