import type { Subtype } from '../../labels'
import { Word } from '../../lexicon/classes'
import { Shape, type Window } from '../../scan/window'
import { CLASS, Gap, LETTER } from '../../text/chars'
import { hashWord } from '../../text/hash'
import type { Detector, Sink } from '../detector'
import { wordSet } from '../field'
import { Mark, markOf, valueStart } from './name-field'
import { initialsEnd, isInitials } from './name-initials'
import { NAME_WORD, NAMES, NOBODY, SIGNED, SPEAKER, THING, WORDS } from './name-label-words'
import { second } from './name-prose'
import { closed, ended, fullWords, gapAfter, nameRun, nextOf, placeTail, prevOf, Run, rareWords } from './name-run'
import { AUTHORITY } from './name-title'
import { medicalEnd, open, PARTICLE, SUFFIX, UNKNOWN_LETTER } from './name-words'

const KIND = new Map<number, Subtype | undefined>()
const collect = (lists: readonly (readonly [Subtype | undefined, string])[]): readonly string[] => lists.flatMap(([, list]) => list.split(','))
const phraseKey = (text: string): number => hashWord(text.replaceAll(' ', ''))
for (const [kind, list] of [...WORDS, ...NAMES]) for (const cue of list.split(',')) KIND.set(phraseKey(cue), kind)

function kindOf(w: Window, i: number, next: number): Subtype | undefined {
  let text = ''
  for (let k = i; k < next; k++) text += w.str(k).toLowerCase()
  return KIND.get(hashWord(text))
}

const OF = hashWord('of')
const SPACE_OR_NONE = Gap.SPACE | Gap.UNDERSCORE | Gap.DASH

/** A script without case. */
const caseless = (w: Window, j: number): boolean => CLASS[w.at(w.start[j])] === LETTER

/** Lower case, and no particle before a capital: `le Goff`. */
function lowerCase(w: Window, j: number): boolean {
  if (!w.is(j, Shape.LOWER) || caseless(w, j)) return false
  for (let k = j; k < j + 3 && PARTICLE.has(w.hash[k]); k++) if (nextOf(w, k) > 0 && w.is(k + 1, Shape.INITIAL | Shape.CAMEL)) return false
  return true
}

/** The name that is a field's value: its last token, or -1. */
function value(w: Window, j: number, mark: number, common = 0): number {
  const lower = lowerCase(w, j)
  const mode = lower ? Run.LOWER | Run.COMMA | (mark >= Mark.LOOSE ? Run.FIELD : 0) : Run.CAPS | Run.COMMA | (mark >= Mark.LOOSE ? Run.FIELD : 0) | (mark === Mark.FIRM && !w.is(j, Shape.CAPS) ? common : 0)
  let last = nameRun(w, j, mode)
  if (last < 0 || placeTail(w, last) || SUFFIX.has(w.hash[j])) return -1
  // `Ann Doe XRAY:` the next label
  if (last > j && w.is(last, Shape.CAPS) && !w.is(j, Shape.CAPS) && (gapAfter(w, last) & Gap.COLON) !== 0) last--
  if (w.glued(last + 1) || (gapAfter(w, last) === Gap.UNDERSCORE && w.start[last + 1] - w.end[last] === 1)) return -1
  if (lower && !closed(w, last)) return -1
  return lower ? dotted(w, last) : slashed(w, j, last)
}

/** `jane.doe` */
function dotted(w: Window, last: number): number {
  const k = nextOf(w, last)
  return k > 0 && w.gap[k] === Gap.DOT && w.start[k] - w.end[last] === 1 && w.is(k, Shape.LOWER) && w.len(k) > 1 ? k : last
}

/** `Doe/Jane` */
function slashed(w: Window, j: number, last: number): number {
  const k = nextOf(w, last)
  if (k < 0 || w.gap[k] !== Gap.SLASH || w.start[k] - w.end[last] !== 1 || !w.is(k, Shape.INITIAL | Shape.CAPS) || w.len(k) < 2 || !open(w, k)) return last
  return (w.shape[k] & Shape.CAPS) === (w.shape[j] & Shape.CAPS) ? nameRun(w, k, w.is(k, Shape.CAPS) ? Run.CAPS : 0) : last
}

/** A lone word, or words that are also words of prose, before more prose is no value. */
function prose(w: Window, j: number, last: number): boolean {
  if (ended(w, last) || w.at(w.start[j] - 1) === 0x3d || w.start[last + 1] - w.end[last] > 2) return false
  return fullWords(w, j, last) < 2 && !(last > j && (w.is(j, Shape.SINGLE) || w.is(last, Shape.SINGLE))) && !caseless(w, j)
}

