import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { find } from '../../src/cli/find'
import { labels } from '../../src/cli/labels'
import { policy } from '../../src/cli/policy'
import { scrub } from '../../src/cli/scrub'
import { show } from '../../src/cli/show'
import { LABELS } from '../../src/labels'
import { ENGINE_VERSION } from '../../src/version'
import { Cli } from './harness'

const cli = await Cli.make()
cli.put('deny.tsv', 'NAME/patient\tZebulon Quist\nMRN\tQX-77\n')
const DENY = ['--deny', join(cli.home, 'deny.tsv')]
const lines = (text: string): string[] => text.trimEnd().split('\n')

describe('help', () => {
  test.each([scrub, find, show, policy, labels])('$name: every option is listed, by both ways of asking', async (command) => {
    const a = await cli.run(['help', command.name])
    const b = await cli.run([command.name, '--help'])
    expect([a.code, a.stderr, b.stdout]).toEqual([0, '', a.stdout])
    for (const name of Object.keys(command.options)) expect(a.stdout).toContain(`--${name}`)
    expect(Math.max(...lines(a.stdout).map((l) => l.length))).toBeLessThanOrEqual(100)
  })

  test('the overview lists every command and exit code', async () => {
    const r = await cli.run(['--help'])
    for (const word of ['scrub', 'find', 'show', 'policy', 'labels', '0 done', '1 ', '2 ', '3 ', '4 ', '5 ', '141']) expect(r.stdout).toContain(word)
    expect((await cli.run(['--version'])).stdout).toBe(`${ENGINE_VERSION}\n`)
  })
})

describe('find', () => {
  const TEXT = 'Visit\n  Zebulon Quist, QX-77\r\nzebulon quist'

  test('a table without the text', async () => {
    cli.put('note.txt', TEXT)
    const r = await cli.run(['find', ...DENY, 'note.txt'])
    expect(r.code).toBe(0)
    expect(lines(r.stdout).map((l) => l.split(/ {2,}/))).toEqual([
      ['note.txt', '2:3', 'NAME/patient', '1.00', 'deny-name'],
      ['note.txt', '2:18', 'MRN', '1.00', 'deny-mrn'],
      ['note.txt', '3:1', 'NAME/patient', '1.00', 'deny-name'],
    ])
  })

  test('--show-text, --json', async () => {
    cli.put('note.txt', TEXT)
    expect((await cli.run(['find', ...DENY, '--show-text', 'note.txt'])).stdout).toMatch(/deny-mrn +QX-77\n/)
    const r = await cli.run(['find', ...DENY, '--json', 'note.txt', '-'], { input: 'none' })
    const [a, b] = lines(r.stdout).map((l) => JSON.parse(l))
    expect(a.findings[1]).toEqual({ start: 23, end: 28, label: 'MRN', score: 1, detector: 'deny-mrn', line: 2, column: 18 })
    expect(b).toEqual({ file: 'stdin', findings: [] })
  })

  test('--check ends with 1 if anything is found; what cannot be read weighs more', async () => {
    const found = await cli.run(['find', ...DENY, '--check'], { input: TEXT })
    expect(found.code).toBe(1)
    expect(found.stderr).toBe('dephi: PHI_FOUND: 3 identifiers found. De-identify with dephi scrub.\n')
    expect((await cli.run(['find', ...DENY, '--check'], { input: 'nothing here' })).code).toBe(0)
    expect((await cli.run(['find', ...DENY, '--check', 'missing.txt', '-'], { input: TEXT })).code).toBe(3)
  })
})

test('find: a bad line among lines, a folder without files', async () => {
  const r = await cli.run(['find', '--ndjson', '--skip-bad'], { input: 'x\n{"id":2,"text":"b"}\n' })
  expect([r.code, r.stdout]).toEqual([0, '{"id":null,"error":"INPUT_SHAPE","line":1}\n{"id":2,"findings":[]}\n'])
  cli.put('history/.git/config', 'Zebulon Quist')
  const none = await cli.run(['find', ...DENY, 'history', '--check'])
  expect([none.code, none.stdout]).toEqual([0, ''])
  expect(none.stderr).toBe('dephi: skipped: history/.git: the history of a version control system.\ndephi: nothing to read: no files there\n')
})

describe('show', () => {
  const TEXT = 'Zebulon\nQuist here\u001b[2J\n'

  test('without colours: marks and a legend; control characters made visible', async () => {
    for (const [args, env] of [
      [[], {}],
      [['--no-color', '--color'], {}],
      [[], { NO_COLOR: '1', FORCE_COLOR: '1' }],
    ] as const) {
      const r = await cli.run(['show', ...DENY, ...args], { input: TEXT, env })
      expect(r.code).toBe(0)
      expect(r.stdout).toBe('«Zebulon\nQuist»[NAME] here\u241b[2J\n\n NAME         (A)  1\n')
    }
  })

  test('colours end at line ends', async () => {
    const r = await cli.run(['show', ...DENY, '--color'], { input: TEXT })
    const [first, second] = lines(r.stdout)
    expect(first).toMatch(/^\u001b\[.*Zebulon(\u001b\[\d+m)+$/)
    expect(second).toMatch(/Quist(.\[\d+m)+ here/)
  })
})

describe('policy and labels', () => {
  test('lint tells every paragraph; an inadmissible policy is told and ends with 2', async () => {
    const r = await cli.run(['policy', 'lint'])
    expect(r.code).toBe(0)
    for (const s of 'ABCDEFGHIJKLMNOPQR') expect(r.stdout).toMatch(new RegExp(`^\\(${s}\\) .*: closed$`, 'm'))
    const bad = await cli.run(['policy', 'lint', cli.put('bad.json', '{"name":"x","basis":"safe-harbor","labels":{"SSN":"keep"}}')])
    expect(bad.code).toBe(2)
    expect(bad.stdout).toMatch(/^\(G\) .*: open$/m)
    expect(bad.stderr).toContain('POLICY_INADMISSIBLE')
  })

  test('explain has a row for every label', async () => {
    const r = await cli.run(['policy', 'explain', 'limited-data-set', '--json'])
    expect(new Set(JSON.parse(r.stdout).map((x: { kind: string }) => x.kind.split('/')[0]))).toEqual(new Set(LABELS))
    expect((await cli.run(['policy', 'explain'])).stdout).toMatch(/^NAME .*\[NAME\]/m)
  })

  test('schema is JSON', async () => {
    expect(JSON.parse((await cli.run(['policy', 'schema'])).stdout)).toHaveProperty('properties.labels')
    expect((await cli.run(['policy', 'scheme'])).code).toBe(2)
  })

  test('labels has every label', async () => {
    const r = await cli.run(['labels'])
    for (const label of LABELS) expect(r.stdout).toMatch(new RegExp(`^${label} +\\(`, 'm'))
    expect(JSON.parse((await cli.run(['labels', '--json'])).stdout)).toHaveLength(LABELS.length)
  })
})
