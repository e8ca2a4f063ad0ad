import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, describe, expect, test } from 'vitest'
import { CASING_NAMES, OWN_PARTS, ownDoc, readLines, readOwn, readShared } from '../../bench/quality/gold'
import { SUBTYPES } from '../../src/labels'

const folder = fileURLToPath(new URL('../../bench/quality/corpus', import.meta.url))
const work = mkdtempSync(join(tmpdir(), 'gold-'))
afterAll(() => rmSync(work, { recursive: true, force: true }))

function written(content: string): string {
  const root = mkdtempSync(join(work, 'own-'))
  mkdirSync(join(root, OWN_PARTS.own_dev.author))
  writeFileSync(join(root, OWN_PARTS.own_dev.author, 'sms.txt'), content)
  return root
}

describe('the own corpus', () => {
  test('documents, marks and what is scored neither way', () => {
    const { docs, name, open, own } = readOwn(written('#### 1\nhi ⟦NAME/relative|Bo⟧, ⟦~|OH⟧\n\n\n#### 2\nno one\n'), 'own_dev')
    expect({ name, open, own }).toEqual({ name: 'own_dev', open: true, own: true })
    expect(docs.map((d) => [d.id, d.kind, d.text])).toEqual([
      ['d/sms/1', 'sms', 'hi Bo, OH\n'],
      ['d/sms/2', 'sms', 'no one\n'],
    ])
    expect(docs[0].spans).toEqual([
      { start: 3, end: 5, label: 'NAME', subtype: 'relative', ignored: false },
      { start: 7, end: 9, label: null, subtype: undefined, ignored: true },
    ])
    expect(docs[1].spans).toEqual([])
  })

  test('a mark that does not close is an error that says where', () => {
    expect(() => readOwn(written('#### 7\nhi ⟦NAME|Bo\n'), 'own_dev')).toThrow(/d\/sms\.txt 7: a mark does not close/)
  })

  test('the marks stay on their words in every casing, where letters grow too', () => {
    const source = {
      id: 's',
      author: 'd',
      kind: 'sms',
      pieces: [
        { text: 'Groß, Dr. ', kind: '' },
        { text: 'Weiß-Ek', kind: 'NAME/clinician' },
        { text: ' (well).', kind: '' },
      ],
    }
    for (const casing of CASING_NAMES) {
      const { text, spans } = ownDoc(source, casing)
      expect(text.slice(spans[0].start, spans[0].end).toLowerCase().replace('ss', 'ß'), casing).toBe('weiß-ek')
    }
    const seen = (['asIs', 'lower', 'caps', 'spoken'] as const).map((casing) => {
      const { text, spans } = ownDoc(source, casing)
      return [casing, text, text.slice(spans[0].start, spans[0].end)]
    })
    expect(seen).toEqual([
      ['asIs', 'Groß, Dr. Weiß-Ek (well).', 'Weiß-Ek'],
      ['lower', 'groß, dr. weiß-ek (well).', 'weiß-ek'],
      ['caps', 'GROSS, DR. WEISS-EK (WELL).', 'WEISS-EK'],
      ['spoken', 'groß dr weiß-ek well', 'weiß-ek'],
    ])
  })

  test('only the dev part may be shown', () => {
    expect(Object.fromEntries(Object.entries(OWN_PARTS).map(([name, p]) => [name, p.open]))).toEqual({ own_test: false, own_dev: true })
  })

  test.each(Object.keys(OWN_PARTS) as Array<keyof typeof OWN_PARTS>)('%s: every mark has a label and subtype that there is, and lies on something', (part) => {
    const { docs } = readOwn(folder, part)
    expect(docs.length).toBeGreaterThan(100)
    expect(new Set(docs.map((d) => d.id)).size).toBe(docs.length)
    for (const { id, text, spans } of docs) {
      let last = 0
      for (const s of spans) {
        expect(s.start, id).toBeGreaterThanOrEqual(last)
        expect(s.end, id).toBeGreaterThan(s.start)
        expect(s.end, id).toBeLessThanOrEqual(text.length)
        last = s.end
        if (s.label === null) continue
        expect(Object.keys(SUBTYPES), id).toContain(s.label)
        if (s.subtype !== undefined) expect(SUBTYPES[s.label as keyof typeof SUBTYPES] as readonly string[], id).toContain(s.subtype)
      }
    }
  })
})

describe('corpora of JSON lines', () => {
  test('labels, hard negatives, what is ignored, and subtypes', () => {
    const [doc] = readLines(
      `${JSON.stringify({
        id: 'x',
        text: 'Elm House OH 44 Bo',
        spans: [
          { start: 0, end: 9, category: 'GEO', facility: true },
          { start: 10, end: 12, category: null, dont_care: true },
          { start: 13, end: 15, category: null },
          { start: 16, end: 18, category: 'NAME', clinician: true },
        ],
      })}\n\n`,
    )
    expect(doc.spans.map((s) => [s.label, s.subtype, s.ignored])).toEqual([
      ['GEO', 'facility', false],
      [null, undefined, true],
      [null, undefined, false],
      ['NAME', 'clinician', false],
    ])
  })

  test('in order of name; none where there is no folder', () => {
    const line = `${JSON.stringify({ id: 'x', text: 'x', spans: [] })}\n`
    for (const file of ['b.jsonl', 'a.jsonl', 'README.md']) writeFileSync(join(work, file), line)
    expect(readShared(work).map((c) => [c.name, c.docs.length, c.open, c.own])).toEqual([
      ['a', 1, true, false],
      ['b', 1, true, false],
    ])
    expect(readShared(join(work, 'absent'))).toEqual([])
  })
})
