import type { Label } from '../../labels'
import { Word } from '../../lexicon/classes'
import { Shape, type Window } from '../../scan/window'
import { Gap } from '../../text/chars'
import type { Detector, Sink } from '../detector'
import { wordSet } from '../field'
import { column, HEADER_AHEAD, HEADER_BEHIND } from './shared-id-header'
import { locate, type Marks, NUMBER } from './shared-id-locate'
import { measured, type Run, readRun, shape, UNITS } from './shared-id-run'
import { spelledId, startsSpelled } from './shared-id-spoken'

/** Code units a labelled detector reads after its label's start. */
const AHEAD = 160
/** Code units before the label that are read for a value that stands before it. */
const BEHIND = 64
const MAX_MORE = 3
const JOINT = wordSet('and or y')

/** A table of cue phrases: rows of phrases with commas between. */
export const phrases = (...rows: string[]): string[] => rows.flatMap((row) => row.split(', '))

/** How a label is written and what its values look like. */
export interface IdLabel<L extends Label> {
  readonly id: string
  readonly label: L
  readonly authority: string
  readonly cues: readonly string[]
  /** Fewest digits of a value after "number" or "#"; after a colon, an equals sign or a bar; after the bare label. */
  readonly least: readonly [numbered: number, marked: number, bare: number]
  /** Most digits of a value. */
  readonly most?: number
  /** Score of a value after the bare label. */
  readonly score?: number
  /** Nothing but an identifier follows this label: values that look like dates or years count too, and may stand before it. */
  readonly strong?: boolean
  /** The value may stand after the code of the state that gave it: "DL CA D1234567". */
  readonly state?: boolean
  /** The label says that its value is the end of a longer one. */
  readonly partial?: boolean
  /** Fewest digits of a value spoken in number words. */
  readonly spoken?: number
  /** Score of a value in place of the usual one; 0 refuses it, undefined leaves the usual one. */
  readonly judge?: (w: Window, run: Run, marks: Marks) => number | undefined
}

/** Finds identifiers after their label, spelled or spoken, several in a row, and for strong labels before it. */
export function idLabel<L extends Label>(kind: IdLabel<L>): Detector<L> {
  return {
    id: kind.id,
    label: kind.label,
    authority: kind.authority,
    reach: { behind: kind.score === undefined ? HEADER_BEHIND : kind.strong ? BEHIND : 16, ahead: kind.score === undefined ? HEADER_AHEAD + 16 : AHEAD },
    cues: kind.cues,
    atCue(w, i, next, out) {
      if (perUnit(w, i) || inside(w, i)) return
      const marks: Marks = { marked: false, numbered: NUMBER.has(w.hash[next - 1]), partial: kind.partial === true || cutShort(w, next) }
      const limit = w.start[i] + AHEAD
      const k = locate(w, i, marks.partial && lastFour(w, next) ? next + 1 : next, marks)
      if (k >= 0 && w.end[k] <= limit && after(kind, w, i, next, k, limit, marks, out)) return
      if (kind.score === undefined) {
        column(w, i, next, (run) => {
          const score = judge(kind, w, run, { marked: true, numbered: marks.numbered, partial: marks.partial })
          if (score > 0) out.add(run.start, run.end, score)
        })
      }
      // A value was here and is gone: what stands before the label is not it.
      if (kind.strong && !removed(w, next)) before(kind, w, i, out)
    },
  }
}

/** The label's own end is "last", "four" or "ending in": `cardLast4`, "SSN last four". */
function cutShort(w: Window, next: number): boolean {
  const e = w.end[next - 1]
  const c = w.at(e - 1) | 0x20
  if (c !== 0x74 && c !== 0x72 && c !== 0x6e && c !== 0x67) return false
  return ENDS.test(w.text.slice(Math.max(w.start[next - 1], e - 8), e))
}

const ENDS = /(?:last|four|ending|endingin)$/i
/** The 4 of "last 4". */
const lastFour = (w: Window, next: number): boolean => w.is(next, Shape.DIGITS_1_2) && w.len(next) === 1 && w.at(w.start[next]) === 0x34 && w.start[next] - w.end[next - 1] <= 1

const removed = (w: Window, next: number): boolean => w.is(next, Shape.PLACEHOLDER) && (w.gap[next] & Gap.LONG) === 0

