import { Word } from '../../lexicon/classes'
import { Shape, type Window } from '../../scan/window'
import { Gap } from '../../text/chars'
import { hashWord } from '../../text/hash'
import type { Detector, Sink } from '../detector'
import { wordSet } from '../field'
import { PROSE_REACH, proseName } from './name-prose'
import { gapAfter, gapBefore, nameBack, nameRun, nextOf, prevOf, Run, rareWords } from './name-run'
import { AUTHORITY } from './name-title'
import { medicalEnd, open, PARTICLE, rare } from './name-words'

const NAMED = Shape.INITIAL | Shape.CAMEL | Shape.CAPS
const AFTER = Gap.SPACE | Gap.DOT | Gap.COLON | Gap.QUOTE | Gap.OPEN

/** A name before and after: `Ann Doe (née Roe)`, `Ann Doe, a.k.a. Nan`. */
const BETWEEN = 'nee,a k a,aka,f k a,fka,n k a,also known as,formerly known as,previously known as,now known as,better known as'

function also(w: Window, i: number, next: number, out: Sink): void {
  const j = nextOf(w, next - 1)
  if (j < 0 || (w.gap[j] & ~AFTER) !== 0 || w.gap[j] === 0 || w.start[j] - w.end[j - 1] > 4 || !w.is(j, NAMED) || w.is(j, Shape.SINGLE)) return
  const caps = w.is(j, Shape.CAPS) && w.is(i, Shape.CAPS | Shape.SINGLE) ? Run.CAPS : 0
  const last = nameRun(w, j, caps)
  if (last < 0 || medicalEnd(w, j) || !open(w, j)) return
  const gap = w.gap[i]
  const apart = prevOf(w, i) >= 0 && (gap & ~(Gap.SPACE | Gap.COMMA | Gap.OPEN | Gap.NEWLINE)) === 0 && w.start[i] - w.end[i - 1] <= 3 && w.is(i - 1, NAMED)
  const first = apart ? nameBack(w, i - 1, caps) : -1
  if (first < 0 && rareWords(w, j, last) === 0) return
  out.add(w.start[j], w.end[last], 0.8)
  if (first >= 0 && open(w, i - 1) && !w.is(i - 1, Shape.SINGLE)) out.add(w.start[first], w.end[i - 1], 0.75)
}

const THE = wordSet('the')
const OF = wordSet('of')

/** `The Doe family`, not `The Ewing family of tumors`. */
function family(w: Window, i: number, next: number, out: Sink): void {
  if (w.gap[i] !== Gap.SPACE || prevOf(w, i) < 1 || w.start[i] - w.end[i - 1] !== 1 || !w.is(i - 1, Shape.INITIAL | Shape.CAMEL) || w.len(i - 1) < 3) return
  if ((w.word[i - 1] & (Word.COUNTRY | Word.NATIONALITY | Word.CITY)) !== 0 || !(rare(w, i - 1) || (w.word[i - 1] & Word.EPONYM) !== 0) || !open(w, i - 1) || medicalEnd(w, i - 1)) return
  if (nextOf(w, next - 1) > 0 && (OF.has(w.hash[next]) || w.is(next, Shape.INITIAL))) return
  let first = nameBack(w, i - 1, 0)
  for (let n = 0; n < 3 && first > 1 && w.gap[first] === Gap.SPACE && PARTICLE.has(w.hash[first - 1]); n++) first--
  if (first < 1 || prevOf(w, first) < 0 || w.gap[first] !== Gap.SPACE || !THE.has(w.hash[first - 1]) || w.start[i] - w.start[first] > 48) return
  out.add(w.start[first], w.end[i - 1], 0.65)
}

const S = hashWord('s')

/** `/s/ Ann Doe`: a signature in type (17 CFR 232.302). */
function slashed(w: Window, i: number, out: Sink): void {
  const j = i + 1
  if ((w.gap[j] & ~Gap.NEWLINE) !== (Gap.SLASH | Gap.SPACE) && w.gap[j] !== Gap.SLASH) return
  if (!w.is(j, NAMED)) return
  const last = nameRun(w, j, Run.SURNAME | (w.is(j, Shape.CAPS) ? Run.CAPS : 0))
  if (last > j && open(w, j) && rareWords(w, j, last) > 0) out.add(w.start[j], w.end[last], 0.85)
}

function mark(w: Window, i: number, out: Sink): void {
  if (w.hash[i] === S && nextOf(w, i) > 0) slashed(w, i, out)
}

const EXTENSIONS = 'pdf,doc,docx,rtf,txt,jpg,jpeg,png,tif,tiff,xls,xlsx,csv,dcm,zip,ppt,pptx,mp3,mp4,wav,html,xml,json,msg,eml,heic'

/** `Doe_Jane_labs.pdf`: a file named after a person, surname and given name first. */
function file(w: Window, i: number, out: Sink): void {
  if (w.gap[i] !== Gap.DOT || i < 2 || w.start[i] - w.end[i - 1] !== 1) return
  let k = i - 1
  for (let n = 0; n < 7 && k > 0 && (w.gap[k] === 0 || ((w.gap[k] & ~(Gap.UNDERSCORE | Gap.DASH)) === 0 && w.start[k] - w.end[k - 1] === 1)) && w.start[i] - w.start[k - 1] < 100; n++) k--
  for (let n = 0; n < 2; n++, k++) {
    const e = k + 1
    if (e >= i || !w.is(k, NAMED) || !w.is(e, NAMED) || (w.gap[e] !== Gap.UNDERSCORE && w.gap[e] !== Gap.DASH) || w.len(k) < 2 || w.len(e) < 2) continue
    if ((w.shape[k] & Shape.CAPS) !== (w.shape[e] & Shape.CAPS) || rareWords(w, k, e) < 2 || !open(w, k) || !open(w, e) || medicalEnd(w, k) || medicalEnd(w, e) || w.glued(e + 1)) continue
    out.add(w.start[k], w.end[e], 0.7)
    return
  }
}

