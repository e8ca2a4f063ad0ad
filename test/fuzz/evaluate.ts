import { createDeidentifier, type Finding, LABELS, type Label, type ReceiptPosition, safeHarbor } from '../../src/index'
import { ATTACKS, attack } from './attacks'
import { type Case, makeCase, SETTINGS, type Setting } from './contexts'
import { covered, type Marked } from './form'
import { GRAMMARS } from './grammars/index'
import { NEGATIVES, type Negative } from './negatives'
import { Rng, seedOf } from './prng'

type Span = Pick<Finding, 'start' | 'end' | 'label'>

/** Labels that are right for one another: a fax number found as a phone number is found. */
const FAMILIES: readonly (readonly Label[])[] = [
  ['NAME'],
  ['GEO'],
  ['DATE', 'AGE'],
  ['PHONE', 'FAX'],
  ['EMAIL', 'URL', 'IP'],
  ['SSN', 'MRN', 'HEALTH_PLAN', 'ACCOUNT', 'LICENSE', 'VEHICLE', 'DEVICE', 'OTHER_ID'],
  ['BIOMETRIC', 'PHOTO'],
]
const familyOf = (label: Label): readonly Label[] => FAMILIES.find((f) => f.includes(label))!

export interface Tally {
  cases: number
  found: number
  typed: number
  readonly misses: string[]
}

export interface LabelReport {
  readonly label: Label
  /** By setting, then by form. */
  readonly forms: Readonly<Record<Setting, ReadonlyMap<string, Tally>>>
  /** By setting, then by context. */
  readonly contexts: Readonly<Record<Setting, ReadonlyMap<string, Tally>>>
  /** Labelled cases by field label. */
  readonly words: ReadonlyMap<string, Tally>
  readonly attacks: ReadonlyMap<string, { readonly before: Tally; readonly after: Tally }>
}

const deid = createDeidentifier(safeHarbor())

function findIn(c: Marked & { readonly cut?: number }): readonly Span[] {
  if (c.cut === undefined || c.cut < 0) return deid.find(c.text)
  let positions: readonly ReceiptPosition[] = []
  const stream = deid.open({
    positions: 1000,
    onReceipt: (receipt) => {
      positions = receipt.positions ?? []
    },
  })
  stream.push(c.text.slice(0, c.cut))
  stream.push(c.text.slice(c.cut))
  stream.end()
  return positions
}

const empty = (): Tally => ({ cases: 0, found: 0, typed: 0, misses: [] })
const MAX_MISSES = 200

/** A text with the stretches that must be covered between « and », and line breaks shown. */
export function shown(m: Marked): string {
  let s = ''
  for (let i = 0; i < m.text.length; i++) {
    if (m.must[i] && !m.must[i - 1]) s += '«'
    if (!m.must[i] && m.must[i - 1]) s += '»'
    s += m.text[i]
  }
  s = (m.must[m.must.length - 1] ? `${s}»` : s)
    .replace(/\n/g, '⏎')
    .replace(/\r/g, '␍')
    .replace(/\t/g, '⇥')
    .replace(/\u001d/g, '␝')
  return s.length > 220 ? `${s.slice(0, 200)}…${s.slice(-15)}` : s
}

function count(tally: Tally, m: Marked, spans: readonly Span[], label: Label): boolean {
  tally.cases++
  const family = familyOf(label)
  if (covered(m, spans)) tally.found++
  else if (tally.misses.length < MAX_MISSES) tally.misses.push(`${shown(m)}  → ${spans.length === 0 ? 'nothing' : spans.map((s) => `${s.label} ${JSON.stringify(m.text.slice(s.start, s.end).slice(0, 60))}`).join(', ')}`)
  const typed = covered(
    m,
    spans.filter((s) => family.includes(s.label)),
  )
  if (typed) tally.typed++
  return typed
}

function at(map: Map<string, Tally>, key: string): Tally {
  const t = map.get(key) ?? empty()
  map.set(key, t)
  return t
}

