import * as v from 'valibot'
import type { Problem } from '../errors'
import { isLabel, type Kind, LABELS, type Label, SUBTYPES, type Subtype } from '../labels'
import { isStrategyName, STRATEGIES, STRATEGY_NAMES, type StrategyName } from '../transform/index'
import { BASES, type Strategy } from '../transform/strategy'
import { KIND_NAMES, KINDS, kindOf } from './kinds'
import { MAX_ENTRY, PolicySchema, ThresholdSchema } from './schema'
import { suggestion } from './suggest'

/** A finding counts from this score on unless the policy says otherwise. */
export const DEFAULT_THRESHOLD = 0.5

/** What a kind comes to once fallbacks and defaults are applied. */
export interface Resolved {
  readonly kind: Kind
  readonly label: Label
  readonly subtype: Subtype | undefined
  readonly strategy: StrategyName
  readonly params: Readonly<Record<string, unknown>>
  readonly threshold: number
  /** Where in the policy the strategy, the threshold was written; '' for the built-in default. */
  readonly from: string
  readonly thresholdFrom: string
}

export interface Checked {
  /** Empty if and only if `policy` has the shape it claims. */
  readonly problems: readonly Problem[]
  readonly resolved: readonly Resolved[]
}

interface Ref {
  readonly strategy: StrategyName
  readonly params: Readonly<Record<string, unknown>>
}

type Report = (path: string, message: string, fix: string) => void

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value)

/** Every mistake of shape and sense at once. Admissibility is apart, in `admit`. */
export function check(policy: unknown): Checked {
  const problems: Problem[] = []
  const report: Report = (path, message, fix) => problems.push({ path, message, fix })
  if (!isObject(policy)) {
    report('', 'A policy is an object.', 'Start from safeHarbor().')
    return { problems, resolved: [] }
  }
  checkKeys(policy, Object.keys(PolicySchema.entries), '', report)
  checkHead(policy, report)
  const refs = new Map<string, Ref>()
  const base = policy.default === undefined ? undefined : checkRef(policy.default, 'default', report)
  checkLabels(policy.labels, refs, report)
  const thresholds = checkThresholds(policy.thresholds, report)
  const resolved = resolve(base, refs, thresholds)
  checkSense(resolved, report)
  checkLists(policy, resolved, report)
  if (problems.length === 0) for (const issue of v.safeParse(PolicySchema, policy).issues ?? []) report(v.getDotPath(issue) ?? '', `Expected ${issue.expected ?? 'another value'}.`, 'See policy.schema.json.')
  return { problems, resolved }
}

function checkKeys(object: Record<string, unknown>, known: readonly string[], path: string, report: Report): void {
  for (const key of Object.keys(object)) if (!known.includes(key)) report(join(path, key), 'Unknown key.', suggestion(key, known))
}

function checkHead(policy: Record<string, unknown>, report: Report): void {
  const { name, basis, referenceDate, $schema } = policy
  if (!v.is(PolicySchema.entries.name, name)) report('name', 'The name is not usable.', 'Give 1 to 64 letters, digits, spaces, dots, dashes or underscores; the first a letter or digit.')
  else if (/compliant|compliance/i.test(name)) report('name', 'A policy cannot say that its output is compliant.', 'Name what it does, for example "discharge notes".')
  else if (basis !== 'safe-harbor' && /safe[ ._-]?harbou?r/i.test(name)) report('name', 'The name says Safe Harbor, the basis does not.', 'Set basis to "safe-harbor" or choose another name.')
  if (!v.is(PolicySchema.entries.basis, basis)) report('basis', 'Unknown basis.', suggestion(word(basis), BASES))
  if (referenceDate !== undefined && !realDate(referenceDate)) report('referenceDate', 'Not a date.', 'Write YYYY-MM-DD, for example "2026-01-31".')
  if ($schema !== undefined && typeof $schema !== 'string') report('$schema', 'Not a string.', 'Give the address of the JSON Schema, or leave it out.')
}

function realDate(value: unknown): boolean {
  if (typeof value !== 'string' || !/^\d{4}-\d{2}-\d{2}$/.test(value)) return false
  const date = new Date(`${value}T00:00:00Z`)
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(value) && Number(value.slice(0, 4)) >= 1900
}

function checkLabels(labels: unknown, refs: Map<string, Ref>, report: Report): void {
  if (labels === undefined) return
  if (!isObject(labels)) {
    report('labels', 'Not an object.', 'Write { "DATE": "generalise" }.')
    return
  }
  checkKeys(labels, KIND_NAMES, 'labels', report)
  for (const { kind, label } of KINDS) {
    const written = Object.hasOwn(labels, kind) ? labels[kind] : undefined
    if (written === undefined) continue
    const ref = checkRef(written, `labels.${kind}`, report)
    if (ref === undefined) continue
    refs.set(kind, ref)
    const { labels: meant } = STRATEGIES[ref.strategy]
    if (meant !== 'all' && !meant.includes(label)) report(`labels.${kind}`, `${ref.strategy} has no meaning for ${label}.`, `It serves ${meant.join(', ')}; use label, remove or mask here.`)
  }
}

