import { type Dirent, lstatSync, readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'

const MAGIC = /[*?[\]{}]/

export const isGlob = (pattern: string): boolean => MAGIC.test(pattern)

/**
 * Paths a pattern matches, sorted: `*` `?` `[a-z]` `[!a]` within a name, `**` over folders, `{a,b}`. As in a shell,
 * names that start with a dot are only matched by a dot, and `**` does not follow links.
 */
export function glob(pattern: string): string[] {
  const out = new Set<string>()
  for (const one of braces(pattern)) {
    const segments = one.split(process.platform === 'win32' ? /[\\/]+/ : /\/+/)
    if (segments[0] === '') walk('/', segments.slice(1), out)
    else walk('', segments, out)
  }
  return [...out].sort()
}

/** `a{b,c}d` → `abd`, `acd`. */
function braces(pattern: string): string[] {
  const close = pattern.indexOf('}')
  const open = pattern.lastIndexOf('{', close)
  if (close < 0 || open < 0) return [pattern]
  const choices = pattern.slice(open + 1, close).split(',')
  return choices.flatMap((c) => braces(pattern.slice(0, open) + c + pattern.slice(close + 1)))
}

function walk(folder: string, segments: readonly string[], out: Set<string>): void {
  const [head, ...rest] = segments
  if (head === undefined || head === '') {
    if (folder !== '') out.add(folder)
    return
  }
  const at = (name: string): string => (folder === '' ? name : join(folder, name))
  if (head === '**') {
    walk(folder, rest.length === 0 ? ['*'] : rest, out)
    for (const e of entries(folder)) if (e.isDirectory() && !e.name.startsWith('.')) walk(at(e.name), segments, out)
  } else if (!isGlob(head)) {
    if (lstatSync(at(head), { throwIfNoEntry: false }) !== undefined) walk(at(head), rest, out)
  } else {
    const test = expression(head)
    for (const e of entries(folder)) if (test.test(e.name) && (rest.length === 0 || isFolder(at(e.name), e))) walk(at(e.name), rest, out)
  }
}

function entries(folder: string): Dirent[] {
  try {
    return readdirSync(folder === '' ? '.' : folder, { withFileTypes: true })
  } catch {
    return []
  }
}

const isFolder = (path: string, e: Dirent): boolean => e.isDirectory() || (e.isSymbolicLink() && statSync(path, { throwIfNoEntry: false })?.isDirectory() === true)

function expression(segment: string): RegExp {
  let source = segment.startsWith('.') ? '' : '(?!\\.)'
  for (let i = 0; i < segment.length; i++) {
    const c = segment[i]
    const close = c === '[' ? segment.indexOf(']', i + 2) : -1
    if (c === '*') source += source.endsWith('[^/]*') ? '' : '[^/]*'
    else if (c === '?') source += '[^/]'
    else if (close > 0) {
      const inner = segment.slice(i + 1, close).replace(/[\\\]]/g, '\\$&')
      source += `[${inner.startsWith('!') ? `^${inner.slice(1)}` : inner.replace(/^\^/, '\\^')}]`
      i = close
    } else source += c.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&')
  }
  return new RegExp(`^${source}$`, 'u')
}
