import { Shape, type Window } from '../../scan/window'
import { Gap } from '../../text/chars'
import type { Detector, Sink } from '../detector'
import { wordSet } from '../field'
import { hosts } from './device-host'
import { groupedEnd, idValue, isCode, isDate, LABELLED_REACH, labelled, measured, prose, Said, uuidEnd, type Value } from './shared-labelled'
import { phrases } from './shared-phrases'

const AUTHORITY = '45 CFR 164.514(b)(2)(i)(M); 21 CFR 801.40'
const reach = { behind: 32, ahead: LABELLED_REACH }

/** What has a serial number: with every word for the number a label. */
const THINGS = phrases(
  'device, implant, prosthesis, generator, pacemaker, icd, aicd, crt d, lead, leads, atrial lead, ventricular lead, pump, insulin pump, infusion pump, ventilator, transmitter, receiver, sensor, cgm, monitor, valve, stent, mesh, graft, cpap, bipap, meter, glucometer, scanner, probe, hearing aid, hearing aids, lvad, stimulator, neurostimulator, programmer, watch, phone, wheelchair, scooter, walker, bed, cochlear implant, oxygen concentrator, concentrator, nebulizer',
)
const NUMBERS = ['serial', 'serial no', 'serial number', 'serial numbers', 'serial num', 'serial nr', 'serial id', 's n', 'sn']
const OF_THINGS = THINGS.flatMap((thing) => NUMBERS.map((number) => `${thing} ${number}`))

const CERTAIN = phrases(`
  serial number, serial no, serial nr, serial num, serial id, serial nos, serial numbers, ser no, ser num, ser number, serialnumber, serial lot, lot serial, model serial, model serial number,
  lot number, lot no, lot nr, lot num, lot numbers, lot code, batch number, batch no, batch code, batch lot, lot batch,
  asset no, asset, biomed tag, biomed number, biomed no, gtin, gtin 14, udi di, device identifier di, primary di, di number, device di, serial and lot, sn number, sn no, device id, device identifier, device number, device serial, device serial number, device serial no, device identification number, device uuid, device guid, udid, device udid, rfid, rfid tag, nfc tag, tracker id, gps tracker, gps tracker id, pendant id, wearable id, watch id, fitbit id, hardware id, hwid,
  machine id, android id, installation id, asset tag, asset number, asset id, equipment number, equipment id, equipment serial, inventory number,
  implant serial, implant serial number, implant id, implant number, implant lot, prosthesis serial, generator serial, generator serial number, pacemaker serial, pacemaker serial number, pacemaker id,
  pacemaker number, icd serial, icd serial number, aicd serial, lead serial, lead serial number, leads serial, pump serial, pump serial number, pump id, ventilator serial, transmitter id,
  transmitter sn, receiver id, sensor id, sensor serial, monitor serial, monitor id, valve serial, stent lot, mesh lot, cpap serial, meter serial, scanner serial, probe serial, hearing aid serial,
  lvad serial, stimulator serial, programmer serial, watch serial, phone serial,
`)
/** `serial troponins`, `a lot of`, `SN visit`: here the value, or what leads to it, must be a number's. */
const LOOSE = phrases(`
  batch, di, serial, serials, ser, sn, s n, s no, lot, lots, pacemaker, generator, implant, device, lead, leads, atrial lead, ventricular lead, rv lead, ra lead, lv lead, icd generator, pulse generator, dev, sheath, catheter, balloon, crutches, walker, wheelchair, brace, concentrator, oxygen concentrator, defibrillator, aed, tablet, laptop, ipad,
  scanner, printer, kiosk, glucometer, cgm, sensor, transmitter, receiver, patch, holter, event monitor, monitor, pump, ventilator, wound vac, scooter, hearing aid, hearing aids, feeding pump, cpap, bipap,
`)

/** Which of several devices a number belongs to. */
const SIDE = wordSet('left right l r od os ra rv la lv atrial ventricular generator lead leads and')
const SERIAL = wordSet('serial serials ser s sn')
const LOT = wordSet('lot lots batch')
const [SN] = wordSet('sn')

function take(w: Window, i: number, next: number, out: Sink, certain: boolean): void {
  if (prose(w, next) && !SIDE.has(w.hash[next]) && !(certain && w.is(next + 1, Shape.DIGITS) && w.end[next] - w.start[next] <= 3)) return
  const at = labelled(w, i, next)
  if (at === null) return
  let k = at.k
  // `serial numbers: left 19X12345, right 19X12346`
  for (let more = 0; more < 4 && k < w.n && w.end[k] - w.start[i] <= LABELLED_REACH - 24; more++) {
    if (SIDE.has(w.hash[k]) && (certain || more > 0) && !w.glued(k + 1)) k++
    const last = value(w, i, k, more === 0 ? at.said : Said.BARE, out, certain)
    if (last < 0 || (!certain && (at.said === Said.BARE || !SERIAL.has(w.hash[i])))) return
    k = last + 1
    if (k >= w.n || w.start[k] - w.end[last] > 5 || (w.gap[k] & ~(Gap.COMMA | Gap.SPACE | Gap.SEMI | Gap.AMP | Gap.SLASH)) !== 0 || (w.gap[k] === Gap.SPACE && !SIDE.has(w.hash[k]))) return
  }
}

