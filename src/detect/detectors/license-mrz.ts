import { Shape } from '../../scan/window'
import type { Detector } from '../detector'

const AUTHORITY = '45 CFR 164.514(b)(2)(i)(K); ICAO Doc 9303-4, -5, -6: machine readable zones'

/** First line of a passport or visa: document, state, name with `<` for spaces. */
const NAME_LINE = /[pv][a-z<][a-z]{3}[a-z<]{10,39}/iy
/** Birth, sex, expiry, optional data, check digits; before them document number and state, or nothing (cards). */
const DATA_LINE = /(?:[a-z\d<]{9}[\d<][a-z][a-z<]{2})?\d{7}[mfx<]\d{7}[a-z\d<]{8,18}/iy

export const licenseMrz: readonly Detector[] = [
  {
    id: 'license-mrz-name',
    label: 'LICENSE',
    authority: AUTHORITY,
    reach: { behind: 4, ahead: 48 },
    cues: ['p', 'v'],
    atCue(w, i, _next, out) {
      if (w.at(w.end[i]) !== 0x3c || w.alnumAt(w.start[i] - 1)) return
      NAME_LINE.lastIndex = w.start[i]
      if (!NAME_LINE.test(w.text) || w.alnumAt(NAME_LINE.lastIndex)) return
      const line = w.text.slice(w.start[i], NAME_LINE.lastIndex)
      if (line.length >= 25 && line.includes('<<', 5)) out.add(w.start[i], NAME_LINE.lastIndex, 0.95)
    },
  },
  {
    id: 'license-mrz-data',
    label: 'LICENSE',
    authority: AUTHORITY,
    reach: { behind: 32, ahead: 40 },
    on: { shape: Shape.SUFFIX },
    at(w, i, out) {
      // Seven digits, the sex, seven digits.
      if (w.end[i] - w.start[i] !== 7 || i < 2 || w.gap[i - 1] !== 0 || w.end[i - 1] - w.start[i - 1] !== 1 || w.end[i - 2] - w.start[i - 2] !== 7) return
      for (const from of [w.start[i - 2] - 13, w.start[i - 2]]) {
        if (from < 0 || w.alnumAt(from - 1)) continue
        DATA_LINE.lastIndex = from
        if (!DATA_LINE.test(w.text) || DATA_LINE.lastIndex <= w.end[i] || w.alnumAt(DATA_LINE.lastIndex)) continue
        out.add(from, DATA_LINE.lastIndex, 0.97)
        return
      }
    },
  },
]
