import { Word } from '../../lexicon/classes'
import { Shape, type Window } from '../../scan/window'
import { Gap } from '../../text/chars'
import { hashWord } from '../../text/hash'
import type { Sink } from '../detector'
import { FIELD_GAP, wordSet } from '../field'
import { epochEnd } from './date-epoch'
import { monthDate } from './date-month'
import { numericDate } from './date-numeric'
import { digits, extend, near, type Span, validDay, withArticle } from './date-parts'
import { below100, cardinal, follows, type Spoken, spokenOrdinalDay, spokenYear } from './date-spoken'
import { isYear, REFERENCE_YEAR } from './date-year-range'
import { asked, labelValue } from './shared-field-value'

const FILLER = wordSet('is was on of the as at in date time day number dt and age sex gender mdy yyyy mm dd my his her their value text start end period')
const GAP = FIELD_GAP | Gap.SLASH | Gap.SEMI

/** The date that starts at token `k`, whatever its form, under a label that says date. */
export function labelledDate(w: Window, k: number): Span | null {
  if (digits(w, k, 1, 14)) {
    const numeric = dayOfYear(w, k) ?? numericDate(w, k, true) ?? run(w, k) ?? spacedOut(w, k)
    if (numeric !== null) return numeric
  }
  // The month's name stands among the first six words: `Thursday the 14th day of March`.
  for (let m = k; m <= k + 6 && m < w.n; m++) {
    if (m > k && (w.gap[m] & ~(Gap.SPACE | Gap.COMMA | Gap.DASH | Gap.SLASH | Gap.DOT | Gap.NEWLINE)) !== 0) return null
    if (m > k && w.start[m] - w.end[m - 1] > 3) return null
    if ((w.word[m] & Word.MONTH) !== 0) {
      const span = monthDate(w, m, true)
      return span !== null && span.first <= k + 3 && span.first >= k ? span : null
    }
    if ((w.word[m] & (Word.ORDINAL | Word.NUMBER | Word.WEEKDAY | Word.MONTH)) === 0 && !FILLER.has(w.hash[m]) && !digits(w, m, 1, 4)) return null
  }
  return null
}

/** `03141974`, `031474`, `197403`: without separators, as forms and message fields have them. */
function run(w: Window, k: number): Span | null {
  const len = w.len(k)
  if ((len !== 8 && len !== 6) || w.glued(k + 1)) return null
  const at = (p: number) => (w.at(w.start[k] + p) - 48) * 10 + w.at(w.start[k] + p + 1) - 48
  const a = at(0)
  const b = at(2)
  const valid = validDay(a, b) || validDay(b, a)
  if (len === 8) return valid && isYear(at(4) * 100 + at(6)) ? { first: k, last: k, score: 0.9 } : null
  const century = a * 100 + b
  return valid || (century >= 1900 && century <= REFERENCE_YEAR + 10 && at(4) >= 1 && at(4) <= 12) || validDay(b, at(4)) ? { first: k, last: k, score: 0.8 } : null
}

/** ISO 8601 ordinal date: `1974-073`. */
function dayOfYear(w: Window, k: number): Span | null {
  if (!digits(w, k, 4, 4) || !digits(w, k + 1, 3, 3) || w.gap[k + 1] !== Gap.DASH || w.start[k + 1] - w.end[k] !== 1 || w.glued(k + 2)) return null
  const day = w.num(k + 1)
  return isYear(w.num(k)) && day >= 1 && day <= 366 && !near(w, k + 2, Gap.DASH, 1) ? { first: k, last: k + 1, score: 0.8 } : null
}

/** `03 14 1974`, `0314 1974` */
function spacedOut(w: Window, k: number): Span | null {
  if (!near(w, k + 1, Gap.SPACE, 1)) return null
  if (digits(w, k, 4, 4) && digits(w, k + 1, 4, 4)) return validDay(Math.floor(w.num(k) / 100), w.num(k) % 100) && isYear(w.num(k + 1)) ? { first: k, last: k + 1, score: 0.8 } : null
  if (!near(w, k + 2, Gap.SPACE, 1) || !digits(w, k + 1, 1, 2)) return null
  const a = w.num(k)
  const b = w.num(k + 1)
  const c = w.num(k + 2)
  if (digits(w, k, 4, 4) && digits(w, k + 2, 1, 2)) return isYear(a) && validDay(b, c) ? { first: k, last: k + 2, score: 0.8 } : null
  if (!digits(w, k, 1, 2) || !(digits(w, k + 2, 4, 4) || digits(w, k + 2, 2, 2))) return null
  return (validDay(a, b) || validDay(b, a)) && (w.len(k + 2) === 2 || isYear(c)) ? { first: k, last: k + 2, score: 0.8 } : null
}

