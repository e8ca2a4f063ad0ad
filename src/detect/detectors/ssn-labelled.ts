import { Shape, type Window } from '../../scan/window'
import { Gap } from '../../text/chars'
import type { Detector, Sink } from '../detector'
import { wordSet } from '../field'
import { type IdLabel, idLabel, phrases } from './shared-id-label'
import { broken, misread } from './shared-ocr'

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
    'seguro social, numero de seguro social, ssn ending, ssn ending in, social ending, social ending in, ssn 4, ss 4, ssn last 4, social 4, ssn last, ssn last four, social last, social last four',
  ),
  least: [4, 4, 4],
  most: 11,
  strong: true,
  spoken: 4,
  judge: (_w, run) => (run.letters > 2 ? 0 : run.digits === 9 ? 0.99 : run.digits === 4 || run.digits >= 7 ? 0.85 : 0),
}

const LAST: IdLabel<'SSN'> = { ...STRONG, id: 'ssn-last-four', cues: LAST_FOUR, partial: true }

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

const CARD = wordSet('card cc visa debit credit bank account acct iban')

/** The key `last4`, `last_four`, `lastFour`: four digits, and no card's or account's. Asked at the key's first word. */
function lastFourKey(w: Window, i: number, next: number, out: Sink): void {
  if (next > i + 1 && (w.gap[i + 1] & ~Gap.UNDERSCORE) !== 0) return
  // `last4 6630`, as veterans' records write it: the figure is glued to the word.
  const glued = next === i + 2 && w.gap[i + 1] === 0 && w.gap[next] === Gap.SPACE
  if (
    next >= w.n ||
    w.start[next] - w.end[next - 1] > 6 ||
    (!glued && (w.gap[next] & (Gap.COLON | Gap.EQUALS)) === 0) ||
    (w.gap[next] & ~(Gap.COLON | Gap.EQUALS | Gap.SPACE | Gap.QUOTE | Gap.APOS | Gap.BACKSLASH)) !== 0
  )
    return
  if (!w.is(next, Shape.DIGITS_3_4) || w.len(next) !== 4 || w.glued(next + 1)) return
  if (i > 0 && w.start[i] - w.end[i - 1] <= 2 && CARD.has(w.hash[i - 1])) return
  const c = w.at(w.end[next])
  if ((c === 0x2e || c === 0x2d || c === 0x2f) && w.alnumAt(w.end[next] + 1)) return
  out.add(w.start[next], w.end[next], 0.7)
}

/** `439-6l-OO82`: what a scanned page's reader makes of the number. */
function misreadNumber(w: Window, i: number, out: Sink): void {
  const size = w.end[i] - w.start[i]
  if (w.gap[i] === 0 || (size === 3 ? !broken(w, i) : size !== 4 || w.gap[i] !== Gap.DASH || w.at(w.start[i] - 4) !== 0x2d)) return
  const number = misread(w, i, 'ssn')
  if (number !== null) out.add(number.start, number.end, 0.75)
}

export const ssnLabelled: readonly Detector[] = [
  { id: 'ssn-ocr', label: 'SSN', authority: AUTHORITY, reach: { behind: 8, ahead: 16 }, on: { shape: Shape.DIGITS_3_4 }, at: misreadNumber },
  idLabel(STRONG),
  idLabel(LAST),
  idLabel(WEAK),
  { id: 'ssn-last-four-key', label: 'SSN', authority: AUTHORITY, reach: { behind: 16, ahead: 40 }, cues: ['last 4', 'last four'], atCue: lastFourKey },
]
