import { Word } from '../../lexicon/classes'
import { Shape, type Window } from '../../scan/window'
import { Gap } from '../../text/chars'
import type { Detector, Sink } from '../detector'
import { wordSet } from '../field'
import { Mark, markOf, valueStart } from './name-field'
import { closed, gapAfter, nextOf } from './name-run'
import { AUTHORITY } from './name-title'
import { STOP } from './name-words'

const CAPITAL = Shape.SINGLE | Shape.INITIAL
const capital = (w: Window, k: number): boolean => k < w.n && (w.shape[k] & CAPITAL) === CAPITAL
/** `N.A.`, `M.D.`, `E.R.`: two dotted capitals that stand for no person, by their first and second letter. */
const NO_PERSON = new Set(['NA', 'MD', 'DO', 'RN', 'NP', 'PA', 'AM', 'PM', 'IV', 'PO', 'IM', 'ER', 'OR', 'US', 'UK', 'TB', 'GI', 'GU', 'UA', 'BP', 'HR', 'CT', 'MR', 'OB', 'PE', 'PT', 'OT', 'CC', 'PH'])

/** Two or three capitals, each with its stop, and nothing more: `J.D.` */
export function isInitials(w: Window, j: number): boolean {
  if (!capital(w, j) || w.at(w.end[j]) !== 0x2e || !capital(w, j + 1) || w.gap[j + 1] === 0 || (w.gap[j + 1] & ~(Gap.DOT | Gap.SPACE)) !== 0 || w.start[j + 1] - w.end[j] > 2) return false
  const e = initialsEnd(w, j)
  if (w.at(w.end[e]) !== 0x2e || w.glued(e + 1) || (nextOf(w, e) > 0 && (w.gap[e + 1] & ~(Gap.DOT | Gap.SPACE)) === 0 && w.is(e + 1, Shape.INITIAL | Shape.CAMEL | Shape.CAPS))) return false
  return e > j + 1 || !NO_PERSON.has(w.text[w.start[j]] + w.text[w.start[e]])
}

/** Last capital of the dotted capitals that begin at `j`. */
export function initialsEnd(w: Window, j: number): number {
  let e = j
  while (e < j + 2 && capital(w, e + 1) && (w.gap[e + 1] & Gap.DOT) !== 0 && (w.gap[e + 1] & ~(Gap.DOT | Gap.SPACE)) === 0 && w.start[e + 1] - w.end[e] <= 2) e++
  return e
}

/** Initials derived from a name are identifiers (HHS guidance on de-identification, 3.2). */
const LABELS =
  'initials,patient initials,pt initials,patient s initials,transcriber initials,transcriptionist initials,typist initials,author initials,user initials,staff initials,nurse initials,provider initials,physician initials,operator initials,reviewer initials,tech initials'

/** `Initials: JD`, `pt initials J.D.` */
function labelled(w: Window, i: number, next: number, out: Sink): void {
  const j = valueStart(w, i, next)
  if (j < 0) return
  const mark = markOf(w, i, next, j)
  if (mark === Mark.NONE) return
  if (isInitials(w, j)) {
    out.add(w.start[j], w.end[initialsEnd(w, j)], 0.85)
    return
  }
  const n = w.len(j)
  if (n < 2 || n > 4 || w.glued(j + 1) || (w.word[j] & STOP) !== 0) return
  if (w.is(j, Shape.CAPS) || (w.is(j, Shape.LOWER) && closed(w, j) && n < 4)) out.add(w.start[j], w.end[j], 0.8)
}

/** The foot of a dictated report: `D: 1/1 T: 1/1 ABC/xy`, or that pair alone on its line. */
const DICTATED = wordSet('d t dd dt job doc dictated transcribed')

function dictated(w: Window, i: number, out: Sink): void {
  if (w.gap[i] !== Gap.SLASH || i === 0 || !w.is(i, Shape.LOWER) || !w.is(i - 1, Shape.CAPS)) return
  if (w.len(i) > 3 || w.len(i) < 2 || w.len(i - 1) > 3 || w.start[i] - w.end[i - 1] !== 1 || (gapAfter(w, i) & (Gap.NEWLINE | Gap.CLOSE)) === 0 || w.gap[i - 1] === 0) return
  if ((w.word[i - 1] & (Word.FUNCTION | Word.COMMON)) !== 0) return
  for (let k = i - 2, n = 0; k >= 0 && n < 8 && w.start[i] - w.start[k] < 64 && (w.gap[k + 1] & Gap.NEWLINE) === 0; k--, n++) {
    if (DICTATED.has(w.hash[k]) && (w.gap[k + 1] & Gap.COLON) !== 0) {
      out.add(w.start[i - 1], w.end[i - 1], 0.7, 'clinician')
      out.add(w.start[i], w.end[i], 0.7, 'clinician')
      return
    }
  }
}

export const nameInitials: readonly Detector[] = [
  { id: 'name-initials', label: 'NAME', authority: `${AUTHORITY}; HHS guidance 3.2`, reach: { behind: 64, ahead: 320 }, cues: LABELS.split(','), atCue: labelled },
  { id: 'name-dictated', label: 'NAME', subtypes: ['clinician'], plain: false, authority: `${AUTHORITY}; HHS guidance 3.2`, reach: { behind: 128, ahead: 64 }, on: { gap: Gap.SLASH }, at: dictated },
]
