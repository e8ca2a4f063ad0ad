import { Word } from '../../lexicon/classes'
import type { Subtype } from '../../labels'
import { Shape, type Window } from '../../scan/window'
import { Gap } from '../../text/chars'
import { hashWord } from '../../text/hash'
import type { Detector, Sink } from '../detector'
import { wordSet } from '../field'
import { closed, fullWords, nameBack, nameRun, placeTail, rareWords } from './name-run'
import { AUTHORITY } from './name-title'
import { AMBIGUOUS, medicalEnd, open, rare } from './name-words'

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
  if (!w.is(j, Shape.INITIAL | Shape.CAMEL) || !open(w, j)) return -1
  const last = nameRun(w, j, 0)
  if (last < 0 || w.glued(last + 1) || placeTail(w, last)) return -1
  const rares = rareWords(w, j, last)
  if (rares === 0 || (w.word[j] & Word.EPONYM && fullWords(w, j, last) < 2)) return -1
  if (fullWords(w, j, last) + (w.is(last, Shape.SINGLE) && last > j ? 1 : 0) < least) return -1
  return last
}

/** `mother Jane`, `wife, Mary Ellen,`, `daughter (Ana)`, `husband's name is Carlos`, `son named Tim`. */
function relation(w: Window, i: number, out: Sink): void {
  before(w, i, 'relative', out)
  if (w.is(i, Shape.CAPS)) return
  let j = i + 1
  let linked = 0
  for (; j < w.n && linked < 4 && LINK.has(w.hash[j]) && (w.gap[j] & ~(Gap.SPACE | Gap.APOS)) === 0; j++) linked++
  if (j >= w.n || !w.is(j, Shape.INITIAL | Shape.CAMEL) || w.start[j] - w.end[j - 1] > 3) return
  const gap = w.gap[j]
  if (gap === 0 || (gap & ~(LOOSE | Gap.COMMA | Gap.OPEN | Gap.DASH | Gap.QUOTE)) !== 0) return
  const apart = (gap & (Gap.COMMA | Gap.OPEN | Gap.DASH)) !== 0
  const verb = linked > 0 && IS.has(w.hash[j - 1]) && w.hash[j - 2] !== NAME
  const last = proseName(w, j, verb ? 2 : 1)
  if (last < 0 || (apart && !closed(w, last) && fullWords(w, j, last) < 2)) return
  out.add(w.start[j], w.end[last], rareWords(w, j, last) > 1 ? 0.9 : 0.7, 'relative')
  second(w, last + 1, 'relative', out)
}

const NAME = hashWord('name')

/** `parents Ann Able and Carl Able`. */
function second(w: Window, k: number, subtype: Subtype | undefined, out: Sink): void {
  if (k + 1 >= w.n || !(w.hash[k] === AND || (w.gap[k] & Gap.AMP) !== 0)) return
  const j = w.hash[k] === AND ? k + 1 : k
  if (w.start[j] - w.end[k - 1] > 8 || (w.gap[j] & ~(Gap.SPACE | Gap.AMP)) !== 0) return
  const last = proseName(w, j, 1)
  if (last >= 0) out.add(w.start[j], w.end[last], 0.7, subtype)
}

/** `Ann Able (mother)`, `Ann Able, her mother`, `Able's mother`. */
function before(w: Window, i: number, subtype: Subtype, out: Sink): void {
  if (i === 0) return
  let k = i
  const gap = w.gap[i]
  if (w.hash[i - 1] === LETTER_S && w.gap[i - 1] === Gap.APOS && gap === Gap.SPACE && i >= 2) {
    const e = i - 2
    const first = w.is(e, Shape.INITIAL | Shape.CAMEL) && rare(w, e) ? nameBack(w, e, 0) : -1
    if (first >= 0) out.add(w.start[first], w.end[e], 0.7)
    return
  }
  if ((w.word[i - 1] & Word.FUNCTION) !== 0 && gap === Gap.SPACE) k = i - 1
  const mark = w.gap[k]
  if (k === 0 || w.start[k] - w.end[k - 1] > 3) return
  const bracket = (mark & Gap.OPEN) !== 0 && (mark & ~(Gap.SPACE | Gap.OPEN)) === 0
  const comma = mark === (Gap.COMMA | Gap.SPACE)
  if (!bracket && !comma) return
  const first = nameBack(w, k - 1, 0)
  if (first < 0 || !w.is(k - 1, Shape.INITIAL | Shape.CAMEL)) return
  const rares = rareWords(w, first, k - 1)
  if (rares === 0 || (comma && (rares < 2 || k === i))) return
  if (bracket && i + 1 < w.n && (w.gap[i + 1] & (Gap.CLOSE | Gap.COMMA | Gap.SPACE)) === 0) return
  out.add(w.start[first], w.end[k - 1], rares > 1 ? 0.85 : 0.6, subtype)
}

