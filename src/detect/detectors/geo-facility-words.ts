import { wordSet } from '../field'

/** Words that name a kind of place, ward, service or patient, not a place: with only these there is no name. */
export const GENERIC = wordSet(`
  acute adolescent adult advanced aesthetic affiliated aged aid allergy allied ambulatory anesthesia anesthesiology antenatal anticoagulation arthritis assessment assisted asthma audiology autism
  back bariatric base behavioral birth birthing blood bone brain breast burn call cancer cardiac cardiology cardiothoracic cardiovascular care cardiopulmonary center centers centre chemotherapy chest chiropractic chronic clinic clinical clinics
  initial
  control cognitive collaborative colon colorectal comprehensive concussion consult consultation continence convenient coumadin counseling course critical crisis current
  day dental dentistry department dermatology detox detoxification developmental diabetes diabetic diagnosis diagnostic diagnostics dialysis dietary digestive disability discharge disease disorders division drug drop
  ear eating educational education elder elderly electrophysiology emergency employee endocrine endocrinology endoscopy ent epilepsy evaluation executive express eye extended
  facility facilities family fall fertility field first fitness floor follow followup foot free former full
  gastroenterology gastrointestinal genetics genetic geriatric geriatrics gender general gi gu gyn gynecology
  hand head headache health healthcare hearing heart heart hematology hepatitis hepatology high hip hiv hives home homes hospice hospital hospitals hospitalist hours house human hypertension hyperbaric
  icu imaging immediate immunization immunology incontinence infant infection infectious infusion injury inpatient institution institute insurance integrated integrative intensive intermediate internal interventional intervention
  joint kidney lab laboratory labor last level lipid living liver local long longterm lung
  maintenance management mammography maternal maternity medical medicine medication melanoma memory men mens mental metabolic methadone midwifery military mobile mood movement multidisciplinary multispecialty multiple musculoskeletal
  neonatal nephrology nerve neuro neurology neurological neurosurgery neurosurgical new next night nicu nurse nursery nursing nutrition
  ob obesity obgyn obstetric obstetrical obstetrics occupational office old oncology online open operating ophthalmology optometry oral organ orthopedic orthopaedic orthopedics orthopaedics osteoporosis otolaryngology our outpatient outside overnight
  pacemaker pain palliative parkinson past patient patients pcp peace pediatric paediatric pediatrics perinatal personal pharmacy physical physician physicians picu plastic podiatry poison postnatal postpartum practice preoperative pregnancy prenatal present preventive
  previous primary prior private procedure program prostate protected psychiatric psychiatry psychological psychology public pulmonary pulmonology quality
  radiation radiology rapid readmission receiving recent recovery rectal referral referring rehab rehabilitation renal reproductive research residential respiratory respite retail retina retirement rheumatology room routine rural
  safe same screening second senior service services sexual short sickle skilled skin sleep smoking social specialist specialists specialty spine sports stem sterile stroke student substance summary support surgery surgical surgicenter system systems
  teaching team telehealth telemedicine telemetry therapy third thoracic thyroid transfer transferring transfusion transitional transplant transplantation trauma travel treatment treating tumor tuberculosis
  ultrasound unit unknown urgent urology urological usual va vaccine vascular vein veterans veterinary virtual vision visit walk walkin ward warfarin wart weekly weight wellness womens women's women children childrens child mens wound youth
  abc xyz name hospitalization course history note report record records number address admission admitted data information phone location policy plan status disposition date type bed stay days
  high middle elementary grade grammar junior nurse public private charter catholic primary secondary boarding preparatory prep day pre preschool nursery law medical trade vocational technical art graduate community state city county
  medicaid medicare american national international federal
  nausea vomiting problem problems list chief complaint impression discussion exam examination review allergies medications labs results findings indication technique procedure preoperative postoperative diagnosis
  church school academy university college temple mosque synagogue chapel shelter jail prison daycare kindergarten montessori seminary
  inc llc pc pa corp company associates group partners network`)

/** Of the generic words, those that make a name with "Hospital" or "Medical Center" when capitalised: General Hospital. */
export const NAMING = wordSet(
  'general memorial community county university regional childrens children city state district methodist baptist mercy presbyterian lutheran adventist jewish deaconess veterans va women womens national metropolitan municipal central',
)

/** Heads that name a place together with one proper word. */
export const HEAD = wordSet(
  'hospital hospitals hosp clinic clinics klinik klinikum clinique hopital ospedale ziekenhuis hospice infirmary pharmacy polyclinic sanatorium sanitarium dispensary healthcare surgicenter school elementary academy kindergarten preschool montessori seminary cathedral chapel synagogue abbey prison jail penitentiary rehab',
)
/** Heads that need a capitalised proper word right before and are otherwise words of prose. */
export const SOFT_HEAD = wordSet(
  'center centre ctr institute health university college church temple mosque shelter associates rehabilitation orthopedics orthopaedics pediatrics cardiology oncology dermatology urology medical physicians daycare system nursing',
)

