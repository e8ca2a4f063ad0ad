import { bare, field, type Grammar } from '../form'
import { spoken } from '../pools'
import type { Rng } from '../prng'

const area = (r: Rng): string => {
  const n = r.int(1, 899)
  return String(n === 666 ? 667 : n).padStart(3, '0')
}
const group = (r: Rng): string => String(r.int(1, 99)).padStart(2, '0')
const serial = (r: Rng): string => String(r.int(1, 9999)).padStart(4, '0')
const joined = (r: Rng, by: string): string => `${area(r)}${by}${group(r)}${by}${serial(r)}`
const itinGroup = (r: Rng): number => r.pick([50, 57, 65, 70, 79, 88, 90, 92, 94, 99])
const LAST4 = ['Last 4 of SSN', 'SSN last four', 'SSN ending in', 'last four digits of social', 'SSN (last 4)', 'Last4 SSN']

export const SSN: Grammar = {
  label: 'SSN',
  authority: 'SSA, randomization FAQ (25 Jun 2011); IRS on ITIN ranges',
  numbered: true,
  labels: ['SSN', 'Social Security Number', 'Social Security No.', 'Soc Sec', 'SS#', 'Social Security', 'SS No', 'SSN/TIN', 'Patient SSN', 'Social', 'Tax ID'],
  prose: ['Her social security number is {}.', 'His SSN is {} per the face sheet.', 'Patient gave social as {} at intake.', 'the SSN on file, {}, does not match', 'SSN {} verified'],
  forms: [
    bare('dashes', (r) => joined(r, '-')),
    bare('spaces', (r) => joined(r, ' ')),
    field('dots', (r) => joined(r, '.')),
    bare('en-dashes', (r) => joined(r, '–')),
    bare('spaced-dashes', (r) => joined(r, ' - ')),
    field('plain', (r) => joined(r, '')),
    field('slashes', (r) => joined(r, '/')),
    field('never-issued', (r) => `${r.pick(['000', '666', '987'])}-${group(r)}-${serial(r)}`),
    field('last-four', serial, LAST4, ['The last four of her SSN are {}.', 'SSN ending in {} confirmed', 'social ends in {}']),
    field('masked-stars', (r) => `***-**-${serial(r)}`),
    field('masked-x', (r) => `‹xxx-xx›-${serial(r)}`),
    field('masked-X', (r) => `‹XXX-XX›-${serial(r)}`),
    field('masked-plain', (r) => `‹XXXXX›${serial(r)}`),
    bare('itin', (r) => `9${r.digits(2)}-${itinGroup(r)}-${serial(r)}`, { labels: ['ITIN', 'Individual Taxpayer ID', 'Taxpayer Identification Number', 'TIN'], prose: ['Her ITIN is {}.', 'files under ITIN {}'] }),
    field('itin-plain', (r) => `9${r.digits(2)}${itinGroup(r)}${serial(r)}`, ['ITIN', 'Taxpayer Identification Number'], ['Her ITIN is {}.']),
    field('dictated', (r) => spoken(joined(r, ''), [3, 2, 4]), ['SSN', 'Social Security Number'], ['Her social security number is {}.']),
    field('two-groups', (r) => `${area(r)}-${group(r)}${serial(r)}`),
  ],
}
