import { Word } from '../../lexicon/classes'
import { Shape, type Window } from '../../scan/window'
import { Gap } from '../../text/chars'
import type { Detector, Sink } from '../detector'
import { wordSet } from '../field'
import { ACRONYM, AFTER, DOUBTFUL_SYSTEM, GENERIC, HEAD, NAMING, SAINT_THING, SOFT_HEAD, SYSTEMS } from './geo-facility-words'
import { nameEnd, placeEnd } from './geo-place'
import { inName, inside, isCap } from './geo-tokens'
import { STOP } from './geo-words'

const AUTHORITY = '45 CFR 164.514(b)(2)(i)(B): names of facilities hold cities, and are codes equal to a geographic unit'
const BEHIND = 72
const AHEAD = 120

const OF_UNIVERSITY = wordSet('university college school church')

/** Classes of which no word is part of a facility's name. */
export const NEVER = Word.MONTH | Word.WEEKDAY | Word.MEASURE | Word.NUMBER | Word.FUNCTION

/** Is token `k` joined to the one before as in a name: "St. Vincent's Hospital", "Brigham & Women's"? */
function linked(w: Window, k: number): boolean {
  if (inName(w, k)) return true
  return w.gap[k] === (Gap.SPACE | Gap.AMP) || (w.gap[k] & ~(Gap.APOS | Gap.SPACE)) === 0
}

const possessive = (w: Window, k: number): boolean => w.gap[k] === Gap.APOS && w.end[k] - w.start[k] === 1

/** Words walked back from a head. `proper`: one of them names; `semi`: only General, Memorial … do. */
function before(w: Window, i: number, lo: number): { first: number; proper: number; semi: number; caps: boolean } {
  let first = i
  let proper = 0
  let semi = 0
  let caps = true
  for (let k = i - 1; k >= 0 && k >= i - 8; k--) {
    if (w.start[k] < lo || !linked(w, k + 1) || (w.shape[k] & (Shape.LETTERS | Shape.PLACEHOLDER | Shape.LONG)) !== Shape.LETTERS) break
    if (possessive(w, k)) continue
    const h = w.hash[k]
    if (h === OUR && w.hash[k + 1] === LADY) {
      first = k
      continue
    }
    if (!isCap(w, k) || ((w.shape[k] & Shape.CAPS) !== 0 && INNER.has(h))) {
      if (INNER.has(h)) continue
      break
    }
    if (h === THE || ((STOP.has(h) || (w.word[k] & NEVER) !== 0) && h !== SAINT && h !== FAMILY && !(h === NAME && k > 0 && HOLY.has(w.hash[k - 1])))) break
    if (GENERIC.has(h)) {
      if (NAMING.has(h)) semi++
    } else if (w.end[k] - w.start[k] > 1 || (w.gap[k + 1] & Gap.DOT) !== 0) proper++
    if ((w.shape[k] & Shape.CAPS) === 0) caps = false
    first = k
  }
  return { first, proper, semi, caps }
}
/** Small words inside a facility's name. */
const INNER = wordSet('of and de la del des du e y')
const THE = [...wordSet('the')][0]
const SAINT = [...wordSet('st')][0]
const OUR = [...wordSet('our')][0]
const LADY = [...wordSet('lady')][0]
const FAMILY = [...wordSet('family')][0]
const NAME = [...wordSet('name')][0]
const HOLY = wordSet('holy sacred most')

