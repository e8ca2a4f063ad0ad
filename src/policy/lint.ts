import { type Kind, LABELS, SECTIONS, type Section } from '../labels'
import { STRATEGIES } from '../transform/index'
import type { Basis } from '../transform/strategy'
import { DEFAULT_THRESHOLD, type Resolved } from './check'
import { valid } from './compile'
import type { Policy } from './schema'

/** closed: goes as Safe Harbor says; open: something it lists stays; widened: closed, and more goes than must. */
export type Status = 'closed' | 'open' | 'widened'

export interface Reason {
  /** What it does to the paragraph; a note changes nothing. */
  readonly effect: 'open' | 'widened' | 'note'
  readonly kinds: readonly Kind[]
  readonly cite: string
  readonly text: string
}

/** One paragraph of 45 CFR 164.514(b)(2)(i). */
export interface Paragraph {
  readonly section: Section
  readonly title: string
  readonly status: Status
  readonly reasons: readonly Reason[]
}

const TITLES: Readonly<Record<Section, string>> = {
  A: 'Names',
  B: 'Geographic subdivisions smaller than a State',
  C: 'Dates and ages',
  D: 'Telephone numbers',
  E: 'Fax numbers',
  F: 'Email addresses',
  G: 'Social security numbers',
  H: 'Medical record numbers',
  I: 'Health plan beneficiary numbers',
  J: 'Account numbers',
  K: 'Certificate and license numbers',
  L: 'Vehicle identifiers and plates',
  M: 'Device identifiers and serial numbers',
  N: 'URLs',
  O: 'IP addresses',
  P: 'Biometric identifiers',
  Q: 'Full-face photographs',
  R: 'Any other unique number, characteristic or code',
}

type Finding = Omit<Reason, 'kinds'> & { readonly kind: Kind }

/**
 * Measures a policy of any basis against Safe Harbor, paragraph by paragraph. Speaks of the policy alone, not of what
 * the detectors find. Throws `POLICY_INVALID`; a policy that only `compile` would refuse as inadmissible is explained.
 */
export function lint(policy: Policy): Paragraph[] {
  const { resolved } = valid(policy)
  return [...new Set(LABELS.map((l) => SECTIONS[l]))].map((section) => {
    const findings = resolved.filter((r) => SECTIONS[r.label] === section).flatMap((r) => examine(r, policy.basis))
    const has = (effect: Reason['effect']) => findings.some((f) => f.effect === effect)
    return { section, title: TITLES[section], status: has('open') ? 'open' : has('widened') ? 'widened' : 'closed', reasons: gather(findings) }
  })
}

function examine(r: Resolved, basis: Basis): Finding[] {
  const { kind, label, subtype, strategy, threshold } = r
  const keeping = STRATEGIES.keep.admits('safe-harbor', label, subtype)
  const verdict = STRATEGIES[strategy].admits('safe-harbor', label, subtype)
  const out: Finding[] = []
  if (!verdict.admitted) out.push({ effect: 'open', kind, cite: verdict.cite, text: `${strategy}: ${verdict.why}${elsewhere(r, basis)}` })
  else if (strategy === 'keep') out.push({ effect: 'note', kind, cite: keeping.cite, text: `Kept. ${keeping.why}` })
  else if (keeping.admitted) out.push(removedThough(kind, keeping.cite))
  else out.push(...lost(r))
  if (!keeping.admitted && strategy !== 'keep' && threshold > DEFAULT_THRESHOLD) out.push({ effect: 'open', kind, cite: keeping.cite, text: `Findings that score under ${threshold} stay.` })
  return out
}

/** Admitted under the policy's own basis, if that is another. */
function elsewhere({ strategy, label, subtype }: Resolved, basis: Basis): string {
  const own = STRATEGIES[strategy].admits(basis, label, subtype)
  return own.admitted ? ` Under ${basis} (${own.cite}): ${own.why}` : ''
}

/** Gone although it may stay: doubtful kinds are noted, the others are more than required. */
function removedThough(kind: Kind, cite: string): Finding {
  if (kind === 'NAME/clinician') return { effect: 'note', kind, cite, text: 'Removed though it may stay: a clinician can also be a relative or employer.' }
  if (kind === 'GEO/facility') return { effect: 'note', kind, cite, text: 'Removed though not listed: names of facilities hold cities and streets.' }
  return { effect: 'widened', kind, cite, text: 'Removed though it may stay.' }
}

function lost({ kind, strategy }: Resolved): Finding[] {
  if (strategy === 'generalise') return []
  if (kind === 'DATE' || kind === 'DATE/birth') return [{ effect: 'widened', kind, cite: '§164.514(b)(2)(i)(C)', text: 'The year goes too, though it may stay.' }]
  if (kind === 'GEO/zip') return [{ effect: 'widened', kind, cite: '§164.514(b)(2)(i)(B)', text: 'All digits go, though the first three may stay for units of more than 20,000 people.' }]
  return []
}

/** Same reason, all its kinds. */
function gather(findings: readonly Finding[]): Reason[] {
  const out = new Map<string, { effect: Reason['effect']; kinds: Kind[]; cite: string; text: string }>()
  for (const { kind, effect, cite, text } of findings) {
    const key = `${effect}\n${cite}\n${text}`
    const reason = out.get(key)
    if (reason === undefined) out.set(key, { effect, kinds: [kind], cite, text })
    else reason.kinds.push(kind)
  }
  return [...out.values()]
}
