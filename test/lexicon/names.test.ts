import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { DephiError } from '../../src/errors'
import { LEXICON_DATA, LEXICON_DIGEST } from '../../src/lexicon/lexicon.gen'
import { Bit, city, english, FEMALE, Field, given, loadLexicon, MALE, Phrase, sex, surname } from '../../src/lexicon/names'
import { decodeLexicon } from '../../src/lexicon/table'
import { Scanner } from '../../src/scan/scanner'
import { Window } from '../../src/scan/window'
import { WordTable } from '../../src/scan/words'
import { hashWord } from '../../src/text/hash'

const lexicon = loadLexicon()
const bits = (word: string): number => lexicon.lookup(hashWord(word))

/** The token hashes the scanner gives a text. */
function hashesOf(text: string): Int32Array {
  const w = new Window()
  w.text = text
  new Scanner(new WordTable(), new Set()).scan(w, 0, text.length, true)
  return w.hash.slice(0, w.n)
}

function phrase(text: string): { tokens: number; classes: number } {
  const hashes = hashesOf(text)
  const found = lexicon.phraseAt(hashes, 0, hashes.length)
  return { tokens: found >>> 24, classes: found & 0xffff }
}

/** The same words on every run. */
function* invented(count: number): Generator<string> {
  let state = 20261124
  const next = (n: number): number => {
    state = (Math.imul(state, 1664525) + 1013904223) | 0
    return ((state >>> 8) * n) >>> 24
  }
  for (let i = 0; i < count; i++) yield String.fromCharCode(...Array.from({ length: 10 + next(4) }, () => 97 + next(26)))
}

test('the fields do not overlap and fill a word', () => {
  const masks = [...Object.values(Field).map(({ shift, width }) => (2 ** width - 1) * 2 ** shift), ...Object.values(Bit)]
  expect(masks.reduce((a, m) => a + m, 0)).toBe(2 ** 32 - 1)
  expect(masks.reduce((a, m) => (a | m) >>> 0, 0)).toBe(2 ** 32 - 1)
  expect(Object.values(Phrase).reduce((a: number, m) => a + m, 0)).toBe(0xffff)
})

test.each([
  ['james', 7, MALE],
  ['mary', 7, FEMALE],
  ['jessie', 6, 3],
  ['shaniqua', 4, FEMALE],
])('given name %s: commonness %i, sex %i', (word, level, of) => {
  expect([given(bits(word)), sex(bits(word))]).toEqual([level, of])
})

test.each([
  ['smith', 7],
  ['o', 0],
  ['brien', 3],
  ['zwicker', 2],
])('surname %s: commonness %i', (word, level) => {
  expect(surname(bits(word))).toBe(level)
})

test('English words by rank, and words of everyday prose', () => {
  expect(['the', 'hospital', 'aardvark'].map((w) => english(bits(w)))).toEqual([7, 5, 1])
  expect(bits('aardvark') & Bit.COMMON).not.toBe(0)
  expect(bits('kowalski') & Bit.COMMON).toBe(0)
})

test('a word keeps every class it has', () => {
  const may = bits('may')
  expect([given(may) > 0, surname(may) > 0, english(may) > 5]).toEqual([true, true, true])
})

test('cities by population; parts of the names of others', () => {
  expect(['houston', 'zürich', 'tulsa', 'boise'].map((w) => city(bits(w)))).toEqual([3, 3, 3, 2])
  expect(city(bits('accord'))).toBe(1)
  for (const word of ['york', 'worth', 'antonio']) expect(bits(word) & Bit.PLACE_PART).not.toBe(0)
  expect(bits('of') & Bit.PLACE_PART).toBe(0)
})

test('entries that are no names of people are left out', () => {
  expect(['unnamed', 'infant', 'unknown'].map((w) => given(bits(w)))).toEqual([0, 0, 0])
})

test('case and diacritics do not matter', () => {
  expect(lexicon.lookup(hashesOf('JOSÉ')[0])).toBe(bits('jose'))
  expect(given(lexicon.lookup(hashesOf('José')[0]))).toBeGreaterThan(4)
})

test('words in no list are not found', () => {
  for (const word of ['xqzzvortle', 'blirpnagh', 'qwxjkvbn', 'zzyzxqrs']) expect(bits(word)).toBe(0)
  expect(lexicon.lookup(0)).toBe(0)
})

test('an invented word is taken for one of the lexicon less than once in 20,000', () => {
  // A hash has 32 bits and the lexicon keeps all of them, so the share is known; the sample must agree with it.
  const share = lexicon.size.words / 2 ** 32
  expect(share).toBeLessThan(1 / 20_000)
  const count = 200_000
  let found = 0
  for (const word of invented(count)) if (bits(word) !== 0) found++
  expect(found).toBeLessThan(count * share + 4 * Math.sqrt(count * share))
})

test.each([
  ['New York', 2, Phrase.CITY],
  ['San Antonio', 2, Phrase.CITY],
  ['Fort Worth', 2, Phrase.CITY],
  ['Ft. Worth', 2, Phrase.CITY],
  ['St. Louis', 2, Phrase.CITY],
  ['Saint Louis', 2, Phrase.CITY],
  ['Salt Lake City', 3, Phrase.CITY],
  ['São Paulo', 2, Phrase.CITY],
  ['Ho Chi Minh City', 4, Phrase.CITY],
])('%s is a phrase of %i tokens', (text, tokens, classes) => {
  const found = phrase(text)
  expect(found.tokens).toBe(tokens)
  expect(found.classes & classes).toBe(classes)
})

