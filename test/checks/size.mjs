#!/usr/bin/env node
// The package as npm would publish it: only what belongs in it, within the size budget of the design.
//
//   node test/checks/size.mjs        (after npm run build)
import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'
import { build } from 'esbuild'

// Bytes. core: import of '.', all dependencies, minified and gzipped, without the coded dictionaries and the weights; lexicon: those, with
// what reads them; shipped: what they add to the package, in which every format has its own copy.
const BUDGET = { packed: 3_000_000, core: 300_000, lexicon: 750_000, shipped: 1_500_000, model: 600_000 }
const root = fileURLToPath(new URL('../..', import.meta.url))
const [pack] = JSON.parse(execFileSync('npm', ['pack', '--dry-run', '--json', '--ignore-scripts'], { cwd: root, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }))
const foreign = pack.files.map((f) => f.path).filter((p) => !/^(dist\/|README\.md|LICENSE|NOTICE|CHANGELOG\.md|package\.json)/.test(p))
const bundle = async (entry) => (await build({ entryPoints: [`${root}/${entry}`], bundle: true, minify: true, format: 'esm', platform: 'browser', write: false, logLevel: 'error' })).outputFiles[0].text
/** The coded dictionaries, wherever they stand. */
const data = /LEXICON_DATA: string =\s*'([A-Za-z0-9+/=]+)'/.exec(readFileSync(`${root}/src/lexicon/lexicon.gen.ts`, 'utf8'))[1]
const weights = /MODEL_DATA: string =\s*'([A-Za-z0-9+/=]+)'/.exec(readFileSync(`${root}/src/tag/model.gen.ts`, 'utf8'))[1]
const whole = await bundle('dist/index.js')
const core = gzipSync(whole.replace(data, '').replace(weights, '')).length
const model = gzipSync(weights).length
const lexicon = gzipSync(await bundle('src/lexicon/names.ts')).length
const dist = pack.files.map((f) => f.path).filter((p) => /^dist\/.*\.c?js$/.test(p))
const copies = dist.map((p) => readFileSync(`${root}/${p}`, 'utf8').split(data).length - 1).reduce((a, n) => a + n, 0)
const shipped = copies * gzipSync(data).length
console.log(
  `packed ${pack.size} bytes of ${BUDGET.packed}, ${pack.files.length} files; core bundle without the dictionaries and the weights of the tagger ${core} bytes gzipped of ${BUDGET.core}, whole ${gzipSync(whole).length}`,
)
console.log(`dictionaries and their reader ${lexicon} bytes gzipped of ${BUDGET.lexicon}; ${copies === 0 ? 'nothing in dist uses them yet' : `${copies} copies in dist, ${shipped} bytes of ${BUDGET.shipped}`}`)
console.log(`weights of the tagger ${model} bytes gzipped of ${BUDGET.model}`)
const fail = []
if (foreign.length > 0) fail.push(`files that do not belong in the package: ${foreign.join(', ')}`)
if (pack.size > BUDGET.packed) fail.push('the package is over its size budget')
if (core > BUDGET.core) fail.push('the core is over its size budget')
if (model > BUDGET.model) fail.push('the weights of the tagger are over their size budget')
if (lexicon > BUDGET.lexicon) fail.push('the dictionaries are over their size budget')
if (shipped > BUDGET.shipped) fail.push('the copies of the dictionaries in dist are over their size budget')
if (!pack.files.some((f) => f.path === 'NOTICE')) fail.push('NOTICE, which the licences of the dictionaries ask for, is missing from the package')
if (!pack.files.some((f) => f.path === JSON.parse(readFileSync(`${root}/package.json`, 'utf8')).bin.dephi.slice(2))) fail.push('the command line is missing from the package')
for (const line of fail) console.error(line)
process.exit(fail.length > 0 ? 1 : 0)
