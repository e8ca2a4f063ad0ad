import { termTokens } from '../detect/terms'
import { DephiError, type Problem } from '../errors'
import { LABELS } from '../labels'
import { nearest, suggestion } from '../policy/suggest'

const PEOPLE = ['names', 'relatives']
const TEXTS = ['employers', 'addresses', 'phones', 'emails']
const FIELDS = [...PEOPLE, 'employers', 'birthDate', 'dates', 'addresses', 'phones', 'emails', 'ids']
const NAME_FIELDS = ['given', 'middle', 'family', 'suffix', 'other']
/** Longest value, in code units: detectors read no further. */
const MAX_VALUE = 200
/** Most values of one list. */
const MAX_LIST = 500
/** Fewest digits of a phone number. */
const MIN_PHONE = 7
const VALUE_FIX = 'Give the value as a string, or leave it out.'

type Report = (path: string, message: string, fix: string) => void
type Visit = (value: unknown, path: string) => void

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value)

/** Throws `ROSTER_INVALID` with every mistake at once: path, what is wrong, what to do. No message repeats a value. */
export function checkRoster(roster: unknown): void {
  const problems: Problem[] = []
  const report: Report = (path, message, fix) => problems.push({ path, message, fix })
  if (isObject(roster)) checkFields(roster, report)
  else report('', 'is not an object.', 'Give { names: [...], birthDate: "...", ids: { MRN: [...] } }.')
  if (problems.length > 0) throw new DephiError('ROSTER_INVALID', 'The patient roster is not valid.', problems)
}

function checkFields(roster: Record<string, unknown>, report: Report): void {
  checkKeys(roster, FIELDS, '', 'is no field of a roster.', report)
  for (const key of PEOPLE) each(roster[key], key, report, (value, path) => checkPerson(value, path, report))
  for (const key of TEXTS) each(roster[key], key, report, (value, path) => checkText(value, path, key, report))
  each(roster.dates, 'dates', report, (value, path) => checkDate(value, path, report))
  if (roster.birthDate !== undefined) checkDate(roster.birthDate, 'birthDate', report)
  checkIds(roster.ids, report)
}

/** A key that is no slip of one of ours may be a value put in the wrong place (`{ "4417": "MRN" }`): only its number is told. */
function checkKeys(object: Record<string, unknown>, known: readonly string[], path: string, message: string, report: Report): void {
  for (const [at, key] of Object.keys(object).entries()) {
    if (!known.includes(key)) report(`${path}${nearest(key, known) === undefined ? `(key ${at + 1})` : key}`, message, suggestion(key, known))
  }
}

function checkPerson(value: unknown, path: string, report: Report): void {
  if (typeof value === 'string') {
    if (checkText(value, path, 'names', report) && !/\p{L}/u.test(value)) report(path, 'has no letter.', 'Give a name; numbers go to ids.')
    return
  }
  if (isObject(value)) checkNameParts(value, path, report)
  else report(path, 'is neither a string nor an object.', 'Give "Last, First" or { given, family }.')
}

function checkNameParts(value: Record<string, unknown>, path: string, report: Report): void {
  checkKeys(value, NAME_FIELDS, `${path}.`, 'is no part of a name.', report)
  if (value.given === undefined && value.family === undefined) report(path, 'has neither given nor family.', 'Give at least one of the two.')
  for (const key of ['given', 'middle', 'family', 'suffix']) if (value[key] !== undefined) checkText(value[key], `${path}.${key}`, 'names', report)
  each(value.other, `${path}.other`, report, (other, at) => checkText(other, at, 'names', report))
}

function checkText(value: unknown, path: string, list: string, report: Report): boolean {
  const before = typeof value === 'string' && value.length <= MAX_VALUE ? termTokens(value).words : null
  if (typeof value !== 'string') report(path, 'is not a string.', VALUE_FIX)
  else if (before === null) report(path, `is longer than ${MAX_VALUE} characters.`, 'Give one value, not a text.')
  else if (before.length === 0) report(path, 'has no letter or digit.', 'Leave it out.')
  else if (list === 'phones' && value.replace(/\D/g, '').length < MIN_PHONE) report(path, 'is no telephone number.', `Give at least ${MIN_PHONE} digits, with the area code where there is one.`)
  else if (list === 'emails' && !/^[^\s@]+@[^\s@]+$/.test(value)) report(path, 'is no e-mail address.', 'Give local-part@domain.')
  else return true
  return false
}

function checkDate(value: unknown, path: string, report: Report): void {
  const date = new Date(`${value}T00:00:00Z`)
  if (typeof value !== 'string') report(path, 'is not a string.', 'Write YYYY-MM-DD.')
  else if (!/^\d{4}-\d{2}-\d{2}$/.test(value)) report(path, 'is not an ISO date.', 'Write YYYY-MM-DD.')
  else if (Number.isNaN(date.getTime()) || !date.toISOString().startsWith(value)) report(path, 'is no day of the calendar.', 'Correct it, or leave it out.')
}

function checkIds(ids: unknown, report: Report): void {
  if (ids === undefined) return
  if (!isObject(ids)) {
    report('ids', 'is not an object.', 'Write { MRN: [...] }.')
    return
  }
  checkKeys(ids, LABELS, 'ids.', 'is no label.', report)
  for (const label of LABELS) each(ids[label], `ids.${label}`, report, (value, path) => checkId(value, path, report))
}

function checkId(value: unknown, path: string, report: Report): void {
  if (!checkText(value, path, 'ids', report)) return
  if (termTokens(value as string).words.join('').length < 2) report(path, 'is a single character.', 'Leave it out: it would be found everywhere.')
}

function each(list: unknown, path: string, report: Report, visit: Visit): void {
  if (list === undefined) return
  if (!Array.isArray(list)) report(path, 'is not a list.', 'Write [ … ].')
  else if (list.length > MAX_LIST) report(path, `has more than ${MAX_LIST} entries.`, 'Give one patient at a time.')
  else for (const [i, value] of list.entries()) visit(value, `${path}.${i}`)
}
