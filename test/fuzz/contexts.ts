import { type Form, type Grammar, type Marked, place, unmark } from './form'
import type { Rng } from './prng'

/** Where a value stands: beside a label, in prose that announces nothing, or where text is broken or dense. */
export type Setting = 'labelled' | 'neutral' | 'hostile'
export const SETTINGS: readonly Setting[] = ['labelled', 'neutral', 'hostile']

export interface Case extends Marked {
  readonly form: string
  readonly setting: Setting
  readonly context: string
  /** The field label beside it; empty: none. */
  readonly word: string
  /** Where the input is cut into pieces; -1: not at all. */
  readonly cut: number
}

type Style = readonly [name: string, frame: string, only?: 'line' | 'token' | 'number']

/** House styles. `L` the label, `U`/`l` in capitals and lower case, `K`/`C` as a snake or camel key. 'line': no line break or quote in the value; 'token': no space either; 'number': for numbers. */
const STYLES: readonly Style[] = [
  ['colon', 'L: {}'],
  ['colon-tight', 'L:{}'],
  ['colon-spaced', 'L : {}'],
  ['space', 'L {}'],
  ['dash', 'L - {}'],
  ['equals', 'L={}', 'line'],
  ['equals-spaced', 'L = {}', 'line'],
  ['caps-colon', 'U: {}'],
  ['lower-colon', 'l: {}'],
  ['lower-space', 'l {}'],
  ['caps-space', 'U {}'],
  ['next-line', 'L\n{}'],
  ['colon-next-line', 'L:\n{}'],
  ['tab', 'L\t{}', 'line'],
  ['columns', 'L          {}', 'line'],
  ['dotted-leader', 'L ........ {}', 'line'],
  ['markdown', '**L:** {}'],
  ['markdown-outside', '**L**: {}'],
  ['bullet', '- L: {}'],
  ['pipe', '|L|{}|', 'line'],
  ['markdown-table', '| L | {} |', 'line'],
  ['json', '{"K":"{}"}', 'line'],
  ['json-spaced', '{ "C": "{}", "ok": true }', 'line'],
  ['yaml', 'K: {}', 'line'],
  ['key-value', 'level=info K="{}" ok=1', 'line'],
  ['key-value-bare', 'level=info K={} ok=1', 'token'],
  ['xml', '<C>{}</C>', 'line'],
  ['html-table', '<tr><td>L</td><td>{}</td></tr>', 'line'],
  ['html-bold', '<b>L:</b> {}<br>'],
  ['python', "{'K': '{}', 'n': 1}", 'line'],
  ['parens', 'Seen today (L: {}) and well.'],
  ['parens-space', 'Seen today (L {}) and well.'],
  ['brackets', '[L: {}]'],
  ['semicolons', 'Unit 4W; L: {}; bed 2', 'line'],
  ['commas', 'ward 4W, L: {}, bed 2', 'line'],
  ['after-field', 'Sex: F   L: {}   Ward: 4W', 'line'],
  ['underlined-form', 'L: ____{}____', 'line'],
  ['question', 'L? {}'],
  ['is', 'The L is {}.'],
  ['hash', 'L #{}', 'number'],
  ['hash-spaced', 'L # {}', 'number'],
  ['hash-colon', 'L#: {}', 'number'],
  ['no.', 'L No. {}', 'number'],
  ['number', 'L number {}', 'number'],
]

const NEUTRAL = ['We wrote down {} and moved on.', 'Note {} here.', '{} is what was written on the back.', 'The form says {} in two places.', 'Please use {} from now on.', 'It reads {} on the page.']

/** Broken and dense surroundings for a bare value, or for a value with its label. */
const HOSTILE: readonly Style[] = [
  ['parens', '({})'],
  ['brackets', '[{}]'],
  ['braces', '{{}}'],
  ['quotes', '"{}"', 'line'],
  ['curly-quotes', '“{}”'],
  ['single-quotes', "'{}'", 'line'],
  ['angles', '<{}>', 'line'],
  ['asterisks', '**{}**'],
  ['underscores', '_{}_', 'line'],
  ['backticks', '`{}`'],
  ['em-dashes', 'ok—{}—then'],
  ['comma-tight', 'ok,{},then'],
  ['semicolon-tight', 'ok;{};then'],
  ['colon-tight', 'note:{}'],
  ['period-before', 'Stable.{} noted'],
  ['words', 'word {} word'],
  ['slash', 'x/{}/y', 'token'],
  ['pipe', 'a|{}|b', 'line'],
  ['tilde', 'a~{}~b', 'line'],
  ['start', '{} was all'],
  ['end', 'and last {}'],
  ['alone', '{}'],
  ['period', 'It is {}.'],
  ['ellipsis', 'It is {}...'],
  ['question', 'Is it {}?'],
  ['crlf', 'one\r\n{}\r\ntwo'],
  ['tabs', 'a\t{}\tb'],
  ['escaped-newline', '"note":"one\\n{}\\ntwo"', 'line'],
  ['escaped-quotes', '{"m":"say \\"{}\\" now"}', 'line'],
  ['html', '<p>{}</p>', 'line'],
  ['nbsp-entity', '&nbsp;{}&nbsp;', 'line'],
  ['mail-quote', '> {}'],
  ['bullet', '• {}'],
  ['wide-spaces', 'a      {}      b'],
  ['emoji', '😀{}😀'],
  ['wrapped', 'the text is {} and more'],
  ['cut', 'the text is {} and more'],
  ['cut-inside', 'the text is {} and more'],
]

