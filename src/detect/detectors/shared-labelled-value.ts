import { Word } from '../../lexicon/classes'
import { Shape, type Window } from '../../scan/window'
import { Gap } from '../../text/chars'
import { wordSet } from '../field'

/** An identifier in the text. */
export interface Value {
  readonly first: number
  readonly start: number
  readonly end: number
  readonly last: number
  readonly digits: number
  readonly letters: number
}

const UUID = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/iy

/**
 * The identifier that begins at token `k`: glued letters and digits joined by single `-` `_` `.` `/`, at most `max` code
 * units; null when it is longer. A joiner before a word (`123/DOB`, `123-patient`) ends it.
 */
export function idValue(w: Window, k: number, max = 40): Value | null {
  const start = w.start[k]
  if ((w.shape[k] & (Shape.LONG | Shape.PLACEHOLDER)) !== 0) return null
  let last = k
  let digits = 0
  let letters = 0
  for (let j = k; j < w.n; j++) {
    const len = w.end[j] - w.start[j]
    if (j > k && !continues(w, j)) break
    if (w.end[j] - start > max) return null
    if ((w.shape[j] & Shape.DIGITS) !== 0) digits += len
    else letters += len
    last = j
  }
  return { first: k, start, end: w.end[last], last, digits, letters }
}

function continues(w: Window, j: number): boolean {
  if ((w.shape[j] & (Shape.LONG | Shape.PLACEHOLDER)) !== 0) return false
  const gap = w.gap[j]
  if (gap === 0) return true
  if (w.start[j] - w.end[j - 1] !== 1) return false
  const digits = (w.shape[j] & Shape.DIGITS) !== 0
  const word = !digits && !w.glued(j + 1)
  if (gap === Gap.DASH || gap === Gap.UNDERSCORE) return !word || w.end[j] - w.start[j] <= ((w.shape[j] & Shape.LOWER) !== 0 ? 2 : 4)
  if (gap === Gap.DOT) return digits || (w.shape[j] & Shape.SINGLE) !== 0
  return gap === Gap.SLASH && digits
}

const HEX = /(?:0x)?[0-9a-f]{32,64}/iy

/** End of the digest in hexadecimal that begins at token `k` (MD5 to SHA-256), or -1. */
export function hexEnd(w: Window, k: number): number {
  HEX.lastIndex = w.start[k]
  return HEX.test(w.text) && !w.alnumAt(HEX.lastIndex) ? HEX.lastIndex : -1
}

/** End of the UUID (RFC 9562) that begins at token `k`, or -1. */
export function uuidEnd(w: Window, k: number): number {
  UUID.lastIndex = w.start[k]
  return UUID.test(w.text) && !w.alnumAt(UUID.lastIndex) ? UUID.lastIndex : -1
}

/** Vital signs and tests whose letters stand before their numbers. */
const MEASURED = wordSet('bp sbp dbp hr rr pr p t bmi bsa ck cpk bnp bun cr wbc rbc hgb hb hct plt inr pt ptt tsh ldl hdl tg ast alt alp ggt ldh crp esr psa abg vbg na k cl mg ca fev fvc ef gcs vas nrs')

/**
 * End of a value written in groups: letters before the first group of digits (`AB 1234 567`), or three groups and more
 * (`9400 1000 0000`); the value's own end when it is not. At most 32 code units. `strict`: the letters must be capitals
 * and no word, and six digits follow in two groups; lower-case letters always want two groups.
 */
