#!/usr/bin/env node
// Learns the tagger's weights from the project's own corpus and writes src/tag/model.gen.ts and bench/results/tagger.json.
//
//   npm run train
//
// Needs the name and place lists of dictionaries/sources and installs them if they are not there. The same corpus,
// dictionaries and Node give the same bytes. Author e, the test part, is never read.
import { execFileSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { bundle, ROOT } from '../load.mjs'

const sources = fileURLToPath(new URL('../../dictionaries/sources/', import.meta.url))
if (!existsSync(`${sources}node_modules`)) execFileSync('npm', ['ci', '--no-audit', '--no-fund'], { cwd: sources, stdio: 'inherit' })
const [file] = await bundle(['bench/tagger/main.ts'], { dist: false })
const { main } = await import(pathToFileURL(file).href)
main(ROOT, console.log)
