import type { Detector } from '../detect/detector'
import { ordinal, spokenOrdinalDay, spokenYear } from '../detect/detectors/date-spoken'
import { AFTER_RATIO, BEFORE_RATIO } from '../detect/detectors/date-words'
import { Word } from '../lexicon/classes'
import { Shape, type Window } from '../scan/window'
import { Gap } from '../text/chars'
import { hashWord } from '../text/hash'
import { AUTHORITY } from './schema'

const BEHIND = 80
/** Dates are read this far; number words that start within it are read to their end. */
const READ = 120
const AHEAD = 320

/** A day of the calendar. */
export interface Day {
  readonly y: number
  readonly m: number
  readonly d: number
}

const MONTHS = new Map<number, number>()
for (const list of [
  'january february march april may june july august september october november december',
  'jan feb mar apr may jun jul aug sep oct nov dec',
  'enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre',
  'ene fev mars avr mai juin juil ago sept okt novembre dez',
  'janvier fevrier mars avril mai juin juillet aout septembre octobre novembre decembre',
  'januar februar marz april mai juni juli august september oktober november dezember',
  'gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre',
  'janeiro fevereiro marco abril maio junho julho agosto setembro outubro novembro dezembro',
  'i ii iii iv v vi vii viii ix x xi xii',
])
  list.split(' ').forEach((name, at) => {
    MONTHS.set(hashWord(name), at + 1)
  })
const ROMAN_I = hashWord('i')
const MONTH_BEFORE = Word.MONTH
const FILLER = new Set('of de del the day'.split(' ').map(hashWord))
const SUFFIX = new Set('st nd rd th'.split(' ').map(hashWord))

const JOIN = Gap.SPACE | Gap.NEWLINE | Gap.TAB | Gap.COMMA | Gap.DOT | Gap.DASH | Gap.SLASH | Gap.UNDERSCORE | Gap.BACKSLASH | Gap.APOS
const NUMERIC = Gap.SLASH | Gap.DASH | Gap.DOT | Gap.SPACE | Gap.UNDERSCORE | Gap.BACKSLASH | Gap.COMMA | Gap.NEWLINE

/** What the words from a token on say of a date; -1 for what they do not say. `last`: their last token. */
interface Read {
  y: number
  m: number
  d: number
  last: number
}

export const dayOf = (iso: string): Day => ({ y: Number(iso.slice(0, 4)), m: Number(iso.slice(5, 7)), d: Number(iso.slice(8, 10)) })

/** Finds days of the roster in any writing, and their day and month without the year. Each finding starts at its trigger. */
export function dateDetector(days: readonly Day[], birth: Day | null): Detector {
  const all = birth === null ? days : [birth, ...days]
  const small = new Uint8Array(100)
  for (const { y, m, d } of all) for (const n of [y % 100, m, d]) small[n] = 1
  const years = new Set(all.map((day) => day.y))
  const compact = new Map<string, Day>()
  for (const day of all) for (const text of compactForms(day)) if (!compact.has(text)) compact.set(text, day)
  const subtypeOf = (day: Day): 'birth' | undefined => (day === birth ? 'birth' : undefined)
  return {
    id: 'roster-date',
    label: 'DATE',
    subtypes: birth === null ? [] : ['birth'],
    plain: true,
    authority: AUTHORITY,
    reach: { behind: BEHIND, ahead: AHEAD },
    on: { shape: Shape.DIGITS, word: Word.MONTH | Word.WEEKDAY | Word.ORDINAL | Word.NUMBER },
    at(w, i, out) {
      const limit = w.start[i] + READ
      if ((w.shape[i] & Shape.DIGITS) !== 0) {
        const length = w.end[i] - w.start[i]
        if (length <= 2 ? small[w.num(i)] === 0 : length === 4 && !years.has(w.num(i)) && !compact.has(w.str(i))) return
        if (length > 4) {
          const day = length <= 20 ? compactDay(w, i, length, compact) : undefined
          if (day !== undefined) out.add(w.start[i], w.end[i], 1, subtypeOf(day))
          return
        }
      }
      const at = (w.word[i] & Word.WEEKDAY) !== 0 ? i + 1 : i
      if (at >= w.n || w.end[at] > limit || (at > i && (w.gap[at] & ~(Gap.SPACE | Gap.COMMA | Gap.DOT | Gap.NEWLINE)) !== 0)) return
      for (const day of all) {
        const last = read(w, at, day, limit)
        if (last >= 0) out.add(w.start[i], w.end[last], 1, subtypeOf(day))
      }
    },
  }
}

const two = (n: number): string => String(n % 100).padStart(2, '0')

