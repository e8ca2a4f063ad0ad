import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { Scanner } from '../../src/scan/scanner'
import { MAX_TOKEN, Shape, Window } from '../../src/scan/window'
import { WordTable } from '../../src/scan/words'
import { CLASS, FOLDED } from '../../src/text/chars'
import { Folder, foldText, MAX_DROPPED } from '../../src/text/fold'
import { hashWord } from '../../src/text/hash'
import { adversarial, phiText } from '../laws/text'

const NONE: ReadonlySet<number> = new Set()

function tokens(text: string): Array<[number, number, number]> {
  const w = new Window()
  w.text = text
  new Scanner(new WordTable(16), NONE).scan(w, 0, text.length, true)
  return Array.from({ length: w.n }, (_, i) => [w.start[i], w.end[i], w.hash[i]])
}

/** The slow twin: runs of letters and runs of digits, cut every MAX_TOKEN, by regular expression over the classes. */
function slow(text: string): Array<[number, number, number]> {
  const kinds = Array.from({ length: text.length }, (_, i) => {
    const c = CLASS[text.charCodeAt(i)]
    return c === 3 ? 'd' : c <= 4 ? 'l' : '.'
  }).join('')
  const out: Array<[number, number, number]> = []
  for (const m of kinds.matchAll(new RegExp(`d{1,${MAX_TOKEN}}|l{1,${MAX_TOKEN}}`, 'g'))) out.push([m.index, m.index + m[0].length, hashWord(text.slice(m.index, m.index + m[0].length))])
  return out
}

describe('the scanner', () => {
  test('agrees with the slow twin', () => {
    fc.assert(
      fc.property(fc.oneof(phiText, adversarial, fc.string({ unit: 'binary', maxLength: 300 })), (text) => {
        const plain = text.replace(/\\/g, '/').replace(/[*#~•█]/g, '-') // escapes and placeholders have tests of their own
        expect(tokens(plain)).toEqual(slow(plain))
      }),
      { numRuns: 300 },
    )
  })

  test('JSON escapes divide words; Windows paths do not', () => {
    const words = (text: string) => tokens(text).map(([s, e]) => text.slice(s, e))
    expect(words('seen\\nJohn\\tSmith\\r\\n12')).toEqual(['seen', 'John', 'Smith', '12'])
    expect(words('C:\\new\\temp')).toEqual(['C', 'new', 'temp'])
    expect(words('end.\\nnext')).toEqual(['end', 'next'])
  })

  test('placeholders are one token', () => {
    const w = new Window()
    w.text = '[NAME] <DATE> [MRN_12] [**Hospital 1**] [name] [OTHER'
    new Scanner(new WordTable(16), new Set(['NAME', 'DATE', 'MRN_'].map(hashWord))).scan(w, 0, w.text.length, true)
    const found = []
    for (let i = 0; i < w.n; i++) if ((w.shape[i] & Shape.PLACEHOLDER) !== 0) found.push(w.str(i))
    expect(found).toEqual(['[NAME]', '<DATE>', '[MRN_12]', '[**Hospital 1**]'])
  })

  test('a row of mask characters is a placeholder, unless digits show behind it', () => {
    const w = new Window()
    w.text = 'a ******** b ####### c ***d **** 12 ****12 *****-34'
    new Scanner(new WordTable(16), NONE).scan(w, 0, w.text.length, true)
    const words = []
    for (let i = 0; i < w.n; i++) words.push(w.str(i))
    expect(words).toEqual(['a', '********', 'b', '#######', 'c', 'd', '****', '12', '12', '34'])
  })

  test('every lower-case fold is stable: folding twice is folding once', () => {
    for (let c = 0; c < 65536; c++) expect(FOLDED[FOLDED[c]]).toBe(FOLDED[c])
  })
})

describe('folding', () => {
  test.each([
    ['１２３－４５', '123-45', 'full width'],
    ['١٢٣ १२३', '123 123', 'digits of other scripts'],
    ['S\u200bS\u00adN', 'SSN', 'zero-width and soft hyphen'],
    ['Jose\u0301', 'Jose', 'combining mark'],
    ['Маrіа', 'Maria', 'Cyrillic that looks Latin'],
    ['“O’Brien” — x', '"O\'Brien" - x', 'quotes and dashes'],
    ['\u{1d7d0}\u{1d7cf}\u{1d7d7} \u{1d400}', '219 A', 'mathematical'],
    ['ﬁ…', 'fi...', 'ligature and ellipsis'],
    ['a\u00a0b\u2028c', 'a b\nc', 'spaces and line separators'],
  ])('%s → %s (%s)', (raw, expected) => {
    expect(foldText(raw).text).toBe(expected)
  })

  test('the map leads back, whatever is cut where', () => {
    fc.assert(
      fc.property(fc.oneof(phiText, fc.string({ unit: 'binary', maxLength: 200 }), fc.stringMatching(/^[\u0300-\u0310\u200b-\u200fa-c\ufb00-\ufb03]{0,80}$/)), fc.array(fc.nat(300)), (raw, cuts) => {
        const whole = foldText(raw)
        const map = whole.map ?? Int32Array.from({ length: raw.length + 1 }, (_, i) => i)
        expect(map.length).toBe(whole.text.length + 1)
        expect(map[whole.text.length]).toBe(raw.length)
        for (let i = 1; i < map.length; i++) expect(map[i]).toBeGreaterThanOrEqual(map[i - 1])
        for (let i = 0; i < whole.text.length; i++) if (whole.text[i] !== raw[map[i]]) expect(map[i + 1] - map[i]).toBeLessThanOrEqual(2 + MAX_DROPPED)
        const folder = new Folder()
        let pieces = ''
        let at = 0
        for (const cut of [...cuts.map((c) => c % (raw.length + 1)).sort((a, b) => a - b), raw.length]) {
          let end = cut
          if (end > at && end < raw.length && raw.charCodeAt(end - 1) >> 10 === 0x36) end-- // the engine never cuts a pair
          pieces += folder.fold(raw.slice(at, Math.max(at, end))).text
          at = Math.max(at, end)
        }
        expect(pieces).toBe(whole.text)
      }),
      { numRuns: 500 },
    )
  })

  test('invisible text is bounded', () => {
    expect(foldText(`a${'\u200b'.repeat(10_000)}b`).text.length).toBeGreaterThan(10_000 / (MAX_DROPPED + 2))
  })
})
