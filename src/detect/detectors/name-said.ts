import { Word } from '../../lexicon/classes'
import { Shape, type Window } from '../../scan/window'
import { Gap } from '../../text/chars'
import { hashWord } from '../../text/hash'
import type { Detector, Sink } from '../detector'
import { wordSet } from '../field'
import { caseless, formalName, NAME_WITHIN, PROSE_REACH, proseName, second } from './name-prose'
import { closed, gapAfter, nextOf, rareWords } from './name-run'
import { AUTHORITY } from './name-title'
import { AMBIGUOUS, medicalEnd, rare, unlisted } from './name-words'

const LOOSE = Gap.SPACE | Gap.NEWLINE

/** Phrases after which a person stands; a lone word will do after the first group. */
const ONE =
  'my name is,my name s,my name,name is,his name is,her name is,their name is,named,nicknamed,goes by,to be called,likes to be called,prefers to be called,be addressed as,known as,calls himself,calls herself,answers to,case of,dictating on,signed out to,accompanied by her mother,introduced himself as,introduced herself as,seen by,evaluated by,referred by,examined by,spoke with,spoke to,speak with,discussed with,d w,consult by,consent from,handoff from,handoff to,sign out from,signout to'
const TWO =
  'this is,i am,i m,it s,s o,d o,h o,w o,c o,per,call,contact,notify,page,paged,called,called by,followed by,met with,meet with,similar to,contact is,caregiver is,proxy is,guardian is,picking up,taking over,transferred,transferring,worker is,manager is,physician is,provider is,attending is,attending,pcp is,pediatrician is,surgeon is,nurse is,backup is,consented,update,updated,ask,asked,reach,informed,assisted by,treated by,managed by,ordered by,operated on by,born to,delivered by,accompanied by,brought in by,lives with,cared for by,care of,records of,results of,results for,history of,medications of,chart of,follow up with,follow up for,appointment with,visit with'

function said(least: number): (w: Window, i: number, next: number, out: Sink) => void {
  return (w, i, next, out) => {
    let j = next
    if (nextOf(w, j - 1) > 0 && w.gap[j] === Gap.SPACE && (w.word[j] & Word.TITLE) !== 0) j++
    if (nextOf(w, j - 1) < 0) return
    if (w.start[j] - w.start[i] > NAME_WITHIN) return
    if (w.is(j, Shape.LOWER)) {
      whispered(w, i, next, j, least, out)
      return
    }
    if (w.is(j, Shape.CAPS)) {
      shouted(w, i, next, j, least, out)
      return
    }
    if (!w.is(j, Shape.INITIAL | Shape.CAMEL) && !caseless(w, j)) return
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

/** All in capitals: `MY NAME IS JANE DOE`, `SHE GOES BY JANE`. */
function shouted(w: Window, i: number, next: number, j: number, least: number, out: Sink): void {
  if (w.gap[j] !== Gap.SPACE || w.is(i, Shape.LOWER)) return
  const last = formalName(w, j)
  if (last >= 0) {
    if (least === 1 || w.is(i, Shape.CAPS)) out.add(w.start[j], w.end[last], 0.65)
    return
  }
  const sure = w.hash[next - 1] === NAMED || NAMING.has(w.hash[next - 2]) || CALLED.has(w.hash[next - 1]) || GOES.has(w.hash[i])
  if (sure && rare(w, j) && w.len(j) > 2 && !medicalEnd(w, j) && (closed(w, j) || (nextOf(w, j) > 0 && (w.word[j + 1] & Word.FUNCTION) !== 0))) out.add(w.start[j], w.end[j], 0.6)
}

const CALLED = wordSet('called nicknamed')
const GOES = wordSet('goes')
const BY = hashWord('by')

/** Speech without capitals: `my name is john`, `referred by diane nelson`. */
function whispered(w: Window, i: number, next: number, j: number, least: number, out: Sink): void {
  if (least > 1 || w.gap[j] !== Gap.SPACE || !w.is(i, Shape.LOWER) || !unlisted(w, j) || w.len(j) < 3 || medicalEnd(w, j)) return
  const sure = GOES.has(w.hash[i]) || CALLED.has(w.hash[next - 1]) || (w.hash[next - 1] !== BY && (w.hash[next - 1] === NAMED || NAMING.has(w.hash[next - 2]) || NAMING.has(w.hash[next - 1])))
  const k = nextOf(w, j)
  const two = k > 0 && w.gap[k] === Gap.SPACE && unlisted(w, k) && w.is(k, Shape.LOWER) && w.len(k) > 2 && !medicalEnd(w, k)
  if (!two && !sure) return
  const e = two ? k : j
  const after = nextOf(w, e)
  if (!two && after > 0 && w.gap[after] === Gap.SPACE && (w.word[after] & Word.FUNCTION) === 0) return
  if (w.glued(e + 1) || (w.hash[next - 1] === BY && !GOES.has(w.hash[i]) && !(closed(w, e) || (after > 0 && w.word[after] & Word.FUNCTION) !== 0))) return
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

/** `Action items for Ann Doe:` */
function headed(w: Window, _i: number, next: number, out: Sink): void {
  if (nextOf(w, next - 1) < 0 || w.gap[next] !== Gap.SPACE || !w.is(next, Shape.INITIAL | Shape.CAMEL)) return
  const last = proseName(w, next, 2)
  if (last >= 0 && (gapAfter(w, last) & Gap.COLON) !== 0 && rareWords(w, next, last) > 1) out.add(w.start[next], w.end[last], 0.65)
}

export const nameSaid: readonly Detector[] = [
  { id: 'name-said', label: 'NAME', authority: AUTHORITY, reach: PROSE_REACH, cues: ONE.split(','), atCue: said(1) },
  { id: 'name-said-full', label: 'NAME', authority: AUTHORITY, reach: PROSE_REACH, cues: TWO.split(','), atCue: said(2) },
  { id: 'name-headed', label: 'NAME', authority: AUTHORITY, reach: PROSE_REACH, cues: ['for', 'regarding', 'about'], atCue: headed },
]
