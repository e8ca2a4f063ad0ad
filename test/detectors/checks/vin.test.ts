import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { gs1Check } from '../../../src/detect/checks/gs1'
import { hibcCheck } from '../../../src/detect/checks/hibc'
import { deviceLuhn } from '../../../src/detect/checks/imei'
import { vinAlphabet, vinCheck } from '../../../src/detect/checks/vin'

const SEED = 565

/** 49 CFR 565.15(c), tables II to V, read out loud. */
function slowVin(vin: string): boolean {
  const values: Record<string, number> = { A: 1, B: 2, C: 3, D: 4, E: 5, F: 6, G: 7, H: 8, J: 1, K: 2, L: 3, M: 4, N: 5, P: 7, R: 9, S: 2, T: 3, U: 4, V: 5, W: 6, X: 7, Y: 8, Z: 9 }
  const weights = [8, 7, 6, 5, 4, 3, 2, 10, 0, 9, 8, 7, 6, 5, 4, 3, 2]
  const sum = [...vin].reduce((total, c, k) => total + (/\d/.test(c) ? Number(c) : values[c]) * weights[k], 0)
  return vin[8] === '0123456789X'[sum % 11]
}

describe('VIN check digit', () => {
  test.each(['1M8GDM9AXKP042788', '11111111111111111', '5GZCZ43D13S812715', '1HGCM82633A004352', 'JHMCM56557C404453'])('known good: %s', (vin) => {
    expect(vinCheck(vin)).toBe(true)
    expect(vinCheck(vin.toLowerCase())).toBe(true)
  })
  test.each(['1M8GDM9A0KP042788', '1HGCM82633A004353', 'WVWZZZ1JZ3W386752', 'IOQGDM9AXKP042788'])('not good: %s', (vin) => expect(vinCheck(vin)).toBe(false))
  test('agrees with the slow twin', () => {
    const char = fc.constantFrom(...'ABCDEFGHJKLMNPRSTUVWXYZ0123456789')
    fc.assert(
      fc.property(fc.array(char, { minLength: 17, maxLength: 17 }), fc.constantFrom(...'0123456789X'), (chars, check) => {
        chars[8] = check
        const vin = chars.join('')
        expect(vinAlphabet(vin, 0)).toBe(true)
        expect(vinCheck(vin)).toBe(slowVin(vin))
      }),
      { seed: SEED, numRuns: 500 },
    )
  })
})

describe('mod 10 and mod 43', () => {
  test.each(['4006381333931', '00012345678905', '10614141000415', '036000291452'])('GS1: %s', (code) => {
    expect(gs1Check(code)).toBe(true)
    expect(gs1Check(`${code.slice(0, -1)}${(Number(code.at(-1)) + 1) % 10}`)).toBe(false)
  })
  test('GS1: no digits, no check', () => {
    expect(gs1Check('')).toBe(false)
    expect(gs1Check('40063813339a1')).toBe(false)
  })
  test.each(['490154203237518', '49-015420-323751-8', '356938035643809', '79927398713'])('Luhn: %s', (code) => expect(deviceLuhn(code)).toBe(true))
  test.each(['490154203237519', '79927398710', '0'])('no Luhn: %s', (code) => expect(deviceLuhn(code)).toBe(false))
  test.each(['+A123BJC5D6E71G'])('HIBC: %s', (code) => expect(hibcCheck(code)).toBe(true))
  test.each(['+A123BJC5D6E71H', '', 'x'])('no HIBC: %s', (code) => expect(hibcCheck(code)).toBe(false))
})
