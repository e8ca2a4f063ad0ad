// `run.mjs`: figures of chosen corpora on the terminal, with misses and false findings to look at.
import { join } from 'node:path'
import { LABELS, type Label } from '../../src/labels'
import { configuration, type Find } from './configurations'
import { finder } from './engine'
import { closed } from './examples'
import { type Figures, figures } from './figures'
import { type Corpus, OWN_PARTS, readOwn, readShared } from './gold'
import { score } from './measure'
import type { DocumentScore } from './score'

export interface ExamineOptions {
  /** Beginnings of names; none: every corpus but the test part. */
  readonly corpora: readonly string[]
  readonly label: Label | undefined
  /** How many misses and false findings to print. */
  readonly misses: number
  readonly falses: number
  readonly json: boolean
  /** Subtypes scored neither way. */
  readonly skip: ReadonlySet<string>
  readonly configuration: string | undefined
}

const FLAGS = new Map([
  ['--corpus', true],
  ['--label', true],
  ['--misses', true],
  ['--false', true],
  ['--configuration', true],
  ['--json', false],
  ['--no-facility', false],
  ['--no-clinician', false],
])

/** Throws on a flag that is not known or lacks its value. */
export function examineOptions(args: readonly string[]): ExamineOptions {
  const given = new Map<string, string[]>()
  for (let i = 0; i < args.length; i++) {
    const flag = args[i]
    const takes = FLAGS.get(flag)
    if (takes === undefined) throw new Error(`no flag ${flag}: there are ${[...FLAGS.keys()].join(' ')}`)
    if (takes && args[i + 1] === undefined) throw new Error(`${flag} takes a value`)
    given.set(flag, [...(given.get(flag) ?? []), takes ? args[++i] : ''])
  }
  const one = (flag: string): string | undefined => given.get(flag)?.[0]
  const label = one('--label')
  if (label !== undefined && !(LABELS as readonly string[]).includes(label)) throw new Error(`no label ${label}: there are ${LABELS.join(' ')}`)
  const count = (flag: string): number => {
    const n = Number(one(flag) ?? 0)
    if (!Number.isInteger(n) || n < 0) throw new Error(`${flag} takes a number`)
    return n
  }
  return {
    corpora: given.get('--corpus') ?? [],
    label: label as Label | undefined,
    misses: count('--misses'),
    falses: count('--false'),
    json: given.has('--json'),
    skip: new Set(['facility', 'clinician'].filter((s) => given.has(`--no-${s}`))),
    configuration: one('--configuration'),
  }
}

/** The corpora chosen; throws when there is none of a name. */
export function chosen(root: string, wanted: readonly string[]): Corpus[] {
  const named = (name: string): boolean => wanted.some((w) => name.startsWith(w))
  const parts = (Object.keys(OWN_PARTS) as Array<keyof typeof OWN_PARTS>).filter((part) => (wanted.length === 0 ? OWN_PARTS[part].open : named(part)))
  const shared = readShared(join(root, '../shared/corpora')).filter((c) => wanted.length === 0 || named(c.name))
  const all = [...shared, ...parts.map((part) => readOwn(join(root, 'bench/quality/corpus'), part))]
  if (all.length === 0) throw new Error(`no corpus ${wanted.join(', ')}`)
  return all
}

function finding({ label, configuration: id }: ExamineOptions): Find {
  if (id === undefined) {
    const find = finder((d) => label === undefined || d.label === label, { label })
    return ({ text }) => find(text)
  }
  const { make, title } = configuration(id)
  if (make === null) throw new Error(`${title} is not in the engine yet`)
  const find = make()
  return label === undefined ? find : (doc) => find(doc).filter((f) => f.label === label)
}

/** What run.mjs prints. */
export function examine(corpora: readonly Corpus[], options: ExamineOptions): string {
  const hidden = corpora.find((c) => !c.open)
  if (hidden !== undefined && options.misses + options.falses > 0) throw new Error(closed(hidden.name))
  const find = finding(options)
  const scores = corpora.map((corpus) => ({ corpus, scores: score(corpus, find, options.skip).map((s) => only(s, options.label)) }))
  const all: Array<readonly [string, Figures]> = scores.map(({ corpus, scores }) => [corpus.name, figures(scores)])
  if (options.json) return JSON.stringify({ corpora: Object.fromEntries(all) }, null, 1)
  const shown = scores.flatMap((s) => exampleLines(s.corpus, s.scores))
  const picked = (kind: string, count: number): string[] => shown.filter((l) => l.startsWith(kind)).slice(0, count)
  return [...figureLines(all), '', ...picked('MISS', options.misses), ...picked('FALSE', options.falses)].join('\n').trimEnd()
}

const only = (s: DocumentScore, label: Label | undefined): DocumentScore => (label === undefined ? s : { ...s, spans: s.spans.filter((x) => x.span.label === label) })

const pct = (x: number | null): string => (x === null ? '   –  ' : (100 * x).toFixed(2).padStart(6))

function figureLines(all: ReadonlyArray<readonly [string, Figures]>): string[] {
  return [
    'corpus                    category      gold  recall  char-recall  typed   (recall = every letter and digit of the span covered)',
    ...all.flatMap(([name, f]) => Object.entries(f.categories).map(([label, r]) => `${name.padEnd(25)} ${label.padEnd(12)} ${String(r.gold).padStart(5)}  ${pct(r.recall)}   ${pct(r.charRecall)}   ${pct(r.typed)}`)),
    '',
    'corpus                    docs   spans  recall  char-recall  precision  false findings per 10k chars   (false by label)',
    ...all.map(
      ([name, f]) =>
        `${name.padEnd(25)} ${String(f.docs).padStart(4)}  ${String(f.spans).padStart(6)}  ${pct(f.recall)}   ${pct(f.charRecall)}    ${pct(f.precision)}   ${f.falsePer10k.toFixed(3).padStart(8)}   ${JSON.stringify(f.falseByLabel)}`,
    ),
  ]
}

/** One line an example, whatever breaks its text holds. */
function exampleLines(corpus: Corpus, scores: readonly DocumentScore[]): string[] {
  const plain = (s: string): string => s.replace(/\s+/gu, ' ')
  return scores.flatMap(({ doc, spans, findings }) => {
    const around = ({ start, end }: { start: number; end: number }): string => `«${plain(doc.text.slice(start, end))}» … ${plain(doc.text.slice(Math.max(0, start - 40), end + 40))}`
    return [
      ...spans.filter((s) => s.covered < s.chars).map((s) => `MISS  ${corpus.name} ${doc.id} ${s.span.label} ${s.covered}/${s.chars} ${around(s.span)}`),
      ...findings.filter((f) => !f.right).map(({ finding }) => `FALSE ${corpus.name} ${doc.id} ${finding.label} ${around(finding)}`),
    ]
  })
}
