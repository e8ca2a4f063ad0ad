import { Shape, type Window } from '../../scan/window'
import { Gap } from '../../text/chars'
import type { Detector, Sink } from '../detector'
import { FIELD_GAP, fieldValue, wordSet } from '../field'
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
  if (start < 0) {
    masked(w, i, at, out)
    return
  }
  const end = w.at(at + 1) === OPEN_SQUARE ? literalEnd(w, at + 1) : hostEnd(w, i)
  if (end > 0) out.add(start, end, 0.97)
  else if (w.start[i] === at + 1 && w.is(i, Shape.LETTERS) && w.len(i) > 2 && announced(w, i, start)) out.add(start, w.end[runEnd(w, i)], 0.8)
}

/** Words before an address within a house: `write to jdoe@ward`, `<td>E-mail</td><td>jdoe@ward</td>`. */
const BEFORE = wordSet('email emails mail mailto from to cc bcc sender recipient reply login address contact write is')
const EMAIL_WORD = wordSet('email emails mail mailto sender recipient reply cc bcc to from write login')

/** A word for mail stands among the four tokens before the address at window position `start` whose host starts with token `i`. */
function announced(w: Window, i: number, start: number): boolean {
  let k = i - 1
  for (let steps = 0; steps < 12 && k >= 0 && w.start[k] >= start; steps++) k--
  for (let t = k; t >= 0 && t > k - 4 && start - w.start[t] < 40; t--) {
    if (EMAIL_WORD.has(w.hash[t])) return true
    if (!BEFORE.has(w.hash[t]) && w.at(w.end[t]) !== 0x3e) return false
  }
  return false
}

/** `…@example.org`, `***@example.org`: the house whose address it is. */
function masked(w: Window, i: number, at: number, out: Sink): void {
  const c = w.at(at - 1)
  if (w.start[i] !== at + 1 || (c !== DOT && c !== 0x2a) || (w.shape[i] & (Shape.LOWER | Shape.CAPS)) === 0) return
  if (c === DOT && w.at(at - 2) !== DOT) return
  const end = hostEnd(w, i)
  if (end > 0) out.add(at, end, 0.8)
}

/** `jo&#64;example.org`, `jo&commat;example.org` (HTML §13.5): token `next` is the host's first. */
function entity(w: Window, i: number, next: number, out: Sink): void {
  if (i === 0 || next >= w.n || w.at(w.end[next - 1]) !== 0x3b || w.start[next] - w.end[next - 1] !== 1) return
  const p = w.start[i]
  const at = w.at(p - 1) === 0x26 ? p - 1 : w.at(p - 1) === 0x23 && w.at(p - 2) === 0x26 ? p - 2 : -1
  if (at < 1) return
  const start = localStart(w, at)
  const end = start < 0 ? 0 : hostEnd(w, next)
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
  {
    id: 'email-entity',
    label: 'EMAIL',
    authority: `${AUTHORITY}; HTML §13.5`,
    reach: { behind: 80, ahead: 240 },
    cues: ['64', '064', 'x 40', 'commat'],
    atCue: entity,
  },
  ...emailSpoken,
]
