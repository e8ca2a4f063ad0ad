import type { Window } from '../../scan/window'
import { Gap } from '../../text/chars'
import type { Sink } from '../detector'
import { fieldValue } from '../field'
import { digits } from './date-parts'

const EVENTS =
  'admit,admission,admitted,discharge,discharged,visit,encounter,service,appointment,appt,death,deceased,collected,collection,specimen,procedure,surgery,exam,arrival,arrived,check in,checkin,administered,dispensed,performed,prescribed,ordered,scheduled,recorded,charted,documented,authored,signed,created'
const KINDS = ['date', 'time', 'at', 'on', 'ts', 'timestamp', 'epoch', 'ms']

/**
 * Keys that hold a moment of a person's care as seconds or milliseconds since 1970 (POSIX). The moments of machines (`ts`,
 * `timestamp`, `iat`, `updated_at`) are counters as much as dates: they stay, and so does the JSON around them.
 */
export const EPOCH_CUES: readonly string[] = [
  ...EVENTS.split(',').flatMap((event) => KINDS.map((kind) => `${event} ${kind}`)),
  ...['dob', 'birth date', 'birthdate', 'birth time', 'birth ts', 'birth timestamp', 'born at', 'date of birth', 'date of service', 'date of death', 'date of visit'],
]

const GAP = Gap.SPACE | Gap.COLON | Gap.EQUALS | Gap.QUOTE | Gap.BACKSLASH | Gap.UNDERSCORE
const MARK = Gap.COLON | Gap.EQUALS

/** `"admittedAt":1552550400000`, `dob=1552550400.123`. */
export function atEpoch(w: Window, i: number, next: number, out: Sink): void {
  const k = fieldValue(w, next, GAP, null)
  if (k < 0 || (w.gap[k] & MARK) === 0 || w.start[k] - w.start[i] > 48) return
  const last = epochEnd(w, k)
  if (last >= 0) out.add(w.start[k], w.end[last], 0.85)
}

/** First and last second taken for one: those of ten digits, to the end of 2035. */
const FIRST = 1_000_000_000
const LAST = 2_082_758_399

/** Last token of the POSIX time at token `k`, in seconds, milli-, micro- or nanoseconds; or -1. */
export function epochEnd(w: Window, k: number): number {
  if (!digits(w, k, 10, 19) || w.glued(k) || w.glued(k + 1)) return -1
  const len = w.len(k)
  if (len !== 10 && len !== 13 && len !== 16 && len !== 19) return -1
  const seconds = Number(w.text.slice(w.start[k], w.start[k] + 10))
  if (seconds < FIRST || seconds > LAST) return -1
  return len === 10 && digits(w, k + 1, 1, 9) && w.gap[k + 1] === Gap.DOT && w.start[k + 1] - w.end[k] === 1 ? k + 1 : k
}
