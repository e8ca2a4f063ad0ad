import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { validAba } from '../../../src/detect/checks/aba'
import { validCard } from '../../../src/detect/checks/card'
import { validDea } from '../../../src/detect/checks/dea'
import { ibanLength, validIban } from '../../../src/detect/checks/iban'
import { luhn } from '../../../src/detect/checks/luhn'
import { mbiAt } from '../../../src/detect/checks/mbi'
import { validNpi } from '../../../src/detect/checks/npi'
import { validItin, validSsn } from '../../../src/detect/checks/ssn'

const digits = (n: number) => fc.stringMatching(new RegExp(`^\\d{${n}}$`))

describe('Luhn', () => {
  /** ISO/IEC 7812-1 annex B, said slowly: from the right, every second digit doubled, digits of the products added. */
  const slow = (s: string): boolean => {
    const sum = [...s].reverse().reduce((a, c, i) => a + (i % 2 === 1 ? [...String(Number(c) * 2)].reduce((x, y) => x + Number(y), 0) : Number(c)), 0)
    return sum % 10 === 0
  }
  test('agrees with the slow twin', () => fc.assert(fc.property(fc.stringMatching(/^\d{1,25}$/), (s) => luhn(s) === slow(s))))
  test('finds any single wrong digit', () =>
    fc.assert(
      fc.property(digits(12), fc.nat(12), fc.integer({ min: 1, max: 9 }), (body, at, by) => {
        const whole = [...'0123456789'].map((d) => body + d).find(luhn) as string
        const wrong = [...whole].map((c, i) => (i === at ? String((Number(c) + by) % 10) : c)).join('')
        return !luhn(wrong)
      }),
    ))
  test('empty is invalid', () => expect(luhn('')).toBe(false))
})

test.each([
  ['4111111111111111', true],
  ['5555555555554444', true],
  ['2223003122003222', true],
  ['378282246310005', true],
  ['6011111111111117', true],
  ['30569309025904', true],
  ['3530111333300000', true],
  ['4111111111111112', false],
  ['9111111111111111', false],
  ['411111111111111', false],
])('card %s: %s', (n, valid) => expect(validCard(n)).toBe(valid))

describe('NPI', () => {
  test.each([
    ['1234567893', true],
    ['1245319599', true],
    ['1234567890', false],
    ['3234567893', false],
    ['123456789', false],
  ])('%s: %s', (n, valid) => expect(validNpi(n)).toBe(valid))
  // CMS: the constant 24 stands for the prefix 80840.
  test('agrees with the published shortcut', () =>
    fc.assert(
      fc.property(fc.constantFrom('1', '2'), digits(9), (head, rest) => {
        const s = head + rest
        const sum = [...s].reduce((a, c, i) => a + (i % 2 === 0 && i < 9 ? Math.floor((Number(c) * 2) / 10) + ((Number(c) * 2) % 10) : Number(c)), 24)
        return validNpi(s) === (sum % 10 === 0)
      }),
    ))
})

test.each([
  ['AB1234563', true],
  ['FS1234563', true],
  ['b91234563', true],
  ['AB1234564', false],
  ['NB1234563', false],
  ['A11234563', false],
  ['AB123456', false],
])('DEA %s: %s', (n, valid) => expect(validDea(n)).toBe(valid))

test.each([
  ['1EG4TE5MK73', 11],
  ['1EG4-TE5-MK73', 13],
  ['1eg4te5mk73', 11],
  ['9AA0A00AA00', 11],
  ['0EG4TE5MK73', 0],
  ['1SG4TE5MK73', 0],
  ['1EGXTE5MK73', 0],
  ['1EG4TE5MK7', 0],
])('MBI %s: %d', (s, length) => expect(mbiAt(s, 0)).toBe(length))

describe('IBAN', () => {
  test.each([
    ['GB82WEST12345698765432', true],
    ['DE89370400440532013000', true],
    ['FR1420041010050500013M02606', true],
    ['NO9386011117947', true],
    ['gb82west12345698765432', true],
    ['GB83WEST12345698765432', false],
    ['GB82', false],
  ])('%s: %s', (s, valid) => expect(validIban(s)).toBe(valid))
  test('agrees with arithmetic on the whole number', () =>
    fc.assert(
      fc.property(fc.stringMatching(/^[A-Z]{2}\d{2}[A-Z0-9]{10,30}$/), (s) => {
        const number = [...(s.slice(4) + s.slice(0, 4))].map((c) => String(Number.parseInt(c, 36))).join('')
        return validIban(s) === (BigInt(number) % 97n === 1n)
      }),
    ))
  test('length by country', () => {
    expect([ibanLength('NO'), ibanLength('gb'), ibanLength('MT'), ibanLength('US')]).toEqual([15, 22, 31, 0])
  })
})

describe('ABA', () => {
  test.each([
    ['021000021', true],
    ['121000358', true],
    ['011000015', true],
    ['021000022', false],
    ['991000028', false],
    ['02100002', false],
  ])('%s: %s', (s, valid) => expect(validAba(s)).toBe(valid))
  test('agrees with the slow twin', () =>
    fc.assert(
      fc.property(digits(9), (s) => {
        const d = [...s].map(Number)
        const sum = 3 * (d[0] + d[3] + d[6]) + 7 * (d[1] + d[4] + d[7]) + d[2] + d[5] + d[8]
        const head = d[0] * 10 + d[1]
        const known = head <= 12 || (head > 20 && head < 33) || (head > 60 && head < 73) || head === 80
        return validAba(s) === (known && sum % 10 === 0)
      }),
    ))
})

test.each([
  [219, 9, 9999, true],
  [0, 9, 9999, false],
  [666, 9, 9999, false],
  [900, 9, 9999, false],
  [219, 0, 9999, false],
  [219, 9, 0, false],
])('SSN %d-%d-%d: %s', (a, g, s, valid) => expect(validSsn(a, g, s)).toBe(valid))

test.each([
  [912, 70, true],
  [900, 65, true],
  [900, 66, false],
  [912, 89, false],
  [912, 93, false],
  [899, 70, false],
])('ITIN %d-%d: %s', (a, g, valid) => expect(validItin(a, g)).toBe(valid))
