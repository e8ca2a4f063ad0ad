// Misses and false findings with the text around them. Only ever of corpora whose text may be shown.
import type { Corpus } from './gold'
import type { DocumentScore } from './score'

export type Mark = 'plain' | 'missed' | 'hit' | 'false' | 'ignored'

export interface Piece {
  readonly text: string
  readonly mark: Mark
}

export interface Example {
  readonly doc: string
  readonly label: string
  /** `NAME/patient 3/12`: letters and digits covered; for a false finding its score. */
  readonly note: string
  readonly pieces: readonly Piece[]
}

export interface Examples {
  readonly corpus: string
  readonly misses: readonly Example[]
  readonly falses: readonly Example[]
  /** How many there are in all. */
  readonly missed: number
  readonly wrong: number
}

const AROUND = 60

/** Throws for a corpus that may not be shown: the refusal stands here, where every way to its text comes through. */
export function examplesOf(corpus: Corpus, scores: readonly DocumentScore[], limit = 1000): Examples {
  if (!corpus.open) throw new Error(closed(corpus.name))
  const misses: Example[] = []
  const falses: Example[] = []
  let missed = 0
  let wrong = 0
  for (const score of scores) {
    for (const s of score.spans) {
      if (s.covered === s.chars || missed++ >= limit) continue
      misses.push({ doc: score.doc.id, label: s.span.label, note: `${kindOf(s.span)} ${s.covered}/${s.chars}`, pieces: around(score, s.span) })
    }
    for (const { finding, right } of score.findings) {
      if (right || wrong++ >= limit) continue
      falses.push({ doc: score.doc.id, label: finding.label, note: `${finding.label} ${finding.score.toFixed(2)}`, pieces: around(score, finding) })
    }
  }
  return { corpus: corpus.name, misses, falses, missed, wrong }
}

export const closed = (name: string): string => `${name} is the test part: its figures are told, its text is not, so that nothing is tuned to it; look at own_dev`

const kindOf = ({ label, subtype }: { label: string; subtype: string | undefined }): string => (subtype === undefined ? label : `${label}/${subtype}`)

function around({ doc, findings }: DocumentScore, { start, end }: { start: number; end: number }): Piece[] {
  const from = Math.max(0, start - AROUND)
  const to = Math.min(doc.text.length, end + AROUND)
  const marks: Mark[] = new Array<Mark>(to - from).fill('plain')
  const paint = (s: { start: number; end: number }, mark: (was: Mark) => Mark): void => {
    for (let i = Math.max(from, s.start); i < Math.min(to, s.end); i++) marks[i - from] = mark(marks[i - from])
  }
  for (const s of doc.spans) if (s.label !== null || s.ignored) paint(s, () => (s.ignored ? 'ignored' : 'missed'))
  for (const { finding } of findings) paint(finding, (was) => (was === 'missed' ? 'hit' : was === 'plain' ? 'false' : was))
  const pieces: Piece[] = []
  let at = 0
  for (let i = 1; i <= marks.length; i++) {
    if (i < marks.length && marks[i] === marks[at]) continue
    pieces.push({ text: doc.text.slice(from + at, from + i), mark: marks[at] })
    at = i
  }
  return pieces
}
