import { parsePhoneNumberFromString } from 'libphonenumber-js/min'
import { Word } from '../../lexicon/classes'
import { Shape, type Window } from '../../scan/window'
import { Gap } from '../../text/chars'
import { wordSet } from '../field'
import { digitsOf, finish, joined, nanp, numberStart, ONE, type PhoneNumber } from './shared-number'

const SLASH = 0x2f
const COLON = 0x3a
const DOT = 0x2e

/**
 * Digit groups at a label, whatever country's: 5 to 15 digits (ITU-T E.164). Stops before what starts a date, a time
 * or a quantity, and, once seven digits are there, where a space parts what was joined otherwise.
 */
export function anyNumber(w: Window, i: number): PhoneNumber | null {
  if (!w.is(i, Shape.DIGITS) || w.gap[i] === 0) return null
  const home = nanp(w, i)
  if (home !== null) return home
  if (exits(w, i)) {
    const far = international(w, i + 1)
    if (far !== null && far.score > 0.5) return { ...far, start: numberStart(w, i) }
  }
  let last = i
  let digits = w.len(i)
  let used = 0
  for (let k = i + 1; k <= i + 7 && joined(w, k); k++) {
    const len = w.len(k)
    const gap = w.gap[k]
    if (digits + len > 15 || ((gap & Gap.NEWLINE) !== 0 && !wraps(w, k, digits)) || (gap === Gap.SPACE && (used & Gap.DASH) !== 0)) break
    if (digits >= 7 && (len === 1 || startsOther(w, k) || ((gap & ~used) !== 0 && gap !== Gap.DASH) || measured(w, k))) break
    digits += len
    used |= (gap & Gap.NEWLINE) !== 0 ? Gap.SPACE | (gap & Gap.DASH) : gap
    last = k
  }
  if (digits > 15 || digits < 5 || looksLikeDate(w, i, last) || looksLikeFigures(w, i, last, used)) return null
  return finish(w, i, last, digits, digits >= 7 ? 0.3 : 0.1)
}

/** The international prefix of North America and the country code: `011 44 …`. */
const exits = (w: Window, i: number): boolean => w.len(i) === 3 && w.num(i) === 11 && joined(w, i + 1) && w.len(i + 1) < 4

/** A number broken at the end of a line before it was whole. */
const wraps = (w: Window, k: number, digits: number): boolean =>
  digits < 7 && w.len(k) > 1 && ((w.gap[k] & ~Gap.CLOSE) === Gap.NEWLINE ? w.start[k] - w.end[k - 1] <= 2 : w.gap[k] === (Gap.DASH | Gap.NEWLINE)) && !startsOther(w, k) && !measured(w, k)

/** Decimals (`7.35 7.40`), fractions (`120/80 72`) and grouped thousands (`4 500 000`) are no numbers to dial. */
function looksLikeFigures(w: Window, i: number, last: number, used: number): boolean {
  if ((used & Gap.DOT) !== 0 && ((used & Gap.SPACE) !== 0 || shortest(w, i, last) < 2)) return true
  if ((used & Gap.SLASH) !== 0 && shortest(w, i, last) < 3) return true
  if (used !== Gap.SPACE || w.len(i) !== 1) return false
  for (let k = i + 1; k <= last; k++) if (w.len(k) !== 3) return false
  return true
}

function shortest(w: Window, i: number, last: number): number {
  let least = w.len(i)
  for (let k = i + 1; k <= last; k++) least = Math.min(least, w.len(k))
  return least
}

/** A one- or two-digit group before a unit is a quantity: `555-1234 10 mg`. */
const measured = (w: Window, k: number): boolean => w.len(k) <= 2 && w.isWord(k + 1, Word.MEASURE)

/** Is group `k` the start of a date, a time or a decimal rather than of the number's next digits? */
function startsOther(w: Window, k: number): boolean {
  const c = w.at(w.end[k])
  return (c === SLASH || c === COLON || c === DOT) && w.digitAt(w.end[k] + 1) && w.gap[k + 1] !== w.gap[k]
}

function looksLikeDate(w: Window, i: number, last: number): boolean {
  if (last !== i + 2) return false
  const a = w.num(i)
  const b = w.num(i + 1)
  const c = w.num(last)
  if (w.len(i) === 4) return a >= 1800 && a < 2200 && b <= 12 && c <= 31 && w.len(i + 1) <= 2
  return w.len(last) === 4 && c >= 1800 && c < 2200 && a <= 31 && b <= 31 && w.len(i) <= 2 && w.len(i + 1) <= 2
}

