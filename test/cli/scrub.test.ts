import { chmodSync, statSync, symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { Cli } from './harness'

const cli = await Cli.make()
// Only terms of a deny list, so that no detector's progress can change what these tests see.
cli.put('deny.tsv', 'NAME\tZebulon Quist\n\nMRN\tQX-77\r\nNAME/clinician\tDr. Ottoline\n')
const DENY = ['--deny', join(cli.home, 'deny.tsv')]
const NOTE = 'Seen: zebulon quist, id QX-77.\r\nNo fever.\n\n  Dr. Ottoline'
const CLEAN = 'Seen: [NAME], id [MRN].\r\nNo fever.\n\n  [NAME]'

describe('stdin to stdout', () => {
  test.each([
    ['text, CRLF and a last line without a line feed', NOTE, CLEAN],
    ['empty', '', ''],
    ['only a line feed', '\n', '\n'],
    ['a byte order mark stays', `\ufeff${NOTE}`, `\ufeff${CLEAN}`],
    ['nothing found: kept to the byte', 'a\u00a0b \u{1f600}\t\r\n\r c', 'a\u00a0b \u{1f600}\t\r\n\r c'],
  ])('%s', async (_, input, output) => {
    for (const args of [[], ['-']]) {
      const r = await cli.run(['scrub', ...DENY, ...args], { input })
      expect([r.code, r.stdout, r.stderr]).toEqual([0, output, ''])
    }
  })

  test('bytes cut anywhere give what the file gives', async () => {
    const text = `${'\u{1f600} Zebulon Quist \u00b5\u00b6 QX-77 filler words. '.repeat(40)}end`
    const path = cli.put('whole.txt', text)
    const whole = await cli.run(['scrub', ...DENY, path])
    const bytes = Buffer.from(text)
    const pieces = Array.from({ length: 60 }, (_, i) => bytes.subarray(Math.floor((i * bytes.length) / 60), Math.floor(((i + 1) * bytes.length) / 60)))
    const cut = await cli.run(['scrub', ...DENY], { input: pieces })
    expect(cut.stdout).toBe(whole.stdout)
    expect(cut.stdout).toBe(`${'\u{1f600} [NAME] \u00b5\u00b6 [MRN] filler words. '.repeat(40)}end`)
  })

  test('UTF-16 with a mark, both orders, and latin1 keep their encoding', async () => {
    const le = Buffer.from(`\ufeff${NOTE} \u{1f600}`, 'utf16le')
    const cleanLe = Buffer.from(`\ufeff${CLEAN} \u{1f600}`, 'utf16le')
    expect((await cli.run(['scrub', ...DENY], { input: le })).bytes).toEqual(cleanLe)
    expect((await cli.run(['scrub', ...DENY], { input: Buffer.from(le).swap16() })).bytes).toEqual(Buffer.from(cleanLe).swap16())
    expect((await cli.run(['scrub', ...DENY, '--encoding', 'utf16le'], { input: le.subarray(2) })).bytes).toEqual(cleanLe.subarray(2))
    const all = Buffer.from(Array.from({ length: 256 }, (_, i) => (i % 2 === 0 ? 0x20 : 0x80 + (i >> 1))))
    expect((await cli.run(['scrub', ...DENY, '--encoding', 'latin1'], { input: all })).bytes).toEqual(all)
    const named = await cli.run(['scrub', ...DENY, '--encoding', 'latin1'], { input: Buffer.from('caf\u00e9 \u0093Zebulon Quist\u0094', 'latin1') })
    expect(named.bytes.toString('latin1')).toBe('caf\u00e9 \u0093[NAME]\u0094')
  })

  test('utf8-lossy reads what is not UTF-8 as U+FFFD', async () => {
    const r = await cli.run(['scrub', ...DENY, '--encoding', 'utf8-lossy'], { input: Buffer.from([0x61, 0xff, 0x62, 0xc3]) })
    expect([r.code, r.stdout]).toEqual([0, 'a\ufffdb\ufffd'])
  })
})

describe('policy, lists, roster', () => {
  test('a policy file, with a list beside it', async () => {
    const policy = cli.put('policy.json', JSON.stringify({ name: 'mine', basis: 'safe-harbor', default: 'remove', allow: ['Dr. Ottoline'] }))
    const r = await cli.run(['scrub', '--policy', policy, '--deny', cli.put('one.tsv', 'NAME\tZebulon Quist')], { input: 'Zebulon Quist met Dr. Ottoline' })
    expect([r.code, r.stdout]).toEqual([0, ' met Dr. Ottoline'])
  })

  test('a roster makes the chart a detector', async () => {
    const roster = cli.put('roster.json', JSON.stringify({ names: ['Quillan Vexford'], ids: { MRN: ['ZZ-9931'] } }))
    const r = await cli.run(['scrub', '--roster', roster], { input: 'vexford said zz-9931' })
    expect(r.stdout).toBe('[NAME] said [MRN]')
  })
})

describe('files', () => {
  test('several to stdout in the order given; --jobs keeps it', async () => {
    const paths = Array.from({ length: 150 }, (_, i) => cli.put(`many/${String(i).padStart(3, '0')}.txt`, `row ${i}: Zebulon Quist ${'x '.repeat((i * 7919) % 5000)}\n`))
    const one = await cli.run(['scrub', ...DENY, ...paths])
    const two = await cli.run(['scrub', ...DENY, '--jobs', '2', ...paths])
    expect(one.code).toBe(0)
    expect(two.stdout).toBe(one.stdout)
    expect(one.stdout.match(/(?<=^row )\d+(?=: \[NAME\])/gm)?.map(Number)).toEqual(paths.map((_, i) => i))
  })

  test('--out: a file, a folder with the names below each argument, patterns', async () => {
    cli.put('in/a.txt', NOTE)
    cli.put('in/deep/b.txt', NOTE)
    cli.put('in/deep/empty.txt', '')
    expect((await cli.run(['scrub', ...DENY, 'in/a.txt', '--out', 'one.txt'])).code).toBe(0)
    expect(cli.read('one.txt')).toBe(CLEAN)
    for (const jobs of ['1', '2']) {
      const r = await cli.run(['scrub', ...DENY, 'in', '--out', `out${jobs}`, '--jobs', jobs])
      expect([r.code, r.stdout, r.stderr]).toEqual([0, '', ''])
      expect(cli.read(`out${jobs}/deep/b.txt`)).toBe(CLEAN)
      expect(cli.read(`out${jobs}/deep/empty.txt`)).toBe('')
      expect(cli.names(`out${jobs}`)).toEqual(['a.txt', 'deep'])
    }
    const r = await cli.run(['scrub', ...DENY, 'in/**/*.{txt,log}', '--out', 'globbed/'])
    expect([r.code, cli.read('globbed/deep/b.txt')]).toEqual([0, CLEAN])
  })

  test('--out inside the folder that is read is not read again', async () => {
    cli.put('tree/a.txt', NOTE)
    for (let i = 0; i < 2; i++) expect((await cli.run(['scrub', ...DENY, 'tree', '--out', 'tree/clean'])).code).toBe(0)
    expect(cli.names('tree/clean')).toEqual(['a.txt'])
  })

  test('--in-place keeps the mode, follows a named link, leaves nothing beside', async () => {
    for (const jobs of ['1', '2']) {
      const path = cli.put('place/a.txt', NOTE)
      cli.put('place/b.txt', NOTE)
      chmodSync(path, 0o640)
      const link = join(cli.home, `link${jobs}`)
      symlinkSync(path, link)
      const r = await cli.run(['scrub', ...DENY, '--in-place', '--jobs', jobs, link, 'place/b.txt'])
      expect([r.code, r.stdout, r.stderr]).toEqual([0, '', ''])
      expect([cli.read('place/a.txt'), cli.read('place/b.txt')]).toEqual([CLEAN, CLEAN])
      expect(statSync(path).mode & 0o777).toBe(0o640)
      expect(cli.names('place')).toEqual(['a.txt', 'b.txt'])
    }
  })

  test('folders: binary files and links are left out with a note, a circle of links is harmless', async () => {
    cli.put('mixed/a.txt', NOTE)
    cli.put('mixed/b.png', new Uint8Array([0x89, 0x50, 0, 1]))
    symlinkSync('..', join(cli.home, 'mixed/up'))
    const r = await cli.run(['scrub', ...DENY, 'mixed'])
    expect([r.code, r.stdout]).toEqual([0, CLEAN])
    expect(r.stderr).toMatch(/skipped: mixed\/b\.png: not text\.\n/)
    expect(r.stderr).toMatch(/skipped: mixed\/up: a symbolic link/)
    expect(r.stderr).toMatch(/1 of 2 done|2 of 2 done/)
  })
})

describe('receipts', () => {
  test('one document: JSON, positions and counts, no value of the text', async () => {
    const path = cli.put('zebulon quist.txt', NOTE)
    const key = cli.put('key', 'k'.repeat(32))
    const r = await cli.run(['scrub', ...DENY, path, '--receipt', 'r.json', '--key-file', key])
    expect([r.code, r.stdout]).toEqual([0, CLEAN])
    const receipt = JSON.parse(cli.read('r.json'))
    expect(receipt).toMatchObject({ document: 1, total: 3, withheld: false, labels: { NAME: 2, MRN: 1 }, length: { input: NOTE.length, output: CLEAN.length } })
    expect(receipt.positions).toHaveLength(3)
    expect(receipt.inputDigest).toMatch(/^[0-9a-f]{64}$/)
    expect(cli.read('r.json')).not.toMatch(/zebulon|quist|QX|ottoline/i)
    expect(cli.read('r.json')).toContain('[NAME].txt')
  })

  test('several: a line each, in order, whatever the jobs', async () => {
    const paths = ['1', '2', '3'].map((n) => cli.put(`rec/${n}.txt`, 'Zebulon Quist '.repeat(Number(n))))
    for (const jobs of ['1', '2']) {
      expect((await cli.run(['scrub', ...DENY, ...paths, '--out', 'rec-out', '--receipt', `r${jobs}.ndjson`, '--jobs', jobs])).code).toBe(0)
      const lines = cli.read(`r${jobs}.ndjson`).trimEnd().split('\n')
      expect(lines.map((l) => [JSON.parse(l).document, JSON.parse(l).total])).toEqual([
        [1, 1],
        [2, 2],
        [3, 3],
      ])
    }
    expect(cli.read('r2.ndjson')).toBe(cli.read('r1.ndjson'))
  })
})

test('--progress writes to stderr only', async () => {
  const r = await cli.run(['scrub', ...DENY, '--progress'], { input: NOTE })
  expect([r.code, r.stdout]).toEqual([0, CLEAN])
  expect(r.stderr).toMatch(/^dephi: 0\.0 MB, \d+\.\d MB\/s\n$/)
})
