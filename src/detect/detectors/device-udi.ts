import { Shape, type Window } from '../../scan/window'
import { Gap } from '../../text/chars'
import { gs1Check } from '../checks/gs1'
import { hibcCheck } from '../checks/hibc'
import type { Detector, Sink } from '../detector'
import { labelled, Said } from './shared-labelled'
import { phrases } from './shared-phrases'

const AUTHORITY = '45 CFR 164.514(b)(2)(i)(M); 21 CFR 801.20, 830; issuing agencies GS1, HIBCC, ICCBBA'
/** Of a labelled UDI: where it may begin, and its longest form. */
const AHEAD = 256

/** GS1 General Specifications, 3.2: (01) GTIN, then (11) made, (17) use by, (10) lot, (21) serial number, in any order. */
const GS1_BRACKETS = /\(01\) ?\d{14}(?: ?\((?:10|11|13|15|16|17|20|21|22|30|37|240|241|250|8008)\) ?[!"%&'*+,\-./0-9:;=?A-Z_a-z]{1,20}){0,4}/y
/** Production identifiers alone. */
const GS1_PRODUCTION = /\((?:10|11|13|15|17|21)\) ?[!"%&'*+,\-./0-9:;=?A-Z_a-z]{1,20}(?: ?\((?:10|11|13|15|17|21|240|250)\) ?[!"%&'*+,\-./0-9:;=?A-Z_a-z]{1,20}){1,4}/y
/** The same without brackets: fixed lengths in a row, then lot or serial number to the end; FNC1 (U+001D) may divide. */
const GS1_PLAIN = /01\d{14}(?:1[1357]\d{6}){1,2}\x1d?(?:10|21)[!%&*+\-./0-9:;=?A-Z_a-z]{1,20}(?:\x1d(?:10|17|21|11)[!%&*+\-./0-9:;=?A-Z_a-z]{1,20}){0,3}/y
/** ANSI/HIBC 2.6: labeller (letter and three), product, unit of measure, then secondary data after `/`. */
const HIBCC = /\+[A-Z][A-Z0-9]{3}[A-Z0-9]{1,18}\d[0-9A-Z$%.+-]?(?:\/[0-9A-Z$+%.-]{2,36}){1,4}/iy
/** The primary data alone, with its check character. */
const HIBCC_PRIMARY = /\+[A-Z][A-Z0-9]{3}[A-Z0-9]{1,18}\d[0-9A-Z$%.+-]/iy
/** ISBT 128 donation number: facility, year, sequence, flags. */
const DONATION = /=[A-Z]\d{4}\d{2}\d{6}\d{2}/iy
/** ICCBBA ST-017: =/ processor's facility and product code, then structures that each open with = or &. */
const ICCBBA = /=\/[A-Z]\d{4}[A-Z0-9]{6}[A-Z]\d{4}(?:[=&][>,}\]%*;)(+&]?[A-Z0-9]{4,24}){0,6}/iy
const ANY_UDI = /[!#$%&()*+,\-./0-9:;=>?A-Z_a-z{|}\x1d]{8,128}/y

/** How the three agencies' codes begin: GS1, HIBCC, ICCBBA. */
const FORMS = /^(?:\(?01\)? ?\d{8}|\((?:10|11|17|21)\)|\d{12}|\+[A-Z]|=)/

function ends(pattern: RegExp, w: Window, start: number): number {
  pattern.lastIndex = start
  return pattern.test(w.text) ? trimmed(w.text, start, pattern.lastIndex) : -1
}

/** Without the punctuation of the sentence or of JSON around it. */
function trimmed(text: string, start: number, end: number): number {
  let e = end
  while (e > start && '.,;:?!"\'-&='.includes(text[e - 1])) e--
  return e
}

function gs1(w: Window, i: number, out: Sink): void {
  let start = w.start[i]
  const len = w.end[i] - start
  // The reader's symbology identifier (ISO/IEC 15424): `]d2`, Data Matrix with GS1's fields.
  const read = len >= 24 && w.at(start) === 0x32 && (w.at(start - 1) | 0x20) === 0x64 && w.at(start - 2) === 0x5d
  if (read) start++
  if (len === 2 && w.at(start - 1) === 0x28 && w.at(start + 2) === 0x29 && w.at(start) !== 0x30) {
    const end = ends(GS1_PRODUCTION, w, start - 1)
    const text = end > 0 ? w.text.slice(start - 1, end) : ''
    if (/\((?:10|21)\)/.test(text) && /\((?:10|21)\) ?\S{3}/.test(text)) out.add(start - 1, end, 0.85)
    return
  }
  if (len < 2 || w.at(start) !== 0x30 || w.at(start + 1) !== 0x31) return
  if (len === 2) {
    if (w.at(start - 1) !== 0x28 || w.at(start + 2) !== 0x29) return
    const end = ends(GS1_BRACKETS, w, start - 1)
    if (end > 0) out.add(start - 1, end, 0.97)
  } else if (len >= 24 && (read || !w.glued(i)) && gs1Check(w.text.slice(start + 2, start + 16))) {
    const end = ends(GS1_PLAIN, w, start)
    if (end > 0) out.add(read ? start - 3 : start, end, 0.9)
  }
}

/** HIBCC opens with +, ICCBBA with =/ : asked at the token after. */
function others(w: Window, i: number, out: Sink): void {
  const p = w.start[i]
  if (w.is(i, Shape.DIGITS)) return
  const sign = w.at(p - 1)
  if (sign === 0x2b) {
    if (w.alnumAt(p - 2)) return
    const end = ends(HIBCC, w, p - 1)
    if (end < 0) {
      HIBCC_PRIMARY.lastIndex = p - 1
      if (HIBCC_PRIMARY.test(w.text) && !w.alnumAt(HIBCC_PRIMARY.lastIndex) && hibcCheck(w.text.slice(p - 1, HIBCC_PRIMARY.lastIndex).toUpperCase())) out.add(p - 1, HIBCC_PRIMARY.lastIndex, 0.8)
    }
    if (end > 0) out.add(p - 1, end, hibcCheck(w.text.slice(p - 1, end)) || w.text.slice(p - 1, end).includes('/$') ? 0.95 : 0.7)
  } else if (sign === 0x3d && !w.alnumAt(p - 2)) {
    DONATION.lastIndex = p - 1
    if (DONATION.test(w.text) && !w.alnumAt(DONATION.lastIndex)) out.add(p - 1, DONATION.lastIndex, 0.85)
  } else if (sign === 0x2f && w.at(p - 2) === 0x3d) {
    const end = ends(ICCBBA, w, p - 2)
    if (end > 0) out.add(p - 2, end, 0.95)
  }
}

/** `UDI: …`: whatever stands there without white space, in any agency's form. The brackets and signs before it belong to it. */
function labelledUdi(w: Window, i: number, next: number, out: Sink): void {
  const at = labelled(w, i, next, Gap.PLUS | Gap.AMP | Gap.SLASH)
  if (at === null) return
  let start = w.start[at.k]
  const before = w.at(start - 1)
  if (before === 0x28 || before === 0x2b) start--
  else if (before === 0x2f && w.at(start - 2) === 0x3d) start -= 2
  else if (before === 0x3d && w.start[at.k] - w.end[at.k - 1] > 1) start--
  const bracket = ends(GS1_BRACKETS, w, start)
  const end = bracket > 0 ? bracket : at.said === Said.BARE && !FORMS.test(w.text.slice(start, start + 12)) ? -1 : ends(ANY_UDI, w, start)
  const text = end > 0 ? w.text.slice(start, end) : ''
  if (text.length < 8 || text.replace(/\D/g, '').length < 5) return
  out.add(start, /^[^(]*\)$/.test(text) ? end - 1 : end, 0.97)
}

export const udi: readonly Detector[] = [
  { id: 'udi-gs1', label: 'DEVICE', authority: AUTHORITY, reach: { behind: 2, ahead: 136 }, on: { shape: Shape.DIGITS_1_2 | Shape.DIGITS_5 }, at: gs1 },
  { id: 'udi-hibcc-iccbba', label: 'DEVICE', authority: AUTHORITY, reach: { behind: 4, ahead: 208 }, on: { gap: Gap.PLUS | Gap.EQUALS }, at: others },
  {
    id: 'udi-labelled',
    label: 'DEVICE',
    authority: AUTHORITY,
    reach: { behind: 0, ahead: AHEAD },
    cues: phrases(`
  device identifier, implant udi, udi, udi di, udi pi, udi number, udi code, udi carrier, carrier hrf, carrier aidc, unique device identifier, unique device identification, unique device id, unique device identifier udi,
  unique device identification udi, device identifier di, production identifier, barcode udi,
`),
    atCue: labelledUdi,
  },
]
