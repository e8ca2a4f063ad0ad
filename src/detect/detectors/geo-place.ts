import { Word } from '../../lexicon/classes'
import { Shape, type Window } from '../../scan/window'
import { Gap } from '../../text/chars'
import { hashWord } from '../../text/hash'
import { wordSet } from '../field'
import { CONNECTOR, PROVINCE, STOP } from './geo-words'

export const CAP = Shape.INITIAL | Shape.CAPS | Shape.CAMEL
const BLOCKED = Shape.PLACEHOLDER | Shape.LONG
/** Between the words of one name. */
export const NAME_GAP = Gap.SPACE | Gap.DOT | Gap.DASH | Gap.APOS
/** Between the parts of one address, also over a line break (and its escape) or a table cell. */
export const PART_GAP = Gap.CARET | Gap.SPACE | Gap.COMMA | Gap.NEWLINE | Gap.TAB | Gap.DOT | Gap.BACKSLASH
/** Longest gap between two parts, in code units: a wrapped, indented line. */
export const PART_MAX = 16

/** Token `k` may be read: it ends by `lim` and is no placeholder. */
export const inside = (w: Window, k: number, lim: number): boolean => k >= 0 && k < w.n && w.end[k] <= lim && (w.shape[k] & BLOCKED) === 0

export const isCap = (w: Window, k: number): boolean => (w.shape[k] & CAP) !== 0 && (w.shape[k] & BLOCKED) === 0

/** Token `k` belongs to the same name as the one before it. */
export function inName(w: Window, k: number): boolean {
  const gap = w.gap[k]
  const len = w.start[k] - w.end[k - 1]
  if ((gap & ~NAME_GAP) !== 0 || len > 2) return false
  return (gap & Gap.DOT) === 0 ? len <= 1 : abbreviated(w, k - 1)
}

/** A dot after token `k` may belong to it: "St.", "Mt.", "N.", "Hosp."; after a longer word it ends the sentence. */
export const abbreviated = (w: Window, k: number): boolean => (w.shape[k] & Shape.LETTERS) !== 0 && (w.end[k] - w.start[k] <= 2 || ABBREVIATED.has(w.hash[k]))
const ABBREVIATED = wordSet('hosp univ blvd ave apt ste ste mtn pkwy hwy med ctr dept str sta cty jct ter cir gen mem reg')

/** Token `k` may be the next part of the address that ends at the token before it. */
export const inAddress = (w: Window, k: number, mask = PART_GAP): boolean => (w.gap[k] & ~mask) === 0 && w.start[k] - w.end[k - 1] <= PART_MAX

const ONE_STATE =
  wordSet(`alabama alaska arizona arkansas california colorado connecticut delaware florida georgia hawaii idaho illinois indiana iowa kansas kentucky louisiana maine maryland massachusetts michigan minnesota
  mississippi missouri montana nebraska nevada ohio oklahoma oregon pennsylvania tennessee texas utah vermont virginia washington wisconsin wyoming guam`)
export const PHRASE_STATES = [
  'new hampshire',
  'new jersey',
  'new mexico',
  'new york',
  'north carolina',
  'north dakota',
  'south carolina',
  'south dakota',
  'west virginia',
  'rhode island',
  'puerto rico',
  'american samoa',
  'district of columbia',
  'n y',
  'n j',
  'n c',
  'd c',
  'n h',
  'n m',
  's c',
  's d',
  'n d',
  'r i',
  'w v',
]
export const PHRASE_COUNTRIES = [
  'united states',
  'united states of america',
  'u s a',
  'u s',
  'united kingdom',
  'u k',
  'great britain',
  'northern ireland',
  'new zealand',
  'south africa',
  'south korea',
  'north korea',
  'saudi arabia',
  'sri lanka',
  'costa rica',
  'el salvador',
  'dominican republic',
  'czech republic',
  'puerto rico',
  'papua new guinea',
  'sierra leone',
  'san marino',
  'ivory coast',
  'burkina faso',
  'cape verde',
  'cabo verde',
  'trinidad and tobago',
  'antigua and barbuda',
  'saint lucia',
  'united arab emirates',
  'bosnia and herzegovina',
  'hong kong',
  'marshall islands',
  'solomon islands',
  'faroe islands',
  'cayman islands',
  'cook islands',
  'falkland islands',
  'central african republic',
  'democratic republic of the congo',
  'equatorial guinea',
  'guinea bissau',
  'east timor',
  'timor leste',
  'vatican city',
  'holy see',
  'western sahara',
  'french polynesia',
  'new caledonia',
  'isle of man',
  'north macedonia',
  'south sudan',
  'sao tome and principe',
  'saint kitts and nevis',
  'saint vincent and the grenadines',
  'virgin islands',
  'svalbard and jan mayen',
]

