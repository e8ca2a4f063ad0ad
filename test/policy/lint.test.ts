import { describe, expect, test } from 'vitest'
import { LABELS, SECTIONS } from '../../src/labels'
import { compile } from '../../src/policy/compile'
import { explain } from '../../src/policy/explain'
import { KINDS } from '../../src/policy/kinds'
import { lint } from '../../src/policy/lint'
import { expertDetermination, limitedDataSet, safeHarbor } from '../../src/policy/presets'
import { RISK_CODES } from '../../src/policy/residual'
import type { Policy } from '../../src/policy/schema'

const statuses = (policy: Policy) => Object.fromEntries(lint(policy).map((p) => [p.section, p.status]))
const not = (policy: Policy, status = 'closed') => Object.fromEntries(Object.entries(statuses(policy)).filter(([, s]) => s !== status))

describe('lint', () => {
  test('18 paragraphs in order', () =>
    expect(
      lint(safeHarbor())
        .map((p) => p.section)
        .join(''),
    ).toBe('ABCDEFGHIJKLMNOPQR'))
  test('safe harbor closes every one', () => expect(not(safeHarbor())).toEqual({}))
  test('expert determination closes every one until something is chosen', () => expect(not(expertDetermination())).toEqual({}))
  test('a limited data set leaves cities, ZIPs, dates and ages', () => expect(not(limitedDataSet())).toEqual({ B: 'open', C: 'open' }))
  test('clinician names and facilities may be kept', () => {
    const policy = safeHarbor({ keep: ['NAME/clinician', 'GEO/facility'] })
    expect(not(policy)).toEqual({})
    expect(lint(policy)[0].reasons).toEqual([expect.objectContaining({ effect: 'note', kinds: ['NAME/clinician'], cite: 'HHS guidance 3.8' })])
  })
  test('the label for everything removes more than it must', () => {
    const policy: Policy = { name: 'x', basis: 'safe-harbor' }
    expect(not(policy)).toEqual({ B: 'widened', C: 'widened' })
    expect(
      lint(policy)[1]
        .reasons.filter((r) => r.effect === 'widened')
        .flatMap((r) => r.kinds),
    ).toEqual(['GEO/zip', 'GEO/state', 'GEO/country'])
    expect(
      lint(policy)[2]
        .reasons.filter((r) => r.effect === 'widened')
        .flatMap((r) => r.kinds),
    ).toEqual(['DATE', 'DATE/birth', 'DATE/year', 'DATE/time'])
  })
  test('kept, partly masked, and seldom found: open, and why', () => {
    const policy = expertDetermination({ labels: { PHONE: 'keep', SSN: 'partial' }, thresholds: { MRN: 0.8 } })
    expect(not(policy)).toEqual({ D: 'open', G: 'open', H: 'open' })
    expect(lint(policy).find((p) => p.section === 'G')?.reasons[0]).toMatchObject({ effect: 'open', kinds: ['SSN'], cite: 'HHS guidance 3.2' })
  })
  test('a policy that compile refuses is explained', () => expect(not(safeHarbor({ keep: ['PHONE'] }))).toEqual({ D: 'open' }))
  test('a policy without shape is not', () => expect(() => lint({ name: 'x' } as Policy)).toThrow(/basis/))
  test('every reason names kinds and where it is written', () => {
    for (const policy of [safeHarbor(), limitedDataSet(), expertDetermination({ default: 'keep' })])
      for (const reason of lint(policy).flatMap((p) => p.reasons)) {
        expect(reason.kinds.length).toBeGreaterThan(0)
        expect(reason.cite).toMatch(/^§164\.514|^HHS guidance/)
      }
  })
})

describe('explain', () => {
  const table = explain(safeHarbor({ referenceDate: '2026-01-01' }))
  test('a line for every kind', () => expect(table.map((r) => r.kind)).toEqual(KINDS.map((k) => k.kind)))
  test('says what will stand in the text', () => {
    expect(table.find((r) => r.kind === 'NAME')).toEqual({ kind: 'NAME', section: 'A', strategy: 'label', effect: '[NAME]', threshold: 0.5, cite: '§164.514(b)(2)(i)(A)', admitted: true, from: 'default' })
    expect(table.find((r) => r.kind === 'DATE/birth')).toMatchObject({ section: 'C', strategy: 'generalise', effect: 'the year; before 1937 if 90 years back or more', from: 'labels.DATE' })
    expect(table.find((r) => r.kind === 'GEO/state')).toMatchObject({ strategy: 'keep', effect: 'unchanged' })
  })
  test('what the basis does not admit', () =>
    expect(
      explain(safeHarbor({ keep: ['FAX'] }))
        .filter((r) => !r.admitted)
        .map((r) => r.kind),
    ).toEqual(['FAX']))
})

describe('residual risks', () => {
  const codes = (policy: Policy) => compile(policy).risks.map((r) => r.code)
  test('follow the policy', () => {
    const always = ['actual-knowledge', 'unnamed-persons', 'rare-characteristic', 'non-text', 'undetected']
    expect(codes({ name: 'x', basis: 'safe-harbor' })).toEqual(always)
    expect(codes(safeHarbor())).toEqual([...always, 'years-over-89'])
    expect(codes(safeHarbor({ keep: ['NAME/clinician', 'GEO/facility'], allow: ['Foley'], thresholds: { NAME: 0.6 } }))).toEqual([
      ...always,
      'years-over-89',
      'clinician-names',
      'facility-names',
      'raised-threshold',
      'allow-list',
    ])
    expect(codes(limitedDataSet())).toEqual([...always, 'years-over-89', 'kept-identifiers', 'still-phi'])
    expect(codes(expertDetermination({ labels: { SSN: 'partial' } }))).toEqual([...always, 'years-over-89', 'partial-values', 'expert-record'])
  })
  test('the codes are contract', () => {
    expect(RISK_CODES).toEqual([
      'actual-knowledge',
      'unnamed-persons',
      'rare-characteristic',
      'non-text',
      'undetected',
      'years-over-89',
      'clinician-names',
      'facility-names',
      'kept-identifiers',
      'partial-values',
      'raised-threshold',
      'allow-list',
      'still-phi',
      'expert-record',
      'withheld',
      'faults',
    ])
  })
  test('every label has its paragraph', () => expect(new Set(LABELS.map((l) => SECTIONS[l])).size).toBe(18))
})
