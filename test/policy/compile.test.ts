import fc from 'fast-check'
import * as v from 'valibot'
import { describe, expect, test } from 'vitest'
import { DephiError, type Problem } from '../../src/errors'
import { LABELS } from '../../src/labels'
import { check } from '../../src/policy/check'
import { compile } from '../../src/policy/compile'
import { KINDS } from '../../src/policy/kinds'
import { expertDetermination, limitedDataSet, safeHarbor } from '../../src/policy/presets'
import { type Policy, PolicySchema } from '../../src/policy/schema'

const NOW = { now: new Date('2026-06-01T00:00:00Z') }

function refused(policy: unknown): { code: string; problems: readonly Problem[]; message: string } {
  try {
    compile(policy as Policy, NOW)
  } catch (e) {
    if (e instanceof DephiError) return e
    throw e
  }
  throw new Error('compiled')
}

const PRESETS = [safeHarbor, limitedDataSet, expertDetermination] as const

describe('compile', () => {
  test.each(PRESETS)('%o compiles', (preset) => {
    const plan = compile(preset(), NOW)
    expect(plan.name).toBe(preset().basis)
    expect(plan.digest).toMatch(/^[0-9a-f]{64}$/)
    for (const { label, subtype } of KINDS) {
      expect(plan.rule(label, subtype).threshold).toBe(0.5)
      expect(plan.rule(label, subtype)).toBe(plan.rule(label, subtype))
      expect(plan.rule(label, subtype).keep).toBe(plan.strategy(label, subtype).name === 'keep')
    }
  })

  test('safe harbor: the label, but for what may stay or has a coarser form', () => {
    const plan = compile(safeHarbor(), NOW)
    const table = KINDS.map(({ kind, label, subtype }) => [kind, plan.strategy(label, subtype).name]).filter(([, name]) => name !== 'label')
    expect(Object.fromEntries(table)).toEqual({
      'GEO/zip': 'generalise',
      'GEO/state': 'keep',
      'GEO/country': 'keep',
      DATE: 'generalise',
      'DATE/birth': 'generalise',
      'DATE/year': 'keep',
      'DATE/time': 'keep',
      AGE: 'generalise',
    })
  })

  test('the finer kind goes before the label, the label before the default', () => {
    const plan = compile({ name: 'x', basis: 'expert-determination', default: { use: 'mask', width: 3 }, labels: { NAME: 'remove', 'NAME/clinician': 'keep' }, thresholds: { NAME: 0.7, 'NAME/clinician': 0.2 } }, NOW)
    expect(plan.strategy('NAME', 'clinician').name).toBe('keep')
    expect(plan.strategy('NAME', 'patient').name).toBe('remove')
    expect(plan.strategy('NAME', undefined).name).toBe('remove')
    expect(plan.strategy('SSN', undefined).replace({ label: 'SSN', subtype: undefined, text: 'x', raw: 'x', capped: false })).toBe('***')
    expect(plan.rule('NAME', 'clinician').threshold).toBe(0.2)
    expect(plan.rule('NAME', 'patient').threshold).toBe(0.7)
    expect(plan.rule('SSN', undefined).threshold).toBe(0.5)
  })

  test('a subtype of another label falls back to the label', () => {
    expect(compile(safeHarbor(), NOW).strategy('NAME', 'zip').name).toBe('label')
  })

  test("the reference date is the policy's, or the clock's", () => {
    const birth = { label: 'DATE', subtype: 'birth', text: '1/1/1920', raw: '', capped: false } as const
    expect(
      compile(safeHarbor({ referenceDate: '2009-12-31' }), NOW)
        .strategy('DATE', 'birth')
        .replace(birth),
    ).toBe('1920')
    expect(compile(safeHarbor(), NOW).strategy('DATE', 'birth').replace(birth)).toBe('before 1937')
    expect(compile(safeHarbor(), NOW).referenceYear).toBe(2026)
  })

  test('what is done to the policy afterwards changes nothing', () => {
    const policy = safeHarbor({ deny: [{ label: 'NAME', text: 'Zed' }], allow: ['Foley'] })
    const plan = compile(policy, NOW)
    policy.deny?.push({ label: 'SSN', text: '1' })
    policy.allow?.push('x')
    ;(policy.labels as Record<string, string>).SSN = 'keep'
    expect(plan.lists).toEqual({ deny: [{ label: 'NAME', text: 'Zed' }], allow: ['Foley'] })
    expect(plan.rule('SSN', undefined).keep).toBe(false)
  })

  test('the digest: key order and $schema do not count, meaning does, deny texts are left out', () => {
    const a = compile({ name: 'x', basis: 'safe-harbor', labels: { NAME: 'mask', SSN: 'remove' } }, NOW).digest
    expect(compile({ labels: { SSN: 'remove', NAME: 'mask' }, basis: 'safe-harbor', name: 'x', $schema: 'https://x' }, NOW).digest).toBe(a)
    expect(compile({ name: 'x', basis: 'safe-harbor', labels: { NAME: 'mask', SSN: 'mask' } }, NOW).digest).not.toBe(a)
    const denying = (text: string) => compile(safeHarbor({ deny: [{ label: 'SSN', text }] }), NOW).digest
    expect(denying('123-45-6789')).toBe(denying('987-65-4321'))
    expect(denying('1')).not.toBe(compile(safeHarbor(), NOW).digest)
  })

  test('the digest of a policy is what sha256 of its sorted JSON gives anywhere', async () => {
    const json = '{"basis":"safe-harbor","labels":{"NAME":"mask"},"name":"x"}'
    const bytes = new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(json)))
    expect(compile({ name: 'x', basis: 'safe-harbor', labels: { NAME: 'mask' } }, NOW).digest).toBe([...bytes].map((b) => b.toString(16).padStart(2, '0')).join(''))
  })
})

