import { Shape, type Window } from '../../scan/window'
import { Gap } from '../../text/chars'
import { type Detector, type Sink, Tail } from '../detector'
import { wordSet } from '../field'
import { nameStart } from './photo-file'
import { idValue, isDate, labelled, Said } from './shared-labelled'
import { phrases } from './shared-phrases'

const AUTHORITY = '45 CFR 164.514(b)(2)(i)(P); ISO/IEC 19794, 39794'

/** What was measured, and what was made of it: every pair is a label. */
const TRAITS = phrases(`
  fingerprint, fingerprints, finger print, finger, thumbprint, thumb print, palm print, palmprint, handprint, hand print, palm, palm vein, finger vein, vein, hand geometry, hand, footprint, footprints, foot print, ear, voice, voiceprint,
  voice print, voice biometric, speaker, voice recording, voice sample, audio recording,
  iris, iris image, face image, iris scan, retina, retinal, retina scan, retinal scan, eye, face, facial, face recognition, facial recognition, faceprint, face print, gait, keystroke, signature biometric, biometric,
  biometrics, biometric scan, dna profile,
`)
const ARTEFACTS = phrases(`
  id, ids, identifier, number, no, template, template id, templates, hash, code, embedding, embedding id, embeddings, encoding, encoding id, vector, signature, signature id, token, record, record id,
  reference, ref, enrollment id, enrolment id, scan id, key, data, minutiae, descriptor, map, biometric id, biometric, sample id, profile id, model id, fmr, scan hash, scan code, scan template, image id, recording id, image, image record, file, file no, card, card no, print card, classification, ncic classification,
`)
/** Traits whose name alone, with a colon and a value that reads as a code, is a label. */
const ALONE = phrases(`
  fingerprint, fingerprints, thumbprint, palmprint, palm print, voiceprint, voice print, faceprint, face print, iris scan, retina scan, retinal scan, palm scan, face scan, facial scan,
  facial recognition, voice recognition, biometric, biometrics, minutiae, fmr, fir, iir, biometric scan, fingerprint scan, hand scan, vein scan, bioid, afis,
  iafis, handprint, hand print, fpc, palm vein scan, palm vein, finger vein scan, hand geometry scan, eye scan, thumb scan, finger scan, palm print scan, ncic fingerprint classification, ncic classification, ncic fpc, fingerprint minutiae,
`)

const CUES = [...TRAITS.flatMap((t) => ARTEFACTS.map((a) => `${t} ${a}`)), 'afis id', 'afis number', 'fbi number', 'codis id']

/** A key's, a certificate's, a browser's fingerprint is not a finger's. */
const NOT_BODY = wordSet('key ssh rsa ecdsa ed dsa cert certificate ssl tls pgp gpg browser device error issue build public host server app request query content file molecular genetic peptide mass chemical')
/** Bytes in pairs; minutiae as positions and angles (ISO/IEC 19794-2, 7). */
const BYTES = /[0-9a-f]{2}(?:[ :][0-9a-f]{2}){5,31}/iy
const POINTS = /\(\d{1,4}(?:, ?\d{1,4}){1,3}\)(?:,? ?\(\d{1,4}(?:, ?\d{1,4}){1,3}\)){1,9}/y
/** First bytes of the standard records, in base64: FMR, FIR, FAC, IIR. */
const RECORD = /(?:Rk1S|RklS|RkFD|SUlS)A[A-Za-z0-9+/]{27}/y
const [FINGERPRINT, FINGERPRINTS] = wordSet('fingerprint fingerprints')
const MADE = wordSet('template templates id hash code record number reference ref')
const ENROLLED = wordSet('enrolled enroled registered stored saved recorded filed')

/** What it is, and eight hexadecimal digits of it: `iris_a91bdecd`. */
const PREFIXED = /^[a-z]{2,6}[_-](?=[a-f]{0,15}\d)[0-9a-f]{8,32}$/i
const DIGEST = /(?:sha-?\d{1,3}|md5)[:=]/iy
const BLOB = /[A-Za-z0-9+/=_\\-]{20,64}/y
/** The same without the padding: `hash=…` is a field's name and value. */
const BODY = /[A-Za-z0-9+/_\\-]{20,64}/y
/** A list of numbers, as embeddings are written. */
const VECTOR = /^-?\d{0,3}\.\d{2,18}(?:[,; ]{1,2}-?\d{0,3}\.\d{2,18}){2,40}/

