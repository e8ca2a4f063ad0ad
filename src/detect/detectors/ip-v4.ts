import { Shape, type Window } from '../../scan/window'
import { Gap } from '../../text/chars'
import type { Detector, Sink } from '../detector'
import { wordSet } from '../field'

const AUTHORITY = '45 CFR 164.514(b)(2)(i)(O); RFC 791 §3.2; RFC 4632 §3.1'

const HIDDEN_DOT = Gap.OPEN | Gap.DOT | Gap.CLOSE
/** Words before a version, a section or an object identifier. */
const VERSION = wordSet(
  'version versions ver v vs release released rev revision build firmware software fw sw driver patch section sections sec chapter paragraph para table figure fig item article step appendix rule oid clause part kernel',
)
/** Words before an address. */
const ADDRESS = wordSet(
  'ip ips ipv4 address addresses addr host hosts from client server to src dst source destination remote peer gateway dns at via inet rhost ping clientip remoteip forwarded for node endpoint upstream listen bind connect connected',
)

const isOctet = (w: Window, k: number): boolean => k < w.n && (w.shape[k] & Shape.DIGITS) !== 0 && w.end[k] - w.start[k] <= 3 && w.num(k) <= 255

/** Four octets from token `i`, all parted by the separator `gap`; the last token, or -1. */
function quad(w: Window, i: number, gap: number): number {
  const width = gap === HIDDEN_DOT ? 3 : 1
  for (let k = i; k <= i + 3; k++) {
    if (!isOctet(w, k)) return -1
    if (k > i && (w.gap[k] !== gap || w.start[k] - w.end[k - 1] !== width)) return -1
  }
  return i + 3
}

function dottedQuad(w: Window, i: number, out: Sink): void {
  if (w.end[i] - w.start[i] > 3 || i + 2 >= w.n) return
  const gap = w.gap[i + 1]
  if (gap === Gap.DASH) {
    hyphened(w, i, out)
    return
  }
  if (gap !== Gap.DOT && gap !== HIDDEN_DOT) return
  const last = quad(w, i, gap)
  if (last < 0) {
    if (gap !== Gap.DOT || !isOctet(w, i) || !isOctet(w, i + 1) || !isOctet(w, i + 2)) return
    if (i + 3 < w.n && w.gap[i + 3] === HIDDEN_DOT) halfHidden(w, i, out)
    else wildcard(w, i, out)
    return
  }
  const to = gap === Gap.DOT ? rangeEnd(w, i, last) : last
  if (chained(w, i, to)) return
  const score = gap === HIDDEN_DOT ? 0.95 : believe(w, i)
  if (score < 0.5) return
  out.add(w.start[i], to > last ? w.end[to] : prefixEnd(w, last), score)
}

/** `10.0.3.5-10.0.3.90`, `192.168.4.22-125`: the last token of the range, or `last`. */
function rangeEnd(w: Window, i: number, last: number): number {
  const k = last + 1
  if (k >= w.n || w.gap[k] !== Gap.DASH || w.start[k] - w.end[last] !== 1 || !isOctet(w, k)) return last
  const whole = quad(w, k, Gap.DOT)
  if (whole > 0) return whole
  return reserved(w, i) && w.num(k) > w.num(last) ? k : last
}

/** Private and documentation networks (RFC 1918, RFC 5737): no version has such numbers. */
function reserved(w: Window, i: number): boolean {
  const a = w.num(i)
  const b = w.num(i + 1)
  return a === 10 || (a === 192 && (b === 168 || b === 0)) || (a === 172 && b > 15 && b < 32) || a === 203 || a === 198
}

/** `203.0.113[.]45`: hidden at one dot only. */
function halfHidden(w: Window, i: number, out: Sink): void {
  if (isOctet(w, i + 3) && w.start[i + 3] - w.end[i + 2] === 3 && quadDots(w, i) && !chained(w, i, i + 3)) out.add(w.start[i], w.end[i + 3], 0.95)
}

const quadDots = (w: Window, i: number): boolean => w.gap[i + 2] === Gap.DOT && w.start[i + 1] - w.end[i] === 1 && w.start[i + 2] - w.end[i + 1] === 1

