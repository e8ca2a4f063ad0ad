import { type Label, SECTIONS, type Subtype } from '../labels'
import type { Basis, Verdict } from './strategy'

/** Kinds Safe Harbor lets stand. `caution`: read the reason before keeping it. */
const MAY_STAY_SAFE_HARBOR: Readonly<Record<string, { readonly cite: string; readonly why: string }>> = {
  'NAME/clinician': { cite: 'HHS guidance 3.8', why: 'Names of the workforce need not be removed, unless the clinician is also a relative or employer of the patient.' },
  'GEO/facility': { cite: '§164.514(b)(2)(i)(B)', why: 'A facility is not listed as such, but its name often holds a city or a street: those then stay as well.' },
  'GEO/state': { cite: '§164.514(b)(2)(i)(B)', why: 'Only subdivisions smaller than a State are listed.' },
  'GEO/country': { cite: '§164.514(b)(2)(i)(B)', why: 'Only subdivisions smaller than a State are listed.' },
  'DATE/year': { cite: '§164.514(b)(2)(i)(C)', why: 'The year may stay, unless it shows an age over 89.' },
  'DATE/time': { cite: '§164.514(b)(2)(i)(C)', why: 'A time of day without its date is not an element of a date directly related to an individual.' },
}

/** §164.514(e)(2) lists 16 identifiers; dates, ages, town or city, State, ZIP and other codes are not among them. */
const MAY_STAY_LIMITED: ReadonlySet<string> = new Set(['DATE', 'AGE', 'OTHER_ID', 'GEO/city', 'GEO/county', 'GEO/zip', 'GEO/state', 'GEO/country', 'GEO/facility', 'NAME/clinician'])

/** §164.514(b)(2)(i)(A), as it is written for the label. */
export const paragraph = (label: Label): string => `§164.514(b)(2)(i)(${SECTIONS[label]})`

/** Whatever leaves nothing of the value that the rules do not allow: admitted everywhere. */
export const removes = (_basis: Basis, label: Label): Verdict => ({ admitted: true, cite: paragraph(label), why: 'Nothing of the value is left that the paragraph lists.' })

/** The value stays whole. */
export function keeps(basis: Basis, label: Label, subtype: Subtype | undefined): Verdict {
  const kind = subtype === undefined ? label : `${label}/${subtype}`
  if (basis === 'expert-determination') return { admitted: true, cite: '§164.514(b)(1)', why: 'Admitted if the expert found the risk very small and documented it.' }
  if (basis === 'limited-data-set') {
    const admitted = MAY_STAY_LIMITED.has(kind) || MAY_STAY_LIMITED.has(label)
    return { admitted, cite: '§164.514(e)(2)', why: admitted ? 'Not among the 16 identifiers a limited data set excludes.' : 'Among the 16 identifiers a limited data set excludes.' }
  }
  const allowed = Object.hasOwn(MAY_STAY_SAFE_HARBOR, kind) ? MAY_STAY_SAFE_HARBOR[kind] : undefined
  return allowed ? { admitted: true, ...allowed } : { admitted: false, cite: paragraph(label), why: 'Safe Harbor requires it to be removed.' }
}

/** A part of the value stays. */
export function partly(basis: Basis, label: Label, subtype: Subtype | undefined): Verdict {
  if (basis === 'safe-harbor') return { admitted: false, cite: 'HHS guidance 3.2', why: 'Parts of a listed identifier, such as the last four digits or initials, are listed too.' }
  return keeps(basis, label, subtype)
}
