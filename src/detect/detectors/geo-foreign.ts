import { Word } from '../../lexicon/classes'
import { Shape, type Window } from '../../scan/window'
import { Gap } from '../../text/chars'
import type { Detector, Sink } from '../detector'
import { wordSet } from '../field'
import { foreignCode, foreignEnd, localityEnd } from './geo-foreign-end'
import { inName, inside, isCap } from './geo-tokens'
import { CONNECTOR, COUNTED, STOP, STREET_END, STREET_FIRST } from './geo-words'

const AUTHORITY = '45 CFR 164.514(b)(2)(i)(B); UPU addressing systems'
const BEHIND = 72
const AHEAD = 176
const NOT_COMPOUND = wordSet('decade brigade renegade necktie sortie upgrade degrade weg str')

/** Last token of the number at `k`: "12", "12a", "12-14", "12/3"; or -1. */
function numberEnd(w: Window, k: number, lim: number): number {
  if (!inside(w, k, lim) || (w.shape[k] & Shape.DIGITS) === 0 || w.end[k] - w.start[k] > 5) return -1
  let last = k
  for (let j = k + 1; j <= k + 2 && inside(w, j, lim); j++) {
    const len = w.end[j] - w.start[j]
    if (w.gap[j] === 0 ? (w.shape[j] & Shape.SINGLE) === 0 : !((w.gap[j] === Gap.DASH || w.gap[j] === Gap.SLASH) && w.start[j] - w.end[j - 1] === 1 && (w.shape[j] & Shape.DIGITS) !== 0 && len < 4)) break
    last = j
  }
  return inside(w, last + 1, lim) && (w.gap[last + 1] === 0 || (w.gap[last + 1] & (Gap.PERCENT | Gap.DOLLAR)) !== 0) ? -1 : last
}

/** "Am Markt 3", "Im Winkel 12". */
const LEAD = wordSet('am an im auf zum zur beim unter den der la le el')

/** First token: hyphenated words before the name ("Karl-Marx-Allee") and a number before it. */
function nameStart(w: Window, k: number, lo: number): number {
  let first = k
  while (first > 0 && first > k - 4 && w.gap[first] === Gap.DASH && w.start[first - 1] >= lo && isCap(w, first - 1)) first--
  if (first > 0 && w.start[first - 1] >= lo && w.gap[first] === Gap.SPACE && isCap(w, first - 1) && LEAD.has(w.hash[first - 1])) first--
  first = prefixStart(w, first, lo)
  const n = first - 1
  if (
    n >= 0 &&
    w.start[n] >= lo &&
    (w.shape[n] & Shape.DIGITS) !== 0 &&
    w.end[n] - w.start[n] <= 5 &&
    w.gap[first] === Gap.SPACE &&
    (w.gap[n] & ~(Gap.SPACE | Gap.NEWLINE | Gap.COLON | Gap.COMMA | Gap.START | Gap.TAB | Gap.QUOTE)) === 0 &&
    w.gap[n] !== 0
  )
    return n
  return first
}

/** "C/ del Olmo 64", "Av. de la Libertad 9": the street word and small words before the name. */
function prefixStart(w: Window, first: number, lo: number): number {
  let k = first - 1
  while (k > first - 4 && k >= 0 && w.start[k] >= lo && w.gap[k + 1] === Gap.SPACE && CONNECTOR.has(w.hash[k])) k--
  if (k < 0 || w.start[k] < lo || w.start[k + 1] - w.end[k] > 2 || !(STREET_FIRST.has(w.hash[k]) || PREFIX.has(w.hash[k]))) return first
  const gap = w.gap[k + 1]
  return gap === Gap.SPACE || gap === (Gap.SPACE | Gap.DOT) || gap === (Gap.SPACE | Gap.SLASH) || gap === Gap.SLASH ? k : first
}
const PREFIX = wordSet('av avd c cl cra pza ctra blvr')

