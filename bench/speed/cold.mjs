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
console.log(JSON.stringify([imported - start, compiled - imported, performance.now() - compiled]))
`

/** Milliseconds: import, compile, first finding, all; medians of `times` processes. */
export function coldStart(times = 7) {
  const runs = Array.from({ length: times }, () => JSON.parse(execFileSync(process.execPath, ['--input-type=module', '-e', CHILD], { encoding: 'utf8' })))
  const of = (pick) => median(runs.map(pick))
  return { import: of((r) => r[0]), compile: of((r) => r[1]), first: of((r) => r[2]), total: of((r) => r[0] + r[1] + r[2]) }
}
