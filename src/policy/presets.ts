import { DephiError } from '../errors'
import type { Kind } from '../labels'
import type { Policy, StrategyRef } from './schema'

/** What may be said differently from a preset. `labels` and `thresholds` merge kind by kind; the rest replaces. */
export type Overrides = Partial<Omit<Policy, 'basis'>> & {
  /** Short for `labels: { kind: 'keep' }`. */
  keep?: readonly Kind[]
}

type Labels = { [K in Kind]?: StrategyRef }

const SAFE_HARBOR: Labels = {
  DATE: 'generalise',
  'DATE/year': 'keep',
  'DATE/time': 'keep',
  AGE: 'generalise',
  'GEO/zip': 'generalise',
  'GEO/state': 'keep',
  'GEO/country': 'keep',
}

const LIMITED: Labels = {
  DATE: 'keep',
  AGE: 'keep',
  'GEO/city': 'keep',
  'GEO/zip': 'keep',
  'GEO/state': 'keep',
  'GEO/country': 'keep',
}

/**
 * 45 CFR 164.514(b)(2): the label for everything, the year of dates, `90+`, three digits of ZIPs. Years, times of day,
 * States and countries stay. May be kept besides: `NAME/clinician`, `GEO/facility`.
 */
export const safeHarbor = (overrides: Overrides = {}): Policy => preset('safe-harbor', SAFE_HARBOR, overrides)

/**
 * 45 CFR 164.514(e): the 16 identifiers go; dates, ages, city, State and ZIP stay. Still PHI: a data use agreement is
 * required. Other codes go too, since a detector cannot always tell them from record numbers; `keep: ['OTHER_ID']`
 * and `'GEO/county'` are admitted.
 */
export const limitedDataSet = (overrides: Overrides = {}): Policy => preset('limited-data-set', LIMITED, overrides)

/**
 * 45 CFR 164.514(b)(1): nothing is refused; what is kept is for the expert to choose, document and answer for. Until
 * something is chosen it does what `safeHarbor` does.
 */
export const expertDetermination = (overrides: Overrides = {}): Policy => preset('expert-determination', SAFE_HARBOR, overrides)

function preset(basis: Policy['basis'], base: Labels, { keep = [], labels, ...rest }: Overrides): Policy {
  if (!Array.isArray(keep)) throw new DephiError('POLICY_INVALID', 'The policy has 1 mistake.', [{ path: 'keep', message: 'Not a list of kinds.', fix: "Write keep: ['NAME/clinician']." }])
  const kept = Object.fromEntries((keep as readonly Kind[]).map((kind) => [kind, 'keep' as const]))
  return { name: basis, default: 'label', ...rest, basis, labels: { ...base, ...labels, ...kept } }
}
