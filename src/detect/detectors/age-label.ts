import { Shape, type Window } from '../../scan/window'
import { Gap } from '../../text/chars'
import { hashWord } from '../../text/hash'
import type { Sink } from '../detector'
import { FIELD_GAP, fieldValue, marked } from '../field'
import { aggregated, HIGHEST, LIMIT, near, over, Unit, unitAfter } from './age-shape'
import { AFTER_READING, AGE_FILLER, SEX } from './age-words'
import { below200 } from './date-spoken'

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

/** `age: 92`, `aged 101`, `Age/Sex: M/93`, `"age":92`, `PatientAge 092Y`. */
export function atLabel(w: Window, i: number, next: number, out: Sink): void {
  if (i > 0 && w.gap[i] === Gap.DASH && w.is(i - 1, Shape.LETTERS)) return // `middle-aged 93`
  let k = fieldValue(w, next, GAP, AGE_FILLER)
  if (k < 0) return
  if (SEX.has(w.hash[k]) && near(w, k + 1, GAP, 3)) k++
  if (w.start[k] - w.start[i] > 64) return
  if ((w.shape[k] & Shape.LETTERS) !== 0) {
    spoken(w, k, out)
    return
  }
  if (!w.is(k, Shape.DIGITS) || w.len(k) > 3 || w.glued(k)) return
  if (OTHER_AGE.has(w.hash[i - 1]) && near(w, i, Gap.SPACE, 1)) return
  if (w.num(k) <= LIMIT && w.gap[k + 1] === Gap.DASH && near(w, k + 1, Gap.DASH, 1) && w.is(k + 1, Shape.DIGITS) && w.len(k + 1) <= 3) k++ // `aged 65-95`
  const value = w.num(k)
  if (value <= LIMIT || value > HIGHEST || over(w, k, value) || aggregated(w, k, value) || !whole(w, k)) return
  const weak = !marked(w, i + 1, k) && w.hash[i] !== AGED && (w.gap[k] & Gap.NEWLINE) !== 0
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

/** `aged ninety three` */
function spoken(w: Window, k: number, out: Sink): void {
  const number = below200(w, k)
  if (number !== null && number.value > LIMIT && number.value <= HIGHEST && !aggregated(w, number.last, number.value)) out.add(w.start[k], w.end[number.last], 0.95)
}
