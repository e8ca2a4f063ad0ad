import { execFileSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, expect, test } from 'vitest'

const root = fileURLToPath(new URL('../..', import.meta.url))
let work = ''
beforeAll(() => {
  // Inside the package, so that `import 'dephi'` is the package itself.
  work = mkdtempSync(join(root, 'dist', 'docs-'))
})
afterAll(() => rmSync(work, { recursive: true, force: true }))

interface Example {
  readonly name: string
  readonly code: string
  readonly output: string
}

/** A js block directly followed by a block without a language is an example and its true output. */
function examples(file: string): Example[] {
  const text = readFileSync(join(root, file), 'utf8')
  const found = [...text.matchAll(/```js\n([\s\S]*?)```\n\n(?:[^\n`]*\n\n)?```\n([\s\S]*?)```/g)]
  return found.map((m, i) => ({ name: `${file} example ${i + 1}`, code: m[1], output: m[2] }))
}

const all = [
  'README.md',
  ...readdirSync(join(root, 'docs'))
    .filter((f) => f.endsWith('.md'))
    .map((f) => `docs/${f}`),
].flatMap(examples)

test('there are examples', () => {
  expect(all.filter((e) => e.name.startsWith('README')).length).toBeGreaterThan(0)
  expect(all.filter((e) => e.name.includes('adding-a-detector')).length).toBe(2)
})

test.each(all)('$name gives the output it shows', ({ name, code, output }) => {
  const file = join(work, `${name.replace(/\W+/g, '-')}.mjs`)
  writeFileSync(file, code)
  expect(execFileSync(process.execPath, [file], { encoding: 'utf8', cwd: root })).toBe(output)
})
