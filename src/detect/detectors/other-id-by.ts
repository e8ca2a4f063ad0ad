import { Shape, type Window } from '../../scan/window'
import { Gap } from '../../text/chars'
import type { Detector, Sink } from '../detector'
import { NOT_USER, userName } from './shared-username'

const DONE =
  'printed entered opened closed signed edited created updated modified changed completed verified reviewed ordered scanned registered recorded performed charted acknowledged resolved approved requested last_updated last_modified'
const PEOPLE = 'by nurse provider clinician actor author approver reviewer technician tech rn pharmacist prescriber signer assignee staff caregiver agent collector phlebotomist'
const BY = DONE.split(' ').map((word) => `${word.replace('_', ' ')} by`)

/** A login name among words: letters and figures glued, `TNORDGR3`; in lower case also joined, `b.kincaid`. */
function coded(w: Window, k: number): { start: number; end: number } | null {
  const value = userName(w, k, false)
  if (value === null || value.letters < 2 || value.digits > 5 || !w.is(k, Shape.LOWER | Shape.CAPS) || NOT_USER.has(w.hash[k])) return null
  const c = w.at(value.end)
  if (c === 0x2f || c === 0x3a || c === 0x40) return null
  return value.digits > 0 && !value.joined && value.letters > 2 ? value : null
}

/** `printed by TNORDGR3`, `"updated_by": "jlanger"`, `nurse=bhalver4`. */
function by(w: Window, i: number, next: number, out: Sink): void {
  if (next >= w.n || w.start[next] - w.end[next - 1] > 5) return
  const gap = w.gap[next]
  const key = (gap & ~(Gap.SPACE | Gap.COLON | Gap.EQUALS | Gap.QUOTE | Gap.APOS)) === 0 && (gap & (Gap.EQUALS | Gap.QUOTE)) !== 0 && (gap & (Gap.COLON | Gap.EQUALS)) !== 0
  const phrase = next > i + 1 && (gap & ~(Gap.SPACE | Gap.COLON)) === 0
  if (!key && !phrase) return
  const user = coded(w, next)
  if (user !== null) {
    out.add(user.start, user.end, key ? 0.88 : 0.75)
    return
  }
  // The whole value of a key ends with `by`, one word in lower case, and not one of the language.
  if (!key || !w.is(next, Shape.LOWER) || w.word[next] !== 0 || w.end[next] - w.start[next] < 4 || NOT_USER.has(w.hash[next])) return
  const close = w.at(w.end[next])
  const quoted = (gap & Gap.QUOTE) !== 0
  if ((quoted ? close === 0x22 : close === 0x20 || close === 0x0a || close === 0) && w.end[next - 1] - w.start[next - 1] === 2) out.add(w.start[next], w.end[next], 0.7)
}

export const userBy: Detector = {
  id: 'user-by',
  label: 'OTHER_ID',
  authority: '45 CFR 164.514(b)(2)(i)(R): login names in audit trails',
  reach: { behind: 0, ahead: 120 },
  cues: [...BY, ...PEOPLE.split(' ')],
  atCue: by,
}
