import { Readable } from 'node:stream'
import { text as readAll } from 'node:stream/consumers'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { createDeidentifier, DephiError, type Detector, expertDetermination, limitedDataSet, type Policy, pattern, type Receipt, Shape, safeHarbor } from '../../src/index'
import { nodeStream } from '../../src/node'
import { phiText, separated } from './text'

const POLICIES: ReadonlyArray<readonly [string, Policy]> = [
  ['safe-harbor', safeHarbor({ referenceDate: '2026-01-01' })],
  ['limited-data-set', limitedDataSet({ referenceDate: '2026-01-01' })],
  ['expert-determination', expertDetermination({ referenceDate: '2026-01-01' })],
  ['masks', safeHarbor({ referenceDate: '2026-01-01', default: { use: 'mask', width: 6 }, labels: { DATE: 'mask' } })],
  ['states and years go', safeHarbor({ referenceDate: '2026-01-01', labels: { DATE: 'label', 'GEO/state': 'label', 'DATE/year': 'label', 'DATE/time': 'label', 'GEO/country': 'label' } })],
]

const cutAt = (text: string, cuts: readonly number[]): string[] => {
  const at = [0, ...cuts.map((c) => c % (text.length + 1)).sort((a, b) => a - b), text.length]
  return at.slice(1).map((end, i) => text.slice(at[i], end))
}

async function through(stream: TransformStream<string | Uint8Array, string>, pieces: ReadonlyArray<string | Uint8Array>): Promise<string> {
  const writer = stream.writable.getWriter()
  const done = (async () => {
    for (const p of pieces) await writer.write(p)
    await writer.close()
  })()
  let out = ''
  for (const reader = stream.readable.getReader(); ; ) {
    const { value, done: end } = await reader.read()
    if (end) break
    out += value
  }
  await done
  return out
}

describe.each(POLICIES)('under %s', (_name, policy) => {
  const deid = createDeidentifier(policy)

  test('by rules, scrubbing twice is scrubbing once', () => {
    const rules = createDeidentifier(policy, { tagger: false })
    fc.assert(
      fc.property(separated, (text) => {
        const once = rules.text(text).text
        expect(rules.text(once).text).toBe(once)
      }),
      { numRuns: 400 },
    )
  })

  test('text changes exactly what find finds', () => {
    fc.assert(
      fc.property(phiText, (text) => {
        const { text: out, receipt } = deid.text(text)
        const positions = receipt.positions ?? []
        expect(deid.find(text).map((f) => [f.start, f.end, f.label])).toEqual(positions.map((p) => [p.start, p.end, p.label]))
        let from = 0
        let to = 0
        for (const p of positions) {
          expect(out.slice(to, p.outStart)).toBe(text.slice(from, p.start))
          from = p.end
          to = p.outEnd
        }
        expect(out.slice(to)).toBe(text.slice(from))
        expect(receipt.length).toEqual({ input: text.length, output: out.length })
      }),
      { numRuns: 200 },
    )
  })
})

