import { type BigIntStats, mkdirSync, statSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { usage } from './args'
import { type Source, STDIN } from './input'
import { resolveTarget } from './output'
import { of, writing } from './problems'

/** Where scrubbed documents go. */
export type Where = { readonly kind: 'stdout' } | { readonly kind: 'in-place' } | { readonly kind: 'file'; readonly path: string } | { readonly kind: 'folder'; readonly path: string }

/** `--out` names a folder when it is one, ends like one, or is to take more than one document. */
export function whereTo(out: string | undefined, inPlace: boolean, args: readonly string[], sources: readonly Source[]): Where {
  if (inPlace) {
    if (args.length === 0 || args.includes(STDIN)) throw usage('--in-place needs files or folders, not stdin. Name them.')
    return { kind: 'in-place' }
  }
  if (out === undefined || out === STDIN) return { kind: 'stdout' }
  const folder = isFolder(out) || /[\\/]$/.test(out)
  const many = args.length > 1 || sources.length > 1 || sources.some((s) => s.met)
  if (!folder && !many) return { kind: 'file', path: out }
  if (sources.some((s) => s.path === STDIN)) throw usage('--out of stdin takes a file, not a folder. Give it a name.')
  if (!folder && statOf(out) !== undefined) throw usage('--out must be a folder when there is more than one document. Choose another name.')
  return { kind: 'folder', path: out }
}

const isFolder = (path: string): boolean => statOf(path)?.isDirectory() === true

/** Undefined for what is not there or cannot be: writing will tell. */
function statOf(path: string): BigIntStats | undefined {
  try {
    return statSync(path, { bigint: true })
  } catch {
    return undefined
  }
}

/**
 * The file each source goes to; null: no file. Decided before anything is written: two documents of one name, or an
 * output that is an input, are mistakes of usage. Links are followed.
 */
export function targets(sources: readonly Source[], where: Where): Array<string | null> {
  if (where.kind === 'stdout') return sources.map(() => null)
  const made = sources.map((s) => (where.kind === 'in-place' ? s.path : where.kind === 'file' ? where.path : join(where.path, s.within)))
  const inputs = new Map(sources.filter((s) => s.path !== STDIN).map((s) => [identity(s.path), s.path]))
  const taken = new Map<string, string>()
  made.forEach((path, i) => {
    const key = resolve(path)
    const other = taken.get(key)
    if (other !== undefined) throw of(path, { code: 'USAGE', message: `Two documents would be written there, ${other} and ${sources[i].path}. Scrub them to different folders.` })
    taken.set(key, sources[i].path)
    const same = where.kind === 'in-place' ? undefined : inputs.get(identity(path))
    if (same !== undefined) throw of(path, { code: 'USAGE', message: 'The output would overwrite an input. Use --in-place for that, or another folder.' })
  })
  if (where.kind === 'in-place') for (const s of sources) if (!s.regular) throw of(s.path, { code: 'USAGE', message: 'Not a file, so it cannot be scrubbed in place.' })
  return made.map((path) => resolveTarget(path))
}

/** The same for every path that leads to the same file. */
function identity(path: string): string {
  const stats = statOf(path)
  return stats?.isFile() ? `${stats.dev}:${stats.ino}` : resolve(path)
}

export function makeFolder(path: string): void {
  try {
    mkdirSync(dirname(path), { recursive: true })
  } catch (error) {
    throw writing(error)
  }
}
