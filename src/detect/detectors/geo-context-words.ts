import { wordSet } from '../field'

const pairs = (verbs: string, words: string): string[] => verbs.split(',').flatMap((v) => words.split(',').map((p) => `${v.trim()} ${p}`))

/** Where somebody lives, comes from or travels to: a city follows. */
export const RESIDENCE = [
  ...pairs('lives,live,lived,living,resides,reside,resided,residing,stays,staying', 'in,near,outside,outside of,around'),
  ...pairs('resident,residents,native,citizen,inhabitant,suburb,suburbs', 'of'),
  ...pairs('moved,relocated,moving,traveled,travelled,travel,traveling,travelling,trip,flew,drove,flight,flights,vacationed,returned,back,immigrated,emigrated,commutes,commuted', 'to,from,from the'),
  ...pairs(
    'vacation,vacationing,raised,born,grew up,born and raised,works,worked,working,employed,retired,located,based,situated,home,house,apartment,farm,stationed,incarcerated,imprisoned,buried,married,died',
    'in,near,outside',
  ),
  ...pairs('comes,came,is,are,was,were,originally,hails,en route,driving,arrived,visiting,family,parents', 'from'),
  'hometown of',
  'hometown is',
  'home town of',
  'city of',
  'town of',
  'village of',
  'township of',
  'municipality of',
  'borough of',
  'county of',
  'neighborhood of',
  'neighbourhood of',
  'downtown',
  'visit to',
  'area of',
  'people of',
]

/** Where somebody was seen, treated or sent: a facility follows "at", a facility or city "in". */
const CARE_VERBS =
  'seen,treated,evaluated,admitted,hospitalized,hospitalised,diagnosed,followed,operated on,operated,presented,presenting,presents,transferred,transported,airlifted,referred,discharged,cared for,care,surgery,visit,visits,visited,consulted,reviewed,attended,attends,examined,delivered,managed,appointment,appt,procedure,performed,done,stay,cath,transplant,biopsy,chemotherapy,chemo,radiation,pcp,physician,specialist,oncologist,cardiologist,surgeon,clinic,office,practice,hospital,facility,records,enrolled,student,teacher,teaches,works,worked,nurse,employed,volunteers,born,ablation,therapy,treatment,evaluation,workup,studies,dx,tx,rx,underwent'
export const CARE = [
  ...pairs(CARE_VERBS, 'at,at the,in,@'.replace(',@', '')),
  ...pairs('admitted,transferred,presented,presenting,referred,transported,airlifted,visit,sent,taken,brought,flown,returned,transfer,admission', 'to,to the'),
  ...pairs('lives,lived,living,resides,residing,is,are,was,stays,staying', 'at'),
  ...pairs('goes,went', 'to'),
  'attends',
  ...pairs('transferred,discharged,referred,records,transfer,referral,report,reports,clinic,admitted', 'from,from the'),
]

/** Capitalised words after a preposition that are wards, services, times or beliefs. */
export const NOT_PLACE = wordSet(`earth university college detail details depth god heaven jesus facebook google twitter internet english spanish french german italian caucasian latin hispanic christ lord love
  thanksgiving christmas easter halloween ramadan hanukkah passover spring summer fall winter autumn
  cardiology neurology medicine surgery oncology psychiatry telemetry radiology pathology pharmacy pediatrics obstetrics gynecology urology dermatology nephrology pulmonology hematology rheumatology endocrinology
  top bottom normal full work school sleep court church mass floor
  labor rehab hospice home inpatient outpatient emergency icu micu sicu nicu picu ccu ed er or pacu floor medsurg stepdown snf ltac ltach rehabilitation physical occupational speech social case behavioral urgent primary ob gyn ent gi pt ot
  room ward unit bed clinic hospital office center facility interventional intensive step med vascular orthopedics orthopedic ortho neuro cards derm rheum psych peds heme onc endo pulm nephro transplant trauma burn wound pain sleep spine weight infectious palliative
  anesthesia anesthesiology ambulatory observation triage bedside baseline theater theatre preop postop pre post cath recovery holding endoscopy chapter figure table section appendix part phase stage grade group class trial study year arm cohort
  internal family general community regional outside local skilled assisted nursing long adult`)

/** Verbs and nouns of living somewhere: believed in capitals too. */
export const HOME = wordSet(
  'lives live lived living resides reside resided residing resident residents native born raised moved relocated hometown city town village traveled travelled travel trip flew immigrated emigrated vacationed grew originally',
)
