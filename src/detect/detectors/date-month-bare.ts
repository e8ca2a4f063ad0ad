import { Word } from '../../lexicon/classes'
import { Shape, type Window } from '../../scan/window'
import { Gap } from '../../text/chars'
import { hashWord } from '../../text/hash'
import { wordSet } from '../field'
import { near, type Span } from './date-parts'
import { AFTER_MAY, BEFORE_MONTH } from './date-words'

const AMBIGUOUS = wordSet('may march')
/** Given names as well. */
const NAMES = wordSet('april june august')
const FULL = wordSet('january february july september october november december')
/** Abbreviations that are no words. */
const PLAIN = wordSet('feb apr aug sept oct nov jul')
const OCT = hashWord('oct')
const LINK = wordSet('to through thru and or until')
const THIS = hashWord('this')
const MODIFIER = wordSet('early late mid middle end beginning start')
const PASSING = wordSet('this last past next previous')
const LAST = wordSet('last past next previous since until till in')
const WEATHER = wordSet('weather heat sun humidity cold rain')
const OR = hashWord('or')
/** Abbreviations that, with their capital, are nothing else. */
const CAPITAL = wordSet('sept feb nov')

/**
 * A month without day or year is finer than a year too (§164.514(b)(2)(i)(C)). `January` is never anything else; `may`
 * and `march`, the abbreviations and the months that are given names need a word before them that dates have.
 */
export function bareMonth(w: Window, i: number, labelled: boolean): Span | null {
  const span = (score: number): Span => ({ first: relativeBefore(w, i), last: i, score })
  const h = w.hash[i]
  if (w.glued(i) || w.glued(i + 1)) return null
  if (labelled) return span(0.8)
  if (near(w, i + 1, Gap.SPACE, 1) && WEATHER.has(w.hash[i + 1])) return null
  if (eitherOf(w, i)) return null
  const strong = ledIn(w, i) || ofThisYear(w, i) || leadsTo(w, i)
  if (FULL.has(h)) return span(strong ? 0.85 : 0.6)
  if (NAMES.has(h)) return strong || !nameLike(w, i) ? span(strong ? 0.8 : 0.55) : null
  const abbreviated = CAPITAL.has(h) && (w.shape[i] & Shape.INITIAL) !== 0 && closed(w, i)
  if (!strong) return abbreviated ? span(0.55) : null
  const lower = (w.shape[i] & Shape.INITIAL) === 0
  if (AMBIGUOUS.has(h)) return near(w, i + 1, Gap.SPACE, 1) && AFTER_MAY.has(w.hash[i + 1]) ? null : span(0.7)
  // `OCT` is a scan, `dec` and `mar` may be anything: an abbreviation alone has its capital, or a word like `last`.
  return !lower || (i > 0 && LAST.has(w.hash[i - 1])) || (PLAIN.has(h) && !(h === OCT && (w.shape[i] & Shape.CAPS) !== 0)) ? span(0.7) : null
}

const OF = hashWord('of')
const YEAR = hashWord('year')
const RELATIVE = wordSet('this last next that the')

/** `March of this year` */
const ofThisYear = (w: Window, i: number): boolean =>
  near(w, i + 3, Gap.SPACE, 1) && w.hash[i + 1] === OF && RELATIVE.has(w.hash[i + 2]) && w.hash[i + 3] === YEAR && near(w, i + 1, Gap.SPACE, 1) && near(w, i + 2, Gap.SPACE, 1)

/** The clause ends after token `i`. */
const closed = (w: Window, i: number): boolean => i + 1 >= w.n || (w.gap[i + 1] & ~(Gap.SPACE | Gap.APOS)) !== 0

/** `June or July maybe`: a choice of months that nothing is dated with. */
function eitherOf(w: Window, i: number): boolean {
  const first = w.hash[i + 1] === OR ? i : w.hash[i - 1] === OR ? i - 2 : -1
  if (first < 0 || (w.word[first] & w.word[first + 2] & Word.MONTH) === 0 || !near(w, first + 1, Gap.SPACE, 1) || !near(w, first + 2, Gap.SPACE, 1)) return false
  return !ledIn(w, first) && !w.is(first + 3, Shape.DIGITS)
}

/** `Jan/Feb 2019`, `March to May` */
function leadsTo(w: Window, i: number): boolean {
  if (near(w, i + 1, Gap.SLASH | Gap.DASH, 1) && (w.word[i + 1] & Word.MONTH) !== 0) return true
  return near(w, i + 1, Gap.SPACE, 1) && LINK.has(w.hash[i + 1]) && near(w, i + 2, Gap.SPACE, 1) && (w.word[i + 2] & Word.MONTH) !== 0 && w.len(i + 2) > 2 && w.hash[i + 2] !== w.hash[i]
}

const PART = wordSet('early late mid')

/** First token of `last May`, `this past May`, `mid-May`: the word goes with the month. */
export function relativeBefore(w: Window, i: number): number {
  if (near(w, i, Gap.SPACE | Gap.DASH, 1) && PART.has(w.hash[i - 1])) return i - 1
  if (!near(w, i, Gap.SPACE, 1) || !PASSING.has(w.hash[i - 1])) return i
  return w.hash[i - 1] !== THIS && near(w, i - 1, Gap.SPACE, 1) && w.hash[i - 2] === THIS ? i - 2 : i - 1
}

/** `in May`, `last May`, `mid-May`, `this past May`, `March to May`. */
function ledIn(w: Window, i: number): boolean {
  if (!near(w, i, Gap.SPACE | Gap.DASH | Gap.NEWLINE | Gap.SLASH, 3)) return false
  const p = i - 1
  if (w.hash[p] === THIS) return (w.shape[i] & Shape.INITIAL) !== 0 && w.len(i) > 3
  if (BEFORE_MONTH.has(w.hash[p]) || MODIFIER.has(w.hash[p])) return true
  if ((w.word[p] & Word.MONTH) !== 0) return (w.gap[i] & (Gap.DASH | Gap.SLASH)) !== 0
  return LINK.has(w.hash[p]) && near(w, p, Gap.SPACE | Gap.COMMA, 2) && (w.word[p - 1] & Word.MONTH) !== 0 && w.hash[p - 1] !== w.hash[i]
}

/** `Dr. April`, `June Carter`, `April is a nurse` at the head of a sentence. */
function nameLike(w: Window, i: number): boolean {
  if ((w.shape[i] & Shape.INITIAL) === 0) return (w.shape[i] & Shape.CAPS) !== 0
  if (near(w, i, Gap.SPACE | Gap.DOT, 2) && ((w.word[i - 1] & Word.TITLE) !== 0 || (w.shape[i - 1] & Shape.INITIAL) !== 0)) return true
  return near(w, i + 1, Gap.SPACE | Gap.APOS, 1) && ((w.shape[i + 1] & (Shape.INITIAL | Shape.CAMEL)) !== 0 || (w.gap[i] & ~Gap.SPACE) !== 0)
}
