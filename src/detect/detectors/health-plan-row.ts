import { Shape, type Window } from '../../scan/window'
import { Gap } from '../../text/chars'
import type { Detector, Sink } from '../detector'
import { wordSet } from '../field'
import { readRun, shape } from './shared-id-run'
import { phrases } from './shared-phrases'

const MAX_WORDS = 6
const WITHIN = 72
/** Between the words of a row of a face sheet: `INS 2 TUTTLE SUPP     N0440918`, `Payer | commercial, subscriber Ann Lee, MBX 771 …`. */
const ROW = Gap.SPACE | Gap.TAB | Gap.COMMA | Gap.COLON | Gap.PIPE | Gap.SLASH | Gap.DOT | Gap.APOS | Gap.OPEN | Gap.CLOSE | Gap.DASH | Gap.AMP
/** Labels of fields that have numbers of their own. */
const OTHER = wordSet('mrn ssn dob phone ph tel fax cell acct account claim auth authorization precert case ref npi dea zip rx ndc lot bin address employer pcp cpt icd date dos dx visit ticket order call')

/** The member's number at the end of a row about insurance: letters in capitals with five figures and more, behind at most six words. */
function row(w: Window, i: number, next: number, out: Sink): void {
  const limit = w.start[i] + WITHIN + 32
  for (let k = next, words = 0; k < w.n && words <= MAX_WORDS && w.start[k] - w.start[i] <= WITHIN; k++, words++) {
    if (w.gap[k] === 0 || (w.gap[k] & ~ROW) !== 0 || OTHER.has(w.hash[k]) || (w.shape[k] & (Shape.PLACEHOLDER | Shape.LONG)) !== 0) return
    if (number(w, k, limit, out)) return
    // `INS 2`, `A/B`: a digit of one place only counts.
    if ((w.shape[k] & Shape.DIGITS) !== 0 && (w.len(k) > 1 || w.glued(k + 1))) return
  }
}

function number(w: Window, k: number, limit: number, out: Sink): boolean {
  const figures = w.is(k, Shape.DIGITS_5)
  if (!figures && !(w.is(k, Shape.CAPS | Shape.LETTER_1) && w.len(k) <= 4)) return false
  const run = readRun(w, k, limit, 0)
  if (run === null || run.digits < 5 || run.letters === 0 || run.letters > 5 || run.uuid || run.commas) return false
  const text = w.text.slice(run.start, run.end)
  if (/[a-z]/.test(text) || /^[A-Z]\d{5}$/.test(text) || /^\d+(?:MG|MCG|ML|YO|K|M)$/.test(text) || shape(w, run) !== 'plain') return false
  // A word in capitals and a number: the number must run on, in groups or glued.
  if (/^[A-Z]{2,4} \d+$/.test(text) && run.digits < 8) return false
  out.add(run.start, run.end, 0.7)
  return true
}

export const healthPlanRow: Detector = {
  id: 'health-plan-row',
  label: 'HEALTH_PLAN',
  authority: '45 CFR 164.514(b)(2)(i)(I)',
  reach: { behind: 0, ahead: WITHIN + 64 },
  cues: phrases(
    'ins, ins 1, ins 2, ins1, ins2, ins 3, insurance, insurance 1, insurance 2, primary ins, secondary ins, primary insurance, secondary insurance, payer, payor, payer 1, payer 2, coverage, secondary, tertiary, supplement, supplemental, subscriber, insurer, carrier',
  ),
  atCue: row,
}
