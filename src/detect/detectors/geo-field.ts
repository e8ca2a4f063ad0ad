import { Word } from '../../lexicon/classes'
import { Shape, type Window } from '../../scan/window'
import { Gap } from '../../text/chars'
import type { Detector, Sink } from '../detector'
import { fieldValue, idRun, marked, wordSet } from '../field'
import { addressEnd } from './geo-address'
import { GENERIC } from './geo-facility-words'
import { ADDRESS_LABELS, CITY_LABELS, FACILITY_LABELS, TRACT_LABELS, ZIP_LABELS } from './geo-labels'
import { countryEnd, stateEnd } from './geo-names'
import { cityWord, codesEnd, placeEnd, postcodeEnd, zipEnd } from './geo-place'
import { inside, isCap } from './geo-tokens'
import { addressy, labelled, NO_VALUE, valueEnd } from './geo-value'
import { CONNECTOR, COUNTED, STOP } from './geo-words'

const AUTHORITY = '45 CFR 164.514(b)(2)(i)(B)'
const AHEAD = 240

function address(w: Window, i: number, next: number, out: Sink): void {
  const lim = w.start[i] + AHEAD
  const k = fieldValue(w, next, undefined, VERB)
  if (!inside(w, k, lim) || w.start[k] - w.end[next - 1] > 24 || NO_VALUE.has(w.hash[k])) return
  const form = labelled(w, next, k)
  const spoken = !form && PLACE_VERB.has(w.hash[next - 1])
  if (!form && !spoken) return
  if (spoken && (w.word[k] & Word.ADDRESS_UNIT) !== 0) return
  if (spoken && !isCap(w, k) && (w.shape[k] & Shape.DIGITS) === 0) return
  if (spoken && (w.shape[k] & Shape.DIGITS) !== 0 && inside(w, k + 1, lim) && (COUNTED.has(w.hash[k + 1]) || (w.word[k + 1] & Word.MEASURE) !== 0)) return
  if (spoken && (w.shape[next - 1] & Shape.LOWER) === 0 && (w.shape[k] & Shape.DIGITS) === 0) return
  let last = valueEnd(w, k, lim, spoken)
  if (last < k || !addressy(w, k, last, spoken)) return
  while (last > k && (w.shape[last] & Shape.LOWER) !== 0 && CONNECTOR.has(w.hash[last])) last--
  const quoted = w.at(w.start[k] - 1) === 0x22
  const end = quoted ? last : addressEnd(w, last, lim)
  if ((w.shape[k] & Shape.DIGITS) !== 0 && k === end && w.end[k] - w.start[k] < 5 && !form) return
  if (onlyState(w, k, end, lim) || w.end[end] > lim) return
  out.add(w.start[k], w.end[end], form ? 0.9 : 0.75, 'address')
}
const VERB = wordSet('is was at as to of the her his their patient s')
const PLACE_VERB = wordSet('at to is with')

const onlyState = (w: Window, k: number, last: number, lim: number): boolean => stateEnd(w, k, lim) === last || countryEnd(w, k, lim) === last

function city(w: Window, i: number, next: number, out: Sink): void {
  const lim = w.start[i] + AHEAD
  const k = fieldValue(w, next, undefined, null)
  if (!inside(w, k, lim) || !labelled(w, next, k) || (w.shape[k] & Shape.LETTERS) === 0 || NO_VALUE.has(w.hash[k]) || w.start[k] - w.end[next - 1] > 24) return
  const any = (w.shape[k] & Shape.LOWER) !== 0
  if (any && w.at(w.start[k] - 1) !== 0x22 && w.at(w.start[k] - 1) !== 0x3d && w.at(w.start[k] - 2) !== 0x3a) return
  let last = valueEnd(w, k, lim, false)
  if (last < k) return
  for (let j = k + 1; j <= last; j++) if ((w.gap[j] & Gap.COMMA) !== 0 || (w.shape[j] & Shape.DIGITS) !== 0 || j > k + 5) last = j - 1
  const place = placeEnd(w, k, lim)
  const end = Math.max(place, last)
  if (onlyState(w, k, end, lim) || (any && end - k > 3)) return
  out.add(w.start[k], w.end[end], 0.9, COUNTY.has(w.hash[next - 1]) ? 'county' : 'city')
}
const COUNTY = wordSet('county parish borough')

