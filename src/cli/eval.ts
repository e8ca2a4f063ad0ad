import { randomInt } from 'node:crypto'
import { DephiError } from '../errors'
import { explain } from '../policy/explain'
import { define, type Options, oneOf, usage, type Values, wholeNumber } from './args'
import { syncFolders } from './atomic'
import { ENCODINGS } from './encoding'
import { boundJson, boundText, readAnnotated } from './eval-bound'
import { goldJson, goldText, scoreGold } from './eval-gold'
import { checkTarget, type Draw, drawFiles, drawLines, writeSample } from './eval-sample'
import { list } from './listing'
import { stdout } from './output'
import { EXIT, of, Report } from './problems'
import { counter, Progress, totalOf, whenToShow } from './progress'
import { INPUT_OPTIONS } from './scrub'
import { deidentifier, POLICY_OPTIONS, settings } from './settings'

const OPTIONS = {
  gold: { type: 'string', value: 'FILE', help: 'score the engine on annotated documents, lines {"id", "text", "spans"}; more files may follow' },
  sample: { type: 'string', value: 'N', help: 'draw N of the documents at random, as lines for a reader to mark what was missed' },
  bound: { type: 'string', value: 'FILE', help: 'what a marked sample says of all documents it was drawn from' },
  ...POLICY_OPTIONS,
  confidence: { type: 'string', value: 'P', help: 'of the bounds, one-sided, from 0.5 to 0.9999 (default 0.95)' },
  'min-recall': { type: 'string', value: 'P', help: 'end with exit code 1 if a smaller share of the identifiers is found whole: a gate for CI' },
  json: { type: 'boolean', help: 'the figures as JSON' },
  misses: { type: 'string', value: 'N', help: 'with --gold: list the N worst misses, by place (default 10)' },
  false: { type: 'string', value: 'N', help: 'with --gold: list the N surest false findings, by place (default 0)' },
  show: { type: 'boolean', help: 'with --gold: print the text of what is listed: this prints identifiers' },
  seed: { type: 'string', value: 'N', help: 'with --sample: draw the same documents again' },
  out: { type: 'string', short: 'o', value: 'FILE', help: 'with --sample: write there, not to stdout; it holds the documents themselves' },
  ndjson: { type: 'boolean', help: 'with --sample: each line {"id", "text"} is a document' },
  ...INPUT_OPTIONS,
} as const satisfies Options

type Given = Values<typeof OPTIONS>
type Mode = 'gold' | 'sample' | 'bound'

/** What goes with one way of asking only. */
const ONLY: Readonly<Partial<Record<keyof typeof OPTIONS, readonly Mode[]>>> = {
  policy: ['gold', 'sample'],
  deny: ['gold', 'sample'],
  allow: ['gold', 'sample'],
  roster: ['gold', 'sample'],
  confidence: ['gold', 'bound'],
  'min-recall': ['gold', 'bound'],
  json: ['gold', 'bound'],
  misses: ['gold'],
  false: ['gold'],
  show: ['gold'],
  seed: ['sample'],
  out: ['sample'],
  ndjson: ['sample'],
}

const RUN: Readonly<Record<Mode, (values: Given, args: readonly string[]) => Promise<number>>> = { gold, sample, bound }

export const evaluate = define({
  name: 'eval',
  usage: '--gold FILE | --sample N [files, folders, patterns…] | --bound FILE',
  summary: 'measure recall on your own documents, and bound what is missed',
  options: OPTIONS,
  about: [
    'Spans are {"start", "end", "label"}, in UTF-16 code units, ends exclusive. Only letters and digits count. An identifier is found when all of them are covered; labels of one surface form count as one.',
    'Bounds are upper Clopper–Pearson bounds. No text is printed without --show; a sample is the documents themselves and is written for its owner only. How to read the figures: docs/evaluating.md.',
  ],
  run: evaluateAll,
})

async function evaluateAll(values: Given, args: readonly string[]): Promise<number> {
  const modes = (['gold', 'sample', 'bound'] as const).filter((mode) => values[mode] !== undefined)
  const [mode] = modes
  if (modes.length !== 1) throw usage('Say one of --gold FILE, --sample N and --bound FILE.')
  for (const [name, only] of Object.entries(ONLY)) {
    if (values[name as keyof Given] !== undefined && !only.includes(mode)) throw usage(`--${name} does not go with --${mode}. Leave it out.`)
  }
  return RUN[mode](values, args)
}

