import { describe, expect, test } from 'vitest'
import { changes, rounded } from '../../bench/quality/changes'
import { CONFIGURATIONS, type Configuration, configuration } from '../../bench/quality/configurations'
import { finder } from '../../bench/quality/engine'
import { figures } from '../../bench/quality/figures'
import { CASING_NAMES } from '../../bench/quality/gold'
import { ablation, binned, curve, ownFigures, reliability, seriesOf, wilson } from '../../bench/quality/measure'
import { axis } from '../../bench/quality/plot'
import { scoreDocument } from '../../bench/quality/score'
import { corpus, find, marked } from './invented'

const docs = [marked('Call ⟦PHONE|(212) 555-0147⟧ or write to ⟦EMAIL|ada@loew.example⟧.', 'a', 'sms'), marked('SSN ⟦SSN|219-09-9999⟧, seen by Dr. ⟦NAME/clinician|Anil Kapoor⟧.', 'b', 'note')]

describe('the engine as it is measured', () => {
  test('finds under a threshold, one label, or all', () => {
    const labels = (options: Parameters<typeof finder>[1]) => finder(undefined, options)(docs[1].text).map((f) => f.label)
    expect(labels({})).toEqual(['SSN', 'NAME'])
    expect(labels({ label: 'SSN' })).toEqual(['SSN'])
    expect(labels({ label: 'NAME' })).toEqual(['NAME'])
    expect(labels({ threshold: 1.01 })).toEqual([])
    expect(finder((d) => d.label === 'SSN', { tagged: false })(docs[1].text).map((f) => f.label)).toEqual(['SSN'])
  })

  test('without the dictionaries a title word says nothing', () => {
    const text = 'Seen in April by Dr. Anil Kapoor.'
    const named = (words: boolean) => finder(undefined, { tagged: false, words })(text).length
    expect(named(true)).toBeGreaterThan(named(false))
  })
})

describe('the ablation', () => {
  const series = [{ name: 's', corpora: [corpus('c', docs)] }]

  test('runs those that are there, on documents, and leaves out the others', () => {
    const asked: string[] = []
    const noting = (doc: { id: string }) => {
      asked.push(doc.id)
      return []
    }
    const list: Configuration[] = [
      { id: 'none', title: 'none', what: '', make: () => noting },
      { id: 'gold', title: 'gold', what: '', make: () => (doc) => doc.spans.map((s) => ({ start: s.start, end: s.end, label: s.label ?? '', score: 1 })) },
      { id: 'to-come', title: 'to come', what: '', make: null },
    ]
    const out = ablation(series, list)
    expect(asked).toEqual(['a', 'b'])
    expect(Object.keys(out)).toEqual(['none', 'gold'])
    expect([out.none.s.recall, out.gold.s.recall, out.gold.s.precision]).toEqual([0, 1, 1])
  })

  test('each configuration is known by its id', () => {
    expect(CONFIGURATIONS.map((c) => c.title)).toEqual(['rules only', '+ lexicon', '+ tagger', '+ carrying', '+ roster', '+ compromise'])
    expect(configuration('lexicon').title).toBe('+ lexicon')
    expect(() => configuration('x')).toThrow('no configuration x: there are rules, lexicon, tagger')
  })

  test('those that are there make a finder that finds', () => {
    for (const { make } of CONFIGURATIONS) if (make !== null) expect(make()(docs[0]).map((f) => f.label)).toContain('EMAIL')
  })
})

test('the project’s own corpus in every casing', () => {
  const asked: string[] = []
  const own = ownFigures(
    (casing) => {
      asked.push(casing)
      return corpus('own', casing === 'caps' ? docs.slice(1) : docs)
    },
    (doc) => doc.spans.map((s) => ({ start: s.start, end: s.end, label: s.label ?? '', score: 1 })),
  )
  expect(new Set(asked)).toEqual(new Set(CASING_NAMES))
  expect(Object.fromEntries(Object.entries(own.casings).map(([c, f]) => [c, f.spans]))).toEqual(Object.fromEntries(CASING_NAMES.map((c) => [c, c === 'caps' ? 2 : 4])))
  expect(Object.fromEntries(Object.entries(own.kinds).map(([k, f]) => [k, [f.docs, f.spans, f.recall]]))).toEqual({ note: [1, 2, 1], sms: [1, 2, 1] })
  expect(own.spans).toBe(4)
})

