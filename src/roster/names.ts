import type { Detector, Sink } from '../detect/detector'
import { BEFORE_MONTH } from '../detect/detectors/date-words'
import { Word } from '../lexicon/classes'
import { Shape, type Window } from '../scan/window'
import { CLASS, Gap } from '../text/chars'
import { HASH_PRIME, HASH_SEED, hashWord } from '../text/hash'
import { humps } from './camel'
import { How, NameTable, PARTS } from './name-table'
import { isCapital, type Person } from './people'
import { AUTHORITY } from './schema'
import { isAbbreviation, isCommon, isOtherWord } from './words'

const BEHIND = 80
/** Names are read this far, and the token behind is looked at. */
const READ = 240
const AHEAD = 320
/** Most tokens of a name as written, initials and titles counted. */
const MAX_TOKENS = 24

/** What may stand between two words of a name: in prose, in `LAST^FIRST` of HL7, in file names and addresses. */
const JOIN = Gap.SPACE | Gap.NEWLINE | Gap.TAB | Gap.COMMA | Gap.DOT | Gap.DASH | Gap.APOS | Gap.UNDERSCORE | Gap.QUOTE | Gap.OPEN | Gap.CLOSE | Gap.CARET | Gap.PIPE | Gap.SLASH | Gap.PLUS | Gap.BACKSLASH
/** Between the words of an identifier. */
const TIGHT = Gap.DOT | Gap.UNDERSCORE | Gap.DASH | Gap.CARET | Gap.PLUS
const GENERATION = new Set('jr sr ii iii iv'.split(' ').map(hashWord))
const OF = hashWord('of')
const A = 0x41
const I = 0x49
const DOT = 0x2e

/** What a chain of words has shown so far. */
interface Chain {
  readonly person: number
  used: number
  strong: number
  weak: number
  loose: number
  initials: number
  /** First token behind the last one taken. */
  next: number
}

/** Finds the names of people of the roster; each finding starts at its trigger. */
export function nameDetector(persons: readonly Person[]): Detector {
  const table = new NameTable(persons)
  const subtypes = [...new Set(persons.map((p) => p.subtype))]
  return {
    id: 'roster-name',
    label: 'NAME',
    subtypes,
    plain: false,
    authority: AUTHORITY,
    reach: { behind: BEHIND, ahead: AHEAD },
    on: { shape: Shape.LETTERS },
    at(w, i, out) {
      if ((w.shape[i] & Shape.LONG) !== 0) return
      const who = table.who(w, i)
      for (let j = 0; j < who.length; j++) {
        const { person, match } = who[j]
        const end = nameEnd(w, i, table, person, match)
        if (end >= 0) out.add(w.start[i], end, 1, persons[person].subtype)
      }
      if (who.length === 0 && (w.shape[i] & Shape.CAMEL) !== 0) camel(w, i, table, out)
    },
  }
}

/** `patientJohnSmith`, `SmithJ`: two parts of one name in a run of letters, or one that is no common word. */
function camel(w: Window, i: number, table: NameTable, out: Sink): void {
  const found = humps(w, i, table)
  if (found !== null) out.add(found.start, found.end, 1, table.persons[found.person].subtype)
}

/** Where the name of `person` ends that starts at token `i` with `first`, or -1. */
function nameEnd(w: Window, i: number, table: NameTable, person: number, first: number): number {
  if ((first & How.INITIALS) !== 0) return initialsAlone(w, i) ? w.end[i] : -1
  if ((first & How.INITIAL) !== 0 && !opensInitial(w, i)) return -1
  const chain: Chain = { person, used: first & PARTS, strong: 0, weak: 0, loose: 0, initials: 0, next: i + 1 }
  count(chain, first)
  const limit = w.start[i] + READ
  while (chain.next < w.n && chain.next - i < MAX_TOKENS && w.end[chain.next] <= limit) {
    const k = chain.next
    if (!joins(w, k, chain)) break
    const m = take(w, k, table, person, chain.used)
    if (m === 0) {
      if (bridges(w, k, table, person, chain.used, limit)) chain.next++
      else break
      continue
    }
    if (!fitsBehind(w, k, m, chain, table, limit)) break
    chain.used |= m & PARTS
    chain.next++
    count(chain, m)
  }
  if (!proves(w, i, first, chain, table.persons[person])) return -1
  return w.end[suffixes(w, i, chain.next, limit) - 1]
}

