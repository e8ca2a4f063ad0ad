import { Word } from '../../lexicon/classes'
import { Shape, type Window } from '../../scan/window'
import { Gap } from '../../text/chars'
import type { Detector, Sink } from '../detector'
import { wordSet } from '../field'
import { closed, fullWords, gapAfter, nameRun, nextOf, Run, rareWords } from './name-run'
import { AUTHORITY } from './name-title'
import { AMBIGUOUS, medicalEnd, open, unlisted } from './name-words'

const GREETINGS = 'hi,hello,hey,dear,good morning,good afternoon,good evening,hi there,welcome back,greetings,goodbye,bye,thanks,thank you,thanks again,nice to meet you,good to see you'
/** Words a spoken greeting goes on with. */
const SPOKEN = wordSet('how what good i it nice so uh um thanks thank welcome are you my we the this and is can do did tell let have okay')
/** Voice assistants are greeted too. */
const MACHINE = wordSet('dragon siri alexa google cortana copilot chatgpt gemini')
const PAUSE = Gap.COMMA | Gap.DOT | Gap.MARK | Gap.NEWLINE | Gap.OPEN | Gap.COLON | Gap.DASH

/** `Dear John,` `Hello Mary` `hi , martha .` */
function greeted(w: Window, next: number, out: Sink): void {
  const j = next
  if (nextOf(w, j - 1) < 0 || w.gap[j] === 0 || (w.gap[j] & ~(Gap.SPACE | Gap.COMMA)) !== 0 || w.start[j] - w.end[j - 1] > 3 || !w.is(j, Shape.LETTERS)) return
  const lower = w.is(j, Shape.LOWER)
  const last = nameRun(w, j, lower ? Run.LOWER : 0)
  if (last < 0 || last - j > 3 || medicalEnd(w, j) || w.is(j, Shape.SINGLE) || MACHINE.has(w.hash[j])) return
  const rares = rareWords(w, j, last)
  if (rares === 0 && !unlisted(w, j) && (lower || !(AMBIGUOUS.has(w.hash[j]) && (w.word[j] & (Word.FUNCTION | Word.MONTH)) === 0))) return
  const k = last + 1
  const pause = (gapAfter(w, last) & PAUSE) !== 0
  if (!pause && !(SPOKEN.has(w.hash[k]) && w.gap[k] === Gap.SPACE)) return
  if (lower && (fullWords(w, j, last) > 2 || !unlisted(w, j))) return
  out.add(w.start[j], w.end[last], lower ? 0.6 : 0.75)
}

const CLOSINGS =
  'sincerely,yours,yours truly,yours sincerely,sincerely yours,yours faithfully,respectfully,respectfully submitted,respectfully yours,regards,best regards,kind regards,kindest regards,warm regards,warmest regards,warmly,best,best wishes,all the best,cheers,thanks,many thanks,thank you,thanks again,thank you again,take care,cordially,faithfully,love,signed,with gratitude,with appreciation'

/** `Sincerely,\n\nJane Doe`: a name alone on the line after the closing. */
function closing(w: Window, next: number, out: Sink): void {
  let j = next
  if (nextOf(w, j - 1) > 0 && (w.word[j] & Word.TITLE) !== 0 && !w.is(j, Shape.LOWER) && (w.gap[j] & Gap.NEWLINE) !== 0) j++
  if (nextOf(w, j - 1) < 0 || !w.is(j, Shape.INITIAL | Shape.CAMEL | Shape.CAPS) || w.start[j] - w.end[next - 1] > 24) return
  if ((w.gap[next] & (Gap.NEWLINE | Gap.COMMA)) === 0 || (w.gap[next] & ~(Gap.SPACE | Gap.NEWLINE | Gap.COMMA | Gap.DOT | Gap.MARK | Gap.DASH | Gap.BACKSLASH | Gap.TAB | Gap.STAR)) !== 0) return
  const last = nameRun(w, j, w.is(j, Shape.CAPS) ? Run.CAPS : 0)
  if (last < 0 || !open(w, j) || medicalEnd(w, j)) return
  const ends = (gapAfter(w, last) & (Gap.NEWLINE | Gap.COMMA | Gap.OPEN)) !== 0
  const line = (w.gap[next] & Gap.NEWLINE) !== 0
  if (w.is(j, Shape.SINGLE) && last === j) return
  if (!ends || (rareWords(w, j, last) === 0 && !(line && (AMBIGUOUS.has(w.hash[j]) || (last > j && AMBIGUOUS.has(w.hash[last])))))) return
  if (!line && (gapAfter(w, last) & Gap.NEWLINE) === 0) return
  out.add(w.start[j], w.end[last], line ? 0.85 : 0.65)
}

/** `From: Jane Doe <jane@…>`, `To: Doe, Jane (Clinic)`. */
function header(w: Window, next: number, out: Sink): void {
  if (nextOf(w, next - 1) < 0 || (w.gap[next] & Gap.COLON) === 0 || (w.gap[next] & ~(Gap.COLON | Gap.SPACE | Gap.TAB | Gap.QUOTE | Gap.STAR)) !== 0) return
  let j = next
  for (let n = 0; n < 4; n++) {
    if (!w.is(j, Shape.INITIAL | Shape.CAMEL | Shape.CAPS) || w.start[j] - w.start[next] > 100) return
    const last = nameRun(w, j, Run.COMMA | (w.is(j, Shape.CAPS) ? Run.CAPS : 0))
    if (last < 0) return
    const k = nextOf(w, last)
    const address = k > 0 && (w.gap[k] & (Gap.OPEN | Gap.QUOTE)) !== 0
    const rares = rareWords(w, j, last)
    if (rares > 1 || (rares === 1 && (address || (closed(w, last) && fullWords(w, j, last) > 1)))) out.add(w.start[j], w.end[last], address ? 0.95 : 0.8)
    if (k < 0 || (w.gap[k] & (Gap.SEMI | Gap.COMMA)) === 0 || (w.gap[k] & Gap.NEWLINE) !== 0) return
    j = k
  }
}

export const nameLetter: readonly Detector[] = [
  { id: 'name-greeting', label: 'NAME', authority: AUTHORITY, reach: { behind: 0, ahead: 256 }, cues: GREETINGS.split(','), atCue: (w, _i, next, out) => greeted(w, next, out) },
  { id: 'name-closing', label: 'NAME', authority: AUTHORITY, reach: { behind: 0, ahead: 256 }, cues: CLOSINGS.split(','), atCue: (w, _i, next, out) => closing(w, next, out) },
  {
    id: 'name-header',
    label: 'NAME',
    authority: AUTHORITY,
    reach: { behind: 0, ahead: 320 },
    cues: ['from', 'to', 'cc', 'bcc', 'reply to', 'sender', 'recipient', 'recipients', 'sent by'],
    atCue: (w, _i, next, out) => header(w, next, out),
  },
]
