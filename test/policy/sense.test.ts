import { expect, test } from 'vitest'
import { compile } from '../../src/policy/compile'
import { safeHarbor } from '../../src/policy/presets'

test('a policy that removes years cannot generalise dates to years', () => {
  const problems = (labels: object): string[] => {
    try {
      compile(safeHarbor({ labels }))
      return []
    } catch (error) {
      return (error as { problems: ReadonlyArray<{ path: string }> }).problems.map((p) => p.path)
    }
  }
  expect(problems({ 'DATE/year': 'label' })).toEqual(['labels.DATE', 'labels.DATE/birth'])
  expect(problems({ 'DATE/year': 'label', DATE: 'mask' })).toEqual([])
  expect(problems({ GEO: 'generalise', 'GEO/state': 'label' }).length).toBeGreaterThan(0)
  expect(problems({ GEO: 'generalise' })).toEqual([])
})

test('keep takes a list', () => {
  expect(() => safeHarbor({ keep: 'NAME' as never })).toThrow(expect.objectContaining({ code: 'POLICY_INVALID', problems: [expect.objectContaining({ path: 'keep' })] }))
})
