#!/usr/bin/env node
// Scores the engine on every public corpus beside the project and tells what changed since the committed figures.
//
//   npm run quality [-- --save]
//
// Writes docs/quality.md; --save also writes bench/results/quality.json, which the next run is compared with.
import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const ROOT = fileURLToPath(new URL('../../', import.meta.url))
if (!existsSync(join(ROOT, '../shared/corpora'))) {
  console.log('skipped: the public corpora are not beside the project')
  process.exit(0)
}
const RESULTS = join(ROOT, 'bench/results/quality.json')
const out = execFileSync(process.execPath, [join(ROOT, 'bench/quality/run.mjs'), '--json'], { encoding: 'utf8', maxBuffer: 1 << 28 })
const now = rounded(JSON.parse(out).corpora)
const before = existsSync(RESULTS) ? JSON.parse(readFileSync(RESULTS, 'utf8')).corpora : null

mkdirSync(join(ROOT, 'docs'), { recursive: true })
writeFileSync(join(ROOT, 'docs/quality.md'), doc(now))
console.log(before === null ? 'no committed figures to compare with\n' : `${changes(before, now)}\n`)
console.log(summary(now))
if (process.argv.includes('--save')) {
  mkdirSync(join(ROOT, 'bench/results'), { recursive: true })
  writeFileSync(RESULTS, `${JSON.stringify({ corpora: now }, null, 1)}\n`)
}

/** Five digits are plenty, and keep the committed file from changing for nothing. */
function rounded(value) {
  return JSON.parse(JSON.stringify(value, (_, v) => (typeof v === 'number' && !Number.isInteger(v) ? Number(v.toFixed(5)) : v)))
}

function percent(x) {
  return x === null || x === undefined ? '–' : (100 * x).toFixed(2)
}

function perLabel(byLabel, chars) {
  const list = Object.entries(byLabel).sort((a, b) => b[1] - a[1])
  return list.length === 0 ? '–' : list.map(([label, n]) => `${label} ${((n * 10000) / chars).toFixed(2)}`).join(', ')
}

/** Characters of a corpus, from its rate and counts; 1 where nothing was false. */
function characters(c) {
  const n = Object.values(c.falseByLabel).reduce((a, b) => a + b, 0)
  return n === 0 ? 1 : (n * 10000) / c.falsePer10k
}

function summary(corpora) {
  const head = '| corpus | documents | identifiers | recall | char recall | typed | precision | false per 10k | by label |\n|---|---|---|---|---|---|---|---|---|'
  return [
    head,
    ...Object.entries(corpora).map(
      ([name, c]) =>
        `| ${name} | ${c.docs} | ${c.spans} | ${percent(c.recall)} | ${percent(c.charRecall)} | ${percent(c.typed)} | ${percent(c.precision)} | ${c.falsePer10k.toFixed(2)} | ${perLabel(c.falseByLabel, characters(c))} |`,
    ),
  ].join('\n')
}

function doc(corpora) {
  const rows = Object.entries(corpora).flatMap(([name, c]) =>
    Object.entries(c.categories).map(([label, r]) => `| ${name} | ${label} | ${r.gold} | ${percent(r.recall)} | ${percent(r.charRecall)} | ${percent(r.typed)} |`),
  )
  return `# Quality

Measured on public corpora, by \`npm run quality\`; no rule of the engine was written to name a string because a corpus holds it. Synthetic and role-played text is easier in some ways and odder in others than a hospital's own: measure on yours.

_Recall_: every letter and digit of the identifier is covered. _Char recall_: share of its letters and digits covered. _Typed_: covered under the right label (labels of the same surface form count as one). _False per 10k_: findings that touch no identifier, in 10,000 characters; of \`mtsamples_clean\` and \`mts_dialog\`, which were chosen for holding nearly none, all findings count as false. Percentages, and false findings per 10,000 characters by label.

${summary(corpora)}

## By category

| corpus | category | identifiers | recall | char recall | typed |
|---|---|---|---|---|---|
${rows.join('\n')}
`
}

/** What moved by 0.05 points or more, or in false findings at all. */
function changes(old, fresh) {
  const lines = []
  const delta = (what, a, b, scale, digits) => {
    if (typeof a !== 'number' || typeof b !== 'number' || Math.abs(b - a) * scale < 0.5 / 10 ** (digits - 1)) return
    lines.push(`${what.padEnd(52)} ${(a * scale).toFixed(digits)} → ${(b * scale).toFixed(digits)}  (${b > a ? '+' : ''}${((b - a) * scale).toFixed(digits)})`)
  }
  for (const [name, c] of Object.entries(fresh)) {
    const was = old[name]
    if (was === undefined) {
      lines.push(`${name}: new`)
      continue
    }
    delta(`${name} recall`, was.recall, c.recall, 100, 2)
    delta(`${name} char recall`, was.charRecall, c.charRecall, 100, 2)
    delta(`${name} false per 10k`, was.falsePer10k, c.falsePer10k, 1, 3)
    for (const [label, r] of Object.entries(c.categories)) delta(`${name} ${label} recall`, was.categories[label]?.recall, r.recall, 100, 2)
    for (const label of new Set([...Object.keys(was.falseByLabel), ...Object.keys(c.falseByLabel)])) {
      const a = was.falseByLabel[label] ?? 0
      const b = c.falseByLabel[label] ?? 0
      if (a !== b) lines.push(`${`${name} false ${label}`.padEnd(52)} ${a} → ${b}  (${b > a ? '+' : ''}${b - a})`)
    }
  }
  for (const name of Object.keys(old)) if (fresh[name] === undefined) lines.push(`${name}: gone`)
  return lines.length === 0 ? 'nothing changed' : lines.join('\n')
}
