import { Shape, type Window } from '../../scan/window'
import { Gap } from '../../text/chars'

/** Numbers as optical character recognition gives them: O or o for 0, l or I for 1. */
const PHONE = /\(?[\dOoIl]{3}(?:\) ?|[-. ])[\dOoIl]{3}[-. ][\dOoIl]{4}(?![A-Za-z\d]|-\d)/y
const SSN = /[\dOoIl]{3}-[\dOoIl]{2}-[\dOoIl]{4}(?![A-Za-z\d]|-\d)/y

/** Figures a number must still have. */
const LEAST = { phone: 7, ssn: 5 } as const

/**
 * Where the number of one of the two forms, in which a letter stands for a figure, begins and ends, given a token of
 * three figures that is its first group or, of a telephone number, its second, of the other its last; null: none.
 */
export function misread(w: Window, i: number, form: keyof typeof LEAST): { start: number; end: number } | null {
  const size = w.len(i)
  if ((size !== 3 && (size !== 4 || form === 'phone')) || (w.shape[i] & Shape.DIGITS) === 0) return null
  const p = w.start[i]
  const pattern = form === 'phone' ? PHONE : SSN
  const offsets = form === 'phone' ? [w.at(p - 1) === 0x28 ? 1 : 0, w.at(p - 2) === 0x29 ? 6 : 5, 4] : [size === 3 ? 0 : 7]
  for (const offset of offsets) {
    const start = p - offset
    if (start < 0 || w.alnumAt(start - 1) || w.at(start - 1) === 0x2d) continue
    pattern.lastIndex = start
    if (!pattern.test(w.text)) continue
    const text = w.text.slice(start, pattern.lastIndex)
    if (/[OoIl]/.test(text) && text.replace(/\D/g, '').length >= LEAST[form]) return { start, end: pattern.lastIndex }
  }
  return null
}

/** Is the group next to token `i` broken by a letter: the sign that the form is worth a look? */
export const broken = (w: Window, i: number): boolean => i + 1 < w.n && (w.gap[i + 1] & ~(Gap.DASH | Gap.SPACE | Gap.DOT | Gap.CLOSE)) === 0 && w.start[i + 1] - w.end[i] <= 2
