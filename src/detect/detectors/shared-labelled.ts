import { Shape, type Window } from '../../scan/window'
import { Gap } from '../../text/chars'
import { FIELD_GAP, FIELD_MARK, opensRecord, wordSet } from '../field'

/** How a label announced the value after it. */
export const Said = {
  /** Label, space, value. */
  BARE: 0,
  /** `: = |`, a quote, a tab or `is` between. */
  MARKED: 1,
  /** `number`, `no.`, `id`, `#` between. */
  NAMED: 2,
} as const

const NAMING = wordSet('number numbers no nos num nr nbr numero id ids identifier identifiers')
const COPULA = wordSet('is was are were reads value field listed under of the as')
const SET_OFF = FIELD_MARK | Gap.QUOTE | Gap.BACKSLASH | Gap.TAB
/** How far from the start of its label a value may begin, in code units. */
const REACH = 120

export interface Labelled {
  /** First token of the value. */
  readonly k: number
  readonly said: number
  /** Separators seen on the way (Gap bits). */
  readonly gap: number
}

/** The value announced by the label of tokens `i` to `next` (exclusive); null when another sentence or word comes first. */
export function labelled(w: Window, i: number, next: number, extra = 0): Labelled | null {
  let said: number = Said.BARE
  let seen = 0
  let copula = false
  // Glued to what stands before, or inside a dashed code, the letters are no label: `9acc-1c2`, `-cad7-`.
  if (i > 0 && (w.gap[i] === 0 || (w.gap[i] === Gap.DASH && w.glued(next)))) return null
  if (setApart(w, i, next)) said = Said.MARKED
  if (asked(w, next)) extra |= Gap.MARK
  for (let k = next, skipped = 0; k < w.n && skipped <= 4; k++, skipped++) {
    if ((w.gap[k] & (Gap.OPEN | Gap.AMP)) !== 0 && markup(w, k)) {
      if ((w.gap[k] & ~(TAG_GAP | extra)) !== 0) return null
      k = pastMarkup(w, i, k)
      if (k < 0) return null
      if (said === Said.BARE) said = Said.MARKED
    }
    const gap = w.gap[k]
    if ((gap & ~(FIELD_GAP | extra | Gap.LONG)) !== 0 || w.start[k] - w.start[i] > REACH || sentenceEnds(w, k) || opensRecord(w, k)) return null
    seen |= gap
    const h = w.hash[k]
    const letters = (w.shape[k] & Shape.LETTERS) !== 0 && !w.glued(k + 1)
    if (letters && NAMING.has(h)) said = Said.NAMED
    else if (letters && COPULA.has(h)) copula = true
    else {
      if ((w.shape[k] & Shape.PLACEHOLDER) !== 0) return null
      const far = letters && (ACROSS.has(h) || ACROSS.has(w.hash[k - 1])) ? across(w, i, k) : -1
      if (far > 0) return { k: far, said: said === Said.BARE ? Said.MARKED : said, gap: seen }
      if ((seen & Gap.HASH) !== 0) said = Said.NAMED
      else if (said === Said.BARE && ((seen & SET_OFF) !== 0 || copula)) said = Said.MARKED
      return { k, said, gap: seen }
    }
  }
  return null
}

/** In markup: `</td><td class="v">`, `:</b> `. */
const TAG_GAP = FIELD_GAP | Gap.SLASH | Gap.AMP | Gap.SEMI | Gap.LONG
const [NBSP] = wordSet('nbsp')

/** Is the label a field's by where it stands: an element `<serialNumber>`, a line of its own, `Label ..... `, `Label - `, columns, a question? */
function setApart(w: Window, i: number, next: number): boolean {
  if (next >= w.n) return false
  const gap = w.gap[next]
  const wide = w.start[next] - w.end[next - 1]
  if ((gap & Gap.NEWLINE) !== 0) return (w.gap[i] & (Gap.NEWLINE | Gap.START)) !== 0
  if ((gap & (Gap.DOT | Gap.UNDERSCORE)) !== 0) return wide > 3
  if ((gap & ~Gap.LONG) === Gap.SPACE) return wide > 3
  if (gap === (Gap.SPACE | Gap.DASH)) return wide >= 3 && w.at(w.start[next] - 1) === 0x20
  if ((gap & Gap.MARK) !== 0) return asked(w, next)
  return gap === Gap.CLOSE && w.at(w.end[next - 1]) === 0x3e && w.at(w.start[i] - 1) === 0x3c
}

