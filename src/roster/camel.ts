import type { Window } from '../scan/window'
import { CLASS, FOLDED, UPPER } from '../text/chars'
import { HASH_PRIME, HASH_SEED } from '../text/hash'
import { How, type NameTable, PARTS } from './name-table'

/** Where a person's name stands in one run of letters. */
export interface Hump {
  readonly start: number
  readonly end: number
  readonly person: number
}

/** Shortest part that is a name inside a longer word. */
const MIN_PART = 4

/** The parts of names that `patientJohnSmith` holds: from the first to the last of one person, or null. */
export function humps(w: Window, i: number, table: NameTable): Hump | null {
  let found: Hump | null = null
  let parts = 0
  let proven = false
  const stop = w.end[i]
  for (let p = w.start[i]; p < stop; ) {
    const from = p
    let h = HASH_SEED
    do h = Math.imul(h ^ FOLDED[w.text.charCodeAt(p++)], HASH_PRIME)
    while (p < stop && CLASS[w.text.charCodeAt(p)] !== UPPER)
    if (p - from < 2) continue
    for (const { person, match } of table.named(h)) {
      if ((match & (How.STRONG | How.WEAK)) === 0 || (found !== null && (found.person !== person || (parts & match & PARTS) !== 0))) continue
      proven ||= found !== null || ((match & How.STRONG) !== 0 && p - from >= MIN_PART)
      parts |= match & PARTS
      found = { start: found === null ? from : found.start, end: p, person }
      break
    }
  }
  return proven ? found : null
}
