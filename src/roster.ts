import type { Detector } from './detect/detector'
import { type Term, termDetector, termTokens } from './detect/terms'
import { DephiError, type Problem } from './errors'
import { isLabel, LABELS, type Label } from './labels'
import { Word } from './lexicon/classes'
import { baseWords } from './pipeline'
import { hashWord } from './text/hash'

/** The patient's own identifiers, as the chart has them. Every field is optional. */
export interface Roster {
  /** Full names of the patient, as written: "Maria Gonzalez-Ruiz" or "Gonzalez-Ruiz, Maria"; former names too. */
  readonly names?: readonly string[]
  /** Names of relatives and household members. */
  readonly relatives?: readonly string[]
  /** Employers of the patient and of relatives. */
  readonly employers?: readonly string[]
  /** ISO dates, `YYYY-MM-DD`: birth date and other dates of the chart. */
  readonly dates?: readonly string[]
  readonly addresses?: readonly string[]
  readonly phones?: readonly string[]
  readonly emails?: readonly string[]
  /** Any other identifier, by label: `{ MRN: ['00482913'] }`. */
  readonly ids?: Readonly<Partial<Record<Label, readonly string[]>>>
}

const LISTS = ['names', 'relatives', 'employers', 'dates', 'addresses', 'phones', 'emails'] as const
const AUTHORITY = 'patient roster: 45 CFR 164.514(b)(2)(i), identifiers of the individual, relatives, employers and household members'
const MONTHS = ['january', 'february', 'march', 'april', 'may', 'june', 'july', 'august', 'september', 'october', 'november', 'december']

/** Detectors of the roster's values. Throws `ROSTER_INVALID` with every mistake. */
export function rosterDetectors(roster: Roster): Detector[] {
  check(roster)
  const terms = new Map<Label, Term[]>()
  const add = (label: Label, list: readonly Term[]) => terms.set(label, [...(terms.get(label) ?? []), ...list])
  for (const name of roster.names ?? []) add('NAME', nameTerms(name, 'patient'))
  for (const name of roster.relatives ?? []) add('NAME', nameTerms(name, 'relative'))
  add(
    'NAME',
    (roster.employers ?? []).map((text) => ({ text, subtype: 'employer' as const })),
  )
  for (const date of roster.dates ?? []) add('DATE', dateTerms(date))
  add(
    'GEO',
    (roster.addresses ?? []).map((text) => ({ text, subtype: 'address' as const })),
  )
  for (const phone of roster.phones ?? []) add('PHONE', numberTerms(phone))
  add(
    'EMAIL',
    (roster.emails ?? []).map((text) => ({ text })),
  )
  for (const [label, values] of Object.entries(roster.ids ?? {})) for (const value of values ?? []) add(label as Label, numberTerms(value))
  return [...terms].filter(([, list]) => list.length > 0).map(([label, list]) => termDetector(`roster-${label.toLowerCase().replace('_', '-')}`, label, list, AUTHORITY))
}

function check(roster: Roster): void {
  const problems: Problem[] = []
  const bad = (path: string, message: string, fix: string) => problems.push({ path, message, fix })
  if (typeof roster !== 'object' || roster === null)
    throw new DephiError('ROSTER_INVALID', 'A roster is an object.', [{ path: '', message: 'is not an object', fix: 'Give { names: [...], dates: [...], ids: { MRN: [...] } }.' }])
  const known: readonly string[] = [...LISTS, 'ids']
  for (const key of Object.keys(roster)) if (!known.includes(key)) bad(key, 'is no field of a roster.', `Use one of ${known.join(', ')}.`)
  const list = (path: string, value: unknown) => {
    if (value === undefined) return
    if (!Array.isArray(value)) return bad(path, 'is not a list.', 'Give a list of strings.')
    value.forEach((v, i) => {
      if (typeof v !== 'string' || termTokens(v).words.length === 0) bad(`${path}.${i}`, 'is not a string with a letter or digit.', 'Leave it out, or give the value as a string.')
      else if (path === 'dates' && !/^\d{4}-\d{2}-\d{2}$/.test(v)) bad(`${path}.${i}`, 'is not an ISO date.', 'Write YYYY-MM-DD.')
    })
  }
  for (const key of LISTS) list(key, roster[key])
  for (const [label, values] of Object.entries(roster.ids ?? {})) {
    if (isLabel(label)) list(`ids.${label}`, values)
    else bad(`ids.${label}`, 'is no label.', `Use one of ${LABELS.join(', ')}.`)
  }
  if (problems.length > 0) throw new DephiError('ROSTER_INVALID', 'The patient roster is not valid.', problems)
}