/** `Plate?`, `Plate #?`, `No.?` */
function asked(w: Window, next: number): boolean {
  const p = w.end[next - 1]
  return w.at(p) === 0x3f || (w.at(p + 1) === 0x3f && (w.at(p) === 0x23 || w.at(p) === 0x29 || w.at(p) === 0x2e))
}

/** Is token `k` the name of a tag, `<b`, `</b`, or of the entity `&nbsp;`? */
function markup(w: Window, k: number): boolean {
  if ((w.shape[k] & Shape.LETTERS) === 0) return false
  const p = w.start[k]
  const before = w.at(p - 1)
  return before === 0x3c || (before === 0x2f && w.at(p - 2) === 0x3c) || (before === 0x26 && w.hash[k] === NBSP)
}

/** First token after the tags that begin at token `k`, at most five; -1 when they do not end. */
function pastMarkup(w: Window, i: number, k: number): number {
  for (let tags = 0; tags < 5 && k < w.n && w.start[k] - w.start[i] <= REACH; tags++) {
    if (!markup(w, k)) return k
    const stop = Math.min(w.start[i] + REACH, w.end[k] + 60)
    const mark = w.at(w.start[k] - 1) === 0x26 ? 0x3b : 0x3e
    let close = w.end[k]
    while (close < stop && w.at(close) !== mark) close++
    if (close >= stop) return -1
    while (k < w.n && w.start[k] < close) k++
  }
  return k < w.n && !markup(w, k) ? k : -1
}

const ACROSS = wordSet('for of on in from')
const IS = wordSet('is was are were reads')

/** `serial number for the insulin pump is 123`: past at most six words to the copula or the colon. */
function across(w: Window, i: number, k: number): number {
  for (let j = k + 1; j < w.n && j <= k + 6 && w.start[j] - w.start[i] <= REACH; j++) {
    if ((w.gap[j] & Gap.COLON) !== 0) return (w.gap[j] & ~(Gap.COLON | Gap.SPACE)) === 0 ? j : -1
    if ((w.gap[j] & ~(Gap.SPACE | Gap.APOS)) !== 0) return -1
    if (IS.has(w.hash[j])) return j + 1 < w.n && w.gap[j + 1] === Gap.SPACE && w.start[j + 1] - w.start[i] <= REACH ? j + 1 : -1
  }
  return -1
}

/** Can the word after a label not lead to a value? Most labels are words of prose: this says so at no cost. */
export function prose(w: Window, next: number): boolean {
  return next >= w.n || ((w.shape[next] & Shape.LOWER) !== 0 && !w.glued(next + 1) && w.gap[next] === Gap.SPACE && !NAMING.has(w.hash[next]) && !COPULA.has(w.hash[next]) && !ACROSS.has(w.hash[next]))
}

/** A full stop before token `k` that is no abbreviation's and no leader dots. */
function sentenceEnds(w: Window, k: number): boolean {
  if ((w.gap[k] & Gap.DOT) === 0 || k === 0) return false
  return w.end[k - 1] - w.start[k - 1] > 5 && w.start[k] - w.end[k - 1] < 4 && (w.gap[k] & FIELD_MARK) === 0
}

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

/**
 * End of a value written in groups: letters before the first group of digits (`AB 1234 567`), or three groups and more
 * (`9400 1000 0000`); the value's own end when it is not. At most 32 code units.
 */
export function groupedEnd(w: Window, value: Value): number {
  const lead = value.digits === 0
  if (lead && (value.last !== value.first || (w.shape[value.last] & Shape.CAPS) === 0 || value.letters > 3)) return value.end
  let groups = 0
  let end = value.end
  for (let j = value.last + 1; j < w.n && w.end[j] - value.start <= 32; j++) {
    const len = w.end[j] - w.start[j]
    if (w.gap[j] !== Gap.SPACE || w.start[j] - w.end[j - 1] !== 1 || (w.shape[j] & Shape.DIGITS) === 0 || w.glued(j + 1) || len < 2 || len > 8) break
    groups++
    end = w.end[j]
  }
  return groups >= (lead ? 1 : 2) ? end : value.end
}

const NAMED_DATE = /^\d{1,2}-?(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}-?\d{2,4}$/i
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

/** What `labelled`, then `idValue`, then `measured` read ahead, from the start of the label, in code units. */
export const LABELLED_REACH = 192
