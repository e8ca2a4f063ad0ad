#!/usr/bin/env node
// Where the time goes: ns per KB of clinical notes, by stage and by detector (each detector run alone, minus none).
//
//   node bench/speed/profile.mjs [--text notes|clean|dense|logs] [--only ID …] [--json]
//
// "calls" are triggers per KB, "ns/call" what one costs, "found" findings per 100 KB. What is left between all detectors
// together and the sum of each alone is dispatch: masks compared at every token, and call sites that see many detectors.
import { flag, has, load } from '../load.mjs'
import { notes } from './notes.mjs'
import { clean, dense, jsonLines } from './texts.mjs'

const TEXTS = { notes: () => notes(1, 84).map((n) => n.text), clean: () => clean(1, 100), dense: () => dense(1, 60).map((n) => n.text), logs: () => [jsonLines(1, 600).join('\n')] }
const texts = TEXTS[flag('--text', 'notes')]().map((s) => Buffer.from(s).toString('utf8'))
const kb = texts.reduce((n, t) => n + t.length, 0) / 1024
const [{ DETECTORS, Engine, Folder, Program, Run, Scanner, Window, baseWords, plan }] = await load(['bench/speed/profile-engine.ts'], { dist: false })

/** Nanoseconds per KB of one pass over all texts: the best of many, for at least `ms`. */
function cost(pass, ms = 60) {
  let best = Number.POSITIVE_INFINITY
  const stop = performance.now() + ms
  for (let k = 0; k < 12 || performance.now() < stop; k++) {
    const start = performance.now()
    pass()
    best = Math.min(best, performance.now() - start)
  }
  return (best * 1e6) / kb
}

/** Windows of all texts, scanned with a program's own word table. */
function windows(program) {
  return texts.map((text) => {
    const w = new Window()
    w.text = new Folder().fold(text).text
    new Scanner(program.words, new Set()).scan(w, 0, w.text.length, true)
    return w
  })
}

function detectPass(program, faults) {
  const ws = windows(program)
  const found = []
  return () => {
    let n = 0
    for (const w of ws) {
      program.detect(w, 0, w.n, found, faults)
      n += found.length
      found.length = 0
    }
    return n
  }
}

const engine = new Engine(plan(), DETECTORS)
const all = engine.program
const faults = new Int32Array(engine.detectors.length)
const rows = []
const stage = (name, ns) => rows.push({ name, ns })

const run = () => {
  for (const text of texts) {
    const r = new Run(engine, null)
    r.push(text)
    r.end()
  }
}
// Warm: the compiler needs some 40 MB of work to get through the engine, however busy the machine is.
for (let n = 0; n < 40e3; n += kb) run()
const total = cost(run, 1000)
const fold = cost(() => {
  for (const text of texts) new Folder().fold(text)
}, 200)
const w = new Window()
const scan = cost(() => {
  for (const text of texts) {
    w.reset()
    w.text = text
    new Scanner(all.words, new Set()).scan(w, 0, text.length, true)
  }
}, 400)
const none = cost(detectPass(new Program([], baseWords()), new Int32Array(0)), 100)
const detect = cost(detectPass(all, faults), 1000)

const only = process.argv.flatMap((a, i) => (a === '--only' ? [process.argv[i + 1]] : []))
const singles = []
for (const d of engine.detectors) {
  if (only.length > 0 && !only.includes(d.id)) continue
  let calls = 0
  const ask =
    (method) =>
    (...args) => {
      calls++
      method.apply(d, args)
    }
  const counted = { ...d, id: d.id, label: d.label, reach: d.reach, on: d.on, cues: d.cues }
  if (d.at !== undefined) counted.at = ask(d.at)
  if (d.atCue !== undefined) counted.atCue = ask(d.atCue)
  const found = detectPass(new Program([counted], baseWords()), new Int32Array(1))()
  const ns = Math.max(0, cost(detectPass(new Program([d], baseWords()), new Int32Array(1)), 80) - none)
  singles.push({ name: d.id, ns, calls: calls / kb, perCall: calls === 0 ? 0 : (ns * kb) / calls, found: (found * 100) / kb })
}
singles.sort((a, b) => b.ns - a.ns)
const sum = singles.reduce((n, s) => n + s.ns, 0)
stage('fold', fold)
stage('scan', scan)
stage('detect, all together', detect)
stage('  each alone, summed', sum)
stage('  walk over the tokens', none)
stage('  dispatch (the rest)', detect - sum - none)
stage('settle + emit + run', total - fold - scan - detect)
stage('total', total)

if (has('--json')) console.log(JSON.stringify({ kb, stages: rows, detectors: singles }, null, 1))
else {
  console.log(`${texts.length} texts, ${kb.toFixed(0)} KB, ${(1e9 / total / 1024).toFixed(1)} MB/s through Run\n`)
  const broken = engine.detectors.filter((_, i) => faults[i] > 0)
  if (broken.length > 0) console.log(`FAULTS: these detectors threw, which costs more than anything else: ${broken.map((d) => d.id).join(', ')}\n`)
  console.log('stage                        ns/KB   share')
  for (const r of rows) console.log(`${r.name.padEnd(26)} ${r.ns.toFixed(0).padStart(7)}  ${((100 * r.ns) / total).toFixed(1).padStart(5)} %`)
  console.log('\ndetector                     ns/KB   share  calls/KB  ns/call  found/100KB')
  for (const s of singles) {
    console.log(
      `${s.name.padEnd(26)} ${s.ns.toFixed(0).padStart(7)}  ${((100 * s.ns) / total).toFixed(1).padStart(5)} %  ${s.calls.toFixed(2).padStart(8)}  ${s.perCall.toFixed(0).padStart(7)}  ${s.found.toFixed(1).padStart(11)}`,
    )
  }
}
