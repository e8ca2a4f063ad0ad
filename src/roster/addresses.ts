import type { Detector } from '../detect/detector'
import type { Subtype } from '../labels'
import { Word } from '../lexicon/classes'
import { Shape, type Window } from '../scan/window'
import { Gap } from '../text/chars'
import { hashWord } from '../text/hash'
import { AUTHORITY } from './schema'
import { classesOf, isCommon, tokensOf } from './words'

const AHEAD = 240
const BEHIND = 80
const MAX_TOKENS = 32

/** Words that are written for one another; the first stands for all (USPS Publication 28, appendices C1 and C2, and its directionals). */
const SAME = `street st str|avenue ave av aven|boulevard blvd boul|road rd|drive dr drv|lane ln|court ct crt|place pl|terrace ter terr|circle cir circ|square sq|parkway pkwy pky|highway hwy|trail trl|way wy|alley aly|plaza plz|crossing xing|cove cv|point pt|ridge rdg|heights hts|hill hl|hills hls|park prk|view vw|valley vly|village vlg|center ctr centre|creek crk|garden gdn|gardens gdns|grove grv|island is|junction jct|landing lndg|loop lp|manor mnr|meadow mdw|meadows mdws|mount mt|mountain mtn|orchard orch|path pth|pike pk|route rte rt|run rn|spring spg|springs spgs|station sta|turnpike tpke|bend bnd|bridge brg|canyon cyn|estate est|estates ests|expressway expy|freeway fwy|glen gln|harbor hbr harbour|lake lk|mill ml|pass ps|fort ft|saint st ste|north n no|south s so|east e|west w|northeast ne|northwest nw|southeast se|southwest sw|apartment apt apmt|suite ste|unit un|building bldg|floor fl flr|room rm|trailer trlr|lot|county co cty|first 1|second 2|third 3|fourth 4|fifth 5|sixth 6|seventh 7|eighth 8|ninth 9|tenth 10|eleventh 11|twelfth 12`
const CANONICAL = new Map<number, number[]>()
SAME.split('|').forEach((group, at) => {
  for (const word of group.split(' ')) CANONICAL.set(hashWord(word), [...(CANONICAL.get(hashWord(word)) ?? []), at + 1])
})
const UNITS = new Set('apartment apt suite ste unit building bldg floor fl room rm trailer trlr lot no number'.split(' ').map(hashWord))
const COUNTRY = new Set('usa us united states america of'.split(' ').map(hashWord))
const ORDINAL = new Set('st nd rd th'.split(' ').map(hashWord))
const BOX = hashWord('box')
const POST = new Set('p o po post office'.split(' ').map(hashWord))
/** Between the parts of an address, over lines too. */
const JOIN = Gap.SPACE | Gap.NEWLINE | Gap.TAB | Gap.COMMA | Gap.DOT | Gap.DASH | Gap.HASH | Gap.SEMI | Gap.PIPE | Gap.CARET | Gap.SLASH | Gap.APOS | Gap.UNDERSCORE | Gap.OPEN | Gap.CLOSE

/** An address in its parts, as hashes. */
interface Address {
  /** House number, 0 if there is none. */
  readonly number: number
  /** A post office box: its core is `box` and the number. */
  readonly box: boolean
  /** The street's own words, without directionals and suffix. */
  readonly core: readonly number[]
  /** Suffix words behind the core: without one, the street alone is not told from its words. */
  readonly suffix: readonly number[]
  readonly words: ReadonlySet<number>
  readonly city: readonly number[]
  readonly cityCommon: boolean
  /** Five digits, 0 if there is none. */
  readonly zip: number
}

const isSame = (a: number, b: number): boolean => a === b || (CANONICAL.get(a) ?? []).some((n) => (CANONICAL.get(b) ?? []).includes(n))