/** The number that begins at token `k`, if one does: its last token, or -1. */
function value(w: Window, i: number, k: number, said: number, out: Sink, certain: boolean): number {
  if (k >= w.n || w.start[k] - w.start[i] > 150) return -1
  const uuid = uuidEnd(w, k)
  if (uuid > 0) {
    out.add(w.start[k], uuid, certain ? 0.95 : 0.7)
    return -1
  }
  const v = idValue(w, k, 32)
  if (v === null || v.end - v.start < 2) return -1
  const end =
    (said !== Said.BARE || v.digits === 0) && (certain || said === Said.NAMED || SERIAL.has(w.hash[i]) || LOT.has(w.hash[i]))
      ? groupedEnd(w, v, !certain && (said === Said.BARE || LOT.has(w.hash[i]) || w.hash[i] === SN))
      : v.end
  const text = w.text.slice(v.start, end)
  if ((v.digits === 0 && end === v.end) || text.length < 3 || isDate(text) || (said !== Said.NAMED && (measured(w, v.last) || isCode(text)))) return -1
  if (end === v.end && !strong(w, i, v, text, said, certain)) return -1
  out.add(v.start, end, said === Said.BARE ? (certain ? 0.88 : 0.75) : 0.95)
  return v.last
}

function strong(w: Window, i: number, v: Value, text: string, said: number, certain: boolean): boolean {
  const glued = v.letters > 0 && !/[-_./]/.test(text)
  if (certain) return said !== Said.BARE || v.digits >= 3 || (glued && text.length >= (text === text.toUpperCase() ? 6 : 8))
  if (/[./]/.test(text) && v.letters === 0) return (said !== Said.BARE && v.digits >= 7) || (SERIAL.has(w.hash[i]) && v.digits >= 9)
  // `LOT W99J5T2`, `SN 1CADA7`, as labels on packs are printed (ISO 15223-1).
  if ((w.shape[i] & Shape.CAPS) !== 0 && v.letters > 0 && text.length >= 5 && text === text.toUpperCase() && v.last > v.first) return true
  const mixed = v.letters > 0 && (w.shape[v.first] & Shape.LOWER) === 0
  // `lot h26mwgq81`, `sn fen968126`: letters and digits by turns, or letters and five digits; any beside another sign of a pack.
  if (glued && ((v.last - v.first > 1 ? text.length >= 6 : v.digits >= 5) || (text.length >= 5 && packed(w, i, v.last)))) return true
  if (glued && said !== Said.BARE && text.length >= 6 && text === text.toUpperCase() && w.word[v.first] === 0) return true
  const named = SERIAL.has(w.hash[i]) && w.hash[i] !== SN
  if (said === Said.NAMED) return v.digits >= 3
  if (said === Said.MARKED) return v.digits >= (named ? 3 : 5) || (mixed && v.digits >= 3)
  return v.digits >= (named ? 5 : 7) || (mixed && v.digits >= 4)
}

const PACK = wordSet('ref lot sn udi gtin')

/** Another sign of a pack's label (ISO 15223-1) up to two tokens behind the sign `i` or right after its value: `ref 4210 lot em2v0 sn n73lhr2`. */
function packed(w: Window, i: number, last: number): boolean {
  if (last + 1 < w.n && PACK.has(w.hash[last + 1]) && w.gap[last + 1] === Gap.SPACE) return true
  for (let k = i - 1; k >= 0 && i - k <= 8 && w.start[i] - w.start[k] <= 24; k--) if (PACK.has(w.hash[k]) && w.gap[k] !== 0) return true
  return false
}

/** `S/N` and `SN` announce a serial number; as an everyday abbreviation (skilled nursing) only a number tells. */
function loose(w: Window, i: number, next: number, out: Sink): void {
  if (next === i + 2 && w.end[i] - w.start[i] === 1 && w.gap[i + 1] !== Gap.UNDERSCORE && (w.gap[i + 1] !== Gap.SLASH || (w.gap[i] & Gap.APOS) !== 0)) return
  take(w, i, next, out, next === i + 2 && w.end[i] - w.start[i] === 1)
}

export const serial: readonly Detector[] = [
  { id: 'serial', label: 'DEVICE', authority: AUTHORITY, reach, cues: [...OF_THINGS, ...CERTAIN], atCue: (w, i, next, out) => take(w, i, next, out, true) },
  { id: 'serial-noun', label: 'DEVICE', authority: AUTHORITY, reach, cues: LOOSE, atCue: loose },
  hosts,
]
