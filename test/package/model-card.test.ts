import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { MODEL_DIGEST, MODEL_VERSION } from '../../src/tag/model.gen'

const root = fileURLToPath(new URL('../..', import.meta.url))
const card = readFileSync(join(root, 'docs/model-card.md'), 'utf8')

interface Letters {
  readonly letters: number
  readonly recall: number
  readonly typed: number
  readonly precision: number
}

interface Report {
  readonly version: string
  readonly options: Readonly<Record<string, number>>
  readonly authors: Readonly<Record<'train' | 'dev' | 'test', readonly string[]>>
  readonly documents: { readonly train: number; readonly dev: number }
  readonly rows: number
  readonly bytes: number
  readonly development: ReadonlyArray<{ readonly view: string; readonly NAME: Letters; readonly GEO: Letters; readonly falsePer10k: number }>
  readonly reliability: ReadonlyArray<{ readonly from: number; readonly count: number; readonly share: number }>
}
const report = JSON.parse(readFileSync(join(root, 'bench/results/tagger.json'), 'utf8')) as Report

const WRITTEN: Readonly<Record<string, string>> = { asIs: 'as it is', lower: 'lower case', caps: 'CAPITALS' }
const two = (x: number): string => x.toFixed(2)
const thousands = (x: number): string => x.toLocaleString('en-US')
const prose = card.replace(/\s+/g, ' ')

/** The part of the card under a heading, up to the next heading. */
function under(heading: string): string {
  const from = card.indexOf(`${heading}\n`)
  expect(from, `heading ${heading}`).toBeGreaterThan(0)
  const end = card.indexOf('\n#', from + heading.length)
  return card.slice(from, end < 0 ? card.length : end)
}

/** Cells of the first table under a heading, without head and rule. */
function table(heading: string): string[][] {
  const lines = under(heading).split('\n')
  const first = lines.findIndex((l) => l.startsWith('|'))
  const length = lines.slice(first).findIndex((l) => !l.startsWith('|'))
  return lines.slice(first + 2, first + length).map((l) =>
    l
      .slice(1, -1)
      .split('|')
      .map((c) => c.trim()),
  )
}
const detail = (name: string): string => table('## Model details').find(([key]) => key === name)?.[1] ?? ''

// Where one fails after `npm run train`: `npm run quality -- --save`, then `npm run card`.
describe('the model card has the figures of bench/results/tagger.json', () => {
  test('the weights are those that were measured', () => {
    expect(report.version).toBe(MODEL_VERSION)
  })

  test('version and digest', () => {
    expect(detail('Version')).toContain(`\`${MODEL_VERSION}\``)
    expect(detail('Digest')).toContain(`\`${MODEL_DIGEST}\``)
  })

  test('the whole engine was measured with this version', () => {
    expect(under('### The whole engine')).toMatch(new RegExp(`Measured on \\d{4}-\\d\\d-\\d\\d with version \`${report.version}\``))
  })

  test('size and options', () => {
    expect(detail('Size')).toBe(`${thousands(report.rows)} rows of 8 weights of one byte; ${thousands(report.bytes)} characters in the bundle`)
    const options = Object.entries(report.options).map(([name, value]) => `${name} ${value.toFixed(9).replace(/\.?0+$/, '')}`)
    expect(detail('Options')).toBe(options.join(', '))
  })

  test('documents and authors', () => {
    const { train, dev, test: held } = report.authors
    expect(prose).toContain(`${thousands(report.documents.train)} documents of authors ${train.join(', ')}, written for the project`)
    expect(prose).toContain(`(author ${dev.join(', ')}): ${report.documents.dev} documents`)
    expect(prose).toContain(`(author ${held.join(', ')}, \`own_test\`)`)
    expect([...train, ...dev].filter((a) => held.includes(a))).toEqual([])
  })

  test('the development part', () => {
    const expected = report.development.map(({ view, NAME, GEO, falsePer10k }) => [WRITTEN[view], ...[NAME.recall, NAME.typed, NAME.precision, GEO.recall, GEO.typed, GEO.precision, falsePer10k].map(two)])
    expect(expected).toHaveLength(3)
    expect(table('### The tagger alone')).toEqual(expected)
    for (const { NAME, GEO } of report.development) expect(prose).toContain(`${thousands(NAME.letters)} letters of names and ${thousands(GEO.letters)} of places`)
  })

  test('reliability', () => {
    const expected = report.reliability.filter((b) => b.count > 0).map((b) => [b.from.toFixed(1), String(b.count), b.share.toFixed(3)])
    expect(expected.length).toBeGreaterThan(3)
    expect(table('### How far scores are to be believed')).toEqual(expected)
  })
})

test('README tells the figures that the card has of the test part', () => {
  const [, , recall, charRecall, , falses, names, places] = table('### The whole engine').find(([name]) => name === 'own_test') ?? []
  expect(Number(recall)).toBeGreaterThan(0)
  const readme = readFileSync(join(root, 'README.md'), 'utf8').replace(/\s+/g, ' ')
  expect(readme).toContain(`${recall} % of identifiers to the last letter, ${charRecall} % of their letters; of names ${names} %, of places ${places} %, for ${falses} false findings in 10,000 characters`)
})

test('npm run card finds every place it fills, and changes figures only', () => {
  const out = mkdtempSync(join(tmpdir(), 'dephi-card-'))
  const words = (text: string): string =>
    text
      .replace(/^\|.*\n/gm, '')
      .replace(/`[0-9a-f]{12,}`|\d+(?:[.,-]\d+)*/g, '0')
      .replace(/\s+/g, ' ')
  try {
    const { status, stderr } = spawnSync(process.execPath, ['bench/pages/card.mjs', '--out', out], { cwd: root, encoding: 'utf8' })
    expect(stderr).toBe('')
    expect(status).toBe(0)
    for (const page of ['docs/model-card.md', 'README.md']) expect(words(readFileSync(join(out, page), 'utf8'))).toBe(words(readFileSync(join(root, page), 'utf8')))
  } finally {
    rmSync(out, { recursive: true, force: true })
  }
})

test('its links lead to files that are there', () => {
  const links = [...card.matchAll(/\]\(([^)#\s]+)(?:#[^)\s]+)?\)/g)].map((m) => m[1])
  expect(links.length).toBeGreaterThan(5)
  for (const link of links) expect(existsSync(join(dirname(join(root, 'docs/model-card.md')), link)), link).toBe(true)
})

test('it has the sections of the form', () => {
  const headings = [...card.matchAll(/^## (.+)$/gm)].map((m) => m[1])
  for (const h of ['Model details', 'Intended use', 'Factors', 'Metrics', 'Evaluation data', 'Training data', 'Quantitative analyses', 'Ethical considerations']) expect(headings).toContain(h)
})
