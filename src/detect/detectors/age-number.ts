import { Word } from '../../lexicon/classes'
import { Shape, type Window } from '../../scan/window'
import { Gap } from '../../text/chars'
import { hashWord } from '../../text/hash'
import type { Sink } from '../detector'
import { aggregated, HIGHEST, LEAST, LIMIT, near, over, Unit, unitAfter } from './age-shape'
import { AFTER_KIN, AFTER_READING, AFTER_STRETCH, BE, BEFORE_STRETCH, KIN, LIFE, OR, PERSON_FOLLOWED, PERSON_LED, PRONOUN, SEX, TURN } from './age-words'

const TO = hashWord('to')
const AT = hashWord('at')
const UNTIL = hashWord('until')
const BIRTHDAY = hashWord('birthday')
const TH = hashWord('th')
const M = hashWord('m')
const D = hashWord('d')
const NOW = hashWord('now')
const BORN = hashWord('born')
const STATE = new Set(['alive', 'living', 'deceased', 'died', 'd'].map(hashWord))
const DECIMAL = Gap.DOT

/** A number over 89 with what makes it an age: `93-year-old`, `93 y/o`, `she is 93`, `95th birthday`. */
export function atNumber(w: Window, i: number, out: Sink): void {
  const len = w.end[i] - w.start[i]
  if (len < 2 || len > 5) return
  const value = w.num(i)
  if (value <= LIMIT || w.glued(i) || inDecimal(w, i)) return
  const last = tail(w, i)
  const unit = unitAfter(w, last)
  if (unit !== Unit.NONE) {
    if (unit < Unit.MONTHS_OLD && value > HIGHEST) return
    if (value < LEAST[unit] || value > HIGHEST * 366 || aggregated(w, last, value) || (over(w, i, value) && unit < Unit.MONTHS_OLD)) return
    if (unit === Unit.YEARS && stretch(w, i, last) && !(near(w, i, Gap.SPACE, 1) && w.hash[i - 1] === BORN)) return
    out.add(w.start[i], w.end[last], unit === Unit.YEARS ? 0.6 : 0.97)
    return
  }
  if (value > HIGHEST || len > 3) return
  const score = said(w, i, last, value)
  if (score > 0) out.add(w.start[i], w.end[last], score)
}

/** The digits are the end of a longer number: `1.93`, `120/93`, `4-93`. */
function inDecimal(w: Window, i: number): boolean {
  return i > 0 && w.start[i] - w.end[i - 1] === 1 && (w.gap[i] & (Gap.DOT | Gap.SLASH | Gap.COMMA | Gap.COLON | Gap.DOLLAR)) !== 0 && w.is(i - 1, Shape.DIGITS)
}

/** Last token of the number: `92.5`, `90-95`, `90 to 95`, `95th`. */
function tail(w: Window, i: number): number {
  const n = i + 1
  if (n >= w.n || (w.shape[n] & Shape.DIGITS) === 0) {
    if (w.glued(n) && w.hash[n] === TH) return n
    return near(w, n, Gap.SPACE | Gap.DASH, 2) && (w.hash[n] === TO || OR.has(w.hash[n])) && near(w, n + 1, Gap.SPACE, 1) && plausible(w, n + 1) && unitAfter(w, n + 1) !== Unit.NONE ? n + 1 : i
  }
  // `96 2/12 years old`: months as twelfths.
  if (w.gap[n] === Gap.SPACE && near(w, n + 1, Gap.SLASH, 1) && w.is(n + 1, Shape.DIGITS) && w.num(n + 1) === 12 && w.len(n) < 3 && unitAfter(w, n + 1) !== Unit.NONE) return n + 1
  if (w.gap[n] === DECIMAL && w.start[n] - w.end[i] === 1 && w.len(n) <= 2 && unitAfter(w, n) !== Unit.NONE) return n
  return near(w, n, Gap.DASH | Gap.SPACE, 3) && (w.gap[n] & Gap.DASH) !== 0 && plausible(w, n) && unitAfter(w, n) !== Unit.NONE ? n : i
}

const plausible = (w: Window, k: number): boolean => w.is(k, Shape.DIGITS) && w.len(k) <= 3 && w.num(k) > LIMIT && w.num(k) <= HIGHEST

/** A stretch of time: `for 93 years`, `93 years ago`. */
function stretch(w: Window, i: number, last: number): boolean {
  if (near(w, i, Gap.SPACE | Gap.DASH, 2) && BEFORE_STRETCH.has(w.hash[i - 1])) return true
  return near(w, last + 2, Gap.SPACE | Gap.DASH, 2) && AFTER_STRETCH.has(w.hash[last + 2])
}