function phraseTable(list: readonly string[]): ReadonlyMap<number, readonly Int32Array[]> {
  const byFirst = new Map<number, Int32Array[]>()
  for (const p of list) {
    const h = Int32Array.from(p.split(' '), hashWord)
    byFirst.set(
      h[0],
      [...(byFirst.get(h[0]) ?? []), h].sort((a, b) => b.length - a.length),
    )
  }
  return byFirst
}

const STATE_PHRASES = phraseTable(PHRASE_STATES)
const COUNTRY_PHRASES = phraseTable(PHRASE_COUNTRIES)
/** Words of the COUNTRY class that are no country by themselves. */
const PART_COUNTRY = wordSet('kingdom emirates leste faso salvador rica lanka zealand africa arabia verde jordan chad turkey georgia')

function phraseEnd(w: Window, k: number, lim: number, table: ReadonlyMap<number, readonly Int32Array[]>): number {
  const list = table.get(w.hash[k])
  if (list === undefined) return -1
  for (const h of list) {
    let j = 1
    while (j < h.length && inside(w, k + j, lim) && w.hash[k + j] === h[j] && inName(w, k + j)) j++
    // Initials need their dots: N.Y., D.C.
    if (j === h.length && (w.end[k] - w.start[k] > 1 || (w.gap[k + 1] & Gap.DOT) !== 0)) return k + j - 1
  }
  return -1
}

/** Last token of the state's name or code at `k`, or -1. A code must be in capitals. */
export function stateEnd(w: Window, k: number, lim: number): number {
  if (!inside(w, k, lim)) return -1
  if ((w.word[k] & Word.STATE_CODE) !== 0 && (w.shape[k] & Shape.CAPS) !== 0 && w.end[k] - w.start[k] === 2) return k
  if (ONE_STATE.has(w.hash[k])) return k
  return phraseEnd(w, k, lim, STATE_PHRASES)
}

export const isStateCode = (w: Window, k: number): boolean => w.end[k] - w.start[k] === 2

/** Last token of the country's name at `k`, or -1. */
export function countryEnd(w: Window, k: number, lim: number): number {
  if (!inside(w, k, lim)) return -1
  const phrase = phraseEnd(w, k, lim, COUNTRY_PHRASES)
  if (phrase >= 0) return phrase
  return (w.word[k] & Word.COUNTRY) !== 0 && !PART_COUNTRY.has(w.hash[k]) ? k : -1
}

/** Last token of the ZIP or ZIP+4 at `k` (USPS Publication 28, section 222), or -1. */
export function zipEnd(w: Window, k: number, lim: number): number {
  if (!inside(w, k, lim) || (w.shape[k] & Shape.DIGITS) === 0) return -1
  const len = w.end[k] - w.start[k]
  if (len !== 5 && len !== 9) return -1
  let last = k
  if (len === 5 && inside(w, k + 1, lim) && w.gap[k + 1] === Gap.DASH && (w.shape[k + 1] & Shape.DIGITS) !== 0 && w.end[k + 1] - w.start[k + 1] === 4 && w.start[k + 1] - w.end[k] === 1) last = k + 1
  return inside(w, last + 1, lim) && w.gap[last + 1] === 0 ? -1 : last
}

/** Last token of a Canadian (A1A 1A1) or British (SW1A 2AA) postcode at `k`, or -1. */
export function postcodeEnd(w: Window, k: number, lim: number): number {
  if (!inside(w, k, lim) || (w.shape[k] & CAP) === 0 || w.end[k] - w.start[k] > 2) return -1
  POSTCODE.lastIndex = 0
  const s = w.text.slice(w.start[k], Math.min(lim, w.start[k] + 9))
  const m = POSTCODE.exec(s)
  if (m === null) return -1
  const end = w.start[k] + m[0].length
  let j = k
  while (j < k + 6 && inside(w, j, lim) && w.end[j] < end) j++
  return inside(w, j, lim) && w.end[j] === end && !(inside(w, j + 1, lim) && w.gap[j + 1] === 0) ? j : -1
}
const POSTCODE = /(?:[ABCEGHJ-NPRSTVXY]\d[ABCEGHJ-NPRSTV-Z] ?-?\d[ABCEGHJ-NPRSTV-Z]\d|[A-Z]{1,2}\d[A-Z\d]? \d[ABD-HJLNP-UW-Z]{2})/y

/** The same in lower case: at most three words, a state's name or code, and its ZIP. */
function lowerPlaceEnd(w: Window, k: number, lim: number): number {
  for (let j = k; j <= k + 3 && inside(w, j, lim) && inAddress(w, j); j++) {
    const code = (w.word[j] & Word.STATE_CODE) !== 0 && w.end[j] - w.start[j] === 2
    const state = code ? j : stateEnd(w, j, lim)
    const zip = state >= 0 && inside(w, state + 1, lim) && inAddress(w, state + 1) ? zipEnd(w, state + 1, lim) : zipEnd(w, j, lim)
    if (zip >= 0) return zip
    if (state >= 0 && !code) return state
    if ((w.shape[j] & Shape.LETTERS) === 0 || STOP.has(w.hash[j])) return -1
  }
  return -1
}

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
