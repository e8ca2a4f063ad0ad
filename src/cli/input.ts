import { closeSync, createReadStream, fstatSync, openSync, readSync, statSync } from 'node:fs'
import { DephiError } from '../errors'
import { Decoder, type Encoding } from './encoding'
import { of, reading, tell } from './problems'

/** Bytes read at once: what fits a cache is fastest, and little is held. */
const CHUNK = 1 << 16
/** Largest policy, list or roster, in bytes. */
const MAX_CONFIG = 1 << 26
/** Longest stretch of work between two looks at signals and timers, in ms. */
const BREATH = 50

export const STDIN = '-'

/** One document to read. */
export interface Source {
  /** As it is told to the user; `-` for stdin. */
  readonly path: string
  /** Its place below the argument it came from: where it goes in an output folder. */
  readonly within: string
  readonly size: number
  /** A file proper, not a pipe or device. */
  readonly regular: boolean
  /** Met in a folder, not named: a binary file is left out, not an error. */
  readonly met: boolean
}

let breathed = Date.now()

/** Lets signals, timers and messages through when work has gone on for a while. */
export async function breathe(): Promise<void> {
  if (Date.now() - breathed < BREATH) return
  await new Promise((resume) => setImmediate(resume))
  breathed = Date.now()
}

/** The bytes of a document. A piece is only good until the next one is asked for. Throws `INPUT_UNREADABLE`. */
export async function* bytesOf(source: Source, onBytes: (n: number) => void = () => {}): AsyncGenerator<Uint8Array> {
  if (source.regular) return yield* fileBytes(source.path, onBytes)
  // Node gives a folder as stdin as an empty stream.
  if (source.path === STDIN && fstatSync(0).isDirectory()) throw reading({ code: 'EISDIR' })
  if (source.path === STDIN && process.stdin.isTTY === true) tell('dephi: reading from the terminal; end with Ctrl-D')
  const stream = source.path === STDIN ? process.stdin : createReadStream(source.path, { highWaterMark: CHUNK })
  try {
    for await (const chunk of stream as AsyncIterable<Buffer>) {
      onBytes(chunk.length)
      yield chunk
    }
  } catch (error) {
    throw reading(error)
  }
}

const buffer = { bytes: null as Uint8Array | null }

async function* fileBytes(path: string, onBytes: (n: number) => void): AsyncGenerator<Uint8Array> {
  const bytes = buffer.bytes ?? new Uint8Array(CHUNK)
  buffer.bytes = null
  let fd = -1
  try {
    fd = attempt(() => openSync(path, 'r'))
    for (;;) {
      const n = attempt(() => readSync(fd, bytes, 0, CHUNK, null))
      if (n === 0) return
      onBytes(n)
      yield bytes.subarray(0, n)
      await breathe()
    }
  } finally {
    if (fd >= 0) closeSync(fd)
    buffer.bytes = bytes
  }
}

function attempt<T>(work: () => T): T {
  try {
    return work()
  } catch (error) {
    throw reading(error)
  }
}

/** The whole document as text; more than `max` bytes throw `INPUT_UNREADABLE`. */
export async function textOf(source: Source, encoding: Encoding | undefined, max: number, onBytes?: (n: number) => void): Promise<string> {
  const decoder = new Decoder(encoding)
  const parts: string[] = []
  let size = 0
  for await (const chunk of bytesOf(source, onBytes)) {
    size += chunk.length
    if (size > max) throw new DephiError('INPUT_UNREADABLE', `Larger than ${max / (1 << 20)} MiB, more than is read at once. Split it, or use dephi scrub, which streams.`)
    parts.push(decoder.push(chunk))
  }
  parts.push(decoder.end())
  return parts.join('')
}

/** A small file of the user's (policy, list, roster), told by its name. */
export async function configOf(path: string): Promise<string> {
  try {
    return await textOf({ path, within: '', size: 0, regular: statSync(path).isFile(), met: false }, undefined, MAX_CONFIG)
  } catch (error) {
    throw of(path, reading(error))
  }
}
