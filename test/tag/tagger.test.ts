import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { assemble, readCorpus } from '../../bench/tagger/corpus'
import { createDeidentifier, safeHarbor } from '../../src/index'
import { baseWords } from '../../src/scan/base'
import { Scanner } from '../../src/scan/scanner'
import { Window } from '../../src/scan/window'
import { carry } from '../../src/tag/carry'
import { Features } from '../../src/tag/features'
import { checkOf, LANES, type Model, modelDigest, packModel, ROWS, rowOf, toLanes, unpackModel } from '../../src/tag/model'
import { MODEL_DATA, MODEL_DIGEST, MODEL_SCORES, MODEL_STEP } from '../../src/tag/model.gen'
import { Tagger } from '../../src/tag/tagger'
import { TAGS, WIDTH } from '../../src/tag/tags'
import { loadModel } from '../../src/tag/weights'

const CORPUS = fileURLToPath(new URL('../../bench/quality/corpus', import.meta.url))
const dev = readCorpus(CORPUS, ['d']).map(assemble)
const deid = createDeidentifier(safeHarbor({ referenceDate: '2026-01-01' }))

function scan(text: string): Window {
  const w = new Window()
  w.text = text
  new Scanner(baseWords(), new Set()).scan(w, 0, text.length, true)
  return w
}

function tagged(text: string, model: Model = loadModel()): string[] {
  const out: string[] = []
  const w = scan(text)
  new Tagger(model).run(w, 0, w.n, Number.POSITIVE_INFINITY, (start, end, tag, score) => {
    if (score >= 0.5) out.push(`${TAGS[tag]} ${text.slice(start, end)}`)
  })
  return out
}

