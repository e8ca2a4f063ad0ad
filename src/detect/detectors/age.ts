import { Shape } from '../../scan/window'
import type { Detector } from '../detector'
import { atLabel, LABELS } from './age-label'
import { atNumber } from './age-number'
import { atDecade, atTerm, atWord, DECADES, TERMS, WORDS } from './age-spoken'

const SECTION = '45 CFR 164.514(b)(2)(i)(C): "all ages over 89"'

export const age: readonly Detector[] = [
  {
    id: 'age',
    label: 'AGE',
    authority: SECTION,
    reach: { behind: 64, ahead: 64 },
    on: { shape: Shape.DIGITS },
    at: atNumber,
  },
  {
    id: 'age-labelled',
    label: 'AGE',
    authority: `${SECTION}; DICOM PS3.5 AS`,
    reach: { behind: 8, ahead: 128 },
    cues: LABELS,
    atCue: atLabel,
  },
  {
    id: 'age-spoken',
    label: 'AGE',
    authority: SECTION,
    reach: { behind: 64, ahead: 96 },
    cues: WORDS,
    atCue: atWord,
  },
  {
    id: 'age-decade',
    label: 'AGE',
    authority: SECTION,
    reach: { behind: 64, ahead: 16 },
    cues: DECADES,
    atCue: atDecade,
  },
  {
    id: 'age-term',
    label: 'AGE',
    authority: SECTION,
    reach: { behind: 0, ahead: 32 },
    cues: TERMS,
    atCue: atTerm,
  },
]
