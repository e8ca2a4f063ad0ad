const list = (s: string): string[] =>
  s
    .split(',')
    .map((cue) => cue.trim())
    .filter((cue) => cue !== '')

/** Labels of a date of birth. */
export const BIRTH_CUES = list(`
dob, d o b, dobs, date of birth, dates of birth, date birth, birth date, birthdate, birth dt, birth day, birthday, bday, b day, birth, born, birth time, birth date time, geburtsdatum, geboren am, date de naissance, data di nascita, data de nascimento, datebirth, dateofbirth, fecha de nacimiento
`)

/** Labels of every other date. */
export const FIELD_CUES = list(`
date, dates, date time, fecha, datum, dos, d o s, doa, dod, doi, dol, dt, lmp, edd,
edc, admit, admitted, admission, admission date, admit date, date of admission, discharge, discharged, discharge date, date of discharge, date of death,
death date, deceased, date of service, date of visit, date of exam, date of examination, date of surgery, date of procedure, date of injury, date of onset, date of consultation, date of evaluation,
date of report, service date, visit date, surgery date, exam date, report date, order date, onset, onset date, appointment, appt, effective date,
expiration date, exp date, expires, dictated, transcribed, signed, d, dd, dt dictated, collected, received, reported,
issued, recorded, next visit, last visit, follow up, timestamp, created, created at, updated, updated at, last updated, start date,
end date, surgery on, expected discharge, expected discharge date, last seen, signed on, collected on, received on, date signed, date collected, date received, date seen, procedure date, injury date, consult date, referral date, collection date, specimen date, fill date, refill date, from date, to date, effective date time, authored on, period start, period end, study date, series date, content date, acquisition date, recheck, addendum, print date, printed, rcvd, next appt, service from, service to, date sent
`)
