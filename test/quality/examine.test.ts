import { execFile } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { describe, expect, test } from 'vitest'
import { chosen, examine, examineOptions } from '../../bench/quality/examine'
import { corpus, marked } from './invented'

const run = promisify(execFile)
const root = fileURLToPath(new URL('../..', import.meta.url))
const docs = [marked('SSN ⟦SSN|219-09-9999⟧; the ⟦NAME|plinth\nof Qorv⟧ fell'), marked('Email ⟦MRN|ada@loew.example⟧, or bo@ek.example', 'e')]
const options = (...args: string[]) => examineOptions(args)

describe('flags', () => {
  test('all of them', () => {
    expect(options('--corpus', 'asq', '--corpus', 'own_dev', '--label', 'SSN', '--misses', '3', '--false', '4', '--json', '--no-facility', '--no-clinician', '--configuration', 'rules')).toEqual({
      corpora: ['asq', 'own_dev'],
      label: 'SSN',
      misses: 3,
      falses: 4,
      json: true,
      skip: new Set(['facility', 'clinician']),
      configuration: 'rules',
    })
    expect(options()).toEqual({ corpora: [], label: undefined, misses: 0, falses: 0, json: false, skip: new Set(), configuration: undefined })
  })

  test.each([
    [['--mises', '3'], /no flag --mises/],
    [['--misses'], /--misses takes a value/],
    [['--misses', 'many'], /--misses takes a number/],
    [['--label', 'NAMES'], /no label NAMES: there are NAME /],
  ])('a mistake is told: %j', (args, message) => {
    expect(() => examineOptions(args)).toThrow(message)
  })
})

describe('corpora', () => {
  test('by the beginnings of their names', () => {
    expect(chosen(root, ['own_']).map((c) => c.name)).toEqual(['own_test', 'own_dev'])
    expect(() => chosen(root, ['nowhere'])).toThrow('no corpus nowhere')
  })

  test('the test part only when it is named', () => {
    const names = chosen(root, []).map((c) => c.name)
    expect(names).toContain('own_dev')
    expect(names).not.toContain('own_test')
  })
})

describe('what is printed', () => {
  test('figures, and as many misses and false findings as asked for, one line each', () => {
    const out = examine([corpus('c', docs)], options('--configuration', 'lexicon', '--misses', '5', '--false', '5'))
    expect(out).toMatch(/^c +SSN +1 +100\.00 +100\.00 +100\.00$/m)
    expect(out).toMatch(/^c +2 +3 /m)
    expect(out).toMatch(/^MISS {2}c d NAME 0\/12 «plinth of Qorv» … SSN 219-09-9999; the plinth of Qorv fell$/m)
    expect(out).toMatch(/^FALSE c e EMAIL «bo@ek\.example» … /m)
    expect(examine([corpus('c', docs)], options('--configuration', 'lexicon'))).not.toMatch(/MISS|FALSE/)
  })

  test('of one label', () => {
    const out = examine([corpus('c', docs)], options('--label', 'SSN', '--misses', '5', '--false', '5'))
    expect(out).toContain(' SSN ')
    expect(out).not.toMatch(/NAME|EMAIL|MRN/)
  })

  test('as JSON', () => {
    const { corpora } = JSON.parse(examine([corpus('c', docs)], options('--json', '--configuration', 'lexicon')))
    expect(corpora.c).toMatchObject({ docs: 2, spans: 3, recall: 2 / 3, falseByLabel: { EMAIL: 1 } })
  })

  test('figures of the test part, never its text', () => {
    const hidden = corpus('own_test', docs, false, true)
    expect(examine([hidden], options('--configuration', 'lexicon'))).toContain('own_test')
    for (const flag of ['--misses', '--false']) expect(() => examine([corpus('c', docs), hidden], options(flag, '1'))).toThrow('own_test is the test part')
  })

  test('a configuration that is not there yet', () => {
    expect(() => examine([corpus('c', docs)], options('--configuration', 'roster'))).toThrow('+ roster is not in the engine yet')
  })
})

describe('as a command', () => {
  const command = (...args: string[]) => run(process.execPath, ['bench/quality/run.mjs', ...args], { cwd: root })

  test('runs from source', async () => {
    const { stdout } = await command('--corpus', 'own_dev', '--label', 'EMAIL')
    expect(stdout).toMatch(/^own_dev +EMAIL +\d+ +\d/m)
  })

  test('a mistake exits with 2 and says what to do', async () => {
    await expect(command('--corpus', 'own_test', '--misses', '2')).rejects.toMatchObject({ code: 2, stdout: '', stderr: expect.stringContaining('look at own_dev') })
  })
})
