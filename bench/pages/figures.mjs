// The figures of a label, from what the other commands have saved: bench/results/quality.json (npm run quality),
// docs/fuzz.md (npm run fuzz), bench/results/profile.json (npm run pages -- --save).
import { cells } from './markdown.mjs'

/** Corpora with fewer identifiers of a label say little of its recall. */
export const ENOUGH = 10

/**
 * By corpus with anything to tell of the label: identifiers, recall, characters, right label (shares of 1), and false
 * findings, as a count and per 10,000 characters. Per 10,000 is told from the corpus' own rate: all its false findings
 * have the same characters below them.
 */
export function recallOf(label, { corpora }) {
  return Object.entries(corpora).flatMap(([corpus, c]) => {
    const all = Object.values(c.falseByLabel ?? {}).reduce((n, x) => n + x, 0)
    const count = c.falseByLabel?.[label] ?? 0
    const of = c.categories?.[label]
    const gold = of?.gold ?? 0
    if (gold === 0 && count === 0) return []
    return [{ corpus, gold, recall: of?.recall ?? null, charRecall: of?.charRecall ?? null, typed: of?.typed ?? null, count, per10k: all === 0 ? 0 : (c.falsePer10k * count) / all }]
  })
}

/** Lowest and highest recall over the corpora with enough identifiers; null if there is none. */
export function recallRange(rows) {
  const recalls = rows.filter((r) => r.gold >= ENOUGH && r.recall !== null).map((r) => r.recall)
  return recalls.length === 0 ? null : [Math.min(...recalls), Math.max(...recalls)]
}

/** The tables of docs/fuzz.md by the title of their section: rows as objects, by column. */
export function readFuzz(markdown) {
  const tables = {}
  for (const section of markdown.split(/^## /m).slice(1)) {
    const [title, ...lines] = section.split('\n')
    const [head, , ...rows] = lines.filter((l) => l.startsWith('|'))
    if (head === undefined) continue
    const names = cells(head)
    tables[title.trim()] = rows.map((row) => Object.fromEntries(cells(row).map((c, i) => [names[i], c])))
  }
  return tables
}

/** What fuzzing says of a label: its row, the attacks that cost recall, its forms that fall short, what looks alike. */
export function fuzzOf(label, tables) {
  const of = (title) => (tables[title] ?? []).filter((r) => r.Label === label)
  const attacks = of('Attacks').flatMap((row) => Object.entries(row).filter(([name, points]) => name !== 'Label' && Number(points) > 0))
  const alike = (tables['Look-alikes taken for identifiers'] ?? []).filter((r) => new RegExp(`\\b${label} [1-9]`).test(r.Labels))
  return { row: of('Recall by label')[0], attacks, short: of('Forms that fall short'), alike }
}

/** Median of each figure over runs of bench/speed/profile.mjs --json: one run has spikes of other work on the machine. */
export function medians(runs) {
  const median = (list) => [...list].sort((a, b) => a - b)[list.length >> 1]
  const round = (x) => Number(x.toPrecision(4))
  const merged = (key, fields) => runs[0][key].map((one) => ({ name: one.name.trim(), ...Object.fromEntries(fields.map((f) => [f, round(median(runs.map((r) => r[key].find((x) => x.name === one.name)[f])))])) }))
  const detectors = merged('detectors', ['ns', 'calls', 'perCall', 'found']).sort((a, b) => (a.name < b.name ? -1 : 1))
  return { kb: round(runs[0].kb), stages: merged('stages', ['ns']), detectors }
}

/** ns per KB of a label's detectors, each run alone, and their sum; a detector newer than the profile has none. */
export function costOf(detectors, profile) {
  const by = new Map(profile.detectors.map((d) => [d.name, d]))
  const each = new Map(detectors.map((d) => [d.id, by.get(d.id)]))
  const total = profile.stages.find((s) => s.name === 'total').ns
  return { each, sum: [...each.values()].reduce((n, d) => n + (d?.ns ?? 0), 0), total }
}
