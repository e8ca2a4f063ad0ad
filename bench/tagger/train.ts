// See train.mjs.
import { readSources } from '../../dictionaries/lexicon/read.mjs'
import { loadLexicon } from '../../src/lexicon/names'
import { hashWord } from '../../src/text/hash'
import { assemble, type Doc, readCorpus, type Source } from './corpus'
import { goldTags, Learner, measure, scan, show } from './learn'
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

export interface TrainOptions {
  readonly root: string
  readonly train: readonly string[]
  readonly dev: readonly string[]
  readonly epochs: number
  readonly seed: number
  readonly rate: number
  readonly entityWeight: number
  readonly l2: number
  readonly dropout: number
  readonly scale: number
  /** Features met less often are not learnt. */
  readonly least: number
}

export function train(options: TrainOptions): { learner: Learner; dev: Doc[] } {
  const { root, epochs, seed } = options
  const folder = `${root}bench/quality/corpus`
  const sources = readCorpus(folder, options.train)
  const dev = readCorpus(folder, options.dev).map(assemble)
  const devs = { asIs: dev, lower: readCorpus(folder, options.dev).map((s) => assemble(recase(s, 'lower'))), caps: readCorpus(folder, options.dev).map((s) => assemble(recase(s, 'caps'))) }
  const all = pools(root)
  const random = seeded(seed)
  const learner = new Learner(options)
  console.log(`${sources.length} documents to learn from, ${dev.length} to look at`)
  const counting = seeded(seed + 1)
  for (let round = 0; round < 3; round++)
    for (const source of sources.flatMap((s) => variants(s, all, round, counting))) {
      const doc = assemble(source)
      const read = scan(doc.text)
      learner.survey(read.w, goldTags(doc, read))
    }
  learner.settle(options.least)
  for (let epoch = 0; epoch < epochs; epoch++) {
    const t = Date.now()
    learner.rate = options.rate * (1 - (0.85 * epoch) / Math.max(1, epochs - 1))
    learner.loss = learner.seen = learner.unreachable = learner.reachable = 0
    const docs = sources.flatMap((s) => variants(s, all, epoch, random))
    for (let i = docs.length - 1; i > 0; i--) {
      const j = Math.floor(random() * (i + 1))
      ;[docs[i], docs[j]] = [docs[j], docs[i]]
    }
    for (const source of docs) {
      const doc = assemble(source)
      const read = scan(doc.text)
      learner.learn(read.w, goldTags(doc, read), epoch === 0 ? 0 : 0.8, random)
    }
    console.log(
      `round ${epoch + 1}: loss ${(learner.loss / learner.seen).toFixed(4)} over ${learner.seen} tokens, ${((100 * learner.unreachable) / (learner.unreachable + learner.reachable)).toFixed(2)} % of names never weighed, ${((Date.now() - t) / 1000).toFixed(0)} s`,
    )
    if (epoch % 3 === 2 || epoch === epochs - 1) {
      const model = learner.model(options.scale)
      for (const [how, docs] of Object.entries(devs)) {
        const m = measure(model, docs)
        console.log(`  ${how.padEnd(6)} NAME ${show(m.NAME)}  GEO ${show(m.GEO)}  false ${((m.falseSpans * 10000) / m.chars).toFixed(2)} per 10k`)
      }
    }
  }
  return { learner, dev }
}
