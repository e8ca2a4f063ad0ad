import { availableParallelism } from 'node:os'
import { dirname } from 'node:path'
import { atMostOne, type Context, define, type Options, oneOf, usage, type Values, wholeNumber } from './args'
import { discard, syncFolders, tempFor } from './atomic'
import type { Mode } from './document'
import { ENCODINGS } from './encoding'
import { breathe, type Source, STDIN } from './input'
import { type Done, perform, type Task } from './job'
import { list } from './listing'
import { Gathered, openTarget, type Sink, stdout } from './output'
import { Pool } from './pool'
import { faultOf, of, Report } from './problems'
import { counter, Progress, totalOf, whenToShow } from './progress'
import { Receipts } from './receipts'
import { deidentifier, POLICY_OPTIONS, type Settings, settings } from './settings'
import { onStop } from './signals'
import { makeFolder, targets, type Where, whereTo } from './targets'

export const INPUT_OPTIONS = {
  encoding: { type: 'string', value: 'NAME', help: `${ENCODINGS.join(', ')}; without it UTF-8, or UTF-16 where a byte order mark says so` },
  progress: { type: 'boolean', help: 'show progress on stderr even if it is no terminal' },
} as const satisfies Options

const FORMATS = ['auto', 'text', 'csv'] as const

const OPTIONS = {
  ...POLICY_OPTIONS,
  out: { type: 'string', short: 'o', value: 'DIR|FILE', help: 'write there; a folder keeps the names below each argument' },
  'in-place': { type: 'boolean', short: 'i', help: 'replace each file by its scrubbed self, atomically; its mode is kept' },
  receipt: { type: 'string', short: 'r', value: 'FILE', help: 'write what was done: JSON for one document, a line of JSON for each of several' },
  'key-file': { type: 'string', value: 'FILE', help: 'key of the input digest in receipts, 16 bytes or more' },
  jobs: { type: 'string', short: 'j', value: 'N', help: 'work on N files at once, or auto; the order of the output stays (default 1)' },
  format: { type: 'string', short: 'f', value: 'NAME', help: `${FORMATS.join(', ')} (default auto: files named .csv or .tsv are CSV, all else is text)` },
  ndjson: { type: 'boolean', help: 'lines of JSON in and out; the field "text" is scrubbed, all else is kept to the byte' },
  record: { type: 'boolean', help: 'with --ndjson: scrub every field, with its key as context' },
  'skip-bad': { type: 'boolean', help: 'with --ndjson: a bad line gives an error line and does not end the work' },
  ...INPUT_OPTIONS,
} as const satisfies Options

type Given = Values<typeof OPTIONS>

/** Documents this big go straight to stdout instead of through a worker's memory. */
const LOCAL_BYTES = 1 << 23

export const scrub = define({
  name: 'scrub',
  usage: '[files, folders, patterns…]',
  summary: 'de-identify text: files, folders, or stdin to stdout',
  options: OPTIONS,
  about: [
    'Without files, or with -, stdin is read; without --out or --in-place, all goes to stdout in the order given. Text is streamed: memory does not grow with its length.',
    'CSV is scrubbed field by field, with the name of the column as context. Everything outside the findings is kept to the byte, and the encoding is that of the input. Binary files are refused when named and left out of folders with a note. Links inside folders are not followed.',
    'Files are written beside their place and renamed: there is never a half-written one.',
  ],
  run: scrubAll,
})

async function scrubAll(values: Given, args: readonly string[], { entry }: Context): Promise<number> {
  const mode = modeOf(values)
  const jobs = values.jobs === 'auto' ? availableParallelism() : wholeNumber('jobs', values.jobs ?? '1', 1, 64)
  const chosen = await settings(values)
  const listing = list(args, values.out ?? null)
  const { sources, errors } = listing
  const where = whereTo(values.out, values['in-place'] === true, args, sources)
  const progress = new Progress(totalOf(sources), counter(), whenToShow(values.progress, where.kind === 'stdout'))
  const report = new Report(progress.clear)
  report.listed(listing)
  const receipts = values.receipt === undefined ? null : new Receipts(values.receipt, args.length > 1 || sources.length > 1 || sources.some((s) => s.met))
  try {
    await new Scrubbing(chosen, mode, where, progress, report, receipts).all(sources, jobs, entry)
    await receipts?.commit()
    syncFolders()
  } catch (error) {
    receipts?.abort()
    throw error
  } finally {
    progress.stop()
  }
  report.summary(sources.length + errors.length)
  return report.exit
}

