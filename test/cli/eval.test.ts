import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parse } from '../../src/cli/args'
import { evaluate } from '../../src/cli/eval'
import { Least, random } from '../../src/cli/eval-least'
import { percentOf, percentUp } from '../../src/cli/eval-print'
import { Score } from '../../src/cli/eval-score'
import { betaQuantile, Clustered, incompleteBeta, tQuantile, upperBound } from '../../src/cli/eval-stats'
import type { DephiError } from '../../src/errors'
import { LABELS, type Label } from '../../src/labels'
import { Cli } from './harness'

const cli = await Cli.make()
const faulty = await Cli.make(true)
cli.put('deny.tsv', 'NAME/patient\tZebulon Quist\nMRN\tQX-77\nGEO\tOrrinvale\n')
cli.put('allow.txt', 'Perpetua Lund\n')
/** What is found and what is missed, whatever the detectors learn. */
const DENY = ['--deny', join(cli.home, 'deny.tsv'), '--allow', join(cli.home, 'allow.txt')]
const lines = (text: string): string[] => text.trimEnd().split('\n')
const jsonl = (...values: readonly unknown[]): string => `${values.map((v) => JSON.stringify(v)).join('\n')}\n`

/** What a run in this process throws. */
const refusal = (run: Promise<unknown>): Promise<DephiError> =>
  run.then(
    () => {
      throw new Error('it was not refused')
    },
    (error: DephiError) => error,
  )

/** A gold line from a text in which `[[LABEL|value]]` marks spans; `[[null|…]]` is a hard negative, a `!` behind the label ignores. */
function marked(id: unknown, source: string): { id: unknown; text: string; spans: object[] } {
  let text = ''
  const spans: object[] = []
  for (const part of source.split(/(\[\[.*?\]\])/)) {
    const [, label, ignore, value] = /^\[\[([\w/]+)(!?)\|(.*)\]\]$/.exec(part) ?? []
    if (value !== undefined) spans.push({ start: text.length, end: text.length + value.length, label: label === 'null' ? null : label, ...(ignore === '!' ? { ignore: true } : {}) })
    text += value ?? part
  }
  return { id, text, spans }
}

describe('bounds', () => {
  // Published: Clopper and Pearson's limits as tabled for two-sided 95 % (so one-sided 97.5 %), and the "rule of three".
  test.each([
    [0, 300, 0.95, 0.009936],
    [0, 10, 0.975, 0.3085],
    [1, 10, 0.975, 0.445],
    [5, 10, 0.975, 0.8129],
    [10, 100, 0.975, 0.1762],
    [1, 20, 0.975, 0.2487],
    [2, 20, 0.975, 0.317],
    [3, 100, 0.975, 0.0852],
    [0, 30, 0.95, 0.095],
    [10, 10, 0.95, 1],
    [0, 0, 0.95, 1],
  ])('%i of %i at %f: %f', (k, n, confidence, published) => {
    expect(upperBound(k, n, confidence)).toBeCloseTo(published, 4)
  })

  test('law: under the bound, k or fewer have the probability 1 - confidence', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 400 }), fc.nat(), fc.constantFrom(0.9, 0.95, 0.975, 0.99), (n, raw, confidence) => {
        const k = raw % n
        const p = upperBound(k, n, confidence)
        let term = n * Math.log1p(-p)
        let sum = Math.exp(term)
        for (let i = 1; i <= k; i++) {
          term += Math.log((n - i + 1) / i) + Math.log(p) - Math.log1p(-p)
          sum += Math.exp(term)
        }
        expect(sum).toBeCloseTo(1 - confidence, 9)
      }),
    )
  })

  test('incomplete beta: known values, symmetry, and its quantile', () => {
    expect(incompleteBeta(0.5, 2, 2)).toBeCloseTo(0.5, 14)
    expect(incompleteBeta(0.3, 1, 1)).toBeCloseTo(0.3, 14)
    expect(incompleteBeta(0.3, 2, 5)).toBeCloseTo(0.579825, 12)
    expect([incompleteBeta(0, 3, 4), incompleteBeta(1, 3, 4)]).toEqual([0, 1])
    fc.assert(
      fc.property(fc.double({ min: 0.001, max: 0.999, noNaN: true }), fc.double({ min: 0.5, max: 500, noNaN: true }), fc.double({ min: 0.5, max: 500, noNaN: true }), (x, a, b) => {
        expect(incompleteBeta(x, a, b) + incompleteBeta(1 - x, b, a)).toBeCloseTo(1, 11)
        expect(incompleteBeta(betaQuantile(x, a, b), a, b)).toBeCloseTo(x, 9)
      }),
    )
  })

  test('large samples stay exact: the normal distribution is near', () => {
    expect(upperBound(500_000_000, 1_000_000_000, 0.95)).toBeCloseTo(0.5 + 1.6449 * Math.sqrt(0.25 / 1e9), 8)
    expect(upperBound(0, 1_000_000, 0.95)).toBeCloseTo(2.9957e-6, 9)
  })

  test('t quantiles as tabled', () => {
    for (const [p, degrees, t] of [
      [0.95, 1, 6.314],
      [0.95, 4, 2.132],
      [0.975, 10, 2.228],
      [0.95, 100_000, 1.645],
    ])
      expect(tQuantile(p, degrees)).toBeCloseTo(t, 3)
  })
})

