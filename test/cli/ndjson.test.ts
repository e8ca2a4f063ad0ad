import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { LineSplitter, textLine, withText } from '../../src/cli/ndjson'
import { Cli } from './harness'

const cli = await Cli.make()
cli.put('deny.tsv', 'NAME\tZebulon Quist\nMRN\tQX77\n')
const DENY = ['--deny', join(cli.home, 'deny.tsv')]
const scrub = (input: string | readonly Uint8Array[], ...args: string[]) => cli.run(['scrub', ...DENY, '--ndjson', ...args], { input })

describe('scrub --ndjson', () => {
  test.each([
    [
      'one field changes, all else is kept to the byte',
      '{ "id" : 12345678901234567890, "n": 1.0, "text":"Zebulon Quist" ,"more":{"text":"Zebulon Quist"}}',
      '{ "id" : 12345678901234567890, "n": 1.0, "text":"[NAME]" ,"more":{"text":"Zebulon Quist"}}',
    ],
    ['escapes, in the text and in the key', '{"te\\u0078t":"\\u005aebulon\\tQuist \\"\\\\"}', '{"te\\u0078t":"[NAME] \\"\\\\"}'],
    ['a key written twice: neither value passes', '{"text":"Zebulon Quist","text":"id QX77"}', '{"text":"id [MRN]","text":"id [MRN]"}'],
    ['values that look like fields', '{"a":"\\"text\\":","b":["}",{"text":"x"}],"text":"QX77"}', '{"a":"\\"text\\":","b":["}",{"text":"x"}],"text":"[MRN]"}'],
    ['an empty text', '{"text":""}', '{"text":""}'],
  ])('%s', async (_, line, out) => {
    const r = await scrub(`${line}\n`)
    expect([r.code, r.stdout, r.stderr]).toEqual([0, `${out}\n`, ''])
  })

  test('order, blank lines, CRLF, a mark at the start, no line feed at the end', async () => {
    const r = await scrub('\ufeff{"id":1,"text":"Zebulon Quist"}\r\n\n  \n{"id":2,"text":"b"}\n{"id":3,"text":"QX77"}')
    expect([r.code, r.stdout]).toEqual([0, '{"id":1,"text":"[NAME]"}\r\n{"id":2,"text":"b"}\n{"id":3,"text":"[MRN]"}\n'])
  })

  test('long lines, cut anywhere', async () => {
    const text = 'Zebulon Quist \u{1f600} and words. '.repeat(20_000)
    const bytes = Buffer.from(`{"id":"a","text":${JSON.stringify(text)}}\n{"id":"b","text":"QX77"}\n`)
    const pieces = Array.from({ length: 13 }, (_, i) => bytes.subarray(Math.floor((i * bytes.length) / 13), Math.floor(((i + 1) * bytes.length) / 13)))
    const r = await scrub(pieces)
    expect(lines(r.stdout).map((l) => JSON.parse(l))).toEqual([
      { id: 'a', text: text.replaceAll('Zebulon Quist', '[NAME]') },
      { id: 'b', text: '[MRN]' },
    ])
  })

  test.each([
    ['no JSON', '{"id":2,"text":"Zebulon'],
    ['no text', '{"id":2}'],
    ['a text that is no string', '{"id":2,"text":5}'],
    ['no object', '"Zebulon Quist"'],
    ['null', 'null'],
  ])('a bad line, %s: the lines before it are written, nothing of it, nothing after it', async (_, bad) => {
    const input = `{"id":1,"text":"QX77"}\n${bad}\n{"id":3,"text":"c"}\n`
    const stop = await scrub(input)
    expect([stop.code, stop.stdout]).toEqual([3, '{"id":1,"text":"[MRN]"}\n'])
    expect(stop.stderr).toMatch(/^dephi: INPUT_SHAPE: stdin: Line 2: not /)
    expect(stop.stderr).not.toContain('Zebulon')
    const skip = await scrub(input, '--skip-bad')
    expect([skip.code, skip.stdout, skip.stderr]).toEqual([0, '{"id":1,"text":"[MRN]"}\n{"id":null,"error":"INPUT_SHAPE","line":2}\n{"id":3,"text":"c"}\n', 'dephi: stdin: 1 bad line skipped\n'])
    const whole = await scrub(input, '--out', 'never.ndjson')
    expect(whole.code).toBe(3)
    expect(cli.names()).not.toContain('never.ndjson')
  })

  test('--record scrubs every field, at any depth, with its key as context', async () => {
    const r = await scrub('{"id":7,"who":{"name":"Zebulon Quist"},"list":["QX77",true,null,1.5]}\n[1]\n', '--record')
    expect(lines(r.stdout).map((l) => JSON.parse(l))).toEqual([{ id: 7, who: { name: '[NAME]' }, list: ['[MRN]', true, null, 1.5] }, [1]])
  })

  test('a receipt sums the lines; files with --jobs keep their order', async () => {
    const files = [1, 2, 3].map((n) => cli.put(`nd/${n}.ndjson`, `{"id":${n},"text":"Zebulon Quist"}\n`.repeat(n)))
    const r = await cli.run(['scrub', ...DENY, '--ndjson', ...files, '--jobs', '2', '--receipt', 'r.ndjson'])
    expect(lines(r.stdout).map((l) => JSON.parse(l).id)).toEqual([1, 2, 2, 3, 3, 3])
    expect(lines(cli.read('r.ndjson')).map((l) => JSON.parse(l))).toMatchObject([1, 2, 3].map((n) => ({ document: n, documents: n, total: n, labels: { NAME: n }, positionsDropped: n })))
    expect(cli.read('r.ndjson')).not.toMatch(/zebulon/i)
  })

  test('a line goes out as soon as it came in', async () => {
    const child = cli.spawn(['scrub', ...DENY, '--ndjson'])
    for (const id of [1, 2]) {
      child.stdin?.write(`{"id":${id},"text":"QX77"}\n`)
      const out: Buffer = await new Promise((done) => child.stdout?.once('data', done))
      expect(out.toString()).toBe(`{"id":${id},"text":"[MRN]"}\n`)
    }
    child.stdin?.end()
    await new Promise((done) => child.once('close', done))
  })
})

