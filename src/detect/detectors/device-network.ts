import { Shape, type Window } from '../../scan/window'
import { Gap } from '../../text/chars'
import { deviceLuhn } from '../checks/imei'
import { type Detector, type Sink, Tail } from '../detector'
import { wordSet } from '../field'
import { LABELLED_REACH, labelled } from './shared-labelled'
import { phrases } from './shared-phrases'

const COLON = 0x3a
const DASH = 0x2d
/** Six or eight pairs: EUI-48, EUI-64 (IEEE 802, clause 8). More pairs are a certificate's or a key's fingerprint. */
const PAIRS = /[0-9a-f]{2}([:-])(?:[0-9a-f]{2}\1){4}(?:[0-9a-f]{2}\1[0-9a-f]{2}\1)?[0-9a-f]{2}/iy
const ANY_MAC = /[0-9a-f]{2}([:. -]?)(?:[0-9a-f]{2}\1){4}(?:[0-9a-f]{2}\1[0-9a-f]{2}\1)?[0-9a-f]{2}|(?:[0-9a-f]{4}[.:-]){2}[0-9a-f]{4}/iy
/** As Cisco writes them; a letter and a digit at least: `c99d.6814.9bed`. */
const QUADS = /[0-9a-f]{4}\.[0-9a-f]{4}\.[0-9a-f]{4}/iy
/** Broadcast and "none": nobody's address. */
const NOBODY = /^(?:[0:.-]{12,23}|[f:.-]{12,23})$/i

const isHex = (c: number): boolean => (c >= 0x30 && c <= 0x39) || ((c | 0x20) >= 0x61 && (c | 0x20) <= 0x66)

/** Asked at the first token of the second pair: `00:1A…` at `1`. */
function mac(w: Window, i: number, out: Sink): void {
  const p = w.start[i]
  const sep = w.at(p - 1)
  if (w.at(p + 2) !== sep || w.at(p + 5) !== sep || w.at(p + 8) !== sep || (sep !== COLON && sep !== DASH)) return
  const start = p - 3
  if (start < 0 || w.alnumAt(start - 1) || w.at(start - 1) === sep || !isHex(w.at(p))) return
  PAIRS.lastIndex = start
  if (!PAIRS.test(w.text)) return
  const end = PAIRS.lastIndex
  if (w.alnumAt(end) || (w.at(end) === sep && isHex(w.at(end + 1)))) return
  const text = w.text.slice(start, end)
  if (NOBODY.test(text)) return
  out.add(start, end, sep === COLON || /[a-f]/i.test(text) ? 0.95 : 0.6)
}

/** Asked at the first token of the second group of four. */
function quads(w: Window, i: number, out: Sink): void {
  const p = w.start[i]
  if (w.gap[i] !== Gap.DOT || w.at(p + 4) !== 0x2e || w.at(p - 1) !== 0x2e || p < 5 || w.alnumAt(p - 6) || w.at(p - 6) === 0x2e) return
  QUADS.lastIndex = p - 5
  if (!QUADS.test(w.text) || w.alnumAt(p + 9) || (w.at(p + 9) === 0x2e && w.alnumAt(p + 10))) return
  const text = w.text.slice(p - 5, p + 9)
  if (/[a-f]/i.test(text) && /\d/.test(text) && !NOBODY.test(text)) out.add(p - 5, p + 9, 0.85)
}

function labelledMac(w: Window, i: number, next: number, out: Sink): void {
  const at = labelled(w, i, next)
  if (at === null) return
  const start = w.start[at.k]
  ANY_MAC.lastIndex = start
  if (!ANY_MAC.test(w.text) || w.alnumAt(ANY_MAC.lastIndex)) return
  const text = w.text.slice(start, ANY_MAC.lastIndex)
  if (/\d/.test(text) && !NOBODY.test(text)) out.add(start, ANY_MAC.lastIndex, 0.98)
}

const DIGITS = /\d(?:[ -]?\d){9,21}/y

/** IMEI, IMEISV, IMSI, ICCID, MSISDN-less SIM numbers: 10 to 22 digits, grouped as people write them. */
function labelledDigits(w: Window, i: number, next: number, out: Sink): void {
  const at = labelled(w, i, next)
  if (at === null) return
  DIGITS.lastIndex = w.start[at.k]
  let end = -1
  if (DIGITS.test(w.text)) end = DIGITS.lastIndex
  else if (w.is(at.k, Shape.DIGITS | Shape.LETTERS)) {
    // MEID and ESN are hexadecimal (3GPP2 X.S0008).
    const last = w.runEnd(at.k)
    const text = w.text.slice(w.start[at.k], Math.min(w.end[last], w.start[at.k] + 24))
    if (/^[0-9a-f]{8,18}$/i.test(text) && /\d/.test(text)) end = w.end[last]
  }
  if (end > 0 && !w.alnumAt(end)) out.add(w.start[at.k], end, deviceLuhn(w.text, w.start[at.k], end) ? 0.99 : 0.95)
}

