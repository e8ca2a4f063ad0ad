#!/usr/bin/env node
// Builds src/lexicon/lexicon.gen.ts and dictionaries/SOURCES.md from dictionaries/lists and dictionaries/sources.
//
//   node dictionaries/lexicon.mjs [--check] [--partial]
//
// --check writes nothing and exits 1 when the committed files are not what lists and sources give. Where
// dictionaries/sources is not installed (npm ci there), it compares the digests SOURCES.md holds instead. --partial lets
// lists be missing.
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { gzipSync } from 'node:zlib'
import { build } from 'esbuild'
import { collect } from './lexicon/collect.mjs'
import { encode, pack } from './lexicon/encode.mjs'
import { Fault, readLists, readSources, sha256, sourcesInstalled } from './lexicon/read.mjs'
import { report } from './lexicon/report.mjs'

const here = new URL('./', import.meta.url)
const target = new URL('../src/lexicon/lexicon.gen.ts', here)
const record = new URL('SOURCES.md', here)
const sourcesDir = new URL('sources/', here)
const check = process.argv.includes('--check')

/** The project's own spelling of words, and the reader of what is written here. */
async function loadCore() {
  const contents = `
    import { hashWord } from './src/text/hash'
    export { CLASS, FOLDED } from './src/text/chars'
    export * from './src/lexicon/fields'
    export { decodeLexicon, digestOf } from './src/lexicon/table'
    export { hashWord, hashWord as hashTokenUnits }`
  const root = new URL('..', here)
  const out = await build({ stdin: { contents, resolveDir: (await import('node:url')).fileURLToPath(root), loader: 'ts' }, bundle: true, format: 'esm', platform: 'neutral', write: false, logLevel: 'error' })
  return import(`data:text/javascript;base64,${Buffer.from(out.outputFiles[0].contents).toString('base64')}`)
}

/** Changes when a word would be spelt or hashed otherwise, or a bit moves. */
const spelling = (core) =>
  sha256(
    Buffer.concat([Buffer.from(core.CLASS.buffer), Buffer.from(core.FOLDED.buffer), Buffer.from(JSON.stringify([core.Field, core.Bit, core.Phrase, ['smith', 'łukasz', 'o'].map(core.hashWord), core.mixPhrase(1, 2)]))]),
  )

function readCommon() {
  const text = readFileSync(new URL('words/common.txt', here), 'utf8')
  const words = text
    .split('\n')
    .filter((l) => !l.startsWith('#'))
    .flatMap((l) => l.split(/\s+/).filter(Boolean))
  return { words, sha256: sha256(text) }
}

const generated = (data, digest, version) => `// Made by dictionaries/lexicon.mjs from the lists of dictionaries/SOURCES.md. Do not edit.

/** First 12 hex digits of the SHA-256 of the lexicon. */
export const LEXICON_VERSION = '${version}'
export const LEXICON_DIGEST = '${digest}'

export const LEXICON_DATA: string =
  '${data}'
`

/** Every word, phrase and nickname that went in must come out. */
function verify(core, all, packed) {
  const lexicon = core.decodeLexicon(packed.data, packed.digest)
  const same = (a, b, what) => {
    if (a !== b) throw new Error(`the lexicon does not read back: ${what}`)
  }
  same(lexicon.size.words, all.words.size, 'words')
  same(lexicon.size.phrases, all.phrases.size, 'phrases')
  for (const [hash, value] of all.words) same(lexicon.lookup(hash) >>> 0, value, 'a word')
  for (const key of all.phraseKeys.keys()) {
    const hashes = Int32Array.from(key.split(' '), core.hashTokenUnits)
    same(lexicon.phraseAt(hashes, 0, hashes.length) >>> 24, hashes.length, 'a phrase')
  }
  for (const [nick, given] of all.nicknames) for (const g of given) same(lexicon.isNicknameOf(nick, g), true, 'a nickname')
  for (let zip = 0; zip < 100_000; zip++) same(lexicon.validZip(zip), ((all.zips[zip >> 3] >> (zip & 7)) & 1) === 1, 'a ZIP code')
}

function compare(want) {
  for (const [url, text] of want) {
    const name = url.pathname.slice(new URL('..', here).pathname.length)
    if (!existsSync(url) || readFileSync(url, 'utf8') !== text) throw new Fault(`${name} is not what lists and sources give: run npm run lexicon`)
  }
}

async function main() {
  const { lists, missing } = readLists(new URL('lists/', here), process.argv.includes('--partial'))
  const common = readCommon()
  const core = await loadCore()
  if (!sourcesInstalled(sourcesDir)) {
    if (!check) throw new Fault('dictionaries/sources is not installed: run npm ci there')
    if (!existsSync(record) || !existsSync(target)) throw new Fault('dictionaries/SOURCES.md or src/lexicon/lexicon.gen.ts is missing: run npm run lexicon')
    const held = readFileSync(record, 'utf8')
    const digests = [
      ...lists.map((l) => [`dictionaries/lists/${l.file}`, l.sha256]),
      ['dictionaries/words/common.txt', common.sha256],
      ['src/lexicon/lexicon.gen.ts', sha256(readFileSync(target))],
      ['spelling and fields (src/text, src/lexicon/fields.ts)', spelling(core)],
    ]
    for (const [what, digest] of digests) if (!held.includes(digest)) throw new Fault(`${what} is not what dictionaries/SOURCES.md was written from: run npm run lexicon`)
    const named = [...held.matchAll(/lists\/([a-z-]+\.txt)/g)].map((m) => m[1])
    for (const file of named) if (!lists.some((l) => l.file === file)) throw new Fault(`dictionaries/lists/${file} is in SOURCES.md and no longer there: run npm run lexicon`)
    console.log(`${lists.length} lists and the lexicon have the digests of SOURCES.md (dictionaries/sources is not installed: not built again)`)
    return
  }
  const sources = readSources(sourcesDir)
  const all = collect(core, { lists, sources, common: common.words })
  const { bytes, sizes, nicknames } = encode(all)
  const packed = pack(bytes, core)
  verify(core, all, packed)
  const version = sha256(bytes).slice(0, 12)
  const text = generated(packed.data, packed.digest, version)
  const sourcesMd = report({ lists, missing, sources, common, all, nicknames, spelling: spelling(core), generated: sha256(text), version })
  if (check) {
    compare([
      [target, text],
      [record, sourcesMd],
    ])
  } else {
    writeFileSync(target, text)
    writeFileSync(record, sourcesMd)
  }
  for (const [i, s] of sizes.entries())
    console.log(`${['words', 'phrases'][i]}: ${s.entries}, ${s.values} different values (${s.paletteBytes} bytes), ${s.keyBits.toFixed(2)} bits a hash, ${s.valueBits.toFixed(2)} bits a value`)
  console.log(`words of one hash merged: ${all.merged.map((m) => m.join('=')).join(', ') || 'none'}; phrases merged: ${all.phrasesMerged}; phrases too long: ${all.long}; nicknames: ${nicknames}`)
  console.log(`${bytes.length} bytes, ${text.length} in base64, ${gzipSync(text, { level: 9 }).length} gzipped, version ${version}`)
  if (missing.length > 0) console.log(`missing lists: ${missing.join(', ')}`)
}

try {
  await main()
} catch (error) {
  if (!(error instanceof Fault)) throw error
  console.error(error.message)
  process.exit(1)
}
