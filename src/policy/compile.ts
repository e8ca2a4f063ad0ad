import { DephiError } from '../errors'
import { LABEL_INDEX, LABELS, type Subtype } from '../labels'
import { STRATEGIES } from '../transform/index'
import type { Context, Replace, Strategy } from '../transform/strategy'
import { admit } from './admit'
import { policyDigest } from './canonical'
import { type Checked, check, type Resolved } from './check'
import type { CompiledPlan } from './plan'
import { residualRisks } from './residual'
import type { Policy } from './schema'

export interface CompileOptions {
  /** Stands in for the clock where the policy gives no reference date. */
  readonly now?: Date
}

/** What `rule` and `strategy` answer: one frozen object for each kind. */
interface Entry {
  readonly keep: boolean
  readonly threshold: number
  readonly name: string
  readonly replace: Replace
}

interface Row {
  readonly plain: Entry
  readonly subtypes: ReadonlyMap<Subtype, Entry>
}

/**
 * Makes a policy ready to run. Throws `POLICY_INVALID` with every mistake, or, if there is none,
 * `POLICY_INADMISSIBLE` with every use of a strategy the basis does not admit (45 CFR 164.514). Nothing later can
 * find fault with the policy.
 */
export function compile(policy: Policy, options: CompileOptions = {}): CompiledPlan {
  const { resolved } = valid(policy)
  const refused = admit(policy.basis, resolved)
  if (refused.length > 0) throw new DephiError('POLICY_INADMISSIBLE', `The policy does what its basis, ${policy.basis}, does not admit.`, refused)
  const context = contextOf(policy, options)
  const rows = tabulate(resolved, context)
  const entry = (label: (typeof LABELS)[number], subtype: Subtype | undefined): Entry => {
    const row = rows[LABEL_INDEX[label]]
    return subtype === undefined ? row.plain : (row.subtypes.get(subtype) ?? row.plain)
  }
  return Object.freeze({
    name: policy.name,
    basis: policy.basis,
    digest: policyDigest(policy),
    referenceYear: context.referenceYear,
    rule: entry,
    strategy: entry,
    lists: Object.freeze({
      deny: Object.freeze((policy.deny ?? []).map(({ label, subtype, text }) => Object.freeze({ label, text, ...(subtype === undefined ? {} : { subtype }) }))),
      allow: Object.freeze([...(policy.allow ?? [])]),
    }),
    risks: Object.freeze(residualRisks(policy.basis, resolved, policy.allow?.length ?? 0)),
  })
}

/** The checked policy; throws `POLICY_INVALID`. */
export function valid(policy: Policy): Checked {
  const checked = check(policy)
  if (checked.problems.length > 0) throw new DephiError('POLICY_INVALID', `The policy has ${checked.problems.length} mistake${checked.problems.length === 1 ? '' : 's'}.`, checked.problems)
  return checked
}

export function contextOf(policy: Policy, { now = new Date() }: CompileOptions = {}): Context {
  return { referenceYear: policy.referenceDate === undefined ? now.getUTCFullYear() : Number(policy.referenceDate.slice(0, 4)) }
}

function tabulate(resolved: readonly Resolved[], context: Context): Row[] {
  const entries = new Map(resolved.map((r) => [r.kind, makeEntry(r, context)]))
  return LABELS.map((label) => ({
    plain: entries.get(label) as Entry,
    subtypes: new Map(resolved.filter((r) => r.label === label && r.subtype !== undefined).map((r) => [r.subtype as Subtype, entries.get(r.kind) as Entry])),
  }))
}

function makeEntry({ strategy, params, threshold }: Resolved, context: Context): Entry {
  const { name, make } = STRATEGIES[strategy] as unknown as Strategy
  return Object.freeze({ keep: strategy === 'keep', threshold, name, replace: make(params, context) })
}
