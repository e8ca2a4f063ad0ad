// The fast checks against slow twins written from the standards (test/fuzz/checksum.ts shares nothing with src) and
// against numbers the issuers publish. Half of the cases are made right, half are random.
import { isIPv6 } from 'node:net'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { validAba } from '../../../src/detect/checks/aba'
import { validCard } from '../../../src/detect/checks/card'
import { validDea } from '../../../src/detect/checks/dea'
import { gs1Check } from '../../../src/detect/checks/gs1'
import { hibcCheck } from '../../../src/detect/checks/hibc'
import { ibanLength, validIban } from '../../../src/detect/checks/iban'
import { deviceLuhn } from '../../../src/detect/checks/imei'
import { parseIpv6 } from '../../../src/detect/checks/ipv6'
import { luhn } from '../../../src/detect/checks/luhn'
import { mbiAt } from '../../../src/detect/checks/mbi'
import { validNpi } from '../../../src/detect/checks/npi'
import { vinAlphabet, vinCheck } from '../../../src/detect/checks/vin'
import { abaDigit, deaDigit, gs1Digit, hibcChar, ibanCheck, luhnDigit, npiDigit, vinDigit } from '../../fuzz/checksum'

const RUNS = { numRuns: 2500 }
const digits = (min: number, max = min): fc.Arbitrary<string> => fc.array(fc.constantFrom(...'0123456789'), { minLength: min, maxLength: max }).map((a) => a.join(''))
const chars = (set: string, min: number, max = min): fc.Arbitrary<string> => fc.array(fc.constantFrom(...set), { minLength: min, maxLength: max }).map((a) => a.join(''))
const agree = <T>(arbitrary: fc.Arbitrary<T>, fast: (v: T) => boolean, slow: (v: T) => boolean): void => {
  let yes = 0
  fc.assert(
    fc.property(arbitrary, (v) => {
      if (slow(v)) yes++
      expect(fast(v)).toBe(slow(v))
    }),
    RUNS,
  )
  expect(yes, 'the property must see both answers').toBeGreaterThan(100)
}

describe('Luhn (ISO/IEC 7812-1 annex B)', () => {
  const right = digits(1, 24).map((s) => s + luhnDigit(s))
  test('agrees', () => agree(fc.oneof(right, digits(2, 25)), luhn, (s) => luhnDigit(s.slice(0, -1)) === s.at(-1)))
  test.each(['79927398713', '49927398716', '1234567812345670', '0'])('published: %s', (s) => expect(luhn(s)).toBe(true))
})

describe('NPI (45 CFR 162.406)', () => {
  const slow = (s: string): boolean => /^[12]\d{9}$/.test(s) && npiDigit(s.slice(0, 9)) === s[9]
  const right = fc.tuple(fc.constantFrom('1', '2'), digits(8)).map(([a, b]) => a + b + npiDigit(a + b))
  test('agrees', () => agree(fc.oneof(right, digits(10), digits(9, 11)), validNpi, slow))
  test.each([
    ['1234567893', true],
    ['1245319599', true],
    ['1234567890', false],
    ['3234567893', false],
  ])('published: %s %s', (s, ok) => expect(validNpi(s)).toBe(ok))
})

describe('DEA registration', () => {
  const slow = (s: string): boolean => /^[A-HJ-MPR-UX][A-Z9]\d{7}$/i.test(s) && deaDigit(s.slice(2, 8)) === s[8]
  const right = fc.tuple(chars('ABCDEFGHJKLMPRSTUX', 1), chars('ABCDEFGHIJKLMNOPQRSTUVWXYZ9', 1), digits(6)).map(([a, b, n]) => a + b + n + deaDigit(n))
  const any = fc.tuple(chars('ABCDEFGHIJKLMNOPQRSTUVWXYZ', 1), chars('ABCZ9', 1), digits(6, 8)).map((p) => p.join(''))
  test('agrees', () =>
    agree(
      fc.oneof(
        right,
        right.map((s) => s.toLowerCase()),
        any,
      ),
      validDea,
      slow,
    ))
  test.each(['AB1234563', 'F91234563', 'BB1388568'])('known: %s', (s) => expect(validDea(s)).toBe(true))
})