export const recall = (t: Tally): number => (t.cases === 0 ? 1 : t.found / t.cases)
export const sum = (all: Iterable<Tally>): Tally => {
  const total = empty()
  for (const t of all) {
    total.cases += t.cases
    total.found += t.found
    total.typed += t.typed
  }
  return total
}

/** `perForm` cases of every form in every setting; every labelled case is then attacked in `attacks` of the ways. */
export function runLabel(label: Label, seed: number, perForm: number, attacks = ATTACKS.length, settings: readonly Setting[] = SETTINGS): LabelReport {
  const grammar = GRAMMARS[label]
  const forms = { labelled: new Map<string, Tally>(), neutral: new Map<string, Tally>(), hostile: new Map<string, Tally>() }
  const contexts = { labelled: new Map<string, Tally>(), neutral: new Map<string, Tally>(), hostile: new Map<string, Tally>() }
  const words = new Map<string, Tally>()
  const attacked = new Map<string, { before: Tally; after: Tally }>()
  for (const form of grammar.forms) {
    const r = new Rng(seedOf(`${label} ${form.name}`, seed))
    for (const setting of settings)
      for (let n = 0; n < perForm; n++) {
        const c = makeCase(r, grammar, form, setting)
        if (c === null) break
        const spans = findIn(c)
        count(at(forms[setting], form.name), c, spans, label)
        count(at(contexts[setting], c.context), c, spans, label)
        if (c.word !== '') count(at(words, c.word), c, spans, label)
        if (setting === 'labelled') attackCase(c, spans)
      }

    function attackCase(c: Case, spans: readonly Span[]): void {
      for (let k = 0; k < attacks; k++) {
        const a = attacks === ATTACKS.length ? ATTACKS[k] : r.pick(ATTACKS)
        const m = attack(a, c, r)
        if (m === null) continue
        const pair = attacked.get(a.name) ?? { before: empty(), after: empty() }
        attacked.set(a.name, pair)
        count(pair.before, c, spans, label)
        // Only what the attack itself cost is listed.
        const kept = pair.after.misses.length
        count(pair.after, m, findIn(m), label)
        if (pair.after.misses.length > kept) {
          if (!covered(c, spans)) pair.after.misses.pop()
          else pair.after.misses[kept] = `${form.name}: ${pair.after.misses[kept]}`
        }
      }
    }
  }
  return { label, forms, contexts, words, attacks: attacked }
}

export const runLabels = (labels: readonly Label[], seed: number, perForm: number): LabelReport[] => labels.map((l) => runLabel(l, seed, perForm))

export interface NegativeReport {
  readonly kind: string
  readonly cases: number
  /** Cases in which a finding touches the code. */
  readonly wrong: number
  /** Findings in the sentence around it. */
  readonly beside: number
  readonly labels: ReadonlyMap<string, number>
  readonly examples: readonly string[]
}

export function runNegatives(seed: number, perKind: number): NegativeReport[] {
  return NEGATIVES.map((n: Negative) => {
    const r = new Rng(seedOf(n.kind, seed))
    const labels = new Map<string, number>()
    const examples: string[] = []
    let wrong = 0
    let beside = 0
    for (let i = 0; i < perKind; i++) {
      const { text, start, end } = n.make(r)
      const found = deid.find(text)
      const touching = found.filter((f) => f.start < end && f.end > start)
      beside += found.length - touching.length
      if (touching.length > 0) wrong++
      for (const f of found) {
        labels.set(f.label, (labels.get(f.label) ?? 0) + 1)
        examples.push(`${text.replace(/\n/g, '⏎')}  → ${f.label} ${JSON.stringify(text.slice(f.start, f.end))} (${f.detector})`)
      }
    }
    return { kind: n.kind, cases: perKind, wrong, beside, labels, examples }
  })
}

export { ATTACKS, GRAMMARS, LABELS, SETTINGS }
