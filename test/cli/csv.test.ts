import { expect, test } from 'vitest'
import { Cli } from './harness'

const cli = await Cli.make()
const CSV = 'mrn,last_name,weight\r\n00482913,Okafor,61.4\r\n'
const CLEAN = 'mrn,last_name,weight\r\n[MRN],[NAME],61.4\r\n'

test('files named .csv are read field by field; others when told so', async () => {
  const path = cli.put('p.csv', CSV)
  expect((await cli.run(['scrub', path])).stdout).toBe(CLEAN)
  expect((await cli.run(['scrub', '--format', 'csv'], { input: CSV })).stdout).toBe(CLEAN)
  expect((await cli.run(['scrub', '--format', 'text', path])).stdout).toContain('last_name')
  expect((await cli.run(['scrub', path, '--receipt', `${cli.home}/r.json`])).code).toBe(0)
  expect(JSON.parse(cli.read('r.json')).labels).toEqual({ NAME: 1, MRN: 1 })
})

test('an unknown format, and a format of lines, are wrong usage', async () => {
  expect((await cli.run(['scrub', '--format', 'xlsx'])).code).toBe(2)
  expect((await cli.run(['scrub', '--format', 'csv', '--ndjson'])).code).toBe(2)
})