/** `patient Ann Able`, `pt Able`, `case manager Carl Able`, `nurse Ann`. */
function role(w: Window, i: number, out: Sink): void {
  const j = i + 1
  before2(w, i, out)
  if (w.is(i, Shape.CAPS) && w.len(i) > 3) return
  let k = j
  if (k < w.n && IS.has(w.hash[k]) && w.gap[k] === Gap.SPACE) k++
  if (k >= w.n || !w.is(k, Shape.INITIAL | Shape.CAMEL) || w.start[k] - w.end[k - 1] > 2) return
  const comma = w.gap[k] === (Gap.COMMA | Gap.SPACE)
  if (w.gap[k] !== Gap.SPACE && !comma) return
  const least = k > j || comma || !PERSON.has(w.hash[i]) ? 2 : 1
  const last = proseName(w, k, least)
  if (last < 0 || (comma && !closed(w, last))) return
  const kind = PATIENT.has(w.hash[i]) || comma ? 'patient' : CLINICIAN.has(w.hash[i]) ? 'clinician' : undefined
  if (last === k && w.is(last + 1, Shape.DIGITS) && w.gap[last + 1] === Gap.SPACE) return
  if (fullWords(w, k, last) < 2 && last === k && (medicalEnd(w, k) || (w.is(i, Shape.INITIAL) && !closed(w, last)))) return
  out.add(w.start[k], w.end[last], rareWords(w, k, last) > 1 ? 0.85 : 0.6, kind)
}

const PATIENT = wordSet('patient pt client resident male female man woman boy girl gentleman lady')
const PERSON = wordSet('patient pt nurse doctor client attending pediatrician surgeon therapist midwife')
const CLINICIAN = wordSet('physician doctor nurse attending resident intern fellow therapist surgeon provider practitioner clinician hospitalist consultant specialist pharmacist technician technologist midwife paramedic psychologist psychiatrist neurologist cardiologist oncologist dermatologist radiologist pathologist pediatrician dentist anesthesiologist manager worker coordinator')

/** `Ann Able (fellow)`. */
function before2(w: Window, i: number, out: Sink): void {
  if (i === 0 || (w.gap[i] & Gap.OPEN) === 0 || i + 1 >= w.n || (w.gap[i + 1] & Gap.CLOSE) === 0 || w.start[i] - w.end[i - 1] > 2) return
  const first = nameBack(w, i - 1, 0)
  if (first >= 0 && w.is(i - 1, Shape.INITIAL | Shape.CAMEL) && rareWords(w, first, i - 1) > 0) out.add(w.start[first], w.end[i - 1], 0.8, CLINICIAN.has(w.hash[i]) ? 'clinician' : undefined)
}

/** Phrases after which a person stands; a lone word will do after the first group. */
const ONE =
  'my name is,my name s,my name,name is,his name is,her name is,their name is,named,nicknamed,goes by,known as,calls himself,calls herself,answers to,case of,signed out to,accompanied by her mother,introduced himself as,introduced herself as,seen by,evaluated by,referred by,examined by,spoke with,spoke to,speak with,discussed with,d w,consult by,consent from,handoff from,handoff to,sign out from,signout to'
const TWO =
  'this is,i am,i m,it s,per,call,contact,notify,page,paged,called,called by,followed by,met with,meet with,similar to,contact is,caregiver is,proxy is,guardian is,picking up,taking over,transferred,transferring,worker is,manager is,physician is,provider is,attending is,attending,pcp is,pediatrician is,surgeon is,nurse is,backup is,consented,update,updated,ask,asked,reach,informed,assisted by,treated by,managed by,ordered by,operated on by,born to,delivered by,accompanied by,brought in by,lives with,cared for by,care of,records of,results of,results for,history of,medications of,chart of,follow up with,follow up for,appointment with,visit with'

function said(least: number): (w: Window, i: number, next: number, out: Sink) => void {
  return (w, _i, next, out) => {
    let j = next
    if (j < w.n && w.gap[j] === Gap.SPACE && (w.word[j] & Word.TITLE) !== 0) j++
    if (j >= w.n || !w.is(j, Shape.INITIAL | Shape.CAMEL)) return
    if ((w.gap[j] & ~(LOOSE | Gap.QUOTE | Gap.COLON | Gap.OPEN | Gap.DOT)) !== 0 || w.gap[j] === 0 || w.start[j] - w.end[j - 1] > 3) return
    const last = proseName(w, j, least)
    if (last < 0 || (last === j && (medicalEnd(w, j) || (least === 1 && !rare(w, j))))) return
    const rares = rareWords(w, j, last)
    if (least > 1 && rares < 2 && !(w.is(last, Shape.SINGLE) && rares === 1) && !AMBIGUOUS.has(w.hash[last])) return
    out.add(w.start[j], w.end[last], rares > 1 ? 0.75 : 0.6)
    second(w, last + 1, undefined, out)
  }
}

const REACH = { behind: 112, ahead: 200 }

export const nameContext: readonly Detector[] = [
  { id: 'name-relation', label: 'NAME', subtypes: ['relative'], plain: true, authority: AUTHORITY, reach: REACH, on: { word: Word.RELATION }, at: relation },
  { id: 'name-role', label: 'NAME', subtypes: ['patient', 'clinician'], plain: true, authority: AUTHORITY, reach: REACH, on: { word: Word.ROLE }, at: role },
  { id: 'name-said', label: 'NAME', authority: AUTHORITY, reach: REACH, cues: ONE.split(','), atCue: said(1) },
  { id: 'name-said-full', label: 'NAME', authority: AUTHORITY, reach: REACH, cues: TWO.split(','), atCue: said(2) },
]
