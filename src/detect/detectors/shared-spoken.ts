import { Word } from '../../lexicon/classes'
import { Shape, type Window } from '../../scan/window'
import { Gap } from '../../text/chars'
import { hashWord } from '../../text/hash'
import { wordSet } from '../field'
import type { PhoneNumber } from './shared-number'

/** Digits as words: their value by hash. */
const UNITS: ReadonlyMap<number, number> = new Map(['zero', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'oh'].map((x, v) => [hashWord(x), v % 10]))
const REPEAT = wordSet('double triple')
const TRIPLE = hashWord('triple')
const TENS = wordSet('twenty thirty forty fifty sixty seventy eighty ninety')
const HUNDRED = wordSet('hundred')
const EXTENSION = wordSet('extension ext')
const BETWEEN = Gap.SPACE | Gap.COMMA | Gap.DASH | Gap.NEWLINE | Gap.DOT
const MAX_WORDS = 24
const MAX_LENGTH = 140

export interface Spoken extends PhoneNumber {
  /** Every word is a single digit. */
  readonly plain: boolean
  /** The digits rise or fall by one all along: somebody counts. */
  readonly counting: boolean
}

/** Can a number in words start at token `i`? */
export const startsSpoken = (w: Window, i: number): boolean => (w.word[i] & Word.NUMBER) !== 0 || REPEAT.has(w.hash[i])

const follows = (w: Window, k: number): boolean => k < w.n && (w.gap[k] & ~BETWEEN) === 0 && w.start[k] - w.end[k - 1] <= 3

/** The run of digit words that starts at token `i`: "five five five, one two three four"; null if there is none. */
export function spokenNumber(w: Window, i: number): Spoken | null {
  let digits = 0
  let last = -1
  let plain = true
  let steps = 0
  let rising = 0
  let before = -2
  for (let k = i; k < i + MAX_WORDS && (k === i ? k < w.n : follows(w, k)) && w.end[k] - w.start[i] <= MAX_LENGTH; k++) {
    const unit = UNITS.get(w.hash[k])
    if (unit !== undefined) {
      const tens = k > i && TENS.has(w.hash[k - 1])
      digits += tens ? 0 : k > i && REPEAT.has(w.hash[k - 1]) ? (w.hash[k - 1] === TRIPLE ? 3 : 2) : 1
      if (before >= -1 && Math.abs(unit - before) === 1) rising++
      before = unit
      steps++
    } else if ((w.word[k] & Word.NUMBER) !== 0) {
      digits += 2
      plain = false
    } else if (REPEAT.has(w.hash[k])) {
      continue
    } else if ((w.shape[k] & Shape.DIGITS) !== 0 && w.len(k) <= 4 && k > i) {
      digits += w.len(k)
      plain = false
    } else if (EXTENSION.has(w.hash[k]) && digits >= 7 && k + 1 < w.n && UNITS.has(w.hash[k + 1])) {
      continue
    } else break
    if (HUNDRED.has(w.hash[k]) && k > i) before = -2
    last = k
  }
  return last < 0 ? null : { start: w.start[i], end: w.end[last], last, digits, score: 0.6, plain, counting: steps > 2 && rising >= steps - 1 }
}
