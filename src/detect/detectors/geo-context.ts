import { Word } from '../../lexicon/classes'
import { Shape, type Window } from '../../scan/window'
import { Gap } from '../../text/chars'
import type { Detector, Sink } from '../detector'
import { wordSet } from '../field'
import { facilityAt } from './geo-any'
import { CARE, HOME, NOT_PLACE, RESIDENCE } from './geo-context-words'
import { after, NEVER } from './geo-facility'
import { ACRONYM, AFTER, GENERIC, HEAD } from './geo-facility-words'
import { DOUBTFUL, EVERYDAY, ordinary } from './geo-known'
import { countryEnd, stateEnd } from './geo-names'
import { lowerCityEnd, nameEnd, placeEnd } from './geo-place'
import { inside, isCap } from './geo-tokens'
import { listed, QUARTER, quarter, town } from './geo-town'
import { CONNECTOR, STOP } from './geo-words'

const AUTHORITY = '45 CFR 164.514(b)(2)(i)(B)'
const AHEAD = 140

const ARTICLE = wordSet('the of and in am an')
const WARD = wordSet('suite unit department dept room ward floor service services team desk lab laboratory')
const STATE = [...wordSet('state')][0]
const STATEWIDE = wordSet('northern southern eastern western central upstate rural mainland downtown greater north south east west')
/** Regions of several states may stay. */
const REGION = wordSet('coast coasts states midwest atlantic pacific england africa america asia europe korea')

/** Last token of a capitalised place or facility at `k`, or -1 when it is no name of one. */
function placeName(w: Window, k: number, lim: number, caps: boolean): number {
  if (!inside(w, k, lim) || !isCap(w, k) || (w.word[k] & NEVER) !== 0 || NOT_PLACE.has(w.hash[k]) || STOP.has(w.hash[k]) || ARTICLE.has(w.hash[k])) return -1
  const name = nameEnd(w, k, lim, 6)
  if (name < 0) return -1
  let proper = false
  for (let j = k; j <= name; j++) {
    if (isCap(w, j) && !GENERIC.has(w.hash[j]) && w.end[j] - w.start[j] > 1) proper = true
    if (WARD.has(w.hash[j])) return -1
  }
  if (!proper) return -1
  const acronym = (w.shape[k] & Shape.CAPS) !== 0
  if (acronym && !caps && !ACRONYM.has(w.hash[k]) && name === k) return -1
  if (caps && w.end[k] - w.start[k] < 4) return -1
  if (w.end[k] - w.start[k] === 1 && name === k) return -1
  const state = stateEnd(w, k, lim)
  if (state >= 0 && name === state + 1 && w.hash[name] === STATE) return -1
  if (countryEnd(w, k, lim) >= name) return -1
  if (state >= name) {
    const place = placeEnd(w, k, lim)
    return place > state && w.hash[place] !== STATE ? place : -1
  }
  if (name === k && REGION.has(w.hash[k])) return -1
  if (STATEWIDE.has(w.hash[k]) && (name === k || stateEnd(w, k + 1, lim) === name || REGION.has(w.hash[name]))) return -1
  return name
}

const valueAt = (w: Window, next: number, lim: number): number => (inside(w, next, lim) && w.start[next] - w.end[next - 1] <= 2 && (w.gap[next] & ~(Gap.SPACE | Gap.NEWLINE | Gap.QUOTE)) === 0 ? next : -1)

function residence(w: Window, i: number, next: number, out: Sink): void {
  const lim = w.start[i] + AHEAD
  let k = valueAt(w, next, lim)
  const article = k >= 0 && w.hash[k] === THE
  if (article && inside(w, k + 1, lim)) k++
  if (k < 0) return
  if ((w.shape[k] & (Shape.LOWER | Shape.CAPS)) !== 0 && !article) listed(w, k, lim, HOME.has(w.hash[i]) ? EVERYDAY : DOUBTFUL, out)
  if ((w.shape[k] & Shape.LOWER) !== 0) {
    const city = !article && HOME.has(w.hash[i]) && (w.shape[i] & Shape.LOWER) !== 0 ? lowerCityEnd(w, k, lim) : -1
    if (city >= 0 && (city > k || !ordinary(w, k))) out.add(w.start[k], w.end[city], 0.55, 'city')
    return
  }
  const name = placeName(w, k, lim, (w.shape[next - 1] & Shape.CAPS) !== 0)
  if (name < 0) return
  if ((w.shape[next - 1] & Shape.LOWER) === 0 && (!HOME.has(w.hash[i]) || !rare(w, k, name))) return
  if (name === k && (w.word[k] & Word.MEDICAL) !== 0) return
  const place = placeEnd(w, k, lim)
  out.add(w.start[k], w.end[Math.max(place, name)], 0.7, 'city')
}

