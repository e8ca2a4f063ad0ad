#!/usr/bin/env node
// Scores the engine on the project's own test documents and on every public corpus beside the project, and tells what
// changed since the committed figures.
//
//   npm run quality [-- --save] [-- --shared-examples]
//
// Writes docs/quality.md, and bench/results/report/quality.html, which git ignores: with plots, and the misses and false
// findings of the dev part in context; --shared-examples adds those of the public corpora. --save also writes
// bench/results/quality.json, which the next run is compared with.
import { load, ROOT } from '../load.mjs'

const [{ quality, qualityOptions }] = await load(['bench/quality/quality.ts'], { dist: false })
try {
  console.log(quality(ROOT, qualityOptions(process.argv.slice(2))))
} catch (error) {
  console.error(error.message)
  process.exitCode = 2
}
