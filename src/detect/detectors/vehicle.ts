import { Word } from '../../lexicon/classes'
import { Shape, type Window } from '../../scan/window'
import { Gap } from '../../text/chars'
import { vinAlphabet, vinCheck } from '../checks/vin'
import type { Detector, Sink } from '../detector'
import { wordSet } from '../field'
import { idValue, isDate, LABELLED_REACH, labelled, Said } from './shared-labelled'
import { phrases } from './shared-phrases'
import { plate } from './vehicle-plate'

const VIN = '45 CFR 164.514(b)(2)(i)(L); 49 CFR 565.15; ISO 3779'
const reach = { behind: 0, ahead: LABELLED_REACH }

/** 17 letters and digits on their own. Asked at the first number of the run, which its first letters may precede. */
function vin(w: Window, i: number, out: Sink): void {
  const s = w.gap[i] !== 0 || i === 0 ? i : i - 1
  if (s < i && (w.gap[s] === 0 || w.end[s] - w.start[s] > 8)) return
  if (!w.glued(i + 1) && w.end[i] - w.start[s] !== 17) return
  const start = w.start[s]
  if (!w.alnumAt(start + 16) || w.alnumAt(start + 17) || !vinAlphabet(w.text, start)) return
  const text = w.text.slice(start, start + 17)
  const letters = text.replace(/\d/g, '').length
  if (letters < 2 || (/[a-z]/.test(text) && /[A-Z]/.test(text)) || !/\d{3}$/.test(text)) return
  if (vinCheck(w.text, start)) out.add(start, start + 17, letters > 2 && text === text.toUpperCase() ? 0.95 : 0.7)
  // Not every country asks for the check digit; the serial number ends in digits everywhere (ISO 3779, 5.4).
  else if (text === text.toUpperCase() && letters >= 4 && /^[A-Z][A-Z0-9]{2}.*\d{4}$/.test(text)) out.add(start, start + 17, 0.6)
}

/** As read out: groups with a space or a hyphen between. */
const GROUPED = /[A-HJ-NPR-Z0-9](?:[ -]?[A-HJ-NPR-Z0-9]){16}/iy
const LAST = wordSet('last vinlast ending ends digits in final chars characters')

/** Past `(last 8 digits)`: at most four words and their count. */
function pastLast(w: Window, k: number): number {
  let j = k
  for (let steps = 0; steps < 5 && j + 1 < w.n && w.start[j + 1] - w.start[k] <= 40; steps++) {
    const count = w.is(j, Shape.DIGITS_1_2) && !w.glued(j + 1)
    if (!LAST.has(w.hash[j]) && !count) return j
    j++
  }
  return j
}

/** End of 17 letters and digits in groups: most of them with digits, none a word. */
function groupedVin(w: Window, start: number): number {
  GROUPED.lastIndex = start
  if (!GROUPED.test(w.text) || w.alnumAt(GROUPED.lastIndex)) return -1
  const groups = w.text.slice(start, GROUPED.lastIndex).split(/[ -]/)
  return groups.length > 1 && groups.length <= 6 && (groups.filter((g) => /\d/.test(g)).length * 2 >= groups.length || (groups.length === 3 && /\d{5}$/.test(groups[2]))) && groups.join('').replace(/\D/g, '').length >= 5
    ? GROUPED.lastIndex
    : -1
}

function labelledVin(w: Window, i: number, next: number, out: Sink): void {
  let at = labelled(w, i, next)
  if (at !== null && (LAST.has(w.hash[at.k]) || LAST.has(w.hash[next - 1]))) {
    const k = pastLast(w, at.k)
    // What parts it from the value may be markup: `VIN (last 8):</b> <td>`.
    at = { ...(labelled(w, i, k) ?? at), said: Said.MARKED }
  }
  const grouped = at === null ? -1 : groupedVin(w, w.start[at.k])
  if (at !== null && grouped > 0) {
    out.add(w.start[at.k], grouped, 0.97)
    return
  }
  const value = at === null ? null : idValue(w, at.k, 24)
  if (at === null || value === null || value.digits < 3 || value.end - value.start < 5 || isDate(w.text.slice(value.start, value.end))) return
  if (at.said === Said.BARE && value.letters === 0 && value.digits < 6) return
  out.add(value.start, value.end, value.end - value.start === 17 ? 0.99 : 0.9)
}

const [TAIL] = wordSet('tail')

/** A boat's number: the state, at most four digits, at most two letters (33 CFR 173.23, 174.23). */
const BOAT = /[a-z]{2}[ -]\d{1,4}[ -][a-z]{1,2}/iy
function numberedBoat(w: Window, k: number): number {
  BOAT.lastIndex = w.start[k]
  return BOAT.test(w.text) && !w.alnumAt(BOAT.lastIndex) ? BOAT.lastIndex : -1
}

