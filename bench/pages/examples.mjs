// Which rows of a label's tables its page shows, and what the engine of today makes of each.
import { spaced } from './markdown.mjs'

/** Rows of one kind on one page. */
export const MAX_ROWS = 40
/** Longer texts are no reading matter. */
const MAX_TEXT = 120

/** `max` of the rows, spread over their groups and, inside one, over their reasons; in the order they had. */
export function spread(rows, max, group) {
  const groups = grouped(rows, group)
  const quota = new Map([...groups.keys()].map((key) => [key, 0]))
  for (let left = Math.min(max, rows.length); left > 0; ) {
    for (const [key, list] of groups) {
      if (left === 0) break
      if (quota.get(key) === list.length) continue
      quota.set(key, quota.get(key) + 1)
      left--
    }
  }
  const chosen = new Set([...groups].flatMap(([key, list]) => byReason(list, quota.get(key))))
  return rows.filter((row) => chosen.has(row))
}

function grouped(rows, group) {
  const groups = new Map()
  for (const row of rows) groups.set(group(row), [...(groups.get(group(row)) ?? []), row])
  return groups
}

function byReason(rows, max) {
  const firsts = [...grouped(rows, (r) => r.reason).values()].map(([row]) => row)
  if (firsts.length >= max) return spaced(firsts, max)
  const rest = rows.filter((row) => !firsts.includes(row))
  return [...firsts, ...spaced(rest, max - firsts.length)]
}

/**
 * What finds. `of(label)`: `all` by the label's detectors, whatever a policy keeps; `kept` by them under safeHarbor(); `whole`
 * as anybody gets it from createDeidentifier(safeHarbor()).
 */
export function finders({ Engine, Run, DETECTORS, compile, createDeidentifier, safeHarbor }) {
  const everything = {
    name: 'pages',
    basis: 'safe-harbor',
    digest: '',
    rule: () => ({ keep: false, threshold: 0.5 }),
    strategy: (label) => ({ name: 'label', replace: () => `[${label}]` }),
    lists: { deny: [], allow: [] },
  }
  const basis = safeHarbor({ referenceDate: '2026-01-01' })
  const policy = compile(basis)
  const by = (engine) => (text) => {
    const found = []
    const run = new Run(engine, (r) => found.push(r), false)
    run.push(text)
    run.end()
    return found
  }
  const deid = createDeidentifier(basis)
  const whole = (text) => deid.find(text)
  const of = (label) => {
    const own = DETECTORS.filter((d) => d.label === label)
    return { all: by(new Engine(everything, own)), kept: by(new Engine(policy, own)), whole }
  }
  return { whole, of }
}

/** Rows that are found as marked by the label's detectors together, with the `detector` and the `kind` of the first mark. */
export function found(hits, { all }, order) {
  const rows = hits.flatMap((row) => {
    const plainText = row.text.replace(/[«»]/g, '')
    const results = all(plainText)
    const detector = results[0]?.detector
    return detector !== undefined && marked(plainText, results) === row.text ? [{ ...row, detector, kind: kindOf(results[0]) }] : []
  })
  return readable(rows).sort((a, b) => order.indexOf(a.detector) - order.indexOf(b.detector))
}

/** Rows of which the label's detectors find nothing, with the labels that the whole engine finds in them: `taken`. */
export function left(misses, { kept, whole }) {
  const rows = misses.filter((row) => kept(row.text).length === 0)
  return readable(rows).map((row) => ({ ...row, taken: [...new Set(whole(row.text).map((r) => (byTagger(r) ? `${r.label} (tagger)` : r.label)))] }))
}

const kindOf = ({ label, subtype }) => (subtype === undefined ? label : `${label}/${subtype}`)
/** Is it of the learned tagger? */
export const byTagger = ({ detector }) => detector.startsWith('tag-')

const readable = (rows) => [...new Map(rows.filter((r) => r.text.length <= MAX_TEXT).map((r) => [r.text, r])).values()]

function marked(text, results) {
  let shown = text
  for (const { start, end } of [...results].reverse()) shown = `${shown.slice(0, start)}«${shown.slice(start, end)}»${shown.slice(end)}`
  return shown
}