/** Last token of a name whose head is token `i`: "Hospital Center", "Clinic of Boston", "Hospital in Santa Clara", "Hospital, Los Angeles". */
export function after(w: Window, i: number, lim: number): number {
  let end = i
  while (end < i + 5 && inside(w, end + 1, lim) && linked(w, end + 1) && (AFTER.has(w.hash[end + 1]) || possessive(w, end + 1)) && (isCap(w, end + 1) || possessive(w, end + 1))) end++
  const k = end + 1
  if (!inside(w, k + 1, lim)) return end
  if (w.gap[k] === Gap.SPACE && (w.hash[k] === OF || w.hash[k] === AT || w.hash[k] === IN) && w.gap[k + 1] === Gap.SPACE && isCap(w, k + 1) && !GENERIC.has(w.hash[k + 1]) && (w.word[k + 1] & NEVER) === 0) {
    const place = placeEnd(w, k + 1, lim)
    if (place >= 0) return place
    const name = nameEnd(w, k + 1, lim, 4)
    return name >= 0 ? name : end
  }
  if (w.gap[k] === (Gap.COMMA | Gap.SPACE) && isCap(w, k)) {
    const place = placeEnd(w, k, lim)
    if (place >= 0) return place
    // "…, Los Angeles on May 3": a name that the sentence goes on after in lower case, or that ends it.
    const name = GENERIC.has(w.hash[k]) || (w.word[k] & NEVER) !== 0 ? -1 : nameEnd(w, k, lim, 4)
    if (name >= 0 && w.end[name] - w.start[k] > 3 && (w.shape[k] & Shape.INITIAL) !== 0 && (!inside(w, name + 1, lim) || w.gap[name + 1] !== Gap.SPACE || (w.shape[name + 1] & Shape.LOWER) !== 0)) return name
  }
  return end
}
const OF = [...wordSet('of')][0]
const AT = [...wordSet('at')][0]
const IN = [...wordSet('in')][0]

function facility(w: Window, i: number, out: Sink): void {
  const head = HEAD.has(w.hash[i])
  const short = SHORT_HEAD.has(w.hash[i])
  if (i === 0 || !isCap(w, i) || !(head || short || SOFT_HEAD.has(w.hash[i]))) {
    if (head && i > 0) university(w, i, out)
    return
  }
  const lo = w.start[i] - BEHIND
  const lim = w.start[i] + AHEAD
  if (w.start[i - 1] < lo || !linked(w, i)) {
    university(w, i, out)
    return
  }
  const b = before(w, i, lo)
  if (b.first === i) {
    university(w, i, out)
    return
  }
  const end = after(w, i, lim)
  const allCaps = b.caps && (w.shape[i] & Shape.CAPS) !== 0
  if (short) {
    if (b.proper > 0 && !allCaps && capsTrusted(w, b.first, lo) && !(inside(w, i + 1, lim) && w.gap[i + 1] === Gap.SPACE && isCap(w, i + 1))) out.add(w.start[b.first], w.end[end], 0.7, 'facility')
  } else if (b.proper > 0) {
    if (allCaps && !capsTrusted(w, b.first, lo) && !letterhead(w, b.first, end, b.semi > 0)) return
    if (!head && end === i && (!near(w, i, b.proper) || (inside(w, i + 1, lim) && w.gap[i + 1] === Gap.SPACE && isCap(w, i + 1)))) return
    out.add(w.start[b.first], w.end[end], head ? 0.85 : 0.7, 'facility')
  } else if (b.semi > 0 && !allCaps && (head || end > i || b.semi > 1 || MEDICAL.has(w.hash[i - 1]))) {
    if ((CLINIC.has(w.hash[i]) || generic(w, b.first, i, lo)) && b.semi < 2) return
    out.add(w.start[b.first], w.end[end], 0.65, 'facility')
  }
}
/** "the Children's Hospital", "a County Medical Center": behind an article, a kind of which every region has one; "from Children's Hospital" is used as a name. */
function generic(w: Window, first: number, i: number, lo: number): boolean {
  const a = first - 1
  if (a < 0 || w.start[a] < lo || w.gap[first] !== Gap.SPACE || !ARTICLE.has(w.hash[a])) return false
  for (let k = first; k < i; k++) if (NAMING.has(w.hash[k])) return KIND.has(w.hash[k])
  return false
}
const ARTICLE = wordSet('the a an our their this that his her your local nearest another any')
const KIND = wordSet('general memorial community county university regional childrens children state district veterans va women womens national metropolitan municipal central city')

/** "Houston Memorial": heads of short forms, after a preposition of place. */
const SHORT_HEAD = wordSet('memorial regional general presbyterian methodist baptist lutheran adventist med')
const MEDICAL = wordSet('medical med health hospital')
const CLINIC = wordSet('clinic clinics pharmacy rehab school hospice healthcare')

