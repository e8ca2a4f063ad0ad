import { Word } from '../../lexicon/classes'
import { Shape, type Window } from '../../scan/window'
import { Gap } from '../../text/chars'
import type { Detector, Sink } from '../detector'
import { wordSet } from '../field'
import { PUBLIC } from './other-id-coded'
import { CARRIERS, CERTAIN, KEYS, NOUNS, SINGLE, WORN } from './other-id-labels'
import { spelledId, startsSpelled } from './shared-id-spoken'
import { groupedEnd, hexEnd, idValue, isCode, isCompactDate, isDate, LABELLED_REACH, type Labelled, labelled, measured, prose, Said, uuidEnd, type Value } from './shared-labelled'

const AUTHORITY = '45 CFR 164.514(b)(2)(i)(R); HHS OCR guidance 2012, question 3.5'
/** `2024/00123`: a year's number. */
const YEARLY = /^(?:19|20)?\d{2}\/\d{5,8}$/
/** `7493/25`: a number of a year. */
const OF_YEAR = /^\d{4,6}\/\d{2}$/
/** `24-00318`, `23-0417`: the year and the number in it. */
const YEAR_DASH = /^(?:1\d|2\d)-\d{4,6}(?:-\d{1,2})?$/
/** No count and no time of day begins so. */
const LEADING_ZERO = /^0\d{4,}$/
/** `2010-2015` */
const YEARS = /^(?:19|20)\d\d-(?:19|20)\d\d$/
/** A trial's site and its subject there; no span of years. */
const SITE_NUMBER = /^(?!(?:19|20)\d\d-)\d{2,4}-\d{3,5}$/
const SUBJECT = wordSet('subject subj participant')
/** `19:C33414`: year, colon, department and number. */
const YEAR_COLON = /\d{2}:[A-Z]{1,3}-?\d{3,7}/iy
const PURE_DECIMAL = /^\d+(?:[./]\d+)+$/

function read(w: Window, i: number, next: number, min: number): { at: Labelled; value: Value; text: string } | null {
  const at = labelled(w, i, next)
  if (at === null) return null
  const value = idValue(w, at.k)
  if (value === null || value.digits === 0 || value.end - value.start < min) return null
  const text = w.text.slice(value.start, value.end)
  // A name of an element or a resource, not of a person: `AllergyIntolerance/79613`.
  if (w.end[at.k] - w.start[at.k] >= 8 && (w.shape[at.k] & Shape.LETTERS) !== 0 && !w.glued(at.k + 1)) return null
  return isDate(text) || /^NCT-?\d{8}$/i.test(text) ? null : { at, value, text }
}

function addUuid(w: Window, i: number, next: number, out: Sink, noun: boolean): boolean {
  const at = labelled(w, i, next)
  if (at === null || at.k >= w.n) return false
  // `"reference":"Patient/…"` (FHIR R4, 2.3.0): the id after the type.
  const typed = at.k + 1 < w.n && w.gap[at.k + 1] === Gap.SLASH && w.at(w.end[at.k]) === 0x2f
  const k = typed ? at.k + 1 : at.k
  const uuid = uuidEnd(w, k)
  const end = uuid > 0 || noun ? uuid : hexEnd(w, k)
  if (end < 0) return false
  out.add(w.start[k], end, 0.9)
  return true
}

/** Digits a value must have, by how it is announced (Said: BARE, MARKED, NAMED): on its own, or with capitals in it. */
interface Floor {
  readonly digits: readonly [number, number, number]
  readonly mixed: readonly [number, number, number]
  readonly score: readonly [number, number, number]
}
const CERTAIN_FLOOR: Floor = { digits: [4, 3, 3], mixed: [1, 1, 1], score: [0.82, 0.9, 0.9] }
const SINGLE_FLOOR: Floor = { digits: [5, 3, 3], mixed: [3, 2, 1], score: [0.78, 0.88, 0.9] }
const NOUN_FLOOR: Floor = { digits: [7, 6, 4], mixed: [4, 3, 2], score: [0.65, 0.8, 0.85] }

