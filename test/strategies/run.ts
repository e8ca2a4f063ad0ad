import * as v from 'valibot'
import type { Label, Subtype } from '../../src/labels'
import { STRATEGIES, type StrategyName } from '../../src/transform/index'
import type { Hit, Strategy } from '../../src/transform/strategy'

export const CONTEXT = { referenceYear: 2026 }

export const all = Object.values(STRATEGIES) as unknown as Strategy[]

/** Parameters with their defaults filled in. */
export const paramsOf = (strategy: Strategy, given: Record<string, unknown> = {}) => v.parse(v.strictObject(strategy.params), given)

export const hit = (label: Label, text: string, subtype?: Subtype): Hit => ({ label, subtype, text, raw: text, capped: false })

export const capped = (label: Label, subtype?: Subtype): Hit => ({ label, subtype, text: '', raw: '', capped: true })

export function replacer(name: StrategyName, given: Record<string, unknown> = {}, referenceYear = CONTEXT.referenceYear) {
  const strategy = STRATEGIES[name] as unknown as Strategy
  return strategy.make(paramsOf(strategy, given), { referenceYear })
}
