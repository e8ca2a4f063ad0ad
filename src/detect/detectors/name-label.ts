import type { Subtype } from '../../labels'
import { Word } from '../../lexicon/classes'
import { Shape, type Window } from '../../scan/window'
import { CLASS, Gap, LETTER } from '../../text/chars'
import { hashWord } from '../../text/hash'
import type { Detector, Sink } from '../detector'
import { wordSet } from '../field'
import { closed, fullWords, gapAfter, nameRun, nextOf, placeTail, prevOf, Run, rareWords } from './name-run'
import { AUTHORITY } from './name-title'
import { medicalEnd, open, STRONG_TITLE, SUFFIX } from './name-words'

/** Labels whose value is a name and nothing else. */
const NAMES: readonly (readonly [Subtype | undefined, string])[] = [
  [
    'patient',
    'patient name,patients name,patient s name,name of patient,name of the patient,pt name,patient full name,patient legal name,patient first name,patient last name,patient middle name,resident name,client name,member name,subscriber name,insured name,insured s name,beneficiary name,child name,child s name,donor name,recipient name,participant name,decedent name',
  ],
  [
    undefined,
    'first name,last name,middle name,full name,maiden name,family name,given name,surname,legal name,preferred name,birth name,former name,previous name,alias,aliases,aka,a k a,nickname,fname,lname,mname,contact person,contact name,person name,account holder,account holder name,cardholder,cardholder name,name on account,name on card,responsible party,responsible party name,customer name,applicant name,recipient name,policyholder,policy holder,policyholder name',
  ],
  [
    'relative',
    'mother s name,mothers name,mother name,father s name,fathers name,father name,mother s maiden name,mothers maiden name,mother maiden name,spouse name,spouse s name,parent name,parent s name,guardian name,guardian s name,legal guardian name,next of kin,next of kin name,nok,nok name,emergency contact,emergency contact name,emergency contacts,guarantor name,guarantor s name,kin name,relative name,caregiver name,partner name,husband s name,wife s name,son s name,daughter s name',
  ],
  [
    'clinician',
    'attending physician,attending provider,attending name,attending md,attending doctor,primary care physician,primary care provider,primary physician,primary surgeon,referring physician,referring provider,referring doctor,referring md,ordering physician,ordering provider,ordering md,consulting physician,consulting provider,admitting physician,admitting provider,family physician,family doctor,supervising physician,rendering provider,performing physician,performing provider,interpreting physician,provider name,physician name,doctor name,doctor s name,surgeon name,nurse name,clinician name,therapist name,practitioner name,co surgeon,assistant surgeon,surgical assistant,first assistant,second assistant,operating surgeon,case manager,social worker,care coordinator,charge nurse,primary nurse,discharging physician,responsible physician,reporting radiologist',
  ],
]
/** Labels that stand before other things too. */
const WORDS: readonly (readonly [Subtype | undefined, string])[] = [
  ['patient', 'patient,pt,pt s,patients,client,resident,subscriber,insured,member,beneficiary,enrollee,policy owner,donor,recipient,decedent,child,infant,baby,veteran,subject name'],
  [undefined, 'name,names,re,attn,attention,regarding,contact,person,user,author,customer,sender,signed,signature,signature of,witness,interpreter,cc'],
  [
    'relative',
    'mother,father,mom,dad,spouse,wife,husband,son,daughter,brother,sister,guardian,legal guardian,parent,parents,guarantor,partner,aunt,uncle,grandmother,grandfather,caregiver,informant,proxy,healthcare proxy,health care proxy,poa,power of attorney,s o,d o,w o,c o,h o',
  ],
  [
    'clinician',
    'attending,pcp,referring,referred by,provider,providers,physician,doctor,surgeon,surgeons,assistant,assistants,anesthesiologist,anaesthetist,anesthetist,crna,consultant,resident physician,nurse,rn,radiologist,pathologist,cardiologist,therapist,psychiatrist,pediatrician,hospitalist,dictator,dictating,scribe,transcriptionist,technologist,technician,midwife,fellow,intern,md,ordered by,reported by,read by,interpreted by,requested by,author name,preceptor,dentist,pharmacist,oncologist,neurologist',
  ],
]
/** Labels that need no mark: what follows is a name. */
const SIGNED =
  'electronically signed by,digitally signed by,e signed by,signed by,dictated by,transcribed by,authenticated by,approved by,verified by,reviewed by,cosigned by,co signed by,attested by,entered by,prepared by,written by,authored by,performed by,documented by,recorded by,finalized by,completed by,witnessed by,scribed by,typed by,edited by,electronically signed,dictated but not read by'