/** A carrier's numbers are long. */
const CARRIER_FLOOR: Floor = { digits: [10, 10, 8], mixed: [8, 8, 6], score: [0.8, 0.85, 0.9] }
const WORN_FLOOR: Floor = { digits: [3, 3, 2], mixed: [2, 1, 1], score: [0.75, 0.88, 0.9] }

/** A laboratory numbers by the year: `specimen 3763/13`. */
const LABORATORY = wordSet('specimen sample path pathology surgical autopsy slide')
const [REF] = wordSet('ref')
/** Accession and contact serial number: nearly always these in a record, though an account is written `acc` as well. */
const VISIT = wordSet('acc accn csn')

/** `sp-18-3349`, `feg45772`: lower-case letters that are no word and no public code's, and four digits or more. */
function lowCode(w: Window, { first, digits }: Value): boolean {
  const size = w.end[first] - w.start[first]
  return digits >= 4 && size <= 4 && !PUBLIC.has(w.hash[first]) && (size === 1 || !w.isWord(first, Word.FUNCTION | Word.COMMON | Word.MEDICAL | Word.MONTH | Word.MEASURE))
}

/** `C-118842`, `SP24-8813`: capitals, then figures after a dash. */
const capitalCode = (w: Window, value: Value, text: string): boolean => value.digits >= 4 && (w.shape[value.first] & (Shape.CAPS | Shape.INITIAL)) !== 0 && value.letters <= 5 && text.includes('-')

function take(w: Window, i: number, next: number, out: Sink, floor: Floor): void {
  if (prose(w, next) || addUuid(w, i, next, out, floor === NOUN_FLOOR)) return
  if (addGroups(w, i, next, out, floor)) return
  if (addColon(w, i, next, out) || addSpelled(w, i, next, out, floor === CERTAIN_FLOOR)) return
  const found = read(w, i, next, 3)
  if (found === null) return
  const { at, value, text } = found
  const { digits, letters } = value
  const { said } = at
  const bare = said === Said.BARE
  const noun = floor === NOUN_FLOOR
  if (bare && ((at.gap & (Gap.COMMA | Gap.CLOSE | Gap.SLASH)) !== 0 || (w.gap[i] & Gap.SLASH) !== 0)) return
  // A fragment of the same document: `<reference value="#a1"/>`.
  if (noun && w.at(value.start - 1) === 0x23 && w.at(value.start - 2) === 0x22) return
  if (noun && ((bare && (at.gap & Gap.NEWLINE) !== 0) || (PURE_DECIMAL.test(text) && !YEARLY.test(text) && !((at.said === Said.NAMED || (LABORATORY.has(w.hash[i]) && digits >= 6)) && OF_YEAR.test(text))))) return
  // REF is a catalogue number's sign (ISO 15223-1): model-level, not a person's.
  if (next === i + 1 && w.hash[i] === REF && (w.shape[i] & Shape.CAPS) !== 0) return
  if (bare && w.hash[i] === REF && next === i + 1 && !capitalCode(w, value, text) && !YEAR_DASH.test(text)) return
  if ((PURE_DECIMAL.test(text) && digits < 6) || YEARS.test(text)) return
  if (floor !== CERTAIN_FLOOR && (((noun || bare) && isCode(text)) || isCompactDate(text))) return
  if ((noun || bare) && letters === 0 && !YEAR_DASH.test(text) && measured(w, value.last)) return
  const capitals = letters > 0 && (w.shape[at.k] & Shape.LOWER) === 0
  if (
    digits >= floor.digits[said] ||
    (noun && (OF_YEAR.test(text) || YEAR_DASH.test(text) || LEADING_ZERO.test(text) || (SUBJECT.has(w.hash[i]) && SITE_NUMBER.test(text)))) ||
    (letters > 0 && digits >= floor.mixed[said] && (capitals || floor === CERTAIN_FLOOR || (said === Said.NAMED && digits >= 3 && w.end[at.k] - w.start[at.k] <= 6) || lowCode(w, value)))
  )
    out.add(value.start, value.end, VISIT.has(w.hash[i]) ? 0.98 : floor.score[said])
}

