import { Word } from '../../lexicon/classes'
import { Bit, city, english, given, loadLexicon, Phrase, surname } from '../../lexicon/names'
import { Shape, type Window } from '../../scan/window'
import { wordSet } from '../field'
import { inName, inside } from './geo-tokens'

/** What the large lexicon says of a word that is an ordinary one too: such a city needs a capital or a label. */
export const EVERYDAY = Bit.COMMON | Bit.DRUG | Bit.DISEASE | Bit.MEDICAL | Bit.ABBREVIATION | Bit.CLINICAL | Bit.HEADING | Bit.ROLE | Bit.GROUP
/** … or the name of a sign, a device, a product, an insurer. */
export const DOUBTFUL = EVERYDAY | Bit.EPONYM | Bit.BRAND | Bit.INSURER
const MAX_WORDS = 6
const NO_CITY = Word.MONTH | Word.WEEKDAY | Word.FUNCTION | Word.NUMBER | Word.TITLE | Word.STATE | Word.COUNTRY

/** Regions of several states, and parts of the earth, that are also towns. */
const REGION = wordSet('midwest earth america europe africa asia eastern western northern southern central mainland')

/** What the lexicon has of word `k`. */
export const lexiconBits = (w: Window, k: number): number => loadLexicon().lookup(w.hash[k])

/** Token after the words that may belong to one name that starts at token `k`. */
function nameStop(w: Window, k: number, lim: number): number {
  let end = k + 1
  while (end < k + MAX_WORDS && inside(w, end, lim) && inName(w, end) && (w.shape[end] & Shape.LETTERS) !== 0) end++
  return end
}

/** Last token of the longest phrase of the given classes at token `k`, or -1. */
export function phraseEndAt(w: Window, k: number, lim: number, classes: number): number {
  if (!inside(w, k, lim) || (w.shape[k] & Shape.LETTERS) === 0) return -1
  const found = loadLexicon().phraseAt(w.hash, k, nameStop(w, k, lim))
  return (found & classes) !== 0 ? k + (found >>> 24) - 1 : -1
}

/** Last token of the city at token `k` that the lexicon knows, in whatever case; -1 for none, or for one word with a bit of `refused`. */
export function cityAt(w: Window, k: number, lim: number, refused: number): number {
  if (!inside(w, k, lim) || (w.shape[k] & Shape.LETTERS) === 0 || (w.word[k] & Word.FUNCTION) !== 0) return -1
  const lexicon = loadLexicon()
  const bits = lexicon.lookup(w.hash[k])
  if (bits === 0) return -1
  const found = lexicon.phraseFrom(bits, w.hash, k, nameStop(w, k, lim))
  if ((found & Phrase.CITY) !== 0) return k + (found >>> 24) - 1
  if (city(bits) === 0 || (bits & refused) !== 0 || (w.word[k] & NO_CITY) !== 0 || w.len(k) < 3 || english(bits) > 4 || REGION.has(w.hash[k])) return -1
  return k
}

/** Last token of the county's name at token `k` ("Prince George's", "Maricopa"), or -1. */
export function countyAt(w: Window, k: number, lim: number): number {
  const phrase = phraseEndAt(w, k, lim, Phrase.COUNTY)
  if (phrase >= 0) return phrase
  return inside(w, k, lim) && (loadLexicon().lookup(w.hash[k]) & Bit.COUNTY) !== 0 ? k : -1
}

/** Can word `k` tell one place from another: a surname, a city, a word in no list of ordinary ones? */
export function naming(w: Window, k: number): boolean {
  if ((w.shape[k] & Shape.LETTERS) === 0 || w.len(k) < 3) return false
  const bits = loadLexicon().lookup(w.hash[k])
  if (bits === 0) return w.len(k) > 3
  if ((bits & EVERYDAY) !== 0 || english(bits) > 5) return false
  return surname(bits) > 0 || city(bits) > 0 || given(bits) > 0 || (bits & (Bit.PLACE_PART | Bit.FACILITY)) !== 0 || english(bits) < 3
}

/** A word of English or of the ward that is no place: unknown names of towns stand in no list. */
export function ordinary(w: Window, k: number): boolean {
  const bits = loadLexicon().lookup(w.hash[k])
  return (bits & (EVERYDAY | Bit.BRAND)) !== 0 || (english(bits) > 1 && city(bits) === 0 && (bits & (Bit.PLACE_PART | Bit.COUNTY)) === 0)
}
