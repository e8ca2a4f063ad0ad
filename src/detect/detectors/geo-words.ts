import { wordSet } from '../field'

/** Suffixes that make an address by themselves: "12 oak street", "Elm Street" (USPS Publication 28, appendix C1). */
export const STRONG_SUFFIX = wordSet(`street str avenue ave av road rd boulevard blvd lane ln drive terrace parkway pkwy highway hwy turnpike expressway freeway crescent
  rua rúa avenida strasse straße gasse straat laan gata gatan vägen vej gade katu út utca ulica`)

/** Spelled in capitals these are also computed tomography, physical therapy, subcutaneous …: a place must follow. */
export const MEDICAL_CAPS = wordSet('ct pt dr sq cv pl mt br hl vl ter sta cor st exp ext ln est ht hts flt rad row way run point view rest pass field fall drive walk')

/** Suffixes that are ordinary words or abbreviations even with a capital: only with a house number of three digits, or a unit or place after it. */
export const WEAK_SUFFIX = wordSet(`center centre course rest flat flats fall falls fork forks key light lights lock plain point points port run pass rapid rapids well wells wall view views walk
  walks way ways square union unions station trace track trail trailer stop bottom club corner corners cor cross crossing curve divide field fields fort ext extension extensions exp estate estates
  est stream spring springs dam dale ferry gateway bend branch bridge common commons court ct circle cove heights ht hill hills row plaza pine pines rest ramp radial rad via pt dr st sq cape creek
  al ut tie ring port camp ville village summit mission mount mountain oval overpass park loaf manor mall lake lodge spur throughway tunnel underpass vista ways`)

/** Street words that stand before the name: rue de la Paix, Calle Mayor, Via Roma, ul. Zamkowa. */
export const STREET_FIRST = wordSet(`rua rúa calle avenida avda avd avenue plaza paseo carrer carrera camino callejón ronda travesía praça travessa estrada largo alameda via viale vicolo piazza
  piazzale piazzetta corso strada contrada ul ulica al aleja aleje rue quai chemin impasse cours boulevard passage place allée route sentier jalan jln nám náměstí ulitsa prospekt bulevar bulevardul`)

/** Small words inside the names of streets, cities and institutions. */
export const CONNECTOR = wordSet('of the and de la del della delle dei di da do das dos des du le les el los las lo al y e et van von der den dem zum zur am an im op ten ter in den upon sur aux au à l d s saint st')

/** Words that are never part of the name of a place. */
export const STOP = wordSet(`a an i he she we you they it his her him my our your their its this that these those who whom whose which what when where why how
  is are was were be been being am has have had do does did will would shall should may might can could must not no nor if then than but or so as because while since until during
  with without within from for by on off up down out over under about after before above below between into through per via at to into onto
  seen saw see had has went goes go going gone came comes come coming got gets get getting took takes take taken gave gives given told says said say states stated reports reported denies denied
  admitted discharged transferred referred presented presents presenting treated evaluated followed follow scheduled visit visited visits
  patient patients pt pts mr mrs ms miss dr drs doctor md rn np pa mother father mom dad son daughter wife husband brother sister family
  all any some each every both either neither many much more most few less least other another such same own only just also very too
  one two three four five six seven eight nine ten eleven twelve dozen times time
  note please thank thanks yes okay ok hello hi here there now today tomorrow yesterday tonight again
  attended attends attending enrolled lives lived living works worked working called contacted visiting using use used needs need wants want started starting stopped moved born raised stays staying
  continue continued ordered reviewed obtained performed completed received underwent requested recommended recommend consulted consult consider considered discussed discuss arrived arrives sent taken brought
  return returned repeat check start stop increase decrease administer give make made call ask asked feel feels felt know think believe help try tried let
  dob mrn ssn phone fax tel email date name age sex address re cc id no`)

/** Measures and counts: a number before them is no house number. */
export const COUNTED =
  wordSet(`mg mcg ug g kg gm gram grams ml l dl cc cm mm m km inch inches ft feet lb lbs oz pound pounds percent degree degrees unit units day days week weeks month months year years yo yr yrs hour hours hr hrs
  meter meters metre metres foot yard yards gallon liter liters week day
  minute minutes min mins sec second seconds point points view views view lead leads step steps tablet tablets tab tabs capsule capsules dose doses pack packs puff puffs drop drops times time beats bpm mmhg meq mmol iu french gauge fr ga
  french cell cells item items level levels vessel vessels part parts stage grade class type phase cycle cycles session sessions visit visits patient patients people children siblings pregnancies block blocks mile miles
  am pm hours hrs percent slice channel flight flights lb x`)

const CITY_STATE_TRAP = 'or in me hi ok oh ma pa md al la mi co de id as ms mo mt id ak'
/** Codes that are also words or abbreviations of clinical prose: "Smith, MD", "IV, PA". They need a ZIP or a street. */
export const TRAP_CODE = wordSet(CITY_STATE_TRAP)

/** Compound street names, by their end: Hauptstraße, Kerkstraat, Storgatan. */
export const STREET_END =
  /(?:stra(?:ss|ß)e|straat|laan|steenweg|str|plein|gracht|singel|gatan|v[äa]gen|gränd|gaten|veien|vegen|gade|vej|katu|kuja|polku|utca|weg|gasse|allee|platz|damm|chaussee|stræde|dreef|kade|väg|gata)$/

/** Australian states, before a postcode of four digits (Australia Post, AS 4590). */
export const AUSTRALIA = wordSet('nsw vic qld wa sa tas act nt')

export const PROVINCE = wordSet('on qc bc ab mb sk ns nb nl pe nt yt nu')
