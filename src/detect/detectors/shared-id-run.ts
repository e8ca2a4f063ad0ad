import { Word } from '../../lexicon/classes'
import { Shape, type Window } from '../../scan/window'
import { Gap } from '../../text/chars'
import { wordSet } from '../field'

/** A run of letters and digits that can be an identifier. */
export interface Run {
  readonly start: number
  readonly end: number
  /** Its last token. */
  readonly last: number
  readonly digits: number
  readonly letters: number
  /** Joined by dashes. */
  readonly dashed: boolean
  /** Begins with a word: `Lesley402`. */
  readonly word: boolean
  readonly uuid: boolean
  /** Thousands parted by commas. */
  readonly commas?: boolean
}

const MAX_RUN = 40
/** Labels of other fields: no prefix of a number. */
const OTHER_FIELD = wordSet('dob dod doa age sex tel ph phone fax cell zip room rm bed date ssn mrn dx icd cpt npi dea ext wt ht bp hr rr temp po box apt ste on at in to')

/**
 * The identifier that starts at token `j`: letters and digits glued or joined by single `-` `_` (and `.` `/` between
 * digits), with a prefix of capitals before a space (`XEH 123456789`), or the label's own word again (`repeat`: its
 * hash). Digit groups of one length joined by single spaces are one. Null: none, or too long to be one.
 */
export function readRun(w: Window, j: number, limit: number, repeat: number): Run | null {
  const uuid = uuidAt(w, j, limit) ?? spacedForm(w, j, limit)
  if (uuid !== null) return uuid
  let digits = 0
  let letters = 0
  let last = j
  let dashed = false
  let spaced = true
  for (let k = j; k < w.n && w.end[k] <= limit; k++) {
    const bits = w.shape[k]
    const gap = w.gap[k]
    if (k > j && !joined(w, k, digits, limit) && !prefixed(w, k, j, repeat) && !(gap === Gap.SPACE && spaced && (letters === 0 ? grouped(w, j, k, limit) : halved(w, k, letters)))) break
    if ((bits & (Shape.LONG | Shape.PLACEHOLDER)) !== 0) return null
    if (w.end[k] - w.start[j] > MAX_RUN) return null
    if (k > j && gap === Gap.DASH) dashed = true
    if (k > j && gap !== 0 && gap !== Gap.SPACE) spaced = false
    if ((bits & Shape.DIGITS) !== 0) digits += w.end[k] - w.start[k]
    else letters += w.end[k] - w.start[k]
    last = k
  }
  return digits === 0
    ? null
    : { start: w.start[j], end: w.end[last], last, digits, letters, dashed, word: w.is(j, Shape.LETTERS) && w.len(j) > 5 && !w.is(j, Shape.CAPS) && w.hash[j] !== repeat && last <= j + 1, uuid: false }
}

const UUID = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/iy

/** The UUID (RFC 9562) that starts at token `j`, as one run. */
function uuidAt(w: Window, j: number, limit: number): Run | null {
  const start = w.start[j]
  if (start + 36 > limit || w.at(start + 8) !== 0x2d || w.at(start + 13) !== 0x2d) return null
  UUID.lastIndex = start
  if (!UUID.test(w.text) || w.alnumAt(start + 36)) return null
  let last = j
  while (last + 1 < w.n && w.end[last + 1] <= start + 36) last++
  return { start, end: start + 36, last, digits: 16, letters: 16, dashed: true, word: false, uuid: true }
}

function joined(w: Window, k: number, before: number, limit: number): boolean {
  const gap = w.gap[k]
  if (gap === 0) return true
  const digits = (w.shape[k] & Shape.DIGITS) !== 0
  if (w.start[k] - w.end[k - 1] !== 1) return gap === (Gap.DASH | Gap.NEWLINE) && digits && before > 0 && w.start[k] - w.end[k - 1] === 2 && w.at(w.end[k - 1]) === 0x2d
  if (gap === Gap.DASH || gap === Gap.UNDERSCORE) return digits || (w.end[k] - w.start[k] <= 4 && ((w.shape[k] & (Shape.CAPS | Shape.SINGLE)) !== 0 || lowerGroup(w, k, before, limit)))
  if (!digits) return false
  if ((w.shape[k - 1] & Shape.DIGITS) === 0) return gap === Gap.DOT && w.is(k - 1, Shape.CAPS) && w.len(k - 1) <= 3 && w.len(k) >= 4
  return gap === Gap.DOT || (gap === Gap.SLASH && (before < 5 || slashTail(w, k, before, limit)))
}

