import type { Detector } from '../detector'
import { nameAlso } from './name-also'
import { nameEmployer } from './name-employer'
import { nameInitials } from './name-initials'
import { nameLabel } from './name-label'
import { nameLetter } from './name-letter'
import { nameRecord } from './name-record'
import { nameRelation } from './name-relation'
import { nameRole } from './name-role'
import { nameSaid } from './name-said'
import { nameShape } from './name-shape'
import { nameTitle } from './name-title'

/** Names that a rule can prove from a title, a field, a relation or the form of a letter; the tagger finds the others. */
export const name: readonly Detector[] = [...nameTitle, ...nameLabel, ...nameRelation, ...nameRole, ...nameSaid, ...nameShape, ...nameLetter, ...nameEmployer, ...nameRecord, ...nameInitials, ...nameAlso]
