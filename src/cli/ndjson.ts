import { DephiError } from '../errors'

/** Cuts text that comes in pieces into lines, without their line feed. */
export class LineSplitter {
  private parts: string[] = []

  /** The lines that are whole now. */
  push(text: string): string[] {
    const out: string[] = []
    let from = 0
    for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', from)) {
      out.push(this.parts.length === 0 ? text.slice(from, at) : this.joined(text.slice(from, at)))
      from = at + 1
    }
    if (from < text.length) this.parts.push(text.slice(from))
    return out
  }

  /** The last line, where no line feed ended it. */
  end(): string | null {
    return this.parts.length === 0 ? null : this.joined('')
  }

  private joined(last: string): string {
    const line = this.parts.join('') + last
    this.parts = []
    return line
  }
}

export const shape = (line: number, message: string): DephiError => new DephiError('INPUT_SHAPE', `Line ${line}: ${message}`)

/** The value on a line. The parser's own message quotes the line, so it is not told. Throws `INPUT_SHAPE`. */
export function parseLine(line: string, number: number): unknown {
  try {
    return JSON.parse(line)
  } catch {
    throw shape(number, 'not JSON. Give one JSON object a line, or say --skip-bad.')
  }
}

/** The value of a field, where it stands in its line: a pair of offsets. */
export interface Span {
  readonly start: number
  readonly end: number
}

/** What of a line the machine interface needs. All else stays as it is, to the byte: numbers longer than a double holds, spaces, order. */
export interface TextLine {
  readonly text: string
  /** Every value of the key `text`; more than one only where the key is written twice (the last one counts). */
  readonly spans: readonly Span[]
  /** The id as written; `null` where there is none. */
  readonly id: string
}

/** Throws `INPUT_SHAPE` unless the line is an object with a string `text`. */
export function textLine(line: string, number: number): TextLine {
  const value = parseLine(line, number)
  const text = typeof value === 'object' && value !== null ? (value as { text?: unknown }).text : undefined
  if (typeof text !== 'string') throw shape(number, 'not an object with a string "text". Give {"id": …, "text": "…"}, or say --record, or --skip-bad.')
  const spans: Span[] = []
  let id = 'null'
  fields(line, (key, span) => {
    if (key === 'text') spans.push(span)
    else if (key === 'id') id = line.slice(span.start, span.end)
  })
  return { text, spans, id }
}

/** The line with every value of its `text` replaced. */
export function withText(line: string, { spans }: TextLine, text: string): string {
  const value = JSON.stringify(text)
  let out = ''
  let from = 0
  for (const { start, end } of spans) {
    out += line.slice(from, start) + value
    from = end
  }
  return out + line.slice(from)
}

/** The fields of the object on a line that is known to be JSON (RFC 8259), with where their values stand. */
function fields(line: string, visit: (key: string, value: Span) => void): void {
  let at = space(line, 0) + 1
  for (;;) {
    at = space(line, at)
    if (line[at] !== '"') return
    const keyEnd = stringEnd(line, at)
    const raw = line.slice(at + 1, keyEnd - 1)
    const start = space(line, space(line, keyEnd) + 1)
    const end = valueEnd(line, start)
    visit(raw.includes('\\') ? (JSON.parse(`"${raw}"`) as string) : raw, { start, end })
    at = space(line, end)
    if (line[at] !== ',') return
    at++
  }
}

function space(line: string, at: number): number {
  while (at < line.length && line.charCodeAt(at) <= 0x20) at++
  return at
}

/** Behind the closing quote of the string that opens at `at`. */
function stringEnd(line: string, at: number): number {
  for (let q = line.indexOf('"', at + 1); ; q = line.indexOf('"', q + 1)) {
    let slashes = 0
    while (line[q - 1 - slashes] === '\\') slashes++
    if (slashes % 2 === 0) return q + 1
  }
}

function valueEnd(line: string, at: number): number {
  if (line[at] === '"') return stringEnd(line, at)
  let depth = 0
  for (;;) {
    const c = line[at]
    if (c === '"') {
      at = stringEnd(line, at)
      continue
    }
    if (depth === 0 && (c === ',' || c === '}' || c <= ' ')) return at
    if (c === '{' || c === '[') depth++
    else if (c === '}' || c === ']') {
      depth--
      if (depth === 0) return at + 1
    }
    at++
  }
}
