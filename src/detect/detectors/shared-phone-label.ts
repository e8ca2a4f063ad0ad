import { Shape, type Window } from '../../scan/window'
import { Gap } from '../../text/chars'
import { FIELD_GAP, marked, wordSet } from '../field'
import { asked, labelValue } from './shared-field-value'
import { joined, nanp, type PhoneNumber } from './shared-number'
import { anyNumber, hl7Number, international } from './shared-number-any'
import { spokenNumber, startsSpoken } from './shared-spoken'

const LABEL_GAP = FIELD_GAP | Gap.PLUS | Gap.SLASH | Gap.SEMI | Gap.CARET
const WORDS =
  'number numbers no nos num nr nbr is are was at on to the a it this these that my his her their our your me him us them or and of for line toll free preferred primary confirmed listed as value back please area code file alt alternate best still now daughter son wife husband mother father sister brother spouse partner parent guardian mom dad friend neighbor caregiver referrals records orders'
export const FAX_FILLER = wordSet(WORDS)
const FILLER = wordSet(`${WORDS} phone cell home work office mobile direct day evening contact h c w m user caller patient pt`)
/** How far behind the start of its label a number may start, in code units. */
const MAX_FAR = 64

/** The number a label announces: `Phone: 555-1234`, `fax it to (555) 123-4567`; null if what follows is none. */
export function afterLabel(w: Window, i: number, next: number, filler = FILLER): PhoneNumber | null {
  const k = labelValue(w, next, LABEL_GAP, filler)
  if (k < 0 || w.start[k] - w.start[i] > MAX_FAR) return null
  // HL7 v2: `^PH|` ends the field.
  if ((w.gap[next - 1] & Gap.CARET) !== 0 && (w.gap[next] & Gap.CARET) === 0) return null
  if (startsSpoken(w, k)) return spokenAt(w, k)
  if (!w.is(k, Shape.DIGITS)) return null
  const coded = hl7Number(w, k)
  if (coded !== null) return coded
  const plus = w.at(w.start[k] - 1) === 0x2b ? international(w, k) : null
  const number = plus ?? anyNumber(w, k)
  return number !== null && !marked(w, next, k) && !asked(w, next, k) && !believable(w, number, number.digits) ? null : number
}

function spokenAt(w: Window, k: number): PhoneNumber | null {
  const number = spokenNumber(w, k)
  return number !== null && number.digits >= 7 ? number : null
}

/** First token of the digit groups that end with token `last`, at most eight. */
function chainStart(w: Window, last: number): number {
  let k = last
  while (k > 0 && last - k < 7 && joined(w, k) && (w.gap[k] & Gap.NEWLINE) === 0 && w.is(k - 1, Shape.DIGITS) && w.end[last] - w.start[k - 1] <= 32) k--
  return k
}

/** Separators between a number and the label after it: `555-1234 office`, `555-1234-Fax`, `555-1234 (cell)`. */
const AFTER = Gap.SPACE | Gap.DASH | Gap.OPEN | Gap.COMMA | Gap.CARET

/** The number a label follows; not when the label has a number of its own. */
export function beforeLabel(w: Window, i: number, next: number): PhoneNumber | null {
  const last = i - 1
  if (last < 0 || !w.is(last, Shape.DIGITS) || w.gap[i] === 0 || (w.gap[i] & ~AFTER) !== 0 || w.start[i] - w.end[last] > 3) return null
  const closed = (w.gap[i] & (Gap.DASH | Gap.OPEN | Gap.CARET)) !== 0
  if (!closed && next < w.n && w.is(next, Shape.DIGITS) && (w.gap[next] & Gap.NEWLINE) === 0 && w.start[next] - w.end[next - 1] <= 4) return null
  for (let first = chainStart(w, last); first <= last; first++) {
    const c = w.at(w.start[first] - 1)
    if (c === 0x2f || ((c === 0x2d || c === 0x5f || c === 0x2e) && w.alnumAt(w.start[first] - 2))) return null
    const number = nanp(w, first) ?? anyNumber(w, first)
    if (number === null || number.last !== last || number.digits < 6) continue
    const headed = number.digits >= 7 || closed || (next < w.n && (w.gap[next] & Gap.NEWLINE) !== 0)
    return headed && believable(w, number, number.digits) ? number : null
  }
  return null
}

/** Is a number without a field mark one to dial: in groups none of which is a year and not all a time, unless `run` digits in one. */
function believable(w: Window, number: PhoneNumber, run: number): boolean {
  if (number.score > 0.5) return true
  let times = 0
  let groups = 0
  for (let k = number.last; k >= 0 && w.start[k] >= number.start; k--) {
    groups++
    if (w.len(k) !== 4) continue
    const value = w.num(k)
    if (value >= 1900 && value < 2100 && groups < number.digits / 4 + 1 && run < 10) return false
    if (value < 2400 && value % 100 < 60) times++
  }
  return times < groups
}