/** Two words at least of no list, or an initial and one, with nothing but a space after the label. */
function bare(w: Window, j: number, last: number): boolean {
  if (placeTail(w, last) || medicalEnd(w, last)) return false
  const rares = rareWords(w, j, last)
  if (w.is(j, Shape.LOWER) && lowerCase(w, j)) return fullWords(w, j, last) === 2 && last === j + 1 && rares === 2 && ended(w, last) && !medicalEnd(w, j)
  if (w.is(j, Shape.CAPS)) return rares >= 2 && rares >= fullWords(w, j, last) && (ended(w, last) || closed(w, last))
  return rares >= 2 || abbreviated(w, j, last) || (rares === 1 && (caseless(w, j) || (last > j && (w.is(j, Shape.SINGLE) || w.is(last, Shape.SINGLE)))))
}

/** `R. Park`: a surname that is also a word, after an initial with its stop. */
const abbreviated = (w: Window, j: number, last: number): boolean => last > j && w.is(j, Shape.SINGLE) && w.at(w.end[j]) === 0x2e && w.is(last, Shape.INITIAL) && w.len(last) > 2 && open(w, last) && closed(w, last)

function strong(w: Window, i: number, next: number, out: Sink): void {
  const j = valueStart(w, i, next)
  if (j < 0) return
  const mark = markOf(w, i, next, j)
  if (mark === Mark.NONE) return
  if (isInitials(w, j)) {
    initials(w, i, next, j, out)
    return
  }
  const last = value(w, j, mark, Run.COMMON)
  if (last < 0 || (mark === Mark.BARE && w.is(j, Shape.LOWER | Shape.CAPS) && !bare(w, j, last))) return
  if (last === j && w.is(j, Shape.SINGLE) && (mark < Mark.LOOSE || (mark === Mark.LOOSE && UNKNOWN_LETTER.has(w.hash[j])))) return
  const rares = rareWords(w, j, last)
  const named = NAME_WORD.has(w.hash[next - 1]) && mark >= Mark.LOOSE && (closed(w, last) || (mark === Mark.FIRM && open(w, j) && w.is(j, Shape.CAPS))) && !NOBODY.has(w.hash[j])
  if (rares === 0 && !named && (!open(w, j) || w.is(j, Shape.CAPS))) return
  out.add(w.start[j], w.end[last], rares > 0 ? 0.95 : 0.7, kindOf(w, i, next))
  second(w, last + 1, kindOf(w, i, next), out)
}

/** `Name: J.D.`, `Provider S.H.` */
function initials(w: Window, i: number, next: number, j: number, out: Sink): void {
  out.add(w.start[j], w.end[initialsEnd(w, j)], 0.7, kindOf(w, i, next))
}

function thing(w: Window, i: number, next: number): boolean {
  if (prevOf(w, i) >= 0 && (w.gap[i] & ~SPACE_OR_NONE) === 0 && THING.has(w.hash[i - 1])) return true
  return nextOf(w, next - 1) > 0 && w.hash[next] === OF
}

const SENTENCE_MARK = new Set([0x2e, 0x3f, 0x21, 0x2c, 0x2d])
const MARKED = Gap.COLON | Gap.EQUALS | Gap.PIPE | Gap.TAB | Gap.CLOSE | Gap.OPEN | Gap.QUOTE | Gap.STAR
const IS = wordSet('is was')
const PLAIN_GAP = Gap.SPACE | Gap.DOT | Gap.APOS | Gap.COMMA

/** The label is a word of a sentence: what most labels are, told without reading on. */
function sentence(w: Window, i: number, next: number): boolean {
  const gap = w.gap[next]
  if ((gap & Gap.NEWLINE) !== 0) return (w.gap[i] & (Gap.NEWLINE | Gap.START)) === 0
  if ((gap & ~PLAIN_GAP) !== 0 || w.start[next] - w.end[next - 1] > 2) return false
  if (gap !== Gap.SPACE) return !w.is(next - 1, Shape.SINGLE)
  if (IS.has(w.hash[next])) return !w.is(next + 1, Shape.INITIAL | Shape.CAMEL | Shape.CAPS | Shape.NONASCII) && (w.is(next + 1, Shape.LOWER) === false || SPEAKER.has(w.hash[i]))
  if (w.is(next, Shape.LOWER) && SPEAKER.has(w.hash[i]) && !PARTICLE.has(w.hash[next])) return !w.is(next, Shape.NONASCII)
  return (w.word[next] & STOPPED) !== 0 && !open(w, next)
}

