import { generalise } from './strategies/generalise'
import { keep } from './strategies/keep'
import { label } from './strategies/label'
import { mask } from './strategies/mask'
import { partial } from './strategies/partial'
import { remove } from './strategies/remove'

/** The registry: one line per strategy, by name. */
export const STRATEGIES = {
  label,
  remove,
  mask,
  partial,
  generalise,
  keep,
} as const

export type StrategyName = keyof typeof STRATEGIES
export const STRATEGY_NAMES = Object.keys(STRATEGIES) as StrategyName[]
export const isStrategyName = (value: unknown): value is StrategyName => typeof value === 'string' && Object.hasOwn(STRATEGIES, value)
