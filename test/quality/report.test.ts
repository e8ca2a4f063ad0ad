import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { beforeAll, describe, expect, test } from 'vitest'
import { doc } from '../../bench/quality/doc'
import { type Examples, examplesOf } from '../../bench/quality/examples'
import { figures } from '../../bench/quality/figures'
import { readOwn } from '../../bench/quality/gold'
import { binned, ownFigures } from '../../bench/quality/measure'
import { qualityOptions } from '../../bench/quality/quality'
import { report } from '../../bench/quality/report'
import { measure, type Results } from '../../bench/quality/results'
import { scoreDocument } from '../../bench/quality/score'
import { corpus, find, invented, marked } from './invented'

const sets = { own_test: invented(11, 60), own_dev: invented(12, 40), pub: invented(13, 50) }
const scoresOf = (set: ReturnType<typeof invented>) => set.map(({ doc, findings }) => scoreDocument(doc, findings))
const own = (set: ReturnType<typeof invented>) => {
  const found = new Map(set.map((s) => [s.doc.id, s.findings]))
  return ownFigures(
    () =>
      corpus(
        'own',
        set.map((s) => s.doc),
      ),
    ({ id }) => found.get(id) ?? [],
  )
}
const point = (set: ReturnType<typeof invented>, threshold: number) => ({
  threshold,
  ...figures(
    set.map(({ doc, findings }) =>
      scoreDocument(
        doc,
        findings.filter((f) => f.score >= threshold),
      ),
    ),
  ),
})
const bins = (set: ReturnType<typeof invented>) => binned(scoresOf(set).flatMap((s) => s.findings))

const results: Results = {
  corpora: { own_test: own(sets.own_test), pub: figures(scoresOf(sets.pub)) },
  own: { own_test: own(sets.own_test), own_dev: own(sets.own_dev) },
  ablation: { rules: { own_test: point(sets.own_test, 0.8), pub: point(sets.pub, 0.8) }, lexicon: { own_test: point(sets.own_test, 0.4), pub: point(sets.pub, 0.4) } },
  curves: { own_test: [0.2, 0.5, 0.8].map((t) => point(sets.own_test, t)), pub: [0.2, 0.5, 0.8].map((t) => point(sets.pub, t)) },
  bins: { own_test: bins(sets.own_test), pub: bins(sets.pub) },
  changed: ['pub recall 1 → 2', 'a < b & c'],
}