describe('MBI (CMS format table)', () => {
  const A = 'ACDEFGHJKMNPQRTUVWXY'
  const N = '0123456789'
  const PLACES = ['123456789', A, A + N, N, A, A + N, N, A, A, N, N]
  const slow = (s: string): boolean => {
    const m = /^(.{4})([- ]?)(.{3})([- ]?)(.{4})$/.exec(s)
    if (m === null) return false
    const bare = (m[1] + m[3] + m[5]).toUpperCase()
    return [...bare].every((c, i) => PLACES[i].includes(c))
  }
  const right = fc.tuple(fc.tuple(...PLACES.map((set) => fc.constantFrom(...set))), fc.constantFrom('', '-', ' ')).map(([p, by]) => p.slice(0, 4).join('') + by + p.slice(4, 7).join('') + by + p.slice(7).join(''))
  const bent = fc.tuple(right, fc.nat(10), fc.constantFrom(...'SLOIBZ0A5-')).map(([s, i, c]) => s.slice(0, i) + c + s.slice(i + 1))
  test('agrees', () => agree(fc.oneof(right, bent, chars(`${A}${N}SLOIBZ`, 11)), (s) => mbiAt(s, 0) === s.length, slow))
  test('published: 1EG4-TE5-MK73', () => expect([mbiAt('1EG4-TE5-MK73', 0), mbiAt('x 1EG4TE5MK73', 2)]).toEqual([13, 11]))
})

describe('VIN (49 CFR 565.15)', () => {
  const SET = 'ABCDEFGHJKLMNPRSTUVWXYZ0123456789'
  const slow = (s: string): boolean => /^[A-HJ-NPR-Z0-9]{17}$/i.test(s) && vinDigit(s.toUpperCase()) === s[8].toUpperCase()
  const right = chars(SET, 17).map((s) => s.slice(0, 8) + vinDigit(s) + s.slice(9))
  const any = fc.oneof(chars(SET, 17), chars(`${SET}IOQ`, 17))
  test('agrees', () =>
    agree(
      fc.oneof(
        right,
        right.map((s) => s.toLowerCase()),
        any,
      ),
      (s) => vinCheck(s),
      slow,
    ))
  test('alphabet', () =>
    agree(
      any,
      (s) => vinAlphabet(s, 0),
      (s) => !/[IOQ]/.test(s),
    ))
  test.each(['1M8GDM9AXKP042788', '11111111111111111', '1HGCM82633A004352', '5GZCZ43D13S812715'])('known: %s', (s) => expect(vinCheck(s)).toBe(true))
})

describe('IBAN (ISO 13616, ISO 7064 MOD 97-10)', () => {
  const SET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789'
  const slow = (s: string): boolean => {
    const n = [...(s.slice(4) + s.slice(0, 4)).toUpperCase()].map((c) => parseInt(c, 36)).join('')
    return s.length >= 5 && s.length <= 34 && BigInt(n) % 97n === 1n
  }
  const right = fc.tuple(fc.constantFrom('GB', 'DE', 'MT', 'NO', 'QA'), chars(SET, 11, 30)).map(([c, b]) => c + ibanCheck(c, b) + b)
  test('agrees', () =>
    agree(
      fc.oneof(
        right,
        right.map((s) => s.toLowerCase()),
        chars(SET, 5, 36),
      ),
      validIban,
      slow,
    ))
  /** Examples of the SWIFT IBAN Registry. */
  const REGISTRY =
    'GB82WEST12345698765432 DE89370400440532013000 FR1420041010050500013M02606 ES9121000418450200051332 IT60X0542811101000000123456 NL91ABNA0417164300 CH9300762011623852957 PL61109010140000071219812874 NO9386011117947 SE4550000000058398257466 BE68539007547034 AT611904300234573201 DK5000400440116243 FI2112345600000785 PT50000201231234567890154 MT84MALT011000012345MTLCAST001S SA0380000000608010167519 TR330006100519786457841326 GR1601101250000000012300695 IE29AIBK93115212345678 LU280019400644750000 CZ6508000000192000145399 HU42117730161111101800000000 RO49AAAA1B31007593840000 BG80BNBG96611020345678 HR1210010051863000160 SK3112000000198742637541 EE382200221020145685 LV80BANK0000435195001 LT121000011101001000 CY17002001280000001200527600 IS140159260076545510730339 LI21088100002324013AA AE070331234567890123456 QA58DOHB00001234567890ABCDEFG IL620108000000099999999 KW81CBKU0000000000001234560101'.split(
      ' ',
    )
  test.each(REGISTRY)('registry: %s', (s) => expect([validIban(s), ibanLength(s.slice(0, 2))]).toEqual([true, s.length]))
})

