import { Shape, type Window } from '../../scan/window'
import { Gap } from '../../text/chars'
import type { Detector, Sink } from '../detector'
import { FIELD_GAP, wordSet } from '../field'
import { labelValue } from './shared-field-value'

const AUTHORITY = '45 CFR 164.514(b)(2)(i)(O); WHATWG URL §3.5 (numbers as IPv4 addresses); RFC 3596 §2.5'
const FILLER = wordSet('is was address addr v4 of the number')
const MIN = 2 ** 24
const MAX = 2 ** 32

/** `IP: 0x522CE742`, `client_ip=2917751940`: the address as one number, which only its label tells. */
function labelled(w: Window, i: number, next: number, out: Sink): void {
  const k = labelValue(w, next, FIELD_GAP, FILLER)
  if (k < 0 || !w.is(k, Shape.DIGITS) || w.start[k] - w.start[i] > 64 || w.glued(k)) return
  if (w.len(k) === 1 && w.at(w.start[k]) === 0x30 && hex(w, w.end[k])) out.add(w.start[k], w.start[k] + 10, 0.9)
  else if (w.len(k) > 7 && w.len(k) < 11 && !w.glued(k + 1) && !continued(w, k)) {
    const value = Number(w.str(k))
    if (value >= MIN && value < MAX) out.add(w.start[k], w.end[k], 0.7)
  }
}

const continued = (w: Window, k: number): boolean => k + 1 < w.n && w.start[k + 1] - w.end[k] === 1 && (w.gap[k + 1] & (Gap.DOT | Gap.DASH | Gap.COLON | Gap.SLASH)) !== 0 && w.is(k + 1, Shape.DIGITS)

/** `x` and eight hexadecimal digits at position `p`, and no more. */
function hex(w: Window, p: number): boolean {
  if (w.at(p) !== 0x78 && w.at(p) !== 0x58) return false
  for (let q = p + 1; q < p + 9; q++) {
    const c = w.at(q) | 0x20
    if (!(w.digitAt(q) || (c >= 0x61 && c <= 0x66))) return false
  }
  return !w.alnumAt(p + 9)
}

/** `b.a.9.8.….ip6.arpa`: an address backwards, nibble by nibble. Tokens `i` to `next` are `ip6.arpa`. */
function reverse(w: Window, i: number, next: number, out: Sink): void {
  let k = i
  while (k > 0 && i - k < 32 && w.len(k - 1) === 1 && w.gap[k] === Gap.DOT && w.start[k] - w.end[k - 1] === 1) k--
  if (i - k >= 4) out.add(w.start[k], w.end[next - 1], 0.95)
}

const ACCESS = ['login', 'logon', 'sign in', 'signin', 'connection', 'connections', 'request', 'requests', 'traffic', 'attempt', 'attempts', 'session', 'access', 'logged in', 'logged on', 'signed in', 'connected']
/** What prose says of a machine before its address. */
const PROSE: readonly string[] = [
  ...ACCESS.flatMap((head) => ['from', 'came from', 'comes from', 'coming from', 'originated from'].map((link) => `${head} ${link}`)),
  ...['workstation', 'computer', 'host', 'server', 'machine', 'client', 'laptop', 'node'].map((machine) => `${machine} at`),
  ...['blocked', 'banned', 'blacklisted', 'blocklisted', 'whitelisted', 'throttled'],
]

/** `Login came from 0xE824120D`, `blocked 3438292048`: of ten digits only, as a shorter number may be anything. */
function inProse(w: Window, _i: number, next: number, out: Sink): void {
  if (next >= w.n || (w.shape[next] & Shape.DIGITS) === 0 || (w.gap[next] & ~(Gap.SPACE | Gap.NEWLINE)) !== 0 || w.start[next] - w.end[next - 1] > 2) return
  if (w.len(next) === 1) {
    if (w.at(w.start[next]) === 0x30 && hex(w, w.end[next]) && (w.at(w.start[next] + 2) !== 0x30 || w.at(w.start[next] + 3) !== 0x30)) out.add(w.start[next], w.start[next] + 10, 0.8)
    return
  }
  if (w.len(next) === 10 && !w.glued(next + 1) && !continued(w, next) && Number(w.str(next)) < MAX) out.add(w.start[next], w.end[next], 0.55)
}

export const ipLabelled: readonly Detector[] = [
  {
    id: 'ip-labelled',
    label: 'IP',
    authority: AUTHORITY,
    reach: { behind: 0, ahead: 96 },
    cues: [
      'ip',
      'ips',
      'ip address',
      'ip addr',
      'ipv4',
      'client ip',
      'remote ip',
      'source ip',
      'src ip',
      'dst ip',
      'host ip',
      'user ip',
      'device ip',
      'peer ip',
      'remote addr',
      'x forwarded for',
      'last login from',
      'login from',
      'ip address is',
    ],
    atCue: labelled,
  },
  { id: 'ip-said', label: 'IP', authority: AUTHORITY, reach: { behind: 0, ahead: 64 }, cues: PROSE, atCue: inProse },
  { id: 'ip-reverse', label: 'IP', authority: AUTHORITY, reach: { behind: 72, ahead: 16 }, cues: ['ip 6 arpa'], atCue: reverse },
]
