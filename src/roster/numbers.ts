import type { Detector } from '../detect/detector'
import type { Label } from '../labels'
import { Shape, type Window } from '../scan/window'
import { CLASS, DIGIT, FOLDED, Gap } from '../text/chars'
import { hashWord } from '../text/hash'
import { AUTHORITY } from './schema'
import { tokensOf } from './words'

const BEHIND = 96
const AHEAD = 300
/** Significant characters from which a number is looked for in any grouping and without its leading zeros. */
const LOOSE = 5
/** Digits from which the last four stand for the number ("ending in 9999"), and its digits for it without their letters. */
const ENDING = 7
const CORE = 6
const ZERO = 0x30

const JOIN = Gap.SPACE | Gap.TAB | Gap.NEWLINE | Gap.DASH | Gap.DOT | Gap.SLASH | Gap.UNDERSCORE | Gap.OPEN | Gap.CLOSE | Gap.PLUS | Gap.COMMA
const ENDING_WORDS = new Set('ending ends end last'.split(' ').map(hashWord))
const BETWEEN = new Set('in with is of the digits four digit no number'.split(' ').map(hashWord))

/** A value without its separators and leading zeros, folded. */
interface Value {
  readonly units: Uint16Array
  /** Only as it was written: too short for other groupings. */
  readonly exact: boolean
  /** It may not be the end of a longer number: a telephone number without its area code. */
  readonly local: boolean
}

/** Finds numbers and codes in any grouping, with leading zeros dropped or added, glued to letters before and behind. */
export function numberDetector(label: Label, values: readonly string[]): Detector {
  const list = unique(values.flatMap((v) => (label === 'PHONE' || label === 'FAX' ? phoneForms(v) : idForms(v))))
  const byFirst = new Map<number, Value[]>()
  for (const v of list) byFirst.set(v.units[0], [...(byFirst.get(v.units[0]) ?? []), v])
  for (const same of byFirst.values()) same.sort((a, b) => b.units.length - a.units.length)
  const endings = new Set(list.filter((v) => v.units.length >= ENDING && allDigits(v.units)).map((v) => hashUnits(v.units.slice(-4))))
  const cues = [...new Set(values.map((v) => tokensOf(v)).flatMap((w) => (w.n > 0 && w.is(0, Shape.LETTERS) ? [w.str(0).toLowerCase()] : [])))]
  const find: NonNullable<Detector['at']> = (w, i, out) => {
    const from = significant(w, i, w.start[i] + AHEAD)
    if (from < 0) return
    const same = byFirst.get(FOLDED[w.text.charCodeAt(from)])
    if (same !== undefined) {
      for (let j = 0; j < same.length; j++) {
        const end = spells(w, i, from, same[j])
        if (end < 0) continue
        out.add(opening(w, i, end), end, 1)
        return
      }
    }
    if (endings.size > 0 && w.end[i] - w.start[i] === 4 && endings.has(w.hash[i]) && isEnding(w, i)) out.add(w.start[i], w.end[i], 1)
  }
  return {
    id: `roster-${label.toLowerCase().replace('_', '-')}`,
    label,
    plain: true,
    authority: AUTHORITY,
    reach: { behind: BEHIND, ahead: AHEAD },
    on: { shape: Shape.DIGITS },
    at: find,
    ...(cues.length > 0 ? { cues, atCue: (w, i, _next, out) => find(w, i, out) } : {}),
  }
}

const allDigits = (units: Uint16Array): boolean => units.every((u) => CLASS[u] === DIGIT)
const hashUnits = (units: Uint16Array): number => hashWord(String.fromCharCode(...units))

function valueFrom(text: string, local = false): Value {
  const folded = Uint16Array.from(text, (c) => FOLDED[c.charCodeAt(0)])
  let zeros = 0
  while (zeros < folded.length && folded[zeros] === ZERO) zeros++
  const units = folded.slice(zeros)
  return units.length >= LOOSE ? { units, exact: false, local } : { units: folded, exact: true, local }
}

function unique(values: readonly Value[]): Value[] {
  const seen = new Map<string, Value>()
  for (const v of values) {
    const key = v.units.join(' ')
    const known = seen.get(key)
    // Found anywhere beats found with conditions.
    if (known === undefined || (known.local && !v.local)) seen.set(key, v)
  }
  return [...seen.values()]
}

const plainOf = (value: string): string => {
  const w = tokensOf(value)
  return Array.from({ length: w.n }, (_, k) => w.str(k)).join('')
}

function idForms(value: string): Value[] {
  const plain = plainOf(value)
  const core = plain.slice(plain.search(/\d/), plain.length - [...plain].reverse().join('').search(/\d/))
  const out = [valueFrom(plain)]
  if (core !== plain && core.length >= CORE && /^\d+$/.test(core)) out.push(valueFrom(core))
  return out
}

/** With and without country and area codes: `+1 212 555 0147`, `212 555 0147`, `555 0147`; `+44 20 …`, `020 …`. */
function phoneForms(value: string): Value[] {
  const main = value.replace(/(?:x|ext\.?|extension) ?\d{1,8}\s?$/i, '')
  const digits = plainOf(main).replace(/\D/g, '')
  const foreign = /^(?:\+|00|011)/.test(value.trim()) && !/^\+? ?1/.test(value.trim().replace(/^(?:00|011)/, '+'))
  const out = [valueFrom(plainOf(value)), valueFrom(digits)]
  if (foreign)
    return [
      ...out,
      ...[1, 2, 3]
        .map((n) => digits.replace(/^(00|011)/, '').slice(n))
        .filter((d) => d.length >= 8)
        .map((d) => valueFrom(d)),
    ]
  const national = digits.length === 11 && digits.startsWith('1') ? digits.slice(1) : digits
  if (national.length === 10) out.push(valueFrom(national), valueFrom(`1${national}`), valueFrom(national.slice(3), true))
  return out
}

