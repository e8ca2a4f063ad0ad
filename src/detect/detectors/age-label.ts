import { Shape, type Window } from '../../scan/window'
import { Gap } from '../../text/chars'
import { hashWord } from '../../text/hash'
import type { Sink } from '../detector'
import { FIELD_GAP, marked } from '../field'
import { aggregated, HIGHEST, LIMIT, near, over, Unit, unitAfter } from './age-shape'
import { AFTER_READING, AGE_FILLER, MONTH, SEX } from './age-words'
import { below200 } from './date-spoken'
import { asked, labelValue } from './shared-field-value'

export const LABELS = [
  'age',
  'ages',
  'aged',
  'age years',
  'age yrs',
  'age in years',
  'age at death',
  'age at diagnosis',
  'age at onset',
  'age at admission',
  'age at visit',
  'age at presentation',
  'age at enrollment',
  'age at surgery',
  'age in months',
  'patient age',
  'patients age',
  'pt age',
  'patient s age',
  'current age',
  'onset age',
  'value age',
  'age value',
  'yrs old',
  'edad',
] as const

const GAP = FIELD_GAP | Gap.SLASH
const AGED = hashWord('aged')
const OTHER_AGE = new Set(['gestational', 'bone', 'mental', 'conceptional', 'postmenstrual'].map(hashWord))
const Y = hashWord('y')
const A = hashWord('a')
const ON = hashWord('on')
const MONTHS = hashWord('months')

/** `age: 92`, `aged 101`, `Age/Sex: M/93`, `"age":92`, `PatientAge 092Y`. */
export function atLabel(w: Window, i: number, next: number, out: Sink): void {
  if (i > 0 && w.gap[i] === Gap.DASH && w.is(i - 1, Shape.LETTERS) && (next >= w.n || (w.gap[next] & Gap.COLON) === 0)) return // `middle-aged 93`
  let k = observed(w, next) ?? labelValue(w, next, GAP, AGE_FILLER)
  if (k < 0) return
  if (SEX.has(w.hash[k]) && near(w, k + 1, GAP, 3)) k++
  if (w.start[k] - w.start[i] > 64) return
  if ((w.shape[k] & Shape.LETTERS) !== 0) {
    spoken(w, k, out)
    return
  }
  if (!w.is(k, Shape.DIGITS) || w.glued(k)) return
  if (w.len(k) > 3) {
    months(w, k, next, out)
    return
  }
  if (OTHER_AGE.has(w.hash[i - 1]) && near(w, i, Gap.SPACE, 1)) return
  if (w.num(k) <= LIMIT && w.gap[k + 1] === Gap.DASH && near(w, k + 1, Gap.DASH, 1) && w.is(k + 1, Shape.DIGITS) && w.len(k + 1) <= 3) k++ // `aged 65-95`
  const value = w.num(k)
  if (value <= LIMIT || value > HIGHEST || over(w, k, value) || aggregated(w, k, value) || !(whole(w, k) || (w.hash[i] === AGED && near(w, k + 1, Gap.SPACE, 1) && w.hash[k + 1] === ON))) return
  const weak = !marked(w, i + 1, k) && !asked(w, next, k) && w.hash[i] !== AGED && (w.gap[k] & Gap.NEWLINE) !== 0
  if (!weak) out.add(w.start[k], w.end[decimal(w, k)], 0.97)
}

/** Last token of `92.5`, `91-95`. */
function decimal(w: Window, k: number): number {
  if (!near(w, k + 1, Gap.DOT | Gap.DASH, 1) || !w.is(k + 1, Shape.DIGITS)) return k
  return w.gap[k + 1] === Gap.DOT || (w.len(k + 1) <= 3 && w.num(k + 1) > LIMIT && w.num(k + 1) <= HIGHEST) ? k + 1 : k
}

/** Not `95%`, `95 mg`, `90/60`, `age-adjusted 95th percentile`. */
function whole(w: Window, k: number): boolean {
  const n = k + 1
  if (w.at(w.end[k]) === 0x25) return false
  if (n >= w.n || w.start[n] - w.end[k] > 2) return true
  if (w.glued(n)) return w.hash[n] === Y || unitAfter(w, k) !== Unit.NONE || SEX.has(w.hash[n])
  if ((w.gap[n] & Gap.SLASH) !== 0 && w.is(n, Shape.DIGITS)) return false
  return (w.gap[n] & ~(Gap.SPACE | Gap.DASH)) !== 0 || unitAfter(w, k) !== Unit.NONE || !AFTER_READING.has(w.hash[n])
}

/** HL7 v2 OBX: `30525-0^AGE^LN||95`: the code's system, an empty sub-id, the value. */
function observed(w: Window, next: number): number | null {
  if (next + 1 >= w.n || w.gap[next] !== Gap.CARET || w.len(next) > 5 || w.gap[next + 1] !== Gap.PIPE) return null
  return w.start[next + 1] - w.end[next] === 2 ? next + 1 : null
}

/** `Age in months: 1130`, `Age: 1130 months`. */
function months(w: Window, k: number, next: number, out: Sink): void {
  if (w.len(k) !== 4 || w.num(k) < (LIMIT + 1) * 12 || w.num(k) > HIGHEST * 12) return
  const after = near(w, k + 1, Gap.SPACE, 1) && MONTH.has(w.hash[k + 1])
  if (after || w.hash[next - 1] === MONTHS || w.hash[k - 1] === MONTHS) out.add(w.start[k], w.end[k], 0.95)
}

/** `aged ninety three`, `age: a hundred and one` */
function spoken(w: Window, at: number, out: Sink): void {
  const k = w.hash[at] === A ? at + 1 : at
  const number = below200(w, k)
  if (number !== null && number.value > LIMIT && number.value <= HIGHEST && !aggregated(w, number.last, number.value)) out.add(w.start[k], w.end[number.last], 0.95)
}
