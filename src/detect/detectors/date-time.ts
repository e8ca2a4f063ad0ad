import { Shape, type Window } from '../../scan/window'
import { Gap } from '../../text/chars'
import type { Sink } from '../detector'
import { wordSet } from '../field'
import { clock, meridiem, near } from './date-parts'

const LED = wordSet('at by until till since from before after around about approximately time')
const HOURS = wordSet('h hr hrs hours')

/** A clock time on its own: `08:30`, `8:30 PM`, `8 a.m.`, `at 0830`, `0830 hrs`. Under Safe Harbor it may stay. */
export function atTime(w: Window, i: number, out: Sink): void {
  const len = w.end[i] - w.start[i]
  if (len > 4 || len === 3 || i + 1 > w.n) return
  if (len === 4) {
    const end = (w.gap[i] & ~(Gap.SPACE | Gap.START | Gap.NEWLINE)) === 0 ? clock(w, i, true) : -1
    if (end < 0 || w.glued(i) || (w.glued(i + 1) && end === i)) return
    const named = end > i && near(w, i + 1, Gap.SPACE, 1) && HOURS.has(w.hash[i + 1])
    if (named || (near(w, i, Gap.SPACE, 1) && LED.has(w.hash[i - 1]) && w.at(w.start[i]) < 0x33 && !(w.num(i) > 1900 && w.num(i) < 2100))) out.add(w.start[i], w.end[end], 0.7, 'time')
    return
  }
  if ((w.gap[i] & (Gap.COLON | Gap.DOT)) !== 0 && near(w, i, Gap.COLON | Gap.DOT, 2) && w.is(i - 1, Shape.DIGITS)) return
  const end = clock(w, i, false)
  if (end < 0 || (w.glued(i) && w.len(i - 1) < 2)) return
  const strong = meridiem(w, end) > end || end > i + 1 || w.len(i) === 2
  out.add(w.start[i], w.end[end], strong ? 0.8 : 0.6, 'time')
}