const near = (w: Window, i: number, proper: number): boolean => proper > 0 && (w.shape[i] & Shape.INITIAL) !== 0 && !DEPARTMENT.has(w.hash[i])
const DEPARTMENT = wordSet('system nursing rehabilitation cardiology oncology dermatology urology health')

/** In a text of capitals a capital says nothing: the name must follow a preposition. */
const capsTrusted = (w: Window, first: number, lo: number): boolean => first > 0 && w.start[first - 1] >= lo && PLACE_BEFORE.has(w.hash[first - 1])
const PLACE_BEFORE = wordSet('at to from in near')

/** "LAKEVIEW MEMORIAL HOSPITAL" by itself on a line: a letterhead. One of its words must name, and be of no other use in notes. */
function letterhead(w: Window, first: number, end: number, semi: boolean): boolean {
  if (end - first < 1 || (first > 0 && (w.gap[first] & (Gap.START | Gap.NEWLINE)) === 0) || (end + 1 < w.n && (w.gap[end + 1] & Gap.NEWLINE) === 0)) return false
  for (let k = first; k <= end; k++) if (!GENERIC.has(w.hash[k]) && w.len(k) > 3 && (w.word[k] & (Word.MEDICAL | Word.FIELD | Word.FUNCTION)) === 0) return semi || (w.word[k] & Word.COMMON) === 0
  return false
}

/** "University of Ghent Hospital", "Hospital of the University of …", "College of …". */
function university(w: Window, i: number, out: Sink): void {
  if (!OF_UNIVERSITY.has(w.hash[i]) || !isCap(w, i)) return
  const lim = w.start[i] + AHEAD
  if (!inside(w, i + 2, lim) || w.hash[i + 1] !== OF || !isCap(w, i + 2) || GENERIC.has(w.hash[i + 2])) return
  const end = nameEnd(w, i + 2, lim, 8)
  if (end >= 0) out.add(w.start[i], w.end[end], 0.7, 'facility')
}

/** "St. Vincent's", "Saint Mary's", "Mt. Sinai": cue words st, saint, mt, mount. */
function saint(w: Window, i: number, out: Sink): void {
  const lim = w.start[i] + AHEAD
  if (!isCap(w, i) || !inside(w, i + 2, lim) || !isCap(w, i + 1) || (w.gap[i + 1] & ~(Gap.SPACE | Gap.DOT)) !== 0 || w.start[i + 1] - w.end[i] > 2) return
  if (!possessive(w, i + 2) || w.hash[i + 2] !== S) return
  const next = i + 3
  if (inside(w, next, lim) && w.gap[next] === Gap.SPACE && SAINT_THING.has(w.hash[next])) return
  out.add(w.start[i], w.end[after(w, i + 2, lim)], 0.8, 'facility')
}
const S = [...wordSet('s')][0]

function system(w: Window, i: number, next: number, out: Sink): void {
  const lim = w.start[i] + AHEAD
  if (w.end[next - 1] > lim) return
  const h = w.hash[i]
  if (next === i + 1 && !isCap(w, i)) return
  if (next === i + 1 && ACRONYM.has(h) && (w.shape[i] & Shape.CAPS) === 0) return
  if (next === i + 1 && DOUBTFUL_SYSTEM.has(h) && !(inside(w, next, lim) && AFTER.has(w.hash[next]))) return
  let end = next - 1
  while (inside(w, end + 1, lim) && end < next + 1 && possessive(w, end + 1)) end++
  out.add(w.start[i], w.end[after(w, end, lim)], 0.8, 'facility')
}

export const geoFacility: readonly Detector[] = [
  { id: 'geo-facility', label: 'GEO', subtypes: ['facility'], authority: AUTHORITY, reach: { behind: BEHIND + 8, ahead: AHEAD }, on: { word: Word.FACILITY }, at: facility },
  { id: 'geo-saint', label: 'GEO', subtypes: ['facility'], authority: AUTHORITY, reach: { behind: 0, ahead: AHEAD }, cues: ['st', 'saint', 'sainte'], atCue: (w, i, _n, out) => saint(w, i, out) },
  { id: 'geo-health-system', label: 'GEO', subtypes: ['facility'], authority: AUTHORITY, reach: { behind: 0, ahead: AHEAD }, cues: SYSTEMS, atCue: system },
]