/** Finds the roster's addresses whole, with other abbreviations, over lines; and their street, city and ZIP code alone. */
export function addressDetector(addresses: readonly string[]): Detector {
  const list = addresses.map(addressOf)
  const cues = new Set<string>()
  for (const text of addresses) {
    const w = tokensOf(text)
    for (let k = 0; k < w.n; k++) if (w.is(k, Shape.LETTERS) && list.some((a) => a.core[0] === w.hash[k] || a.city[0] === w.hash[k])) for (const word of spellings(w.str(k).toLowerCase())) cues.add(word)
  }
  const numbers = new Set(list.flatMap((a) => [a.number, a.zip, ...a.core.slice(0, 1)]).filter((h) => h !== 0))
  const subtypes: Subtype[] = ['address', 'city', 'zip']
  const at: NonNullable<Detector['at']> = (w, i, out) => {
    if ((w.shape[i] & Shape.DIGITS) !== 0 && !numbers.has(w.hash[i])) return
    for (const a of list) {
      const last = whole(w, i, a)
      if (last >= 0) out.add(a.box ? boxStart(w, i) : w.start[i], w.end[last], 1, 'address')
      else alone(w, i, a, (end, subtype) => out.add(w.start[i], end, 1, subtype))
    }
  }
  return {
    id: 'roster-geo',
    label: 'GEO',
    subtypes,
    plain: false,
    authority: AUTHORITY,
    reach: { behind: BEHIND, ahead: AHEAD },
    on: { shape: Shape.DIGITS },
    at,
    cues: [...cues],
    atCue: (w, i, _next, out) => at(w, i, out),
  }
}

/** A word and what is written for it. */
function spellings(word: string): string[] {
  const hash = hashWord(word)
  return [word, ...SAME.split('|').flatMap((group) => (group.split(' ').some((x) => hashWord(x) === hash) ? group.split(' ').filter((x) => /^[a-z]+$/.test(x)) : []))]
}

function addressOf(text: string): Address {
  const w = tokensOf(text)
  const has = (k: number, classes: number): boolean => (classesOf(w.hash[k]) & classes) !== 0
  const zipAt = zipToken(w)
  let stateAt = zipAt < 0 ? w.n : zipAt
  const endsWithState = stateAt > 1 && (w.gap[stateAt - 1] & Gap.COMMA) !== 0 && has(stateAt - 1, Word.STATE | Word.STATE_CODE)
  if (endsWithState || (zipAt > 1 && has(stateAt - 1, Word.STATE | Word.STATE_CODE))) stateAt--
  while (stateAt > 1 && stateAt < w.n && has(stateAt - 1, Word.STATE) && has(stateAt, Word.STATE) && (w.gap[stateAt] & Gap.COMMA) === 0) stateAt--
  const street = streetEnd(w)
  const cityFrom = cityStart(w, street, stateAt)
  const city = cityFrom < stateAt ? Array.from(w.hash.slice(cityFrom, stateAt)) : []
  const box = boxToken(w)
  const number = box < 0 && w.n > 0 && w.is(0, Shape.DIGITS) && zipAt !== 0 ? w.hash[0] : 0
  const { core, suffix } = box < 0 ? streetWords(w, number === 0 ? 0 : 1, Math.min(street, cityFrom)) : { core: [w.hash[box], w.hash[box + 1]], suffix: [] }
  return { number, box: box >= 0, core, suffix, words: new Set(w.hash.slice(0, w.n)), city, cityCommon: city.length === 1 && (isCommon(city[0]) || has(cityFrom, Word.GIVEN)), zip: zipAt < 0 ? 0 : w.hash[zipAt] }
}

/** Token of `box` in "P.O. Box 2291", or -1. */
function boxToken(w: Window): number {
  for (let k = 0; k < 3 && k + 1 < w.n; k++) if (w.hash[k] === BOX && w.is(k + 1, Shape.DIGITS)) return k
  return -1
}

/** Start of `P.O. Box` whose last word is token `i`. */
function boxStart(w: Window, i: number): number {
  let k = i
  while (k > 0 && i - k < 2 && POST.has(w.hash[k - 1]) && w.start[k] - w.end[k - 1] <= 2 && w.start[k - 1] >= w.start[i] - BEHIND) k--
  return w.start[k]
}

/** The token of the ZIP code: five digits at the end, or before four more. */
function zipToken(w: Window): number {
  for (let k = w.n - 1; k >= 0 && k >= w.n - 5; k--) if (w.is(k, Shape.DIGITS) && w.len(k) === 5 && (k > 0 || w.n <= 2)) return k
  return -1
}

