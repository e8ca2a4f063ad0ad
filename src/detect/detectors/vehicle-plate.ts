import { Word } from '../../lexicon/classes'
import { Shape, type Window } from '../../scan/window'
import { Gap } from '../../text/chars'
import type { Detector, Sink } from '../detector'
import { wordSet } from '../field'
import { isCode, isDate, LABELLED_REACH, type Labelled, labelled, measured, prose, Said } from './shared-labelled'
import { phrases } from './shared-phrases'

/** Labels nothing but a plate follows. */
const SURE = phrases(`
  license plate, license plate number, license plate no, license plates, licence plate, licence plate number, licence plates, lic plate, lic plate number, lic plt, license tag, license tag number,
  number plate, registration plate, registration plate number, plate number, plate no, plate num,
  vehicle registration, vehicle registration number, vehicle registration mark, car registration, car registration number, vehicle plate, car plate, vehicle plates, vehicle tag, vehicle tag number,
  car tag, licence tag, auto tag, tag plate, state plate, truck plate, trailer plate, motorcycle plate, vrm, vrn, registration mark, temp tag, temporary tag, vanity plate, vanity plates, dealer plate, temporary plate,
`)
/** Labels that also mean an orthopaedic plate, a patient's registration, a name tag. */
const LOOSE = ['lp', 'lp no', 'lp number', 'plate', 'plates', 'tag', 'tag number', 'tag no', 'tags', 'registration', 'registration number', 'registration no', 'reg', 'reg no', 'reg number']

const NOT_PLATE = wordSet(
  'unknown none na no not yes see pending refused was is and the of on in at to from for or with seen noted number state expired missing stolen temp temporary vanity dealer unreadable partial same per plus holes hole screws screw fixation reads reading removed left right redacted illegible unspecified undisclosed withheld omitted obscured unavailable unobtainable',
)
const PLACE = Word.STATE | Word.STATE_CODE | Word.COUNTRY

/** Past a state between label and plate: `license plate California 7ABC123`, `Plate (TX) is ABC-1234`. */
function afterState(w: Window, i: number, from: Labelled): Labelled {
  let at = from
  for (let steps = 0; steps < 2; steps++) {
    const { k } = at
    const j = k + 1
    if (!w.isWord(k, PLACE) || j >= w.n || w.gap[j] === 0) break
    const code = w.end[k] - w.start[k] <= 3
    // `ID 12345`, `CT-123`: the letters may be the plate's own.
    if (code && w.gap[j] === Gap.SPACE && w.at(w.end[j]) === 0x2d && w.is(j, Shape.DIGITS) && w.len(j) < 3) {
      at = { ...at, k: j, said: w.is(k, Shape.CAPS) ? Math.max(at.said, Said.MARKED) : at.said }
      break
    }
    if (code && (w.gap[j] === Gap.DASH || (w.gap[j] === Gap.SPACE && w.start[j] - w.end[k] === 1 && w.is(j, Shape.DIGITS) && !w.glued(j + 1) && !(j + 1 < w.n && w.gap[j + 1] === Gap.SPACE && w.is(j + 1, Shape.CAPS)))))
      break
    const next = labelled(w, i, j)
    if (next === null) break
    at = { ...next, said: Math.max(at.said, next.said, (w.gap[j] & Gap.CLOSE) !== 0 ? Said.MARKED : Said.BARE), gap: at.gap | next.gap }
  }
  return at
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
  if (/^\d+$/.test(a)) return /^[A-Z]{1,3}$/i.test(b)
  if (/^[A-Za-z]+$/.test(a)) return a.length <= 4 && /^\d{1,5}$|^\d{1,4}[A-Z]{1,2}$|^[A-Z]\d{2,3}$/i.test(b)
  return /^[A-Z0-9]{3,4}$/i.test(a) && /^\d{2,4}$|^[A-Z]{2,3}$|^[A-Z]\d{2}$/i.test(b)
}

/** A word of the language after a plate is none of its groups. */
const word = (w: Window, k: number): boolean => NOT_PLATE.has(w.hash[k]) || ((w.shape[k] & Shape.LOWER) !== 0 && !w.glued(k + 1) && w.isWord(k, Word.FUNCTION | Word.COMMON | Word.MEASURE | Word.MEDICAL))