/** `Tracking number: 9400 1000 0000`, `Donor ID W1234 24 567890`. */
function addGroups(w: Window, i: number, next: number, out: Sink, floor: Floor): boolean {
  const noun = floor === NOUN_FLOOR
  const at = labelled(w, i, next)
  const value = at === null ? null : idValue(w, at.k)
  if (at === null || value === null) return false
  if (value.digits === 0 && (noun || at.said === Said.BARE)) return (at.gap & (Gap.COMMA | Gap.NEWLINE)) === 0 && prefixedGroups(w, at.k, out)
  if (noun && at.said !== Said.NAMED) return false
  const end = groupedEnd(w, value)
  if (end === value.end || (at.said === Said.BARE && floor === CARRIER_FLOOR && w.text.slice(value.start, end).replace(/\D/g, '').length < 10)) return false
  out.add(value.start, end, 0.88)
  return true
}

/** `reference number is c as in charlie seven one nine four`. */
function addSpelled(w: Window, i: number, next: number, out: Sink, certain: boolean): boolean {
  const at = labelled(w, i, next)
  if (at === null || (at.said === Said.BARE && !certain) || !startsSpelled(w, at.k)) return false
  const said = spelledId(w, at.k, w.start[i] + LABELLED_REACH)
  if (said === null || said.digits < 4) return false
  out.add(said.start, said.end, 0.85)
  return true
}

function addColon(w: Window, i: number, next: number, out: Sink): boolean {
  const at = labelled(w, i, next)
  if (at === null || at.k >= w.n || w.end[at.k] - w.start[at.k] !== 2 || w.at(w.end[at.k]) !== 0x3a) return false
  YEAR_COLON.lastIndex = w.start[at.k]
  if (!YEAR_COLON.test(w.text) || w.alnumAt(YEAR_COLON.lastIndex)) return false
  out.add(w.start[at.k], YEAR_COLON.lastIndex, 0.9)
  return true
}

/** Words before `id` that say whose or what it is, and it is no person's. */
const THING = wordSet(
  'request req res response trace span session correlation message event process thread job build commit node host instance container pod cluster product item rule model series test image loinc snomed concept code row page template schema table column device lab panel protocol trial app application component module log transaction task queue topic span parent root window tab frame chunk block batch group org tenant api',
)

/** Words that may stand before a bare `id` that is a person's: `her id is`, `with ID 123456`. */
const BEFORE_ID = wordSet('his her their my your with has and or under by the an hospital clinic medical temporary assigned chart health')

/** `ID 5018844`, `(id A4471)`: capitals where no word joins them to another, and a long number; or in brackets. */
function alone(w: Window, i: number, value: Value): boolean {
  if ((w.gap[i] & Gap.OPEN) !== 0 && value.letters > 0 && value.digits >= 4) return true
  return (w.shape[i] & Shape.CAPS) !== 0 && (value.letters > 0 ? value.digits >= 5 : value.digits >= 6) && (w.shape[value.first] & Shape.LOWER) === 0
}

/** `ID XZM 900 441 227`: capitals that are no word, and groups of figures. */
function prefixedGroups(w: Window, k: number, out: Sink): boolean {
  if (!w.is(k, Shape.CAPS) || w.len(k) > 4) return false
  const value = idValue(w, k)
  if (value === null || value.digits > 0) return false
  // `TAR 4088172`: two capitals and more, and one long group.
  const one = w.len(k) > 1 && w.word[k] === 0 && w.is(k + 1, Shape.DIGITS) && w.gap[k + 1] === Gap.SPACE && w.len(k + 1) >= 6 && !w.glued(k + 2) ? w.end[k + 1] : value.end
  const end = Math.max(one, groupedEnd(w, value, true))
  if (end === value.end || w.end[k + 1] - value.start > 24) return false
  out.add(value.start, end, 0.85)
  return true
}