function checkRef(written: unknown, path: string, report: Report): Ref | undefined {
  const name = isObject(written) ? written.use : written
  if (!isStrategyName(name)) {
    if (isObject(written) && name === undefined) report(path, 'The strategy is missing.', 'Write { "use": "mask", "width": 6 }.')
    else if (typeof name === 'string') report(isObject(written) ? `${path}.use` : path, 'Unknown strategy.', suggestion(name, STRATEGY_NAMES))
    else report(path, 'Not a strategy.', `Write one of ${STRATEGY_NAMES.join(', ')}, or { "use": …, parameters }.`)
    return undefined
  }
  const { params: entries } = STRATEGIES[name] as Strategy
  const params: Record<string, unknown> = {}
  const given = isObject(written) ? written : {}
  for (const [key, schema] of Object.entries(entries)) {
    const result = v.safeParse(schema as v.GenericSchema, given[key])
    if (result.success) params[key] = result.output
    else report(`${path}.${key}`, `Not a value of ${key}.`, `It takes ${result.issues.map((i) => i.expected).join(' and ')}.`)
  }
  checkKeys(given, ['use', ...Object.keys(entries)], path, report)
  return { strategy: name, params }
}

function checkThresholds(thresholds: unknown, report: Report): ReadonlyMap<string, number> {
  const out = new Map<string, number>()
  if (thresholds === undefined) return out
  if (!isObject(thresholds)) {
    report('thresholds', 'Not an object.', 'Write { "NAME": 0.6 }.')
    return out
  }
  checkKeys(thresholds, KIND_NAMES, 'thresholds', report)
  for (const kind of KIND_NAMES) {
    const value = Object.hasOwn(thresholds, kind) ? thresholds[kind] : undefined
    if (value === undefined) continue
    if (v.is(ThresholdSchema, value)) out.set(kind, value)
    else report(`thresholds.${kind}`, 'Not a threshold.', 'Give a number from 0 to 1.')
  }
  return out
}

/** What generalising leaves must be allowed to stay: otherwise the policy contradicts itself, and scrubbing twice differs from once. */
function checkSense(resolved: readonly Resolved[], report: Report): void {
  for (const [label, rest, what] of [
    ['DATE', 'DATE/year', 'year'],
    ['GEO', 'GEO/state', 'State'],
  ] as const) {
    const left = resolved.find((r) => r.kind === rest)
    if (left === undefined || left.strategy === 'keep' || left.strategy === 'generalise') continue
    for (const r of resolved) {
      if (r.label !== label || r.kind === rest || r.strategy !== 'generalise' || r.kind === 'GEO/zip') continue
      report(`labels.${r.kind}`, `${r.kind} is generalised to the ${what}, and ${rest} is not kept.`, `Use "label" for ${r.kind} too, or keep ${rest}.`)
    }
  }
}

function resolve(base: Ref | undefined, refs: ReadonlyMap<string, Ref>, thresholds: ReadonlyMap<string, number>): Resolved[] {
  const fallback: Ref = base ?? { strategy: 'label', params: {} }
  return KINDS.map(({ kind, label, subtype }) => {
    const at = [kind, label].find((k) => refs.has(k))
    const thresholdAt = [kind, label].find((k) => thresholds.has(k))
    return {
      kind,
      label,
      subtype,
      ...(at === undefined ? fallback : (refs.get(at) as Ref)),
      threshold: thresholdAt === undefined ? DEFAULT_THRESHOLD : (thresholds.get(thresholdAt) as number),
      from: at !== undefined ? `labels.${at}` : base !== undefined ? 'default' : '',
      thresholdFrom: thresholdAt === undefined ? '' : `thresholds.${thresholdAt}`,
    }
  })
}

/** Entries may be identifiers themselves: no message repeats one. */
function checkLists(policy: Record<string, unknown>, resolved: readonly Resolved[], report: Report): void {
  const denied = new Set<string>()
  each(policy.deny, 'deny', report, (entry, path) => {
    if (!isObject(entry)) return report(path, 'Not an entry.', 'Write { "label": "NAME", "text": "…" }.')
    checkKeys(entry, ['label', 'subtype', 'text'], path, report)
    if (checkEntry(entry.text, `${path}.text`, report)) denied.add((entry.text as string).toLowerCase())
    const { label, subtype } = entry
    if (!isLabel(label)) return report(`${path}.label`, 'Unknown label.', suggestion(word(label), LABELS))
    const subtypes: readonly string[] = SUBTYPES[label]
    if (subtype !== undefined && !subtypes.includes(subtype as string)) return report(`${path}.subtype`, `${label} has no such subtype.`, subtypes.length === 0 ? 'Leave it out.' : suggestion(word(subtype), subtypes))
    const kind = kindOf(label, subtype as Subtype | undefined)
    if (resolved.find((r) => r.kind === kind)?.strategy === 'keep') report(path, `The entry is to be removed, but ${kind} is kept.`, 'Give it another label or do not keep that kind.')
  })
  each(policy.allow, 'allow', report, (entry, path) => {
    if (checkEntry(entry, path, report) && denied.has((entry as string).toLowerCase())) report(path, 'The entry is on the deny list too.', 'Take it off one of the lists.')
  })
}

function each(list: unknown, path: string, report: Report, visit: (entry: unknown, path: string) => void): void {
  if (Array.isArray(list)) for (const [i, entry] of list.entries()) visit(entry, `${path}.${i}`)
  else if (list !== undefined) report(path, 'Not a list.', 'Write [ … ].')
}

function checkEntry(text: unknown, path: string, report: Report): boolean {
  if (typeof text !== 'string') report(path, 'Not a text.', 'Give the words to look for.')
  else if (text.length > MAX_ENTRY) report(path, `Longer than ${MAX_ENTRY} characters.`, 'Give a shorter part of it.')
  else if (!/[\p{L}\p{N}]/u.test(text)) report(path, 'Without any letter or digit.', 'Give at least one letter or digit.')
  else return true
  return false
}

const word = (value: unknown): string => (typeof value === 'string' ? value : '')

const join = (path: string, key: string): string => (path === '' ? key.slice(0, 60) : `${path}.${key.slice(0, 60)}`)
