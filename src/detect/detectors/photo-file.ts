import { Word } from '../../lexicon/classes'
import { Shape, type Window } from '../../scan/window'
import { Gap } from '../../text/chars'
import type { Detector, Sink } from '../detector'
import { wordSet } from '../field'

const [P] = wordSet('p')
/** Longest file name read, in code units before the extension. */
const LONGEST = 80
const JOINERS = Gap.DASH | Gap.UNDERSCORE | Gap.DOT
/** Names cameras and telephones give, and words for a picture of a person. */
const STEM = wordSet(
  'gopr mpo img dsc dscn dscf dcim pxl mvimg pict sdc cimg photo photos photograph pic pics picture portrait headshot selfie face faces facial avatar mugshot snapshot patient pt profile passport id whatsapp facetime webcam camera cam baby newborn family wedding frontal',
)
/** In a path of a site most pictures show no one: there only names of cameras and of portraits count. */
const WEB_STEM = wordSet('img dsc dscn dscf pxl mvimg headshot selfie mugshot portrait passport patient photo photos whatsapp facetime')
/** The words for a picture a file name may follow. */
const CONTEXT = wordSet(
  'photo photos photograph photographs photograph pic pics picture pictures portrait portraits headshot headshots selfie avatar mugshot image images img face facial snapshot jpeg attached attachment thumbnail camera uploaded photoid idphoto photoidimage photofile facephoto fullfacephoto patientphoto profilephoto profilepicture profileimage',
)

/** First token of the file name that ends in token `i`: pieces joined by single `-` `_` `.`. */
export function nameStart(w: Window, i: number): number {
  let k = i
  while (k > 0 && w.start[i] - w.start[k - 1] <= LONGEST && (w.shape[k - 1] & (Shape.LONG | Shape.PLACEHOLDER)) === 0) {
    const gap = w.gap[k]
    if (gap !== 0 && ((gap & ~JOINERS) !== 0 || w.start[k] - w.end[k - 1] > 2)) break
    k--
  }
  return k
}

function follows(w: Window, k: number): boolean {
  for (let j = k - 1, steps = 0; j >= 0 && steps < 4 && w.start[k] - w.start[j] <= 40; j--, steps++) {
    if (CONTEXT.has(w.hash[j]) && ((w.gap[j + 1] & Gap.SLASH) === 0 || (w.gap[j + 1] & Gap.OPEN) !== 0)) return true
  }
  return false
}

/** Folders of pictures of persons. */
const FOLDERS = wordSet('photos faces face portraits avatars headshots selfies mugshots patients profiles photoids')

/** `/photos/5043/x_531.jpg`: first token after the folder of portraits, at most three folders up; -1 for none. */
function inFolder(w: Window, i: number, from: number): number {
  let k = from
  for (let up = 0; up < 3 && k > 0; up++) {
    const gap = w.gap[k]
    if ((gap !== Gap.SLASH && gap !== Gap.BACKSLASH) || w.start[k] - w.end[k - 1] > 2 || w.start[i] - w.start[k - 1] > 110) return -1
    if (FOLDERS.has(w.hash[k - 1]) && !w.glued(k - 1)) return k
    k = nameStart(w, k - 1)
    if (w.start[i] - w.start[k] > 110) return -1
  }
  return -1
}

const DATED = /(?:^|[^A-Za-z0-9])((?:whatsapp (?:image|photo)|screen ?shot|photo) \d{4}-\d{2}-\d{2} at \d{1,2}\.\d{2}\.\d{2}(?: ?[ap]m)?(?: \(\d{1,2}\))?)\.$/i
const SUBJECT = wordSet('face photo portrait profile headshot id selfie passport front side smile')

/** A word of a person's name: with a capital, or, in one case throughout, no word of the language. */
function named(w: Window, k: number): boolean {
  if (CONTEXT.has(w.hash[k])) return false
  return w.is(k, Shape.INITIAL) || w.isWord(k, Word.GIVEN | Word.SURNAME) || (w.is(k, Shape.LOWER | Shape.CAPS) && w.len(k) > 1 && !w.isWord(k, Word.FUNCTION | Word.COMMON | Word.MEDICAL | Word.FIELD))
}

