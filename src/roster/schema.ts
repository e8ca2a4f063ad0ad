import type { Label } from '../labels'

/** A person's name in its parts; each may hold several words. At least one of `given` and `family` is there. */
export interface RosterName {
  readonly given?: string
  readonly middle?: string
  readonly family?: string
  /** Jr, III. */
  readonly suffix?: string
  /** Maiden, former and other names by which the person goes; nicknames no dictionary has. */
  readonly other?: readonly string[]
}

/** The patient's own identifiers, as the chart has them. Every field is optional. */
export interface Roster {
  /** Names of the patient, as written ("Maria Gonzalez-Ruiz", "Gonzalez-Ruiz, Maria L") or in parts; former names too. */
  readonly names?: ReadonlyArray<string | RosterName>
  /** Names of relatives and household members. */
  readonly relatives?: ReadonlyArray<string | RosterName>
  /** Employers of the patient and of relatives. */
  readonly employers?: readonly string[]
  /** ISO date, `YYYY-MM-DD`. */
  readonly birthDate?: string
  /** Other dates of the chart, ISO, `YYYY-MM-DD`. */
  readonly dates?: readonly string[]
  /** Postal addresses: "742 Evergreen Terrace, Apt 3, Springfield, IL 62704". */
  readonly addresses?: readonly string[]
  readonly phones?: readonly string[]
  readonly emails?: readonly string[]
  /** Any other identifier, by label: `{ MRN: ['00482913'] }`. */
  readonly ids?: Readonly<Partial<Record<Label, readonly string[]>>>
}

export const AUTHORITY = 'patient roster: 45 CFR 164.514(b)(2)(i), identifiers of the individual, relatives, employers and household members'
