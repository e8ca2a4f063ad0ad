import { Word } from '../../lexicon/classes'
import { Shape, type Window } from '../../scan/window'
import { Gap } from '../../text/chars'
import type { Detector, Sink } from '../detector'
import { wordSet } from '../field'
import { measured, readRun, shape } from './shared-id-run'

const AUTHORITY = '45 CFR 164.514(b)(2)(i)(H)'
const BEHIND = 80
const SEX = wordSet('m f male female')
const AGED = wordSet('y yo yr yrs')
const PERSON = wordSet('patient pt pat patients client resident')
const NAME_SHAPE = Shape.INITIAL | Shape.CAMEL | Shape.CAPS | Shape.NONASCII
const COMMA = Gap.SPACE | Gap.COMMA

/** First token of the number that token `i` ends or carries on: with up to three capitals before it, glued or after a dash. */
function head(w: Window, i: number): number {
  const s = i - 1
  if (s < 0 || w.start[i] - w.end[s] > 1 || (w.gap[i] & ~Gap.DASH) !== 0) return i
  return w.is(s, Shape.CAPS | Shape.LETTER_1) && w.len(s) <= 3 && w.gap[s] !== 0 ? s : -1
}

/** Nothing but the end of a line, a sentence, a column or a clause follows. */
function ends(w: Window, end: number, last: number): boolean {
  const k = last + 1
  if (k >= w.n) return w.alnumAt(end) === false
  if ((w.gap[k] & (Gap.NEWLINE | Gap.PIPE | Gap.TAB | Gap.COMMA | Gap.SEMI)) !== 0) return true
  const c = w.at(end)
  if (c === 0x2e) return w.at(end + 1) === 0x20 || w.at(end + 1) === 0
  return c === 0x20 && w.start[k] - end >= 2
}

const set = (w: Window, s: number): boolean => {
  const gap = w.gap[s]
  return (
    gap === COMMA ||
    gap === Gap.COMMA ||
    gap === (Gap.SPACE | Gap.PIPE) ||
    gap === (Gap.SPACE | Gap.SLASH) ||
    gap === (Gap.SPACE | Gap.DASH) ||
    gap === (Gap.SPACE | Gap.HASH) ||
    (gap === Gap.SPACE && w.start[s] - w.end[s - 1] >= 2)
  )
}

/** "51 M, 3300921", "62 y F  RC-88310": age and sex stand before it. */
function aged(w: Window, s: number): boolean {
  let k = s - 1
  let sexed = false
  if (SEX.has(w.hash[k])) {
    sexed = true
    k--
  }
  const years = k >= 0 && AGED.has(w.hash[k])
  if (years) k--
  if (k < 1 || w.start[k] < w.start[s] - 16 || !(sexed || years)) return false
  // `(M, 47)` is written too, with the age last; there nothing tells it from a list of figures.
  return w.is(k, Shape.DIGITS_1_2) && (w.gap[k + 1] & ~(Gap.SPACE | Gap.SLASH | Gap.COMMA)) === 0
}

/** "Tyrell Ames, 29, 667201, came": a name, an age, the number, with commas. */
const agedByComma = (w: Window, s: number, last: number): boolean =>
  s > 2 && w.gap[s] === COMMA && w.is(s - 1, Shape.DIGITS_1_2) && w.gap[s - 1] === COMMA && last + 1 < w.n && w.gap[last + 1] === COMMA && nameWord(w, s - 2) && w.is(s - 3, NAME_SHAPE)

const nameWord = (w: Window, k: number): boolean => w.is(k, NAME_SHAPE) && !(w.isWord(k, Word.COMMON | Word.MEDICAL | Word.FIELD | Word.MEASURE) && !w.isWord(k, Word.GIVEN | Word.SURNAME))

