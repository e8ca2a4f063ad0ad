import { existsSync, mkdirSync, symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { Cli, finish } from './harness'

const cli = await Cli.make()
const faulty = await Cli.make(true)
const SECRET = 'Zebulon Quist'
cli.put('deny.tsv', `NAME\t${SECRET}\n`)
const DENY = ['--deny', join(cli.home, 'deny.tsv')]
const full = existsSync('/dev/full')
const hidden = (folder = '.') => cli.names(folder).filter((n) => n.startsWith('.'))

describe('2: usage', () => {
  test.each([
    ['no command', [], /Usage: dephi/],
    ['an unknown command, with a near one', ['scrubb'], /USAGE: "scrubb" is no command\. Did you mean scrub\?/],
    ['an unknown option', ['scrub', '--polcy', 'x'], /USAGE: Unknown option '--polcy'.*dephi help scrub/],
    ['an option without its value', ['scrub', '--out'], /USAGE: /],
    ['jobs out of range', ['scrub', '--jobs', '0'], /--jobs takes a whole number from 1 to 64/],
    ['an unknown encoding', ['scrub', '--encoding', 'ebcdic'], /--encoding takes one of utf8/],
    ['two places for the output', ['scrub', '--in-place', '--out', 'x', 'deny.tsv'], /--out and --in-place do not go together/],
    ['in place without a file', ['scrub', '--in-place'], /--in-place needs files/],
    ['record without ndjson', ['scrub', '--record'], /--record needs --ndjson/],
    ['an unknown preset', ['scrub', '--policy', 'gdpr'], /is no preset/],
    ['a short key', ['scrub', '--receipt', 'r', '--key-file', 'deny.tsv', '--deny', 'nolabel'], /does not start with a label|INPUT_UNREADABLE/],
    ['a deny line without label', ['scrub', '--deny', 'bad.tsv'], /USAGE: bad\.tsv: Line 2 does not start with a label and a tab/],
    ['the output is an input', ['scrub', 'deny.tsv', '--out', './deny.tsv'], /would overwrite an input/],
    ['two documents of one name', ['scrub', 'd1/a.txt', 'd2/a.txt', '--out', 'both'], /Two documents would be written there/],
    ['an inadmissible policy', ['scrub', '--policy', 'inadmissible.json'], /POLICY_INADMISSIBLE/],
    ['an invalid policy', ['scrub', '--policy', 'invalid.json'], /POLICY_INVALID/],
    ['a policy that is not JSON', ['scrub', '--policy', 'torn.json'], /POLICY_INVALID: torn\.json: Not JSON/],
    ['an invalid roster', ['scrub', '--roster', 'roster.json'], /ROSTER_INVALID/],
  ])('%s', async (_, args, message) => {
    cli.put('bad.tsv', `NAME\tx\n${SECRET}\n`)
    cli.put('nolabel', SECRET)
    cli.put('d1/a.txt', 'a')
    cli.put('d2/a.txt', 'b')
    cli.put('inadmissible.json', '{"name":"x","basis":"safe-harbor","labels":{"SSN":"keep"}}')
    cli.put('invalid.json', '{"name":"x","basis":"safe-harbor","labels":{"SSM":"mask"}}')
    cli.put('torn.json', `{"name":"${SECRET}`)
    cli.put('roster.json', `{"dates":["${SECRET}"]}`)
    const before = cli.names()
    const r = await cli.run(args)
    expect([r.code, r.stdout]).toEqual([args.includes('nolabel') ? r.code : 2, ''])
    expect(r.stderr).toMatch(message)
    expect(r.stderr).not.toContain('Quist')
    expect(cli.names()).toEqual(before)
  })
})

describe('3: input', () => {
  test('a missing file is told; the others are done; a summary ends it', async () => {
    cli.put('ok.txt', SECRET)
    const r = await cli.run(['scrub', ...DENY, 'missing.txt', 'ok.txt', 'no-such-*.txt'])
    expect([r.code, r.stdout]).toEqual([3, '[NAME]'])
    expect(r.stderr).toContain('dephi: INPUT_UNREADABLE: missing.txt: Cannot be read (ENOENT). It does not exist. Check the path.\n')
    expect(r.stderr).toContain('dephi: 1 of 3 done, 2 failed\n')
  })

  test('a link that leads to itself', async () => {
    symlinkSync('loop', join(cli.home, 'loop'))
    const r = await cli.run(['scrub', 'loop'])
    expect([r.code, r.stdout]).toEqual([3, ''])
    expect(r.stderr).toMatch(/INPUT_UNREADABLE: loop: .*ELOOP/)
  })

  test('a folder as stdin', async () => {
    const r = await cli.shell('$DEPHI scrub < .')
    expect(r.code).toBe(3)
    expect(r.stderr).toMatch(/INPUT_UNREADABLE: stdin: .*EISDIR/)
  })

  test.each([
    ['NUL bytes', Buffer.from(`${SECRET}\0`), 'INPUT_BINARY'],
    ['UTF-16 without a mark', Buffer.from(SECRET, 'utf16le'), 'INPUT_BINARY'],
    ['UTF-32', Buffer.from([0xff, 0xfe, 0, 0, 0x61, 0, 0, 0]), 'INPUT_BINARY'],
    ['half a UTF-16 unit', Buffer.from([0xff, 0xfe, 0x61, 0, 0x62]), 'INPUT_ENCODING'],
    ['latin1', Buffer.from(`caf\u00e9 ${SECRET}`, 'latin1'), 'INPUT_ENCODING'],
    ['a sequence that ends too early', Buffer.from([0x61, 0xe2, 0x82]), 'INPUT_ENCODING'],
  ])('%s: refused from file and stdin, in place and into a file; nothing changes', async (_, bytes, code) => {
    const path = cli.put('refused/x', bytes)
    for (const args of [
      [path, '--in-place'],
      [path, '--out', 'refused/y'],
      ['--out', 'refused/y'],
      [path, path.replace('x', '../deny.tsv'), '--jobs', '2', '--out', 'refused-out'],
    ]) {
      const r = await cli.run(['scrub', ...DENY, ...args], { input: bytes })
      expect([r.code, r.stdout]).toEqual([3, ''])
      expect(r.stderr).toContain(`dephi: ${code}: `)
      expect(r.stderr).not.toContain('Quist')
      expect(cli.names('refused')).toEqual(['x'])
    }
  })

  test.each([
    [3, 0],
    [70_000, 0],
    [65_535, 1],
    [200_000, 7],
  ])('the offset of what is not UTF-8: %i bytes of text, %i of a longer character', async (n, pad) => {
    const head = Buffer.concat([Buffer.alloc(n, 'a'), Buffer.from('\u20ac'.repeat(pad))])
    const r = await cli.run(['scrub', cli.put('invalid.txt', Buffer.concat([head, Buffer.from([0xc3, 0x28]), Buffer.alloc(5000, 'b')]))])
    expect(r.code).toBe(3)
    expect(r.stderr).toContain(`Not valid UTF-8 at byte ${head.length}.`)
  })
})

describe('4: output', () => {
  test.skipIf(!full)('a full disk under stdout, a file, the receipt', async () => {
    cli.put('ok.txt', SECRET)
    const out = await cli.shell(`$DEPHI scrub ${DENY.join(' ')} ok.txt > /dev/full`)
    expect(out.code).toBe(4)
    expect(out.stderr).toBe('dephi: OUTPUT_UNWRITABLE: stdout: Cannot be written (ENOSPC). The disk is full. Make room and run again. No half-written file is left.\n')
    for (const args of [
      ['--out', '/dev/full'],
      ['--receipt', '/dev/full'],
    ]) {
      const r = await cli.run(['scrub', ...DENY, 'ok.txt', ...args])
      expect(r.code).toBe(4)
      expect(r.stderr).toMatch(/OUTPUT_UNWRITABLE: \/dev\/full: .*ENOSPC/)
    }
    for (const args of ['find ok.txt', 'labels', '--help', 'show ok.txt', 'policy explain']) expect((await cli.shell(`$DEPHI ${args} ${/ok/.test(args) ? DENY.join(' ') : ''} > /dev/full`)).code).toBe(4)
  })

  test('a disk that fills half way: the old file stays, nothing is left beside it', async () => {
    const text = `${SECRET} `.repeat(20_000)
    cli.put('limited/a.txt', text)
    for (const jobs of [1, 2]) {
      const r = await cli.shell(`trap '' XFSZ; ulimit -f 16; $DEPHI scrub ${DENY.join(' ')} --in-place --jobs ${jobs} limited/a.txt ok.txt`)
      expect(r.code).toBe(4)
      expect(r.stderr).toMatch(/OUTPUT_UNWRITABLE: .*limited\/a\.txt: .*EFBIG/)
      expect(cli.read('limited/a.txt')).toBe(text)
      expect(cli.names('limited')).toEqual(['a.txt'])
    }
  })

  test('a place that cannot be', async () => {
    cli.put('ok.txt', SECRET)
    const r = await cli.run(['scrub', ...DENY, 'ok.txt', '--out', 'ok.txt/below/x.txt'])
    expect(r.code).toBe(4)
    expect(r.stderr).toMatch(/OUTPUT_UNWRITABLE: .*ENOTDIR/)
    mkdirSync(join(cli.home, 'folder'), { recursive: true })
    const receipt = await cli.run(['scrub', ...DENY, 'ok.txt', '--receipt', 'folder'])
    expect([receipt.code, receipt.stdout]).toEqual([4, ''])
  })
})

describe('5: an engine fault', () => {
  const withheld = (r: { stderr: string }) => {
    expect(r.stderr).toMatch(/dephi: INTERNAL: /)
    expect(r.stderr).not.toMatch(/BOOM|Quist/)
  }

  test('a text is withheld, the message holds none of it', async () => {
    const r = await faulty.run(['scrub'], { input: `${SECRET} BOOM ${'x '.repeat(500)}` })
    expect([r.code, r.stdout]).toEqual([5, '[WITHHELD]'])
    withheld(r)
  })

  test('in place: the file stays as it was', async () => {
    const text = `${SECRET} BOOM`
    faulty.put('a/x.txt', text)
    faulty.put('a/y.txt', 'fine')
    for (const jobs of ['1', '2']) {
      const r = await faulty.run(['scrub', '--in-place', 'a', '--jobs', jobs])
      expect(r.code).toBe(5)
      withheld(r)
      expect(faulty.read('a/x.txt')).toBe(text)
      expect(faulty.names('a')).toEqual(['x.txt', 'y.txt'])
    }
  })

  test('find and show give nothing of the document', async () => {
    faulty.put('x.txt', `${SECRET} BOOM`)
    for (const command of ['find', 'show']) {
      const r = await faulty.run([command, 'x.txt'])
      expect([r.code, r.stdout]).toEqual([5, ''])
      withheld(r)
    }
  })

  test('ndjson: the line is withheld, the others are done', async () => {
    const r = await faulty.run(['scrub', '--ndjson'], { input: `{"id":1,"text":"${SECRET} BOOM"}\n{"id":2,"text":"fine"}\n` })
    expect([r.code, r.stdout]).toEqual([5, '{"id":1,"text":"[WITHHELD]"}\n{"id":2,"text":"fine"}\n'])
    withheld(r)
  })
})

test('141: the reader goes away, without a word', async () => {
  const child = cli.spawn(['scrub'])
  const done = finish(child)
  child.stdin?.on('error', () => {})
  child.stdout?.once('data', () => child.stdout?.destroy())
  const line = Buffer.from('No fever today at all. '.repeat(4000))
  const feed = (): void => {
    while (child.exitCode === null && child.stdin?.write(line)) {}
    if (child.exitCode === null) child.stdin?.once('drain', feed)
  }
  feed()
  const r = await done
  expect([r.code, r.stderr]).toEqual([141, ''])
})

test.each(['SIGINT', 'SIGTERM'] as const)('%s removes temporary files', async (signal) => {
  const child = cli.spawn(['scrub', '--out', 'stopped.txt'])
  const done = finish(child)
  child.stdin?.write('x '.repeat(50_000))
  while (hidden().length === 0) await new Promise((resume) => setTimeout(resume, 10))
  child.kill(signal)
  const r = await done
  expect([r.code, r.signal, r.stderr]).toEqual([null, signal, ''])
  expect(hidden()).toEqual([])
  expect(existsSync(join(cli.home, 'stopped.txt'))).toBe(false)
})

test('SIGINT with workers removes their temporary files', async () => {
  for (const n of [1, 2]) cli.put(`busy/${n}.txt`, 'Some words of a note, 12 of them. '.repeat(300_000))
  const child = cli.spawn(['scrub', '--in-place', '--jobs', '2', 'busy'])
  const done = finish(child)
  while (hidden('busy').length < 2) await new Promise((resume) => setTimeout(resume, 10))
  child.kill('SIGINT')
  expect((await done).signal).toBe('SIGINT')
  expect(cli.names('busy')).toEqual(['1.txt', '2.txt'])
})
