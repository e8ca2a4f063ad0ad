import { type Kind, LABELS, type Label, SUBTYPES, type Subtype } from '../labels'

export interface KindParts {
  readonly kind: Kind
  readonly label: Label
  readonly subtype: Subtype | undefined
}

/** Every label, each followed by its subtypes: what a policy can be keyed by, in the order of the labels. */
export const KINDS: readonly KindParts[] = /* @__PURE__ */ LABELS.flatMap((label): KindParts[] => [
  { kind: label, label, subtype: undefined },
  ...SUBTYPES[label].map((subtype: Subtype): KindParts => ({ kind: `${label}/${subtype}`, label, subtype })),
])

export const KIND_NAMES: readonly Kind[] = /* @__PURE__ */ KINDS.map((k) => k.kind)

export const kindOf = (label: Label, subtype: Subtype | undefined): Kind => (subtype === undefined ? label : `${label}/${subtype}`)