function weak(w: Window, i: number, next: number, out: Sink): void {
  if (nextOf(w, next - 1) < 0 || ((w.gap[next] & MARKED) === 0 && sentence(w, i, next))) return
  const j = valueStart(w, i, next)
  if (j < 0) return
  const mark = markOf(w, i, next, j)
  if (mark === Mark.NONE || thing(w, i, next)) return
  const sure = mark === Mark.FIRM
  if (isInitials(w, j)) {
    if (mark !== Mark.BARE || !SPEAKER.has(w.hash[i])) initials(w, i, next, j, out)
    return
  }
  const last = value(w, j, mark)
  if (last < 0 || (!sure && w.is(j, Shape.LOWER) && SPEAKER.has(w.hash[i]) && mark === Mark.BARE) || (mark === Mark.BARE && !bare(w, j, last))) return
  const score = fits(w, i, j, last, sure)
  if (score === 0) return
  out.add(w.start[j], w.end[last], score, kindOf(w, i, next))
  second(w, last + 1, kindOf(w, i, next), out)
}

const STOPPED = Word.FUNCTION | Word.COMMON | Word.FIELD | Word.MEDICAL

/** Score of the value of a label that stands before other things too; 0: none. */
function fits(w: Window, i: number, j: number, last: number, sure: boolean): number {
  const rares = rareWords(w, j, last)
  const full = fullWords(w, j, last)
  const speaker = SPEAKER.has(w.hash[i])
  if (rares === 0) {
    // Two words that are both names and words: `Patient: Rose Hall`, not `Patient: Good.`; the surname of an eponym.
    const surname = abbreviated(w, j, last) || (sure && open(w, j) && (w.word[last] & Word.EPONYM) !== 0 && !w.is(j, Shape.CAPS) && (ended(w, last) || !speaker))
    if ((!surname && (full < 2 || w.is(j, Shape.CAPS))) || w.is(j, Shape.LOWER) || !closed(w, last)) return 0
  } else if (lowerCase(w, j) ? full < 2 || rares < 2 || !(sure || ended(w, last)) : prose(w, j, last)) return 0
  if (last === j && (medicalEnd(w, j) || w.is(j, Shape.SINGLE) || SUFFIX.has(w.hash[j]))) return 0
  if (full === 1 && speaker && last === j && (SENTENCE_MARK.has(w.at(w.end[last])) || (!sure && !ended(w, last)))) return 0
  return rares > 1 ? 0.9 : 0.65
}

function signed(w: Window, i: number, next: number, out: Sink): void {
  const j = valueStart(w, i, next)
  if (j < 0) return
  const mark = markOf(w, i, next, j)
  if (isInitials(w, j)) {
    out.add(w.start[j], w.end[initialsEnd(w, j)], 0.7, 'clinician')
    return
  }
  const last = value(w, j, mark === Mark.NONE ? Mark.BARE : mark)
  if (last < 0) return
  const rares = rareWords(w, j, last)
  if (rares === 0 && !(mark >= Mark.LOOSE && open(w, j) && closed(w, last) && !w.is(j, Shape.CAPS | Shape.LOWER))) return
  if (w.is(j, Shape.LOWER) && lowerCase(w, j) && mark < Mark.LOOSE && !bare(w, j, last) && !(fullWords(w, j, last) === 2 && rares === 2 && closed(w, last))) return
  out.add(w.start[j], w.end[last], rares > 1 ? 0.9 : 0.7, 'clinician')
  second(w, last + 1, 'clinician', out)
}

const LABEL_REACH = { behind: 64, ahead: 320 }
const SUBTYPES = ['patient', 'relative', 'clinician'] as const

export const nameLabel: readonly Detector[] = [
  { id: 'name-field', label: 'NAME', subtypes: SUBTYPES, plain: true, authority: AUTHORITY, reach: LABEL_REACH, cues: collect(NAMES), atCue: strong },
  { id: 'name-label', label: 'NAME', subtypes: SUBTYPES, plain: true, authority: AUTHORITY, reach: LABEL_REACH, cues: collect(WORDS), atCue: weak },
  { id: 'name-signed', label: 'NAME', subtypes: ['clinician'], plain: false, authority: AUTHORITY, reach: LABEL_REACH, cues: SIGNED.split(','), atCue: signed },
]
