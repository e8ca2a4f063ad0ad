#!/usr/bin/env node
// Scores the engine, straight from source, on the public corpora beside the project (skipped where they are absent).
//
//   node bench/quality/run.mjs [--corpus NAME …] [--label LABEL] [--misses N] [--false N] [--json] [--no-facility]
//
// --label: run that label's detectors alone and list only its misses; --misses / --false print that many examples.
import { execFileSync } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { build } from 'esbuild'

const args = process.argv.slice(2)
const all = (flag) => args.flatMap((a, i) => (a === flag ? [args[i + 1]] : []))
const shared = fileURLToPath(new URL('../../../shared/', import.meta.url))
if (!existsSync(join(shared, 'corpora'))) {
  console.log('skipped: the public corpora are not beside the project')
  process.exit(0)
}
const work = mkdtempSync(join(tmpdir(), 'quality-'))
try {
  const engine = join(work, 'engine.mjs')
  await build({ entryPoints: [fileURLToPath(new URL('engine.ts', import.meta.url))], bundle: true, format: 'esm', platform: 'node', outfile: engine, logLevel: 'error' })
  const { finder } = await import(pathToFileURL(engine).href)
  const label = all('--label')[0]
  const find = finder((d) => label === undefined || d.label === label)
  const wanted = all('--corpus')
  const corpora = readdirSync(join(shared, 'corpora')).filter((f) => f.endsWith('.jsonl') && (wanted.length === 0 || wanted.some((w) => f.startsWith(w))))
  const score = ['--max-old-space-size=4096', join(shared, 'eval/score.mjs')]
  for (const file of corpora) {
    const gold = join(shared, 'corpora', file)
    const pred = join(work, file)
    const lines = readFileSync(gold, 'utf8')
      .split('\n')
      .filter(Boolean)
      .map((l) => JSON.parse(l))
    writeFileSync(pred, lines.map((d) => JSON.stringify({ id: d.id, findings: find(d.text).map(({ start, end, label, score }) => ({ start, end, label, score })) })).join('\n'))
    score.push('--gold', gold, '--pred', pred)
  }
  for (const flag of ['--json', '--no-facility', '--no-clinician']) if (args.includes(flag)) score.push(flag)
  const misses = Number(all('--misses')[0] ?? 0)
  if (misses > 0) score.push('--misses', label === undefined ? String(misses) : '1000000')
  if (all('--false').length > 0) score.push('--false', all('--false')[0])
  const out = execFileSync(process.execPath, score, { encoding: 'utf8', maxBuffer: 1 << 30 })
  let shown = 0
  let inExample = false
  for (const line of out.split('\n')) {
    if (/^(MISS|FALSE) /.test(line)) inExample = true
    else if (inExample && line !== '') continue // an example whose text has line breaks
    if (label !== undefined && line.startsWith('MISS') && !(line.split(/ +/)[3] === label && shown++ < misses)) continue
    if (label !== undefined && /^\S+ +[A-Z_]+ +\d/.test(line) && !line.includes(` ${label} `)) continue
    console.log(line)
  }
} finally {
  rmSync(work, { recursive: true, force: true })
}