const PHONE_WORDS = wordSet('phone phones cellphone smartphone mobile handset device iphone android imei sim tablet ipad telephone modem')

/** 15 digits in a telephone's company (IMEI: TS 23.003, 6.2.1), or a SIM card's number (ICCID: E.118, `89`). */
function bareDigits(w: Window, i: number, out: Sink): void {
  const len = w.end[i] - w.start[i]
  if (len !== 15 && len !== 19 && len !== 20) return
  if (w.glued(i) || w.glued(i + 1) || !deviceLuhn(w.text, w.start[i], w.end[i])) return
  if (len > 15) {
    if (w.text.startsWith('89', w.start[i])) out.add(w.start[i], w.end[i], 0.75)
    return
  }
  for (let k = i - 1, steps = 0; k >= 0 && steps < 6 && w.start[i] - w.start[k] <= 60; k--, steps++) {
    if (PHONE_WORDS.has(w.hash[k])) {
      out.add(w.start[i], w.end[i], 0.9)
      return
    }
  }
}

/** An app's registration with Firebase Cloud Messaging: the installation's id, a colon, and a token that begins `APA91b`. */
function registration(w: Window, i: number, _next: number, out: Sink): void {
  const p = w.start[i]
  if (w.at(p + 5) !== 0x62 && w.at(p + 5) !== 0x42) return
  let start = p
  if (w.at(p - 1) === COLON) {
    start = p - 1
    while (start > p - 24 && (w.alnumAt(start - 1) || w.at(start - 1) === DASH || w.at(start - 1) === 0x5f)) start--
    if (start === p - 1) start = p
  } else if (w.alnumAt(p - 1)) return
  TOKEN.lastIndex = p
  if (TOKEN.test(w.text)) out.open(start, TOKEN.lastIndex, 0.95, Tail.BASE64)
}
const TOKEN = /[A-Za-z0-9_-]{24}/y

/** `device token: 740f4707…`, of Apple's or another's push service. */
function labelledToken(w: Window, i: number, next: number, out: Sink): void {
  const at = labelled(w, i, next)
  if (at === null) return
  TOKEN.lastIndex = w.start[at.k]
  if (TOKEN.test(w.text) && /\d/.test(w.text.slice(w.start[at.k], TOKEN.lastIndex))) out.open(w.start[at.k], TOKEN.lastIndex, 0.93, Tail.BASE64)
}

const MAC = '45 CFR 164.514(b)(2)(i)(M); IEEE 802, EUI-48 and EUI-64'
const PUSH = '45 CFR 164.514(b)(2)(i)(M); Firebase Cloud Messaging and Apple Push Notification service, registration and device tokens'
const MOBILE = '45 CFR 164.514(b)(2)(i)(M); 3GPP TS 23.003; ITU-T E.118, E.212'

export const network: readonly Detector[] = [
  { id: 'mac', label: 'DEVICE', authority: MAC, reach: { behind: 4, ahead: 28 }, on: { gap: Gap.COLON | Gap.DASH }, at: mac },
  {
    id: 'mac-labelled',
    label: 'DEVICE',
    authority: MAC,
    reach: { behind: 0, ahead: LABELLED_REACH },
    cues: phrases(`
  hw address, hw addr, hw id, wlan mac, wifi mac, wi fi mac, lan mac, eth mac, dev eui, device eui, mac, mac address, mac addr, mac id, hwaddr, hardware address, physical address, ethernet address, ethernet, ether, bssid, wifi address, wi fi address, bluetooth address, bluetooth id, ble address,
  ble mac, bd addr, eui, eui 48, eui 64, client mac, device mac, device at, monitor at, host at, station at, workstation at, gateway at,
`),
    atCue: labelledMac,
  },
  {
    id: 'mobile-labelled',
    label: 'DEVICE',
    authority: MOBILE,
    reach: { behind: 0, ahead: LABELLED_REACH },
    cues: phrases(`
  imei, imei number, imei 1, imei 2, imeisv, imei sv, meid, esn, imsi, iccid, icc id, sim, sim id, sim number, sim card, sim card number, sim serial, sim serial number, eid, device imei,
`),
    atCue: labelledDigits,
  },
  { id: 'mac-quads', label: 'DEVICE', authority: MAC, reach: { behind: 8, ahead: 16 }, on: { gap: Gap.DOT }, at: quads },
  { id: 'mobile-registration', label: 'DEVICE', authority: PUSH, reach: { behind: 26, ahead: 32 }, cues: ['apa 91'], atCue: registration },
  {
    id: 'mobile-push-token',
    label: 'DEVICE',
    authority: PUSH,
    reach: { behind: 0, ahead: LABELLED_REACH },
    cues: phrases('device token, push token, registration token, push notification token, notification token, apns token, apns device token, fcm token, fcm registration token'),
    atCue: labelledToken,
  },
  { id: 'mobile', label: 'DEVICE', authority: MOBILE, reach: { behind: 64, ahead: 24 }, on: { shape: Shape.DIGITS_5 }, at: bareDigits },
]
