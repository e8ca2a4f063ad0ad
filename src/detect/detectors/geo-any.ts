import { Word } from '../../lexicon/classes'
import { Bit, Phrase } from '../../lexicon/names'
import { Shape, type Window } from '../../scan/window'
import { Gap } from '../../text/chars'
import { hashWord } from '../../text/hash'
import { wordSet } from '../field'
import { GENERIC, HEAD, NAMING, PRACTICE } from './geo-facility-words'
import { codedAt } from './geo-foreign'
import { cityAt, countyAt, EVERYDAY, lexiconBits, naming, phraseEndAt } from './geo-known'
import { stateEnd } from './geo-names'
import { postcodeEnd, zipEnd } from './geo-place'
import { inAddress, inName, inside } from './geo-tokens'
import { COUNTED, STOP } from './geo-words'

/*
 * Places behind a label or a verb of place, in whatever case they are written: a city the lexicon knows, a county, a
 * facility, a crossing of two streets. Nothing here trusts a capital.
 */

const MAX_WORDS = 9
/** Small words inside the name of a facility. */
const INNER = wordSet('of and the de la del in s our')
const OUR = hashWord('our')
const LADY = hashWord('lady')
const OF = hashWord('of')
const COUNTY = hashWord('county')
const END_HEAD = wordSet('center centre ctr centers institute church temple mosque synagogue university college shelter')
const NEVER = Word.MONTH | Word.WEEKDAY | Word.MEASURE | Word.NUMBER | Word.TITLE | Word.RELATION
/** Kinds of practice of two words: by the last, the first. */
const PAIRS = /* @__PURE__ */ pairsOf(PRACTICE)

function pairsOf(phrases: readonly string[]): ReadonlyMap<number, ReadonlySet<number>> {
  const pairs = new Map<number, Set<number>>()
  for (const phrase of phrases) {
    const words = phrase.split(' ').map(hashWord)
    if (words.length === 2) pairs.set(words[1], (pairs.get(words[1]) ?? new Set()).add(words[0]))
  }
  return pairs
}

const heads = (w: Window, j: number, k: number): boolean => HEAD.has(w.hash[j]) || END_HEAD.has(w.hash[j]) || (j > k && PAIRS.get(w.hash[j])?.has(w.hash[j - 1]) === true)

/** Is token `j` joined to the one before it as in a facility's name: "st. agnes", "children's", "brigham & women's"? */
const linked = (w: Window, j: number): boolean => inName(w, j) || w.gap[j] === (Gap.SPACE | Gap.AMP) || (w.gap[j] & ~(Gap.APOS | Gap.SPACE)) === 0

/** A phrase of the lexicon that is a facility's, not all of it words for a kind ("nursing home"). */
function phraseNames(w: Window, k: number, lim: number): boolean {
  const last = phraseEndAt(w, k, lim, Phrase.FACILITY)
  for (let j = k; j <= last; j++) if (!GENERIC.has(w.hash[j])) return last > k
  return false
}

/** Last token of the facility at token `k`: words up to a head, one of which names; "… of ashford" after it. -1 for none. */
export function facilityAt(w: Window, k: number, lim: number): number {
  let head = -1
  let named = phraseNames(w, k, lim)
  let known = false
  let semi = 0
  for (let j = k; j < k + MAX_WORDS && inside(w, j, lim) && (j === k || linked(w, j)); j++) {
    const h = w.hash[j]
    if ((w.shape[j] & Shape.LETTERS) === 0 || ((COUNTED.has(h) || (w.word[j] & NEVER) !== 0) && !GENERIC.has(h))) break
    const inner = INNER.has(h) || (w.len(j) === 1 && w.gap[j] === Gap.APOS)
    const lady = h === OUR && inside(w, j + 1, lim) && w.hash[j + 1] === LADY
    if (lady) named = true
    // "… hospital and was", "… center for": the sentence goes on.
    if (!inner && !lady && !heads(w, j, k) && !GENERIC.has(h) && (STOP.has(h) || (w.word[j] & Word.FUNCTION) !== 0) && !(named && heads(w, j + 1, k))) break
    if (inner && !lady && j > k && head === j - 1 && h !== OF) break
    if (NAMING.has(h) && ++semi > 1) named = true
    if (!inner && !GENERIC.has(h) && (naming(w, j) || twoWords(w, j, k))) named = true
    if (heads(w, j, k) && j > k) {
      head = j
      known = named
    } else if (head >= 0 && named && h !== OF && !inner && w.hash[j - 1] === OF) {
      head = j
      known = true
    }
  }
  return known ? head : -1
}

