import { Shape } from '../../scan/window'
import type { Detector } from '../detector'
import { broken, misread } from './shared-ocr'

/** `215-555-Ol09`: what a scanned page's reader makes of a telephone number. */
export const phoneOcr: Detector = {
  id: 'phone-ocr',
  label: 'PHONE',
  authority: '45 CFR 164.514(b)(2)(i)(D); NANPA',
  reach: { behind: 16, ahead: 32 },
  on: { shape: Shape.DIGITS_3_4 },
  at(w, i, out) {
    if (w.end[i] - w.start[i] !== 3 || w.gap[i] === 0 || !broken(w, i)) return
    const number = misread(w, i, 'phone')
    if (number !== null) out.add(number.start, number.end, 0.75)
  },
}