describe('every door goes the same way', () => {
  const deid = createDeidentifier(POLICIES[0][1])

  test('a Web stream of strings, cut anywhere', async () => {
    await fc.assert(
      fc.asyncProperty(phiText, fc.array(fc.nat(4000), { maxLength: 12 }), async (text, cuts) => {
        expect(await through(deid.stream(), cutAt(text, cuts))).toBe(deid.text(text).text)
      }),
      { numRuns: 60 },
    )
  })

  test('a Web stream of bytes, cut inside UTF-8 sequences', async () => {
    await fc.assert(
      fc.asyncProperty(phiText, fc.array(fc.nat(8000), { maxLength: 12 }), async (raw, cuts) => {
        const text = Buffer.from(raw).toString() // lone surrogates become U+FFFD, as in every UTF-8 encoder
        const bytes = new TextEncoder().encode(text)
        const at = [0, ...cuts.map((c) => c % (bytes.length + 1)).sort((a, b) => a - b), bytes.length]
        const pieces = at.slice(1).map((end, i) => bytes.slice(at[i], end))
        expect(await through(deid.stream(), pieces)).toBe(deid.text(text).text)
      }),
      { numRuns: 60 },
    )
  })

  test('a Node stream of buffers', async () => {
    const text = 'Größe: 5. SSN 219-09-9999 — Müller 😀 '.repeat(3000)
    const bytes = Buffer.from(text)
    const source = Readable.from(
      (function* () {
        for (let i = 0; i < bytes.length; i += 1001) yield bytes.subarray(i, i + 1001)
      })(),
    )
    expect(await readAll(source.pipe(nodeStream(deid)))).toBe(deid.text(text).text)
  })

  test('the receipt of a stream is that of the whole, positions apart', async () => {
    const text = 'MRN: 00482913, call (212) 555-0147, SSN 219-09-9999. '.repeat(40)
    const receipts: Receipt[] = []
    await through(deid.stream({ onReceipt: (r) => receipts.push(r) }), cutAt(text, [100, 101, 900]))
    expect(receipts).toHaveLength(1)
    const { positions, positionsDropped, ...whole } = JSON.parse(JSON.stringify(deid.text(text).receipt))
    expect(positions.length).toBeGreaterThan(80)
    expect(positionsDropped).toBe(0)
    expect(receipts[0]).toMatchObject(whole)
    expect(receipts[0].positions).toBeUndefined()
  })

  test('a bare number in JSON stays a JSON value', () => {
    const line = '{"mrn":482913,"ssn": 219099999 ,"age":93,"dob":19510314,"note":"mrn 482913","in":"{\\"mrn\\":482913}"}\n'
    const out = deid.text(line.repeat(3)).text
    for (const one of out.trim().split('\n')) {
      const value = JSON.parse(one)
      expect(value).toMatchObject({ mrn: '[MRN]', ssn: '[SSN]', age: '90+', note: 'mrn [MRN]' })
      expect(JSON.parse(value.in)).toEqual({ mrn: '[MRN]' })
    }
    expect(deid.text(out).text).toBe(out)
  })

  test('a stream tells its findings as they settle', () => {
    const text = 'MRN: 00482913, call (212) 555-0147, SSN 219-09-9999. '.repeat(40)
    const found: unknown[] = []
    const run = deid.open({ onFinding: (f) => found.push(f) })
    for (let i = 0; i < text.length; i += 300) run.push(text.slice(i, i + 300))
    expect(found.length).toBeGreaterThan(60)
    run.end()
    expect(found).toEqual(deid.find(text))
    expect(run.withheld).toBe(false)
  })

  test('writing after the end is an error', () => {
    const open = deid.open()
    open.push('a')
    open.end()
    expect(() => open.push('b')).toThrow(expect.objectContaining({ code: 'STREAM_ENDED' }))
    expect(open.end()).toBe('')
  })

  test('wrong arguments are errors of the closed list', () => {
    expect(() => deid.text(3 as never)).toThrow(expect.objectContaining({ code: 'OPTION_INVALID' }))
    expect(() => deid.open().push({} as never)).toThrow(expect.objectContaining({ code: 'OPTION_INVALID' }))
    expect(() => createDeidentifier(safeHarbor(), { receiptKey: new Uint8Array(3) })).toThrow(expect.objectContaining({ code: 'OPTION_INVALID' }))
    expect(() => deid.withPatient({ names: ['--'], birthday: 'x' } as never)).toThrow(
      expect.objectContaining({ code: 'ROSTER_INVALID', problems: expect.arrayContaining([expect.objectContaining({ path: 'birthday' }), expect.objectContaining({ path: 'names.0' })]) }),
    )
  })
})

describe('nothing but the output carries values', () => {
  /** Unmistakable strings planted as identifiers. */
  const SENTINELS = ['219-09-9999', '00482913', 'Quexalbert', 'quexalbert@example.org', '555-0147']
  const text = 'Patient: Quexalbert Zorn, MRN: 00482913, SSN 219-09-9999, call (212) 555-0147, e-mail quexalbert@example.org'
  const sweep = (where: string): void => {
    for (const s of SENTINELS) expect(where.includes(s)).toBe(false)
  }

  test('receipts', () => {
    const deid = createDeidentifier(safeHarbor(), { receiptKey: new Uint8Array(32).fill(7) })
    const { receipt } = deid.text(text)
    sweep(JSON.stringify(receipt))
    expect(receipt.inputDigest).toMatch(/^[0-9a-f]{64}$/)
    expect(receipt.statement).not.toMatch(/complian/i)
  })

  test('guard', () => {
    try {
      createDeidentifier(safeHarbor()).guard(text)
      expect.unreachable()
    } catch (error) {
      expect(error).toBeInstanceOf(DephiError)
      expect((error as DephiError).code).toBe('PHI_FOUND')
      sweep(`${(error as Error).message}${(error as Error).stack}${JSON.stringify(error)}`)
    }
    expect(createDeidentifier(safeHarbor()).guard('no identifier here')).toBe('no identifier here')
  })

  test('a detector that throws: what it could have found is withheld, its message goes nowhere', () => {
    const bad: Detector = {
      id: 'bad',
      label: 'OTHER_ID',
      authority: 'test detector',
      reach: { behind: 4, ahead: 12 },
      on: { shape: Shape.DIGITS },
      at(w, i) {
        throw new Error(w.str(i))
      },
    }
    const deid = createDeidentifier(safeHarbor(), { detectors: [bad] })
    const { text: out, receipt } = deid.text('code 77431 stays hidden, words stay')
    expect(out).not.toContain('77431')
    expect(out).toContain('words stay')
    expect(receipt.faults).toEqual({ bad: 1 })
    expect(JSON.stringify(receipt)).not.toContain('77431')
  })
})

