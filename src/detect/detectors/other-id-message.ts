import type { Window } from '../../scan/window'
import { hashWord } from '../../text/hash'
import { type Detector, type Sink, Tail } from '../detector'
import { wordSet } from '../field'
import { LABELLED_REACH, labelled } from './shared-labelled'
import { phrases } from './shared-phrases'

/** RFC 9562 and RFC 3061. */
const URN = /urn:(?:uuid:[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}|oid:[0-2](?:\.\d{1,20}){3,12})/iy
const UID = /[0-2](?:\.\d{1,20}){4,12}/y
/** Code systems, templates and transfer syntaxes: roots of HL7, DICOM, ISO's and NEMA's registries name things, not persons. */
const REGISTRY = /^(?:urn:oid:)?(?:2\.16\.840\.1\.(?:113883|101)|1\.2\.840\.(?:10008|10065|113556)|1\.3\.6\.1\.4\.1\.(?:19376|12559)|2\.5|1\.0)\b/i

function urn(w: Window, i: number, _next: number, out: Sink): void {
  if (w.at(w.end[i]) !== 0x3a) return
  URN.lastIndex = w.start[i]
  if (!URN.test(w.text) || w.alnumAt(URN.lastIndex)) return
  if ((w.at(w.start[i] + 4) | 0x20) === 0x6f && namespace(w, i)) return
  if (!REGISTRY.test(w.text.slice(w.start[i], URN.lastIndex))) out.add(w.start[i], URN.lastIndex, 0.85)
}

const NAMESPACE = wordSet('system codesystem profile valueset url uri namespace authority')

/** `"system":"urn:oid:…"`, `<system value="urn:oid:…"/>` (FHIR R4, Identifier.system, Coding.system): who numbers, not who is numbered. */
function namespace(w: Window, i: number): boolean {
  for (let k = i - 1; k >= 0 && k >= i - 2 && w.start[i] - w.end[k] <= 16; k--) if (NAMESPACE.has(w.hash[k])) return true
  return false
}

function uidAt(w: Window, start: number, least: number, out: Sink, score: number): void {
  UID.lastIndex = start
  if (start < 0 || !UID.test(w.text) || w.alnumAt(UID.lastIndex) || w.alnumAt(start - 1) || w.at(start - 1) === 0x2e || /oid:$/i.test(w.text.slice(Math.max(0, start - 4), start))) return
  const text = w.text.slice(start, UID.lastIndex)
  if (text.length >= least && !REGISTRY.test(text)) out.add(start, UID.lastIndex, score)
}

function labelledUid(w: Window, i: number, next: number, out: Sink): void {
  const at = labelled(w, i, next)
  if (at !== null) uidAt(w, w.start[at.k], 12, out, 0.95)
}

/** `1.2.840.113619.…` of a scanner's maker: asked at 840, the United States. */
function bareUid(w: Window, i: number, _next: number, out: Sink): void {
  if (w.at(w.start[i] - 1) !== 0x2e || w.at(w.end[i]) !== 0x2e) return
  if (w.text.startsWith('1.2.', w.start[i] - 4)) uidAt(w, w.start[i] - 4, 24, out, 0.75)
}

/** HL7 v2.5.1: placer, filler order, group (OBR, ORC), specimen (SPM), visit number (PV1-19), message control id (MSH-10; the first bar is a field). */
const SEGMENTS: ReadonlyMap<number, readonly number[]> = new Map([
  [hashWord('obr'), [2, 3]],
  [hashWord('orc'), [2, 3, 4]],
  [hashWord('spm'), [2]],
  [hashWord('pv'), [19]],
  [hashWord('msh'), [9]],
  [hashWord('txa'), [12]],
])
const SEGMENT_REACH = 280
const FIELD = /[A-Za-z0-9][A-Za-z0-9._-]{3,31}/y