/** `10.47.101.*`: any address of a network. */
function wildcard(w: Window, i: number, out: Sink): void {
  const end = w.end[i + 2]
  if (w.at(end) !== 0x2e || w.at(end + 1) !== 0x2a || w.at(end + 2) === 0x2a || w.alnumAt(end + 2) || !quadDots(w, i)) return
  if (i > 0 && (w.gap[i] === 0 || VERSION.has(w.hash[i - 1]) || ((w.gap[i] & (Gap.DOT | Gap.DASH)) !== 0 && w.start[i] - w.end[i - 1] === 1))) return
  if (reserved(w, i) || (i > 0 && ADDRESS.has(w.hash[i - 1]))) out.add(w.start[i], end + 2, 0.8)
}

/** Is the quad a stretch of something longer: an object identifier, `v1.2.3.4`, `1.2.3.4rc1`? */
function chained(w: Window, i: number, last: number): boolean {
  if (i > 0 && w.gap[i] === 0) return true
  if (i > 0 && w.start[i] - w.end[i - 1] === 1 && (w.gap[i] & (Gap.DOT | Gap.DASH)) !== 0 && (w.shape[i - 1] & Shape.DIGITS) !== 0 && !w.glued(i - 1)) return true
  const k = last + 1
  if (k >= w.n) return false
  if (w.gap[k] === 0) return true
  return w.start[k] - w.end[last] === 1 && (w.shape[k] & Shape.DIGITS) !== 0 && (w.gap[k] & (Gap.DOT | Gap.DASH | Gap.UNDERSCORE)) !== 0
}

/** How sure a dotted quad is an address. */
function believe(w: Window, i: number): number {
  const a = w.num(i)
  const b = w.num(i + 1)
  const c = w.num(i + 2)
  const d = w.num(i + 3)
  // The unspecified address and netmasks are nobody's (RFC 1122 §3.2.1.3).
  if (a + b + c + d === 0 || (a === 255 && (b === 255 || b === 0))) return 0
  // HL7 v2 assigning authorities are object identifiers: `^2.51.1.1^ISO`.
  if (a < 3 && (w.gap[i] & (Gap.CARET | Gap.AMP)) !== 0) return 0
  if (i === 0) return a < 10 && b < 30 && c < 30 && d < 30 ? 0.3 : 0.95
  const before = w.hash[i - 1]
  const near = w.start[i] - w.end[i - 1] <= 3
  if (near && VERSION.has(before)) return 0
  if (near && ADDRESS.has(before)) return 0.97
  if (w.gap[i] === Gap.SLASH && (w.shape[i - 1] & (Shape.INITIAL | Shape.CAMEL)) !== 0 && a < 64 && a !== 10 && w.at(w.end[i + 3]) !== 0x3a) return 0
  if (w.gap[i] === Gap.SLASH && a < 10 && (w.shape[i - 1] & Shape.LETTERS) !== 0) return 0
  return a < 10 && b < 30 && c < 30 && d < 30 ? 0.4 : 0.95
}

/** End with the prefix length (RFC 4632): `10.0.0.0/8`. */
function prefixEnd(w: Window, last: number): number {
  const k = last + 1
  if (k >= w.n || w.gap[k] !== Gap.SLASH || w.start[k] - w.end[last] !== 1 || !w.is(k, Shape.DIGITS) || w.len(k) > 2 || w.num(k) > 32 || w.glued(k + 1)) return w.end[last]
  return w.end[k]
}

/** Host names made of the address: `ip-10-77-20-248`, `ec2-54-12-33-9.compute`, `host-73-9-1-20.isp.example`. */
function hyphened(w: Window, i: number, out: Sink): void {
  if (i === 0 || w.gap[i] !== Gap.DASH || w.start[i] - w.end[i - 1] !== 1) return
  const last = quad(w, i, Gap.DASH)
  if (last < 0 || chained(w, i, last)) return
  const prefix = (w.shape[i - 1] & Shape.LETTERS) !== 0 || (w.glued(i - 1) && w.is(i - 2, Shape.LETTERS))
  if (!prefix || w.num(i) === 0) return
  out.add(w.start[i], w.end[last], 0.8)
}

export const ipv4: readonly Detector[] = [
  {
    id: 'ip-v4',
    label: 'IP',
    authority: AUTHORITY,
    reach: { behind: 48, ahead: 40 },
    on: { shape: Shape.DIGITS_1_2 | Shape.DIGITS_3_4 },
    at: dottedQuad,
  },
]
