import type { Detector } from './detect/detector'
import { type Term, termDetector, termTokens } from './detect/terms'
import type { Label } from './labels'
import { addressDetector } from './roster/addresses'
import { checkRoster } from './roster/check'
import { dateDetector, dayOf } from './roster/dates'
import { nameDetector } from './roster/names'
import { numberDetector } from './roster/numbers'
import { people } from './roster/people'
import { AUTHORITY, type Roster } from './roster/schema'
import { isCommon } from './roster/words'

export type { Roster, RosterName } from './roster/schema'

/** Labels whose values are found word by word as they were written: their separators are part of them. */
const LITERAL: ReadonlySet<Label> = new Set(['NAME', 'GEO', 'DATE', 'AGE', 'EMAIL', 'URL', 'IP', 'PHOTO', 'BIOMETRIC'])
const LEGAL_FORM = /[\s,](?:inc|incorporated|llc|llp|ltd|limited|corp|corporation|co|company|plc|pc|pllc|gmbh)\.?$/i

/**
 * Detectors of the roster's values, of the highest tier: neither allow list nor threshold overrules them. Throws
 * `ROSTER_INVALID` with every mistake; no message holds a value.
 */
export function rosterDetectors(roster: Roster): Detector[] {
  checkRoster(roster)
  const { names = [], relatives = [], employers = [], dates = [], birthDate, addresses = [], phones = [], emails = [], ids = {} } = roster
  const out: Detector[] = []
  const persons = [...names.flatMap((name) => people(name, 'patient')), ...relatives.flatMap((name) => people(name, 'relative'))]
  if (persons.length > 0) out.push(nameDetector(persons))
  if (employers.length > 0) out.push(literals('roster-employer', 'NAME', employers.flatMap(employerTerms)))
  if (birthDate !== undefined || dates.length > 0) out.push(dateDetector(dates.map(dayOf), birthDate === undefined ? null : dayOf(birthDate)))
  if (addresses.length > 0) out.push(addressDetector(addresses))
  if (emails.length > 0) out.push(literals('roster-email', 'EMAIL', emails.flatMap(emailTerms)))
  const numbers = new Map<Label, string[]>(phones.length > 0 ? [['PHONE', [...phones]]] : [])
  for (const [key, values] of Object.entries(ids)) {
    const label = key as Label
    if (values === undefined || values.length === 0) continue
    if (LITERAL.has(label)) out.push(literals(`roster-id-${label.toLowerCase()}`, label, label === 'EMAIL' ? values.flatMap(emailTerms) : values.map((text) => ({ text }))))
    else numbers.set(label, [...(numbers.get(label) ?? []), ...values])
  }
  for (const [label, values] of numbers) out.push(numberDetector(label, values))
  return out
}

const literals = (id: string, label: Label, terms: readonly Term[]): Detector => termDetector(id, label, terms, AUTHORITY)

/** With and without its legal form; a single common word only with a capital. */
function employerTerms(name: string): Term[] {
  const short = name.replace(LEGAL_FORM, '').replace(/,$/, '').trim()
  const texts = short === name || termTokens(short).words.length === 0 ? [name] : [name, short]
  return texts.map((text) => {
    const { hashes } = termTokens(text)
    return { text, subtype: 'employer' as const, capital: hashes.length === 1 && isCommon(hashes[0]) }
  })
}

/** Shortest part before the `@` that is looked for alone. */
const MIN_LOCAL = 6

/** As written, as said ("maria at example dot org"), and the part before the `@` where it is no common word. */
function emailTerms(email: string): Term[] {
  const at = email.lastIndexOf('@')
  const local = email.slice(0, at)
  const said = (text: string): string => text.replace(/\./g, ' dot ').replace(/_/g, ' underscore ').replace(/-/g, ' dash ')
  const domain = email.slice(at + 1)
  const { hashes } = termTokens(local)
  const alone = local.length >= MIN_LOCAL && hashes.length > 0 && !hashes.every(isCommon)
  return [email, `${local} at ${domain}`, `${local} at ${said(domain)}`, `${said(local)} at ${said(domain)}`, ...(alone ? [local] : [])].map((text) => ({ text }))
}