/** 14 CFR 47.15: N, then one to five figures of which the last two may be letters. */
const REGISTERED = /N[1-9]\d{0,4}[A-Z]{0,2}(?![A-Za-z\d])/y
function registered(w: Window, k: number): boolean {
  REGISTERED.lastIndex = w.start[k]
  return REGISTERED.test(w.text) && REGISTERED.lastIndex - w.start[k] >= 4
}

const ASHORE = wordSet('mg ml cc mm cm hr bp rr pt iv po im md do rn pa np to am pm')
/** `LA 8841 AR`, `MN-7050-UW`, without a label: the state, four figures, two capitals. Asked at the figures. */
function boatAlone(w: Window, i: number, out: Sink): void {
  if (w.end[i] - w.start[i] !== 4 || i === 0 || i + 1 >= w.n || w.gap[i] !== w.gap[i + 1] || (w.gap[i] !== Gap.SPACE && w.gap[i] !== Gap.DASH)) return
  if (w.start[i] - w.end[i - 1] !== 1 || w.start[i + 1] - w.end[i] !== 1 || w.len(i - 1) !== 2 || w.len(i + 1) !== 2 || !w.is(i - 1, Shape.CAPS) || !w.is(i + 1, Shape.CAPS)) return
  if (!w.isWord(i - 1, Word.STATE_CODE) || w.gap[i - 1] === 0 || w.glued(i + 2) || ASHORE.has(w.hash[i + 1]) || w.isWord(i + 1, Word.STATE_CODE | Word.MEASURE | Word.CREDENTIAL | Word.FUNCTION)) return
  const c = w.at(w.end[i + 1])
  if (c !== 0x2d && c !== 0x2f) out.add(w.start[i - 1], w.end[i + 1], 0.65)
}

/** Hull numbers (33 CFR 181.25) and aircraft registrations (14 CFR 47.15: N and up to five characters). */
function labelledCraft(w: Window, i: number, next: number, out: Sink): void {
  const at = labelled(w, i, next)
  const state = at !== null && w.isWord(at.k, Word.STATE_CODE) && w.end[at.k] - w.start[at.k] === 2 ? numberedBoat(w, at.k) : -1
  if (at !== null && state > 0) {
    out.add(w.start[at.k], state, 0.93)
    return
  }
  const value = at === null ? null : idValue(w, at.k, 20)
  if (at === null || value === null || value.digits === 0 || (next === i + 1 && w.hash[i] === TAIL && at.said !== Said.NAMED && !registered(w, at.k))) return
  if (value.end - value.start < 3 || isDate(w.text.slice(value.start, value.end))) return
  out.add(value.start, value.end, 0.9)
}

export const vehicle: readonly Detector[] = [
  { id: 'vin', label: 'VEHICLE', authority: VIN, reach: { behind: 12, ahead: 24 }, on: { shape: Shape.PREFIX | Shape.SUFFIX }, at: vin },
  {
    id: 'vin-labelled',
    label: 'VEHICLE',
    authority: VIN,
    reach,
    cues: phrases(`
  vin, vin number, vin no, vehicle identification number, vehicle identification no, vehicle identification, vehicle identifier, vehicle id, vehicle serial number, vehicle number, chassis number,
  chassis no, frame number, engine number, engine no, frame no, car vin, vehicle vin, scooter serial, scooter serial number, wheelchair van vin, vin ending, vin ending in, vin last, last 8 of vin, last 6 of vin, last 8 ofvin, last 6 ofvin, last eight of vin, last six of vin,
`),
    atCue: labelledVin,
  },
  {
    id: 'hull-tail',
    label: 'VEHICLE',
    authority: '45 CFR 164.514(b)(2)(i)(L); 33 CFR 181.25; 14 CFR 47.15',
    reach,
    cues: phrases(`
  hin, hin number, hin no, hull id, hull id number, hull identification number, hull number, hull no, boat registration, boat registration number, boat registration no, boat number, boat reg, boat reg no, boat reg number, vessel reg number, vessel reg no, vessel number, vessel registration, vessel registration number, vessel reg, tail, tail number, tail no,
  aircraft registration, aircraft registration number, n number, mmsi, imo number,
`),
    atCue: labelledCraft,
  },
  { id: 'boat-number', label: 'VEHICLE', authority: '45 CFR 164.514(b)(2)(i)(L); 33 CFR 173.23, 174.23', reach: { behind: 8, ahead: 24 }, on: { shape: Shape.DIGITS_3_4 }, at: boatAlone },
  ...plate,
]
