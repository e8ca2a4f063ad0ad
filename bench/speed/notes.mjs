// Clinical notes without end, from a seed: the bodies of bodies.mjs with their slots filled from invented lists. Each
// note tells where its identifiers stand, so that an answer can be checked before anything is timed.
import { BODIES } from './bodies.mjs'
import { chooser } from './random.mjs'

const FIRST = {
  man: 'James Robert Miguel Wei Omar Anil Tomasz Kwame Luis Daniel Hiroshi Andre Patrick Samuel Ivan Dmitri Carlos Kevin Arjun Walter Eugene Tyrone Mohammed Viktor Raymond Curtis Leonard Joaquin Emeka Trevor'.split(' '),
  woman:
    'Mary Linda Guadalupe Mei Fatima Priya Agnieszka Abena Rosa Hannah Yuki Latoya Colleen Ruth Olga Svetlana Carmen Heather Deepa Dorothy Mildred Shanice Aisha Ingrid Gloria Paulette Joan Ximena Ngozi Brenda'.split(
      ' ',
    ),
}
const LAST =
  'Hartwell Okafor Gonzalez Nguyen Castellano Whitaker Petrov Delacroix Ramanathan Kowalczyk Sandoval Brennan Yamamoto Abernathy Mensah Vasquez Fitzgerald Goldstein Haddad Lindqvist Moreau Patel Quintero Rasmussen Sorensen Tillman Underhill Villanueva Wozniak Zimmerman Adeyemi Bergstrom Caldwell Dominguez Eastman Fairchild Gutierrez Holloway Iverson Jaworski Kirkpatrick Lombardi Macready Novak Oyelaran Pemberton Rosenthal Schwarz Thibodeaux Varga Winslow Yarborough Kapoor Ferraro Donnelly Achebe Bui Chowdhury Espinoza Mahoney'.split(
    ' ',
  )
const STREET = [
  'Maple Avenue',
  'Birchwood Lane',
  'N. Prospect Street',
  'Old Mill Road',
  'Cedar Hill Drive',
  'W. 43rd Street',
  'Lakeview Court',
  'Jefferson Blvd',
  'Harbor View Rd',
  'County Line Road',
  'Sycamore St',
  'Pine Ridge Way',
]
const CITY = [
  ['Springfield', 'IL', '62704'],
  ['Fairview', 'OH', '44126'],
  ['Lakewood', 'CO', '80226'],
  ['Burlington', 'VT', '05401'],
  ['Salem', 'OR', '97301'],
  ['Greenville', 'SC', '29601'],
  ['Rockford', 'IL', '61101'],
  ['Dayton', 'OH', '45402'],
  ['Tacoma', 'WA', '98402'],
  ['Worcester', 'MA', '01608'],
  ['Laredo', 'TX', '78040'],
  ['Duluth', 'MN', '55802'],
]
const FACILITY = [
  'Lakeside Regional Medical Center',
  'St. Brendan Hospital',
  'Mercy Valley Medical Center',
  'Northfield Community Hospital',
  'Cedar Grove Clinic',
  'Harborview Memorial Hospital',
  'Pinecrest Health Center',
  'Good Shepherd Hospital',
]
const MONTH = 'January February March April May June July August September October November December'.split(' ')
const KIN = { man: ['husband', 'son', 'brother', 'father'], woman: ['wife', 'daughter', 'sister', 'mother'] }
const CREDENTIAL = ['MD', 'MD', 'DO', 'MD, PhD', 'NP', 'PA-C']

/** `count` notes of 2 to 4 KB: `{ kind, text, planted: [{ start, end, label }] }`. */
export function notes(seed, count) {
  const out = []
  for (let i = 0; i < count; i++) out.push(note(seed, i))
  return out
}

/** The `i`th note of a seed. */
export function note(seed, i) {
  const [kind, body] = BODIES[i % BODIES.length]
  return { kind, ...fill(body, facts(chooser(Math.imul(seed, 1000003) + i))) }
}

/** Fills the slots of a template; gives the text and where the identifiers stand in it. */
export function fill(template, fact) {
  const planted = []
  let text = ''
  let from = 0
  for (const m of template.matchAll(/\{(?:([A-Z_]+)\.)?\w+\}/g)) {
    text += template.slice(from, m.index)
    from = m.index + m[0].length
    const slot = m[0].slice(1, -1)
    const value = fact(slot)
    // A value may have parts that are no identifier: those stand outside of ⟦ ⟧.
    const open = value.indexOf('⟦')
    const marked = open >= 0 ? value : m[1] === undefined ? null : `⟦${value}⟧`
    if (marked === null) text += value
    else
      for (const [k, part] of marked.split(/[⟦⟧]/).entries()) {
        if (k % 2 === 1) planted.push({ start: text.length, end: text.length + part.length, label: m[1] ?? 'AGE' })
        text += part
      }
  }
  text += template.slice(from)
  return { text, planted }
}

