import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { DETECTORS } from '../../src/detect/index'
import { findWith, table } from './harness'

const ids =
  (...names: string[]) =>
  (d: { id: string }) =>
    names.includes(d.id)

describe('titles and credentials', () => {
  table(
    'NAME',
    [
      ['Dr. «Okafor» saw him.', 'title'],
      ["Dr. «O'Brien» saw him.", 'apostrophe'],
      ['Mr. «McDonald» is well', 'capital inside'],
      ['seen by Dr. «Mary-Kate van der Berg» today', 'hyphen and particles'],
      ['Mr. «de la Cruz» reports', 'opens with a particle'],
      ['Mrs. «Smith-Jones» is well', 'double surname'],
      ['with Dr. «J. Q. Okafor III».', 'initials and suffix'],
      ['Prof. «José García Márquez» lectured', 'diacritics'],
      ['Mr. «王小明» came', 'script without case'],
      ['DR. «OKAFOR» EXAMINED THE PATIENT', 'all capitals'],
      ["DR. «O'NEIL» WAS CALLED", 'all capitals, apostrophe'],
      ['Mr. «Young» and Mrs. «Weeks»', 'common words after a title'],
      ['Mr. «Parkinson» has gout', 'eponym as surname'],
      ['dr «kumar» will call', 'lower-case speech'],
      ['hey , mrs . «hill» . nice to see you', 'spoken, separated stop'],
      ['i saw doctor «moore» yesterday', 'spoken, whole word'],
      ['Drs. «Doe» and «Okafor» agree', 'plural title'],
      ["Ms. «Vega»'s wife", 'possessive'],
      ['Rev. «Okafor» visited', 'clergy'],
      ['Officer «Reyes» came', 'rank that is a word'],
      ['Dr.\n«Smith» agreed', 'wrapped line'],
      ['«John Okafor», MD', 'credential'],
      ['«Anna Lee», PA-C', 'credential of two parts'],
      ['«Jane Okafor» RN called', 'no comma'],
      ['«OKAFOR, JANE», M.D.', 'dotted credential, inverted'],
    ],
    [
      ['Dr. X will see Ms. A', 'nobody'],
      ['Dr. X Y Z', 'nobody'],
      ['Dr. and nurse', 'function word'],
      ['the doctor prescribed rest', 'noun'],
      ['I miss my dog', 'verb'],
      ['Ms is progressing', 'no title'],
      ['MS Contin 30 mg', 'morphine sulfate'],
      ['MR angiogram and MR arthrogram', 'magnetic resonance'],
      ['No significant MR. Mitral inflow was normal.', 'mitral regurgitation'],
      ['14 Fr Foley', 'French gauge'],
      ['General Surgery consulted', 'rank as an adjective'],
      ['Nurse Practitioner visit', 'role'],
      ['Baltimore, MD 21201', 'state code'],
      ['PA chest and lateral', 'view'],
      ['DO NOT RESUSCITATE, MD AWARE', 'all capitals'],
      ['RN notified', 'no name before'],
      ['seen by Dr. [NAME] today', 'placeholder'],
      ['Doctor: Hello. Patient: Hi.', 'speakers'],
      ['Miss, please sit down', 'address without a name'],
    ],
    ids('name-title', 'name-credential'),
  )
})

