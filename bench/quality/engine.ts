// The engine from source, with a plan that finds all that Safe Harbor removes. For measuring while developing.
import type { Detector } from '../../src/detect/detector'
import { DETECTORS } from '../../src/detect/index'
import { Program } from '../../src/detect/program'
import { Engine, type Replacement, Run } from '../../src/pipeline'
import type { Plan } from '../../src/policy/plan'
import { WordTable } from '../../src/scan/words'

const KEPT = new Set(['state', 'country', 'year', 'time'])

export interface FinderOptions {
  /** Candidates scoring less are no findings. */
  readonly threshold?: number
  /** Only findings of this label, the tagger's too. */
  readonly label?: string | undefined
  /** False: without the learned tagger. */
  readonly tagged?: boolean
  /** False: the scan knows no word of the dictionaries, only the cues of the detectors. */
  readonly words?: boolean
}

function plan({ threshold = 0.5, label: only }: FinderOptions): Plan {
  return {
    name: 'quality',
    basis: 'safe-harbor',
    digest: '',
    rule: (label, subtype) => ({ keep: (subtype !== undefined && KEPT.has(subtype)) || (only !== undefined && label !== only), threshold }),
    strategy: (label) => ({ name: 'label', replace: () => `[${label}]` }),
    lists: { deny: [], allow: [] },
  }
}

/** What finds identifiers in a text, with the detectors `only` admits. */
export function finder(only: (d: Detector) => boolean = () => true, options: FinderOptions = {}): (text: string) => Replacement[] {
  const { tagged = true, words = true } = options
  const engine = new Engine(plan(options), DETECTORS.filter(only), [], { tagged, titles: tagged })
  if (!words) Object.assign(engine, { program: new Program(engine.detectors, new WordTable()) })
  return (text) => {
    const found: Replacement[] = []
    const run = new Run(engine, (r) => found.push(r), false)
    run.whole(text)
    return found
  }
}
