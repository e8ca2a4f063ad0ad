import { removes } from '../admission'
import { define } from '../strategy'

/** Nothing is left. What stood to the left and right now touches, so that a new word can form: hence not stable. */
export const remove = define({
  name: 'remove',
  params: {},
  labels: 'all',
  stable: false,
  admits: removes,
  effect: () => 'nothing',
  make: () => () => '',
})