describe('the tagger', () => {
  // Rows of kinds, not of strings: none of these sentences is in the corpus.
  test.each([
    ['Ingeborg Quillfeather came in with her sister.', ['PATIENT Ingeborg Quillfeather'], 'a full name that opens a sentence'],
    ['She drives in from Chattanooga with her husband Bartholomew.', ['CITY Chattanooga', 'RELATIVE Bartholomew'], 'a city after from, a husband'],
    ['discussed with Dr. Vandersloot who agrees', ['CLINICIAN Vandersloot'], 'behind a title'],
    ['PATIENT: OKONKWO, ADAEZE', ['PATIENT OKONKWO', 'PATIENT ADAEZE'], 'capitals, surname first'],
  ])('%s', (text, expected) => {
    expect(tagged(text)).toEqual(expect.arrayContaining([expect.stringContaining(expected[0].split(' ').slice(1).join(' '))]))
  })

  test.each([
    ['Parkinson disease with Lewy bodies; Babinski negative, Foley in place.', 'eponyms'],
    ['Metoprolol 25 mg and Lisinopril 10 mg daily, Tylenol as needed.', 'drugs'],
    ['The wound was closed with Vicryl and dressed with Xeroform and Kerlix.', 'brands of the operating room'],
    ['The patient may return in the spring and will call if worse.', 'verbs and seasons'],
    ['HEENT: NORMOCEPHALIC. LUNGS: CLEAR. ABDOMEN: SOFT.', 'headings in capitals'],
    ['He was born in Ohio and moved here from Mexico.', 'States and countries may stay'],
    ['Dr. X spoke with Dr. Y.', 'letters that stand for anybody'],
  ])('%s: nothing (%s)', (text) => {
    expect(tagged(text)).toEqual([])
  })

  test('finds most names and places of the development part, and little else', () => {
    let gold = 0
    let hit = 0
    let found = 0
    let right = 0
    for (const doc of dev) {
      const marks = doc.spans.filter((s) => s.label === 'NAME' || s.label === 'GEO')
      const findings = deid.find(doc.text)
      for (const s of marks) {
        gold++
        if (findings.some((f) => f.start <= s.start && s.end <= f.end)) hit++
      }
      for (const f of findings.filter((f) => f.label === 'NAME')) {
        found++
        if (doc.spans.some((s) => s.start < f.end && f.start < s.end)) right++
      }
    }
    expect(gold).toBeGreaterThan(1500)
    // It has learnt from this part: the floor tells of a break, not of quality (docs/model-card.md).
    expect(hit / gold).toBeGreaterThan(0.9)
    expect(right / found).toBeGreaterThan(0.93)
  })

  test('the text alone decides, not how it comes: pieces give what a stream of one piece gives', () => {
    const texts = dev.slice(0, 40).map((d) => d.text)
    const whole = texts.map((text) => {
      const stream = deid.open()
      return stream.push(text) + stream.end()
    })
    fc.assert(
      fc.property(fc.nat({ max: texts.length - 1 }), fc.array(fc.integer({ min: 1, max: 700 }), { minLength: 1, maxLength: 20 }), (k, sizes) => {
        const stream = deid.open()
        let out = ''
        for (let at = 0, n = 0; at < texts[k].length; n++) {
          const size = sizes[n % sizes.length]
          out += stream.push(texts[k].slice(at, at + size))
          at += size
        }
        expect(out + stream.end()).toBe(whole[k])
      }),
      { numRuns: 200 },
    )
  })

  test('what was tagged before leaves no trace: a used tagger gives what a new one gives', () => {
    const used = new Tagger(loadModel())
    for (const doc of dev) {
      const w = scan(doc.text)
      const run = (tagger: Tagger): string[] => {
        const out: string[] = []
        tagger.reset()
        tagger.run(w, 0, w.n, Number.POSITIVE_INFINITY, (...f) => out.push(f.join()))
        return out
      }
      expect(run(used)).toEqual(run(new Tagger(loadModel())))
    }
  })

  test('the kept sums are the sums: as a slow twin weighs every feature anew', () => {
    const model = loadModel()
    const features = new Features()
    const twin = (w: Window): Array<[number, number]> => {
      features.reset()
      features.read(w, 0)
      const out: Array<[number, number]> = []
      for (let i = 0; i < w.n; i++) {
        features.step(w, i)
        if (!features.doubtful(w, i, 0)) continue
        features.weigh(w, i, 0, 0, 0)
        const sums = new Array(WIDTH).fill(0)
        for (let j = 0; j < features.count; j++) {
          const f = features.hashes[j]
          const row = [rowOf(f), rowOf(f) ^ 1].find((r) => model.check[r] === checkOf(f))
          if (row === undefined) continue
          for (let t = 0; t < WIDTH; t++) sums[t] += ((model.lanes[row * LANES + (t >> 1)] >>> (t & 1 ? 16 : 0)) & 0xffff) - 128
        }
        const best = Math.max(...sums.slice(1))
        out.push([w.start[i], best - sums[0]])
      }
      return out
    }
    for (const doc of dev.slice(0, 30)) {
      const w = scan(doc.text)
      // Where no entity is near, the history is empty for both: those first tokens must agree.
      const first = twin(w)[0]
      if (first === undefined) continue
      const told: Array<[number, number]> = []
      new Tagger({ ...model, scores: model.scores.map((_, i) => i) }).run(w, 0, w.n, Number.POSITIVE_INFINITY, (start, _end, _tag, score) => told.push([start, score]))
      const same = told.find(([start]) => start === first[0])
      if (same !== undefined && first[1] > 0) expect(same[1]).toBeGreaterThanOrEqual(model.scores.length >> 1)
      if (first[1] <= -48) expect(same).toBeUndefined()
    }
  })
})

