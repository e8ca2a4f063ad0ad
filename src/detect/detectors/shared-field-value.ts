import { Shape, type Window } from '../../scan/window'
import { Gap } from '../../text/chars'
import { hashWord } from '../../text/hash'
import { FIELD_GAP } from '../field'

const LESS = 0x3c
const GREATER = 0x3e
const SLASH = 0x2f
const OPEN = 0x28
const CLOSE = 0x29
/** Separators of markup and of forms that ask (`DOB? 3/14/1974`), beside those of fields. */
export const LABEL_GAP = FIELD_GAP | Gap.MARK | Gap.SLASH | Gap.AMP | Gap.SEMI
const NBSP = hashWord('nbsp')
const MAX_STEPS = 9
const MAX_ASIDE = 4

/** Token `k` is the name of a tag: `<td>`, `</b>`. */
const isTag = (w: Window, k: number): boolean => {
  if (w.at(w.end[k]) !== GREATER) return false
  const c = w.at(w.start[k] - 1)
  return c === LESS || (c === SLASH && w.at(w.start[k] - 2) === LESS)
}

/** Last token of the parenthesis of letters that opens before token `k`, or -1: `Cell phone (daughter): …`. */
function aside(w: Window, k: number): number {
  if (w.at(w.start[k] - 1) !== OPEN) return -1
  for (let t = k; t < k + MAX_ASIDE && t < w.n && (w.shape[t] & Shape.LETTERS) !== 0; t++) if (w.at(w.end[t]) === CLOSE) return t
  return -1
}

/**
 * Token where the value of a label starts, given the token after the label, or -1: as `fieldValue`, past tags
 * (`<b>DOB:</b> 3/14`, `<td>DOB</td><td>3/14</td>`), one parenthesis of words (`Fax (referrals): 1`) and filler words.
 */
export function labelValue(w: Window, next: number, gap: number, filler: ReadonlySet<number> | null): number {
  let asides = 0
  for (let k = next, steps = 0; k < w.n && steps <= MAX_STEPS; k++, steps++) {
    if ((w.gap[k] & ~(gap | LABEL_GAP)) !== 0) return -1
    if ((w.shape[k] & Shape.LETTERS) === 0) return between(w, next, k, gap) ? k : -1
    if (isTag(w, k) || w.hash[k] === NBSP) continue
    const close = asides === 0 && (w.gap[k] & Gap.OPEN) !== 0 ? aside(w, k) : -1
    if (close > 0 && (filler === null || !filler.has(w.hash[k]))) {
      asides++
      k = close
      continue
    }
    if (filler === null || !filler.has(w.hash[k])) return between(w, next, k, gap) ? k : -1
  }
  return -1
}

/** Slashes, ampersands and semicolons only where `gap` has them or markup brings them. */
function between(w: Window, next: number, k: number, gap: number): boolean {
  const extra = (Gap.SLASH | Gap.AMP | Gap.SEMI) & ~gap
  for (let t = next; t <= k; t++) if ((w.gap[t] & extra) !== 0 && !isTag(w, t) && !(t > 0 && isTag(w, t - 1)) && w.hash[t] !== NBSP && w.hash[t - 1] !== NBSP) return false
  return true
}

/** A question mark and a space before token `k`, or markup: as good as a colon. */
export const asked = (w: Window, from: number, to: number): boolean => {
  if (w.at(w.end[from - 1]) === GREATER) return true
  for (let t = from; t <= to && t < w.n; t++) if ((w.gap[t] & Gap.MARK) !== 0 || isTag(w, t)) return true
  return false
}