async function gold(values: Given, args: readonly string[]): Promise<number> {
  const view = { confidence: confidenceOf(values), show: values.show === true }
  const least = minRecall(values)
  const limit = (name: 'misses' | 'false', otherwise: string): number => wholeNumber(name, values[name] ?? otherwise, 0, 100_000)
  const options = { misses: limit('misses', '10'), falses: limit('false', '0') }
  const chosen = await settings(values)
  const deid = deidentifier(chosen)
  const kept = new Set(explain(chosen.policy).flatMap(({ kind, strategy }) => (strategy === 'keep' ? [kind] : [])))
  const score = await reading(values, [values.gold as string, ...args], true, (job) => scoreGold(job.sources, deid, { ...options, kept }, job.encoding, job.read))
  if (score.documents === 0) throw none('gold')
  await stdout.text(values.json === true ? `${JSON.stringify(goldJson(score, view), null, 2)}\n` : goldText(score, view))
  const report = new Report()
  if (view.show) report.note('--show prints identifiers: treat this output as PHI.')
  gate(score.all.whole, score.all.spans, least, report)
  return report.exit
}

async function bound(values: Given, args: readonly string[]): Promise<number> {
  const confidence = confidenceOf(values)
  const least = minRecall(values)
  const residual = await reading(values, [values.bound as string, ...args], true, (job) => readAnnotated(job.sources, job.encoding, job.read))
  if (residual.documents === 0) throw none('bound')
  await stdout.text(values.json === true ? `${JSON.stringify(boundJson(residual, confidence), null, 2)}\n` : boundText(residual, confidence))
  const report = new Report()
  gate(residual.all.total - residual.all.missed, residual.all.total, least, report)
  return report.exit
}

async function sample(values: Given, args: readonly string[]): Promise<number> {
  const size = wholeNumber('sample', values.sample as string, 1, 100_000)
  const seed = values.seed === undefined ? randomInt(2 ** 32) : wholeNumber('seed', values.seed, 0, 2 ** 32 - 1)
  const deid = deidentifier(await settings(values))
  const { drawn, exit } = await reading(values, args, false, async ({ sources, encoding, read, report }) => {
    checkTarget(values.out, sources)
    const draw: Draw = { size, seed, encoding }
    const drawn = await (values.ndjson === true ? drawLines(sources, draw, read) : drawFiles(sources, draw, report, read))
    return { drawn, exit: report.exit }
  })
  if (drawn.drawn.length === 0) throw none('sample')
  await writeSample(values.out, drawn, deid)
  syncFolders()
  const report = new Report()
  const all = drawn.drawn.length < size ? ', which is all there are' : ''
  report.note(`drew ${drawn.drawn.length} of ${drawn.of} ${values.ndjson === true ? 'lines' : 'files'}${all}, seed ${seed}. Mark what was missed, then: dephi eval --bound FILE`)
  return exit
}

interface Job {
  readonly sources: ReturnType<typeof list>['sources']
  readonly encoding: (typeof ENCODINGS)[number] | undefined
  readonly read: (n: number) => void
  readonly report: Report
}

/** Lists the inputs and works on them with progress shown. `all`: one that is not there ends all. */
async function reading<T>(values: Given, args: readonly string[], all: boolean, work: (job: Job) => Promise<T>): Promise<T> {
  const encoding = oneOf('encoding', values.encoding, ENCODINGS)
  const listing = list(args)
  const [first] = listing.errors
  if (all && first !== undefined) throw of(first.path, first.error)
  const progress = new Progress(totalOf(listing.sources), counter(), whenToShow(values.progress, true))
  const report = new Report(progress.clear)
  report.listed(listing)
  try {
    return await work({ sources: listing.sources, encoding, read: progress.read, report })
  } finally {
    progress.stop()
  }
}

const none = (mode: Mode): DephiError => new DephiError('INPUT_SHAPE', `No document in it. ${mode === 'sample' ? 'Name files or folders with documents to draw from.' : 'Give lines {"id", "text", "spans"}.'}`)

const confidenceOf = (values: Given): number => decimal('confidence', values.confidence ?? '0.95', 0.5, 0.9999)
const minRecall = (values: Given): number | null => (values['min-recall'] === undefined ? null : decimal('min-recall', values['min-recall'], 0, 1))

/** Throws `USAGE`. */
function decimal(name: string, value: string, from: number, to: number): number {
  const n = Number(value)
  if (!/^(?:\d+(?:\.\d*)?|\.\d+)$/.test(value) || n < from || n > to) throw usage(`--${name} takes a number from ${from} to ${to}.`)
  return n
}

/** With no identifier there is no recall, and nothing passes. */
function gate(found: number, of: number, least: number | null, report: Report): void {
  if (least === null || (of > 0 && found / of >= least)) return
  report.note(
    of === 0
      ? `no identifier to measure recall by, and --min-recall is ${least}.`
      : `recall is ${Math.floor((1e6 * found) / of) / 1e6}, below --min-recall ${least}. Look at the misses, or change the policy, the roster or the deny list.`,
  )
  report.raise(EXIT.FOUND)
}
