#!/usr/bin/env node
// Generates thousands of invented identifiers per label from grammars written from the authorities, and measures what
// the engine, straight from source, finds of them and what it takes for one and is not.
//
//   node test/fuzz/run.mjs [--label LABEL …] [--form NAME] [--cases N] [--seed N] [--examples N] [--attacks] [--contexts] [--words] [--negatives] [--save]
//
// --label: these labels only, all their forms listed; --negatives: the look-alikes alone; --attacks: examples of what
// attacks cost; --contexts: recall by house style; --words: by field label; --save: writes docs/fuzz.md. Exit 1 if a threshold is not reached.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { build } from 'esbuild'

/** What is asked of every label. Changed only upward. */
const THRESHOLDS = {
  /** Share of values in labelled contexts all of whose letters and digits are covered. */
  labelledRecall: 0.99,
  /** Points of labelled recall an attack may cost. */
  attackDrop: 1,
}

const args = process.argv.slice(2)
const all = (flag) => args.flatMap((a, i) => (a === flag ? [args[i + 1]] : []))
const has = (flag) => args.includes(flag)
const cases = Number(all('--cases')[0] ?? 60)
const seed = Number(all('--seed')[0] ?? 20261124)
const examples = Number(all('--examples')[0] ?? 1)
const pct = (x) => (100 * x).toFixed(2)

