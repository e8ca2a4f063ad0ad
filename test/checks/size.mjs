#!/usr/bin/env node
// The package as npm would publish it: only what belongs in it, within the size budget of the design.
//
//   node test/checks/size.mjs        (after npm run build)
import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'
import { build } from 'esbuild'

const BUDGET = { packed: 3_000_000, core: 250_000 } // bytes; core: import of '.', all dependencies, minified and gzipped
const root = fileURLToPath(new URL('../..', import.meta.url))
const [pack] = JSON.parse(execFileSync('npm', ['pack', '--dry-run', '--json', '--ignore-scripts'], { cwd: root, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }))
const foreign = pack.files.map((f) => f.path).filter((p) => !/^(dist\/|README\.md|LICENSE|CHANGELOG\.md|package\.json)/.test(p))
const bundled = await build({ entryPoints: [`${root}/dist/index.js`], bundle: true, minify: true, format: 'esm', platform: 'browser', write: false, logLevel: 'error' })
const core = gzipSync(bundled.outputFiles[0].contents).length
console.log(`packed ${pack.size} bytes of ${BUDGET.packed}, ${pack.files.length} files; core bundle ${core} bytes gzipped of ${BUDGET.core}`)
const fail = []
if (foreign.length > 0) fail.push(`files that do not belong in the package: ${foreign.join(', ')}`)
if (pack.size > BUDGET.packed) fail.push('the package is over its size budget')
if (core > BUDGET.core) fail.push('the core is over its size budget')
if (!pack.files.some((f) => f.path === JSON.parse(readFileSync(`${root}/package.json`, 'utf8')).bin.dephi.slice(2))) fail.push('the command line is missing from the package')
for (const line of fail) console.error(line)
process.exit(fail.length > 0 ? 1 : 0)