test('the longest phrase wins, and ends where it is told to', () => {
  expect(phrase('New York City is large').tokens).toBe(3)
  const hashes = hashesOf('New York City')
  expect(lexicon.phraseAt(hashes, 0, 2) >>> 24).toBe(2)
  expect(lexicon.phraseAt(hashes, 0, 1)).toBe(0)
  expect(lexicon.phraseAt(hashes, 1, 3) >>> 24).not.toBe(3)
  expect(phrase('New patient visit').tokens).toBe(0)
})

test.each([
  [10001, true, 'NY'],
  [90210, true, 'CA'],
  [2139, true, 'MA'],
  [501, true, 'NY'],
  [99950, true, 'AK'],
  [0, false, ''],
  [99999, false, 'AK'],
  [100000, false, ''],
  [-1, false, ''],
  [213.5, false, ''],
])('ZIP %d', (zip, valid, state) => {
  expect(lexicon.validZip(zip)).toBe(valid)
  expect(lexicon.zipState(zip)).toBe(state)
})

test('every entry of every list has the bit of its list', async () => {
  const folder = new URL('../../dictionaries/lists/', import.meta.url)
  const written = readFileSync(new URL('../SOURCES.md', folder), 'utf8')
  const layout = new URL('../../dictionaries/lexicon/layout.mjs', import.meta.url).href
  const { LISTS } = (await import(layout)) as { LISTS: Record<string, { bit?: keyof typeof Bit; phrase: keyof typeof Phrase; given?: true; surname?: true; city?: true; pairs?: true }> }
  const wrong: string[] = []
  let checked = 0
  for (const file of readdirSync(folder)) {
    const text = readFileSync(new URL(file, folder), 'utf8')
    // A list that was changed since is the business of `npm run lexicon`.
    if (!written.includes(createHash('sha256').update(text).digest('hex'))) continue
    const list = LISTS[file]
    for (const line of text.split('\n')) {
      if (line.trim() === '' || line.startsWith('#')) continue
      const [entry, names] = line.split('=').map((s) => s.trim())
      const hashes = hashesOf(entry)
      checked++
      if (hashes.length > 1) {
        if (hashes.length <= 8) {
          const found = lexicon.phraseAt(hashes, 0, hashes.length)
          if (found >>> 24 !== hashes.length || (found & Phrase[list.phrase]) === 0) wrong.push(`${file}: ${entry}`)
        }
        continue
      }
      const b = lexicon.lookup(hashes[0])
      const has = list.bit !== undefined ? (b & Bit[list.bit]) !== 0 : list.given ? given(b) > 0 : list.surname ? surname(b) > 0 : list.city ? city(b) > 0 : list.pairs ? (b & Bit.NICKNAME) !== 0 : true
      if (!has) wrong.push(`${file}: ${entry}`)
      for (const name of list.pairs ? names.split(',') : []) {
        const of = hashesOf(name)
        if (of.length === 1 && !lexicon.isNicknameOf(hashes[0], of[0])) wrong.push(`${file}: ${line}`)
      }
    }
  }
  expect(wrong).toEqual([])
  expect(checked).toBeGreaterThan(5_000)
})

test('what is no nickname stands for no name', () => {
  expect(lexicon.givenNames(hashWord('xqzzvortle'))).toHaveLength(0)
  expect(lexicon.isNicknameOf(hashWord('the'), hashWord('robert'))).toBe(false)
})

const code = (decode: () => unknown): unknown => {
  try {
    decode()
  } catch (error) {
    return error instanceof DephiError ? error.code : error
  }
  return 'nothing thrown'
}

test('a damaged lexicon is refused', () => {
  const at = [0, 1, 5, 1000, LEXICON_DATA.length >> 1, LEXICON_DATA.length - 1]
  const change = (i: number, c: string): string => LEXICON_DATA.slice(0, i) + c + LEXICON_DATA.slice(i + 1)
  for (const i of at) for (const c of [LEXICON_DATA[i] === 'A' ? 'B' : 'A', '!', '=', 'é', '\u{2028}']) expect(code(() => decodeLexicon(change(i, c), LEXICON_DIGEST))).toBe('LEXICON_DAMAGED')
  for (const data of ['', LEXICON_DATA.slice(0, -1), LEXICON_DATA.slice(0, -4), `${LEXICON_DATA}AAAA`, LEXICON_DATA.slice(4), LEXICON_DATA.toLowerCase()])
    expect(code(() => decodeLexicon(data, LEXICON_DIGEST))).toBe('LEXICON_DAMAGED')
  expect(
    code(() =>
      decodeLexicon(
        LEXICON_DATA,
        LEXICON_DIGEST.replace(/.$/, (c) => (c === '0' ? '1' : '0')),
      ),
    ),
  ).toBe('LEXICON_DAMAGED')
})

test('a copy decoded apart says the same', () => {
  const other = decodeLexicon(LEXICON_DATA, LEXICON_DIGEST)
  expect(other.size).toEqual(lexicon.size)
  // Asked in another order: buckets are decoded as they are needed.
  for (const word of ['zwicker', 'smith', 'york', 'aspirin', 'xqzzvortle', 'smith']) expect(other.lookup(hashWord(word))).toBe(bits(word))
  expect(loadLexicon()).toBe(lexicon)
})

test('loading takes no longer than hashing its text a few times', () => {
  const best = (f: () => unknown): number =>
    Math.min(
      ...Array.from({ length: 7 }, () => {
        const start = performance.now()
        f()
        return performance.now() - start
      }),
    )
  const hashing = best(() => hashWord(LEXICON_DATA))
  expect(best(() => decodeLexicon(LEXICON_DATA, LEXICON_DIGEST)) / hashing).toBeLessThan(10)
})
