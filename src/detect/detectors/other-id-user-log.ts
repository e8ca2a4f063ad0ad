import { Shape, type Window } from '../../scan/window'
import { Gap } from '../../text/chars'
import type { Detector, Sink } from '../detector'
import { wordSet } from '../field'
import { phrases } from './shared-phrases'
import { NOT_USER, type UserName, userName } from './shared-username'

const AUTHORITY = '45 CFR 164.514(b)(2)(i)(R); messages of OpenSSH, Linux-PAM, shadow-utils, sudo, systemd-logind; Common Log Format'
const NEAR = Gap.SPACE | Gap.QUOTE | Gap.APOS | Gap.COLON

/** After these a login name stands, whatever follows. */
const PROVEN = phrases(`
  invalid user, illegal user, authenticating user, opened for user, closed for user, session for user, failure for user, failed for user, password for user, publickey for user, login for user,
  logon for user, logout for user, locked for user, unlocked for user, denied for user, granted for user, changed for user, reset for user, expired for user, credentials for user, lockout for user,
  token for user,
  adding user, deleted user, deleting user, removed user, removing user, disabled user, enabled user, locked user, unlocked user, modified user, switch user, impersonate user, impersonating user,
  session of user, running as user, run as user, logged in as user, close session user,
`)
/** After these a login name stands when the rest reads like a log. */
const DOUBTFUL = phrases(`
  password for, publickey for, hostbased for, kerberos for, pam for, none for, attempts exceeded for, logged in as, logged on as, login as, su for, password changed for, passwd for, expiry for, command for, user,
  for user, of user, by user, as user, to group, from group,
`)

const FROM = wordSet('from via by port rhost')
const STATE = wordSet('logged authenticated does has already not')

/** A log goes on after the name: `from 10.0.0.1`, `by root(uid=0)`, `[preauth]`, the end of the line. */
function logLike(w: Window, { last, end }: UserName): boolean {
  const c = w.at(end)
  if (c === 0x28 || c === 0x5b) return true
  const j = last + 1
  if (j >= w.n || (w.gap[j] & (Gap.NEWLINE | Gap.LONG)) !== 0) return true
  if ((w.gap[j] & ~(Gap.SPACE | Gap.QUOTE | Gap.APOS)) !== 0) return (w.gap[j] & ~(Gap.SPACE | Gap.OPEN)) === 0
  return STATE.has(w.hash[j]) || (FROM.has(w.hash[j]) && j + 1 < w.n && w.start[j + 1] - end <= 24 && (w.is(j + 1, Shape.DIGITS) || w.glued(j + 2) || (w.gap[j + 1] & Gap.COLON) !== 0))
}

function nameAt(w: Window, k: number): UserName | null {
  if (k >= w.n || w.gap[k] === 0 || (w.gap[k] & ~NEAR) !== 0 || w.start[k] - w.end[k - 1] > 3 || FROM.has(w.hash[k])) return null
  const value = userName(w, k)
  return value === null || (value.last === k && NOT_USER.has(w.hash[k])) ? null : value
}

function atProven(w: Window, _i: number, next: number, out: Sink): void {
  const value = nameAt(w, next)
  if (value !== null) out.add(value.start, value.end, 0.92)
}

function atDoubtful(w: Window, i: number, next: number, out: Sink): void {
  const value = nameAt(w, next)
  if (value === null || value.letters === 0 || (w.shape[next] & (Shape.LOWER | Shape.CAMEL)) === 0) return
  const by = value.last + 1
  if (w.hash[i] === SU && by < w.n && w.hash[by] === BY) {
    const who = nameAt(w, by + 1)
    if (who !== null) out.add(who.start, who.end, 0.9)
  } else if (!logLike(w, value)) return
  const coded = value.digits > 0 || value.joined
  // The end of a line alone is prose's too: then the name must be no plain word.
  const ended = by >= w.n || (w.gap[by] & (Gap.NEWLINE | Gap.LONG)) !== 0
  if (!ended || coded || w.hash[i] === SU || (w.hash[i] === PASSWORD && next - i === 3)) out.add(value.start, value.end, coded ? 0.88 : 0.8)
}

const [SU, BY, PASSWORD, FOR, NAME, USER] = ['su', 'by', 'password', 'for', 'name', 'user'].map((word) => [...wordSet(word)][0])

