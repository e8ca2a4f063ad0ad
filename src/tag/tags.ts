import type { Label, Subtype } from '../labels'

/** What the tagger calls a token. The order is that of the weights. */
export const TAGS = ['O', 'PATIENT', 'RELATIVE', 'CLINICIAN', 'EMPLOYER', 'CITY', 'FACILITY', 'ADDRESS'] as const
export const O = 0
export const CITY = 5
export const ADDRESS = 7
/** Number of tags, and so of weights in a row. */
export const WIDTH = 8

/** Label and subtype of each tag but O. */
export const KIND_OF: ReadonlyArray<readonly [Label, Subtype]> = [
  ['NAME', 'patient'],
  ['NAME', 'patient'],
  ['NAME', 'relative'],
  ['NAME', 'clinician'],
  ['NAME', 'employer'],
  ['GEO', 'city'],
  ['GEO', 'facility'],
  ['GEO', 'address'],
]

/** Tags of one family are one kind of thing: persons, employers and facilities, places. */
export const FAMILY = [0, 1, 1, 1, 2, 3, 2, 3] as const
export const PERSON = 1
