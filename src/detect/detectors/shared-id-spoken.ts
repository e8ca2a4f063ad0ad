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
