#!/usr/bin/env node
// Writes docs/labels: a page for each label, and a table of them all.
//
//   npm run pages [-- --save] [-- --check] [-- --out FOLDER]
//
// Reads the registry, the tables of test/detectors, bench/results/quality.json, docs/fuzz.md and bench/results/profile.json.
// --save first measures what each detector costs (three runs of bench/speed/profile.mjs, over a minute on an idle machine)
// and writes bench/results/profile.json. --check writes nothing and exits 1 when docs/labels is not what would be written.
// --out: another folder than docs/labels.
import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { cpus } from 'node:os'
import { join, relative, resolve } from 'node:path'
import { flag, has, load, ROOT } from '../load.mjs'
import { byTagger, finders, found, left, MAX_ROWS, spread } from './examples.mjs'
import { costOf, fuzzOf, medians, readFuzz, recallOf } from './figures.mjs'
import { index } from './index.mjs'
import { LAW } from './law.mjs'
import { file, page } from './page.mjs'
import { readTables } from './rows.mjs'

const PROFILE = join(ROOT, 'bench/results/profile.json')
const FOLDER = flag('--out', join(ROOT, 'docs/labels'))
const SHOWN = relative(ROOT, resolve(FOLDER)).startsWith('..') ? FOLDER : relative(ROOT, resolve(FOLDER))
const RUNS = 3
const read = (path) => readFileSync(join(ROOT, path), 'utf8')

/** Measures the detectors and writes the figures. */
function measure() {
  const one = () => JSON.parse(execFileSync(process.execPath, [join(ROOT, 'bench/speed/profile.mjs'), '--json'], { encoding: 'utf8', maxBuffer: 1 << 26 }))
  const runs = Array.from({ length: RUNS }, one)
  const machine = { cpu: cpus()[0].model.trim(), cores: cpus().length, node: process.versions.node, platform: `${process.platform} ${process.arch}` }
  writeFileSync(PROFILE, `${JSON.stringify({ machine, runs: RUNS, ...medians(runs) }, null, 1)}\n`)
}

/** The rooms of the engine the pages are told from. */
async function rooms() {
  const entries = [
    'src/labels.ts',
    'src/detect/index.ts',
    'src/pipeline.ts',
    'src/policy/compile.ts',
    'src/policy/presets.ts',
    'src/policy/explain.ts',
    'src/deidentifier.ts',
    'src/tag/index.ts',
    'src/scan/window.ts',
    'src/text/chars.ts',
    'src/lexicon/classes.ts',
  ]
  return Object.assign({}, ...(await load(entries, { dist: false })))
}

/** What each page is made of, in the order of the labels. */
function contents(engine) {
  const quality = JSON.parse(read('bench/results/quality.json'))
  const fuzz = readFuzz(read('docs/fuzz.md'))
  const profile = JSON.parse(readFileSync(PROFILE, 'utf8'))
  const explained = engine.explain(engine.safeHarbor({ referenceDate: '2026-01-01' }))
  const order = engine.DETECTORS.map((d) => d.id)
  const find = finders(engine)
  const tables = new Map(engine.LABELS.map((label) => [label, readTables(read(`test/detectors/${file(label)}.test.ts`), label)]))
  // Does createDeidentifier run the tagger? Then it finds something in all these texts.
  const tagged = [...tables.values()].some(({ misses }) => misses.some((row) => find.whole(row.text).some(byTagger)))
  return engine.LABELS.map((label) => {
    const detectors = engine.DETECTORS.filter((d) => d.label === label)
    const rows = tables.get(label)
    if (rows.unread > 0) console.error(`${label}: ${rows.unread} rows of its tables cannot be told from the source and are left out`)
    const hits = found(rows.hits, find.of(label), order)
    const misses = left(rows.misses, find.of(label))
    return {
      label,
      section: engine.SECTIONS[label],
      law: LAW[label],
      kinds: explained.filter((e) => e.kind.split('/')[0] === label),
      detectors,
      hits: spread(hits, MAX_ROWS, (r) => r.detector),
      hitCount: hits.length,
      misses: spread(misses, MAX_ROWS, () => ''),
      missCount: misses.length,
      recall: recallOf(label, quality),
      fuzz: fuzzOf(label, fuzz),
      cost: costOf(detectors, profile),
      profile,
      tags: engine.TAGGED.some((t) => t.label === label),
      tagged,
      measuredTagged: quality.ablation?.tagger !== undefined,
    }
  })
}

/** The files of docs/labels by name. */
async function pages() {
  const engine = await rooms()
  const all = contents(engine)
  return new Map([['README.md', index(all)], ...all.map((of) => [`${file(of.label)}.md`, page(of, engine)])])
}

/** Names of files that are not what they should be: changed, missing, or of no label. */
function stale(wanted) {
  const there = existsSync(FOLDER) ? readdirSync(FOLDER) : []
  const changed = [...wanted].filter(([name, text]) => !there.includes(name) || readFileSync(join(FOLDER, name), 'utf8') !== text)
  return [...changed.map(([name]) => name), ...there.filter((name) => !wanted.has(name))]
}

function write(wanted, names) {
  mkdirSync(FOLDER, { recursive: true })
  for (const name of names) {
    if (wanted.has(name)) writeFileSync(join(FOLDER, name), wanted.get(name))
    else rmSync(join(FOLDER, name))
  }
}

const shown = (names) => names.map((n) => `${SHOWN}/${n}`).join(', ')
const check = has('--check')
if (check && has('--save')) {
  console.error('--check writes nothing: give it without --save')
  process.exit(2)
}
if (has('--save')) measure()
const wanted = await pages()
const names = stale(wanted)
if (!check) {
  write(wanted, names)
  console.log(names.length === 0 ? `${SHOWN} is as it was` : `written: ${shown(names)}`)
} else if (names.length > 0) {
  console.error(`not what the registry, the tests and the saved figures give: ${shown(names)}\nrun: npm run pages`)
  process.exitCode = 1
}