function count(chain: Chain, m: number): void {
  if ((m & How.STRONG) !== 0) chain.strong++
  else if ((m & How.WEAK) !== 0) chain.weak++
  else if ((m & How.LOOSE) !== 0) chain.loose++
  else chain.initials++
}

/** What token `k` is of the person's parts not yet used, or 0. */
function take(w: Window, k: number, table: NameTable, person: number, used: number): number {
  if ((w.shape[k] & Shape.LETTERS) === 0) return 0
  const who = table.who(w, k)
  for (let j = 0; j < who.length; j++) {
    const e = who[j]
    if (e.person !== person || (e.match & used & PARTS) !== 0 || (e.match & How.INITIALS) !== 0) continue
    if ((e.match & How.INITIAL) === 0 || isInitial(w, k)) return e.match
  }
  return 0
}

/** A capital alone, or any letter in an identifier (`j.smith`); not the `s` of a possessive. */
function isInitial(w: Window, k: number): boolean {
  if ((w.gap[k] & Gap.APOS) !== 0) return false
  if (k + 1 < w.n && w.gap[k + 1] === 0) return false
  const tight = w.gap[k] !== 0 && (w.gap[k] & ~TIGHT) === 0
  return isCapital(w.text.charCodeAt(w.start[k])) || tight || elided(w, k)
}

/** The `o` of `o'brien`. */
const elided = (w: Window, k: number): boolean => k + 1 < w.n && w.gap[k + 1] === Gap.APOS && w.start[k + 1] - w.end[k] === 1 && w.end[k + 1] - w.start[k + 1] > 2

function opensInitial(w: Window, i: number): boolean {
  if (i > 0 && (w.gap[i] & Gap.APOS) !== 0 && w.start[i] - w.end[i - 1] === 1) return false
  if (w.gap[i] === 0) return false
  if (isCapital(w.text.charCodeAt(w.start[i]))) return true
  if (elided(w, i)) return true
  return i + 1 < w.n && w.start[i + 1] < w.start[i] + READ && ((w.gap[i + 1] & ~TIGHT) === 0 || w.gap[i + 1] === (Gap.DOT | Gap.SPACE)) && w.gap[i + 1] !== 0
}

/** Token `k` may be of the same name as the one before it: one line break at most, no end of a sentence. */
function joins(w: Window, k: number, chain: Chain): boolean {
  const gap = w.gap[k]
  if ((gap & ~JOIN) !== 0 || (gap & Gap.LONG) !== 0 || gap === 0) return false
  const short = w.end[k - 1] - w.start[k - 1] === 1
  if ((gap & Gap.DOT) !== 0 && (gap & ~Gap.DOT) !== 0 && !short && chain.initials === 0 && !GENERATION.has(w.hash[k - 1])) return false
  if ((gap & Gap.NEWLINE) === 0) return true
  let lines = 0
  for (let p = w.end[k - 1]; p < w.start[k]; p++) if (w.text.charCodeAt(p) === 0x0a) lines++
  return lines <= 1
}

