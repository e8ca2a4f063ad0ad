import { Shape, type Window } from '../../scan/window'
import type { Detector, Sink } from '../detector'

/** Legacy addresses (base 58 without 0, O, I, l), BIP 173 addresses (bech32), EIP-55 addresses. */
const BASE58 = /[13][1-9A-HJ-NP-Za-km-z]{25,34}/y
const BECH32 = /bc1[02-9ac-hj-np-z]{11,71}/iy
const HEX40 = /0x[0-9a-f]{40}/iy

/** + / = beside it: a piece of encoded data. */
const inBase64 = (c: number): boolean => c === 0x2b || c === 0x2f || c === 0x3d

/** `wallet=`: a key before the sign. */
const keyed = (w: Window, p: number): boolean => w.at(p - 1) === 0x3d && w.alnumAt(p - 2) && !w.digitAt(p - 2)

function wallet(w: Window, i: number, out: Sink): void {
  const p = w.start[i]
  const c = w.text.charCodeAt(p)
  if (w.gap[i] !== 0 && (c === 0x31 || c === 0x33)) run(w, BASE58, p, 26, out)
  else if (w.gap[i] !== 0 && c === 0x30 && w.end[i] - p === 1) run(w, HEX40, p, 42, out)
  else if (i > 0 && w.gap[i] === 0 && c === 0x31 && p - w.start[i - 1] === 2) run(w, BECH32, w.start[i - 1], 14, out)
}

function run(w: Window, pattern: RegExp, p: number, least: number, out: Sink): void {
  pattern.lastIndex = p
  if (!pattern.test(w.text)) return
  const end = pattern.lastIndex
  if (end - p < least || w.alnumAt(end) || (inBase64(w.at(p - 1)) && !keyed(w, p)) || inBase64(w.at(end))) return
  const text = w.text.slice(p, end)
  // A hash or key is of one case; base 58 mixes both.
  if (pattern === BASE58 && (!/[a-z]/.test(text) || !/[A-Z]/.test(text))) return
  out.add(p, end, pattern === BASE58 ? 0.8 : 0.95)
}

export const accountCrypto: readonly Detector[] = [
  {
    id: 'account-crypto',
    label: 'ACCOUNT',
    authority: '45 CFR 164.514(b)(2)(i)(J); Bitcoin base58check and BIP 173 addresses, ERC-55',
    reach: { behind: 4, ahead: 80 },
    on: { shape: Shape.PREFIX },
    at: wallet,
  },
]
