// docs/quality.md.
import { CONFIGURATIONS } from './configurations'
import type { OwnFigures } from './figures'
import type { Results } from './results'
import { ablationTable, casingTable, categoryTable, curveTable, kindTable, markdown, subtypeTable, summaryTable, type Table } from './tables'

const section = (table: Table, level = '##'): string => `${level} ${table.title}\n\n${markdown(table)}\n`

export function doc({ corpora, own, ablation, curves, changed }: Results): string {
  const test = own.own_test
  return `# Quality

Measured on the project's own test documents and on public corpora, by \`npm run quality\`; no rule of the engine was written to name a string because a corpus holds it. Synthetic and role-played text is easier in some ways and odder in others than a hospital's own: measure on yours.

_Recall_: every letter and digit of the identifier is covered. _Char recall_: share of its letters and digits covered. _Typed_: covered under the right label (labels of the same surface form count as one). _False per 10k_: findings that touch no identifier, in 10,000 characters; of \`mtsamples_clean\` and \`mts_dialog\`, which were chosen for holding nearly none, all findings count as false. _Precision_: findings that touch an identifier; of a category, findings under that label. Percentages, and false findings per 10,000 characters by label.

The same run writes bench/results/report/quality.html, which is not in git: these tables, plots of recall and false findings against the threshold and of how far scores are to be believed, and the misses and false findings in \`own_dev\`, in context (\`--shared-examples\`: in the public corpora too).

${markdown(summaryTable(corpora))}

${ownSection(test)}
${ablationSection(ablation)}
## By threshold

What a policy's \`threshold\` costs and saves; it is 0.5 unless a policy says otherwise.

${markdown(curveTable(Object.fromEntries(Object.entries(curves).filter(([name]) => name !== 'own_dev'))))}

${section(categoryTable(corpora))}
## Since the last saved figures

${changed === null ? 'None are saved.' : `\`\`\`text\n${changed.join('\n')}\n\`\`\``}
`
}

function ownSection(test: OwnFigures): string {
  return `## The project's own test documents

\`own_test\`: ${test.docs} documents of ${Object.keys(test.kinds).length} kinds, written by hand for the project, of an author none of whose documents the tagger is trained on or any rule is tuned to. Facilities, clinicians and employers count as identifiers. Its figures are told and its text is never shown; \`own_dev\`, by another author, is there to look at.

${section(subtypeTable(test), '###')}
${section(kindTable(test), '###')}
${section(casingTable(test), '###')}`
}

function ablationSection(ablation: Results['ablation']): string {
  const missing = CONFIGURATIONS.filter((c) => ablation[c.id] === undefined).map((c) => c.title)
  const parts = CONFIGURATIONS.map((c) => `_${c.title}_: ${c.what}`).join('; ')
  return `## What each part adds

Recall of all identifiers, of names and of places, and false findings per 10,000 characters; each row has what the rows above it have. ${parts}.${missing.length === 0 ? '' : ` Not in the engine yet, and not run: ${missing.join(', ')}.`}

${markdown(ablationTable(ablation))}
`
}
