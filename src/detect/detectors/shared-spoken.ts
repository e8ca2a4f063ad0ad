import { Shape, type Window } from '../../scan/window'
import { Gap } from '../../text/chars'
import { hashWord } from '../../text/hash'

/** Digits a spoken number word stands for: "four" one, "twelve" two, "forty" two, with a unit after it still two. */
const UNITS = 'zero oh one two three four five six seven eight nine'
const TEENS = 'ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'
const TENS = 'twenty thirty forty fourty fifty sixty seventy eighty ninety'
const TIMES = 'double'

const UNIT = 1
const TEEN = 2
const TEN = 3
const DOUBLE = 4
const KINDS: ReadonlyMap<number, number> = /* @__PURE__ */ new Map(
  (
    [
      [UNITS, UNIT],
      [TEENS, TEEN],
      [TENS, TEN],
      [TIMES, DOUBLE],
    ] as const
  ).flatMap(([words, kind]) => words.split(' ').map((word) => [hashWord(word), kind] as const)),
)
const DASH_WORDS: ReadonlySet<number> = /* @__PURE__ */ new Set(['dash', 'hyphen'].map(hashWord))
const BETWEEN = Gap.SPACE | Gap.COMMA | Gap.DASH | Gap.NEWLINE | Gap.DOT
const MAX_WORDS = 24

export interface Spoken {
  readonly start: number
  readonly end: number
  readonly last: number
  readonly digits: number
}

export const isSpokenDigit = (w: Window, k: number): boolean => (w.shape[k] & Shape.LETTERS) !== 0 && KINDS.has(w.hash[k])

/** The number spoken digit by digit (or pair by pair) from token `j` on, figures mixed in; nothing past `limit` is read. */
export function spokenDigits(w: Window, j: number, limit: number): Spoken {
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
      if (DASH_WORDS.has(w.hash[k])) continue
      const kind = KINDS.get(w.hash[k])
      if (kind === undefined) break
      if (kind === DOUBLE) {
        times = 2
        continue
      }
      digits += kind === UNIT ? (tens ? 0 : times) : 2
      tens = kind === TEN
      times = 1
    }
    last = k
  }
  return { start: w.start[j], end: w.end[last], last, digits }
}
