import { Word } from '../../lexicon/classes'
import { Shape, type Window } from '../../scan/window'
import { Gap } from '../../text/chars'
import type { Detector, Sink } from '../detector'
import { countryEnd, PHRASE_COUNTRIES, PHRASE_STATES, stateEnd } from './geo-names'
import { zipEnd } from './geo-place'
import { inside, isCap } from './geo-tokens'
import { TRAP_CODE } from './geo-words'

const BEHIND = 40
const AHEAD = 48

/** States may stay under Safe Harbor: only looked for when a policy wants them. */
function state(w: Window, i: number, out: Sink): void {
  const lim = w.start[i] + AHEAD
  if (!isCap(w, i)) return
  const end = stateEnd(w, i, lim)
  if (end < 0) return
  if (end === i && w.end[i] - w.start[i] === 2) {
    const zip = inside(w, i + 1, lim) && w.gap[i + 1] === Gap.SPACE && zipEnd(w, i + 1, lim) >= 0
    const comma = i > 0 && w.start[i] - w.start[i - 1] <= BEHIND && (w.gap[i] & ~Gap.SPACE) === Gap.COMMA && (w.shape[i - 1] & (Shape.INITIAL | Shape.CAMEL)) !== 0 && !TRAP_CODE.has(w.hash[i])
    const field = (w.gap[i] & (Gap.COLON | Gap.EQUALS)) !== 0 && i > 0 && w.start[i] - w.start[i - 1] <= BEHIND && w.end[i - 1] - w.start[i - 1] === 5 && STATE_LABEL.test(w.str(i - 1))
    if (!zip && !comma && !field) return
  }
  out.add(w.start[i], w.end[end], 0.7, 'state')
}
const STATE_LABEL = /^state$/i

function country(w: Window, i: number, out: Sink): void {
  if (!isCap(w, i)) return
  const end = countryEnd(w, i, w.start[i] + AHEAD)
  if (end >= 0) out.add(w.start[i], w.end[end], 0.7, 'country')
}

/** "Norway 08093": digits right after a country's name are its postcode. */
function countryCode(w: Window, i: number, out: Sink): void {
  const len = w.end[i] - w.start[i]
  if (i === 0 || len !== 5 || (w.word[i - 1] & Word.COUNTRY) === 0 || (w.gap[i] & ~(Gap.SPACE | Gap.NEWLINE)) !== 0 || w.start[i] - w.end[i - 1] > 2) return
  const lim = w.start[i] + AHEAD
  if (w.start[i - 1] < w.start[i] - BEHIND || zipEnd(w, i, lim) < 0) return
  out.add(w.start[i], w.end[zipEnd(w, i, lim)], 0.7, 'zip')
}

const reach = { behind: BEHIND + 8, ahead: AHEAD }
const AUTHORITY = '45 CFR 164.514(b)(2)(i)(B) (states may stay); 160.103, State'

export const geoRegion: readonly Detector[] = [
  { id: 'geo-state', label: 'GEO', subtypes: ['state'], authority: AUTHORITY, reach, on: { word: Word.STATE | Word.STATE_CODE }, at: state, cues: PHRASE_STATES, atCue: (w, i, _n, out) => state(w, i, out) },
  { id: 'geo-country', label: 'GEO', subtypes: ['country'], authority: AUTHORITY, reach, on: { word: Word.COUNTRY }, at: country, cues: PHRASE_COUNTRIES, atCue: (w, i, _n, out) => country(w, i, out) },
  { id: 'geo-country-code', label: 'GEO', subtypes: ['zip'], authority: AUTHORITY, reach, on: { shape: Shape.DIGITS_5 }, at: countryCode },
]
