import type { Deidentifier } from '../deidentifier'
import { MAX_POSITIONS, type Receipt } from '../emit/receipt'
import { DephiError } from '../errors'
import { CsvRun } from '../formats/csv'
import { Decoder, type Encoding } from './encoding'
import { breathe } from './input'
import { LineSplitter, parseLine, textLine, withText } from './ndjson'
import type { Sink } from './output'
import { Tally } from './tally'

/** How documents are scrubbed; plain data, workers get it too. */
export interface Mode {
  /** What the name of the file says (CSV or text), a text, CSV, or lines of JSON of which `text` or every field is scrubbed. */
  readonly form: 'auto' | 'text' | 'csv' | 'lines' | 'records'
  readonly encoding: Encoding | undefined
  /** Positions are kept for a receipt. */
  readonly receipts: boolean
  /** A bad line becomes an error line; otherwise it ends the document. */
  readonly skipBad: boolean
}

export interface Scrubbed {
  readonly receipt: Receipt | null
  /** Bad lines that were skipped. */
  readonly bad: number
}

/** One document from bytes to bytes of the same encoding, in a memory that does not grow with it. Throws `INPUT_…` and `OUTPUT_…`. */
export function scrubDocument(bytes: AsyncIterable<Uint8Array>, path: string, sink: Sink, deid: Deidentifier, mode: Mode): Promise<Scrubbed> {
  const form = mode.form === 'auto' ? (/\.(csv|tsv)$/i.test(path) ? 'csv' : 'text') : mode.form
  if (form === 'csv') return scrubCsv(bytes, sink, deid, mode)
  return form === 'text' ? scrubText(bytes, sink, deid, mode) : scrubLines(bytes, sink, deid, mode)
}

async function scrubCsv(bytes: AsyncIterable<Uint8Array>, sink: Sink, deid: Deidentifier, { encoding }: Mode): Promise<Scrubbed> {
  const decoder = new Decoder(encoding)
  const run = new CsvRun(deid)
  const put = async (text: string): Promise<void> => {
    if (text !== '') await sink.write(decoder.encode(text))
  }
  for await (const chunk of bytes) await put(run.push(decoder.push(chunk)))
  await put(run.push(decoder.end()) + run.end())
  return { receipt: run.finish(), bad: 0 }
}

async function scrubText(bytes: AsyncIterable<Uint8Array>, sink: Sink, deid: Deidentifier, { encoding, receipts }: Mode): Promise<Scrubbed> {
  const decoder = new Decoder(encoding)
  let receipt: Receipt | null = null
  const run = deid.open({ positions: receipts ? MAX_POSITIONS : 0, onReceipt: (r) => (receipt = r) })
  const put = async (text: string): Promise<void> => {
    if (text !== '') await sink.write(decoder.encode(text))
  }
  for await (const chunk of bytes) await put(run.push(decoder.push(chunk)))
  await put(run.push(decoder.end()) + run.end())
  return { receipt, bad: 0 }
}

async function scrubLines(bytes: AsyncIterable<Uint8Array>, sink: Sink, deid: Deidentifier, mode: Mode): Promise<Scrubbed> {
  const tally = new Tally()
  const scrub = mode.form === 'records' ? recordLine(deid, tally) : stringLine(deid, tally)
  const bad = await eachLine(bytes, sink, mode, scrub)
  return { receipt: tally.receipt(), bad }
}

type OnLine = (line: string, number: number) => string

const stringLine =
  (deid: Deidentifier, tally: Tally): OnLine =>
  (line, number) => {
    const found = textLine(line, number)
    const { text, receipt } = deid.text(found.text)
    tally.add(receipt)
    return withText(line, found, text)
  }

const recordLine =
  (deid: Deidentifier, tally: Tally): OnLine =>
  (line, number) =>
    JSON.stringify(deid.record(parseLine(line, number), { onReceipt: (r) => tally.add(r) }))

/**
 * Every line of NDJSON through `work`, each written as soon as the piece it came in is done; gives the number of bad
 * lines. Blank lines are left out. A line that fails writes nothing of itself; those before it are written.
 */
export async function eachLine(bytes: AsyncIterable<Uint8Array>, sink: Sink, { encoding, skipBad }: Pick<Mode, 'encoding' | 'skipBad'>, work: OnLine): Promise<number> {
  const decoder = new Decoder(encoding)
  const splitter = new LineSplitter()
  let number = 0
  let bad = 0
  const one = (raw: string): string => {
    const line = ++number === 1 && raw.startsWith('\ufeff') ? raw.slice(1) : raw
    if (line.trim() === '') return ''
    try {
      return `${work(line, number)}\n`
    } catch (error) {
      if (!skipBad || !(error instanceof DephiError) || error.code !== 'INPUT_SHAPE') throw error
      bad++
      return `{"id":null,"error":"INPUT_SHAPE","line":${number}}\n`
    }
  }
  const all = async (lines: readonly string[]): Promise<void> => {
    const batch = { out: '' }
    try {
      for (const line of lines) {
        batch.out += one(line)
        if (batch.out.length > FLUSH) await flush(batch, decoder, sink)
      }
    } finally {
      await flush(batch, decoder, sink)
    }
  }
  for await (const chunk of bytes) await all(splitter.push(decoder.push(chunk)))
  await all(splitter.push(decoder.end()))
  const last = splitter.end()
  if (last !== null) await all([last])
  return bad
}

/** Output gathered before it is written, in code units. */
const FLUSH = 1 << 18

async function flush(batch: { out: string }, decoder: Decoder, sink: Sink): Promise<void> {
  const { out } = batch
  batch.out = ''
  if (out !== '') await sink.write(decoder.encode(out))
  await breathe()
}
