import { Shape, type Window } from '../../scan/window'
import { Gap } from '../../text/chars'
import { hashWord } from '../../text/hash'
import { FIELD_GAP, wordSet } from '../field'

export interface Marks {
  /** A colon, equals sign, bar or number sign stands between label and value. */
  marked: boolean
  /** "number", "no", "id" or a number sign does. */
  numbered: boolean
  /** "is" does. */
  said?: boolean
  /** "ending in", "last four": the value is the end of a longer one. */
  partial: boolean
  /** A comma outside quotes stands between: perhaps another field's value. */
  comma?: boolean
  /** Two labels in one announce two values: "policy/group". */
  paired?: boolean
  /** Code of the state named between label and value, if the label's kind asks for it. */
  state?: string
}

/** Code units from the start of a label within which its value begins. */
const VALUE_WITHIN = 80
const MAX_SKIPPED = 7
/** Words that make a label a number's: "MRN number", "acct no". */
export const NUMBER = wordSet('number numbers no nos num nums nbr nmbr nr id ids identifier identification numero')
const LINK = wordSet(
  'is was are were the as of for value valor field reads listed lists show shows be has his her their my your our this that patient pt client on file digits it its it es um uh yes yeah okay ok sure caller agent rep pending',
)
const POSSESSIVE = hashWord('s')
const ENDING = wordSet('ending ends final')
const ENDING_LINK = wordSet('in with four five')
const LAST = hashWord('last')
const MASK = wordSet('xx xxx xxxx xxxxx xxxxxx xxxxxxxx')
const STAR = 0x2a
const SLASH = 0x2f
const AMP = 0x26
const VALUE_GAP = FIELD_GAP | Gap.MARK | Gap.SEMI
const MARKED = Gap.COLON | Gap.HASH | Gap.EQUALS | Gap.PIPE | Gap.TAB | Gap.MARK
const COPULA = wordSet('is was reads')
const GREATER = 0x3e

/** Token where the value of the label `from`–`next` begins, or -1; tells in `marks` how it is announced. */
export function locate(w: Window, from: number, next: number, marks: Marks): number {
  const latest = w.start[from] + VALUE_WITHIN
  for (let k = next, skipped = 0; k < w.n && skipped <= MAX_SKIPPED && w.end[k] <= latest + 40; k++, skipped++) {
    const gap = w.gap[k]
    // Two labels in one: "MRN/CSN: 123456/789012".
    if (k === next && (gap & ~(Gap.SLASH | Gap.SPACE)) === 0 && (gap & Gap.SLASH) !== 0 && w.is(k, Shape.LETTERS)) {
      marks.paired = true
      continue
    }
    if (markup(w, k)) {
      marks.marked = true
      continue
    }
    if ((gap & Gap.COMMA) !== 0 && (gap & Gap.QUOTE) === 0) marks.comma = true
    if ((gap & ~VALUE_GAP) !== 0 || w.start[k] > latest) return -1
    if ((gap & MARKED) !== 0 || (k === next && layout(w, k))) marks.marked = true
    if ((gap & Gap.HASH) !== 0) marks.numbered = true
    if ((w.shape[k] & Shape.LETTERS) === 0) {
      if ((gap & Gap.STAR) !== 0 && w.at(w.start[k] - 1) === STAR && w.at(w.start[k] - 3) === STAR) marks.partial = true
      return k
    }
    if (prefixes(w, k)) return k
    const h = w.hash[k]
    if (COPULA.has(h)) marks.said = true
    if (NUMBER.has(h)) marks.numbered = true
    else if (h === LAST || ENDING.has(h) || (marks.partial && ENDING_LINK.has(h))) {
      marks.partial = true
      if (h === LAST && k + 1 < w.n && w.end[k + 1] <= latest && w.is(k + 1, Shape.DIGITS) && w.len(k + 1) === 1) k++
    } else if (MASK.has(h)) marks.partial = true
    else if (!LINK.has(h) && !(h === POSSESSIVE && gap === Gap.APOS)) {
      const closed = (gap & Gap.OPEN) !== 0 ? closing(w, k, latest) : -1
      if (closed < 0) return k
      if (closed > k && w.gap[closed] === Gap.SLASH) marks.paired = true
      k = closed
    }
  }
  return -1
}

/** The end of an XML element's name, a column's worth of spaces, leader dots, or a dash between spaces. */
function layout(w: Window, k: number): boolean {
  const gap = w.gap[k]
  const wide = w.start[k] - w.end[k - 1] >= 4
  if (gap === Gap.CLOSE) return w.at(w.start[k] - 1) === GREATER
  return gap === (Gap.SPACE | Gap.DASH) || (wide && (gap === Gap.SPACE || gap === (Gap.SPACE | Gap.DOT) || gap === Gap.DOT))
}

/** Up to three letters glued to digits, or capitals joined to them: `IS545587B`, `HER-80853` are no words. */
function prefixes(w: Window, k: number): boolean {
  if (k + 1 >= w.n || w.end[k] - w.start[k] > 3 || w.gap[k] === 0 || !w.is(k + 1, Shape.DIGITS) || w.start[k + 1] - w.end[k] > 1) return false
  const gap = w.gap[k + 1]
  if (gap === 0) return !NUMBER.has(w.hash[k]) || w.is(k, Shape.CAPS)
  return (gap === Gap.DASH || gap === Gap.UNDERSCORE) && w.is(k, Shape.CAPS) && !NUMBER.has(w.hash[k]) && w.len(k + 1) >= 4
}

const ELEMENT = wordSet('td th tr b i p em dd dt li br div span strong label')
const NBSP = hashWord('nbsp')
const LESS = 0x3c

/** `</td><td>`, `&nbsp;`: the name of an element or of a space. */
function markup(w: Window, k: number): boolean {
  const before = w.at(w.start[k] - 1)
  if (before === LESS || (before === SLASH && w.at(w.start[k] - 2) === LESS)) return (w.gap[k] & Gap.LONG) === 0 && ELEMENT.has(w.hash[k])
  return before === AMP && w.hash[k] === NBSP && w.start[k] - w.end[k - 1] <= 4
}

/** Last token of a bracket of one or two words, "(Epic)", or -1. */
function closing(w: Window, k: number, latest: number): number {
  for (let j = k + 1; j <= k + 2 && j < w.n && w.end[j] <= latest; j++) {
    if ((w.gap[j] & Gap.CLOSE) !== 0) return j - 1
    if (!w.is(j, Shape.LETTERS)) return -1
  }
  return -1
}