test('find --ndjson: id as written, offsets, subtype, order', async () => {
  const r = await cli.run(['find', '--deny', cli.put('sub.tsv', 'NAME/patient\tZebulon Quist\nMRN\tQX77\n'), '--ndjson'], {
    input: '{"text":"QX77 Zebulon Quist","id":1.50}\n{"id":{"a":[1, 2]},"text":""}\n{"text":"x"}\n',
  })
  expect(r.stdout).toBe(
    '{"id":1.50,"findings":[{"start":0,"end":4,"label":"MRN","score":1},{"start":5,"end":18,"label":"NAME","subtype":"patient","score":1}]}\n{"id":{"a":[1, 2]},"findings":[]}\n{"id":null,"findings":[]}\n',
  )
})

test('law: replacing the text in a line is what parsing, replacing and writing gives', () => {
  fc.assert(
    fc.property(fc.dictionary(fc.string(), fc.jsonValue()), fc.string({ unit: 'binary' }), fc.string(), fc.nat(4), (rest, text, next, indent) => {
      const value = { ...rest, text }
      const line = JSON.stringify(value, null, indent).replace(/\n/g, ' ')
      const found = textLine(line, 1)
      expect(found.text).toBe(text)
      expect(JSON.parse(withText(line, found, next))).toEqual({ ...JSON.parse(line), text: next })
      expect(JSON.parse(found.id)).toEqual(JSON.parse(line).id ?? null)
    }),
  )
})

test('law: lines do not depend on how the text was cut', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom('a', '\n', 'bc', '\r\n', '')), (pieces) => {
      const splitter = new LineSplitter()
      const got = pieces.flatMap((p) => splitter.push(p))
      const last = splitter.end()
      const want = pieces.join('').split('\n')
      if (want[want.length - 1] === '') want.pop()
      expect(last === null ? got : [...got, last]).toEqual(want)
    }),
  )
})

const lines = (text: string): string[] => text.trimEnd().split('\n')
