import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Detector } from '../../src/detect/detector'
import { DETECTORS } from '../../src/detect/index'
import { Engine } from '../../src/pipeline'
import { type Roster, rosterDetectors } from '../../src/roster'
import { FIND_ALL } from '../detectors/harness'
import { adversarial, phiText } from '../laws/text'
import { findings, rosterEngine } from './harness'

const GIVEN = ['Adaeze', 'Marisol', 'Thaddeus', 'Robert', 'Katherine', 'Siobhán', 'Zbigniew', 'Mei-Ling', 'Will', 'Grace', 'José', 'Priyanka']
const MIDDLE = ['', 'Luisa', 'Q.', 'Okonkwo', 'Anne']
const FAMILY = ['Gonzalez-Ruiz', "O'Shaughnessy", 'van der Berg', 'Kowalczyk', 'Brown', 'Nakamura', 'de la Cruz', 'Smith', 'Ødegaard', 'Venkataraman']
const STREET = ['Evergreen Terrace', 'Old Mill Road', 'Larkspur Avenue', 'Willow Bend Lane']
const ABBREVIATED: Readonly<Record<string, string>> = { Terrace: 'Ter', Road: 'Rd.', Avenue: 'AVE', Lane: 'Ln' }
const CITY = ['Springfield', 'Millbrook', 'Port Azalea']
const MONTHS = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December']
const ORDINALS = 'first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth'.split(' ')

interface Patient {
  readonly given: string
  readonly middle: string
  readonly family: string
  readonly y: number
  readonly m: number
  readonly d: number
  readonly house: number
  readonly street: string
  readonly city: string
  readonly zip: string
  readonly phone: string
  readonly mrn: string
  readonly ssn: string
}

const digits = (n: number) => fc.stringMatching(new RegExp(`^[1-9][0-9]{${n - 1}}$`))
const patient: fc.Arbitrary<Patient> = fc.record({
  given: fc.constantFrom(...GIVEN),
  middle: fc.constantFrom(...MIDDLE),
  family: fc.constantFrom(...FAMILY),
  y: fc.integer({ min: 1937, max: 2020 }),
  m: fc.integer({ min: 1, max: 12 }),
  d: fc.integer({ min: 1, max: 28 }),
  house: fc.integer({ min: 100, max: 9999 }),
  street: fc.constantFrom(...STREET),
  city: fc.constantFrom(...CITY),
  zip: digits(5),
  phone: digits(10),
  mrn: digits(8),
  ssn: digits(9),
})

const rosterOf = (p: Patient): Roster => ({
  names: [`${p.given} ${p.middle} ${p.family}`],
  birthDate: `${p.y}-${two(p.m)}-${two(p.d)}`,
  addresses: [`${p.house} ${p.street}, ${p.city}, OH ${p.zip}`],
  phones: [p.phone],
  ids: { MRN: [p.mrn], SSN: [p.ssn] },
})

const two = (n: number): string => String(n % 100).padStart(2, '0')
const dayWord = (d: number): string => (d <= 20 ? ORDINALS[d - 1] : `twenty-${ORDINALS[d - 21]}`)
const group = (text: string, by: readonly number[], joiner: string): string => {
  let at = 0
  return by.map((n) => text.slice(at, (at += n))).join(joiner)
}

/** Writings of one identifier each, by a generator that shares nothing with the detectors. */
const WRITINGS: ReadonlyArray<(p: Patient) => string> = [
  (p) => `${p.given} ${p.family}`,
  (p) => `${p.given} ${p.family}`.toUpperCase(),
  (p) => `${p.given} ${p.family}`.toLowerCase(),
  (p) => `${p.family}, ${p.given}`,
  (p) => `${p.family.toUpperCase()},${p.given.toUpperCase()}`,
  (p) => `${p.given[0]}. ${p.family}`,
  (p) => `${p.given}\n${p.family}`,
  (p) => `${p.family}^${p.given}`,
  (p) => `${p.given}.${p.family.replace(/[^\p{L}]/gu, '')}`.normalize('NFC').toLowerCase(),
  (p) => `${p.given} X. ${p.family}`,
  (p) => `${p.given} ${p.family}`.normalize('NFD'),
  (p) => `${p.m}/${p.d}/${p.y}`,
  (p) => `${two(p.m)}-${two(p.d)}-${two(p.y)}`,
  (p) => `${p.d}.${p.m}.${p.y}`,
  (p) => `${p.y}-${two(p.m)}-${two(p.d)}`,
  (p) => `${p.y}${two(p.m)}${two(p.d)}`,
  (p) => `${MONTHS[p.m - 1]} ${p.d}, ${p.y}`,
  (p) => `${two(p.d)}-${MONTHS[p.m - 1].slice(0, 3).toUpperCase()}-${two(p.y)}`,
  (p) => `${dayWord(p.d)} of ${MONTHS[p.m - 1]} ${p.y}`,
  (p) => `${p.house} ${p.street}, ${p.city}, OH ${p.zip}`,
  (p) => `${p.house} ${p.street.replace(/\w+$/, (s) => ABBREVIATED[s] ?? s)}\n${p.city} OH ${p.zip}-0042`,
  (p) => `${p.house} ${p.street}`.toUpperCase(),
  (p) => `(${p.phone.slice(0, 3)}) ${p.phone.slice(3, 6)}-${p.phone.slice(6)}`,
  (p) => `+1 ${group(p.phone, [3, 3, 4], '.')}`,
  (p) => p.phone,
  (p) => group(p.ssn, [3, 2, 4], '-'),
  (p) => group(p.ssn, [3, 2, 4], ' '),
  (p) => `00${p.mrn}`,
  (p) => group(p.mrn, [2, 3, 3], '-'),
]

