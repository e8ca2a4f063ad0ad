import type { Deidentifier } from '../deidentifier'
import type { Finding } from '../detect/detector'
import { atMostOne, define, type Options, oneOf, usage, type Values } from './args'
import { eachLine } from './document'
import { ENCODINGS, type Encoding } from './encoding'
import { breathe, bytesOf, type Source, STDIN, textOf } from './input'
import { list } from './listing'
import { textLine } from './ndjson'
import { stdout } from './output'
import { EXIT, faultOf, of, Report } from './problems'
import { counter, Progress, totalOf, whenToShow } from './progress'
import { INPUT_OPTIONS } from './scrub'
import { deidentifier, POLICY_OPTIONS, settings } from './settings'
import { plain, table } from './term'

const OPTIONS = {
  ...POLICY_OPTIONS,
  check: { type: 'boolean', short: 'c', help: 'end with exit code 1 if anything is found: a guard for CI' },
  'show-text': { type: 'boolean', help: 'print the text of each finding too: this prints identifiers' },
  json: { type: 'boolean', help: 'a line of JSON for each file: {"file", "findings"}' },
  ndjson: { type: 'boolean', help: 'lines {"id", "text"} in, lines {"id", "findings"} out, in the same order' },
  'skip-bad': { type: 'boolean', help: 'with --ndjson: a bad line gives an error line and does not end the work' },
  ...INPUT_OPTIONS,
} as const satisfies Options

/** A file whose findings are listed is read whole. */
export const MAX_WHOLE = 256 << 20

export const find = define({
  name: 'find',
  usage: '[files, folders, patterns…]',
  summary: 'list what scrub would replace, without the text',
  options: OPTIONS,
  about: ['Columns: file, line:column, label, score, detector. Columns and offsets count UTF-16 code units, columns from 1, offsets from 0; ends are exclusive.', 'What the policy keeps is not listed.'],
  run: findAll,
})

async function findAll(values: Values<typeof OPTIONS>, args: readonly string[]): Promise<number> {
  const format = formatOf(values)
  const deid = deidentifier(await settings(values))
  const listing = list(args)
  const { sources, errors } = listing
  const progress = new Progress(totalOf(sources), counter(), whenToShow(values.progress, true))
  const report = new Report(progress.clear)
  report.listed(listing)
  const finder: Finder = { deid, format, progress, report, total: 0 }
  try {
    for (const source of sources) await one(source, finder)
  } finally {
    progress.stop()
  }
  report.summary(sources.length + errors.length)
  if (values.check === true && finder.total > 0) {
    report.note(`PHI_FOUND: ${finder.total} identifier${finder.total === 1 ? '' : 's'} found. De-identify with dephi scrub.`)
    report.raise(EXIT.FOUND)
  }
  return report.exit
}

interface Format {
  readonly kind: 'table' | 'json' | 'ndjson'
  readonly showText: boolean
  readonly skipBad: boolean
  readonly encoding: Encoding | undefined
}

function formatOf(values: Values<typeof OPTIONS>): Format {
  atMostOne(values, 'json', 'ndjson')
  atMostOne(values, 'show-text', 'ndjson')
  if (values['skip-bad'] === true && values.ndjson !== true) throw usage('--skip-bad needs --ndjson.')
  const kind = values.ndjson === true ? 'ndjson' : values.json === true ? 'json' : 'table'
  return { kind, showText: values['show-text'] === true, skipBad: values['skip-bad'] === true, encoding: oneOf('encoding', values.encoding, ENCODINGS) }
}

interface Finder {
  readonly deid: Deidentifier
  readonly format: Format
  readonly progress: Progress
  readonly report: Report
  /** Findings so far. */
  total: number
}

async function eachText(source: Source, finder: Finder): Promise<void> {
  const { deid, format, progress, report } = finder
  const bad = await eachLine(bytesOf(source, progress.read), stdout, format, (line, number) => {
    const { id, text } = textLine(line, number)
    const findings = deid.find(text)
    finder.total += findings.length
    return `{"id":${id},"findings":${JSON.stringify(findings.map(lean))}}`
  })
  if (bad > 0) report.note(`${nameOf(source)}: ${bad} bad line${bad === 1 ? '' : 's'} skipped`)
}

async function whole(source: Source, finder: Finder): Promise<void> {
  const { kind, encoding, showText } = finder.format
  const text = await textOf(source, encoding, MAX_WHOLE, finder.progress.read)
  const found = finder.deid.find(text)
  finder.total += found.length
  await stdout.text(kind === 'json' ? jsonLine(source, text, found, showText) : rows(source, text, found, showText))
}

async function one(source: Source, finder: Finder): Promise<void> {
  const { format, report, progress } = finder
  try {
    await (format.kind === 'ndjson' ? eachText : whole)(source, finder)
  } catch (error) {
    const fault = faultOf(error)
    if (fault.code === 'OUTPUT_UNWRITABLE') throw of('stdout', fault)
    if (source.met && fault.code === 'INPUT_BINARY') report.skip(source.path, 'not text.')
    else report.fault(nameOf(source), fault)
  }
  progress.files++
  await breathe()
}

export const nameOf = ({ path }: Source): string => (path === STDIN ? 'stdin' : path)

/** The machine interface's finding. */
const lean = ({ start, end, label, subtype, score }: Finding): object => ({ start, end, label, ...(subtype === undefined ? {} : { subtype }), score })

const kindName = ({ label, subtype }: Finding): string => (subtype === undefined ? label : `${label}/${subtype}`)

function rows(source: Source, text: string, found: readonly Finding[], show: boolean): string {
  const name = plain(nameOf(source))
  const places = positions(text, found)
  return table(found.map((f, i) => [name, `${places[i].line}:${places[i].column}`, kindName(f), f.score.toFixed(2), f.detector, ...(show ? [plain(text.slice(f.start, f.end))] : [])]))
}

function jsonLine(source: Source, text: string, found: readonly Finding[], show: boolean): string {
  const places = positions(text, found)
  const findings = found.map((f, i) => ({ ...lean(f), detector: f.detector, ...places[i], ...(show ? { text: text.slice(f.start, f.end) } : {}) }))
  return `${JSON.stringify({ file: nameOf(source), findings })}\n`
}

/** Line and column, from 1, of findings in text order. */
export function positions(text: string, found: readonly Finding[]): Array<{ line: number; column: number }> {
  let line = 1
  let from = 0
  return found.map(({ start }) => {
    for (let at = text.indexOf('\n', from); at >= 0 && at < start; at = text.indexOf('\n', from)) {
      line++
      from = at + 1
    }
    return { line, column: start - from + 1 }
  })
}
