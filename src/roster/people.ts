import type { Subtype } from '../labels'
import { loadLexicon } from '../lexicon/names'
import { Shape, type Window } from '../scan/window'
import { CLASS, Gap, UPPER } from '../text/chars'
import { hashWord } from '../text/hash'
import type { RosterName } from './schema'
import { lettersOf, MAX_WORD } from './typo'
import { isCommon, tokensOf } from './words'

/** One word of a person's name. */
export interface Part {
  /** Its bit among the parts of the person. */
  readonly bit: number
  readonly text: string
  readonly hash: number
  readonly letters: Uint16Array
  readonly family: boolean
  /** Too common or too short to be a name without a capital or another part beside it. */
  readonly weak: boolean
  /** Hashes of the given names it is or stands for; empty for family names. */
  readonly givenNames: ReadonlySet<number>
}

export interface Person {
  readonly subtype: Subtype
  readonly parts: readonly Part[]
  /** Bits of the family names. */
  readonly family: number
  /** Bits of `de`, `van`, `O` and their like. */
  readonly particles: number
  /** Words that are several parts run together (`jsmith`, `smithjohn`, `delacruz`): hash, and the bits of the parts. */
  readonly joined: ReadonlyMap<number, number>
  /** Runs of first letters (`JS`, `JMS`), by hash. */
  readonly initials: ReadonlyMap<number, number>
}

/** Most parts of one name. */
const MAX_PARTS = 20
const TITLES = new Set('mr mrs ms miss mx dr prof jr sr ii iii iv esq md rn phd do np pa'.split(' ').map(hashWord))
/** Never a name without the word behind them. */
const PARTICLES = new Set(
  'de la las los del da das do dos di du le van von der den ter ten zu zum zur af av al el bin ibn ben abu abd bint binti san santa st saint mc mac o d l y e i dela vander'.split(' ').map(hashWord),
)
/** Shortest word of run-together parts. */
const MIN_JOINED = 5

interface Raw {
  readonly text: string
  readonly family: boolean
}

/** The person of one name; more than one where other names are given. */
export function people(name: string | RosterName, subtype: Subtype): Person[] {
  if (typeof name === 'string') return personsOf(wordsOf(name), subtype)
  const given = [name.given, name.middle].flatMap((t) => (t === undefined ? [] : words(tokensOf(t), 0)))
  const family = name.family === undefined ? [] : words(tokensOf(name.family), 0)
  const raw = (list: readonly string[], isFamily: boolean): Raw[] => list.map((text) => ({ text, family: isFamily }))
  const out = personsOf([...raw(given, false), ...raw(family, true)], subtype)
  for (const other of name.other ?? []) {
    const parts = wordsOf(other)
    // A maiden name stands with the given names; a whole name of its own stands alone.
    out.push(...personsOf(parts.length === 1 ? [...raw(given, false), { text: parts[0].text, family: true }] : parts, subtype))
  }
  return out
}

const personsOf = (raw: readonly Raw[], subtype: Subtype): Person[] => (raw.length === 0 ? [] : [personOf(raw.slice(0, MAX_PARTS), subtype)])

function words(w: Window, from: number, to = w.n): string[] {
  const out: string[] = []
  for (let k = from; k < to; k++) if (w.is(k, Shape.LETTERS) && !(TITLES.has(w.hash[k]) && isAffix(w, k))) out.push(w.str(k))
  return out
}

/** A title or suffix stands first, last, or behind a comma; else it is a name (`Do`). */
const isAffix = (w: Window, k: number): boolean =>
  w.n > 2 && w.len(k) < 5 && (k === 0 || ((k === w.n - 1 || (w.gap[k] & Gap.COMMA) !== 0) && (w.len(k) !== 2 || (w.gap[k] & Gap.COMMA) !== 0 || w.hash[k] !== hashWord('do'))))

/** "Last, First M" or "First M Last", with the family name told apart: particles and hyphens belong to it. */
function wordsOf(name: string): Raw[] {
  const w = tokensOf(name)
  let comma = 1
  while (comma < w.n && (w.gap[comma] & (Gap.COMMA | Gap.CARET)) === 0) comma++
  const raw = (list: readonly string[], family: boolean): Raw[] => list.map((text) => ({ text, family }))
  const behind = words(w, comma)
  if (comma < w.n && behind.length > 0) return [...raw(behind, false), ...raw(words(w, 0, comma), true)]
  const list = words(w, 0)
  const glue = joinedBefore(w)
  let family = list.length - 1
  // A generation or a credential behind was left out: places are counted from the end of the words that are left.
  let at = lastWord(w)
  while (family > 1 && at > 0 && (glue(at) || PARTICLES.has(w.hash[at - 1]))) {
    family--
    at--
  }
  return list.map((text, i) => ({ text, family: i >= family }))
}

