import { Shape, type Window } from '../../scan/window'
import { Gap } from '../../text/chars'
import { hashWord } from '../../text/hash'
import { wordSet } from '../field'

const UNIT = 1
const PAIR = 2
const TENS = 3
const DOUBLE = 4
/** What a number word gives: a digit; two; two of which a unit may replace the second; the next digit twice. */
const KINDS: ReadonlyMap<number, number> = /* @__PURE__ */ new Map(
  (
    [
      ['zero oh one two three four five six seven eight nine', UNIT],
      ['ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen', PAIR],
      ['twenty thirty forty fourty fifty sixty seventy eighty ninety', TENS],
      ['double', DOUBLE],
    ] as const
  ).flatMap(([words, kind]) => words.split(' ').map((word) => [hashWord(word), kind] as const)),
)
const DASH = wordSet('dash hyphen')
const BETWEEN = Gap.SPACE | Gap.COMMA | Gap.DASH | Gap.NEWLINE | Gap.DOT
const MAX_WORDS = 24

export interface SpokenId {
  readonly start: number
  readonly end: number
  readonly digits: number
  /** Letters spelled among the digits. */
  readonly letters?: number
}

export const isSpokenDigit = (w: Window, k: number): boolean => (w.shape[k] & Shape.LETTERS) !== 0 && KINDS.has(w.hash[k])

/** The number spoken digit by digit (or pair by pair) from token `j` on, figures mixed in; nothing past `limit` is read. */
export function spokenId(w: Window, j: number, limit: number): SpokenId {
  let digits = 0
  let last = j
  let tens = false
  let times = 1
  for (let k = j; k < w.n && k < j + MAX_WORDS && w.end[k] <= limit; k++) {
    if (k > j && (w.gap[k] & ~BETWEEN) !== 0) break
    if ((w.shape[k] & Shape.DIGITS) !== 0) {
      digits += w.end[k] - w.start[k]
      tens = false
    } else {
      if (DASH.has(w.hash[k])) continue
      const kind = KINDS.get(w.hash[k])
      if (kind === undefined) break
      if (kind === DOUBLE) {
        times = 2
        continue
      }
      digits += kind === UNIT ? (tens ? 0 : times) : 2
      tens = kind === TENS
      times = 1
    }
    last = k
  }
  return { start: w.start[j], end: w.end[last], digits }
}

/** ICAO spelling alphabet (Annex 10, vol. II, 5.2.1.3), without its words of other uses. */
const ALPHABET = wordSet('alpha alfa bravo charlie delta foxtrot hotel india juliet juliett kilo lima november oscar papa quebec romeo sierra tango uniform victor whiskey whisky xray yankee zulu')
const [AS, IN, X, RAY] = ['as', 'in', 'x', 'ray'].map(hashWord)
const MAX_SPELLED = 32

/** Token after the letter that is spelled at token `k`, `r`, `r as in robert`, `zulu`, `x ray`, or -1. */
function letterEnd(w: Window, k: number, limit: number): number {
  if (!w.is(k, Shape.LETTERS)) return -1
  if (ALPHABET.has(w.hash[k])) return k + 1
  if (!w.is(k, Shape.LETTER_1)) return -1
  if (w.hash[k] === X && k + 1 < w.n && w.hash[k + 1] === RAY) return k + 2
  return k + 3 < w.n && w.hash[k + 1] === AS && w.hash[k + 2] === IN && w.end[k + 3] <= limit && w.is(k + 3, Shape.LETTERS) ? k + 4 : k + 1
}

const END = Gap.NEWLINE | Gap.LONG
/** Letters that are words. */
const ONE_LETTER = wordSet('a i o')

/**
 * The number spelled from token `j` on, letters too: `c as in charlie seven one nine four`, `four e k nine dash t e two`.
 * It has a number word; a letter ends it only at the end of a line.
 */
export function spelledId(w: Window, j: number, limit: number): SpokenId | null {
  let digits = 0
  let last = -1
  let letters = 0
  let spelled = 0
  for (let k = j, n = 0; k < w.n && n < MAX_SPELLED && w.end[k] <= limit; n++) {
    if (k > j && (w.gap[k] & ~(Gap.SPACE | Gap.COMMA | Gap.DASH)) !== 0) break
    const kind = (w.shape[k] & Shape.LETTERS) !== 0 ? KINDS.get(w.hash[k]) : undefined
    if (kind !== undefined && kind !== DOUBLE) {
      const said = spokenId(w, k, limit)
      digits += said.digits
      while (k < w.n && w.end[k] <= said.end) k++
      last = k - 1
      spelled += letters
      letters = 0
      continue
    }
    if (DASH.has(w.hash[k])) {
      k++
      continue
    }
    const next = letterEnd(w, k, limit)
    if (next < 0 || ++letters > 4) break
    // A letter at the end of the line: `eight eight w`.
    if (digits > 0 && next === k + 1 && !ONE_LETTER.has(w.hash[k]) && (next >= w.n || (w.gap[next] & END) !== 0)) {
      last = k
      break
    }
    k = next
  }
  return last < 0 ? null : { start: w.start[j], end: w.end[last], digits, letters: spelled }
}
/** May a spelled number begin at token `k`? */
export const startsSpelled = (w: Window, k: number): boolean => isSpokenDigit(w, k) || w.is(k, Shape.LETTER_1) || ((w.shape[k] & Shape.LETTERS) !== 0 && ALPHABET.has(w.hash[k]))