function plateEnd(w: Window, k: number): { end: number; last: number; groups: number } | null {
  let last = group(w, k)
  if (last < 0) return null
  const known = series(w, k)
  if (known > 0 && (w.at(w.end[last]) === 0x2d || !word(w, k))) {
    while (last + 1 < w.n && w.end[last + 1] <= known) last++
    return { end: known, last, groups: 2 }
  }
  let groups = 1
  for (; groups < 3; groups++) {
    const j = last + 1
    if (j >= w.n || w.start[j] - w.end[last] !== 1) break
    const gap = w.gap[j]
    const next = group(w, j)
    if (next < 0 || w.end[next] - w.start[k] > 11) break
    const b = w.text.slice(w.start[j], w.end[next])
    const a = w.text.slice(w.start[last === k ? k : w.runStart(last)], w.end[last])
    if (gap === Gap.SPACE ? word(w, j) || !pairs(a, b) : gap !== Gap.DASH || (!/\d/.test(b) && (b.length > 4 || word(w, j)))) break
    last = next
  }
  return { end: w.end[last], last, groups }
}

/** The plate after its label; `sure`: the label can mean nothing else. */
function labelledPlate(w: Window, i: number, next: number, out: Sink, sure: boolean): void {
  if (!sure && prose(w, next) && !plausible(w, next) && !w.isWord(next, Word.STATE_CODE)) return
  let at = labelled(w, i, next)
  if (at === null || ((at.gap & (Gap.COMMA | Gap.NEWLINE)) !== 0 && at.said === Said.BARE && !sure && !w.glued(at.k + 1) && !w.is(at.k, Shape.CAPS) && w.at(w.end[at.k]) !== 0x2d && series(w, at.k) < 0)) return
  // The label says "number" itself, or the state before it makes it a car's: `Plate No NR 06662`, `DE plate 052307`.
  const named = next > i + 1
  if (named && at.k > next && SERIES_WORD.has(w.hash[at.k - 1]) && w.is(at.k - 1, Shape.CAPS)) at = { ...at, k: at.k - 1 }
  if (named || (!sure && ofState(w, i))) at = { ...at, said: Math.max(at.said, named ? Said.NAMED : Said.MARKED) }
  const read = READING.has(w.hash[at.k]) && at.k + 1 < w.n && w.start[at.k + 1] - w.end[at.k] <= 3
  const { k, said } = afterState(w, i, read ? { ...at, k: at.k + 1 } : at)
  const value = plateEnd(w, k)
  if (value === null || (NOT_PLATE.has(w.hash[k]) && !w.glued(k + 1) && w.at(w.end[k]) !== 0x2d)) return
  const text = w.text.slice(w.start[k], value.end)
  if (isDate(text) || measured(w, value.last)) return
  const score = worth(w, k, text, said, sure)
  if (score > 0) out.add(w.start[k], value.end, score)
}

const SERIES_WORD = wordSet('nr no')
/** `DE plate`: a state's code in capitals, or one that is no word, right before the label. */
const ofState = (w: Window, i: number): boolean =>
  i > 0 && w.gap[i] === Gap.SPACE && w.isWord(i - 1, Word.STATE_CODE) && w.len(i - 1) === 2 && (w.is(i - 1, Shape.CAPS) || !w.isWord(i - 1, Word.FUNCTION | Word.MEDICAL | Word.COMMON))

/** Series that no word or number looks like, in any case: the states' of three and three, and those of Germany, France, Italy and Great Britain. */
const SERIES = /[a-z]{2}[- ]\d{3}[- ][a-z]{2}|[a-z]{1,3}-[a-z]{1,2} ?\d{2,4}[eh]?|[a-z]{2}\d{2} [a-z]{3}|[a-z]{3}[- ][a-z]\d{2}|[a-z]\d{2}-[a-z]{3}|\d[a-z]{2} [a-z]\d{2}|[a-z]{3}[- ]\d{4}/iy

/** End of a plate of a known series at token `k`, or -1. */
function series(w: Window, k: number): number {
  SERIES.lastIndex = w.start[k]
  return SERIES.test(w.text) && !w.alnumAt(SERIES.lastIndex) ? SERIES.lastIndex : -1
}

const READING = wordSet('reading reads marked stating tagged')

/** `plate abc 1234`: three letters that are no word, then digits. */
function plausible(w: Window, k: number): boolean {
  if (w.end[k] - w.start[k] <= 3 && !word(w, k) && series(w, k) > w.start[k] + 6) return true
  return k + 1 < w.n && w.end[k] - w.start[k] <= 3 && w.start[k + 1] - w.end[k] === 1 && w.is(k + 1, Shape.DIGITS) && !word(w, k)
}

