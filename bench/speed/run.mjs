#!/usr/bin/env node
// How fast, beside what: one process, everything in turns, medians with the slowest and fastest round.
//
//   npm run bench -- [--no-peers] [--dist] [--rounds 9] [--ms 60] [--json] [--save]
//
// First the answers are checked on a fixed text; a system's count of replacements is printed beside its speed, and the
// bench fails if the engine finds fewer of the planted identifiers than answers.json says. --save writes
// bench/results/speed-<date>.json and docs/speed.md, and raises the floor in answers.json if more were found.
import { readFileSync, writeFileSync } from 'node:fs'
import { flag, has, load } from '../load.mjs'
import { installPeers, peers } from '../peers/peers.mjs'
import { answers } from './answers.mjs'
import { coldStart } from './cold.mjs'
import { interleave, latencies } from './measure.mjs'
import { notes } from './notes.mjs'
import { docs, rows, save, table } from './report.mjs'
import { baselines, doors } from './systems.mjs'
import { accessLines, clean, dense, jsonLines, prompts } from './texts.mjs'

const SEED = 1
const FLOOR = new URL('answers.json', import.meta.url)
/** Flat, one byte a character where that is possible: as text comes from a file or a socket. */
const flat = (list) => list.map((s) => Buffer.from(s).toString('utf8'))
const lines = (list) => list.map((s) => `${s}\n`)

const [{ createDeidentifier, safeHarbor }] = await load(['src/index.ts'])
const deid = createDeidentifier(safeHarbor())
const rules = createDeidentifier(safeHarbor(), { tagger: false })
if (!has('--no-peers')) installPeers()
const beside = has('--no-peers') ? [] : await peers()

const fixed = notes(SEED, 56)
const floor = JSON.parse(readFileSync(FLOOR, 'utf8'))
const answer = await answers(deid, fixed, flat(clean(SEED, 28)), beside)
if (answer.found < floor.found || answer.planted !== floor.planted) {
  console.error(`Wrong answer, nothing timed: found ${answer.found} of ${answer.planted} planted identifiers, ${floor.found} of ${floor.planted} are required.`)
  for (const m of answer.missed.slice(0, 20)) console.error(`  missed ${m}`)
  process.exit(1)
}

const texts = {
  notes: flat(notes(SEED, 112).map((n) => n.text)),
  prompts: flat(prompts(SEED, 200)),
  'JSON log lines': flat(lines(jsonLines(SEED, 2000))),
  'access-log lines': flat(lines(accessLines(SEED, 2000))),
  'text without PHI': flat(clean(SEED, 100)),
  'dense PHI': flat(dense(SEED, 60).map((n) => n.text)),
}
const timing = { rounds: flag('--rounds', 9), ms: flag('--ms', 60) }
// The compiler needs some 40 MB of work to get through the engine (how slow it is until then: cold.mjs).
for (let n = 0; n < 48e6; ) {
  for (const list of Object.values(texts)) {
    for (const text of list.slice(0, 60)) {
      deid.text(text)
      n += text.length
    }
  }
}
const cases = [...baselines(texts), ...doors(deid, rules, texts, beside)]
await interleave(cases, timing)

const two = texts.notes.map((s) => s.slice(0, 2048)).filter((s) => s.length === 2048)
const calls = [...baselines({ notes: two }), ...doors(deid, rules, { notes: two }, beside)].filter((c) => c.perCall)
await latencies(calls, flag('--calls', 2000))

const result = { answer, speed: rows(cases, 'notes'), latency: calls.map((c) => ({ name: c.name, times: c.times })), cold: coldStart(texts.notes), timing }
if (has('--json')) console.log(JSON.stringify(table(result), null, 1))
else console.log(docs(result))
if (has('--save')) {
  save(result)
  if (answer.found > floor.found) writeFileSync(FLOOR, `${JSON.stringify({ planted: answer.planted, found: answer.found }, null, 2)}\n`)
}
