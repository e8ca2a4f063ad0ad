import { phrases } from './shared-phrases'

/** Labels of numbers that name a person or a person's record by themselves: a value right after them is an identifier. */
export const CERTAIN: readonly string[] = phrases(`
  path number, path no, pathology no, pathology id, surgical pathology number, surgical pathology no, cytology number, cytology no, job number, job no, job id, cause no, cause number, court number, court no,
  cdcr, cdcr number, cdcr no, bop number, bop register number, jail number, arrest number, message id, message control id, message control number, session id, resource id, unos, unos id, unos number,
  unos donor id, optn id, band number, band no, bracelet number, bar code, bar code number, barcode no, label barcode, blood unit number, blood unit no, blood unit, blood bag number, donation no,
  donation id, din, locker number, locker no, report no, report id, docket no, federal tax id, federal tax number, employer id, employer identification number, ups tracking, fedex tracking,
  usps tracking, dhl tracking, package tracking, contact serial, contact serial no, frequent flyer, frequent flyer no, frequent traveler number, loyalty no, loyalty id, rewards id, patient hash,
  user hash, subject hash, person hash, member hash, hashed id, hashed mrn, hashed patient id, patient token, participant key, subject key, member key, patient uid, patient guid, user guid, person guid,
  record uuid, encounter uuid, subject no, subj no, subj id, subject code, participant code, trial subject number, trial number id, study no, placer order, filler order, placer number, filler number,
  accession number, accession no, accession id, acc no, acc num, acc number,
  specimen id, specimen number, specimen no, sample id, sample number, sample no, tissue id, biobank id, slide number, block id, unit number, donation number, donor id, donor number, recipient id,
  order number, order id, placer order number, filler order number, requisition number, requisition id, request number,
  rx number, rx no, rx id, rx num, prescription number, prescription no, prescription id, script number,
  trial subject, trial id, subject id, subject number, subject no, study id, study subject, study subject id, study number, study participant, study patient, participant id, participant number,
  participant no, enrollment number, enrolment number, enrollment id, enrollee id,
  randomization number, randomisation number, randomization id, randomisation id, randomization no, randomisation no, rand no, rand number, screening number, screening id, screening no, study code,
  allocation number, site id, kit number,
  registry id, registry number, research id, cohort id, family id, household id, pedigree id, twin id, person id, person key, patient key, individual id, respondent id, enterprise id,
  master patient index,
  patient id, patient identifier, pt id, patient code, patient uuid, person uuid, user uuid, subject uuid, participant uuid, member uuid, client number, client id, customer id, customer number,
  consumer id, resident id, contact id, caller id, guest id,
  badge id, badge number, badge no, employee id, employee number, employee no, emp id, emp no, emp num, staff id, staff number, personnel number, payroll number, worker id, provider id, physician id,
  clinician id, nurse id, officer id, operator id, associate id, workforce id, key card, access card,
  case number, case no, case id, file number, file no, incident number, incident id, incident no, police report, police report number, report number, docket number, court case, warrant number,
  complaint number, grievance number, inquest number, coroner case, autopsy number, pathology number, surgical number, exam number, exam id, imaging id, document number, document id, note id,
  form number, record id, record number, consent number, consent id,
  tracking number, tracking no, tracking id, shipment number, confirmation number, confirmation no, confirmation code, confirmation id, reservation number, booking number, booking no, booking id,
  booking reference, ticket number, ticket no, ticket id, reference number, reference no, reference id, reference code, ref number, ref no, ref code, ref id, control number, control id,
  transaction number, receipt number,
  encounter number, encounter no, encounter id, visit number, visit id, contact serial number, fin number, financial number, episode id, episode number, admission number, admission id, admission no,
  hospitalization id, stay id, hadm id, appointment id, appointment number, registration id, arrival id, trip number, run number, dispatch number, pcr number, transport id,
  referral number, referral no, referral id, authorization number, authorization no, authorisation number, authorization code, authorization id, auth number, auth no, auth code, auth id, prior auth,
  prior authorization, prior authorization number, prior auth number, precert number, precertification number, preauthorization number,
  student id, student number, student no, school id, military id, military id number, military service number, military service no, military no, military number, dod id, dod id number, service number, veteran id, va id, inmate id, inmate number, inmate no, offender id,
  offender number, prisoner number, prisoner id, detainee number, jail id, doc number, alien number, alien registration number, a number, immigration number,
  national id, national id number, national identification number, national identity number, identity number, identification number, identity card, id card, id number, id no, id num, personal number,
  personal id, nhs number, nhs no, chi number, national insurance number, tax id, tax id number, taxpayer id, taxpayer identification number, tribal id, tribal enrollment number, voter id, union number,
  library card, loyalty number, frequent flyer number, membership number, membership id,
  unique code, identifying code, subject code, code number, pin number, pin code, passcode, access code, loyalty card, rewards number, rewards card, our ref, your ref, mychart id,
  barcode number, wristband id, wristband number, band id, tag id, unique identifier, unique id, external id, legacy id, source id,
  advertising id, advertising identifier, ad id, google advertising id, identifier for advertisers, identifier for vendor, vendor id, visitor id, cookie id, push token, fcm token, customer key,
  subscriber key, interpreter id, interpreter number, interpreter no, interp id, interp number, interp no, translator id, translator number, msg id, msg no, msg number, msg control id, control msg id, chat id, thread id,
  enroll number, waybill number, waybill no, run no, dispatch no, cad number, cad no, seal number, seal no, envelope number, envelope no, voucher number,
  voucher no, scr no, scr number, armband number, armband no, isolate number, tube number, bottle number, event number, event no, event id, call reference, call ref, petition number, citation number,
`)