describe('misses that come in documents', () => {
  const clustered = (counts: ReadonlyArray<readonly [number, number]>): Clustered => {
    const out = new Clustered()
    for (const [missed, total] of counts) out.add(missed, total)
    return out
  }

  test('no miss: the plain bound; the same misses heaped in few documents: a wider one', () => {
    expect(clustered(Array.from({ length: 30 }, () => [0, 10])).upper(0.95)).toBeCloseTo(0.009936, 5)
    const plain = upperBound(20, 500, 0.95)
    const spread = clustered(Array.from({ length: 50 }, (_, i) => [i < 20 ? 1 : 0, 10])).upper(0.95)
    const heaped = clustered(Array.from({ length: 50 }, (_, i) => [i < 2 ? 10 : 0, 10])).upper(0.95)
    expect(spread).toBeGreaterThanOrEqual(plain)
    expect(spread).toBeLessThan(plain * 1.1)
    expect(heaped).toBeGreaterThan(plain * 1.5)
  })

  test('one document says nothing of others; documents without identifiers do not count', () => {
    expect(clustered([[1, 100]]).upper(0.95)).toBeGreaterThan(0.9)
    const some = clustered([
      [1, 10],
      [0, 0],
      [0, 10],
    ])
    expect([some.documents, some.missed, some.total]).toEqual([2, 1, 20])
  })

  test('few documents: the effective size of Korn and Graubard, with the tabled t of 39 and of 3 degrees', () => {
    const n = 40 * (1.6849 / 2.3534) ** 2
    const misses: Array<[number, number]> = [1, 0, 1, 0].map((missed) => [missed, 10])
    expect(clustered(misses).upper(0.95)).toBeCloseTo(betaQuantile(0.95, 0.05 * n + 1, 0.95 * n), 4)
    // Both misses in one document: the squares of 2 - 0.5, 0.5, 0.5 and 0.5 sum to 3, where one each in two documents gives 1.
    const heaped = (40 * (0.0475 / 40)) / (((4 / 3) * (4 * 0.25 + 2)) / 1600)
    const one: Array<[number, number]> = [2, 0, 0, 0].map((missed) => [missed, 10])
    const size = heaped * (1.6849 / 2.3534) ** 2
    expect(clustered(one).upper(0.95)).toBeCloseTo(betaQuantile(0.95, 0.05 * size + 1, 0.95 * size), 4)
  })

  test('the bound holds as often as it says, where the plain one does not', () => {
    const next = random(7)
    let held = 0
    let plain = 0
    const runs = 400
    for (let run = 0; run < runs; run++) {
      const sample = new Clustered()
      // One document in five is of a kind half of whose identifiers are missed: 10 % over all.
      for (let d = 0; d < 60; d++) {
        const rate = next() < 0.2 ? 0.5 : 0
        sample.add(Array.from({ length: 20 }, next).filter((x) => x < rate).length, 20)
      }
      if (sample.upper(0.95) >= 0.1) held++
      if (upperBound(sample.missed, sample.total, 0.95) >= 0.1) plain++
    }
    expect(held / runs).toBeGreaterThan(0.92)
    expect(plain / runs).toBeLessThan(0.8)
  })
})

/** Invented documents with spans and findings at random. */
function invented(seed: number) {
  const next = random(seed)
  const int = (n: number): number => Math.floor(next() * n)
  const letters = [...'abZ9 .,-\n()éßЖ中٣_', 'ab', 'Q4']
  const label = (): Label => LABELS[int(LABELS.length)]
  return Array.from({ length: 30 }, (_, id) => {
    const text = Array.from({ length: 5 + int(60) }, () => letters[int(letters.length)]).join('')
    const spans = Array.from({ length: int(6) }, () => {
      const start = int(text.length)
      return { start, end: start + 1 + int(Math.min(12, text.length - start)), category: int(5) === 0 ? null : label(), dont_care: int(6) === 0 }
    })
    const findings: Array<{ start: number; end: number; label: Label }> = []
    for (let start = int(9); start < text.length; start += 1 + int(9)) {
      const end = Math.min(text.length, start + 1 + int(8))
      findings.push({ start, end, label: label() })
      start = end
    }
    return { id: `d${id}`, text, spans, findings }
  })
}

type Invented = ReturnType<typeof invented>

function scored(documents: Invented): Score {
  const score = new Score({ kept: new Set(), misses: 3, falses: 3 })
  for (const { id, text, spans, findings } of documents) {
    score.add(
      { file: 'gold', line: 1, id },
      text,
      spans.map(({ start, end, category, dont_care }) => ({ start, end, label: category, ignore: dont_care })),
      findings.map((f) => ({ ...f, score: 1, detector: 'x' })),
    )
  }
  return score
}

/** The rules once more, character by character, as sets. */
function slowly(documents: Invented) {
  const kin = (l: Label): string => (/^(MRN|HEALTH_PLAN|ACCOUNT|LICENSE|OTHER_ID|SSN|DEVICE|VEHICLE|BIOMETRIC)$/.test(l) ? 'ID' : /^(PHONE|FAX)$/.test(l) ? 'PHONE' : /^(DATE|AGE)$/.test(l) ? 'DATE' : l)
  const sum = { spans: 0, whole: 0, typed: 0, characters: 0, covered: 0, findings: 0, right: 0, documentsMissed: 0 }
  for (const { text, spans, findings } of documents) {
    const solid = (from: number, to: number): number[] => [...text].flatMap((c, i) => (i >= from && i < to && /[\p{L}\p{N}]/u.test(c) ? [i] : []))
    let missed = false
    for (const { start, end, category } of spans.filter((s) => s.category !== null && !s.dont_care)) {
      const all = solid(start, end)
      const by = all.map((i) => findings.find((f) => f.start <= i && i < f.end)?.label)
      if (all.length === 0) continue
      const covered = by.filter((l) => l !== undefined)
      sum.spans++
      sum.characters += all.length
      sum.covered += covered.length
      if (covered.length === all.length) sum.whole++
      else missed = true
      if (covered.filter((l) => kin(l) === kin(category as Label)).length * 2 > all.length) sum.typed++
    }
    if (missed) sum.documentsMissed++
    const allowed = new Set(spans.filter((s) => s.category !== null || s.dont_care).flatMap((s) => solid(s.start, s.end)))
    sum.findings += findings.length
    sum.right += findings.filter((f) => solid(f.start, f.end).some((i) => allowed.has(i))).length
  }
  return sum
}

