import { Word } from '../../lexicon/classes'
import { Shape, type Window } from '../../scan/window'
import { Gap } from '../../text/chars'
import { wordSet } from '../field'
import { cityAt, EVERYDAY } from './geo-known'
import { countryEnd, isStateCode, stateEnd } from './geo-names'
import { BLOCKED, CAP, inAddress, inName, inside, isCap, PART_GAP } from './geo-tokens'
import { AUSTRALIA, CONNECTOR, PROVINCE, STOP } from './geo-words'

/** Last token of the ZIP or ZIP+4 at `k` (USPS Publication 28, section 222), or -1. */
export function zipEnd(w: Window, k: number, lim: number): number {
  if (!inside(w, k, lim) || (w.shape[k] & Shape.DIGITS) === 0) return -1
  const len = w.end[k] - w.start[k]
  if (len !== 5 && len !== 9) return -1
  let last = k
  if (len === 5 && inside(w, k + 1, lim) && w.gap[k + 1] === Gap.DASH && (w.shape[k + 1] & Shape.DIGITS) !== 0 && w.end[k + 1] - w.start[k + 1] === 4 && w.start[k + 1] - w.end[k] === 1) last = k + 1
  return inside(w, last + 1, lim) && w.gap[last + 1] === 0 ? -1 : last
}

/** Last token of a Canadian (A1A 1A1) or British (SW1A 2AA) postcode at `k`, or -1; `lower`: in lower case too, where a label or a street stands before it. */
export function postcodeEnd(w: Window, k: number, lim: number, lower = false): number {
  if (!inside(w, k, lim) || (w.shape[k] & (lower ? CAP | Shape.LOWER : CAP)) === 0 || w.end[k] - w.start[k] > 2) return -1
  const pattern = lower ? POSTCODE_ANY : POSTCODE
  pattern.lastIndex = 0
  const s = w.text.slice(w.start[k], Math.min(lim, w.start[k] + 9))
  const m = pattern.exec(s)
  if (m === null) return -1
  const end = w.start[k] + m[0].length
  let j = k
  while (j < k + 6 && inside(w, j, lim) && w.end[j] < end) j++
  return inside(w, j, lim) && w.end[j] === end && !(inside(w, j + 1, lim) && w.gap[j + 1] === 0) ? j : -1
}
const POSTCODE = /(?:[ABCEGHJ-NPRSTVXY]\d[ABCEGHJ-NPRSTV-Z][ \n]?-?\d[ABCEGHJ-NPRSTV-Z]\d|[A-Z]{1,2}\d[A-Z\d]?[ \n]\d[ABD-HJLNP-UW-Z]{2})/y
const POSTCODE_ANY = /(?:[ABCEGHJ-NPRSTVXY]\d[ABCEGHJ-NPRSTV-Z][ \n]?-?\d[ABCEGHJ-NPRSTV-Z]\d|[A-Z]{1,2}\d[A-Z\d]?[ \n]\d[ABD-HJLNP-UW-Z]{2})/iy

/** "NSW 2042". */
const australian = (w: Window, j: number, lim: number): boolean => AUSTRALIA.has(w.hash[j]) && inside(w, j + 1, lim) && w.gap[j + 1] === Gap.SPACE && w.len(j + 1) === 4 && w.is(j + 1, Shape.DIGITS)

/** The same in lower case: at most four words, then a state's name, its code after a comma, or a ZIP or postcode. */
function lowerPlaceEnd(w: Window, k: number, lim: number): number {
  for (let j = k; j <= k + 4 && inside(w, j, lim) && (j === k || inAddress(w, j) || w.gap[j] === 0 || inName(w, j)); j++) {
    const code = ((w.word[j] & Word.STATE_CODE) !== 0 && w.end[j] - w.start[j] === 2) || PROVINCE.has(w.hash[j])
    const state = code ? j : stateEnd(w, j, lim)
    const at = state >= 0 ? state + 1 : j
    const zip = inside(w, at, lim) && inAddress(w, at) ? Math.max(zipEnd(w, at, lim), postcodeEnd(w, at, lim, true)) : -1
    if (zip >= 0) return zip
    if (australian(w, j, lim)) return j + 1
    if (state >= 0 && (!code || (j > k && (w.gap[j] & Gap.COMMA) !== 0))) return state
    if ((w.shape[j] & Shape.LETTERS) === 0 || STOP.has(w.hash[j])) return -1
  }
  return -1
}

/** Words that begin the names of many cities: a second word belongs to them. */
const CITY_LEAD = wordSet('san santa los las el la new fort ft st saint port mount mt north south east west lake cape des palm long grand little sioux green salt')
/** Classes of which no lower-case word is believed to be a city's name. */
export const PROSE =
  Word.COMMON |
  Word.FUNCTION |
  Word.MEDICAL |
  Word.ROLE |
  Word.RELATION |
  Word.MEASURE |
  Word.MONTH |
  Word.WEEKDAY |
  Word.NUMBER |
  Word.STATE |
  Word.COUNTRY |
  Word.FACILITY |
  Word.FIELD |
  Word.DIRECTION |
  Word.NATIONALITY |
  Word.SEASON |
  Word.HOLIDAY |
  Word.ADDRESS_UNIT