/** "silver birch": two words of which neither is of the ward; by themselves each is an ordinary word. */
const twoWords = (w: Window, j: number, k: number): boolean => j > k && plain(w, j) && plain(w, j - 1)
const plain = (w: Window, j: number): boolean => w.len(j) > 3 && !GENERIC.has(w.hash[j]) && (w.word[j] & (Word.MEDICAL | Word.FUNCTION | Word.ROLE | Word.FIELD)) === 0 && (lexiconBits(w, j) & Bit.PLACE_PART) !== 0

/** Last token of the state, ZIP or postcode after the city that ends at token `last`, or `last`. */
export function stateZipEnd(w: Window, last: number, lim: number): number {
  let end = last
  const s = end + 1
  if (inside(w, s, lim) && inAddress(w, s)) {
    const code = (w.word[s] & Word.STATE_CODE) !== 0 && w.len(s) === 2 && ((w.gap[s] & Gap.COMMA) !== 0 || (w.shape[s] & Shape.CAPS) !== 0)
    const state = code ? s : stateEnd(w, s, lim)
    if (state >= 0) end = state
  }
  const z = end + 1
  if (!inside(w, z, lim) || !inAddress(w, z)) return end
  return Math.max(end, zipEnd(w, z, lim), postcodeEnd(w, z, lim, true))
}

const crossed = (w: Window, j: number): boolean => CROSS.has(w.hash[j])
const CROSS = wordSet('and at')

/** Last token of the crossing at token `k`: "maple & alder streets", "third at main ave", "5th and jefferson st"; or -1. */
export function crossingAt(w: Window, k: number, lim: number): number {
  let over = -1
  for (let j = k; j < k + 8 && inside(w, j, lim); j++) {
    const gap = w.gap[j]
    if (j > k && (gap & ~(Gap.SPACE | Gap.DOT | Gap.AMP | Gap.SLASH)) !== 0) return -1
    const amp = (gap & (Gap.AMP | Gap.SLASH)) !== 0
    if (j > k && (crossed(w, j) || amp)) {
      if (over >= 0 || j > k + 4) return -1
      over = amp ? j : j + 1
      if (!amp) continue
    }
    if ((w.word[j] & Word.STREET) !== 0 && over >= 0 && j > over) return j
    if ((w.shape[j] & Shape.DIGITS) !== 0) {
      if (w.len(j) > 3 || !inside(w, j + 1, lim) || w.gap[j + 1] !== 0 || (w.word[j + 1] & Word.ORDINAL) === 0) return -1
      continue
    }
    if ((w.word[j] & (Word.ORDINAL | Word.STREET | Word.DIRECTION)) === 0 && (STOP.has(w.hash[j]) || (w.word[j] & Word.FUNCTION) !== 0 || COUNTED.has(w.hash[j]))) return -1
  }
  return -1
}

/** Last token of the place at token `k`, in whatever case, or -1. */
export function placeAt(w: Window, k: number, lim: number): number {
  if (!inside(w, k, lim)) return -1
  const crossing = crossingAt(w, k, lim)
  if (crossing >= 0) return crossing
  const facility = facilityAt(w, k, lim)
  if (facility >= 0) return facility
  const coded = codedAt(w, k, lim)
  if (coded >= 0) return coded
  const county = countyAt(w, k, lim)
  if (county >= 0 && inside(w, county + 1, lim) && w.hash[county + 1] === COUNTY && w.gap[county + 1] === Gap.SPACE) return stateZipEnd(w, county + 1, lim)
  const city = cityAt(w, k, lim, EVERYDAY)
  return city >= 0 ? stateZipEnd(w, city, lim) : -1
}

/** Does nothing of the same phrase go on after token `last`: the value ends there, or a mark does? */
export const alone = (w: Window, last: number, lim: number): boolean => !inside(w, last + 1, lim) || (w.gap[last + 1] !== Gap.SPACE && w.gap[last + 1] !== 0)