describe('mistakes', () => {
  test('all at once, each with its path', () => {
    const { code, problems } = refused({
      name: '',
      basis: 'safe harbour',
      referenceDate: '2019-02-30',
      colour: 'red',
      default: 'redact',
      labels: { NAEM: 'label', SSN: { use: 'mask', width: 99, char: 'X', size: 1 }, PHONE: 7, FAX: {}, PHOTO: 'partial', EMAIL: { use: 'maks' } },
      thresholds: { NAME: 1.5, DATES: 0.5, URL: '0.5' },
      deny: [{ label: 'NAME', text: '--' }, { label: 'NAMES', text: 'x' }, { label: 'SSN', subtype: 'zip', text: 'x' }, 'x', { label: 'NAME', text: 'x', why: 1 }, { label: 'GEO', subtype: 'town', text: 'x' }],
      allow: ['', 5, 'y'.repeat(257), 'X'],
    })
    expect(code).toBe('POLICY_INVALID')
    expect(problems.map((p) => p.path).sort()).toEqual(
      [
        'colour',
        'name',
        'basis',
        'referenceDate',
        'default',
        'labels.NAEM',
        'labels.PHONE',
        'labels.FAX',
        'labels.EMAIL.use',
        'labels.SSN.char',
        'labels.SSN.width',
        'labels.SSN.size',
        'labels.PHOTO',
        'thresholds.DATES',
        'thresholds.NAME',
        'thresholds.URL',
        'deny.0.text',
        'deny.1.label',
        'deny.2.subtype',
        'deny.3',
        'deny.4.why',
        'deny.5.subtype',
        'allow.0',
        'allow.1',
        'allow.2',
        'allow.3',
      ].sort(),
    )
    for (const p of problems) expect(p.message.length * p.fix.length, p.path).toBeGreaterThan(0)
    const fix = (path: string) => problems.find((p) => p.path === path)?.fix
    expect(fix('labels.NAEM')).toBe('Did you mean NAME?')
    expect(fix('thresholds.DATES')).toBe('Did you mean DATE?')
    expect(fix('labels.EMAIL.use')).toBe('Did you mean mask?')
    expect(fix('basis')).toBe('Did you mean safe-harbor?')
    expect(fix('deny.1.label')).toBe('Did you mean NAME?')
  })

  test.each<[unknown, string, string]>([
    [null, '', 'no object'],
    [[], '', 'a list'],
    ['safe-harbor', '', 'a word'],
    [{ name: 'x' }, 'basis', 'no basis'],
    [{ basis: 'safe-harbor' }, 'name', 'no name'],
    [{ name: 'x', basis: { toString: 1 } }, 'basis', 'an object that has no spelling'],
    [safeHarbor({ name: 'HIPAA compliant' }), 'name', 'promises law'],
    [expertDetermination({ name: 'my safe_harbor' }), 'name', 'claims another basis'],
    [safeHarbor({ labels: [] as never }), '', 'merged away'],
    [{ name: 'x', basis: 'safe-harbor', labels: [] }, 'labels', 'a list for an object'],
    [{ name: 'x', basis: 'safe-harbor', thresholds: 0.5 }, 'thresholds', 'a number for an object'],
    [{ name: 'x', basis: 'safe-harbor', thresholds: { NAME: Number.NaN } }, 'thresholds.NAME', 'no number'],
    [{ name: 'x', basis: 'safe-harbor', thresholds: { NAME: -0.1 } }, 'thresholds.NAME', 'under 0'],
    [{ name: 'x', basis: 'safe-harbor', deny: {} }, 'deny', 'an object for a list'],
    [{ name: 'x', basis: 'safe-harbor', allow: 'Foley' }, 'allow', 'a word for a list'],
    [{ name: 'x', basis: 'safe-harbor', $schema: 1 }, '$schema', 'a number for an address'],
    [{ name: 'x', basis: 'safe-harbor', labels: { constructor: 'label' } }, 'labels.constructor', 'a name every object knows'],
    [{ name: 'x', basis: 'safe-harbor', default: 'toString' }, 'default', 'a strategy every object knows'],
    [JSON.parse('{"name":"x","basis":"safe-harbor","labels":{"__proto__":"keep"}}'), 'labels.__proto__', 'the prototype'],
    [safeHarbor({ keep: ['NAME/clinician'], deny: [{ label: 'NAME', subtype: 'clinician', text: 'Zed' }] }), 'deny.0', 'denied and kept'],
    [safeHarbor({ deny: [{ label: 'NAME', text: 'Zed' }], allow: ['zed'] }), 'allow.0', 'denied and allowed'],
  ])('%j: %s (%s)', (policy, path, reason) => {
    if (reason === 'merged away') return expect(() => compile(policy as Policy, NOW)).not.toThrow()
    const { code, problems } = refused(policy)
    expect(code).toBe('POLICY_INVALID')
    expect(problems.map((p) => p.path)).toEqual(expect.arrayContaining([path]))
  })

  test('no message repeats an entry of the lists', () => {
    const { message } = refused(
      safeHarbor({
        deny: [
          { label: 'NAMES' as never, text: 'Zebulon' },
          { label: 'SSN', subtype: 'zip', text: 'Zebulon' },
        ],
        allow: ['Zebulon'],
      }),
    )
    expect(message).not.toContain('Zebulon')
  })

  test('check finds a mistake wherever the schema finds one, in any JSON', () => {
    const ref = fc.oneof(
      fc.constantFrom('label', 'keep', 'mask', 'nope'),
      fc.record({ use: fc.constantFrom('mask', 'partial', 'nope'), width: fc.oneof(fc.integer(), fc.string()), count: fc.integer() }, { requiredKeys: [] }),
      fc.jsonValue(),
    )
    const kind = fc.constantFrom('NAME', 'NAME/clinician', 'GEO/zip', 'SSN', 'name', 'GEO/x')
    const policy = fc.record(
      {
        name: fc.oneof(fc.constant('x'), fc.jsonValue()),
        basis: fc.oneof(fc.constantFrom('safe-harbor', 'limited-data-set'), fc.jsonValue()),
        referenceDate: fc.constantFrom('2020-01-01', '2020', 5),
        default: ref,
        labels: fc.oneof(fc.dictionary(kind, ref), fc.jsonValue()),
        thresholds: fc.oneof(fc.dictionary(kind, fc.double()), fc.jsonValue()),
        deny: fc.oneof(fc.array(fc.record({ label: fc.constantFrom('NAME', 'X'), subtype: fc.constantFrom('clinician', 'x'), text: fc.string() }, { requiredKeys: [] })), fc.jsonValue()),
        allow: fc.oneof(fc.array(fc.string()), fc.jsonValue()),
        more: fc.jsonValue(),
      },
      { requiredKeys: ['name', 'basis'] },
    )
    fc.assert(
      fc.property(fc.oneof(policy, fc.jsonValue()), (p) => {
        const { problems } = check(p)
        if (!v.is(PolicySchema, p)) expect(problems.length).toBeGreaterThan(0)
        for (const problem of problems) expect(problem.fix, problem.message).not.toBe('See policy.schema.json.')
      }),
      { numRuns: 2000 },
    )
  })
})

