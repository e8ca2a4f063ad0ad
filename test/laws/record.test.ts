import { describe, expect, test } from 'vitest'
import { createDeidentifier, limitedDataSet, safeHarbor } from '../../src/index'

const deid = createDeidentifier(safeHarbor({ referenceDate: '2026-01-01' }))

describe('record', () => {
  test('keeps the shape and the order of keys; keys give context', () => {
    const value = { mrn: 482913, nested: { ssn: '219-09-9999', list: ['ok', { phone: '(212) 555-0147' }] }, flag: true, none: null, count: 3, gone: undefined }
    const clean = deid.record(value)
    expect(clean).toEqual({ mrn: '[MRN]', nested: { ssn: '[SSN]', list: ['ok', { phone: '[PHONE]' }] }, flag: true, none: null, count: 3, gone: undefined })
    expect(Object.keys(clean)).toEqual(Object.keys(value))
    expect(value.mrn).toBe(482913)
  })

  test('dates become what the policy makes of them, or stay Dates', () => {
    const day = new Date('1951-03-14T10:00:00Z')
    expect(deid.record({ seen: day })).toEqual({ seen: '1951' })
    const kept = createDeidentifier(limitedDataSet()).record({ seen: day })
    expect(kept.seen).toBe(day)
    expect(deid.record({ bad: new Date(Number.NaN) }).bad).toBeInstanceOf(Date)
  })

  test('cycles, getters that throw, toJSON, maps, sets, bytes, functions', () => {
    const loop: Record<string, unknown> = { ssn: '219-09-9999' }
    loop.self = loop
    const clean = deid.record(loop)
    expect(clean.self).toBe(clean)
    expect(clean.ssn).toBe('[SSN]')
    const odd = {
      get boom(): string {
        throw new Error('219-09-9999')
      },
      own: { toJSON: () => ({ ssn: '219-09-9999' }) },
      map: new Map([['ssn', '219-09-9999']]),
      set: new Set(['call (212) 555-0147']),
      bytes: new Uint8Array(3),
      run: () => 1,
      big: 219099999n,
    }
    expect(deid.record<unknown>(odd)).toEqual({ boom: '[WITHHELD]', own: { ssn: '[SSN]' }, map: new Map([['ssn', '[SSN]']]), set: new Set(['call [PHONE]']), bytes: '[WITHHELD]', run: undefined, big: 219099999n })
    const self = { toJSON: () => ({ back: self, ssn: '219-09-9999' }) }
    const copy = deid.record<unknown>(self) as { back: unknown }
    expect(copy.back).toBe(copy)
  })

  test('depth is no limit', () => {
    let deep: unknown = '219-09-9999'
    for (let i = 0; i < 100_000; i++) deep = [deep]
    let clean = deid.record(deep)
    while (Array.isArray(clean)) clean = clean[0]
    expect(clean).toBe('[SSN]')
  })

  test('__proto__ is a key like any other', () => {
    const clean = deid.record(JSON.parse('{"__proto__":{"ssn":"219-09-9999"},"a":1}'))
    expect(JSON.stringify(clean)).toBe('{"__proto__":{"ssn":"[SSN]"},"a":1}')
    expect(({} as { ssn?: string }).ssn).toBeUndefined()
  })

  test('keys are scrubbed when asked', () => {
    const value = { 'SSN 219-09-9999': 1, 'SSN 219-09-9998': 2, plain: 3 }
    expect(deid.record(value)).toEqual(value)
    expect(deid.record<unknown>(value, { keys: 'scrub' })).toEqual({ 'SSN [SSN]': 1, 'SSN [SSN] 2': 2, plain: 3 })
  })

  test('a receipt counts every value', () => {
    let total = 0
    deid.record([{ ssn: '219-09-9999' }, { ssn: '219-09-9998' }], { onReceipt: (r) => (total = r.total) })
    expect(total).toBe(2)
  })
})

describe('records of names', () => {
  test.each([
    [{ name: [{ family: 'Oyelaran', given: ['Folasade'] }] }, { name: [{ family: '[NAME]', given: ['[NAME]'] }] }],
    [{ name: [{ text: 'Folasade Oyelaran' }] }, { name: [{ text: '[NAME]' }] }],
    [{ patient: { first: 'Folasade', last: 'Oyelaran' } }, { patient: { first: '[NAME]', last: '[NAME]' } }],
    [
      { contact: [{ name: 'Ada Bo' }], telecom: { value: '(212) 555-0147' } },
      { contact: [{ name: '[NAME]' }], telecom: { value: '[PHONE]' } },
    ],
  ])('%j', (value, expected) => {
    expect(deid.record<unknown>(value)).toEqual(expected)
  })
})
