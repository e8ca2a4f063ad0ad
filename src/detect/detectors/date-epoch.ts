import type { Window } from '../../scan/window'
import { Gap } from '../../text/chars'
import type { Sink } from '../detector'
import { fieldValue } from '../field'
import { digits } from './date-parts'

/**
 * Keys that hold a moment of a person's care as seconds or milliseconds since 1970 (POSIX). The moments of machines (`ts`,
 * `timestamp`, `iat`) are counters as much as dates: they stay, and so does the JSON around them.
 */
export const EPOCH_CUES = [
  'dob',
  'birth date',
  'birthdate',
  'date of birth',
  'admit date',
  'admit time',
  'admitted at',
  'admission date',
  'discharge date',
  'discharge time',
  'discharged at',
  'visit date',
  'encounter date',
  'service date',
  'date of service',
  'appointment date',
  'appointment time',
  'date of death',
  'death date',
  'deceased at',
] as const

const GAP = Gap.SPACE | Gap.COLON | Gap.EQUALS | Gap.QUOTE | Gap.BACKSLASH | Gap.UNDERSCORE
const MARK = Gap.COLON | Gap.EQUALS

/** `"admittedAt":1552550400000`, `dob=1552550400.123`. From 2001 to 2033: the years of ten digits that begin with 1. */
export function atEpoch(w: Window, i: number, next: number, out: Sink): void {
  const k = fieldValue(w, next, GAP, null)
  if (k < 0 || (w.gap[k] & MARK) === 0 || w.start[k] - w.start[i] > 48 || !digits(w, k, 10, 19)) return
  const len = w.len(k)
  if ((len !== 10 && len !== 13 && len !== 16 && len !== 19) || w.at(w.start[k]) !== 0x31 || w.glued(k + 1)) return
  const fraction = len === 10 && digits(w, k + 1, 1, 9) && w.gap[k + 1] === Gap.DOT && w.start[k + 1] - w.end[k] === 1
  out.add(w.start[k], w.end[fraction ? k + 1 : k], 0.85)
}
