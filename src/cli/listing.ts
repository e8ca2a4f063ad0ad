import { type Dirent, fstatSync, readdirSync, realpathSync, type Stats, statSync } from 'node:fs'
import { basename, join, relative } from 'node:path'
import type { DephiError } from '../errors'
import { TEMP_END } from './atomic'
import { glob, isGlob } from './glob'
import { type Source, STDIN } from './input'
import { reading } from './problems'

/** Folders that are not walked: rewriting them would break the history. Named as an argument they are. */
const HISTORIES: readonly string[] = ['.git', '.hg', '.svn']

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
    const magic = pattern.search(/[*?[{]/)
    const base = pattern.slice(0, Math.max(pattern.lastIndexOf('/', magic), pattern.lastIndexOf('\\', magic)) + 1)
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
