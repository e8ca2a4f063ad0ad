// The figures as tables, for the terminal, for docs/speed.md and as JSON.
import { mkdirSync, writeFileSync } from 'node:fs'
import { cpus, totalmem } from 'node:os'
import { join } from 'node:path'
import { ROOT } from '../load.mjs'
import { median, quantile } from './measure.mjs'

/** One row a case: medians, and the ratio to the charCodeAt pass over the notes in the same rounds. */
export function rows(cases, baseText) {
  const base = cases.find((c) => c.name === 'charCodeAt pass' && c.text === baseText)
  return cases.map((c) => ({ name: c.name, text: c.text, median: median(c.speeds), min: Math.min(...c.speeds), max: Math.max(...c.speeds), ratio: median(c.speeds.map((v, i) => v / base.speeds[i])) }))
}

/** Everything as plain data. */
export function table({ answer, speed, latency, cold, timing }) {
  const { missed, ...counts } = answer
  return {
    machine: machine(),
    command: 'npm run bench',
    timing,
    answers: { ...counts, missed: missed.length },
    speed: speed.map((r) => ({ ...r, median: round(r.median), min: round(r.min), max: round(r.max), ratio: round(r.ratio) })),
    latency: latency.map((l) => ({ name: l.name, p50: round(quantile(l.times, 0.5) * 1000), p99: round(quantile(l.times, 0.99) * 1000), calls: l.times.length })),
    coldStart: Object.fromEntries(Object.entries(cold).map(([k, v]) => [k, round(v)])),
  }
}

/** docs/speed.md. */
export function docs(result) {
  const t = table(result)
  const { answers: a } = t
  const out = [
    '# Speed',
    '',
    'One process, everything in turns, so that what is compared shares the same moments of the machine: compare within a table, never between runs. MB is 10⁶ characters; median of the rounds (slowest–fastest). The texts are made up, from a seed (`bench/speed/notes.mjs`): 14 kinds of clinical notes of 2 to 3 KB with some 2.4 identifiers per 100 words, prompts of 0.2 to 2 KB, log lines one call each.',
    '',
    `\`${t.command}\` on ${t.machine.cpu}, ${t.machine.cores} cores, ${t.machine.memory} GB, Node ${t.machine.node}, ${t.timing.rounds} rounds of ${t.timing.ms} ms.`,
    '',
    '## First the answers',
    '',
    `The fixed text is 56 notes with ${a.planted} planted identifiers, and ${a.cleanChars} characters of clinical text without any. dephi covers every letter and digit of ${a.found} of the ${a.planted}; on the text without identifiers it makes ${a.onClean} findings. A peer is asked only for its number of replacements: they say nothing of whether the right thing was replaced.`,
    '',
    '| system | replacements in the notes | in text without PHI |',
    '|---|---|---|',
    `| dephi, safeHarbor() | ${a.findings} | ${a.onClean} |`,
    ...a.others.map((o) => `| ${o.name} | ${o.replacements} | ${o.onClean} |`),
    '',
    '## Throughput',
    '',
    '| system | text | MB/s | of a charCodeAt pass |',
    '|---|---|---|---|',
    ...t.speed.map((r) => `| ${r.name} | ${r.text} | ${r.median} (${r.min}–${r.max}) | ${percent(r.ratio)} |`),
    '',
    '## One call on 2 KB of note',
    '',
    '| system | p50 µs | p99 µs |',
    '|---|---|---|',
    ...t.latency.map((l) => `| ${l.name} | ${l.p50} | ${l.p99} |`),
    '',
    '## Cold start',
    '',
    `A fresh process: import ${t.coldStart.import} ms, compile the policy ${t.coldStart.compile} ms, first finding ${t.coldStart.first} ms, together ${t.coldStart.total} ms. Then, while it is still being compiled, the first megabyte of notes at ${t.coldStart.firstMegabyte} MB/s and the next nine at ${t.coldStart.nextNine} MB/s.`,
    '',
  ]
  return out.join('\n')
}

export function save(result) {
  const date = new Date().toISOString().slice(0, 10)
  mkdirSync(join(ROOT, 'bench/results'), { recursive: true })
  writeFileSync(join(ROOT, `bench/results/speed-${date}.json`), `${JSON.stringify({ date, ...table(result) }, null, 1)}\n`)
  writeFileSync(join(ROOT, 'docs/speed.md'), docs(result))
}

function machine() {
  return { cpu: cpus()[0].model.trim(), cores: cpus().length, memory: Math.round(totalmem() / 1e9), node: process.versions.node, platform: `${process.platform} ${process.arch}` }
}

const round = (n) => Number(n.toPrecision(3))
const percent = (r) => `${(100 * r).toFixed(r < 0.1 ? 1 : 0)} %`
