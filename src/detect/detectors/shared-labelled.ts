import { Shape, type Window } from '../../scan/window'
import { Gap } from '../../text/chars'
import { FIELD_GAP, FIELD_MARK, opensRecord, wordSet } from '../field'

export * from './shared-labelled-value'

/** How a label announced the value after it. */
export const Said = {
  /** Label, space, value. */
  BARE: 0,
  /** `: = |`, a quote, a tab or `is` between. */
  MARKED: 1,
  /** `number`, `no.`, `id`, `#` between. */
  NAMED: 2,
} as const

const NAMING = wordSet('number numbers no nos num nr nbr numero id ids identifier identifiers')
const COPULA = wordSet('is was are were reads value field listed under of the as')
const SET_OFF = FIELD_MARK | Gap.QUOTE | Gap.BACKSLASH | Gap.TAB
/** How far from the start of its label a value may begin, in code units. */
const REACH = 120

export interface Labelled {
  /** First token of the value. */
  readonly k: number
  readonly said: number
  /** Separators seen on the way (Gap bits). */
  readonly gap: number
}

/** The value announced by the label of tokens `i` to `next` (exclusive); null when another sentence or word comes first. */
export function labelled(w: Window, i: number, next: number, extra = 0): Labelled | null {
  let said: number = Said.BARE
  let seen = 0
  let copula = false
  // Glued to what stands before, or inside a dashed code, the letters are no label: `9acc-1c2`, `-cad7-`.
  if (i > 0 && (w.gap[i] === 0 || (w.gap[i] === Gap.DASH && w.glued(next)))) return null
  // The label's letters begin a UUID or a digest: `acc82c55-f885-…`, `acc08b430198c5e2a160822a3ca0ab32`.
  if (w.glued(next) && ((w.at(w.start[i] + 8) === 0x2d && w.at(w.start[i] + 13) === 0x2d) || (w.alnumAt(w.start[i] + 31) && w.end[w.runEnd(next)] > w.start[i] + 31))) return null
  if (setApart(w, i, next)) said = Said.MARKED
  for (let k = next, skipped = 0; k < w.n && skipped <= 4; k++, skipped++) {
    if ((w.gap[k] & (Gap.OPEN | Gap.AMP)) !== 0 && markup(w, k)) {
      if ((w.gap[k] & ~(TAG_GAP | extra | (asked(w, k) ? Gap.MARK : 0))) !== 0) return null
      seen |= w.gap[k] & Gap.HASH
      k = pastMarkup(w, i, k)
      if (k < 0) return null
      if (said === Said.BARE) said = Said.MARKED
    }
    let gap = w.gap[k]
    if ((gap & Gap.MARK) !== 0 && asked(w, k)) {
      gap &= ~Gap.MARK
      if (said === Said.BARE) said = Said.MARKED
    }
    if ((gap & ~(FIELD_GAP | extra | Gap.LONG)) !== 0 || w.start[k] - w.start[i] > REACH || sentenceEnds(w, k) || opensRecord(w, k)) return null
    seen |= gap
    const h = w.hash[k]
    const letters = (w.shape[k] & Shape.LETTERS) !== 0 && !w.glued(k + 1)
    if (letters && NAMING.has(h)) said = Said.NAMED
    else if (letters && COPULA.has(h) && !dashed(w, k)) copula = true
    else {
      if ((w.shape[k] & Shape.PLACEHOLDER) !== 0) return null
      const far = letters && (ACROSS.has(h) || ACROSS.has(w.hash[k - 1])) ? across(w, i, k) : -1
      if (far > 0) return { k: far, said: said === Said.BARE ? Said.MARKED : said, gap: seen }
      if ((seen & Gap.HASH) !== 0) said = Said.NAMED
      else if (said === Said.BARE && ((seen & SET_OFF) !== 0 || copula)) said = Said.MARKED
      return { k, said, gap: seen }
    }
  }
  return null
}

/** In markup: `</td><td class="v">`, `:</b> `. */
const TAG_GAP = FIELD_GAP | Gap.SLASH | Gap.AMP | Gap.SEMI | Gap.LONG
const [NBSP] = wordSet('nbsp')

/** Is the label a field's by where it stands: an element `<serialNumber>`, a line of its own, `Label ..... `, `Label - `, columns, a question? */
function setApart(w: Window, i: number, next: number): boolean {
  if (next >= w.n) return false
  const gap = w.gap[next]
  const wide = w.start[next] - w.end[next - 1]
  if ((gap & Gap.NEWLINE) !== 0) return (w.gap[i] & (Gap.NEWLINE | Gap.START)) !== 0
  if ((gap & (Gap.DOT | Gap.UNDERSCORE)) !== 0) return wide > 3
  if ((gap & ~Gap.LONG) === Gap.SPACE) return wide > 3
  if (gap === (Gap.SPACE | Gap.DASH)) return wide >= 3 && w.at(w.start[next] - 1) === 0x20
  return (gap & ~(Gap.STAR | Gap.QUOTE)) === Gap.CLOSE && w.at(w.end[next - 1]) === 0x3e && w.at(w.start[i] - 1) === 0x3c
}