const KIND = new Map<number, Subtype | undefined>()
const collect = (lists: readonly (readonly [Subtype | undefined, string])[]): readonly string[] => lists.flatMap(([, list]) => list.split(','))
const phraseKey = (text: string): number => hashWord(text.replaceAll(' ', ''))
for (const [kind, list] of [...WORDS, ...NAMES]) for (const cue of list.split(',')) KIND.set(phraseKey(cue), kind)

function kindOf(w: Window, i: number, next: number): Subtype | undefined {
  let text = ''
  for (let k = i; k < next; k++) text += w.str(k).toLowerCase()
  return KIND.get(hashWord(text))
}

/** Separators between a label and its value. */
const BETWEEN = Gap.SPACE | Gap.TAB | Gap.NEWLINE | Gap.COLON | Gap.EQUALS | Gap.DASH | Gap.QUOTE | Gap.OPEN | Gap.CLOSE | Gap.STAR | Gap.PIPE | Gap.UNDERSCORE | Gap.BACKSLASH | Gap.DOT | Gap.HASH | Gap.APOS | Gap.TILDE
const MARK = Gap.COLON | Gap.EQUALS | Gap.PIPE | Gap.TAB
const FILL = wordSet('is was name names full legal s as and by md text value last first middle mi')
/** `drug name`, `name of medication`: the name of a thing. */
const THING = wordSet(
  'file drug brand user trade generic product host domain class service method function variable field table column test study trial plan company business facility hospital clinic pharmacy school street city medication medicine device model machine app application package module tool server queue event job task project team group role species gene protein branch key tag metric span db database bucket index template screen page form report display login log logger thread process container image pod node cluster region account unit ward department room scientific common chemical procedure program course',
)
/** A value starts at most this far after the start of its label. */
const VALUE_WITHIN = 112
const OF = hashWord('of')
const SPACE_OR_NONE = Gap.SPACE | Gap.UNDERSCORE | Gap.DASH

/** First token of the value, past marks, fillers and a title; -1: none. */
function valueStart(w: Window, next: number): number {
  for (let k = next, fillers = 0; nextOf(w, k - 1) > 0 && fillers <= 3; k++) {
    if ((w.gap[k] & ~BETWEEN) !== 0 || (w.shape[k] & Shape.LETTERS) === 0 || w.gap[k] === 0 || w.start[k] - w.start[next] > 40) return -1
    if (FILL.has(w.hash[k]) && (w.is(k, Shape.LOWER) || (gapAfter(w, k) & (MARK | Gap.COMMA)) !== 0)) fillers++
    else if ((w.word[k] & Word.TITLE) !== 0 && STRONG_TITLE.has(w.hash[k]) && (gapAfter(w, k) & ~(Gap.SPACE | Gap.DOT)) === 0 && !w.glued(k + 1)) fillers++
    else return k
  }
  return -1
}

/** The separators from the label to token `j`. */
function between(w: Window, next: number, j: number): number {
  let seen = 0
  for (let k = next; k <= j; k++) seen |= w.gap[k]
  return seen
}

/** Lower case, not a script without case. */
const lowerCase = (w: Window, j: number): boolean => w.is(j, Shape.LOWER) && CLASS[w.at(w.start[j])] !== LETTER

/** The name that is a field's value: its last token, or -1. */
function value(w: Window, j: number, sure: boolean): number {
  const shape = w.shape[j]
  const lower = lowerCase(w, j)
  const mode = lower ? Run.LOWER | Run.COMMA : (shape & Shape.CAPS) !== 0 ? Run.CAPS | Run.COMMA : Run.COMMA | (sure ? Run.CAPS | Run.COMMON : 0)
  const last = nameRun(w, j, mode)
  if (last < 0 || placeTail(w, last)) return -1
  if (w.glued(last + 1) || gapAfter(w, last) === Gap.UNDERSCORE) return -1
  if (lower && !closed(w, last)) return -1
  return lower ? dotted(w, last) : last
}

/** `jane.doe` */
function dotted(w: Window, last: number): number {
  const k = nextOf(w, last)
  return k > 0 && w.gap[k] === Gap.DOT && w.start[k] - w.end[last] === 1 && w.is(k, Shape.LOWER) && w.len(k) > 1 ? k : last
}

/** A lone word, or words that are also words of prose, before more prose is no value. */
function prose(w: Window, j: number, last: number): boolean {
  if ((gapAfter(w, last) & (Gap.NEWLINE | Gap.TAB | Gap.PIPE | Gap.QUOTE | Gap.OPEN | Gap.CLOSE | Gap.SEMI)) !== 0) return false
  if (w.start[last + 1] - w.end[last] > 2) return false
  return fullWords(w, j, last) < 2
}

