import { LABELS, type Label } from '../labels'

const PLACEHOLDERS = Object.fromEntries(LABELS.map((l) => [l, `[${l}]`])) as Record<Label, string>

/** `[LABEL]`: the scanner knows it again, so nothing is ever found in it. */
export const placeholder = (label: Label): string => PLACEHOLDERS[label]