/** "mg/dL": the label is the unit of a measure. */
const perUnit = (w: Window, i: number): boolean => i > 0 && w.gap[i] === Gap.SLASH && w.start[i] - w.start[i - 1] <= 8 && UNITS.has(w.hash[i - 1])

/** The label's letters are a piece of a longer code (`8b7ac3fd`), or an HL7 identifier type (`^MR`). */
const inside = (w: Window, i: number): boolean => (w.gap[i] & (Gap.CARET | Gap.START)) === Gap.CARET || (i > 0 && w.gap[i] === 0)

/** Joined to what stands before it, `-` `+` or `/` between: `92cc-4710`. */
const tied = (w: Window, i: number, glued: boolean): boolean => i > 0 && (w.gap[i] & ~(Gap.DASH | Gap.PLUS | Gap.SLASH)) === 0 && w.start[i] - w.end[i - 1] === 1 && (glued || w.is(i - 1, Shape.DIGITS))

function after<L extends Label>(kind: IdLabel<L>, w: Window, i: number, next: number, k: number, limit: number, marks: Marks, out: Sink): boolean {
  if (kind.spoken !== undefined) {
    const said = startsSpelled(w, k) ? spelledId(w, k, limit) : null
    if (said !== null) {
      if (said.digits < 4 || said.digits + (said.letters ?? 0) < kind.spoken) return false
      out.add(said.start, said.end, 0.85)
      return true
    }
  }
  const state = kind.state === true && stateBefore(w, k, limit)
  if (state) marks.state = w.str(k)
  const first = readRun(w, state ? k + 1 : k, limit, w.hash[i])
  if (first === null) return false
  const glued = k === next && w.gap[k] === 0
  // Letters glued to a mix of letters and digits are hexadecimal or base 64, not a label.
  if (glued && (first.letters > 0 || first.digits < 4)) return false
  if (!kind.strong && (tied(w, i, glued) || (marks.comma && !(marks.numbered && apposed(w, k, first))))) return false
  const score = judge(kind, w, first, marks)
  if (score === 0) return false
  // A label glued to its number is printed as part of it.
  out.add(glued ? w.start[i] : first.start, first.end, score)
  more(w, first, limit, score, out, marks.paired === true, kind.strong === true)
  return true
}

/** "your licence number, 5471902, is on it": one comma before the value, another behind it. */
const apposed = (w: Window, k: number, run: Run): boolean => w.gap[k] === (Gap.SPACE | Gap.COMMA) && run.digits >= 5 && w.at(run.end) === 0x2c && !w.digitAt(run.end + 1)

function stateBefore(w: Window, k: number, limit: number): boolean {
  if (!w.isWord(k, Word.STATE_CODE) || k + 1 >= w.n || w.end[k + 1] > limit || w.gap[k + 1] === 0) return false
  // A key: `driver_license_oh="…"`.
  if (w.gap[k] === Gap.UNDERSCORE) return (w.gap[k + 1] & ~(Gap.SPACE | Gap.COLON | Gap.EQUALS | Gap.QUOTE | Gap.APOS | Gap.BACKSLASH)) === 0
  return w.is(k, Shape.CAPS) && (w.gap[k + 1] & ~(Gap.SPACE | Gap.COLON | Gap.HASH)) === 0
}

/** `D-20917`, `SC-4410`, `PA.1183`: capitals, a dash or a dot, four figures and more. */
function coded(w: Window, run: Run): boolean {
  if (run.digits < 4 || run.letters === 0 || run.letters > 5 || run.uuid) return false
  const first = w.text.charCodeAt(run.start)
  if (first < 0x41 || first > 0x5a) return false
  let p = run.start
  while (p < run.start + 5 && p < run.end && w.text.charCodeAt(p) >= 0x41 && w.text.charCodeAt(p) <= 0x5a) p++
  const sign = w.text.charCodeAt(p)
  return sign === 0x2d || sign === 0x2e
}