describe('fields', () => {
  table(
    'NAME',
    [
      ['Patient: «SMITH, JOHN A»', 'inverted, capitals'],
      ['PATIENT: «OKAFOR, JOHN A»   DOB: 01/02/1960', 'stops at the next label'],
      ['Pt Name: «Jane Doe»', 'short label'],
      ['Patient Name: «Jane Doe» Age: 45', 'stops at a word of a form'],
      ['|Patient Name|«Jane Doe»|MRN|1|', 'pipes'],
      ['Name\t«Jane Doe»\tDOB', 'tabs'],
      ['Name:\n«Jane Doe»\nDOB:', 'value on the next line'],
      ['"patientName":"«Jane Doe»","mrn":"1"', 'JSON, camel case'],
      ['"first_name": "«Ana»", "last_name": "«Lopez»"', 'JSON, snake case'],
      ['\\"last_name\\":\\"«Lopez»\\"', 'escaped JSON'],
      ['patient_name="«Jane Doe»" status=ok', 'logfmt'],
      ['patient_name=«jane.doe»', 'a handle made of the name'],
      ['name: «jane okafor»', 'lower case'],
      ['Last name: «Weeks»', 'a common word where the label says name'],
      ['Attending: «J. Okafor»', 'initial'],
      ['Referring Physician: «Carl Okafor»', 'two-word label'],
      ['NOK: «Carlos Vega» (son) 555-1234', 'kin'],
      ['Emergency Contact: «Maria Vega»', 'kin'],
      ["Mother's maiden name: «Vega»", 'possessive label'],
      ['Mother: «Maria Gonzalez»', 'relation as label'],
      ['Surgeon: «Okafor»\nAssistant: «Okoye»\n', 'lone surnames'],
      ['Electronically signed by: «Jane Okafor» on 1/1/2020', 'signature'],
      ['Dictated by «Jane Okafor».', 'no mark'],
      ['RE: «Jane Okafor»', 'letter'],
      ['Attn: «Carl Okafor»', 'letter'],
      ['Patient: «王小明»', 'script without case'],
      ['{"name":[{"family":"«Doe»","given":["«Jane»","«Q»"]}]}', 'FHIR HumanName'],
      ['PID|1||123||«DOE^JANE^Q»||1970', 'HL7 XPN'],
    ],
    [
      ['PATIENT: DISCHARGE SUMMARY', 'heading'],
      ['Name: Unknown', 'empty'],
      ['Provider: None', 'empty'],
      ['Patient: The patient is a 45 year old', 'prose after a label'],
      ['Patient: No.', 'dialogue'],
      ['Patient: Ouch.', 'dialogue, a word of no list'],
      ['Doctor: Gardening is a great hobby.', 'dialogue'],
      ['Attending: same', 'no name'],
      ['Mother: hypertension', 'family history'],
      ['Mother: Diabetes Mellitus', 'family history, capitals'],
      ['Father: Alive, age 60', 'family history'],
      ['PCP in 2 weeks', 'no mark'],
      ['Name of medication: Zoloft', 'name of a thing'],
      ['Drug name: Zofran', 'name of a thing'],
      ['file_name=Report', 'name of a thing'],
      ['"hostname":"Apollo"', 'one word, no label'],
      ['Provider: Orthopedic Surgery', 'service'],
      ['Attn: Medical Records', 'department'],
      ['RE: Lab results', 'subject'],
      ['Contact: Mom', 'relation'],
      ['Emergency contact: none', 'empty'],
      ['|I10^Hypertension^ICD|', 'coded element'],
      ['reviewed by Cardiology', 'service'],
      ['Patient: [NAME]', 'placeholder'],
    ],
    ids('name-field', 'name-label', 'name-signed', 'name-key', 'name-caret'),
  )
})

