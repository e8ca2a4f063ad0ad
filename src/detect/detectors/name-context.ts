import { Word } from '../../lexicon/classes'
import type { Subtype } from '../../labels'
import { Shape, type Window } from '../../scan/window'
import { Gap } from '../../text/chars'
import { hashWord } from '../../text/hash'
import type { Detector, Sink } from '../detector'
import { wordSet } from '../field'
import { closed, fullWords, gapAfter, nameBack, nameRun, nextOf, placeTail, prevOf, rareWords } from './name-run'
import { AUTHORITY } from './name-title'
import { AMBIGUOUS, medicalEnd, open, rare, STOP, unlisted } from './name-words'

const LETTER_S = hashWord('s')
const IS = wordSet('is was')
const AND = hashWord('and')
const LINK = wordSet('named called name s boy girl is was')
const LOOSE = Gap.SPACE | Gap.NEWLINE

/**
 * A name in running text on weak evidence: capitalised words, at least `least` of them in no list, the first open.
 * Gives the last token, or -1.
 */
export function proseName(w: Window, j: number, least: number): number {
  if (!w.is(j, Shape.INITIAL | Shape.CAMEL) || !(open(w, j) || w.is(j, Shape.SINGLE)) || (w.is(j, Shape.SINGLE) && (gapAfter(w, j) & (Gap.DOT | Gap.APOS)) === 0)) return -1
  const last = nameRun(w, j, 0)
  if (last < 0 || w.glued(last + 1) || placeTail(w, last)) return -1
  const rares = rareWords(w, j, last)
  if (rares === 0 && !(last > j && w.is(last, Shape.SINGLE) && (w.is(j, Shape.SINGLE) || (w.word[j] & STOP) === 0))) return -1
  if (fullWords(w, j, last) + (w.is(last, Shape.SINGLE) && last > j ? 1 : 0) < least) return -1
  return last
}

/** `mother Jane`, `wife, Mary Ellen,`, `daughter (Ana)`, `husband's name is Carlos`, `son named Tim`. */
function relation(w: Window, i: number, out: Sink): void {
  before(w, i, 'relative', out)
  if (w.is(i, Shape.CAPS)) return
  let j = i + 1
  let linked = 0
  for (; nextOf(w, j - 1) > 0 && linked < 4 && LINK.has(w.hash[j]) && (w.gap[j] & ~(Gap.SPACE | Gap.APOS)) === 0; j++) linked++
  if (nextOf(w, j - 1) < 0 || w.start[j] - w.end[j - 1] > 3) return
  if (w.is(j, Shape.LOWER)) return spoken(w, i, j, linked, out)
  const gap = w.gap[j]
  if (w.hash[i] === BABY && w.is(i, Shape.INITIAL) && gap === Gap.SPACE && open(w, j) && (gapAfter(w, j) & Gap.COMMA) !== 0 && w.is(j, Shape.INITIAL)) {
    out.add(w.start[j], w.end[j], 0.7, 'patient')
    return
  }
  if (gap === 0 || (gap & ~(LOOSE | Gap.COMMA | Gap.OPEN | Gap.DASH | Gap.QUOTE)) !== 0) return
  const apart = (gap & (Gap.COMMA | Gap.OPEN | Gap.DASH)) !== 0
  const verb = linked > 0 && IS.has(w.hash[j - 1]) && w.hash[j - 2] !== NAME
  const last = proseName(w, j, verb ? 2 : 1)
  if (last < 0) return kin(w, i, j, gap, out)
  if (apart && !closed(w, last) && fullWords(w, j, last) < 2) return
  out.add(w.start[j], w.end[last], rareWords(w, j, last) > 1 ? 0.9 : 0.7, 'relative')
  second(w, last + 1, 'relative', out)
}

const NAME = hashWord('name')
const UNCLE = wordSet('uncle aunt auntie')

