import type { Deidentifier } from '../deidentifier'
import type { Finding } from '../detect/detector'
import { DephiError } from '../errors'
import { usage } from './args'
import type { Encoding } from './encoding'
import { Least, random } from './eval-least'
import { linesOf } from './eval-lines'
import { MAX_WHOLE, nameOf } from './find'
import { breathe, type Source, STDIN, textOf } from './input'
import { textLine } from './ndjson'
import { openTarget, resolveTarget, type Sink, stdout } from './output'
import { faultOf, of, type Report } from './problems'

export interface Drawn {
  /** As JSON. */
  readonly id: string
  readonly text: string
}

export interface Sample {
  readonly drawn: readonly Drawn[]
  /** Documents drawn from. */
  readonly of: number
}

export interface Draw {
  /** Documents wanted. */
  readonly size: number
  /** 32 bits. */
  readonly seed: number
  readonly encoding: Encoding | undefined
}

/**
 * Every document gets a random number in the order of the listing; those of the least numbers are the sample, in the
 * order of their numbers. So each set of documents is as likely as any other, the first m of a sample are a sample
 * too, and one seed gives one sample of the same documents.
 *
 * Files: a document each. One that cannot be read is told and the next takes its place, so the sample stands for those
 * that can be.
 */
export async function drawFiles(sources: readonly Source[], { size, seed, encoding }: Draw, report: Report, read: (n: number) => void): Promise<Sample> {
  const next = random(seed)
  const order = sources.map((source) => ({ source, key: next() })).sort((a, b) => a.key - b.key)
  const drawn: Drawn[] = []
  let lost = 0
  for (const { source } of order) {
    if (drawn.length === size) break
    try {
      drawn.push({ id: JSON.stringify(source.path), text: await textOf(source, encoding, MAX_WHOLE, read) })
    } catch (error) {
      lost++
      const fault = faultOf(error)
      if (source.met && fault.code === 'INPUT_BINARY') report.skip(source.path, 'not text.')
      else report.fault(nameOf(source), fault)
    }
    await breathe()
  }
  return { drawn, of: sources.length - lost }
}

/** The same over lines `{"id","text"}`; holds no more than the sample. Throws `INPUT_SHAPE` for a bad line. */
export async function drawLines(sources: readonly Source[], { size, seed, encoding }: Draw, read: (n: number) => void): Promise<Sample> {
  const next = random(seed)
  const least = new Least<Drawn>(size)
  let total = 0
  for (const source of sources) {
    const file = nameOf(source)
    try {
      for await (const { text: line, number } of linesOf(source, encoding, read)) {
        const { id, text } = textLine(line, number)
        total++
        least.offer(next(), { id: id === 'null' ? JSON.stringify(`${file}:${number}`) : id, text })
        await breathe()
      }
    } catch (error) {
      const { code, message } = faultOf(error)
      throw of(file, { code, message: message.replace(', or say --record, or --skip-bad', '').replace(', or say --skip-bad', '') })
    }
  }
  return { drawn: least.items, of: total }
}

/** One line for the reader: the text, what the engine leaves of it, what it found, and the place for what it missed. */
export function sampleLine({ id, text }: Drawn, deid: Deidentifier): string {
  const found = deid.find(text)
  const { text: deidentified, receipt } = deid.text(text)
  if (receipt.withheld) throw new DephiError('INTERNAL', 'An internal fault: a text was withheld and the sample was not written. Please report it.')
  return `{"id":${id},"text":${JSON.stringify(text)},"deidentified":${JSON.stringify(deidentified)},"spans":${JSON.stringify(found.map(span))},"missed":null}\n`
}

const span = ({ start, end, label, subtype, score }: Finding): object => ({ start, end, label, ...(subtype === undefined ? {} : { subtype }), score })

/** The sample holds the texts themselves. Throws `USAGE` where it would go to a terminal or over a document. */
export function checkTarget(out: string | undefined, sources: readonly Source[]): void {
  if (out === undefined || out === STDIN) {
    if (process.stdout.isTTY === true) throw usage('A sample holds the documents themselves. Give --out FILE.')
    return
  }
  const target = resolveTarget(out)
  if (target !== null && sources.some((s) => s.path !== STDIN && resolveTarget(s.path) === target))
    throw of(out, { code: 'USAGE', message: 'The sample would overwrite a document. Use another name, outside the folder.' })
}

/** Whole or not at all; a new file can only be read by its owner. */
export async function writeSample(out: string | undefined, sample: Sample, deid: Deidentifier): Promise<void> {
  const name = out === undefined || out === STDIN ? 'stdout' : out
  const lines = sample.drawn.map((drawn) => sampleLine(drawn, deid))
  let sink: Sink | null = null
  try {
    sink = name === 'stdout' ? stdout : openPrivately(name)
    for (const line of lines) await sink.write(Buffer.from(line, 'utf8'))
    sink.commit()
  } catch (error) {
    sink?.abort()
    throw of(name, faultOf(error))
  }
}

function openPrivately(path: string): Sink {
  const before = process.umask(0o077)
  try {
    return openTarget(path)
  } finally {
    process.umask(before)
  }
}
