import type { Deidentifier } from '../deidentifier'
import type { Receipt } from '../emit/receipt'

export interface CsvOptions {
  /** Default: found from the first line among `,` `;` tab and `|`. */
  readonly delimiter?: string
  /** The first record names the columns (default). False: columns have no names, fields are read as bare text. */
  readonly header?: boolean
  /** Called for each field that changed, in order: where it stood in the input and where it stands in the output, in code units, quotes included. */
  readonly onChange?: (change: FieldChange) => void
}

export interface FieldChange {
  readonly start: number
  readonly end: number
  readonly outStart: number
  readonly outEnd: number
  /** The column's name, '' where it has none. */
  readonly column: string
}

/** Longest field, in code units; what is longer is withheld, so that an open quote cannot hold back a whole file. */
export const MAX_FIELD = 1 << 20

const QUOTE = '"'
const WITHHELD = '[WITHHELD]'

/**
 * CSV after RFC 4180, field by field: the column's name is the context of its values. Fields that hold nothing to replace
 * keep their bytes, quotes included; so do delimiters and line ends. Column names stay.
 */
export class CsvRun {
  private readonly records
  private columns: readonly string[] | null
  private names: string[] = []
  private delimiter: string
  private column = 0
  private rest = ''
  /** Where `rest` begins in the input, and what has been written so far. */
  private base = 0
  private written = 0
  /** The field at hand was too long: it is withheld up to its end. */
  private dropping = false

  constructor(
    deid: Deidentifier,
    private readonly options: CsvOptions = {},
  ) {
    this.records = deid.openRecords()
    this.delimiter = options.delimiter ?? ''
    this.columns = options.header === false ? [] : null
  }

  /** Takes the next piece; gives the fields that are complete. */
  push(chunk: string): string {
    this.rest += chunk
    if (this.delimiter === '') {
      const end = this.rest.search(/[\r\n]/)
      if (end < 0 && this.rest.length < MAX_FIELD) return ''
      this.delimiter = likeliest(end < 0 ? this.rest : this.rest.slice(0, end))
    }
    return this.fields(false)
  }

  /** Ends the document; gives the rest. */
  end(): string {
    if (this.delimiter === '') this.delimiter = likeliest(this.rest)
    return this.fields(true)
  }

  /** The receipt; nothing may follow. */
  finish(): Receipt {
    return this.records.finish()
  }

  private fields(final: boolean): string {
    let out = ''
    let at = 0
    for (;;) {
      const end = this.fieldEnd(at, final)
      if (end < 0) break
      const raw = this.rest.slice(at, end)
      const stop = this.rest.startsWith('\r\n', end) ? '\r\n' : this.rest.slice(end, end + 1)
      const clean = this.field(raw)
      const start = this.base + at
      const outStart = this.written + out.length
      if (clean !== raw) this.options.onChange?.({ start, end: start + raw.length, outStart, outEnd: outStart + clean.length, column: this.columns?.[this.column] ?? '' })
      out += clean + stop
      at = end + stop.length
      if (stop === this.delimiter) this.column++
      else this.endRow(raw)
      if (stop === '') break
    }
    this.rest = this.rest.slice(at)
    this.base += at
    if (this.rest.length > MAX_FIELD) {
      const kept = this.rest.startsWith(QUOTE) ? QUOTE : ''
      this.base += this.rest.length - kept.length
      this.rest = kept
      if (!this.dropping) out += WITHHELD
      this.dropping = true
    }
    this.written += out.length
    return out
  }

  /** End of the field that starts at `at`, or -1 if it may go on. */
  private fieldEnd(at: number, final: boolean): number {
    const { rest, delimiter } = this
    let p = at
    if (rest.startsWith(QUOTE, at)) {
      for (p = at + 1; ; p += 2) {
        p = rest.indexOf(QUOTE, p)
        if (p < 0) return final ? rest.length : -1
        if (rest[p + 1] !== QUOTE) break
      }
      p++
    }
    for (; p < rest.length; p++) {
      const c = rest[p]
      if (c === delimiter || c === '\n') return p
      if (c === '\r') return p + 1 < rest.length || final ? p : -1
    }
    return final && at < rest.length ? rest.length : final && at === rest.length && this.column > 0 ? at : -1
  }

  private field(raw: string): string {
    if (this.dropping) {
      this.dropping = false
      return ''
    }
    if (this.columns === null) {
      this.names.push(unquote(raw))
      return raw
    }
    const value = unquote(raw)
    const name = this.columns[this.column]
    const clean = this.records.value(value, name === undefined || name === '' ? [] : [name])
    return clean === value ? raw : this.quote(clean, raw.startsWith(QUOTE))
  }

  private endRow(last: string): void {
    if (this.columns === null && (this.column > 0 || last !== '')) this.columns = this.names
    this.column = 0
  }

  private quote(value: string, quoted: boolean): string {
    return quoted || value.includes(this.delimiter) || /["\r\n]/.test(value) ? `"${value.replaceAll('"', '""')}"` : value
  }
}

function unquote(raw: string): string {
  if (!raw.startsWith(QUOTE)) return raw
  const end = raw.lastIndexOf(QUOTE)
  return end === 0 ? raw.slice(1) : raw.slice(1, end).replaceAll('""', '"') + raw.slice(end + 1)
}

/** The delimiter that occurs most in a line, outside quotes. */
function likeliest(line: string): string {
  const bare = line.replace(/"[^"]*"/g, '')
  let best = ','
  let most = 0
  for (const d of [',', '\t', ';', '|']) {
    const n = bare.split(d).length - 1
    if (n > most) {
      most = n
      best = d
    }
  }
  return best
}
