import { Shape, type Window } from '../../scan/window'
import { Gap } from '../../text/chars'
import type { Detector, Sink } from '../detector'
import { phoneLabelled } from './phone-label'
import { international, nanp } from './shared-number'

const AUTHORITY = '45 CFR 164.514(b)(2)(i)(D); NANPA; ITU-T E.164, E.123'

/** A number whose form alone proves it. */
function bare(w: Window, i: number, out: Sink): void {
  const len = w.end[i] - w.start[i]
  const gap = w.gap[i]
  if (gap === 0) return
  if ((gap & Gap.PLUS) !== 0) {
    if (w.at(w.start[i] - 1) !== 0x2b || w.alnumAt(w.start[i] - 2)) return
    const number = nanp(w, i) ?? international(w, i)
    if (number !== null && number.score >= 0.5) out.add(number.start, number.end, number.score)
    return
  }
  if (len !== 3 && !(len === 1 && w.at(w.start[i]) === 0x31) && len !== 4) return
  if (i + 2 >= w.n || (w.shape[i + 1] & Shape.DIGITS) === 0 || w.end[i + 1] - w.start[i + 1] !== 3) return
  if (continues(w, i)) return
  const number = nanp(w, i)
  if (number !== null && number.score >= 0.5) out.add(number.start, number.end, number.score)
}

/** Is token `i` the continuation of a longer chain of digits: `12-555-123-4567`, `1.2.555.123.4567`? */
function continues(w: Window, i: number): boolean {
  if (i === 0 || (w.shape[i - 1] & Shape.DIGITS) === 0 || w.start[i] - w.end[i - 1] !== 1) return false
  if (w.end[i - 1] - w.start[i - 1] === 1 && w.at(w.start[i - 1]) === 0x31) return false
  return (w.gap[i] & (Gap.DASH | Gap.DOT | Gap.SLASH | Gap.UNDERSCORE | Gap.COLON)) !== 0
}

export const phone: readonly Detector[] = [
  {
    id: 'phone',
    label: 'PHONE',
    authority: AUTHORITY,
    reach: { behind: 8, ahead: 64 },
    on: { shape: Shape.DIGITS },
    at: bare,
  },
  ...phoneLabelled,
]
