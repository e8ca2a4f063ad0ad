// The report: one HTML file that needs nothing from anywhere.
import type { Example, Examples } from './examples'
import { wilson } from './measure'
import { axis, escapeHtml, type Plot, plot } from './plot'
import type { Results } from './results'
import { ablationTable, casingTable, categoryTable, curveTable, kindTable, reliabilityTable, subtypeTable, summaryTable, type Table } from './tables'

const STYLE = `
:root { color-scheme: light dark; --ink: #1c1e21; --soft: #5c636b; --line: #d9dde2; --page: #fff; --c0: #1f5fbf; --c1: #b3541e; --c2: #1d7a4c; --c3: #7a3fa6; --miss: #ffd0cc; --hit: #cdeccf; --false: #ffe7a3; --ignored: #e4e6ea }
@media (prefers-color-scheme: dark) { :root { --ink: #e6e8eb; --soft: #a2a9b2; --line: #3a3f46; --page: #16181b; --c0: #7fb0ff; --c1: #ff9f6b; --c2: #6fd6a0; --c3: #cfa0f5; --miss: #7d2a25; --hit: #22552a; --false: #655010; --ignored: #383c43 } }
body { font: 15px/1.5 system-ui, sans-serif; color: var(--ink); background: var(--page); max-width: 70rem; margin: 2rem auto; padding: 0 1rem }
h1, h2, h3 { line-height: 1.2; margin: 2rem 0 .5rem }
.scroll { overflow-x: auto }
table { border-collapse: collapse; font-variant-numeric: tabular-nums; font-size: 13px }
caption { text-align: left; font-weight: 600; padding: .5rem 0 }
th, td { border-bottom: 1px solid var(--line); padding: .2rem .6rem; text-align: left; vertical-align: top }
td.n, th.n { text-align: right }
figure { margin: 1.5rem 0; max-width: 42rem } figcaption { font-weight: 600 } svg { width: 100%; height: auto }
svg text { fill: var(--soft); font-size: 12px } .grid { stroke: var(--line) } .diagonal { stroke: var(--soft); stroke-dasharray: 3 4 }
.line { fill: none; stroke-width: 2 } .dashed { stroke-dasharray: 6 4 } .dot { stroke: none }
.line.c0 { stroke: var(--c0) } .line.c1 { stroke: var(--c1) } .line.c2 { stroke: var(--c2) } .line.c3 { stroke: var(--c3) }
.dot.c0 { fill: var(--c0) } .dot.c1 { fill: var(--c1) } .dot.c2 { fill: var(--c2) } .dot.c3 { fill: var(--c3) }
.legend { display: flex; flex-wrap: wrap; gap: .3rem 1.2rem; margin: 0; color: var(--soft); font-size: 13px }
.key { display: inline-block; width: 1.4rem; border-top: 3px solid; margin-right: .4rem; vertical-align: middle } .key.dashed { border-top-style: dashed }
.key.c0 { color: var(--c0) } .key.c1 { color: var(--c1) } .key.c2 { color: var(--c2) } .key.c3 { color: var(--c3) }
.example { margin: .4rem 0; padding: .3rem .6rem; border-left: 3px solid var(--line); overflow-wrap: anywhere } .example small { color: var(--soft); display: block }
mark { color: inherit; border-radius: 2px } mark.missed { background: var(--miss) } mark.hit { background: var(--hit) } mark.false { background: var(--false) } mark.ignored { background: var(--ignored) }
summary { cursor: pointer; padding: .2rem 0 }`