function judge<L extends Label>(kind: IdLabel<L>, w: Window, run: Run, marks: Marks): number {
  const [numbered, marked, bare] = kind.least
  const announced = marks.numbered || marks.partial || marks.marked
  // Two or three capitals and four digits are a group number's form too.
  const mixed = coded(w, run) || (run.digits >= 3 && run.digits + run.letters >= (announced || marks.said ? (run.digits === 4 && run.letters === 2 ? 6 : 7) : 9))
  const least = marks.partial ? Math.min(4, numbered) : marks.numbered ? numbered : marks.marked || marks.said ? marked : bare
  if (run.digits < (mixed && least < 9 ? 3 : least)) return 0
  if (run.word || (run.uuid && !announced && !kind.strong) || (run.commas && !kind.strong)) return 0
  if (!run.uuid && (run.digits > (kind.most ?? 24) || run.letters > run.digits + 6)) return 0
  const looks = shape(w, run)
  if (looks === 'decimal' || looks === 'date') return 0
  if (!marks.partial && (!kind.strong || !announced) && looks === 'year') return 0
  if (!kind.strong && ((looks === 'day' && !marks.numbered) || (looks === 'phone' && !marks.numbered))) return 0
  if (run.letters === 0 && !(kind.strong && (marks.marked || run.digits > 5)) && measured(w, run)) return 0
  const own = kind.judge?.(w, run, marks)
  if (own !== undefined) return own
  // A number of another kind's form is what its label says: it must outdo that kind's own detector.
  if (kind.strong || (announced && run.dashed)) return 0.97
  return announced ? 0.95 : (kind.score ?? 0.85)
}

/** Further values of one label: "MRN 123456 and 789012", "MRNs: 123456, 789012". They must be as long as the first. */
function more(w: Window, first: Run, limit: number, score: number, out: Sink, paired: boolean, strong: boolean): void {
  let prev = first
  for (let n = 0; n < MAX_MORE && first.digits >= 5; n++) {
    let k = prev.last + 1
    if (k >= w.n || w.end[k] > limit) return
    if (JOINT.has(w.hash[k])) {
      if ((w.gap[k] & ~(Gap.SPACE | Gap.COMMA | Gap.NEWLINE)) !== 0) return
      k++
    } else if ((w.gap[k] & (Gap.COMMA | Gap.SEMI | Gap.SLASH | Gap.AMP)) === 0) return
    if (k >= w.n || w.end[k] > limit || (w.gap[k] & ~(Gap.SPACE | Gap.COMMA | Gap.SEMI | Gap.SLASH | Gap.AMP | Gap.HASH | Gap.NEWLINE | Gap.QUOTE)) !== 0) return
    const run = readRun(w, k, limit, 0)
    if (run === null || run.digits < 4 || shape(w, run) !== 'plain') return
    const numbers = strong && first.letters === 0 && run.letters === 0 && Math.min(first.digits, run.digits) >= 6 && Math.abs(run.digits - first.digits) <= 2
    if (!(paired && n === 0) && !numbers && (Math.abs(run.digits - first.digits) > 1 || Math.abs(run.letters - first.letters) > 1)) return
    out.add(run.start, run.end, score)
    prev = run
  }
}

const COPULA = wordSet('is was as')
const OWNER = wordSet('the his her their my pt patient')

/** A value before its label: "4471829 (MRN)", "4471829 is her MRN". */
function before<L extends Label>(kind: IdLabel<L>, w: Window, i: number, out: Sink): void {
  const earliest = w.start[i] - BEHIND
  let k = i
  if ((w.gap[i] & Gap.OPEN) === 0) {
    if (k > 0 && w.start[k - 1] >= earliest && w.gap[k] === Gap.SPACE && OWNER.has(w.hash[k - 1])) k--
    if (k > 0 && w.start[k - 1] >= earliest && w.gap[k] === Gap.SPACE && COPULA.has(w.hash[k - 1])) k--
    else return
  }
  if ((w.gap[k] & ~(Gap.SPACE | Gap.OPEN)) !== 0) return
  const last = k - 1
  let first = last
  while (first > 0 && last - first < 6 && w.start[first - 1] >= earliest && (w.gap[first] === 0 || (w.gap[first] === Gap.DASH && w.start[first] - w.end[first - 1] === 1))) first--
  if (first < 0 || w.start[first] < earliest) return
  const run = readRun(w, first, w.end[last], 0)
  if (run === null || run.end !== w.end[last] || run.digits < 5 || run.digits > (kind.most ?? 24) || shape(w, run) !== 'plain') return
  out.add(run.start, run.end, 0.87)
}