/** A lower-case group inside a dashed number, or two letters at its end: `gb87-hwxk-2274`, `097-368-zy`. */
function lowerGroup(w: Window, k: number, before: number, limit: number): boolean {
  if (!w.is(k, Shape.LOWER) || before < 2 || OTHER_FIELD.has(w.hash[k]) || w.isWord(k, Word.FUNCTION | Word.COMMON | Word.MEDICAL | Word.CREDENTIAL)) return false
  if (k + 1 < w.n && w.end[k + 1] <= limit && w.is(k + 1, Shape.DIGITS)) return w.gap[k + 1] === 0 || (w.gap[k + 1] === Gap.DASH && w.start[k + 1] - w.end[k] === 1)
  return before >= 9 && w.len(k) === 2
}

const AFTER_AGE = wordSet('m f male female yo y yr yrs year years')

/** `490999/93`, `727/20/3197`: two digits end the number, or four after three and two; no age, no third part. */
function slashTail(w: Window, k: number, before: number, limit: number): boolean {
  const size = w.end[k] - w.start[k]
  if (size === 4) return before === 5
  const c = w.at(w.end[k])
  if (size !== 2 || w.alnumAt(w.end[k]) || (c === 0x2f && w.alnumAt(w.end[k] + 1))) return false
  return k + 1 >= w.n || w.end[k + 1] > limit || w.start[k + 1] - w.end[k] > 2 || !AFTER_AGE.has(w.hash[k + 1])
}

/**
 * Numbers printed in groups of unlike length: thousands with commas, Australian Medicare (4-5-1), health application
 * cards (5-5-5), licences of Pennsylvania (2-3-3) and New Jersey (a letter and 4-5-5), plan numbers with their
 * prefix (3-3-3) or dependant (01–09), licences of Maryland, Michigan and Minnesota (a letter and 3-3-3-3), the alien registration number ("A# 123456789").
 */
