import { Shape, type Window } from '../../scan/window'
import { Gap } from '../../text/chars'
import type { Detector, Sink } from '../detector'
import { wordSet } from '../field'
import { CERTAIN, NOUNS, SINGLE } from './other-id-labels'
import { idValue, isCode, isDate, LABELLED_REACH, type Labelled, labelled, measured, Said, uuidEnd, type Value } from './shared-labelled'

const AUTHORITY = '45 CFR 164.514(b)(2)(i)(R); HHS OCR guidance 2012, question 3.5'
const PURE_DECIMAL = /^\d+(?:[./]\d+)+$/

function read(w: Window, i: number, next: number, min: number): { at: Labelled; value: Value; text: string } | null {
  const at = labelled(w, i, next)
  if (at === null) return null
  const value = idValue(w, at.k)
  if (value === null || value.digits === 0 || value.end - value.start < min) return null
  const text = w.text.slice(value.start, value.end)
  return isDate(text) || /^NCT\d{8}$/i.test(text) ? null : { at, value, text }
}

function addUuid(w: Window, i: number, next: number, out: Sink): boolean {
  const at = labelled(w, i, next)
  const end = at === null ? -1 : uuidEnd(w, at.k)
  if (at === null || end < 0) return false
  out.add(w.start[at.k], end, 0.9)
  return true
}

/** Digits a value must have, by how it is announced (Said: BARE, MARKED, NAMED): on its own, or with capitals in it. */
interface Floor {
  readonly digits: readonly [number, number, number]
  readonly mixed: readonly [number, number, number]
  readonly score: readonly [number, number, number]
}
const CERTAIN_FLOOR: Floor = { digits: [4, 3, 3], mixed: [1, 1, 1], score: [0.82, 0.9, 0.9] }
const SINGLE_FLOOR: Floor = { digits: [5, 3, 3], mixed: [3, 2, 1], score: [0.78, 0.88, 0.9] }
const NOUN_FLOOR: Floor = { digits: [7, 6, 4], mixed: [4, 3, 2], score: [0.65, 0.8, 0.85] }

function take(w: Window, i: number, next: number, out: Sink, floor: Floor): void {
  if (addUuid(w, i, next, out)) return
  const found = read(w, i, next, 3)
  if (found === null) return
  const { at, value, text } = found
  const { digits, letters } = value
  const { said } = at
  if (said === Said.BARE && ((at.gap & (Gap.COMMA | Gap.CLOSE | Gap.SLASH)) !== 0 || (w.gap[i] & Gap.SLASH) !== 0)) return
  if (floor === NOUN_FLOOR && ((said === Said.BARE && (at.gap & Gap.NEWLINE) !== 0) || PURE_DECIMAL.test(text))) return
  if (PURE_DECIMAL.test(text) && digits < 6) return
  if (floor !== CERTAIN_FLOOR && (floor === NOUN_FLOOR || said === Said.BARE) && isCode(text)) return
  if ((floor === NOUN_FLOOR || said === Said.BARE) && measured(w, value.last)) return
  const capitals = letters > 0 && (w.shape[at.k] & Shape.LOWER) === 0
  if (digits >= floor.digits[said] || (letters > 0 && digits >= floor.mixed[said] && (capitals || floor === CERTAIN_FLOOR))) out.add(value.start, value.end, floor.score[said])
}

/** Words that may stand before a bare `id` that is a person's: `her id is`, `with ID 123456`. */
const BEFORE_ID = wordSet('his her their my your with has and or under by the an hospital clinic medical temporary assigned chart health')

/** `ID: 987654321`: not a request's, an image's or a row's id. */
function bareId(w: Window, i: number, next: number, out: Sink): void {
  if (i > 0 && (w.gap[i] & ~(Gap.SPACE | Gap.UNDERSCORE | Gap.DASH)) === 0 && !(w.gap[i] === Gap.SPACE && BEFORE_ID.has(w.hash[i - 1]))) return
  if (i > 0 && (w.gap[i] === Gap.APOS || (w.gap[i] & (Gap.SLASH | Gap.AMP | Gap.MARK)) !== 0)) return
  const found = read(w, i, next, 4)
  if (found === null || found.at.said === Said.BARE) return
  const { value, text } = found
  if (isCode(text) || PURE_DECIMAL.test(text) || (value.letters === 0 ? value.digits < 5 : value.digits < 3)) return
  out.add(value.start, value.end, 0.85)
}

const reach = { behind: 0, ahead: LABELLED_REACH }

export const record: readonly Detector[] = [
  { id: 'other-id-labelled', label: 'OTHER_ID', authority: AUTHORITY, reach, cues: CERTAIN, atCue: (w, i, next, out) => take(w, i, next, out, CERTAIN_FLOOR) },
  { id: 'other-id-word', label: 'OTHER_ID', authority: AUTHORITY, reach, cues: SINGLE, atCue: (w, i, next, out) => take(w, i, next, out, SINGLE_FLOOR) },
  { id: 'other-id-noun', label: 'OTHER_ID', authority: AUTHORITY, reach, cues: NOUNS, atCue: (w, i, next, out) => take(w, i, next, out, NOUN_FLOOR) },
  { id: 'other-id-bare', label: 'OTHER_ID', authority: AUTHORITY, reach: { ...reach, behind: 32 }, cues: ['id', 'identifier', 'id number'], atCue: bareId },
]
