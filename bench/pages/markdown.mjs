// Text as GitHub shows it: nothing of an example may turn into markup, end a cell or be invisible.

/** Line breaks as ⏎, tabs as ⇥, what cannot be seen as ‹U+200B›. */
export const visible = (text) =>
  text
    .replace(/\r\n|[\n\r]/g, '⏎')
    .replace(/\t/g, '⇥')
    .replace(/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]|(?! )\p{Zs}/gu, (c) => `‹U+${c.codePointAt(0).toString(16).toUpperCase().padStart(4, '0')}›`)

/** A code span for a cell of a table, whatever stands in the text. In a table a pipe needs its backslash inside code too. */
export function code(text) {
  const shown = visible(text)
  const fence = '`'.repeat(1 + Math.max(0, ...[...shown.matchAll(/`+/g)].map((m) => m[0].length)))
  const pad = /^`|`$|^ .*\S.* $|^ *$/.test(shown) ? ' ' : ''
  return `${fence}${pad}${shown}${pad}${fence}`.replace(/\|/g, '\\|')
}

/** Prose that holds no markup. */
export const plain = (text) => visible(text).replace(/[\\`*_<>[\]|~]/g, '\\$&')

/** Rows of cells that are markdown already. */
export function table(head, rows) {
  const line = (cells) => `| ${cells.join(' | ')} |`
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n')
}

/** The cells of a row that `table` or one of the other reports wrote. */
export const cells = (line) =>
  line
    .replace(/^\||\|\s*$/g, '')
    .split(/(?<!\\)\|/)
    .map((c) => c.trim())

/** Names in a row: at most `max`, spread over the list, and how many more there are. */
export function sample(names, max) {
  if (names.length === 0) return '–'
  const shown = spaced(names, max).map(code).join(' ')
  return names.length > max ? `${shown} and ${names.length - max} more` : shown
}

/** `max` members of a list, evenly spaced, the first among them; the list itself if it is not longer. */
export const spaced = (list, max) => (list.length <= max ? [...list] : Array.from({ length: max }, (_, i) => list[Math.floor((i * list.length) / max)]))