/** In capitals or headings a capital says nothing: only names of words that are in no list of common ones. */
function rare(w: Window, k: number, name: number): boolean {
  for (let j = k; j <= name; j++) if ((w.word[j] & (Word.COMMON | Word.MEDICAL | Word.FUNCTION | Word.ROLE | Word.EPONYM)) === 0 && !CONNECTOR.has(w.hash[j])) return true
  return false
}

function care(w: Window, i: number, next: number, out: Sink): void {
  const lim = w.start[i] + AHEAD
  const k = valueAt(w, next, lim)
  if (k < 0) return
  if (!isCap(w, k) || (w.shape[next - 1] & Shape.LOWER) === 0) {
    const place = facilityAt(w, k, lim)
    if (place >= 0) out.add(w.start[k], w.end[place], 0.6, 'facility')
    return
  }
  const name = placeName(w, k, lim, false)
  if (name < 0 || (name === k && (w.word[k] & Word.MEDICAL) !== 0)) return
  out.add(w.start[k], w.end[after(w, name, lim)], 0.6, 'facility')
}

/** "our Seattle office", "the Dallas clinic", "Mt. Sinai hospital": a proper name before a lower-case head. */
function lowerHead(w: Window, i: number, next: number, out: Sink): void {
  if (i > 1 && QUARTER.has(w.hash[i])) quarter(w, i, out)
  if ((w.shape[i] & Shape.LOWER) === 0 || i < 2 || w.end[next - 1] - w.start[i] > 24 || w.gap[i] !== Gap.SPACE) return
  const lo = w.start[i] - 64
  let first = i
  let proper = 0
  for (let k = i - 1; k > 0 && k > i - 5 && w.start[k] >= lo; k--) {
    if (w.gap[k] === Gap.APOS && w.end[k] - w.start[k] === 1) continue
    if (!isCap(w, k) || STOP.has(w.hash[k]) || (w.word[k] & NEVER) !== 0 || (w.gap[k] & ~(Gap.SPACE | Gap.DOT | Gap.DASH)) !== 0) break
    if (!GENERIC.has(w.hash[k]) && !NOT_PLACE.has(w.hash[k])) proper++
    first = k
  }
  if (proper === 0 || w.start[first - 1] < lo || w.gap[first] !== Gap.SPACE || !BEFORE_PLACE.has(w.hash[first - 1])) return
  if (first === i - 1 && (w.shape[first] & Shape.CAPS) !== 0 && !ACRONYM.has(w.hash[first])) return
  if ((w.word[i - 1] & (Word.MEDICAL | Word.EPONYM)) !== 0) return
  out.add(w.start[first], w.end[HEAD.has(w.hash[next - 1]) || AFTER.has(w.hash[next - 1]) ? next - 1 : i - 1], 0.65, 'facility')
}

const BEFORE_PLACE = wordSet('our the at in to from their your of near')

/** "at Stanford on 4/3/2023", "in Atlanta on May 2": a proper name between a preposition and a date. */
function dated(w: Window, i: number, next: number, out: Sink): void {
  if (w.hash[i] === IN) town(w, next, w.start[i] + AHEAD, out)
  if (next < w.n && w.gap[next] === Gap.SPACE) datedName(w, i, next, out, w.hash[i] === AT ? 'facility' : 'city')
}

