import { Shape, type Window } from '../../scan/window'
import { Gap } from '../../text/chars'
import type { Detector, Sink } from '../detector'
import { wordSet } from '../field'
import { report } from './url-report'

const AUTHORITY = '45 CFR 164.514(b)(2)(i)(N); RFC 3986 §3.3, §4.2; RFC 6761 §6.3; MS-DTYP §2.2.57 (UNC)'
const SLASH = 0x2f
const BACKSLASH = 0x5c
const COLON = 0x3a
const MAX = 200

/** `localhost:3000/chart/…`: a host without a domain. */
function localhost(w: Window, i: number, next: number, out: Sink): void {
  let p = w.end[next - 1]
  if (w.at(w.start[i] - 1) === SLASH || w.at(w.start[i] - 1) === 0x40) return
  if (w.at(p) === COLON && w.digitAt(p + 1)) for (p++; w.digitAt(p) && p - w.end[next - 1] < 7; ) p++
  if (w.at(p) === SLASH && w.alnumAt(p + 1)) report(w, w.start[i], p, w.start[i] + MAX, 0.8, out)
}

const inPath = (w: Window, p: number): boolean => {
  const c = w.at(p)
  return w.alnumAt(p) || c === 0x2e || c === 0x2d || c === 0x5f || c === 0x24 || c === 0x7e || c === 0x25 || c === 0x2b
}

/** `\\server\share\scan.pdf`, and as JSON doubles it. Token `i` is the first of the server's name. */
function unc(w: Window, i: number, out: Sink): void {
  if ((w.gap[i] & Gap.BACKSLASH) === 0) return
  let from = w.start[i]
  while (from > 0 && w.start[i] - from < 5 && w.at(from - 1) === BACKSLASH) from--
  const bars = w.start[i] - from
  if ((bars !== 2 && bars !== 4) || w.alnumAt(from - 1) || (w.at(from - 1) === COLON && !w.alnumAt(from - 3))) return
  const width = bars / 2
  let parts = 0
  let p = w.start[i]
  for (const stop = w.start[i] + MAX; p < stop; parts++) {
    while (p < stop && inPath(w, p)) p++
    let q = p
    while (q - p < 3 && w.at(q) === BACKSLASH) q++
    if (q - p !== width || !inPath(w, q)) break
    p = q
  }
  while (w.at(p - 1) === 0x2e) p--
  if (parts > 0) out.add(from, p, 0.85)
}

/** Collections of persons and their records in the paths of interfaces (HL7 FHIR R4 §3.1.0: `[base]/Patient/[id]`). */
const COLLECTIONS = wordSet(
  'patient patients member members user users chart charts mrn person persons people subscriber subscribers encounter encounters client clients resident residents customer customers account accounts',
)

/** `/api/patients/00482913/labs`: the segment after a collection of persons. */
function segment(w: Window, i: number, out: Sink): void {
  const first = w.gap[i] === 0 && i > 0 ? i - 1 : i
  if (w.gap[first] !== Gap.SLASH || first < 2 || w.start[first] - w.end[first - 1] !== 1 || !COLLECTIONS.has(w.hash[first - 1]) || w.at(w.start[first - 1] - 1) !== SLASH) return
  let p = w.start[first]
  for (const stop = p + 80; p < stop && (w.alnumAt(p) || w.at(p) === 0x2d || w.at(p) === 0x5f); ) p++
  if (p - w.start[first] > 2 && w.at(p) !== COLON) out.add(w.start[first], p, 0.85)
}

export const urlPath: readonly Detector[] = [
  { id: 'url-localhost', label: 'URL', authority: AUTHORITY, reach: { behind: 4, ahead: 240 }, cues: ['localhost'], atCue: localhost },
  { id: 'url-unc', label: 'URL', authority: AUTHORITY, reach: { behind: 8, ahead: 240 }, on: { gap: Gap.BACKSLASH }, at: unc },
  { id: 'url-segment', label: 'URL', authority: AUTHORITY, reach: { behind: 48, ahead: 96 }, on: { shape: Shape.DIGITS_3_4 | Shape.DIGITS_5 }, at: segment },
]
