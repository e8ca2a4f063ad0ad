import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Subtype } from '../../src/labels'
import { hit, replacer } from './run'

// Reference year 2026: 1937 is the oldest year that may stand.
type Row = readonly [text: string, out: string, reason: string, subtype?: Subtype]

const ROWS: readonly Row[] = [
  ['2019-03-14', '2019', 'ISO 8601 extended'],
  ['2019-3-4', '2019', 'ISO without leading zeros'],
  ['2019/03/14', '2019', 'year first with slashes'],
  ['2019.03.14', '2019', 'year first with dots'],
  ['04/Mar/2019:08:11:24 +0000', '2019', 'access log: the colon after the year starts the time'],
  ['2019-03', '2019', 'FHIR year and month'],
  ['2019', '2019', 'FHIR and HL7 year alone'],
  ['2019-W12-4', '2019', 'ISO week date'],
  ['2019-073', '2019', 'ISO ordinal date'],
  ['2019073', '2019', 'ISO ordinal date, basic'],
  ['2019-03-14T08:30:00Z', '2019', 'FHIR instant'],
  ['2019-03-14T08:30:00.123-05:00', '2019', 'zone offset is no year'],
  ['2019-03-14T08:30:00+1900', '2019', 'offset that looks like a year'],
  ['2019-03-14 1830', '2019', 'military time that looks like a year, after the date'],
  ['1830 on 14 Mar 2019', '2019', 'military time before the date'],
  ['20190314', '2019', 'HL7 and DICOM DA'],
  ['201903140830', '2019', 'HL7 to the minute'],
  ['20190314083015.1234-0500', '2019', 'HL7 with fraction and offset'],
  ['20190314T083015Z', '2019', 'ISO basic date and time'],
  ['201903', '2019', 'HL7 year and month'],
  ['03142019', '2019', 'US compact, month first'],
  ['14032019', '2019', 'British compact'],
  ['19121920', 'before 1937', 'compact, month 19 cannot be: 19 December 1920'],
  ['031419', '2019', 'US compact of six digits'],
  ['190314', '2019', 'six digits, year first'],
  ['03/14/2019', '2019', 'US'],
  ['3/14/19', '2019', 'US, two-digit year'],
  ['3/14/27', '2027', 'two digits: next year is still the nearest'],
  ['3/14/28', 'before 1937', 'two digits: not two years ahead, so 1928'],
  ['3/14/36', 'before 1937', 'two digits: 1936, an age of 90'],
  ['3/14/37', '1937', 'two digits: 1937, an age of 89'],
  ['3/14/27', 'before 1937', 'a birth is not in the future: 1927', 'birth'],
  ['3/14/26', '2026', 'a birth in the year of reference', 'birth'],
  ['14.03.2019', '2019', 'European dots'],
  ['14-03-19', '2019', 'dashes, day first: the year is last'],
  ['95-03-14', '1995', 'only the first part can be a year'],
  ['03 14 2019', '2019', 'spaces'],
  ['3 / 14 / 2019', '2019', 'spaced slashes'],
  ['3/14/2019 8:30 PM', '2019', 'with time of day'],
  ['3/14/19 at 8:30', '2019', 'two-digit year and a time'],
  ['3/2019', '2019', 'month and year'],
  ['3/95', '1995', 'month and a year no day can be'],
  ['12/08', '[DATE]', 'month and day, or month and year: no year'],
  ['3/14', '[DATE]', 'month and day'],
  ['14 Mar 2019', '2019', 'day month year'],
  ['14-MAR-2019', '2019', 'with dashes'],
  ['14MAR2019', '2019', 'glued'],
  ['14MAR19', '2019', 'glued, two-digit year'],
  ['14 Mar 19', '2019', 'two-digit year after day and month'],
  ['14th of March, 2019', '2019', 'ordinal and of'],
  ['March 14, 2019', '2019', 'US long'],
  ['Mar. 14th 2019', '2019', 'abbreviated with a dot'],
  ['March 14, 19', '2019', 'US long, two-digit year'],
  ['Mar-14-19', '2019', 'dashes all through'],
  ['March 14', '[DATE]', 'no year'],
  ['March 19', '[DATE]', 'as well a day as a year'],
  ['March 14, 10 am', '[DATE]', 'the hour is no year'],
  ['March 14 at 08:30', '[DATE]', 'the time is no year'],
  ["March '19", '2019', 'apostrophe'],
  ['March ’19', '2019', 'typographic apostrophe'],
  ['Mar 95', '1995', 'two digits no day can be'],
  ['March 2019', '2019', 'month and year'],
  ['March of 2019', '2019', 'of'],
  ['Thursday, March 14, 2019', '2019', 'weekday goes'],
  ['spring 2010', '2010', 'season goes'],
  ['Q3 2019', '2019', 'quarter goes'],
  ['week 12 of 2019', '2019', 'week goes'],
  ['Christmas 2018', '2018', 'holiday goes'],
  ['Christmas', '[DATE]', 'holiday without a year'],
  ['9/11', '[DATE]', 'no year'],
  ["class of '41", '1941', '1941: 85 years back'],
  ["class of '31", 'before 1937', '1931: shows an age over 89'],
  ['14 de marzo de 2019', '2019', 'another language with four digits'],
  ['nineteen thirty-five', '[DATE]', 'in words: fail closed'],
  ['1950s', '1950s', 'a decade is coarser than a year'],
  ["1950's", '1950s', 'a decade with an apostrophe'],
  ['1930s', 'before 1937', 'a decade that reaches over the line'],
  ['1910', 'before 1937', 'HHS guidance 3.3: a year alone that shows an age over 89', 'year'],
  ['1937', '1937', 'the oldest year that may stand', 'year'],
  ['1936', 'before 1937', 'exactly 90 back', 'year'],
  ['08:30', '[DATE]', 'time of day', 'time'],
  ['1945', '[DATE]', 'military time of day', 'time'],
  ['01/02/1910', 'before 1937', 'birth date over 89', 'birth'],
  ['03/14/0019', '[DATE]', 'no plausible year'],
  ['99999999', '[DATE]', 'digits without a date'],
  ['', '[DATE]', 'nothing'],
]

