import type { Finding } from '../detect/detector'
import { atMostOne, define, type Options, oneOf, type Values } from './args'
import { eachLine } from './document'
import { ENCODINGS } from './encoding'
import { breathe, bytesOf, list, type Source, STDIN, textOf } from './input'
import { textLine } from './ndjson'
import { stdout } from './output'
import { EXIT, faultOf, of, Report } from './problems'
import { counter, Progress, totalOf } from './progress'
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
  atMostOne(values, 'json', 'ndjson')
  atMostOne(values, 'show-text', 'ndjson')
  if (values['skip-bad'] === true && values.ndjson !== true) atMostOne({ 'skip-bad': true, 'plain text': true }, 'skip-bad', 'plain text')
  const encoding = oneOf('encoding', values.encoding, ENCODINGS)
  const deid = deidentifier(await settings(values))
  const listing = list(args)
  const { sources, errors } = listing
  const progress = new Progress(totalOf(sources), counter(), values.progress === true)
  const report = new Report(progress.clear)
  report.listed(listing)
  let total = 0
  const lines = async (source: Source): Promise<void> => {
    const bad = await eachLine(bytesOf(source, progress.read), stdout, { encoding, skipBad: values['skip-bad'] === true }, (line, number) => {
      const { id, text } = textLine(line, number)
      const findings = deid.find(text)
      total += findings.length
      return `{"id":${id},"findings":${JSON.stringify(findings.map(lean))}}`
    })
    if (bad > 0) report.note(`${nameOf(source)}: ${bad} bad line${bad === 1 ? '' : 's'} skipped`)
  }
  const whole = async (source: Source): Promise<void> => {
    const text = await textOf(source, encoding, MAX_WHOLE, progress.read)
    const found = deid.find(text)
    total += found.length
    await stdout.text(values.json === true ? jsonLine(source, text, found, values['show-text'] === true) : rows(source, text, found, values['show-text'] === true))
  }
  try {
    for (const source of sources) await one(source, values.ndjson === true ? lines : whole, report, progress)
  } finally {
    progress.stop()
  }
  report.summary(sources.length + errors.length)
  if (values.check === true && total > 0) {
    report.note(`PHI_FOUND: ${total} identifier${total === 1 ? '' : 's'} found. De-identify with dephi scrub.`)
    report.raise(EXIT.FOUND)
  }
  return report.exit
}

async function one(source: Source, work: (source: Source) => Promise<void>, report: Report, progress: Progress): Promise<void> {
  try {
    await work(source)
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