/** `three fifteen nineteen eighty`, `oh three fifteen seventy four` after "date of birth". */
function spokenNumbers(w: Window, k: number): Span | null {
  const month = below100(w, k)
  if (month === null || month.value < 1 || month.value > 12 || !follows(w, month.last + 1)) return null
  const d = month.last + 1
  const day: Spoken | null = spokenOrdinalDay(w, d) ?? below100(w, d)
  if (day === null || day.value < 1 || day.value > 31 || !follows(w, day.last + 1)) return null
  const year = spokenYear(w, day.last + 1) ?? below100(w, day.last + 1)
  return year === null || cardinal(w, day.last + 1) < 0 ? null : { first: k, last: year.last, score: 0.8 }
}

const BIRTH_FILLER = wordSet('is was on of the as at in date time age sex gender mdy yyyy mm dd a my his her their value text and she he they reported listed confirmed')

export function atBirth(w: Window, i: number, next: number, out: Sink): void {
  const k = labelValue(w, next, GAP, BIRTH_FILLER)
  if (k < 0 || w.start[k] - w.start[i] > 80) return
  const span = labelledDate(w, k) ?? aged(w, k) ?? spokenNumbers(w, k)
  if (span === null || (span.last === k + 1 && (w.gap[k] & Gap.COMMA) !== 0)) return // `first born, 3/4 siblings`
  const { first, last } = extend(w, withArticle(w, span))
  out.add(w.start[first], w.end[last], 0.99, 'birth')
}

/** `DOB/Age: 45 / 3/14/1974`: the age first. */
function aged(w: Window, k: number): Span | null {
  if (!digits(w, k, 1, 3) || !near(w, k + 1, Gap.SPACE | Gap.SLASH | Gap.COMMA, 3) || w.gap[k + 1] === Gap.SPACE) return null
  const span = digits(w, k + 1, 1, 4) ? numericDate(w, k + 1, true) : null
  return span !== null && span.last === k + 3 ? span : null
}

export function atDateField(w: Window, i: number, next: number, out: Sink): void {
  const k = labelValue(w, next, GAP, FILLER)
  if (k < 0 || w.start[k] - w.start[i] > 80) return
  // A single letter (`D: 3/14/2019`) is a label only before a field mark.
  if (w.len(i) <= 2 && (w.gap[next] & (Gap.COLON | Gap.EQUALS)) === 0) return
  const named = next - i > 1 ? namesDate(w, i, next) : w.is(i, Shape.CAMEL) || ABBREVIATED.has(w.hash[i])
  const labelled = marked(w, i, k) || named || (w.len(i) > 2 && asked(w, next, k))
  const span = labelled ? (labelledDate(w, k) ?? epoch(w, i, k)) : digits(w, k, 1, 14) ? (numericDate(w, k) ?? dayOfYear(w, k)) : null
  if (span === null) return
  const { first, last } = extend(w, withArticle(w, span))
  out.add(w.start[first], w.end[last], labelled ? 0.97 : span.score)
}

const MOMENT = wordSet('date dates datetime time at on when ts timestamp epoch ms dob birth birthdate birthday birthtime')

/** `Date: 1552550400`: a POSIX time, not under the labels that machines stamp their lines with. */
function epoch(w: Window, i: number, k: number): Span | null {
  // `received: 1079359050` may be bytes: the label must speak of a moment.
  let moment = false
  for (let j = i; j < k; j++) if (MOMENT.has(w.hash[j])) moment = true
  const last = !moment || MACHINE.has(w.hash[i]) ? -1 : epochEnd(w, k)
  return last < 0 ? null : { first: k, last, score: 0.85 }
}
const MACHINE = wordSet('timestamp updated last expires exp d dd dt start end period')

const DATE = hashWord('date')
/** Abbreviations and words of other languages that say date. */
const ABBREVIATED = wordSet('dos doa lmp edd edc datum fecha')

/** The label has the word date in it: it needs no mark to announce one. */
function namesDate(w: Window, i: number, next: number): boolean {
  for (let t = i; t < next; t++) if (w.hash[t] === DATE) return true
  return false
}

/** A field mark stands between the label and its value, or the label ends in the word date itself. */
function marked(w: Window, i: number, k: number): boolean {
  let seen = 0
  for (let t = i + 1; t <= k; t++) seen |= w.gap[t]
  return (seen & (Gap.COLON | Gap.EQUALS | Gap.PIPE | Gap.HASH)) !== 0 && w.is(k, Shape.DIGITS | Shape.LETTERS)
}