function take(w: Window, i: number, next: number, out: Sink, alone: boolean): void {
  if (i > 0 && NOT_BODY.has(w.hash[i - 1]) && (w.gap[i] & ~(Gap.SPACE | Gap.UNDERSCORE | Gap.DASH)) === 0) return
  let at = labelled(w, i, next, Gap.PLUS | Gap.SLASH)
  if (at !== null && ENROLLED.has(w.hash[at.k]) && at.k + 2 < w.n && w.start[at.k + 2] - w.end[at.k] <= 8) at = { ...at, k: at.k + 2, said: Said.MARKED }
  // `palm vein scan, template pv-680301`
  if (at !== null && MADE.has(w.hash[at.k]) && (w.gap[at.k] & ~(Gap.SPACE | Gap.COMMA | Gap.OPEN)) === 0 && at.k + 1 < w.n && w.start[at.k + 1] - w.end[at.k] <= 3) at = { ...at, k: at.k + 1, said: Said.NAMED }
  if (at === null) return
  const digest = digestEnd(w, w.start[at.k])
  if (digest > 0 && alone && (w.hash[i] === FINGERPRINT || w.hash[i] === FINGERPRINTS)) return
  if (alone && at.said === Said.BARE && digest < 0 && !coded(w, at.k)) return
  if (spelled(w, w.start[at.k], out)) return
  const sign = w.at(w.start[at.k] - 1)
  const start = w.start[at.k] - (sign === 0x2f || sign === 0x2b ? 1 : 0)
  if (vector(w, i, start, out)) return
  BLOB.lastIndex = digest > 0 ? digest : start
  if (BLOB.test(w.text) && /[0-9+/=]/.test(w.text.slice(start, BLOB.lastIndex))) {
    out.open(start, BLOB.lastIndex, 0.95, Tail.BASE64)
    return
  }
  const value = idValue(w, at.k)
  if (value !== null && PREFIXED.test(w.text.slice(value.start, value.end))) {
    out.add(value.start, value.end, 0.9)
    return
  }
  if (value === null || (value.digits < 2 && value.end - value.start !== 20) || value.end - value.start < 4) return
  const text = w.text.slice(value.start, value.end)
  if (isDate(text) || /^(?:19|20)\d{2}$/.test(text) || /^\d+[./]\d+/.test(text)) return
  if (at.said === Said.BARE && value.letters === 0 && value.digits < 5) return
  if (alone && value.digits < (value.letters > 0 ? (at.said === Said.NAMED ? 2 : 3) : 4)) return
  out.add(value.start, value.end, at.said === Said.BARE ? 0.85 : 0.95)
}

function spelledEnd(w: Window, start: number): number {
  BYTES.lastIndex = start
  POINTS.lastIndex = start - 1
  return BYTES.test(w.text) && !w.alnumAt(BYTES.lastIndex) ? BYTES.lastIndex : start > 0 && POINTS.test(w.text) ? POINTS.lastIndex : -1
}

function spelled(w: Window, start: number, out: Sink): boolean {
  const end = spelledEnd(w, start)
  if (end > 0) out.add(w.at(start - 1) === 0x28 && w.at(end - 1) === 0x29 ? start - 1 : start, end, 0.92)
  return end > 0
}

/** A template as the standards lay it out needs no label. */
function recordAt(w: Window, i: number, out: Sink): void {
  const c = w.at(w.start[i])
  if ((c !== 0x52 && c !== 0x53) || w.glued(i)) return
  RECORD.lastIndex = w.start[i]
  if (RECORD.test(w.text)) out.open(w.start[i], RECORD.lastIndex, 0.95, Tail.BASE64)
}

/** `VP-7781`: capitals, a dash, digits; or what no word of a sentence is: six digits, letters and four digits, a long code. */
function coded(w: Window, k: number): boolean {
  if (spelledEnd(w, w.start[k]) > 0) return true
  if ((w.at(w.end[k]) === 0x5f || w.at(w.end[k]) === 0x2d) && PREFIXED.test(w.text.slice(w.start[k], w.end[w.runEnd(k + 1)]))) return true
  BODY.lastIndex = w.start[k]
  if (BODY.test(w.text) && /\d/.test(w.text.slice(w.start[k], BODY.lastIndex))) return true
  const value = idValue(w, k)
  if (value !== null && (value.letters > 0 ? value.digits >= 3 && value.end - value.start >= 7 : value.digits >= 6)) return true
  return (w.shape[k] & Shape.CAPS) !== 0 && w.is(k + 1, Shape.DIGITS) && w.gap[k + 1] === Gap.DASH && w.end[k + 1] - w.start[k + 1] >= 3
}

function digestEnd(w: Window, start: number): number {
  DIGEST.lastIndex = start
  return DIGEST.test(w.text) ? DIGEST.lastIndex : -1
}

/** The beginning of a list of numbers, as far as this detector sees. */
function vector(w: Window, i: number, start: number, out: Sink): boolean {
  const from = w.at(start - 1) === 0x2d ? start - 1 : start
  const list = VECTOR.exec(w.text.slice(from, w.start[i] + 316))
  if (list !== null) out.open(from, from + list[0].length, 0.9, list[0].includes(' ') ? Tail.NONE : Tail.URL)
  return list !== null
}

/** `rindex_43056.wsq`: the FBI's format for prints. */
function fileAt(w: Window, i: number, _next: number, out: Sink): void {
  if (w.gap[i] === Gap.DOT && i > 0 && w.start[i] - w.end[i - 1] === 1) out.add(w.start[nameStart(w, i - 1)], w.end[i], 0.85)
}

const reach = { behind: 32, ahead: 318 }

export const biometric: readonly Detector[] = [
  { id: 'biometric', label: 'BIOMETRIC', authority: AUTHORITY, reach, cues: CUES, atCue: (w, i, next, out) => take(w, i, next, out, false) },
  { id: 'biometric-alone', label: 'BIOMETRIC', authority: AUTHORITY, reach, cues: ALONE, atCue: (w, i, next, out) => take(w, i, next, out, true) },
  { id: 'biometric-record', label: 'BIOMETRIC', authority: AUTHORITY, reach: { behind: 0, ahead: 40 }, on: { shape: Shape.CAMEL }, at: recordAt, cues: ['rk 1'], atCue: (w, i, _next, out) => recordAt(w, i, out) },
  { id: 'biometric-file', label: 'BIOMETRIC', authority: `${AUTHORITY}; FBI WSQ`, reach: { behind: 128, ahead: 16 }, cues: ['wsq'], atCue: fileAt },
]
