import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { DETECTORS } from '../../src/detect/index'
import { Engine, type Replacement, Run } from '../../src/pipeline'
import { MAX_DROPPED } from '../../src/text/fold'
import { FIND_ALL } from '../detectors/harness'
import { adversarial, phiText } from './text'

const engine = new Engine(FIND_ALL, DETECTORS, [], { tagged: true, titles: true })

function inPieces(text: string, cuts: readonly number[]): { out: string; found: Replacement[]; held: number } {
  const found: Replacement[] = []
  const run = new Run(engine, (r) => found.push(r))
  let out = ''
  let at = 0
  let held = 0
  for (const cut of [...cuts].sort((a, b) => a - b)) {
    out += run.push(text.slice(at, cut))
    held = Math.max(held, run.held)
    at = cut
  }
  out += run.push(text.slice(at))
  out += run.end()
  return { out, found, held }
}

function sameInPieces(text: string, cuts: readonly number[]): void {
  const whole = inPieces(text, [])
  const cut = inPieces(
    text,
    cuts.map((c) => c % (text.length + 1)),
  )
  expect(cut.out).toBe(whole.out)
  expect(cut.found).toEqual(whole.found)
}

describe('chunking never shows', () => {
  test('any cuts give what one piece gives', () => {
    fc.assert(
      fc.property(phiText, fc.array(fc.nat(4000), { maxLength: 40 }), (text, cuts) => {
        sameInPieces(text, cuts)
      }),
      { numRuns: 400 },
    )
  })

  test('one code unit at a time', () => {
    fc.assert(
      fc.property(phiText, (text) => {
        const whole = inPieces(text, [])
        const cut = inPieces(
          text,
          Array.from({ length: text.length }, (_, i) => i),
        )
        expect(cut.out).toBe(whole.out)
      }),
      { numRuns: 30 },
    )
  })

  test('hostile text, any cuts', () => {
    fc.assert(
      fc.property(adversarial, fc.array(fc.nat(8000), { maxLength: 12 }), (text, cuts) => {
        sameInPieces(text, cuts)
      }),
      { numRuns: 200 },
    )
  })

  test('no output chunk ends inside a surrogate pair', () => {
    const run = new Run(engine, null)
    const text = '😀 call 😀 (212) 555-0147 😀'.repeat(400)
    for (let i = 0; i < text.length; i += 7) {
      const piece = run.push(text.slice(i, i + 7))
      if (piece === '') continue
      expect(piece.charCodeAt(piece.length - 1) >> 10).not.toBe(0xd800 >> 10)
      expect(piece.charCodeAt(0) >> 10).not.toBe(0xdc00 >> 10)
    }
  })

  test('the held-back text never grows over the declared bound', () => {
    fc.assert(
      fc.property(fc.oneof(phiText, adversarial), fc.integer({ min: 1, max: 700 }), (text, size) => {
        const cuts = Array.from({ length: Math.floor(text.length / size) }, (_, i) => i * size)
        const invisible = /\u200b|\u0301/.test(text) ? 1 + MAX_DROPPED : 1
        expect(inPieces(text, cuts).held).toBeLessThanOrEqual(engine.holdBack * invisible)
      }),
      { numRuns: 200 },
    )
  })
})
