import { Gap } from '../../text/chars'
import { validDea } from '../checks/dea'
import { driverLicense } from '../checks/driver-license'
import { validNpi } from '../checks/npi'
import type { Detector } from '../detector'
import { type IdLabel, idLabel, phrases } from './shared-id-label'
import { locate } from './shared-id-locate'

const AUTHORITY = '45 CFR 164.514(b)(2)(i)(K)'

/** USPS codes of the states and the District. */
const STATES = 'al ak az ar ca co ct de dc fl ga hi id il in ia ks ky la me md ma mi mn ms mo mt ne nv nh nj nm ny nc nd oh ok or pa ri sc sd tn tx ut vt va wa wv wi wy'

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
  most: 13,
  strong: true,
  // With the suffix of an institution's prescriber after a dash.
  judge: (w, run) => (run.letters > 4 ? 0 : validDea(w.text.slice(run.start, run.start + 9)) ? 0.99 : run.digits > 9 && !run.dashed ? 0 : 0.9),
}

/** A driver's licence of the form of the state named before it: "DL CA D1234567". */
const byState: IdLabel<'LICENSE'>['judge'] = (w, run, { state }) => (state !== undefined && driverLicense(state, w.text.slice(run.start, run.end).replace(/[ -]/g, '')) ? 0.99 : undefined)

/** Keys with the state in them: `caDriversLicense`, `driverLicenseOh`, `txDl`. */
const STATE_KEYS = STATES.split(' ').flatMap((s) => [`${s}dl`, `${s}driverslicense`, `${s}driverlicense`, `driverlicense${s}`, `driverslicense${s}`])

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
    'bar number, bar no, bar num, bar id, state bar, state bar number, state bar no, attorney number, green card, permanent resident card, uscis, uscis no, uscis number, uscis receipt, uscis receipt number',
    'alien no, alien id, alien registration no, visa number, visa no, foid, foid card, foid card number, foid number, foid no, firearm permit, firearm license, gun permit, ccw permit, concealed carry permit',
    'photo id, photo id number, photo id no, identification card, identification card no, identification card number, id card, id card number, id card no, commercial driver license, commercial drivers license',
    'commercial driver s license, pilot certificate, pilot certificate no, pilot certificate number, airman certificate, faa certificate, faa certificate number, marriage certificate, marriage certificate no',
    'marriage certificate number, medical marijuana card, medical cannabis card, marijuana card, mmj card, cannabis card, handicap placard, disabled placard, disability placard, placard no, placard number',
    'handicap placard no, handicap placard number, driver license no, driver license num, driver license id, driver licence no, driver licence number, rendering npi, mrz',
  ).concat(STATE_KEYS),
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
  cues: ['dl', 'd l', 'license', 'licence', 'lic', 'licensed', 'certificate', 'cert', 'certification', 'permit', 'ppn', 'provider', 'commission', 'notary commission', 'commission no', 'commission number'],
  least: [4, 4, 5],
  most: 18,
  state: true,
  judge: byState,
}

/** "bar": a counter, a unit of pressure; the number sign must be written. */
const bar: IdLabel<'LICENSE'> = { id: 'license-bar', label: 'LICENSE', authority: AUTHORITY, cues: ['bar'], least: [5, 99, 99], most: 9 }

/** "A-Number": the letter and seven to nine digits; "a number" of anything else has fewer. */
const alien: IdLabel<'LICENSE'> = {
  id: 'license-alien',
  label: 'LICENSE',
  authority: `${AUTHORITY}; 8 CFR 264, alien registration numbers`,
  cues: ['a number'],
  least: [7, 7, 7],
  most: 9,
  score: 0.95,
  judge: (w, run, { marked }) => (run.letters <= 1 && (marked || (w.at(run.start) | 0x20) === 0x61) ? 0.97 : 0),
}

const form = idLabel<'LICENSE'>({ id: 'license-i94', label: 'LICENSE', authority: AUTHORITY, cues: ['94'], least: [8, 8, 8], most: 11, strong: true })

/** "I-94": the arrival record's form, found at its number. */
const arrival: Detector<'LICENSE'> = {
  ...form,
  atCue(w, i, next, out) {
    if (i > 0 && (w.gap[i] === Gap.DASH || w.gap[i] === Gap.UNDERSCORE) && w.len(i - 1) === 1 && (w.at(w.start[i - 1]) | 0x20) === 0x69) form.atCue?.(w, i, next, out)
  },
}

/** ICAO 9303 document numbers of nine without vowels ("C2GVXM9JG"): too few digits for other numbers. */
const NINE = /(?=[a-z]{0,8}\d)[cfghjklmnprtvwxyz][\dcfghjklmnprtvwxyz]{8}/iy

const passport: Detector<'LICENSE'> = {
  id: 'license-passport',
  label: 'LICENSE',
  authority: `${AUTHORITY}; ICAO Doc 9303-3`,
  reach: { behind: 8, ahead: 160 },
  cues: ['passport', 'passport no', 'passport number', 'passport num', 'us passport'],
  atCue(w, i, next, out) {
    const k = locate(w, i, next, { marked: false, numbered: false, partial: false })
    if (k < 0 || w.end[k] > w.start[i] + 128) return
    NINE.lastIndex = w.start[k]
    if (NINE.test(w.text) && !w.alnumAt(NINE.lastIndex)) out.add(w.start[k], NINE.lastIndex, 0.95)
  },
}

export const licenseLabelled: readonly Detector[] = [idLabel(npi), idLabel(dea), idLabel(licence), idLabel(weak), idLabel(bar), idLabel(alien), arrival, passport]
