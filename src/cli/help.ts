import { type Command, HELP_OPTION, type Option } from './args'
import { table, wrap } from './term'

const WIDTH = 100

/** What `dephi --help` prints. */
export function overview(commands: readonly Command[]): string {
  return [
    'dephi finds the 18 HIPAA Safe Harbor identifiers in text and masks or generalises them.\n\n',
    'Usage: dephi <command> [options] [files…]\n\n',
    indented(table(commands.map((c) => [c.name, c.summary]))),
    indented(
      table([
        ['help <command>', 'the options of a command'],
        ['--version', 'the version'],
      ]),
    ),
    '\nExamples:\n',
    '  dephi scrub < note.txt > clean.txt\n',
    '  dephi scrub notes/ --out clean/ --receipt receipts.ndjson --jobs 4\n',
    '  dephi find --check src/ test/\n',
    '  dephi show note.txt\n',
    '  dephi eval --gold annotated.jsonl --min-recall 0.99\n',
    '\nExit codes: 0 done; 1 identifiers found (find --check) or missed (eval --min-recall); 2 usage or\n',
    'policy; 3 input could not be read; 4 output could not be written; 5 internal fault, text withheld;\n',
    '141 the reader of stdout went away.\n',
    '\nText is transformed per the policy as configured. No detector finds everything: review samples.\n',
  ].join('')
}

/** What `dephi help scrub` prints. */
export function help({ name, usage, summary, about, options }: Command): string {
  const rows = Object.entries({ ...options, ...HELP_OPTION }).map(([key, o]: [string, Option]) => [`${o.short === undefined ? '    ' : `-${o.short}, `}--${key}${o.value === undefined ? '' : ` ${o.value}`}`, o.help])
  const left = Math.max(...rows.map(([flag]) => flag.length)) + 4
  const list = rows.map(([flag, text]) => {
    const lines = wrap(text, WIDTH - left)
      .trimEnd()
      .split('\n')
    return lines.map((line, i) => `${(i === 0 ? `  ${flag}` : '').padEnd(left)}${line}\n`).join('')
  })
  return `${wrap(`dephi ${name}: ${summary}`, WIDTH)}\nUsage: dephi ${name}${options === undefined ? '' : ' [options]'} ${usage}\n\n${list.join('')}\n${about.map((p) => wrap(p, WIDTH)).join('\n')}`
}

const indented = (text: string): string => text.replace(/^(?=.)/gm, '  ')