function segment(w: Window, i: number, next: number, out: Sink): void {
  let p = w.end[next - 1]
  if (w.at(p) !== 0x7c || w.alnumAt(w.start[i] - 1)) return
  const wanted = SEGMENTS.get(w.hash[i]) ?? []
  const stop = w.start[i] + SEGMENT_REACH
  for (let field = 0; p < stop && field <= wanted[wanted.length - 1]; p++) {
    const c = w.at(p)
    if (c === 0 || c === 0x0a || c === 0x0d) return
    if (c !== 0x7c) continue
    field++
    FIELD.lastIndex = p + 1
    if (wanted.includes(field) && FIELD.test(w.text) && /\d{3}/.test(w.text.slice(p + 1, FIELD.lastIndex))) out.add(p + 1, FIELD.lastIndex, 0.9)
  }
}

/** DICOM dump lines: accession (0008,0050), study id (0020,0010), other patient ids (0010,1000), requested procedure (0040,1001), orders (0040,2016, 2017). */
const ELEMENT = /\((?:0008,0050|0020,0010|0010,(?:0020|1000)|0040,(?:1001|2016|2017))\)[ \t]{0,4}(?:[A-Z]{2})?[ \t]{0,4}[:=]?[ \t]{0,4}[["']?/iy

function element(w: Window, i: number, _next: number, out: Sink): void {
  const start = w.start[i] - 6
  if (start < 0 || w.at(start) !== 0x28) return
  ELEMENT.lastIndex = start
  if (!ELEMENT.test(w.text)) return
  FIELD.lastIndex = ELEMENT.lastIndex
  if (FIELD.test(w.text) && /\d{2}/.test(w.text.slice(ELEMENT.lastIndex, FIELD.lastIndex))) out.add(ELEMENT.lastIndex, FIELD.lastIndex, 0.93)
}

/** RFC 7519: a header and claims, in base64url. */
const JWT = /eyJ[A-Za-z0-9_-]{12}/iy

function token(w: Window, i: number, next: number, out: Sink): void {
  const at = labelled(w, i, next)
  if (at === null) return
  JWT.lastIndex = w.start[at.k]
  if (JWT.test(w.text)) out.open(w.start[at.k], JWT.lastIndex, 0.9, Tail.URL)
}

const AUTHORITY = '45 CFR 164.514(b)(2)(i)(R); RFC 9562, RFC 3061, RFC 7519; DICOM PS3.5 9, PS3.6; HL7 v2.5.1'

export const message: readonly Detector[] = [
  { id: 'other-id-urn', label: 'OTHER_ID', authority: AUTHORITY, reach: { behind: 48, ahead: 288 }, cues: ['urn'], atCue: urn },
  {
    id: 'other-id-uid',
    label: 'OTHER_ID',
    authority: AUTHORITY,
    reach: { behind: 1, ahead: 320 },
    cues: phrases(
      'uid, oid, study instance uid, study uid, series instance uid, series uid, sop instance uid, instance uid, sop uid, media storage sop instance uid, frame of reference uid, irradiation event uid, document unique id, study oid, resource, id, document id',
    ),
    atCue: labelledUid,
  },
  { id: 'other-id-uid-bare', label: 'OTHER_ID', authority: AUTHORITY, reach: { behind: 6, ahead: 264 }, cues: ['840'], atCue: bareUid },
  { id: 'other-id-hl7', label: 'OTHER_ID', authority: AUTHORITY, reach: { behind: 1, ahead: 316 }, cues: ['obr', 'orc', 'spm', 'pv 1', 'msh', 'txa'], atCue: segment },
  { id: 'other-id-dicom', label: 'OTHER_ID', authority: AUTHORITY, reach: { behind: 6, ahead: 72 }, cues: ['0050', '0010', '0020', '1000', '1001', '2016', '2017'], atCue: element },
  {
    id: 'other-id-token',
    label: 'OTHER_ID',
    authority: AUTHORITY,
    reach: { behind: 0, ahead: LABELLED_REACH },
    cues: phrases('token, id token, access token, refresh token, auth token, session token, bearer, bearer token, authorization, authorization bearer, session, jwt, cookie, assertion'),
    atCue: token,
  },
]
