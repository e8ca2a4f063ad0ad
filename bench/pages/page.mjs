// The page of one label.
import { ENOUGH } from './figures.mjs'
import { code, plain, sample, table } from './markdown.mjs'
import { triggers } from './words.mjs'

export const percent = (share) => (share === null ? '–' : (100 * share).toFixed(2))
export const whole = (ns) => String(Math.round(ns))
/** The formatter would pad every table to its widest cell. */
export const IGNORE = '<!-- biome-ignore-all format: made by npm run pages -->'
const few = (n, one, many) => `${n} ${n === 1 ? one : many}`

/**
 * Markdown of a page. `of`: label, section, law (see law.mjs), kinds (explained, with example), detectors, hits, misses
 * (chosen rows) and how many there are of each, recall, fuzz, cost, tags (the tagger knows the label), tagged
 * (createDeidentifier runs it), measuredTagged (the saved figures are with it).
 */
export function page(of, bitNames) {
  const parts = [
    `${IGNORE}\n\n# ${of.label}`,
    `${code(of.label)}, 45 CFR 164.514(b)(2)(i)(${of.section}), covers ${of.law.covers}.`,
    law(of),
    '## What becomes of it',
    kinds(of),
    '## What it finds',
    finds(of),
    '## What it leaves',
    leaves(of),
    '## Detectors and their authority',
    detectors(of, bitNames),
    '## Recall and false findings',
    quality(of),
    ...fuzz(of),
    '## Cost',
    cost(of),
    '[All labels](README.md). Made by `npm run pages` from the registry, the test tables and the saved figures; a change made here by hand is lost.',
  ]
  return `${parts.join('\n\n')}\n`
}

function law({ law: { words, stays, reading } }) {
  const lines = [`- **The law:** "${words}."`]
  if (stays !== '') lines.push(`- **May stay:** ${stays}`)
  if (reading !== '') lines.push(`- **In doubt:** ${reading}`)
  return lines.join('\n')
}

function kinds({ kinds: list }) {
  const rows = list.map((k) => [code(k.kind), code(k.strategy), plain(k.effect), k.strategy === 'keep' ? '–' : String(k.threshold)])
  return `Under \`safeHarbor()\` with nothing changed; [policies](../policies.md) tell how to have it otherwise.\n\n${table(['kind', 'strategy', 'what is left', 'from which score on'], rows)}`
}

function finds({ hits, hitCount, label, tags, tagged, kinds: explained }) {
  const kept = keptOf(explained)
  const rows = hits.map((r) => [code(r.text), plain(r.reason), kept.has(r.kind) ? `${code(r.detector)}, kept by default` : code(r.detector)])
  const rest = hitCount > hits.length ? ` These are ${hits.length} of ${hitCount}; the others are in \`test/detectors/${file(label)}.test.ts\`.` : ''
  const adds = tagged ? 'a learned tagger adds findings of this label in running text' : 'a learned tagger can add findings of this label in running text, but `createDeidentifier` does not run it in this version'
  const tagger = tags ? ` The rules work by evidence beside the ${label === 'NAME' ? 'name' : 'place'}; ${adds} ([model card](../model-card.md)). The table shows the rules alone.` : ''
  return `« and » enclose what is found, ⏎ is a line break, ⇥ a tab. All of it is invented.${rest}${tagger}\n\n${table(['text', 'why it is in the tests', 'found by'], rows)}`
}

function leaves({ misses, missCount, label, tags }) {
  const rows = misses.map((r) => [code(r.text), plain(r.reason), r.taken.length === 0 ? 'stays' : r.taken.map((t) => code(t.replace(' (tagger)', '')) + (t.endsWith(' (tagger)') ? ' (tagger)' : '')).join(', ')])
  const rest = missCount > misses.length ? ` These are ${misses.length} of ${missCount}.` : ''
  const who = tags ? `the rules of ${code(label)} leave` : `${code(label)} leaves`
  return `What looks like it and is not: under \`safeHarbor()\` ${who} these alone. The last column says which label the whole engine finds there instead; a part of the text is enough.${rest}\n\n${table(['text', 'because', 'whole engine'], rows)}`
}

function detectors({ detectors: list, cost: { each }, kinds: explained }, names) {
  const kept = keptOf(explained)
  const row = (d) => [code(d.id), subtypes(d), plain(d.authority), triggers(d, names), `${d.reach.behind} / ${d.reach.ahead}`, ...costs(each.get(d.id), isKept(d, kept))]
  const phrases = list.filter((d) => (d.cues ?? []).length > 0).map((d) => `- ${code(d.id)}: ${sample(d.cues, 8)}`)
  const head = ['detector', 'subtypes', 'authority', 'asked at', 'reach', 'ns per KB', 'asked per KB']
  const text = `_Reach_: how many characters before and after the start of what sets it off a detector may read. The longest of all detectors is part of [what a stream holds back](../architecture.md#what-is-held-back). _ns per KB_, _asked per KB_: on clinical notes under \`safeHarbor()\`, which does not run a detector of which it keeps every kind.`
  return [text, table(head, list.map(row)), ...(phrases.length === 0 ? [] : ['Phrases that set them off (some of them; letters and digits are read apart):', phrases.join('\n')])].join('\n\n')
}