describe('prose', () => {
  table(
    'NAME',
    [
      ['mother «Jane» is here', 'relation'],
      ['Her son-in-law,\n«Thomas Ekberg», drove.', 'relation by marriage, wrapped'],
      ['his wife, «Mary Ellen», called', 'apposition'],
      ['son «Tim» has asthma', 'given name'],
      ["her husband's name is «Carlos»", 'name is'],
      ['stepmother «Frederick Tate» is here', 'full name'],
      ['daughter («Ana») lives', 'brackets'],
      ['consent from «Andrew Reeves» (mom)', 'relation behind'],
      ['parents «Ann Okafor» and «Carl Okafor» agree', 'two'],
      ['aunt «Rose» drove', 'a common word as name'],
      ['i called my friend «diane» and she came', 'lower-case speech'],
      ['my name is «john»', 'self, spoken'],
      ["I'm «Sarah», your nurse", 'self'],
      ['this is «Anna» from radiology', 'self'],
      ['a woman named «Amara» came', 'named'],
      ['Discussed with «John Park» at 5 pm', 'verb'],
      ['s/o «Ravi Kumar»', 'son of'],
      ['patient «J.S.» was seen'.replace('J.S.»', 'J.S».'), 'initials'],
      ['case manager «Robert Klein» called', 'role'],
      ['call «Latoya Green» (fellow)', 'role behind'],
      ['a woman like «Anna S», treated here'.replace('S»,', 'S»., '), 'abbreviated surname'],
      ["«Anna S».'s labs", 'abbreviated surname, possessive'],
      ['«John Smith», a 58-year-old man', 'age behind'],
      ['«Jane Okafor» is a very pleasant 57-year-old', 'age behind, adjectives'],
      ['[doctor] so , «keith» is a 58-year-old male', 'age behind, spoken'],
      ['«Jane Okafor» (DOB 1/1/1970)', 'identifier behind'],
      ['[doctor] «donald okafor» . date of birth , 3/4/37', 'dictated'],
      ['with lung cancer, «John Smith», who was admitted', 'set off'],
      ['Action items for «Ann Okafor»: call', 'heading'],
      ['Baby «Love», MRN 1', 'newborn'],
    ],
    [
      ["Parkinson's disease and Foley catheter", 'eponyms'],
      ["McMurray test negative, Murphy's sign positive", 'eponyms'],
      ['Mother healthy, father deceased', 'family history'],
      ['mother and father', 'relations'],
      ["his wife's dependents", 'noun'],
      ['Alert And Oriented', 'heading'],
      ['Patient Denies Pain', 'heading'],
      ['the patient Carafate 1 gram daily', 'drug'],
      ['positive for Hepatitis B. Negative for C.', 'virus'],
      ['given Vitamin D. She improved', 'vitamin'],
      ['Type A. Plan B.', 'kinds'],
      ['I am Hispanic', 'origin'],
      ['This is Medicare', 'payer'],
      ['it was called Arthritis', 'disease'],
      ['seen by Neurology', 'service'],
      ['seen by Johns Hopkins Hospital', 'facility'],
      ['Mark Will see you', 'words only'],
      ['this is a 50-year-old male', 'no name'],
      ['the sarcoid is a 5 year old problem', 'lower case, no clause start'],
      ['also known as B U N', 'letters'],
    ],
    (d) => !['name-title', 'name-credential', 'name-employer', 'name-field', 'name-label'].includes(d.id),
  )
})

describe('letters and employers', () => {
  table(
    'NAME',
    [
      ['Dear «John»,', 'salutation'],
      ['Hi «Anna»,', 'salutation'],
      ['Hello «Mary Okafor», thank you', 'salutation'],
      ['[doctor] hi , «martha» . how are you ?', 'spoken'],
      ['hey «vincent» good to see you', 'spoken, also an eponym'],
      ['Thanks,\n«John»', 'closing'],
      ['Sincerely,\n\n«Jane Doe»', 'closing'],
      ['Best regards,\n«J. Doe»', 'closing, initial'],
      ['From: «Jane Doe» <jane@example.org>', 'mail header'],
      ['To: «Okafor, Carl»; «Roe, Ann»', 'mail header, two'],
      ['works at «Walmart» as a cashier', 'employer'],
      ['employed by «Acme Steel Inc» for 20 years', 'employer'],
      ['Employer: «General Motors»', 'field'],
      ['retired from the «City of Boston»', 'of'],
      ['She works for «Johnson & Johnson».', 'ampersand'],
    ],
    [
      ['Dear Patient,', 'nobody'],
      ['Hi there,', 'nobody'],
      ['hey , dragon , start', 'machine'],
      ['thanks , doc .', 'role'],
      ['Thank you, Nurse.', 'role'],
      ['Hello doctor', 'role'],
      ['Thanks,\nThe patient was seen', 'prose'],
      ['Best\nPractice', 'heading'],
      ['From: Operating Room', 'place'],
      ['To: Radiology', 'service'],
      ['works at home', 'no employer'],
      ['works for a bank', 'lower case'],
      ['Employer: None', 'empty'],
      ['Employer: Retired', 'empty'],
      ['works at A B C', 'letters'],
    ],
    ids('name-greeting', 'name-closing', 'name-header', 'name-employer'),
  )
})

