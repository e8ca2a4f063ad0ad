#!/usr/bin/env node
// Time is linear on hostile input, at size: every hostile unit of test/laws/text.ts at 4 and 8 MB; and none is slow out
// of all proportion to clinical notes.
//
//   node test/long/linear.mjs [--mb 4] [--only UNIT]
//
// A unit is slow when it runs at less than a tenth of the speed of notes; that is reported, the ratio is what fails.
import { flag, load } from '../../bench/load.mjs'
import { notes } from '../../bench/speed/notes.mjs'

const RATIO = 2.5
const size = flag('--mb', 4) * 1024 * 1024
const only = flag('--only', '')
const [{ DETECTORS, Engine, Run, plan }, { HOSTILE_UNITS }] = await load(['bench/speed/profile-engine.ts', 'test/laws/text.ts'], { dist: false })
const engine = new Engine(plan(), DETECTORS, [], { tagged: true, titles: true })
const units = HOSTILE_UNITS.filter((u) => only === '' || u === JSON.parse(`"${only}"`))

/** Milliseconds of processor time for one document in chunks of 64 KB, as it comes from a file; what else runs on the machine counts less so. */
function once(text) {
  const start = process.cpuUsage()
  const run = new Run(engine, null)
  for (let at = 0; at < text.length; at += 65536) run.push(text.slice(at, at + 65536))
  run.end()
  const { user, system } = process.cpuUsage(start)
  return (user + system) / 1000
}

function best(text, tries) {
  let ms = Number.POSITIVE_INFINITY
  for (let k = 0; k < tries; k++) {
    ms = Math.min(ms, once(text))
    if (ms > 4000) break // a long run needs no second one to be exact
  }
  return ms
}

const fill = (unit, n) => Buffer.from(unit.repeat(Math.ceil(n / unit.length))).toString('utf8')
const raw = (unit, n) => unit.repeat(Math.ceil(n / unit.length))
const noteText = Buffer.from(
  notes(3, 400)
    .map((n) => n.text)
    .join('\n\n'),
).toString('utf8')
for (let k = 0; k < 36; k++) once(noteText)
const noteSpeed = noteText.length / 1e3 / best(noteText, 5)
console.log(`notes: ${noteSpeed.toFixed(1)} MB/s`)

const results = []
for (const unit of units) {
  // A lone surrogate does not survive a round trip through UTF-8.
  const make = /[\ud800-\udfff]/.test(unit) && !/[\ud800-\udbff][\udc00-\udfff]/.test(unit) ? raw : fill
  once(make(unit, size / 16))
  let ratio = Number.POSITIVE_INFINITY
  let speed = 0
  for (let k = 0; k < 4 && ratio >= RATIO; k++) {
    const a = best(make(unit, size), 2)
    const b = best(make(unit, 2 * size), 2)
    ratio = Math.min(ratio, b / a)
    speed = Math.max(speed, size / 1e3 / a, (2 * size) / 1e3 / b)
  }
  results.push({ unit, ratio, speed })
  if (ratio >= RATIO) console.log(`NOT LINEAR ${JSON.stringify(unit)}: doubling costs ${ratio.toFixed(2)} times`)
}

results.sort((a, b) => a.speed - b.speed)
console.log('\nslowest:')
for (const r of results.slice(0, 15))
  console.log(`${JSON.stringify(r.unit).padEnd(28)} ${r.speed.toFixed(2).padStart(8)} MB/s   doubling ${r.ratio.toFixed(2)}${r.speed < noteSpeed / 10 ? '   SLOW: under a tenth of notes' : ''}`)
const bad = results.filter((r) => r.ratio >= RATIO)
console.log(`\n${results.length} units, ${bad.length} not linear, ${results.filter((r) => r.speed < noteSpeed / 10).length} slow`)
process.exitCode = bad.length > 0 ? 1 : 0