function compactForms({ y, m, d }: Day): string[] {
  return [`${y}${two(m)}${two(d)}`, `${two(m)}${two(d)}${y}`, `${two(d)}${two(m)}${y}`, `${two(y)}${two(m)}${two(d)}`, `${two(m)}${two(d)}${two(y)}`, `${two(d)}${two(m)}${two(y)}`]
}

/** `19500314`, `031450`, and with the time of day of HL7 (`195003140830`, TS: YYYYMMDD[HHMM[SS]]). */
function compactDay(w: Window, i: number, length: number, compact: ReadonlyMap<string, Day>): Day | undefined {
  const known = compact.get(w.str(i))
  if (known !== undefined || (length !== 12 && length !== 14 && length !== 10)) return known
  const head = compact.get(w.text.slice(w.start[i], w.start[i] + 8))
  return head !== undefined && Number(w.text.slice(w.start[i] + 8, w.start[i] + 10)) < 25 ? head : undefined
}

/** Last token of a writing of `day` that starts at token `i`, or -1. */
function read(w: Window, i: number, day: Day, limit: number): number {
  const word = worded(w, i, day, limit)
  return word >= 0 ? word : (w.shape[i] & Shape.DIGITS) !== 0 ? numeric(w, i, day, limit) : -1
}

const within = (w: Window, k: number, limit: number): boolean => k < w.n && w.end[k] <= limit
const near = (w: Window, k: number, gaps: number, limit: number): boolean =>
  within(w, k, limit) && (w.gap[k] & ~gaps) === 0 && (w.start[k] - w.end[k - 1] <= 3 || ((w.gap[k] & Gap.NEWLINE) !== 0 && (w.gap[k] & Gap.LONG) === 0))
const isYear = (w: Window, k: number, y: number): boolean => (w.shape[k] & Shape.DIGITS) !== 0 && ((w.len(k) === 4 && w.num(k) === y) || (w.len(k) === 2 && w.num(k) === y % 100))
const isNumber = (w: Window, k: number, n: number): boolean => (w.shape[k] & Shape.DIGITS_1_2) !== 0 && w.num(k) === n

/** `3/14/1950` in any order and with any separators; `3/14`, `03/1950` where nothing speaks against it. */
function numeric(w: Window, i: number, day: Day, limit: number): number {
  const { y, m, d } = day
  if (!near(w, i + 1, NUMERIC, limit) || w.gap[i + 1] === 0 || (i > 0 && joinedDigits(w, i))) return -1
  const b = i + 1
  const c = i + 2
  if (near(w, c, NUMERIC, limit) && w.gap[c] !== 0 && sameSeparator(w, b, c) && !longer(w, c, limit)) {
    if (isNumber(w, i, m) && isNumber(w, b, d) && isYear(w, c, y)) return c
    if (isNumber(w, i, d) && isNumber(w, b, m) && isYear(w, c, y)) return c
    if (isYear(w, i, y) && ((isNumber(w, b, m) && isNumber(w, c, d)) || (w.len(i) === 4 && isNumber(w, b, d) && isNumber(w, c, m)))) return c
  }
  return partial(w, i, day, limit)
}

/** Month and day (US order), or month and year, with a slash (or dash, with a year of four digits). */
function partial(w: Window, i: number, { y, m, d }: Day, limit: number): number {
  const b = i + 1
  if (w.start[b] - w.end[i] !== 1 || longer(w, b, limit)) return -1
  const gap = w.gap[b]
  const four = (isNumber(w, i, m) && w.len(b) === 4 && isYear(w, b, y)) || (w.len(i) === 4 && isYear(w, i, y) && isNumber(w, b, m) && w.len(b) === 2)
  if (four && (gap === Gap.SLASH || gap === Gap.DASH)) return b
  if (gap !== Gap.SLASH || !isNumber(w, i, m) || !isNumber(w, b, d)) return -1
  if (i > 0 && w.start[i - 1] >= w.start[i] - BEHIND && (w.gap[i] & ~(Gap.SPACE | Gap.COLON)) === 0 && BEFORE_RATIO.has(w.hash[i - 1])) return -1
  return within(w, b + 1, limit) && (w.gap[b + 1] & ~(Gap.SPACE | Gap.DASH)) === 0 && AFTER_RATIO.has(w.hash[b + 1]) ? -1 : b
}

/** The digits before belong to the same number or date. */
const joinedDigits = (w: Window, i: number): boolean =>
  w.start[i] - w.end[i - 1] === 1 && w.start[i - 1] >= w.start[i] - BEHIND && (w.shape[i - 1] & Shape.DIGITS) !== 0 && (w.gap[i] & (Gap.SLASH | Gap.DASH | Gap.DOT)) !== 0