describe('scoring', () => {
  test('agrees with a slow twin on invented documents', () => {
    for (let seed = 1; seed <= 60; seed++) {
      const documents = invented(seed)
      const { all, findings, right, documentsMissed } = scored(documents)
      const { spans, whole, typed, characters, covered } = all
      expect({ seed, spans, whole, typed, characters, covered, findings, right, documentsMissed }).toEqual({ seed, ...slowly(documents) })
    }
  })

  const twin = fileURLToPath(new URL('../../../shared/eval/score.mjs', import.meta.url))

  test.runIf(existsSync(twin))('agrees with the scorer of the corpora', () => {
    for (let seed = 101; seed <= 110; seed++) {
      const documents = invented(seed)
      const path = cli.put('twin.jsonl', jsonl(...documents))
      const { docs, spans, recall, charRecall, typed, precision, falsePer10k, falseByLabel, categories } = JSON.parse(
        execFileSync(process.execPath, [twin, '--gold', path, '--pred', path, '--json'], { encoding: 'utf8' }),
      ).corpora.twin
      const s = scored(documents)
      expect([docs, spans, recall, charRecall, typed]).toEqual([s.documents, s.all.spans, s.all.whole / s.all.spans, s.all.covered / s.all.characters, s.all.typed / s.all.spans])
      expect([precision, falsePer10k, falseByLabel]).toEqual([s.right / s.findings, (10_000 * (s.findings - s.right)) / s.length, Object.fromEntries(s.falseBy)])
      for (const [label, row] of s.rows) if (row.spans > 0) expect(categories[label]).toEqual({ gold: row.spans, recall: row.whole / row.spans, charRecall: row.covered / row.characters, typed: row.typed / row.spans })
    }
  })

  test('letters outside the basic plane count; symbols do not', () => {
    const text = '𝐌𝐚𝐫𝐢𝐚 😀'
    const score = new Score({ kept: new Set(), misses: 1, falses: 1 })
    const origin = { file: 'f', line: 1, id: 'null' }
    score.add(origin, text, [{ start: 0, end: text.length, label: 'NAME', ignore: false }], [{ start: 0, end: 10, label: 'NAME', score: 1, detector: 'x' }])
    score.add(origin, '😀', [{ start: 0, end: 2, label: 'NAME', ignore: false }], [])
    expect([score.all.spans, score.all.whole, score.all.characters, score.right]).toEqual([1, 1, 10, 1])
  })

  test('the worst misses are those of which most is left; ties in the order they came', () => {
    const score = new Score({ kept: new Set(), misses: 2, falses: 0 })
    for (const [line, text] of ['ab', 'abcdef', 'abcd', 'wxyz'].entries()) score.add({ file: 'f', line, id: '1' }, text, [{ start: 0, end: text.length, label: 'NAME', ignore: false }], [])
    expect(score.misses.items.map((m) => [m.line, m.size])).toEqual([
      [1, 6],
      [2, 4],
    ])
  })

  test('figures are rounded against the user', () => {
    expect([percentOf(9999, 10_000), percentOf(99_999, 100_000), percentOf(57, 100), percentOf(1, 1), percentOf(0, 0)]).toEqual(['99.99', '99.99', '57.00', '100.00', '-'])
    expect([percentUp(0.009936), percentUp(0.01), percentUp(0)]).toEqual(['1.00', '1.00', '0.00'])
  })
})

