import { Gap } from '../../text/chars'
import { hashWord } from '../../text/hash'
import type { Detector } from '../detector'
import { wordSet } from '../field'
import { mrnDemographic, mrnIdentifier, mrnPath } from './mrn-demographic'
import { mrnHandoff } from './mrn-handoff'
import { identifierType } from './shared-id-cx'
import { type IdLabel, idLabel, phrases } from './shared-id-label'
import { cdaExtension, hl7Fields, x12Element } from './shared-id-message'
import { readRun } from './shared-id-run'

const AUTHORITY = '45 CFR 164.514(b)(2)(i)(H)'
const NEVER = 99

/** Words that announce a medical record number and nothing else. */
const STRONG: IdLabel<'MRN'> = {
  id: 'mrn-labelled',
  label: 'MRN',
  authority: AUTHORITY,
  cues: phrases(
    'mrn, mrns, m r n, mr no, mr number, mr num, mr id, m r no, m r number, emrn, dmrn, emr number, emr no, emr id, ehr id, empi, mpi, epi number, uhid, umrn, cmrn, hmrn, med rec no, med rec num',
    'med rec number, medical rec no, medical record no, medical record num, medical record number, medical record numbers, medical record id, medical records number, medical chart number',
    'health record number, health records number, health record no, electronic health record number, record number, record no, record num, chart number, chart no, chart num, chart id',
    'patient chart number, file number, hospital number, hospital no, hospital id, hosp no, hosp number, hosp num, unit number, unit no, unit record number, clinic number, clinic no, clinic id',
    'hospital registration number, master patient index, patient id, patient ids, patient identifier, patient identification, patient identification number, patient number, patient no, patient num',
    'patient record number, pt id, pt no, pt num, pt number, pat id, patid, pat no, patient mrn, pt mrn, patient medical record number, nhs number, nhs no, chi number, numero de expediente',
    'historia clinica, ur number, ur no, ur num, unit record, unit record no, crn, crn no, crn number, clinical record number, clinical record no, case record number, mrn last, mrn last four',
  ),
  least: [3, 3, 3],
  most: 16,
  strong: true,
  spoken: 4,
}

/** The record itself: a longer number follows the bare word. */
const RECORD: IdLabel<'MRN'> = {
  id: 'mrn-record',
  label: 'MRN',
  authority: AUTHORITY,
  cues: ['med rec', 'medrec', 'med record', 'med records', 'medical rec', 'medical record', 'medical records', 'health record', 'patient record', 'hospital record'],
  least: [3, 3, 5],
  most: 16,
  strong: true,
  spoken: 5,
}

/** Words that do so with a mark or a long number after them. */
const WEAK: IdLabel<'MRN'> = { id: 'mrn-weak', label: 'MRN', authority: AUTHORITY, cues: ['mr', 'chart', 'charts', 'hosp', 'record', 'epic', 'cerner'], least: [4, 4, 6], most: 12 }

/** "patient #4471829": the sign or word must be written. */
const NUMBERED: IdLabel<'MRN'> = {
  id: 'mrn-patient',
  label: 'MRN',
  authority: AUTHORITY,
  cues: ['patient', 'pt', 'pat', 'registration', 'unit', 'clinic', 'file', 'hospital'],
  least: [5, NEVER, NEVER],
  most: 12,
}

/** A nursing home numbers its residents in four figures. */
const RESIDENT: IdLabel<'MRN'> = { id: 'mrn-resident', label: 'MRN', authority: AUTHORITY, cues: ['res', 'resident', 'resident no', 'resident number'], least: [4, NEVER, NEVER], most: 10 }

const TAG = hashWord('0010')
const ELEMENT = wordSet('0020 1000')

/** `(0010,0020) LO [4471829]`, `(0010, 0020) Patient ID LO: '4471829'`: found at its value representation. */
const dicom: Detector<'MRN'> = {
  id: 'mrn-dicom',
  label: 'MRN',
  authority: 'DICOM PS3.6: Patient ID (0010,0020), Other Patient IDs (0010,1000)',
  reach: { behind: 64, ahead: 64 },
  cues: ['lo'],
  atCue(w, i, next, out) {
    if (next >= w.n || w.end[next] > w.start[i] + 32 || (w.gap[next] & ~(Gap.SPACE | Gap.OPEN | Gap.COLON | Gap.APOS | Gap.QUOTE)) !== 0) return
    for (let k = i - 1; k > 0 && k >= i - 6 && w.start[k - 1] >= w.start[i] - 60; k--) {
      if (!ELEMENT.has(w.hash[k]) || w.hash[k - 1] !== TAG || (w.gap[k] & Gap.COMMA) === 0) continue
      const run = readRun(w, next, w.start[i] + 60, 0)
      if (run !== null && run.digits >= 3) out.add(run.start, run.end, 0.97)
      return
    }
  },
}

export const mrn: readonly Detector[] = [
  idLabel(STRONG),
  idLabel(RECORD),
  idLabel(WEAK),
  idLabel(NUMBERED),
  idLabel(RESIDENT),
  ...mrnHandoff,
  mrnDemographic,
  mrnPath,
  mrnIdentifier,
  identifierType('mrn-hl7', 'MRN', 'mr mrn mrt pi pt'),
  hl7Fields('mrn-hl7-pid', 'MRN', 'PID', [2, 3, 4]),
  x12Element('mrn-x12', 'MRN', 'ea'),
  cdaExtension('mrn-cda', 'MRN', 'patientrole', ''),
  dicom,
]