/** "Hauptstraße 12", "Storgatan 5", "Wesselényi u. 79": at the number. */
function compound(w: Window, i: number, out: Sink): void {
  const gap = w.gap[i]
  if (i === 0 || (gap !== Gap.SPACE && gap !== (Gap.SPACE | Gap.DOT)) || w.end[i] - w.start[i] > 5) return
  const k = i - 1
  const lo = w.start[i] - BEHIND
  const len = w.end[k] - w.start[k]
  if (w.start[k] < lo || (w.shape[k] & (Shape.LETTERS | Shape.LONG | Shape.PLACEHOLDER)) !== Shape.LETTERS || len > 40) return
  // Most words before a number are neither: told without making a string of them.
  if ((w.shape[k] & Shape.INITIAL) === 0 && (len < 6 ? !LATE.has(w.hash[k]) : !mayEndStreet(w, k))) return
  const lim = w.start[i] + AHEAD
  let first = k
  const number = numberEnd(w, i, lim)
  if (number < 0 || (inside(w, number + 1, lim) && w.gap[number + 1] === Gap.DOT)) return
  if (gap === Gap.SPACE && inside(w, number + 1, lim) && w.gap[number + 1] === (Gap.COMMA | Gap.SPACE) && (w.shape[k] & Shape.INITIAL) !== 0 && len > 2 && coded(w, localityEnd(w, number, lim), lim)) {
    const name = !STOP.has(w.hash[k]) && !COUNTED.has(w.hash[k]) && (w.word[k] & (Word.MONTH | Word.ADDRESS_UNIT | Word.NUMBER)) === 0
    if (name) {
      out.add(w.start[nameStart(w, k, lo)], w.end[foreignEnd(w, number, lim)], 0.7, 'address')
      return
    }
  }
  if (len < 6) {
    const after = k > 0 && w.start[k - 1] >= lo && isCap(w, k - 1) && w.end[k - 1] - w.start[k - 1] > 2 && !STOP.has(w.hash[k - 1]) && !COUNTED.has(w.hash[k - 1])
    if (!after || !LATE.has(w.hash[k]) || (w.gap[k] !== Gap.SPACE && w.gap[k] !== Gap.DASH)) return
    if (len === 1 && (gap & Gap.DOT) === 0) return
    first = k - 1
  } else if (NOT_COMPOUND.has(w.hash[k]) || !STREET_END.test(w.str(k).toLowerCase())) return
  out.add(w.start[nameStart(w, first, lo)], w.end[foreignEnd(w, number, lim)], 0.8, 'address')
}
/** Last two letters of the words of STREET_END, of those in ASCII. */
const ENDINGS = new Set('se at an eg tr in ht el en nd de ej tu ja ku ca tz mm ee ef ta'.split(' ').map((s) => (s.charCodeAt(0) << 8) | s.charCodeAt(1)))

function mayEndStreet(w: Window, k: number): boolean {
  if ((w.shape[k] & Shape.NONASCII) !== 0) return true
  const e = w.end[k]
  return ENDINGS.has(((w.text.charCodeAt(e - 2) | 0x20) << 8) | w.text.charCodeAt(e - 1) | 0x20)
}

/** Is the number's comma followed by a postcode that is no year, and a city? */
function coded(w: Window, number: number, lim: number, lower = false): boolean {
  const code = inside(w, number + 1, lim) ? foreignCode(w, number + 1, lim) : -1
  if (code < 0 || (code === number + 1 && w.end[code] - w.start[code] !== 5)) return false
  if (lower) return inside(w, code + 1, lim) && w.gap[code + 1] === Gap.SPACE && (w.shape[code + 1] & Shape.LETTERS) !== 0 && !STOP.has(w.hash[code + 1])
  return inside(w, code + 1, lim) && w.gap[code + 1] === Gap.SPACE && (w.shape[code + 1] & Shape.INITIAL) !== 0 && !STOP.has(w.hash[code + 1])
}
/** Short street words that stand apart after the name and before the number. */
const LATE = wordSet('str u út ut utca utja tér ter körút rkp straße allee weg platz ring gata gade vej vei väg laan plein tee tn katu tie sok krt')

