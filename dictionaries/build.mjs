#!/usr/bin/env node
// Builds src/lexicon/words.gen.ts from dictionaries/words/*.txt.
//
//   node dictionaries/build.mjs [--check]
//
// A list names its class by its file name (street.txt → STREET, state-code.txt → STATE_CODE) and must open with
// "# source:", "# licence:" and "# date:" lines. Words are separated by white space; a word is letters only (the scanner
// splits at anything else), in lower case. --check exits 1 when the committed file is not what the lists give.
import { createHash } from 'node:crypto'
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'

const folder = new URL('words/', import.meta.url)
const target = new URL('../src/lexicon/words.gen.ts', import.meta.url)
const classes = new Map()
for (const file of readdirSync(folder)
  .filter((f) => f.endsWith('.txt'))
  .sort()) {
  const text = readFileSync(new URL(file, folder), 'utf8')
  const fail = (line, what) => {
    console.error(`dictionaries/words/${file}:${line}: ${what}`)
    process.exit(1)
  }
  for (const key of ['source', 'licence', 'date']) if (!new RegExp(`^# ${key}: \\S`, 'm').test(text)) fail(1, `no "# ${key}:" line`)
  const words = new Set()
  text.split('\n').forEach((line, i) => {
    if (line.startsWith('#')) return
    for (const word of line.trim().split(/\s+/).filter(Boolean)) {
      if (!/^\p{Ll}+$/u.test(word)) fail(i + 1, `not a lower-case word of letters: ${word}`)
      words.add(word)
    }
  })
  if (words.size === 0) fail(1, 'no words')
  classes.set(file.slice(0, -4).toUpperCase().replaceAll('-', '_'), [...words].sort())
}
const body = [...classes].map(([name, words]) => `  ${name}: '${words.join(' ')}',`).join('\n')
const version = createHash('sha256').update(body).digest('hex').slice(0, 12)
const out = `// Made by dictionaries/build.mjs from dictionaries/words/*.txt. Do not edit.\nimport type { WordClass } from './classes'\n\n/** First 12 hex digits of the SHA-256 of the lists. */\nexport const DICTIONARY_VERSION = '${version}'\n\nexport const WORDS = {\n${body}\n} as const satisfies Partial<Record<WordClass, string>> as Readonly<Record<WordClass, string>>\n`
if (process.argv.includes('--check')) {
  if (readFileSync(target, 'utf8') !== out) {
    console.error('src/lexicon/words.gen.ts is not what dictionaries/words gives: run node dictionaries/build.mjs')
    process.exit(1)
  }
} else writeFileSync(target, out)
console.log(`${classes.size} lists, ${[...classes.values()].reduce((n, w) => n + w.length, 0)} words, version ${version}`)