const write = replacer('generalise')

describe('generalise DATE', () => {
  test.each(ROWS.map(([text, out, reason, subtype]) => ({ text, out, reason, subtype })))('$text → $out ($reason)', ({ text, out, subtype }) => {
    expect(write(hit('DATE', text, subtype))).toBe(out)
  })

  test('two digits and the line both move with the reference year', () => {
    const in2010 = replacer('generalise', {}, 2010)
    expect(in2010(hit('DATE', '1/1/1910', 'birth'))).toBe('before 1921')
    expect(in2010(hit('DATE', '1/1/1920', 'birth'))).toBe('before 1921')
    expect(in2010(hit('DATE', '1/1/1921', 'birth'))).toBe('1921')
    expect(in2010(hit('DATE', '1/1/12'))).toBe('before 1921')
  })

  test('never throws, and never leaves more than a year', () => {
    const digits = fc.string({ unit: fc.constantFrom(...'0123456789/-. :TZ', 'Mar', 'st', ',', "'", ' of '), maxLength: 40 })
    fc.assert(
      fc.property(fc.oneof(fc.string(), digits), fc.constantFrom<Subtype | undefined>(undefined, 'birth', 'year', 'time'), (text, subtype) => {
        const out = write(hit('DATE', text, subtype))
        expect(out).toMatch(/^(?:\d{4}s?|before 1937|\[DATE\])$/)
        const year = /^\d{4}/.exec(out)
        if (year !== null) expect(Number(year[0])).toBeGreaterThanOrEqual(1937)
      }),
      { numRuns: 2000 },
    )
  })

  test('what it wrote it leaves', () => {
    for (const [text, , , subtype] of ROWS) {
      const once = write(hit('DATE', text, subtype))
      const year = /\d{4}/.exec(once)
      if (year !== null) expect(once.replace(year[0], write(hit('DATE', year[0], 'year')))).toBe(once)
    }
  })

  test('every year of every date of 40 years is found in six writings', () => {
    const two = (n: number) => String(n).padStart(2, '0')
    for (let at = Date.UTC(1990, 0, 1); at < Date.UTC(2027, 0, 1); at += 86_400_000 * 3) {
      const d = new Date(at)
      const [y, m, day] = [d.getUTCFullYear(), two(d.getUTCMonth() + 1), two(d.getUTCDate())]
      for (const text of [`${y}-${m}-${day}`, `${y}${m}${day}`, `${m}/${day}/${y}`, `${m}/${day}/${two(y % 100)}`, `${y}${m}${day}1959`, `${day}.${m}.${y}`]) expect(write(hit('DATE', text)), text).toBe(String(y))
    }
  })

  test('linear: a long run of anything takes no time', () => {
    for (const unit of ['1', 'jan', 'jan ', '1 ', '1/', 'jan-1', "'", '12:', ' ', '20']) {
      const started = performance.now()
      write(hit('DATE', unit.repeat(20_000)))
      expect(performance.now() - started, unit).toBeLessThan(200)
    }
  })
})