/** "Pt: Ruiz, Ana  E4410982", "Pt Lee Thuy | 80017735": the label, one to five words of a name, the number. */
function labelledName(w: Window, s: number): boolean {
  let names = 0
  for (let k = s - 1, words = 0; k >= 0 && words < 6 && w.start[k] >= w.start[s] - BEHIND + 16; k--, words++) {
    if (PERSON.has(w.hash[k]) && words > 1) return names > 0 && (w.gap[k + 1] & ~(Gap.SPACE | Gap.COLON | Gap.EQUALS | Gap.PIPE | Gap.TAB)) === 0
    if (!w.is(k, NAME_SHAPE)) return false
    if (nameWord(w, k)) names++
    if (words > 0 && (w.gap[k + 1] & ~(Gap.SPACE | Gap.COMMA | Gap.DOT | Gap.APOS | Gap.DASH)) !== 0) return false
  }
  return false
}

/** A number without a label where a note presents its patient. */
function at(w: Window, i: number, out: Sink): void {
  const s = head(w, i)
  if (s < 1 || w.gap[s] === 0 || !set(w, s)) return
  const run = readRun(w, s, w.end[i] + 16, 0)
  if (run === null || run.start !== w.start[s] || run.digits > 10 || run.letters > 3 || shape(w, run) !== 'plain' || !ends(w, run.end, run.last)) return
  const letters = run.letters > 0
  if (run.digits < (letters ? 5 : 6) || (!letters && measured(w, run))) return
  if (labelledName(w, s)) out.add(run.start, run.end, 0.75)
  else if (agedByComma(w, s, run.last)) out.add(run.start, run.end, 0.65)
  else if ((letters || run.digits >= 7) && aged(w, s)) out.add(run.start, run.end, 0.7)
}

export const mrnDemographic: Detector = { id: 'mrn-demographic', label: 'MRN', authority: AUTHORITY, reach: { behind: BEHIND, ahead: 64 }, on: { shape: Shape.DIGITS_5 }, at }

const RESOURCES = wordSet('patients patient charts chart members')

/** `/patients/118830/summary`, `/chart/77120931`: the key of a person's resource in a path. Asked at the key's first token. */
function inPath(w: Window, i: number, out: Sink): void {
  if (i === 0 || w.gap[i] !== Gap.SLASH || !RESOURCES.has(w.hash[i - 1]) || w.at(w.start[i - 1] - 1) !== 0x2f || w.start[i] - w.end[i - 1] !== 1) return
  const last = w.runEnd(i)
  const text = w.text.slice(w.start[i], w.end[last])
  if (text.length > 24 || text.replace(/\D/g, '').length < 4) return
  const after = w.at(w.end[last])
  if (after !== 0x2e && after !== 0x2d) out.add(w.start[i], w.end[last], 0.85)
}

export const mrnPath: Detector = { id: 'mrn-path', label: 'MRN', authority: `${AUTHORITY}; RFC 3986 §3.3, keys of resources in paths`, reach: { behind: 16, ahead: 88 }, on: { gap: Gap.SLASH }, at: inPath }

/** FHIR R4, 2.24.0.2 Identifier: `{"system": "urn:oid:1.2.3", "value": "0077412093"}`. Asked at the key `value`. */
function identifierValue(w: Window, i: number, next: number, out: Sink): void {
  if (next >= w.n || w.at(w.start[i] - 1) !== 0x22 || w.at(w.end[i]) !== 0x22 || (w.gap[next] & ~(Gap.QUOTE | Gap.COLON | Gap.SPACE)) !== 0 || w.at(w.start[next] - 1) !== 0x22) return
  const last = w.runEnd(next)
  if (w.at(w.end[last]) !== 0x22 || w.end[last] - w.start[next] > 32) return
  const text = w.text.slice(w.start[next], w.end[last])
  if (text.replace(/\D/g, '').length < 4 || !SYSTEM.test(w.text.slice(Math.max(0, w.start[i] - 96), w.start[i]))) return
  out.add(w.start[next], w.end[last], 0.8)
}

const SYSTEM = /"system" {0,2}: {0,2}"(?:urn:|https?:)[^"\s]{1,72}" {0,2},\s{0,8}"$/

export const mrnIdentifier: Detector = { id: 'mrn-fhir', label: 'MRN', authority: `${AUTHORITY}; HL7 FHIR R4, Identifier`, reach: { behind: 96, ahead: 64 }, cues: ['value'], atCue: identifierValue }
