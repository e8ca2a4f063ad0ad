import { Word } from '../../lexicon/classes'
import { Shape, type Window } from '../../scan/window'
import { Gap } from '../../text/chars'
import type { Detector, Sink } from '../detector'
import { wordSet } from '../field'
import { gapBefore, nameBack, nameRun, nextOf, placeTail, prevOf, Run, rareWords } from './name-run'
import { AUTHORITY } from './name-title'
import { medicalEnd, open, rare, unlisted } from './name-words'

const INITIAL = Shape.SINGLE | Shape.INITIAL
/** Roman numerals and words of one letter: no abbreviated surname unless a mark follows the stop. */
const NUMERAL = wordSet('i v x a')

/** `Anna S.` and `John Q. Public`: a word of no list, a single capital with a full stop. */
function initialed(w: Window, i: number, out: Sink): void {
  if ((w.shape[i] & INITIAL) !== INITIAL || prevOf(w, i) < 0 || w.gap[i] !== Gap.SPACE || w.start[i] - w.end[i - 1] !== 1) return
  if (w.at(w.end[i]) !== 0x2e || !w.is(i - 1, Shape.INITIAL | Shape.CAMEL) || w.len(i - 1) < 3) return
  const j = nextOf(w, i)
  if (j > 0 && w.gap[j] === (Gap.DOT | Gap.SPACE) && w.is(j, Shape.INITIAL | Shape.CAMEL) && w.len(j) > 2 && open(w, i - 1)) {
    const last = nameRun(w, j, 0)
    const first = nameBack(w, i - 1, 0)
    if (last >= 0 && first >= 0 && rare(w, j) && !medicalEnd(w, j) && rareWords(w, first, last) > 1 && !placeTail(w, last)) {
      out.add(w.start[first], w.end[last], 0.85)
      return
    }
  }
  const set = (w.gap[i - 1] & Gap.COMMA) !== 0 && j > 0 && (w.gap[j] & Gap.COMMA) !== 0
  if (!(set ? open(w, i - 1) : rare(w, i - 1)) || medicalEnd(w, i - 1) || (j > 0 && w.gap[j] === Gap.DOT)) return
  if (NUMERAL.has(w.hash[i]) && !(j > 0 && (w.gap[j] & (Gap.COMMA | Gap.APOS | Gap.CLOSE | Gap.SEMI)) !== 0)) return
  const first = nameBack(w, i - 1, 0)
  if (first >= 0 && w.gap[first] !== 0) out.add(w.start[first], w.end[i], 0.75)
}

/** Words that may stand between a name and an age: `is a pleasant, previously healthy 60-year-old`. */
const IS = wordSet('is was')
const VERY = wordSet('very well otherwise')
const ARTICLE = wordSet('a an')
const OLD = 'year old,years old,yr old,yrs old,y o,yo,yr,year,month old,months old,mo old,week old,weeks old,wk old,day old,days old,mo,yom,yof,months,weeks,days,wk'

/** `Ann Doe, a 58-year-old`, `Ann Doe is a pleasant 60-year-old`, `martha is a 50-year-old`. */
function aged(w: Window, i: number, out: Sink): void {
  let k = prevOf(w, i)
  if (k < 1 || (w.gap[i] & ~(Gap.SPACE | Gap.DASH)) !== 0) return
  let numbers = 0
  while (k > 0 && numbers < 6 && ((w.shape[k] & Shape.DIGITS) !== 0 || (w.word[k] & Word.NUMBER) !== 0 || ageUnit(w, k)) && w.start[i] - w.start[k] < 40) {
    numbers++
    k--
  }
  if (numbers === 0) return
  for (let n = 0; n < 3 && k > 0 && ((w.word[k] & Word.COMMON) !== 0 || VERY.has(w.hash[k])) && w.is(k, Shape.LOWER) && !IS.has(w.hash[k]); n++) k--
  const article = ARTICLE.has(w.hash[k])
  if (article) k--
  const verb = k >= 0 && IS.has(w.hash[k])
  if (verb) k--
  // `Ann Doe, 1234567, is a 9 yo`
  if (verb && k > 0 && (w.shape[k] & Shape.DIGITS) !== 0 && w.len(k) > 4 && (w.gap[k] & Gap.COMMA) !== 0) k--
  if (k < 0 || w.start[i] - w.end[k] > 80) return
  const after = w.gap[k + 1]
  if (!verb && (after & ~(Gap.COMMA | Gap.SPACE | Gap.OPEN | Gap.DASH | Gap.NEWLINE)) !== 0) return
  if (!verb && (after & (Gap.COMMA | Gap.OPEN)) === 0) return
  appositive(w, k, verb && article, out)
}

const AGE_UNIT = wordSet('year years month months week weeks day days and yr yrs')
const ageUnit = (w: Window, k: number): boolean => AGE_UNIT.has(w.hash[k])