/** Who a turn of a chat may belong to beside the person: `Ann: my chest hurts⏎Agent: since when?` */
const OTHERS = 'agent,bot,support,operator,representative,chatbot,assistant,moderator,system'

function turn(w: Window, i: number, next: number, out: Sink): void {
  if (nextOf(w, next - 1) < 0 || (w.gap[next] & Gap.COLON) === 0 || prevOf(w, i) < 0 || (w.gap[i] & Gap.NEWLINE) === 0) return
  let k = i - 1
  while (k > 0 && w.start[i] - w.start[k] < 120 && (w.gap[k] & Gap.NEWLINE) === 0 && prevOf(w, k) >= 0) k--
  if (w.start[i] - w.start[k] >= 120 || w.at(w.end[k]) !== 0x3a || !w.is(k, Shape.INITIAL) || w.len(k) < 3 || medicalEnd(w, k) || (gapBefore(w, k) & Gap.NEWLINE) === 0) return
  if (rare(w, k)) out.add(w.start[k], w.end[k], 0.6)
}

/** `Estate of Ann Doe`, `B/O Doe`. */
const OF_WHOM = 'estate of,in memory of,baby of,infant of,newborn of,survived by,on behalf of,b o,bb of,bg of'
const B = hashWord('b')

function whose(w: Window, i: number, next: number, out: Sink): void {
  if (w.hash[i] === B && w.at(w.end[i]) !== 0x2f) return
  const j = nextOf(w, next - 1)
  if (j < 0 || (w.gap[j] & ~(Gap.SPACE | Gap.COLON)) !== 0 || w.start[j] - w.end[j - 1] > 2) return
  const caps = w.is(i, Shape.CAPS | Shape.SINGLE) && w.is(j, Shape.CAPS)
  const last = caps ? nameRun(w, j, Run.CAPS) : nameRun(w, j, Run.SURNAME)
  if (last < 0 || w.is(j, Shape.LOWER) || medicalEnd(w, j) || !open(w, j)) return
  if (rareWords(w, j, last) > 0 || (last === j && (w.word[j] & Word.EPONYM) !== 0 && (gapAfter(w, last) & Gap.APOS) === 0)) out.add(w.start[j], w.end[last], 0.75)
}

/** `children: Ann, Carl and Eve`; one finding for each name. */
const MANY = 'children,kids,sons,daughters,brothers,sisters,siblings,twins,triplets,grandchildren,parents,grandsons,granddaughters,cousins,friends,caregivers,guardians,roommates'
const ITEM = Gap.SPACE | Gap.COMMA | Gap.AMP | Gap.SEMI
const AND = wordSet('and')
const NAMING = wordSet('named called are include')

function many(w: Window, _i: number, next: number, out: Sink): void {
  let j = nextOf(w, next - 1)
  if (j > 0 && NAMING.has(w.hash[j]) && w.gap[j] === Gap.SPACE) j = nextOf(w, j)
  if (j < 0 || !w.is(j, Shape.INITIAL | Shape.CAMEL) || (w.gap[j] & ~(Gap.SPACE | Gap.COLON | Gap.OPEN | Gap.COMMA | Gap.NEWLINE)) !== 0) return
  const starts: number[] = []
  const ends: number[] = []
  for (let n = 0; n < 8 && j > 0 && w.start[j] - w.end[next - 1] < 140; n++) {
    const last = proseName(w, j, 1)
    if (last < 0 || medicalEnd(w, j)) break
    starts.push(w.start[j])
    ends.push(w.end[last])
    j = nextOf(w, last)
    if (j < 0 || ((w.gap[j] & (Gap.COMMA | Gap.AMP | Gap.SEMI)) === 0 && !AND.has(w.hash[j])) || (w.gap[j] & ~ITEM) !== 0) break
    if (AND.has(w.hash[j])) j = nextOf(w, j)
    if (j < 0 || (w.gap[j] & ~ITEM) !== 0) break
  }
  if (starts.length < 2) return
  for (let n = 0; n < starts.length; n++) out.add(starts[n], ends[n], 0.7, 'relative')
}

export const nameAlso: readonly Detector[] = [
  { id: 'name-also', label: 'NAME', authority: AUTHORITY, reach: PROSE_REACH, cues: BETWEEN.split(','), atCue: also },
  { id: 'name-family', label: 'NAME', authority: AUTHORITY, reach: PROSE_REACH, cues: ['family', 'household'], atCue: family },
  { id: 'name-mark', label: 'NAME', authority: AUTHORITY, reach: { behind: 0, ahead: 160 }, on: { gap: Gap.SLASH }, at: mark },
  { id: 'name-file', label: 'NAME', authority: AUTHORITY, reach: { behind: 160, ahead: 8 }, cues: EXTENSIONS.split(','), atCue: (w, i, _next, out) => file(w, i, out) },
  { id: 'name-turn', label: 'NAME', authority: AUTHORITY, reach: { behind: 160, ahead: 40 }, cues: OTHERS.split(','), atCue: turn },
  { id: 'name-whose', label: 'NAME', authority: AUTHORITY, reach: { behind: 0, ahead: 160 }, cues: OF_WHOM.split(','), atCue: whose },
  { id: 'name-many', label: 'NAME', subtypes: ['relative'], plain: false, authority: AUTHORITY, reach: { behind: 0, ahead: 320 }, cues: MANY.split(','), atCue: many },
]
