import { type Kind, SECTIONS, type Section } from '../labels'
import { STRATEGIES, type StrategyName } from '../transform/index'
import type { Strategy } from '../transform/strategy'
import { type CompileOptions, contextOf, valid } from './compile'
import type { Policy } from './schema'

/** One line of the table a policy comes to. */
export interface Explained {
  readonly kind: Kind
  readonly section: Section
  readonly strategy: StrategyName
  /** What stands in the text afterwards. */
  readonly effect: string
  /** 0 to 1; means nothing where the kind is kept. */
  readonly threshold: number
  /** Where it is written that the policy's basis admits this, or not. */
  readonly cite: string
  readonly admitted: boolean
  /** Where in the policy it is said; '' for the built-in default. */
  readonly from: string
}

/** What a policy does to every kind, defaults and fallbacks applied. Throws `POLICY_INVALID`. */
export function explain(policy: Policy, options: CompileOptions = {}): Explained[] {
  const { resolved } = valid(policy)
  const context = contextOf(policy, options)
  return resolved.map(({ kind, label, subtype, strategy, params, threshold, from }) => {
    const { admits, effect } = STRATEGIES[strategy] as unknown as Strategy
    const { admitted, cite } = admits(policy.basis, label, subtype)
    return { kind, section: SECTIONS[label], strategy, effect: effect(label, subtype, params, context), threshold, cite, admitted, from }
  })
}