/** The same in one word: alone before a number they may also be a word of a sentence or of a path. */
export const SINGLE: readonly string[] = phrases(`
  accession, acc, accn, participant, randomization, randomisation, empi, mpi, employee, docket, tracking, encounter, csn, fin, inmate, edipi, dodid, tin, ein, nino, barcode, wristband, identifier,
  guid, uuid, idfa, idfv, gaid, aaid, adid, requisition, keycard, preauthorization, warrant, armband, waybill, trk, ctl, msgid, sid,
`)

/** Nouns that also mean other things ("case of", "order 2 units", "visit 2"): the value, or what leads to it, must be an identifier's. */
const BARE_NOUNS = phrases(`
  order, orders, specimen, sample, case, file, incident, report, record, document, exam, visit, episode, admission, appointment, study, trial, subject, study patient, patient, pt, client, customer,
  rx, prescription, script, refill, reference, ref, confirmation, ticket, booking, reservation, referral, authorization, authorisation, auth, precert, receipt, control,
  student, donor, recipient, screening, enrollment, staff, officer, unit, trip, identity, identification, registry, consent, complaint, grievance, locker, kit, slide, cassette, autopsy, pathology,
  surgical, path, tag, locker, job, band, cause, subj, resource, emp, empl, interp, interpreter, translator, spec, isolate, tube, block, bottle, culture, seal, envelope, voucher, run, cad, pcr, inc, event, chat,
  thread, session, conf, scr, flight, placer, filler, msg, petition, citation, enroll,
`)
export const NOUNS: readonly string[] = BARE_NOUNS
/** Keys in one word, `kitId`, `tagNumber`: certain, where the noun and its number apart may be words of a sentence. */
export const KEYS: readonly string[] = BARE_NOUNS.flatMap((noun) => ['id', 'no', 'num', 'number', 'nbr'].map((suffix) => noun.replaceAll(' ', '') + suffix))

/** Carriers of parcels and registered mail: a number of ten digits and more follows. */
export const CARRIERS: readonly string[] = phrases(`
  fedex, fed ex, ups, usps, dhl, ontrac, courier, certified mail, certified, cert mail, mail cert, registered mail, priority mail, express mail,
`)
/** What a number of three digits is printed on. */
export const WORN: readonly string[] = ['badge', 'shield']
