import { expect, test } from 'vitest'
import { Cli } from './harness'

const cli = await Cli.make()

test('a table of very many findings', { timeout: 120_000 }, async () => {
  const path = cli.put('many.txt', '219-09-9999\n'.repeat(180_000))
  const r = await cli.run(['find', path])
  expect([r.code, r.stderr]).toEqual([0, ''])
  expect(r.stdout.split('\n').filter((l) => l.includes('SSN')).length).toBe(180_000)
})