/** How sure a lone number is an age by the words around it; 0: it is none. */
function said(w: Window, i: number, last: number, value: number): number {
  const n = last + 1
  const tight = n < w.n && w.start[n] - w.end[last] <= 2
  if (w.at(w.end[last]) === 0x25) return 0
  if (last > i && w.hash[last] === TH) return tight && w.hash[n] === BIRTHDAY ? 0.95 : 0
  if (near(w, n, Gap.SLASH | Gap.SPACE, 3) && (w.gap[n] & Gap.SLASH) !== 0 && SEX.has(w.hash[n]) && w.len(n) === 1 && !w.glued(n + 1)) return 0.9
  if (near(w, i, Gap.SLASH, 1) && SEX.has(w.hash[i - 1]) && w.len(i - 1) === 1 && !w.glued(i - 1) && w.gap[i - 1] !== Gap.SLASH) return 0.85
  if (near(w, n, Gap.SPACE | Gap.DASH, 1) && SEX.has(w.hash[n]) && sexed(w, i, n)) return 0.9
  if (i > 0 && w.hash[i - 1] === D && (w.gap[i] & ~(Gap.DOT | Gap.SPACE)) === 0 && w.gap[i] !== 0) return kinsman(w, i - 1) || (kinName(w, i - 1) && ended(w, n)) ? 0.7 : 0
  if ((w.gap[i] & ~(Gap.SPACE | Gap.COMMA | Gap.OPEN | Gap.COLON | Gap.APOS | Gap.NEWLINE)) !== 0 || i === 0) return 0
  if (tight && (w.gap[n] & ~(Gap.SPACE | Gap.DASH)) === 0 && AFTER_READING.has(w.hash[n])) return 0
  if (tight && w.start[n] - w.end[last] === 1 && (w.gap[n] & (Gap.SLASH | Gap.DOT | Gap.PERCENT | Gap.DASH | Gap.COLON)) !== 0 && w.is(n, Shape.DIGITS)) return 0
  if (aggregated(w, last, value)) return 0
  return led(w, i, n)
}

/** `a 93 F`, `93M with CHF`, `93 male`; a lone `93F` may be a temperature. */
function sexed(w: Window, i: number, n: number): boolean {
  if (w.len(n) > 3) return true
  if (w.len(n) > 1) return near(w, n + 1, Gap.SPACE, 1) && PERSON_FOLLOWED.has(w.hash[n + 1])
  if (w.glued(n + 1)) return false
  const before = near(w, i, Gap.SPACE, 1) && PERSON_LED.has(w.hash[i - 1])
  const after = near(w, n + 1, Gap.SPACE | Gap.SLASH, 1) && PERSON_FOLLOWED.has(w.hash[n + 1])
  // `Una Roe 94 F`: a temperature has no name.
  if (near(w, i, Gap.SPACE | Gap.COMMA, 2) && named(w, i - 1) && !READING.has(w.hash[i - 1])) return true
  const head = (w.gap[i] & (Gap.START | Gap.NEWLINE | Gap.COLON)) !== 0 || w.gap[i] === (Gap.DOT | Gap.SPACE) || ((w.gap[i] & Gap.OPEN) !== 0 && w.hash[n] === M)
  return before ? after || w.hash[n] === M || w.hash[i - 1] !== hashWord('is') : after && (head || w.hash[n] === M)
}

/** `she is 93`, `turned 95`, `died at 97`, `lived to 101`, `mother, 94,`. */
function led(w: Window, i: number, n: number): number {
  let p = i - 1
  if (w.gap[i] === Gap.SPACE && w.hash[p] === NOW && near(w, p, Gap.SPACE, 1)) p--
  if (!near(w, i, Gap.SPACE | Gap.COMMA | Gap.OPEN | Gap.COLON | Gap.APOS, 2)) return 0
  const h = w.hash[p]
  const ends = n >= w.n || w.start[n] - w.end[n - 1] > 3 || (w.gap[n] & ~Gap.SPACE) !== 0
  if (w.gap[i] === Gap.SPACE) {
    if (TURN.has(h) && (ends || near(w, n, Gap.SPACE, 1))) return subject(w, p - 1) || (BE.has(w.hash[p - 1]) && near(w, p, Gap.SPACE, 1) && subject(w, p - 2)) ? 0.85 : 0
    if (BE.has(h) && subject(w, p - 1)) return ends || near(w, n, Gap.SPACE, 1) ? (ends ? 0.75 : follows(w, n) ? 0.65 : 0) : 0
    if (IS.has(h) && near(w, p, Gap.SPACE, 1) && named(w, p - 1) && (ends ? w.num(i) > LIMIT + 1 && titled(w, p - 1) : follows(w, n))) return 0.6
    if (BE.has(h) && near(w, p, Gap.SPACE, 1) && WILL.has(w.hash[p - 1]) && subject(w, p - 2)) return ends || follows(w, n) ? 0.7 : 0
    if (near(w, p, Gap.SPACE, 1) && (h === AT || h === TO || h === UNTIL || BE.has(h)) && life(w, p - 1)) return 0.8
  }
  if (w.gap[i] === (Gap.COMMA | Gap.SPACE) && n < w.n && w.gap[n] === (Gap.COMMA | Gap.SPACE) && named(w, p)) return 0.6
  if (STATE.has(h) && kinsman(w, p)) return 0.7
  if (ends && kinName(w, i)) return 0.65
  if (KIN.has(h)) return ends || AFTER_KIN.has(w.hash[n]) ? 0.65 : 0
  return 0
}

