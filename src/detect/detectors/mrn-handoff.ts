import { Shape, type Window } from '../../scan/window'
import { Gap } from '../../text/chars'
import type { Detector, Sink } from '../detector'
import { wordSet } from '../field'

const AUTHORITY = '45 CFR 164.514(b)(2)(i)(H)'

/** What follows the number of a handoff line: "Ann Lee, 2694522, is a 9 mo old", "a 4 year old", "DOB". */
const PRESENTS = wordSet('is a an was dob born age aged yo male female room rm bed former currently')

/** A bare number between a name and the presentation of the patient: "Ann Lee, 2694522, is a 9 month old". */
function handoff(w: Window, i: number, out: Sink): void {
  const size = w.end[i] - w.start[i]
  if (size < 6 || size > 9 || i < 2) return
  const gap = w.gap[i]
  const bracket = gap === (Gap.SPACE | Gap.OPEN)
  if (!bracket && gap !== (Gap.SPACE | Gap.COMMA) && gap !== (Gap.SPACE | Gap.COMMA | Gap.HASH)) return
  const earliest = w.start[i] - 48
  if (w.start[i - 2] < earliest || w.gap[i - 1] !== Gap.SPACE) return
  if (!w.is(i - 1, Shape.INITIAL | Shape.CAMEL) || !w.is(i - 2, Shape.INITIAL | Shape.CAMEL)) return
  const k = i + 1
  if (k >= w.n || w.end[k] > w.start[i] + 64 || w.gap[k] !== (bracket ? Gap.SPACE | Gap.CLOSE : Gap.SPACE | Gap.COMMA)) {
    if (!bracket || k >= w.n || w.end[k] > w.start[i] + 64 || w.gap[k] !== (Gap.SPACE | Gap.CLOSE | Gap.COMMA)) return
  }
  if (!PRESENTS.has(w.hash[k]) && !(w.is(k, Shape.DIGITS) && w.len(k) <= 3)) return
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
    on: { shape: Shape.DIGITS },
    at(w, i, out) {
      if (w.end[i] - w.start[i] < 5) return
      handoff(w, i, out)
      gluedLabel(w, i, out)
    },
  },
]
