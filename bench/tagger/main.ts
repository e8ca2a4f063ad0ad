// See train.mjs.
import { createHash } from 'node:crypto'
import { writeFileSync } from 'node:fs'
import { modelDigest, packModel } from '../../src/tag/model'
import { readCorpus, type Source } from './corpus'
import type { Tally } from './learn'
import { AUTHORS, calibrate, figures, learn, OPTIONS, pools } from './train'

const STEP = 8
/** One document in so many of authors without places and names is kept back for calibration. */
const APART = 5
const SPARSE = ['f', 'g', 'h']

const percent = (a: number, b: number): number => Number(((100 * a) / b).toFixed(2))
const row = (t: Tally): Record<string, number> => ({ letters: t.gold, recall: percent(t.hit, t.gold), typed: percent(t.typed, t.gold), precision: percent(t.right, t.found) })

export function main(root: string, say: (line: string) => void): void {
  const started = Date.now()
  const corpus = `${root}bench/quality/corpus`
  const all = pools(root)
  const sources = readCorpus(corpus, AUTHORS.train)
  const dev = readCorpus(corpus, AUTHORS.dev)
  const apart = (s: Source, i: number): boolean => SPARSE.includes(s.author) && i % APART === 0
  say(`${sources.length} documents to learn from, ${dev.length} of the development part`)
  say('first without what is kept back for calibration')
  const trial = learn(
    sources.filter((s, i) => !apart(s, i)),
    all,
    say,
  ).model(OPTIONS.scale)
  const { rows, margins } = figures(trial, dev)
  const scores = calibrate([...margins, ...figures(trial, sources.filter(apart)).margins], STEP)
  say('then with everything')
  const final = learn([...sources, ...dev], all, say).model(OPTIONS.scale)
  const data = packModel(final.check, final.weights)
  const version = createHash('sha256').update(data).update(scores.join()).digest('hex').slice(0, 12)
  writeFileSync(
    `${root}src/tag/model.gen.ts`,
    `// Made by bench/tagger/train.mjs. Do not edit.\n\n/** First 12 hex digits of the SHA-256 of weights and scores. */\nexport const MODEL_VERSION = '${version}'\nexport const MODEL_DIGEST = '${modelDigest(data)}'\nexport const MODEL_STEP = ${STEP}\n/** Calibrated score by margin. */\nexport const MODEL_SCORES: readonly number[] = ${JSON.stringify(scores)}\nexport const MODEL_DATA: string =\n  '${data}'\n`,
  )
  const used = final.check.reduce((n, c) => n + (c === 0 ? 0 : 1), 0)
  const report = {
    version,
    options: OPTIONS,
    authors: AUTHORS,
    documents: { train: sources.length, dev: dev.length },
    rows: used,
    bytes: data.length,
    development: rows.map((r) => ({ view: r.view, NAME: row(r.NAME), GEO: row(r.GEO), falsePer10k: Number(r.falsePer10k.toFixed(2)) })),
    reliability: bins(margins, scores),
  }
  writeFileSync(`${root}bench/results/tagger.json`, `${JSON.stringify(report, null, 1)}\n`)
  say(JSON.stringify(report.development, null, 1))
  say(`version ${version}, ${used} rows, ${data.length} characters; ${((Date.now() - started) / 1000).toFixed(0)} s`)
}

/** By score in tenths: how many entities of the development part, and the share that touches an identifier. */
function bins(margins: ReadonlyArray<[number, boolean]>, scores: readonly number[]): Array<Record<string, number>> {
  const out = Array.from({ length: 10 }, (_, i) => ({ from: i / 10, count: 0, right: 0 }))
  for (const [margin, ok] of margins) {
    const score = scores[Math.max(0, Math.min(scores.length - 1, Math.floor(margin / STEP) + (scores.length >> 1)))]
    const bin = out[Math.min(9, Math.floor(score * 10))]
    bin.count++
    if (ok) bin.right++
  }
  return out.map((b) => ({ from: b.from, count: b.count, share: b.count === 0 ? 0 : Number((b.right / b.count).toFixed(3)) }))
}