/** `ID: 987654321`: not a request's, an image's or a row's id. */
function bareId(w: Window, i: number, next: number, out: Sink): void {
  const gap = i === 0 ? Gap.START : w.gap[i]
  if ((gap & (Gap.SLASH | Gap.AMP | Gap.MARK)) !== 0 || gap === Gap.APOS) return
  const joined = (gap & ~(Gap.SPACE | Gap.UNDERSCORE | Gap.DASH)) === 0 && i > 0 && w.start[i] - w.end[i - 1] < 3
  const owned = !joined || (gap === Gap.SPACE && BEFORE_ID.has(w.hash[i - 1]))
  // `Case Management ID CM-77120`: another's noun before it; the value must then be strong.
  if (!owned && (gap !== Gap.SPACE || ((w.shape[i] & Shape.CAPS) === 0 && w.at(w.end[i]) !== 0x3d) || THING.has(w.hash[i - 1]))) return
  if ((gap & Gap.OPEN) !== 0 && i > 0 && THING.has(w.hash[i - 1])) return
  const at = labelled(w, i, next)
  const uuid = at === null ? -1 : uuidEnd(w, at.k)
  if (at !== null && uuid > 0) {
    // A key of a log line, `level=info id=…`, whose neighbour is a value.
    if (owned || (w.at(w.end[i]) === 0x3d && !THING.has(w.hash[i - 1]))) out.add(w.start[at.k], uuid, 0.6)
    return
  }
  if ((owned || ((w.shape[i] & Shape.CAPS) !== 0 && !THING.has(w.hash[i - 1]))) && at !== null && prefixedGroups(w, at.k, out)) return
  const found = owned || (w.shape[i] & Shape.CAPS) !== 0 ? read(w, i, next, 4) : null
  if (found === null || (owned && found.at.said === Said.BARE && !alone(w, i, found.value))) return
  const { value, text } = found
  if (isCode(text) || PURE_DECIMAL.test(text)) return
  const capitals = value.letters > 0 && (w.shape[value.first] & (Shape.CAPS | Shape.SINGLE)) !== 0
  if (owned ? value.digits >= (value.letters === 0 ? 5 : 3) : capitals ? value.digits >= 4 : found.at.said !== Said.BARE && value.digits >= 6) out.add(value.start, value.end, owned ? 0.85 : 0.7)
}

const reach = { behind: 0, ahead: LABELLED_REACH }

export const record: readonly Detector[] = [
  { id: 'other-id-labelled', label: 'OTHER_ID', authority: AUTHORITY, reach, cues: [...CERTAIN, ...KEYS], atCue: (w, i, next, out) => take(w, i, next, out, CERTAIN_FLOOR) },
  { id: 'other-id-word', label: 'OTHER_ID', authority: AUTHORITY, reach, cues: SINGLE, atCue: (w, i, next, out) => take(w, i, next, out, SINGLE_FLOOR) },
  { id: 'other-id-noun', label: 'OTHER_ID', authority: AUTHORITY, reach, cues: NOUNS, atCue: (w, i, next, out) => take(w, i, next, out, NOUN_FLOOR) },
  { id: 'other-id-carrier', label: 'OTHER_ID', authority: AUTHORITY, reach, cues: CARRIERS, atCue: (w, i, next, out) => take(w, i, next, out, CARRIER_FLOOR) },
  { id: 'other-id-worn', label: 'OTHER_ID', authority: AUTHORITY, reach, cues: WORN, atCue: (w, i, next, out) => take(w, i, next, out, WORN_FLOOR) },
  { id: 'other-id-bare', label: 'OTHER_ID', authority: AUTHORITY, reach: { ...reach, behind: 32 }, cues: ['id', 'identifier', 'id number'], atCue: bareId },
]
