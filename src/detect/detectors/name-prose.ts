import type { Subtype } from '../../labels'
import { Shape, type Window } from '../../scan/window'
import { CLASS, Gap, LETTER } from '../../text/chars'
import { hashWord } from '../../text/hash'
import type { Sink } from '../detector'
import { fullWords, gapAfter, nameRun, nextOf, placeTail, Run, rareWords } from './name-run'
import { medicalEnd, open, STOP } from './name-words'

const AND = hashWord('and')

/** A word of a script without case. */
export const caseless = (w: Window, j: number): boolean => w.is(j, Shape.NONASCII) && CLASS[w.at(w.start[j])] === LETTER

/** What a detector of prose may read, from its trigger. */
export const PROSE_REACH = { behind: 160, ahead: 320 }
/** A name starts at most this far after its trigger. */
export const NAME_WITHIN = 72

/**
 * A name in running text on weak evidence: capitalised words, at least `least` of them in no list, the first open.
 * Gives the last token, or -1.
 */
export function proseName(w: Window, j: number, least: number): number {
  if (caseless(w, j)) return nameRun(w, j, 0)
  if (!w.is(j, Shape.INITIAL | Shape.CAMEL) || !(open(w, j) || w.is(j, Shape.SINGLE)) || (w.is(j, Shape.SINGLE) && (gapAfter(w, j) & (Gap.DOT | Gap.APOS)) === 0)) return -1
  const last = nameRun(w, j, Run.SURNAME)
  if (last < 0 || w.glued(last + 1) || placeTail(w, last)) return -1
  const rares = rareWords(w, j, last)
  if (rares === 0 && !(last > j && w.is(last, Shape.SINGLE) && (w.is(j, Shape.SINGLE) || (w.word[j] & STOP) === 0))) return -1
  if (fullWords(w, j, last) + (w.is(last, Shape.SINGLE) && last > j ? 1 : 0) < least) return -1
  return last
}

/** `DOE, JANE`, `DOE,JANE Q`, `JANE DOE` or `Doe, Jane` right after a role or relation: every word in no list. Gives the last token, or -1. */
export function formalName(w: Window, j: number): number {
  if (!w.is(j, Shape.INITIAL | Shape.CAMEL | Shape.CAPS) || w.is(j, Shape.SINGLE) || w.len(j) < 3) return -1
  const caps = w.is(j, Shape.CAPS)
  const last = nameRun(w, j, Run.COMMA | (caps ? Run.CAPS : Run.SURNAME))
  if (last === j || last < 0 || placeTail(w, last) || w.glued(last + 1)) return -1
  const full = fullWords(w, j, last)
  for (let k = j; k <= last; k++) if (w.len(k) > 1 && medicalEnd(w, k)) return -1
  return full >= 2 && rareWords(w, j, last) >= full ? last : -1
}

/** `parents Ann Doe and Carl Roe`. */
export function second(w: Window, k: number, subtype: Subtype | undefined, out: Sink): void {
  if (nextOf(w, k - 1) < 0 || nextOf(w, k) < 0 || !(w.hash[k] === AND || (w.gap[k] & Gap.AMP) !== 0)) return
  const j = w.hash[k] === AND ? k + 1 : k
  if (w.start[j] - w.end[k - 1] > 8 || (w.gap[j] & ~(Gap.SPACE | Gap.AMP)) !== 0) return
  const last = w.is(j, Shape.CAPS) && w.is(k - 1, Shape.CAPS) ? formalName(w, j) : proseName(w, j, 1)
  if (last >= 0) out.add(w.start[j], w.end[last], 0.7, subtype)
}
