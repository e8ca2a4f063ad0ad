import type { Marked } from './form'
import type { Rng } from './prng'

/** A way of writing the same text so that eyes see no difference, or little, and naive patterns see another text. */
export interface Attack {
  readonly name: string
  /** What becomes of one character. */
  readonly on: (c: string, r: Rng, i: number) => string
  /** The whole text, or only what must be covered. */
  readonly whole?: true
}

const HOMOGLYPHS: Readonly<Record<string, string>> = {
  a: 'а',
  c: 'с',
  e: 'е',
  i: 'і',
  j: 'ј',
  o: 'о',
  p: 'р',
  s: 'ѕ',
  x: 'х',
  y: 'у',
  A: 'А',
  B: 'В',
  C: 'С',
  E: 'Е',
  H: 'Н',
  I: 'І',
  K: 'К',
  M: 'М',
  O: 'О',
  P: 'Р',
  T: 'Т',
  X: 'Х',
  Y: 'Υ',
  N: 'Ν',
  Z: 'Ζ',
}
const solid = /[\p{L}\p{N}]/u
const some = (r: Rng, p: number): boolean => r.chance(p)

export const ATTACKS: readonly Attack[] = [
  { name: 'lower-case', on: (c) => c.toLowerCase(), whole: true },
  { name: 'ALL-CAPS', on: (c) => c.toUpperCase(), whole: true },
  { name: 'zero-width', on: (c, r) => (solid.test(c) && some(r, 0.4) ? `${c}${r.pick(['\u200b', '\u200c', '\u200d', '\u2060', '\ufeff'])}` : c) },
  { name: 'soft-hyphens', on: (c, r) => (solid.test(c) && some(r, 0.3) ? `${c}\u00ad` : c) },
  { name: 'full-width-digits', on: (c) => (c >= '0' && c <= '9' ? String.fromCharCode(c.charCodeAt(0) + 0xfee0) : c) },
  { name: 'full-width-all', on: (c) => (/[0-9A-Za-z@./:-]/.test(c) ? String.fromCharCode(c.charCodeAt(0) + 0xfee0) : c) },
  { name: 'homoglyphs', on: (c, r) => (some(r, 0.5) ? (HOMOGLYPHS[c] ?? c) : c) },
  { name: 'nbsp', on: (c) => (c === ' ' ? '\u00a0' : c), whole: true },
  { name: 'thin-spaces', on: (c, r) => (c === ' ' ? r.pick(['\u2009', '\u202f', '\u2007', '\u3000']) : c), whole: true },
  { name: 'combining', on: (c, r) => (solid.test(c) && some(r, 0.3) ? `${c}${r.pick(['\u0301', '\u0308', '\u0323', '\u0332'])}` : c) },
  { name: 'dashes', on: (c, r) => (c === '-' ? r.pick(['\u2010', '\u2011', '\u2012', '\u2013', '\u2212']) : c) },
  { name: 'bidi-marks', on: (c, r) => (solid.test(c) && some(r, 0.2) ? `${c}${r.pick(['\u200e', '\u200f'])}` : c) },
]

/** Base64 in another case is other data, and no writing of the same: not attacked so. */
const CASE_MATTERS = /[A-Za-z0-9+/]{48}/

/** The attacked text; null where the attack changes nothing that must be covered. */
export function attack(a: Attack, m: Marked, r: Rng): Marked | null {
  if (/case|CAPS/.test(a.name) && CASE_MATTERS.test(m.text)) return null
  let text = ''
  const must: boolean[] = []
  let changed = false
  for (let i = 0; i < m.text.length; ) {
    const c = String.fromCodePoint(m.text.codePointAt(i)!)
    const out = a.whole || m.must[i] ? a.on(c, r, i) : c
    if (out !== c) changed = true
    text += out
    for (let k = 0; k < out.length; k++) must.push(m.must[i])
    i += c.length
  }
  return changed ? { text, must } : null
}
