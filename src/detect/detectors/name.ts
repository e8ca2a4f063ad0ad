import type { Detector } from '../detector'
import { nameContext } from './name-context'
import { nameEmployer } from './name-employer'
import { nameLabel } from './name-label'
import { nameLetter } from './name-letter'
import { nameRecord } from './name-record'
import { nameShape } from './name-shape'
import { nameTitle } from './name-title'

/** Names that a rule can prove from a title, a field, a relation or the form of a letter; the tagger finds the others. */
export const name: readonly Detector[] = [...nameTitle, ...nameLabel, ...nameContext, ...nameShape, ...nameLetter, ...nameEmployer, ...nameRecord]
