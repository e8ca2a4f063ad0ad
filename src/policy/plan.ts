import type { Detector } from '../detect/detector'
import type { Label, Subtype } from '../labels'
import type { Ruling } from '../resolve/settle'
import type { Basis, Replace } from '../transform/strategy'
import type { ResidualRisk } from './residual'

/** A compiled policy: everything the engine asks while it runs. */
export interface Plan {
  readonly name: string
  readonly basis: Basis
  /** SHA-256 of the canonical policy, hex; the texts of the deny list are left out. */
  readonly digest: string
  /** Keep or replace, and from which score on. A lookup; gives the same object every time. */
  rule(label: Label, subtype: Subtype | undefined): { readonly keep: boolean; readonly threshold: number }
  /** The strategy of a kind and its name (for the receipt). A lookup; gives the same object every time. */
  strategy(label: Label, subtype: Subtype | undefined): { readonly name: string; readonly replace: Replace }
  /** The policy's own detectors: its deny and allow lists. */
  readonly lists: { readonly deny: ReadonlyArray<{ readonly label: Label; readonly subtype?: Subtype; readonly text: string }>; readonly allow: readonly string[] }
}

/** What `compile` gives: a plan, and what a receipt says of it. */
export interface CompiledPlan extends Plan {
  /** The year ages are counted to. */
  readonly referenceYear: number
  /** What the policy leaves to people, whatever the text. */
  readonly risks: readonly ResidualRisk[]
}

/** Does the policy replace anything this detector can find? */
export function wanted(plan: Plan, detector: Detector): boolean {
  const subtypes: Array<Subtype | undefined> = [...(detector.subtypes ?? [])]
  if (detector.plain ?? subtypes.length === 0) subtypes.push(undefined)
  return subtypes.some((s) => !plan.rule(detector.label, s).keep)
}

export type { Ruling }
