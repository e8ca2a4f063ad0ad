import { Gap } from '../../text/chars'
import type { Detector } from '../detector'
import { marked } from '../field'
import { afterLabel, beforeLabel, FAX_FILLER } from './shared-phone-label'

const AUTHORITY = '45 CFR 164.514(b)(2)(i)(E); ITU-T E.123; NANPA'

export const fax: readonly Detector[] = [
  {
    id: 'fax',
    label: 'FAX',
    authority: AUTHORITY,
    reach: { behind: 64, ahead: 224 },
    cues: ['fax', 'faxed', 'faxes', 'faxing', 'facsimile', 'telefax', 'telefacsimile', 'efax', 'fx', 'fax number', 'fax no', 'fax line', 'fax machine', 'tel fax', 'telephone fax', 'phone fax'],
    atCue(w, i, next, out) {
      const own = beforeLabel(w, i, next)
      if (own !== null) {
        out.add(own.start, own.end, 0.98)
        return
      }
      const number = afterLabel(w, i, next, FAX_FILLER)
      if (number !== null) out.add(number.start, number.end, 0.99)
    },
  },
  {
    id: 'fax-f',
    label: 'FAX',
    authority: AUTHORITY,
    reach: { behind: 4, ahead: 224 },
    cues: ['f'],
    atCue(w, i, next, out) {
      if (next >= w.n || w.gap[i] === 0 || (w.gap[next] & Gap.COLON) === 0 || !marked(w, next, next)) return
      const number = afterLabel(w, i, next, FAX_FILLER)
      if (number !== null && number.digits >= 10) out.add(number.start, number.end, 0.98)
    },
  },
]
