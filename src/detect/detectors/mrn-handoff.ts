import { Word } from '../../lexicon/classes'
import { Shape, type Window } from '../../scan/window'
import { Gap } from '../../text/chars'
import type { Detector, Sink } from '../detector'
import { wordSet } from '../field'

const AUTHORITY = '45 CFR 164.514(b)(2)(i)(H)'

/** What follows the number of a handoff line: "Ann Lee, 4471829, is a 9 mo old", "a 4 year old", "DOB". */
const PRESENTS = wordSet('is a an was dob born age aged yo male female room rm bed former currently')

const NAME_SHAPE = Shape.INITIAL | Shape.CAMEL | Shape.CAPS
const DAY = /(?:19|20)\d\d(?:0[1-9]|1[0-2])[0-3]\d/y
const CLOSED = Gap.SPACE | Gap.CLOSE

/** Separators before the number, after a name; and whether those after it go with them. */
function framed(before: number, after: number): boolean {
  const comma = Gap.SPACE | Gap.COMMA
  // `Ann Lee (4471829, dob 2/3/85)`
  if (before === (Gap.SPACE | Gap.OPEN) && after === comma) return true
  if (before === (Gap.SPACE | Gap.OPEN) || before === (Gap.SPACE | Gap.OPEN | Gap.HASH)) return after === CLOSED || after === (CLOSED | Gap.COMMA)
  if (before === comma || before === (comma | Gap.HASH) || before === (Gap.SPACE | Gap.HASH)) return after === comma
  return after === before && (before === (Gap.SPACE | Gap.PIPE) || before === (Gap.SPACE | Gap.SLASH) || before === (Gap.SPACE | Gap.DASH))
}

const notName = (w: Window, k: number): boolean => w.isWord(k, Word.COMMON | Word.MEDICAL | Word.FIELD | Word.MEASURE) && !w.isWord(k, Word.GIVEN | Word.SURNAME)

/** "Mr. Lee (#792011)", "Ann Lee (#792011)". */
function numberedName(w: Window, i: number): boolean {
  if (w.gap[i] !== (Gap.SPACE | Gap.OPEN | Gap.HASH) || w.at(w.end[i]) !== 0x29 || w.start[i - 2] < w.start[i] - 48) return false
  if (notName(w, i - 1)) return false
  if (w.isWord(i - 2, Word.TITLE) && w.is(i - 1, Shape.LETTERS)) return (w.gap[i - 1] & ~(Gap.SPACE | Gap.DOT)) === 0
  return w.is(i - 1, NAME_SHAPE) && w.is(i - 2, NAME_SHAPE) && !notName(w, i - 2) && (w.gap[i - 1] === Gap.SPACE || w.gap[i - 1] === (Gap.SPACE | Gap.COMMA))
}

const [NAME] = wordSet('name')
const PERSON = wordSet('patient patients pt pts pat client resident newborn infant')
const FIELD_SIGN = Gap.COLON | Gap.EQUALS | Gap.PIPE | Gap.TAB

/** `Patient name:`, or `Name:` at the start of a line before two words and more; not `Drug name:`. */
const nameOfPerson = (w: Window, k: number, names: number): boolean => (k > 0 && (w.gap[k] & ~(Gap.SPACE | Gap.UNDERSCORE)) === 0 ? PERSON.has(w.hash[k - 1]) : names > 1)

/** "Patient: Ana Ruiz (4471029)": brackets close it, and before them stand one to five words of a name, with the patient's label before those. */
function behindName(w: Window, i: number): boolean {
  const open = w.at(w.start[i] - 1)
  if ((open !== 0x28 && open !== 0x5b) || w.gap[i] !== (Gap.SPACE | Gap.OPEN) || w.at(w.end[i]) !== open + (open === 0x28 ? 1 : 2)) return false
  // One word of the name may be a word of the language or of medicine too: `Ana`, `Grace`.
  let names = 0
  for (let k = i - 1, words = 1; k > 0 && words < 6 && w.start[i] - w.start[k] <= 56; k--, words++) {
    const gap = w.gap[k]
    if (!w.is(k, NAME_SHAPE)) return false
    if (!notName(w, k)) names++
    if (names < words - 1) return false
    if ((gap & FIELD_SIGN) !== 0) return names > 0 && (PERSON.has(w.hash[k - 1]) || (w.hash[k - 1] === NAME && nameOfPerson(w, k - 1, names)))
    if ((gap & ~(Gap.SPACE | Gap.COMMA | Gap.DOT | Gap.APOS | Gap.DASH)) !== 0) return false
    if (names > 1 && gap === Gap.SPACE && PERSON.has(w.hash[k - 1]) && w.is(k, Shape.INITIAL)) return true
  }
  return false
}

/** A bare number between a name and the presentation of the patient: "Ann Lee, 4471829, is a 9 month old". */
function handoff(w: Window, i: number, out: Sink): void {
  const size = w.end[i] - w.start[i]
  if (size >= 5 && size < 10 && i > 1 && behindName(w, i)) {
    DAY.lastIndex = w.start[i]
    if (size !== 8 || !DAY.test(w.text)) out.add(w.start[i], w.end[i], 0.8)
    return
  }
  // Six digits are a platelet count.
  if (size < 6 || size > 9 || i < 2) return
  const k = i + 1
  if (size >= 6 && numberedName(w, i)) {
    out.add(w.start[i], w.end[i], 0.75)
    return
  }
  if (size < 7 || k >= w.n || w.end[k] > w.start[i] + 48 || !framed(w.gap[i], w.gap[k])) return
  if (w.start[i - 2] < w.start[i] - 48 || (w.gap[i - 1] !== Gap.SPACE && w.gap[i - 1] !== (Gap.SPACE | Gap.COMMA))) return
  if (!w.is(i - 1, NAME_SHAPE) || !w.is(i - 2, NAME_SHAPE)) return
  if (notName(w, i - 1) || notName(w, i - 2)) return
  if (!PRESENTS.has(w.hash[k]) && !(w.is(k, Shape.DIGITS) && (w.len(k) <= 3 || (w.gap[k] === (Gap.SPACE | Gap.PIPE) && w.len(k) === 4)))) return
  DAY.lastIndex = w.start[i]
  if (size === 8 && DAY.test(w.text)) return
  out.add(w.start[i], w.end[i], 0.7)
}

const MRN_LETTERS = /mrn?[a-z]{0,2}/iy

/** Label, prefix and number in one run of letters: "mrna4471829". */
function gluedLabel(w: Window, i: number, out: Sink): void {
  if (i === 0 || w.gap[i] !== 0 || w.end[i] - w.start[i] < 5 || w.end[i] - w.start[i] > 10) return
  const letters = w.end[i - 1] - w.start[i - 1]
  if (letters < 4 || letters > 5) return
  MRN_LETTERS.lastIndex = w.start[i - 1]
  if (MRN_LETTERS.test(w.text) && MRN_LETTERS.lastIndex === w.end[i - 1] && (i < 2 || w.gap[i - 1] !== 0)) out.add(w.start[i - 1], w.end[i], 0.85)
}

export const mrnHandoff: readonly Detector[] = [
  {
    id: 'mrn-number',
    label: 'MRN',
    authority: AUTHORITY,
    reach: { behind: 64, ahead: 80 },
    on: { shape: Shape.DIGITS_5 },
    at(w, i, out) {
      if (w.end[i] - w.start[i] < 5) return
      handoff(w, i, out)
      gluedLabel(w, i, out)
    },
  },
]