describe('eval --gold', () => {
  const GOLD = [
    marked('QX-77', 'Seen: [[NAME|Zebulon Quist]], [[MRN|QX-77]], sister [[NAME/relative|Perpetua Lund]].'),
    marked(2, 'From [[GEO/state|Oregon]], [[null|Orrinvale]] sign, code [[OTHER_ID|QX-77]].'),
    { id: 3, text: 'Zebulon Quist', spans: [{ start: 0, end: 13, category: null, dont_care: true }] },
  ]
  cli.put('gold.jsonl', jsonl(...GOLD))

  test('figures by label, in a table without any text', async () => {
    const r = await cli.run(['eval', '--gold', 'gold.jsonl', ...DENY])
    expect([r.code, r.stderr]).toEqual([0, ''])
    const [head, name, mrn, other, all] = lines(r.stdout).map((l) => l.trim().split(/ {2,}/))
    expect(head).toEqual(['label', 'identifiers', 'recall', 'characters', 'typed', 'missed at most (95 %)'])
    expect(name.slice(0, 5)).toEqual(['NAME', '2', '50.00', '50.00', '50.00'])
    expect(mrn).toEqual(['MRN', '1', '100.00', '100.00', '100.00', '95.00'])
    expect(other.slice(0, 5)).toEqual(['OTHER_ID', '1', '100.00', '100.00', '100.00'])
    expect(all.slice(0, 3)).toEqual(['all', '4', '75.00'])
    expect(r.stdout).toContain('Documents: 3; with a miss 1 (33.34 %), at most 86.47 % (95 %).')
    expect(r.stdout).toContain('Not scored: 2 spans marked ignore or kept by the policy.')
    expect(r.stdout).toMatch(/false per 10,000 characters \d+\.\d{3} \(GEO 1\)/)
    expect(r.stdout).toMatch(/gold\.jsonl:1 +35-48 +NAME\/relative +0\/12 covered$/m)
    for (const value of ['Zebulon', 'Quist', 'QX', 'Perpetua', 'Lund', 'Oregon', 'Orrinvale']) expect(r.stdout).not.toContain(value)
  })

  test('--json has the same figures, and no text or id', async () => {
    const r = await cli.run(['eval', '--gold', 'gold.jsonl', ...DENY, '--json', '--false', '5', '--confidence', '0.975'])
    const { confidence, documents, findings, ignored, labels, misses, falseFindings } = JSON.parse(r.stdout)
    expect([confidence, documents.total, documents.missed, ignored]).toEqual([0.975, 3, 1, 2])
    expect(documents.missedAtMost).toBeCloseTo(upperBound(1, 3, 0.975), 12)
    expect(labels.NAME).toMatchObject({ identifiers: 2, missed: 1, recall: 0.5, characterRecall: 0.5, typed: 0.5 })
    expect(labels.all).toMatchObject({ identifiers: 4, missed: 1, recall: 0.75 })
    expect(findings).toMatchObject({ total: 5, right: 4, false: 1, precision: 0.8, falseByLabel: { GEO: 1 } })
    expect(misses).toEqual([{ file: 'gold.jsonl', line: 1, start: 35, end: 48, kind: 'NAME/relative', covered: 0, characters: 12 }])
    expect(falseFindings).toEqual([{ file: 'gold.jsonl', line: 2, start: 13, end: 22, kind: 'GEO', score: 1, detector: 'deny-geo' }])
    expect(r.stdout).not.toMatch(/Zebulon|QX|Perpetua|Orrinvale/)
  })

  test('--show prints what is listed, in context, and says what that is', async () => {
    const r = await cli.run(['eval', '--gold', 'gold.jsonl', ...DENY, '--show', '--false', '1'])
    expect(r.code).toBe(0)
    expect(r.stdout).toContain('sister «Perpetua Lund».')
    expect(r.stdout).toContain('From Oregon, «Orrinvale» sign')
    expect(r.stderr).toBe('dephi: --show prints identifiers: treat this output as PHI.\n')
    const shown = JSON.parse((await cli.run(['eval', '--gold', 'gold.jsonl', ...DENY, '--show', '--json'])).stdout)
    expect(shown.misses[0]).toMatchObject({ id: 'QX-77', context: 'Seen: Zebulon Quist, QX-77, sister «Perpetua Lund».' })
  })

  test('what is shown cannot play tricks on the terminal', async () => {
    cli.put('tricks.jsonl', jsonl(marked(1, '\u001b[2J\n[[NAME|Zeb\u001b[31mQuist]]\r\n')))
    const r = await cli.run(['eval', '--gold', 'tricks.jsonl', '--show'])
    expect(r.stdout).not.toContain('\u001b')
    expect(lines(r.stdout).at(-1)).toContain('«Zeb\u241b[31mQuist»')
  })

  test('--policy: spans of kinds it keeps are not scored', async () => {
    cli.put('clinician.json', JSON.stringify({ name: 'mine', basis: 'safe-harbor', default: 'label', labels: { 'NAME/clinician': 'keep' } }))
    cli.put('kept.jsonl', jsonl(marked(1, 'by [[NAME/clinician|Ottoline Vray]] and [[NAME|Ambrose Tilk]]')))
    const scoredSpans = async (...more: string[]) => JSON.parse((await cli.run(['eval', '--gold', 'kept.jsonl', '--json', ...more])).stdout)
    expect((await scoredSpans()).labels.all.identifiers).toBe(2)
    const kept = await scoredSpans('--policy', 'clinician.json')
    expect([kept.labels.all.identifiers, kept.ignored]).toEqual([1, 1])
  })

  test('--min-recall: 0 when reached, 1 when below, 1 when there is nothing to measure by', async () => {
    const gate = (least: string, file = 'gold.jsonl') => cli.run(['eval', '--gold', file, ...DENY, '--min-recall', least])
    expect((await gate('0.75')).code).toBe(0)
    const below = await gate('0.76')
    expect([below.code, below.stderr]).toEqual([1, 'dephi: recall is 0.75, below --min-recall 0.76. Look at the misses, or change the policy, the roster or the deny list.\n'])
    expect(below.stdout).toContain('Worst misses')
    cli.put('none.jsonl', jsonl({ id: 1, text: 'nothing', spans: [] }))
    const none = await gate('0', 'none.jsonl')
    expect([none.code, none.stderr]).toEqual([1, 'dephi: no identifier to measure recall by, and --min-recall is 0.\n'])
  })

  test('stdin, several files, blank lines, a byte order mark, CRLF', async () => {
    const [first, ...rest] = GOLD
    cli.put('rest.jsonl', jsonl(...rest))
    const whole = await cli.run(['eval', '--gold', 'gold.jsonl', ...DENY, '--json', '--misses', '0'])
    const parts = await cli.run(['eval', '--gold', '-', 'rest.jsonl', ...DENY, '--json', '--misses', '0'], { input: `\ufeff\r\n${JSON.stringify(first)}\r\n\n` })
    expect([parts.code, parts.stdout]).toEqual([0, whole.stdout])
  })

  // All hold SECRET where a careless message would quote it.
  const SPAN = { start: 0, end: 6, label: 'NAME' }
  const BAD: Array<[why: string, line: string, told: string]> = [
    ['not JSON', '{"text": SECRET', 'not JSON.'],
    ['no object', '["SECRET"]', 'not an object.'],
    ['no text', '{"id":"SECRET","spans":[]}', 'no string "text".'],
    ['no spans', '{"text":"SECRET"}', 'no list "spans".'],
    ['a span that is no object', '{"text":"SECRET","spans":["SECRET"]}', '"spans" 1 is not an object.'],
    ['past the end', JSON.stringify({ text: 'SECRET', spans: [SPAN, { ...SPAN, end: 7 }] }), '"spans" 2: 0 to 7 is outside the text, which has 6 UTF-16 code units.'],
    ['before the start', JSON.stringify({ text: 'SECRET', spans: [{ ...SPAN, start: -1 }] }), '"spans" 1: -1 to 6 is outside the text'],
    ['empty', JSON.stringify({ text: 'SECRET', spans: [{ ...SPAN, end: 0 }] }), '"spans" 1: 0 to 0 is empty.'],
    ['halves', JSON.stringify({ text: 'SECRET', spans: [{ ...SPAN, end: 1.5 }] }), '"spans" 1: "start" and "end" are not both whole numbers.'],
    ['strings', JSON.stringify({ text: 'SECRET', spans: [{ ...SPAN, start: 'SECRET' }] }), '"spans" 1: "start" and "end" are not both whole numbers.'],
    ['an unknown label', JSON.stringify({ text: 'SECRET', spans: [{ ...SPAN, label: 'SECRET' }] }), '"spans" 1: its label is not one of dephi.'],
    ['an inherited label', JSON.stringify({ text: 'SECRET', spans: [{ ...SPAN, label: 'toString' }] }), '"spans" 1: its label is not one of dephi.'],
    ['a list for a label', JSON.stringify({ text: 'SECRET', spans: [{ ...SPAN, label: ['NAME'] }] }), '"spans" 1: its label is not one of dephi.'],
    ['no label', JSON.stringify({ text: 'SECRET', spans: [{ start: 0, end: 6 }] }), '"spans" 1: no "label".'],
    ['an unknown subtype', JSON.stringify({ text: 'SECRET', spans: [{ ...SPAN, subtype: 'SECRET' }] }), '"spans" 1: its subtype is not one of NAME. Use one of patient,'],
    ['a subtype where there is none', JSON.stringify({ text: 'SECRET', spans: [{ ...SPAN, label: 'SSN/x' }] }), '"spans" 1: its subtype is not one of SSN. It has none.'],
    ['ignore of another type', JSON.stringify({ text: 'SECRET', spans: [{ ...SPAN, ignore: 'SECRET' }] }), '"spans" 1: "ignore" is neither true nor false.'],
  ]
  test.each(BAD)('a bad line is told by its number and never quoted: %s', async (_why, line, told) => {
    const path = cli.put('bad.jsonl', `${JSON.stringify(GOLD[0])}\n\n${line}\n`)
    const { code, message } = await refusal(evaluate.run({ gold: path }, [], { entry: '' }))
    expect(code).toBe('INPUT_SHAPE')
    expect(message).toContain(`bad.jsonl: Line 3: ${told}`)
    expect(message).not.toMatch(/SECRET|\n/)
  })

  test('a bad line ends all, with 3 and nothing on stdout', async () => {
    cli.put('bad.jsonl', `${JSON.stringify(GOLD[0])}\n{"text": SECRET\n`)
    const r = await cli.run(['eval', '--gold', 'bad.jsonl'])
    expect([r.code, r.stdout, r.stderr]).toEqual([3, '', 'dephi: INPUT_SHAPE: bad.jsonl: Line 2: not JSON. Give one JSON object a line.\n'])
  })

  test('empty files, missing files, bytes that are not text', async () => {
    cli.put('empty.jsonl', '\n  \n')
    cli.put('latin.jsonl', Buffer.from([0x7b, 0xff, 0x7d]))
    const empty = await cli.run(['eval', '--gold', 'empty.jsonl'])
    expect([empty.code, empty.stdout, empty.stderr]).toEqual([3, '', 'dephi: INPUT_SHAPE: No document in it. Give lines {"id", "text", "spans"}.\n'])
    const missing = await cli.run(['eval', '--gold', 'gold.jsonl', 'missing.jsonl'])
    expect([missing.code, missing.stdout]).toEqual([3, ''])
    expect(missing.stderr).toContain('dephi: INPUT_UNREADABLE: missing.jsonl: ')
    const bytes = await cli.run(['eval', '--gold', 'latin.jsonl'])
    expect([bytes.code, bytes.stderr.startsWith('dephi: INPUT_ENCODING: latin.jsonl: ')]).toEqual([3, true])
  })

  test('label, category and type, with a subtype in either place; an ignored span may be of any type', async () => {
    const text = 'Zebulon Quist'
    const span = { start: 0, end: 13 }
    const spans = [
      { ...span, label: 'NAME/patient', type: 'PERSON' },
      { ...span, category: 'NAME', subtype: 'patient', type: 'PERSON' },
      { ...span, type: 'NAME', subtype: null },
      { ...span, type: 'PERSON', ignore: true },
    ]
    cli.put('forms.jsonl', jsonl({ text, spans }))
    const { labels, ignored } = JSON.parse((await cli.run(['eval', '--gold', 'forms.jsonl', ...DENY, '--json'])).stdout)
    expect([labels.NAME.identifiers, labels.NAME.recall, ignored]).toEqual([3, 1, 1])
  })

  test('an engine fault ends it with 5 and without the text', async () => {
    const path = faulty.put('boom.jsonl', jsonl(marked(1, 'BOOM [[NAME|SECRET]]')))
    const r = await faulty.run(['eval', '--gold', path])
    expect([r.code, r.stdout]).toEqual([5, ''])
    expect(r.stderr).toContain('dephi: INTERNAL: ')
    expect(r.stderr).not.toMatch(/SECRET|BOOM/)
  })
})

