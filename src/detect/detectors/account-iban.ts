import { Shape, type Window } from '../../scan/window'
import { IBAN_MAX, ibanLength, validIban } from '../checks/iban'
import type { Detector, Sink } from '../detector'

const AUTHORITY = '45 CFR 164.514(b)(2)(i)(J); ISO 13616-1, IBAN Registry'
const AHEAD = 48

/** Position after the `length` letters and digits that start at `p`, single spaces between groups allowed; 0: they are not there. */
function span(w: Window, p: number, length: number, limit: number): number {
  let q = p
  for (let n = 0; n < length; q++) {
    if (q >= limit) return 0
    if (w.alnumAt(q)) n++
    else if ((w.at(q) !== 0x20 && w.at(q) !== 0x2d) || !w.alnumAt(q + 1)) return 0
  }
  return q
}

/** Token `i` is digits glued to a country code: the number its country's length prescribes, mod 97. */
function iban(w: Window, i: number, out: Sink): void {
  if (i === 0 || w.gap[i] !== 0 || w.end[i - 1] - w.start[i - 1] !== 2 || w.end[i] - w.start[i] < 2) return
  if ((w.gap[i - 1] === 0 && i > 1) || (w.at(w.start[i - 1] - 1) === 0x2d && w.digitAt(w.start[i - 1] - 2))) return
  const p = w.start[i - 1]
  const length = ibanLength(w.text.slice(p, p + 2))
  if (length === 0) return
  const end = span(w, p, length, p + AHEAD)
  if (end === 0 || w.alnumAt(end)) return
  const text = w.text.slice(p, end).replace(/[ -]/g, '')
  if (text.length > IBAN_MAX) return
  if (validIban(text)) out.add(p, end, 0.98)
  // A slip of the pen: country, length and nothing but digits.
  else if (length >= 20 && w.is(i - 1, Shape.CAPS) && w.len(i) === length - 2) out.add(p, end, 0.6)
}

export const accountIban: readonly Detector[] = [
  {
    id: 'account-iban',
    label: 'ACCOUNT',
    authority: AUTHORITY,
    reach: { behind: 4, ahead: AHEAD + 4 },
    on: { shape: Shape.SUFFIX },
    at: iban,
  },
]