/** Behind a label, in whatever case: words, a number, then a postcode and its city: "avenida del olmo 20, 35387 sevilla"; its last token or -1. */
export function codedAt(w: Window, k: number, lim: number): number {
  for (let j = k; j < k + 8 && inside(w, j, lim); j++) {
    if (j > k && (!(inName(w, j) || w.gap[j] === Gap.SLASH || w.gap[j] === (Gap.SPACE | Gap.SLASH) || w.gap[j] === (Gap.SPACE | Gap.DOT)) || w.start[j] - w.end[j - 1] > 2)) return -1
    if ((w.shape[j] & Shape.DIGITS) === 0) continue
    const number = j > k ? numberEnd(w, j, lim) : -1
    if (number < 0) return -1
    const end = foreignEnd(w, number, lim)
    return end > number + 1 && coded(w, localityEnd(w, number, lim), lim, true) ? end : -1
  }
  return -1
}

/** "12 rue de la Paix", "Calle Mayor 5", "ul. Zamkowa 33": at the street word. */
function prefixed(w: Window, i: number, out: Sink): void {
  if (!STREET_FIRST.has(w.hash[i])) return
  const english = ENGLISH.has(w.hash[i])
  const cap = isCap(w, i)
  if (english && !cap) return
  const lim = w.start[i] + AHEAD
  const lo = w.start[i] - BEHIND
  let last = -1
  let caps = 0
  let k = i + 1
  for (; k <= i + 6 && inside(w, k, lim); k++) {
    if (!(inName(w, k) || (w.gap[k] === (Gap.SPACE | Gap.DOT) && k === i + 1)) || (w.shape[k] & Shape.LETTERS) === 0) break
    if (isCap(w, k) ? STOP.has(w.hash[k]) && !CONNECTOR.has(w.hash[k]) : !CONNECTOR.has(w.hash[k]) && (w.word[k] & Word.STREET) === 0) break
    if (isCap(w, k)) {
      caps++
      last = k
    }
  }
  if (caps === 0 || last < 0) return
  const comma = inside(w, last + 1, lim) && (w.gap[last + 1] & ~(Gap.SPACE | Gap.COMMA)) === 0 && w.start[last + 1] - w.end[last] <= 2
  const n = i - 1
  const before =
    n >= 0 &&
    w.start[n] >= lo &&
    (w.shape[n] & Shape.DIGITS) !== 0 &&
    w.end[n] - w.start[n] <= 5 &&
    (w.gap[i] & ~(Gap.SPACE | Gap.COMMA)) === 0 &&
    w.start[i] - w.end[n] <= 2 &&
    w.gap[n] !== 0 &&
    (w.gap[n] & (Gap.SLASH | Gap.DASH | Gap.DOT)) === 0
  const number = comma && !(before && w.gap[last + 1] !== Gap.SPACE) ? numberEnd(w, last + 1, lim) : -1
  if (number < 0 && (!before || english)) return
  if (number >= 0 && english && inside(w, number + 1, lim) && COUNTED.has(w.hash[number + 1])) return
  out.add(w.start[before ? n : i], w.end[foreignEnd(w, Math.max(number, last), lim)], 0.8, 'address')
}
/** Street words of other languages that are also English or stand alone in notes. */
const ENGLISH = wordSet('avenue plaza via al route sentier boulevard passage place ronda largo corso cours camino')

export const geoForeign: readonly Detector[] = [
  { id: 'geo-compound-street', label: 'GEO', subtypes: ['address'], authority: AUTHORITY, reach: { behind: BEHIND + 8, ahead: AHEAD }, on: { shape: Shape.DIGITS }, at: compound },
  { id: 'geo-prefix-street', label: 'GEO', subtypes: ['address'], authority: AUTHORITY, reach: { behind: BEHIND + 8, ahead: AHEAD }, on: { word: Word.STREET }, at: prefixed },
]
