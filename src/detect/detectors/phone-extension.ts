import { Word } from '../../lexicon/classes'
import { Shape, type Window } from '../../scan/window'
import { Gap } from '../../text/chars'
import type { Detector, Sink } from '../detector'
import { FIELD_GAP, marked, wordSet } from '../field'
import { asked, labelValue } from './shared-field-value'

const AUTHORITY = '45 CFR 164.514(b)(2)(i)(D); ITU-T E.123 §3.4; HHS guidance on fragments (G3.2)'

/** Words around an extension that is one, and no range of motion. */
const PHONE_WORDS = wordSet('call at dial phone office desk pager page via on reached line nurse unit floor station contact tel')
const DEGREES = wordSet('degrees degree deg')
/** How far behind its label a number may start, in code units. */
const MAX_FAR = 64
const FILLER = wordSet('number no is the')

/** Tokens of `402`, `5-1234`, `54321` at token `k`, or -1. */
function houseNumber(w: Window, k: number, least: number): number {
  if (!w.is(k, Shape.DIGITS)) return -1
  const len = w.len(k)
  let last = k
  if (len === 1 && w.gap[k + 1] === Gap.DASH && w.is(k + 1, Shape.DIGITS) && w.len(k + 1) === 4) last = k + 1
  else if (len < least || len > 6) return -1
  const after = last + 1
  if (after >= w.n) return last
  const touching = w.start[after] - w.end[last] <= 1
  if (w.gap[after] === 0 || (touching && w.is(after, Shape.DIGITS) && (w.gap[after] & (Gap.DASH | Gap.DOT | Gap.SLASH | Gap.COLON | Gap.PERCENT)) !== 0)) return -1
  const c = w.at(w.end[last])
  return c === 0xb0 || c === 0x25 || DEGREES.has(w.hash[after]) ? -1 : last
}

/** `ext 5-1234`, `extension 4021`; three digits only where something else says telephone. */
function extensionAlone(w: Window, i: number, next: number, out: Sink): void {
  const k = labelValue(w, next, FIELD_GAP, FILLER)
  if (k < 0 || !sameLine(w, next, k) || w.start[k] - w.start[i] > MAX_FAR) return
  // HL7 v3 data type II: `<id root="…" extension="12345"/>` is an identifier.
  if ((w.gap[next] & Gap.EQUALS) !== 0 && w.len(next - 1) > 5) return
  const sure = marked(w, next, k) || asked(w, next, k) || (i > 0 && PHONE_WORDS.has(w.hash[i - 1])) || w.len(next - 1) <= 5
  const last = houseNumber(w, k, sure ? 3 : 4)
  if (last < 0) return
  out.add(w.start[k], w.end[last], sure ? 0.8 : 0.65)
}

/** `call x54321`. */
function short(w: Window, i: number, next: number, out: Sink): void {
  if (!w.glued(next) || i === 0 || w.gap[i] === 0) return
  if (!PHONE_WORDS.has(w.hash[i - 1]) && (w.gap[i] & Gap.OPEN) === 0 && !staff(w, i, next)) return
  const last = houseNumber(w, next, 4)
  if (last >= 0) out.add(w.start[next], w.end[last], 0.7)
}

/** What ends a sentence, a line or a bracket. */
const CLOSES = /^(?:[.;,)](?!\d)|\s{2}|[\n\r]|$)/

/** `Desk: Verna x6-1120`, `legal partnership, x46612`: behind a name or a comma, and neither a round count nor a year. */
function staff(w: Window, i: number, next: number): boolean {
  const gap = w.gap[i]
  if ((gap !== Gap.SPACE && gap !== (Gap.SPACE | Gap.COMMA)) || !w.is(i - 1, Shape.LETTERS)) return false
  if (w.len(next) === 1) return w.gap[next + 1] === Gap.DASH
  if (w.len(next) > 5 || w.at(w.end[next] - 1) === 0x30) return false
  const year = w.len(next) === 4 && w.num(next) >= 1900 && w.num(next) < 2100
  if (year || w.isWord(i - 1, Word.MEDICAL | Word.MEASURE)) return false
  return gap !== Gap.SPACE || w.len(next) === 5 || (w.is(i - 1, Shape.INITIAL) && w.len(i - 1) > 2 && w.word[i - 1] === 0 && CLOSES.test(w.text.slice(w.end[next], w.end[next] + 2)))
}