/** `aunt Rose`, `son Mark`: a word that is a name too, capitalised in mid-sentence. */
function kin(w: Window, i: number, j: number, gap: number, out: Sink): void {
  if (gap !== Gap.SPACE || j !== i + 1 || !w.is(j, Shape.INITIAL) || w.is(j, Shape.SINGLE) || !AMBIGUOUS.has(w.hash[j])) return
  if ((w.word[j] & (Word.FUNCTION | Word.MONTH)) !== 0 || !(w.is(i, Shape.LOWER) || UNCLE.has(w.hash[i]))) return
  const k = nextOf(w, j)
  if (k > 0 && w.is(k, Shape.INITIAL) && w.gap[k] === Gap.SPACE) return
  out.add(w.start[j], w.end[j], 0.6, 'relative')
}
const BABY = hashWord('baby')
const CALLED = wordSet('named called name')
const OWNER = wordSet('my your his her our their s')
const VERB_END = /(?:s|ed|ing|ly)$/

/** Speech without capitals: `your friend , tyler ,`, `my sister diane and`, `his name is carlos`. */
function spoken(w: Window, i: number, j: number, linked: number, out: Sink): void {
  const gap = w.gap[j]
  const comma = (gap & Gap.COMMA) !== 0
  if (prevOf(w, i) < 0 || (gap & ~(Gap.SPACE | Gap.COMMA)) !== 0 || !OWNER.has(w.hash[i - 1]) || w.glued(j) || w.glued(j + 1)) return
  if (!unlisted(w, j) || w.len(j) < 3 || w.len(j) > 12 || medicalEnd(w, j)) return
  const k = nextOf(w, j)
  const named = linked > 0 && CALLED.has(w.hash[j - 1])
  const two = k > 0 && w.gap[k] === Gap.SPACE && unlisted(w, k) && w.is(k, Shape.LOWER) && w.len(k) > 2
  const e = two ? k : j
  if (!named && !(comma ? closed(w, e) || two : linked === 0 && k > 0 && (w.word[k] & Word.FUNCTION) !== 0 && w.gapOnly(k, Gap.SPACE) && !VERB_END.test(w.str(j)))) return
  out.add(w.start[j], w.end[e], 0.6, 'relative')
}

/** `parents Ann Able and Carl Able`. */
function second(w: Window, k: number, subtype: Subtype | undefined, out: Sink): void {
  if (nextOf(w, k - 1) < 0 || nextOf(w, k) < 0 || !(w.hash[k] === AND || (w.gap[k] & Gap.AMP) !== 0)) return
  const j = w.hash[k] === AND ? k + 1 : k
  if (w.start[j] - w.end[k - 1] > 8 || (w.gap[j] & ~(Gap.SPACE | Gap.AMP)) !== 0) return
  const last = proseName(w, j, 1)
  if (last >= 0) out.add(w.start[j], w.end[last], 0.7, subtype)
}

/** `Ann Able (mother)`, `Ann Able, her mother`, `Able's mother`. */
function before(w: Window, i: number, subtype: Subtype, out: Sink): void {
  if (prevOf(w, i) < 0) return
  let k = i
  const gap = w.gap[i]
  if (w.hash[i - 1] === LETTER_S && w.gap[i - 1] === Gap.APOS && gap === Gap.SPACE && prevOf(w, i - 1) >= 0) {
    const e = i - 2
    const first = w.is(e, Shape.INITIAL | Shape.CAMEL) && rare(w, e) ? nameBack(w, e, 0) : -1
    if (first >= 0) out.add(w.start[first], w.end[e], 0.7)
    return
  }
  if ((w.word[i - 1] & Word.FUNCTION) !== 0 && gap === Gap.SPACE) k = i - 1
  const mark = w.gap[k]
  if (prevOf(w, k) < 0 || w.start[k] - w.end[k - 1] > 3) return
  const bracket = (mark & Gap.OPEN) !== 0 && (mark & ~(Gap.SPACE | Gap.OPEN)) === 0
  const comma = mark === (Gap.COMMA | Gap.SPACE)
  if (!bracket && !comma) return
  const first = nameBack(w, k - 1, 0)
  if (first < 0 || !w.is(k - 1, Shape.INITIAL | Shape.CAMEL)) return
  const rares = rareWords(w, first, k - 1)
  if (rares === 0 || (comma && (rares < 2 || k === i))) return
  if (bracket && (gapAfter(w, i) & (Gap.CLOSE | Gap.COMMA | Gap.SPACE | Gap.NEWLINE)) === 0) return
  out.add(w.start[first], w.end[k - 1], rares > 1 ? 0.85 : 0.6, subtype)
}

