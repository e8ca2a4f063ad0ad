import { Word } from '../../lexicon/classes'
import { Bit, english, given, Phrase, city as population, surname } from '../../lexicon/names'
import { Shape, type Window } from '../../scan/window'
import { Gap } from '../../text/chars'
import { hashWord } from '../../text/hash'
import type { Sink } from '../detector'
import { wordSet } from '../field'
import { stateZipEnd } from './geo-any'
import { cityAt, DOUBTFUL, EVERYDAY, lexiconBits, phraseEndAt } from './geo-known'
import { inside, isCap } from './geo-tokens'
import { STOP } from './geo-words'

/** "in Kenosha", "from New Ulm", "out of grand forks": a city of the lexicon right behind a preposition of place that ends before token `k`. */
export function town(w: Window, k: number, lim: number, out: Sink): void {
  if (!inside(w, k, lim) || w.gap[k] !== Gap.SPACE || (w.shape[k] & Shape.LETTERS) === 0 || (w.word[k] & PROSE) !== 0) return
  // Most words behind "in" are of the language: told without the lexicon.
  if ((w.shape[k] & Shape.LOWER) !== 0 && (w.len(k) < 3 || ((w.word[k] & Word.COMMON) !== 0 && !LEAD.has(w.hash[k])))) return
  const proper = (w.shape[k] & (Shape.INITIAL | Shape.CAMEL)) !== 0 && (w.shape[k - 1] & Shape.LOWER) !== 0
  const city = cityAt(w, k, lim, proper ? EVERYDAY : DOUBTFUL)
  if (city < 0) return
  const next = city + 1
  const more = inside(w, next, lim)
  const end = stateZipEnd(w, city, lim)
  if (proper ? !capitals(w, k, city) : !rare(w, k, city)) return
  // "from Huntington": a disease unless the city is a great one.
  if (end === city && (lexiconBits(w, k) & Bit.EPONYM) !== 0 && city === k && population(lexiconBits(w, k)) < 3) return
  if (end === city && more) {
    const joined = w.gap[next] === Gap.SPACE
    // "in Jackson Pratt drain", "from Boston Scientific", "in Salem-type", "in Warren's room".
    if ((joined && proper && isCap(w, next)) || w.gap[next] === Gap.DASH || w.gap[next] === Gap.APOS || w.gap[next] === 0) return
    if (joined && (w.word[next] & (Word.MEDICAL | Word.MEASURE)) !== 0) return
    if (joined && (lexiconBits(w, k) & (Bit.EPONYM | Bit.BRAND | Bit.DISEASE)) !== 0 && (w.word[next] & Word.FUNCTION) === 0) return
  }
  out.add(w.start[k], w.end[end], 0.6, 'city')
}
const PROSE = Word.FUNCTION | Word.MONTH | Word.WEEKDAY | Word.MEDICAL | Word.SEASON | Word.HOLIDAY | Word.NUMBER | Word.MEASURE | Word.STATE | Word.COUNTRY | Word.ROLE | Word.FACILITY

/** Ordinary words that the names of many cities begin with. */
const LEAD = wordSet('grand new little long big great red green white black fort port mount lake san santa saint st las los el la cedar iron eagle falls north south east west bay high oak park')

/** Every word of the name has its capital. */
function capitals(w: Window, k: number, last: number): boolean {
  for (let j = k; j <= last; j++) if (!isCap(w, j) && w.len(j) > 3) return false
  return true
}

/** Where a capital says nothing: a word that is no one's name and hardly one of the language's; of several, one of them. */
function rare(w: Window, k: number, last: number): boolean {
  for (let j = k; j <= last; j++) {
    const bits = lexiconBits(w, j)
    if ((bits & (DOUBTFUL & ~Bit.EPONYM)) !== 0 || w.len(j) < 4) continue
    if (english(bits) < 3 && (last > k || (given(bits) < 2 && surname(bits) < 4))) return true
  }
  return false
}

/** "recent travel to lagos and des moines", "LIVES IN ST. LOUIS": cities of the lexicon, one after another. */
export function listed(w: Window, from: number, lim: number, refused: number, out: Sink): void {
  let k = from
  for (let n = 0; n < 3; n++) {
    const city = cityAt(w, k, lim, refused)
    if (city < 0) return
    const end = stateZipEnd(w, city, lim)
    out.add(w.start[k], w.end[end], 0.7, 'city')
    let next = end + 1
    if (inside(w, next, lim) && AND.has(w.hash[next]) && w.gap[next] === Gap.SPACE) next++
    else if (!inside(w, next, lim) || (w.gap[next] & ~Gap.SPACE) !== Gap.COMMA) return
    if (!inside(w, next, lim) || w.start[next] - w.end[next - 1] > 2) return
    k = next
  }
}
const AND = wordSet('and or')

/** "in the park slope neighborhood", "IN THE OLD TOWN DISTRICT": a quarter the lexicon knows, or two words behind "in the". */
export function quarter(w: Window, i: number, out: Sink): void {
  const lo = w.start[i] - 48
  for (let k = i - 1; k > 1 && k > i - 4 && w.start[k - 1] >= lo && (w.gap[k + 1] & ~(Gap.SPACE | Gap.DASH)) === 0; k--) {
    const h = w.hash[k]
    if ((w.shape[k] & Shape.LETTERS) === 0 || (w.word[k] & (Word.FUNCTION | Word.NUMBER)) !== 0 || STOP.has(h) || (k === i - 1 && QUALITY.has(h))) return
    if (w.hash[k - 1] !== THE || w.gap[k] !== Gap.SPACE) continue
    const known = phraseEndAt(w, k, w.start[i], Phrase.CITY | Phrase.PLACE) === i - 1 || (k === i - 1 && cityAt(w, k, w.start[i], DOUBTFUL) === k)
    if (known || (k < i - 1 && INTO.has(w.hash[k - 2]) && PLACE_END.has(w.hash[i - 1]))) out.add(w.start[k], w.end[i - 1], 0.6, 'city')
    return
  }
}
export const QUARTER = wordSet('neighborhood neighbourhood suburb suburbs')
const INTO = wordSet('in from of near to')
const PLACE_END = wordSet('point heights hills park village town square harbor hollow beach grove gardens district side ridge valley woods estates lake view slope terrace bay landing')
const QUALITY = wordSet('old new same whole entire bad good rough poor rich quiet safe local surrounding')
const THE = hashWord('the')
