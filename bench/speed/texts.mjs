// The other texts of the speed bench: prompts, log lines, text without identifiers, text full of them. All from a seed.
import { BODIES } from './bodies.mjs'
import { facts, fill, note } from './notes.mjs'
import { chooser } from './random.mjs'

const TASKS = [
  'Summarise this note for the patient in plain language, at most 120 words.',
  'List the open follow-up items below as bullets, with who is responsible.',
  'Which of these medications interact? Answer with a table.',
  'Draft a reply to the referring doctor based on the following.',
  'You are a coding assistant. Give ICD-10 codes with one line of evidence each.',
  'Translate to Spanish at a sixth-grade reading level:',
  'What is missing from this handoff? Be brief.',
  'Does this patient meet criteria for observation status? Explain step by step.',
]

/** Prompts of 0.2 to 2 KB: an instruction and part of a note. */
export function prompts(seed, count) {
  const c = chooser(seed)
  return range(count).map((i) => {
    const { text } = note(seed + 1, i)
    const from = c.int(0, Math.floor(text.length / 2))
    return `${c.pick(TASKS)}\n\n${text.slice(from, from + c.int(100, 1800))}`
  })
}

const ROUTES = ['/api/patients/', '/api/encounters/', '/api/orders/', '/fhir/R4/Observation/', '/fhir/R4/Patient/', '/internal/queue/']
const EVENTS = [
  'request completed',
  'request completed',
  'request completed',
  'cache miss',
  'job finished',
  'retrying upstream call, attempt 2 of 5',
  'connection reset by peer',
  'schema v14 migration skipped',
  'token refreshed',
  'lookup for {NAME.full} ({DATE.birth}) returned 2 candidates',
  'merged chart MRN {MRN.id} into primary record',
  'sms sent to {PHONE.home}',
  'invite mailed to {EMAIL.patient}',
  'appointment {DATE.next} confirmed with {NAME.doctor}',
]
const AGENTS = [
  'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/124.0.0.0 Safari/537.36',
  'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/17.4 Safari/605.1.15',
  'Mozilla/5.0 (X11; Linux x86_64; rv:125.0) Gecko/20100101 Firefox/125.0',
  'curl/8.5.0',
  'kube-probe/1.29',
]
const hex = (c, n) =>
  range(n)
    .map(() => c.int(0, 15).toString(16))
    .join('')

/** JSON log lines as a service writes them; about a third speak of a patient. */
export function jsonLines(seed, count) {
  const c = chooser(seed)
  return range(count).map((i) => {
    const fact = facts(chooser(seed * 31 + i))
    const line = {
      level: c.pick([30, 30, 30, 40, 50]),
      time: 1714560000000 + i * 137,
      pid: 4121,
      hostname: 'ehr-api-7d9f8b6c5-x2k4q',
      reqId: `${hex(c, 8)}-${hex(c, 4)}-4${hex(c, 3)}-a${hex(c, 3)}-${hex(c, 12)}`,
      req: { method: c.pick(['GET', 'GET', 'POST', 'PUT']), url: `${c.pick(ROUTES)}${c.int(10000, 999999)}`, remoteAddress: fact('IP.client') },
      res: { statusCode: c.pick([200, 200, 200, 201, 304, 404, 500]) },
      responseTime: Number((c.next() * 240).toFixed(3)),
      msg: fill(c.pick(EVENTS), fact).text,
    }
    if (c.next() < 0.15) line.patient = { name: fact('NAME.full'), birthDate: fact('DATE.birth'), mrn: fact('MRN.id'), phone: fact('PHONE.home') }
    return JSON.stringify(line)
  })
}

/** Access-log lines in the combined format. */
export function accessLines(seed, count) {
  const c = chooser(seed)
  return range(count).map((i) => {
    const fact = facts(chooser(seed * 37 + i))
    const path = `${c.pick(ROUTES)}${c.int(1000, 99999)}${c.next() < 0.2 ? `?name=${fact('NAME.first')}+${fact('NAME.full').split(' ')[1]}` : ''}`
    return `${fact('IP.client')} - - [${String(c.int(1, 28)).padStart(2, '0')}/May/2024:${String(c.int(0, 23)).padStart(2, '0')}:14:${String(c.int(10, 59))} +0000] "${c.pick(['GET', 'GET', 'POST'])} ${path} HTTP/1.1" ${c.pick([200, 200, 304, 404])} ${c.int(120, 90000)} "-" "${c.pick(AGENTS)}"`
  })
}

/** Notes of about 2 KB made of the paragraphs that hold no slot at all: nothing in them is an identifier. */
export function clean(seed, count) {
  const c = chooser(seed)
  const lines = BODIES.flatMap(([, body]) => body.split('\n')).filter((line) => line.length > 40 && !line.includes('{'))
  return range(count).map(() => {
    let text = ''
    while (text.length < 2000) text += `${c.pick(lines)}\n`
    return text
  })
}

const SHEET = `Name: {NAME.full}   DOB: {DATE.birth}   Age: {age}   MRN: {MRN.id}   SSN: {SSN.id}
Address: {GEO.street}, {GEO.cityline}
Home: {PHONE.home}  Cell: {PHONE.cell}  Fax: {FAX.clinic}  E-mail: {EMAIL.patient}
Next of kin: {NAME.relative} ({kin}), {PHONE.clinic}
Insurance: member ID {HEALTH_PLAN.id}   Account: {ACCOUNT.id}   License plate: {VEHICLE.plate}
PCP: {NAME.clinician}, NPI {LICENSE.npi}   Referring: {NAME.doctor}   Facility: {GEO.facility}
Admitted {DATE.prior}, discharged {DATE.visit}, next visit {DATE.next}. Pacemaker serial number {DEVICE.serial}.
Portal {URL.portal} last used from {IP.client}.
`

/** Registration sheets: nearly every word an identifier. `{ text, planted }`, about 2 KB each. */
export function dense(seed, count) {
  return range(count).map((i) => {
    const sheets = range(4).map((k) => fill(SHEET, facts(chooser(seed * 41 + i * 4 + k))))
    const planted = []
    let text = ''
    for (const sheet of sheets) {
      for (const p of sheet.planted) planted.push({ ...p, start: p.start + text.length, end: p.end + text.length })
      text += `${sheet.text}\n`
    }
    return { kind: 'registration', text, planted }
  })
}

const range = (n) => Array.from({ length: n }, (_, i) => i)
