import { Shape, type Window } from '../../scan/window'
import { Gap } from '../../text/chars'
import type { Detector, Sink } from '../detector'
import { wordSet } from '../field'
import { NEVER } from './geo-facility'
import { GENERIC } from './geo-facility-words'
import { PROSE } from './geo-place'
import { STOP } from './geo-words'

const BEHIND = 48

/** Lower-case speech: "over at clearfield regional hospital": at most two proper words between a preposition and a head of two words. */
function spoken(w: Window, i: number, next: number, out: Sink): void {
  if ((w.shape[i] & Shape.LOWER) === 0 || w.end[next - 1] - w.start[i] > 48) return
  const lo = w.start[i] - BEHIND
  let first = i
  for (let k = i - 1; k >= 0 && k >= i - 3 && w.start[k] >= lo && w.gap[k + 1] === Gap.SPACE; k--) {
    const h = w.hash[k]
    if (PLACE_BEFORE.has(h)) {
      if (first < i) out.add(w.start[first], w.end[next - 1], 0.55, 'facility')
      return
    }
    const len = w.end[k] - w.start[k]
    if ((w.shape[k] & (Shape.LETTERS | Shape.PLACEHOLDER | Shape.LONG)) !== Shape.LETTERS || len < 3 || STOP.has(h) || GENERIC.has(h) || ADJECTIVE.has(h) || (w.word[k] & NEVER) !== 0) return
    if (STRICT.has(w.hash[next - 1]) && (w.word[k] & PROSE) !== 0) return
    if (w.str(k).endsWith('ing') || w.str(k).endsWith('ed')) return
    first = k
  }
}
const PLACE_BEFORE = wordSet('at to from uh um in near')
/** Heads that many words of prose stand before: only a word of no other use names them. */
const STRICT = wordSet('hospital home care living clinic hospice church')
/** Words that tell one hospital from another without naming it. */
const ADJECTIVE =
  wordSet(`academic accredited another area best better big bigger busy closest different distant downtown far good great home hometown huge inner kind large larger little major main nearby nearest new nice
  other outlying particular real reputable rival separate single small smaller tertiary top town us urban whole wrong`)

export const geoSpeech: readonly Detector[] = [
  {
    id: 'geo-spoken-facility',
    label: 'GEO',
    subtypes: ['facility'],
    authority: '45 CFR 164.514(b)(2)(i)(B)',
    reach: { behind: BEHIND, ahead: 48 },
    cues: [
      'hospital',
      'nursing home',
      'rehabilitation center',
      'dialysis center',
      'urgent care',
      'assisted living',
      'family clinic',
      'regional hospital',
      'memorial hospital',
      'general hospital',
      'medical center',
      'regional medical center',
      'memorial medical center',
      'county hospital',
      'university hospital',
      'community hospital',
      'methodist hospital',
      'baptist hospital',
      'presbyterian hospital',
      'health system',
      'surgical services',
      'elementary school',
      'high school',
      'middle school',
    ],
    atCue: spoken,
  },
]
