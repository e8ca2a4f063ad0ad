import type { Detector } from '../detector'
import { type IdLabel, idLabel, phrases } from './shared-id-label'

const AUTHORITY = '45 CFR 164.514(b)(2)(i)(G); last four digits: HHS OCR guidance (26 Nov 2012), question 3.2'

/** "last four (digits) (of) (her) social". */
const LAST_FOUR = ['last four', 'last 4', 'final four', 'final 4'].flatMap((head) =>
  ['', ' digits'].flatMap((d) => ['', ' of', ' of the', ' of her', ' of his', ' of their', ' of your'].flatMap((of) => ['ssn', 'social', 'social security', 'social security number'].map((n) => `${head}${d}${of} ${n}`))),
)

/** Nine digits are the number, seven to ten a typing error, four its end. */
const STRONG: IdLabel<'SSN'> = {
  id: 'ssn-labelled',
  label: 'SSN',
  authority: AUTHORITY,
  cues: phrases(
    'ssn, ssns, s s n, ss no, ss num, ss number, soc sec no, soc sec number, socsec, soc no, social security no, social security num, social security number, social security numbers, social sec no',
    'social number, social no, patient ssn, mother ssn, guarantor ssn, sponsor ssn, itin, taxpayer id, taxpayer identification, taxpayer identification number, tax id, tax identification number',
    'seguro social, numero de seguro social, ssn last, ssn last four, social last, social last four',
  ).concat(LAST_FOUR),
  least: [4, 4, 4],
  most: 11,
  strong: true,
  spoken: 4,
  judge: (_w, run) => (run.letters > 2 ? 0 : run.digits === 9 ? 0.99 : run.digits === 4 || run.digits >= 7 ? 0.85 : 0),
}

/** "SS", "social": nine digits, or four after "ending in". */
const WEAK: IdLabel<'SSN'> = {
  id: 'ssn-weak',
  label: 'SSN',
  authority: AUTHORITY,
  cues: ['ss', 'social', 'soc', 'soc sec', 'social sec', 'social security', 'social security card'],
  least: [4, 8, 8],
  most: 10,
  spoken: 8,
  judge: (_w, run, { partial, numbered }) => (run.letters > 0 ? 0 : run.digits === 9 ? 0.95 : run.digits === 4 ? (partial || numbered ? 0.8 : 0) : run.digits >= 8 ? 0.7 : 0),
}

export const ssnLabelled: readonly Detector[] = [idLabel(STRONG), idLabel(WEAK)]