describe('drawing', () => {
  test('the generator: numbers in [0, 1), the same for a seed, others for another', () => {
    const a = random(1)
    const b = random(1)
    const numbers = Array.from({ length: 5000 }, a)
    expect(Array.from({ length: 5000 }, b)).toEqual(numbers)
    expect(numbers.every((x) => x >= 0 && x < 1)).toBe(true)
    expect(new Set([...numbers, ...Array.from({ length: 5000 }, random(2))]).size).toBe(10_000)
    expect(Math.abs(numbers.reduce((s, x) => s + x, 0) / 5000 - 0.5)).toBeLessThan(0.02)
  })

  test('law: Least keeps what sorting would', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 20 })), fc.nat({ max: 8 }), (keys, limit) => {
        const least = new Least<number>(limit)
        for (const [i, key] of keys.entries()) least.offer(key, i)
        const sorted = [...keys.keys()].sort((a, b) => keys[a] - keys[b] || a - b)
        expect(least.items).toEqual(sorted.slice(0, limit))
      }),
    )
  })

  test('every document is as likely as any other, wherever it stands', () => {
    const seen = new Array<number>(20).fill(0)
    const runs = 4000
    for (let seed = 0; seed < runs; seed++) {
      const next = random(seed)
      const least = new Least<number>(5)
      for (let i = 0; i < 20; i++) least.offer(next(), i)
      for (const i of least.items) seen[i]++
    }
    // χ² with 19 degrees of freedom passes 43.8 once in a thousand; draws without replacement vary less.
    const expected = (runs * 5) / 20
    expect(seen.reduce((x, n) => x + (n - expected) ** 2 / expected, 0)).toBeLessThan(43.8)
  })
})

