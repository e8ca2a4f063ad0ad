import { spawnSync } from 'node:child_process'
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, expect, test } from 'vitest'

const root = fileURLToPath(new URL('../..', import.meta.url))
const HEAD = '# source: a test\n# licence: MIT\n# date: 2026-11-24\n'
let copy = ''

/** The build and all it reads, without the installed sources. */
beforeAll(() => {
  copy = mkdtempSync(join(tmpdir(), 'lexicon-'))
  for (const part of ['dictionaries', 'src/text', 'src/lexicon', 'src/errors.ts']) cpSync(join(root, part), join(copy, part), { recursive: true, filter: (from) => !relative(root, from).includes('node_modules') })
  symlinkSync(join(root, 'node_modules'), join(copy, 'node_modules'))
})
afterAll(() => rmSync(copy, { recursive: true, force: true }))

const lists = (): string => join(copy, 'dictionaries/lists')
function run(...args: string[]): { status: number | null; stderr: string } {
  const { status, stderr } = spawnSync(process.execPath, [join(copy, 'dictionaries/lexicon.mjs'), ...args], { encoding: 'utf8' })
  return { status, stderr: stderr.trim() }
}
/** Runs with a list changed, and puts it back. */
function withList(file: string, text: string, f: () => void): void {
  const path = join(lists(), file)
  const before = readdirSync(lists()).includes(file) ? readFileSync(path) : undefined
  writeFileSync(path, text)
  try {
    f()
  } finally {
    if (before === undefined) rmSync(path)
    else writeFileSync(path, before)
  }
}

test.each([
  ['drugs.txt', `${HEAD}aspirin\nAspirin\n`, 'dictionaries/lists/drugs.txt:5: not a lower-case entry: "Aspirin"'],
  ['drugs.txt', `${HEAD}aspirin\n\nwhat?\n`, 'dictionaries/lists/drugs.txt:6: not a lower-case entry: "what?"'],
  ['drugs.txt', `${HEAD}123\n`, 'dictionaries/lists/drugs.txt:4: not a lower-case entry: "123"'],
  ['drugs.txt', `${HEAD}\n`, 'dictionaries/lists/drugs.txt:1: no entries'],
  ['drugs.txt', '# source: a test\n# date: 2026-11-24\naspirin\n', 'dictionaries/lists/drugs.txt:1: no "# licence:" line'],
  ['nicknames.txt', `${HEAD}bob\n`, 'dictionaries/lists/nicknames.txt:4: not "nickname = given, given": "bob"'],
  ['nicknames.txt', `${HEAD}bob = robert\nbill =\n`, 'dictionaries/lists/nicknames.txt:5: not "nickname = given, given": "bill ="'],
  ['nicknames.txt', `${HEAD}bob = robert,, bobby\n`, 'dictionaries/lists/nicknames.txt:4: not a lower-case entry: ""'],
  ['planets.txt', `${HEAD}mars\n`, 'dictionaries/lists/planets.txt: no list of this name is known; give it a line in dictionaries/lexicon/layout.mjs'],
])('a fault in %s is told with file and line', (file, text, message) => {
  withList(file, text, () => expect(run('--partial')).toEqual({ status: 1, stderr: message }))
})

test('a missing list is a fault that names it', () => {
  const path = join(lists(), 'drugs.txt')
  const text = readFileSync(path)
  rmSync(path)
  const { status, stderr } = run()
  writeFileSync(path, text)
  expect(status).toBe(1)
  expect(stderr).toContain('dictionaries/lists/drugs.txt: the list is missing')
})

test('without the sources nothing can be built', () => {
  withList('drugs.txt', readFileSync(join(lists(), 'drugs.txt'), 'utf8'), () => expect(run('--partial')).toEqual({ status: 1, stderr: 'dictionaries/sources is not installed: run npm ci there' }))
})

test('without the sources --check compares the digests that were written down', () => {
  const written = readFileSync(join(copy, 'dictionaries/SOURCES.md'), 'utf8')
  const stale = (file: string): string => `dictionaries/lists/${file} is not what dictionaries/SOURCES.md was written from: run npm run lexicon`
  const { status, stderr } = run('--check', '--partial')
  // Lists may be ahead of the lexicon while someone works on them; what is said must then be just that.
  if (status !== 0) expect(stderr).toMatch(/^dictionaries\/\S+ is (not what|in) |^spelling/)
  const drugs = readFileSync(join(lists(), 'drugs.txt'), 'utf8')
  if (status === 0) {
    withList('drugs.txt', `${drugs}xqzzvortle\n`, () => expect(run('--check', '--partial')).toEqual({ status: 1, stderr: stale('drugs.txt') }))
    const gen = join(copy, 'src/lexicon/lexicon.gen.ts')
    const made = readFileSync(gen, 'utf8')
    writeFileSync(gen, made.replace(/([A-Z])'\n/, (_, c) => `${c === 'A' ? 'B' : 'A'}'\n`).replace('Do not edit', 'Do edit'))
    expect(run('--check', '--partial')).toEqual({ status: 1, stderr: 'src/lexicon/lexicon.gen.ts is not what dictionaries/SOURCES.md was written from: run npm run lexicon' })
    writeFileSync(gen, made)
    writeFileSync(join(copy, 'dictionaries/SOURCES.md'), `${written}\n| lists/gone.txt |\n`)
    expect(run('--check', '--partial')).toEqual({ status: 1, stderr: 'dictionaries/lists/gone.txt is in SOURCES.md and no longer there: run npm run lexicon' })
    writeFileSync(join(copy, 'dictionaries/SOURCES.md'), written)
  }
})
