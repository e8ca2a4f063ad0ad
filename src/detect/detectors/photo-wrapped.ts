import type { Window } from '../../scan/window'
import { Gap } from '../../text/chars'
import type { Detector, Sink } from '../detector'

/** Base64 in a mail is cut into lines of at most 76 characters (RFC 2045, 6.8), and those who write it make full lines. */
const FULL = 76
/** A line that another may follow. */
const LEAST = 60
/** A last line must look like base64, not like a word. */
const LAST = 16

const isBase64 = (c: number): boolean => (c >= 0x61 && c <= 0x7a) || (c >= 0x41 && c <= 0x5a) || (c >= 0x2f && c <= 0x39) || c === 0x2b || c === 0x3d
const ends = (c: number): boolean => c === 0 || c === 0x0a || c === 0x0d || c === 0x22 || c === 0x27 || c === 0x3c

function runEnd(w: Window, from: number, limit: number): number {
  let p = from
  while (p < limit && isBase64(w.at(p))) p++
  return p
}

/** Does base64 stand from `start` to `end`, the whole of a line? */
function isLine(w: Window, start: number, end: number): boolean {
  if (end === start || !ends(w.at(end))) return false
  return end - start >= LEAST || w.at(end - 1) === 0x3d || (end - start >= LAST && /[0-9+/]/.test(w.text.slice(start, end)))
}

/** End of the base64 that begins at `start`, over the ends of its lines, as far as `limit`. */
export function wrappedEnd(w: Window, start: number, limit: number): number {
  let from = start
  let end = runEnd(w, from, limit)
  while (end - from >= LEAST && end < limit && (w.at(end) === 0x0a || w.at(end) === 0x0d)) {
    const next = w.at(end) === 0x0d && w.at(end + 1) === 0x0a ? end + 2 : end + 1
    const stop = runEnd(w, next, limit)
    if (stop < limit && !isLine(w, next, stop)) break
    from = next
    end = stop
  }
  return end
}

const MIXED = [/[a-z]/, /[A-Z]/, /[0-9]/]

/** A line of base64 under a full one, whatever it is a piece of: an attachment nobody reads. Asked at its first token. */
function continued(w: Window, i: number, out: Sink): void {
  let start = w.start[i]
  while (start > w.start[i] - 4 && isBase64(w.at(start - 1))) start--
  if (w.at(start - 1) !== 0x0a) return
  const before = w.at(start - 2) === 0x0d ? start - 2 : start - 1
  const head = before - FULL
  if (head < 0 || !isBase64(w.at(before - 1)) || (head > 0 && w.at(head - 1) !== 0x0a)) return
  if (runEnd(w, head, before) !== before) return
  const text = w.text.slice(head, before)
  if (!MIXED.every((kind) => kind.test(text))) return
  const end = runEnd(w, start, w.start[i] + FULL + 1)
  if (end - start <= FULL && isLine(w, start, end)) out.add(start, end, 0.6)
}

export const photoWrapped: Detector = {
  id: 'photo-wrapped',
  label: 'PHOTO',
  authority: '45 CFR 164.514(b)(2)(i)(Q); RFC 2045, 6.8',
  reach: { behind: 84, ahead: 80 },
  on: { gap: Gap.NEWLINE },
  at: continued,
}
