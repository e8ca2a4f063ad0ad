#!/usr/bin/env node
// Brings the figures of docs/model-card.md and README.md up to date after a training. The words stay as they are; the
// card's "Known failures" and the words that tell a figure ("more than one name in ten") are for a reader to check.
//
//   npm run train && npm run quality -- --save      first: they make what is read here
//   npm run card [-- --out FOLDER]
//
// Reads src/tag/model.gen.ts, bench/results/tagger.json and docs/quality.md as they are, measures nothing. Exits 1 and writes
// nothing when they are not of one training or a place for a figure is not found. --out: another folder to write to.
import { mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { flag, has, ROOT } from '../load.mjs'
import { cells } from './markdown.mjs'

const MODEL = 'src/tag/model.gen.ts'
const TAGGER = 'bench/results/tagger.json'
const QUALITY = 'docs/quality.md'
const CARD = 'docs/model-card.md'
const README = 'README.md'

/** In the order of the card; those without identifiers last. */
const CORPORA = ['own_test', 'aci_bench', 'asq_phi', 'pediatric_handoff', 'presidio_generated_large', 'presidio_synth_v2', 'mtsamples_clean', 'mts_dialog']
const PARTS = { patient: 'NAME', relative: 'NAME', clinician: 'NAME', employer: 'NAME', city: 'GEO', facility: 'GEO', address: 'GEO' }
const VIEWS = { asIs: 'as it is', lower: 'lower case', caps: 'CAPITALS' }
/** What a template may have for a figure: a number, hex digits, a date, authors, the cell of a table. */
const HOLES = { n: '–|\\d(?:[\\d.,]*\\d)?', hex: '[0-9a-f]+', date: '\\d{4}-\\d\\d-\\d\\d', authors: '[a-z](?:,\\s+[a-z])*', cell: '[^|\\n]*[^|\\s]' }

const read = (path) => readFileSync(join(ROOT, path), 'utf8')
const changedAt = (path) => statSync(join(ROOT, path)).mtime
const day = (date) => date.toISOString().slice(0, 10)
const two = (x) => x.toFixed(2)
const thousands = (x) => x.toLocaleString('en-US')
const TOGETHER = 'bring page and bench/pages/card.mjs together'

/** The first table from line `from` on whose headings pass `is`: its first line and number of lines; undefined if there is none. */
function findTable(lines, is, from = 0) {
  const at = lines.findIndex((line, i) => i >= from && line.startsWith('|') && /^\|[\s:|-]+\|$/.test(lines[i + 1] ?? '') && is(cells(line)))
  return at < 0 ? undefined : { at, length: [...lines.slice(at), ''].findIndex((line) => !line.startsWith('|')) }
}

/** The text with `values` for the holes of a template, which stands in it once, its lines broken anywhere. */
function fill({ path, text }, template, values) {
  const [first, ...rest] = template.split(/\{(\w+)\}/)
  const words = (s) => `(${s.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replace(/ /g, '\\s+')})`
  const source = rest.map((part, i) => (i % 2 === 0 ? `(?:${HOLES[part]})` : words(part))).join('')
  const found = [...text.matchAll(new RegExp(words(first) + source, 'g'))]
  if (found.length !== 1) throw new Error(`${path}: the place "${template}" is ${found.length === 0 ? 'not found' : `found ${found.length} times`}; ${TOGETHER}`)
  const [{ index, 0: old, ...groups }] = found
  const filled = values.map((value, i) => groups[i + 1] + value).join('') + groups[values.length + 1]
  return { path, text: text.slice(0, index) + filled + text.slice(index + old.length) }
}

/** The text with other rows in the table whose first heading is `head`. */
function setRows({ path, text }, head, rows) {
  const lines = text.split('\n')
  const { at, length } = findTable(lines, ([first]) => first === head) ?? {}
  if (at === undefined) throw new Error(`${path}: no table whose first heading is "${head}"; ${TOGETHER}`)
  const width = cells(lines[at]).length
  if (rows.some((row) => row.length !== width)) throw new Error(`${path}: the table "${head}" has ${width} columns; ${TOGETHER}`)
  lines.splice(at + 2, length - 2, ...rows.map((row) => `| ${row.join(' | ')} |`))
  return { path, text: lines.join('\n') }
}

/** The text with the columns of its tables below each other, as `npm run lint` asks. */
function aligned({ path, text }) {
  const lines = text.split('\n')
  const next = (from) => findTable(lines, () => true, from)
  for (let found = next(0); found !== undefined; found = next(found.at + found.length)) {
    const { at, length } = found
    const [head, rule, ...rows] = lines.slice(at, at + length).map(cells)
    const right = rule.map((r) => r.endsWith(':'))
    const widths = head.map((h, i) => Math.max(3, h.length, ...rows.map((row) => row[i].length)))
    const dashes = widths.map((w, i) => (right[i] ? `${'-'.repeat(w - 1)}:` : '-'.repeat(w)))
    const pad = (row) => row.map((cell, i) => (right[i] ? cell.padStart(widths[i]) : cell.padEnd(widths[i])))
    lines.splice(at, length, ...[head, dashes, ...rows].map((row) => `| ${pad(row).join(' | ')} |`))
  }
  return { path, text: lines.join('\n') }
}

/**
 * Finds rows of docs/quality.md: `rows(head, …key)` is the row with these first cells, in the table with these first
 * headings, as an object by heading; without key, all of its rows.
 */
function qualityRows(markdown) {
  const lines = markdown.split('\n')
  return (head, ...key) => {
    const { at, length } = findTable(lines, (headings) => `${headings.join(' | ')} |`.startsWith(`${head} |`)) ?? {}
    if (at === undefined) throw new Error(`${QUALITY}: no table "${head}"; run npm run quality -- --save`)
    const names = cells(lines[at])
    const rows = lines.slice(at + 2, at + length).map(cells)
    const objects = rows.map((row) => Object.fromEntries(row.map((cell, i) => [names[i], cell])))
    if (key.length === 0) return objects
    const row = rows.findIndex((r) => key.every((k, i) => r[i] === k))
    if (row < 0) throw new Error(`${QUALITY}: no row "${key.join(' | ')}" in the table "${head}"; public corpora have to lie beside the project when npm run quality -- --save is run`)
    return objects[row]
  }
}

/** What the pages are filled from. Throws when weights, report and card are not of one training. */
function sources(card) {
  const model = read(MODEL)
  const constant = (name) => new RegExp(`${name} = '(\\w+)'`).exec(model)?.[1]
  const version = constant('MODEL_VERSION')
  const report = JSON.parse(read(TAGGER))
  if (version === undefined || version !== report.version) throw new Error(`${MODEL} has version ${version}, ${TAGGER} ${report.version}: run npm run train`)
  const retrained = !card.includes(`\`${version}\`: first`)
  if (retrained && changedAt(QUALITY) < changedAt(MODEL)) throw new Error(`${QUALITY} is older than ${MODEL}: run npm run quality -- --save`)
  const markdown = read(QUALITY)
  const kinds = /`own_test`: \d+ documents of (\d+) kinds/.exec(markdown)?.[1]
  if (kinds === undefined) throw new Error(`${QUALITY}: the kinds of document of own_test are not told; run npm run quality -- --save`)
  return { version, digest: constant('MODEL_DIGEST'), report, retrained, kinds, quality: qualityRows(markdown) }
}

/** Version to training data, and the tagger alone: from the report of the training. */
function fillTagger(page, { version, digest, report, retrained }) {
  const { rows, bytes, options, authors, documents, development, reliability } = report
  const option = ([name, value]) => `${name} ${value.toFixed(9).replace(/\.?0+$/, '')}`
  const [{ NAME, GEO }] = development
  const places = [
    ['`{hex}`: first 12 hex digits of the SHA-256', version],
    ['`{hex}`: of the coded weights', digest],
    ['{n} rows of 8 weights of one byte; {n} characters in the bundle', thousands(rows), thousands(bytes)],
    ['| Options | {cell} |', Object.entries(options).map(option).join(', ')],
    ['{n} documents of authors {authors}, written for the project', thousands(documents.train), authors.train.join(', ')],
    ['(author {authors}): {n} documents', authors.dev.join(', '), documents.dev],
    ['have learned from the {n} documents of author {authors} as well', documents.dev, authors.dev.join(', ')],
    ['{n} letters of names and {n} of places', thousands(NAME.letters), thousands(GEO.letters)],
    ...(retrained ? [['{date}, by `npm run train`', day(changedAt(MODEL))]] : []),
  ]
  const filled = places.reduce((p, [template, ...values]) => fill(p, template, values), page)
  const letters = ({ recall, typed, precision }) => [recall, typed, precision].map(two)
  const alone = development.map((d) => [VIEWS[d.view], ...letters(d.NAME), ...letters(d.GEO), two(d.falsePer10k)])
  const scores = reliability.filter((b) => b.count > 0).map((b) => [b.from.toFixed(1), b.count, b.share.toFixed(3)])
  return setRows(setRows(filled, 'written', alone), 'score from', scores)
}

/** By corpus what card and README tell of the whole engine. */
function corpora(quality) {
  return CORPORA.map((corpus) => {
    const all = quality('corpus | documents', corpus)
    const none = all.recall === '–'
    const recallOf = (label) => (none ? '–' : quality('corpus | category', corpus, label).recall)
    return { corpus, ...all, precision: none ? '–' : all.precision, false: all['false per 10k'], names: recallOf('NAME'), places: recallOf('GEO') }
  })
}

/** The whole engine: from docs/quality.md. */
function fillEngine(page, { version, quality }) {
  const all = corpora(quality)
  const [without, tagger] = ['+ lexicon', '+ tagger'].map((name) => quality('configuration', name))
  const added = ['names', 'places', 'recall', 'false'].flatMap((name) => [without[`own_test: ${name}`], tagger[`own_test: ${name}`]])
  const [low, high] = ['0.3', '0.8'].map((t) => quality('on | threshold', 'own_test', t))
  const places = [
    ['with version `{hex}`: rules, lexicon', version],
    ['`own_test`): {n} documents', all[0].documents],
    ['names from {n} to {n}, places from {n} to {n}, all identifiers from {n} to {n}; false findings from {n} to {n} in', ...added],
    ['A threshold of 0.3 finds {n} % of `own_test` for {n} false findings', low.recall, low['false per 10k']],
    ['one of 0.8 finds {n} % for {n}.', high.recall, high['false per 10k']],
  ]
  const filled = places.reduce((p, [template, ...values]) => fill(p, template, values), page)
  const parts = Object.entries(PARTS).map(([part, label]) => [part.replace('address', 'street address'), quality('kind of identifier', `${label}/${part}`)])
  const tables = {
    corpus: all.map((c) => [c.corpus, c.identifiers, c.recall, c['char recall'], c.precision, c.false, c.names, c.places]),
    '`own_test`, by part played': parts.map(([name, r]) => [name, r.identifiers, r.recall, r['char recall']]),
    '`own_test`, written': quality('written').map((r) => [r.written.replace('marks set apart', 'marks apart'), r['recall of names'], r['recall of places'], r['false per 10k']]),
  }
  return Object.entries(tables).reduce((p, [head, rows]) => setRows(p, head, rows), filled)
}

function fillReadme(page, { quality, kinds }) {
  const [own, ...others] = corpora(quality)
  const recalls = others.filter((c) => c.recall !== '–').map((c) => Number(c.recall))
  const engine = '{n} % of identifiers to the last letter, {n} % of their letters; of names {n} %, of places {n} %, for {n} false findings in'
  const counted = fill(page, 'How much is found, on {n} invented documents of {n} kinds', [own.documents, kinds])
  const measured = fill(counted, engine, [own.recall, own['char recall'], own.names, own.places, own.false])
  return fill(measured, 'On public corpora {n} to {n} %.', [two(Math.min(...recalls)), two(Math.max(...recalls))])
}

function main() {
  const out = flag('--out', ROOT)
  if (has('--out') && (out === undefined || out.startsWith('-'))) throw new Error('--out needs a folder')
  const card = read(CARD)
  const from = sources(card)
  const filled = aligned(fillEngine(fillTagger({ path: CARD, text: card }, from), from))
  const dated = filled.text === card ? filled : fill(filled, 'Measured on {date} with version', [day(changedAt(QUALITY))])
  for (const { path, text } of [dated, fillReadme({ path: README, text: read(README) }, from)]) {
    console.log(`${path}: ${text === read(path) ? 'as it was' : 'brought up to date'}`)
    mkdirSync(dirname(join(out, path)), { recursive: true })
    writeFileSync(join(out, path), text)
  }
  console.log(`version ${from.version}; of names in own_test one in ${(100 / (100 - corpora(from.quality)[0].names)).toFixed(1)} is missed in whole or part: does the prose say so?`)
}

try {
  main()
} catch (error) {
  console.error(error.message)
  process.exitCode = 1
}
