import { Shape, type Window } from '../../scan/window'
import { Gap } from '../../text/chars'
import { wordSet } from '../field'

/** A login name (POSIX 3.437 and the usual extensions): letters and digits joined by single `.` `-` `_`, a domain before `\`. */
export interface UserName {
  readonly start: number
  readonly end: number
  readonly last: number
  readonly digits: number
  readonly letters: number
  readonly joined: boolean
}

/** Words that stand where a login name would and are none. */
export const NOT_USER = wordSet(
  'user users username invalid unknown none null nil undefined true false na n a an the is are was not no yes and or of to in on at by for from with friendly name names id ids agent interface experience error input guide group groups role roles type types data file files page profile password passwords pass email required optional invalid valid anonymous blank empty',
)

const LONGEST = 40

/** The login name that begins at token `k`; `domain`: a backslash may stand before its last part. */
export function userName(w: Window, k: number, domain = true): UserName | null {
  if (k >= w.n || (w.shape[k] & (Shape.LONG | Shape.PLACEHOLDER)) !== 0) return null
  let last = k
  let digits = 0
  let letters = 0
  let joined = false
  for (let j = k; j < w.n; j++) {
    if (j > k) {
      const gap = w.gap[j]
      if (gap !== 0 && (w.start[j] - w.end[j - 1] !== 1 || (gap !== Gap.DOT && gap !== Gap.DASH && gap !== Gap.UNDERSCORE && !(domain && gap === Gap.BACKSLASH)))) break
      if (gap === Gap.DOT && (w.shape[j] & Shape.INITIAL) !== 0 && (w.shape[k] & Shape.LOWER) !== 0) break
      if ((w.shape[j] & (Shape.LONG | Shape.PLACEHOLDER)) !== 0) break
      if (gap !== 0) joined = true
    }
    const len = w.end[j] - w.start[j]
    if (w.end[j] - w.start[k] > LONGEST) return null
    if ((w.shape[j] & Shape.DIGITS) !== 0) digits += len
    else letters += len
    last = j
  }
  return { start: w.start[k], end: w.end[last], last, digits, letters, joined }
}