/** Position of the first character that is no leading zero, at token `i` or behind it; -1 if there is none near. */
function significant(w: Window, i: number, limit: number): number {
  if (w.text.charCodeAt(w.start[i]) !== ZERO) return w.start[i]
  let k = i
  let p = w.start[i]
  for (;;) {
    while (p < w.end[k] && w.text.charCodeAt(p) === ZERO) p++
    if (p < w.end[k]) return p
    // A row of zeros alone is a group of the number, or a short value of its own.
    k++
    if (k - i > 3 || !joins(w, k, limit)) return w.start[i]
    p = w.start[k]
  }
}

function joins(w: Window, k: number, limit: number): boolean {
  if (k >= w.n || w.end[k] > limit || (w.gap[k] & ~JOIN) !== 0 || (w.gap[k] & Gap.LONG) !== 0) return false
  return w.start[k] - w.end[k - 1] <= 3 || (w.gap[k] & Gap.NEWLINE) !== 0
}

/** End of the value's writing that starts at token `i`, its first significant character at `from`; or -1. */
function spells(w: Window, i: number, from: number, { units, exact, local }: Value): number {
  const limit = w.start[i] + AHEAD
  let k = i
  while (w.end[k] <= from) k++
  let p = exact ? w.start[i] : from
  if (exact) k = i
  for (let n = 0; ; ) {
    while (p < w.end[k] && n < units.length && FOLDED[w.text.charCodeAt(p)] === units[n]) {
      p++
      n++
    }
    if (n === units.length) return p === w.end[k] && !(local && continues(w, i)) && !(exact && partOfNumber(w, i, k)) ? p : -1
    if (p < w.end[k]) return -1
    k++
    if (!joins(w, k, limit)) return -1
    p = w.start[k]
  }
}

/** Three digits stand before, as an area code does: another number. */
const continues = (w: Window, i: number): boolean =>
  i > 0 && w.start[i - 1] >= w.start[i] - BEHIND && (w.shape[i - 1] & Shape.DIGITS) !== 0 && w.len(i - 1) >= 3 && w.start[i] - w.end[i - 1] <= 2 && (w.gap[i] & ~JOIN) === 0

/** A short value inside a longer number, a decimal or a date is something else. */
function partOfNumber(w: Window, i: number, last: number): boolean {
  const tight = (k: number): boolean => k > 0 && k < w.n && w.start[k] - w.end[k - 1] === 1 && (w.gap[k] & (Gap.DOT | Gap.SLASH | Gap.COLON | Gap.DASH | Gap.COMMA)) !== 0
  if (tight(i) && w.start[i - 1] >= w.start[i] - BEHIND && (w.shape[i - 1] & Shape.DIGITS) !== 0) return true
  return tight(last + 1) && w.end[last + 1] <= w.start[i] + AHEAD && (w.shape[last + 1] & Shape.DIGITS) !== 0
}

/** `(212) 555-0147` and `+1 212 …` start with their sign. */
function opening(w: Window, i: number, end: number): number {
  const at = w.start[i] - 1
  const unit = w.at(at)
  if (unit === 0x2b) return at
  if (unit !== 0x28) return w.start[i]
  for (let p = w.start[i]; p < end; p++) if (w.text.charCodeAt(p) === 0x29) return at
  return w.start[i]
}

/** "ending in 9999", "last four: 9999", "xxx-xx-9999", "****9999". */
function isEnding(w: Window, i: number): boolean {
  if ((w.gap[i] & Gap.STAR) !== 0) return true
  const floor = w.start[i] - BEHIND
  for (let k = i - 1, steps = 0; k >= 0 && steps < 6 && w.start[k] >= floor; k--, steps++) {
    if ((w.gap[k + 1] & ~(Gap.SPACE | Gap.COLON | Gap.DASH | Gap.HASH | Gap.NEWLINE | Gap.OPEN | Gap.CLOSE | Gap.STAR)) !== 0) return false
    if (ENDING_WORDS.has(w.hash[k]) || isMaskWord(w, k)) return true
    if (!BETWEEN.has(w.hash[k]) && !(w.is(k, Shape.DIGITS) && w.len(k) === 1) && !w.is(k, Shape.PLACEHOLDER))
      return steps < 4 && /^(?:ssn|mrn|account|acct|card|phone|cell|member|policy|social|security)$/i.test(w.str(k)) ? before(w, k, floor) : false
  }
  return false
}

/** "last 4 of SSN 9999", "last four SSN: 9999". */
function before(w: Window, k: number, floor: number): boolean {
  for (let j = k - 1; j >= 0 && k - j <= 5 && w.start[j] >= floor; j--) if (ENDING_WORDS.has(w.hash[j])) return true
  return false
}

function isMaskWord(w: Window, k: number): boolean {
  for (let p = w.start[k]; p < w.end[k]; p++) if ((w.text.charCodeAt(p) | 0x20) !== 0x78) return false
  return true
}