describe('thresholds and scores', () => {
  test('public corpora are measured as two: with identifiers, and without', () => {
    const bare = corpus('bare', [marked('nothing, in ⟦~|OH⟧, aged ⟦!|44⟧')])
    const series = seriesOf([corpus('own_test', docs, false, true), corpus('full', docs), bare])
    expect(series.map((s) => [s.name, s.corpora.map((c) => c.name)])).toEqual([
      ['own_test', ['own_test']],
      ['public, with identifiers', ['full']],
      ['public, without', ['bare']],
    ])
    expect(seriesOf([corpus('own_dev', docs, true, true)]).length).toBe(1)
  })

  test('each point is a run of the engine at that threshold', () => {
    const points = curve({ name: 's', corpora: [corpus('c', docs)] }, [0, 0.5, 1.01])
    expect(points.map((p) => [p.threshold, p.docs, p.spans])).toEqual([
      [0, 2, 4],
      [0.5, 2, 4],
      [1.01, 2, 4],
    ])
    expect(points[1].recall).toBe(1)
    expect([points[2].recall, points[2].precision]).toEqual([0, null])
  })

  test('every finding stands in one bin, on an edge in the one above', () => {
    const finding = (score: number, right: boolean) => ({ finding: { start: 0, end: 1, label: 'NAME', score }, right })
    const bins = binned([finding(0, false), finding(0.3, true), finding(0.7, true), finding(0.75, false), finding(1, true)])
    expect(bins.filter((b) => b.findings > 0)).toEqual([
      { from: 0, to: 0.1, findings: 1, right: 0, mean: 0 },
      { from: 0.3, to: 0.4, findings: 1, right: 1, mean: 0.3 },
      { from: 0.7, to: 0.8, findings: 2, right: 1, mean: 1.45 / 2 },
      { from: 0.9, to: 1, findings: 1, right: 1, mean: 1 },
    ])
    expect(bins[4]).toEqual({ from: 0.4, to: 0.5, findings: 0, right: 0, mean: null })
    const all = reliability({ name: 's', corpora: [corpus('c', docs)] })
    expect(all.reduce((n, b) => n + b.findings, 0)).toBeGreaterThanOrEqual(4)
  })

  // Newcombe 1998 (Statistics in Medicine 17:857), table I, method 3.
  test.each([
    [81, 263, 0.2553, 0.3662],
    [15, 148, 0.0624, 0.1605],
    [0, 20, 0, 0.1611],
    [1, 29, 0.0061, 0.1718],
  ])('Wilson interval of %i of %i', (right, n, low, high) => {
    const [a, b] = wilson(right, n)
    expect(a).toBeCloseTo(low, 4)
    expect(b).toBeCloseTo(high, 4)
  })
})

test.each([
  [[81.3, 92.4], 0, 100],
  [[0, 13.2], 0, Number.POSITIVE_INFINITY],
  [[99.99, 100], 0, 100],
  [[50], 0, 100],
  [[], 0, 100],
  [[0, 0], 0, Number.POSITIVE_INFINITY],
])('an axis holds its values: %j', (values, least, most) => {
  const { range, step } = axis(values, least, most)
  for (const v of values) {
    expect(v).toBeGreaterThanOrEqual(range[0])
    expect(v).toBeLessThanOrEqual(range[1])
  }
  expect(range[1]).toBeGreaterThan(range[0])
  expect((range[1] - range[0]) / step).toBeLessThanOrEqual(12)
})

describe('changes since the saved figures', () => {
  const at = (found: number) => figures(docs.map((doc, i) => scoreDocument(doc, i < found ? [find(doc, ['(212) 555-0147', '219-09-9999'][i], ['PHONE', 'SSN'][i])] : [])))

  test('none', () => expect(changes({ c: rounded(at(2)) }, { c: at(2) })).toEqual(['nothing changed']))

  test('recall of the corpus and of a label', () => {
    const lines = changes({ c: rounded(at(1)) }, { c: at(2) }).map((l) => l.replace(/ +/gu, ' '))
    expect(lines).toContain('c recall 25.00 → 50.00 (+25.00)')
    expect(lines).toContain('c SSN recall 0.00 → 100.00 (+100.00)')
    expect(lines.some((l) => l.includes('PHONE'))).toBe(false)
  })

  test('false findings by label', () => {
    const wrong = figures([scoreDocument(docs[0], [find(docs[0], 'Call', 'NAME')])])
    const none = figures([scoreDocument(docs[0], [])])
    expect(changes({ c: none }, { c: wrong }).map((l) => l.replace(/ +/gu, ' '))).toContain('c false NAME 0 → 1 (+1)')
    expect(changes({ c: wrong }, { c: none }).map((l) => l.replace(/ +/gu, ' '))).toContain('c false NAME 1 → 0 (-1)')
  })

  test('corpora that are new, and gone where all were there to be measured', () => {
    expect(changes({ old: {} }, { c: at(1) })).toEqual(['c: new', 'old: gone'])
    expect(changes({ old: {} }, { c: at(1) }, false)).toEqual(['c: new'])
  })

  test('subtypes and casings of the own corpus, where they were saved', () => {
    const own = (found: boolean) =>
      ownFigures(
        () => corpus('own', docs),
        (doc) => (found && doc.id === 'b' ? [find(doc, 'Anil Kapoor')] : []),
      )
    const lines = changes({ own_test: rounded(own(false)) }, { own_test: own(true) }).map((l) => l.replace(/ +/gu, ' '))
    expect(lines).toContain('own_test NAME/clinician recall 0.00 → 100.00 (+100.00)')
    expect(lines).toContain('own_test casing caps recall 0.00 → 25.00 (+25.00)')
    expect(changes({ own_test: {} }, { own_test: own(true) })).toEqual(['nothing changed'])
  })

  test('what is saved has five digits', () => expect(rounded({ a: 1 / 3, b: [2 / 3, 4], c: null })).toEqual({ a: 0.33333, b: [0.66667, 4], c: null }))
})