/** `patient Ann Able`, `pt Able`, `case manager Carl Able`, `nurse Ann`. */
function role(w: Window, i: number, out: Sink): void {
  const j = i + 1
  before2(w, i, out)
  if (w.is(i, Shape.CAPS) && w.len(i) > 3) return
  let k = j
  if (nextOf(w, i) < 0) return
  if (IS.has(w.hash[k]) && w.gap[k] === Gap.SPACE) k++
  if (nextOf(w, k - 1) < 0 || !w.is(k, Shape.INITIAL | Shape.CAMEL) || w.start[k] - w.end[k - 1] > 2) return
  const comma = w.gap[k] === (Gap.COMMA | Gap.SPACE)
  if (w.gap[k] !== Gap.SPACE && !comma) return
  const least = k > j || comma || !PERSON.has(w.hash[i]) ? 2 : 1
  const last = proseName(w, k, least)
  if (last < 0 || (comma && !closed(w, last))) return
  const kind = PATIENT.has(w.hash[i]) || comma ? 'patient' : CLINICIAN.has(w.hash[i]) ? 'clinician' : undefined
  if (last === k && nextOf(w, last) > 0 && w.is(last + 1, Shape.DIGITS) && w.gap[last + 1] === Gap.SPACE) return
  if (fullWords(w, k, last) < 2 && last === k && (medicalEnd(w, k) || (w.is(i, Shape.INITIAL) && !closed(w, last)))) return
  out.add(w.start[k], w.end[last], rareWords(w, k, last) > 1 ? 0.85 : 0.6, kind)
}

const PATIENT = wordSet('patient pt client resident male female man woman boy girl gentleman lady')
const PERSON = wordSet('patient pt nurse doctor client attending pediatrician surgeon therapist midwife')
const CLINICIAN = wordSet('physician doctor nurse attending resident intern fellow therapist surgeon provider practitioner clinician hospitalist consultant specialist pharmacist technician technologist midwife paramedic psychologist psychiatrist neurologist cardiologist oncologist dermatologist radiologist pathologist pediatrician dentist anesthesiologist manager worker coordinator')

/** `Ann Able (fellow)`. */
function before2(w: Window, i: number, out: Sink): void {
  if (prevOf(w, i) < 0 || (w.gap[i] & Gap.OPEN) === 0 || (gapAfter(w, i) & Gap.CLOSE) === 0 || w.start[i] - w.end[i - 1] > 2) return
  const first = nameBack(w, i - 1, 0)
  if (first >= 0 && w.is(i - 1, Shape.INITIAL | Shape.CAMEL) && rareWords(w, first, i - 1) > 0) out.add(w.start[first], w.end[i - 1], 0.8, CLINICIAN.has(w.hash[i]) ? 'clinician' : undefined)
}

/** Phrases after which a person stands; a lone word will do after the first group. */
const ONE =
  'my name is,my name s,my name,name is,his name is,her name is,their name is,named,nicknamed,goes by,known as,calls himself,calls herself,answers to,case of,dictating on,signed out to,accompanied by her mother,introduced himself as,introduced herself as,seen by,evaluated by,referred by,examined by,spoke with,spoke to,speak with,discussed with,d w,consult by,consent from,handoff from,handoff to,sign out from,signout to'
const TWO =
  'this is,i am,i m,it s,s o,d o,h o,w o,c o,per,call,contact,notify,page,paged,called,called by,followed by,met with,meet with,similar to,contact is,caregiver is,proxy is,guardian is,picking up,taking over,transferred,transferring,worker is,manager is,physician is,provider is,attending is,attending,pcp is,pediatrician is,surgeon is,nurse is,backup is,consented,update,updated,ask,asked,reach,informed,assisted by,treated by,managed by,ordered by,operated on by,born to,delivered by,accompanied by,brought in by,lives with,cared for by,care of,records of,results of,results for,history of,medications of,chart of,follow up with,follow up for,appointment with,visit with'