function lastWord(w: Window): number {
  let k = w.n - 1
  while (k > 0 && (!w.is(k, Shape.LETTERS) || (TITLES.has(w.hash[k]) && isAffix(w, k)))) k--
  return k
}

const joinedBefore =
  (w: Window) =>
  (k: number): boolean =>
    (w.gap[k] & (Gap.DASH | Gap.APOS)) !== 0 && (w.gap[k] & ~(Gap.DASH | Gap.APOS)) === 0

function personOf(raw: readonly Raw[], subtype: Subtype): Person {
  const parts = raw.map(({ text, family }, i): Part => {
    const hash = hashWord(text)
    return {
      bit: 1 << i,
      text: text.toLowerCase(),
      hash,
      letters: lettersOf(text.slice(0, MAX_WORD + 1)),
      family,
      weak: text.length < 3 ? isLatin(text) : PARTICLES.has(hash) || isCommon(hash),
      givenNames: family ? NONE : new Set([hash, ...loadLexicon().givenNames(hash)]),
    }
  })
  const family = parts.reduce((bits, p) => (p.family ? bits | p.bit : bits), 0)
  const particles = parts.reduce((bits, p) => (PARTICLES.has(p.hash) ? bits | p.bit : bits), 0)
  return { subtype, parts, family, particles, joined: joinedWords(parts), initials: initialsOf(parts) }
}

const NONE: ReadonlySet<number> = /* @__PURE__ */ new Set()

/** Two characters are a whole name in Chinese, Japanese and Korean. */
const isLatin = (text: string): boolean => text.charCodeAt(0) < 0x250 || text.length < 2

function joinedWords(parts: readonly Part[]): Map<number, number> {
  const out = new Map<number, number>()
  const put = (...list: readonly (readonly [string, number])[]): void => {
    const text = list.map((p) => p[0]).join('')
    const bits = list.reduce((b, p) => b | p[1], 0)
    const hash = hashWord(text)
    if (text.length >= MIN_JOINED && !out.has(hash) && !isCommon(hash)) out.set(hash, bits)
  }
  const whole = (list: readonly Part[]): readonly [string, number] => [list.map((p) => p.text).join(''), list.reduce((b, p) => b | p.bit, 0)]
  const letter = (p: Part): readonly [string, number] => [p.text.slice(0, 1), p.bit]
  const given = parts.filter((p) => !p.family)
  const family = parts.filter((p) => p.family)
  const surnames = [whole(family), ...family.filter((p) => p.text.length > 2).map((p) => whole([p]))]
  if (family.length > 1) put(surnames[0])
  if (family.length > 2) put(whole(family.slice(1)))
  if (given.length > 1) put(whole(given.slice(0, 2)))
  if (given.length === 0 || family.length === 0) return out
  const first = whole([given[0]])
  for (const surname of surnames) {
    put(first, surname)
    put(surname, first)
    put(letter(given[0]), surname)
    put(surname, letter(given[0]))
    if (given.length > 1) {
      put(letter(given[0]), letter(given[1]), surname)
      put(surname, letter(given[0]), letter(given[1]))
      put(first, letter(given[1]), surname)
      put(first, whole([given[1]]), surname)
    }
  }
  put(first, letter(family[0]))
  return out
}

function initialsOf(parts: readonly Part[]): Map<number, number> {
  const out = new Map<number, number>()
  const given = parts.filter((p) => !p.family)
  const family = parts.filter((p) => p.family && !PARTICLES.has(p.hash))
  if (given.length === 0 || family.length === 0) return out
  const put = (list: readonly Part[]): unknown =>
    out.set(
      hashWord(list.map((p) => p.text[0]).join('')),
      list.reduce((b, p) => b | p.bit, 0),
    )
  put([given[0], family[0]])
  put([given[0], ...family])
  put([...given, family[0]])
  put([...given, ...family])
  return out
}

/** A capital letter alone. */
export const isCapital = (unit: number): boolean => CLASS[unit] === UPPER