/** First of one to three words before the subject that fill the room behind a mark or a word for a picture: `Photo: park grace face 1.jpg`; or -1. */
function boundedStart(w: Window, i: number, subject: number): number {
  for (let j = subject, words = 0; words <= 3 && j > 0 && w.start[i] - w.start[j] <= LONGEST; words++) {
    const marked = w.gap[j] !== Gap.SPACE || w.start[j] - w.end[j - 1] > 1
    if (marked || CONTEXT.has(w.hash[j - 1])) return words === 0 || (marked && (w.gap[j] & (Gap.COLON | Gap.EQUALS | Gap.QUOTE | Gap.PIPE | Gap.UNDERSCORE | Gap.TAB)) === 0) ? -1 : j
    j--
    if (!w.is(j, Shape.LETTERS) || w.len(j) < 2 || w.isWord(j, Word.FUNCTION)) return -1
  }
  return -1
}

/** A name with spaces: `WhatsApp Image 2021-03-04 at 9.41.21 PM.jpeg`, `Lee Ann face 1.jpg`: where it starts, or -1. */
function spacedStart(w: Window, i: number, k: number): number {
  const dated = DATED.exec(w.text.slice(Math.max(0, w.start[i] - 64), w.start[i]))
  if (dated !== null) return w.start[i] - 1 - dated[1].length
  let j = k
  if (j > 0 && w.gap[j] === Gap.SPACE && w.is(j, Shape.DIGITS) && SUBJECT.has(w.hash[j - 1])) j--
  if (!SUBJECT.has(w.hash[j])) return -1
  const bounded = boundedStart(w, i, j)
  if (bounded >= 0) return w.start[bounded]
  for (let names = 0; names < 3 && j > 0 && w.gap[j] === Gap.SPACE && w.start[j] - w.end[j - 1] === 1 && named(w, j - 1) && w.start[i] - w.start[j - 1] <= LONGEST; names++) j--
  return j < k ? w.start[j] : -1
}

/** A file of a picture: its name tells, or the words before it do. DICOM files hold a person's images always. */
function atExtension(w: Window, i: number, _next: number, out: Sink): void {
  if (w.gap[i] !== Gap.DOT || i === 0 || w.start[i] - w.end[i - 1] !== 1 || w.glued(i + 1)) return
  const k = nameStart(w, i - 1)
  if (k > 0 && w.at(w.start[k] - 1) === 0x40) return
  const spaced = spacedStart(w, i, k)
  const folder = inFolder(w, i, k)
  if (spaced >= 0 || folder >= 0) {
    out.add(spaced >= 0 ? spaced : w.start[folder], w.end[i], 0.82)
    return
  }
  const dicom = w.str(i).toLowerCase() === 'dcm'
  let stem = dicom
  const web = k > 0 && w.at(w.start[k] - 1) === 0x2f
  const stems = web ? WEB_STEM : STEM
  for (let j = k; j < i && !stem; j++) stem = stems.has(w.hash[j])
  // `P1010001.jpg`: a letter and seven digits or more (DCF, JEITA CP-3461, has four and four; makers run on).
  stem ||= i === k + 2 && w.hash[k] === P && w.gap[i - 1] === 0 && w.len(i - 1) > 6 && w.is(i - 1, Shape.DIGITS)
  if (stem || (!web && follows(w, k))) out.add(w.start[k], w.end[i], dicom ? 0.85 : 0.8)
}

export const photoFile: Detector = {
  id: 'photo-file',
  label: 'PHOTO',
  authority: '45 CFR 164.514(b)(2)(i)(Q); DICOM PS3.15, annex E, for file names of images',
  reach: { behind: 128, ahead: 16 },
  cues: ['jpg', 'jpeg', 'png', 'gif', 'bmp', 'tif', 'tiff', 'heic', 'heif', 'webp', 'dcm'],
  atCue: atExtension,
}