/** Last token of a lower-case city's name at `k`: one the lexicon knows; else a word of no other use, after "san", "fort" and the like a second; or -1. */
export function lowerCityEnd(w: Window, k: number, lim: number): number {
  if (!inside(w, k, lim) || (w.word[k] & Word.FUNCTION) !== 0) return -1
  const city = cityAt(w, k, lim, EVERYDAY)
  if (city >= 0) return city
  let j = k
  while (j < k + 2 && inside(w, j + 1, lim) && CITY_LEAD.has(w.hash[j]) && (w.gap[j + 1] & ~(Gap.SPACE | Gap.DASH | Gap.APOS | Gap.DOT)) === 0) j++
  if (!inside(w, j, lim) || (w.shape[j] & Shape.LOWER) === 0 || w.len(j) < 4 || (w.word[j] & PROSE) !== 0 || STOP.has(w.hash[j])) return -1
  return ODD_END.test(w.str(j)) || (inside(w, j + 1, lim) && w.gap[j + 1] === 0) ? -1 : j
}
const ODD_END = /(?:ing|ed|ly|ions?|ments?|ness|ies)$/

/** A word that can stand in the name of a city: capitalised, no stop word; small connectors only inside. */
export function cityWord(w: Window, k: number, first: boolean): boolean {
  if ((w.shape[k] & (Shape.LETTERS | BLOCKED)) !== Shape.LETTERS) return false
  if ((w.shape[k] & CAP) !== 0) return !STOP.has(w.hash[k])
  return !first && CONNECTOR.has(w.hash[k])
}

/** Last token of the capitalised name at `k`, of at most `max` tokens, or -1. */
export function nameEnd(w: Window, k: number, lim: number, max = 5): number {
  if (!inside(w, k, lim) || !cityWord(w, k, true)) return -1
  let last = k
  for (let j = k + 1; j < k + max && inside(w, j, lim) && inName(w, j); j++) {
    const gap = w.gap[j]
    // A dot ends a sentence unless the word before it is an abbreviation (St., Mt., Ft.).
    if ((gap & Gap.DOT) !== 0 && w.end[j - 1] - w.start[j - 1] > 2) break
    if ((gap & Gap.APOS) !== 0 && w.start[j] - w.end[j - 1] === 1 && w.end[j] - w.start[j] === 1 && gap === Gap.APOS) {
      last = j // possessive: St. Mary's
      continue
    }
    if (!cityWord(w, j, false)) break
    if (isCap(w, j) && !CONNECTOR.has(w.hash[j])) last = j
  }
  return last
}

/** ZIP, postcode or country after a state or a city that ends at token `last`: the new last token. */
export function codesEnd(w: Window, last: number, lim: number): number {
  let end = last
  for (let step = 0; step < 3; step++) {
    const k = end + 1
    if (!inside(w, k, lim) || !inAddress(w, k, PART_GAP | Gap.DASH)) break
    const code = step < 2 ? Math.max(zipEnd(w, k, lim), postcodeEnd(w, k, lim)) : -1
    const to = code >= 0 ? code : (w.gap[k] & (Gap.COMMA | Gap.NEWLINE | Gap.SPACE)) !== 0 && isCap(w, k) ? countryEnd(w, k, lim) : -1
    if (to < 0) break
    end = to
  }
  return end
}

/**
 * Last token of "Springfield, IL 62704, USA" that starts at token `k`: at most five words of city, then a state,
 * province, postcode or country. -1 when none of these follows.
 */
export function placeEnd(w: Window, k: number, lim: number, lower = false): number {
  if (lower) return lowerPlaceEnd(w, k, lim)
  let found = -1
  for (let j = k; j <= k + 5 && inside(w, j, lim); j++) {
    if (j > k && !inAddress(w, j) && !inName(w, j)) break
    if (isCap(w, j) && australian(w, j, lim)) return codesEnd(w, j + 1, lim)
    const state = isCap(w, j) ? stateEnd(w, j, lim) : -1
    if (state >= 0) {
      found = codesEnd(w, state, lim)
      if (isStateCode(w, j) || found > state) return found
    } else if (PROVINCE.has(w.hash[j]) && isCap(w, j) && postcodeEnd(w, j + 1, lim) >= 0) return codesEnd(w, j, lim)
    else if (zipEnd(w, j, lim) >= 0 || postcodeEnd(w, j, lim) >= 0) return codesEnd(w, j - 1, lim)
    else if (isCap(w, j) && countryEnd(w, j, lim) >= 0) return codesEnd(w, j - 1, lim)
    if (found >= 0 && state < 0 && !(inName(w, j) && cityWord(w, j, j === k))) break
    if (!cityWord(w, j, j === k)) break
    if (j > k && (w.gap[j] & Gap.DOT) !== 0 && w.end[j - 1] - w.start[j - 1] > 3) break
  }
  return found
}
