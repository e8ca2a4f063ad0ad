import type { Subtype } from '../../labels'
import { Word } from '../../lexicon/classes'
import { Shape, type Window } from '../../scan/window'
import { Gap } from '../../text/chars'
import { hashWord } from '../../text/hash'
import type { Detector, Sink } from '../detector'
import { wordSet } from '../field'
import { closed, gapAfter, gapBefore, nameBack, nameRun, nextOf, prevOf, Run, rareWords } from './name-run'
import { CLINICAL_TITLE, medicalEnd, open, PARTICLE, PLAIN_TITLE, rare, STRONG_TITLE, SUFFIX, UNKNOWN_LETTER } from './name-words'

export const AUTHORITY = '45 CFR 164.514(b)(2)(i)(A)'

const MS = hashWord('ms')
/** Capitals without a dot: magnetic resonance, multiple sclerosis, diabetes-related retinopathy. */
const ABBREVIATION = wordSet('mr ms dr')
const MISS = hashWord('miss')
const DOCTOR = wordSet('doctor professor')
const FRENCH = wordSet('fr lt')
const PLURAL = wordSet('drs messrs doctors')
const AND = wordSet('and or')
const TITLE_GAP = Gap.SPACE | Gap.DOT | Gap.NEWLINE

/** The word before makes the title an ordinary noun or verb: `the doctor`, `I miss`. */
const NOUN_BEFORE = wordSet('the a an my your his her our their this that another any each every no same new other family primary eye foot i you we they to not never dont don will would didnt t')

const lowerTitle = (w: Window, i: number): boolean => {
  const h = w.hash[i]
  if (h !== MISS && !DOCTOR.has(h)) return true
  return prevOf(w, i) < 0 || !NOUN_BEFORE.has(w.hash[i - 1]) || (w.gap[i] & ~Gap.SPACE) !== 0
}

/** After a rank or a word that is a title too; `Rev. J. Doe`, `Sr. Smith` with the stop of an abbreviation. */
function plain(w: Window, i: number, j: number, last: number): number {
  if (!PLAIN_TITLE.has(w.hash[i])) return 0
  const initial = w.is(j, Shape.SINGLE) && last > j && (w.gap[j + 1] & Gap.DOT) !== 0
  if (initial ? open(w, last) && !w.is(last, Shape.LOWER) : rareWords(w, j, last) > 0 && rare(w, j)) return 0.7
  return ((w.gap[j] & Gap.DOT) !== 0 || last > j || w.is(i, Shape.INITIAL)) && open(w, j) && (w.word[j] & Word.EPONYM) !== 0 && w.is(j, Shape.INITIAL) && (gapAfter(w, last) & Gap.APOS) === 0 ? 0.6 : 0
}

/** Score of the name at `j` after the title `i`, ending at token `last`; 0: none. */
function weigh(w: Window, i: number, j: number, last: number): number {
  if (last === j && w.is(j, Shape.SINGLE)) return 0.6
  if (!STRONG_TITLE.has(w.hash[i])) return plain(w, i, j, last)
  if (w.is(j, Shape.LOWER)) return 0.75
  if (DOCTOR.has(w.hash[i]) && !rare(w, j) && rareWords(w, j, last) === 0) return (w.word[j] & Word.EPONYM) !== 0 && (w.word[j] & Word.COMMON) === 0 ? 0.8 : 0
  return 0.9
}

function titled(w: Window, i: number, out: Sink): void {
  const j = i + 1
  if (j >= w.n || (w.gap[j] & ~TITLE_GAP) !== 0 || w.gap[j] === 0 || w.start[j] - w.end[i] > 4) return
  const shape = w.shape[j]
  if ((shape & Shape.LETTERS) === 0) return
  const wrapped = (w.gap[j] & Gap.NEWLINE) !== 0
  const h = w.hash[i]
  if (ABBREVIATION.has(h) && w.is(i, Shape.CAPS) && !w.is(j, Shape.CAPS) && (w.gap[j] & Gap.DOT) === 0) return
  if (h === MS && w.is(i, Shape.CAPS) && (w.gap[j] & Gap.DOT) === 0) return
  // `CPT II`, `Col. III`: a code system, no name
  if (w.is(j, Shape.CAPS) && SUFFIX.has(w.hash[j])) return
  if (FRENCH.has(h) && prevOf(w, i) >= 0 && w.is(i - 1, Shape.DIGITS)) return
  let mode = 0
  if ((shape & Shape.LOWER) !== 0) {
    if (!STRONG_TITLE.has(h) || wrapped || !lowerTitle(w, i)) return
    mode = Run.LOWER
  } else if ((shape & Shape.CAPS) !== 0 || ((shape & Shape.SINGLE) !== 0 && nextOf(w, j) > 0 && w.is(j + 1, Shape.CAPS))) mode = Run.CAPS
  else if (!wrapped && !(ABBREVIATION.has(h) && w.is(i, Shape.CAPS))) mode = Run.COMMON
  const subtype: Subtype | undefined = CLINICAL_TITLE.has(h) ? 'clinician' : undefined
  const last = nameRun(w, j, mode)
  if (last < 0 || !plausible(w, j, last, mode)) return
  const score = weigh(w, i, j, last)
  if (score === 0) return
  out.add(w.start[j], w.end[last], score, subtype)
  if (PLURAL.has(h)) others(w, last + 1, mode, subtype, out)
}

