import { describe, expect, test } from 'vitest'
import type { Detector } from '../../src/detect/detector'
import { DETECTORS } from '../../src/detect/index'
import type { Label } from '../../src/labels'
import { Engine, type Replacement, Run } from '../../src/pipeline'
import type { Plan } from '../../src/policy/plan'

/** A plan that finds everything, states, years and times too, from score 0.5 on. */
export const FIND_ALL: Plan = {
  name: 'test',
  basis: 'safe-harbor',
  digest: '',
  rule: () => ({ keep: false, threshold: 0.5 }),
  strategy: (label) => ({ name: 'label', replace: () => `[${label}]` }),
  lists: { deny: [], allow: [] },
}

export function findWith(detectors: readonly Detector[], text: string, plan: Plan = FIND_ALL): Replacement[] {
  const found: Replacement[] = []
  const run = new Run(new Engine(plan, detectors), (r) => found.push(r), false)
  run.push(text)
  run.end()
  return found
}

/** One row: a text in which every expected finding stands between « and », and the reason for the row. */
export type Row = readonly [text: string, reason: string]

/**
 * A table of a label's hits and misses, run through its detectors alone. In a hit row the findings are exactly the
 * marked stretches; in a miss row there is none. `subtype`: only findings of these subtypes are looked at.
 */
export function table(label: Label, hits: readonly Row[], misses: readonly Row[], only: (d: Detector) => boolean = () => true, kind: (r: Replacement) => boolean = () => true): void {
  const detectors = DETECTORS.filter((d) => d.label === label && only(d))
  describe(label, () => {
    test.each(hits.map(([marked, reason]) => ({ marked, reason })))('finds: $reason: $marked', ({ marked }) => {
      const text = marked.replace(/[«»]/g, '')
      const found = findWith(detectors, text).filter(kind)
      let shown = text
      for (const f of [...found].reverse()) shown = `${shown.slice(0, f.start)}«${shown.slice(f.start, f.end)}»${shown.slice(f.end)}`
      expect(shown).toBe(marked)
    })
    test.each(misses.map(([text, reason]) => ({ text, reason })))('leaves: $reason: $text', ({ text }) => {
      expect(
        findWith(detectors, text)
          .filter(kind)
          .map((f) => text.slice(f.start, f.end)),
      ).toEqual([])
    })
  })
}
