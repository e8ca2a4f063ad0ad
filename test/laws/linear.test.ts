import { describe, expect, test } from 'vitest'
import { DETECTORS } from '../../src/detect/index'
import { Engine, Run } from '../../src/pipeline'
import { FIND_ALL } from '../detectors/harness'
import { HOSTILE_UNITS } from './text'

const engine = new Engine(FIND_ALL, DETECTORS, [], { tagged: true, titles: true })

/** Milliseconds of processor time for one pass, the best of `tries`: others on the machine count less than on the clock. */
function time(text: string, tries: number): number {
  let best = Number.POSITIVE_INFINITY
  for (let k = 0; k < tries; k++) {
    const start = process.cpuUsage()
    const run = new Run(engine, null)
    run.push(text)
    run.end()
    const used = process.cpuUsage(start)
    best = Math.min(best, (used.user + used.system) / 1000)
  }
  return best
}

/** Doubling the input may cost at most this much more (2 would be perfect). */
const RATIO = 2.5
const fill = (unit: string, size: number): string => unit.repeat(Math.ceil(size / unit.length))
/** Shortest time worth measuring, in ms; the input is doubled until it takes that long. */
const MEASURABLE = 20

describe('time is linear', () => {
  test.each(HOSTILE_UNITS.map((unit) => ({ unit })))('$unit', { timeout: 300_000 }, ({ unit }) => {
    let size = 64 * 1024
    while (size < 2 << 20 && time(fill(unit, size), 2) < MEASURABLE) size *= 2
    // The machine may stutter: the ratio has to fail five times in a row.
    let ratio = 0
    for (let k = 0; k < 5; k++) {
      ratio = time(fill(unit, 2 * size), 3) / time(fill(unit, size), 3)
      if (ratio < RATIO) break
    }
    expect(ratio).toBeLessThan(RATIO)
  })
})
