import { Tail, type TailClass } from '../detect/detector'
import type { Candidate } from '../detect/program'
import { LABEL_INDEX, type Label, type Subtype } from '../labels'
import { CLASS } from '../text/chars'

/** What the resolver must know of a candidate's kind. Given by the policy, one per detector and subtype. */
export interface Ruling {
  readonly label: Label
  /** The policy keeps this kind: found, but left in the text. */
  readonly keep: boolean
  /** Candidates scoring less are not findings. */
  readonly threshold: number
  /** 2: block list and roster, which nothing overrules; 1: everything else; 0: allow list, which is never a finding. */
  readonly tier: 0 | 1 | 2
}

/** A disjoint stretch of the document to be replaced. Positions in the folded document. */
export interface Decision {
  readonly start: number
  end: number
  readonly label: Label
  readonly subtype: Subtype | undefined
  readonly score: number
  readonly detector: number
  /** The overlap group grew past GROUP_CAP: it is one decision, and its text was not kept whole. */
  readonly capped: boolean
}

/** Longest overlap group settled in full, in code units; a longer one is redacted whole under its winner's label. */
export const GROUP_CAP = 1024

const BACKSLASH = 0x5c
const SLASH = 0x2f

export interface Text {
  /** Code unit at document position `p`. */
  unit(p: number): number
}

/**
 * Settles overlapping candidates, whole groups at a time. A group is a run of candidates each of which overlaps an
 * earlier one; it is settled once no candidate still to come can touch it. Rules, in order:
 *
 * 1. A candidate below its threshold is no finding. One that lies inside an allow-list match is no finding, unless it
 *    is of tier 2 (block beats allow).
 * 2. Higher tier first; then longer; then higher score; then earlier start; then label order; then detector order.
 * 3. A winner takes its whole stretch. Of a loser, what no winner covers stays a finding of its own, trimmed to letters
 *    and digits: whatever any detector found is covered.
 * 4. A kept kind takes part only against its own label: it never shields another identifier.
 */
export class Settler {
  private readonly pending: Candidate[] = []
  private group: Candidate[] | null = null
  private groupStart = 0
  private groupEnd = 0
  private tail: TailClass = Tail.NONE
  private tailAt = 0
  private open: Decision | null = null

  constructor(private readonly rule: (c: Candidate) => Ruling) {}

  add(c: Candidate): void {
    const list = this.pending
    let i = list.length
    while (i > 0 && list[i - 1].start > c.start) i--
    if (i === list.length) list.push(c)
    else list.splice(i, 0, c)
  }

  /** Start of the first stretch not yet settled, or Infinity. */
  get unsettled(): number {
    if (this.group !== null) return this.open === null ? this.groupStart : this.groupEnd
    return this.pending.length > 0 ? this.pending[0].start : Number.POSITIVE_INFINITY
  }

  /** A capped decision is open: everything up to `unsettled` belongs to it. */
  get capped(): boolean {
    return this.open !== null
  }

  /**
   * Settle what can be settled. No candidate still to come starts before `horizon`; the text is known up to `known`;
   * `final`: the text ends there. `opened` gets each decision in order as soon as its replacement can be written; `end`
   * of a capped one still grows until `closed` gets it.
   */
  advance(horizon: number, known: number, final: boolean, text: Text, opened: (d: Decision) => void, closed: (d: Decision) => void): void {
    const limit = final ? Number.POSITIVE_INFINITY : horizon
    const pending = this.pending
    let taken = 0
    for (;;) {
      if (this.group === null) {
        if (taken >= pending.length || pending[taken].start >= limit) break
        const first = pending[taken++]
        this.group = [first]
        this.groupStart = first.start
        this.groupEnd = first.end
        this.tail = first.tail
        this.tailAt = first.end
      }
      let waiting = this.runTail(known, final, text)
      while (taken < pending.length && pending[taken].start < this.groupEnd && pending[taken].start < limit) {
        const c = pending[taken++]
        if (c.start < this.groupStart + GROUP_CAP) this.group.push(c)
        if (c.end > this.groupEnd) this.groupEnd = c.end
        if (c.tail > this.tail || (c.tail !== Tail.NONE && c.end > this.tailAt)) {
          this.tail = Math.max(this.tail, c.tail) as TailClass
          this.tailAt = Math.max(this.tailAt, c.end)
          waiting = this.runTail(known, final, text)
        }
      }
      if (final && this.groupEnd > known) this.groupEnd = known
      if (this.open === null && this.groupEnd > this.groupStart + GROUP_CAP && (final || horizon >= this.groupStart + GROUP_CAP)) this.cap(opened)
      if (!final && (waiting || this.groupEnd > horizon)) break
      this.close(text, opened, closed)
    }
    if (taken > 0) pending.splice(0, taken)
    if (this.open !== null) this.open.end = this.groupEnd
  }

