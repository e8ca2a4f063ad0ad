import { Shape, type Window } from '../../scan/window'
import { Gap } from '../../text/chars'
import { validItin, validSsn } from '../checks/ssn'
import type { Detector, Sink } from '../detector'
import { wordSet } from '../field'
import { identifierType } from './shared-id-cx'
import { cdaExtension, hl7Fields, x12Element } from './shared-id-message'
import { ssnLabelled } from './ssn-labelled'

const AUTHORITY = '45 CFR 164.514(b)(2)(i)(G); SSA, Social Security number randomization FAQ; IRS, ITIN ranges'

/** "part number 123-45-6789": what the number then is. */
const GOODS = wordSet('part parts catalog catalogue cat item sku model stock product reorder ndc order invoice po isbn')
const GOODS_NUMBER = wordSet('number no num nr is code')
const SPACED_DASH = Gap.SPACE | Gap.DASH
const WRAPPED_DASH = Gap.NEWLINE | Gap.DASH

/** Three groups of 3, 2 and 4 digits joined by one and the same separator. */
function grouped(w: Window, i: number, out: Sink): void {
  if (w.end[i] - w.start[i] !== 3 || i + 2 >= w.n || w.end[i + 2] > w.start[i] + 20 || w.len(i + 1) !== 2 || w.len(i + 2) !== 4) return
  const one = w.gap[i + 1]
  const two = w.gap[i + 2]
  if (!w.is(i + 1, Shape.DIGITS) || !w.is(i + 2, Shape.DIGITS) || one === 0 || two === 0) return
  const score = joint(w, i, one, two)
  if (score === 0 || w.gap[i] === 0 || trails(w, w.end[i + 2])) return
  if (continues(w, i, one)) return
  const area = w.num(i)
  const group = w.num(i + 1)
  const known = validSsn(area, group, w.num(i + 2)) || validItin(area, group)
  if (!known && one !== Gap.DASH) return
  if (goods(w, i) || (one === Gap.SPACE && amounts(w, i))) return
  out.add(w.start[i], w.end[i + 2], known ? score : 0.6)
}

/** The number runs on: a digit or a single letter follows. Two letters are the next field's label, printed too close. */
const trails = (w: Window, p: number): boolean => w.alnumAt(p) && (w.digitAt(p) || !w.alnumAt(p + 1) || w.digitAt(p + 1))

/** Score of the separators between the groups, 0 for others. */
function joint(w: Window, i: number, one: number, two: number): number {
  const tight = w.start[i + 1] - w.end[i] === 1 && w.start[i + 2] - w.end[i + 1] === 1
  if (one === two) {
    if (one === Gap.DASH) return tight ? 0.95 : 0
    if (one === Gap.SPACE || one === Gap.DOT) return tight ? 0.6 : 0
    return one === SPACED_DASH ? 0.8 : 0
  }
  const wrapped = (one | two) === WRAPPED_DASH || (one | two) === SPACED_DASH
  return wrapped && (one & two & Gap.DASH) !== 0 ? 0.8 : 0
}

/** A digit group more, before or after, joined the same way: a longer number or a row of figures. */
function continues(w: Window, i: number, gap: number): boolean {
  if (i > 0 && w.start[i] - w.end[i - 1] === 1 && w.gap[i] === (gap & ~Gap.NEWLINE) && w.is(i - 1, Shape.DIGITS)) return true
  const after = w.end[i + 2]
  const c = w.at(after)
  const same = gap === Gap.SPACE ? c === 0x20 : gap === Gap.DOT ? c === 0x2e : c === 0x2d
  return same && w.digitAt(after + 1)
}

const BEFORE_NUMBER = wordSet('is number no id num s')

/** Figures side by side, "bp 122 78 1430": after a word that announces no number, or ending in a time of day. */
function amounts(w: Window, i: number): boolean {
  const serial = w.num(i + 2)
  if (serial < 2400 && serial % 100 < 60) return true
  if (w.gap[i] !== Gap.SPACE || i === 0 || w.start[i - 1] < w.start[i] - 40) return false
  return !BEFORE_NUMBER.has(w.hash[i - 1])
}

/** A word for goods stands before the number. */
function goods(w: Window, i: number): boolean {
  const earliest = w.start[i] - 40
  for (let k = i - 1, n = 0; k >= 0 && n < 3 && w.start[k] >= earliest; k--, n++) {
    if (GOODS.has(w.hash[k])) return true
    if (!GOODS_NUMBER.has(w.hash[k])) return false
  }
  return false
}

const MASKED = /(?:[x*#•●]{3}[- .]?[x*#•●]{2}[- .]?|[x*#•●]{5})$/i

/** `***-**-1122`, `XXX-XX-1122`, `xxxxx1122`: the visible last four. */
function masked(w: Window, i: number, out: Sink): void {
  if (w.end[i] - w.start[i] !== 4 || w.alnumAt(w.end[i])) return
  const before = w.at(w.start[i] - 1)
  if (before !== 0x2d && before !== 0x20 && before !== 0x2e && before !== 0x2a && before !== 0x23 && (before | 0x20) !== 0x78 && before !== 0x2022 && before !== 0x25cf) return
  const second = w.at(w.start[i] - 3) | 0x20
  if (second !== 0x78 && second !== 0x2a && second !== 0x23 && w.at(w.start[i] - 3) !== 0x2022 && w.at(w.start[i] - 3) !== 0x25cf) return
  const head = w.text.slice(Math.max(0, w.start[i] - 8), w.start[i])
  const hit = MASKED.exec(head)
  if (hit === null) return
  // One more mask sign before: a longer number, a card's.
  const more = head.charCodeAt(hit.index - 1)
  if (hit.index > 0 && (more === 0x2a || more === 0x23 || (more | 0x20) === 0x78 || more === 0x2022 || more === 0x25cf || w.alnumAt(w.start[i] - head.length + hit.index - 1))) return
  out.add(w.start[i], w.end[i], hit[0].length === 5 ? 0.7 : 0.95)
}

export const ssn: readonly Detector[] = [
  {
    id: 'ssn',
    label: 'SSN',
    authority: AUTHORITY,
    reach: { behind: 48, ahead: 32 },
    on: { shape: Shape.DIGITS_3_4 },
    at(w, i, out) {
      const size = w.end[i] - w.start[i]
      if (size === 3) grouped(w, i, out)
      else if (size === 4) masked(w, i, out)
    },
  },
  ...ssnLabelled,
  identifierType('ssn-hl7', 'SSN', 'ss'),
  hl7Fields('ssn-hl7-pid', 'SSN', 'PID', [19]),
  x12Element('ssn-x12', 'SSN', 'sy'),
  cdaExtension('ssn-cda', 'SSN', '', '2.16.840.1.113883.4.1'),
]
