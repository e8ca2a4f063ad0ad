import type { Finding } from '../detect/detector'
import { LABELS, type Label, SECTIONS } from '../labels'
import { define, type Options, oneOf, type Values } from './args'
import { ENCODINGS } from './encoding'
import { MAX_WHOLE, nameOf } from './find'
import { textOf } from './input'
import { list } from './listing'
import { stdout } from './output'
import { faultOf, of, Report } from './problems'
import { deidentifier, POLICY_OPTIONS, settings } from './settings'
import { LOOKS, paint, plain, printable, wantsColor } from './term'

const OPTIONS = {
  ...POLICY_OPTIONS,
  encoding: { type: 'string', value: 'NAME', help: `${ENCODINGS.join(', ')}; without it UTF-8, or UTF-16 where a byte order mark says so` },
  color: { type: 'boolean', help: 'colours even if stdout is no terminal, as for less -R' },
  'no-color': { type: 'boolean', help: 'no colours, also with NO_COLOR set: findings stand as «text»[LABEL]' },
} as const satisfies Options

export const show = define({
  name: 'show',
  usage: '[files…]',
  summary: 'print a text with its findings highlighted, and a legend',
  options: OPTIONS,
  about: ['This prints the document, identifiers and all: it is for looking at what would be found.'],
  run: showAll,
})

async function showAll(values: Values<typeof OPTIONS>, args: readonly string[]): Promise<number> {
  const encoding = oneOf('encoding', values.encoding, ENCODINGS)
  const color = wantsColor(values)
  const deid = deidentifier(await settings(values))
  const listing = list(args)
  const { sources, errors } = listing
  const report = new Report()
  report.listed(listing)
  for (const source of sources) {
    try {
      const text = await textOf(source, encoding, MAX_WHOLE)
      const found = deid.find(text)
      const head = sources.length > 1 ? `${paint(color, ['bold'], plain(nameOf(source)))}\n` : ''
      await stdout.text(`${head}${highlight(text, found, color)}${text === '' || text.endsWith('\n') ? '' : '\n'}\n${legend(found, color)}`)
    } catch (error) {
      const fault = faultOf(error)
      if (fault.code === 'OUTPUT_UNWRITABLE') throw of('stdout', fault)
      if (source.met && fault.code === 'INPUT_BINARY') report.skip(source.path, 'not text.')
      else report.fault(nameOf(source), fault)
    }
  }
  report.summary(sources.length + errors.length)
  return report.exit
}

/** Colours end at line ends, so that no line of the terminal is coloured to its edge. */
function highlight(text: string, found: readonly Finding[], color: boolean): string {
  let out = ''
  let from = 0
  for (const { start, end, label } of found) {
    const value = printable(text.slice(start, end))
    out += printable(text.slice(from, start))
    out += color
      ? value
          .split('\n')
          .map((line) => paint(true, LOOKS[label], line))
          .join('\n')
      : `«${value}»[${label}]`
    from = end
  }
  return out + printable(text.slice(from))
}

function legend(found: readonly Finding[], color: boolean): string {
  const counts = new Map<Label, number>()
  for (const { label } of found) counts.set(label, (counts.get(label) ?? 0) + 1)
  if (found.length === 0) return 'Nothing found.\n'
  return LABELS.filter((l) => counts.has(l))
    .map((l) => `${paint(color, LOOKS[l], ` ${l} `)}${' '.repeat(12 - l.length)}(${SECTIONS[l]})  ${counts.get(l)}\n`)
    .join('')
}
