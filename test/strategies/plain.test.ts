import fc from 'fast-check'
import * as v from 'valibot'
import { describe, expect, test } from 'vitest'
import { LABELS } from '../../src/labels'
import { KINDS } from '../../src/policy/kinds'
import { CLASS } from '../../src/text/chars'
import { STRATEGIES, STRATEGY_NAMES } from '../../src/transform/index'
import { MASK_CHARS } from '../../src/transform/strategies/mask'
import { BASES, type Strategy } from '../../src/transform/strategy'
import { all, CONTEXT, capped, hit, paramsOf, replacer } from './run'

describe('label', () => {
  test('the label in brackets, for every label', () => {
    for (const label of LABELS) expect(replacer('label')(hit(label, 'x'))).toBe(`[${label}]`)
  })
  test('never the subtype', () => expect(replacer('label')(hit('NAME', 'Smith', 'clinician'))).toBe('[NAME]'))
})

test('remove leaves nothing', () => expect(replacer('remove')(hit('NAME', 'Smith'))).toBe(''))
test('keep leaves the value as it stood', () => expect(replacer('keep')({ label: 'NAME', subtype: undefined, text: 'Smith', raw: 'Sm\u200bith', capped: false })).toBe('Sm\u200bith'))

describe('mask', () => {
  test('is as wide as it was told, whatever the value', () => {
    fc.assert(
      fc.property(fc.string(), fc.integer({ min: 1, max: 32 }), fc.constantFrom(...MASK_CHARS), fc.constantFrom(...LABELS), (text, width, char, label) => {
        expect(replacer('mask', { width, char })(hit(label, text))).toBe(char.repeat(width))
      }),
    )
  })
  test('eight asterisks by default', () => expect(replacer('mask')(hit('SSN', '1'))).toBe('********'))
  test('no mask character can be part of a word', () => {
    for (const char of MASK_CHARS) expect(CLASS[char.charCodeAt(0)], char).toBeGreaterThan(4)
  })
  test.each<[Record<string, unknown>, string]>([
    [{ char: 'X' }, 'a letter'],
    [{ char: '**' }, 'two'],
    [{ width: 0 }, 'none'],
    [{ width: 33 }, 'too wide'],
    [{ width: 2.5 }, 'no whole number'],
    [{ size: 4 }, 'unknown'],
  ])('refuses %o: %s', (given) => {
    expect(v.safeParse(v.strictObject(STRATEGIES.mask.params), given).success).toBe(false)
  })
})

describe('partial', () => {
  const rows: ReadonlyArray<readonly [text: string, given: Record<string, unknown>, out: string, reason: string]> = [
    ['123-45-6789', {}, '********6789', 'the last four'],
    ['123-45-6789', { count: 2 }, '********89', 'the last two'],
    ['123-45-6789', { show: 'first', count: 3 }, '123********', 'the first three'],
    ['(555) 123-4567', { width: 3, char: '#' }, '###4567', 'separators are not shown'],
    ['1234567', {}, '********', 'four of seven is more than half'],
    ['12345678', {}, '********5678', 'four of eight is half'],
    ['AB', { count: 1 }, '********B', 'one of two'],
    ['A', { count: 1 }, '********', 'one of one'],
    ['--', {}, '********', 'nothing to show'],
    ['\u{1d400}\u{1d401}', { count: 1 }, '********\u{1d401}', 'a surrogate pair is not split'],
  ]
  test.each(rows.map(([text, given, out, reason]) => ({ text, given, out, reason })))('$text → $out ($reason)', ({ text, given, out }) => {
    expect(replacer('partial', given)(hit('ACCOUNT', text))).toBe(out)
  })
  test('shows at most half and at most four', () => {
    fc.assert(
      fc.property(fc.string(), fc.integer({ min: 1, max: 4 }), fc.constantFrom('first', 'last'), (text, count, show) => {
        const out = replacer('partial', { count, show })(hit('MRN', text))
        const shown = [...out.replaceAll('*', '')].length
        expect([0, count]).toContain(shown)
        expect(shown * 2).toBeLessThanOrEqual([...text].length)
      }),
    )
  })
  test('refuses five', () => expect(v.safeParse(v.strictObject(STRATEGIES.partial.params), { count: 5 }).success).toBe(false))
})

describe('every strategy', () => {
  test.each(all.map((s) => [s.name, s] as const))('%s: takes no parameters too, never throws, needs no value', (_name, strategy) => {
    const write = strategy.make(paramsOf(strategy), CONTEXT)
    fc.assert(
      fc.property(fc.constantFrom(...KINDS), fc.string({ unit: 'binary', maxLength: 80 }), ({ label, subtype }, text) => {
        expect(typeof write(hit(label, text, subtype))).toBe('string')
        expect(write(hit(label, text, subtype))).toBe(write(hit(label, text, subtype)))
      }),
    )
    for (const { label, subtype } of KINDS) {
      const out = write(capped(label, subtype))
      expect([`[${label}]`, '', '********']).toContain(out)
      expect(strategy.effect(label, subtype, paramsOf(strategy), CONTEXT).length).toBeGreaterThan(0)
    }
  })

  test.each(all.map((s) => [s.name, s] as const))('%s: cites where it is or is not admitted, for every kind and basis', (_name, strategy) => {
    for (const basis of BASES) for (const { label, subtype } of KINDS) expect(strategy.admits(basis, label, subtype).cite).toMatch(/^§164\.514|^HHS guidance \d/)
  })

  test('the registry knows each by its own name', () => {
    for (const name of STRATEGY_NAMES) expect((STRATEGIES[name] as unknown as Strategy).name).toBe(name)
    expect(STRATEGY_NAMES).toEqual(['label', 'remove', 'mask', 'partial', 'generalise', 'keep'])
  })
})

describe('admission', () => {
  const kept = (basis: (typeof BASES)[number]) => KINDS.filter((k) => STRATEGIES.keep.admits(basis, k.label, k.subtype).admitted).map((k) => k.kind)
  test('what may be kept under Safe Harbor', () => expect(kept('safe-harbor')).toEqual(['NAME/clinician', 'GEO/facility', 'GEO/state', 'GEO/country', 'DATE/year', 'DATE/time']))
  test('what may be kept in a limited data set', () =>
    expect(kept('limited-data-set')).toEqual(['NAME/clinician', 'GEO/city', 'GEO/county', 'GEO/zip', 'GEO/facility', 'GEO/state', 'GEO/country', 'DATE', 'DATE/birth', 'DATE/year', 'DATE/time', 'AGE', 'OTHER_ID']))
  test('an expert may keep anything', () => expect(kept('expert-determination')).toHaveLength(KINDS.length))
  test('partial is nowhere admitted under Safe Harbor', () => expect(KINDS.some((k) => STRATEGIES.partial.admits('safe-harbor', k.label, k.subtype).admitted)).toBe(false))
})
