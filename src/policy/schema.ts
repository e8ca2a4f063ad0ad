import * as v from 'valibot'
import { type Kind, LABELS, type Label, SUBTYPES, type Subtype } from '../labels'
import { STRATEGIES, STRATEGY_NAMES, type StrategyName } from '../transform/index'
import { BASES, type Basis } from '../transform/strategy'
import { KIND_NAMES } from './kinds'

/** Longest entry of a deny or allow list, in code units: no detector reads further. */
export const MAX_ENTRY = 256

/** A strategy by its bare name, or with parameters: `'mask'`, `{ use: 'mask', width: 6 }`. */
export type StrategyRef = StrategyName | { [N in StrategyName]: { use: N } & ParamsInput<(typeof STRATEGIES)[N]['params']> }[StrategyName]

type ParamsInput<E> = { [K in keyof E]?: E[K] extends v.GenericSchema ? v.InferInput<E[K]> : never }

export interface DenyEntry {
  label: Label
  subtype?: Subtype
  /** Found wherever it stands as whole words; it must have a letter or a digit. */
  text: string
}

/** A policy: plain JSON. What is not said is `label` for everything, threshold 0.5. */
export interface Policy {
  /** Where the JSON Schema is; for editors. */
  $schema?: string
  /** Stands in receipts. */
  name: string
  basis: Basis
  /** ISO date ages are counted to; absent: the day of compile. */
  referenceDate?: string
  /** Strategy of every kind that `labels` does not name. */
  default?: StrategyRef
  /** `NAME/clinician` goes before `NAME`, `NAME` before `default`. */
  labels?: { [K in Kind]?: StrategyRef }
  /** 0 to 1: findings that score less stay in the text. Same order of precedence. */
  thresholds?: { [K in Kind]?: number }
  /** Always removed, whatever the detectors say; beats `allow`. */
  deny?: DenyEntry[]
  /** Never taken for an identifier. */
  allow?: string[]
}

export const StrategyRefSchema = v.union([v.picklist(STRATEGY_NAMES), ...STRATEGY_NAMES.map((name) => v.strictObject({ use: v.literal(name), ...(STRATEGIES[name].params as v.ObjectEntries) }))])

export const ThresholdSchema = v.pipe(v.number(), v.minValue(0), v.maxValue(1))

const entry = v.pipe(v.string(), v.minLength(1), v.maxLength(MAX_ENTRY))

export const DenyEntrySchema = v.strictObject({
  label: v.picklist(LABELS),
  subtype: v.optional(v.picklist([...new Set(LABELS.flatMap((l): readonly Subtype[] => SUBTYPES[l]))])),
  text: entry,
})

const perKind = <S extends v.GenericSchema>(schema: S) => v.strictObject(Object.fromEntries(KIND_NAMES.map((k) => [k, v.optional(schema)])))

/** The shape of a policy. What no shape can say (admissibility, contradictions) is checked by `compile`. */
export const PolicySchema = v.strictObject({
  $schema: v.optional(v.string()),
  name: v.pipe(v.string(), v.regex(/^[A-Za-z0-9][A-Za-z0-9 ._-]{0,63}$/)),
  basis: v.picklist(BASES),
  referenceDate: v.optional(v.pipe(v.string(), v.isoDate())),
  default: v.optional(StrategyRefSchema),
  labels: v.optional(perKind(StrategyRefSchema)),
  thresholds: v.optional(perKind(ThresholdSchema)),
  deny: v.optional(v.array(DenyEntrySchema)),
  allow: v.optional(v.array(entry)),
})
