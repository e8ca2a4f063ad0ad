import { writeSync } from 'node:fs'
import { DephiError, type ErrorCode } from '../errors'
import type { Listing } from './listing'
import { plain } from './term'

/** The exit codes. Contract; where several apply, the highest stands. */
export const EXIT = { OK: 0, FOUND: 1, USAGE: 2, INPUT: 3, OUTPUT: 4, INTERNAL: 5, PIPE: 141 } as const

const BY_CODE: Readonly<Record<ErrorCode, number>> = {
  POLICY_INVALID: EXIT.USAGE,
  POLICY_INADMISSIBLE: EXIT.USAGE,
  OPTION_INVALID: EXIT.USAGE,
  DETECTOR_INVALID: EXIT.USAGE,
  ROSTER_INVALID: EXIT.USAGE,
  PHI_FOUND: EXIT.FOUND,
  STREAM_ENDED: EXIT.INTERNAL,
  INTERNAL: EXIT.INTERNAL,
  LEXICON_DAMAGED: EXIT.INTERNAL,
  MODEL_DAMAGED: EXIT.INTERNAL,
  USAGE: EXIT.USAGE,
  INPUT_UNREADABLE: EXIT.INPUT,
  INPUT_BINARY: EXIT.INPUT,
  INPUT_ENCODING: EXIT.INPUT,
  INPUT_SHAPE: EXIT.INPUT,
  OUTPUT_UNWRITABLE: EXIT.OUTPUT,
}

/** An error as plain data: it passes between threads. */
export interface Fault {
  readonly code: ErrorCode
  readonly message: string
}

export const exitOf = (code: ErrorCode): number => BY_CODE[code] ?? EXIT.INTERNAL

/** Messages of other errors can quote what they met (JSON.parse does), so only their name is told. */
export function faultOf(error: unknown): Fault {
  if (error instanceof DephiError) return { code: error.code, message: error.message }
  const { name, code } = (error ?? {}) as { name?: unknown; code?: unknown }
  const told = [name, code].filter((x) => typeof x === 'string' && /^[A-Za-z_]{1,40}$/.test(x)).join(' ')
  return { code: 'INTERNAL', message: `An internal fault${told === '' ? '' : ` (${told})`}. Nothing was passed through unread; please report it.` }
}

const READING: Readonly<Record<string, string>> = {
  ENOENT: 'It does not exist. Check the path.',
  EACCES: 'No permission to read it. Ask for read access.',
  EPERM: 'No permission to read it. Ask for read access.',
  EISDIR: 'It is a folder. Give the folder as an argument instead.',
  ELOOP: 'Its symbolic links lead in a circle. Repair the link.',
  ENOTDIR: 'A part of the path is a file, not a folder. Check the path.',
  ENAMETOOLONG: 'The path is too long. Move it nearer to the root.',
  EMFILE: 'Too many files are open. Raise ulimit -n.',
  EIO: 'The device reports a read error. Check the disk.',
}

const WRITING: Readonly<Record<string, string>> = {
  ENOSPC: 'The disk is full. Make room and run again.',
  EDQUOT: 'The disk quota is used up. Make room and run again.',
  EACCES: 'No permission to write there. Choose another place or ask for write access.',
  EPERM: 'No permission to write there. Choose another place or ask for write access.',
  EROFS: 'The file system is read-only. Choose another place.',
  ENOENT: 'The folder does not exist. Create it first.',
  ENOTDIR: 'A part of the path is a file, not a folder. Choose another place.',
  EISDIR: 'It is a folder. Give a file name.',
  EEXIST: 'Something of that name is in the way. Choose another name.',
  EPIPE: 'The reader went away.',
  EFBIG: 'The file grew past the size limit. Raise ulimit -f or split the input.',
}

const codeOf = (error: unknown): string => {
  const code = (error as { code?: unknown } | null)?.code
  return typeof code === 'string' ? code : 'unknown'
}

/** An error met while reading; a `DephiError` stays what it is. */
export function reading(error: unknown): DephiError {
  if (error instanceof DephiError) return error
  const code = codeOf(error)
  return new DephiError('INPUT_UNREADABLE', `Cannot be read (${code}). ${READING[code] ?? 'Check the file.'}`)
}

/** An error met while writing; a `DephiError` stays what it is. */
export function writing(error: unknown): DephiError {
  if (error instanceof DephiError) return error
  const code = codeOf(error)
  return new DephiError('OUTPUT_UNWRITABLE', `Cannot be written (${code}). ${WRITING[code] ?? 'Check the place of the output.'} No half-written file is left.`)
}

/** The same error, told of a file. */
export const of = (where: string, { code, message }: Fault): DephiError => new DephiError(code, `${plain(where)}: ${message}`)

/** Writes to stderr; a stderr that is closed or full changes nothing. */
export function tell(text: string, end = '\n'): void {
  try {
    writeSync(2, text + end)
  } catch {}
}

/** Gathers what went wrong with single inputs, tells each at once, and knows the exit code. */
export class Report {
  exit: number = EXIT.OK
  private failed = 0
  private skipped = 0

  constructor(private readonly before: () => void = () => {}) {}

  fault(where: string, { code, message }: Fault): void {
    this.failed++
    this.raise(exitOf(code))
    this.line(`dephi: ${code}: ${plain(where)}: ${message}`)
  }

  /** What stood out while the inputs were looked up. */
  listed({ sources, errors, skipped }: Listing): void {
    for (const { path, error } of errors) this.fault(path, error)
    for (const { path, why } of skipped) this.skip(path, why)
    if (sources.length + errors.length === 0) this.note('nothing to read: no files there')
  }

  /** Left out on purpose: no error. */
  skip(where: string, why: string): void {
    this.skipped++
    this.line(`dephi: skipped: ${plain(where)}: ${why}`)
  }

  note(message: string): void {
    this.line(`dephi: ${message}`)
  }

  raise(exit: number): void {
    this.exit = Math.max(this.exit, exit)
  }

  /** The last line, where several inputs were worked on and not all went well. */
  summary(total: number): void {
    if (this.failed + this.skipped === 0 || total + this.skipped < 2) return
    const parts = [`${total - this.failed} of ${total} done`]
    if (this.failed > 0) parts.push(`${this.failed} failed`)
    if (this.skipped > 0) parts.push(`${this.skipped} skipped`)
    this.line(`dephi: ${parts.join(', ')}`)
  }

  private line(text: string): void {
    this.before()
    tell(text)
  }
}
