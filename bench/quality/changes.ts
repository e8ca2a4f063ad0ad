// What moved since the committed figures.
import type { Figures, OwnFigures } from './figures'

/** Figures as saved: those of an earlier version may lack parts. */
export type Saved = Readonly<Record<string, Partial<OwnFigures>>>

interface Change {
  readonly what: string
  readonly before: string
  readonly after: string
  readonly by: string
}

/** Five digits are plenty, and keep the committed file from changing for nothing. */
export function rounded<T>(value: T): T {
  return JSON.parse(JSON.stringify(value, (_, v) => (typeof v === 'number' && !Number.isInteger(v) ? Number(v.toFixed(5)) : v)))
}

const POINTS = { scale: 100, digits: 2 }
const RATE = { scale: 1, digits: 3 }

/** Half a unit of the digit before the last shown is a change: recall by 0.05 points, false findings by 0.005 per 10,000. */
function change(what: string, before: unknown, after: unknown, { scale, digits }: typeof POINTS): Change[] {
  if (typeof before !== 'number' || typeof after !== 'number') return []
  const by = (after - before) * scale
  if (Math.abs(by) < 0.5 / 10 ** (digits - 1)) return []
  return [{ what, before: (before * scale).toFixed(digits), after: (after * scale).toFixed(digits), by: signed(by.toFixed(digits)) }]
}

const signed = (s: string): string => (s.startsWith('-') ? s : `+${s}`)

/** `complete`: a corpus that was saved and was not measured is gone. */
export function changes(before: Saved, after: Readonly<Record<string, Figures | OwnFigures>>, complete = true): string[] {
  const lines: string[] = []
  const gathered: Change[] = []
  for (const [name, now] of Object.entries(after)) {
    const was = before[name]
    if (was === undefined) lines.push(`${name}: new`)
    else gathered.push(...ofCorpus(name, was, now))
  }
  lines.push(...gathered.map((c) => `${c.what.padEnd(52)} ${c.before} → ${c.after}  (${c.by})`))
  if (complete) for (const name of Object.keys(before)) if (after[name] === undefined) lines.push(`${name}: gone`)
  return lines.length === 0 ? ['nothing changed'] : lines
}

function ofCorpus(name: string, was: Partial<OwnFigures>, now: Figures | OwnFigures): Change[] {
  const out = [
    ...change(`${name} recall`, was.recall, now.recall, POINTS),
    ...change(`${name} char recall`, was.charRecall, now.charRecall, POINTS),
    ...change(`${name} precision`, was.precision, now.precision, POINTS),
    ...change(`${name} false per 10k`, was.falsePer10k, now.falsePer10k, RATE),
  ]
  const each = (what: string, a: Readonly<Record<string, { recall: number | null }>> | undefined, b: Readonly<Record<string, { recall: number | null }>>): void => {
    for (const [key, f] of Object.entries(b)) out.push(...change(`${name} ${what}${key} recall`, a?.[key]?.recall, f.recall, POINTS))
  }
  each('', was.categories, now.categories)
  if ('casings' in now) {
    each('', was.subtypes, subtypesOnly(now.subtypes))
    each('casing ', was.casings, now.casings)
  }
  return [...out, ...falseOnes(name, was.falseByLabel ?? {}, now.falseByLabel)]
}

/** A label without subtypes stands among the categories already. */
const subtypesOnly = <T>(all: Readonly<Record<string, T>>): Record<string, T> => Object.fromEntries(Object.entries(all).filter(([kind]) => kind.includes('/')))

function falseOnes(name: string, before: Readonly<Record<string, number>>, after: Readonly<Record<string, number>>): Change[] {
  return [...new Set([...Object.keys(before), ...Object.keys(after)])].flatMap((label) => {
    const a = before[label] ?? 0
    const b = after[label] ?? 0
    return a === b ? [] : [{ what: `${name} false ${label}`, before: String(a), after: String(b), by: signed(String(b - a)) }]
  })
}