/** Token behind the street line: at its comma or line break, else behind its suffix. */
function streetEnd(w: Window): number {
  if (w.n === 0 || !(w.is(0, Shape.DIGITS) || hasSuffix(w) || boxToken(w) >= 0)) return 0
  for (let k = 1; k < w.n; k++) if ((w.gap[k] & (Gap.COMMA | Gap.NEWLINE | Gap.SEMI)) !== 0) return k
  for (let k = w.n - 1; k > 1; k--) if ((classesOf(w.hash[k]) & Word.STREET) !== 0) return k + 1
  return w.n
}

function hasSuffix(w: Window): boolean {
  for (let k = 1; k < w.n && ((w.gap[k] & Gap.COMMA) === 0 || k === 0); k++) if ((classesOf(w.hash[k]) & Word.STREET) !== 0) return true
  return false
}

/** The city stands behind the last comma before the State, or behind street and unit. */
function cityStart(w: Window, street: number, end: number): number {
  let k = end - 1
  while (k > street && (w.gap[k] & (Gap.COMMA | Gap.NEWLINE | Gap.SEMI)) === 0 && w.is(k - 1, Shape.LETTERS) && !(UNITS.has(w.hash[k - 1]) && k > 1)) k--
  if (k < street || k < 0) return end
  // What is left may be the unit: "Apt 3".
  return w.is(k, Shape.LETTERS) && !UNITS.has(w.hash[k]) ? k : end
}

function streetWords(w: Window, from: number, to: number): { core: number[]; suffix: number[] } {
  const words: number[] = []
  for (let k = from; k < to; k++) {
    if (UNITS.has(w.hash[k]) && k > from && k + 1 < w.n && !isLastSuffix(w, k, to)) break
    if (ORDINAL.has(w.hash[k]) && w.gap[k] === 0) continue
    words.push(w.hash[k])
  }
  const isDirection = (h: number): boolean => (classesOf(h) & Word.DIRECTION) !== 0
  while (words.length > 1 && isDirection(words[words.length - 1])) words.pop()
  const suffix: number[] = []
  if (words.length > 1 && (classesOf(words[words.length - 1]) & Word.STREET) !== 0) suffix.push(words.pop() as number)
  while (words.length > 1 && isDirection(words[0])) words.shift()
  return { core: words, suffix }
}

const isLastSuffix = (w: Window, k: number, to: number): boolean => k === to - 1 && (classesOf(w.hash[k]) & Word.STREET) !== 0

/** Last token of the address that starts with its house number (or its street) at token `i`, or -1. */
function whole(w: Window, i: number, a: Address): number {
  if (a.core.length === 0) return -1
  const limit = w.start[i] + AHEAD
  const numbered = a.number !== 0 && w.hash[i] === a.number && !partOfNumber(w, i)
  let k = numbered ? i + 1 : i
  if (numbered && within(w, k, limit) && w.gap[k] === 0 && w.len(k) === 1 && w.hash[k] !== a.core[0]) k++ // 12B
  const dir = k
  if (numbered && within(w, k, limit) && !isSame(w.hash[k], a.core[0]) && (w.word[k] & Word.DIRECTION) !== 0) k++
  k = follow(w, k, a.core, limit)
  if (k < 0 && numbered) k = follow(w, dir, a.core, limit)
  if (k < 0) return -1
  const suffixed = a.suffix.length > 0 && within(w, k, limit) && joins(w, k) && isSame(w.hash[k], a.suffix[0])
  // A street without its number must show its suffix: "Evergreen Terrace".
  if (!numbered && !suffixed && !a.box) return -1
  return extend(w, i, k, a, limit)
}

/** The words in their order, each as written or abbreviated; gives the token behind, or -1. */
function follow(w: Window, from: number, words: readonly number[], limit: number): number {
  let k = from
  for (let n = 0; n < words.length; n++) {
    if (!within(w, k, limit) || (k > from && !joins(w, k)) || !isSame(w.hash[k], words[n])) return -1
    k++
    if (within(w, k, limit) && w.gap[k] === 0 && ORDINAL.has(w.hash[k])) k++
  }
  return k
}

