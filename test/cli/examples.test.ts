import { spawn } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'
import { afterAll, expect, test } from 'vitest'
import { finish } from './harness'

const ROOT = fileURLToPath(new URL('../..', import.meta.url))
const parent = join(ROOT, 'node_modules', '.cache', 'dephi-test')
mkdirSync(parent, { recursive: true })
const home = mkdtempSync(join(parent, 'examples-'))
cpSync(join(ROOT, 'docs/examples'), join(home, 'docs/examples'), { recursive: true })
await build({
  entryPoints: { index: join(ROOT, 'src/index.ts'), csv: join(ROOT, 'src/formats/csv.ts') },
  bundle: true,
  splitting: true,
  platform: 'node',
  format: 'esm',
  packages: 'external',
  outdir: join(home, 'dist'),
  logLevel: 'error',
})
afterAll(() => rmSync(home, { recursive: true, force: true }))

const start = (env: Record<string, string>) => finish(spawn(process.execPath, [join(home, 'docs/examples/start.mjs')], { env: { PATH: process.env.PATH ?? '', ...env } }))

test.each(['24', '80', '200'])('the start page fits %s columns, without a terminal and without colours', async (columns) => {
  const r = await start({ COLUMNS: columns })
  expect([r.code, r.stderr]).toEqual([0, ''])
  const lines = r.stdout.split('\n')
  expect(Math.max(...lines.map((l) => l.length))).toBeLessThanOrEqual(Number(columns))
  expect(r.stdout).not.toContain('\u001b')
  expect(r.stdout.match(/\d+ replaced:/g)).toHaveLength(4)
})

test('both columns together are the documents', async () => {
  const r = await start({ COLUMNS: '200' })
  const left = r.stdout.split('\n').map((l) => l.split(' │ ')[0].trimEnd())
  const words = left.join(' ').replace(/\s+/g, '')
  for (const name of ['discharge-summary.txt', 'prompt.txt', 'app.log', 'patients.csv']) {
    expect(words).toContain(readFileSync(join(home, 'docs/examples', name), 'utf8').replace(/\s+/g, ''))
  }
})

test('colours when asked for', async () => {
  expect((await start({ FORCE_COLOR: '1' })).stdout).toContain('\u001b[43m')
  expect((await start({ FORCE_COLOR: '1', NO_COLOR: '1' })).stdout).not.toContain('\u001b')
})
