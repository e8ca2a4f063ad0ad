import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import * as dephi from '../../src/index'

const page = readFileSync(new URL('../../docs/policies.md', import.meta.url), 'utf8')
const blocks = [...page.matchAll(/```js\n([\s\S]*?)```/g)].map((m) => m[1])

/** `expression // → value` becomes a check. */
const runnable = (code: string): string => code.replace(/^import (\{.*\}) from 'dephi'$/gm, 'const $1 = dephi').replace(/^(.*) \/\/ → (.*)$/gm, ';expect($1).toEqual($2)')

describe('docs/policies.md', () => {
  test.each(blocks.map((code, i) => ({ i, code })))('example $i runs', ({ code }) => {
    expect(code).toContain('// → ')
    new Function('dephi', 'expect', runnable(code))(dephi, expect)
  })
})