describe('subtypes', () => {
  const kind = (text: string) => {
    const found = findWith(
      DETECTORS.filter((d) => d.label === 'NAME'),
      text,
    )
    return found.map((f) => f.subtype)
  }
  test.each([
    ['Dr. Okafor', 'clinician'],
    ['Mr. Okafor', undefined],
    ['Patient: Ann Okafor', 'patient'],
    ['Spouse: Ann Okafor', 'relative'],
    ['her mother Ngozi', 'relative'],
    ['works at Walmart', 'employer'],
  ])('%s is %s', (text, subtype) => expect(kind(text)).toEqual([subtype]))
})

const GIVEN = fc.constantFrom('Ann', 'Ngozi', 'Carlos', 'Priya', 'José', 'Mary-Kate')
const SURNAME = fc.constantFrom('Okafor', "O'Brien", 'McDonald', 'van der Berg', 'Smith-Jones', 'Núñez', 'de la Cruz')
const MIDDLE = fc.constantFrom('', ' Q.', ' Lee')
const LABEL = fc.constantFrom('Patient Name: ', 'PATIENT NAME: ', 'patient_name: ', 'Attending Physician: ', 'Next of kin: ', '"patientName": "', 'Patient name = ', 'Emergency contact:\n')
const AFTER = fc.constantFrom('', '\n', ' DOB: 1/1/1970', '", "mrn": 1', ' | MRN', ', age 45')

test('every form of a name is found whole in every field', () => {
  const detectors = DETECTORS.filter((d) => d.label === 'NAME')
  fc.assert(
    fc.property(LABEL, GIVEN, MIDDLE, SURNAME, AFTER, (label, given, middle, surname, after) => {
      const value = `${given}${middle} ${surname}`
      const found = findWith(detectors, label + value + after)
      expect(found.some((f) => f.start === label.length && f.end === label.length + value.length)).toBe(true)
    }),
    { numRuns: 300 },
  )
})