/** `father (alive`, `mother (d`, `sister, deceased`: the state of a relative at token `p`. */
const kinsman = (w: Window, p: number): boolean => near(w, p, Gap.SPACE | Gap.OPEN | Gap.COMMA | Gap.COLON | Gap.DASH, 3) && KIN.has(w.hash[p - 1])

/** `grandmother Ann Roe`, `MGF Eli,` before token `k`: a relative with one or two names. */
function kinName(w: Window, k: number): boolean {
  if (!near(w, k, Gap.SPACE | Gap.COMMA, 2)) return false
  for (let t = k - 1; t > k - 3 && t > 0; t--) {
    if (!w.is(t, Shape.INITIAL) || w.len(t) < 2 || !near(w, t, Gap.SPACE, 1) || w.isWord(t, Word.COMMON | Word.MEDICAL | Word.FUNCTION)) return false
    if (w.start[k] - w.start[t - 1] > 56) return false
    if (KIN.has(w.hash[t - 1])) return true
  }
  return false
}

/** The clause ends before token `n`. */
const ended = (w: Window, n: number): boolean => n >= w.n || w.start[n] - w.end[n - 1] > 3 || (w.gap[n] & ~Gap.SPACE) !== 0

const IS = new Set(['is', 'was'].map(hashWord))
/** Words of readings of the body's temperature. */
const READING = new Set(['temp', 'temperature', 'tmax', 'tm', 'max', 'oral', 'rectal', 'axillary', 'tympanic', 'temporal', 'fever', 'vitals', 'vs', 'current', 'today'].map(hashWord))

const WILL = new Set(['will', 'll', 'would'].map(hashWord))

/** A title one or two words before the name at token `p`, in whatever case. */
const titled = (w: Window, p: number): boolean => w.isWord(p - 1, Word.TITLE) || (w.isWord(p - 2, Word.TITLE) && near(w, p, Gap.SPACE, 1) && near(w, p - 1, Gap.SPACE | Gap.DOT, 2))

const UNNAMED = Word.COMMON | Word.MEDICAL | Word.FUNCTION | Word.MEASURE

/** `Mr. Roe, 93, was`, `Ann "Bee" Roe-Doe, 93, was`: a title or a second capitalised word before the last name. */
const named = (w: Window, p: number): boolean =>
  (titled(w, p) || w.is(p, Shape.INITIAL)) &&
  w.len(p) > 1 &&
  near(w, p, Gap.SPACE | Gap.DOT | Gap.DASH | Gap.QUOTE | Gap.APOS | Gap.COMMA, 2) &&
  (titled(w, p) || (w.is(p - 1, Shape.INITIAL) && !w.isWord(p - 1, UNNAMED) && !w.isWord(p, Word.MEDICAL | Word.MEASURE) && (w.len(p - 1) > 1 || w.gap[p] === (Gap.DOT | Gap.SPACE))))

const subject = (w: Window, k: number): boolean => near(w, k + 1, Gap.SPACE | Gap.APOS, 1) && PRONOUN.has(w.hash[k])
const ADULT = new Set(['and', 'now', 'but', 'with', 'lives', 'today', 'this', 'so', 'who', 'living', 'next', 'in'].map(hashWord))
const follows = (w: Window, n: number): boolean => ADULT.has(w.hash[n])

/** `died`, `passed away`, `lived until he`, `lived to be` among the four words that end at token `k`. */
function life(w: Window, k: number): boolean {
  for (let t = k; t > k - 4 && t >= 0; t--) {
    if (LIFE.has(w.hash[t])) return true
    if (!near(w, t, Gap.SPACE, 1)) return false
  }
  return false
}
