import { Shape, type Window } from '../../scan/window'
import { Gap } from '../../text/chars'
import { type Detector, type Sink, Tail } from '../detector'
import { wordSet } from '../field'
import { idValue, isDate, LABELLED_REACH, labelled, Said } from './shared-labelled'
import { phrases } from './shared-phrases'

const AUTHORITY = '45 CFR 164.514(b)(2)(i)(P); ISO/IEC 19794, 39794'

/** What was measured, and what was made of it: every pair is a label. */
const TRAITS = phrases(`
  fingerprint, fingerprints, finger print, finger, thumbprint, thumb print, palm print, palmprint, palm, palm vein, finger vein, vein, hand geometry, hand, footprint, ear, voice, voiceprint,
  voice print, voice biometric, speaker, voice recording, voice sample, audio recording,
  iris, iris scan, retina, retinal, retina scan, retinal scan, eye, face, facial, face recognition, facial recognition, faceprint, face print, gait, keystroke, signature biometric, biometric,
  biometrics, biometric scan, dna profile,
`)
const ARTEFACTS = phrases(`
  id, ids, identifier, number, no, template, template id, templates, hash, code, embedding, embedding id, embeddings, encoding, encoding id, vector, signature, signature id, token, record, record id,
  reference, ref, enrollment id, enrolment id, scan id, key, data, minutiae, descriptor, map, biometric id, biometric, sample id, profile id, model id, fmr, scan hash, scan code, scan template, image id, recording id,
`)
/** Traits whose name alone, with a colon and a value that reads as a code, is a label. */
const ALONE = phrases(`
  fingerprint, fingerprints, thumbprint, palmprint, palm print, voiceprint, voice print, faceprint, face print, iris scan, retina scan, retinal scan, palm scan, face scan, facial scan,
  facial recognition, voice recognition, biometric, biometrics, minutiae, fmr, fir, iir, biometric scan, fingerprint scan, hand scan, vein scan, bioid, afis,
  iafis,
`)

const CUES = [...TRAITS.flatMap((t) => ARTEFACTS.map((a) => `${t} ${a}`)), 'afis id', 'afis number', 'fbi number', 'codis id']

/** A key's, a certificate's, a browser's fingerprint is not a finger's. */
const NOT_BODY = wordSet('key ssh rsa ecdsa ed dsa cert certificate ssl tls pgp gpg browser device error issue build public host server app request query content file molecular genetic peptide mass chemical')
const DIGEST = /(?:sha-?\d{1,3}|md5)[:=]/iy
const BLOB = /[A-Za-z0-9+/=_\\-]{20}/y
/** A list of numbers, as embeddings are written. */
const VECTOR_SEEN = 120
const VECTOR = /^-?\d{0,3}\.\d{2,18}(?:[,; ]{1,2}-?\d{0,3}\.\d{2,18}){2,15}/

function take(w: Window, i: number, next: number, out: Sink, alone: boolean): void {
  if (i > 0 && NOT_BODY.has(w.hash[i - 1]) && (w.gap[i] & ~(Gap.SPACE | Gap.UNDERSCORE | Gap.DASH)) === 0) return
  const at = labelled(w, i, next, Gap.PLUS | Gap.SLASH)
  if (at === null || (alone && at.said === Said.BARE && !coded(w, at.k))) return
  const digest = digestEnd(w, w.start[at.k])
  if (digest > 0 && alone) return
  const sign = w.at(w.start[at.k] - 1)
  const start = w.start[at.k] - (sign === 0x2f || sign === 0x2b ? 1 : 0)
  if (vector(w, start, out)) return
  BLOB.lastIndex = digest > 0 ? digest : start
  if (BLOB.test(w.text) && /[0-9+/=]/.test(w.text.slice(start, BLOB.lastIndex))) {
    out.open(start, BLOB.lastIndex, 0.95, Tail.BASE64)
    return
  }
  const value = idValue(w, at.k)
  if (value === null || value.digits < 2 || value.end - value.start < 4) return
  const text = w.text.slice(value.start, value.end)
  if (isDate(text) || /^(?:19|20)\d{2}$/.test(text) || /^\d+[./]\d+/.test(text)) return
  if (at.said === Said.BARE && value.letters === 0 && value.digits < 5) return
  if (alone && value.digits < 4) return
  out.add(value.start, value.end, at.said === Said.BARE ? 0.85 : 0.95)
}

/** `VP-7781`: capitals, a dash, digits. */
function coded(w: Window, k: number): boolean {
  return (w.shape[k] & Shape.CAPS) !== 0 && w.is(k + 1, Shape.DIGITS) && w.gap[k + 1] === Gap.DASH && w.end[k + 1] - w.start[k + 1] >= 3
}

function digestEnd(w: Window, start: number): number {
  DIGEST.lastIndex = start
  return DIGEST.test(w.text) ? DIGEST.lastIndex : -1
}

/** The beginning of a list of numbers, as far as this detector sees. */
function vector(w: Window, start: number, out: Sink): boolean {
  const from = w.at(start - 1) === 0x2d ? start - 1 : start
  const list = VECTOR.exec(w.text.slice(from, from + VECTOR_SEEN))
  if (list !== null) out.add(from, from + list[0].length, 0.9)
  return list !== null
}

const reach = { behind: 32, ahead: LABELLED_REACH + 56 }

export const biometric: readonly Detector[] = [
  { id: 'biometric', label: 'BIOMETRIC', authority: AUTHORITY, reach, cues: CUES, atCue: (w, i, next, out) => take(w, i, next, out, false) },
  { id: 'biometric-alone', label: 'BIOMETRIC', authority: AUTHORITY, reach, cues: ALONE, atCue: (w, i, next, out) => take(w, i, next, out, true) },
]
