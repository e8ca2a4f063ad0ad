import type { Label, Subtype } from '../labels'

/** What a strategy is given: one settled finding. */
export interface Hit {
  readonly label: Label
  readonly subtype: Subtype | undefined
  /** The value as the engine read it: look-alikes folded to ASCII, zero-width characters gone. Empty when `capped`. */
  readonly text: string
  /** The value as it stands in the document. Empty when `capped`. */
  readonly raw: string
  /** The finding was longer than the engine keeps: only strategies that need no value can serve. */
  readonly capped: boolean
}

/** Writes the replacement of one finding. Pure; never throws. */
export type Replace = (hit: Hit) => string
