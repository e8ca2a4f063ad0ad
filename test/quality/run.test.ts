import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { quality } from '../../bench/quality/quality'

// A project of two invented documents, and a corpus beside it.
let work = ''
let root = ''
beforeEach(() => {
  work = mkdtempSync(join(tmpdir(), 'quality-'))
  root = join(work, 'main')
  put('main/bench/quality/corpus/e/sms.txt', '#### 1\nSSN ⟦SSN|219-09-9999⟧ of the secretive plinth ⟦OTHER_ID|qorvish⟧\n')
  put('main/bench/quality/corpus/d/sms.txt', '#### 1\nthe spare plinth ⟦OTHER_ID|velmud⟧ fell\n')
  put('main/bench/results/.keep', '')
  put('main/docs/quality.md', 'as it was')
})
afterEach(() => rmSync(work, { recursive: true, force: true }))

function put(path: string, content: string): void {
  mkdirSync(join(work, path, '..'), { recursive: true })
  writeFileSync(join(work, path), content)
}
const read = (path: string): string => readFileSync(join(root, path), 'utf8')
const beside = () => put('shared/corpora/tiny.jsonl', `${JSON.stringify({ id: 'x', text: 'a plain trosk', spans: [{ start: 8, end: 13, category: 'OTHER_ID' }] })}\n`)
const plain = { save: false, sharedExamples: false }

test('with a corpus beside the project: the document, and a report that git ignores', () => {
  beside()
  const out = quality(root, plain)
  expect(out).toContain('no saved figures to compare with')
  expect(out).toMatch(/^\| own_test \| 1 \| 2 \| 50\.00 \|/m)
  expect(out).toContain('Not in the engine yet, and not run: ')
  expect(read('docs/quality.md')).toMatch(/^\| tiny \| 1 \| 1 \| 0\.00 \|/m)
  expect(read('bench/results/report/.gitignore')).toBe('*\n')
  expect(existsSync(join(root, 'bench/results/quality.json'))).toBe(false)
  const page = read('bench/results/report/quality.html')
  expect(page).toContain('<mark class="missed">velmud</mark>')
  for (const text of [out, read('docs/quality.md'), page]) expect(text).not.toMatch(/qorvish|secretive|trosk|219-09/)
})

test('the misses of the corpora beside it only when asked for', () => {
  beside()
  quality(root, { ...plain, sharedExamples: true })
  const page = read('bench/results/report/quality.html')
  expect(page).toContain('<mark class="missed">trosk</mark>')
  expect(page).not.toContain('qorvish')
})

test('without one: the document stays, and what was saved of others is kept', () => {
  put('main/bench/results/quality.json', JSON.stringify({ corpora: { other: { recall: 0.5 } } }))
  const out = quality(root, { ...plain, save: true })
  expect(out).toContain('docs/quality.md stays as it is')
  expect(out).toContain('own_test: new')
  expect(out).not.toContain('gone')
  expect(read('docs/quality.md')).toBe('as it was')
  const saved = JSON.parse(read('bench/results/quality.json'))
  expect(saved.corpora.other).toEqual({ recall: 0.5 })
  expect(saved.corpora.own_test).toMatchObject({ docs: 1, spans: 2, recall: 0.5, subtypes: { SSN: { gold: 1, recall: 1 } } })
  expect(Object.keys(saved.ablation)).toEqual(['rules', 'lexicon', 'tagger'])
  expect(JSON.stringify(saved)).not.toContain('qorvish')
})

test('what is saved is what the next run is compared with', () => {
  beside()
  quality(root, { ...plain, save: true })
  expect(quality(root, plain)).toMatch(/^nothing changed/)
  put('main/bench/quality/corpus/e/sms.txt', '#### 1\nSSN ⟦SSN|219-09-9999⟧ of the secretive plinth\n')
  expect(quality(root, plain)).toMatch(/^own_test recall +50\.00 → 100\.00 {2}\(\+50\.00\)$/m)
  rmSync(join(work, 'shared/corpora/tiny.jsonl'))
  put('shared/corpora/small.jsonl', `${JSON.stringify({ id: 'x', text: 'a plain trosk', spans: [] })}\n`)
  const out = quality(root, plain)
  expect(out).toContain('small: new')
  expect(out).toContain('tiny: gone')
})
