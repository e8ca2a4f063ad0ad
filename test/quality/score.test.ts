import { execFileSync } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { bySubtype, figures, overall, worst } from '../../bench/quality/figures'
import { scoreDocument } from '../../bench/quality/score'
import { find, invented, marked } from './invented'

const twin = fileURLToPath(new URL('../../../shared/eval/score.mjs', import.meta.url))

describe('a span', () => {
  const cases: Array<[why: string, text: string, found: Array<[string, string]>, covered: number, chars: number, typed: boolean]> = [
    ['covered whole', 'seen by ⟦NAME|Ada Loew⟧ today', [['Ada Loew', 'NAME']], 7, 7, true],
    ['not covered', 'seen by ⟦NAME|Ada Loew⟧ today', [], 0, 7, false],
    ['covered in part, by less than half', 'seen by ⟦NAME|Ada Loewe⟧ today', [['Ada', 'NAME']], 3, 8, false],
    ['covered in part, by more than half', 'seen by ⟦NAME|Ada Loewe⟧ today', [['Loewe', 'NAME']], 5, 8, true],
    ['covered by half: not typed', 'seen by ⟦NAME|Ada Loe⟧ today', [['Loe', 'NAME']], 3, 6, false],
    [
      'covered by two findings',
      'seen by ⟦NAME|Ada Loew⟧ today',
      [
        ['Ada', 'NAME'],
        ['Loew', 'NAME'],
      ],
      7,
      7,
      true,
    ],
    ['punctuation at its edges does not count', 'on ⟦DATE|(3/14)⟧ x', [['3/14', 'DATE']], 3, 3, true],
    [
      'nor within',
      'MRN ⟦MRN|00-48⟧',
      [
        ['00', 'MRN'],
        ['48', 'MRN'],
      ],
      4,
      4,
      true,
    ],
    ['a finding may be larger', 'by ⟦NAME|Ada⟧ MD', [['Ada MD', 'NAME']], 3, 3, true],
    ['wrong label', 'in ⟦GEO|Lund⟧', [['Lund', 'NAME']], 4, 4, false],
    ['a label of the same family: numbers', 'no ⟦MRN|4812⟧', [['4812', 'ACCOUNT']], 4, 4, true],
    ['a label of the same family: fax', 'no ⟦FAX|4812⟧', [['4812', 'PHONE']], 4, 4, true],
    ['a label of the same family: age', 'no ⟦AGE|94⟧', [['94', 'DATE']], 2, 2, true],
    ['phone is no number of that family', 'no ⟦PHONE|4812⟧', [['4812', 'MRN']], 4, 4, false],
    ['letters of two code units count twice', 'by ⟦NAME|𝒜da⟧', [['da', 'NAME']], 2, 4, false],
    ['letters of other scripts', 'by ⟦NAME|王芳⟧', [['王', 'NAME']], 1, 2, false],
  ]
  test.each(cases)('%s', (_why, text, found, covered, chars, typed) => {
    const doc = marked(text)
    const { spans } = scoreDocument(
      doc,
      found.map(([what, label]) => find(doc, what, label)),
    )
    expect(spans).toEqual([{ span: doc.spans[0], covered, chars, typed }])
  })

  test('where findings overlap, the one that starts last gives the label, in whatever order they come', () => {
    const doc = marked('⟦GEO|Lund⟧')
    const wide = { start: 0, end: 4, label: 'NAME', score: 1 }
    const late = { start: 1, end: 4, label: 'GEO', score: 1 }
    for (const found of [
      [wide, late],
      [late, wide],
    ])
      expect(scoreDocument(doc, found).spans[0].typed).toBe(true)
  })

  test('without letters or digits it is no identifier', () => {
    expect(scoreDocument(marked('a ⟦NAME|…⟧'), []).spans).toEqual([])
  })

  test('what is ignored is scored neither way; a hard negative is text like any other', () => {
    const doc = marked('in ⟦~|OH⟧ aged ⟦!|44⟧')
    const { spans, findings } = scoreDocument(doc, [find(doc, 'OH', 'GEO'), find(doc, '44', 'AGE')])
    expect(spans).toEqual([])
    expect(findings.map((f) => f.right)).toEqual([true, false])
  })

  test('subtypes can be left out of the score', () => {
    const doc = marked('at ⟦GEO/facility|Elm House⟧ by ⟦NAME/clinician|Loew⟧')
    const found = [find(doc, 'Elm House', 'GEO')]
    expect(scoreDocument(doc, found).spans.length).toBe(2)
    const skipped = scoreDocument(doc, found, new Set(['facility']))
    expect(skipped.spans.map((s) => s.span.subtype)).toEqual(['clinician'])
    expect(skipped.findings[0].right).toBe(true)
  })
})

describe('a finding', () => {
  test('is right when it touches a letter or digit of an identifier of any label', () => {
    const doc = marked('by Dr. ⟦NAME|Ada⟧, well')
    const spot = (what: string) => scoreDocument(doc, [find(doc, what, 'GEO')]).findings[0].right
    expect(['Dr. A', 'Ada', ', well', 'by', ', '].map(spot)).toEqual([true, true, false, false, false])
  })

  test.each([
    [-1, 2],
    [0, 99],
    [2, 2],
    [3, 1],
    [0.5, 2],
    [Number.NaN, 2],
  ])('outside the text is an error that does not tell the text: %s–%s', (start, end) => {
    const doc = marked('by ⟦NAME|Ada⟧')
    expect(() => scoreDocument(doc, [{ start, end, label: 'NAME', score: 1 }])).toThrow(/^a finding of d is no stretch of its text: NAME/)
  })
})

