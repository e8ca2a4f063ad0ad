import { closeSync, createReadStream, type Dirent, fstatSync, openSync, readdirSync, readSync, realpathSync, type Stats, statSync } from 'node:fs'
import { basename, join, relative } from 'node:path'
import { DephiError } from '../errors'
import { Decoder, type Encoding } from './encoding'
import { glob, isGlob } from './glob'
import { TEMP_END } from './output'
import { of, reading, tell } from './problems'

/** Bytes read at once: what fits a cache is fastest, and little is held. */
const CHUNK = 1 << 16
/** Largest policy, list or roster, in bytes. */
const MAX_CONFIG = 1 << 26
/** Longest stretch of work between two looks at signals and timers, in ms. */
const BREATH = 50

export const STDIN = '-'

/** Folders that are not walked: rewriting them would break the history. Named as an argument they are. */
const HISTORIES: readonly string[] = ['.git', '.hg', '.svn']

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

export interface Listing {
  readonly sources: readonly Source[]
  readonly errors: ReadonlyArray<{ readonly path: string; readonly error: DephiError }>
  readonly skipped: ReadonlyArray<{ readonly path: string; readonly why: string }>
}

/** The documents a command line names: files, folders (with all below them, sorted), patterns, `-`. Nothing named: stdin. `except`: a folder not to walk into. */
export function list(args: readonly string[], except: string | null = null): Listing {
  const lister = new Lister(except === null ? null : real(except))
  for (const arg of args.length === 0 ? [STDIN] : args) lister.argument(arg)
  return lister
}

/** Bytes, where stdin is a file; 0: not known. */
function stdinSize(): number {
  try {
    const stats = fstatSync(0)
    return stats.isFile() ? stats.size : 0
  } catch {
    return 0
  }
}

const real = (path: string): string | null => {
  try {
    return realpathSync(path)
  } catch {
    return null
  }
}

class Lister implements Listing {
  readonly sources: Source[] = []
  readonly errors: Array<{ path: string; error: DephiError }> = []
  readonly skipped: Array<{ path: string; why: string }> = []
  private readonly seen = new Set<string>()

  constructor(private readonly except: string | null) {}

  argument(arg: string): void {
    if (arg === STDIN) this.add({ path: STDIN, within: '', size: stdinSize(), regular: false, met: false }, STDIN)
    else {
      const stats = this.stats(arg, isGlob(arg))
      if (stats !== null) this.named(arg, stats, basename(arg))
      else if (isGlob(arg)) this.pattern(arg)
    }
  }

  private pattern(pattern: string): void {
    const paths = glob(pattern)
    const base = pattern.slice(0, pattern.search(/[^/\\]*[*?[{]/))
    if (paths.length === 0) this.errors.push({ path: pattern, error: reading({ code: 'ENOENT' }) })
    for (const path of paths) {
      const found = this.stats(path)
      if (found !== null) this.named(path, found, relative(base === '' ? '.' : base, path))
    }
  }

  private named(path: string, stats: Stats, within: string): void {
    if (stats.isDirectory()) this.folder(path, path)
    else this.add({ path, within, size: stats.size, regular: stats.isFile(), met: false }, real(path) ?? path)
  }

  /** Follows no links below the argument, like `grep -r`: what they lead to is walked where it is, or was not meant. */
  private folder(root: string, folder: string): void {
    if (this.except !== null && real(folder) === this.except) return
    let entries: Dirent[]
    try {
      entries = readdirSync(folder, { withFileTypes: true })
    } catch (error) {
      this.errors.push({ path: folder, error: reading(error) })
      return
    }
    for (const e of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
      const path = join(folder, e.name)
      if (e.isDirectory() && HISTORIES.includes(e.name)) this.skipped.push({ path, why: 'the history of a version control system.' })
      else if (e.isDirectory()) this.folder(root, path)
      else if (e.isSymbolicLink()) this.skipped.push({ path, why: 'a symbolic link. Name it, or the file it leads to, as an argument.' })
      else if (!e.isFile()) this.skipped.push({ path, why: 'not a file.' })
      else if (!e.name.endsWith(TEMP_END)) this.met(path, relative(root, path))
    }
  }

  private met(path: string, within: string): void {
    const stats = this.stats(path)
    if (stats !== null) this.add({ path, within, size: stats.size, regular: true, met: true }, real(path) ?? path)
  }

  private add(source: Source, key: string): void {
    if (this.seen.has(key)) return
    this.seen.add(key)
    this.sources.push(source)
  }

  private stats(path: string, quiet = false): Stats | null {
    try {
      return statSync(path)
    } catch (error) {
      if (!quiet || (error as { code?: string }).code !== 'ENOENT') this.errors.push({ path, error: reading(error) })
      return null
    }
  }
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
