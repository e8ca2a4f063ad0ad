// The engine from source, with a plan that finds all that Safe Harbor removes. For measuring while developing.
import type { Detector } from '../../src/detect/detector'
import { DETECTORS } from '../../src/detect/index'
import { Engine, type Replacement, Run } from '../../src/pipeline'
import type { Plan } from '../../src/policy/plan'

const KEPT = new Set(['state', 'country', 'year', 'time'])

const PLAN: Plan = {
  name: 'quality',
  basis: 'safe-harbor',
  digest: '',
  rule: (_label, subtype) => ({ keep: subtype !== undefined && KEPT.has(subtype), threshold: 0.5 }),
  strategy: (label) => ({ name: 'label', replace: () => `[${label}]` }),
  lists: { deny: [], allow: [] },
}

export function finder(only: (d: Detector) => boolean = () => true): (text: string) => Replacement[] {
  const engine = new Engine(PLAN, DETECTORS.filter(only))
  return (text) => {
    const found: Replacement[] = []
    const run = new Run(engine, (r) => found.push(r), false)
    run.whole(text)
    return found
  }
}
