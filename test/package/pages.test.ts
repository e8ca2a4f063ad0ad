import { spawnSync } from 'node:child_process'
import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, describe, expect, test } from 'vitest'
import { LABELS } from '../../src/labels'

const root = fileURLToPath(new URL('../..', import.meta.url))
const folder = join(root, 'docs/labels')
const generator = (name: string) => import(/* @vite-ignore */ new URL(`../../bench/pages/${name}.mjs`, import.meta.url).href)
const pages = (...args: string[]) => spawnSync(process.execPath, ['bench/pages/pages.mjs', ...args], { cwd: root, encoding: 'utf8' })
const work = mkdtempSync(join(tmpdir(), 'dephi-pages-'))
afterAll(() => rmSync(work, { recursive: true, force: true }))

const page = (label: string) => `${label.toLowerCase().replaceAll('_', '-')}.md`
const files = readdirSync(folder).map((name) => ({ name, text: readFileSync(join(folder, name), 'utf8') }))

test('docs/labels is what the registry, the tests and the saved figures give (else: npm run pages)', () => {
  const { status, stderr } = pages('--check')
  expect(stderr).toBe('')
  expect(status).toBe(0)
})

test('the check tells of a page that was changed, is missing or has no label, and writes nothing', () => {
  const copy = join(work, 'labels')
  cpSync(folder, copy, { recursive: true })
  writeFileSync(join(copy, 'ip.md'), 'changed by hand')
  rmSync(join(copy, 'ssn.md'))
  writeFileSync(join(copy, 'weather.md'), 'no label')
  const { status, stderr } = pages('--check', '--out', copy)
  expect(status).toBe(1)
  for (const name of ['ip.md', 'ssn.md', 'weather.md']) expect(stderr).toContain(name)
  expect(readFileSync(join(copy, 'ip.md'), 'utf8')).toBe('changed by hand')
  expect(pages('--out', copy).status).toBe(0)
  expect(readdirSync(copy).map((name) => [name, readFileSync(join(copy, name), 'utf8')])).toEqual(files.map((f) => [f.name, f.text]))
})

test('every label has a page, and the index leads to it', () => {
  expect(files.map((f) => f.name).sort()).toEqual(['README.md', ...LABELS.map(page)].sort())
  const index = readFileSync(join(folder, 'README.md'), 'utf8')
  for (const label of LABELS) expect(index).toContain(`[${label}](${page(label)})`)
})

/** Cells as GitHub splits them: at every pipe that has no backslash before it, in code too. */
const cells = (line: string) => line.slice(1, -1).split(/(?<!\\)\|/).length

