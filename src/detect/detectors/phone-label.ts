import { Shape, type Window } from '../../scan/window'
import { Gap } from '../../text/chars'
import type { Detector, Sink } from '../detector'
import { marked } from '../field'
import { nanp } from './shared-number'
import { afterLabel, beforeLabel } from './shared-phone-label'

const AUTHORITY = '45 CFR 164.514(b)(2)(i)(D); NANPA; ITU-T E.164, E.123'

/** Words that head a telephone number and little else. */
const STRONG = `
phone,phones,phone number,phone numbers,phone no,phone num,ph,ph no,tel,tel no,telephone,telephone number,telephone no,cell,cell phone,cell number,cell no,cellular,mobile,mobile phone,mobile number,mobile no,
home phone,work phone,office phone,business phone,day phone,daytime phone,evening phone,contact number,contact no,contact phone,contact numbers,callback,callback number,call back number,call back at,pager,pager number,beeper,
landline,voicemail,switchboard,desk,desk phone,direct line,direct dial,hotline,toll free,whatsapp,sms,msisdn,caller id,best number,phone home,phone work,phone cell,phone mobile,tel home,tel work,home tel,work tel,telecom,emergency phone,emergency contact number
`
/** Words of other uses too: the number must look like one. */
const WEAK = `
call,calls,called,calling,dial,dialed,ring,text,texted,page,paged,reach,reached,reached at,reach at,reachable,reachable at,contact,contacts,contacted,answer,answering,answering at,answers,message,messages,registered,home,work,office,number,line,direct,main,emergency contact,nok
`
const list = (s: string): string[] => s.split(/[,\n]/).filter((c) => c !== '')

function strong(w: Window, i: number, next: number, out: Sink): void {
  const own = beforeLabel(w, i, next)
  if (own !== null) return out.add(own.start, own.end, 0.9)
  const number = afterLabel(w, next)
  if (number === null) return
  const few = number.digits < 7
  if (few && !marked(w, next, next)) return
  out.add(number.start, number.end, few ? 0.6 : 0.95)
}

function weak(w: Window, i: number, next: number, out: Sink): void {
  const own = beforeLabel(w, i, next)
  if (own !== null) return out.add(own.start, own.end, 0.7)
  const number = afterLabel(w, next)
  if (number !== null && number.digits >= 7 && (number.digits >= 10 || spaced(w, number.start, number.end))) return out.add(number.start, number.end, 0.7)
  named(w, next, out)
}

/** Is the number written in groups? A bare run of seven to nine digits needs a label that says phone. */
function spaced(w: Window, start: number, end: number): boolean {
  for (let p = start + 1; p < end; p++) if (!w.alnumAt(p)) return true
  return false
}

/** "call Dr. Ito at 5551234567": ten digits in one run, a few words after the verb. */
function named(w: Window, next: number, out: Sink): void {
  for (let k = next; k < next + 6 && k < w.n; k++) {
    if ((w.gap[k] & ~(Gap.SPACE | Gap.DOT | Gap.COMMA | Gap.COLON | Gap.APOS | Gap.OPEN | Gap.PLUS | Gap.DASH)) !== 0) return
    if ((w.shape[k] & Shape.LETTERS) !== 0) continue
    const number = nanp(w, k)
    if (number !== null && number.digits >= 10) out.add(number.start, number.end, 0.7)
    return
  }
}

export const phoneLabelled: readonly Detector[] = [
  {
    id: 'phone-labelled',
    label: 'PHONE',
    authority: AUTHORITY,
    reach: { behind: 64, ahead: 160 },
    cues: list(STRONG),
    atCue: strong,
  },
  {
    id: 'phone-context',
    label: 'PHONE',
    authority: AUTHORITY,
    reach: { behind: 64, ahead: 160 },
    cues: list(WEAK),
    atCue: weak,
  },
]
