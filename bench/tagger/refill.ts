// Documents written anew: other names and places in the same slots, other casing, slips of the keyboard. For training only.
import { Bit } from '../../src/lexicon/fields'
import type { Lexicon } from '../../src/lexicon/table'
import { hashWord } from '../../src/text/hash'
import type { Piece, Source } from './corpus'

export type Random = () => number

/** mulberry32: the same seed gives the same documents on every machine. */
export function seeded(seed: number): Random {
  let a = seed >>> 0
  return () => {
    a = (a + 0x6d2b79f5) | 0
    let t = Math.imul(a ^ (a >>> 15), 1 | a)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
}

/** A list drawn from by weight. */
export class Pool {
  private readonly sums: Float64Array
  constructor(
    readonly words: readonly string[],
    weights: readonly number[],
  ) {
    this.sums = new Float64Array(words.length)
    let sum = 0
    words.forEach((_, i) => {
      sum += weights[i]
      this.sums[i] = sum
    })
  }

  draw(random: Random): string {
    const r = random() * this.sums[this.sums.length - 1]
    let lo = 0
    let hi = this.words.length - 1
    while (lo < hi) {
      const mid = (lo + hi) >> 1
      if (this.sums[mid] > r) hi = mid
      else lo = mid + 1
    }
    return this.words[lo]
  }
}

export interface Pools {
  readonly given: Pool
  readonly givenRare: Pool
  readonly surname: Pool
  readonly surnameRare: Pool
  /** Words of the language that are names too. */
  readonly wordNames: Pool
  readonly city: Pool
  readonly county: Pool
  readonly lexicon: Lexicon
}

const KEPT = new Set(
  'de la del las los da das do dos di van von der den ten ter bin bint ibn al el ul abu abd st san santa le du des y e of and the mc mac o jr sr ii iii iv mr mrs ms miss dr mister doctor prof sister brother father fr rev saint ma aunt uncle tia tio nurse big little old mama papa grandma grandpa nana auntie coach'.split(
    ' ',
  ),
)
const WORD = /\p{L}+/gu

/** The casing of one word on another. */
function cased(like: string, word: string): string {
  if (like.length > 1 && like === like.toUpperCase() && like !== like.toLowerCase()) return word.toUpperCase()
  if (like === like.toLowerCase()) return word
  const title = word.replace(/(^|[^\p{L}])(\p{L})/gu, (_, a: string, b: string) => a + b.toUpperCase())
  return /^Mc\p{Lu}/u.test(like) ? title : title
}

const VOWELS = 'aeiou'
const CONSONANTS = 'bcdfghjklmnprstvwyz'
const STARTS = ['kr', 'sz', 'ch', 'mb', 'ng', 'th', 'sh', 'zh', 'tch', 'oy', 'ah', 'ye', 'ts', 'kh', 'dz', 'gw', 'hl', 'vl', 'br', 'st', 'f', 'b', 'm', 'k', 'p', 'r', 'd', 't']
const ENDS = ['ski', 'ov', 'enko', 'ez', 'oglu', 'wala', 'sen', 'son', 'yan', 'dze', 'ko', 'ic', 'ah', 'ou', 'ai', 'i', 'o', 'a', 'e', 'in', 'er', 'man', 'ley', 'ton', 'ell', 'ette', 'aga', 'ui', 'ong', 'uk']

/** A name in no list. */
function invented(random: Random): string {
  const pick = (s: string | readonly string[]): string => s[Math.floor(random() * s.length)]
  let out = random() < 0.6 ? pick(STARTS) : pick(CONSONANTS)
  const parts = 1 + Math.floor(random() * 2)
  for (let i = 0; i < parts; i++) out += pick(VOWELS) + pick(CONSONANTS) + (random() < 0.15 ? pick(CONSONANTS) : '')
  return out + pick(ENDS)
}

const MARKED: Readonly<Record<string, string>> = { a: 'áäåāã', e: 'éèëě', i: 'íïī', o: 'óöøō', u: 'úüů', c: 'çčć', n: 'ñň', s: 'šśş', z: 'žź', l: 'ł', r: 'ř', y: 'ý', g: 'ğ' }

/** A letter or two with diacritics; the same word comes out the same. */
function marked(word: string, seed: string): string {
  let h = 7
  for (const c of seed) h = (h * 31 + c.charCodeAt(0)) >>> 0
  let left = 1 + (h % 2)
  return [...word]
    .map((c) => {
      const set = MARKED[c]
      h = (h * 1103515245 + 12345) >>> 0
      if (set === undefined || left === 0 || h % 3 === 0) return c
      left--
      return set[h % set.length]
    })
    .join('')
}

function slip(word: string, random: Random): string {
  if (word.length < 4) return word
  const at = 1 + Math.floor(random() * (word.length - 2))
  const r = random()
  if (r < 0.4) return word.slice(0, at) + word[at + 1] + word[at] + word.slice(at + 2)
  if (r < 0.7) return word.slice(0, at) + word.slice(at + 1)
  return word.slice(0, at) + word[at] + word.slice(at)
}

/** Names and places of a document replaced, the same by the same. */
export function refill(source: Source, pools: Pools, random: Random): Source {
  const persons = new Map<string, string>()
  const places = new Map<string, string>()
  const things = new Map<string, string>()
  const once = (map: Map<string, string>, key: string, make: () => string): string => {
    let value = map.get(key)
    if (value === undefined) map.set(key, (value = make()))
    return value
  }
  // One name in eight is written with marks, the same each time.
  const foreign = new Set<string>()
  const bits = (word: string): number => pools.lexicon.lookup(hashWord(word))
  const personWord = (word: string, first: boolean): string => {
    const low = word.toLowerCase()
    if (KEPT.has(low)) return word
    if (low.length === 1) return random() < 0.5 ? word : cased(word, String.fromCharCode(97 + Math.floor(random() * 26)))
    // Initials written together stay initials.
    if (word.length < 4 && (word === word.toUpperCase() || bits(low) === 0)) return word
    const made = once(persons, low, () => {
      if (random() < 0.12) foreign.add(low)
      const b = bits(low)
      const given = b & 7
      const surname = (b >>> 5) & 7
      let asGiven = given === surname ? first : given > surname || (given > 3 && first)
      if (random() < 0.06) asGiven = !asGiven
      const r = random()
      if (r < 0.08) return pools.wordNames.draw(random)
      if (r < 0.2) return invented(random)
      if (asGiven) return (r < 0.6 ? pools.given : pools.givenRare).draw(random)
      return (r < 0.55 ? pools.surname : pools.surnameRare).draw(random)
    })
    return cased(word, random() < 0.02 ? slip(made, random) : foreign.has(low) ? marked(made, low) : made)
  }
  const properWord = (word: string): string => {
    const low = word.toLowerCase()
    const b = bits(low)
    if (KEPT.has(low) || (b & (Bit.FACILITY | Bit.ROLE | Bit.MEDICAL | Bit.DISEASE | Bit.ABBREVIATION | Bit.CLINICAL)) !== 0 || ((b & Bit.COMMON) !== 0 && random() < 0.7) || low.length < 3) return word
    return cased(
      word,
      once(things, low, () => {
        const r = random()
        if (r < 0.4) return pools.surname.draw(random)
        if (r < 0.65) return pools.city.draw(random).split(' ')[0]
        if (r < 0.75) return invented(random)
        return r < 0.9 ? pools.wordNames.draw(random) : pools.given.draw(random)
      }),
    )
  }
  const rewrite = (p: Piece): Piece => {
    if (p.kind === 'GEO/city' || p.kind === 'GEO/county') {
      if (random() < 0.1 || p.text.length < 3) return p
      const key = p.text.toLowerCase()
      return {
        kind: p.kind,
        text: cased(
          p.text,
          once(places, key, () => (p.kind === 'GEO/city' ? pools.city : pools.county).draw(random)),
        ),
      }
    }
    if (p.kind === 'GEO/facility' || p.kind === 'NAME/employer' || p.kind === 'GEO/address') return { kind: p.kind, text: p.text.replace(WORD, (word) => properWord(word)) }
    if (p.kind.startsWith('NAME/')) {
      const comma = p.text.includes(',')
      let n = 0
      return { kind: p.kind, text: p.text.replace(WORD, (word) => personWord(word, comma ? n++ > 0 : n++ === 0)) }
    }
    return p
  }
  return { ...source, pieces: source.pieces.map(rewrite) }
}

/** Ways a document may be written otherwise. */
export const CASINGS = {
  asIs: (s: string) => s,
  lower: (s: string) => s.toLowerCase(),
  caps: (s: string) => s.toUpperCase(),
  /** As a speech recogniser writes: no capitals, no marks. */
  spoken: (s: string) =>
    s
      .toLowerCase()
      .replace(/[,;:()"!?*]+/gu, '')
      .replace(/\.(?=\s|$)/gu, ''),
  /** As corpora for language models are: tokens apart, clitics split, lower case. */
  tokens: (s: string) =>
    s
      .toLowerCase()
      .replace(/\b(gon|wan)na\b/gu, '$1 na')
      .replace(/n't\b/gu, " n't")
      .replace(/(\p{L})'(s|m|re|ve|ll|d)\b/gu, "$1 '$2")
      .replace(/([a-z])([,.?!;:])(?=\s|$)/gu, '$1 $2'),
} as const

export const recase = (source: Source, how: keyof typeof CASINGS): Source => ({ ...source, pieces: source.pieces.map((p) => ({ kind: p.kind, text: CASINGS[how](p.text) })) })

/** What de-identification leaves: labels in brackets where values stood, some of them or all. Nothing of it is a name. */
export function scrubbed(source: Source, random: Random): Source {
  const share = random() < 0.6 ? 1 : 0.6
  return { ...source, pieces: source.pieces.map((p) => (p.kind === '' || p.kind === '~' || random() > share ? p : { kind: '', text: `[${p.kind.split('/')[0]}]` })) }
}
