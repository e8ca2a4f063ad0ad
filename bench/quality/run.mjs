#!/usr/bin/env node
// Scores the engine, straight from source, on the public corpora beside the project (where they are there) and on the dev
// part of the project's own: for finding out what kind of text breaks it. `npm run quality` gives the whole account.
//
//   node bench/quality/run.mjs [--corpus NAME …] [--label LABEL] [--misses N] [--false N] [--json]
//                              [--no-facility] [--no-clinician] [--configuration ID]
//
// --corpus: beginnings of names (asq, own_dev …); own_test gives figures, never text.
// --label: that label's detectors alone, and only its misses; --misses / --false print that many examples.
// --configuration: one of the ablation (rules, lexicon, tagger).
import { load, ROOT } from '../load.mjs'

const [{ chosen, examine, examineOptions }] = await load(['bench/quality/examine.ts'], { dist: false })
try {
  const options = examineOptions(process.argv.slice(2))
  console.log(examine(chosen(ROOT, options.corpora), options))
} catch (error) {
  console.error(error.message)
  process.exitCode = 2
}
