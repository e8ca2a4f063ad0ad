import fc from 'fast-check'
import { DETECTORS } from '../../src/detect/index'

/** Pieces of clinical text, identifiers and look-alikes, invented; what the laws are tried on. */
const PIECES = [
  'Patient: Maria Gonzalez-Ruiz, DOB 03/14/1951, MRN: 00482913',
  'Dr. Anil Kapoor, MD',
  'seen on March 3rd, 2021 at 14:30',
  'SSN 219-09-9999',
  'call (212) 555-0147 x12',
  'fax: +1 415-555-0132',
  'e-mail maria.g@example.org',
  'https://portal.example.com/u/8831?name=maria',
  '10.24.3.117',
  'fe80::1ff:fe23:4567:890a',
  '742 Evergreen Terrace Apt 3, Springfield, IL 62704-1234',
  'Member ID: XJW884213907',
  'acct # 4417-123456',
  '4111 1111 1111 1111',
  'GB82 WEST 1234 5698 7654 32',
  'NPI 1234567893',
  'DEA AB1234563',
  'VIN 1HGCM82633A004352',
  'plate ABC-1234',
  'S/N 88-PX-2201',
  '(01)00643169007222(17)250101(21)A1B2C3',
  '93-year-old',
  'a 54 yo man',
  'BP 120/80',
  '5/325 mg',
  'POD 3',
  'q6h',
  'C. difficile',
  "Parkinson's disease",
  'L4-L5',
  'E11.9',
  '99213',
  'NCT01234567',
  'data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAUA',
  'accession A21-00931',
  '{"patientName":"John O\'Neil","ssn":"219099999","note":"seen\\nJohn today"}',
  'user=jdoe ip=203.0.113.7',
  '2021-03-04T10:22:31.123Z',
  '[NAME]',
  '[**Hospital 12**]',
  '12345678901234567890',
  'Dr Smith',
  'lives in Boston, MA',
  'Mercy General Hospital',
  '😀',
  'ÀÉ',
  'e\u0301',
  '\u200b',
  '\u00a0',
  '１２３',
  'Мария',
  '李小龍',
  '\ud83d',
  '\udc00',
  '\0',
]
const GLUE = [' ', ' ', ' ', ' ', '\n', '\n\n', ', ', '. ', ': ', '', '-', '/', '\t', ' | ', '; ', '"', '(', ')', '@', '.', '   ', '\\n', '\r\n', "'", '=', '#', '://', '*', '_']

/** Every detector's own cues with something behind them: a new detector meets the laws without a line here. */
const CUES = DETECTORS.flatMap((d) => d.cues ?? [])
const cued = fc
  .tuple(fc.constantFrom(...CUES), fc.constantFrom(': ', ' ', ' is ', '=', '\n', '":"', ' # '), fc.constantFrom('4417', '12-C', 'AB1234563', 'Ann Lee', 'the', '3/14/2021', '93', '[NAME]', '555-0147', 'x'))
  .map((p) => p.join(''))

export const phiText: fc.Arbitrary<string> = fc
  .array(
    fc.tuple(
      fc.oneof(
        { weight: 8, arbitrary: fc.constantFrom(...PIECES) },
        { weight: 3, arbitrary: cued },
        { weight: 1, arbitrary: fc.string({ unit: 'grapheme', maxLength: 12 }) },
        { weight: 1, arbitrary: fc.stringMatching(/^[0-9a-zA-Z./:@-]{1,24}$/) },
      ),
      fc.constantFrom(...GLUE),
    ),
    { maxLength: 60 },
  )
  .map((parts) => parts.map(([a, b]) => a + b).join(''))

/** The same pieces standing apart, as identifiers do in text that people wrote. */
export const separated: fc.Arbitrary<string> = fc
  .array(fc.tuple(fc.constantFrom(...PIECES), fc.constantFrom(' and ', '\n', '\n\n', ', then ', '. ', '; also ', ' (', ') ')), { maxLength: 40 })
  .map((parts) => parts.map(([a, b]) => a + b).join(''))

/** Runs of one or a few characters, where naive engines go quadratic. */
export const HOSTILE_UNITS = [
  'a',
  'A',
  '1',
  ' ',
  '.',
  '-',
  '/',
  ':',
  '@',
  '\n',
  'a@',
  'a.',
  '1.',
  '1-',
  '1/',
  'A ',
  'Aa ',
  '1 ',
  'a1',
  '::',
  '(',
  '"',
  '\\',
  '\\n',
  '[',
  '[**',
  '<',
  '://',
  'http://a',
  'a://',
  'Dr. ',
  'Dr. A',
  'MRN ',
  'MRN: ',
  'MRN 1 ',
  'Jan ',
  '1/1/',
  '1, ',
  'x@x.',
  'St ',
  '1 Main ',
  'data:image/png;base64,',
  '=',
  '\u200b',
  'e\u0301',
  '１',
  '\ud83d',
  '😀',
  '\t',
  ',',
  "O'",
  'Patient: ',
  '+1',
  '55',
  '0x',
  '1:1:',
  'IL 6',
  '#',
  '_',
  'a_',
  '%41',
  '{"a":',
  'John ',
  'JOHN ',
]

export const adversarial: fc.Arbitrary<string> = fc
  .array(fc.tuple(fc.constantFrom(...HOSTILE_UNITS), fc.integer({ min: 1, max: 1500 })), { minLength: 1, maxLength: 4 })
  .map((parts) => parts.map(([u, n]) => u.repeat(Math.min(n, Math.ceil(4000 / u.length)))).join(''))
