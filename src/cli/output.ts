import { closeSync, fchmodSync, fchownSync, fsyncSync, openSync, realpathSync, renameSync, rmSync, statSync, write, writeSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { EXIT, of, writing } from './problems'

/** Where a document's bytes go. `commit` makes them last, `abort` leaves nothing behind (where that is possible). */
export interface Sink {
  write(bytes: Uint8Array): void | Promise<void>
  commit(): void
  abort(): void
}

/** Temporary files there are now, or soon will be in a worker. */
const temps = new Set<string>()
let count = 0

/** A name for the new content of `target`, in the same folder, so that renaming is atomic. Removed on signals. */
export function tempFor(target: string): string {
  const temp = join(dirname(target), `.${basename(target).slice(0, 100)}.${process.pid}-${++count}${TEMP_END}`)
  temps.add(temp)
  return temp
}

export const TEMP_END = '.dephi-tmp'

function forget(temp: string): void {
  temps.delete(temp)
}

/** A worker is done with this temporary file, one way or another. */
export function discard(temp: string): void {
  remove(temp)
  forget(temp)
}

export function removeTemps(): void {
  for (const temp of temps) remove(temp)
  temps.clear()
}

function remove(path: string): void {
  try {
    rmSync(path, { force: true })
  } catch {}
}

function writeAll(fd: number, bytes: Uint8Array): void {
  for (let at = 0; at < bytes.length; ) at += writeSync(fd, bytes, at, bytes.length - at)
}

/** A file that is there whole or not at all: written beside its target, synced, renamed over it. An existing file keeps its mode and owner. */
export class AtomicFile implements Sink {
  private fd: number
  private readonly mode: number
  private readonly owner: { readonly uid: number; readonly gid: number } | null

  constructor(
    private readonly target: string,
    private readonly temp: string = tempFor(target),
  ) {
    try {
      const before = statSync(target, { throwIfNoEntry: false })
      this.owner = before ?? null
      this.mode = before === undefined ? 0o666 & ~process.umask() : before.mode & 0o7777
      this.fd = openSync(temp, 'wx', 0o600)
    } catch (error) {
      forget(temp)
      throw writing(error)
    }
  }

  write(bytes: Uint8Array): void {
    try {
      writeAll(this.fd, bytes)
    } catch (error) {
      throw writing(error)
    }
  }

  commit(): void {
    try {
      if (this.owner !== null) own(this.fd, this.owner)
      fchmodSync(this.fd, this.mode)
      fsyncSync(this.fd)
      closeSync(this.fd)
      this.fd = -1
      renameSync(this.temp, this.target)
    } catch (error) {
      this.abort()
      throw writing(error)
    }
    forget(this.temp)
    syncFolder(dirname(this.target))
  }

  abort(): void {
    if (this.fd >= 0) closeSync(this.fd)
    this.fd = -1
    discard(this.temp)
  }
}

/** Only root can give files away; for others the new file is theirs. */
function own(fd: number, { uid, gid }: { readonly uid: number; readonly gid: number }): void {
  try {
    fchownSync(fd, uid, gid)
  } catch {}
}

/** So that the new name outlives a power cut. Not every system can. */
function syncFolder(path: string): void {
  try {
    const fd = openSync(path, 'r')
    fsyncSync(fd)
    closeSync(fd)
  } catch {}
}

/**
 * An open descriptor: stdout, a pipe, a device. Writes wait in a thread of their own (backpressure without stopping
 * signals), retry where the descriptor is not ready, and go on where one was cut short by a nearly full disk.
 */
export class Descriptor implements Sink {
  constructor(
    private readonly fd: number,
    private readonly own: boolean,
  ) {}

  async write(bytes: Uint8Array): Promise<void> {
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
