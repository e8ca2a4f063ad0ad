import type { Subtype } from '../../labels'
import { Word } from '../../lexicon/classes'
import { Shape, type Window } from '../../scan/window'
import { Gap } from '../../text/chars'
import { hashWord } from '../../text/hash'
import type { Detector, Sink } from '../detector'
import { wordSet } from '../field'
import { caseless, formalName, NAME_WITHIN, PROSE_REACH, proseName, second } from './name-prose'
import { closed, fullWords, gapAfter, nameBack, nextOf, prevOf, rareWords } from './name-run'
import { AUTHORITY } from './name-title'
import { AMBIGUOUS, medicalEnd, open, rare, unlisted } from './name-words'

const LETTER_S = hashWord('s')
const IS = wordSet('is was')
const LINK = wordSet('named called name s boy girl is was')
const LOOSE = Gap.SPACE | Gap.NEWLINE

const IN = hashWord('in')
const LAW = hashWord('law')
const EX = hashWord('ex')

/** The token after the relation, `-in-law` taken along. */
function inLaw(w: Window, i: number): number {
  const near = (k: number) => nextOf(w, k - 1) > 0 && (w.gap[k] & ~(Gap.DASH | Gap.SPACE)) === 0
  return near(i + 1) && w.hash[i + 1] === IN && near(i + 2) && w.hash[i + 2] === LAW ? i + 3 : i + 1
}

/** `mother Jane`, `wife, Mary Ellen,`, `daughter (Ana)`, `husband's name is Carlos`, `son named Tim`. */
function relation(w: Window, i: number, out: Sink): void {
  before(w, i, 'relative', out)
  if (formal(w, i, out) || w.is(i, Shape.CAPS)) return
  let j = inLaw(w, i)
  let linked = 0
  for (; nextOf(w, j - 1) > 0 && linked < 4 && LINK.has(w.hash[j]) && (w.gap[j] & ~(Gap.SPACE | Gap.APOS)) === 0; j++) linked++
  if (nextOf(w, j - 1) < 0 || w.start[j] - w.end[j - 1] > 3) return
  if (w.start[j] - w.start[i] > NAME_WITHIN) return
  if (w.is(j, Shape.LOWER) && !caseless(w, j)) {
    spoken(w, i, j, linked, out)
    return
  }
  const gap = w.gap[j]
  if (w.hash[i] === BABY && w.is(i, Shape.INITIAL) && gap === Gap.SPACE && open(w, j) && (gapAfter(w, j) & Gap.COMMA) !== 0 && w.is(j, Shape.INITIAL)) {
    out.add(w.start[j], w.end[j], 0.7, 'patient')
    return
  }
  // "Child-Pugh B": a dash without spaces makes one word of it; `ex-` goes before any.
  if (gap === 0 || (gap === Gap.DASH && w.hash[i] !== EX) || (gap & ~(LOOSE | Gap.COMMA | Gap.OPEN | Gap.DASH | Gap.QUOTE)) !== 0) return
  if (newborn(w, i, j, out)) return
  const apart = (gap & (Gap.COMMA | Gap.OPEN | Gap.DASH)) !== 0
  const verb = linked > 0 && IS.has(w.hash[j - 1]) && w.hash[j - 2] !== NAME
  const last = proseName(w, j, verb ? 2 : 1)
  if (last < 0) {
    kin(w, i, j, gap, out)
    return
  }
  if (apart && !closed(w, last) && fullWords(w, j, last) < 2) return
  out.add(w.start[j], w.end[last], rareWords(w, j, last) > 1 ? 0.9 : 0.7, 'relative')
  second(w, last + 1, 'relative', out)
}

/** `daughter DOE, JANE`, `HIS WIFE, JANE DOE,`. */
function formal(w: Window, i: number, out: Sink): boolean {
  const j = i + 1
  if (nextOf(w, i) < 0 || (w.gap[j] & ~(Gap.SPACE | Gap.COMMA)) !== 0 || w.gap[j] === 0 || w.start[j] - w.end[i] > 2) return false
  const last = formalName(w, j)
  if (last < 0 || (w.is(i, Shape.CAPS) && !w.is(j, Shape.CAPS))) return false
  out.add(w.start[j], w.end[last], 0.7, 'relative')
  return true
}

const NAME = hashWord('name')
const UNCLE = wordSet('uncle aunt auntie')

/** `Baby Boy Smith`: a surname that is also a word or an eponym. */
function newborn(w: Window, i: number, j: number, out: Sink): boolean {
  if (w.hash[i] !== BABY || j !== i + 2 || !SEX.has(w.hash[i + 1]) || !w.is(j, Shape.INITIAL) || w.len(j) < 3 || w.gap[j] !== Gap.SPACE || !open(w, j) || rare(w, j)) return false
  out.add(w.start[j], w.end[j], 0.65, 'patient')
  return true
}

