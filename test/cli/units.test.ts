import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import fc from 'fast-check'
import { afterAll, describe, expect, test } from 'vitest'
import { Decoder, type Encoding } from '../../src/cli/encoding'
import { glob } from '../../src/cli/glob'
import { progressLine } from '../../src/cli/progress'
import { plain, printable, table, wrap } from '../../src/cli/term'

describe('encoding', () => {
  const decode = (bytes: Uint8Array, cuts: readonly number[], encoding?: Encoding): string => {
    const decoder = new Decoder(encoding)
    const at = [...cuts.map((c) => c % (bytes.length + 1)), 0, bytes.length].sort((a, b) => a - b)
    return at.map((from, i) => decoder.push(bytes.slice(from, at[i + 1] ?? bytes.length))).join('') + decoder.end()
  }

  test('law: text comes back whole for every cut, and goes back to the same bytes', () => {
    const text = fc.string({ unit: 'binary' }).map((t) => t.replaceAll('\0', ''))
    fc.assert(
      fc.property(
        text,
        fc.array(fc.nat()),
        fc.constantFrom<[Encoding | undefined, BufferEncoding, string]>(['utf8', 'utf8', ''], ['utf8-lossy', 'utf8', ''], ['utf16le', 'utf16le', ''], [undefined, 'utf16le', '\ufeff'], [undefined, 'utf8', '\ufeff']),
        (t, cuts, [encoding, node, mark]) => {
          const bytes = Buffer.from(mark + t, node)
          const decoder = new Decoder(encoding)
          expect(decode(bytes, cuts, encoding)).toBe(mark + t)
          expect(decoder.encode(decoder.push(bytes) + decoder.end())).toEqual(bytes)
        },
      ),
    )
  })

  test('law: what is not UTF-8 is refused at the place a strict decoder refuses it, for every cut', () => {
    fc.assert(
      fc.property(fc.uint8Array({ min: 1, maxLength: 40 }), fc.array(fc.nat()), (bytes, cuts) => {
        let valid = bytes.length
        while (valid >= 0 && !strict(bytes.subarray(0, valid))) valid--
        const run = () => decode(bytes, cuts, 'utf8')
        if (valid === bytes.length) expect(run()).toBe(Buffer.from(bytes).toString('utf8'))
        else expect(run).toThrow(`at byte ${valid}.`)
      }),
      { numRuns: 2000 },
    )
  })

  const strict = (bytes: Uint8Array): boolean => {
    try {
      new TextDecoder('utf-8', { fatal: true }).decode(bytes)
      return true
    } catch {
      return false
    }
  }

  test('latin1 is windows-1252, both ways; what it cannot write is a question mark', () => {
    const all = Uint8Array.from({ length: 255 }, (_, i) => i + 1)
    const decoder = new Decoder('latin1')
    const text = decoder.push(all)
    expect(text.slice(0x7f, 0x82)).toBe('€\u0081‚')
    expect(decoder.encode(text)).toEqual(Buffer.from(all))
    expect(decoder.encode('é█\u{1f600}’').toString('latin1')).toBe('\u00e9??\u0092')
  })
})

describe('glob', () => {
  const home = mkdtempSync(join(tmpdir(), 'dephi-glob-'))
  afterAll(() => rmSync(home, { recursive: true }))
  for (const name of ['a.txt', 'b.log', '.hid.txt', 'x/c.txt', 'x/y/d.txt', 'x/.git/e.txt', 'w[1].txt', 'a+b.txt']) {
    mkdirSync(dirname(join(home, name)), { recursive: true })
    writeFileSync(join(home, name), '')
  }
  test.each([
    ['*.txt', ['a+b.txt', 'a.txt', 'w[1].txt'], 'no hidden files'],
    ['?.{txt,log}', ['a.txt', 'b.log'], 'braces'],
    ['**/*.txt', ['a+b.txt', 'a.txt', 'w[1].txt', 'x/c.txt', 'x/y/d.txt'], 'all depths, no hidden folders'],
    ['x/**', ['x/c.txt', 'x/y', 'x/y/d.txt'], 'all below'],
    ['[!a].*', ['b.log'], 'a class turned round'],
    ['[a-b].*', ['a.txt', 'b.log'], 'a range'],
    ['.*.txt', ['.hid.txt'], 'a dot matches a dot'],
    ['x/*/d.txt', ['x/y/d.txt'], 'a folder in the middle'],
    ['a+*', ['a+b.txt'], 'signs of expressions mean themselves'],
    ['no*', [], 'nothing'],
  ])('%s: $2', (pattern, paths) => {
    expect(glob(join(home, pattern)).map((p) => p.slice(home.length + 1))).toEqual(paths)
  })
})

test.each([
  [3, { files: 10, bytes: 4e6 }, 1e6, 1000, 'dephi: 3/10 files, 1.0 of 4.0 MB, 1.0 MB/s, 3 s left'],
  [0, { files: 1, bytes: 0 }, 5e6, 2000, 'dephi: 5.0 MB, 2.5 MB/s'],
  [0, { files: 1, bytes: 1e12 }, 1e6, 1000, 'dephi: 1.0 of 1000000.0 MB, 1.0 MB/s, 277.8 h left'],
  [0, { files: 2, bytes: 0 }, 0, 0, 'dephi: 0/2 files, 0.0 MB, 0.0 MB/s'],
])('progress: %i files of %j', (files, total, bytes, ms, line) => {
  expect(progressLine(files, total, bytes, ms)).toBe(line)
})

test('terminal text', () => {
  expect(printable('a\u001b[2J\r\n\rb\u202ec\u009b')).toBe('a\u241b[2J\r\n\u240db\ufffdc\ufffd')
  expect(plain('a\tb\r\nc')).toBe('a b  c')
  expect(
    table([
      ['a', 'bb', 'c'],
      ['aaa', '', ''],
    ]),
  ).toBe('a    bb  c\naaa\n')
  expect(wrap('one two three', 9, '  ')).toBe('  one two\n  three\n')
})
