// `npm run quality`: the whole account.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { rounded, type Saved } from './changes'
import { CONFIGURATIONS } from './configurations'
import { doc } from './doc'
import { finder } from './engine'
import { type Examples, examplesOf } from './examples'
import type { Figures } from './figures'
import { type Corpus, readOwn, readShared } from './gold'
import { type Ablation, score } from './measure'
import { report } from './report'
import { measure, type Results } from './results'
import { ablationTable, casingTable, kindTable, markdown, subtypeTable, summaryTable } from './tables'

export interface QualityOptions {
  /** Makes the figures the ones the next run is compared with. */
  readonly save: boolean
  /** Shows misses of the public corpora in the report, beside those of the dev part. */
  readonly sharedExamples: boolean
}

/** Throws on a flag that is not known. */
export function qualityOptions(args: readonly string[]): QualityOptions {
  const known = ['--save', '--shared-examples']
  const strange = args.find((a) => !known.includes(a))
  if (strange !== undefined) throw new Error(`no flag ${strange}: there are ${known.join(' ')}`)
  return { save: args.includes('--save'), sharedExamples: args.includes('--shared-examples') }
}

/** Measures, writes docs/quality.md and the report, and with `save` the figures; gives what to print. */
export function quality(root: string, { save, sharedExamples }: QualityOptions): string {
  const file = join(root, 'bench/results/quality.json')
  const saved: Saved | null = existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as { corpora: Saved }).corpora : null
  const shared = readShared(join(root, '../shared/corpora'))
  const results = measure(root, shared, saved)
  const lines = [printed(results), '']
  if (shared.length > 0) {
    writeFileSync(join(root, 'docs/quality.md'), doc(results))
    lines.push('written: docs/quality.md')
  } else lines.push('The public corpora are not beside the project: they are left out, and docs/quality.md stays as it is.')
  const shownOf = [readOwn(join(root, 'bench/quality/corpus'), 'own_dev'), ...(sharedExamples ? shared : [])]
  lines.push(`written: ${writeReport(root, report(results, shownOf.map(examples), new Date().toISOString()))}`)
  if (save) {
    // Corpora that are not here keep what is saved of them.
    writeFileSync(file, `${JSON.stringify(rounded({ corpora: { ...(shared.length > 0 ? {} : saved), ...results.corpora }, ablation: briefly(results.ablation) }), null, 1)}\n`)
    lines.push('saved: bench/results/quality.json')
  }
  return lines.join('\n')
}

function examples(corpus: Corpus): Examples {
  const find = finder()
  return examplesOf(
    corpus,
    score(corpus, ({ text }) => find(text)),
  )
}

/** The report holds text of corpora and changes with every run: git is told to leave it alone, in its own folder. */
function writeReport(root: string, html: string): string {
  const folder = join(root, 'bench/results/report')
  mkdirSync(folder, { recursive: true })
  writeFileSync(join(folder, '.gitignore'), '*\n')
  writeFileSync(join(folder, 'quality.html'), html)
  return 'bench/results/report/quality.html (ignored by git)'
}

function briefly(all: Ablation): Record<string, Record<string, unknown>> {
  const brief = ({ recall, charRecall, precision, falsePer10k }: Figures) => ({ recall, charRecall, precision, falsePer10k })
  return Object.fromEntries(Object.entries(all).map(([id, by]) => [id, Object.fromEntries(Object.entries(by).map(([name, f]) => [name, brief(f)]))]))
}

function printed({ corpora, own, ablation: parts, changed }: Results): string {
  const test = own.own_test
  const missing = CONFIGURATIONS.filter((c) => parts[c.id] === undefined).map((c) => c.title)
  const tables = [summaryTable(corpora), subtypeTable(test), kindTable(test), casingTable(test), ablationTable(parts)]
  return [
    changed === null ? 'no saved figures to compare with' : changed.join('\n'),
    ...tables.map((t) => `${t.title}${t.id === 'corpora' || t.id === 'ablation' ? '' : ' (own_test)'}\n${markdown(t)}`),
    ...(missing.length === 0 ? [] : [`Not in the engine yet, and not run: ${missing.join(', ')}.`]),
  ].join('\n\n')
}