describe('ABA routing number', () => {
  const slow = (s: string): boolean => /^(0\d|1[0-2]|2[1-9]|3[0-2]|6[1-9]|7[0-2]|80)\d{7}$/.test(s) && abaDigit(s.slice(0, 8)) === s[8]
  test('agrees', () =>
    agree(
      fc.oneof(
        digits(8).map((s) => s + abaDigit(s)),
        digits(9),
        digits(8, 10),
      ),
      validAba,
      slow,
    ))
  test.each(['021000021', '011401533', '122105155', '091000019'])('known: %s', (s) => expect(validAba(s)).toBe(true))
})

describe('IPv6 (RFC 4291 §2.2) against node:net', () => {
  const group = fc.oneof({ weight: 6, arbitrary: chars('0123456789abcdefABCDEF', 1, 4) }, { weight: 1, arbitrary: chars('0123456789abcdef', 5) }, { weight: 1, arbitrary: fc.constant('') })
  const dotted = fc.array(fc.integer({ min: 0, max: 300 }), { minLength: 3, maxLength: 5 }).map((o) => o.join('.'))
  const some = fc.tuple(fc.array(group, { maxLength: 9 }), fc.array(group, { maxLength: 5 }), fc.boolean(), fc.option(dotted, { freq: 4 })).map(([a, b, gap, v4]) => {
    const tail = v4 === null ? b : [...b, v4]
    return gap ? `${a.join(':')}::${tail.join(':')}` : [...a, ...tail].join(':')
  })
  const eight = fc.array(chars('0123456789abcdef', 1, 4), { minLength: 8, maxLength: 8 }).map((g) => g.join(':'))
  /** Eight groups of two digits are read as an EUI-64, by decision. */
  const eui64 = /^([0-9a-f]{2}:){7}[0-9a-f]{2}$/i
  test('agrees', () =>
    agree(
      fc.oneof(some, eight),
      (s) => parseIpv6(s) !== null,
      (s) => isIPv6(s) && !eui64.test(s),
    ))
  test('says when all eight groups are written', () =>
    fc.assert(
      fc.property(eight, (s) => eui64.test(s) || (parseIpv6(s)?.full === true && parseIpv6(s)?.groups === 8)),
      RUNS,
    ))
})