function worth(w: Window, k: number, text: string, said: number, sure: boolean): number {
  const size = text.replace(/[^A-Za-z0-9]/g, '').length
  const letters = text.replace(/[^A-Za-z]/g, '').length
  const digits = size - letters
  if (sure) {
    if (digits > 0) return size >= 4 ? (mixed(text) ? 0.95 : 0.8) : 0
    return size >= 3 && (said !== Said.BARE ? caps(text) || (w.word[k] & ~(Word.GIVEN | Word.SURNAME)) === 0 : size >= 5 && caps(text) && w.word[k] === 0) ? 0.7 : 0
  }
  if (letters === 0) return said !== Said.BARE && size >= (said === Said.NAMED ? 5 : 6) && size <= 7 ? 0.6 : 0
  // A vanity plate: one word of capitals that the language does not have, or capitals with a figure among them.
  if (caps(text) && size > 4 && size < 9 && !/[^A-Z0-9]/.test(text) && (digits > 0 ? size > 5 : said === Said.NAMED && w.word[k] === 0)) return 0.6
  if (said === Said.NAMED && size > 4 && size < 9 && digits === 0 && w.is(k, Shape.LOWER) && w.word[k] === 0) return 0.55
  if (digits === 0 || size < 4 || size > 8 || isCode(text)) return digits > 0 && size >= 4 && size <= 8 && said === Said.NAMED && letters > 1 ? 0.6 : 0
  if (letters >= 2 && digits >= 2 && (caps(text) || said !== Said.BARE || w.glued(k + 1) || w.at(w.end[k]) === 0x2d || !w.isWord(k, Word.FUNCTION | Word.COMMON | Word.MEDICAL))) return 0.75
  return said !== Said.BARE && size >= 5 ? 0.7 : 0
}

const ASIDE = Gap.SPACE | Gap.COMMA | Gap.OPEN
/** `took the truck, YAKX 4471`, `gray sedan (RI LM-771)`: set off behind the vehicle, capitals and figures, nothing a model or a year is. */
function besideVehicle(w: Window, i: number, next: number, out: Sink): void {
  if (next >= w.n || (w.gap[next] & ~ASIDE) !== 0 || (w.gap[next] & (Gap.COMMA | Gap.OPEN)) === 0) return
  const state = w.isWord(next, Word.STATE_CODE) && w.is(next, Shape.CAPS) && next + 2 < w.n && w.gap[next + 1] === Gap.SPACE && (w.glued(next + 2) || w.is(next + 1, Shape.CAPS))
  const k = state ? next + 1 : next
  const value = plateEnd(w, k)
  if (value === null || w.start[k] - w.start[i] > 40) return
  const text = w.text.slice(w.start[k], value.end)
  const size = text.replace(/[^A-Z0-9]/g, '').length
  if (text !== text.toUpperCase() || size < 5 || size > 8 || !/[A-Z][^a-z]*[A-Z]/.test(text) || !/\d.{0,2}\d/.test(text) || /(?:^|[^\d])(?:19|20)\d\d(?:[^\d]|$)/.test(text) || isCode(text)) return
  const c = w.at(value.end)
  if (c === 0x29 || c === 0x2c || c === 0x2e || c === 0x3b) out.add(w.start[k], value.end, 0.6)
}

const VEHICLES = ['car', 'truck', 'pickup', 'van', 'minivan', 'suv', 'sedan', 'coupe', 'hatchback', 'motorcycle', 'trailer', 'vehicle', 'rig', 'semi']

const AUTHORITY = '45 CFR 164.514(b)(2)(i)(L); plates have no national grammar: by label only'
const reach = { behind: 0, ahead: LABELLED_REACH }

/** Keys of a state's plate, in one word: `gaPlate`, `licensePlateNj`. */
const KEYS = 'al ak az ar ca co ct de dc fl ga hi id il in ia ks ky la me md ma mi mn ms mo mt ne nv nh nj nm ny nc nd oh ok or pa ri sc sd tn tx ut vt va wa wv wi wy'
  .split(' ')
  .flatMap((state) => [`${state}plate`, `plate${state}`, `licenseplate${state}`, `${state}licenseplate`])

export const plate: readonly Detector[] = [
  { id: 'plate', label: 'VEHICLE', authority: AUTHORITY, reach, cues: [...SURE, ...KEYS], atCue: (w, i, next, out) => labelledPlate(w, i, next, out, true) },
  { id: 'plate-beside', label: 'VEHICLE', authority: AUTHORITY, reach: { behind: 0, ahead: 72 }, cues: VEHICLES, atCue: besideVehicle },
  { id: 'plate-noun', label: 'VEHICLE', authority: AUTHORITY, reach, cues: LOOSE, atCue: (w, i, next, out) => labelledPlate(w, i, next, out, false) },
]
