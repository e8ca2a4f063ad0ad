import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Detector } from '../../src/detect/detector'
import { wordSet } from '../../src/detect/field'
import { Program } from '../../src/detect/program'
import { Word } from '../../src/lexicon/classes'
import { baseWords } from '../../src/pipeline'
import { Scanner } from '../../src/scan/scanner'
import { Shape, Window } from '../../src/scan/window'
import { WordTable } from '../../src/scan/words'
import { Gap } from '../../src/text/chars'
import { hashWord } from '../../src/text/hash'
import { yearOf } from '../../src/transform/year'
import { phiText } from '../laws/text'

const SHAPES = [Shape.DIGITS, Shape.SINGLE, Shape.CAPS, Shape.PREFIX, Shape.SUFFIX, Shape.LETTER_1, Shape.DIGITS_1_2]
const GAPS = [Gap.DOT, Gap.COLON, Gap.SLASH, Gap.SPACE, Gap.COMMA, Gap.START]
const WORDS = [Word.TITLE, Word.MONTH, Word.STATE, Word.FACILITY, Word.RELATION]
const CUES = ['date', 'date of', 'date of birth', 'of birth', 'birth', 'patient', 'patient name', 'seen by', 'seen']
const PHRASE_GAP = Gap.SPACE | Gap.DASH | Gap.UNDERSCORE | Gap.DOT | Gap.SLASH | Gap.APOS | Gap.NEWLINE | Gap.TAB | Gap.AMP
const or = (bits: readonly number[]): fc.Arbitrary<number> => fc.subarray([...bits], { maxLength: 3 }).map((list) => list.reduce((a, b) => a | b, 0))
const some = fc.array(fc.record({ shape: or(SHAPES), gap: or(GAPS), word: or(WORDS), cues: fc.subarray(CUES) }), { minLength: 1, maxLength: 12 })

describe('who is asked', () => {
  test('every detector at each of its triggers, once, and at each of its cues, the longest: as a slow twin asks', () => {
    fc.assert(
      fc.property(some, phiText, (list, text) => {
        const asked: string[] = []
        const detectors = list.map(
          ({ cues, ...on }, k): Detector => ({
            id: `d-${k}`,
            label: 'NAME',
            authority: 'test',
            reach: { behind: 0, ahead: 0 },
            on,
            at: (_w, i) => void asked.push(`${i} ${k}`),
            cues,
            atCue: (_w, i, next) => void asked.push(`${i} ${k} cue ${next}`),
          }),
        )
        const program = new Program(detectors, baseWords())
        const w = new Window()
        w.text = text
        new Scanner(program.words, new Set()).scan(w, 0, text.length, true)
        program.detect(w, 0, w.n, [], new Int32Array(detectors.length))
        const twin: string[] = []
        for (let i = 0; i < w.n; i++) {
          list.forEach(({ shape, gap, word, cues }, k) => {
            if ((w.shape[i] & shape) !== 0 || (w.gap[i] & gap) !== 0 || (w.word[i] & word) !== 0) twin.push(`${i} ${k}`)
            const ends = cues
              .flatMap((cue) => (cue.includes(' ') ? [cue.split(' '), [cue.replaceAll(' ', '')]] : [[cue]]))
              .filter((words) => words.every((s, j) => i + j < w.n && w.hash[i + j] === hashWord(s) && (j === 0 || (w.gap[i + j] & ~PHRASE_GAP) === 0)))
              .map((words) => i + words.length)
            if (ends.length > 0) twin.push(`${i} ${k} cue ${Math.max(...ends)}`)
          })
        }
        expect(asked.sort()).toEqual(twin.sort())
      }),
      { numRuns: 300 },
    )
  })

  test('a number knows whether something is glued to either side', () => {
    const w = new Window()
    w.text = '12 A12 12B A12B 3rd 4'
    new Scanner(new WordTable(16), new Set()).scan(w, 0, w.text.length, true)
    const found = []
    for (let i = 0; i < w.n; i++) if (w.is(i, Shape.DIGITS)) found.push([w.str(i), w.is(i, Shape.SUFFIX), w.is(i, Shape.PREFIX)])
    expect(found).toEqual([
      ['12', false, false],
      ['12', true, false],
      ['12', false, true],
      ['12', true, true],
      ['3', false, true],
      ['4', false, false],
    ])
  })
})

describe('tables by hash', () => {
  const hash = fc.oneof(fc.integer(), fc.integer({ min: 0, max: 63 }))

  test('a word table keeps classes and cues of every word, and of no other', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(hash, fc.integer({ min: 1 }), fc.integer({ min: 0, max: 65535 })), { maxLength: 300 }), hash, (entries, other) => {
        const table = new WordTable(16)
        const twin = new Map<number, [number, number]>()
        for (const [h, bits, cue] of entries) {
          table.addClass(h, bits)
          const known = twin.get(h)
          if (cue > 0) table.setCue(h, cue)
          twin.set(h, [(known?.[0] ?? 0) | bits, cue > 0 ? cue : (known?.[1] ?? 0)])
        }
        for (const [h, [bits, cue]] of twin) expect([table.classes(table.find(h)), table.cue(table.find(h))]).toEqual([bits, cue])
        if (!twin.has(other)) expect(table.find(other)).toBe(0)
      }),
    )
  })

  test('a set of words has its words and no other', () => {
    const words = 'patient name date of birth mrn phone fax'
    const set = wordSet(words)
    for (const word of words.split(' ')) expect(set.has(hashWord(word))).toBe(true)
    fc.assert(fc.property(fc.integer(), (h) => set.has(h) === new Set([...set]).has(h)))
    expect(set.has(0)).toBe(false)
  })
})

describe('the year of a date', () => {
  // With a blank behind it, a date is none of the plain writings, and its year is found the long way.
  test('plain writings give what the long way gives', () => {
    const part = fc.integer({ min: 0, max: 99 }).chain((n) => fc.constantFrom(String(n), String(n).padStart(2, '0')))
    const year = fc.integer({ min: 1700, max: 2300 }).map(String)
    const sign = fc.constantFrom('/', '-')
    const written = fc.oneof(
      fc.tuple(part, sign, part).map((p) => p.join('')),
      fc.tuple(part, sign, part, sign, fc.oneof(year, part)).map((p) => p.join('')),
      fc.tuple(year, fc.constant('-'), part, fc.constant('-'), part).map((p) => p.join('')),
    )
    fc.assert(
      fc.property(written, fc.integer({ min: 2000, max: 2060 }), (text, latest) => yearOf(text, latest) === yearOf(`${text} `, latest)),
      { numRuns: 5000 },
    )
  })
})
