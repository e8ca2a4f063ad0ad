import { Word } from '../../lexicon/classes'
import { Shape, type Window } from '../../scan/window'
import { Gap } from '../../text/chars'
import type { Detector, Sink } from '../detector'
import { wordSet } from '../field'
import { caseless, formalName, PROSE_REACH, proseName } from './name-prose'
import { closed, fullWords, gapAfter, nameBack, nextOf, prevOf, rareWords } from './name-run'
import { AUTHORITY } from './name-title'
import { medicalEnd } from './name-words'

const IS = wordSet('is was')

/** `patient Ann Doe`, `pt Doe`, `case manager Carl Doe`, `nurse Ann`. */
function role(w: Window, i: number, out: Sink): void {
  const j = i + 1
  bracketed(w, i, out)
  if (formal(w, i, out)) return
  if (w.is(i, Shape.CAPS) && w.len(i) > 3) return
  let k = j
  if (nextOf(w, i) < 0) return
  // `patient #1234567, Ann Doe,`
  if ((w.gap[k] & Gap.HASH) !== 0 && w.is(k, Shape.DIGITS) && gapAfter(w, k) === (Gap.COMMA | Gap.SPACE)) k++
  if (IS.has(w.hash[k]) && w.gap[k] === Gap.SPACE) k++
  if (nextOf(w, k - 1) < 0 || !(w.is(k, Shape.INITIAL | Shape.CAMEL) || caseless(w, k)) || w.start[k] - w.end[k - 1] > 2) return
  const comma = w.gap[k] === (Gap.COMMA | Gap.SPACE)
  if (w.gap[k] !== Gap.SPACE && !comma) return
  const least = k > j || comma || !PERSON.has(w.hash[i]) ? 2 : 1
  const last = proseName(w, k, least)
  if (last < 0 || (comma && !closed(w, last))) return
  const kind = PATIENT.has(w.hash[i]) || comma ? 'patient' : CLINICIAN.has(w.hash[i]) ? 'clinician' : undefined
  if (last === k && nextOf(w, last) > 0 && w.is(last + 1, Shape.DIGITS) && w.gap[last + 1] === Gap.SPACE) return
  if (fullWords(w, k, last) < 2 && last === k && (medicalEnd(w, k) || (w.is(i, Shape.INITIAL) && w.len(i) > 2 && !(nextOf(w, k) > 0 && VERB.has(w.hash[k + 1]) && w.gap[k + 1] === Gap.SPACE && rareWords(w, k, k) > 0))))
    return
  out.add(w.start[k], w.end[last], rareWords(w, k, last) > 1 ? 0.85 : 0.6, kind)
}

/** `pt DOE, JANE called`, `PATIENT JANE DOE WAS SEEN`. */
function formal(w: Window, i: number, out: Sink): boolean {
  const k = i + 1
  if (nextOf(w, i) < 0 || w.gap[k] !== Gap.SPACE || !PERSON.has(w.hash[i])) return false
  const last = formalName(w, k)
  if (last < 0) return false
  out.add(w.start[k], w.end[last], 0.7, PATIENT.has(w.hash[i]) ? 'patient' : CLINICIAN.has(w.hash[i]) ? 'clinician' : undefined)
  return true
}

const VERB = wordSet('was is has had called came')
const PATIENT = wordSet('patient pt client resident male female man woman boy girl gentleman lady')
const PERSON = wordSet('patient pt nurse doctor client attending pediatrician surgeon therapist midwife')
const CLINICIAN = wordSet(
  'physician doctor nurse attending resident intern fellow therapist surgeon provider practitioner clinician hospitalist consultant specialist pharmacist technician technologist midwife paramedic psychologist psychiatrist neurologist cardiologist oncologist dermatologist radiologist pathologist pediatrician dentist anesthesiologist manager worker coordinator',
)

/** `Ann Doe (fellow)`. */
function bracketed(w: Window, i: number, out: Sink): void {
  if (prevOf(w, i) < 0 || (w.gap[i] & Gap.OPEN) === 0 || (gapAfter(w, i) & Gap.CLOSE) === 0 || w.start[i] - w.end[i - 1] > 2) return
  const first = nameBack(w, i - 1, 0)
  if (first >= 0 && w.is(i - 1, Shape.INITIAL | Shape.CAMEL) && rareWords(w, first, i - 1) > 0) out.add(w.start[first], w.end[i - 1], 0.8, CLINICIAN.has(w.hash[i]) ? 'clinician' : undefined)
}

export const nameRole: readonly Detector[] = [{ id: 'name-role', label: 'NAME', subtypes: ['patient', 'clinician'], plain: true, authority: AUTHORITY, reach: PROSE_REACH, on: { word: Word.ROLE }, at: role }]
