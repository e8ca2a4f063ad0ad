import { validDea } from '../checks/dea'
import { driverLicense } from '../checks/driver-license'
import { validNpi } from '../checks/npi'
import type { Detector } from '../detector'
import { type IdLabel, idLabel, phrases } from './shared-id-label'

const AUTHORITY = '45 CFR 164.514(b)(2)(i)(K)'

const npi: IdLabel<'LICENSE'> = {
  id: 'license-npi-labelled',
  label: 'LICENSE',
  authority: `${AUTHORITY}; 45 CFR 162.406, National Provider Identifier`,
  cues: ['npi', 'npis', 'npi no', 'npi number', 'national provider identifier', 'national provider id', 'national provider number', 'provider npi'],
  least: [7, 7, 7],
  most: 12,
  strong: true,
  spoken: 7,
  judge: (w, run) => (run.letters > 1 ? 0 : validNpi(w.text.slice(run.start, run.end)) ? 0.99 : 0.9),
}

const dea: IdLabel<'LICENSE'> = {
  id: 'license-dea-labelled',
  label: 'LICENSE',
  authority: `${AUTHORITY}; 21 CFR 1301, DEA registration numbers`,
  cues: ['dea', 'dea no', 'dea num', 'dea number', 'dea registration', 'dea registration number', 'dea license'],
  least: [5, 5, 6],
  most: 9,
  strong: true,
  judge: (w, run) => (run.letters > 4 ? 0 : validDea(w.text.slice(run.start, run.end)) ? 0.99 : 0.9),
}

/** A driver's licence of the form of the state named before it: "DL CA D1234567". */
const byState: IdLabel<'LICENSE'>['judge'] = (w, run, { state }) => (state !== undefined && driverLicense(state, w.text.slice(run.start, run.end).replace(/[ -]/g, '')) ? 0.99 : undefined)

/** Professional, driver's and other licences, passports, certificates. */
const licence: IdLabel<'LICENSE'> = {
  id: 'license-labelled',
  label: 'LICENSE',
  authority: AUTHORITY,
  cues: phrases(
    'license number, license no, license num, license id, licence number, licence no, lic no, lic num, lic number, licensure number, medical license, medical licence, medical license number',
    'medical license no, medical lic, state license, state license number, nursing license, nursing license number, rn license, rn license number, rn lic, np license, pa license, md license, md lic',
    'do license, lpn license, pharmacist license, pharmacy license, professional license, professional license number, dental license, board license, driver license, drivers license',
    'driver s license, driver license number, drivers license number, driver s license number, drivers license no, driver s license no, driver licence, drivers licence, driver s licence',
    'driving licence, driving license, driving licence number, driving license number, drivers lic, driver s lic, driver lic, driver s license id, dl no, dl number, dl num, dln, d l no',
    'operator license, operator s license, operators license, operator licence, oln, state id, state id number, state id card, cdl, passport, passport no, passport num, passport number, passport id',
    'us passport, pasaporte, numero de pasaporte, green card number, alien registration number, alien number, permit number, permit no, certificate number, certificate no, certificate num',
    'certificate id, cert no, cert number, cert num, certification number, certification no, certification id, birth certificate, birth certificate number, birth certificate no, death certificate',
    'death certificate number, death certificate no, board certification, board certification number, board certification no, clia, clia number, clia no, clia id, ccn, licencia de conducir, upin',
    'provider number, provider id, provider no, prescriber id, prescriber number, physician id, physician number, taxonomy license, nmls, registration license, controlled substance number',
    'controlled substance registration, csr number, dps number, nabp number, ncpdp, ncpdp id, ncpdp number, ncpdp no',
  ),
  least: [4, 4, 4],
  most: 18,
  state: true,
  judge: byState,
  spoken: 6,
}

const weak: IdLabel<'LICENSE'> = {
  id: 'license-weak',
  label: 'LICENSE',
  authority: AUTHORITY,
  cues: ['dl', 'd l', 'license', 'licence', 'lic', 'licensed', 'certificate', 'cert', 'certification', 'permit', 'ppn', 'provider'],
  least: [4, 4, 5],
  most: 18,
  state: true,
  judge: byState,
}

export const licenseLabelled: readonly Detector[] = [idLabel(npi), idLabel(dea), idLabel(licence), idLabel(weak)]
