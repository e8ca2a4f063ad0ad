import { Shape, type Window } from '../../scan/window'
import { Gap } from '../../text/chars'
import type { Detector, Sink } from '../detector'
import { wordSet } from '../field'
import { logUser } from './other-id-user-log'
import { LABELLED_REACH, labelled, Said, uuidEnd } from './shared-labelled'
import { phrases } from './shared-phrases'
import { NOT_USER, userName } from './shared-username'

const AUTHORITY = '45 CFR 164.514(b)(2)(i)(R): user names, login names, directory paths'
const reach = { behind: 8, ahead: LABELLED_REACH }

/** Keys and labels of a login name. */
const LABELS = phrases(`
  username, user name, user, userid, user id, user login, login, login id, login name, loginname, logname, logon, logon id, logon name, log in id, uid, ruser, suser, duser, auser, remote user,
  remote username, auth user, authenticated user, effective user, target user, source user, src user, dst user, user principal name, upn, sam account name, samaccountname, account name, portal username,
  mychart username, portal id, portal user, screen name, screenname, handle, nick, nickname id, gamertag, skype id, skype, skype name, twitter, twitter handle, instagram, instagram handle, tiktok,
  tiktok handle, snapchat, snapchat id, discord, discord tag, telegram, telegram id, wechat id, line id, venmo, cash app, cashtag, netid, net id, eppn, ldap, ldap id, windows id, epic id, epic user,
  epic user id, emr login, operator, created by user, updated by user, modified by user, performed by user, user key, user code, user number, user no, user account, sudo user, owner uid, actor id,
  principal id, principal, logs in as, log in as, logging in as, logged in under, signs in as, sign in as, signed in as, logs on as, posts as, user account name,
`)
/** Labels prose uses as well: the mark after them must be a field's, or the value an identifier. */
const PROSE = wordSet('user login handle operator principal twitter instagram tiktok snapchat discord telegram skype line venmo ldap nick logon')

function atLabel(w: Window, i: number, next: number, out: Sink): void {
  const at = labelled(w, i, next, Gap.AT)
  if (at === null) return
  const uuid = uuidEnd(w, at.k)
  if (uuid > 0) {
    out.add(w.start[at.k], uuid, 0.9)
    return
  }
  const gap = w.gap[at.k]
  const direct = (gap & (Gap.COLON | Gap.EQUALS | Gap.PIPE)) !== 0
  if ((gap & Gap.COMMA) !== 0 && !direct) return
  // On the next line only under a label that fills its own.
  const below = (gap & Gap.NEWLINE) !== 0 && !direct
  if (below && (at.said !== Said.MARKED || w.start[at.k] - w.end[next - 1] > 3)) return
  const value = userName(w, at.k)
  if (value === null || NOT_USER.has(w.hash[at.k]) || w.at(value.end) === 0x3d || (i > 0 && w.gap[i] === Gap.DASH)) return
  const only = next === i + 1
  // `Tobacco user: quit`: a word before makes it prose.
  const phrase = only && i > 0 && w.gap[i] === Gap.SPACE && (gap & (Gap.EQUALS | Gap.QUOTE)) === 0
  const coded = value.digits >= 2 || (value.joined && value.digits + value.letters >= 5)
  if (value.letters === 0) {
    if (value.digits >= 4 && (only && PROSE.has(w.hash[i]) ? (at.gap & (Gap.EQUALS | Gap.QUOTE | Gap.HASH)) !== 0 : at.said !== Said.BARE)) out.add(value.start, value.end, 0.85)
    return
  }
  if (value.end - value.start < 2) return
  if (direct) out.add(value.start, value.end, only && PROSE.has(w.hash[i]) && !coded ? (phrase ? 0.4 : marked(w, i, at.k, value.last)) : 0.92)
  else if (coded && at.k - next <= 3) out.add(value.start, value.end, at.said === Said.BARE && only && PROSE.has(w.hash[i]) ? 0.7 : 0.88)
  else if (!below && !(only && PROSE.has(w.hash[i])) && at.said === Said.MARKED && (w.shape[at.k] & Shape.LETTERS) !== 0) out.add(value.start, value.end, 0.75)
}

/** `user: alice` alone in its field, not `User: the patient reports`. */
function marked(w: Window, i: number, k: number, last: number): number {
  if ((w.gap[k] & (Gap.EQUALS | Gap.QUOTE | Gap.PIPE)) !== 0 && w.start[k] - w.end[k - 1] <= 6) return 0.92
  const j = last + 1
  const prose = j < w.n && ((w.gap[j] === Gap.SPACE && (w.shape[j] & Shape.LETTERS) !== 0 && w.at(w.end[j]) !== 0x3d && w.at(w.end[j]) !== 0x3a) || w.gap[j] === Gap.APOS)
  return prose || (w.shape[k] & Shape.LOWER) === 0 ? 0.4 : i === 0 ? 0.6 : 0.8
}

/** `/home/jdoe`, `/Users/jdoe`, `C:\\Users\\jdoe`: the directory of a person. */
function atHome(w: Window, i: number, _next: number, out: Sink): void {
  const slash = w.at(w.end[i])
  const before = w.at(w.start[i] - 1)
  if ((slash !== 0x2f && slash !== 0x5c) || before !== slash || i + 1 >= w.n) return
  const root = w.start[i] - 2
  if (slash === 0x2f ? w.alnumAt(root) || w.at(root) === 0x2e || requested(w, i) : w.at(root) !== 0x3a && w.at(root - 1) !== 0x3a) return
  if (w.start[i + 1] - w.end[i] > 2) return
  const value = userName(w, i + 1, false)
  if (value === null || value.letters === 0 || w.at(value.end) === 0x2e || HOME_PUBLIC.has(w.hash[i + 1])) return
  out.add(value.start, value.end, 0.85)
}

const HOME_PUBLIC = wordSet('public default shared all index page pages list about login main search edit')
const METHODS = wordSet('get post put delete head patch options')
const requested = (w: Window, i: number): boolean => i > 0 && METHODS.has(w.hash[i - 1])

export const user: readonly Detector[] = [
  { id: 'user-name', label: 'OTHER_ID', authority: AUTHORITY, reach, cues: LABELS, atCue: atLabel },
  { id: 'user-home', label: 'OTHER_ID', authority: AUTHORITY, reach: { behind: 32, ahead: 80 }, cues: ['home', 'users'], atCue: atHome },
  ...logUser,
]
