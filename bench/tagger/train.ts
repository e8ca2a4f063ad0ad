// See train.mjs.
import { readSources } from '../../dictionaries/lexicon/read.mjs'
import { loadLexicon } from '../../src/lexicon/names'
import { MARGINS, type Model } from '../../src/tag/model'
import { hashWord } from '../../src/text/hash'
import { assemble, type Doc, type Source } from './corpus'
import { goldTags, Learner, measure, scan, type Tally } from './learn'
import { type CASINGS, Pool, type Pools, type Random, recase, refill, scrubbed, seeded } from './refill'

export function pools(root: string): Pools {
  const lexicon = loadLexicon()
  const data = readSources(new URL('dictionaries/sources/', `file://${root}`))
  const letters = /^\p{L}[\p{L}' -]*$/u
  const given = data.given.filter((g: { name: string }) => letters.test(g.name) && g.name.length > 2)
  const total = (g: { female: number; male: number }): number => g.female + g.male
  const common = given.filter((g: { female: number; male: number }) => total(g) > 2000)
  const surnames = (data.surnames as string[]).filter((s) => s.length > 2)
  const both = (data.english as string[]).slice(0, 12000).filter((w) => {
    const b = lexicon.lookup(hashWord(w))
    return w.length > 2 && ((b & 7) >= 3 || ((b >>> 5) & 7) >= 4)
  })
  const cities = new Map<string, number>()
  for (const c of data.cities as Array<{ name: string; country: string; population: number }>)
    if (letters.test(c.name) && (c.country === 'US' ? c.population > 1500 : c.population > 300000)) cities.set(c.name, Math.max(cities.get(c.name) ?? 0, Math.sqrt(c.population) * (c.country === 'US' ? 1 : 0.4)))
  const counties = [...new Set((data.zips as Array<{ city: string }>).map((z) => z.city))].filter((c) => letters.test(c)).sort()
  return {
    lexicon,
    given: new Pool(
      common.map((g: { name: string }) => g.name.toLowerCase()),
      common.map((g: { female: number; male: number }) => Math.sqrt(total(g))),
    ),
    givenRare: new Pool(
      given.map((g: { name: string }) => g.name.toLowerCase()),
      given.map(() => 1),
    ),
    surname: new Pool(
      surnames,
      surnames.map((_, i) => 1 / Math.sqrt(i + 20)),
    ),
    surnameRare: new Pool(
      surnames,
      surnames.map(() => 1),
    ),
    wordNames: new Pool(
      both,
      both.map(() => 1),
    ),
    city: new Pool(
      [...cities.keys()].map((c) => c.toLowerCase()),
      [...cities.values()],
    ),
    county: new Pool(
      counties.map((c) => c.toLowerCase()),
      counties.map(() => 1),
    ),
  }
}

const CASES = ['lower', 'caps', 'spoken', 'caps', 'tokens'] as const

/** What is learnt from a document in one round: itself, and itself written otherwise. */
function variants(source: Source, all: Pools, round: number, random: Random): Source[] {
  const out: Source[] = []
  if (round % 3 === 0) out.push(source)
  out.push(refill(source, all, random), refill(source, all, random))
  const draw = (): keyof typeof CASINGS => CASES[Math.floor(random() * CASES.length)]
  out.push(recase(random() < 0.3 ? source : refill(source, all, random), draw()))
  // Where nothing is marked, every casing must learn that nothing is there.
  if (!source.pieces.some((p) => p.kind.startsWith('NAME') || p.kind.startsWith('GEO'))) out.push(recase(source, draw()), recase(source, 'lower'))
  if (random() < 0.25) out.push(scrubbed(source, random))
  return out
}

export const OPTIONS = { epochs: 10, seed: 1, rate: 0.2, entityWeight: 1.3, l2: 1e-6, dropout: 0, least: 3, scale: 24 } as const

/** Documents written for the project, by hand: those to learn from; `dev` is looked at, `test` never before the end. */
export const AUTHORS = { train: ['a', 'b', 'c', 'f', 'g', 'h', 'i', 'j', 'k'], dev: ['d'], test: ['e'] } as const

const VIEWS = ['asIs', 'lower', 'caps'] as const

export interface Figures {
  readonly view: string
  readonly NAME: Tally
  readonly GEO: Tally
  readonly falsePer10k: number
}

/** Learns from the documents; `say` is told how it goes. */
export function learn(sources: readonly Source[], all: Pools, say: (line: string) => void): Learner {
  const { epochs, seed, least, rate } = OPTIONS
  const learner = new Learner(OPTIONS)
  const counting = seeded(seed + 1)
  for (let round = 0; round < 3; round++) for (const doc of sources.flatMap((s) => variants(s, all, round, counting)).map(assemble)) survey(learner, doc)
  say(learner.settle(least))
  const random = seeded(seed)
  for (let epoch = 0; epoch < epochs; epoch++) {
    learner.rate = rate * (1 - (0.85 * epoch) / (epochs - 1))
    learner.begin()
    for (const doc of shuffled(
      sources.flatMap((s) => variants(s, all, epoch, random)),
      random,
    ).map(assemble)) {
      const read = scan(doc.text)
      learner.learn(read.w, goldTags(doc, read), epoch === 0 ? 0 : 0.8, random)
    }
    say(`round ${epoch + 1} of ${epochs}: ${learner.told()}`)
  }
  return learner
}

function survey(learner: Learner, doc: Doc): void {
  const read = scan(doc.text)
  learner.survey(read.w, goldTags(doc, read))
}

function shuffled<T>(list: T[], random: Random): T[] {
  for (let i = list.length - 1; i > 0; i--) {
    const j = Math.floor(random() * (i + 1))
    ;[list[i], list[j]] = [list[j], list[i]]
  }
  return list
}

/** The tagger alone, without rules, on documents as they are, in lower case and in capitals. */
export function figures(model: Model, sources: readonly Source[]): { readonly rows: Figures[]; readonly margins: Array<[number, boolean]> } {
  const margins: Array<[number, boolean]> = []
  const rows = VIEWS.map((view): Figures => {
    const m = measure(
      model,
      sources.map((s) => assemble(recase(s, view))),
    )
    margins.push(...m.margins)
    return { view, NAME: m.NAME, GEO: m.GEO, falsePer10k: (m.falseSpans * 10000) / m.chars }
  })
  return { rows, margins }
}

/** Share of entities that touch an identifier, by margin: made monotone (pool adjacent violators), with a prior of one in each bin. */
export function calibrate(margins: ReadonlyArray<[number, boolean]>, step: number): number[] {
  const middle = MARGINS >> 1
  const right = new Float64Array(MARGINS)
  const count = new Float64Array(MARGINS)
  for (const [margin, ok] of margins) {
    const at = Math.max(0, Math.min(MARGINS - 1, Math.floor(margin / step) + middle))
    count[at]++
    if (ok) right[at]++
  }
  const blocks: Array<{ sum: number; weight: number; bins: number }> = []
  for (let i = 0; i < MARGINS; i++) {
    const guess = 1 / (1 + Math.exp(-((i - middle + 0.5) * step) / OPTIONS.scale))
    blocks.push({ sum: right[i] + guess, weight: count[i] + 1, bins: 1 })
    for (let b = blocks.length - 1; b > 0 && blocks[b - 1].sum / blocks[b - 1].weight > blocks[b].sum / blocks[b].weight; b--) {
      const [low] = blocks.splice(b, 1)
      const high = blocks[b - 1]
      high.sum += low.sum
      high.weight += low.weight
      high.bins += low.bins
    }
  }
  return blocks.flatMap((b) => new Array<number>(b.bins).fill(Number(Math.min(0.999, b.sum / b.weight).toFixed(3))))
}
