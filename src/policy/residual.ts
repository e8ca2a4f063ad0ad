import type { Kind } from '../labels'
import { STRATEGIES } from '../transform/index'
import type { Basis } from '../transform/strategy'
import type { Resolved } from './check'

/** Codes of residual risks. Contract: never renamed, never reused. */
export const RISK_CODES = [
  'actual-knowledge',
  'unnamed-persons',
  'rare-characteristic',
  'non-text',
  'undetected',
  'years-over-89',
  'clinician-names',
  'facility-names',
  'kept-identifiers',
  'partial-values',
  'raised-threshold',
  'allow-list',
  'still-phi',
  'expert-record',
  'withheld',
  'faults',
] as const
export type RiskCode = (typeof RISK_CODES)[number]

/** Something no scanner can settle, for a person to look at. */
export interface ResidualRisk {
  readonly code: RiskCode
  readonly text: string
  readonly cite: string
}

const ALWAYS: readonly ResidualRisk[] = [
  { code: 'actual-knowledge', text: 'Whether anyone has actual knowledge that what is left could identify an individual: occupation, family relation, publicised event.', cite: '§164.514(b)(2)(ii); HHS guidance 3.6' },
  { code: 'unnamed-persons', text: 'Relatives, household members and employers described but not named ("his brother, the mayor").', cite: '§164.514(b)(2)(i)(A), (R)' },
  { code: 'rare-characteristic', text: 'A rare disease, event or characteristic that points to one person.', cite: '§164.514(b)(2)(i)(R)' },
  { code: 'non-text', text: 'Photographs, scans, audio and other binary content are not read, only text.', cite: '§164.514(b)(2)(i)(P), (Q)' },
  { code: 'undetected', text: 'Identifiers written in a way no detector knows. Detection is never complete; review samples.', cite: '§164.514(b)(2)(i)' },
]

/** The risks a policy leaves, whatever the text: always the same for the same policy. */
export function residualRisks(basis: Basis, resolved: readonly Resolved[], allowed: number): ResidualRisk[] {
  const with_ = (name: string): Kind[] => resolved.filter((r) => r.strategy === name).map((r) => r.kind)
  const listed = resolved.filter((r) => !STRATEGIES.keep.admits('safe-harbor', r.label, r.subtype).admitted)
  const kept = listed.filter((r) => r.strategy === 'keep').map((r) => r.kind)
  const raised = listed.filter((r) => r.threshold > 0.5 && r.strategy !== 'keep').map((r) => r.kind)
  const keep = with_('keep')
  const out = [...ALWAYS]
  const add = (code: RiskCode, text: string, cite: string) => out.push({ code, text, cite })
  if (keep.includes('DATE/year')) add('years-over-89', 'A year standing alone stays, also where the text around it shows an age over 89.', '§164.514(b)(2)(i)(C)')
  if (keep.includes('NAME/clinician')) add('clinician-names', 'Clinician names stay: one who is also a relative or employer of the patient is an identifier.', 'HHS guidance 3.8')
  if (keep.includes('GEO/facility')) add('facility-names', 'Facility names stay: many hold a city or a street.', '§164.514(b)(2)(i)(B)')
  if (kept.length > 0) add('kept-identifiers', `Kept although Safe Harbor lists them: ${kept.join(', ')}.`, '§164.514(b)(2)(i)')
  const partial = with_('partial')
  if (partial.length > 0) add('partial-values', `Parts of values stay: ${partial.join(', ')}.`, 'HHS guidance 3.2')
  if (raised.length > 0) add('raised-threshold', `Findings under a threshold raised over 0.5 stay: ${raised.join(', ')}.`, '§164.514(b)(2)(i)')
  if (allowed > 0) add('allow-list', `What is on the allow list (${allowed}) is never taken for an identifier.`, '§164.514(b)(2)(i)')
  if (basis === 'limited-data-set') add('still-phi', 'A limited data set is protected health information and needs a data use agreement.', '§164.514(e)(4)')
  if (basis === 'expert-determination') add('expert-record', 'The methods and results of the expert must be documented apart.', '§164.514(b)(1)(ii)')
  return out
}
