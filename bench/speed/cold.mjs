// Cold start: a fresh process imports the bundle, compiles the policy and finds the first identifier.
import { execFileSync } from 'node:child_process'
import { pathToFileURL } from 'node:url'
import { bundle } from '../load.mjs'
import { median } from './measure.mjs'

const [file] = await bundle(['src/index.ts'])
const CHILD = `
const start = performance.now()
const { createDeidentifier, safeHarbor } = await import(${JSON.stringify(pathToFileURL(file).href)})
const imported = performance.now()
const deid = createDeidentifier(safeHarbor())
const compiled = performance.now()
deid.find('Patient: Maria Gonzalez, MRN 00482913, seen 03/14/2021')
const found = performance.now()
const { readFileSync } = await import('node:fs')
const notes = JSON.parse(readFileSync(0, 'utf8'))
const speeds = []
for (const size of [1e6, 9e6]) {
  let n = 0
  const from = performance.now()
  for (let i = 0; n < size; i = (i + 1) % notes.length) {
    deid.text(notes[i])
    n += notes[i].length
  }
  speeds.push(n / 1e3 / (performance.now() - from))
}
console.log(JSON.stringify([imported - start, compiled - imported, found - compiled, ...speeds]))
`

/**
 * Medians of `times` processes: milliseconds for import, compile, first finding and all three; MB/s over the first
 * megabyte of notes and over the nine after it, while the engine is still being compiled.
 */
export function coldStart(notes, times = 5) {
  const input = JSON.stringify(notes)
  const runs = Array.from({ length: times }, () => JSON.parse(execFileSync(process.execPath, ['--input-type=module', '-e', CHILD], { encoding: 'utf8', input })))
  const of = (pick) => median(runs.map(pick))
  return { import: of((r) => r[0]), compile: of((r) => r[1]), first: of((r) => r[2]), total: of((r) => r[0] + r[1] + r[2]), firstMegabyte: of((r) => r[3]), nextNine: of((r) => r[4]) }
}
