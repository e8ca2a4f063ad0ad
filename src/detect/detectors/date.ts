import type { Detector } from '../detector'
import { Shape } from '../../scan/window'
import { atNumber } from './date-numeric'

export const DATE_AUTHORITY = '45 CFR 164.514(b)(2)(i)(C)'

export const date: readonly Detector[] = [
  {
    id: 'date-numeric',
    label: 'DATE',
    authority: `${DATE_AUTHORITY}; ISO 8601; RFC 3339; HL7 v2 TS; DICOM PS3.5 DA, DT`,
    reach: { behind: 96, ahead: 128 },
    on: { shape: Shape.DIGITS },
    at: atNumber,
  },
]
