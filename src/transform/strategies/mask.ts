import * as v from 'valibot'
import { removes } from '../admission'
import { define } from '../strategy'

/** No letter or digit, in no alphabet: a mask must never read as a value. */
export const MASK_CHARS = ['*', '#', '•', '█', '~'] as const
export const MASK_WIDTH = 8

export const maskParams = {
  char: v.optional(v.picklist(MASK_CHARS), '*'),
  /** Characters; the same for every value, so that its length says nothing. */
  width: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(32)), MASK_WIDTH),
}

/** A row of one character, as wide as the policy says and never as the value is. */
export const mask = define({
  name: 'mask',
  params: maskParams,
  labels: 'all',
  stable: true,
  admits: removes,
  effect: (_label, _subtype, { char, width }) => char.repeat(width),
  make: ({ char, width }) => {
    const written = char.repeat(width)
    return () => written
  },
})