function said(least: number): (w: Window, i: number, next: number, out: Sink) => void {
  return (w, i, next, out) => {
    let j = next
    if (nextOf(w, j - 1) > 0 && w.gap[j] === Gap.SPACE && (w.word[j] & Word.TITLE) !== 0) j++
    if (nextOf(w, j - 1) < 0) return
    if (w.is(j, Shape.LOWER)) return whispered(w, i, next, j, least, out)
    if (!w.is(j, Shape.INITIAL | Shape.CAMEL)) return
    if ((w.gap[j] & ~(LOOSE | Gap.QUOTE | Gap.COLON | Gap.OPEN | Gap.DOT)) !== 0 || w.gap[j] === 0 || w.start[j] - w.end[j - 1] > 3) return
    if (SELF.has(w.hash[next - 1]) && self(w, j, out)) return
    const last = proseName(w, j, least)
    if (last < 0 || (last === j && (medicalEnd(w, j) || (least === 1 && !rare(w, j))))) return
    const rares = rareWords(w, j, last)
    if (least > 1 && rares < 2 && !(w.is(last, Shape.SINGLE) && rares === 1) && !AMBIGUOUS.has(w.hash[last])) return
    out.add(w.start[j], w.end[last], rares > 1 ? 0.75 : 0.6)
    second(w, last + 1, undefined, out)
  }
}

const BY = hashWord('by')

/** Speech without capitals: `my name is john`, `referred by diane nelson`. */
function whispered(w: Window, i: number, next: number, j: number, least: number, out: Sink): void {
  if (least > 1 || w.gap[j] !== Gap.SPACE || !w.is(i, Shape.LOWER) || !unlisted(w, j) || w.len(j) < 3 || medicalEnd(w, j)) return
  const sure = w.hash[next - 1] !== BY && (w.hash[next - 1] === NAMED || NAMING.has(w.hash[next - 2]) || NAMING.has(w.hash[next - 1]))
  const k = nextOf(w, j)
  const two = k > 0 && w.gap[k] === Gap.SPACE && unlisted(w, k) && w.is(k, Shape.LOWER) && w.len(k) > 2 && !medicalEnd(w, k)
  if (!two && !sure) return
  const e = two ? k : j
  const after = nextOf(w, e)
  if (!two && after > 0 && w.gap[after] === Gap.SPACE && (w.word[after] & Word.FUNCTION) === 0) return
  if (w.glued(e + 1) || (w.hash[next - 1] === BY && !(closed(w, e) || (after > 0 && w.word[after] & Word.FUNCTION) !== 0))) return
  out.add(w.start[j], w.end[e], 0.6)
}

const SELF = wordSet('is am m')
const FROM = wordSet('from calling speaking here with your the at and i')

/** `this is Anna from …`, `I'm Sarah, your nurse`: a lone name, by what follows it. */
function self(w: Window, j: number, out: Sink): boolean {
  const k = nextOf(w, j)
  if (k < 0 || !rare(w, j) || medicalEnd(w, j) || w.is(j, Shape.SINGLE) || w.is(k, Shape.INITIAL)) return false
  if (!FROM.has(w.hash[k]) || (w.gap[k] & ~(Gap.SPACE | Gap.COMMA)) !== 0) return false
  if ((w.gap[k] & Gap.COMMA) === 0 && !CALLING.has(w.hash[k])) return false
  out.add(w.start[j], w.end[j], 0.6)
  return true
}

const CALLING = wordSet('from calling speaking here')
const NAMED = hashWord('named')
const NAMING = wordSet('name')

const REACH = { behind: 160, ahead: 320 }

export const nameContext: readonly Detector[] = [
  { id: 'name-relation', label: 'NAME', subtypes: ['relative'], plain: true, authority: AUTHORITY, reach: REACH, on: { word: Word.RELATION }, at: relation },
  { id: 'name-role', label: 'NAME', subtypes: ['patient', 'clinician'], plain: true, authority: AUTHORITY, reach: REACH, on: { word: Word.ROLE }, at: role },
  { id: 'name-said', label: 'NAME', authority: AUTHORITY, reach: REACH, cues: ONE.split(','), atCue: said(1) },
  { id: 'name-said-full', label: 'NAME', authority: AUTHORITY, reach: REACH, cues: TWO.split(','), atCue: said(2) },
]