function zip(w: Window, i: number, next: number, out: Sink): void {
  const lim = w.start[i] + AHEAD
  const k = fieldValue(w, next)
  if (!inside(w, k, lim) || w.start[k] - w.end[next - 1] > 24) return
  const us = zipEnd(w, k, lim)
  const post = us >= 0 ? us : postcodeEnd(w, k, lim)
  if (post >= 0) {
    out.add(w.start[k], w.end[post], 0.95, 'zip')
    return
  }
  if (w.start[k] > lim - 64) return
  const run = idRun(w, k, 12, true)
  if (run === null || run.digits < 3 || run.digits + run.letters > 10) return
  if (!marked(w, next, k) && next - i < 2) return
  // Dutch: 1012 AB.
  const t = run.last + 1
  const dutch = run.letters === 0 && run.digits === 4 && inside(w, t, lim) && w.gap[t] === Gap.SPACE && (w.shape[t] & Shape.CAPS) !== 0 && w.end[t] - w.start[t] === 2
  out.add(w.start[k], dutch ? w.end[t] : run.end, 0.8, 'zip')
}

function place(w: Window, i: number, next: number, out: Sink): void {
  const lim = w.start[i] + AHEAD
  const k = fieldValue(w, next, undefined, null)
  if (!inside(w, k, lim) || !labelled(w, next, k) || !isCap(w, k) || NO_VALUE.has(w.hash[k]) || w.start[k] - w.end[next - 1] > 6 || (w.gap[k] & Gap.NEWLINE) !== 0) return
  const last = valueEnd(w, k, lim, true)
  if (last < k || last > k + 9) return
  let proper = false
  for (let j = k; j <= last; j++) if (isCap(w, j) && !GENERIC.has(w.hash[j]) && !STOP.has(w.hash[j]) && w.end[j] - w.start[j] > 2 && cityWord(w, j, false)) proper = true
  if (proper && !onlyState(w, k, last, lim)) out.add(w.start[k], w.end[codesEnd(w, last, lim)], 0.75, 'facility')
}

/** Census tract, block, FIPS county code: geocodes equal to a subdivision. */
function tract(w: Window, i: number, next: number, out: Sink): void {
  const lim = w.start[i] + AHEAD
  const k = fieldValue(w, next)
  const run = inside(w, k, lim) && w.start[k] <= lim - 64 ? idRun(w, k, 20) : null
  if (run === null || run.digits < 2) return
  out.add(w.start[k], run.end, 0.85, 'zip')
}

const reach = { behind: 0, ahead: AHEAD }

export const geoField: readonly Detector[] = [
  {
    id: 'geo-address-field',
    label: 'GEO',
    subtypes: ['address'],
    authority: AUTHORITY,
    reach,
    cues: ADDRESS_LABELS,
    atCue: address,
  },
  {
    id: 'geo-city-field',
    label: 'GEO',
    subtypes: ['city', 'county'],
    authority: AUTHORITY,
    reach,
    cues: CITY_LABELS,
    atCue: city,
  },
  {
    id: 'geo-zip-field',
    label: 'GEO',
    subtypes: ['zip'],
    authority: AUTHORITY,
    reach,
    cues: ZIP_LABELS,
    atCue: zip,
  },
  {
    id: 'geo-facility-field',
    label: 'GEO',
    subtypes: ['facility'],
    authority: AUTHORITY,
    reach,
    cues: FACILITY_LABELS,
    atCue: place,
  },
  {
    id: 'geo-tract-field',
    label: 'GEO',
    subtypes: ['zip'],
    authority: AUTHORITY,
    reach,
    cues: TRACT_LABELS,
    atCue: tract,
  },
]