/** The name as written, in the other order, and each part alone; parts that are common words only with a capital. */
function nameTerms(name: string, subtype: 'patient' | 'relative'): Term[] {
  // Parts are divided by white space: a hyphenated surname is one.
  const split = (text: string) => text.split(/[\s,]+/).filter((p) => termTokens(p).words.length > 0)
  const comma = name.indexOf(',')
  const parts = comma > 0 ? [...split(name.slice(comma + 1)), ...split(name.slice(0, comma))] : split(name)
  const out: Term[] = [{ text: parts.join(' '), subtype, capital: parts.length === 1 && common(parts[0]) }]
  if (parts.length > 1) {
    out.push({ text: `${parts[parts.length - 1]} ${parts.slice(0, -1).join(' ')}`, subtype })
    out.push({ text: `${parts[0]} ${parts[parts.length - 1]}`, subtype }, { text: `${parts[parts.length - 1]} ${parts[0]}`, subtype })
    for (const part of parts.flatMap((p) => [p, ...termTokens(p).words])) if (part.length > 2) out.push({ text: part, subtype, capital: common(part) })
  }
  return out
}

const COMMON = Word.FUNCTION | Word.COMMON | Word.MONTH | Word.MEDICAL

const common = (word: string): boolean => (baseWords().classes(baseWords().find(hashWord(word))) & COMMON) !== 0

/** A date in the writings of SAFE HARBOR (C): numeric in three orders, two- and four-digit years, month names. */
function dateTerms(iso: string): Term[] {
  const [y, m, d] = iso.split('-')
  const months = [...new Set([m, String(Number(m))])]
  const days = [...new Set([d, String(Number(d))])]
  const years = [y, y.slice(2)]
  const out = [`${y}${m}${d}`, `${m}${d}${y}`]
  for (const year of years) {
    for (const mm of months) for (const dd of days) out.push(`${mm} ${dd} ${year}`, `${dd} ${mm} ${year}`, `${year} ${mm} ${dd}`)
    const name = MONTHS[Number(m) - 1] ?? ''
    for (const mm of [name, name.slice(0, 3)]) {
      for (const dd of days) out.push(`${mm} ${dd} ${year}`, `${dd} ${mm} ${year}`, `${mm} ${dd} ${ordinal(dd)} ${year}`, `${dd} ${ordinal(dd)} ${mm} ${year}`, `${dd} ${ordinal(dd)} of ${mm} ${year}`)
    }
  }
  return out.map((text) => ({ text }))
}

function ordinal(day: string): string {
  const n = Number(day)
  return n % 10 === 1 && n !== 11 ? 'st' : n % 10 === 2 && n !== 12 ? 'nd' : n % 10 === 3 && n !== 13 ? 'rd' : 'th'
}

/** As written; run together; and, for ten digits, grouped as phone numbers are. */
function numberTerms(value: string): Term[] {
  const joined = termTokens(value).words.join('')
  const out = [value, joined]
  const digits = joined.replace(/\D/g, '')
  if (digits === joined && (digits.length === 10 || (digits.length === 11 && digits.startsWith('1')))) {
    const ten = digits.slice(-10)
    out.push(ten, `${ten.slice(0, 3)} ${ten.slice(3, 6)} ${ten.slice(6)}`, `1 ${ten.slice(0, 3)} ${ten.slice(3, 6)} ${ten.slice(6)}`)
  }
  if (digits === joined && digits.length === 9) out.push(`${digits.slice(0, 3)} ${digits.slice(3, 5)} ${digits.slice(5)}`)
  return [...new Set(out)].map((text) => ({ text }))
}
