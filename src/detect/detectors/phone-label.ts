import { Shape, type Window } from '../../scan/window'
import { Gap } from '../../text/chars'
import { hashWord } from '../../text/hash'
import type { Detector, Sink } from '../detector'
import { FIELD_GAP, marked, wordSet } from '../field'
import { labelValue } from './shared-field-value'
import { nanp, type PhoneNumber, validNanp } from './shared-number'
import { anyNumber } from './shared-number-any'
import { afterLabel, beforeLabel } from './shared-phone-label'

const AUTHORITY = '45 CFR 164.514(b)(2)(i)(D); NANPA; ITU-T E.164, E.123'

/** Words that head a telephone number and little else. */
const STRONG = `
phone,phones,phone number,phone numbers,phone no,phone num,ph,ph no,tel,tel no,telephone,telephone number,telephone no,cell,cell phone,cell number,cell no,cellular,mobile,mobile phone,mobile number,mobile no,
home phone,work phone,office phone,business phone,day phone,daytime phone,evening phone,contact number,contact no,contact phone,contact numbers,callback,callback number,call back number,call back at,call back,pager,pager number,beeper,
landline,voicemail,switchboard,desk,desk phone,direct line,direct dial,hotline,toll free,whatsapp,sms,msisdn,caller id,best number,phone home,phone work,phone cell,phone mobile,tel home,tel work,home tel,work tel,telecom,emergency phone,emergency contact number,emergency contact phone,contact phone number,cell phone number,mobile phone number,home phone number,work phone number,alternate phone,alternate number,primary phone,
secondary phone,preferred phone,patient phone,parent phone,guardian phone,next of kin phone,nok phone,callback phone,fax phone,pgr,celular,telefono,telefon,handy
`
/** Words of other uses too: the number must look like one. */
const WEAK = `
phoned,telephoned,rang,dialled,call,calls,called,calling,dial,dialed,ring,text,texted,page,paged,reach,reached,reached at,reach at,reachable,reachable at,contact,contacts,contacted,answer,answering,answering at,answers,message,messages,registered,home,work,office,direct,emergency contact,nok,emerg,emer,emergency
`
/** As keys are written: `cellPhoneDaughter`. */
const KIN = ['phone', 'cell phone', 'cell', 'home phone', 'mobile'].flatMap((p) => ['daughter', 'son', 'wife', 'husband', 'mother', 'father', 'spouse', 'parent', 'guardian', 'partner'].map((x) => `${p} ${x}`))
const list = (s: string): string[] => s.split(/[,\n]/).filter((c) => c !== '')
/** Labels that are also words of the laboratory or of motion: five or six digits after them are no number. */
const CLINICAL = wordSet('ph cell mobile desk')
const VERBS = wordSet('call calling dial phone')
/** Words that give a run of digits another meaning. */
const OTHER_IDS = wordSet(
  'mrn npi id ids account acct claim case order ndc dea policy member subscriber ticket ref reference invoice ssn license licence rx prescription lot serial encounter visit chart record confirmation authorization auth accession specimen group tracking number',
)

function strong(w: Window, i: number, next: number, out: Sink): void {
  const own = beforeLabel(w, i, next)
  if (own !== null) {
    out.add(own.start, own.end, 0.9)
    return
  }
  if (lastFour(w, next, out)) return
  const number = afterLabel(w, i, next)
  if (number === null) {
    named(w, next, out, !CELLS.has(w.hash[i]))
    return
  }
  const few = number.digits < 7
  if (few && (!marked(w, next, next) || CLINICAL.has(w.hash[i]))) return
  out.add(number.start, number.end, few ? 0.6 : 0.95)
}

const LAST = hashWord('last')
const FOUR = wordSet('4 four')

/** `Phone (last 4): 2270`: part of an identifier is an identifier. */
function lastFour(w: Window, next: number, out: Sink): boolean {
  if (next + 2 >= w.n || w.hash[next] !== LAST || (w.gap[next] & Gap.OPEN) === 0 || !FOUR.has(w.hash[next + 1])) return false
  const k = labelValue(w, next + 2, FIELD_GAP, DIGITS)
  if (k > 0 && w.is(k, Shape.DIGITS) && w.len(k) === 4 && w.start[k] - w.start[next] <= 48) out.add(w.start[k], w.end[k], 0.9)
  return true
}
const DIGITS = wordSet('digits is are')

