import { Shape, type Window } from '../../scan/window'
import { Gap } from '../../text/chars'
import { hashWord } from '../../text/hash'
import type { Sink } from '../detector'
import { aggregated, HIGHEST, LIMIT, near, over, Unit, unitAfter } from './age-shape'
import { AFTER_READING, AFTER_STRETCH, BE, BEFORE_STRETCH, DECADE_LED, LIFE, PERSON, POSSESSIVE, PRONOUN } from './age-words'
import { below200, follows, ordinal } from './date-spoken'

/** Words that say an age over 89 by themselves. */
export const TERMS = ['nonagenarian', 'nonagenarians', 'centenarian', 'centenarians', 'supercentenarian', 'supercentenarians', 'semisupercentenarian'] as const

export function atTerm(w: Window, i: number, _next: number, out: Sink): void {
  out.add(w.start[i], w.end[i], 0.95)
}

export const WORDS = ['ninety', 'one hundred', 'a hundred', 'hundred', 'ninetieth', 'hundredth'] as const

const ONE = hashWord('one')
const A = hashWord('a')
const HUNDRED = hashWord('hundred')
const NINETIETH = hashWord('ninetieth')
const HUNDREDTH = hashWord('hundredth')
const NINETY = hashWord('ninety')
const BIRTHDAY = hashWord('birthday')
const AT = hashWord('at')
const BE_BASE = hashWord('be')
/** `she's gonna be ninety two` */
const GOING = new Set(['gonna', 'will', 'll'].map(hashWord))

/** `ninety-three year old`, `she is ninety four`, `one hundred and two years old`, `ninetieth birthday`. */
export function atWord(w: Window, i: number, next: number, out: Sink): void {
  if (birthday(w, i, out)) return
  const article = w.hash[i] === A
  const first = article ? next - 1 : i
  if (w.hash[i] === HUNDRED && i > 0 && near(w, i, Gap.SPACE | Gap.DASH, 1) && (w.hash[i - 1] === ONE || w.hash[i - 1] === A || w.is(i - 1, Shape.DIGITS))) return
  const number = below200(w, first)
  if (number === null || number.value <= LIMIT || number.value > HIGHEST || aggregated(w, number.last, number.value) || over(w, i, number.value)) return
  const unit = unitAfter(w, number.last)
  if (unit === Unit.YEARS_OLD) out.add(w.start[first], w.end[number.last], 0.97)
  else if (unit === Unit.YEARS ? !stretch(w, i, number.last) && lived(w, i) : unit === Unit.NONE && lived(w, i) && alone(w, number.last)) out.add(w.start[first], w.end[number.last], 0.7)
}

function birthday(w: Window, i: number, out: Sink): boolean {
  const plain = w.hash[i] === NINETIETH || w.hash[i] === HUNDREDTH
  const last = plain ? i : w.hash[i] === NINETY && follows(w, i + 1) && ordinal(w, i + 1) > 0 ? i + 1 : -1
  if (last < 0) return false
  if (near(w, last + 1, Gap.SPACE, 1) && w.hash[last + 1] === BIRTHDAY) out.add(w.start[i], w.end[last], 0.95)
  return true
}

const stretch = (w: Window, i: number, last: number): boolean => (near(w, i, Gap.SPACE, 1) && BEFORE_STRETCH.has(w.hash[i - 1])) || (near(w, last + 2, Gap.SPACE, 1) && AFTER_STRETCH.has(w.hash[last + 2]))

/** `she is`, `my father was`, `turned`, `died at` before token `i`. */
function lived(w: Window, i: number): boolean {
  if (!near(w, i, Gap.SPACE, 1)) return false
  const p = i - 1
  if (w.hash[p] === AT) return near(w, p, Gap.SPACE, 1) && (LIFE.has(w.hash[p - 1]) || (near(w, p - 1, Gap.SPACE, 1) && LIFE.has(w.hash[p - 2])))
  if (w.hash[p] === BE_BASE && near(w, p, Gap.SPACE, 1) && GOING.has(w.hash[p - 1])) return true
  return BE.has(w.hash[p]) && near(w, p, Gap.SPACE | Gap.APOS, 1) && PRONOUN.has(w.hash[p - 1])
}

/** The number is the end of what is said: no unit or further number follows. */
const alone = (w: Window, last: number): boolean => last + 1 >= w.n || w.start[last + 1] - w.end[last] > 3 || (w.gap[last + 1] & ~Gap.SPACE) !== 0 || !(AFTER_READING.has(w.hash[last + 1]) || w.is(last + 1, Shape.DIGITS))

export const DECADES = ['nineties', '90 s', '100 s'] as const

const IN = hashWord('in')
const THE = hashWord('the')

/** `in her nineties`, `in his mid-90s`, `a woman in the late 90s`; a rate `in the 90s` is no age. */
export function atDecade(w: Window, i: number, next: number, out: Sink): void {
  if (next - i === 2 && !near(w, i + 1, Gap.APOS, 1)) return
  let p = i - 1
  let led = false
  if (!near(w, i, Gap.SPACE | Gap.DASH | Gap.APOS, 2)) return
  if (DECADE_LED.has(w.hash[p])) {
    led = true
    if (!near(w, p, Gap.SPACE, 1)) return
    p--
  }
  if (p < 1 || !near(w, p, Gap.SPACE, 1)) return
  const whose = POSSESSIVE.has(w.hash[p])
  if (whose && (w.hash[p - 1] === IN || AGE_IN.has(w.hash[p - 1]))) out.add(w.start[i], w.end[next - 1], 0.9)
  else if (led && w.hash[p] === IN && PERSON.has(w.hash[p - 1])) out.add(w.start[i], w.end[next - 1], 0.75)
  else if (w.hash[p] === THE && w.hash[p - 1] === IN && led && p > 1 && near(w, p - 1, Gap.SPACE, 1) && PERSON.has(w.hash[p - 2])) out.add(w.start[i], w.end[next - 1], 0.65)
}

const AGE_IN = new Set(['into', 'reached', 'entering', 'of'].map(hashWord))
