// What sets a detector off, in words.
const SHAPES = {
  DIGITS: 'any number',
  LETTERS: 'any word',
  LOWER: 'a word in lower case',
  INITIAL: 'a capitalised word',
  CAPS: 'a word in capitals',
  CAMEL: 'a word with capitals inside',
  SINGLE: 'a single character',
  NONASCII: 'a word with letters outside ASCII',
  LONG: 'a very long run',
  PLACEHOLDER: 'a placeholder',
  DIGITS_1_2: 'a number of 1 or 2 digits',
  DIGITS_3_4: 'a number of 3 or 4 digits',
  DIGITS_5: 'a number of 5 digits or more',
  SUFFIX: 'digits glued behind letters',
  PREFIX: 'digits glued before letters',
  LETTER_1: 'a single letter',
}
const SIGNS = {
  SPACE: 'a space',
  NEWLINE: 'a line break',
  TAB: 'a tab',
  START: 'the start of the text',
  LONG: 'a long gap',
  OTHER: 'another symbol',
  OPEN: 'an opening bracket',
  CLOSE: 'a closing bracket',
  MARK: '`?` or `!`',
}
const CHARACTERS = {
  COMMA: ',',
  DOT: '.',
  COLON: ':',
  SEMI: ';',
  SLASH: '/',
  DASH: '-',
  APOS: "'",
  AT: '@',
  HASH: '#',
  QUOTE: '"',
  EQUALS: '=',
  UNDERSCORE: '_',
  PLUS: '+',
  AMP: '&',
  STAR: '*',
  PIPE: '\\|',
  PERCENT: '%',
  BACKSLASH: '\\',
  DOLLAR: '$',
  TILDE: '~',
  CARET: '^',
}

const bits = (mask, names) => Object.keys(names).filter((name) => (mask & names[name]) !== 0)

/** `a number of 5 digits or more; a word of the list "title"; behind `:`; 97 phrases`. The masks are those of the scan. */
export function triggers({ on = {}, cues = [] }, { Shape, Gap, Word }) {
  const shapes = bits(on.shape ?? 0, Shape).map((s) => SHAPES[s] ?? s)
  const signs = bits(on.gap ?? 0, Gap).map((g) => SIGNS[g] ?? (CHARACTERS[g] === undefined ? g : `\`${CHARACTERS[g]}\``))
  const lists = bits(on.word ?? 0, Word).map((w) => `"${w.toLowerCase().replaceAll('_', ' ')}"`)
  const parts = [...shapes]
  if (signs.length > 0) parts.push(`what follows ${signs.join(' or ')}`)
  if (lists.length > 0) parts.push(`a word of the list ${lists.join(' or ')}`)
  if (cues.length > 0) parts.push(cues.length === 1 ? '1 phrase' : `${cues.length} phrases`)
  return parts.join('; ')
}
