import type { Window } from '../../scan/window'
import { Gap } from '../../text/chars'
import { type Detector, type Sink, Tail } from '../detector'
import { photoFile } from './photo-file'
import { photoWrapped, wrappedEnd } from './photo-wrapped'
import { idValue, isDate, LABELLED_REACH, labelled, measured, Said } from './shared-labelled'
import { phrases } from './shared-phrases'

const AUTHORITY = '45 CFR 164.514(b)(2)(i)(Q)'

/** RFC 2397; the slash may be escaped as JSON does. */
const DATA_URI = /data:(?:image|video|application)\\?\/[a-z0-9.+-]{1,40}(?:;[a-z0-9_.-]{1,16}=?[a-z0-9_.-]{0,20}){0,3},/iy

function dataUri(w: Window, i: number, next: number, out: Sink): void {
  if (w.at(w.end[next - 1]) !== 0x3a) return
  DATA_URI.lastIndex = w.start[i]
  if (!DATA_URI.test(w.text)) return
  const head = w.text.slice(w.start[i], DATA_URI.lastIndex).toLowerCase()
  if (head.startsWith('data:application') && !head.includes('dicom')) return
  const drawing =
    head.includes('svg') && w.at(DATA_URI.lastIndex) === 0x3c
      ? w.text
          .slice(DATA_URI.lastIndex, w.start[i] + 310)
          .toLowerCase()
          .indexOf('</svg>')
      : -1
  if (drawing > 0) out.add(w.start[i], DATA_URI.lastIndex + drawing + 6, 0.98)
  else out.open(w.start[i], DATA_URI.lastIndex, 0.98, head.includes(';base64,') ? Tail.BASE64 : Tail.URL)
}

const BLOB = /[A-Za-z0-9+/=_\\-]{40}/y
/** First bytes in base64: JPEG (FF D8 FF), PNG, GIF. */
const MAGIC = /\/9j\\?\/|iVBORw0KGgo|R0lGOD[dl]h/y

function blob(w: Window, start: number): boolean {
  BLOB.lastIndex = start
  return BLOB.test(w.text) && /[0-9+/=]/.test(w.text.slice(start, start + 40))
}

/** An image in base64, known by its first bytes. Asked at the first number of JPEG's `/9j/`, the first word of the others'. */
function magic(w: Window, i: number, _next: number, out: Sink): void {
  const start = w.at(w.start[i]) === 0x39 ? w.start[i] - 1 : w.start[i]
  if (w.glued(i) || start < 0) return
  MAGIC.lastIndex = start
  if (MAGIC.test(w.text) && blob(w, start)) out.open(start, Math.max(start + 40, wrappedEnd(w, start, start + 304)), 0.95, Tail.BASE64)
}

const SUBJECTS = phrases(`
  photo, photos, photograph, picture, portrait, avatar, headshot, selfie, mugshot, mug shot, face photo, face image, facial image, profile photo, profile picture, profile image, patient photo,
  patient image, patient picture, image, thumbnail, thumb,
`)
const ARTEFACTS = ['id', 'identifier', 'number', 'no', 'ref', 'reference', 'key', 'hash', 'uuid', 'file id', 'asset id']
const LABELS = SUBJECTS.flatMap((s) => ARTEFACTS.map((a) => `${s} ${a}`))
const KEYS = [
  ...SUBJECTS,
  ...phrases(
    'img, pic, photo data, image data, photo base 64, image base 64, photo b 64, image b 64, photo content, image content, image bytes, photo bytes, jpeg photo, thumbnail photo, user picture, face crop, face scan',
  ),
]

/** `photo: <base64>` under the key of a picture, whatever its format; `Photo #448120`. */
function atKey(w: Window, i: number, next: number, out: Sink): void {
  const at = labelled(w, i, next, Gap.SLASH | Gap.PLUS)
  if (at === null || at.said === Said.BARE) return
  const sign = w.at(w.start[at.k] - 1)
  const start = w.start[at.k] - (sign === 0x2f || sign === 0x2b ? 1 : 0)
  if (blob(w, start)) out.open(start, start + 40, 0.9, Tail.BASE64)
  else if (at.said === Said.NAMED) atLabel(w, i, next, out)
}

/** `photo id 12345`. */
function atLabel(w: Window, i: number, next: number, out: Sink): void {
  const at = labelled(w, i, next)
  const value = at === null ? null : idValue(w, at.k)
  if (at === null || value === null || value.digits < 4) return
  const text = w.text.slice(value.start, value.end)
  if (isDate(text) || /[./]/.test(text) || measured(w, value.last) || (at.said === Said.BARE && value.letters === 0 && value.digits < 5)) return
  out.add(value.start, value.end, 0.85)
}

export const photo: readonly Detector[] = [
  {
    id: 'photo-data-uri',
    label: 'PHOTO',
    authority: `${AUTHORITY}; RFC 2397`,
    reach: { behind: 0, ahead: 320 },
    cues: ['data'],
    atCue: dataUri,
  },
  { id: 'photo-base64', label: 'PHOTO', authority: `${AUTHORITY}; RFC 4648, 4`, reach: { behind: 2, ahead: 320 }, cues: ['9 j', 'ivborw 0', 'r 0'], atCue: magic },
  { id: 'photo-key', label: 'PHOTO', authority: AUTHORITY, reach: { behind: 0, ahead: LABELLED_REACH }, cues: KEYS, atCue: atKey },
  { id: 'photo-id', label: 'PHOTO', authority: AUTHORITY, reach: { behind: 0, ahead: LABELLED_REACH }, cues: LABELS, atCue: atLabel },
  photoFile,
  photoWrapped,
]
