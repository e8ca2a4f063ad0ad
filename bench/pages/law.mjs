// What the law says of each label: the words of 45 CFR 164.514(b)(2)(i), and how the project reads them. Where the text
// or the guidance of HHS (26 November 2012) leaves doubt, the reading is the project's own and is called so.

const DATES =
  'All elements of dates (except year) for dates directly related to an individual, including birth date, admission date, discharge date, date of death; and all ages over 89 and all elements of dates (including year) indicative of such age, except that such ages and elements may be aggregated into a single category of age 90 or older'

/**
 * By label: `covers`, which completes "NAME covers …"; `words` of the paragraph; `stays`, what may stay in the text under
 * it; `reading`, what the project does where the law leaves doubt. Empty: nothing to say.
 */
export const LAW = {
  NAME: {
    covers: 'the names of the patient, of relatives, household members and employers, and of clinicians: full names, parts of them, initials and nicknames',
    words: 'Names',
    stays: 'The names of clinicians: the law speaks of the patient, relatives, employers and household members, and the guidance (question 3.8) asks nobody to remove the names of the workforce.',
    reading: 'A clinician may be kin or employer of a patient, so clinician names go unless a policy keeps `NAME/clinician`. Initials are parts of a name and go (guidance, question 3.2).',
  },
  GEO: {
    covers: 'places smaller than a State: street addresses, cities, counties, ZIP codes, the names of facilities, coordinates and other geocodes',
    words:
      'All geographic subdivisions smaller than a State, including street address, city, county, precinct, zip code, and their equivalent geocodes, except for the initial three digits of a zip code if, according to the current publicly available data from the Bureau of the Census: (1) The geographic unit formed by combining all zip codes with the same three initial digits contains more than 20,000 people; and (2) The initial three digits of a zip code for all such geographic units containing 20,000 or fewer people is changed to 000',
    stays: 'States, the territories that count as one (45 CFR 160.103), countries, and the first three digits of a ZIP code where more than 20,000 people live.',
    reading: 'Facility names hold cities and are removed; a policy may keep `GEO/facility`. Postcodes and provinces of other countries, of which the law says nothing, are removed.',
  },
  DATE: {
    covers: 'dates: every part of one that is finer than the year, and years that show an age over 89',
    words: DATES,
    stays: 'The year; spans of time ("2 weeks ago", "POD 3"), which are no dates; a time of day that is not part of a date, of which the law says nothing.',
    reading: 'Holidays, seasons, quarters and weeks are finer than a year and go. A weekday alone stays.',
  },
  AGE: {
    covers: 'ages over 89, of the patient and of relatives, in figures and in words',
    words: DATES,
    stays: 'Ages up to 89.',
    reading: 'Words that say such an age ("nonagenarian") count as one.',
  },
  PHONE: {
    covers: 'telephone numbers, extensions, pagers and parts of numbers',
    words: 'Telephone numbers',
    stays: '',
    reading: 'The numbers of clinics and other providers go too. A fragment of a number is part of it (guidance, question 3.2).',
  },
  FAX: { covers: 'fax numbers', words: 'Fax numbers', stays: '', reading: 'The fax numbers of clinics and other providers go too.' },
  EMAIL: { covers: 'e-mail addresses, spoken and disguised ones too', words: 'Electronic mail addresses', stays: '', reading: '' },
  SSN: {
    covers: 'Social Security numbers, their last four digits, and numbers of their form (ITIN)',
    words: 'Social security numbers',
    stays: '',
    reading: 'The last four digits are part of the number and go (guidance, question 3.2).',
  },
  MRN: { covers: 'medical record numbers', words: 'Medical record numbers', stays: '', reading: 'Numbers of encounters, orders and specimens are found under `OTHER_ID`.' },
  HEALTH_PLAN: {
    covers: 'the numbers of health plan beneficiaries: Medicare, Medicaid, member, subscriber and group numbers',
    words: 'Health plan beneficiary numbers',
    stays: 'The name of a plan, which the list does not hold.',
    reading: '',
  },
  ACCOUNT: { covers: 'account numbers: bank accounts, payment cards, patient accounts, bills and claims', words: 'Account numbers', stays: '', reading: 'Claim and invoice numbers count as account numbers.' },
  LICENSE: {
    covers: 'certificate and license numbers: driver licenses, passports and professional licenses (NPI, DEA, state boards)',
    words: 'Certificate/license numbers',
    stays: '',
    reading: 'The numbers of clinicians go too: what the guidance says of workforce names (question 3.8) it does not say of numbers.',
  },
  VEHICLE: { covers: 'vehicle identifiers: VIN, license plates, hull and tail numbers', words: 'Vehicle identifiers and serial numbers, including license plate numbers', stays: 'Make and model.', reading: '' },
  DEVICE: {
    covers: 'device identifiers and serial numbers: implants, equipment (UDI), MAC addresses, IMEI and their like',
    words: 'Device identifiers and serial numbers',
    stays: 'The name of a model.',
    reading: 'The first part of a UDI names a model only, yet it is called a device identifier: the whole UDI goes.',
  },
  URL: {
    covers: 'web addresses, and paths that lead to a machine or a file of a person',
    words: 'Web Universal Resource Locators (URLs)',
    stays: '',
    reading: "A general address (an agency's site) is arguably nobody's; the list makes no exception, so it goes.",
  },
  IP: { covers: 'Internet Protocol addresses, versions 4 and 6', words: 'Internet Protocol (IP) address numbers', stays: '', reading: '' },
  BIOMETRIC: {
    covers: 'biometric identifiers: templates and codes of fingerprints, voice prints, irises, faces and the like',
    words: 'Biometric identifiers, including finger and voice prints',
    stays: 'A genotype as a test result.',
    reading: 'Genetic sequences are not on the list and are not looked for: they are for an expert to judge.',
  },
  PHOTO: {
    covers: 'photographs as far as text holds them: embedded image data, file names and identifiers of photographs',
    words: 'Full face photographic images and any comparable images',
    stays: '',
    reading: 'Whether an image shows a face cannot be told from text, so images and photo file names are taken for such. Pixels in files beside the text are not read.',
  },
  OTHER_ID: {
    covers: 'any other unique number, characteristic or code: accession, order, encounter, trial subject and badge numbers, user names, UUIDs, national numbers of other countries',
    words: 'Any other unique identifying number, characteristic, or code, except as permitted by paragraph (c) of this section',
    stays: 'Codes under §164.514(c); the registration number of a trial (NCT), which names no person.',
    reading: 'Characteristics told in words (an occupation, a tattoo, a rare event) are not found by any detector: receipts list them among the residual risks.',
  },
}
