import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { LABELS, type Label, type Subtype } from '../../src/labels'
import { STATE_CODES } from '../../src/transform/state'
import { zip3Allowed } from '../../src/transform/zip3'
import { capped, hit, replacer } from './run'

type Row = readonly [text: string, out: string, reason: string, label: Label, subtype?: Subtype]

const ZIPS: readonly Row[] = [
  ['94110', '941', 'five digits', 'GEO', 'zip'],
  ['94110-1234', '941', 'ZIP+4', 'GEO', 'zip'],
  ['941101234', '941', 'nine digits', 'GEO', 'zip'],
  ['CA 94110', '941', 'with its State', 'GEO', 'zip'],
  ['941', '941', 'three digits already', 'GEO', 'zip'],
  ['00601', '006', 'Puerto Rico', 'GEO', 'zip'],
  ['03601', '000', 'restricted in 2000 and 2020', 'GEO', 'zip'],
  ['06301', '000', 'restricted by HHS (2000), over 20,000 in 2020', 'GEO', 'zip'],
  ['20201', '000', 'restricted in 2020 only', 'GEO', 'zip'],
  ['96910', '000', 'Guam: outside the Census table', 'GEO', 'zip'],
  ['00000', '000', 'never assigned', 'GEO', 'zip'],
  ['000', '000', 'written already', 'GEO', 'zip'],
  ['K1A 0B1', '000', 'Canadian', 'GEO', 'zip'],
  ['SW1A 1AA', '000', 'British', 'GEO', 'zip'],
  ['1234', '000', 'four digits', 'GEO', 'zip'],
  ['', '000', 'nothing', 'GEO', 'zip'],
]

const PLACES: readonly Row[] = [
  ['123 Main St, Springfield, IL 62701', 'IL', 'address with ZIP', 'GEO', 'address'],
  ['123 Main St, Springfield, IL 62701-1234, USA', 'IL', 'ZIP+4 and country', 'GEO', 'address'],
  ['12 Washington Ave, Boston, MA', 'MA', 'a street named for a State', 'GEO', 'address'],
  ['350 5th Ave, New York, NY', 'NY', 'city named like its State', 'GEO', 'address'],
  ['Portland, Oregon', 'OR', 'name after a comma', 'GEO', 'city'],
  ['Springfield Illinois 62701', 'IL', 'name before a ZIP', 'GEO', 'address'],
  ['Charleston, West Virginia', 'WV', 'not Virginia', 'GEO', 'city'],
  ['Washington, D.C.', 'DC', 'dotted code', 'GEO', 'city'],
  ['Washington, District of Columbia', 'DC', 'three words', 'GEO', 'city'],
  ['San Juan, Puerto Rico', 'PR', 'territory', 'GEO', 'city'],
  ['St. Thomas, USVI', 'VI', 'territory by its other short name', 'GEO', 'city'],
  ['Hagatna, GU 96910', 'GU', 'territory with ZIP', 'GEO', 'address'],
  ['Pago Pago, American Samoa', 'AS', 'territory', 'GEO', 'city'],
  ['Saipan, CNMI', 'MP', 'territory', 'GEO', 'city'],
  ['Dallas TX', 'TX', 'code after a town, no comma', 'GEO', 'city'],
  ['SAN FRANCISCO CA 94110', 'CA', 'all capitals with ZIP', 'GEO', 'address'],
  ['springfield, il 62701', 'IL', 'lower case with ZIP', 'GEO', 'address'],
  ['Texas', 'TX', 'a State', 'GEO', 'state'],
  ['TX', 'TX', 'a State by code', 'GEO', 'state'],
  ['Washington', '[GEO]', 'the town may be meant', 'GEO', 'city'],
  ['Delaware', '[GEO]', 'a county in Ohio', 'GEO', 'county'],
  ['12 CALLE LA', '[GEO]', 'not Louisiana', 'GEO', 'address'],
  ['follow me in', '[GEO]', 'not Indiana', 'GEO', 'address'],
  ['Springfield', '[GEO]', 'no State', 'GEO', 'city'],
  ['Toronto, Ontario M5V 2T6', '[GEO]', 'foreign province', 'GEO', 'address'],
  ['Mayo Clinic, Rochester, MN', 'MN', 'facility with its State', 'GEO', 'facility'],
  ['Mayo Clinic', '[GEO]', 'facility', 'GEO', 'facility'],
  ['37.7749, -122.4194', '[GEO]', 'coordinates', 'GEO', 'coordinates'],
  ['Kenya', '[GEO]', 'country', 'GEO', 'country'],
  ['Springfield, IL', 'IL', 'no subtype', 'GEO'],
]

const OTHERS: readonly Row[] = [
  ['93', '90+', 'age over 89', 'AGE'],
  ['nonagenarian', '90+', 'in a word', 'AGE'],
  ['90+', '90+', 'written already', 'AGE'],
  ['John Smith', '[NAME]', 'a name has no coarser form', 'NAME'],
  ['123-45-6789', '[SSN]', 'nor has a number', 'SSN'],
]

const write = replacer('generalise')

describe('generalise', () => {
  test.each([...ZIPS, ...PLACES, ...OTHERS].map(([text, out, reason, label, subtype]) => ({ text, out, reason, label, subtype })))('$label/$subtype $text → $out ($reason)', ({ text, out, label, subtype }) => {
    expect(write(hit(label, text, subtype))).toBe(out)
  })

  test('871 prefixes may stand, none of either restricted list among them', () => {
    let n = 0
    for (let i = 0; i < 1000; i++) if (zip3Allowed(i)) n++
    expect(n).toBe(871)
    // HHS guidance from the 2000 Census, and the 2020 Census (DHC table P1).
    const restricted = '036 059 063 102 203 556 692 790 821 823 830 831 878 879 884 890 893 202 204 205 369 753 772'
    for (const prefix of restricted.split(' ')) expect(zip3Allowed(Number(prefix)), prefix).toBe(false)
  })

  test('50 States, DC and five territories', () => {
    expect(STATE_CODES.size).toBe(56)
    for (const code of STATE_CODES) expect(write(hit('GEO', `Springfield, ${code} 12345`, 'address'))).toBe(code)
  })

  test('no value, the label', () => {
    for (const label of LABELS) expect(write(capped(label))).toBe(`[${label}]`)
  })

  test('whatever the text, only a State, three digits, 90+ or the label', () => {
    const place = fc.string({ unit: fc.constantFrom(...'Aa1,. -', 'CA', 'Texas', '94110', 'New', 'York'), maxLength: 60 })
    fc.assert(
      fc.property(fc.constantFrom(...LABELS.filter((l) => l !== 'DATE')), fc.constantFrom<Subtype | undefined>(undefined, 'zip', 'address', 'city', 'state'), fc.oneof(fc.string(), place), (label, subtype, text) => {
        expect(write(hit(label, text, subtype))).toMatch(/^(?:[A-Z]{2}|\d{3}|90\+|\[[A-Z_]+\])$/)
      }),
      { numRuns: 2000 },
    )
  })
})
