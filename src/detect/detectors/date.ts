import { Word } from '../../lexicon/classes'
import { Shape } from '../../scan/window'
import { Gap } from '../../text/chars'
import type { Detector } from '../detector'
import { BIRTH_CUES, FIELD_CUES } from './date-cues'
import { atDayOfMonth } from './date-day'
import { atEpoch, EPOCH_CUES } from './date-epoch'
import { atBirth, atDateField } from './date-field'
import { atForeignMonth, FOREIGN_MONTHS } from './date-foreign'
import { atHoliday, HOLIDAYS } from './date-holiday'
import { atMonth } from './date-month'
import { atNumber } from './date-numeric'
import { atScanned } from './date-ocr'
import { atQuarter, atSeason, atWeek, QUARTERS, WEEKS } from './date-phrase'
import { atTime } from './date-time'
import { atIndicative, atYear, INDICATIVE } from './date-year'

const SECTION = '45 CFR 164.514(b)(2)(i)(C)'

export const date: readonly Detector[] = [
  {
    id: 'date-numeric',
    label: 'DATE',
    authority: `${SECTION}; ISO 8601; RFC 3339; HL7 v2 TS; DICOM PS3.5 DA, DT`,
    reach: { behind: 96, ahead: 128 },
    on: { shape: Shape.DIGITS },
    at: atNumber,
  },
  {
    id: 'date-month',
    label: 'DATE',
    authority: `${SECTION}; RFC 5322; RFC 3164; Common Log Format`,
    reach: { behind: 96, ahead: 160 },
    on: { word: Word.MONTH },
    at: atMonth,
  },
  {
    id: 'date-scanned',
    label: 'DATE',
    authority: SECTION,
    reach: { behind: 8, ahead: 16 },
    on: { gap: Gap.SLASH | Gap.DASH },
    at: atScanned,
  },
  {
    id: 'date-foreign',
    label: 'DATE',
    authority: `${SECTION}; Unicode CLDR`,
    reach: { behind: 24, ahead: 64 },
    cues: FOREIGN_MONTHS,
    atCue: atForeignMonth,
  },
  {
    id: 'date-day',
    label: 'DATE',
    authority: SECTION,
    reach: { behind: 96, ahead: 96 },
    on: { word: Word.ORDINAL },
    at: atDayOfMonth,
  },
  {
    id: 'date-season',
    label: 'DATE',
    authority: SECTION,
    reach: { behind: 48, ahead: 64 },
    on: { word: Word.SEASON },
    at: atSeason,
  },
  {
    id: 'date-holiday',
    label: 'DATE',
    authority: `${SECTION}; 5 U.S.C. 6103`,
    reach: { behind: 48, ahead: 96 },
    cues: HOLIDAYS,
    atCue: atHoliday,
  },
  {
    id: 'date-quarter',
    label: 'DATE',
    authority: SECTION,
    reach: { behind: 24, ahead: 64 },
    cues: QUARTERS,
    atCue: atQuarter,
  },
  {
    id: 'date-week',
    label: 'DATE',
    authority: `${SECTION}; ISO 8601 week and ordinal dates`,
    reach: { behind: 24, ahead: 64 },
    cues: WEEKS,
    atCue: atWeek,
  },
  {
    id: 'date-field',
    label: 'DATE',
    authority: `${SECTION}; FHIR R4 date, dateTime, instant`,
    reach: { behind: 0, ahead: 240 },
    cues: FIELD_CUES,
    atCue: atDateField,
  },
  {
    id: 'date-epoch',
    label: 'DATE',
    authority: `${SECTION}; POSIX time; RFC 7519 NumericDate`,
    reach: { behind: 0, ahead: 96 },
    cues: EPOCH_CUES,
    atCue: atEpoch,
  },
  {
    id: 'date-birth',
    label: 'DATE',
    subtypes: ['birth'],
    authority: SECTION,
    reach: { behind: 0, ahead: 240 },
    cues: BIRTH_CUES,
    atCue: atBirth,
  },
  {
    id: 'date-indicative',
    label: 'DATE',
    authority: `${SECTION}: "all elements of dates (including year) indicative of such age"`,
    reach: { behind: 0, ahead: 128 },
    cues: INDICATIVE,
    atCue: atIndicative,
  },
  {
    id: 'date-year',
    label: 'DATE',
    subtypes: ['year'],
    authority: SECTION,
    reach: { behind: 40, ahead: 40 },
    on: { shape: Shape.DIGITS },
    at: atYear,
  },
  {
    id: 'date-time',
    label: 'DATE',
    subtypes: ['time'],
    authority: '45 CFR 164.514(b)(2)(i)(C) does not name the time of day; ISO 8601',
    reach: { behind: 40, ahead: 64 },
    on: { shape: Shape.DIGITS },
    at: atTime,
  },
]
