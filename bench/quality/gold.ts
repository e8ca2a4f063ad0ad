// What is measured on: the project's own corpus, and the public corpora beside the project where they are there.
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { assemble, readCorpus, type Source } from '../tagger/corpus'
import { CASINGS, recase } from '../tagger/refill'
import type { GoldDoc, GoldSpan } from './score'

export type Casing = keyof typeof CASINGS
export const CASING_NAMES = Object.keys(CASINGS) as Casing[]

export interface Corpus {
  readonly name: string
  readonly docs: readonly GoldDoc[]
  /** Its text may be shown. That of the test part may not: what nobody reads, nobody tunes to. */
  readonly open: boolean
  readonly own: boolean
}

/** Parts of the project's own corpus, by name: the author whose documents they are, and whether they may be shown. */
export const OWN_PARTS = {
  /** Never trained on, never tuned to. */
  own_test: { author: 'e', open: false },
  own_dev: { author: 'd', open: true },
} as const

/** A span that no label of ours stands for. */
const UNSCORED = '~'

/** Throws with the file and number of a document whose marks do not close. */
export function readOwn(folder: string, part: keyof typeof OWN_PARTS, casing: Casing = 'asIs'): Corpus {
  const { author, open } = OWN_PARTS[part]
  return { name: part, open, own: true, docs: readCorpus(folder, [author]).map((source) => ownDoc(source, casing)) }
}

/** A marked document as gold, written as `casing` says. */
export function ownDoc(source: Source, casing: Casing = 'asIs'): GoldDoc {
  const { id, kind, text, spans } = assemble(recase(source, casing))
  return { id, kind, text, spans: spans.map((s): GoldSpan => ({ start: s.start, end: s.end, label: s.label === UNSCORED ? null : s.label, subtype: s.subtype, ignored: s.label === UNSCORED })) }
}

interface SharedLine {
  readonly id: string
  readonly text: string
  readonly spans: ReadonlyArray<{ start: number; end: number; category: string | null; dont_care?: boolean; facility?: boolean; clinician?: boolean }>
}

/** The corpora of a folder of JSON lines, in order of name; none where there is no folder. */
export function readShared(folder: string): Corpus[] {
  if (!existsSync(folder)) return []
  const files = readdirSync(folder).filter((f) => f.endsWith('.jsonl'))
  return files.sort().map((file) => ({ name: file.slice(0, -'.jsonl'.length), open: true, own: false, docs: readLines(readFileSync(join(folder, file), 'utf8')) }))
}

export function readLines(content: string): GoldDoc[] {
  const lines = content.split('\n').filter((l) => l.trim() !== '')
  return lines.map((line) => {
    const { id, text, spans } = JSON.parse(line) as SharedLine
    return { id, kind: '', text, spans: spans.map((s) => ({ start: s.start, end: s.end, label: s.category, subtype: s.facility ? 'facility' : s.clinician ? 'clinician' : undefined, ignored: s.dont_care === true })) }
  })
}