/** Words that may follow a head inside the name. */
export const AFTER = wordSet(
  'medical med center centre ctr hospital hospitals health system systems care healthcare clinic clinics network university school institute home services group associates elementary academy rehabilitation rehab pavilion campus emergency cancer surgery surgical heart children childrens specialty facility',
)

/** "St. Jude valve", "St. John's wort": a saint that is no place. */
export const SAINT_THING = wordSet('wort dance fire valve pacemaker icd device lead aortic mitral mechanical bicd dual prosthesis biventricular')

/** Before a facility without any head word: names of hospitals known by a short form. */
export const SYSTEMS: readonly string[] = `
  mayo clinic, cleveland clinic, johns hopkins, mass general, massachusetts general, mount sinai, mt sinai, cedars sinai, kaiser permanente, md anderson, sloan kettering,
  memorial sloan kettering, nyu langone, new york presbyterian, brigham and women, beth israel deaconess, beth israel, dana farber, scripps mercy, scripps memorial, sutter health,
  dignity health, banner health, banner university, intermountain health, intermountain healthcare, geisinger, ochsner, montefiore, northwell, lenox hill, massachusetts eye and ear, tufts medical,
  boston medical, lahey clinic, henry ford, beaumont hospital, spectrum health, advocate christ, rush university, northwestern memorial, loyola university, barnes jewish, saint louis university,
  baylor scott and white, baylor scott, houston methodist, ben taub, parkland memorial, parkland hospital, ut southwestern, grady memorial, emory healthcare, piedmont atlanta, duke university,
  duke health, atrium health, novant health, wake forest baptist, vanderbilt university, inova fairfax, medstar health, sentara, christiana care, penn medicine, thomas jefferson university,
  temple university, allegheny general, upmc, hackensack meridian, rwjbarnabas, yale new haven, hartford healthcare, dartmouth hitchcock, maine medical, stanford health, ucla health, ucsf, ucla,
  keck medicine, city of hope, harbor ucla, swedish medical, harborview, virginia mason, providence health, legacy emanuel, ohsu, nationwide children, cincinnati children, texas children,
  seattle children, boston children, st jude children, rady children, lurie children, shriners, walter reed, encompass health, fresenius, davita, hca healthcare, tenet health, ascension, commonspirit,
  trinity health, mercy health, unitypoint, sanford health, essentia health, allina, healthpartners, fairview, hennepin, marshfield clinic, gundersen, aurora health, froedtert, ohiohealth, metrohealth,
  summa health, promedica, iu health, eskenazi, jackson memorial, tampa general, moffitt, orlando health, adventhealth, shands, carilion, wellstar, prisma health, baptist health, methodist hospital,
  great ormond street, addenbrooke, moorfields, charite, karolinska`
  .split(',')
  .map((x) => x.trim())
/** Systems whose name is also a word, a person's or a thing's: a capital is needed, and a facility word or a place's preposition. */
export const DOUBTFUL_SYSTEM = wordSet('ascension fairview hennepin geisinger shriners fresenius davita sentara charite allina')

/** Short forms in capitals. */
export const ACRONYM = wordSet(
  'ucla ucsf ucsd uci ucd usc nyu nyp mgh bwh bidmc bmc mskcc upmc upenn chop chla chb unc uab uams uic uwmc uw ohsu utsw utmb musc vcu uva umass ummc uiowa uihc uchicago uky tgh umc lsu hup jhh ccf mcw lac chw vamc vumc wvu',
)

/** What a practice, home or center calls itself after its name: "Harborview Urgent Care", "Pinecrest Assisted Living". */
export const PRACTICE: readonly string[] =
  `assisted living, urgent care, home care, home health, family practice, family medicine, family care, family clinic, family health, primary care, memory care, senior living, senior care, independent living, internal medicine,
  retirement community, nursing home, nursing center, group home, rest home, health center, surgery center, surgical center, imaging center, dialysis center, dialysis, imaging, diagnostics, pediatrics, paediatrics,
  practice, medical group, medical associates, physician group, associates, health partners, physical therapy, wellness center, birth center, treatment center, recovery center, behavioral health, dental, dental care,
  eye care, eye center, heart center, cancer center, care center, health clinic, walk in clinic, womens health, skilled nursing, rehab center, community center, health care, convalescent home, veterans home, foster home, childrens home`
    .split(',')
    .map((x) => x.trim())
