import { Shape, type Window } from '../../scan/window'
import { Gap } from '../../text/chars'
import type { Detector, Sink } from '../detector'
import { idValue, isCode, isDate, LABELLED_REACH, labelled, measured, Said, uuidEnd } from './shared-labelled'
import { phrases } from './shared-phrases'

const AUTHORITY = '45 CFR 164.514(b)(2)(i)(M); 21 CFR 801.40'
const reach = { behind: 0, ahead: LABELLED_REACH }

const CERTAIN = phrases(`
  serial number, serial no, serial nr, serial num, serial id, serial nos, serial numbers, ser no, ser num, ser number, serialnumber, serial lot, lot serial, model serial, model serial number,
  lot number, lot no, lot nr, lot num, lot numbers, lot code, batch number, batch no, batch code, batch lot, lot batch,
  device id, device identifier, device number, device serial, device serial number, device serial no, device identification number, device uuid, device guid, udid, device udid, hardware id, hwid,
  machine id, android id, installation id, asset tag, asset number, asset id, equipment number, equipment id, equipment serial, inventory number,
  implant serial, implant serial number, implant id, implant number, implant lot, prosthesis serial, generator serial, generator serial number, pacemaker serial, pacemaker serial number, pacemaker id,
  pacemaker number, icd serial, icd serial number, aicd serial, lead serial, lead serial number, leads serial, pump serial, pump serial number, pump id, ventilator serial, transmitter id,
  transmitter sn, receiver id, sensor id, sensor serial, monitor serial, monitor id, valve serial, stent lot, mesh lot, cpap serial, meter serial, scanner serial, probe serial, hearing aid serial,
  lvad serial, stimulator serial, programmer serial, watch serial, phone serial,
`)
/** `serial troponins`, `a lot of`, `SN visit`: here the value, or what leads to it, must be a number's. */
const LOOSE = phrases(`
  serial, serials, ser, sn, s n, s no, lot, lots, batch, pacemaker, generator, implant, device, lead, leads, atrial lead, ventricular lead, rv lead, ra lead, lv lead, icd generator, pulse generator,
`)

function take(w: Window, i: number, next: number, out: Sink, certain: boolean): void {
  const at = labelled(w, i, next)
  if (at === null) return
  const uuid = uuidEnd(w, at.k)
  if (uuid > 0) {
    out.add(w.start[at.k], uuid, certain ? 0.95 : 0.7)
    return
  }
  const value = idValue(w, at.k)
  if (value === null || value.digits === 0 || value.end - value.start < 3) return
  const text = w.text.slice(value.start, value.end)
  if (isDate(text) || (at.said !== Said.NAMED && (measured(w, value.last) || isCode(text)))) return
  if (certain) {
    if (at.said !== Said.BARE || value.digits >= 3) out.add(value.start, value.end, at.said === Said.BARE ? 0.88 : 0.95)
    return
  }
  if (/[./]/.test(text) && value.letters === 0) return
  const mixed = value.letters > 0 && (w.shape[at.k] & Shape.LOWER) === 0
  if (at.said === Said.NAMED ? value.digits >= 3 : at.said === Said.MARKED ? value.digits >= 5 || (mixed && value.digits >= 3) : value.digits >= 7 || (mixed && value.digits >= 4)) {
    out.add(value.start, value.end, at.said === Said.BARE ? 0.75 : 0.9)
  }
}

/** `S/N` and `SN` announce a serial number; as an everyday abbreviation (skilled nursing) only a number tells. */
function loose(w: Window, i: number, next: number, out: Sink): void {
  if (next === i + 2 && w.end[i] - w.start[i] === 1 && (w.gap[i + 1] !== Gap.SLASH || (w.gap[i] & Gap.APOS) !== 0)) return
  take(w, i, next, out, next === i + 2 && w.end[i] - w.start[i] === 1)
}

export const serial: readonly Detector[] = [
  { id: 'serial', label: 'DEVICE', authority: AUTHORITY, reach, cues: CERTAIN, atCue: (w, i, next, out) => take(w, i, next, out, true) },
  { id: 'serial-noun', label: 'DEVICE', authority: AUTHORITY, reach, cues: LOOSE, atCue: loose },
]