/** An international number after a plus sign, or after `skip` digits of prefix (ITU-T E.164, E.123), checked against the numbering plans. */
export function international(w: Window, i: number, skip = 0): PhoneNumber | null {
  const number = abroad(w, i, skip, false)
  return number !== null && number.score > 0.9 ? number : (abroad(w, i, skip, true) ?? number)
}

/** `wrapped`: over the end of a line as well. */
function abroad(w: Window, i: number, skip: number, wrapped: boolean): PhoneNumber | null {
  let broken = false
  let last = i
  let digits = w.len(i) - skip
  for (let k = i + 1; k <= i + 7 && joined(w, k); k++) {
    const len = w.len(k)
    if (digits + len > 15) break
    if ((w.gap[k] & Gap.NEWLINE) !== 0) {
      if (!wrapped || broken) break
      broken = true
    }
    if (digits >= 8 && startsOther(w, k)) break
    digits += len
    last = k
  }
  if (digits > 15 || (wrapped && !broken)) return null
  for (; last >= i && digits >= 8; last--) {
    const number = parsePhoneNumberFromString(`+${digitsOf(w, i, last).slice(skip)}`)
    const valid = number?.isValid() === true
    if (valid || (!wrapped && (last > i || digits > 9) && number?.isPossible() === true)) {
      const found = finish(w, i, last, digits, valid ? 0.95 : 0.6)
      if (found !== null) return found
    }
    digits -= w.len(last)
  }
  return null
}

/** HL7 v2 XTN.6 and XTN.7, area code and local number as components of their own: `^^^810^4502369`. */
export function hl7Number(w: Window, i: number): PhoneNumber | null {
  if (w.len(i) !== 3 || i + 1 >= w.n || w.gap[i + 1] !== Gap.CARET || w.start[i + 1] - w.end[i] !== 1) return null
  if ((w.gap[i] & Gap.CARET) === 0 || !w.is(i + 1, Shape.DIGITS) || w.len(i + 1) !== 7 || w.glued(i + 2)) return null
  return { start: w.start[i], end: w.end[i + 1], last: i + 1, digits: 10, score: w.at(w.start[i]) > ONE ? 0.9 : 0.6 }
}

/** Toll-free and premium area codes, whose numbers are spelled as words (NANPA). */
const isTollFree = (area: number): boolean => area === 800 || area === 888 || area === 877 || area === 866 || area === 855 || area === 844 || area === 833 || area === 822 || area === 900

/** Words after a round number in capitals: `800-CALORIE DIET`. */
const DIET = wordSet('calorie calories kcal kilocalorie milligram milligrams unit units patient patients member person dollar')

/** `1-800-FLOWERS`, `888-4-CANCER`, `800-273-TALK`. */
export function vanity(w: Window, i: number): PhoneNumber | null {
  const a = w.len(i) === 1 && w.at(w.start[i]) === ONE ? i + 1 : i
  const enclosed = w.at(w.start[a] - 1) === 0x28 && w.at(w.end[a]) === 0x29
  if (!w.is(a, Shape.DIGITS) || w.len(a) !== 3 || !(isTollFree(w.num(a)) || (enclosed && w.num(a) > 200)) || (a > i && !joined(w, a)) || w.gap[i] === 0) return null
  let units = 0
  let letters = 0
  let last = a
  for (let k = a + 1; k <= a + 5 && k < w.n; k++) {
    const trunk = a > i ? w.gap[a] === Gap.DASH && w.gap[a + 1] === Gap.DASH : enclosed && k === a + 2 && w.len(k) === 4 && w.len(k - 1) === 3 && w.gap[k] === Gap.DASH
    const word = (w.shape[k] & Shape.CAPS) !== 0 || (trunk && (w.shape[k] & Shape.LETTERS) !== 0) || ((w.shape[k] & Shape.SINGLE) !== 0 && (w.shape[k] & Shape.LOWER) === 0)
    if (!word && (units >= 7 || (w.shape[k] & Shape.DIGITS) === 0)) break
    if ((w.gap[k] & ~(Gap.DASH | Gap.DOT | Gap.CLOSE | (k === a + 1 && (a > i || enclosed) ? Gap.SPACE : 0))) !== 0 || DIET.has(w.hash[k])) break
    units += w.len(k)
    if (units > 10) return null
    if ((w.shape[k] & Shape.LETTERS) !== 0) letters += w.len(k)
    last = k
  }
  return units < 7 || letters < 3 ? null : { start: numberStart(w, i), end: w.end[last], last, digits: 10, score: 0.9 }
}
