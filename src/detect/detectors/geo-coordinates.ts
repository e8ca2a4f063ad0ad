import { Word } from '../../lexicon/classes'
import { Shape, type Window } from '../../scan/window'
import { Gap } from '../../text/chars'
import type { Detector, Sink } from '../detector'
import { idRun, marked, wordSet } from '../field'
import { inside } from './geo-tokens'
import { fieldStart, Mark, markOf } from './geo-value'

const AUTHORITY = '45 CFR 164.514(b)(2)(i)(B), equivalent geocodes; ISO 6709'
const AHEAD = 200
const DASH = 0x2d
const PLUS = 0x2b
const SLASH = 0x2f

/** Two decimals of at least four places, in range: "40.7128, -74.0060". The group after it may be labelled. */
const PAIR = /[-+]?\d{1,3}\.\d{4,15}(?:°? ?[NSns])?[ \t]{0,2}[,;/ \n][ \t\n]{0,2}[-+]?\d{1,3}\.\d{4,15}(?:°? ?[EWew](?![A-Za-z]))?/y
/** ISO 6709, annex H: +38.7577-097.3954/, +404246-0740021/. */
const ISO_6709 = /[-+]\d{2,6}(?:\.\d{1,10})?[-+]\d{3,7}(?:\.\d{1,10})?(?:[-+]\d{1,5}(?:\.\d{1,5})?)?(?=\/|[^0-9A-Za-z.]|$)/y
/** Grid zone, square, easting and northing (NGA.STND.0037, MGRS): 11U AN 93913 05396. */
const MGRS = /\d{1,2}[C-HJ-NP-X] ?[A-HJ-NP-Z]{2} ?\d{2,5} ?\d{2,5}(?![0-9A-Za-z])/iy
/** Three words after three slashes, set apart by dots (what3words). */
const THREE_WORDS = /[a-z]{3,20}\.[a-z]{3,20}\.[a-z]{3,20}(?![0-9A-Za-z])/iy
/** One coordinate with its hemisphere: 40°42'46"N, 40.7128° N, N 40° 42.767'. */
const DEGREES = /\d{1,3}(?:\.\d{1,10})? ?(?:°|deg|º) ?(?:\d{1,2}(?:\.\d{1,6})? ?['m] ?(?:\d{1,2}(?:\.\d{1,6})? ?(?:"|''|s) ?)?)?(?:[NSEWnsew](?![A-Za-z]))?/y
/** Open Location Code: eight characters, a plus sign and two or three more. */
const PLUS_CODE = /[23456789CFGHJMPQRVWX]{4,8}\+[23456789CFGHJMPQRVWX]{2,3}(?![0-9A-Za-z])/y
const PLUS_CODE_ANY = /[23456789CFGHJMPQRVWX]{8}\+[23456789CFGHJMPQRVWX]{2,3}(?![0-9A-Za-z])/iy

/** At the fraction of a latitude. */
function pair(w: Window, i: number, out: Sink): void {
  if (w.gap[i] !== Gap.DOT || w.end[i] - w.start[i] < 4 || (w.shape[i - 1] & Shape.DIGITS) === 0 || w.end[i - 1] - w.start[i - 1] > 3) return
  let from = w.start[i - 1]
  if (w.start[i] - from > 4) return
  const sign = w.at(from - 1)
  if (sign === DASH || sign === PLUS) {
    from--
    const after = w.at(w.end[i])
    if (after === DASH || after === PLUS) {
      ISO_6709.lastIndex = 0
      const iso = ISO_6709.exec(w.text.slice(from, w.start[i] + 48))
      if (iso !== null && !w.alnumAt(from - 1)) out.add(from, from + iso[0].length, 0.9, 'coordinates')
      return
    }
    if (sign === PLUS) from++
  }
  // GeoJSON (RFC 7946, section 3.1.1): longitude first, in brackets.
  const geojson = w.at(from - 1) === 0x5b
  if (w.end[i - 1] - w.start[i - 1] > 2 && !geojson) return
  PAIR.lastIndex = 0
  const m = PAIR.exec(w.text.slice(from, w.start[i] + 48))
  if (m === null) return
  const [lat, lon] = m[0].split(/[,;/]|(?<=\d) (?=[-+\d])/).map(Number.parseFloat)
  if (Math.abs(lat) < 10 || (lon !== undefined && Math.abs(lon) < 10 && lon >= 0)) return
  if (geojson && lon !== undefined && Math.abs(lat) <= 180 && Math.abs(lon) <= 90 && Math.abs(lon) >= 10) {
    out.add(from, from + m[0].length, 0.85, 'coordinates')
    return
  }
  if (!(Math.abs(lat) <= 90) || (lon !== undefined && !(Math.abs(lon) <= 180))) return
  out.add(from, from + m[0].length, 0.85, 'coordinates')
}

/** At a gap that may hold a degree sign or at a hemisphere letter. */
function degrees(w: Window, i: number, out: Sink): void {
  if (i === 0) return
  let from = w.start[i - 1]
  if (w.gap[i - 1] === Gap.DOT && i > 1 && w.is(i - 2, Shape.DIGITS)) from = w.start[i - 2]
  if (w.start[i] - from > 16 || (w.at(w.end[i - 1]) !== 0xb0 && w.at(w.end[i - 1]) !== 0xba && w.at(w.end[i - 1] + 1) !== 0xb0)) return
  DEGREES.lastIndex = 0
  const m = DEGREES.exec(w.text.slice(from, w.start[i] + 32))
  if (m === null || !/[.'"]/.test(m[0])) return
  if (!(/['"]/.test(m[0]) ? /[NSEW]$/i : /[NSEW]$/).test(m[0])) {
    // No hemisphere after it: is there one before it?
    const space = w.at(from - 1) === 0x20 ? 1 : 0
    const h = w.at(from - 1 - space)
    if ((h !== 0x4e && h !== 0x53 && h !== 0x45 && h !== 0x57) || w.alnumAt(from - 2 - space)) return
    out.add(from - 1 - space, from + m[0].trimEnd().length, 0.85, 'coordinates')
    return
  }
  if (from + m[0].length <= w.start[i]) return
  out.add(from, from + m[0].trimEnd().length, 0.85, 'coordinates')
}

function plusCode(w: Window, i: number, out: Sink): void {
  if (w.gap[i] !== Gap.PLUS || w.start[i] - w.end[i - 1] !== 1) return
  let k = i - 1
  while (k > 0 && k > i - 8 && w.gap[k] === 0) k--
  const from = w.start[k]
  const size = w.end[i - 1] - from
  if ((size !== 8 && size !== 4) || i - k < 2 || (w.shape[k] & Shape.LONG) !== 0) return
  // Codes are of no case (Open Location Code specification); in lower case only whole ones are believed.
  const pattern = size === 8 ? PLUS_CODE_ANY : PLUS_CODE
  pattern.lastIndex = 0
  const m = pattern.exec(w.text.slice(from, w.start[i] + 5))
  if (m !== null && m[0].length > size + 2) out.add(from, from + m[0].length, size === 8 ? 0.9 : 0.55, 'coordinates')
}

/** "lat: 40.71", "longitude=-74.0". */
function labelled(w: Window, i: number, next: number, out: Sink): void {
  const lim = w.start[i] + AHEAD
  const k = fieldStart(w, next, COPULA)
  if (!inside(w, k, lim) || (w.shape[k] & Shape.DIGITS) === 0 || w.end[k] - w.start[k] > 3) return
  if (!inside(w, k + 1, lim) || w.gap[k + 1] !== Gap.DOT || (w.shape[k + 1] & Shape.DIGITS) === 0) return
  const fraction = w.end[k + 1] - w.start[k + 1]
  if (SHORT.has(w.hash[i]) ? fraction < 4 && (fraction < (w.hash[i] === LONG ? 3 : 2) || markOf(w, i, next, k) === Mark.NONE) : fraction < 1) return
  const sign = w.at(w.start[k] - 1) === 0x2d ? 1 : 0
  out.add(w.start[k] - sign, w.end[k + 1], 0.9, 'coordinates')
}
const COPULA = wordSet('is was at')
const SHORT = wordSet('lat long lon')
const LONG = [...wordSet('long')][0]

/** "geohash: dr5regw3p", "MGRS 18TWL8395907350", "UTM 18T 583959 4507350". */
function grid(w: Window, i: number, next: number, out: Sink): void {
  const lim = w.start[i] + AHEAD
  const k = fieldStart(w, next, COPULA)
  if (!inside(w, k, lim) || w.start[k] > lim - 64) return
  MGRS.lastIndex = 0
  const mgrs = w.is(k, Shape.DIGITS) ? MGRS.exec(w.text.slice(w.start[k], w.start[k] + 24)) : null
  if (mgrs !== null) {
    out.add(w.start[k], w.start[k] + mgrs[0].length, 0.9, 'coordinates')
    return
  }
  if (LOOSE.has(w.hash[i])) return
  const run = idRun(w, k, 40)
  if (run === null) return
  let end = run.last
  while (end < run.last + 4 && inside(w, end + 1, lim) && w.gap[end + 1] === Gap.SPACE && (w.shape[end + 1] & Shape.DIGITS) !== 0 && w.end[end + 1] - w.start[end + 1] > 2) end++
  if (run.digits === 0 && end === run.last && !(run.letters > 4 && marked(w, next, k))) return
  out.add(w.start[k], w.end[end], 0.85, 'coordinates')
}

/** Labels of much else: only a whole grid reference is believed after them. */
const LOOSE = wordSet('coordinates coordinate grid coords')

/** "///filled.count.soap", at the first word. */
function threeWords(w: Window, i: number, out: Sink): void {
  const p = w.start[i]
  if (w.at(p - 1) !== SLASH || w.at(p - 2) !== SLASH || w.at(p - 3) !== SLASH || w.at(p - 4) === 0x3a || w.at(p - 4) === SLASH) return
  THREE_WORDS.lastIndex = 0
  const m = THREE_WORDS.exec(w.text.slice(p, p + 64))
  if (m !== null) out.add(p - 3, p + m[0].length, 0.9, 'coordinates')
}

export const geoCoordinates: readonly Detector[] = [
  { id: 'geo-decimal-pair', label: 'GEO', subtypes: ['coordinates'], authority: AUTHORITY, reach: { behind: 8, ahead: 48 }, on: { shape: Shape.DIGITS_3_4 | Shape.DIGITS_5 }, at: pair },
  { id: 'geo-three-words', label: 'GEO', subtypes: ['coordinates'], authority: `${AUTHORITY}; what3words`, reach: { behind: 4, ahead: 64 }, on: { gap: Gap.SLASH }, at: threeWords },
  { id: 'geo-degrees', label: 'GEO', subtypes: ['coordinates'], authority: AUTHORITY, reach: { behind: 24, ahead: 32 }, on: { gap: Gap.OTHER, word: Word.DIRECTION }, at: degrees },
  { id: 'geo-plus-code', label: 'GEO', subtypes: ['coordinates'], authority: `${AUTHORITY}; Open Location Code specification`, reach: { behind: 16, ahead: 8 }, on: { gap: Gap.PLUS }, at: plusCode },
  {
    id: 'geo-coordinate-field',
    label: 'GEO',
    subtypes: ['coordinates'],
    authority: AUTHORITY,
    reach: { behind: 0, ahead: AHEAD },
    cues: ['lat', 'latitude', 'lng', 'lon', 'long', 'longitude', 'gps lat', 'gps long'],
    atCue: labelled,
  },
  {
    id: 'geo-grid-field',
    label: 'GEO',
    subtypes: ['coordinates'],
    authority: AUTHORITY,
    reach: { behind: 0, ahead: AHEAD },
    cues: [
      'geohash',
      'mgrs',
      'utm',
      'plus code',
      'open location code',
      'maidenhead',
      'h3 index',
      'usng',
      'military grid',
      'grid',
      'grid reference',
      'grid ref',
      'grid coordinates',
      'coordinates',
      'coordinate',
      'coords',
      'gps coordinates',
    ],
    atCue: grid,
  },
]