test('the figures of a corpus, by hand', () => {
  const a = marked('⟦NAME/patient|Ada⟧ saw ⟦NAME/clinician|Loew⟧ on ⟦DATE|3/14⟧ in spring', 'a', 'sms')
  const b = marked('⟦NAME/patient|Bo Ek⟧ is well', 'b', 'note')
  const scores = [scoreDocument(a, [find(a, 'Ada'), find(a, '3/14', 'AGE'), find(a, 'spring', 'DATE')]), scoreDocument(b, [find(b, 'Bo'), find(b, 'well', 'NAME')])]
  const chars = a.text.length + b.text.length
  expect(figures(scores)).toEqual({
    docs: 2,
    chars,
    spans: 4,
    recall: 2 / 4,
    charRecall: (3 + 3 + 2) / (3 + 4 + 3 + 4),
    typed: 2 / 4,
    precision: 3 / 5,
    falsePer10k: (10000 * 2) / chars,
    falseByLabel: { DATE: 1, NAME: 1 },
    categories: {
      NAME: { gold: 3, recall: 1 / 3, charRecall: 5 / 11, typed: 1 / 3, precision: 2 / 3, falsePer10k: 10000 / chars },
      DATE: { gold: 1, recall: 1, charRecall: 1, typed: 1, precision: 0, falsePer10k: 10000 / chars },
    },
  })
  expect(bySubtype(scores)).toEqual({
    DATE: { gold: 1, recall: 1, charRecall: 1, typed: 1 },
    'NAME/clinician': { gold: 1, recall: 0, charRecall: 0, typed: 0 },
    'NAME/patient': { gold: 2, recall: 1 / 2, charRecall: 5 / 7, typed: 1 / 2 },
  })
})

test('shares of nothing are null, rates of nothing are 0', () => {
  expect(overall([])).toEqual({ docs: 0, chars: 0, spans: 0, recall: null, charRecall: null, typed: null, precision: null, falsePer10k: 0 })
})

test('the worst: least recall first, then least of letters, then by name; never what holds no identifier', () => {
  const group = (recall: number | null, charRecall: number) => ({ ...overall([]), spans: recall === null ? 0 : 3, recall, charRecall })
  const all = { good: group(1, 1), b: group(0.5, 0.6), a: group(0.5, 0.6), worse: group(0.5, 0.2), none: group(null, 0) }
  expect(worst(all, 3).map(([name]) => name)).toEqual(['worse', 'a', 'b'])
  expect(worst(all, 9).length).toBe(4)
})

describe.skipIf(!existsSync(twin))('agrees with the scorer beside the project', () => {
  test.each([[[]], [['--no-facility']], [['--no-facility', '--no-clinician']]])('%j', (flags: string[]) => {
    const sets = [invented(1, 200), invented(2, 150)]
    const theirs = twinFigures(sets, flags)
    const skip = new Set(flags.map((f) => f.slice('--no-'.length)))
    sets.forEach((set, i) => {
      const mine = figures(set.map(({ doc, findings }) => scoreDocument(doc, findings, skip)))
      expect(mine.spans).toBeGreaterThan(100)
      const { categories, ...rest } = theirs[`set${i}`]
      expect(mine).toMatchObject(rest)
      expect(Object.keys(mine.falseByLabel).sort()).toEqual(Object.keys(rest.falseByLabel).sort())
      expect(Object.keys(mine.categories).sort()).toEqual(Object.keys(categories).sort())
      expect(mine.categories).toMatchObject(categories)
    })
  })

  function twinFigures(sets: ReadonlyArray<ReturnType<typeof invented>>, flags: readonly string[]) {
    const work = mkdtempSync(join(tmpdir(), 'score-'))
    try {
      const args = sets.flatMap((set, i) => {
        const line = (value: unknown) => `${JSON.stringify(value)}\n`
        const gold = join(work, `set${i}.jsonl`)
        const spans = (list: (typeof set)[number]['doc']['spans']) =>
          list.map((s) => ({ start: s.start, end: s.end, category: s.label, dont_care: s.ignored, facility: s.subtype === 'facility', clinician: s.subtype === 'clinician' }))
        writeFileSync(gold, set.map(({ doc }) => line({ id: `${i}-${doc.id}`, text: doc.text, spans: spans(doc.spans) })).join(''))
        writeFileSync(join(work, `found${i}.jsonl`), set.map(({ doc, findings }) => line({ id: `${i}-${doc.id}`, findings })).join(''))
        return ['--gold', gold, '--pred', join(work, `found${i}.jsonl`)]
      })
      return JSON.parse(execFileSync(process.execPath, [twin, ...args, '--json', ...flags], { encoding: 'utf8' })).corpora
    } finally {
      rmSync(work, { recursive: true, force: true })
    }
  }
})
