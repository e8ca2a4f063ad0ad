import { Word } from '../../lexicon/classes'
import { Shape, type Window } from '../../scan/window'
import { Gap } from '../../text/chars'
import { hashWord } from '../../text/hash'
import type { Sink } from '../detector'
import { wordSet } from '../field'
import { addressEnd } from './geo-address'
import { GENERIC } from './geo-facility-words'
import { inName, inside, isCap } from './geo-tokens'
import { CONNECTOR, STOP, STRONG_SUFFIX } from './geo-words'

/** "Elm Street", "North Main Street": a capitalised name and a strong suffix, without a number. */
export function namedStreet(w: Window, i: number, lo: number, lim: number, out: Sink): void {
  if (
    (w.shape[i] & Shape.INITIAL) === 0 ||
    !(STRONG_SUFFIX.has(w.hash[i]) || PLURAL.has(w.hash[i]) || (w.hash[i] === ST && !(inside(w, i + 1, lim) && (w.gap[i + 1] & ~(Gap.SPACE | Gap.DOT)) === 0 && isCap(w, i + 1)))) ||
    w.gap[i] !== Gap.SPACE ||
    w.start[i] - w.end[i - 1] !== 1
  )
    return
  let first = i
  for (let k = i - 1; k >= 0 && k > i - 4 && w.start[k] >= lo; k--) {
    if (k < i - 1 && !inName(w, k + 1)) break
    const ordinal = w.gap[k] === 0 && (w.word[k] & Word.ORDINAL) !== 0 && k > 0 && w.start[k - 1] >= lo && (w.shape[k - 1] & Shape.DIGITS) !== 0
    if (ordinal) {
      first = k - 1
      break
    }
    if (!isCap(w, k) || STOP.has(w.hash[k]) || CONNECTOR.has(w.hash[k])) break
    first = k
  }
  if (first === i) return
  const own = first
  first = crossing(w, first, lo)
  if (first === own && PLURAL.has(w.hash[i])) return
  out.add(w.start[first], w.end[addressEnd(w, i, lim)], 0.65, 'address')
}

const PLURAL = wordSet('streets avenues sts aves roads')

/** "5th and Main St", "Broadway & 12th St": the street before it. */
function crossing(w: Window, first: number, lo: number): number {
  let k = first - 1
  if (k < 0 || w.start[k] < lo) return first
  const at = w.hash[k] === AT
  if ((at || w.hash[k] === AND) && between(w, first) && between(w, k)) k--
  else if (w.gap[first] !== (Gap.SPACE | Gap.AMP)) return first
  if (k < 0 || w.start[k] < lo) return first
  if ((w.word[k] & Word.ORDINAL) !== 0 && w.gap[k] === 0 && k > 0 && w.start[k - 1] >= lo) return k - 1
  if (
    !isCap(w, k) ||
    STOP.has(w.hash[k]) ||
    (at && ((GENERIC.has(w.hash[k]) && (w.word[k] & Word.ORDINAL) === 0) || (w.word[k] & (Word.ROLE | Word.MEDICAL | Word.FACILITY)) !== 0 || (w.shape[k] & Shape.CAPS) !== (w.shape[first] & Shape.CAPS)))
  )
    return first
  return (w.word[k] & Word.STREET) !== 0 && k > 0 && w.start[k - 1] >= lo && isCap(w, k - 1) && w.gap[k] === Gap.SPACE ? k - 1 : k
}
/** One space, or one line break where the text is wrapped. */
const between = (w: Window, k: number): boolean => (w.gap[k] & ~(Gap.SPACE | Gap.NEWLINE)) === 0 && w.start[k] - w.end[k - 1] === 1
const ST = hashWord('st')
const AND = hashWord('and')
const AT = hashWord('at')
