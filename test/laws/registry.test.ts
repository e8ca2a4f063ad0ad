import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Detector, MAX_REACH, type Sink } from '../../src/detect/detector'
import { DETECTORS } from '../../src/detect/index'
import { LABELS, SUBTYPES } from '../../src/labels'
import { Engine, type Replacement, Run } from '../../src/pipeline'
import { FIND_ALL, findWith } from '../detectors/harness'
import { adversarial, phiText } from './text'

describe('the registry', () => {
  test('every label has a detector', () => {
    expect(LABELS.filter((l) => !DETECTORS.some((d) => d.label === l))).toEqual([])
  })

  test('ids are unique and plain', () => {
    const ids = DETECTORS.map((d) => d.id)
    expect(new Set(ids).size).toBe(ids.length)
    for (const id of ids) expect(id).toMatch(/^[a-z][a-z0-9-]*$/)
  })

  test.each(DETECTORS.map((d) => ({ id: d.id, d })))('$id keeps the contract', ({ d }) => {
    expect(d.authority.length).toBeGreaterThan(8)
    expect(d.reach.behind).toBeGreaterThanOrEqual(0)
    expect(d.reach.behind).toBeLessThanOrEqual(MAX_REACH)
    expect(d.reach.ahead).toBeGreaterThan(0)
    expect(d.reach.ahead).toBeLessThanOrEqual(MAX_REACH)
    for (const s of d.subtypes ?? []) expect(SUBTYPES[d.label]).toContain(s)
    expect((d.on !== undefined && d.at !== undefined) || (d.atCue !== undefined && (d.cues ?? []).length > 0)).toBe(true)
    for (const cue of d.cues ?? []) expect(cue).toMatch(/^[\p{Ll}\p{Lo}\p{N}]+( [\p{Ll}\p{Lo}\p{N}]+)*$/u)
  })
})

/** The detector with a sink that holds it to its declared reach and kinds. */
function watched(d: Detector, complain: (what: string) => void): Detector {
  const check = (at: number, out: Sink): Sink => {
    const look = (start: number, end: number, score: number, subtype?: string): void => {
      if (!(start >= at - d.reach.behind)) complain(`${d.id}: starts ${at - start} before its trigger, declared ${d.reach.behind}`)
      if (!(end <= at + d.reach.ahead)) complain(`${d.id}: ends ${end - at} after its trigger, declared ${d.reach.ahead}`)
      if (!(end > start && start >= 0)) complain(`${d.id}: empty or negative span`)
      if (!(score >= 0 && score <= 1)) complain(`${d.id}: score ${score}`)
      if (subtype !== undefined && !(d.subtypes ?? []).includes(subtype as never)) complain(`${d.id}: undeclared subtype ${subtype}`)
      if (subtype === undefined && !(d.plain ?? (d.subtypes ?? []).length === 0)) complain(`${d.id}: no subtype, and not declared plain`)
    }
    return {
      add: (s, e, score, subtype) => {
        look(s, e, score, subtype)
        out.add(s, e, score, subtype)
      },
      open: (s, e, score, tail, subtype) => {
        look(s, e, score, subtype)
        out.open(s, e, score, tail, subtype)
      },
    }
  }
  const copy: { -readonly [K in keyof Detector]: Detector[K] } = { ...d }
  if (d.at !== undefined) copy.at = (w, i, out) => d.at?.(w, i, check(w.start[i], out))
  if (d.atCue !== undefined) copy.atCue = (w, i, next, out) => d.atCue?.(w, i, next, check(w.start[i], out))
  return copy
}

describe('every detector', () => {
  const complaints = new Set<string>()
  const engine = new Engine(
    FIND_ALL,
    DETECTORS.map((d) => watched(d, (what) => complaints.add(what))),
  )

  const run = (text: string): { found: Replacement[]; faults: string[] } => {
    const found: Replacement[] = []
    const r = new Run(engine, (x) => found.push(x), false)
    r.push(text)
    r.end()
    return { found, faults: engine.detectors.filter((_, i) => r.faults[i] > 0).map((d) => d.id) }
  }

  test('never throws, keeps to its reach and kinds; findings are in order, disjoint, inside the text', () => {
    fc.assert(
      fc.property(fc.oneof(phiText, adversarial), (text) => {
        const { found, faults } = run(text)
        expect(faults).toEqual([])
        expect([...complaints]).toEqual([])
        let at = 0
        for (const f of found) {
          expect(f.start).toBeGreaterThanOrEqual(at)
          expect(f.end).toBeGreaterThan(f.start)
          at = f.end
        }
        expect(at).toBeLessThanOrEqual(text.length)
      }),
      { numRuns: 500 },
    )
  })

  test('is pure: the same text gives the same findings again', () => {
    fc.assert(
      fc.property(phiText, (text) => {
        expect(findWith(DETECTORS, text)).toEqual(findWith(DETECTORS, text))
      }),
      { numRuns: 60 },
    )
  })

  test('reads nothing outside its reach: what lies further off never changes a finding', () => {
    const plain = new Engine(FIND_ALL, DETECTORS)
    const find = (text: string): Replacement[] => {
      const found: Replacement[] = []
      const r = new Run(plain, (x) => found.push(x), false)
      r.push(text)
      r.end()
      return found
    }
    // Far away on both sides, behind separators no detector may look across.
    const far = `x${' '.repeat(2 * MAX_REACH)}`
    fc.assert(
      fc.property(phiText, phiText, (text, other) => {
        const alone = find(`${far}${text}${[...far].reverse().join('')}`).filter((f) => f.end <= far.length + text.length)
        const among = find(`${other}${far}${text}${[...far].reverse().join('')}${other}`)
          .filter((f) => f.start >= other.length + far.length && f.end <= other.length + far.length + text.length)
          .map((f) => ({ ...f, start: f.start - other.length, end: f.end - other.length }))
        const strip = (f: Replacement) => [f.start, f.end, f.label, f.subtype, f.score, f.detector]
        expect(among.map(strip)).toEqual(alone.map(strip))
      }),
      { numRuns: 200 },
    )
  })
})