  /** Run the open tail on; true when it may still grow. */
  private runTail(known: number, final: boolean, text: Text): boolean {
    if (this.tail === Tail.NONE) return false
    let p = this.tailAt
    let unsure = false
    for (; p < known; p++) {
      const c = text.unit(p)
      if (!inTail(this.tail, c)) break
      if (c !== BACKSLASH) continue
      // JSON writes a slash as `\/`; any other backslash ends the value.
      unsure = p + 1 >= known
      if (unsure || text.unit(p + 1) !== SLASH) break
    }
    this.tailAt = p
    if (p > this.groupEnd) this.groupEnd = p
    return (p >= known || unsure) && !final
  }

  private cap(opened: (d: Decision) => void): void {
    const winner = this.rank(this.group as Candidate[])[0]
    if (winner === undefined) return
    const { label } = this.rule(winner)
    this.open = { start: this.groupStart, end: this.groupEnd, label, subtype: winner.subtype, score: winner.score, detector: winner.detector, capped: true }
    opened(this.open)
  }

  private close(text: Text, opened: (d: Decision) => void, closed: (d: Decision) => void): void {
    const group = this.group as Candidate[]
    this.group = null
    this.tail = Tail.NONE
    if (this.open !== null) {
      this.open.end = this.groupEnd
      closed(this.open)
      this.open = null
      return
    }
    // A tail belongs to the candidate that opened it: it reaches to where the tail ended.
    for (const c of group) if (c.tail !== Tail.NONE && c.end < this.tailAt && reaches(c, this.tailAt, text)) c.end = trimTail(c, this.tailAt, text)
    if (group.length === 1) {
      this.single(group[0], opened, closed)
      return
    }
    if (this.outright(group, opened, closed)) return
    for (const d of settleGroup(this.rank(group), this.rule, text)) {
      opened(d)
      closed(d)
    }
  }

  /**
   * Most groups of several are one identifier found by several detectors: when the best candidate covers all the others,
   * the rules come to it alone. False where they must be gone through.
   */
  private outright(group: readonly Candidate[], opened: (d: Decision) => void, closed: (d: Decision) => void): boolean {
    let best: Candidate | null = null
    let by: Ruling | null = null
    let start = Number.POSITIVE_INFINITY
    let end = 0
    for (let i = 0; i < group.length; i++) {
      const c = group[i]
      const rule = this.rule(c)
      if (rule.keep || rule.tier === 0) return false
      if (rule.tier === 1 && c.score < rule.threshold) continue
      if (c.start < start) start = c.start
      if (c.end > end) end = c.end
      if (best === null || ranked(c, rule, best, by as Ruling) < 0) {
        best = c
        by = rule
      }
    }
    if (best === null) return true
    if (best.start > start || best.end < end) return false
    const d: Decision = { start, end, label: (by as Ruling).label, subtype: best.subtype, score: best.score, detector: best.detector, capped: false }
    opened(d)
    closed(d)
    return true
  }

  /** Most groups are of one: the rules come to its threshold and whether its kind is kept. */
  private single(c: Candidate, opened: (d: Decision) => void, closed: (d: Decision) => void): void {
    const { label, keep, threshold, tier } = this.rule(c)
    if (keep || tier === 0 || (tier === 1 && c.score < threshold)) return
    const d: Decision = { start: c.start, end: c.end, label, subtype: c.subtype, score: c.score, detector: c.detector, capped: false }
    opened(d)
    closed(d)
  }