describe('a detector that breaks its contract withholds, and never lets text through', () => {
  const text = 'Patient: John Smith. SSN 219-09-9999. bed 12 is free, and words stay far from there to the end of the line.'
  test.each([
    ['no number for a start', Number.NaN, 50, 0.9],
    ['no number for an end', 42, Number.NaN, 0.9],
    ['an end out of reach', 42, 1e9, 0.9],
    ['a start out of reach', -50, 50, 0.9],
    ['a score out of range', 42, 44, 2],
    ['no score', 42, 44, undefined as never],
  ])('%s', (_what, start, end, score) => {
    const bad: Detector = { id: 'bad', label: 'OTHER_ID', authority: 'test detector', reach: { behind: 0, ahead: 16 }, cues: ['bed'], atCue: (_w, _i, _next, out) => out.add(start, end, score) }
    const { text: out, receipt } = createDeidentifier(safeHarbor(), { detectors: [bad] }).text(text)
    expect(out).toMatch(/^Patient: \[NAME\]\. SSN \[SSN\]\. \[OTHER_ID\].*words stay far/)
    expect(receipt.faults).toEqual({ bad: 1 })
  })
})

describe('lists and detectors of the user', () => {
  test('deny finds what no detector does; allow lets pass; block beats allow', () => {
    const deny = [
      { label: 'NAME' as const, text: 'Bluebird' },
      { label: 'OTHER_ID' as const, text: 'ward 7b' },
    ]
    const plain = createDeidentifier(safeHarbor())
    const deid = createDeidentifier(safeHarbor({ deny, allow: ['219-09-9999', 'Project Bluebird'] }))
    expect(plain.text('SSN 219-09-9999').text).toBe('SSN [SSN]')
    expect(deid.text('SSN 219-09-9999, project-bluebird in Ward 7B').text).toBe('SSN 219-09-9999, project-[NAME] in [OTHER_ID]')
  })

  test('a pattern of the user', () => {
    const study = pattern({ id: 'study-code', label: 'OTHER_ID', pattern: /ZQ-[0-9]{4}-[A-Z]{2}/ })
    const ward = pattern({ id: 'ward', label: 'GEO', subtype: 'facility', pattern: /[A-Z][0-9]+/, cues: ['ward'] })
    const deid = createDeidentifier(safeHarbor(), { detectors: [study, ward] })
    expect(deid.text('subject ZQ-1234-AB on ward C12, level C12').text).toBe('subject [OTHER_ID] on ward [GEO], level C12')
  })

  test('mistakes are all reported, with the path', () => {
    expect(() => pattern({ id: 'Bad Id', label: 'NOPE' as never, pattern: /(a+)+$/ })).toThrow(
      expect.objectContaining({ code: 'DETECTOR_INVALID', problems: [expect.objectContaining({ path: 'id' }), expect.objectContaining({ path: 'label' }), expect.objectContaining({ path: 'pattern' })] }),
    )
    const twice = pattern({ id: 'ssn', label: 'SSN', pattern: /x/ })
    expect(() => createDeidentifier(safeHarbor(), { detectors: [twice] })).toThrow(expect.objectContaining({ code: 'DETECTOR_INVALID', problems: [expect.objectContaining({ path: 'detectors.0.id' })] }))
  })
})

describe('the patient roster', () => {
  const deid = createDeidentifier(safeHarbor({ referenceDate: '2026-01-01' })).withPatient({
    names: ['Maria Gonzalez-Ruiz'],
    relatives: ['Will Ruiz'],
    employers: ['Harbor Bakery'],
    dates: ['1951-03-14'],
    addresses: ['742 Evergreen Terrace'],
    phones: ['(212) 555-0147'],
    emails: ['maria.g@example.org'],
    ids: { MRN: ['0048-2913'] },
  })
  const all = (text: string): string => deid.text(text).text

  test.each([
    ['GONZALEZ-RUIZ, MARIA was here', '[NAME] was here', 'reversed, capitals'],
    ['maria said', '[NAME] said', 'given name alone, lower case'],
    ["gonzalez ruiz's chart", "[NAME]'s chart", 'surname, possessive, no hyphen'],
    ['will Will come?', 'will [NAME] come?', 'a name that is a word, only with a capital'],
    ['paid by harbor bakery', 'paid by [NAME]', 'employer'],
    ['nr 00482913', 'nr [MRN]', 'number in another grouping'],
    ['2125550147', '[PHONE]', 'phone run together'],
    ['14.3.51', '1951', 'birth date in another writing'],
    ['the 14th of March 1951', 'the 1951', 'birth date spelled'],
  ])('%s → %s (%s)', (text, expected) => {
    expect(all(text)).toBe(expected)
  })

  test('nothing of it is found without it', () => {
    expect(createDeidentifier(safeHarbor(), { tagger: false }).text('maria said').text).toBe('maria said')
  })
})
