import type { Label } from '../../labels'
import { Shape, type Window } from '../../scan/window'
import { Gap } from '../../text/chars'
import { hashWord } from '../../text/hash'
import type { Detector, Sink } from '../detector'
import { type Run, readRun, shape } from './shared-id-run'

const AHEAD = 300
const PIPE = 0x7c
const STAR = 0x2a
const TILDE = 0x7e
const MAX_REPEATS = 4

const usable = (w: Window, run: Run | null): run is Run => run !== null && run.digits >= 4 && run.digits <= 20 && run.letters <= 8 && shape(w, run) === 'plain'

/** Adds the identifier that starts at token `k`, if it fills its component. */
function component(w: Window, k: number, limit: number, out: Sink): void {
  const run = readRun(w, k, limit, 0)
  if (!usable(w, run)) return
  const c = w.at(run.end)
  if (c === 0 || c === PIPE || c === STAR || c === TILDE || c === 0x5e || c <= 0x20) out.add(run.start, run.end, 0.96)
}

/**
 * Identifiers by their place in an HL7 v2 segment: `PID|1|4471829|…`. `fields`: their numbers in the segment, with all
 * repetitions. `numbered`: the segment's name ends in a digit ("PV1").
 */
export function hl7Fields<L extends Label>(id: string, label: L, segment: string, fields: readonly number[]): Detector<L> {
  const [, letters, digit] = /^([A-Z]+)(\d?)$/.exec(segment) as RegExpExecArray
  const name = hashWord(letters.toLowerCase())
  const number = digit === '' ? 0 : hashWord(digit)
  const wanted = new Set(fields)
  const most = Math.max(...fields)
  return {
    id,
    label,
    authority: `HL7 v2.5 chapter 3, segment ${segment}`,
    reach: { behind: 24, ahead: AHEAD + 16 },
    on: { gap: Gap.PIPE },
    at(w, i, out) {
      if (i === 0 || w.hash[i - 1] !== (number === 0 ? name : number)) return
      const first = number === 0 ? i - 1 : i - 2
      if (first < 0 || w.start[first] < w.start[i] - 20 || w.hash[first] !== name || (number !== 0 && w.gap[i - 1] !== 0)) return
      walk(w, i, w.end[i - 1], wanted, most, out)
    },
  }
}

/** Follows the fields from the end of the segment's name at `from`, to the end of the line or the last one wanted. */
function walk(w: Window, i: number, from: number, wanted: ReadonlySet<number>, most: number, out: Sink): void {
  const limit = w.start[i] + AHEAD
  let k = i
  let field = 0
  let repeats = 0
  for (let p = from; p < limit && p < w.text.length; p++) {
    const c = w.text.charCodeAt(p)
    if (c === 0x0a || c === 0x0d) return
    if (c === PIPE) {
      field++
      repeats = 0
      if (field > most) return
    } else if (c !== TILDE || ++repeats > MAX_REPEATS) continue
    if (!wanted.has(field)) continue
    while (k < w.n && w.start[k] <= p) k++
    if (k < w.n && w.start[k] === p + 1 && w.end[k] <= limit) component(w, k, limit, out)
  }
}

/** ANSI X12 elements after their qualifier: `NM1*IL*1*LEE*ANN****MI*XEH123456789~`; `heads`: segments whose first element it is. */
export function x12Element<L extends Label>(id: string, label: L, qualifiers: string, heads = ''): Detector<L> {
  const known = new Set(qualifiers.split(' ').map(hashWord))
  const first = new Set(heads === '' ? [] : heads.split(' ').map(hashWord))
  return {
    id,
    label,
    authority: 'ANSI ASC X12 005010, NM108 and REF01 qualifiers, CLM01',
    reach: { behind: 16, ahead: 64 },
    on: { gap: Gap.STAR },
    at(w, i, out) {
      if (i === 0 || w.gap[i] !== Gap.STAR || w.start[i] - w.end[i - 1] !== 1 || !w.is(i - 1, Shape.LETTERS)) return
      const before = w.at(w.start[i - 1] - 1)
      const h = w.hash[i - 1]
      if (!(before === STAR && known.has(h)) && !(first.has(h) && before !== STAR && !w.alnumAt(w.start[i - 1] - 1))) return
      component(w, i, w.start[i] + 48, out)
    },
  }
}

const ROLE_BEHIND = 160

/**
 * `<id root="…" extension="4471829"/>` (HL7 V3 and CDA, data type II): `role` is the element it stands in, or `root`
 * the object identifier of the issuer.
 */
export function cdaExtension<L extends Label>(id: string, label: L, role: string, root: string): Detector<L> {
  return {
    id,
    label,
    authority: 'HL7 V3 data type II; CDA R2',
    reach: { behind: ROLE_BEHIND, ahead: 128 },
    cues: ['extension'],
    atCue(w, i, next, out) {
      if (w.at(w.end[i]) !== 0x3d || next >= w.n || w.end[next] > w.start[i] + 40 || w.start[next] - w.end[i] > 3) return
      const head = w.text.slice(Math.max(0, w.start[i] - ROLE_BEHIND), w.start[i])
      const tag = head.lastIndexOf('<')
      if (tag < 0 || !/^<(?:\w{1,8}:)?id\s/i.test(head.slice(tag, tag + 16))) return
      const named = role !== '' && head.slice(0, tag).trimEnd().toLowerCase().endsWith(`${role}>`)
      if (!named && !(root !== '' && (head.includes(`"${root}"`, tag) || w.text.slice(w.start[i], w.start[i] + 120).includes(`root="${root}"`)))) return
      const run = readRun(w, next, w.start[i] + 64, 0)
      if (usable(w, run)) out.add(run.start, run.end, 0.96)
    },
  }
}