/** On over whatever else belongs to the address: suffix, directionals, unit, city, State, ZIP+4, country. */
function extend(w: Window, i: number, from: number, a: Address, limit: number): number {
  let last = from - 1
  for (let k = from; k < i + MAX_TOKENS && within(w, k, limit) && joins(w, k); k++) {
    const h = w.hash[k]
    if ((w.gap[k] & Gap.DOT) !== 0 && (w.gap[k] & ~Gap.DOT) !== 0 && w.len(k - 1) > 4) break
    if (isKnown(a, w, k)) last = k
    else if ((w.word[k] & Word.DIRECTION) !== 0 && (w.shape[k] & Shape.LOWER) === 0 && k === last + 1 && k <= from + 1) last = k
    else if (isZip4(w, k, a)) last = k
    else if (UNITS.has(h) || ((w.gap[k] & Gap.HASH) !== 0 && w.is(k, Shape.DIGITS))) {
      // A unit of this house, with its number.
      const value = UNITS.has(h) ? k + 1 : k
      if (!within(w, value, limit) || !joins(w, value) || w.len(value) > 5 || (w.is(value, Shape.LETTERS) && w.len(value) > 2)) break
      k = value
      last = k
      if (within(w, k + 1, limit) && w.gap[k + 1] === 0 && w.len(k + 1) <= 2) last = ++k
    } else if (!(COUNTRY.has(h) && k === last + 1 && (w.shape[k] & Shape.LOWER) === 0)) break
    else last = k
  }
  return last
}

function isKnown(a: Address, w: Window, k: number): boolean {
  const h = w.hash[k]
  if (a.words.has(h)) return true
  for (const other of a.words) if (isSame(h, other)) return true
  return (w.word[k] & (Word.STATE | Word.STATE_CODE)) !== 0 && (w.shape[k] & Shape.LOWER) === 0 && a.city.includes(w.hash[k - 1])
}

const isZip4 = (w: Window, k: number, a: Address): boolean => a.zip !== 0 && w.hash[k - 1] === a.zip && w.gap[k] === Gap.DASH && w.is(k, Shape.DIGITS) && w.len(k) === 4

/** City or ZIP code without the street. */
function alone(w: Window, i: number, a: Address, found: (end: number, subtype: Subtype) => void): void {
  const limit = w.start[i] + AHEAD
  if (a.zip !== 0 && w.hash[i] === a.zip && !partOfNumber(w, i)) {
    const plus = within(w, i + 1, limit) && isZip4(w, i + 1, a) ? i + 1 : i
    if (plus > i || !followedByDigits(w, i, limit)) found(w.end[plus], 'zip')
    return
  }
  if (a.city.length === 0 || !isSame(w.hash[i], a.city[0])) return
  const next = follow(w, i, a.city, limit)
  if (next < 0 || (a.cityCommon && (w.shape[i] & Shape.LOWER) !== 0)) return
  let last = next - 1
  if (within(w, next, limit) && joins(w, next) && a.words.has(w.hash[next]) && (w.word[next] & (Word.STATE | Word.STATE_CODE)) !== 0) last = next
  const zip = last + 1
  if (a.zip === 0 || !within(w, zip, limit) || !joins(w, zip) || w.hash[zip] !== a.zip) found(w.end[next - 1], 'city')
  else found(w.end[within(w, zip + 1, limit) && isZip4(w, zip + 1, a) ? zip + 1 : zip], 'address')
}

const within = (w: Window, k: number, limit: number): boolean => k < w.n && w.end[k] <= limit

const joins = (w: Window, k: number): boolean => (w.gap[k] & ~JOIN) === 0 && (w.gap[k] & Gap.LONG) === 0

/** Digits right before or behind, with a point or dash between: not a number of its own. */
const partOfNumber = (w: Window, i: number): boolean =>
  i > 0 && w.start[i - 1] >= w.start[i] - BEHIND && w.start[i] - w.end[i - 1] <= 1 && (w.gap[i] & ~(Gap.DOT | Gap.DASH | Gap.SLASH | Gap.COLON)) === 0 && (w.shape[i - 1] & Shape.DIGITS) !== 0

const followedByDigits = (w: Window, i: number, limit: number): boolean =>
  within(w, i + 1, limit) && w.start[i + 1] - w.end[i] <= 1 && (w.gap[i + 1] & ~(Gap.DOT | Gap.DASH | Gap.SLASH | Gap.COLON)) === 0 && w.is(i + 1, Shape.DIGITS)
