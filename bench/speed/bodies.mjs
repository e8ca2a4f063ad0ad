// Invented notes, written for the benches: the style, shorthand and layout of real ones, nobody's data. In braces stand
// slots: `{LABEL.kind}` is an identifier (see notes.mjs), `{lower}` a number or word that is none.

/** `kind` and text of each note. */
export const BODIES = [
  [
    'emergency',
    `EMERGENCY DEPARTMENT NOTE
{GEO.facility}
Patient: {NAME.comma}    MRN: {MRN.id}    DOB: {DATE.birth}
Arrival: {DATE.visit} {time} by EMS

CHIEF COMPLAINT: Chest pain x 3 hours.

HPI: {age} yo {man} with h/o HTN, HLD, T2DM on metformin and tobacco use (30 pack-years) who presents with substernal chest pressure that woke {him} from sleep. Pain is 7/10, radiates to the left jaw and arm, associated with diaphoresis and nausea, no emesis. {He} took ASA 325 mg and one SL NTG at home with partial relief. Denies fever, cough, leg swelling, recent travel or immobilization. Last stress test was about two years ago at an outside hospital and reportedly normal. {NAME.relative}, {his} {kin}, is at bedside and contributes to the history.

ROS: 10 systems reviewed and negative except as above.

PMH: Essential hypertension, hyperlipidemia, type 2 diabetes (last A1c {a1c}), GERD, OSA on CPAP.
PSH: Cholecystectomy, R inguinal hernia repair.
MEDS: Lisinopril 20 mg daily, atorvastatin 40 mg qHS, metformin 1000 mg BID, omeprazole 20 mg daily.
ALLERGIES: Penicillin (hives), sulfa.
SOCIAL: Smokes 1/2 ppd. EtOH 2-3 beers on weekends. Lives with {kin}, retired machinist.

PHYSICAL EXAM
Vitals: T {temp}, HR {hr}, BP {bp}, RR 20, SpO2 {spo2}% on RA, wt {wt} kg.
Gen: anxious, diaphoretic, speaking in full sentences. HEENT: NCAT, PERRL, MMM. Neck: no JVD, no bruits. CV: RRR, S4 present, no rub or murmur. Lungs: CTAB, no wheeze or crackles. Abd: soft, NT/ND, no Murphy's sign. Ext: no edema, 2+ pulses throughout. Neuro: A&Ox4, CN II-XII intact, 5/5 strength.

ED COURSE / MDM: ECG on arrival with 1-2 mm ST depression in V4-V6, no prior for comparison. Initial hs-troponin {trop} ng/L, repeat at 2 h elevated. WBC {wbc}, Hgb {hgb}, K {k}, Cr {cr}, glucose {glu}. CXR: no acute cardiopulmonary process. HEART score 6. Started heparin gtt per ACS protocol, loaded with clopidogrel 600 mg, pain now 2/10 after NTG gtt at 10 mcg/min. Aortic dissection and PE considered and felt unlikely given equal pressures in both arms, normal mediastinum and Wells 0.

Case discussed with cardiology, {NAME.doctor}, who agrees with admission to telemetry and catheterization in the morning. PCP {NAME.doctor2} was paged at {PHONE.clinic}; message left with the answering service.

DIAGNOSIS: NSTEMI.
DISPOSITION: Admit to CCU step-down in guarded condition. Critical care time 38 minutes exclusive of procedures.`,
  ],
  [
    'discharge',
    `DISCHARGE SUMMARY

Name: {NAME.full}
Medical Record Number: {MRN.id}
Account #: {ACCOUNT.id}
Admission date: {DATE.prior}
Discharge date: {DATE.visit}
Attending: {NAME.clinician}

PRINCIPAL DIAGNOSIS: Acute on chronic systolic heart failure, EF 30-35%.
SECONDARY DIAGNOSES: CKD stage 3b, atrial fibrillation on apixaban, COPD, iron deficiency anemia.

HOSPITAL COURSE: {NAME.titled} is a {age}-year-old {man} with ischemic cardiomyopathy who presented with four days of worsening orthopnea, paroxysmal nocturnal dyspnea and an 11 lb weight gain in the setting of dietary indiscretion over the holiday and running out of torsemide. On arrival BNP was {bnp}, Cr {cr} from a baseline of 1.6, and chest film showed bilateral effusions with cephalization.

1. Acute decompensated heart failure. Treated with furosemide 80 mg IV BID, then a drip at 10 mg/h with metolazone 2.5 mg augmentation. Net negative 9.4 L over the stay. Transitioned to torsemide 40 mg daily on hospital day 5. Carvedilol was continued; sacubitril/valsartan 24/26 mg BID was started in place of lisinopril after a 36 h washout. Discharge weight {wt} kg.

2. AKI on CKD. Cardiorenal physiology; creatinine peaked at 2.4 and improved to {cr} with decongestion. Renal ultrasound without hydronephrosis. Nephrotoxins held.

3. Atrial fibrillation. Rate controlled, HR {hr}. Apixaban 5 mg BID continued, CHA2DS2-VASc of 5. No bleeding.

4. COPD. Mild exacerbation on day 2, treated with prednisone 40 mg x 5 days and nebulizers. Back on home 2 L nasal cannula at night only, SpO2 {spo2}%.

5. Iron deficiency. Ferritin 18. Received IV iron sucrose 200 mg x 3. Outpatient colonoscopy recommended.

CONDITION AT DISCHARGE: Stable. Ambulating 150 ft with rolling walker. NYHA class III.

DISCHARGE MEDICATIONS: torsemide 40 mg daily (changed), sacubitril/valsartan 24/26 mg BID (new), carvedilol 12.5 mg BID, apixaban 5 mg BID, atorvastatin 80 mg qHS, tiotropium 18 mcg daily, albuterol HFA prn, ferrous sulfate 325 mg every other day. STOP lisinopril, ibuprofen.

FOLLOW-UP: Heart failure clinic with {NAME.doctor} on {DATE.next} at 10:30; please call {PHONE.clinic} to reschedule. BMP in 1 week. {He} will be followed by home health; the agency has been given {his} home number, {PHONE.home}.

Daily weights, 2 g sodium diet, 1.5 L fluid restriction. Return for weight gain of 3 lb in a day or 5 lb in a week, worsening breathlessness, syncope or chest pain. Code status: full code, discussed with patient and {kin}.`,
  ],
  [
    'operative',
    `OPERATIVE REPORT

PATIENT NAME: {NAME.caps}
DATE OF OPERATION: {DATE.words}
SURGEON: {NAME.clinician}
ASSISTANT: {NAME.clinician2}
ANESTHESIA: General endotracheal.

PREOPERATIVE DIAGNOSIS: Symptomatic cholelithiasis with acute cholecystitis.
POSTOPERATIVE DIAGNOSIS: Same.
PROCEDURE: Laparoscopic cholecystectomy with intraoperative cholangiogram.
ESTIMATED BLOOD LOSS: 25 mL. SPECIMENS: Gallbladder. COMPLICATIONS: None. DRAINS: None.

INDICATIONS: The patient is a {age}-year-old {man} with recurrent right upper quadrant pain after fatty meals. Ultrasound showed multiple shadowing stones, gallbladder wall thickening to 5 mm and a sonographic Murphy sign. White count was {wbc}. The risks, benefits and alternatives of operation, including bleeding, infection, bile leak, bile duct injury, retained stone and conversion to an open procedure, were explained, and {he} gave written informed consent.

FINDINGS: Distended, edematous gallbladder with omental adhesions. Critical view of safety obtained. Cholangiogram with normal caliber common duct, free flow into the duodenum, no filling defect.

DESCRIPTION OF PROCEDURE: The patient was brought to the operating room and placed supine on the table. Sequential compression devices were applied. After induction of general anesthesia the abdomen was prepped with chlorhexidine and draped in the usual sterile fashion. Cefazolin 2 g was given within 30 minutes of incision. A time-out was performed.

A 12 mm infraumbilical incision was made and the fascia was elevated and entered under direct vision using the Hasson technique. Pneumoperitoneum was established to 15 mmHg. Three 5 mm ports were placed in the epigastrium and right upper quadrant under vision. The fundus was grasped and retracted cephalad over the liver. Adhesions were taken down bluntly. The peritoneum overlying the infundibulum was incised on both sides, and the hepatocystic triangle was cleared of fat and fibrous tissue until only two structures were seen to enter the gallbladder, with the lower third of the cystic plate exposed.

The cystic artery was doubly clipped and divided. A clip was placed high on the cystic duct, a small ductotomy was made and a cholangiocatheter was passed. After a satisfactory cholangiogram the duct was clipped three times and divided, leaving two clips on the stay side. The gallbladder was dissected from the liver bed with hook electrocautery, placed in a retrieval bag and removed through the umbilical port. The field was irrigated with 1 L of warm saline and was hemostatic. The fascia was closed with 0 Vicryl in a figure-of-eight, skin with 4-0 Monocryl and skin glue. Bupivacaine 0.25% 20 mL was infiltrated.

Sponge, needle and instrument counts were correct x 2. The patient was extubated and taken to the PACU in stable condition. I spoke with {his} {kin}, {NAME.relative}, in the waiting area after the case. I was present and scrubbed for all critical portions.

Dictated by {NAME.clinician} on {DATE.visit}. Job {OTHER_ID.job}.`,
  ],
  [
    'nursing',
    `NURSING SHIFT NOTE 1900-0700
Pt: {NAME.comma}  Rm 412-B  MRN {MRN.id}

2015: Received report from {NAME.nurse}. Pt A&O x3, pleasant, c/o incisional pain 5/10, R hip dressing C/D/I, hemovac with 40 mL serosanguineous output. VS T {temp} HR {hr} BP {bp} RR 18 SpO2 {spo2}% 2L NC. Oxycodone 5 mg PO given per PRN order, reassessed at 2100, pain 2/10. Bed in low position, wheels locked, call light in reach, SCDs on bilaterally. Fall risk: Morse 65, yellow band and bed alarm on.

2200: HS meds given, enoxaparin 40 mg SQ to LLQ abdomen. FSBG {glu}, 2 units lispro per sliding scale. IV 20g L forearm flushed, patent, no redness. Incentive spirometry x 10, reaching 1250 mL. Foley draining clear yellow urine, 350 mL since start of shift. Skin: blanchable redness to sacrum, foam dressing placed, turned q2h. Heels floated.

2330: Pt's {kin} {NAME.first2} called for an update, code word verified, questions answered. Requests callback from the team after AM rounds, {PHONE.home}.

0115: Pt found attempting to get OOB without assistance to go to the bathroom, redirected, reoriented to place. CAM negative. Bed alarm functioning. No fall. Hourly rounding continued. On-call resident {NAME.doctor} aware, no new orders.

0330: Resting with eyes closed, resp even and unlabored. SpO2 dipped to 88% while asleep, up to 94% on 3L NC, returned to 2L when awake. Lungs diminished at bases.

0500: AM labs drawn from R AC: CBC, BMP, Mg, phos. Hgb {hgb} (yesterday 9.1), K {k}, Cr {cr}. Critical values none. Type and screen sent. Dressing change done with aseptic technique, incision well approximated, 22 staples, no drainage or erythema. Hemovac emptied, 60 mL for shift.

0630: Foley removed per protocol on POD 2, due to void by 1230. PT to see at 0900, WBAT RLE with hip precautions. Pt premedicated with oxycodone 5 mg at 0620. Education done on hip precautions and use of abduction pillow, teach-back successful. Belongings: glasses, dentures (upper), cell phone, blue jacket.

I&O for shift: in 1,240 mL, out 985 mL. No BM since {DATE.day}, senna given, abdomen soft with active bowel sounds.

Report given to oncoming RN at bedside. White board updated. Plan: mobilize TID, wean O2, d/c planning with case management, likely SNF.`,
  ],
  [
    'radiology',
    `EXAM: CT CHEST, ABDOMEN AND PELVIS WITH CONTRAST
{GEO.facility}, Department of Radiology
PATIENT: {NAME.comma}
MRN: {MRN.id}   ACCESSION: {OTHER_ID.accession}
DATE OF EXAM: {DATE.visit} {time}
ORDERING PHYSICIAN: {NAME.clinician}

CLINICAL HISTORY: {age}-year-old {man} with colon cancer status post right hemicolectomy, restaging.

COMPARISON: CT dated {DATE.prior}.

TECHNIQUE: Helical CT of the chest, abdomen and pelvis was performed after the uneventful intravenous administration of 100 mL Omnipaque 350. Oral contrast was given. Axial 3 mm images with coronal and sagittal reformats. DLP 812 mGy-cm. Dose reduction techniques were used, including automated exposure control and iterative reconstruction.

FINDINGS:
CHEST:
Lungs and airways: Stable 4 mm nodule in the right lower lobe (series 4, image 87). New 7 mm spiculated nodule in the left upper lobe (4/42). Mild centrilobular emphysema. No consolidation. Central airways are patent.
Pleura: No effusion or pneumothorax.
Heart and mediastinum: Heart size is normal. Moderate three-vessel coronary artery calcification. No pericardial effusion. Thoracic aorta measures up to 3.8 cm. No pulmonary embolus to the segmental level. Right hilar lymph node measures 1.1 cm in short axis, previously 0.9 cm.
Thyroid: 9 mm hypodense nodule in the left lobe, unchanged.

ABDOMEN AND PELVIS:
Liver: Two hypoattenuating lesions in segments VI and VII, measuring 1.4 x 1.2 cm and 0.8 cm, previously 1.9 x 1.7 cm and 1.1 cm. No new lesion. Portal veins are patent.
Gallbladder and biliary tree: Surgically absent gallbladder. Common bile duct 7 mm, expected after cholecystectomy.
Pancreas, spleen, adrenals: Normal. Fatty atrophy of the pancreatic tail.
Kidneys: 2.3 cm simple cyst at the lower pole of the left kidney (Bosniak I). No hydronephrosis or stone.
Bowel: Postsurgical changes with ileocolic anastomosis in the right abdomen, no adjacent soft tissue thickening. Scattered sigmoid diverticula without diverticulitis. No obstruction.
Lymph nodes: No enlarged retroperitoneal or mesenteric nodes.
Vessels: Moderate atherosclerotic calcification of the infrarenal aorta without aneurysm.
Pelvis: Bladder is partially distended. Prostate measures 4.6 cm. No free fluid.
Bones: Degenerative changes at L4-L5 and L5-S1. No aggressive osseous lesion. Old healed fractures of the left 6th and 7th ribs.

IMPRESSION:
1. New 7 mm left upper lobe nodule, suspicious for metastasis or a primary; PET/CT or short interval follow-up in 3 months is recommended per Fleischner criteria.
2. Interval decrease in hepatic metastases, consistent with partial response (RECIST 1.1).
3. Slight increase in right hilar node, nonspecific.

Findings were communicated to {NAME.doctor} by telephone at {time} on {DATE.visit}. Electronically signed by {NAME.clinician2}.`,
  ],
  [
    'psychiatry',
    `PSYCHIATRIC EVALUATION (INITIAL)

Identifying data: {NAME.full} is a {age}-year-old divorced {man}, employed part time as a cook, referred by {NAME.doctor} for depressed mood and panic attacks. Seen for 60 minutes on {DATE.visit}. Sources: patient interview, referral letter, pharmacy fill history.

Chief complaint: "I can't turn my brain off."

History of present illness: {He} describes low mood most of the day, nearly every day, for about five months, beginning after the end of a nine-year marriage. Reports early-morning awakening, anhedonia, a 15 lb weight loss, poor concentration, guilt about the children and fatigue. PHQ-9 today is 19, GAD-7 is 16. Panic attacks two to three times a week, each about ten minutes, with palpitations, tingling in both hands and fear of dying; now avoids the highway and the supermarket. Drinking rose to four or five glasses of wine on most nights, last drink two days ago, no history of withdrawal seizures. Denies cannabis, opioids, stimulants.

Suicide risk: passive thoughts ("wouldn't mind not waking up") several times a week, no plan, no intent, no access to firearms. One prior attempt by overdose at age 19, no medical admission. Protective factors are two children, a close sibling ({NAME.relative}, phone {PHONE.home}, release signed) and willingness to engage. C-SSRS: moderate.

Past psychiatric history: sertraline 100 mg for two years, stopped because of sexual side effects. Brief CBT about a decade ago, helpful. No inpatient stays, no mania by history (MDQ negative).

Medical: hypothyroidism (TSH 2.1 in spring), migraine. BP {bp}, HR {hr}. No head injury.
Medications: levothyroxine 88 mcg, sumatriptan prn. NKDA.
Family: mother with major depression, maternal uncle died by suicide, father with alcohol use disorder.
Social and developmental: grew up in {GEO.city}, middle of three. Some college. Lives alone in a rented apartment; shares custody. Attends church irregularly. No legal history, no military service.

Mental status: casually dressed, fair grooming, good eye contact, tearful at times. Speech soft, normal rate. Mood "worn out", affect constricted, congruent. Thought process linear. No delusions, no obsessions. Denies hallucinations. Oriented x4, recalls 3/3 at five minutes. Insight good, judgment fair.

Formulation: Major depressive disorder, recurrent, moderate (F33.1), with panic disorder (F41.0) and alcohol use disorder, mild (F10.10), in the context of divorce and family loading.

Plan:
1. Start escitalopram 5 mg for a week, then 10 mg. Discussed boxed warning, GI effects, timing.
2. No benzodiazepines given alcohol use. Hydroxyzine 25 mg prn, up to twice a day.
3. Weekly CBT with {NAME.therapist}, first visit {DATE.next}.
4. AUDIT repeated monthly; thiamine 100 mg; offered naltrexone, patient will think about it.
5. Safety plan written and copied, crisis line 988 reviewed. {He} agreed to call the clinic at {PHONE.clinic} or go to the nearest emergency room if thoughts become active.
6. Labs: CBC, CMP, B12, vitamin D, TSH. Return in two weeks.`,
  ],
  [
    'letter',
    `{GEO.facility}
Division of Rheumatology
{GEO.street}
{GEO.cityline}
Tel {PHONE.clinic}   Fax {FAX.clinic}

{DATE.words}

RE: {NAME.full}
DOB: {DATE.birth}

Dear {NAME.doctor},

Thank you for asking me to see this pleasant {age}-year-old {man}, a schoolteacher, whom I met in consultation today for joint pain and a positive antinuclear antibody. As you know, {NAME.titled} has been troubled for about eight months by pain, swelling and morning stiffness lasting close to an hour and a half in the small joints of both hands, the wrists and, more recently, the balls of the feet. Gripping a pen or turning a key has become difficult. There has been no rash, photosensitivity, oral ulceration, hair loss, pleurisy or Raynaud phenomenon. {He} has lost a few pounds but has had no fever or night sweats. Naproxen gives partial relief at the cost of heartburn.

Past history is notable for hypertension, well controlled on amlodipine, and a remote deep vein thrombosis after a long flight. There is no personal or family history of psoriasis or inflammatory bowel disease; an aunt had rheumatoid arthritis. {He} stopped smoking eleven years ago.

On examination, blood pressure is {bp}, pulse {hr} and weight {wt} kg. There is symmetrical synovitis of the second and third metacarpophalangeal joints and of the proximal interphalangeal joints of the index and middle fingers, with tender wrists and reduced extension on the right. The metatarsal squeeze is positive bilaterally. There are no nodules or tophi. The elbows, shoulders, hips and knees move fully and without pain. The chest is clear, the heart sounds are normal, and there is no organomegaly. Tender joint count is 12, swollen joint count 9.

I reviewed the results you kindly forwarded. The rheumatoid factor is 84 IU/mL, anti-CCP antibodies exceed 250 U/mL, ESR is 46 mm/h and CRP 2.9 mg/dL. The antinuclear antibody is positive at 1:80 in a speckled pattern with negative double-stranded DNA and normal complements, which I consider incidental. Hemoglobin is {hgb}, creatinine {cr}, liver enzymes are normal, hepatitis B and C serologies are negative. Hand films show periarticular osteopenia and an early erosion at the base of the right third metacarpal.

In summary, this is seropositive rheumatoid arthritis of recent onset with poor prognostic markers, DAS28 of 5.8. I have recommended methotrexate 15 mg once weekly with folic acid 1 mg daily, rising to 20 mg after four weeks if tolerated, together with prednisone 10 mg daily as a bridge to be tapered over eight weeks. We discussed monitoring, alcohol, and the need to avoid live vaccines; pneumococcal and inactivated zoster vaccines were advised. I would be grateful if your office could obtain a complete blood count, liver panel and creatinine every four weeks for the first three months and send them to us by fax.

I will see {him} again in six weeks. Thank you again for involving me in {his} care.

Sincerely yours,

{NAME.clinician}
Dictated but not read`,
  ],
  [
    'progress',
    `PROGRESS NOTE - HOSPITAL MEDICINE, HD #4
{DATE.visit} {time}    {NAME.comma}    {MRN.id2}

S: Feels better. Slept okay. Cough less productive, no hemoptysis. Tolerating PO, one loose stool. No CP, no dyspnea at rest. Walked hall x2 with PT yesterday.

O: Tm {temp}, HR {hr}, BP {bp}, RR 18, SpO2 {spo2}% on 1 L. I/O +320.
Gen NAD. Lungs: crackles R base, improved air movement. CV RRR no m/r/g. Abd soft NT. Ext no c/c/e. Skin: PIV site clean. Neuro nonfocal.

Labs: WBC {wbc} (14.8 yest), Hgb {hgb}, plt 288, Na 136, K {k}, CO2 25, BUN 22, Cr {cr} (1.5 on admit), glu {glu}. Procalcitonin 0.42 from 3.1. Blood cx NGTD x 72h. Sputum cx: moderate S. pneumoniae, PCN MIC 0.03. Legionella and strep urinary antigens: strep positive. MRSA nares negative. Flu/RSV/COVID PCR negative.
Imaging: CXR this AM with decreased RLL opacity, small R effusion unchanged.

Meds: ceftriaxone 1 g q24h (day 4), azithromycin 500 mg (completed 3 days), enoxaparin 40 mg, insulin glargine 18 units, lispro SSI, metoprolol tartrate 25 BID, pantoprazole 40, albuterol/ipratropium nebs q6h prn.

A/P: {age}M/F with T2DM, HTN, CAD s/p PCI, admitted with severe CAP, PSI class IV, CURB-65 of 3, improving.

# CAP, S. pneumoniae, RLL. Afebrile >48h, WBC down. De-escalate to amoxicillin 1 g TID to complete 7 days total. Wean O2, ambulatory sat prior to d/c. Effusion small, layering, <10 mm, no tap. Repeat CXR in 6-8 wks given smoking hx.

# AKI, resolved. Prerenal + sepsis. Cr back to baseline 1.0. Restart home lisinopril 10 tomorrow if BP allows. Hold HCTZ.

# T2DM. A1c {a1c}. Sugars 140s-210s on steroids-free regimen. Increase glargine to 20. Restart metformin at d/c.

# CAD. ASA 81, atorva 80, metop. No ischemic sx. Trop flat at 22 -> 24 -> 21, demand.

# Loose stools. 1-2/day, abx-associated. C. diff if >=3/day. No fever or abd pain.

# Hyponatremia, mild, SIADH from PNA, resolved 128 -> 136.

FEN: carb-controlled diet, replete K>4 Mg>2. PPX: enoxaparin. Lines: PIV x2. Code: full, confirmed with pt. Contact: {kin} {NAME.relative}, {PHONE.home}.

Dispo: home tomorrow w/ HH RN if ambulatory sat ok. Needs f/u PCP within 7d, pulm referral placed. Discussed on MDR with CM and pharmacy. Spoke w/ {NAME.doctor} (PCP) re: plan.

{NAME.signed}
Pager {PHONE.pager}`,
  ],
  [
    'social work',
    `SOCIAL WORK PSYCHOSOCIAL ASSESSMENT

Date of contact: {DATE.visit}. Referral source: oncology team. Reason: coping, transportation, insurance.

Pt is a {age} y.o. {man} newly diagnosed with stage III breast cancer, beginning neoadjuvant chemotherapy. SW met with pt and {kin}, {NAME.relative}, in the infusion center. Pt goes by {NAME.first}. Introduced role and confidentiality limits.

Living situation: Pt lives at {GEO.street}, {GEO.cityline}, in a second floor walk-up with {kin} and two school-age children. Rent is current but the family fell two months behind in winter. No pets. Utilities on. Working smoke detectors. Pt's mother lives nearby and helps with childcare on infusion days.

Employment and finances: Pt worked full time as a home health aide until last month and is now on unpaid leave; FMLA paperwork was completed by the clinic. Household income approx $2,900 monthly from {kin}'s warehouse job. Pt applied for short-term disability, decision pending. SNAP application started with pt today. No savings to speak of. Pt worried about copays and the cost of anti-nausea medication.

Insurance: Medicaid managed care, member ID {HEALTH_PLAN.id}. Pt also asked about supplemental coverage. SW confirmed that chemo and imaging are authorized. Transportation benefit exists but pt was unaware; SW called with pt and set up rides for the next three cycles.

Support and coping: Strong extended family, active in a church choir. Describes self as "the one who takes care of everybody", finds it hard to accept help. Tearful when speaking about telling the children. Sleep poor, appetite fair. NCCN Distress Thermometer 7/10. PHQ-2 = 3, full PHQ-9 = 11. Denies SI/HI, no history of suicide attempt, no firearms at home. No current or past partner violence, screened alone. Alcohol rare, no tobacco, no drugs.

Advance care planning: No proxy on file. Pt wishes to name {kin}; form reviewed, to be signed with two witnesses at next visit. Pt states faith is important and would want chaplain visits if admitted.

Literacy and language: Pt reads English comfortably, prefers written instructions in large print. Has a smart phone, email {EMAIL.patient}; portal account activated with pt during visit. Best number is {PHONE.home}, okay to leave detailed voicemail.

Strengths: insight, family, motivation, problem-solving. Barriers: income loss, fatigue, childcare, stairs.

Interventions: supportive counseling, normalized feelings, provided book list and school letter template for children; wig voucher; gas card x1 ($25) logged; application to copay foundation submitted.

Plan:
- SW to follow weekly in infusion, next {DATE.next}.
- Referral to psycho-oncology, {NAME.therapist}.
- Financial counselor to meet pt re: charity care.
- Check SNAP status in 10 days.
- Pt to bring pay stubs and ID for disability follow-up.

Time spent 55 minutes. Pt agreed with plan and has SW's direct line.`,
  ],
  [
    'pathology',
    `SURGICAL PATHOLOGY REPORT
{GEO.facility} Laboratories

Case number: {OTHER_ID.accession}
Patient: {NAME.caps}      MRN: {MRN.id}
Collected: {DATE.prior}    Received: {DATE.visit}
Submitting physician: {NAME.clinician}

CLINICAL INFORMATION: Mass of left breast at 2 o'clock, 4 cm from nipple, BI-RADS 5.

SPECIMEN(S) SUBMITTED:
A. Left breast, partial mastectomy
B. Left axillary sentinel lymph node #1
C. Left axillary sentinel lymph node #2

FINAL DIAGNOSIS:
A. LEFT BREAST, PARTIAL MASTECTOMY:
 - Invasive ductal carcinoma, Nottingham grade 2 (tubules 3, nuclei 2, mitoses 1; total score 6/9).
 - Tumor size 1.8 cm in greatest dimension.
 - Ductal carcinoma in situ, intermediate nuclear grade, cribriform and solid types with focal comedonecrosis, comprising 15% of the tumor.
 - Lymphovascular invasion not identified.
 - Margins negative for invasive carcinoma; closest margin posterior, 4 mm. DCIS 2 mm from the medial margin.
 - Biopsy site changes and clip identified.
 - Background breast with fibrocystic changes, usual ductal hyperplasia and sclerosing adenosis.
B. SENTINEL LYMPH NODE #1: One lymph node, negative for metastatic carcinoma (0/1).
C. SENTINEL LYMPH NODE #2: One lymph node with isolated tumor cells, 0.1 mm, pN0(i+) (0/1).

AJCC 8th edition: pT1c pN0(i+)(sn). 

BIOMARKERS (performed on block A4): Estrogen receptor positive, 95%, strong. Progesterone receptor positive, 60%, moderate. HER2 by immunohistochemistry 1+ (negative). Ki-67 12%. Controls reacted appropriately.

GROSS DESCRIPTION: A. Received fresh, labeled with the patient's name and "left breast", is a 6.2 x 5.1 x 2.8 cm, 48 g oriented partial mastectomy with a short stitch superior and a long stitch lateral. The specimen is inked as follows: superior blue, inferior green, anterior yellow, posterior black, medial red, lateral orange. Sectioning from medial to lateral in 10 slices shows a firm, tan-white, stellate mass of 1.8 x 1.5 x 1.3 cm in slices 4 to 6 containing a coil-shaped clip. The remaining parenchyma is 70% fatty. No other lesion is seen. Cold ischemia time 22 minutes; fixed in 10% neutral buffered formalin for 14 hours. Representative sections in cassettes A1-A12. B. 1.4 x 0.9 x 0.6 cm blue-stained node, bisected, entirely submitted in B1. C. 1.1 x 0.7 x 0.5 cm node, bisected, entirely submitted in C1.

MICROSCOPIC DESCRIPTION: Sections show irregular nests and tubules of atypical epithelial cells in a desmoplastic stroma. Three levels and a pancytokeratin immunostain were examined on each sentinel node.

COMMENT: Intraoperative consultation by touch imprint on B and C was reported as negative. The findings in C do not change the N category. Selected slides were shown at the daily consensus conference, and {NAME.doctor} concurs with the diagnosis. Oncotype DX may be performed on block A4 at the oncologist's request.

This test was developed and its performance characteristics determined by the laboratory. Electronically signed by {NAME.clinician2}, {DATE.next} {time}.`,
  ],
  [
    'clinic visit',
    `Office Visit - Endocrinology
{NAME.full}, {MRN.id2}
Date of service: {DATE.words}

Subjective
{NAME.titled} is a {age}-year-old {man} with type 1 diabetes since adolescence, on an insulin pump and continuous glucose monitor, here for routine follow-up. Last seen six months ago. Overall doing well. Two episodes of overnight hypoglycemia to the low 50s after soccer games, self-treated with juice, no glucagon needed, no loss of awareness. Changes infusion sets every three days. Pump serial number {DEVICE.serial} was replaced under warranty in the spring after a cracked case. Has been working rotating shifts at the bakery, which makes meal timing irregular. Eye exam was in the fall with no retinopathy. Denies numbness, foot ulcers, chest pain, polyuria or weight loss.

CGM download (14 days): average glucose {glu} mg/dL, GMI 7.2%, time in range 66%, above 180 31%, below 70 3%, coefficient of variation 36%. Pattern of highs after late dinners, lows between 2 and 5 am on exercise days.

Current settings: basal 12a 0.85, 4a 1.05, 10a 0.90, 8p 0.95 U/h. I:C 1:10 breakfast, 1:12 lunch, 1:11 dinner. ISF 45. Target 110. Active insulin 4 h. Total daily dose 41 units, 52% basal.

Medications: insulin aspart by pump, lisinopril 5 mg, rosuvastatin 10 mg, levothyroxine 112 mcg. Glucagon nasal 3 mg at home, not expired.
Allergies: adhesive (contact dermatitis).

Objective
BP {bp}, HR {hr}, Wt {wt} kg, BMI 25.8, Temp {temp}.
Well appearing. Thyroid mildly enlarged, firm, no nodules. Heart regular. Lungs clear. Infusion sites with mild lipohypertrophy left abdomen, none on flanks. Feet: monofilament intact 10/10, pulses 2+, no callus, nails trimmed.

Labs: A1c {a1c}% (7.6 prior), Cr {cr}, eGFR >90, urine albumin/creatinine 8 mg/g, LDL 74, HDL 52, TG 96, TSH 3.4, tTG IgA negative, K {k}.

Assessment and plan
1. Type 1 diabetes, near goal. Reduce basal from midnight to 5 am by 10% with a temp rate of 70% for six hours after evening sports. Strengthen dinner I:C to 1:10. Rotate sites away from the left abdomen. Discussed automated mode upgrade; wants to proceed, forms sent to the supplier today.
2. Hypothyroidism (Hashimoto). TSH at goal. Continue.
3. Lipids at goal for age and duration. Continue statin.
4. Microalbumin normal; ACE inhibitor for BP. Recheck yearly.
5. Health maintenance: influenza vaccine given left deltoid, lot on file. Annual eye exam due in the fall; referral renewed to {NAME.doctor}.

Return in four months. Time 32 minutes, more than half in counseling. The after-visit summary was sent through the portal, {URL.portal}. Refills to the pharmacy on {GEO.streetname}.

{NAME.signed}`,
  ],
  [
    'home health',
    `HOME HEALTH SKILLED NURSING VISIT
Agency visit date: {DATE.visit}   Time in {time}
Client: {NAME.full}    DOB {DATE.birth}
Address verified: {GEO.street}, {GEO.cityline}
Ordering MD: {NAME.doctor}, phone {PHONE.clinic}, fax {FAX.clinic}

Reason for visit: wound care, CHF teaching, medication management. Homebound status: taxing effort, dyspnea at 20 feet, uses front wheel walker, needs help of one person to leave home.

Assessment: Client is an {age} year old {man} found sitting in recliner, alert and oriented x3, pleasant. {kin} present. Vitals T {temp}, pulse {hr} irregular, BP {bp} L arm sitting, resp 20, SpO2 {spo2}% RA, weight {wt} kg, up 1 kg since last visit. Pain 3/10 R lower leg, takes acetaminophen with relief. Lungs with fine crackles at both bases, no wheezing. 2+ pitting edema to mid calf, was 1+ on last visit. Bowel sounds active, last BM this morning. Voiding without difficulty, no odor or burning. Appetite good. Blood glucose log reviewed, fasting 118-164. No falls since last visit. Throw rugs removed as instructed, night light in hallway.

Wound #1 R lateral malleolus venous ulcer: 3.1 x 2.4 x 0.2 cm (last week 3.6 x 2.8 x 0.2). Bed 80% red granulation, 20% yellow slough, moderate serous drainage, no odor, edges attached, periwound intact with hemosiderin staining. Cleansed with normal saline, patted dry, skin prep to periwound, calcium alginate cut to fit, covered with foam, two layer compression wrap toe to knee. Client tolerated well. Toes warm, cap refill <3 s after wrap. Pedal pulses palpable.

Medication reconciliation: 11 medications in home compared with the orders on file. Client was taking furosemide 20 mg once daily instead of 40 mg; pill bottle from old prescription removed from pillbox. Pillbox refilled for the week with client watching. Teaching done on furosemide dose, timing and potassium-rich foods. Warfarin 5 mg M/W/F and 2.5 mg other days; last INR 2.3. No bleeding or bruising. Next INR due Thursday.

Teaching: daily weights before breakfast, record on calendar; call for gain of 3 lb overnight or 5 lb in a week; 2 gram sodium diet, reading labels on canned soup (client had three cans this week); elevate legs above heart 30 minutes three times daily; signs of wound infection. Client verbalized 3 of 4 points, will reinforce.

Coordination: Called Dr's office at {time} and spoke with {NAME.nurse} about weight gain, edema and furosemide error. New verbal order received and read back: furosemide 40 mg BID x 3 days then 40 mg daily, BMP in one week. Lab draw scheduled for {DATE.day}. {kin} updated by phone at {PHONE.home}.

Plan: SN 3x/week x 2 weeks, then 2x/week x 4 weeks. PT eval pending. MSW referral for meals program. Emergency plan reviewed, number on refrigerator. Next visit {DATE.next}.`,
  ],
  [
    'pediatric',
    `WELL CHILD / SICK VISIT
{GEO.facility} Pediatrics
Name: {NAME.full}   DOB: {DATE.birth}   Visit: {DATE.visit}   Chart # {MRN.id}
Informant: {kin} ({NAME.relative}), reliable.

CC: Ear pain and fever x 2 days.

HPI: Previously healthy 4 yo, up to date on vaccines, in preschool three days a week, with runny nose for a week, then fever to 39.4 C and right ear pain since the night before last. Drinking well, eating less. 5 wet diapers/voids in 24 h. No vomiting, one loose stool. No rash. Slight cough, no wheeze or retractions. Ibuprofen at 0600 with improvement. Sick contacts: two classmates with "the same thing". No recent antibiotics. No ear tubes. Two prior episodes of AOM, last about a year ago, treated with amoxicillin without reaction.

Birth hx: term, NSVD, 3.4 kg, no NICU. PMH: mild eczema. PSH: none. Meds: hydrocortisone 1% prn. NKDA. FH: asthma in a cousin. SH: lives with parents and older sibling, no smokers, dog, city water. Car seat used. Development: speaks in full sentences, pedals a tricycle, draws a person with three parts, knows colors. Toilet trained by day. ASQ at last visit normal.

PE: T {temp}, HR 118, RR 24, SpO2 {spo2}%, weight 17.2 kg (62%), height 104 cm (58%). Alert, mildly ill-appearing, consolable, well hydrated. Head normocephalic. Eyes: no injection or discharge. Ears: R TM bulging, erythematous, purulent effusion, landmarks lost, immobile on insufflation; L TM pearly, mobile. Nose: clear rhinorrhea. Throat: mild erythema, tonsils 2+, no exudate. Neck supple, shotty anterior nodes. Chest clear, no retractions. Heart RRR, no murmur. Abd soft, nontender, no HSM. GU deferred. Skin: dry patches in antecubital fossae, no petechiae. Neuro: playful, normal gait.

Assessment: 1. Acute otitis media, right, moderate to severe. 2. Viral URI. 3. Eczema, mild, stable.

Plan: Amoxicillin 90 mg/kg/day divided BID x 10 days (700 mg = 8.75 mL of 400 mg/5 mL). Ibuprofen 170 mg q6h or acetaminophen 240 mg q4-6h prn. Fluids, rest. Discussed expected improvement within 48-72 h; call if fever persists, ear drainage, neck stiffness, lethargy or poor intake. Emollient BID. Back to preschool when fever-free 24 h. Recheck ears in 3-4 weeks, sooner prn. Flu vaccine deferred until well. Family prefers calls to {PHONE.home}; school form faxed to {FAX.school} at {his} school. {NAME.doctor} precepted the visit.

Anticipatory guidance handout given: booster seats, water safety, screen time under 1 hour, dental visit twice yearly, reading daily.

{NAME.signed}`,
  ],
  [
    'telephone',
    `TELEPHONE ENCOUNTER
{DATE.visit} {time} - call taken by {NAME.nurse}
Caller: {NAME.relative} ({kin}) re: {NAME.comma}, MRN {MRN.id}
Callback: {PHONE.home}. Alternate: {PHONE.cell}. Email on file: {EMAIL.patient}

Reason for call: dizziness after new blood pressure medicine.

Details: Pt seen last week and started on chlorthalidone 25 mg in addition to amlodipine 10 mg and losartan 100 mg. Since then lightheaded on standing, worse in the mornings, one near-fall in the bathroom yesterday, caught self on the sink, no head strike, no injury, no syncope. Home readings this week 98/58, 104/60, 101/62, previously 150s/80s. Drinking "a couple of glasses" of water a day. No vomiting or diarrhea. No chest pain, palpitations, dyspnea, weakness, speech change or vision loss. Urinating more often. No new leg cramps. Blood sugar this morning 121. Takes tamsulosin at bedtime as well, started by urology in the summer.

Protocol used: Dizziness, adult. Disposition per protocol: see within 24 hours; red flags reviewed and negative.

Advice given: hold chlorthalidone tonight, rise slowly, sit at edge of bed for two minutes, increase fluids unless told otherwise, no driving while dizzy, use walker at night. Go to ED or call 911 for fainting, chest pain, black stools, one-sided weakness, slurred speech or a fall with head injury. {kin} verbalized understanding and repeated instructions.

Routed to: {NAME.doctor}, high priority.

--- Provider response ---
Agree with holding chlorthalidone. Please stop it altogether and keep amlodipine and losartan. BMP today or tomorrow, Na and K in particular given thiazide and age. Move tamsulosin to dinner time? No, leave at bedtime but separate from amlodipine, which can go to the morning. Nurse visit for orthostatic vitals {DATE.next}. If SBP still under 110, cut losartan to 50 mg. Bring home cuff to validate against ours.

--- Follow-up call ---
Spoke with {kin}. Message relayed. Lab order faxed to {FAX.clinic}, the draw site near {GEO.city}. Appointment confirmed for nurse visit, ride arranged through the plan (member {HEALTH_PLAN.id}). Pt feels "a bit steadier" after skipping last night's dose; this morning 118/66, pulse 72. No further questions. Encounter closed.

Pharmacy: updated list sent; discontinued chlorthalidone 25 mg, remaining refills cancelled. Interaction check reviewed: none significant. Pt reminded not to use ibuprofen for knee pain, acetaminophen up to 3 g daily is fine. Portal message sent with the same instructions in writing.

Addendum: lab result Na 131, K {k}, Cr {cr}. Reviewed by provider. Fluid advice clarified, repeat in one week. {kin} informed, teach-back done. {NAME.signed}`,
  ],
]
