import { Word } from '../../lexicon/classes'
import { Shape, type Window } from '../../scan/window'
import { Gap } from '../../text/chars'
import type { Detector, Sink } from '../detector'
import { PUBLIC } from './other-id-coded'
import { measured } from './shared-labelled'

/** Specimens are numbered by department, year and sequence: `S24-03391`, `GS24-2209-A4`, `H240330-0117`, `BM-0662-23`. */
const SPECIMEN = /(?:[A-Z]{1,3}(?:1\d|2\d)-\d{4,6}|[A-Z]{1,2}(?:1\d|2\d)(?:0[1-9]|1[0-2])[0-3]\d-\d{3,6}|[A-Z]{2,3}-\d{3,5}-(?:1\d|2\d))(?:-[A-Z]\d{0,2})?(?![A-Za-z\d]|[-./_]\w)/y

/** Asked at the first number after the first dash. */
function specimen(w: Window, i: number, out: Sink): void {
  if (w.gap[i] !== Gap.DASH || i === 0 || w.start[i] - w.end[i - 1] !== 1) return
  const s = w.is(i - 1, Shape.DIGITS) && w.gap[i - 1] === 0 ? i - 2 : i - 1
  if (s < 0 || w.end[s] - w.start[s] > 3 || w.gap[s] === 0 || !w.is(s, Shape.CAPS | Shape.LETTER_1) || PUBLIC.has(w.hash[s])) return
  const before = w.at(w.start[s] - 1)
  if (before === 0x2d || before === 0x2f || before === 0x5f || before === 0x2e) return
  SPECIMEN.lastIndex = w.start[s]
  // `B12-1000 mcg`
  if (SPECIMEN.test(w.text) && !measured(w, w.runEnd(i))) out.add(w.start[s], SPECIMEN.lastIndex, 0.65)
}

/** ISBT 128, donation identification number: facility, year, sequence, printed in groups, flags behind it. */
const DONATION = /[A-Z]\d{4} (?:[012]\d) \d{6}(?: \d\d)?(?![A-Za-z\d]|[-./]\d)/y
/** 8 CFR 264: the letter and nine digits in groups, as cards print them. */
const ALIEN = /A[ -]?\d{3}[- ]\d{3}[- ]\d{3}(?![A-Za-z\d]|[-./]\d)/y

function donation(w: Window, i: number, out: Sink): void {
  if (i === 0 || w.gap[i] !== 0 || w.len(i) !== 4 || !w.is(i - 1, Shape.LETTER_1) || w.gap[i - 1] === 0) return
  DONATION.lastIndex = w.start[i - 1]
  if (DONATION.test(w.text)) out.add(w.start[i - 1], DONATION.lastIndex, 0.85)
}

/** `A 219-004-771`: asked at its first group. */
function alien(w: Window, i: number, out: Sink): void {
  if (i === 0 || w.len(i) !== 3 || w.len(i - 1) !== 1 || w.at(w.start[i - 1]) !== 0x41 || w.gap[i - 1] === 0 || w.start[i] - w.end[i - 1] > 1) return
  ALIEN.lastIndex = w.start[i - 1]
  if (ALIEN.test(w.text)) out.add(w.start[i - 1], ALIEN.lastIndex, 0.75)
}

/** Letters the login has in common with the surname. */
const COMMON = 4

/** `Ann Ferreira (aferreira2)`: initial and surname in brackets behind the name. */
function initialLogin(w: Window, i: number, out: Sink): void {
  if (i < 2 || (w.shape[i] & Shape.LOWER) === 0 || w.end[i] - w.start[i] <= COMMON || w.gap[i] !== (Gap.SPACE | Gap.OPEN)) return
  const last = w.gap[i + 1] === 0 && w.is(i + 1, Shape.DIGITS) ? i + 1 : i
  const p = w.start[i]
  if (w.at(w.end[last]) !== 0x29 || w.at(p - 1) !== 0x28 || w.isWord(i, Word.COMMON | Word.MEDICAL) || w.gap[i - 1] !== Gap.SPACE) return
  if ((w.at(w.start[i - 2]) | 0x20) !== w.at(p)) return
  const surname = w.start[i - 1]
  for (let n = 0; n < COMMON; n++) if (surname + n >= w.end[i - 1] || (w.at(surname + n) | 0x20) !== w.at(p + 1 + n)) return
  out.add(p, w.end[last], 0.85)
}

const R = '45 CFR 164.514(b)(2)(i)(R)'

export const forms: readonly Detector[] = [
  { id: 'other-id-specimen', label: 'OTHER_ID', authority: `${R}; CAP laboratory accreditation, accession numbers`, reach: { behind: 24, ahead: 40 }, on: { gap: Gap.DASH }, at: specimen },
  { id: 'other-id-donation', label: 'OTHER_ID', authority: `${R}; ISBT 128 ST-001, donation identification number`, reach: { behind: 4, ahead: 24 }, on: { shape: Shape.SUFFIX }, at: donation },
  { id: 'other-id-alien', label: 'OTHER_ID', authority: `${R}; 8 CFR 264, alien registration number`, reach: { behind: 4, ahead: 24 }, on: { shape: Shape.DIGITS_3_4 }, at: alien },
  { id: 'user-initial', label: 'OTHER_ID', authority: `${R}: login names`, reach: { behind: 80, ahead: 72 }, on: { gap: Gap.OPEN }, at: initialLogin },
]
