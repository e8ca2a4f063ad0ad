import { deaDigit, npiDigit } from '../checksum'
import { bare, field, type Grammar, situ } from '../form'
import type { Rng } from '../prng'

const npi = (r: Rng): string => {
  const nine = r.of('12', 1) + r.digits(8)
  return nine + npiDigit(nine)
}
const dea = (r: Rng): string => {
  const six = r.digits(6)
  return r.of('ABFGM', 1) + r.upper(1) + six + deaDigit(six)
}
/** Driver's licences by state (issuers' formats as listed by NTSI): `L` a letter, `#` a digit. */
const DL: Readonly<Record<string, readonly string[]>> = {
  CA: ['L#######'],
  FL: ['L############', 'L###-###-##-###-#'],
  NY: ['#########', '### ### ###'],
  TX: ['########'],
  IL: ['L###########', 'L###-####-####'],
  MI: ['L############'],
  MN: ['L############'],
  MD: ['L############', 'L-###-###-###-###'],
  NJ: ['L##############', 'L#### ##### #####'],
  WI: ['L#############', 'L###-####-####-##'],
  PA: ['########', '## ### ###'],
  OH: ['LL######'],
  VA: ['L########', 'L##-##-####'],
  MA: ['L########', 'S########'],
  GA: ['#########'],
  AZ: ['L########'],
  CO: ['##-###-####', '#########'],
  ID: ['LL######L'],
  IA: ['###LL####'],
  KS: ['L##-##-####', 'L########'],
  NH: ['##LLL#####'],
  ND: ['LLL######'],
  OR: ['#######'],
  NC: ['############'],
  IN: ['####-##-####', '##########'],
  MO: ['L#########'],
  OK: ['L#########'],
  NE: ['L########'],
  WA: ['LLLLLLL###LL', 'WDL#########'],
  NV: ['##########'],
  HI: ['H########'],
  UT: ['#########'],
  TN: ['#########'],
  SC: ['#########'],
  AL: ['#######'],
}
const fill = (r: Rng, f: string): string => f.replace(/[L#]/g, (c) => (c === 'L' ? r.upper(1) : r.digits(1)))
const DL_LABELS = (s: string): readonly string[] => ["Driver's License", "Driver's License #", 'DL', 'DL#', 'Driver License No', `${s} DL`, `Driver License (${s})`, 'Drivers license number', `${s} driver's license`]
const DL_PROSE = ["Her driver's license number is {}.", 'presented DL {} as ID', "driver's license no. {} was copied"]
const PASS = ['Passport', 'Passport No.', 'Passport Number', 'Passport #', 'US Passport']
const PASS_PROSE = ['Her passport number is {}.', 'travels on passport {} since']

export const LICENSE: Grammar = {
  label: 'LICENSE',
  authority: '45 CFR 164.514(b)(2)(i)(K); 45 CFR 162.406 (NPI); 21 CFR 1301 (DEA); ICAO 9303; state licence formats (NTSI)',
  numbered: true,
  labels: [
    'License',
    'License Number',
    'License No',
    'Lic #',
    'Lic. No.',
    'Medical License',
    'State License',
    'Certificate number',
    'License #',
    'RN License',
    'Certification No',
    'Certificate No.',
    'Registration number',
    'Licence number',
    'Professional license',
  ],
  prose: ['Her license number is {}.', 'medical license {} is active', 'holds certificate number {} since then'],
  forms: [
    field('npi', npi, ['NPI', 'NPI #', 'NPI Number', 'National Provider Identifier', 'Provider NPI', 'Rendering NPI'], ['The NPI is {}.', 'NPI {} on the claim']),
    field('npi-typo', (r) => npi(r).replace(/.$/, (d) => String((Number(d) + 3) % 10)), ['NPI', 'NPI #'], ['The NPI is {}.']),
    bare('dea', dea, { labels: ['DEA', 'DEA #', 'DEA Number', 'DEA No.', 'DEA registration'], prose: ['DEA {} on the script', 'The DEA number is {}.'] }),
    field(
      'dea-nine',
      (r) => {
        const six = r.digits(6)
        return `${r.of('ABM', 1)}9${six}${deaDigit(six)}`
      },
      ['DEA', 'DEA #'],
      ['The DEA number is {}.'],
    ),
    field('dea-suffix', (r) => `${dea(r)}-${r.upper(1)}${r.digits(3)}`, ['DEA', 'DEA #'], ['The DEA number is {}.']),
    field('dea-typo', (r) => dea(r).replace(/.$/, (d) => String((Number(d) + 3) % 10)), ['DEA', 'DEA #'], ['The DEA number is {}.']),
    ...Object.entries(DL).map(([s, formats]) => field(`dl-${s}`, (r: Rng) => fill(r, r.pick(formats)), DL_LABELS(s), DL_PROSE)),
    field('state-id', (r) => fill(r, r.pick(['L#######', '#########', '########'])), ['State ID', 'ID card', 'State ID #', 'Photo ID number', 'Identification card no']),
    field('cdl', (r) => fill(r, 'L########'), ['CDL', 'CDL #', 'Commercial driver license']),
    field('passport-9', (r) => r.number(9), PASS, PASS_PROSE),
    field('passport-letter', (r) => `${r.upper(1)}${r.digits(8)}`, PASS, PASS_PROSE),
    field('passport-foreign', (r) => r.pick([`${r.upper(2)}${r.digits(7)}`, `${r.upper(1)}${r.digits(7)}`, `C${r.of('0123456789CFGHJKLMNPRTVWXYZ', 8)}`, `${r.digits(2)}${r.upper(2)}${r.digits(5)}`]), PASS, PASS_PROSE),
    bare('mrz-passport', (r) => `P<USA${r.pick(['OKAFOR', 'WALSH', 'SILVA'])}<<${r.pick(['HELEN', 'AMARA', 'LUIS'])}<<<<<<<<<<<<<<<<<<<<<<<<<<`.slice(0, 44), { labels: ['MRZ'], prose: ['The scan reads {} below.'] }),
    bare('mrz-second', (r) => `${r.number(9)}${r.digits(1)}USA${r.digits(6)}${r.digits(1)}F${r.digits(6)}${r.digits(1)}<<<<<<<<<<<<<<0${r.digits(1)}`, { labels: ['MRZ'], prose: ['The scan reads {} below.'] }),
    field('medical-letter', (r) => `${r.of('ACDGMP', 1)}${r.digits(5)}`),
    field('medical-md', (r) => `${r.pick(['MD', 'DO', 'ME', 'RN', 'PA', 'RPh'])}${r.pick(['', ' ', '-'])}${r.digits(r.int(4, 6))}`.replace(/^[A-Za-z]+ ?-?/, '‹$&›')),
    field('medical-dots', (r) => `${r.digits(2)}.${r.digits(6)}`),
    field('digits', (r) => r.digits(r.int(5, 8))),
    field('dashes', (r) => `${r.digits(3)}-${r.digits(6)}`),
    field('year', (r) => `${r.int(1995, 2025)}-${r.digits(5)}`),
    field('prefix', (r) => `${r.upper(2)}${r.digits(2)}-${r.digits(4)}`),
    field('clia', (r) => `${r.digits(2)}D${r.digits(7)}`, ['CLIA', 'CLIA #', 'CLIA Number', 'CLIA ID'], ['performed under CLIA {} here']),
    field('bar', (r) => r.digits(6), ['Bar number', 'State Bar No.', 'Bar #']),
    field('birth-certificate', (r) => `${r.digits(3)}-${r.digits(2)}-${r.digits(6)}`, ['Birth certificate number', 'Birth certificate no.', 'Death certificate #', 'Marriage certificate no.']),
    field('green-card', (r) => `${r.upper(3)}${r.digits(10)}`, ['Green card', 'Permanent resident card', 'USCIS receipt', 'Receipt number']),
    field('alien-number', (r) => `A${r.pick(['', '-', '# '])}${r.digits(9)}`, ['A-Number', 'Alien number', 'Alien Registration Number', 'USCIS #'], ['her alien registration number is {}']),
    field('alien-dashes', (r) => `A${r.digits(3)}-${r.digits(3)}-${r.digits(3)}`, ['A-Number', 'Alien Registration Number']),
    field('visa', (r) => `${r.digits(8)}`, ['Visa number', 'Visa No.', 'I-94']),
    field('uk-dl', (r) => `${r.upper(5)}${r.digits(6)}${r.upper(2)}${r.digits(1)}${r.upper(2)}`, ['Driving licence', 'Driving licence number', "Driver's License"]),
    field('pilot', (r) => r.digits(7), ['Pilot certificate', 'Pilot certificate no.', 'FAA certificate number']),
    field('firearm', (r) => r.digits(8), ['FOID', 'Concealed carry permit', 'Permit number', 'Permit No.']),
    field('cannabis', (r) => `${r.upper(2)}-${r.digits(6)}`, ['Medical marijuana card', 'MMJ card #', 'Handicap placard no.']),
    situ('signature-npi', (r) => `Helen Walsh, MD NPI: «${npi(r)}» DEA: «${dea(r)}»`),
    situ('hl7-xcn', (r) => `PV1|1|I|||||«${npi(r)}»^WALSH^HELEN^^^DR^MD^^NPI|`),
    situ('x12-nm1', (r) => `NM1*82*1*WALSH*HELEN****XX*«${npi(r)}»~`),
    situ('fhir', (r) => `{"system":"http://hl7.org/fhir/sid/us-npi","value":"«${npi(r)}»"}`),
    situ('hl7-pid20', (r) => `PID|1||X||A^B|||||||||||||||«${fill(r, 'L#######')}»^CA^20280101|`),
    situ('dl-state-last', (r) => `DL «${fill(r, 'L#######')}» (CA), exp on file`),
    situ('lic-dash', (r) => `Walsh, H., RN, Lic. «RN${r.digits(6)}»`),
  ],
}
