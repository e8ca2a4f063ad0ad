import { bare, field, type Grammar, situ } from '../form'
import { family, given, spoken } from '../pools'
import type { Rng } from '../prng'

const AREAS = ['212', '312', '415', '617', '713', '206', '404', '303', '702', '808', '907', '919', '214', '305', '503', '614', '330', '559', '773', '940']
const area = (r: Rng): string => r.pick(AREAS)
const exchange = (r: Rng): string => {
  for (;;) {
    const e = `${r.int(2, 9)}${r.digits(2)}`
    if (!e.endsWith('11')) return e
  }
}
export const nanp = (r: Rng): readonly [string, string, string] => [area(r), exchange(r), r.digits(4)]
const put = (r: Rng, frame: string): string => {
  const [a, e, l] = nanp(r)
  return frame.replace('A', a).replace('E', e).replace('L', l)
}
const ext = (r: Rng): string => r.number(r.int(2, 5))

/** Forms every telephone and fax number can be written in. */
export const NANP = [
  bare('nanp-parens', (r: Rng) => put(r, '(A) E-L')),
  bare('nanp-parens-tight', (r: Rng) => put(r, '(A)E-L')),
  bare('nanp-parens-spaces', (r: Rng) => put(r, '(A) E L')),
  bare('nanp-parens-dash', (r: Rng) => put(r, '(A)-E-L')),
  bare('nanp-parens-dots', (r: Rng) => put(r, '(A) E.L')),
  bare('nanp-dashes', (r: Rng) => put(r, 'A-E-L')),
  bare('nanp-dots', (r: Rng) => put(r, 'A.E.L')),
  bare('nanp-spaces', (r: Rng) => put(r, 'A E L')),
  bare('nanp-slash', (r: Rng) => put(r, 'A/E-L')),
  bare('nanp-en-dashes', (r: Rng) => put(r, 'A–E–L')),
  bare('nanp-spaced-dashes', (r: Rng) => put(r, 'A - E - L')),
  field('nanp-plain', (r: Rng) => put(r, 'AEL')),
  field('nanp-A-EL', (r: Rng) => put(r, 'A EL')),
  bare('nanp-1-dashes', (r: Rng) => put(r, '1-A-E-L')),
  bare('nanp-1-parens', (r: Rng) => put(r, '1 (A) E-L')),
  bare('nanp-1-dots', (r: Rng) => put(r, '1.A.E.L')),
  field('nanp-1-plain', (r: Rng) => put(r, '1AEL')),
  bare('nanp-+1-spaces', (r: Rng) => put(r, '+1 A E L')),
  bare('nanp-+1-parens', (r: Rng) => put(r, '+1 (A) E-L')),
  bare('nanp-+1-dashes', (r: Rng) => put(r, '+1-A-E-L')),
  bare('nanp-+1-plain', (r: Rng) => put(r, '+1AEL')),
  field('nanp-local', (r: Rng) => put(r, 'E-L')),
]