describe('the weights', () => {
  test('come out as they went in', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.nat({ max: ROWS - 1 }), fc.integer({ min: 1, max: 255 }), fc.array(fc.integer({ min: -127, max: 127 }), { minLength: WIDTH, maxLength: WIDTH })), { maxLength: 60 }), (rows) => {
        const check = new Uint8Array(ROWS)
        const weights = new Int8Array(ROWS * WIDTH)
        for (const [row, own, list] of rows) {
          check[row] = own
          weights.set(list, row * WIDTH)
        }
        const data = packModel(check, weights)
        const model = unpackModel(data, modelDigest(data), [0.5], 8)
        expect(model.check).toEqual(check)
        const lanes = toLanes(weights)
        for (const [row] of rows) expect([...model.lanes.subarray(row * LANES, (row + 1) * LANES)]).toEqual([...lanes.subarray(row * LANES, (row + 1) * LANES)])
      }),
      { numRuns: 10 },
    )
  })

  test.each([
    ['a character changed', (s: string) => `${s.slice(0, 1000)}${s[1000] === 'A' ? 'B' : 'A'}${s.slice(1001)}`],
    ['cut short', (s: string) => s.slice(0, -4)],
    ['empty', () => ''],
  ])('damaged (%s): refused', (_how, damage) => {
    expect(() => unpackModel(damage(MODEL_DATA), MODEL_DIGEST, MODEL_SCORES, MODEL_STEP)).toThrow(expect.objectContaining({ code: 'MODEL_DAMAGED' }))
  })

  test('scores rise with the margin', () => {
    for (let i = 1; i < MODEL_SCORES.length; i++) expect(MODEL_SCORES[i]).toBeGreaterThanOrEqual(MODEL_SCORES[i - 1])
  })
})

describe('carrying', () => {
  const carried = (text: string, proven: string): string[] => {
    const w = scan(text)
    const start = text.indexOf(proven)
    const out: string[] = []
    carry(w, [{ start, end: start + proven.length, kind: 'x' }], (s, e) => out.push(`${text.slice(s, e)}@${s}`))
    return out
  }

  test.each([
    ['Quillfeather slept. Seen: Ingeborg Quillfeather.', 'Ingeborg Quillfeather', ['Quillfeather@0'], 'before the place of proof'],
    ['Ingeborg Quillfeather. QUILLFEATHER ate well.', 'Ingeborg Quillfeather', ['QUILLFEATHER@23'], 'in capitals'],
    ['Ingeborg Quillfeather. quillfeather ate well.', 'Ingeborg Quillfeather', ['quillfeather@23'], 'in lower case, a word of no list'],
    ['Grace Young came. young and old; With grace.', 'Grace Young', [], 'words of the language in lower case'],
    ['Harold Parkinson came. Parkinson disease is excluded.', 'Harold Parkinson', [], 'an eponym before a word of medicine'],
    ['Dr. Will May came. May return. Will call.', 'Will May', [], 'words that open sentences'],
  ])('%s (%s)', (text, proven, expected) => {
    expect(carried(text, proven)).toEqual(expected)
  })

  test('text() finds what a stream finds, and more', () => {
    const covers = (list: readonly { start: number; end: number }[], at: number): boolean => list.some((f) => f.start <= at && at < f.end)
    for (const doc of dev.slice(0, 60)) {
      const stream: Array<{ start: number; end: number }> = []
      const s = deid.open({ onFinding: (f) => stream.push(f) })
      s.push(doc.text)
      s.end()
      const whole = deid.find(doc.text)
      for (const f of stream) for (let at = f.start; at < f.end; at++) if (/[\p{L}\p{N}]/u.test(doc.text[at])) expect(covers(whole, at)).toBe(true)
    }
  })
})

test('the corpus is whole: every mark closes, every label is known', () => {
  const all = readCorpus(CORPUS, ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i', 'j', 'k'])
  expect(all.length).toBeGreaterThan(1200)
  const kinds = new Set(all.flatMap((s) => s.pieces.map((p) => p.kind)))
  const known =
    /^(?:|~|NAME\/(?:patient|relative|clinician|employer)|GEO\/(?:address|city|county|zip|facility|coordinates)|DATE(?:\/birth)?|AGE|PHONE|FAX|EMAIL|SSN|MRN|HEALTH_PLAN|ACCOUNT|LICENSE|VEHICLE|DEVICE|URL|IP|BIOMETRIC|PHOTO|OTHER_ID)$/
  expect([...kinds].filter((k) => !known.test(k))).toEqual([])
  expect(readFileSync(`${CORPUS}/a/ed-note.txt`, 'utf8')).toContain('⟦')
})
