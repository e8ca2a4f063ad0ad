import { createHash, createHmac } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { TextDigest } from '../../src/emit/digest'
import { ReceiptBuilder, type ReceiptOptions, type Replaced } from '../../src/emit/receipt'
import { compile } from '../../src/policy/compile'
import { expertDetermination, limitedDataSet, safeHarbor } from '../../src/policy/presets'

const ENGINE = { engine: 'dephi 0.1.0', dictionary: '2026-01-01' }
const KEY = new Uint8Array(16).fill(7)
const plan = compile(safeHarbor({ referenceDate: '2026-01-01' }))

const ROWS: readonly Replaced[] = [
  { start: 0, end: 10, label: 'NAME', subtype: 'patient', score: 0.9, strategy: 'label', outStart: 0, outEnd: 6 },
  { start: 12, end: 22, label: 'DATE', subtype: undefined, score: 1, strategy: 'generalise', outStart: 8, outEnd: 12 },
  { start: 30, end: 32, label: 'AGE', strategy: 'generalise', outStart: 20, outEnd: 23 },
  { start: 40, end: 45, label: 'NAME', strategy: 'label', outStart: 31, outEnd: 37 },
]

function build(options: Partial<ReceiptOptions> = {}, rows: readonly Replaced[] = ROWS) {
  const builder = new ReceiptBuilder(plan, { ...ENGINE, ...options })
  builder.input('John Smith was seen')
  builder.output('[NAME] ')
  builder.output('was seen')
  for (const row of rows) builder.add(row)
  return builder
}

