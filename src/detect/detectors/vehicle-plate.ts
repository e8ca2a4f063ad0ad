import { Word } from '../../lexicon/classes'
import { Shape, type Window } from '../../scan/window'
import { Gap } from '../../text/chars'
import type { Detector, Sink } from '../detector'
import { wordSet } from '../field'
import { isDate, LABELLED_REACH, labelled, measured, prose, Said } from './shared-labelled'
import { phrases } from './shared-phrases'

/** Labels nothing but a plate follows. */
const SURE = phrases(`
  license plate, license plate number, license plate no, license plates, licence plate, licence plate number, licence plates, lic plate, lic plate number, lic plt, license tag, license tag number,
  number plate, registration plate, registration plate number, plate number, plate no, plate num,
  vehicle registration, vehicle registration number, vehicle registration mark, car registration, car registration number, vehicle plate, car plate, vehicle plates, vehicle tag, vehicle tag number,
  car tag, vrm, vrn, registration mark, temp tag, temporary tag, vanity plate, vanity plates, dealer plate, temporary plate,
`)
/** Labels that also mean an orthopaedic plate, a patient's registration, a name tag. */
const LOOSE = ['plate', 'plates', 'tag', 'tag number', 'tag no', 'tags', 'registration', 'registration number', 'registration no', 'reg', 'reg no', 'reg number']

const NOT_PLATE = wordSet(
  'unknown none na no not yes see pending refused was is and the of on in at to from for or with seen noted number state expired missing stolen temp temporary vanity dealer unreadable partial same per plus holes hole screws screw fixation reads reading removed left right',
)
const PLACE = Word.STATE | Word.STATE_CODE | Word.COUNTRY

/** Skip a state between label and plate: `license plate California 7ABC123`, `plate TX ABC-1234`. */
function afterState(w: Window, k: number): number {
  for (let steps = 0; steps < 2; steps++) {
    if (!w.isWord(k, PLACE) || w.glued(k + 1) || k + 1 >= w.n || (w.gap[k + 1] & ~(Gap.SPACE | Gap.COLON | Gap.COMMA | Gap.DASH | Gap.HASH | Gap.CLOSE | Gap.PIPE)) !== 0) return k
    if (w.start[k + 1] - w.end[k] > 3) return k
    k++
  }
  return k
}

/** One group of a plate: glued letters and digits, at most eight. Gives its last token, or -1. */
function group(w: Window, k: number): number {
  if (k < 0 || k >= w.n || (w.shape[k] & (Shape.LONG | Shape.PLACEHOLDER | Shape.NONASCII)) !== 0) return -1
  const last = w.runEnd(k)
  return w.end[last] - w.start[k] <= 8 ? last : -1
}

const caps = (text: string): boolean => text === text.toUpperCase()
const mixed = (text: string): boolean => /\d/.test(text) && /[A-Za-z]/.test(text)

/** A group after a space belongs to the plate when it brings what the first lacks, or the two are a known pair. */
function pairs(a: string, b: string): boolean {
  if (/^\d+$/.test(a)) return /^[A-Z]{1,3}$/.test(b)
  if (/^[A-Za-z]+$/.test(a)) return a.length <= 4 && /^\d{1,5}$|^\d{1,4}[A-Z]{1,2}$/.test(b)
  return /^[A-Z0-9]{3,4}$/.test(a) && /^\d{2,4}$|^[A-Z]{2,3}$/.test(b)
}

function plateEnd(w: Window, k: number): { end: number; last: number } | null {
  let last = group(w, k)
  if (last < 0) return null
  for (let groups = 1; groups < 3; groups++) {
    const j = last + 1
    if (j >= w.n || w.start[j] - w.end[last] !== 1) break
    const gap = w.gap[j]
    const next = group(w, j)
    if (next < 0 || w.end[next] - w.start[k] > 11) break
    const b = w.text.slice(w.start[j], w.end[next])
    if (gap === Gap.SPACE ? groups > 1 || NOT_PLATE.has(w.hash[j]) || !pairs(w.text.slice(w.start[k], w.end[last]), b) : gap !== Gap.DASH || (!/\d/.test(b) && (b.length > 4 || !caps(b)))) break
    last = next
  }
  return { end: w.end[last], last }
}

/** The plate after its label; `sure`: the label can mean nothing else. */
function labelledPlate(w: Window, i: number, next: number, out: Sink, sure: boolean): void {
  if (!sure && prose(w, next)) return
  const at = labelled(w, i, next)
  if (at === null || ((at.gap & (Gap.COMMA | Gap.NEWLINE)) !== 0 && at.said === Said.BARE)) return
  const k = afterState(w, at.k)
  const value = plateEnd(w, k)
  if (value === null || NOT_PLATE.has(w.hash[k])) return
  const text = w.text.slice(w.start[k], value.end)
  const size = text.replace(/[^A-Za-z0-9]/g, '').length
  const letters = text.replace(/[^A-Za-z]/g, '').length
  if (isDate(text) || measured(w, value.last)) return
  if (sure) {
    if (letters < size ? size >= 4 : at.said !== Said.BARE && caps(text) && size >= 3) out.add(w.start[k], value.end, mixed(text) ? 0.95 : 0.8)
  } else if (mixed(text) && size >= 5 && size <= 8) {
    if (caps(text) && letters >= 2 && size - letters >= 2) out.add(w.start[k], value.end, 0.75)
    else if (at.said === Said.NAMED) out.add(w.start[k], value.end, 0.7)
  }
}

const AUTHORITY = '45 CFR 164.514(b)(2)(i)(L); plates have no national grammar: by label only'
const reach = { behind: 0, ahead: LABELLED_REACH }

export const plate: readonly Detector[] = [
  { id: 'plate', label: 'VEHICLE', authority: AUTHORITY, reach, cues: SURE, atCue: (w, i, next, out) => labelledPlate(w, i, next, out, true) },
  { id: 'plate-noun', label: 'VEHICLE', authority: AUTHORITY, reach, cues: LOOSE, atCue: (w, i, next, out) => labelledPlate(w, i, next, out, false) },
]
