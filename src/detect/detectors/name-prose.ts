import type { Subtype } from '../../labels'
import { Shape, type Window } from '../../scan/window'
import { Gap } from '../../text/chars'
import { hashWord } from '../../text/hash'
import type { Sink } from '../detector'
import { fullWords, gapAfter, nameRun, nextOf, placeTail, rareWords } from './name-run'
import { open, STOP } from './name-words'

const AND = hashWord('and')

/** What a detector of prose may read, from its trigger. */
export const PROSE_REACH = { behind: 160, ahead: 320 }
/** A name starts at most this far after its trigger. */
export const NAME_WITHIN = 72

/**
 * A name in running text on weak evidence: capitalised words, at least `least` of them in no list, the first open.
 * Gives the last token, or -1.
 */
export function proseName(w: Window, j: number, least: number): number {
  if (!w.is(j, Shape.INITIAL | Shape.CAMEL) || !(open(w, j) || w.is(j, Shape.SINGLE)) || (w.is(j, Shape.SINGLE) && (gapAfter(w, j) & (Gap.DOT | Gap.APOS)) === 0)) return -1
  const last = nameRun(w, j, 0)
  if (last < 0 || w.glued(last + 1) || placeTail(w, last)) return -1
  const rares = rareWords(w, j, last)
  if (rares === 0 && !(last > j && w.is(last, Shape.SINGLE) && (w.is(j, Shape.SINGLE) || (w.word[j] & STOP) === 0))) return -1
  if (fullWords(w, j, last) + (w.is(last, Shape.SINGLE) && last > j ? 1 : 0) < least) return -1
  return last
}

/** `parents Ann Doe and Carl Roe`. */
export function second(w: Window, k: number, subtype: Subtype | undefined, out: Sink): void {
  if (nextOf(w, k - 1) < 0 || nextOf(w, k) < 0 || !(w.hash[k] === AND || (w.gap[k] & Gap.AMP) !== 0)) return
  const j = w.hash[k] === AND ? k + 1 : k
  if (w.start[j] - w.end[k - 1] > 8 || (w.gap[j] & ~(Gap.SPACE | Gap.AMP)) !== 0) return
  const last = proseName(w, j, 1)
  if (last >= 0) out.add(w.start[j], w.end[last], 0.7, subtype)
}