function weak(w: Window, i: number, next: number, out: Sink): void {
  const own = beforeLabel(w, i, next)
  if (own !== null) {
    if (believable(w, own)) out.add(own.start, own.end, 0.7)
    return
  }
  const number = afterLabel(w, i, next)
  if (number !== null) {
    const enough = number.digits >= 7 || (number.digits === 6 && VERBS.has(w.hash[i]))
    if (enough && believable(w, number)) out.add(number.start, number.end, 0.7)
    return
  }
  named(w, next, out)
}

/** Without a label that says phone: written in groups none of which is a year or a time, or ten digits of the NANP. */
function believable(w: Window, number: PhoneNumber): boolean {
  if (number.score > 0.5) return true
  let first = number.last
  let parted = 0
  let times = 0
  let groups = 1
  for (let k = number.last; ; k--) {
    first = k
    const value = w.num(k)
    if (w.len(k) === 4) {
      if (value >= 1900 && value < 2100) return false
      if (value < 2400 && value % 100 < 60) times++
    }
    if (k === 0 || w.start[k - 1] < number.start) break
    parted++
    groups++
  }
  if (parted > 0) return times < groups
  return (number.digits === 10 && validNanp(w.str(first))) || (number.digits === 11 && w.at(w.start[first]) === 0x31 && validNanp(w.str(first).slice(1)))
}

const AT = wordSet('at on')
/** Counts of cells are spans of figures as well: `cell count 500-1500`. */
const CELLS = wordSet('cell cells mobile')

/** "call Dr. Ito at 5551234567": ten digits in one run, a few words after the verb. */
function named(w: Window, next: number, out: Sink, local = false): void {
  for (let k = next; k < next + 6 && k < w.n && w.end[k] - w.start[next] <= 80; k++) {
    if ((w.gap[k] & ~(Gap.SPACE | Gap.DOT | Gap.COMMA | Gap.COLON | Gap.APOS | Gap.OPEN | Gap.PLUS | Gap.DASH)) !== 0 || OTHER_IDS.has(w.hash[k])) return
    if ((w.shape[k] & Shape.LETTERS) !== 0) continue
    // `EMERG 1   BAKER, JOY   DAU   7015550161`
    if (k === next && w.is(k, Shape.DIGITS_1_2) && w.len(k) === 1 && w.is(k + 1, Shape.LETTERS) && !w.glued(k + 1)) continue
    const number = w.is(k, Shape.DIGITS) ? (nanp(w, k) ?? (AT.has(w.hash[k - 1]) || (local && w.len(k) === 3 && w.at(w.start[k]) > 0x31) ? anyNumber(w, k) : null)) : null
    if (number !== null && (number.digits > 8 || (number.digits === 7 && w.gap[number.last] === Gap.DASH && w.len(number.last) === 4)) && believable(w, number)) out.add(number.start, number.end, 0.7)
    return
  }
}

/** "the pharmacy at 5551234567": ten digits of the NANP after "at". */
function place(w: Window, _i: number, next: number, out: Sink): void {
  if (next >= w.n || (w.shape[next] & Shape.DIGITS) === 0 || w.gap[next] !== Gap.SPACE) return
  const len = w.len(next)
  if (len !== 10 && len !== 11) return
  const number = nanp(w, next)
  if (number !== null && believable(w, number)) out.add(number.start, number.end, 0.6)
}

export const phoneLabelled: readonly Detector[] = [
  { id: 'phone-labelled', label: 'PHONE', authority: AUTHORITY, reach: { behind: 64, ahead: 224 }, cues: [...list(STRONG), ...KIN], atCue: strong },
  { id: 'phone-context', label: 'PHONE', authority: AUTHORITY, reach: { behind: 64, ahead: 288 }, cues: list(WEAK), atCue: weak },
  { id: 'phone-at', label: 'PHONE', authority: AUTHORITY, reach: { behind: 4, ahead: 200 }, cues: ['at'], atCue: place },
]