/** A lower-case run is at most two words, since the third may be a verb in no list; `Dr. X`, `Ms. A` are nobody. */
function plausible(w: Window, j: number, last: number, mode: number): boolean {
  if (PARTICLE.has(w.hash[j]) && last > j) return true
  if (w.is(j, Shape.SINGLE) && w.is(last, Shape.SINGLE)) return !UNKNOWN_LETTER.has(w.hash[j])
  return (mode & Run.LOWER) === 0 || (last - j <= 3 && (w.len(j) > 2 || closed(w, last)) && !medicalEnd(w, j))
}

/** `Drs. Doe, Roe and Poe`. */
function others(w: Window, from: number, mode: number, subtype: Subtype | undefined, out: Sink): void {
  for (let k = from, n = 0; k < w.n && n < 4; n++) {
    if (nextOf(w, k - 1) < 0) return
    if (AND.has(w.hash[k]) && w.gapOnly(k, Gap.SPACE | Gap.COMMA)) k++
    else if ((w.gap[k] & (Gap.COMMA | Gap.SLASH | Gap.AMP)) === 0) return
    if (nextOf(w, k - 1) < 0 || w.start[k] - w.end[from - 1] > 64 || (w.gap[k] & ~(Gap.SPACE | Gap.COMMA | Gap.SLASH | Gap.AMP)) !== 0) return
    const last = nameRun(w, k, mode)
    if (last < 0 || !open(w, k)) return
    out.add(w.start[k], w.end[last], 0.8, subtype)
    k = last + 1
  }
}

/** Post-nominals that are also words, state codes or places: they need a comma and a full name before them. */
const DOUBTFUL = wordSet('ma pa md do ms ba bs dc or ed ot pt ra pac rt od jd rd mph cc')

function credentialed(w: Window, i: number, out: Sink): void {
  if (i === 0 || !(w.is(i, Shape.CAPS) || w.is(i, Shape.CAMEL)) || w.len(i) < 2) return
  credential(w, i, out)
}

function credential(w: Window, i: number, out: Sink): void {
  if (i === 0) return
  const gap = w.gap[i]
  const comma = (gap & Gap.COMMA) !== 0
  if ((gap & ~(Gap.COMMA | Gap.SPACE | Gap.DOT | Gap.OPEN)) !== 0 || gap === 0 || w.start[i] - w.end[i - 1] > 3) return
  const e = i - 1
  const caps = w.is(e, Shape.CAPS)
  if (caps && !comma) return
  const first = nameBack(w, e, caps ? Run.CAPS : 0)
  if (first < 0) return
  const words = rareWords(w, first, e)
  if (words === 0 || (e === first && (!comma || DOUBTFUL.has(w.hash[i]) || w.is(e, Shape.SINGLE)))) return
  if (DOUBTFUL.has(w.hash[i]) && nextOf(w, i) > 0 && w.is(i + 1, Shape.DIGITS) && w.len(i + 1) === 5) return
  out.add(w.start[inverted(w, first)], w.end[e], words > 1 ? 0.9 : 0.7, 'clinician')
}

/** `Doe, Jane, MD` at the start of a line or field: the word before the comma belongs to the name. */
function inverted(w: Window, first: number): number {
  const k = first - 1
  if (k < 0 || w.gap[first] !== (Gap.COMMA | Gap.SPACE) || w.start[first] - w.end[k] !== 2 || w.len(k) > 24) return first
  const gap = gapBefore(w, k)
  const opens = (gap & ~Gap.SPACE) !== 0 && (gap & Gap.COMMA) === 0
  return opens && !w.is(k, Shape.LOWER) && !w.is(k, Shape.SINGLE) && w.is(k, Shape.LETTERS) && rare(w, k) ? k : first
}

export const nameTitle: readonly Detector[] = [
  {
    id: 'name-title',
    label: 'NAME',
    subtypes: ['clinician'],
    plain: true,
    authority: AUTHORITY,
    reach: { behind: 40, ahead: 320 },
    on: { word: Word.TITLE },
    at: titled,
  },
  {
    id: 'name-credential',
    label: 'NAME',
    subtypes: ['clinician'],
    plain: false,
    authority: AUTHORITY,
    reach: { behind: 160, ahead: 128 },
    on: { word: Word.CREDENTIAL },
    at: credentialed,
    cues: ['m d', 'd o', 'r n', 'n p', 'ph d', 'd d s', 'd p m', 'pharm d', 'l c s w'],
    atCue: (w, i, _next, out) => credential(w, i, out),
  },
]