test.each(files)('$name: tables are whole, code is closed, nothing is invisible', ({ text }) => {
  for (const block of text.split('\n\n').filter((b) => b.startsWith('|'))) {
    const rows = block.split('\n')
    for (const row of rows) expect([row, cells(row)]).toEqual([row, cells(rows[0])])
  }
  expect(text.replaceAll('\n', '')).not.toMatch(/[\p{Cc}\p{Cf}]/u)
  expect(text).not.toMatch(/undefined|NaN|\[object/)
})

test.each(files)('$name: links lead to files and headings that are there', ({ text }) => {
  for (const [, file, heading] of text.replace(/(`+).*?\1/g, '').matchAll(/\]\(([^)#\s]+)(?:#([^)\s]+))?\)/g)) {
    // The model card is written with the tagger's own figures, beside this.
    if (file === '../model-card.md' && !existsSync(join(folder, file))) continue
    const target = readFileSync(join(folder, file), 'utf8')
    const headings = [...target.matchAll(/^#+ (.*)$/gm)].map((m) =>
      m[1]
        .toLowerCase()
        .replace(/[^\w\- ]/g, '')
        .replaceAll(' ', '-'),
    )
    if (heading !== undefined) expect(headings).toContain(heading)
  }
})

describe('cells', async () => {
  const { code, plain } = await generator('markdown')
  test.each([
    ['a|b', '`a\\|b`'],
    ['a\nb\r\nc\td', '`a⏎b⏎c⇥d`'],
    ['a`b', '``a`b``'],
    ['`a``', '``` `a`` ```'],
    ['a\u200bb\u00a0c', '`a‹U+200B›b‹U+00A0›c`'],
    ['\ud800', '`‹U+D800›`'],
    [' a ', '`  a  `'],
    ['<b>*x*</b> &nbsp;', '`<b>*x*</b> &nbsp;`'],
  ])('%j is written as %s', (text, cell) => expect(code(text)).toBe(cell))
  test('prose holds no markup', () => expect(plain('a_b *c* [d](e) <f> | `g`\nh')).toBe('a\\_b \\*c\\* \\[d\\](e) \\<f\\> \\| \\`g\\`⏎h'))
})

describe('tables of cases, read as source', async () => {
  const { readTables } = await generator('rows')
  test('literals, constants, spreads, methods and map are read; what cannot be told is counted', () => {
    const source = `
      const ID = '12' + '34'
      const more: readonly Row[] = [['MRN «5»', 'five']]
      table('MRN', [['MRN «1»', 'one'], [\`MRN «\${ID}»\`, 'two'], ...more, ['x'.repeat(2), 'many'], [random(), 'no']], [['a', 'b']], (d) => d.id !== 'x')
      describe('more', () => { table('MRN', [['c', 'd']].map(([t, r]) => [t.toUpperCase(), r] as const), [['e', 'f']]) })
      table('SSN', [['no', 'other label']], [['no', 'other label']])`
    const { hits, misses, unread } = readTables(source, 'MRN')
    expect(hits.map((r: { text: string }) => r.text)).toEqual(['MRN «1»', 'MRN «1234»', 'MRN «5»', 'xx', 'C'])
    expect(misses).toEqual([
      { text: 'a', reason: 'b' },
      { text: 'e', reason: 'f' },
    ])
    expect(unread).toBe(1)
  })
  test('a label without a table is an error', () => expect(() => readTables('const x = 1', 'MRN')).toThrow('MRN'))
})

describe('choosing', async () => {
  const { spread } = await generator('examples')
  const rows = Array.from({ length: 60 }, (_, i) => ({ text: String(i), reason: `r${i % 30}`, detector: i < 50 ? 'many' : `few${i % 2}` }))
  test('every group has its share, and every reason comes before one comes twice', () => {
    const chosen = spread(rows, 12, (r: { detector: string }) => r.detector)
    expect(chosen.length).toBe(12)
    expect(new Set(chosen.map((r: { detector: string }) => r.detector))).toEqual(new Set(['many', 'few0', 'few1']))
    expect(new Set(spread(rows, 30, () => '').map((r: { reason: string }) => r.reason)).size).toBe(30)
  })
  test('order stays, and a short list stays whole', () => {
    const chosen = spread(rows, 25, () => '').map((r: { text: string }) => Number(r.text))
    expect(chosen).toEqual([...chosen].sort((a, b) => a - b))
    expect(spread(rows.slice(0, 5), 40, () => '')).toEqual(rows.slice(0, 5))
  })
})

describe('figures', async () => {
  const { fuzzOf, medians, readFuzz, recallOf, recallRange } = await generator('figures')
  test('false findings of a label take their share of the rate of the corpus', () => {
    const quality = {
      corpora: {
        a: { falsePer10k: 4, falseByLabel: { NAME: 3, GEO: 1 }, categories: { NAME: { gold: 20, recall: 0.5, charRecall: 0.6, typed: 0.4 } } },
        b: { falsePer10k: 0, falseByLabel: {}, categories: { NAME: { gold: 2, recall: 1, charRecall: 1, typed: 1 } } },
      },
    }
    expect(recallOf('NAME', quality).map((r: { corpus: string; per10k: number }) => [r.corpus, r.per10k])).toEqual([
      ['a', 3],
      ['b', 0],
    ])
    expect(recallRange(recallOf('NAME', quality))).toEqual([0.5, 0.5])
    expect(recallOf('SSN', quality)).toEqual([])
  })
  test('the tables of docs/fuzz.md are read by their columns', () => {
    const tables = readFuzz('# x\n\n## Recall by label\n\n| Label | Forms |\n|---|---|\n| SSN | 17 |\n\n## Attacks\n\n| Label | nbsp | dashes |\n|---|---|---|\n| SSN | 0.0 | 0.4 |\n')
    expect(fuzzOf('SSN', tables)).toMatchObject({ row: { Forms: '17' }, attacks: [['dashes', '0.4']], short: [] })
    for (const label of LABELS) expect(fuzzOf(label, readFuzz(readFileSync(join(root, 'docs/fuzz.md'), 'utf8'))).row).toBeDefined()
  })
  test('the cost of a detector is the median of its runs', () => {
    const run = (ns: number) => ({ kb: 1, stages: [{ name: 'total', ns }], detectors: [{ name: 'ssn', ns, calls: 1, perCall: 1, found: 0 }] })
    expect(medians([run(5), run(900), run(7)]).detectors[0].ns).toBe(7)
  })
})
