// The library for benches and long proofs: bundled from source into a temporary folder, or, with `--dist`, as built.
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { build } from 'esbuild'

export const ROOT = fileURLToPath(new URL('../', import.meta.url))

/**
 * Paths of importable files for entries such as `src/index.ts`, in order. The temporary folder goes when the process
 * ends. All entries share one copy of what they have in common.
 */
export async function bundle(entries, { dist = process.argv.includes('--dist') } = {}) {
  if (dist) {
    const built = entries.map((e) => join(ROOT, e.replace(/^src\//, 'dist/').replace(/\.ts$/, '.js')))
    const missing = built.filter((f) => !existsSync(f))
    if (missing.length > 0) throw new Error(`not built: ${missing.map((f) => f.slice(ROOT.length)).join(', ')} (npm run build)`)
    return built
  }
  const work = mkdtempSync(join(tmpdir(), 'dephi-bench-'))
  process.on('exit', () => rmSync(work, { recursive: true, force: true }))
  const named = Object.fromEntries(entries.map((e, i) => [`entry${i}`, join(ROOT, e)]))
  await build({ entryPoints: named, bundle: true, splitting: true, format: 'esm', platform: 'node', target: 'es2022', outdir: work, outExtension: { '.js': '.mjs' }, logLevel: 'error' })
  return entries.map((_, i) => join(work, `entry${i}.mjs`))
}

/** The modules themselves. */
export async function load(entries, options) {
  const files = await bundle(entries, options)
  return Promise.all(files.map((f) => import(pathToFileURL(f).href)))
}

/** Values of a flag on the command line; `flag('--mb', 1024)` gives a number where the fallback is one. */
export function flag(name, fallback) {
  const at = process.argv.indexOf(name)
  if (at < 0) return fallback
  const value = process.argv[at + 1]
  return typeof fallback === 'number' ? Number(value) : value
}

export const has = (name) => process.argv.includes(name)