describe('admissibility', () => {
  test('every inadmissible use is named at once, with its kinds and §', () => {
    const { code, problems } = refused(safeHarbor({ labels: { PHONE: 'keep', SSN: 'partial', 'GEO/city': 'keep' }, thresholds: { MRN: 1 } }))
    expect(code).toBe('POLICY_INADMISSIBLE')
    expect(problems.map((p) => p.path).sort()).toEqual(['labels.GEO/city', 'labels.PHONE', 'labels.SSN', 'thresholds.MRN'])
    expect(problems.find((p) => p.path === 'labels.PHONE')?.message).toContain('§164.514(b)(2)(i)(D)')
    expect(problems.find((p) => p.path === 'labels.SSN')?.message).toContain('HHS guidance 3.2')
  })

  test('a default that keeps is refused for each paragraph it opens', () => {
    const { code, problems } = refused({ name: 'x', basis: 'safe-harbor', default: 'keep' })
    expect(code).toBe('POLICY_INADMISSIBLE')
    const letters = new Set(problems.map((p) => /\(i\)\(([A-R])\)/.exec(p.message)?.[1]))
    expect(letters.size).toBe(18)
    expect(problems.every((p) => p.path === 'default')).toBe(true)
  })

  test('keeping a label keeps its subtypes too', () => {
    const { problems } = refused(safeHarbor({ keep: ['NAME'] }))
    expect(problems[0].message).toMatch(/^NAME, NAME\/patient, NAME\/relative, NAME\/employer:/)
  })

  test.each(KINDS.map((k) => [k.kind, k] as const))('safe harbor, keep %s', (kind) => {
    const admitted = ['NAME/clinician', 'GEO/facility', 'GEO/state', 'GEO/country', 'DATE/year', 'DATE/time'].includes(kind)
    if (admitted) expect(() => compile(safeHarbor({ keep: [kind] }), NOW)).not.toThrow()
    else expect(refused(safeHarbor({ keep: [kind] })).code).toBe('POLICY_INADMISSIBLE')
  })

  test('none of the 16 may be kept in a limited data set', () => {
    for (const label of LABELS.filter((l) => !['DATE', 'AGE', 'OTHER_ID'].includes(l))) expect(refused(limitedDataSet({ keep: [label] })).code).toBe('POLICY_INADMISSIBLE')
    expect(() => compile(limitedDataSet({ keep: ['OTHER_ID', 'GEO/county', 'NAME/clinician'] }), NOW)).not.toThrow()
    expect(refused(limitedDataSet({ labels: { MRN: 'partial' } })).code).toBe('POLICY_INADMISSIBLE')
  })

  test('an expert may', () => expect(() => compile(expertDetermination({ default: 'keep', labels: { SSN: 'partial' } }), NOW)).not.toThrow())
  test('mistakes of shape are told first', () => expect(refused(safeHarbor({ labels: { PHONE: 'keep', SSN: 'nope' as never } })).code).toBe('POLICY_INVALID'))
})