function modeOf(values: Given): Mode {
  atMostOne(values, 'out', 'in-place')
  if (values.ndjson !== true) for (const name of ['record', 'skip-bad'] as const) if (values[name] === true) throw usage(`--${name} needs --ndjson.`)
  if (values['key-file'] !== undefined && values.receipt === undefined) throw usage('--key-file needs --receipt.')
  atMostOne(values, 'format', 'ndjson')
  const form = values.ndjson !== true ? (oneOf('format', values.format, FORMATS) ?? 'auto') : values.record === true ? 'records' : 'lines'
  return { form, encoding: oneOf('encoding', values.encoding, ENCODINGS), receipts: values.receipt !== undefined, skipBad: values['skip-bad'] === true }
}

class Scrubbing {
  private readonly deid
  /** For documents that are there: what comes through a pipe is written as it comes. */
  private readonly out = new Gathered(stdout)

  constructor(
    private readonly settings: Settings,
    private readonly mode: Mode,
    private readonly where: Where,
    private readonly progress: Progress,
    private readonly report: Report,
    private readonly receipts: Receipts | null,
  ) {
    this.deid = deidentifier(settings)
  }

  async all(sources: readonly Source[], jobs: number, entry: string): Promise<void> {
    const goals = targets(sources, this.where)
    const tasks = sources.map((source, index): Task => ({ index, source, target: goals[index], temp: null }))
    if (jobs === 1 || tasks.length < 2) for (const task of tasks) await this.take(task, await this.here(task))
    else await this.together(tasks, jobs, entry)
    await this.told(() => this.out.flush())
    syncFolders(goals.flatMap((goal) => (goal === null ? [] : [dirname(goal)])))
  }

  private async together(tasks: readonly Task[], jobs: number, entry: string): Promise<void> {
    const pool = new Pool(entry, { settings: this.settings, mode: this.mode, bytes: this.progress.bytes }, jobs)
    const off = onStop(() => pool.stop())
    try {
      const ready = tasks.map((t) => (t.target === null ? t : { ...t, temp: this.prepared(t.target) }))
      const local = (t: Task): boolean => !t.source.regular || (t.target === null && (this.where.kind !== 'stdout' || t.source.size > LOCAL_BYTES))
      let i = 0
      for await (const done of pool.run(ready, local, (t) => this.here(t))) await this.take(ready[i++], done)
    } finally {
      off()
      await pool.stop()
    }
  }

  /** On this thread: straight into stdout, a pipe, a device, or the file. */
  private async here(task: Task): Promise<Done> {
    if (!task.source.regular) await this.told(() => this.out.flush())
    try {
      return await perform({ ...task, temp: task.target === null ? null : (task.temp ?? this.prepared(task.target)) }, this.deid, this.mode, this.progress.read, this.direct(task))
    } catch (error) {
      return { index: task.index, fault: faultOf(error), receipt: null, bad: 0, output: null }
    }
  }

  private prepared(target: string): string {
    makeFolder(target)
    return tempFor(target)
  }

  private direct({ target, source }: Task): Sink | undefined {
    if (target !== null) return undefined
    if (this.where.kind === 'stdout') return source.regular ? this.out : stdout
    return openTarget(this.where.kind === 'file' ? this.where.path : source.path)
  }

  private async take(task: Task, { fault, receipt, bad, output }: Done): Promise<void> {
    const { path, met } = task.source
    if (task.temp !== null) discard(task.temp)
    if (output !== null && output.length > 0) await this.told(() => this.out.write(output))
    if (fault !== null && met && fault.code === 'INPUT_BINARY') this.report.skip(path, 'not text.')
    else if (fault !== null) this.fail(task, fault)
    if (bad > 0) this.report.note(`${path === STDIN ? 'stdin' : path}: ${bad} bad line${bad === 1 ? '' : 's'} skipped`)
    if (receipt !== null) await this.receipts?.add(receipt)
    this.progress.files++
    await breathe()
  }

  private async told(write: () => Promise<void>): Promise<void> {
    try {
      await write()
    } catch (error) {
      throw of('stdout', faultOf(error))
    }
  }

  /** A full disk under stdout ends all; anything else only its own document. */
  private fail({ source, target }: Task, fault: NonNullable<Done['fault']>): void {
    const output = fault.code === 'OUTPUT_UNWRITABLE'
    if (output && this.where.kind === 'stdout') throw of('stdout', fault)
    const goal = this.where.kind === 'file' ? this.where.path : (target ?? source.path)
    this.report.fault(output ? goal : source.path === STDIN ? 'stdin' : source.path, fault)
  }
}