/** The name that ends at token `k`; in lower-case speech a lone word of no list that opens its clause. */
function appositive(w: Window, k: number, spoken: boolean, out: Sink): void {
  if (w.is(k, Shape.LOWER)) {
    if (!spoken || !unlisted(w, k) || medicalEnd(w, k) || w.len(k) < 3) return
    const f = lowerFirst(w, k)
    const opens = (gapBefore(w, f) & ~(Gap.SPACE | Gap.APOS | Gap.DASH | Gap.SLASH)) !== 0 || CLAUSE.has(w.hash[f - 1])
    if (opens && !medicalEnd(w, f)) out.add(w.start[f], w.end[k], 0.6, 'patient')
    return
  }
  const single = w.is(k, Shape.SINGLE)
  if (single) return
  const caps = w.is(k, Shape.CAPS)
  const first = nameBack(w, k, caps ? Run.CAPS : 0)
  if (first < 0) return
  const rares = rareWords(w, first, k)
  if (rares === 0 && !(first < k && open(w, first))) return
  if (caps && rares < 2) return
  out.add(w.start[first], w.end[k], rares > 1 ? 0.9 : 0.7, 'patient')
}

/** First token of one or two lower-case words of no list that end at `k`. */
const lowerFirst = (w: Window, k: number): number => (prevOf(w, k) >= 0 && w.gap[k] === Gap.SPACE && w.is(k - 1, Shape.LOWER) && unlisted(w, k - 1) && w.len(k - 1) > 2 ? k - 1 : k)

const CLAUSE = wordSet('so and okay patient is named miss')

/** `Ann Doe, MRN 1`, `Ann Doe (DOB 1/1/70)`: a full name before an identifier of the patient. */
const IDENTIFIERS =
  'mrn,mr n,medical record,medical record number,dob,d o b,date of birth,birthdate,birth date,born,aged,age,ssn,patient id,acct,admitted,presented,dol,pt id,medicaid id,member id,room,in room,in bed,bed'

const BIRTH = wordSet('dob date birth medical mrn')

function identified(w: Window, i: number, out: Sink): void {
  if (prevOf(w, i) < 0 || w.start[i] - w.end[i - 1] > 4) return
  const gap = w.gap[i]
  const bare = gap === Gap.SPACE
  if (!bare && ((gap & ~(Gap.COMMA | Gap.SPACE | Gap.OPEN | Gap.DASH | Gap.PIPE | Gap.SLASH | Gap.SEMI | Gap.TAB | (BIRTH.has(w.hash[i]) ? Gap.DOT : 0))) !== 0 || gap === Gap.DASH)) return
  const k = i - 1
  if (w.is(k, Shape.LOWER) && BIRTH.has(w.hash[i])) {
    const f = open(w, k) ? lowerFirst(w, k) : k
    if (f < k && !medicalEnd(w, k)) out.add(w.start[f], w.end[k], 0.7, 'patient')
    return
  }
  if (w.is(k, Shape.SINGLE) || !w.is(k, Shape.INITIAL | Shape.CAMEL | Shape.CAPS)) return
  const caps = w.is(k, Shape.CAPS)
  const first = nameBack(w, k, caps ? Run.CAPS : 0)
  if (first < 0 || first === k) return
  const rares = rareWords(w, first, k)
  if (rares < 2 && !(rares === 1 && !caps && open(w, first) && open(w, k))) return
  out.add(w.start[first], w.end[k], 0.85, 'patient')
}

/** `…, Ann Doe, who was admitted`: a full name set off by commas before what befell a patient. */
const EVENTS =
  'who,whose,seen,treated,admitted,evaluated,diagnosed,referred,operated,hospitalized,discharged,transferred,presented,presenting,presents,last seen,previously treated,previously seen,recently admitted,recently seen,currently admitted,currently treated,initially diagnosed,dx,tx,followed at,managed at,reviewed at,visited,examined,living in,residing in,a resident of,a patient at'

function setOff(w: Window, i: number, out: Sink): void {
  if (prevOf(w, i) < 0 || w.gap[i] !== (Gap.COMMA | Gap.SPACE) || w.start[i] - w.end[i - 1] !== 2 || !w.is(i - 1, Shape.INITIAL | Shape.CAMEL)) return
  const first = nameBack(w, i - 1, 0)
  if (first <= 0 || first === i - 1 || (gapBefore(w, first) & Gap.COMMA) === 0 || i - first > 4) return
  if (rareWords(w, first, i - 1) > 1) out.add(w.start[first], w.end[i - 1], 0.65, 'patient')
}

const BACK = { behind: 256, ahead: 160 }

export const nameShape: readonly Detector[] = [
  { id: 'name-initial', label: 'NAME', authority: AUTHORITY, reach: { behind: 160, ahead: 160 }, on: { shape: Shape.LETTER_1 }, at: initialed },
  { id: 'name-aged', label: 'NAME', subtypes: ['patient'], plain: false, authority: AUTHORITY, reach: BACK, cues: OLD.split(','), atCue: (w, i, _next, out) => aged(w, i, out) },
  { id: 'name-identified', label: 'NAME', subtypes: ['patient'], plain: false, authority: AUTHORITY, reach: BACK, cues: IDENTIFIERS.split(','), atCue: (w, i, _next, out) => identified(w, i, out) },
  { id: 'name-set-off', label: 'NAME', subtypes: ['patient'], plain: false, authority: AUTHORITY, reach: { behind: 160, ahead: 160 }, cues: EVENTS.split(','), atCue: (w, i, _next, out) => setOff(w, i, out) },
]
