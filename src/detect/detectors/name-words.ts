import { Word } from '../../lexicon/classes'
import { Shape, type Window } from '../../scan/window'
import { wordSet } from '../field'

/** Words of these classes do not belong to a name unless they are also names (AMBIGUOUS). */
export const STOP =
  Word.FUNCTION |
  Word.COMMON |
  Word.FIELD |
  Word.MEDICAL |
  Word.ROLE |
  Word.RELATION |
  Word.TITLE |
  Word.MONTH |
  Word.WEEKDAY |
  Word.NUMBER |
  Word.ORDINAL |
  Word.FACILITY |
  Word.ORGANISATION |
  Word.MEASURE |
  Word.HOLIDAY |
  Word.SEASON |
  Word.NATIONALITY

/** Stops that hold even right after a title: `Dr. Patient`, `Mr. Name`, `Dr. and`. */
export const HARD_STOP = Word.FUNCTION | Word.FIELD | Word.ROLE | Word.TITLE | Word.WEEKDAY | Word.NUMBER

/** Common words that are also given names or surnames (US Census, surnames and given names by frequency). */
export const AMBIGUOUS = wordSet(`
  ana tia ed mel les sid eva mia ida ada ali ira hunt parks gates manning hardy fuller pace curry leach stark beard herring story
  amber an angel april art august austin autumn baker ball banks barber barker basil bass bean bell berry best bill bird bishop
  black bob bond branch brand bridges bright brooklyn brown buck bull burns bush butler carolina carpenter carter case cash castle
  chad chambers chance charlotte chase chelsea cherry china christian chuck church clay clement cloud cole constance cook cooper
  crane crook cross crystal daisy dakota dale dallas darling dawn day dean do doe drew duke dung earl east england english faith
  farmer favor field fields fish fisher flood florence flowers forest foster france francis frank french frost fry gardener garland
  garner gay gene georgia german ginger glass glen glover gold golden good goodman goss grace grant grave graves gray green grey guy
  hall ham hammer hand hands harmony hart hazel heather high hill ho hogg holder holland holly hood hook hope horn house houston
  hunter india ireland iris irish israel ives ivy jack jade jan jasmine jerry joiner jordan joy judge june kelly kenya kidd kim king
  knight lake lamb land lane lark larkin law le lee lemon lightfoot lily little livers london long lord love loving lung ma madison
  mai major manners march mark marks marsh marshall mason may mayer mayo melody mercer merry messenger mild miles miller mills minor
  monk moody moon moore moss motley ng nick night nix noble north oaks olive oneal opal outlaw page paris parish park parker parrott
  parson pat patience patten paul payne peak pearl pearson peel penny phoenix pickle pierce pillow piper pitts plank plant player
  plumber poe poindexter pollock pool poole pope porter power powers pratt press price pride prince proctor prudence queen quick
  rains ramsey ransom raven ray rector reed rice rich rider ridge rivera rivers roach robin rock roman rooks root rose rowe rowland
  ruby rucker rush rust sage sands santa santiago savage savannah sawyer scott seals sellers sergeant shade sharp sharps shaver
  shepard shepherd shields shore short silk silver sims singer singleton skinner small smith snider snow son south sparks speed
  spence spruce steel sterling steward stiles stone storm street strong su sue summer sutton sweet swift sydney tally tanner tate
  taylor teller temple terry thorn tiller tony tower toy trainer trinidad tripp truelove trust tucker tune turner tyler vale
  valentine van vaughn vest victor victoria viner viola violet virginia virtue wade wagoner walker wall waller wallet walls ward
  ware warren washer waterman waters wear weaver webb weeks welcome wells welsh west wheat wheeler whistler white whitehead wilder
  will wills wing winner winter winters wise witt wolf wood wooden woods woodward worth worthy wright yates york young
`)

