import { keeps } from '../admission'
import { placeholder } from '../placeholder'
import { define } from '../strategy'

/** The value stays. The engine does not even look for a kind that is kept. */
export const keep = define({
  name: 'keep',
  params: {},
  labels: 'all',
  stable: true,
  admits: keeps,
  effect: () => 'unchanged',
  make: () => (hit) => (hit.capped ? placeholder(hit.label) : hit.raw),
})