describe('eval --sample', () => {
  for (let i = 0; i < 40; i++) cli.put(`notes/${i % 4}/n${i}.txt`, `Seen: Zebulon Quist, sister Perpetua Lund ${i}.\n`)
  const draw = (...args: string[]) => cli.run(['eval', ...DENY, '--sample', ...args])
  const ids = (text: string): string[] => lines(text).map((l) => JSON.parse(l).id)

  test('one seed, one sample; another seed, another; a smaller one is the beginning of a larger', async () => {
    const a = await draw('12', 'notes', '--seed', '5')
    expect([a.code, new Set(ids(a.stdout)).size]).toEqual([0, 12])
    expect((await draw('12', 'notes', '--seed', '5')).stdout).toBe(a.stdout)
    expect(a.stdout.startsWith((await draw('7', 'notes', '--seed', '5')).stdout)).toBe(true)
    expect(ids((await draw('12', 'notes', '--seed', '6')).stdout)).not.toEqual(ids(a.stdout))
    expect(a.stderr).toBe('dephi: drew 12 of 40 files, seed 5. Mark what was missed, then: dephi eval --bound FILE\n')
  })

  test('a seed is chosen and told where none is given', async () => {
    const a = await draw('12', 'notes')
    const [, seed] = /seed (\d+)\./.exec(a.stderr) ?? []
    expect((await draw('12', 'notes', '--seed', seed)).stdout).toBe(a.stdout)
  })

  test('a line: the text, what is left of it, what was found, the place for what was missed', async () => {
    const [line] = lines((await draw('1', 'notes/0/n0.txt')).stdout)
    expect(JSON.parse(line)).toEqual({
      id: 'notes/0/n0.txt',
      text: 'Seen: Zebulon Quist, sister Perpetua Lund 0.\n',
      deidentified: expect.stringMatching(/^Seen: \[NAME\], sister /),
      spans: expect.arrayContaining([{ start: 6, end: 19, label: 'NAME', subtype: 'patient', score: 1 }]),
      missed: null,
    })
  })

  test('--out: nothing on stdout, for its owner only, whole; never over a document', async () => {
    const r = await draw('3', 'notes', '--seed', '1', '--out', 'sample.jsonl')
    expect([r.code, r.stdout]).toEqual([0, ''])
    expect(statSync(join(cli.home, 'sample.jsonl')).mode & 0o777).toBe(0o600)
    expect(cli.read('sample.jsonl')).toBe((await draw('3', 'notes', '--seed', '1')).stdout)
    const over = await draw('3', 'notes', '--out', 'notes/1/n1.txt')
    expect([over.code, over.stderr]).toEqual([2, 'dephi: USAGE: notes/1/n1.txt: The sample would overwrite a document. Use another name, outside the folder.\n'])
    expect(cli.read('notes/1/n1.txt')).toContain('Zebulon')
    expect((await draw('3', 'notes', '--out', 'no/such/folder.jsonl')).code).toBe(4)
  })

  test('lines as documents: ids kept as written, or made of file and line', async () => {
    const text = (i: number) => `Zebulon Quist ${i}`
    cli.put('lines.jsonl', `{"id":12345678901234567890,"text":"${text(0)}"}\n\n{"text":"${text(1)}"}\n`)
    const r = await draw('9', 'lines.jsonl', '--ndjson', '--seed', '3')
    expect(r.stdout).toContain('{"id":12345678901234567890,"text":"Zebulon Quist 0"')
    expect(r.stdout).toContain('{"id":"lines.jsonl:3","text":"Zebulon Quist 1"')
    expect(r.stderr).toContain('drew 2 of 2 lines, which is all there are, seed 3.')
    const many = cli.put('many.jsonl', jsonl(...Array.from({ length: 500 }, (_, id) => ({ id, text: text(id) }))))
    const a = await draw('20', many, '--ndjson', '--seed', '8')
    expect(new Set(ids(a.stdout)).size).toBe(20)
    expect(a.stdout.startsWith((await draw('6', many, '--ndjson', '--seed', '8')).stdout)).toBe(true)
    cli.put('broken.jsonl', `{"id":1,"text":"a"}\n{"id":"SECRET"}\n`)
    const bad = await draw('2', 'broken.jsonl', '--ndjson')
    expect([bad.code, bad.stdout, bad.stderr]).toEqual([3, '', 'dephi: INPUT_SHAPE: broken.jsonl: Line 2: not an object with a string "text". Give {"id": …, "text": "…"}.\n'])
  })

  test('what cannot be read is told and the next takes its place; nothing there is an error', async () => {
    for (let i = 0; i < 5; i++) cli.put(`mixed/ok${i}.txt`, 'fine')
    cli.put('mixed/image.bin', Buffer.from([1, 0, 2]))
    cli.put('mixed/latin.txt', Buffer.from([0x61, 0xff]))
    const r = await draw('7', 'mixed')
    expect([r.code, lines(r.stdout).length]).toEqual([3, 5])
    expect(r.stderr).toContain('dephi: skipped: mixed/image.bin: not text.')
    expect(r.stderr).toContain('dephi: INPUT_ENCODING: mixed/latin.txt: ')
    expect(r.stderr).toContain('drew 5 of 5 files')
    cli.put('bare/.git/config', 'x')
    const none = await draw('3', 'bare')
    expect([none.code, none.stdout]).toEqual([3, ''])
    expect(none.stderr).toContain('dephi: INPUT_SHAPE: No document in it.')
  })

  test('an engine fault: no sample', async () => {
    const path = faulty.put('boom.txt', 'BOOM SECRET')
    const r = await faulty.run(['eval', '--sample', '1', path])
    expect([r.code, r.stdout]).toEqual([5, ''])
    expect(r.stderr).not.toMatch(/SECRET|BOOM/)
  })
})