/** `aunt Rose`, `son Mark`: a word that is a name too, capitalised in mid-sentence. */
function kin(w: Window, i: number, j: number, gap: number, out: Sink): void {
  if ((gap !== Gap.SPACE && !(gap === (Gap.SPACE | Gap.OPEN) && closed(w, j))) || j !== i + 1 || !w.is(j, Shape.INITIAL) || w.is(j, Shape.SINGLE) || !AMBIGUOUS.has(w.hash[j])) return
  if ((w.word[j] & (Word.FUNCTION | Word.MONTH)) !== 0 || !(w.is(i, Shape.LOWER) || UNCLE.has(w.hash[i]))) return
  const k = nextOf(w, j)
  if (k > 0 && w.is(k, Shape.INITIAL) && w.gap[k] === Gap.SPACE) return
  out.add(w.start[j], w.end[j], 0.6, 'relative')
}

const BABY = hashWord('baby')
const SEX = wordSet('boy girl')
const CALLED = wordSet('named called name')
const OWNER = wordSet('my your his her our their s')
/** `Fortunately, her son, …` */
const ADVERB = /(?:ently|antly|ately|ably|ibly|fully|tely|ally|arly)$/
const VERB_END = /(?:s|ed|ing|ly)$/

/** Speech without capitals: `your friend , tyler ,`, `my sister diane and`, `his name is carlos`. */
function spoken(w: Window, i: number, j: number, linked: number, out: Sink): void {
  const gap = w.gap[j]
  const comma = (gap & Gap.COMMA) !== 0
  if (prevOf(w, i) < 0 || (gap & ~(Gap.SPACE | Gap.COMMA)) !== 0 || !OWNER.has(w.hash[i - 1]) || w.glued(j) || w.glued(j + 1)) return
  if (!unlisted(w, j) || w.len(j) < 3 || w.len(j) > 12 || medicalEnd(w, j)) return
  const k = nextOf(w, j)
  const named = linked > 0 && CALLED.has(w.hash[j - 1])
  const two = k > 0 && w.gap[k] === Gap.SPACE && unlisted(w, k) && w.is(k, Shape.LOWER) && w.len(k) > 2
  const e = two ? k : j
  if (!named && !(comma ? closed(w, e) || two : linked === 0 && k > 0 && (w.word[k] & Word.FUNCTION) !== 0 && w.gapOnly(k, Gap.SPACE) && !VERB_END.test(w.str(j)))) return
  out.add(w.start[j], w.end[e], 0.6, 'relative')
}

/** `Ann Doe (mother)`, `Ann Doe, her mother`, `Doe's mother`. */
function before(w: Window, i: number, subtype: Subtype, out: Sink): void {
  if (prevOf(w, i) < 0) return
  let k = i
  const gap = w.gap[i]
  if (w.hash[i - 1] === LETTER_S && w.gap[i - 1] === Gap.APOS && gap === Gap.SPACE && prevOf(w, i - 1) >= 0) {
    const e = i - 2
    const first = w.is(e, Shape.INITIAL | Shape.CAMEL) && rare(w, e) ? nameBack(w, e, 0) : -1
    if (first >= 0) out.add(w.start[first], w.end[e], 0.7)
    return
  }
  if ((w.word[i - 1] & Word.FUNCTION) !== 0 && gap === Gap.SPACE) k = i - 1
  const mark = w.gap[k]
  if (prevOf(w, k) < 0 || w.start[k] - w.end[k - 1] > 3) return
  const bracket = (mark & Gap.OPEN) !== 0 && (mark & ~(Gap.SPACE | Gap.OPEN)) === 0
  const comma = mark === (Gap.COMMA | Gap.SPACE)
  if (!bracket && !comma) return
  const first = nameBack(w, k - 1, 0)
  if (first < 0 || !w.is(k - 1, Shape.INITIAL | Shape.CAMEL)) return
  const rares = rareWords(w, first, k - 1)
  const appositive = comma && k === i - 1 && first === k - 1 && OWNER.has(w.hash[k]) && (gapAfter(w, i) & Gap.COMMA) !== 0 && !ADVERB.test(w.str(first)) && !medicalEnd(w, first)
  if (rares === 0 || (comma && !appositive && (rares < 2 || k === i))) return
  if (bracket && (gapAfter(w, i) & (Gap.CLOSE | Gap.COMMA | Gap.SPACE | Gap.NEWLINE)) === 0) return
  out.add(w.start[first], w.end[k - 1], rares > 1 ? 0.85 : 0.6, subtype)
}

export const nameRelation: readonly Detector[] = [
  { id: 'name-relation', label: 'NAME', subtypes: ['relative', 'patient'], plain: true, authority: AUTHORITY, reach: PROSE_REACH, on: { word: Word.RELATION }, at: relation },
]