const unescaped = (s: string): string => s.replace(/&#(\d+);/gu, (_, n) => String.fromCharCode(Number(n)))

/** Rows of a table of the page, as text. */
function rows(html: string, id: string): string[][] {
  const body = html.split(`<table id="${id}">`)[1]?.split('</table>')[0].split('<tbody>')[1]
  if (body === undefined) throw new Error(`no table ${id}`)
  return [...body.matchAll(/<tr>(.*?)<\/tr>/gsu)].map((r) => [...r[1].matchAll(/<td[^>]*>(.*?)<\/td>/gsu)].map((c) => unescaped(c[1])))
}

/** A share as the reader of the page would round it. */
const pct = (part: number | null): string => (part === null ? '–' : (Math.round(part * 1e4) / 100).toFixed(2))

const html = report(results, [], '2026-01-01')

describe('the numbers of the page are those computed', () => {
  test('by corpus', () => {
    for (const name of ['own_test', 'pub'] as const) {
      const scores = scoresOf(sets[name])
      const spans = scores.flatMap((s) => s.spans)
      const found = scores.flatMap((s) => s.findings)
      const chars = scores.reduce((n, s) => n + s.doc.text.length, 0)
      const row = rows(html, 'corpora').find((r) => r[0] === name)
      const sum = (list: readonly number[]) => list.reduce((a, b) => a + b, 0)
      expect(row?.slice(1, 8)).toEqual([
        String(scores.length),
        String(spans.length),
        pct(spans.filter((s) => s.covered === s.chars).length / spans.length),
        pct(sum(spans.map((s) => s.covered)) / sum(spans.map((s) => s.chars))),
        pct(spans.filter((s) => s.typed).length / spans.length),
        pct(found.filter((f) => f.right).length / found.length),
        ((10000 * found.filter((f) => !f.right).length) / chars).toFixed(2),
      ])
    }
  })

  test('by label, by subtype, by casing', () => {
    const gold = scoresOf(sets.own_test).flatMap((s) => s.spans)
    for (const label of ['NAME', 'DATE', 'FAX']) {
      const mine = gold.filter((s) => s.span.label === label)
      const row = rows(html, 'categories').find((r) => r[0] === 'own_test' && r[1] === label)
      expect(row?.slice(2, 4)).toEqual([String(mine.length), pct(mine.filter((s) => s.covered === s.chars).length / mine.length)])
    }
    const clinicians = gold.filter((s) => s.span.label === 'NAME' && s.span.subtype === 'clinician')
    expect(clinicians.length).toBeGreaterThan(0)
    expect(rows(html, 'own_test-subtypes').find((r) => r[0] === 'NAME/clinician')?.[1]).toBe(String(clinicians.length))
    expect(rows(html, 'own_dev-casings').map((r) => r[1])).toEqual(Object.values(results.own.own_dev.casings).map((f) => pct(f.recall)))
  })

  test('the worst kinds, worst first', () => {
    const table = rows(html, 'own_test-kinds')
    expect(table.map((r) => r[0]).sort()).toEqual(['letter', 'note', 'sms'])
    const shares = table.map((r) => Number(r[3]))
    expect(shares).toEqual([...shares].sort((a, b) => a - b))
  })

  test('the ablation, with dashes for what is not there', () => {
    const table = rows(html, 'ablation')
    expect(table[0].slice(0, 2)).toEqual(['rules only', pct(results.ablation.rules.own_test.recall)])
    expect(table[1][5]).toBe(pct(results.ablation.lexicon.pub.recall))
    expect(table[3].slice(0, 2)).toEqual(['+ carrying (not there yet)', '–'])
  })

  test('the plots', () => {
    const dots = [...html.matchAll(/data-series="([^"]*)" data-x="([^"]*)" data-y="([^"]*)"/gu)].map((m) => [unescaped(m[1]), Number(m[2]), Number(m[3])])
    const near = (x: number | null) => Number((x ?? 0).toFixed(4))
    const expected = [
      ...Object.entries(results.curves).flatMap(([name, points]) => points.map((p) => [name, p.threshold, near(100 * (p.recall ?? 0))])),
      ...Object.entries(results.curves).flatMap(([name, points]) => points.map((p) => [name, p.threshold, near(p.falsePer10k)])),
      ...Object.entries(results.bins).flatMap(([name, list]) => list.filter((b) => b.findings > 0).map((b) => [name, near(b.mean), near(b.right / b.findings)])),
    ]
    expect(expected.length).toBeGreaterThan(20)
    expect(dots).toEqual(expected)
    expect(html.match(/<svg /gu)?.length).toBe(3)
  })

  test('and those of the plots as tables', () => {
    expect(rows(html, 'thresholds').map((r) => [r[0], r[1], r[2]])).toEqual(Object.entries(results.curves).flatMap(([name, points]) => points.map((p) => [name, p.threshold.toFixed(1), pct(p.recall)])))
    expect(rows(html, 'reliability').reduce((n, r) => n + Number(r[2]), 0)).toBe([...sets.own_test, ...sets.pub].reduce((n, s) => n + s.findings.length, 0))
  })

  test('docs/quality.md has the same rows', () => {
    const text = doc(results)
    for (const id of ['own_test-subtypes', 'own_test-kinds', 'own_test-casings', 'ablation']) for (const row of rows(html, id)) expect(text).toContain(`| ${row.join(' | ')} |`)
    for (const row of rows(html, 'corpora').filter((r) => r[0] !== 'own_dev')) expect(text).toContain(`| ${row.join(' | ')} |`)
    expect(text).toContain('Not in the engine yet, and not run: + tagger, + carrying, + roster, + compromise.')
    expect(text).toContain('pub recall 1 → 2')
    expect(doc({ ...results, changed: null })).toContain('None are saved.')
  })
})

describe('the page', () => {
  test('needs nothing from anywhere, and runs nothing', () => {
    expect(html).not.toMatch(/https?:|\bsrc=|\bhref=|url\(|@import|<script|<link|\son\w+=/u)
    expect(html).toContain(`default-src 'none'`)
  })

  test('fits light and dark: every colour has its twin', () => {
    const [light, dark] = [...html.matchAll(/:root \{([^}]*)\}/gu)].map((m) => new Set([...m[1].matchAll(/--[\w-]+/gu)].map(String)))
    expect(html).toContain('color-scheme: light dark')
    expect(light.size).toBeGreaterThan(8)
    expect(dark).toEqual(light)
  })

  test('every element that is opened is closed', () => {
    const open: string[] = []
    for (const m of html.replace(/<!doctype html>/u, '').matchAll(/<(\/?)([a-z]\w*)[^>]*?(\/?)>/gu)) {
      if (m[3] === '/' || m[2] === 'meta') continue
      if (m[1] === '') open.push(m[2])
      else expect(open.pop()).toBe(m[2])
    }
    expect(open).toEqual([])
  })
})

describe('misses and false findings in context', () => {
  const shown = corpus('own_dev', [marked('<b onload=x>\nseen by ⟦NAME/clinician|Ada "Q" Loew⟧ & ⟦GEO|Lund⟧ in ⟦~|OH⟧ well', 'd/1')])
  const [page] = shown.docs
  const found = [find(page, 'Loew'), find(page, 'well', 'GEO', 0.61)]
  const examples: Examples = examplesOf(shown, [scoreDocument(page, found)])

  test('what is missed, covered, false and ignored is told apart', () => {
    expect(examples.misses.map((e) => [e.label, e.note])).toEqual([
      ['NAME', 'NAME/clinician 4/8'],
      ['GEO', 'GEO 0/4'],
    ])
    expect(examples.falses.map((e) => [e.label, e.note])).toEqual([['GEO', 'GEO 0.61']])
    expect(examples.misses[0].pieces.filter((p) => p.mark !== 'plain').map((p) => [p.mark, p.text])).toEqual([
      ['missed', 'Ada "Q" '],
      ['hit', 'Loew'],
      ['missed', 'Lund'],
      ['ignored', 'OH'],
      ['false', 'well'],
    ])
    expect(examples.misses[0].pieces.map((p) => p.text).join('')).toBe(page.text)
  })

  test('on the page they are text, never markup', () => {
    const out = report(results, [examples], '2026-01-01')
    expect(out).toContain('&#60;b onload=x&#62; ⏎ seen by <mark class="missed">Ada &#34;Q&#34; </mark><mark class="hit">Loew</mark> &#38; ')
    expect(out).not.toContain('<b onload')
    expect(out).toContain('<h3>Misses: 2</h3>')
  })

  test('no more than the limit, and it says so', () => {
    const many = corpus('c', [marked('⟦NAME|A⟧ '.repeat(9))])
    const some = examplesOf(many, [scoreDocument(many.docs[0], [])], 3)
    expect([some.misses.length, some.missed]).toEqual([3, 9])
    expect(report(results, [some], 'x')).toContain('<h3>Misses: the first 3 of 9</h3>')
  })

  test('a corpus that may not be shown is not', () => {
    expect(() => examplesOf(corpus('own_test', shown.docs, false, true), [])).toThrow('own_test is the test part')
  })
})

describe('a whole run on the project’s own documents', () => {
  const root = fileURLToPath(new URL('../..', import.meta.url))
  const folder = join(root, 'bench/quality/corpus')
  let real: Results
  beforeAll(() => {
    expect(existsSync(folder)).toBe(true)
    real = measure(root, [], {})
  }, 120_000)

  test('tells of both parts, in every way', () => {
    expect(Object.keys(real.corpora)).toEqual(['own_test'])
    expect(Object.keys(real.curves)).toEqual(['own_test', 'own_dev'])
    expect(real.own.own_test.spans).toBeGreaterThan(2000)
    expect(Object.keys(real.own.own_test.casings)).toEqual(expect.arrayContaining(['asIs', 'lower', 'caps', 'spoken']))
    expect(real.changed).toEqual(['own_test: new'])
    const at = real.curves.own_test.find((p) => p.threshold === 0.5)
    expect(at?.recall).toBe(real.corpora.own_test.recall)
    expect(real.ablation.tagger.own_test.recall).toBe(real.corpora.own_test.recall)
  })

  test('nothing of the test part’s text comes out', () => {
    const out = [report(real, [], 'x'), doc(real)].join('\n')
    const values = readOwn(folder, 'own_test').docs.flatMap((d) => d.spans.map((s) => d.text.slice(s.start, s.end)))
    const telling = [...new Set(values)].filter((v) => v.length >= 6)
    expect(telling.length).toBeGreaterThan(1000)
    expect(telling.filter((v) => out.includes(v))).toEqual([])
  })
})

test('flags of npm run quality', () => {
  expect(qualityOptions([])).toEqual({ save: false, sharedExamples: false })
  expect(qualityOptions(['--save', '--shared-examples'])).toEqual({ save: true, sharedExamples: true })
  expect(() => qualityOptions(['--sav'])).toThrow('no flag --sav: there are --save --shared-examples')
})