describe('eval --bound', () => {
  const TEXT = 'Seen: Zebulon Quist. Ed called Medford; Ed is his son.'
  const SPANS = [{ start: 6, end: 19, label: 'NAME', score: 1 }]
  const put = (...more: object[]): string => cli.put('annotated.jsonl', jsonl(...more.map((m, i) => ({ id: `QX-${i}`, text: TEXT, spans: SPANS, missed: [], ...m }))))
  const bound = async (...args: string[]) => JSON.parse((await cli.run(['eval', '--bound', 'annotated.jsonl', '--json', ...args])).stdout)

  test('300 documents without a miss: at most 1 % of documents leak', async () => {
    put(...Array.from({ length: 300 }, () => ({})))
    const r = await cli.run(['eval', '--bound', 'annotated.jsonl'])
    expect([r.code, r.stderr]).toEqual([0, ''])
    expect(r.stdout).toContain('Documents: 300 reviewed; with an identifier left 0 (0.00 %).')
    expect(r.stdout).toContain('at most: 1.00 % (one-sided 95 %, Clopper–Pearson).')
    expect((await bound()).documents.missedAtMost).toBeCloseTo(0.009936, 6)
    expect((await bound('--confidence', '0.99')).documents.missedAtMost).toBeCloseTo(1 - 0.01 ** (1 / 300), 12)
  })

  test('misses by document and by label, without text', async () => {
    put(
      {},
      {
        missed: [
          { text: 'Ed', label: 'NAME' },
          { text: 'Ed', label: 'NAME' },
          { start: 31, end: 38, label: 'GEO/city' },
        ],
      },
      {},
      {},
    )
    const { documents, labels } = await bound()
    expect(documents).toEqual({ total: 4, missed: 1, missedShare: 0.25, missedAtMost: upperBound(1, 4, 0.95) })
    expect(labels.NAME).toMatchObject({ identifiers: 6, missed: 2 })
    expect(labels.GEO).toMatchObject({ identifiers: 1, missed: 1, missedPer1000: 1000, missedPer1000AtMost: 1000 })
    expect(labels.all.missedPer1000).toBeCloseTo(3000 / 7, 9)
    expect(labels.all.missedPer1000AtMost).toBeGreaterThan(1000 * upperBound(3, 7, 0.95) - 1e-9)
    const r = await cli.run(['eval', '--bound', 'annotated.jsonl'])
    expect(r.stdout).toMatch(/^NAME +6 +2 +333\.34 /m)
    expect(r.stdout).not.toMatch(/Zebulon|Ed|Medford|QX/)
  })

  test('a finding called wrong is no identifier; one of which a part was missed counts once', async () => {
    put({ spans: [{ ...SPANS[0], wrong: true }] }, { spans: [{ start: 6, end: 13, label: 'NAME', score: 1 }], missed: [{ start: 6, end: 19, label: 'NAME' }] })
    expect((await bound()).labels.all).toMatchObject({ identifiers: 1, missed: 1 })
  })

  test('a missed text is looked for as a word of its own first', async () => {
    put(
      {
        text: 'Annapolis wrote; Ann called.',
        spans: [],
        missed: [
          { text: 'Ann', label: 'NAME' },
          { start: 0, end: 9, label: 'GEO' },
        ],
      },
      { text: 'McAnn called.', spans: [], missed: [{ text: 'Ann', label: 'NAME' }] },
    )
    expect((await bound()).labels.all).toMatchObject({ identifiers: 3, missed: 3 })
  })

  test('--min-recall', async () => {
    put({}, { missed: [{ text: 'Medford', label: 'GEO' }] })
    expect((await cli.run(['eval', '--bound', 'annotated.jsonl', '--min-recall', '0.6'])).code).toBe(0)
    expect((await cli.run(['eval', '--bound', 'annotated.jsonl', '--min-recall', '0.99'])).code).toBe(1)
  })

  test('a sample comes back whole', async () => {
    const drawn = lines((await cli.run(['eval', ...DENY, '--sample', '10', 'notes', '--seed', '2'])).stdout)
    const reviewed = drawn.map((l, i) => ({ ...JSON.parse(l), missed: i === 0 ? [{ text: 'Seen', label: 'NAME' }] : [] }))
    cli.put('annotated.jsonl', jsonl(...reviewed))
    expect((await bound()).documents).toMatchObject({ total: 10, missed: 1 })
  })

  test.each<[why: string, line: object, told: string]>([
    ['not reviewed', { missed: null }, 'not reviewed: "missed" is not a list.'],
    ['the same document again', { id: 'QX-0' }, 'the same "id" as '],
    ['a missed one that spans cover', { missed: [{ start: 6, end: 13, label: 'NAME' }] }, '"missed" 1: no letter or digit of it is left'],
    ['a missed one without a letter', { missed: [{ start: 19, end: 20, label: 'NAME' }] }, '"missed" 1: no letter or digit of it is left'],
    [
      'marked twice',
      {
        missed: [
          { start: 31, end: 38, label: 'GEO' },
          { start: 30, end: 34, label: 'GEO' },
        ],
      },
      '"missed" 2: it overlaps another missed one.',
    ],
    ['not in the text', { missed: [{ text: 'Perpetua', label: 'NAME' }] }, '"missed" 1: its "text" is not in what is left of the text'],
    [
      'in the text once and marked twice',
      {
        missed: [
          { text: 'Medford', label: 'GEO' },
          { text: 'Medford', label: 'GEO' },
        ],
      },
      '"missed" 2: its "text" is not in what is left',
    ],
    ['only where it was found', { missed: [{ text: 'Quist', label: 'NAME' }] }, '"missed" 1: its "text" is not in what is left'],
    ['an empty string', { missed: [{ text: '', label: 'NAME' }] }, '"missed" 1: its "text" is not in what is left'],
    ['no label', { missed: [{ text: 'Medford', label: null }] }, '"missed" 1: it needs a label'],
    ['a finding without a label', { spans: [{ ...SPANS[0], label: null }] }, '"spans" 1: it needs a label'],
    ['a finding that the reader added', { spans: [...SPANS, { start: 31, end: 38, label: 'GEO' }] }, '"spans" 2: no "score", so it is not a finding of the engine.'],
    ['wrong of another type', { spans: [{ ...SPANS[0], wrong: 'yes' }] }, '"spans" 1: "wrong" is neither true nor false.'],
    ['offsets out of range', { missed: [{ start: 50, end: 500, label: 'NAME' }] }, '"missed" 1: 50 to 500 is outside the text'],
  ])('refused, by line and without text: %s', async (_why, line, told) => {
    const path = put({}, line)
    const { code, message } = await refusal(evaluate.run({ bound: path }, [], { entry: '' }))
    expect(code).toBe('INPUT_SHAPE')
    expect(message).toContain(`annotated.jsonl: Line 2: ${told}`)
    expect(message).not.toMatch(/Zebulon|Quist|Medford|Perpetua|QX/)
  })
})

