import { Word } from '../../lexicon/classes'
import { Shape, type Window } from '../../scan/window'
import { Gap } from '../../text/chars'
import { hashWord } from '../../text/hash'
import type { Detector, Sink } from '../detector'
import { phoneExtension } from './phone-extension'
import { phoneLabelled } from './phone-label'
import { phoneOcr } from './phone-ocr'
import { joined, nanp } from './shared-number'
import { hl7Number, international, vanity } from './shared-number-any'
import { spokenNumber } from './shared-spoken'

const AUTHORITY = '45 CFR 164.514(b)(2)(i)(D); NANPA; ITU-T E.164, E.123'

const MASK = hashWord('xxx')
const MASKS = ['***-***-', '**) ***-', '**)-***-']

/** A number whose form alone proves it. */
function bare(w: Window, i: number, out: Sink): void {
  const len = w.end[i] - w.start[i]
  const gap = w.gap[i]
  if (gap === 0) return
  if ((gap & Gap.PLUS) !== 0) {
    plus(w, i, out)
    return
  }
  if (len !== 3 && len !== 4 && (len !== 1 || w.at(w.start[i]) !== 0x31)) return
  if (len === 4 && masked(w, i, out)) return
  if (i + 1 >= w.n || w.gap[i + 1] === 0) return
  if (len === 4 && w.at(w.start[i]) === 0x30 && w.at(w.start[i] + 1) === 0x30 && joined(w, i + 1)) {
    const abroad = international(w, i, 2)
    if (abroad !== null && abroad.score > 0.9) out.add(abroad.start, abroad.end, 0.8)
    return
  }
  const next = w.end[i + 1] - w.start[i + 1]
  if ((w.shape[i + 1] & Shape.DIGITS) === 0 || next !== 3) {
    if (len === 4 || (w.shape[i + 1] & (Shape.DIGITS | Shape.CAPS)) === 0) return
    if (next !== 7 && (w.shape[i + 1] & Shape.CAPS) === 0 && next !== 1) return
  }
  if (continues(w, i)) return
  const number = nanp(w, i) ?? (len === 4 ? null : (hl7Number(w, i) ?? vanity(w, i)))
  if (number === null || number.score < 0.5) return
  out.add(number.start, number.end, number.score)
  other(w, number.last, out)
}

const OR = hashWord('or')

/** `206-555-0142 or 0814`: the last digits of another number. */
function other(w: Window, last: number, out: Sink): void {
  const k = last + 2
  if (k >= w.n || w.hash[k - 1] !== OR || w.gap[k - 1] !== Gap.SPACE || w.gap[k] !== Gap.SPACE || !w.is(k, Shape.DIGITS) || w.len(k) !== 4 || w.start[k] - w.end[last] > 4) return
  if (!w.glued(k + 1) && !joined(w, k + 1)) out.add(w.start[k], w.end[k], 0.7)
}

/** `+1 …`, `+(555) …`, `+44 …`. */
function plus(w: Window, i: number, out: Sink): void {
  const p = w.start[i]
  const sign = w.at(p - 1) === 0x2b ? p - 1 : w.at(p - 1) === 0x28 && w.at(p - 2) === 0x2b ? p - 2 : -1
  if (sign < 0 || (sign > 0 && w.alnumAt(sign - 1) && !afterEscape(w, sign))) return
  const number = nanp(w, i) ?? international(w, i)
  if (number !== null && number.score >= 0.5) out.add(number.start, number.end, number.score)
}

/** A line break or tab as JSON writes it ends before position `p`: `\\n+44 …`. */
const afterEscape = (w: Window, p: number): boolean => w.at(p - 2) === 0x5c && (w.at(p - 1) === 0x6e || w.at(p - 1) === 0x72 || w.at(p - 1) === 0x74)

/** `XXX-XXX-0142`, `***-***-0142`: what a mask left is still part of a number. */
function masked(w: Window, i: number, out: Sink): boolean {
  const gap = w.gap[i]
  if (gap === Gap.DASH) {
    if (i < 2 || w.hash[i - 1] !== MASK || w.hash[i - 2] !== MASK || w.start[i] - w.start[i - 2] > 10) return false
  } else if ((gap & Gap.STAR) === 0 || !MASKS.includes(w.text.slice(w.start[i] - 8, w.start[i]))) return false
  if (w.glued(i + 1)) return false
  out.add(w.start[i], w.end[i], 0.8)
  return true
}

/** Is token `i` the continuation of a longer chain of digits: `12-555-123-4567`, `1.2.555.123.4567`? */
function continues(w: Window, i: number): boolean {
  if (i === 0 || (w.shape[i - 1] & Shape.DIGITS) === 0 || w.start[i] - w.end[i - 1] !== 1) return false
  if (w.end[i - 1] - w.start[i - 1] === 1 && w.at(w.start[i - 1]) === 0x31) return false
  // `555-123-4567/555-123-4568`: another number.
  if (w.gap[i] === Gap.SLASH && w.len(i - 1) === 4 && w.gap[i - 1] === Gap.DASH && w.len(i) === 3) return false
  return (w.gap[i] & (Gap.DASH | Gap.DOT | Gap.SLASH | Gap.UNDERSCORE | Gap.COLON)) !== 0
}

/** Seven, ten or eleven digits read out in a row, unless somebody counts. */
function readOut(w: Window, i: number, out: Sink): void {
  if (i + 2 >= w.n || (w.word[i + 1] & w.word[i + 2] & Word.NUMBER) === 0) return
  if (i > 0 && (w.word[i - 1] & Word.NUMBER) !== 0 && (w.gap[i] & ~(Gap.SPACE | Gap.COMMA | Gap.DASH)) === 0) return
  const number = spokenNumber(w, i)
  if (number === null || !number.plain || number.counting) return
  if (number.digits === 7 || number.digits === 10 || number.digits === 11) out.add(number.start, number.end, 0.6)
}

export const phone: readonly Detector[] = [
  {
    id: 'phone',
    label: 'PHONE',
    authority: AUTHORITY,
    reach: { behind: 16, ahead: 160 },
    on: { shape: Shape.DIGITS },
    at: bare,
  },
  {
    id: 'phone-spoken',
    label: 'PHONE',
    authority: AUTHORITY,
    reach: { behind: 32, ahead: 208 },
    on: { word: Word.NUMBER },
    at: readOut,
  },
  phoneOcr,
  ...phoneLabelled,
  ...phoneExtension,
]