const INTERNATIONAL: ReadonlyArray<readonly [string, string]> = [
  ['gb', '+44 20 7### ####'],
  ['gb-mobile', '+44 7### ######'],
  ['gb-trunk', '+44 (0)20 7### ####'],
  ['de', '+49 30 2######'],
  ['de-mobile', '+49 151 2#######'],
  ['fr', '+33 1 4# ## ## ##'],
  ['fr-mobile', '+33 6 ## ## ## ##'],
  ['in', '+91 98### #####'],
  ['mx', '+52 55 5### ####'],
  ['au', '+61 2 9### ####'],
  ['au-mobile', '+61 4## ### ###'],
  ['br', '+55 11 9####-####'],
  ['jp', '+81 3-5###-####'],
  ['jp-mobile', '+81 90-####-####'],
  ['it', '+39 06 6### ####'],
  ['es', '+34 91# ### ###'],
  ['cn', '+86 138 #### ####'],
  ['ph', '+63 917 ### ####'],
  ['vn', '+84 90 ### ## ##'],
  ['ng', '+234 803 ### ####'],
  ['pl', '+48 60# ### ###'],
  ['kr', '+82 10-2###-####'],
  ['ru', '+7 916 ###-##-##'],
  ['ua', '+380 67 ### ## ##'],
]
export const fill = (r: Rng, frame: string): string => frame.replace(/#/g, () => r.digits(1))

export const FOREIGN = [
  ...INTERNATIONAL.map(([name, frame]) => bare(`e164-${name}`, (r: Rng) => fill(r, frame))),
  bare('e164-plain', (r: Rng) => fill(r, r.pick(INTERNATIONAL)[1]).replace(/\(0\)|[ -]/g, '')),
  bare('e164-dashes', (r: Rng) => fill(r, r.pick(INTERNATIONAL)[1]).replace(/\(0\)/g, '').replace(/ /g, '-')),
  bare('e164-dots', (r: Rng) => fill(r, r.pick(INTERNATIONAL)[1]).replace(/\(0\)/g, '').replace(/[ -]/g, '.')),
  field('exit-00', (r: Rng) => fill(r, r.pick(INTERNATIONAL)[1]).replace(/\(0\)/g, '').replace('+', '00')),
  field('exit-011', (r: Rng) => fill(r, r.pick(INTERNATIONAL)[1]).replace(/\(0\)/g, '').replace('+', '011 ')),
  field('national-gb', (r: Rng) => fill(r, '020 7### ####')),
  field('national-gb-mobile', (r: Rng) => fill(r, '07### ######')),
  field('national-fr', (r: Rng) => fill(r, '01 4# ## ## ##')),
  field('national-fr-dots', (r: Rng) => fill(r, '06.##.##.##.##')),
  field('national-de', (r: Rng) => fill(r, '030/2######')),
  field('national-au', (r: Rng) => fill(r, '(02) 9### ####')),
  field('national-in', (r: Rng) => fill(r, '98### #####')),
  field('national-mx', (r: Rng) => fill(r, '55 5### ####')),
]

export const PHONE: Grammar = {
  label: 'PHONE',
  authority: 'NANPA numbering rules; ITU-T E.164, E.123; RFC 3966',
  numbered: true,
  labels: [
    'Phone',
    'Tel',
    'Tel.',
    'Telephone',
    'Cell',
    'Mobile',
    'Home phone',
    'Work phone',
    'Ph',
    'Pager',
    'Contact number',
    'Phone Number',
    'Callback number',
    'Emergency contact phone',
    'Day phone',
    'Cell phone (daughter)',
  ],
  prose: ['Please call {} with any questions.', 'Her cell number is {}.', 'She can be reached at {} after five.', 'call back at {} if fever', 'Left a voicemail at {}.', 'phoned pharmacy at {}', 'text him on {}'],
  forms: [
    ...NANP,
    ...FOREIGN,
    bare('nanp-ext-x', (r) => `${put(r, '(A) E-L')} x${ext(r)}`),
    bare('nanp-ext-x-tight', (r) => `${put(r, 'A-E-L')}x${ext(r)}`),
    bare('nanp-ext-dot', (r) => `${put(r, 'A-E-L')} ‹ext.› ${ext(r)}`),
    bare('nanp-ext-comma', (r) => `${put(r, 'A.E.L')}, ‹ext› ${ext(r)}`),
    bare('nanp-extension', (r) => `${put(r, 'A-E-L')} ‹extension› ${ext(r)}`),
    bare('nanp-ext-hash', (r) => `${put(r, '(A) E-L')} #${ext(r)}`),
    bare('rfc3966', (r) => put(r, '‹tel›:+1-A-E-L')),
    bare('rfc3966-plain', (r) => put(r, '‹tel›:+1AEL')),
    bare('vanity-dashes', (r) => `${r.pick(['1-800', '1-888', '1-877'])}-${r.pick(['FLOWERS', 'GO-BIRCH', 'MY-CLINIC', 'NEW-HIPS', 'KESTREL', '555-CARE'])}`),
    bare('vanity-parens', (r) => `(${r.pick(['800', '866', '212'])}) ${r.pick(['555-CARE', '555-DOCS', '367-LUNG', '444-KIDS'])}`),
    field('dictated', (r) => spoken(nanp(r).join(''), [3, 3, 4]), ['Phone', 'Cell'], ['Her phone number is {}.', 'You can reach me at {}.']),
    field('masked-x', (r) => put(r, '‹xxx-xxx›-L')),
    field('masked-stars', (r) => put(r, '(***) ***-L')),
    field('last-four', (r) => r.digits(4), ['Phone ending in', 'Phone (last 4)', 'Cell last four'], ['phone number ending in {}', 'the number ends in {}']),
    field('extension', (r) => r.number(r.int(3, 5)), ['Ext', 'Extension', 'ext.', 'Nursing station ext'], ['reach the floor at extension {}', 'dial ext {} for results']),
    field('pager', (r) => r.number(r.int(4, 6)), ['Pager', 'Pager #', 'Beeper', 'pgr'], ['pager {} with concerns', 'paged at {}']),
    situ('area-code', (r) => `the number has area code «${area(r)}».`),
    situ('hl7-xtn', (r) => `PID|1||X||||||||||^PRN^PH^^1^«${area(r)}»^«${exchange(r)}${r.digits(4)}»||`),
    situ('hl7-xtn-text', (r) => `PID|1||X||||||||||«${put(r, '(A)E-L')}»^PRN^PH||`),
    situ('two-numbers', (r) => `Phones: «${put(r, 'A-E-L')}» (home), «${put(r, 'A-E-L')}» (work).`),
    situ('or-last-digits', (r) => `call «${put(r, 'A-E-L')}» or «${r.digits(4)}».`),
    situ('slash-pair', (r) => `Tel «${put(r, '(A) E-L')}/${r.digits(4)}» days.`),
    situ('contact-list', (r) => `${given(r)} ${family(r)} (daughter) - h: «${put(r, 'A-E-L')}» c: «${put(r, 'A-E-L')}»`),
    situ('whatsapp', (r) => `WhatsApp «${fill(r, r.pick(INTERNATIONAL)[1])}»`),
    situ('sms-link', (r) => `open https://wa.me/«1${put(r, 'AEL')}» to chat`),
  ],
}
