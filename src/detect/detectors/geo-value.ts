import { Word } from '../../lexicon/classes'
import { Shape, type Window } from '../../scan/window'
import { Gap } from '../../text/chars'
import { FIELD_GAP, wordSet } from '../field'
import { zipEnd } from './geo-place'
import { inside } from './geo-tokens'
import { CONNECTOR, STOP } from './geo-words'

/** Longest value of a form field, in code units. */
const VALUE_MAX = 130

/** How a label is set off from what follows: not at all, by the layout, by a mark of a field. */
export const Mark = { NONE: 0, LAYOUT: 1, FIELD: 2 } as const

const LT = 0x3c
const GT = 0x3e
/** Elements of HTML that stand between a label and its value. */
const TAG = wordSet('td th b strong em i span dt dd p div label br li h')

const opened = (w: Window, k: number): boolean => w.at(w.start[k] - 1) === LT || (w.at(w.start[k] - 1) === 0x2f && w.at(w.start[k] - 2) === LT)

/** First token of the value of the label before token `next`, past filler words and the tags between ("</td><td>"), or -1. */
export function fieldStart(w: Window, next: number, filler: ReadonlySet<number> | null): number {
  for (let k = next, skipped = 0; k < w.n && skipped <= 4; k++, skipped++) {
    const tag = w.at(w.end[k]) === GT && opened(w, k)
    if ((w.gap[k] & ~(FIELD_GAP | Gap.MARK | (tag ? Gap.SLASH : 0) | (k > next ? Gap.SLASH : 0))) !== 0 || w.start[k] - w.end[next - 1] > 40) return -1
    if (tag ? !TAG.has(w.hash[k]) : opened(w, k)) return -1
    if (!tag && (filler === null || (w.shape[k] & Shape.LETTERS) === 0 || !filler.has(w.hash[k]) || w.glued(k + 1))) return k
  }
  return -1
}

/** A label at the head of a line, a cell or a pair of brackets. */
export const heads = (w: Window, i: number): boolean =>
  i === 0 ||
  (w.gap[i] & (Gap.START | Gap.NEWLINE | Gap.TAB | Gap.PIPE | Gap.SEMI | Gap.OPEN | Gap.STAR | Gap.QUOTE | Gap.EQUALS | Gap.TILDE | Gap.OTHER | Gap.MARK | Gap.SLASH | Gap.BACKSLASH)) !== 0 ||
  w.start[i] - w.end[i - 1] > 2

/** How the label from token `i` to `next` is set off from its value at token `k`; "Street #12" is no field. */
export function markOf(w: Window, i: number, next: number, k: number): number {
  let seen = 0
  for (let j = next; j <= k; j++) seen |= w.gap[j]
  if ((seen & (Gap.COLON | Gap.EQUALS | Gap.PIPE | Gap.MARK)) !== 0) return Mark.FIELD
  if (w.at(w.start[k] - 1) === GT || (w.at(w.start[k] - 1) === 0x2d && w.at(w.start[k] - 2) === GT)) return Mark.FIELD
  const gap = w.gap[next]
  const layout = (gap & (Gap.NEWLINE | Gap.TAB)) !== 0 || w.start[next] - w.end[next - 1] > 3 || (gap & (Gap.DASH | Gap.SPACE)) === (Gap.DASH | Gap.SPACE)
  return layout && heads(w, i) ? Mark.LAYOUT : Mark.NONE
}

const END_GAP = Gap.TAB | Gap.PIPE | Gap.SEMI | Gap.EQUALS | Gap.QUOTE | Gap.CARET | Gap.AT
/** Words that stand where a value is missing, or that are the next label. */
export const NO_VALUE = wordSet(`unknown none na n null nil undefined blank same see not no declined refused deferred pending unspecified homeless undomiciled confidential restricted redacted omitted removed
  city state zip county country street address phone email fax name dob date sex gender postal code number town line type status home work mobile value field yes true false string the a an this to with of and or is was`)

/** Last token of the form value that starts at `k`: to the end of its line, cell or quotes, before the next label; or -1. */
export function valueEnd(w: Window, k: number, lim: number, prose: boolean): number {
  const quoted = w.at(w.start[k] - 1) === 0x22
  let last = k
  let j = k + 1
  for (; inside(w, j, lim) && w.end[j] - w.start[k] <= VALUE_MAX; j++) {
    const gap = w.gap[j]
    const len = w.start[j] - w.end[j - 1]
    if (opened(w, j)) break
    if ((gap & (END_GAP | Gap.NEWLINE)) !== 0 || len > 3 || w.gap[j] === (Gap.OPEN | Gap.SPACE)) break
    if ((gap & Gap.COLON) !== 0) return j - 2 >= k ? trimLabel(w, j - 2, k) : -1
    if ((gap & Gap.DOT) !== 0 && (gap & (Gap.SPACE | Gap.COMMA)) !== 0 && w.end[j - 1] - w.start[j - 1] > 4 && (w.shape[j - 1] & Shape.DIGITS) === 0) break
    if ((gap & Gap.MARK) !== 0) break
    if (!quoted && STOP.has(w.hash[j]) && !CONNECTOR.has(w.hash[j])) break
    if ((w.shape[j] & Shape.LETTERS) !== 0 && w.end[j - 1] - w.start[j - 1] === 5 && zipEnd(w, j - 1, lim) >= 0 && j - 2 > k && (w.word[j - 2] & (Word.STATE | Word.STATE_CODE)) !== 0) break
    if (prose && (w.shape[j] & Shape.LOWER) !== 0 && gap !== 0 && !CONNECTOR.has(w.hash[j]) && (w.word[j] & (Word.STREET | Word.ADDRESS_UNIT | Word.STATE | Word.ORDINAL | Word.DIRECTION)) === 0) break
    last = j
  }
  // The token after "key=" or "Label:" belongs to the next field.
  if (inside(w, j, lim) && (w.gap[j] & Gap.EQUALS) !== 0) return last > k ? last - 1 : -1
  return last
}

/** "12 Oak St Home Phone: 5": words of the next label stay out. */
function trimLabel(w: Window, last: number, k: number): number {
  let end = last
  while (end > k && LABEL_WORD.has(w.hash[end]) && w.start[end + 1] - w.end[end] < 2 && (w.gap[end + 1] & ~(Gap.SPACE | Gap.SLASH)) === 0) end--
  return end
}
const LABEL_WORD = wordSet('home work cell mobile phone telephone date of birth zip postal patient medical record social security emergency contact primary secondary e')

/** Has the value a number or a word of addresses? In prose a number must stand first, or after a name. */
export function addressy(w: Window, k: number, last: number, spoken: boolean): boolean {
  for (let j = k; j <= last; j++) {
    if ((w.shape[j] & Shape.DIGITS) !== 0 && (!spoken || last > k)) return true
    if (!spoken && (w.word[j] & (Word.STREET | Word.ADDRESS_UNIT | Word.STATE)) !== 0) return true
  }
  return false
}
