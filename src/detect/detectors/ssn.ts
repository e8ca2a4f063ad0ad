import { Shape, type Window } from '../../scan/window'
import { Gap } from '../../text/chars'
import { validSsn } from '../checks/ssn'
import type { Detector, Sink } from '../detector'
import { fieldValue, idRun } from '../field'

const AUTHORITY = '45 CFR 164.514(b)(2)(i)(G); SSA, Social Security number randomization FAQ'

/** Three groups of 3, 2 and 4 digits joined by one and the same separator. */
function grouped(w: Window, i: number, out: Sink): void {
  if (w.len(i) !== 3 || i + 2 >= w.n || w.len(i + 1) !== 2 || w.len(i + 2) !== 4) return
  const gap = w.gap[i + 1]
  if (gap !== w.gap[i + 2] || (gap !== Gap.DASH && gap !== Gap.SPACE && gap !== Gap.DOT)) return
  if (w.start[i + 1] - w.end[i] !== 1 || w.start[i + 2] - w.end[i + 1] !== 1) return
  if (!w.is(i + 1, Shape.DIGITS) || !w.is(i + 2, Shape.DIGITS)) return
  if (w.glued(i) || w.glued(i + 3)) return
  const valid = validSsn(w.num(i), w.num(i + 1), w.num(i + 2))
  if (!valid && gap !== Gap.DASH) return
  out.add(w.start[i], w.end[i + 2], valid ? (gap === Gap.DASH ? 0.95 : 0.6) : 0.6)
}

export const ssn: readonly Detector[] = [
  {
    id: 'ssn',
    label: 'SSN',
    authority: AUTHORITY,
    reach: { behind: 4, ahead: 24 },
    on: { shape: Shape.DIGITS },
    at: grouped,
  },
  {
    id: 'ssn-labelled',
    label: 'SSN',
    authority: AUTHORITY,
    reach: { behind: 0, ahead: 128 },
    cues: ['ssn', 'ss', 'soc sec', 'social security', 'social security number', 'social', 'ssn last four', 'ssn last', 'last four of ssn', 'last four of social'],
    atCue(w, _i, next, out) {
      const k = fieldValue(w, next)
      const run = idRun(w, k, 16, true)
      if (run === null || run.letters > 0 || !(run.digits === 9 || run.digits === 4)) return
      out.add(w.start[k], run.end, run.digits === 9 ? 0.99 : 0.8)
    },
  },
]
