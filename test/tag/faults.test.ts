// Faults an independent reading found, each with what failed before it was mended.
import { describe, expect, test } from 'vitest'
import { createDeidentifier, type Deidentifier, safeHarbor } from '../../src/index'

const deid = createDeidentifier(safeHarbor({ referenceDate: '2026-01-01' }))

function pieces(d: Deidentifier, text: string, size: number): string {
  const stream = d.open()
  let out = ''
  for (let at = 0; at < text.length; at += size) out += stream.push(text.slice(at, at + size))
  return out + stream.end()
}

describe('pieces give what one piece gives, whatever stands between', () => {
  test.each([
    [`Seen.${' '.repeat(600)}Sweeney is here again today with Quillfeather.`, 'a token that is the first of the window, not of the document'],
    [`Notes: patient_Kostas:${'-'.repeat(1000)} end of it`, 'a speaker label, its mark out of reach'],
    [`Paged papaioannou${'-'.repeat(1000)}": 4, done`, 'a key, its quote out of reach'],
    [`ID UH${'/'.repeat(400)}100382-04 and more text here`, 'a label far off'],
    [`8 | 1/12 | ${'&'.repeat(1200)} more`, 'a table without end'],
    [`Dr.${' '.repeat(700)}Smith said so`, 'a title far off'],
    [`{"link": 1-800.example.com/x${'a'.repeat(100)},"n":1}`, 'a long value behind a key'],
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
  const text = 'Attending: Dr. Alan Whitfield, MD.\n\nCONDITION AT DISCHARGE: Whitfield, A&Ox3, walks 40 feet with a walker.\nPATIENT: WHITFIELD, ROSE'
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