const letters = (text: string): string => text.replace(/[^\p{L}\p{N}]/gu, '')

describe('laws of the roster', () => {
  test('any writing of an identifier is found whole', () => {
    fc.assert(
      fc.property(patient, fc.constantFrom(...WRITINGS), fc.constantFrom('note: ', 'The chart says\n', '"value":"', ''), (p, write, before) => {
        const value = write(p)
        const text = `${before}${value}\nand so on`
        const found = findings(rosterEngine(rosterOf(p)), text)
        let covered = ''
        for (const f of found) covered += text.slice(Math.max(f.start, before.length), f.end)
        expect(letters(covered)).toBe(letters(value))
      }),
      { numRuns: 600 },
    )
  })

  test('any cuts give what one piece gives', () => {
    fc.assert(
      fc.property(patient, fc.array(fc.tuple(fc.oneof(fc.constantFrom(...WRITINGS), fc.constant(null)), phiText), { maxLength: 6 }), fc.array(fc.nat(2000), { maxLength: 30 }), (p, parts, cuts) => {
        const engine = new Engine(FIND_ALL, DETECTORS, rosterDetectors(rosterOf(p)))
        const text = parts.map(([write, other]) => `${other} ${write === null ? '' : write(p)}`).join(' ')
        const at = [0, ...cuts.map((c) => c % (text.length + 1)), text.length].sort((a, b) => a - b)
        const pieces = at.slice(1).map((to, i) => text.slice(at[i], to))
        expect(findings(engine, text, pieces)).toEqual(findings(engine, text))
      }),
      { numRuns: 120 },
    )
  })

  test('no text makes a detector fail, and every finding is within the reach it declares', () => {
    fc.assert(
      fc.property(patient, fc.oneof(adversarial, phiText), (p, text) => {
        const engine = rosterEngine({ ...rosterOf(p), emails: ['a.b@example.org'], employers: ['Target'] })
        // A fault, or a finding out of reach, covers the whole reach: nothing found may be that long here.
        for (const f of findings(engine, text)) expect(f.end - f.start).toBeLessThan(260)
      }),
      { numRuns: 150 },
    )
  })

  test('what a token is depends on the text within reach alone', () => {
    fc.assert(
      fc.property(patient, fc.constantFrom(...WRITINGS), phiText, (p, write, far) => {
        const engine = rosterEngine(rosterOf(p))
        const near = ` ${'. '.repeat(200)}${write(p)} ${'. '.repeat(200)} `
        const alone = findings(engine, near).map((f) => [f.start, f.end])
        const shift = far.length
        const beside = findings(engine, `${far}${near}${far}`).filter((f) => f.start >= shift && f.end <= shift + near.length)
        expect(beside.map((f) => [f.start - shift, f.end - shift])).toEqual(alone)
      }),
      { numRuns: 100 },
    )
  })

  test('time is linear in the text, for a roster of fifty', () => {
    const names = Array.from({ length: 50 }, (_, i) => `${GIVEN[i % GIVEN.length]} ${FAMILY[i % FAMILY.length]}${'abcdefghij'[i % 10]}`)
    const engine = rosterEngine({ names })
    const time = (n: number): number => {
      const text = 'Smith Brown Will Grace Ruiz de la van der J. S. '.repeat(n)
      const from = performance.now()
      findings(engine, text)
      return performance.now() - from
    }
    time(100)
    expect(time(800)).toBeLessThan(40 * Math.max(5, time(100)))
  })

  test('every detector declares itself', () => {
    const all: readonly Detector[] = rosterDetectors({
      ...rosterOf({ given: 'A', middle: '', family: 'Bo', y: 1950, m: 1, d: 1, house: 1, street: 'Elm Street', city: 'Reading', zip: '19601', phone: '2125550147', mrn: '1', ssn: '1' } as Patient),
      ids: { MRN: ['48211'] },
    })
    expect(new Set(all.map((d) => d.id)).size).toBe(all.length)
    for (const d of all) expect([d.id.startsWith('roster-'), d.authority.includes('164.514'), d.reach.ahead <= 320, d.reach.behind <= 320]).toEqual([true, true, true, true])
  })
})
