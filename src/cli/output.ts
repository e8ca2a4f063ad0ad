import { closeSync, fstatSync, openSync, realpathSync, statSync, write } from 'node:fs'
import { AtomicFile, removeTemps, writeAll } from './atomic'
import { EXIT, of, writing } from './problems'

/** Where a document's bytes go. `commit` makes them last, `abort` leaves nothing behind (where that is possible). */
export interface Sink {
  write(bytes: Uint8Array): void | Promise<void>
  commit(): void
  abort(): void
}

/**
 * An open descriptor: stdout, a pipe, a device. Writes wait in a thread of their own (backpressure without stopping
 * signals), retry where the descriptor is not ready, and go on where one was cut short by a nearly full disk.
 */
export class Descriptor implements Sink {
  /** A file never makes a writer wait. */
  private readonly file: boolean

  constructor(
    private readonly fd: number,
    private readonly own: boolean,
  ) {
    this.file = fstatSync(fd).isFile()
  }

  async write(bytes: Uint8Array): Promise<void> {
    if (this.file) return this.atOnce(bytes)
    for (let at = 0; at < bytes.length; ) {
      try {
        at += await this.once(bytes, at)
      } catch (error) {
        const { code } = error as { code?: string }
        if (code === 'EPIPE' && this.fd === 1) brokenPipe()
        if (code !== 'EAGAIN') throw writing(error)
        await new Promise((resume) => setTimeout(resume, 2))
      }
    }
  }

  private atOnce(bytes: Uint8Array): void {
    try {
      writeAll(this.fd, bytes)
    } catch (error) {
      throw writing(error)
    }
  }

  text(text: string): Promise<void> {
    return this.write(Buffer.from(text, 'utf8'))
  }

  private once(bytes: Uint8Array, at: number): Promise<number> {
    return new Promise((done, fail) => write(this.fd, bytes, at, bytes.length - at, null, (error, n) => (error === null ? done(n) : fail(error))))
  }

  commit(): void {
    if (this.own) closeSync(this.fd)
  }

  abort(): void {
    if (this.own) closeSync(this.fd)
  }
}

/** The reader of stdout went away: end like other filters do, without a word. */
function brokenPipe(): never {
  removeTemps()
  process.exit(EXIT.PIPE)
}

export const stdout = new Descriptor(1, false)

/** Gathers the output of many small documents into fewer writes. */
export class Gathered implements Sink {
  private parts: Uint8Array[] = []
  private size = 0

  constructor(private readonly to: Sink) {}

  async write(bytes: Uint8Array): Promise<void> {
    this.parts.push(bytes)
    this.size += bytes.length
    if (this.size >= GATHER) await this.flush()
  }

  async flush(): Promise<void> {
    const all = Buffer.concat(this.parts)
    this.parts = []
    this.size = 0
    if (all.length > 0) await this.to.write(all)
  }

  commit(): void {}
  abort(): void {}
}

const GATHER = 1 << 16

/** Where `path` really leads: links are followed, so that a file is replaced and not the link to it. Null: a pipe or device, which is written to directly. */
export function resolveTarget(path: string): string | null {
  let target = path
  try {
    target = realpathSync(path)
    if (!statSync(target).isFile()) return null
  } catch {
    // Not there yet, or it cannot be: writing will tell.
  }
  return target
}

/** A sink for a path the user gave: atomic where it is, or will be, a file. */
export function openTarget(path: string): Sink {
  const target = resolveTarget(path)
  if (target !== null) return new AtomicFile(target)
  try {
    return new Descriptor(openSync(path, 'w'), true)
  } catch (error) {
    throw of(path, writing(error))
  }
}
