import { Shape } from '../../scan/window'
import { Gap } from '../../text/chars'
import { validNpi } from '../checks/npi'
import type { Detector } from '../detector'
import { wordSet } from '../field'

/** Credentials a provider number is printed after: "A. Lee, MD 1234567893". */
const CREDENTIAL = wordSet('md do np pa pac rn crnp aprn fnp dnp cnm crna dds dmd dpm od dc phd psyd pharmd lcsw facp facs faap provider physician prescriber')
const BETWEEN = Gap.SPACE | Gap.COMMA | Gap.OPEN | Gap.DOT | Gap.DASH | Gap.COLON | Gap.NEWLINE | Gap.HASH

export const licenseNpi: Detector<'LICENSE'> = {
  id: 'license-npi',
  label: 'LICENSE',
  authority: '45 CFR 164.514(b)(2)(i)(K); 45 CFR 162.406, National Provider Identifier',
  reach: { behind: 24, ahead: 16 },
  on: { shape: Shape.DIGITS_5 },
  at(w, i, out) {
    if (w.end[i] - w.start[i] !== 10 || i === 0 || w.gap[i] === 0 || w.alnumAt(w.end[i]) || w.start[i - 1] < w.start[i] - 20) return
    if ((w.gap[i] & ~BETWEEN) === 0 && CREDENTIAL.has(w.hash[i - 1]) && validNpi(w.str(i))) out.add(w.start[i], w.end[i], 0.85)
  },
}
