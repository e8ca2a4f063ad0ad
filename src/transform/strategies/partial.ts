import * as v from 'valibot'
import { LABELS } from '../../labels'
import { partly } from '../admission'
import { placeholder } from '../placeholder'
import { define } from '../strategy'
import { maskParams } from './mask'

const NEITHER = new Set(['DATE', 'AGE', 'BIOMETRIC', 'PHOTO'])
const PART = /[\p{L}\p{N}]/gu

/**
 * The first or last letters and digits of the value behind a mask of fixed width: `********6789`. A value that would
 * show more than half of itself is masked whole. Not under Safe Harbor: parts of identifiers are identifiers (HHS
 * guidance 3.2).
 */
export const partial = define({
  name: 'partial',
  params: {
    show: v.optional(v.picklist(['last', 'first']), 'last'),
    /** Letters and digits shown. */
    count: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(4)), 4),
    ...maskParams,
  },
  labels: LABELS.filter((l) => !NEITHER.has(l)),
  stable: false,
  admits: partly,
  effect: (_label, _subtype, { show, count, char, width }) => (show === 'last' ? `${char.repeat(width)} + last ${count}` : `first ${count} + ${char.repeat(width)}`),
  make: ({ show, count, char, width }) => {
    const written = char.repeat(width)
    return (hit) => {
      if (hit.capped) return placeholder(hit.label)
      const parts = hit.text.match(PART) ?? []
      if (parts.length < count * 2) return written
      return show === 'last' ? written + parts.slice(-count).join('') : parts.slice(0, count).join('') + written
    }
  },
})