describe('docs/evaluating.md', () => {
  const page = readFileSync(new URL('../../docs/evaluating.md', import.meta.url), 'utf8')
  const blocks = [...page.matchAll(/```jsonl\n(.*?)\n```/gs)].map(([, block]) => block)

  test('its gold is gold, its sample is what is drawn, and its annotated sample is accepted', async () => {
    const [gold, drawn, annotated] = blocks
    expect(blocks).toHaveLength(3)
    cli.put('doc.jsonl', gold)
    const { labels } = JSON.parse((await cli.run(['eval', '--gold', 'doc.jsonl', '--json'])).stdout)
    expect(Object.entries(labels).map(([l, row]) => [l, (row as { identifiers: number }).identifiers])).toEqual([
      ['NAME', 1],
      ['DATE', 1],
      ['MRN', 1],
      ['all', 3],
    ])
    const { id, text, ...rest } = JSON.parse(drawn)
    cli.put(id, text)
    const again = JSON.parse((await cli.run(['eval', '--sample', '1', id])).stdout)
    expect(Object.keys(again)).toEqual(['id', 'text', ...Object.keys(rest)])
    cli.put('doc.jsonl', annotated)
    const bound = JSON.parse((await cli.run(['eval', '--bound', 'doc.jsonl', '--json'])).stdout)
    expect(bound.labels.all).toMatchObject({ identifiers: 3, missed: 2 })
  })

  test('its table of sample sizes', () => {
    const rows = [...page.matchAll(/^\| ([\d,]+) +\| (\d+\.\d\d) % +\|$/gm)].map(([, n, share]) => [Number(n.replace(',', '')), share])
    expect(rows).toHaveLength(6)
    for (const [n, share] of rows) expect(percentUp(upperBound(0, n as number, 0.95))).toBe(share)
  })
})

describe('usage', () => {
  test.each<[args: string[], told: string]>([
    [[], 'Say one of --gold FILE, --sample N and --bound FILE.'],
    [['--gold', 'a', '--bound', 'b'], 'Say one of'],
    [['--bound', 'a', '--policy', 'safe-harbor'], '--policy does not go with --bound.'],
    [['--bound', 'a', '--show'], '--show does not go with --bound.'],
    [['--sample', '3', '--min-recall', '1'], '--min-recall does not go with --sample.'],
    [['--gold', 'a', '--seed', '1'], '--seed does not go with --gold.'],
    [['--sample', '0', 'notes'], '--sample takes a whole number from 1 to 100000.'],
    [['--sample', '3', '--seed', '4294967296', 'notes'], '--seed takes a whole number from 0 to 4294967295.'],
    [['--gold', 'a', '--min-recall', '99%'], '--min-recall takes a number from 0 to 1.'],
    [['--gold', 'a', '--min-recall', '1.01'], '--min-recall takes a number from 0 to 1.'],
    [['--bound', 'a', '--confidence', '1'], '--confidence takes a number from 0.5 to 0.9999.'],
    [['--gold', 'a', '--misses', 'x'], '--misses takes a whole number'],
    [['--gold', 'a', '--policy', 'unsafe'], 'is no preset'],
    [['--gold', 'a', '--encoding', 'ebcdic'], '--encoding takes one of'],
  ])('%j', async (args, told) => {
    const { values, args: rest } = parse(evaluate, args)
    const { code, message } = await refusal(evaluate.run(values, rest, { entry: '' }))
    expect(code).toBe('USAGE')
    expect(message).toContain(told)
  })

  test('wrong usage ends with 2', async () => {
    const r = await cli.run(['eval'])
    expect([r.code, r.stdout, r.stderr]).toEqual([2, '', 'dephi: USAGE: Say one of --gold FILE, --sample N and --bound FILE.\n'])
  })

  test('help lists every option, in lines of 100', async () => {
    const r = await cli.run(['help', 'eval'])
    expect([r.code, r.stderr]).toEqual([0, ''])
    for (const name of Object.keys(evaluate.options)) expect(r.stdout).toContain(`--${name}`)
    expect(Math.max(...lines(r.stdout).map((l) => l.length))).toBeLessThanOrEqual(100)
    expect((await cli.run(['--help'])).stdout).toContain('eval --min-recall')
  })
})