  private rank(group: Candidate[]): Candidate[] {
    return rankCandidates(group, this.rule)
  }
}

/** Rules 1 and 2: the candidates that are findings, best first. */
export function rankCandidates(group: readonly Candidate[], rule: (c: Candidate) => Ruling): Candidate[] {
  if (group.length === 1) {
    const { tier, threshold } = rule(group[0])
    return tier > 0 && (tier === 2 || group[0].score >= threshold) ? [group[0]] : []
  }
  const allowed = group.filter((c) => rule(c).tier === 0)
  const live = group.filter((c) => {
    const { tier, threshold } = rule(c)
    if (tier === 2) return true
    return tier === 1 && c.score >= threshold && !allowed.some((a) => a.start <= c.start && c.end <= a.end)
  })
  return live.sort((a, b) => ranked(a, rule(a), b, rule(b)))
}

/** Rule 2, as a comparison: negative when `a` comes first. */
function ranked(a: Candidate, ruleA: Ruling, b: Candidate, ruleB: Ruling): number {
  return (
    ruleB.tier - ruleA.tier ||
    b.end - b.start - (a.end - a.start) ||
    b.score - a.score ||
    a.start - b.start ||
    LABEL_INDEX[ruleA.label] - LABEL_INDEX[ruleB.label] ||
    a.detector - b.detector ||
    compare(a.subtype ?? '', b.subtype ?? '')
  )
}

interface Taken {
  readonly start: number
  readonly end: number
  /** Null: shields every label. */
  readonly label: Label | null
}

/** Rules 3 and 4. `ranked` is best first; the decisions come in text order. */
export function settleGroup(ranked: readonly Candidate[], rule: (c: Candidate) => Ruling, text: Text): Decision[] {
  const out: Decision[] = []
  const taken: Taken[] = []
  for (const c of ranked) {
    const { label, keep } = rule(c)
    let pieces: Array<[number, number]> = [[c.start, c.end]]
    for (const t of taken) {
      if (t.label !== null && t.label !== label) continue
      if (t.end <= c.start || t.start >= c.end) continue
      pieces = pieces
        .flatMap(
          ([s, e]): Array<[number, number]> =>
            t.end <= s || t.start >= e
              ? [[s, e]]
              : [
                  [s, Math.max(s, t.start)],
                  [Math.min(e, t.end), e],
                ],
        )
        .filter(([s, e]) => s < e)
    }
    if (keep) {
      taken.push({ start: c.start, end: c.end, label })
      continue
    }
    // Only what it really takes: a stretch it lost to a kept kind of its own label is still free for other labels.
    for (const [s, e] of pieces) taken.push({ start: s, end: e, label: null })
    for (let [s, e] of pieces) {
      if (s !== c.start || e !== c.end) {
        while (s < e && CLASS[text.unit(s)] > 4) s++
        while (e > s && CLASS[text.unit(e - 1)] > 4) e--
        if (s === e) continue
      }
      out.push({ start: s, end: e, label, subtype: c.subtype, score: c.score, detector: c.detector, capped: false })
    }
  }
  return out.sort((a, b) => a.start - b.start)
}

function reaches(c: Candidate, to: number, text: Text): boolean {
  for (let p = c.end; p < to; p++) if (!inTail(c.tail, text.unit(p))) return false
  return true
}

/** Punctuation that ends a sentence does not belong to a URL. */
function trimTail(c: Candidate, to: number, text: Text): number {
  let e = to
  if (c.tail === Tail.URL) while (e > c.end && '.,;:!?)]*'.includes(String.fromCharCode(text.unit(e - 1)))) e--
  return e
}

function inTail(tail: TailClass, c: number): boolean {
  if (tail === Tail.BASE64) return CLASS[c] <= 4 ? c < 0x80 : c === 0x2b || c === 0x2f || c === 0x3d || c === 0x5f || c === 0x2d || c === 0x5c
  return c > 0x20 && c !== 0x22 && c !== 0x27 && c !== 0x3c && c !== 0x3e && c !== 0x60 && c !== 0x7b && c !== 0x7d && c !== 0x7c && c !== 0x5c && c !== 0x5e && c !== 0xa0 && CLASS[c] !== 5 && CLASS[c] !== 6
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)