describe('receipt', () => {
  test('counts, positions and what was done', () => {
    expect(build().finish()).toEqual({
      receipt: 1,
      engine: 'dephi 0.1.0',
      dictionary: '2026-01-01',
      policy: { name: 'safe-harbor', basis: 'safe-harbor', digest: plan.digest, referenceYear: 2026 },
      statement: 'transformed per the Safe Harbor policy as configured',
      withheld: false,
      length: { input: 19, output: 15 },
      total: 4,
      labels: { NAME: 2, DATE: 1, AGE: 1 },
      sections: { A: 2, C: 2 },
      kinds: { NAME: 1, 'NAME/patient': 1, DATE: 1, AGE: 1 },
      strategies: { generalise: 2, label: 2 },
      positions: [
        { start: 0, end: 10, label: 'NAME', subtype: 'patient', score: 0.9, strategy: 'label', outStart: 0, outEnd: 6 },
        { start: 12, end: 22, label: 'DATE', score: 1, strategy: 'generalise', outStart: 8, outEnd: 12 },
        { start: 30, end: 32, label: 'AGE', strategy: 'generalise', outStart: 20, outEnd: 23 },
        { start: 40, end: 45, label: 'NAME', strategy: 'label', outStart: 31, outEnd: 37 },
      ],
      positionsDropped: 0,
      faults: {},
      residualRisks: plan.risks,
    })
  })

  test('the same bytes whatever the order of kinds', () => {
    const bytes = (rows: readonly Replaced[]) => JSON.stringify(build({ positions: 'none' }, rows).finish())
    expect(bytes([...ROWS].reverse())).toBe(bytes(ROWS))
  })

  test('survives JSON and structuredClone', () => {
    for (const digest of [false, true, 'lazy'] as const) {
      const receipt = build({ digest, inputKey: KEY }).finish({ withheld: true })
      expect(JSON.parse(JSON.stringify(receipt))).toEqual({ ...receipt })
      expect(structuredClone(receipt)).toEqual({ ...receipt })
    }
  })

  test('positions are capped and the rest counted', () => {
    const receipt = build({ maxPositions: 1 }).finish()
    expect(receipt.positions).toHaveLength(1)
    expect(receipt.positionsDropped).toBe(3)
    expect(receipt.total).toBe(4)
    const none = build({ positions: 'none' }).finish()
    expect('positions' in none).toBe(false)
    expect(none.positionsDropped).toBe(4)
  })

  test('output digest: streamed, lazy or not at all', () => {
    const expected = createHash('sha256').update('[NAME] was seen').digest('hex')
    expect(build({ digest: true }).finish().outputDigest).toBe(expected)
    const lazy = build({ digest: 'lazy' }).finish()
    expect(lazy.outputDigest).toBe(expected)
    expect(lazy.outputDigest).toBe(expected)
    expect('outputDigest' in build().finish()).toBe(false)
  })

  test('input digest: keyed or not at all', () => {
    expect(build({ inputKey: KEY }).finish().inputDigest).toBe(createHmac('sha256', KEY).update('John Smith was seen').digest('hex'))
    expect('inputDigest' in build().finish()).toBe(false)
    for (const key of [new Uint8Array(15), 'sixteen bytes!!!' as never]) expect(() => build({ inputKey: key })).toThrow(expect.objectContaining({ code: 'OPTION_INVALID' }))
  })

  test('a cap that is no count is refused', () => {
    for (const maxPositions of [-1, 1.5, Number.NaN]) expect(() => build({ maxPositions })).toThrow(expect.objectContaining({ code: 'OPTION_INVALID' }))
  })

  test('faults and held-back text are told', () => {
    const builder = build()
    builder.fault('name-tagger')
    builder.fault('name-tagger', 2)
    builder.fault('John Smith')
    const receipt = builder.finish({ withheld: true })
    expect(receipt.faults).toEqual({ 'name-tagger': 3, other: 1 })
    expect(receipt.withheld).toBe(true)
    expect(receipt.residualRisks.slice(-2).map((r) => r.code)).toEqual(['withheld', 'faults'])
    expect(builder.finish()).toBe(receipt)
  })

  test('never says compliant', () => {
    for (const policy of [safeHarbor(), limitedDataSet(), expertDetermination()]) {
      const receipt = new ReceiptBuilder(compile(policy), ENGINE).finish()
      expect(receipt.statement).toMatch(/^transformed per the (Safe Harbor|Limited Data Set|Expert Determination) policy as configured$/)
      expect(JSON.stringify(receipt)).not.toMatch(/complian/i)
    }
  })

  test('no value gets in', () => {
    const values = ['Zebulon', 'Quackenbush', '987-65-4329', 'zq@example.org', 'Ytterby Road']
    const policy = compile(safeHarbor({ deny: values.map((text) => ({ label: 'NAME' as const, text })), allow: ['Xylander'] }))
    for (const digest of [false, true, 'lazy'] as const) {
      const builder = new ReceiptBuilder(policy, { ...ENGINE, digest, inputKey: KEY })
      builder.input(values.join(' '))
      builder.output(values.join(' '))
      for (const [i, value] of values.entries()) {
        const leaky = { start: i, end: i + 1, label: 'NAME', strategy: 'label', outStart: 0, outEnd: 1, text: value, raw: value, detector: value } as const
        builder.add(leaky)
        builder.fault(value)
      }
      const json = JSON.stringify(builder.finish({ withheld: true })).toLowerCase()
      for (const value of [...values, 'Xylander'].flatMap((x) => [x, ...x.split(/[\s@-]/)])) if (value.length > 3) expect(json).not.toContain(value.toLowerCase())
    }
  })
})

describe('digest', () => {
  test('of UTF-8, wherever the text was cut, surrogate pairs too', () => {
    const text = fc.string({ unit: fc.oneof(fc.constantFrom('\ud83d', '\ude00', '😀', 'é'), fc.string({ unit: 'binary', minLength: 1, maxLength: 3 })), maxLength: 60 })
    fc.assert(
      fc.property(text, fc.array(fc.nat(60)), (whole, cuts) => {
        const at = [0, ...cuts.filter((c) => c < whole.length).sort((a, b) => a - b), whole.length]
        const plain = TextDigest.sha256()
        const keyed = TextDigest.hmacSha256(KEY)
        for (let i = 1; i < at.length; i++) {
          plain.update(whole.slice(at[i - 1], at[i]))
          keyed.update(whole.slice(at[i - 1], at[i]))
        }
        expect(plain.hex()).toBe(createHash('sha256').update(whole, 'utf8').digest('hex'))
        expect(keyed.hex()).toBe(createHmac('sha256', KEY).update(whole, 'utf8').digest('hex'))
      }),
    )
  })

  test('pairs at the edge of a batch', () => {
    for (const size of [8190, 8191, 8192, 8193]) {
      const whole = `${'a'.repeat(size)}😀${'b'.repeat(9000)}`
      const hash = TextDigest.sha256()
      for (const unit of whole.split('')) hash.update(unit)
      expect(hash.hex()).toBe(createHash('sha256').update(whole, 'utf8').digest('hex'))
    }
  })
})
