// All that one run of `npm run quality` tells.
import { join } from 'node:path'
import { changes, type Saved } from './changes'
import { finder } from './engine'
import { type Figures, figures, type OwnFigures } from './figures'
import { type Casing, type Corpus, type OWN_PARTS, readOwn } from './gold'
import { type Ablation, ablation, type Bin, curve, ownFigures, type Point, reliability, score, seriesOf, WITHOUT } from './measure'

export interface Results {
  /** The test part and the public corpora. */
  readonly corpora: Readonly<Record<string, Figures>>
  readonly own: Readonly<Record<'own_test' | 'own_dev', OwnFigures>>
  readonly ablation: Ablation
  readonly curves: Readonly<Record<string, readonly Point[]>>
  readonly bins: Readonly<Record<string, readonly Bin[]>>
  /** What moved since the saved figures; null where none are saved. */
  readonly changed: readonly string[] | null
}

/** Measures on the project's own documents under `root`, and on the public corpora given. */
export function measure(root: string, shared: readonly Corpus[], saved: Saved | null): Results {
  const text = finder()
  const find = (doc: { text: string }) => text(doc.text)
  const read = (part: keyof typeof OWN_PARTS, casing?: Casing): Corpus => readOwn(join(root, 'bench/quality/corpus'), part, casing)
  const own = { own_test: ownFigures((c) => read('own_test', c), find), own_dev: ownFigures((c) => read('own_dev', c), find) }
  const series = seriesOf([read('own_test'), read('own_dev'), ...shared])
  const corpora: Record<string, Figures> = { own_test: own.own_test, ...Object.fromEntries(shared.map((c) => [c.name, figures(score(c, find))])) }
  return {
    corpora,
    own,
    ablation: ablation(series.filter((s) => s.name !== 'own_dev')),
    curves: Object.fromEntries(series.map((s) => [s.name, curve(s)])),
    // Where there is no identifier, every score is wrong.
    bins: Object.fromEntries(series.filter((s) => s.name !== WITHOUT).map((s) => [s.name, reliability(s)])),
    changed: saved === null ? null : changes(saved, corpora, shared.length > 0),
  }
}
