import type { Window } from '../../scan/window'
import { Gap } from '../../text/chars'
import { hashWord } from '../../text/hash'
import { isRecentYear } from './date-year-range'

const UNITS = 'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'
const TENS = 'twenty thirty forty fifty sixty seventy eighty ninety'
const ORDINALS = 'first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth'

const values = (words: string, from: number, step: number): Array<[number, number]> => words.split(' ').map((x, i) => [hashWord(x), from + step * i])
const CARDINAL = new Map([...values(UNITS, 0, 1), ...values(TENS, 20, 10)])
const ORDINAL = new Map([...values(ORDINALS, 1, 1), ...values('thirtieth', 30, 1)])
const OH = hashWord('oh')
const AND = hashWord('and')
const TWO = hashWord('two')
const HUNDRED = hashWord('hundred')
const THOUSAND = hashWord('thousand')

const WORD_GAP = Gap.SPACE | Gap.DASH | Gap.NEWLINE

/** Token `k` follows the one before it as the next word of a number does. */
export const follows = (w: Window, k: number): boolean => k > 0 && k < w.n && (w.gap[k] & ~WORD_GAP) === 0 && w.start[k] - w.end[k - 1] <= 3

/** 0 to 19 and the tens, or -1. */
export const cardinal = (w: Window, k: number): number => CARDINAL.get(w.hash[k]) ?? -1

/** first to twentieth, and thirtieth, or -1. */
export const ordinal = (w: Window, k: number): number => ORDINAL.get(w.hash[k]) ?? -1

/** A number read from words: its value and its last token. */
export interface Spoken {
  readonly value: number
  readonly last: number
}

/** `seven`, `forty two`, `oh five`: below 100. */
export function below100(w: Window, k: number): Spoken | null {
  if (w.hash[k] === OH) {
    const unit = follows(w, k + 1) ? cardinal(w, k + 1) : -1
    return unit >= 1 && unit <= 9 ? { value: unit, last: k + 1 } : null
  }
  const value = cardinal(w, k)
  if (value < 0) return null
  const unit = value >= 20 && follows(w, k + 1) ? cardinal(w, k + 1) : -1
  return unit >= 1 && unit <= 9 ? { value: value + unit, last: k + 1 } : { value, last: k }
}

/** `one hundred and two`, `a hundred three` and all below 100; `k` is the first number word. */
export function below200(w: Window, k: number): Spoken | null {
  let at = k
  if (w.hash[k] !== HUNDRED) {
    if (cardinal(w, k) !== 1 || !follows(w, k + 1) || w.hash[k + 1] !== HUNDRED) return below100(w, k)
    at = k + 1
  }
  const next = follows(w, at + 1) && w.hash[at + 1] === AND ? at + 2 : at + 1
  const rest = follows(w, next) ? below100(w, next) : null
  return rest === null || rest.value === 0 ? { value: 100, last: at } : { value: 100 + rest.value, last: rest.last }
}

/** `third`, `twenty-first`, `thirty first`: a day of the month as an ordinal. */
export function spokenOrdinalDay(w: Window, k: number): Spoken | null {
  const plain = ordinal(w, k)
  if (plain > 0) return { value: plain, last: k }
  const tens = cardinal(w, k)
  if ((tens !== 20 && tens !== 30) || !follows(w, k + 1)) return null
  const unit = ordinal(w, k + 1)
  return unit >= 1 && unit <= (tens === 20 ? 9 : 1) ? { value: tens + unit, last: k + 1 } : null
}

/** `two thousand nineteen`, `twenty nineteen`, `nineteen eighty four`, `nineteen oh five`: a year of 1900 on. */
export function spokenYear(w: Window, k: number): Spoken | null {
  const year = w.hash[k] === TWO ? thousands(w, k) : hundreds(w, k)
  return year !== null && isRecentYear(year.value) ? year : null
}

function thousands(w: Window, k: number): Spoken | null {
  if (!follows(w, k + 1) || w.hash[k + 1] !== THOUSAND) return null
  const next = follows(w, k + 2) && w.hash[k + 2] === AND ? k + 3 : k + 2
  const rest = follows(w, next) ? below100(w, next) : null
  return rest === null ? { value: 2000, last: k + 1 } : { value: 2000 + rest.value, last: rest.last }
}

function hundreds(w: Window, k: number): Spoken | null {
  const century = cardinal(w, k)
  if ((century !== 19 && century !== 20) || !follows(w, k + 1)) return null
  const rest = below100(w, k + 1)
  if (rest === null || (rest.value < 10 && w.hash[k + 1] !== OH)) return null
  return { value: century * 100 + rest.value, last: rest.last }
}