describe('payment cards (ISO/IEC 7812-1)', () => {
  /** Networks' ranges as patterns. */
  const RANGES = [
    /^4(\d{12}|\d{15}|\d{18})$/,
    /^5[1-5]\d{14}$/,
    /^(222[1-9]|22[3-9]\d|2[3-6]\d\d|27[01]\d|2720)\d{12}$/,
    /^3[47]\d{13}$/,
    /^6011\d{12,15}$/,
    /^64[4-9]\d{13,16}$/,
    /^65\d{14,17}$/,
    /^35(2[89]|[3-8]\d)\d{12,15}$/,
    /^(30[0-5]|36\d|38\d)\d{11,16}$/,
    /^62\d{14,17}$/,
  ]
  /** Never a payment card's first digits: airlines, government, ISO/TC 68 assignments. */
  const NEVER = /^(0|7|8|9|1(?!800)|28|29)/
  const lengths = fc.constantFrom(12, 13, 14, 15, 16, 17, 18, 19)
  const start = fc.constantFrom('4', '51', '55', '2221', '2720', '2500', '34', '37', '6011', '644', '65', '3528', '3589', '300', '305', '36', '38', '62', '0', '7', '80840', '9', '1234', '28')
  const number = fc.tuple(start, lengths, digits(18), fc.boolean()).map(([s, n, d, ok]) => {
    const body = (s + d).slice(0, n - 1)
    const check = luhnDigit(body)
    return body + (ok ? check : String((Number(check) + 1) % 10))
  })
  test('what the networks issue is valid exactly if Luhn holds', () =>
    agree(
      number.filter((s) => RANGES.some((r) => r.test(s))),
      validCard,
      (s) => luhnDigit(s.slice(0, -1)) === s.at(-1),
    ))
  test('what no network issues is not', () =>
    fc.assert(
      fc.property(
        number.filter((s) => NEVER.test(s)),
        (s) => !validCard(s),
      ),
      RUNS,
    ))
  test('a Visa or an American Express of another length is not', () =>
    fc.assert(
      fc.property(
        number.filter((s) => /^(4|3[47])/.test(s) && !RANGES.some((r) => r.test(s))),
        (s) => !validCard(s),
      ),
      RUNS,
    ))
  test.each([
    '4242424242424242',
    '4000056655665556',
    '5200828282828210',
    '2223003122003222',
    '371449635398431',
    '6011000990139424',
    '3056930009020004',
    '36227206271667',
    '3566002020360505',
    '6200000000000005',
    '4222222222222',
  ])('published test number: %s', (s) => expect(validCard(s)).toBe(true))
})

describe('GS1 check digit (General Specifications 7.9.1)', () => {
  test('agrees', () =>
    agree(
      fc.oneof(
        digits(7, 17).map((s) => s + gs1Digit(s)),
        digits(8, 18),
      ),
      gs1Check,
      (s) => gs1Digit(s.slice(0, -1)) === s.at(-1),
    ))
  test.each(['96385074', '4006381333931', '036000291452', '10614141000415', '00643169007222', '106141412345678908'])('known: %s', (s) => expect(gs1Check(s)).toBe(true))
})

describe('HIBC check character (ANSI/HIBC 2.6, appendix B)', () => {
  const SET = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ-. $/+%'
  test('agrees', () =>
    agree(
      fc.oneof(
        chars(SET, 5, 30).map((s) => s + hibcChar(s)),
        chars(SET, 5, 30),
      ),
      hibcCheck,
      (s) => hibcChar(s.slice(0, -1)) === s.at(-1),
    ))
  test('of the standard: +A123BJC5D6E71G', () => expect(hibcCheck('+A123BJC5D6E71G')).toBe(true))
})

describe('IMEI (3GPP TS 23.003 annex B)', () => {
  const by = fc.constantFrom('', '-', ' ')
  const write = (s: string, sep: string): string => [s.slice(0, 2), s.slice(2, 8), s.slice(8, 14), s.slice(14)].join(sep)
  const right = fc.tuple(digits(14), by).map(([s, sep]) => write(s + luhnDigit(s), sep))
  const any = fc.tuple(digits(15), by).map(([s, sep]) => write(s, sep))
  test('agrees', () =>
    agree(
      fc.oneof(right, any),
      (s) => deviceLuhn(s),
      (s) => {
        const d = s.replace(/\D/g, '')
        return luhnDigit(d.slice(0, 14)) === d[14]
      },
    ))
  test('inside a longer text', () =>
    fc.assert(
      fc.property(right, fc.string(), fc.string(), (s, a, b) => deviceLuhn(a + s + b, a.length, a.length + s.length)),
      RUNS,
    ))
  test.each(['490154203237518', '35-209900-176148-1'])('known: %s', (s) => expect(deviceLuhn(s)).toBe(true))
})
