import { LABELS, type Label } from '../labels'
import type { Encoding } from './encoding'
import { eachDocument, type Fail, type Fields, failOn, markedOf, objectsOf, textOf } from './eval-lines'
import { lettersAndDigits } from './eval-page'
import { figures, percentName, percentUp, perThousandUp, share } from './eval-print'
import type { Marked } from './eval-score'
import { Clustered, upperBound } from './eval-stats'
import type { Source } from './input'
import { shape } from './ndjson'

/** What a sample says of all documents it was drawn from. */
export class Residual {
  documents = 0
  documentsMissed = 0
  /** Found and missed identifiers, document by document. */
  readonly all = new Clustered()
  readonly rows = new Map<Label, Clustered>()

  add(found: readonly Marked[], missed: readonly Marked[]): void {
    this.documents++
    if (missed.length > 0) this.documentsMissed++
    const left = (list: readonly Marked[], label: Label): number => list.filter((m) => m.label === label).length
    for (const label of LABELS) {
      const m = left(missed, label)
      const total = m + left(found, label)
      if (total > 0) this.row(label).add(m, total)
    }
    this.all.add(missed.length, missed.length + found.length)
  }

  private row(label: Label): Clustered {
    const row = this.rows.get(label) ?? new Clustered()
    this.rows.set(label, row)
    return row
  }
}

/** Reads an annotated sample. Throws `INPUT_SHAPE` where a line was not reviewed or is not well-formed. */
export async function readAnnotated(sources: readonly Source[], encoding: Encoding | undefined, read: (n: number) => void): Promise<Residual> {
  const residual = new Residual()
  const ids = new Map<string, string>()
  await eachDocument(sources, encoding, read, (value, { file, line, id }) => {
    const before = ids.get(id)
    if (before !== undefined) throw shape(line, `the same "id" as ${before}. A document counts once.`)
    if (id !== 'null') ids.set(id, `${file}, line ${line}`)
    const { found, missed } = annotatedOf(value, line)
    residual.add(found, missed)
  })
  return residual
}

/** The identifiers of a reviewed document: those the engine found (and the reader did not call wrong), and those it missed. Disjoint. */
function annotatedOf(value: Fields, line: number): { found: Marked[]; missed: Marked[] } {
  const fail = failOn(line)
  const text = textOf(value, fail)
  if (value.missed === null || value.missed === undefined) throw fail('not reviewed: "missed" is not a list. Give [] where nothing was missed; take unread lines away from the end of the file only.')
  const covered = new Uint8Array(text.length)
  const spans = objectsOf(value, 'spans', fail).map((item, i) => {
    const here: Fail = (message) => shape(line, `"spans" ${i + 1}: ${message}`)
    const marked = identifier(item, text, here)
    if (typeof item.score !== 'number') throw here('no "score", so it is not a finding of the engine. Leave "spans" as they were drawn and put what was missed into "missed".')
    if (item.wrong !== undefined && typeof item.wrong !== 'boolean') throw here('"wrong" is neither true nor false.')
    covered.fill(1, marked.start, marked.end)
    return { marked, wrong: item.wrong === true }
  })
  const missed = missedOf(value, text, covered, line)
  const found = spans.filter(({ marked, wrong }) => !wrong && !missed.some((m) => m.start < marked.end && marked.start < m.end)).map(({ marked }) => marked)
  return { found, missed }
}

/** A span that counts: with a label and not ignored. */
function identifier(item: Fields, text: string, fail: Fail): Marked {
  const marked = markedOf(item, text, fail)
  if (marked.label === null) throw fail('it needs a label that dephi labels lists.')
  return marked
}

/** Each must have a letter or digit that no span covers, and none of another. */
function missedOf(value: Fields, text: string, covered: Uint8Array, line: number): Marked[] {
  const open = lettersAndDigits(text).map((solid, i) => (covered[i] === 1 ? 0 : solid))
  const taken = new Uint8Array(text.length)
  return objectsOf(value, 'missed', failOn(line)).map((item, i) => {
    const fail: Fail = (message) => shape(line, `"missed" ${i + 1}: ${message}`)
    const marked = identifier(typeof item.text === 'string' ? { ...item, ...stretchOf(item.text, text, open, taken, fail) } : item, text, fail)
    if (!open.subarray(marked.start, marked.end).includes(1)) throw fail('no letter or digit of it is left: "spans" cover it. Take it away.')
    if (taken.subarray(marked.start, marked.end).includes(1)) throw fail('it overlaps another missed one. Mark each identifier once.')
    taken.fill(1, marked.start, marked.end)
    return marked
  })
}

/** Where a string that was missed stands: its first place that is left and not yet taken, as a word of its own if there is one. */
function stretchOf(value: string, text: string, open: Uint8Array, taken: Uint8Array, fail: Fail): { start: number; end: number } {
  let first = -1
  for (let at = text.indexOf(value); at >= 0 && value !== ''; at = text.indexOf(value, at + 1)) {
    const end = at + value.length
    if (taken.subarray(at, end).includes(1) || !open.subarray(at, end).includes(1)) continue
    if (first < 0) first = at
    if (open[at - 1] !== 1 && open[end] !== 1) return { start: at, end }
  }
  if (first < 0) throw fail('its "text" is not in what is left of the text, or as often as that is already marked. Copy it as it stands, or give "start" and "end".')
  return { start: first, end: first + value.length }
}

export function boundText({ documents, documentsMissed, all, rows }: Residual, confidence: number): string {
  const at = percentName(confidence)
  const row = (name: string, c: Clustered): string[] => [name, String(c.total), String(c.missed), c.total === 0 ? '-' : perThousandUp(c.missed / c.total), c.total === 0 ? '-' : perThousandUp(c.upper(confidence))]
  return [
    `Documents: ${documents.toLocaleString('en-US')} reviewed; with an identifier left ${documentsMissed} (${percentUp(documentsMissed / documents)} %).\n`,
    `Documents with an identifier left, at most: ${percentUp(upperBound(documentsMissed, documents, confidence))} % (one-sided ${at} %, Clopper–Pearson).\n`,
    `Identifiers: ${all.total.toLocaleString('en-US')}, of which missed ${all.missed.toLocaleString('en-US')}.\n\n`,
    figures([['label', 'identifiers', 'missed', 'per 1,000', `at most (${at} %)`], ...LABELS.flatMap((l) => (rows.has(l) ? [row(l, rows.get(l) as Clustered)] : [])), row('all', all)]),
  ].join('')
}

export function boundJson({ documents, documentsMissed, all, rows }: Residual, confidence: number): object {
  const row = (c: Clustered): object => ({
    identifiers: c.total,
    missed: c.missed,
    missedPer1000: c.total === 0 ? null : (1000 * c.missed) / c.total,
    missedPer1000AtMost: c.total === 0 ? null : 1000 * c.upper(confidence),
  })
  return {
    confidence,
    documents: { total: documents, missed: documentsMissed, missedShare: share(documentsMissed, documents), missedAtMost: upperBound(documentsMissed, documents, confidence) },
    labels: Object.fromEntries([...LABELS.flatMap((l): Array<[string, object]> => (rows.has(l) ? [[l, row(rows.get(l) as Clustered)]] : [])), ['all', row(all)]]),
  }
}