/** Words of AMBIGUOUS that in lower case are never taken for names. */
export const GENERIC = wordSet(
  'hunt parks gates manning hardy fuller pace curry leach stark beard herring story ed ana tia mel les sid eva mia ida ada ali ira good best old long short little strong wise love loving young small will may more minor moody just right rich early big poor simple high hand hands house home day weeks case black white brown green gray grey gold silver street field fields church east west north south power major sharp speed fish bird ball bean rice snow storm rain winter summer stock tank wall water waters wells wear welcome well sweet swift steel stone spring root rose page park lake hall price cash chance change chase cook means march june april august jan an le ma do son ho su ng lung hung night noble singer farmer porter judge king queen prince pride proctor ham berry cherry garland flowers early reed rock rich bond brand branch bright cross burns rush case walker barber butler tower temple glass golden moon player pillow santa sample seals tune toy vest tate tally art bush crane dawn gay gene grant guy hope joy kidd language',
)
export const PARTICLE = wordSet('van von der den de del della di da dos das do la las le los el al bin ibn ben abu ter ten te du des st saint san santa mac mc ap af zu zur y e')
export const SUFFIX = wordSet('jr sr ii iii iv junior senior esq')
export const STRONG_TITLE = wordSet('dr drs mr mrs ms mx prof miss doctor professor messrs mister missus')
export const CLINICAL_TITLE = wordSet('dr drs doctor prof professor nurse')
/** Titles that are ordinary words too: they need a capitalised word of no list behind them. */
export const PLAIN_TITLE = wordSet(
  'sgt sergeant cpt capt captain lt lieutenant col colonel maj major cpl corporal pvt adm admiral cmdr commander officer detective deputy sheriff rev reverend fr hon judge justice sister brother father nurse rabbi imam pastor bishop deacon chaplain sen senator rep gov governor mayor sir dame lady lord sr sra srta senor senora herr frau madame mme monsieur',
)
/** Letters that stand for nobody: `Dr. X`, `Ms. A`, `Dr. X Y Z`. */
export const UNKNOWN_LETTER = wordSet('a b c x y z')

/** Greek and Latin word ends of diagnoses, procedures and drugs; letters before the end keep short names out. */
const MEDICAL_END =
  /(?:itis|osis|emia|aemia|opathy|algia|ectomy|otomy|ostomy|uria|plasty|scopy|graphy|gram|rrhea|rrhage|penia|phagia|plegia|megaly|trophy|plasia|oma|stasis|statin|pril|sartan|olol|azole|cillin|mycin|micin|cycline|floxacin|mab|nib|vir|pine|zepam|zolam|caine|tidine|prazole|triptan|parin|xaban|gliptin|gliflozin|glutide|formin|thiazide|semide|dronate|profen|oxetine|triptyline|azine|idone|apine|ology|ologist|iatric|iatry|ative|ation|ition|ically|ously|ingly|edly)$/

export const medicalEnd = (w: Window, k: number): boolean => w.len(k) >= 7 && MEDICAL_END.test(w.str(k).toLowerCase())

/** Eponyms that are given names far more often: they count as names where the text speaks of people. */
const GIVEN_EPONYM = wordSet('thomas patrick keith vincent pierre marie laurence gilbert neville')

/** A word that is in no list but that of eponyms. */
export function unlisted(w: Window, k: number): boolean {
  return (w.word[k] & STOP) === 0 && !(w.is(k, Shape.CAPS) && (w.word[k] & Word.CREDENTIAL) !== 0)
}

/** A word that is in no list, or is also a name. */
export function open(w: Window, k: number): boolean {
  return (w.word[k] & STOP) === 0 || AMBIGUOUS.has(w.hash[k])
}

/** A word of no list at all: what weak evidence asks for. */
export function rare(w: Window, k: number): boolean {
  return ((w.word[k] & (STOP | Word.EPONYM)) === 0 || ((w.word[k] & STOP) === 0 && GIVEN_EPONYM.has(w.hash[k]))) && !(w.is(k, Shape.CAPS) && (w.word[k] & Word.CREDENTIAL) !== 0)
}
