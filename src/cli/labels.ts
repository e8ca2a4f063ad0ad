import { DETECTORS } from '../detect/index'
import { LABELS, SECTIONS, SUBTYPES } from '../labels'
import { define, type Options, type Values } from './args'
import { stdout } from './output'
import { table, wrap } from './term'

const OPTIONS = { json: { type: 'boolean', help: 'as JSON' } } as const satisfies Options

export const labels = define({
  name: 'labels',
  usage: '',
  summary: 'list the 19 labels, their paragraph, subtypes and detectors',
  options: OPTIONS,
  about: ['The paragraph is that of 45 CFR 164.514(b)(2)(i). Policies are keyed by label (NAME) or subtype (NAME/clinician).'],
  async run({ json }: Values<typeof OPTIONS>): Promise<number> {
    const rows = LABELS.map((label) => ({ label, section: SECTIONS[label], subtypes: SUBTYPES[label] as readonly string[], detectors: DETECTORS.filter((d) => d.label === label).map((d) => d.id) }))
    await stdout.text(json === true ? `${JSON.stringify(rows, null, 2)}\n` : text(rows))
    return 0
  },
})

interface Row {
  readonly label: string
  readonly section: string
  readonly subtypes: readonly string[]
  readonly detectors: readonly string[]
}

/** Long lists of detectors go on under their column. */
function text(rows: readonly Row[]): string {
  const cells = rows.flatMap(({ label, section, subtypes, detectors }) => {
    const left = lines(subtypes, 30)
    const right = lines(detectors, 60)
    return Array.from({ length: Math.max(left.length, right.length) }, (_, i) => [i === 0 ? label : '', i === 0 ? `(${section})` : '', left[i] ?? '', right[i] ?? ''])
  })
  return table([['Label', '§', 'Subtypes', 'Detectors'], ...cells])
}

const lines = (words: readonly string[], width: number): string[] => (words.length === 0 ? ['-'] : wrap(words.join(', '), width).trimEnd().split('\n'))