/** `new user: name=jdoe, UID=1001`; `Starting session: shell on pts/1 for jdoe from`; `New session 1 of user jdoe.` */
function atHead(w: Window, i: number, next: number, out: Sink): void {
  for (let k = next; k < w.n && k < next + 8 && w.start[k] - w.start[i] <= 60 && (w.gap[k] & Gap.NEWLINE) === 0; k++) {
    const named = w.hash[k] === NAME && w.at(w.end[k]) === 0x3d
    const value = named ? userName(w, k + 1) : w.hash[k] === FOR || w.hash[k] === USER ? nameAt(w, k + 1) : null
    if (value !== null && (named || w.hash[k] === USER || logLike(w, value))) {
      out.add(value.start, value.end, 0.9)
      return
    }
  }
}

/** `+ /dev/pts/0 jdoe:root`: who became whom. */
function atTerminal(w: Window, _i: number, next: number, out: Sink): void {
  if (!w.is(next, Shape.DIGITS) || next + 2 >= w.n || w.gap[next + 1] !== Gap.SPACE) return
  const target = userName(w, next + 1)
  if (target === null || target.last + 1 >= w.n || w.at(target.end) !== 0x3a || w.start[target.last + 1] !== target.end + 1) return
  const source = userName(w, target.last + 1)
  if (source === null) return
  out.add(target.start, target.end, 0.85)
  out.add(source.start, source.end, 0.85)
}

/** First token of the login name that ends in token `k`, at most 40 code units long. */
function nameBack(w: Window, k: number): number {
  let s = k
  const joined = Gap.UNDERSCORE | Gap.DASH | Gap.DOT
  for (let steps = 0; steps < 8 && s > 0 && (w.gap[s] === 0 || ((w.gap[s] & ~joined) === 0 && w.start[s] - w.end[s - 1] === 1)) && w.end[k] - w.start[s - 1] <= 40; steps++) s--
  return w.is(s, Shape.LETTERS) && !w.is(s, Shape.LONG) ? s : -1
}

/** `by jdoe(uid=0)`: the name before the number. `sudo:   jdoe : TTY=…`: who asked. */
function atKey(w: Window, i: number, _next: number, out: Sink): void {
  if (i === 0 || w.at(w.end[i]) !== 0x3d) return
  const opened = w.gap[i] === Gap.OPEN && w.start[i] - w.end[i - 1] === 1
  if (!opened && (w.gap[i] !== (Gap.SPACE | Gap.COLON) || w.at(w.end[i - 1]) !== 0x20)) return
  const s = nameBack(w, i - 1)
  if (s >= 0) out.add(w.start[s], w.end[i - 1], 0.9)
}

/** Common Log Format: `10.0.0.1 - jdoe [10/Oct/2000:13:55:36 -0700]`. Asked at the month. */
function atLogDate(w: Window, i: number, _next: number, out: Sink): void {
  if (w.gap[i] !== Gap.SLASH || i < 3 || w.gap[i - 1] !== (Gap.SPACE | Gap.OPEN) || !w.is(i - 1, Shape.DIGITS) || w.start[i - 1] - w.end[i - 2] !== 2) return
  const s = nameBack(w, i - 2)
  if (s > 0 && w.gap[s] === (Gap.SPACE | Gap.DASH)) out.add(w.start[s], w.end[i - 2], 0.9)
}

const reach = { behind: 0, ahead: 240 }
const back = { behind: 64, ahead: 24 }

export const logUser: readonly Detector[] = [
  { id: 'user-log', label: 'OTHER_ID', authority: AUTHORITY, reach, cues: PROVEN, atCue: atProven },
  { id: 'user-log-doubtful', label: 'OTHER_ID', authority: AUTHORITY, reach, cues: DOUBTFUL, atCue: atDoubtful },
  { id: 'user-log-head', label: 'OTHER_ID', authority: AUTHORITY, reach, cues: ['new user', 'new group', 'starting session', 'new session'], atCue: atHead },
  { id: 'user-log-terminal', label: 'OTHER_ID', authority: AUTHORITY, reach, cues: ['dev pts', 'dev tty'], atCue: atTerminal },
  { id: 'user-log-key', label: 'OTHER_ID', authority: AUTHORITY, reach: back, cues: ['uid', 'tty', 'pwd'], atCue: atKey },
  { id: 'user-log-clf', label: 'OTHER_ID', authority: AUTHORITY, reach: back, cues: ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'], atCue: atLogDate },
]
