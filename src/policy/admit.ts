import type { Problem } from '../errors'
import { STRATEGIES } from '../transform/index'
import type { Basis } from '../transform/strategy'
import type { Resolved } from './check'

/**
 * Highest threshold Safe Harbor policies take for what must be removed. The project's own limit: above it next to
 * nothing would be found, which is `keep` by another name.
 */
export const MAX_SAFE_HARBOR_THRESHOLD = 0.9

/** Every use of a strategy the basis does not admit: one problem for each place and authority, naming all its kinds. */
export function admit(basis: Basis, resolved: readonly Resolved[]): Problem[] {
  const groups = new Map<string, { readonly path: string; readonly text: string; readonly kinds: string[]; readonly fix: string }>()
  const put = (path: string, text: string, kind: string, fix: string): void => {
    const key = `${path}\n${text}`
    const group = groups.get(key)
    if (group === undefined) groups.set(key, { path, text, kinds: [kind], fix })
    else group.kinds.push(kind)
  }
  for (const r of resolved) {
    const { admitted, cite, why } = STRATEGIES[r.strategy].admits(basis, r.label, r.subtype)
    if (!admitted) put(r.from, `${r.strategy} is not admitted under ${basis} (${cite}): ${why}`, r.kind, 'Use label, remove, mask or generalise, or choose another basis.')
    const limited = basis === 'safe-harbor' && r.threshold > MAX_SAFE_HARBOR_THRESHOLD && !STRATEGIES.keep.admits(basis, r.label, r.subtype).admitted
    if (limited)
      put(
        r.thresholdFrom,
        `A threshold over ${MAX_SAFE_HARBOR_THRESHOLD} keeps what Safe Harbor requires to be removed (${STRATEGIES.keep.admits(basis, r.label, r.subtype).cite}).`,
        r.kind,
        `Set ${MAX_SAFE_HARBOR_THRESHOLD} or less.`,
      )
  }
  return [...groups.values()].map(({ path, text, kinds, fix }) => ({ path, message: `${kinds.join(', ')}: ${text}`, fix }))
}