/** What one note says of its patient: the same slot gives the same value throughout the note. */
export function facts(c) {
  const said = new Map()
  const sex = c.next() < 0.5 ? 'man' : 'woman'
  const other = c.next() < 0.5 ? 'man' : 'woman'
  const person = (s = c.next() < 0.5 ? 'man' : 'woman') => ({ first: c.pick(FIRST[s]), last: c.pick(LAST) })
  const patient = person(sex)
  const relative = person(other)
  const [city, state, zip] = c.pick(CITY)
  const year = c.int(2011, 2024)
  const pad = (n) => String(n).padStart(2, '0')
  const date = (y = year) => `${pad(c.int(1, 12))}/${pad(c.int(1, 28))}/${y}`
  const phone = () =>
    c
      .pick(['(###) 555-01##', '###-555-01##', '### 555 01##', '###.555.01##'])
      .replace('###', () => String(c.int(212, 989)))
      .replace(/#/g, () => String(c.int(0, 9)))
  const signed = () => {
    const p = person()
    return `⟦${p.first} ${p.last}⟧, ${c.pick(CREDENTIAL)}`
  }
  const age = c.int(41, 96)
  const values = {
    'NAME.full': () => `${patient.first} ${patient.last}`,
    'NAME.comma': () => `${patient.last}, ${patient.first}`,
    'NAME.caps': () => `${patient.last}, ${patient.first}`.toUpperCase(),
    'NAME.first': () => patient.first,
    'NAME.titled': () => `${sex === 'man' ? 'Mr.' : c.pick(['Mrs.', 'Ms.'])} ⟦${patient.last}⟧`,
    'NAME.relative': () => `${relative.first} ${relative.last}`,
    'NAME.first2': () => relative.first,
    'NAME.doctor': () => `Dr. ⟦${c.pick(LAST)}⟧`,
    'NAME.doctor2': () => `Dr. ⟦${person().first} ${c.pick(LAST)}⟧`,
    'NAME.clinician': signed,
    'NAME.clinician2': signed,
    'NAME.signed': () => `${c.pick(['Electronically signed by', 'Signed,', 'Signed:', 'Author:'])} ${signed()}`,
    'NAME.nurse': () => `⟦${person('woman').first} ${c.pick(LAST)}⟧, RN`,
    'NAME.therapist': () => `⟦${person().first} ${c.pick(LAST)}⟧, ${c.pick(['LCSW', 'PhD', 'PsyD'])}`,
    'DATE.visit': () => date(),
    'DATE.prior': () => c.pick([date(), `${c.pick(MONTH)} ${c.int(1, 28)}, ${year}`]),
    'DATE.next': () => c.pick([date(), `${c.pick(MONTH)} ${c.int(1, 28)}`, `${c.int(1, 12)}/${c.int(1, 28)}/${String(year).slice(2)}`]),
    'DATE.day': () => `${c.int(1, 12)}/${c.int(1, 28)}`,
    'DATE.words': () => `${c.pick(MONTH)} ${c.int(1, 28)}, ${year}`,
    'DATE.birth': () => date(year - age),
    'GEO.facility': () => c.pick(FACILITY),
    'GEO.street': () => `${c.int(12, 9840)} ${c.pick(STREET)}`,
    'GEO.streetname': () => c.pick(STREET),
    'GEO.city': () => city,
    'GEO.cityline': () => `⟦${city}⟧, ${state} ⟦${zip}⟧`,
    'PHONE.home': phone,
    'PHONE.cell': phone,
    'PHONE.clinic': phone,
    'PHONE.pager': phone,
    'FAX.clinic': phone,
    'FAX.school': phone,
    'MRN.id': () => c.shape(c.pick(['#######', '########', 'A######', '##-##-##'])),
    'MRN.id2': () => `${c.pick(['MRN', 'MRN:', 'MR#'])} ⟦${c.shape('#######')}⟧`,
    'ACCOUNT.id': () => c.shape('##########'),
    'HEALTH_PLAN.id': () => c.shape('AAA#########'),
    'OTHER_ID.accession': () => c.shape(c.pick(['S##-#####', 'AA-##-######', '########'])),
    'OTHER_ID.job': () => c.shape('######'),
    'DEVICE.serial': () => c.shape('AA#######A'),
    'SSN.id': () => `${c.int(101, 665)}-${pad(c.int(1, 99))}-${c.int(1001, 9998)}`,
    'LICENSE.npi': () => c.pick(['1234567893', '1679576722', '1245319599']),
    'VEHICLE.plate': () => c.shape('AAA-####'),
    'EMAIL.patient': () => `${patient.first.toLowerCase()}.${patient.last.toLowerCase()}${c.int(1, 99)}@example.${c.pick(['com', 'org', 'net'])}`,
    'URL.portal': () => `https://portal.example.org/visits/${c.int(10000, 99999)}`,
    'IP.client': () => `${c.int(11, 223)}.${c.int(0, 255)}.${c.int(0, 255)}.${c.int(1, 254)}`,
    age: () => (age >= 90 ? `⟦${age}⟧` : String(age)),
    man: () => sex,
    he: () => (sex === 'man' ? 'he' : 'she'),
    He: () => (sex === 'man' ? 'He' : 'She'),
    him: () => (sex === 'man' ? 'him' : 'her'),
    his: () => (sex === 'man' ? 'his' : 'her'),
    kin: () => c.pick(KIN[other]),
    time: () => `${pad(c.int(0, 23))}:${pad(c.int(0, 59))}`,
    temp: () => (36 + c.next() * 2.6).toFixed(1),
    hr: () => String(c.int(58, 118)),
    bp: () => `${c.int(96, 178)}/${c.int(52, 98)}`,
    spo2: () => String(c.int(90, 99)),
    wt: () => (52 + c.next() * 60).toFixed(1),
    wbc: () => (4 + c.next() * 12).toFixed(1),
    hgb: () => (8 + c.next() * 7).toFixed(1),
    k: () => (3 + c.next() * 2).toFixed(1),
    cr: () => (0.6 + c.next() * 1.8).toFixed(2),
    glu: () => String(c.int(88, 260)),
    trop: () => String(c.int(14, 480)),
    bnp: () => String(c.int(600, 4200)),
    a1c: () => (5.9 + c.next() * 4).toFixed(1),
  }
  return (slot) => {
    if (!said.has(slot)) {
      const value = values[slot]
      if (value === undefined) throw new Error(`no such slot: ${slot}`)
      said.set(slot, value())
    }
    return said.get(slot)
  }
}