export function groupedEnd(w: Window, value: Value, strict = false): number {
  const lead = value.digits === 0
  if (lead && (value.last !== value.first || value.letters > ((w.shape[value.last] & Shape.CAPS) !== 0 ? 4 : 3) || (w.shape[value.last] & (Shape.CAPS | Shape.LOWER)) === 0)) return value.end
  const lower = (w.shape[value.last] & Shape.LOWER) !== 0
  if (lead && (strict || lower) && MEASURED.has(w.hash[value.last])) return value.end
  if (lead && (strict || lower) && w.isWord(value.last, strict ? Word.FUNCTION | Word.COMMON | Word.MEDICAL | Word.MEASURE : Word.FUNCTION)) return value.end
  if (lead && strict && lower) return value.end
  const least = strict || lower ? 2 : 1
  let digits = 0
  let groups = 0
  let end = value.end
  for (let j = value.last + 1; j < w.n && w.end[j] - value.start <= 32; j++) {
    const len = w.end[j] - w.start[j]
    if (w.gap[j] !== Gap.SPACE || w.start[j] - w.end[j - 1] !== 1 || (w.shape[j] & Shape.DIGITS) === 0 || len < 2 || len > 8) break
    const suffix = w.glued(j + 1)
    // `RTX 772 104H`: one capital closes the last group.
    if (suffix && (groups === 0 || !closing(w, j + 1))) break
    groups++
    digits += len
    end = suffix ? w.end[j + 1] : w.end[j]
    if (suffix) break
  }
  return groups >= (lead ? least : 2) && (!strict || digits > 5) ? end : value.end
}

const closing = (w: Window, k: number): boolean => w.is(k, Shape.SINGLE) && w.is(k, Shape.INITIAL) && !w.glued(k + 1)

const NAMED_DATE = /^\d{1,2}-?(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}-?(?:\d{2}|\d{4})$/i
/** HL7 v2 and DICOM: YYYYMMDD, with a time or without. */
const COMPACT_DATE = /^(?:19|20)\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])(?:\d{4}|\d{6})?$/
const NUMERIC_DATE = /^(?:\d{1,2}([-/.])\d{1,2}\1(?:19|20)?\d{2}|(?:19|20)\d{2}([-/.])\d{1,2}\2\d{1,2})$/
/** ICD-10-CM, gravidity and parity, weeks and days of gestation, levels of the spine, HCPCS level II, LOINC, NCT number, dose or size with its unit: codes and measures, not a person's numbers. */
const CODE =
  /^(?:[A-TV-Z]\d[0-9A-Z](?:\.[0-9A-Z]{1,4})?|[A-V]\d{4}|\d{3,5}-\d|\d{4}[FTU]|NCT\d{8}|\d{1,6}(?:mg|mcg|g|kg|ml|cc|l|mm|cm|hz|khz|units?|x|d|h|hrs?|w|y|yo|k)|\d{1,3}\.\d{1,3}[A-Z]{1,3}|HTTP\/\d(?:\.\d)?|BP\d{2,3}|[CTLS]\d{1,2}-[CTLS]?\d{1,2}|G\d{1,2}(?:[TPALMES][A-Z]{0,2}\d{1,4}){1,5}|\d{1,2}w(?:ks?)?\d?d?|v\d{1,3}(?:\.\d{1,4}){0,3})$/i

export const isDate = (text: string): boolean => NUMERIC_DATE.test(text) || NAMED_DATE.test(text)
/** A date without separators; after a label that can only mean a number it is one. */
export const isCompactDate = (text: string): boolean => COMPACT_DATE.test(text)
export const isCode = (text: string): boolean => CODE.test(text)

const UNITS = wordSet(
  'mg mcg g kg gm grams ml cc l dl meq mmol mol unit units u iu mm cm m km mmhg hz bpm percent tablets tabs capsules caps doses puffs drops days day weeks week months month years year hours hour hrs hr minutes min mins seconds times x patients subjects participants cases people dollars usd calories kcal steps copies cells',
)

/** Is the value counted or measured: `5000 units`, `10 %`? */
export function measured(w: Window, last: number): boolean {
  const j = last + 1
  if (j >= w.n || w.start[j] - w.end[last] > 3) return w.at(w.end[last]) === 0x25
  return w.at(w.end[last]) === 0x25 || ((w.gap[j] & ~(Gap.SPACE | Gap.DASH)) === 0 && UNITS.has(w.hash[j]))
}