/** `| Nephrology | p 31177`: a pager in a signature, five figures behind a mark and the letter. */
function lettered(w: Window, i: number, next: number, out: Sink): void {
  if (!w.is(next, Shape.DIGITS_5) || w.len(next) !== 5 || (w.gap[next] & ~(Gap.SPACE | Gap.COLON | Gap.DOT)) !== 0 || w.gap[next] === 0 || w.glued(next + 1)) return
  if ((w.gap[i] & (Gap.PIPE | Gap.NEWLINE | Gap.SEMI)) !== 0) out.add(w.start[next], w.end[next], 0.65)
}

/** Pagers and ward telephones have four to six digits. */
function inHouse(w: Window, i: number, next: number, out: Sink): void {
  const k = labelValue(w, next, FIELD_GAP, FILLER)
  if (k < 0 || !sameLine(w, next, k) || w.start[k] - w.start[i] > MAX_FAR) return
  const last = houseNumber(w, k, 4)
  if (last >= 0) out.add(w.start[k], w.end[last], 0.75)
}

/** Nothing but a colon, or nothing, parts the label from a value on the next line. */
const sameLine = (w: Window, next: number, k: number): boolean => (w.gap[k] & Gap.NEWLINE) === 0 || (k === next && (w.gap[k] & (Gap.COLON | Gap.BACKSLASH)) !== 0)

const FRAGMENT_FILLER = wordSet('number no is the digits with in code codes')
/** A number of something else: `card number ending in 4242`. */
const NOT_PHONES = wordSet('card account acct mrn ssn member policy record claim serial model batch lot order case id chart license licence security credit debit tracking invoice')

/** "phone ending in 4567": part of an identifier is an identifier. */
function fragment(w: Window, i: number, next: number, out: Sink): void {
  const k = labelValue(w, next, FIELD_GAP, FRAGMENT_FILLER)
  if (k < 0 || (i > 0 && NOT_PHONES.has(w.hash[i - 1])) || !w.is(k, Shape.DIGITS) || w.len(k) < 2 || w.len(k) > 4 || w.glued(k + 1) || w.start[k] - w.start[i] > MAX_FAR * 2) return
  out.add(w.start[k], w.end[k], 0.8)
}

const FRAGMENTS = ['phone', 'phone number', 'cell', 'cell phone', 'cell number', 'mobile', 'mobile number', 'telephone', 'telephone number', 'tel', 'contact number', 'callback number'].flatMap((label) =>
  ['ending in', 'ending with', 'ending', 'ends in', 'ends with', 'last four', 'last 4', 'last four digits', 'last 4 digits'].map((tail) => `${label} ${tail}`),
)
FRAGMENTS.push('area code', 'area codes', 'number ends in', 'number ending in', 'number ends with', 'number ending with', 'number ending', 'phonelast 4', 'celllast 4', 'mobilelast 4')

export const phoneExtension: readonly Detector[] = [
  { id: 'phone-extension', label: 'PHONE', authority: AUTHORITY, reach: { behind: 32, ahead: 208 }, cues: ['ext', 'extn', 'exten', 'extension', 'extensions'], atCue: extensionAlone },
  { id: 'phone-x', label: 'PHONE', authority: AUTHORITY, reach: { behind: 32, ahead: 144 }, cues: ['x'], atCue: short },
  { id: 'phone-p', label: 'PHONE', authority: AUTHORITY, reach: { behind: 16, ahead: 32 }, cues: ['p'], atCue: lettered },
  {
    id: 'phone-in-house',
    label: 'PHONE',
    authority: AUTHORITY,
    reach: { behind: 0, ahead: 208 },
    cues: ['pager', 'pgr', 'pgr number', 'paged at', 'page at', 'beeper', 'vocera', 'spectralink', 'ascom', 'bleep', 'pager number', 'ward phone', 'unit phone', 'zone phone'],
    atCue: inHouse,
  },
  { id: 'phone-fragment', label: 'PHONE', authority: AUTHORITY, reach: { behind: 0, ahead: 208 }, cues: FRAGMENTS, atCue: fragment },
]