/** A question mark right behind the label's last word, before token `k`, or behind its sign: `Plate?`, `Plate #?`, `No.?` */
function asked(w: Window, k: number): boolean {
  let p = k > 0 ? w.end[k - 1] : w.start[k]
  for (const stop = Math.min(p + 4, w.start[k]); p < stop; p++) {
    const c = w.at(p)
    if (c === 0x3f) return true
    if (c !== 0x20 && c !== 0x23 && c !== 0x29 && c !== 0x2e) return false
  }
  return false
}

/** Up to two letters joined to a number by a dash, the first group of a code: `AS-618`. */
const dashed = (w: Window, k: number): boolean => k + 1 < w.n && w.gap[k + 1] === Gap.DASH && w.start[k + 1] - w.end[k] === 1 && w.end[k] - w.start[k] <= 2 && w.is(k + 1, Shape.DIGITS)

/** Is token `k` the name of a tag, `<b`, `</b`, or of the entity `&nbsp;`? */
function markup(w: Window, k: number): boolean {
  if ((w.shape[k] & Shape.LETTERS) === 0) return false
  const p = w.start[k]
  const before = w.at(p - 1)
  return before === 0x3c || (before === 0x2f && w.at(p - 2) === 0x3c) || (before === 0x26 && w.hash[k] === NBSP)
}

/** First token after the tags that begin at token `k`, at most five; -1 when they do not end. */
function pastMarkup(w: Window, i: number, k: number): number {
  for (let tags = 0; tags < 5 && k < w.n && w.start[k] - w.start[i] <= REACH; tags++) {
    if (!markup(w, k)) return k
    const stop = Math.min(w.start[i] + REACH, w.end[k] + 60)
    const mark = w.at(w.start[k] - 1) === 0x26 ? 0x3b : 0x3e
    let close = w.end[k]
    while (close < stop && w.at(close) !== mark) close++
    if (close >= stop) return -1
    while (k < w.n && w.start[k] < close) k++
  }
  return k < w.n && !markup(w, k) ? k : -1
}

const ACROSS = wordSet('for of on in from')
const IS = wordSet('is was are were reads')

/** `serial number for the insulin pump is 123`: past at most six words to the copula or the colon. */
function across(w: Window, i: number, k: number): number {
  for (let j = k + 1; j < w.n && j <= k + 6 && w.start[j] - w.start[i] <= REACH; j++) {
    if ((w.gap[j] & Gap.COLON) !== 0) return (w.gap[j] & ~(Gap.COLON | Gap.SPACE)) === 0 ? j : -1
    if ((w.gap[j] & ~(Gap.SPACE | Gap.APOS)) !== 0) return -1
    if (IS.has(w.hash[j])) return j + 1 < w.n && w.gap[j + 1] === Gap.SPACE && w.start[j + 1] - w.start[i] <= REACH ? j + 1 : -1
  }
  return -1
}

/** Can the word after a label not lead to a value? Most labels are words of prose: this says so at no cost. */
export function prose(w: Window, next: number): boolean {
  return (
    next >= w.n || ((w.shape[next] & Shape.LOWER) !== 0 && !w.glued(next + 1) && w.gap[next] === Gap.SPACE && !NAMING.has(w.hash[next]) && !COPULA.has(w.hash[next]) && !ACROSS.has(w.hash[next]) && !opensCode(w, next))
  )
}

/** Lower-case letters that begin a dashed code or a UUID: `sp-18-3349`, `abfacadb-7562-…`. */
function opensCode(w: Window, k: number): boolean {
  if (k + 1 >= w.n || w.gap[k + 1] !== Gap.DASH || w.start[k + 1] - w.end[k] !== 1) return false
  const size = w.end[k] - w.start[k]
  return size <= 4 ? w.is(k + 1, Shape.DIGITS) : size === 8 && w.at(w.start[k] + 13) === 0x2d
}

/** A full stop before token `k` that is no abbreviation's and no leader dots. */
function sentenceEnds(w: Window, k: number): boolean {
  if ((w.gap[k] & Gap.DOT) === 0 || k === 0) return false
  return w.end[k - 1] - w.start[k - 1] > 5 && w.start[k] - w.end[k - 1] < 4 && (w.gap[k] & FIELD_MARK) === 0
}

/** What `labelled`, then `idValue`, then `measured` read ahead, from the start of the label, in code units. */
export const LABELLED_REACH = 192
