// Faults an independent reading found, each with what failed before it was mended.
import { describe, expect, test } from 'vitest'
import { createDeidentifier, type Deidentifier, safeHarbor } from '../../src/index'

const deid = createDeidentifier(safeHarbor({ referenceDate: '2026-01-01' }))

function pieces(d: Deidentifier, text: string, size: number): string {
  const found: string[] = []
  const stream = d.open({ onFinding: (f) => found.push(`${f.start}-${f.end} ${f.label} ${f.score}`) })
  let out = ''
  for (let at = 0; at < text.length; at += size) out += stream.push(text.slice(at, at + size))
  return `${out}${stream.end()}\n${found.join('\n')}`
}

describe('pieces give what one piece gives, whatever stands between', () => {
  // What follows makes the window move on, and forget.
  const tail = ` is here${' and well today and everything is fine'.repeat(12)}`
  test.each([
    [`Seen.${' '.repeat(600)}Sweeney${tail}`, 'a token that is the first of the window, not of the document'],
    [`Notes: patient_Kostas:${'-'.repeat(1000)}${tail}`, 'a speaker label, its mark out of reach'],
    [`seen with papaioannou${'-'.repeat(1000)}": 4${tail}`, 'a key, its quote out of reach'],
    [`ok\n${'/'.repeat(400)}ID UH100382-04.\nx${tail}`, 'a label behind a row of marks'],
    [`8 | 1/12 | ${'&'.repeat(400)}${tail}`, 'a table without end'],
    [`Start of the log line here. ${'Start of it. '.repeat(40)}{"link": 1-800.example.com/x${'a'.repeat(100)},\n${tail}`, 'a long value behind a key'],
  ])('%#: %s', (text) => {
    const whole = pieces(deid, text, text.length)
    for (const size of [1, 7, 100, 333]) expect(pieces(deid, text, size)).toBe(whole)
  })
})

test('documents before leave no trace: a placeholder weighs the same for a new tagger and a used one', () => {
  const text = 'Mrs. [NAME] Okafor was seen with [NAME] at [GEO] by Dr. [NAME] Vandersloot.'
  const fresh = deid.find(text)
  for (const other of ['and the Maria of with Smith, John in Boston', 'x', 'Dr. Lee saw her. She lives in Tulsa with Bob.']) {
    deid.text(other)
    expect(deid.find(text)).toEqual(fresh)
  }
})

test('a kept kind is not carried: a patient with the name of a clinician goes', () => {
  const keep = createDeidentifier(safeHarbor({ keep: ['NAME/clinician'] }))
  const text = "Attending: Dr. Alan Whitfield, MD.\n\nGive me a table. Whitfield answers. Cite the IDSA guidance by name only. Don't hedge; I'm a resident and my attending will grill me.\n"
  const stream: Array<{ start: number; end: number }> = []
  const run = keep.open({ onFinding: (f) => stream.push(f) })
  run.push(text)
  run.end()
  const whole = keep.find(text)
  for (const f of stream) expect(whole.some((g) => g.start <= f.start && f.end <= g.end)).toBe(true)
})

test('time stays linear where the rules, the tagger and carrying all find the same', () => {
  const cost = (kb: number): number => {
    const text = 'Dr. Smith '.repeat((kb * 1024) / 10)
    let best = Number.POSITIVE_INFINITY
    for (let k = 0; k < 2; k++) {
      const start = process.cpuUsage()
      deid.text(text)
      const { user, system } = process.cpuUsage(start)
      best = Math.min(best, user + system)
    }
    return best
  }
  cost(50)
  expect(cost(800) / cost(200)).toBeLessThan(9)
}, 60_000)