describe('label styles, forms of a labelled name, and the names beside a mark', () => {
  table(
    'NAME',
    [
      ['<b>Surgeon:</b> «Ana Okafor»<br>', 'tag between label and value'],
      ['<tr><td>NOK</td><td class="v">«Ana Okafor»</td></tr>', 'cells'],
      ['<emergencyContact>«Okafor, Ana Q».</emergencyContact>', 'element named in camel case'],
      ['<given>«Ana»</given><family>«Okafor»</family>', 'HL7 CDA'],
      ['Provider? «Ana Okafor»', 'question'],
      ['Guardian ........ «Okafor, Ana»', 'dotted leader'],
      ['Witness - «Ana Okafor»', 'dash'],
      ['PCP\n«Ana Okafor»\nnext', 'line after the label'],
      ['Contact          «N Okafor»', 'columns'],
      ['Seen today (Attending «Ana Okafor») and well.', 'a space alone, two words of no list'],
      ['NOK «ines okafor»', 'lower case behind a label of persons only'],
      ['GUARDIAN «ANA OKAFOR»', 'all capitals'],
      ['Spouse: «Okafor,Ana»', 'comma without a space'],
      ['Spouse: «le Goff, Ana»', 'particle first'],
      ['Spouse: «Okafor/Ana»', 'slash'],
      ['Surgeon: «Ana OKAFOR»', 'surname in capitals'],
      ['Surgeon: «Smith»', 'eponym as surname'],
      ['Surgeon: ____«Ana Okafor»____', 'blank filled in'],
      ['Witness: «Ji-woo Okafor»', 'hyphen before lower case'],
      ['Spouse: «Ana "Nan" Okafor»', 'nickname in quotes'],
      ['Spouse: «Ana (Nan) Okafor»', 'nickname in parentheses'],
      ['Parents: «Ana Okafor» and «Ben Vega»', 'two people'],
      ['PCP: «S.H».', 'initials in a field'],
      ['Pt initials: «SGD»', 'field of initials'],
      ['D: 1/1 T: 1/2 «RWB»/«kj»', 'author and typist at the foot of a dictated report'],
      ['«Ana Vega» (née «Okafor»)', 'birth name'],
      ['«Ana Vega», a.k.a. «Nan», was seen.', 'alias'],
      ['The «Okafor» family was updated.', 'family'],
      ['The «van Houten» family was updated.', 'family with a particle'],
      ['/s/ «Ana Okafor»', 'typed signature'],
      ['Estate of «Ana Okafor»', 'estate'],
      ['a call from ex-«Wailer Okafor» today', 'former member, prefix'],
      ['B/O «Okafor», NICU bed 3', 'baby of'],
      ['Attached: «Okafor_Ana»_labs.pdf', 'file named after a person'],
      ['«Ines»: my chest hurts\nAgent: since when?', 'chat with an agent'],
      ['Three children: «Luis», «Colleen», and «Yolanda».', 'list after a plural'],
      ['«Rashid», her husband, confirms.', 'apposition'],
      ['Prefers to be called «Yolanda».', 'form of address'],
      ['SHE GOES BY «YOLANDA» AT HOME.', 'all capitals'],
      ['Occupation: driver for «Kestrel Dairy»', 'employer in a field of occupation'],
    ],
    [
      ['<b>Mother:</b> Diabetes<br>', 'family history in markup'],
      ['<td>Patient</td><td>Improved</td>', 'state in a cell'],
      ['Patient? Yes.', 'answer'],
      ['Mother - Diabetes Mellitus', 'disease after a dash'],
      ['Provider\nDiscussed the plan', 'prose after a heading'],
      ['CONTACT DERMATITIS', 'all capitals, disease'],
      ['PATIENT TOLERATED PROCEDURE WELL', 'all capitals, prose'],
      ['Contact Precautions', 'heading'],
      ['patient denies pain', 'verb after a role'],
      ['Name: N.A.', 'not available'],
      ['Provider: E.R.', 'department'],
      ['Cirrhosis, Child-Pugh B today', 'eponym of a score, not a child'],
      ['Pt is II/VI murmur', 'grade of a murmur'],
      ['The patient is stable and the mother is Asthmatic', 'state after is'],
      ['his attending physician is Dr. X', 'nobody'],
      ['Initials: see below', 'no initials'],
      ['and/or CT/mri RLL/rul', 'capitals and lower case with a slash'],
      ['The Ewing family of tumors', 'eponym of a disease'],
      ['The Immediate family was updated', 'adjective'],
      ['family history of gout', 'no article and no name'],
      ['CPT II 1234F was added', 'code system, not captain'],
      ['Knee_Xray.pdf and Chest_Report.docx', 'files named after things'],
      ['Vitals: stable\nAgent: none', 'heading before an agent'],
      ['children: asthma, eczema', 'diseases of relatives'],
      ['Fortunately, her husband, who drove, agrees.', 'adverb before an apposition'],
      ['sodium 140 mEq/L and 5/s beats', 'slash and s'],
      ['Occupation: nurse for many years', 'no employer'],
      ['Alias: none', 'empty field'],
    ],
  )
})