const words = (label: string): string[] =>
  label
    .replace(/['’]/g, '')
    .replace(/#/g, ' number')
    .match(/[\p{L}\p{N}]+/gu) ?? ['id']
const snake = (label: string): string => words(label).join('_').toLowerCase()
const camel = (label: string): string =>
  words(label)
    .map((w, i) => (i === 0 ? w.toLowerCase() : w[0].toUpperCase() + w.slice(1).toLowerCase()))
    .join('')

const fits = (value: string, only: Style[2]): boolean => (only === undefined || only === 'number' ? true : only === 'token' ? !/[\s"'\\,;|{}[\]<>()]/.test(value) : !/[\n"'\\|~<>\u001d]/.test(value))

function label(r: Rng, g: Grammar, form: Form, value: string, styles: readonly Style[]): readonly [name: string, frame: string, word: string] {
  const l = r.pick(form.labels ?? g.labels)
  const numbered = /(#|\bno\.?|number|\bids?|\)|^.)$/i.test(l) || !g.numbered
  for (;;) {
    const [name, frame, only] = r.pick(styles)
    if (!fits(value, only) || (only === 'number' && numbered)) continue
    if (name === 'hash-colon' && l.includes(' ')) continue
    return [name, frame.replace(/\b[LUlKC]\b/g, (c) => (c === 'L' ? l : c === 'U' ? l.toUpperCase() : c === 'l' ? l.toLowerCase() : c === 'K' ? snake(l) : camel(l))), l]
  }
}

/** A value wrapped over a line at one of its spaces, or after one of its hyphens or commas. */
function wrap(r: Rng, source: string): string {
  const at = [...source.matchAll(/ |[-,](?=[^ »›])/g)].map((m) => m.index)
  if (at.length === 0) return source
  const i = r.pick(at)
  return source[i] === ' ' ? `${source.slice(0, i)}\n${source.slice(i + 1)}` : `${source.slice(0, i + 1)}\n${source.slice(i + 1)}`
}

/** One case of a form in a setting; null where the form is not tried there. */
export function makeCase(r: Rng, g: Grammar, form: Form, setting: Setting): Case | null {
  let source = form.make(r)
  let word = ''
  if (form.situ) {
    if (setting === 'neutral') return null
    if (setting === 'labelled') return finish(r.pick(['{}', 'Seen today.\n{}\nNo change.', '{}\n']), source, 'situ', false)
    const [name, frame] = r.pick<Style>([
      ['after-text', 'Nothing else.{}'],
      ['cut-inside', 'one\n{}\ntwo'],
      ['quoted', '> {}'],
      ['tabs', '\t{}\t'],
      ['spaces', '   {}   '],
      ['parens', '({})'],
      ['end', 'x {}'],
    ])
    return finish(name === 'after-text' ? 'Nothing else. {}' : frame, source, name, name === 'cut-inside')
  }
  const plain = source.replace(/[‹›]/g, '')
  if (setting === 'labelled') {
    if (r.chance(0.22)) return finish(r.pick(form.prose ?? (form.labels ? form.labels.map((l) => `The ${l} is {}.`) : g.prose)), source, 'prose', false)
    const [name, frame, w] = label(r, g, form, plain, STYLES)
    word = w
    return finish(frame, source, name, false)
  }
  if (setting === 'neutral') return form.labelled ? null : finish(r.pick([...NEUTRAL, ...(g.neutral ?? []), ...(g.neutral ?? [])]), source, 'neutral', false)
  for (;;) {
    const [name, outer, only] = r.pick(HOSTILE)
    if (!fits(plain, only)) continue
    if (name === 'wrapped') source = wrap(r, source)
    const inner = form.labelled ? label(r, g, form, plain, STYLES.slice(0, 4))[1] : '{}'
    return finish(outer.replace('{}', inner), source, name, name.startsWith('cut'), name === 'cut')
  }

  function finish(frame: string, text: string, context: string, cut: boolean, before = false): Case {
    const m = place(frame, unmark(text, !form.situ))
    const first = m.must.indexOf(true)
    const last = m.must.lastIndexOf(true)
    return { ...m, form: form.name, setting, context, word, cut: !cut ? -1 : before ? first : r.int(first, Math.max(first, last)) }
  }
}
