import { describe, expect, test } from 'vitest'
import { createDeidentifier } from '../../src/deidentifier'
import { DephiError } from '../../src/errors'
import { safeHarbor } from '../../src/policy/presets'
import { type Roster, rosterDetectors } from '../../src/roster'
import { withRoster } from './harness'

/** The mistakes of a roster, or none. */
function problems(roster: unknown): ReadonlyArray<readonly [string, string]> {
  try {
    rosterDetectors(roster as Roster)
    return []
  } catch (error) {
    expect(error).toBeInstanceOf(DephiError)
    expect((error as DephiError).code).toBe('ROSTER_INVALID')
    return (error as DephiError).problems.map((p) => [p.path, p.message] as const)
  }
}

describe('a roster is checked', () => {
  test.each([
    [null, [['', 'is not an object.']]],
    [['Ann'], [['', 'is not an object.']]],
    [{ names: 'Ann' }, [['names', 'is not a list.']]],
    [
      { names: [7, ' - ', '123'] },
      [
        ['names.0', 'is neither a string nor an object.'],
        ['names.1', 'has no letter or digit.'],
        ['names.2', 'has no letter.'],
      ],
    ],
    [{ names: [{ middle: 'Q' }] }, [['names.0', 'has neither given nor family.']]],
    [{ names: [{ given: 'Ann', familly: 'Zorn' }] }, [['names.0.familly', 'is no part of a name.']]],
    [{ name: ['Ann'] }, [['name', 'is no field of a roster.']]],
    [
      { birthDate: '3/14/1950', dates: ['2021-02-30'] },
      [
        ['dates.0', 'is no day of the calendar.'],
        ['birthDate', 'is not an ISO date.'],
      ],
    ],
    [
      { phones: ['0147'], emails: ['nobody'] },
      [
        ['phones.0', 'is no telephone number.'],
        ['emails.0', 'is no e-mail address.'],
      ],
    ],
    [{ addresses: ['x'.repeat(201)] }, [['addresses.0', 'is longer than 200 characters.']]],
    [
      { ids: { MRM: ['1'], SSN: ['2'] } },
      [
        ['ids.MRM', 'is no label.'],
        ['ids.SSN.0', 'is a single character.'],
      ],
    ],
    [{ ids: [] }, [['ids', 'is not an object.']]],
    [{}, []],
    [{ names: [{ given: 'Ann', family: 'Zorn', suffix: 'III', other: ['Vexford'] }], birthDate: '1950-03-14' }, []],
  ])('%j', (roster, expected) => {
    expect(problems(roster)).toEqual(expected)
  })

  test('no message holds a value, not even one in the place of a key', () => {
    const secret = 'Quillan Vexford'
    for (const roster of [{ dates: [secret] }, { [secret]: ['x'] }, { ids: { [secret]: ['MRN'] } }, { names: [{ [secret]: 1 }] }, { phones: [secret] }, { emails: [secret] }, { addresses: [secret.repeat(20)] }]) {
      expect(() => rosterDetectors(roster as never)).toThrow(expect.objectContaining({ message: expect.not.stringContaining('Vexford') }))
    }
  })
})

describe('a roster through the doors', () => {
  const roster: Roster = { names: ['Quillan Vexford'], birthDate: '1950-03-14', ids: { MRN: ['00482913'] } }

  test('nothing overrules it: not the allow list, not a threshold', () => {
    const policy = safeHarbor({ allow: ['Vexford', 'Vexford clinic', '482913'], thresholds: { NAME: 0.9 } })
    const { text } = createDeidentifier(policy).withPatient(roster).text('Vexford clinic, nr 482913')
    expect(text).toBe('[NAME] clinic, nr [MRN]')
  })

  test('receipts list positions and detectors, and no value', () => {
    const { receipt } = withRoster(roster).text('Quillan V. and vexford, born 14 March 1950, nr 48-2913')
    expect(receipt.labels).toEqual({ NAME: 2, DATE: 1, MRN: 1 })
    expect(JSON.stringify(receipt)).not.toMatch(/quillan|vexford|2913|march/i)
  })

  test('records and streams know it too', () => {
    const deid = withRoster(roster)
    expect(deid.record({ who: 'vexford', n: 482913, ok: 'fine' })).toEqual({ who: '[NAME]', n: '[MRN]', ok: 'fine' })
    const stream = deid.open()
    expect([...'a vexfrod, no'].map((c) => stream.push(c)).join('') + stream.end()).toBe('a [NAME], no')
  })

  test('a birth date has its subtype', () => {
    expect(withRoster(roster).find('on 14.3.50')).toEqual([{ start: 3, end: 10, label: 'DATE', score: 1, detector: 'roster-date', subtype: 'birth' }])
  })
})
