import type { Window } from '../../scan/window'
import { Gap } from '../../text/chars'
import { parseIpv6 } from '../checks/ipv6'
import type { Detector, Sink } from '../detector'

const AUTHORITY = '45 CFR 164.514(b)(2)(i)(O); RFC 4291 §2.2, RFC 5952, RFC 4007 §11'

const COLON = 0x3a
const MAX = 45

const isHex = (c: number): boolean => (c >= 0x30 && c <= 0x39) || (c >= 0x41 && c <= 0x46) || (c >= 0x61 && c <= 0x66)
const inside = (c: number): boolean => isHex(c) || c === COLON || c === 0x2e

/** A line break as JSON writes it ends before position `p`. */
const afterEscape = (w: Window, p: number): boolean => w.at(p - 2) === 0x5c && (w.at(p - 1) === 0x6e || w.at(p - 1) === 0x72 || w.at(p - 1) === 0x74)

/** Token `i` is the first after a colon; decides only at the first colon of an address. */
function colon(w: Window, i: number, out: Sink): void {
  if (i === 0 && w.at(w.start[i] - 1) !== COLON) return
  const p = i === 0 ? w.start[i] : w.end[i - 1]
  let from: number
  if (i > 0 && w.at(p) === COLON && w.start[i] - p <= 3 && (isHex(w.at(p + 1)) || w.at(p + 1) === COLON)) {
    from = p
    while (from > 0 && p - from < 5 && isHex(w.at(from - 1))) from--
    const c = w.at(from - 1)
    if (w.at(p + 1) === COLON && w.at(p + 2) === COLON) {
      if (!w.alnumAt(p - 1)) return
      from = p + 1 // `address:::1`
    }
    // A word before the colon is a label: `src:2001:db8::1`.
    else if (from === p || p - from > 4 || (w.alnumAt(from - 1) && !afterEscape(w, from))) {
      if (!isHex(w.at(p + 1)) || !w.alnumAt(p - 1)) return
      from = p + 1
    } else if (c === COLON || (c === 0x2e && !(w.alnumAt(from - 2) && !w.digitAt(from - 2) && w.alnumAt(from - 3)))) return
  } else {
    from = w.start[i] - 2
    if (from < 0 || w.at(from) !== COLON || w.at(from + 1) !== COLON || w.at(from - 1) === COLON || (w.alnumAt(from - 1) && !afterEscape(w, from))) return
  }
  let end = from
  while (end - from <= MAX && inside(w.at(end))) end++
  if (end - from > MAX || w.alnumAt(end)) return
  while (end > from && (w.at(end - 1) === 0x2e || (w.at(end - 1) === COLON && w.at(end - 2) !== COLON))) end--
  const form = parseIpv6(w.text.slice(from, end))
  if (form === null || form.groups === 0) return
  const score = form.full ? 0.97 : believe(w, from, end, form.groups)
  if (score >= 0.5) out.add(from, suffixEnd(w, end), score)
}

/** An address with `::`: few groups without a hexadecimal letter are more often something else. */
function believe(w: Window, from: number, end: number, groups: number): number {
  let upper = false
  let lower = false
  let digits = 0
  let longest = 0
  for (let p = from, run = 0; p < end; p++) {
    const c = w.at(p)
    if (c === COLON) run = 0
    else longest = Math.max(longest, ++run)
    if (c >= 0x30 && c <= 0x39) digits++
    else if (c > 0x60) lower = true
    else if (c > COLON) upper = true
  }
  if (digits === 0) return longest === 4 && groups >= 2 ? 0.6 : 0
  if (upper && lower) return 0
  if (groups >= 3 || longest >= 3) return 0.95
  return w.at(from) === COLON && groups === 1 && digits === 1 && !upper && !lower ? 0.6 : 0.3
}

/** End with zone (RFC 4007 §11) and prefix length (RFC 4291 §2.3): `fe80::1%eth0`, `2001:db8::/32`. */
function suffixEnd(w: Window, end: number): number {
  let p = end
  if (w.at(p) === 0x25 && w.alnumAt(p + 1)) {
    let q = p + 1
    while (q - p <= 16 && (w.alnumAt(q) || w.at(q) === 0x2d || w.at(q) === 0x5f || (w.at(q) === 0x2e && w.alnumAt(q + 1)))) q++
    p = q
  }
  if (w.at(p) === 0x2f && w.digitAt(p + 1)) {
    let q = p + 1
    while (q - p <= 3 && w.digitAt(q)) q++
    if (!w.alnumAt(q)) p = q
  }
  return p
}

export const ipv6: readonly Detector[] = [
  {
    id: 'ip-v6',
    label: 'IP',
    authority: AUTHORITY,
    reach: { behind: 64, ahead: 96 },
    on: { gap: Gap.COLON },
    at: colon,
  },
]
