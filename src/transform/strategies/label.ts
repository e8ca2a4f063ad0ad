import { removes } from '../admission'
import { placeholder } from '../placeholder'
import { define } from '../strategy'

/** The label in brackets: `[NAME]`. Never a subtype, never a number. */
export const label = define({
  name: 'label',
  params: {},
  labels: 'all',
  stable: true,
  admits: removes,
  effect: placeholder,
  make: () => (hit) => placeholder(hit.label),
})
