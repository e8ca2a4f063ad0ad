import type { Detector } from '../detect/detector'
import type { Label, Subtype } from '../labels'
import type { Ruling } from '../resolve/settle'
import type { Replace } from '../transform/strategy'

/** A compiled policy: everything the engine asks while it runs. */
export interface Plan {
  readonly name: string
  readonly basis: 'safe-harbor' | 'limited-data-set' | 'expert-determination'
  /** SHA-256 of the canonical policy, hex. */
  readonly digest: string
  /** Keep or replace, and from which score on. */
  rule(label: Label, subtype: Subtype | undefined): { readonly keep: boolean; readonly threshold: number }
  /** The strategy of a kind and its name (for the receipt). */
  strategy(label: Label, subtype: Subtype | undefined): { readonly name: string; readonly replace: Replace }
  /** The policy's own detectors: its deny and allow lists. */
  readonly lists: { readonly deny: ReadonlyArray<{ readonly label: Label; readonly subtype?: Subtype; readonly text: string }>; readonly allow: readonly string[] }
}

/** Does the policy replace anything this detector can find? */
export function wanted(plan: Plan, detector: Detector): boolean {
  const subtypes: Array<Subtype | undefined> = [...(detector.subtypes ?? [])]
  if (detector.plain ?? subtypes.length === 0) subtypes.push(undefined)
  return subtypes.some((s) => !plan.rule(detector.label, s).keep)
}

export type { Ruling }
