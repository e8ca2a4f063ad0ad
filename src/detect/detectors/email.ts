import { Shape, type Window } from '../../scan/window'
import { Gap } from '../../text/chars'
import type { Detector, Sink } from '../detector'
import { FIELD_GAP, fieldValue } from '../field'
import { emailSpoken } from './email-spoken'
import { hostEnd, inLabel } from './shared-host'

const AUTHORITY = '45 CFR 164.514(b)(2)(i)(F); RFC 5322 §3.4.1; RFC 6531'

const MAX_LOCAL = 64
const DOT = 0x2e
const QUOTE = 0x22
const AT = 0x40
const OPEN_SQUARE = 0x5b
/** Punctuation of a dot-atom that people use; the rest of RFC 5322's atext delimits far more often than it belongs. */
const isLocalMark = (c: number): boolean => c === DOT || c === 0x5f || c === 0x2d || c === 0x2b || c === 0x25 || c === 0x7e || c === 0x27 || c === 0x26

/** Start of the local part that ends before window position `at`, or -1. */
function localStart(w: Window, at: number): number {
  if (w.at(at - 1) === QUOTE) return quotedStart(w, at)
  let p = at
  const stop = Math.max(0, at - MAX_LOCAL)
  while (p > stop && (w.alnumAt(p - 1) || isLocalMark(w.at(p - 1)))) p--
  // A percent escape (`%20jo@`) and an apostrophe or ampersand not between letters are the text's, not the address's.
  for (let q = at - 1; q >= p; q--) {
    const c = w.at(q)
    if (c === 0x25 && w.digitAt(q + 1)) return q + 3 < at ? trimStart(w, q + 3, at) : -1
    if ((c === 0x27 || c === 0x26) && !(w.alnumAt(q - 1) && w.alnumAt(q + 1) && c === 0x27)) return trimStart(w, q + 1, at)
  }
  return trimStart(w, p, at)
}

/** `\njo@…` in JSON: the escape's letter is not the address's. */
function trimStart(w: Window, from: number, at: number): number {
  let p = from
  while (p < at && !w.alnumAt(p) && w.at(p) !== 0x5f) p++
  if (w.at(p - 1) === 0x5c && (w.at(p) === 0x6e || w.at(p) === 0x72 || w.at(p) === 0x74) && p + 1 < at) p++
  return p < at && !(p === from && w.alnumAt(p - 1)) ? p : -1
}

/** A quoted local part (RFC 5322 §3.2.4), bounded. */
function quotedStart(w: Window, at: number): number {
  const stop = Math.max(0, at - MAX_LOCAL)
  for (let p = at - 2; p >= stop; p--) {
    const c = w.at(p)
    if (c === QUOTE) return p < at - 2 ? p : -1
    if (c < 0x20 || c === AT) return -1
  }
  return -1
}

function address(w: Window, i: number, out: Sink): void {
  const gap = w.gap[i]
  if ((gap & Gap.PERCENT) !== 0 && (gap & Gap.AT) === 0) {
    encoded(w, i, out)
    return
  }
  let at = w.start[i] - 1
  if (w.at(at) === OPEN_SQUARE) at--
  if (w.at(at) !== AT || i === 0) return
  const start = localStart(w, at)
  if (start < 0) return
  const end = w.at(at + 1) === OPEN_SQUARE ? literalEnd(w, at + 1) : hostEnd(w, i)
  if (end > 0) out.add(start, end, 0.97)
}

/** `jo%40example.org`: an address inside a query string (RFC 3986 §2.1). */
function encoded(w: Window, i: number, out: Sink): void {
  const at = w.start[i] - 1
  if (w.at(at) !== 0x25 || w.at(at + 1) !== 0x34 || w.at(at + 2) !== 0x30 || !w.alnumAt(at + 3)) return
  const start = localStart(w, at)
  if (start < 0) return
  const end = w.len(i) === 2 ? hostEnd(w, i + 1) : 0
  if (end > 0) out.add(start, end, 0.9)
}

/** End of `[192.0.2.1]` or `[IPv6:2001:db8::1]` (RFC 5321 §4.1.3), or 0. */
function literalEnd(w: Window, open: number): number {
  for (let p = open + 1; p < open + 56; p++) {
    const c = w.at(p)
    if (c === 0x5d) return p > open + 6 ? p + 1 : 0
    if (!w.alnumAt(p) && c !== DOT && c !== 0x3a) return 0
  }
  return 0
}

/** A labelled address whose host has no top-level domain: `email: jdoe@ward3`. */
function labelled(w: Window, i: number, next: number, out: Sink): void {
  const k = fieldValue(w, next, FIELD_GAP, null)
  if (k < 0 || w.start[k] - w.start[i] > 64) return
  for (let j = k + 1; j < k + 6 && j < w.n && w.end[j] - w.start[k] <= 96; j++) {
    if (w.gap[j] === Gap.AT && w.start[j] - w.end[j - 1] === 1 && w.is(j, Shape.LETTERS)) {
      const start = localStart(w, w.start[j] - 1)
      if (start >= w.start[k]) out.add(start, w.end[runEnd(w, j)], 0.8)
      return
    }
    if ((w.gap[j] & ~(Gap.DOT | Gap.DASH | Gap.UNDERSCORE)) !== 0) return
  }
}

/** Last token of the host name of one label that starts at token `j`. */
function runEnd(w: Window, j: number): number {
  let k = j
  while (inLabel(w, k + 1) && w.end[k + 1] - w.start[j] <= 64) k++
  return k
}

export const email: readonly Detector[] = [
  {
    id: 'email',
    label: 'EMAIL',
    authority: AUTHORITY,
    reach: { behind: 80, ahead: 240 },
    on: { gap: Gap.AT | Gap.PERCENT },
    at: address,
  },
  {
    id: 'email-labelled',
    label: 'EMAIL',
    authority: AUTHORITY,
    reach: { behind: 0, ahead: 240 },
    cues: ['email', 'e mail', 'email address', 'e mail address', 'mail', 'mailto', 'user email', 'contact email'],
    atCue: labelled,
  },
  ...emailSpoken,
]
