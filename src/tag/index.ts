import type { Detector } from '../detect/detector'
import type { Label, Subtype } from '../labels'
import { AHEAD, BEHIND } from './features'
import { KIND_OF } from './tags'

const AUTHORITY = '45 CFR 164.514(b)(2)(i)(A), (B); learned, see docs/model-card.md'
const of = (label: Label): Subtype[] => [...new Set(KIND_OF.slice(1).flatMap(([l, s]) => (l === label ? [s] : [])))]

/** What the tagger is to the rest of the engine: detectors that are never asked, because it speaks for them. */
export const TAGGED: readonly Detector[] = (['NAME', 'GEO'] as const).map((label) => ({
  id: `tag-${label.toLowerCase()}`,
  label,
  subtypes: of(label),
  plain: false,
  authority: AUTHORITY,
  reach: { behind: BEHIND + 32, ahead: AHEAD + 96 },
}))

export { Tagger } from './tagger'
