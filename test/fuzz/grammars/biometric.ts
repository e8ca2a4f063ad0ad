import { bare, field, type Grammar, situ } from '../form'
import type { Rng } from '../prng'

const B64 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'
const b64 = (r: Rng, n: number): string => r.of(B64, n)
const unit = (r: Rng): string => `${r.pick(['', '-'])}0.${r.digits(r.int(3, 8))}`
const vector = (r: Rng, n: number, by: string): string => `[${Array.from({ length: n }, () => unit(r)).join(by)}]`
const FINGER = ['Fingerprint', 'Fingerprint ID', 'Finger template', 'Fingerprint template', 'Fingerprint hash', 'Fingerprint record']

export const BIOMETRIC: Grammar = {
  label: 'BIOMETRIC',
  authority: '45 CFR 164.514(b)(2)(i)(P); ISO/IEC 19794-2, -5, -6; ANSI/NIST-ITL 1-2011',
  numbered: true,
  labels: ['Fingerprint ID', 'Biometric ID', 'Fingerprint template', 'Voiceprint ID', 'Voice print', 'Retina scan ID', 'Iris code', 'Iris scan', 'Face template', 'Face ID', 'Palm print ID', 'Palm vein template', 'Biometric template', 'Retinal scan', 'Facial recognition ID', 'Face encoding', 'Biometric hash', 'Faceprint', 'Handprint ID', 'Gait signature'],
  prose: ['Her fingerprint ID is {}.', 'enrolled with biometric template {} at intake', 'The voiceprint {} was matched.', 'iris scan {} on file'],
  forms: [
    field('prefix-digits', (r) => `${r.pick(['FP', 'BIO', 'VP', 'IR', 'RT'])}-${r.digits(r.int(4, 8))}`),
    field('digits', (r) => r.digits(r.int(6, 10))),
    field('letters-digits', (r) => r.upper(2) + r.digits(6)),
    field('prefix-year', (r) => `${r.pick(['VP', 'FT'])}-${r.int(2015, 2026)}-${r.digits(4)}`),
    field('prefix-mixed', (r) => `${r.pick(['BIO', 'FACE', 'IRIS'])}-${r.upper(2)}${r.digits(3)}-${r.digits(2)}`),
    field('underscore', (r) => `${r.pick(['fp', 'vp', 'iris'])}_${r.hex(8)}`),
    field('hex-32', (r) => r.hex(32)),
    field('hex-64', (r) => r.hex(64)),
    field('hex-spaced', (r) => Array.from({ length: 12 }, () => r.hex(2).toUpperCase()).join(' ')),
    field('hex-0x', (r) => `0x${r.hex(24).toUpperCase()}`),
    field('uuid', (r) => `${r.hex(8)}-${r.hex(4)}-4${r.hex(3)}-a${r.hex(3)}-${r.hex(12)}`),
    field('sha', (r) => `sha256:${r.hex(64)}`),
    field('base64', (r) => `${b64(r, r.int(40, 120))}=`),
    field('base64-long', (r) => `${b64(r, 1200)}==`),
    bare('fmr-base64', (r) => `Rk1SACAyMAAA${b64(r, 200)}`, { labels: FINGER }),
    bare('fir-base64', (r) => `RklSADAxMAAA${b64(r, 200)}`, { labels: FINGER }),
    bare('fac-base64', (r) => `RkFDADAxMAAA${b64(r, 200)}`, { labels: ['Face template', 'Face image record'] }),
    bare('iir-base64', (r) => `SUlSADAyMAAA${b64(r, 200)}`, { labels: ['Iris template', 'Iris image record'] }),
    field('vector', (r) => vector(r, 16, ', '), ['Face embedding', 'Voice embedding', 'Face encoding', 'Speaker embedding', 'faceVector']),
    field('vector-tight', (r) => vector(r, 128, ','), ['Face embedding', 'face_embedding', 'Voice embedding']),
    field('vector-short', (r) => vector(r, 4, ', '), ['Face embedding', 'Voice embedding']),
    field('bits', (r) => r.of('01', 64), ['Iris code', 'IrisCode', 'Biometric template']),
    field('file-wsq', (r) => `${r.pick(['rindex', 'lthumb', 'scan'])}_${r.digits(5)}.wsq`, ['Fingerprint file', 'Fingerprint', 'Fingerprint image']),
    bare('file-wsq-bare', (r) => `finger_${r.digits(5)}.wsq`, { labels: ['Fingerprint file'] }),
    field('henry', (r) => `${r.digits(2)} ${r.pick(['M', 'L', 'S'])} ${r.int(1, 32)} ${r.pick(['U', 'R', 'W'])} ${r.pick(['IOI', 'OII', 'OOO'])} ${r.int(5, 20)}`, ['Henry classification', 'Fingerprint classification']),
    field('fpc', (r) => Array.from({ length: 10 }, () => r.pick(['PO', 'PI', 'AA', 'TT', 'CI', '12', '08', '15'])).join(''), ['FPC', 'NCIC fingerprint classification', 'Fingerprint classification']),
    field('minutiae', (r) => Array.from({ length: 5 }, () => `(${r.int(0, 500)},${r.int(0, 500)},${r.int(0, 359)})`).join(' '), ['Minutiae', 'Fingerprint minutiae']),
    situ('fingerprint-parens', (r) => `Fingerprints taken (ID «FP-${r.digits(6)}») on arrival.`),
    situ('voiceprint-enrolled', (r) => `Voiceprint enrolled as «VP${r.digits(7)}» for phone access.`),
    situ('json', (r) => `{"fingerprintTemplate":"«${b64(r, 80)}»","finger":"R2"}`),
    situ('json-vector', (r) => `{"faceEmbedding":«${vector(r, 8, ',')}»,"score":0.91}`),
    situ('kv', (r) => `biometric_id=«${r.hex(16)}» status=ok`),
    situ('retina-prose', (r) => `retinal scan «RS-${r.digits(5)}» matched the record`),
    situ('palm', (r) => `Palm vein scan, template «PV-${r.digits(6)}», accepted.`),
  ],
}
