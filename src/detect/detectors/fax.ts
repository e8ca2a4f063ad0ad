import { Shape, type Window } from '../../scan/window'
import { Gap } from '../../text/chars'
import type { Detector } from '../detector'
import { wordSet } from '../field'
import { asked } from './shared-field-value'
import type { PhoneNumber } from './shared-number'
import { anyNumber, international } from './shared-number-any'
import { afterLabel, beforeLabel, FAX_FILLER } from './shared-phone-label'

const AUTHORITY = '45 CFR 164.514(b)(2)(i)(E); ITU-T E.123; NANPA'

const TO = wordSet('to at on is')

/** `fax the signed form to …`, `fax back the records: …`: a number a few words after the verb. */
function further(w: Window, next: number): PhoneNumber | null {
  for (let k = next; k < next + 8 && k < w.n && w.start[k] - w.start[next] <= 64; k++) {
    if ((w.gap[k] & ~(Gap.SPACE | Gap.APOS | Gap.COLON | Gap.PLUS | Gap.OPEN)) !== 0) return null
    if ((w.shape[k] & Shape.LETTERS) !== 0 && (w.gap[k] & Gap.COLON) === 0) continue
    if (k === next || !w.is(k, Shape.DIGITS) || !((w.gap[k] & Gap.COLON) !== 0 || TO.has(w.hash[k - 1]))) return null
    const number = w.at(w.start[k] - 1) === 0x2b ? international(w, k) : anyNumber(w, k)
    return number !== null && (number.digits > 8 || (number.digits === 7 && w.gap[number.last] === Gap.DASH)) ? number : null
  }
  return null
}

export const fax: readonly Detector[] = [
  {
    id: 'fax',
    label: 'FAX',
    authority: AUTHORITY,
    reach: { behind: 64, ahead: 224 },
    cues: [
      'fax',
      'faxed',
      'faxes',
      'faxing',
      'facsimile',
      'telefax',
      'telefacsimile',
      'efax',
      'fx',
      'fax number',
      'fax no',
      'fax line',
      'fax machine',
      'tel fax',
      'telephone fax',
      'phone fax',
      'office fax',
      'secure fax',
      'work fax',
      'home fax',
      'clinic fax',
      'pharmacy fax',
      'provider fax',
      'fax referrals',
      'fax records',
    ],
    atCue(w, i, next, out) {
      const own = beforeLabel(w, i, next)
      if (own !== null) {
        out.add(own.start, own.end, 0.98)
        return
      }
      const number = afterLabel(w, i, next, FAX_FILLER) ?? further(w, next)
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
      if (next >= w.n || w.gap[i] === 0 || (!w.is(next, Shape.DIGITS) && !asked(w, next, next))) return
      const number = afterLabel(w, i, next, FAX_FILLER)
      // Behind a bare letter the form alone proves it a telephone number; whose, nobody says.
      if (number !== null && number.score > 0.5 && w.gap[next] === Gap.SPACE) return
      const local = number !== null && number.digits === 7 && w.gap[number.last] === Gap.DASH && w.len(number.last) === 4 && ((w.gap[next] & (Gap.COLON | Gap.EQUALS | Gap.TAB)) !== 0 || asked(w, next, next))
      if (number !== null && (number.digits >= 9 || local)) out.add(number.start, number.end, 0.98)
    },
  },
]