const keptOf = (explained) => new Set(explained.filter((k) => k.strategy === 'keep').map((k) => k.kind))
const kindsOf = (d) => [...((d.plain ?? (d.subtypes ?? []).length === 0) ? [d.label] : []), ...(d.subtypes ?? []).map((s) => `${d.label}/${s}`)]
const isKept = (d, kept) => kindsOf(d).every((kind) => kept.has(kind))
const costs = (measured, keeps) => (measured === undefined ? [keeps ? 'not run' : '–', '–'] : [whole(measured.ns), measured.calls.toFixed(2)])
const subtypes = (d) => [...((d.plain ?? (d.subtypes ?? []).length === 0) ? ['–'] : []), ...(d.subtypes ?? []).map(code)].join(' ')

function quality({ recall, tags, tagged, measuredTagged, label }) {
  if (recall.length === 0) return 'No corpus has identifiers of this label, and none has false findings of it.'
  const rows = recall.map((r) => [plain(r.corpus), String(r.gold), percent(r.recall), percent(r.charRecall), percent(r.typed), String(r.count), r.per10k.toFixed(2)])
  const apart =
    measuredTagged === tagged
      ? ''
      : ` **They were saved ${measuredTagged ? 'with the tagger, which `createDeidentifier` does not run in this version' : 'before the tagger was measured: those of today are better told in [quality](../quality.md)'}.**`
  const tagger = tags ? `${apart} What the tagger adds to the rules of ${code(label)} is told in the [model card](../model-card.md) and in [quality](../quality.md).` : ''
  return `On the corpora of [quality](../quality.md), as they were saved by \`npm run quality -- --save\` (the page linked may hold a later run), in per cent. _Recall_: every letter and digit covered by findings of any label. _Characters_: share of letters and digits covered. _Right label_: covered under this label or one of the same form. _False_: findings of this label that touch no identifier (of corpora without identifiers: all), and how many in 10,000 characters. Rows of fewer than ${ENOUGH} identifiers say little.${tagger}\n\n${table(['corpus', 'identifiers', 'recall', 'characters', 'right label', 'false', 'false per 10k'], rows)}`
}

function fuzz({ fuzz: { row, attacks, short, alike } }) {
  if (row === undefined) return []
  const attacked = attacks.length === 0 ? 'No attack costs recall.' : `Recall lost under attack, in points: ${attacks.map(([name, points]) => `${name} ${points}`).join(', ')}; the other attacks cost nothing.`
  const parts = [
    '## Recall by form',
    `Invented identifiers in every form of the authorities, from [fuzzing](../fuzz.md), as it was last saved, in per cent: beside a label, in prose that announces nothing, and in broken surroundings. ${attacked}`,
    table(['forms', 'cases', 'labelled', 'labelled, right label', 'neutral', 'hostile'], [[row.Forms, row.Cases, row['Labelled %'], row['typed %'] ?? '–', row['Neutral %'], row['Hostile %']]]),
  ]
  if (short.length > 0)
    parts.push(
      'Forms that fall short, below 97 % beside a label or in neutral prose; after the arrow what was found:',
      table(
        ['form', 'labelled', 'neutral', 'hostile', 'case'],
        short.map((s) => [plain(s.Form), s['Labelled %'], s['Neutral %'], s['Hostile %'], s.Case]),
      ),
    )
  if (alike.length > 0)
    parts.push(
      'Look-alikes that were taken for it:',
      table(
        ['kind', 'touched', 'case'],
        alike.map((a) => [plain(a.Kind), plain(a.Touched), a.Case]),
      ),
    )
  return parts
}

function cost({ label, cost: { each, sum, total }, detectors: list, kinds: explained, tags, profile }) {
  const { machine, runs, kb } = profile
  const kept = keptOf(explained)
  const fresh = list.filter((d) => each.get(d.id) === undefined && !isKept(d, kept)).length
  const missing = fresh === 0 ? '' : ` ${few(fresh, 'detector is', 'detectors are')} newer than the profile and not counted.`
  const run = list.filter((d) => each.get(d.id) !== undefined).length
  const tagger = tags && !profile.stages.some((s) => /tag/.test(s.name)) ? ' The tagger is not in these figures.' : ''
  return `${few(run, 'detector takes', 'detectors take')} **${whole(sum)} ns per KB** of clinical notes together, each run alone; a whole run takes ${whole(total)} ns per KB, of which ${code(label)} is ${((100 * sum) / total).toFixed(1)} %.${missing}${tagger} Median of ${runs} runs of \`npm run bench:profile\` over ${whole(kb)} KB of invented notes on ${plain(machine.cpu)}, ${machine.cores} cores, Node ${machine.node}: shares hold elsewhere, nanoseconds do not.`
}

/** `HEALTH_PLAN` → `health-plan`. */
export const file = (label) => label.toLowerCase().replaceAll('_', '-')
