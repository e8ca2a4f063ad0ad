import { Word } from '../../lexicon/classes'
import { Shape, type Window } from '../../scan/window'
import { Gap } from '../../text/chars'
import type { Detector, Sink } from '../detector'
import { wordSet } from '../field'

/** Words `@` stands before as "at", in code and in mail: no one's handle. */
const NOT_HANDLE = wordSet(
  'home bedside clinic rest night noon midnight work school baseline discharge admission time least bedtime breakfast lunch dinner once all am pm present hospital snf ltc icu ed er or pacu level approx about the a an his her our their this that this param params return returns throws author see since version deprecated override import media charset keyframes font include extend mixin supports page layer property types type typedef example todo everyone here channel all latest next beta test tests given when then before after ignore nullable notnull id entity table column bean autowired component service controller injectable input output inject module get post put delete patch dataclass property staticmethod classmethod pytest app patch',
)
const SOCIAL = wordSet(
  'twitter instagram insta ig tiktok snapchat snap facebook fb threads mastodon youtube telegram whatsapp discord reddit linkedin venmo cashapp twitch handle handles username user follow follows following tag tagged dm dms tweet tweets tweeted posted posts social account screen name x',
)

/** `@jane_doe`: an at sign after white space or a bracket, a letter, then letters, digits, dots and underscores. */
function atSign(w: Window, i: number, out: Sink): void {
  const p = w.start[i]
  if (w.at(p - 1) !== 0x40 || (w.shape[i] & (Shape.DIGITS | Shape.LONG | Shape.PLACEHOLDER)) !== 0) return
  const before = w.at(p - 2)
  if (w.alnumAt(p - 2) || before === 0x40 || before === 0x2f || before === 0x2e || before === 0x2d || before === 0x5f || before === 0x5c) return
  let last = i
  let mixed = false
  for (let k = i + 1; k < w.n && w.end[k] - p <= 40; k++) {
    const gap = w.gap[k]
    if (gap !== 0 && (w.start[k] - w.end[k - 1] !== 1 || (gap !== Gap.UNDERSCORE && gap !== Gap.DOT))) break
    if (gap === Gap.DOT && w.isWord(k, Word.TLD) && !w.glued(k + 1)) return
    mixed = true
    last = k
  }
  const after = w.at(w.end[last])
  if (after === 0x2f || after === 0x28 || after === 0x40 || after === 0x7b || w.end[last] - p < 3) return
  if (NOT_HANDLE.has(w.hash[i]) && !mixed) return
  const score = social(w, i) ? 0.95 : mixed ? 0.85 : w.isWord(i, Word.COMMON | Word.MEDICAL | Word.FUNCTION) ? 0.3 : 0.6
  out.add(p - 1, w.end[last], score)
}

function social(w: Window, i: number): boolean {
  for (let j = i - 1, steps = 0; j >= 0 && steps < 4 && w.start[i] - w.start[j] <= 48; j--, steps++) if (SOCIAL.has(w.hash[j])) return true
  return false
}

export const handle: Detector = {
  id: 'other-id-handle',
  label: 'OTHER_ID',
  authority: '45 CFR 164.514(b)(2)(i)(R): any unique identifying code, here a name on a network',
  reach: { behind: 56, ahead: 64 },
  on: { gap: Gap.AT },
  at: atSign,
}