/** `Smith will come`, `will Smith come`: a common word in lower case is of the name only where all of it is. */
function fitsBehind(w: Window, k: number, m: number, chain: Chain, table: NameTable, limit: number): boolean {
  const person = table.persons[chain.person]
  if ((m & (How.WEAK | How.LOOSE)) === 0) return true
  const lower = (w.shape[k] & Shape.LOWER) !== 0
  const particle = (m & person.particles) !== 0 && k + 1 < w.n && w.end[k + 1] <= limit && take(w, k + 1, table, chain.person, chain.used | (m & PARTS)) !== 0
  if (lower && (w.shape[k - 1] & Shape.LOWER) === 0 && (w.gap[k] & ~TIGHT) !== 0 && !particle) return false
  // Reversed without a comma (`Smith will`) no one writes but for names.
  const reversed = (m & PARTS & ~person.family) !== 0 && (chain.used & person.family) !== 0
  return !reversed || !lower || (w.gap[k] & ~Gap.SPACE) !== 0
}

/** A middle name or initial that the roster does not have, between two parts that it has. */
function bridges(w: Window, k: number, table: NameTable, person: number, used: number, limit: number): boolean {
  const n = k + 1
  if (n >= w.n || w.end[n] > limit || (w.shape[k] & Shape.LETTERS) === 0) return false
  if ((w.gap[k] & ~(Gap.SPACE | Gap.QUOTE | Gap.OPEN | Gap.DOT)) !== 0 || (w.gap[n] & ~(Gap.SPACE | Gap.DOT | Gap.QUOTE | Gap.CLOSE)) !== 0 || w.gap[n] === 0) return false
  const single = (w.shape[k] & Shape.LETTER_1) !== 0
  // Robert "Bobby" Smith, Robert (Bobby) Smith
  if (!single && (w.gap[k] & (Gap.QUOTE | Gap.OPEN)) !== 0 && (w.gap[n] & (Gap.QUOTE | Gap.CLOSE)) !== 0) return (take(w, n, table, person, used) & (How.STRONG | How.WEAK)) !== 0
  if (single ? !isCapital(w.text.charCodeAt(w.start[k])) : (w.shape[k] & (Shape.INITIAL | Shape.CAPS)) === 0 || (w.gap[k] & Gap.DOT) !== 0 || isCommon(w.hash[k]) || isOtherWord(w.hash[k], w.word[k])) return false
  const behind = take(w, n, table, person, used)
  if ((behind & How.INITIAL) !== 0) return elided(w, n)
  return (behind & How.STRONG) !== 0 || ((behind & How.WEAK) !== 0 && ((w.shape[n] & Shape.LOWER) === 0 || (behind & table.persons[person].particles) !== 0))
}

/** The words taken are enough to be this person's name. */
function proves(w: Window, i: number, first: number, chain: Chain, person: Person): boolean {
  const alone = chain.next === i + 1
  if (!alone && (first & (How.WEAK | How.LOOSE)) !== 0 && (w.shape[i] & Shape.LOWER) !== 0 && (w.shape[i + 1] & Shape.LOWER) === 0 && (w.gap[i + 1] & ~TIGHT) !== 0) return false
  if (chain.strong > 0) return true
  if (chain.weak >= 2) return true
  if (chain.weak === 1 && chain.initials + chain.loose > 0) return besideInitial(w, i, chain)
  if (chain.weak === 1) return alone && weakAlone(w, i, first)
  if (chain.loose >= 2) return true
  return chain.initials >= 2 && dotted(w, i, chain, person)
}

/** `J. Brown`, `Brown, J`; not `I will`, `A brown`: a word that has a capital, and a letter that is no word. */
function besideInitial(w: Window, i: number, chain: Chain): boolean {
  let tight = true
  for (let k = i + 1; k < chain.next; k++) tight &&= (w.gap[k] & ~TIGHT) === 0
  if (tight) return true
  for (let k = i; k < chain.next; k++) {
    if ((w.shape[k] & Shape.LOWER) !== 0) return false
    if ((w.shape[k] & Shape.LETTER_1) === 0) continue
    const unit = w.text.charCodeAt(w.start[k])
    if ((unit === A || unit === I) && w.at(w.end[k]) !== DOT && (w.gap[k] & Gap.COMMA) === 0) return false
  }
  return true
}

