/** The 18 identifiers of 45 CFR 164.514(b)(2)(i), with dates and ages apart: 19 labels. The order is contract (tie-breaks use it). */
export const LABELS = ['NAME', 'GEO', 'DATE', 'AGE', 'PHONE', 'FAX', 'EMAIL', 'SSN', 'MRN', 'HEALTH_PLAN', 'ACCOUNT', 'LICENSE', 'VEHICLE', 'DEVICE', 'URL', 'IP', 'BIOMETRIC', 'PHOTO', 'OTHER_ID'] as const

export type Label = (typeof LABELS)[number]

/** The paragraph of 45 CFR 164.514(b)(2)(i) a label closes. */
export const SECTIONS = {
  NAME: 'A',
  GEO: 'B',
  DATE: 'C',
  AGE: 'C',
  PHONE: 'D',
  FAX: 'E',
  EMAIL: 'F',
  SSN: 'G',
  MRN: 'H',
  HEALTH_PLAN: 'I',
  ACCOUNT: 'J',
  LICENSE: 'K',
  VEHICLE: 'L',
  DEVICE: 'M',
  URL: 'N',
  IP: 'O',
  BIOMETRIC: 'P',
  PHOTO: 'Q',
  OTHER_ID: 'R',
} as const satisfies Record<Label, string>

export type Section = (typeof SECTIONS)[Label]

/**
 * Subtypes a policy can treat apart. A finding without a subtype is an ordinary instance of its label.
 * `GEO/state`, `GEO/country`, `DATE/year` and `DATE/time` may stay under Safe Harbor and are only looked for when a
 * policy does not keep them.
 */
export const SUBTYPES = {
  NAME: ['patient', 'relative', 'clinician', 'employer'],
  GEO: ['address', 'city', 'county', 'zip', 'facility', 'coordinates', 'state', 'country'],
  DATE: ['birth', 'year', 'time'],
  AGE: [],
  PHONE: [],
  FAX: [],
  EMAIL: [],
  SSN: [],
  MRN: [],
  HEALTH_PLAN: [],
  ACCOUNT: [],
  LICENSE: [],
  VEHICLE: [],
  DEVICE: [],
  URL: [],
  IP: [],
  BIOMETRIC: [],
  PHOTO: [],
  OTHER_ID: [],
} as const satisfies Record<Label, readonly string[]>

export type Subtype = (typeof SUBTYPES)[Label][number]

/** `NAME` or `NAME/clinician`: what policies and receipts are keyed by. */
export type Kind = Label | `${Label}/${Subtype}`

export const LABEL_INDEX: Readonly<Record<Label, number>> = Object.fromEntries(LABELS.map((l, i) => [l, i])) as Record<Label, number>

export const isLabel = (value: unknown): value is Label => typeof value === 'string' && Object.hasOwn(LABEL_INDEX, value)
