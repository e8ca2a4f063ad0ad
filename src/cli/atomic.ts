import { closeSync, fchmodSync, fchownSync, fsyncSync, openSync, renameSync, rmSync, statSync, writeSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import type { Sink } from './output'
import { writing } from './problems'

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

export function writeAll(fd: number, bytes: Uint8Array): void {
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
    renamed.add(dirname(this.target))
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

/** Folders in which files were renamed. */
const renamed = new Set<string>()

/** So that new names outlive a power cut: once for a folder, not for each of its files. Not every system can. */
export function syncFolders(more: Iterable<string> = []): void {
  for (const folder of new Set([...renamed, ...more])) {
    try {
      const fd = openSync(folder, 'r')
      fsyncSync(fd)
      closeSync(fd)
    } catch {}
  }
  renamed.clear()
}