/** A name that is a word, on its own: with a capital, where not all the text is in capitals, and not as the month. */
function weakAlone(w: Window, i: number, first: number): boolean {
  const shape = w.shape[i]
  if ((shape & Shape.LOWER) !== 0 || (first & How.INITIAL) !== 0 || w.gap[i] === 0) return false
  const before = i > 0 && w.start[i - 1] >= w.start[i] - BEHIND ? i - 1 : -1
  const after = i + 1 < w.n && w.end[i + 1] <= w.start[i] + READ ? i + 1 : -1
  if (before >= 0 && (w.word[before] & (Word.TITLE | Word.RELATION)) !== 0 && (w.gap[i] & ~(Gap.SPACE | Gap.DOT)) === 0) return true
  if (w.end[i] - w.start[i] < 3 && ((shape & Shape.INITIAL) === 0 || (w.word[i] & Word.FUNCTION) !== 0)) return false
  if ((shape & Shape.CAPS) !== 0 && (inCapitals(w, before) || inCapitals(w, after))) return false
  return (w.word[i] & Word.MONTH) === 0 || !asMonth(w, i, before, after)
}

const inCapitals = (w: Window, k: number): boolean => k >= 0 && (w.shape[k] & Shape.CAPS) !== 0

function asMonth(w: Window, i: number, before: number, after: number): boolean {
  if (after >= 0 && ((w.shape[after] & Shape.DIGITS) !== 0 || w.hash[after] === OF) && w.start[after] - w.end[i] <= 2) return true
  if (before < 0 || w.start[i] - w.end[before] > 2) return false
  return (w.shape[before] & Shape.DIGITS) !== 0 || BEFORE_MONTH.has(w.hash[before]) || (w.word[before] & Word.ORDINAL) !== 0
}

/** `JS`, `JMS`: capitals that stand alone and are no abbreviation. */
function initialsAlone(w: Window, i: number): boolean {
  if ((w.shape[i] & Shape.CAPS) === 0 || isAbbreviation(w.hash[i])) return false
  if (i > 0 && (w.gap[i] === 0 || w.gap[i] === Gap.DASH || w.gap[i] === Gap.SLASH)) return false
  const next = i + 1
  return next >= w.n || (w.gap[next] !== 0 && w.gap[next] !== Gap.DASH && w.gap[next] !== Gap.SLASH)
}

/** `J.S.`, `J. M. S.`: a given and a family name's, each with its dot, and together no abbreviation. */
function dotted(w: Window, i: number, chain: Chain, person: Person): boolean {
  if ((chain.used & person.family) === 0 || (chain.used & ~person.family) === 0) return false
  if (i > 0 && w.gap[i] === Gap.DOT) return false
  let h = HASH_SEED
  for (let k = i; k < chain.next; k++) {
    if (w.at(w.end[k]) !== DOT || !isCapital(w.text.charCodeAt(w.start[k])) || (w.shape[k] & Shape.LETTER_1) === 0) return false
    h = Math.imul(h ^ (w.text.charCodeAt(w.start[k]) | 0x20), HASH_PRIME)
  }
  const next = chain.next
  if (next < w.n && w.gap[next] === Gap.DOT) return false
  return !isAbbreviation(h)
}

/** Past `Jr.`, `III`, and past the digits of an account name (`jsmith42`). Gives the first token behind. */
function suffixes(w: Window, i: number, next: number, limit: number): number {
  const taken = (k: number): boolean => k < w.n && w.end[k] <= limit
  if (taken(next) && GENERATION.has(w.hash[next]) && (w.gap[next] & ~(Gap.SPACE | Gap.COMMA)) === 0 && (w.shape[next] & Shape.LOWER) === 0 && CLASS[w.text.charCodeAt(w.start[i])] !== 1) return next + 1
  if (taken(next) && w.gap[next] === 0 && (w.shape[next] & Shape.DIGITS) !== 0) return next + 1
  return next
}