function datedName(w: Window, i: number, next: number, out: Sink, subtype: 'facility' | 'city'): void {
  const lim = w.start[i] + AHEAD
  if (!inside(w, next, lim) || !isCap(w, next)) return
  const name = placeName(w, next, lim, false)
  if (name < 0) return
  const end = after(w, name, lim)
  let d = end + 1
  if (!inside(w, d, lim) || (w.gap[d] & ~(Gap.SPACE | Gap.COMMA)) !== 0) return
  if (DATE_WORD.has(w.hash[d]) && inside(w, d + 1, lim)) d++
  const day =
    (w.word[d] & (Word.MONTH | Word.WEEKDAY)) !== 0 || ((w.shape[d] & Shape.DIGITS) !== 0 && inside(w, d + 1, lim) && (w.shape[d + 1] & Shape.DIGITS) !== 0 && (w.gap[d + 1] === Gap.SLASH || w.gap[d + 1] === Gap.DASH))
  if (day) out.add(w.start[next], w.end[end], 0.6, subtype)
}
const DATE_WORD = wordSet('on last since in this next')
const AT = [...wordSet('at')][0]
const IN = [...wordSet('in')][0]

/** "a woman from Lisbon", "Walter P. from Cleveland". */
function from(w: Window, i: number, next: number, out: Sink): void {
  town(w, next, w.start[i] + AHEAD, out)
  if (i === 0 || w.gap[i] & ~(Gap.SPACE | Gap.DOT | Gap.COMMA) || w.start[i] - w.start[i - 1] > 16) return
  if (!PERSON.has(w.hash[i - 1]) && !(w.shape[i - 1] & Shape.SINGLE && isCap(w, i - 1) && i > 1 && w.start[i] - w.start[i - 2] < 24 && isCap(w, i - 2))) return
  const lim = w.start[i] + AHEAD
  const k = valueAt(w, next, lim)
  if (k < 0 || (w.shape[k] & Shape.INITIAL) === 0) return
  const name = placeName(w, k, lim, false)
  if (name < 0 || (inside(w, name + 1, lim) && w.gap[name + 1] === Gap.APOS)) return
  out.add(w.start[k], w.end[Math.max(name, placeEnd(w, k, lim))], 0.6, 'city')
}
const PERSON = wordSet('man woman male female boy girl lady gentleman patient pt child student farmer veteran teacher mother father wife husband refugee immigrant family grandma grandpa friend man')
const THE = [...wordSet('the')][0]

export const geoContext: readonly Detector[] = [
  { id: 'geo-residence', label: 'GEO', subtypes: ['city'], authority: AUTHORITY, reach: { behind: 0, ahead: AHEAD }, cues: RESIDENCE, atCue: residence },
  { id: 'geo-care', label: 'GEO', subtypes: ['facility'], authority: AUTHORITY, reach: { behind: 0, ahead: AHEAD }, cues: CARE, atCue: care },
  {
    id: 'geo-lower-head',
    label: 'GEO',
    subtypes: ['facility'],
    authority: AUTHORITY,
    reach: { behind: 64, ahead: 24 },
    cues: [
      'hospital',
      'clinic',
      'office',
      'facility',
      'campus',
      'branch',
      'location',
      'med center',
      'medical center',
      'med ctr',
      'health center',
      'nursing home',
      'high school',
      'elementary school',
      'middle school',
      'area',
      'suburbs',
      'neighborhood',
      'neighbourhood',
      'suburb',
    ],
    atCue: lowerHead,
  },
  { id: 'geo-dated', label: 'GEO', subtypes: ['facility', 'city'], authority: AUTHORITY, reach: { behind: 0, ahead: AHEAD }, cues: ['at', 'in', 'at the'], atCue: dated },
  {
    id: 'geo-at-sign',
    label: 'GEO',
    subtypes: ['facility', 'city'],
    authority: AUTHORITY,
    reach: { behind: 0, ahead: AHEAD },
    on: { gap: Gap.AT },
    at: (w, i, out) => (w.gap[i] === (Gap.AT | Gap.SPACE) ? datedName(w, i, i, out, 'facility') : undefined),
  },
  { id: 'geo-from', label: 'GEO', subtypes: ['city'], authority: AUTHORITY, reach: { behind: 40, ahead: AHEAD }, cues: ['from'], atCue: from },
]
