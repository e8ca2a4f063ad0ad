import { cpfDigits, dniLetter, luhnDigit } from '../checksum'
import { bare, field, type Grammar, situ } from '../form'
import type { Rng } from '../prng'

const yy = (r: Rng): string => String(r.int(10, 26))
const yyyy = (r: Rng): number => r.int(2012, 2026)
const uuid = (r: Rng): string => `${r.hex(8)}-${r.hex(4)}-4${r.hex(3)}-${r.of('89ab', 1)}${r.hex(3)}-${r.hex(12)}`
const ACC = ['Accession', 'Accession #', 'Accession Number', 'Acc #', 'Accession No.', 'Case number', 'Path #', 'Pathology No', 'Surgical pathology number']
const ACC_PROSE = ['Pathology accession {} shows carcinoma.', 'compare with accession number {} last year']
const USER = ['Username', 'User ID', 'User', 'Login', 'UserName', 'user_id', 'MyChart username', 'Screen name', 'Login ID']

export const OTHER_ID: Grammar = {
  label: 'OTHER_ID',
  authority: '45 CFR 164.514(b)(2)(i)(R); HHS guidance 3.5; HL7 v2 table 0203; DICOM PS3.5 UI; RFC 9562; issuers of national numbers',
  numbered: true,
  labels: [
    'Order Number',
    'Order #',
    'Order ID',
    'Specimen ID',
    'Specimen #',
    'Encounter Number',
    'Encounter ID',
    'Visit Number',
    'Visit #',
    'Case Number',
    'Case #',
    'Study ID',
    'Subject ID',
    'Requisition #',
    'Requisition number',
    'Reference number',
    'Ref #',
    'Employee ID',
    'Employee Number',
    'Badge #',
    'Badge Number',
    'Student ID',
    'Barcode',
    'Ticket #',
    'Tracking number',
    'Rx #',
    'Prescription number',
    'Confirmation number',
    'Patient code',
    'Sample ID',
    'Inmate number',
    'Booking number',
    'Donor ID',
    'Contact serial',
    'File number',
    'Participant ID',
    'Session ID',
    'Authorization number',
    'Prior auth #',
    'Referral number',
    'Incident number',
    'Job number',
    'Unique ID',
    'Identifier',
  ],
  prose: ['The order number is {}.', 'specimen {} was received today', 'case number {} is open', 'encounter number {} was closed', 'reference number {} was given', 'badge number {} was used'],
  forms: [
    field('digits', (r) => r.digits(r.int(6, 10))),
    field('letters-digits', (r) => r.upper(2) + r.digits(7)),
    field('prefix-dash', (r) => `${r.upper(3)}-${r.digits(6)}`),
    field('year-dash', (r) => `${yyyy(r)}-${r.digits(5)}`),
    field('dashes', (r) => `${r.digits(3)}-${r.digits(4)}-${r.digits(3)}`),
    field('mixed', (r) => `${r.digits(2)}${r.upper(2)}${r.digits(5)}`),
    field('slash', (r) => `${r.digits(4)}/${yy(r)}`),
    field('lower', (r) => `${r.of('abcdefgh', 3)}${r.digits(5)}`),
    field('accession-letter', (r) => `${r.of('ASCHNB', 1)}${yy(r)}-${r.digits(5)}`, ACC, ACC_PROSE),
    field('accession-dashes', (r) => `${r.of('SC', 1)}-${yy(r)}-${r.digits(5)}`, ACC, ACC_PROSE),
    field('accession-two', (r) => `${r.pick(['SP', 'CY', 'MB', 'HS'])}-${yy(r)}-${r.digits(4)}`, ACC, ACC_PROSE),
    field('accession-digits', (r) => r.digits(r.int(7, 12)), ACC, ACC_PROSE),
    field('accession-colon', (r) => `${yy(r)}:${r.of('SC', 1)}${r.digits(5)}`, ACC, ACC_PROSE),
    field('order-prefix', (r) => `ORD${r.digits(8)}`, ['Order', 'Order #', 'Order ID', 'Placer order']),
    field(
      'subject',
      (r) => r.pick([`SUBJ-${r.digits(4)}`, `${r.digits(3)}-${r.digits(4)}`, `${r.upper(2)}-${r.digits(3)}-${r.digits(3)}`, `S${r.digits(5)}`]),
      ['Subject ID', 'Subject No.', 'Study subject', 'Trial subject number', 'Participant ID', 'Screening number', 'Randomization number', 'Subject #'],
      ['enrolled as subject {} in the trial'],
    ),
    field('employee', (r) => r.pick([`E${r.digits(6)}`, `EMP-${r.digits(5)}`, r.digits(7)]), ['Employee ID', 'Emp ID', 'Employee #', 'Staff ID', 'Badge']),
    field(
      'username',
      (r) =>
        r.pick([
          `${r.of('jmkw', 1)}${r.pick(['walsh', 'okafor', 'silva'])}${r.digits(2)}`,
          `${r.pick(['maria', 'wei', 'hector'])}.${r.pick(['okafor', 'silva'])}`,
          `${r.pick(['river', 'cobalt'])}_${r.pick(['fox', 'nurse'])}${r.digits(2)}`,
        ]),
      USER,
      ['logs in as {} at home', 'her username is {}'],
    ),
    bare('handle', (r) => `@${r.pick(['maria_g', 'okafor.fit', 'nurse_wei', 'bigmike'])}${r.digits(2)}`, {
      labels: ['Twitter', 'Instagram', 'Handle', 'Social media', 'Screen name'],
      prose: ['She posts as {} every day.'],
    }),
    // A request's id is nobody's: it stands among the look-alikes.
    field('uuid', uuid, ['id', 'ID', 'Patient UUID', 'Resource ID', 'uuid', 'Session ID'], ['resource {} was exported']),
    bare('uuid-urn', (r) => `urn:uuid:${uuid(r)}`, { labels: ['id', 'fullUrl', 'Document ID'], prose: ['resource {} was exported'] }),
    bare('oid-urn', (r) => `urn:oid:2.16.840.1.${r.digits(6)}.${r.number(3)}.${r.number(4)}`, { labels: ['id', 'Document ID'], prose: ['resource {} was exported'] }),
    bare('dicom-uid', (r) => `1.2.840.113${r.number(3)}.${r.number(5)}.${r.number(8)}.${r.number(4)}`, { labels: ['StudyInstanceUID', 'Series UID', 'SOP Instance UID', 'UID'], prose: ['study {} was sent to PACS'] }),
    field('encounter', (r) => r.pick([r.digits(9), `V${r.digits(10)}`, `ENC-${r.digits(6)}`]), ['Encounter', 'CSN', 'FIN', 'Visit ID', 'Encounter #', 'Contact serial number', 'HAR']),
    field('rx', (r) => r.pick([r.digits(7), `${r.digits(4)}-${r.digits(6)}`, `C${r.digits(6)}`]), ['Rx #', 'Rx No.', 'Prescription #', 'RX Number', 'Prescription number'], ['prescription number {} was refilled']),
    field('court', (r) => `${yyyy(r)}-${r.pick(['CV', 'CR', 'GD'])}-${r.digits(5)}`, ['Court case', 'Case No.', 'Docket', 'Docket number', 'Cause No.']),
    field('police', (r) => `${yy(r)}-${r.digits(6)}`, ['Police report', 'Police report #', 'Incident #', 'Incident number', 'Report No.']),
    field('inmate', (r) => `${r.upper(1)}${r.digits(5)}`, ['Inmate #', 'Inmate ID', 'DOC number', 'CDCR #', 'Booking #']),
    field('military', (r) => `${r.pick(['RA', 'US', 'NG'])}${r.digits(8)}`, ['Service number', 'Military ID', 'Military service number']),
    field('nino', (r) => `${r.pick(['AB', 'CE', 'JK'])} ${r.digits(2)} ${r.digits(2)} ${r.digits(2)} ${r.of('ABCD', 1)}`, ['National Insurance number', 'NINO', 'NI number']),
    field(
      'sin',
      (r) => {
        const b = r.number(8)
        return (b + luhnDigit(b)).replace(/(...)(...)(...)/, '$1 $2 $3')
      },
      ['SIN', 'Social Insurance Number'],
    ),
    field(
      'cpf',
      (r) => {
        const b = r.number(9)
        return (b + cpfDigits(b)).replace(/(...)(...)(...)(..)/, '$1.$2.$3-$4')
      },
      ['CPF', 'CPF No.'],
    ),
    field(
      'dni',
      (r) => {
        const b = r.digits(8)
        return b + dniLetter(b)
      },
      ['DNI', 'National ID', 'NIF'],
    ),
    field('aadhaar', (r) => `${r.number(4)} ${r.digits(4)} ${r.digits(4)}`, ['Aadhaar', 'Aadhaar No', 'UIDAI number']),
    field('curp', (r) => `${r.upper(4)}${r.digits(6)}${r.of('HM', 1)}${r.upper(5)}${r.digits(2)}`, ['CURP', 'National ID']),
    field('codice-fiscale', (r) => `${r.upper(6)}${r.digits(2)}${r.of('ABCDEHLMPRST', 1)}${r.digits(2)}${r.upper(1)}${r.digits(3)}${r.upper(1)}`, ['Codice fiscale', 'National ID', 'Fiscal code']),
    field('insee', (r) => `${r.of('12', 1)} ${r.digits(2)} ${r.pick(['03', '11'])} ${r.digits(2)} ${r.digits(3)} ${r.digits(3)} ${r.digits(2)}`, ['NIR', 'INSEE number', 'Numéro de sécurité sociale']),
    field('donation', (r) => `W${r.digits(4)} ${yy(r)} ${r.digits(6)}`, ['DIN', 'Donation number', 'Unit number', 'Blood unit #', 'Unit #']),
    field('unos', (r) => r.upper(4) + r.digits(3), ['UNOS ID', 'Donor ID', 'UNOS Donor ID']),
    field('kit', (r) => `${r.upper(2)}${r.digits(3)}-${r.digits(4)}`, ['Kit #', 'Kit number', 'Kit ID', 'Sample ID']),
    field('barcode', (r) => `*${r.digits(8)}*`, ['Barcode', 'Bar code', 'Label barcode']),
    field('locker', (r) => `${r.of('ABC', 1)}-${r.digits(3)}`, ['Locker number', 'Locker #', 'Tag #', 'Wristband', 'Wristband #', 'Band number']),
    field('loyalty', (r) => `${r.digits(3)} ${r.digits(3)} ${r.digits(4)}`, ['Frequent flyer', 'Library card', 'Rewards number', 'Loyalty number', 'Frequent flyer #']),
    field('tracking', (r) => `1Z${r.of('ABCDEFGHJKLMNPRSTUVWXYZ0123456789', 6)}${r.digits(10)}`, ['Tracking number', 'Tracking #', 'UPS tracking']),
    field('ein', (r) => `${r.digits(2)}-${r.digits(7)}`, ['EIN', 'Tax ID', 'Employer ID', 'Federal Tax ID', 'TIN']),
    field('hl7-control', (r) => `MSG${r.digits(8)}`, ['Message control ID', 'Message ID', 'Control ID']),
    field('jwt', (r) => `eyJ${r.of('abcdefghijkABCDEFG0123456789', 30)}.eyJ${r.of('abcdefghijkABCDEFG0123456789', 40)}.${r.of('abcdefghijkABCDEFG0123456789_-', 40)}`, ['token', 'Authorization', 'id_token', 'session']),
    field('hash', (r) => r.hex(r.pick([32, 40, 64])), ['Patient hash', 'Patient key', 'subject_hash', 'Person ID', 'User hash']),
    situ('hl7-obr', (r) => `OBR|1|«${r.digits(8)}»^EPIC|«${yy(r)}-${r.digits(6)}»^LAB|58410-2^CBC^LN|`),
    situ('hl7-pv1-19', (r) => `PV1|1|I|4W||||||||||||||||«${r.digits(9)}»^^^^VN|`),
    situ('hl7-msh10', (r) => `MSH|^~\\&|A|B|C|D|||ADT^A01|«${r.upper(3)}${r.digits(8)}»|P|2.5`),
    situ('fhir-id', (r) => `{"resourceType":"Patient","id":"«${uuid(r)}»"}`),
    situ('fhir-reference', (r) => `"subject":{"reference":"Patient/«${uuid(r)}»"}`),
    situ('log-user', (r) => `level=info user_id=«${r.digits(6)}» order_id=«${r.digits(8)}» ok`),
    situ('specimen-line', (r) => `Specimen: «S${yy(r)}-${r.digits(5)}» Received: fresh`),
    situ('accession-parens', (r) => `Biopsy (accession «S-${yy(r)}-${r.digits(4)}») was benign.`),
    situ('subject-prose', (r) => `Enrolled in the trial as subject «${r.digits(3)}-${r.digits(4)}».`),
    situ('dicom-accession', (r) => `(0008,0050) SH [«${r.digits(8)}»]`),
    situ('employee-prose', (r) => `scanned by employee #«${r.digits(5)}» at noon`),
    situ('follow-handle', (r) => `Follow me on Instagram «@${r.pick(['maria_g', 'nurse_wei'])}${r.digits(2)}».`),
  ],
}
