// docs/labels/README.md: all labels in one table.
import { ENOUGH, recallRange } from './figures.mjs'
import { code, table } from './markdown.mjs'
import { file, IGNORE, percent, whole } from './page.mjs'

/** Markdown of the index, from what the pages are made of. */
export function index(all) {
  const rows = all.map((of) => [`[${of.label}](${file(of.label)}.md)`, `(${of.section})`, of.law.covers.split(':')[0], of.fuzz.row?.Forms ?? '–', range(of.recall), worst(of.recall), whole(of.cost.sum)])
  const [{ profile, cost, tagged, measuredTagged }] = all
  const tags = all
    .filter((of) => of.tags)
    .map((of) => code(of.label))
    .join(' and ')
  const before = tagged && !measuredTagged ? ` Of ${tags} they were saved before the tagger was measured.` : ''
  const adds = tagged ? 'adds findings to those of the rules' : 'can add findings to those of the rules, but `createDeidentifier` does not run it in this version'
  return `${IGNORE}

# Labels

A page for each label: what it finds, what it leaves, its authority, its recall and false findings, its reach and its cost.

${table(['label', '§ 164.514(b)(2)(i)', 'covers', 'forms', 'recall %', 'false per 10k', 'ns per KB'], rows)}

- _Forms_: ways of writing it that [fuzzing](../fuzz.md) tries.
- _Recall_: lowest and highest over the corpora of [quality](../quality.md) with at least ${ENOUGH} of them, as they were saved; every letter and digit covered.${before}
- _False per 10k_: findings of the label that touch no identifier, in 10,000 characters of the corpus where there are most.
- _ns per KB_: its detectors, each run alone, on clinical notes; a whole run takes ${whole(cost.total)} (${profile.machine.cpu}, Node ${profile.machine.node}).
- ${tags}: a learned tagger ${adds}; see the [model card](../model-card.md).

Made by \`npm run pages\`; a change made here by hand is lost.
`
}

function range(recall) {
  const span = recallRange(recall)
  return span === null
    ? '–'
    : span
        .map(percent)
        .filter((p, i, both) => i === 0 || p !== both[0])
        .join(' to ')
}

const worst = (recall) => Math.max(0, ...recall.map((r) => r.per10k)).toFixed(2)
