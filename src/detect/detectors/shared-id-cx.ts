import type { Label } from '../../labels'
import { Shape, type Window } from '../../scan/window'
import { Gap } from '../../text/chars'
import type { Detector } from '../detector'
import { wordSet } from '../field'
import { readRun } from './shared-id-run'

const BEHIND = 96

/** HL7 v2 identifiers with their type (data type CX, table 0203): `4471829^^^HOSP^MR`. */
export function identifierType<L extends Label>(id: string, label: L, types: string): Detector<L> {
  const known = wordSet(types)
  return {
    id,
    label,
    authority: 'HL7 v2.5 §2.A.14 CX, table 0203',
    reach: { behind: BEHIND, ahead: 24 },
    on: { gap: Gap.CARET },
    at(w, i, out) {
      if (!known.has(w.hash[i]) || w.gap[i] !== Gap.CARET) return
      const last = numberBefore(w, i)
      if (last < 0) return
      let first = last
      while (first > 0 && last - first < 6 && w.start[first - 1] >= w.start[i] - BEHIND && (w.gap[first] & ~Gap.DASH) === 0) first--
      const run = readRun(w, first, w.end[last], 0)
      if (run !== null && run.end === w.end[last] && run.digits >= 3) out.add(run.start, run.end, 0.95)
    },
  }
}

/** Last token of CX.1, given the token of CX.5: at most two components with text (check digit, authority) lie between. */
function numberBefore(w: Window, i: number): number {
  const earliest = w.start[i] - BEHIND
  let carets = w.start[i] - w.end[i - 1]
  for (let k = i - 1; k >= 0 && i - k <= 8 && w.start[k] >= earliest; k--) {
    if (carets >= 4) return w.is(k, Shape.DIGITS | Shape.LETTERS) ? k : -1
    const gap = w.gap[k]
    if ((gap & ~(Gap.CARET | Gap.AMP | Gap.DOT | Gap.DASH | Gap.SPACE)) !== 0) return -1
    if (gap === Gap.CARET && k > 0) carets += w.start[k] - w.end[k - 1]
  }
  return -1
}