/** More digits follow as another part of the same number. */
const longer = (w: Window, k: number, limit: number): boolean => within(w, k + 1, limit) && w.start[k + 1] - w.end[k] === 1 && (w.shape[k + 1] & Shape.DIGITS) !== 0 && (w.gap[k + 1] & (Gap.SLASH | Gap.DASH)) !== 0

const sameSeparator = (w: Window, b: number, c: number): boolean => ((w.gap[b] ^ w.gap[c]) & (Gap.SLASH | Gap.DASH | Gap.DOT | Gap.UNDERSCORE)) === 0

/** A day and a month's name in either order, the year before, behind or left out. */
function worded(w: Window, i: number, day: Day, limit: number): number {
  const r: Read = { y: -1, m: -1, d: -1, last: -1 }
  let k = i
  for (let steps = 0; steps < 8 && within(w, k, limit); steps++) {
    if (k > i && !near(w, k, JOIN, limit)) break
    if (k > i && FILLER.has(w.hash[k])) k++
    else {
      const next = readPart(w, k, r, day, limit)
      if (next < 0) break
      k = next
    }
  }
  if (r.m !== day.m) return -1
  if (r.d === day.d && r.y === -1) return yearFollows(w, r.last, limit) ? -1 : r.last
  return (r.d === day.d || r.d === -1) && r.y === day.y ? r.last : -1
}

/** Takes the month, day or year at token `k`; gives the token behind, or -1. */
function readPart(w: Window, k: number, r: Read, day: Day, limit: number): number {
  if ((w.shape[k] & Shape.LETTERS) !== 0) {
    const month = monthAt(w, k)
    if (month > 0 && r.m < 0) return taken(r, 'm', month, k)
    const spoken = r.d < 0 ? spokenDay(w, k, limit) : null
    if (spoken !== null) return taken(r, 'd', spoken.value, spoken.last)
    const year = r.m > 0 && r.y < 0 ? spokenYear(w, k) : null
    return year !== null && w.end[year.last] <= limit ? taken(r, 'y', year.value, year.last) : -1
  }
  if ((w.shape[k] & Shape.DIGITS) === 0) return -1
  if (w.len(k) <= 2 && r.d < 0 && w.num(k) === day.d) {
    const suffixed = within(w, k + 1, limit) && SUFFIX.has(w.hash[k + 1]) && (w.gap[k + 1] & ~Gap.SPACE) === 0
    return taken(r, 'd', day.d, suffixed ? k + 1 : k)
  }
  if (r.y < 0 && isYear(w, k, day.y) && (w.len(k) === 4 || (r.d > 0 && r.m > 0) || (r.m < 0 && r.d < 0))) return taken(r, 'y', day.y, k)
  return -1
}

function taken(r: Read, part: 'y' | 'm' | 'd', value: number, last: number): number {
  r[part] = value
  r.last = last
  return last + 1
}

/** A month's name; a Roman numeral only between dots, dashes or slashes (`14.III.1950`). */
function monthAt(w: Window, k: number): number {
  if ((w.word[k] & MONTH_BEFORE) === 0 && w.len(k) > 10) return 0
  const month = MONTHS.get(w.hash[k]) ?? 0
  if (month === 0 || w.len(k) > 4 || (w.word[k] & Word.MONTH) !== 0) return month
  const roman = w.hash[k] === ROMAN_I || isRoman(w, k)
  return !roman || (k > 0 && (w.gap[k] & (Gap.DOT | Gap.DASH | Gap.SLASH)) !== 0) ? month : 0
}

function isRoman(w: Window, k: number): boolean {
  for (let p = w.start[k]; p < w.end[k]; p++) if (!'ivxIVX'.includes(w.text[p])) return false
  return true
}

/** `fourteenth`, `twenty-first`. */
function spokenDay(w: Window, k: number, limit: number): { value: number; last: number } | null {
  if ((w.word[k] & (Word.NUMBER | Word.ORDINAL)) === 0 && ordinal(w, k) < 0) return null
  const spoken = spokenOrdinalDay(w, k)
  return spoken !== null && w.end[spoken.last] <= limit ? spoken : null
}

/** Another year stands behind: the date is another one. */
function yearFollows(w: Window, last: number, limit: number): boolean {
  const k = last + 1
  if (!near(w, k, JOIN, limit) || (w.shape[k] & Shape.DIGITS) === 0) return false
  return w.len(k) === 4 ? w.num(k) > 1850 && w.num(k) < 2100 : w.len(k) === 2 && (w.gap[k] & (Gap.DASH | Gap.SLASH | Gap.APOS)) !== 0
}