const SPACED =
  /(?:\d{1,3}(?:,\d{3}){2,3}|\d{4}[ -]\d{5}[ -]\d|\d{5} \d{5} \d{5}|\d\d \d{3} \d{3}|[a-z]\d{4}[ -]\d{5}[ -]\d{5}|[a-z]{3} \d{3} \d{3} \d{3}|[a-z]{1,3}\d{7,9} 0\d|a ?# ?\d{7,9}|[a-z][ -]\d{3}[ -]\d{3}[ -]\d{3}[ -]\d{3}|\d{2,4} \d{2,5} \d{2,5} \d{2,5})(?![a-z\d]|[.,:/-]\d)/iy

/** A plan's prefix in capitals and groups of figures, as cards print them: `XZM 900 441 227`, `KWA 7730 118 29`, and with a capital behind. */
const PREFIXED = /[A-Z]{2,4} ?\d{2,6}(?: \d{1,5}){1,3}(?: [A-Z])?(?![A-Za-z\d]|[.,:/-]\d)/y
/** Seven figures and more, none of them a year's. */
function prefixedEnd(w: Window, j: number): number {
  if (!w.is(j, Shape.CAPS) || w.len(j) > 4 || OTHER_FIELD.has(w.hash[j]) || w.isWord(j, Word.FUNCTION | Word.FIELD | Word.MONTH)) return -1
  PREFIXED.lastIndex = w.start[j]
  if (!PREFIXED.test(w.text)) return -1
  const form = w.text.slice(w.end[j], PREFIXED.lastIndex)
  return form.replace(/\D/g, '').length < 7 || /(?:^| )(?:19|20)\d\d(?: |$)/.test(form) ? -1 : PREFIXED.lastIndex
}

/** The run of one of those forms at token `j`. */
function spacedForm(w: Window, j: number, limit: number): Run | null {
  // The separator follows the first token, or the digits glued to it.
  const e = j + 1 < w.n && w.gap[j + 1] === 0 ? w.end[j + 1] : w.end[j]
  const c = w.at(e)
  if (c !== 0x20 && c !== 0x2c && c !== 0x2d && c !== 0x23) return null
  const plan = c === 0x20 ? prefixedEnd(w, j) : -1
  SPACED.lastIndex = w.start[j]
  if (plan < 0 && !SPACED.test(w.text)) return null
  const end = plan < 0 ? SPACED.lastIndex : plan
  if (end + 2 > limit) return null
  const form = w.text.slice(w.start[j], end)
  // Three letters before a number that is grouped anyhow: an everyday word is no prefix, unless in capitals.
  if (/^[a-z]{3} /i.test(form) && (OTHER_FIELD.has(w.hash[j]) || w.isWord(j, Word.FUNCTION | Word.FIELD | (w.is(j, Shape.CAPS) ? 0 : Word.COMMON | Word.MEDICAL)))) return null
  let last = j
  while (last + 1 < w.n && w.end[last + 1] <= end) last++
  const digits = form.replace(/\D/g, '').length
  return { start: w.start[j], end, last, digits, letters: form.replace(/[^a-z]/gi, '').length, dashed: form.includes('-'), word: false, uuid: false, commas: form.includes(',') }
}

/** `XEH 123456789`, `MRN MRN 4471829`: token `k` is a number, the one before it the run's first and a prefix. */
function prefixed(w: Window, k: number, j: number, repeat: number): boolean {
  if (k !== j + 1 || w.gap[k] !== Gap.SPACE || (w.shape[k] & Shape.DIGITS) === 0) return false
  if (w.end[k] - w.start[k] < 5) return w.end[k] - w.start[k] === 4 && w.isWord(j, Word.CREDENTIAL) && w.len(j) <= 4
  if (w.hash[j] === repeat || (w.isWord(j, Word.CREDENTIAL) && w.len(j) <= 4)) return true
  return (w.shape[j] & (Shape.CAPS | Shape.INITIAL)) !== 0 && w.end[j] - w.start[j] <= (w.is(j, Shape.CAPS) ? 4 : 1) && !OTHER_FIELD.has(w.hash[j])
}

/** `123 456 789`, `12 34 56`: token `k` is a digit group as long as the first, or ends a run of three, three and four. */
function grouped(w: Window, j: number, k: number, limit: number): boolean {
  if (w.start[k] - w.end[k - 1] !== 1 || (w.shape[k] & Shape.DIGITS) === 0) return false
  const size = w.end[j] - w.start[j]
  const here = w.end[k] - w.start[k]
  if (size < 2 || size > 4 || k - j > 4) return false
  if (here !== size && !(size === 3 && k === j + 2 && here === 4 && w.end[k - 1] - w.start[k - 1] !== 4) && !(size === 3 && k === j + 1 && here === 2)) return false
  // The group must not start something of its own: "12 34 56 mg", "12 34 yo".
  return k - j > 1 || halved(w, k, 0) || (k + 1 < w.n && w.end[k + 1] <= limit && w.gap[k + 1] === Gap.SPACE && w.is(k + 1, Shape.DIGITS) && w.end[k + 1] - w.start[k + 1] >= size)
}

/** `W1234 56789`, `1234 5678`: two halves of four digits and more. */
function halved(w: Window, k: number, letters: number): boolean {
  if (letters > 4 || w.start[k] - w.end[k - 1] !== 1 || !w.is(k, Shape.DIGITS) || !w.is(k - 1, Shape.DIGITS) || w.len(k) < 4 || w.len(k - 1) < 4) return false
  return !YEAR_WORD.test(w.text.slice(w.start[k], w.end[k])) && (w.at(w.end[k]) !== 0x20 || !w.alnumAt(w.end[k] + 1))
}

const YEAR_WORD = /^(?:19|20)\d\d$/
const DATE = /(?:\d{1,2}\/\d{1,2}(?:\/\d{2,4})?|(?:19|20)\d\d[-/.]\d\d?[-/.]\d\d?|\d\d?[-.]\d\d?[-.](?:19|20)\d\d)$/y
/** Also with a time of day and an offset (HL7 TS). */
const DAY = /(?:19|20)\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])(?:\d{4}(?:\d\d)?)?(?:[-+]\d{4})?$/y
const YEAR = /(?:19|20)\d\d$/y
const DECIMAL = /\d{1,4}\.\d{1,3}$/y
const PHONE = /(?:1[-.])?[2-9]\d\d[-. ][2-9]\d\d[-. ]\d{4}$/y

const is = (pattern: RegExp, text: string): boolean => {
  pattern.lastIndex = 0
  return pattern.test(text)
}

/** What else a run looks like. */
export function shape(w: Window, run: Run): 'plain' | 'date' | 'day' | 'year' | 'decimal' | 'phone' {
  if (run.letters > 0) return 'plain'
  const text = w.text.slice(run.start, run.end)
  if (is(DATE, text)) return 'date'
  if (is(DAY, text)) return 'day'
  if (is(YEAR, text)) return 'year'
  if (is(DECIMAL, text)) return 'decimal'
  return is(PHONE, text) ? 'phone' : 'plain'
}

/** Words an amount is counted or measured in. */
export const UNITS = wordSet(
  'mg mcg ug g gm gram grams kg ml cc l dl meq mmol mol unit units iu u mm cm m hz bpm mmhg percent tablets tabs tab capsules caps puffs drops doses days weeks months years year yo hours hrs minutes min times x patients people dollars cases calories kcal steps deductible copay copayment premium copies cells rads gy',
)

/** Is the run an amount: `10000 units`, `20000 patients`, `40%`? */
export function measured(w: Window, run: Run): boolean {
  const k = run.last + 1
  if (w.at(run.end) === 0x25) return true
  return k < w.n && w.start[k] - run.end <= 2 && w.end[k] <= run.end + 12 && (w.gap[k] & ~Gap.SPACE) === 0 && UNITS.has(w.hash[k])
}