/** `made`: when, as it should stand there. */
export function report(results: Results, examples: readonly Examples[], made: string): string {
  const { corpora, own, ablation, curves, bins, changed } = results
  const parts = Object.entries(own).map(([name, f]) => `<h2>${name}</h2>${[subtypeTable(f), kindTable(f), casingTable(f)].map((t) => table({ ...t, id: `${name}-${t.id}` })).join('')}`)
  const body = [
    `<h1>Quality of dephi</h1><p>Made ${escapeHtml(made)} by <code>npm run quality</code>. What the words mean: docs/quality.md. Of own_test there are figures and no text.</p>`,
    table(summaryTable({ ...corpora, ...own })),
    table(ablationTable(ablation)),
    `<h2>Thresholds and scores</h2>${plots(results).map(plot).join('')}${fold('The numbers', table(curveTable(curves)) + table(reliabilityTable(bins)))}`,
    ...parts,
    table(categoryTable({ ...corpora, ...own })),
    `<h2>Since the last saved figures</h2><pre>${escapeHtml(changed === null ? 'None are saved.' : changed.join('\n'))}</pre>`,
    ...examples.map(exampleSection),
  ]
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'"><title>Quality of dephi</title><style>${STYLE}</style></head>
<body>
${body.join('\n')}
</body></html>
`
}

const NUMBER = /^[-+]?\d+(?:\.\d+)?$|^–$/u

function table({ id, title, head, rows }: Table): string {
  const right = head.map((_, i) => rows.length > 0 && rows.every((r) => NUMBER.test(r[i])))
  const cell = (tag: string, row: readonly string[]): string => row.map((c, i) => `<${tag}${right[i] ? ' class="n"' : ''}>${escapeHtml(c)}</${tag}>`).join('')
  return `<div class="scroll"><table id="${escapeHtml(id)}"><caption>${escapeHtml(title)}</caption><thead><tr>${cell('th', head)}</tr></thead><tbody>${rows.map((r) => `<tr>${cell('td', r)}</tr>`).join('')}</tbody></table></div>`
}

const fold = (title: string, content: string): string => `<details><summary>${escapeHtml(title)}</summary>${content}</details>`

function plots({ curves, bins }: Results): Plot[] {
  const held = Object.entries(curves).filter(([, points]) => points.some((p) => p.recall !== null))
  const recall = held.map(([name, points]) => ({
    name,
    points: points.flatMap((p) => (p.recall === null ? [] : [{ x: p.threshold, y: round(100 * p.recall), title: `${name}: recall ${(100 * p.recall).toFixed(2)} at ${p.threshold}` }])),
  }))
  const wrong = Object.entries(curves).map(([name, points]) => ({
    name,
    dashed: !held.some(([n]) => n === name),
    points: points.map((p) => ({ x: p.threshold, y: round(p.falsePer10k), title: `${name}: ${p.falsePer10k.toFixed(2)} false per 10,000 at ${p.threshold}` })),
  }))
  const right = Object.entries(bins).map(([name, list]) => ({ name, points: list.flatMap((b) => (b.mean === null ? [] : [reliabilityPoint(name, b.mean, b.right, b.findings)])) }))
  const ys = (series: ReadonlyArray<{ points: ReadonlyArray<{ y: number }> }>): number[] => series.flatMap((s) => s.points.map((p) => p.y))
  const up = axis(ys(recall), 0, 100)
  const down = axis([0, ...ys(wrong)], 0, Number.POSITIVE_INFINITY)
  const x = { x: [0, 1] as const, xStep: 0.1, xLabel: 'threshold' }
  return [
    { ...x, title: 'Recall against threshold', yLabel: 'identifiers covered whole, %', series: recall, y: up.range, yStep: up.step },
    { ...x, title: 'False findings against threshold', yLabel: 'per 10,000 characters', series: wrong, y: down.range, yStep: down.step },
    {
      title: 'Reliability: share of findings that touch an identifier, by score (bars: 95 %)',
      xLabel: 'mean score of the bin',
      yLabel: 'share right',
      series: right,
      x: [0, 1],
      y: [0, 1],
      xStep: 0.1,
      yStep: 0.1,
      diagonal: true,
    },
  ]
}

const round = (x: number): number => Number(x.toFixed(4))

function reliabilityPoint(name: string, mean: number, right: number, n: number) {
  const [low, high] = wilson(right, n)
  return { x: round(mean), y: round(right / n), low, high, title: `${name}: ${right} of ${n} right at mean score ${mean.toFixed(2)}` }
}

function exampleSection({ corpus, misses, falses, missed, wrong }: Examples): string {
  const list = (title: string, all: readonly Example[], total: number): string => {
    const labels = [...new Set(all.map((e) => e.label))].sort()
    const counted = all.length < total ? `the first ${all.length} of ${total}` : String(total)
    return `<h3>${title}: ${counted}</h3>${labels.map((label) => byLabel(label, all)).join('')}`
  }
  return `<section id="examples-${escapeHtml(corpus)}"><h2>${escapeHtml(corpus)}: what went wrong</h2><p><mark class="missed">missed</mark> <mark class="hit">found</mark> <mark class="false">false</mark> <mark class="ignored">scored neither way</mark></p>${list('Misses', misses, missed)}${list('False findings', falses, wrong)}</section>`
}

function byLabel(label: string, all: readonly Example[]): string {
  const mine = all.filter((e) => e.label === label)
  return fold(`${label} (${mine.length})`, mine.map(exampleHtml).join(''))
}

function exampleHtml({ doc, note, pieces }: Example): string {
  const text = pieces.map((p) => (p.mark === 'plain' ? shown(p.text) : `<mark class="${p.mark}">${shown(p.text)}</mark>`)).join('')
  return `<div class="example"><small>${escapeHtml(doc)} · ${escapeHtml(note)}</small>${text}</div>`
}

/** Text as one line: breaks are shown, characters a page cannot hold are replaced. */
const shown = (text: string): string => escapeHtml(text.replace(/\r?\n/gu, ' ⏎ ').replace(/[\0-\x08\x0b\x0c\x0e-\x1f\x7f\ufffe\uffff]/gu, '�'))