function strong(w: Window, i: number, next: number, out: Sink): void {
  const j = valueStart(w, next)
  if (j < 0 || w.start[j] - w.start[i] > VALUE_WITHIN) return
  const marks = between(w, next, j)
  if ((marks & (MARK | Gap.QUOTE)) === 0 && (marks !== Gap.SPACE || w.is(j, Shape.LOWER) || !open(w, j))) return
  const last = value(w, j, (marks & MARK) !== 0)
  if (last < 0) return
  if (last === j && w.is(j, Shape.SINGLE) && (marks & (MARK | Gap.QUOTE)) === 0) return
  const rares = rareWords(w, j, last)
  const named = NAME_WORD.has(w.hash[next - 1]) && (marks & (MARK | Gap.QUOTE)) !== 0 && closed(w, last) && !NOBODY.has(w.hash[j])
  if (rares === 0 && !named && (!open(w, j) || w.is(j, Shape.CAPS))) return
  out.add(w.start[j], w.end[last], rares > 0 ? 0.95 : 0.7, kindOf(w, i, next))
}

/** The label says name, so that a lone common word is one too: `Last name: Weeks`. */
const NAME_WORD = wordSet('name fname lname mname surname firstname lastname middlename fullname')
/** What stands in a field that is empty. */
const NOBODY = wordSet('none unknown unavailable pending declined refused same null undefined withheld redacted required anonymous see given blank missing string text value true false')

function thing(w: Window, i: number, next: number): boolean {
  if (prevOf(w, i) >= 0 && (w.gap[i] & ~SPACE_OR_NONE) === 0 && THING.has(w.hash[i - 1])) return true
  return nextOf(w, next - 1) > 0 && w.hash[next] === OF
}

/** Labels that also open a turn of a dialogue, where a lone word is an answer. */
const SPEAKER = wordSet('patient doctor nurse physician mother father mom dad wife husband son daughter client parent caregiver provider therapist clinician')

const SENTENCE_MARK = new Set([0x2e, 0x3f, 0x21, 0x2c, 0x2d])

function weak(w: Window, i: number, next: number, out: Sink): void {
  if (nextOf(w, next - 1) < 0 || (w.gap[next] & (MARK | Gap.QUOTE | Gap.CLOSE)) === 0) return
  const j = valueStart(w, next)
  if (j < 0 || w.start[j] - w.start[i] > VALUE_WITHIN || (between(w, next, j) & MARK) === 0 || thing(w, i, next)) return
  const last = value(w, j, false)
  if (last < 0) return
  const rares = rareWords(w, j, last)
  const full = fullWords(w, j, last)
  if (rares === 0) {
    // Two words that are both names and words: `Patient: Rose Hall`, not `Patient: Good.`
    if (full < 2 || w.is(j, Shape.LOWER) || !closed(w, last) || w.is(j, Shape.CAPS)) return
  } else if (lowerCase(w, j) ? full < 2 || rares < 2 : prose(w, j, last)) return
  if (last === j && (medicalEnd(w, j) || w.is(j, Shape.SINGLE) || SUFFIX.has(w.hash[j]))) return
  if (full === 1 && SPEAKER.has(w.hash[i]) && SENTENCE_MARK.has(w.at(w.end[last]))) return
  out.add(w.start[j], w.end[last], rares > 1 ? 0.9 : 0.65, kindOf(w, i, next))
}

function signed(w: Window, i: number, next: number, out: Sink): void {
  const j = valueStart(w, next)
  if (j < 0 || w.start[j] - w.start[i] > VALUE_WITHIN) return
  const last = value(w, j, false)
  if (last < 0) return
  const rares = rareWords(w, j, last)
  if (rares === 0 || (w.is(j, Shape.LOWER) && (between(w, next, j) & MARK) === 0)) return
  out.add(w.start[j], w.end[last], rares > 1 ? 0.9 : 0.7, 'clinician')
}

const LABEL_REACH = { behind: 40, ahead: 320 }
const SUBTYPES = ['patient', 'relative', 'clinician'] as const

export const nameLabel: readonly Detector[] = [
  { id: 'name-field', label: 'NAME', subtypes: SUBTYPES, plain: true, authority: AUTHORITY, reach: LABEL_REACH, cues: collect(NAMES), atCue: strong },
  { id: 'name-label', label: 'NAME', subtypes: SUBTYPES, plain: true, authority: AUTHORITY, reach: LABEL_REACH, cues: collect(WORDS), atCue: weak },
  { id: 'name-signed', label: 'NAME', subtypes: ['clinician'], plain: false, authority: AUTHORITY, reach: LABEL_REACH, cues: SIGNED.split(','), atCue: signed },
]