const work = mkdtempSync(join(tmpdir(), 'fuzz-'))
try {
  const file = join(work, 'evaluate.mjs')
  await build({ entryPoints: [fileURLToPath(new URL('evaluate.ts', import.meta.url))], bundle: true, format: 'esm', platform: 'node', outfile: file, logLevel: 'error' })
  const { runLabel, runNegatives, recall, sum, LABELS, SETTINGS } = await import(pathToFileURL(file).href)
  console.log(`seed ${seed}, ${cases} cases of each form in each setting`)
  const labels = all('--label').length > 0 ? all('--label') : LABELS
  const only = all('--form')[0]
  const reports = has('--negatives') && all('--label').length === 0 ? [] : labels.map((l) => runLabel(l, seed, cases))
  const failures = []
  const worst = []
  const rows = []
  for (const r of reports) {
    const by = Object.fromEntries(SETTINGS.map((s) => [s, sum(r.forms[s].values())]))
    const drops = [...r.attacks].map(([name, { before, after }]) => ({ name, drop: 100 * (recall(before) - recall(after)), cases: after.cases, misses: after.misses })).sort((a, b) => b.drop - a.drop)
    rows.push({ label: r.label, by, drops, forms: r.forms.labelled.size })
    if (recall(by.labelled) < THRESHOLDS.labelledRecall) failures.push(`${r.label}: labelled recall ${pct(recall(by.labelled))} %`)
    for (const d of drops) if (d.drop > THRESHOLDS.attackDrop) failures.push(`${r.label}: ${d.name} costs ${d.drop.toFixed(2)} points`)
    for (const s of SETTINGS) for (const [form, t] of r.forms[s]) if (t.found < t.cases) worst.push({ label: r.label, setting: s, form, t })
  }
  const line = (t) => (t.cases === 0 ? '–' : `${pct(recall(t))}`)
  for (const { label, by, drops } of rows) {
    console.log(
      `${label.padEnd(12)} ${SETTINGS.map((s) => `${s} ${line(by[s]).padStart(6)} (${String(by[s].cases).padStart(5)}, typed ${by[s].cases ? pct(by[s].typed / by[s].cases) : '–'})`).join('  ')}  worst attack ${drops[0] ? `${drops[0].name} −${drops[0].drop.toFixed(2)}` : '–'}`,
    )
  }
  worst.sort((a, b) => (a.setting === b.setting ? recall(a.t) - recall(b.t) : SETTINGS.indexOf(a.setting) - SETTINGS.indexOf(b.setting)))
  const order = worst.filter((w) => only === undefined || w.form === only)
  const list =
    all('--label').length > 0 || only !== undefined
      ? order
      : [...order.filter((w) => w.setting === 'labelled').slice(0, 20), ...order.filter((w) => w.setting === 'hostile').slice(0, 10), ...order.filter((w) => w.setting === 'neutral').slice(0, 10)]
  console.log('\nForms that fall short')
  for (const { label, setting, form, t } of list) {
    console.log(`  ${label} ${setting} ${form}: ${pct(recall(t))} of ${t.cases}`)
    for (const m of t.misses.slice(0, examples)) console.log(`      ${m}`)
  }
  if (has('--contexts'))
    for (const r of reports)
      for (const s of SETTINGS) {
        const low = [...r.contexts[s]].filter(([, t]) => recall(t) < 0.99).sort((a, b) => recall(a[1]) - recall(b[1]))
        console.log(`\n${r.label} ${s} by context: ${low.map(([c, t]) => `${c} ${pct(recall(t))} (${t.cases})`).join(' · ')}`)
      }
  const styles = Object.fromEntries(
    SETTINGS.map((s) => {
      const names = [...new Set(reports.flatMap((r) => [...r.contexts[s].keys()]))]
      const each = names.map((n) => [n, sum(reports.flatMap((r) => r.contexts[s].get(n) ?? []))])
      return [s, each.sort((a, b) => recall(a[1]) - recall(b[1]))]
    }),
  )
  if (reports.length > 1) for (const s of SETTINGS) console.log(`\n${s} by house style, all labels: ${styles[s].map(([n, t]) => `${n} ${pct(recall(t))}`).join(' · ')}`)
  if (has('--words'))
    for (const r of reports) {
      const low = [...r.words].filter(([, t]) => recall(t) < 0.99).sort((a, b) => recall(a[1]) - recall(b[1]))
      console.log(`\n${r.label} by field label: ${low.map(([w, t]) => `${w} ${pct(recall(t))} (${t.cases})`).join(' · ')}`)
    }
  console.log('\nAttacks (points of labelled recall lost)')
  for (const { label, drops } of rows) {
    console.log(`  ${label.padEnd(12)} ${drops.map((d) => `${d.name} ${d.drop.toFixed(1)}`).join(' · ')}`)
    if (has('--attacks')) for (const d of drops.filter((x) => x.drop > THRESHOLDS.attackDrop)) for (const m of d.misses.slice(0, Math.max(3, examples))) console.log(`      ${d.name}: ${m}`)
  }
  const negatives = all('--label').length > 0 ? [] : runNegatives(seed, has('--negatives') ? cases * 5 : cases * 3)
  if (negatives.length > 0) console.log('\nLook-alikes taken for identifiers')
  for (const n of [...negatives].sort((a, b) => b.wrong / b.cases - a.wrong / a.cases)) {
    if (n.examples.length === 0) continue
    console.log(`  ${n.kind}: ${n.wrong} of ${n.cases} (and ${n.beside} beside) ${[...n.labels].map(([l, c]) => `${l} ${c}`).join(', ')}`)
    for (const e of n.examples.slice(0, examples)) console.log(`      ${e}`)
  }
  const wrong = negatives.reduce((t, n) => t + n.wrong, 0)
  const tried = negatives.reduce((t, n) => t + n.cases, 0)
  if (tried > 0) console.log(`  in all ${wrong} of ${tried} (${pct(wrong / tried)} %)`)
  if (has('--save')) save(rows, negatives, { wrong, tried })
  if (failures.length > 0) {
    console.log(`\n${failures.length} short of the thresholds:`)
    for (const f of failures) console.log(`  ${f}`)
    process.exitCode = 1
  }

  function save(rows, negatives, { wrong, tried }) {
    const code = (s) => `\`\` ${(s.length > 130 ? `${s.slice(0, 128)}…` : s).replace(/`/g, "'").replace(/\|/g, '¦')} \`\``
    const md = [
      '# Fuzzing the detectors',
      '',
      'Grammars under `test/fuzz/grammars`, one a label, write invented identifiers in every form the authorities and the houses use; check digits are computed by code of its own. Each form is tried beside a label in some forty house styles (*labelled*), in prose that announces nothing (*neutral*; forms nobody could tell without a label are left out) and in broken or dense surroundings (*hostile*: brackets, no space after punctuation, wrapped lines, cut into two chunks). A case counts as found when every letter and digit of the identifier is covered by findings of any label; *typed*, when they are of its label or family. Attacks rewrite the labelled cases.',
      '',
      'The grammars were written without looking at the detectors, so a form that falls short is listed, not removed. Made by `npm run fuzz -- --save`; the quick version is `test/fuzz/fuzz.test.ts`.',
      '',
      `Seed ${seed}, ${cases} cases of each form in each setting. Asked: labelled recall ≥ ${pct(THRESHOLDS.labelledRecall)} %, no attack to cost more than ${THRESHOLDS.attackDrop} point. ${failures.length === 0 ? 'All reached.' : `${failures.length} not reached.`}`,
      '',
      '## Recall by label',
      '',
      '| Label | Forms | Cases | Labelled % | typed % | Neutral % | Hostile % | Costliest attack (points) |',
      '|---|---|---|---|---|---|---|---|',
      ...rows.map(
        ({ label, by, drops, forms }) =>
          `| ${label} | ${forms} | ${by.labelled.cases + by.neutral.cases + by.hostile.cases} | ${line(by.labelled)} | ${pct(by.labelled.typed / by.labelled.cases)} | ${line(by.neutral)} | ${line(by.hostile)} | ${drops[0] && drops[0].drop > 0 ? `${drops[0].name} ${drops[0].drop.toFixed(1)}` : 'none'} |`,
      ),
      '',
      '## Attacks',
      '',
      'Points of labelled recall lost.',
      '',
      ...(() => {
        const names = [...new Set(rows.flatMap((r) => r.drops.map((d) => d.name)))]
        return [
          `| Label | ${names.join(' | ')} |`,
          `|---|${names.map(() => '---').join('|')}|`,
          ...rows.map((r) => `| ${r.label} | ${names.map((n) => r.drops.find((d) => d.name === n)?.drop.toFixed(1) ?? '–').join(' | ')} |`),
        ]
      })(),
      '',
      '## Recall by house style',
      '',
      'Over all labels, worst first; *situ* is text that brings its own context.',
      '',
      ...['labelled', 'hostile'].map((s) => `- **${s}**: ${styles[s].map(([n, t]) => `${n} ${pct(recall(t))}`).join(' · ')}`),
      '',
      '## Forms that fall short',
      '',
      'Below 97 % beside a label or in neutral prose, with one case each; « » is what had to be covered, after the arrow what was found.',
      '',
      '| Label | Form | Labelled % | Neutral % | Hostile % | Case |',
      '|---|---|---|---|---|---|',
      ...reports.flatMap((r) =>
        [...r.forms.labelled.keys()]
          .map((form) => ({ form, of: SETTINGS.map((s) => r.forms[s].get(form)) }))
          .filter(({ of: [l, n] }) => recall(l) < 0.97 || (n && recall(n) < 0.97))
          .sort((a, b) => recall(a.of[0]) - recall(b.of[0]))
          .map(({ form, of }) => `| ${r.label} | ${form} | ${of.map((t) => (t ? pct(recall(t)) : '–')).join(' | ')} | ${code(of.flatMap((t) => t?.misses ?? []).sort((a, b) => a.length - b.length)[0] ?? '')} |`),
      ),
      '',
      '## Look-alikes taken for identifiers',
      '',
      `${wrong} of ${tried} (${pct(wrong / tried)} %) codes, numbers and terms that are no identifiers were touched by a finding.`,
      '',
      '| Kind | Touched | Labels | Case |',
      '|---|---|---|---|',
      ...negatives
        .filter((n) => n.examples.length > 0)
        .sort((a, b) => b.wrong / b.cases - a.wrong / a.cases)
        .map((n) => `| ${n.kind} | ${n.wrong} of ${n.cases}${n.beside > 0 ? ` (+${n.beside} beside)` : ''} | ${[...n.labels].map(([l, c]) => `${l} ${c}`).join(', ')} | ${code(n.examples[0])} |`),
      '',
    ]
    writeFileSync(fileURLToPath(new URL('../../docs/fuzz.md', import.meta.url)), md.join('\n'))
    console.log('wrote docs/fuzz.md')
  }
} finally {
  rmSync(work, { recursive: true, force: true })
}
