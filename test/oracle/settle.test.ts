import fc from 'fast-check'
import { expect, test } from 'vitest'
import { Tail } from '../../src/detect/detector'
import type { Candidate } from '../../src/detect/program'
import { LABEL_INDEX, type Label } from '../../src/labels'
import { type Decision, GROUP_CAP, type Ruling, Settler, type Text } from '../../src/resolve/settle'

const RULES: readonly Ruling[] = [
  { label: 'NAME', keep: false, threshold: 0.5, tier: 1 },
  { label: 'DATE', keep: true, threshold: 0.5, tier: 1 },
  { label: 'DATE', keep: false, threshold: 0.2, tier: 1 },
  { label: 'MRN', keep: false, threshold: 0.5, tier: 2 },
  { label: 'OTHER_ID', keep: true, threshold: 0, tier: 0 },
  { label: 'GEO', keep: false, threshold: 0.9, tier: 1 },
  { label: 'DATE', keep: false, threshold: 0.5, tier: 2 },
]
const rule = (c: Candidate): Ruling => RULES[c.detector]

type Plain = Pick<Decision, 'start' | 'end' | 'label' | 'detector'>

/** The slow twin: for every character, the best candidate that covers it, straight from the rules in settle.ts. */
function slow(all: readonly Candidate[], text: string): Plain[] {
  // Groups: candidates linked by overlap.
  const groupOf = all.map((_, i) => i)
  for (let again = true; again; ) {
    again = false
    for (let i = 0; i < all.length; i++) {
      for (let j = 0; j < all.length; j++) {
        if (all[i].start >= all[j].end || all[j].start >= all[i].end || groupOf[i] === groupOf[j]) continue
        groupOf[j] = groupOf[i] = Math.min(groupOf[i], groupOf[j])
        again = true
      }
    }
  }
  const better = (a: Candidate, b: Candidate): number =>
    rule(b).tier - rule(a).tier || b.end - b.start - (a.end - a.start) || b.score - a.score || a.start - b.start || LABEL_INDEX[rule(a).label] - LABEL_INDEX[rule(b).label] || a.detector - b.detector
  const live = all
    .filter((c, i) => {
      const { tier, threshold } = rule(c)
      if (tier === 2) return true
      if (tier === 0 || c.score < threshold) return false
      return !all.some((a, j) => groupOf[i] === groupOf[j] && rule(a).tier === 0 && a.start <= c.start && c.end <= a.end)
    })
    .sort(better)
  const owner: Array<Candidate | undefined> = []
  for (let p = 0; p < text.length; p++) {
    const shielded = new Set<Label>()
    for (const c of live) {
      if (p < c.start || p >= c.end) continue
      if (rule(c).keep) shielded.add(rule(c).label)
      else if (!shielded.has(rule(c).label)) {
        owner[p] = c
        break
      }
    }
  }
  const out: Plain[] = []
  for (let p = 0; p < text.length; ) {
    const c = owner[p]
    let e = p + 1
    while (e < text.length && owner[e] === c) e++
    if (c !== undefined) {
      let [s, t] = [p, e]
      if (s !== c.start || t !== c.end) {
        while (s < t && !/[a-z0-9]/.test(text[s])) s++
        while (t > s && !/[a-z0-9]/.test(text[t - 1])) t--
      }
      if (s < t) out.push({ start: s, end: t, label: rule(c).label, detector: c.detector })
    }
    p = e
  }
  return out
}

function fast(all: readonly Candidate[], text: string, horizons: readonly number[]): Plain[] {
  const settler = new Settler(rule)
  const reader: Text = { unit: (p) => text.charCodeAt(p) }
  const out: Plain[] = []
  const closed = (d: Decision): void => {
    out.push({ start: d.start, end: d.end, label: d.label, detector: d.detector })
  }
  const left = [...all]
  for (const h of [...horizons].sort((a, b) => a - b)) {
    // Everything that starts before the horizon is known; some of what starts later as well.
    for (let i = 0; i < left.length; i++) if (left[i].start < h || (left[i].start * 7 + i) % 3 === 0) settler.add(left.splice(i--, 1)[0])
    settler.advance(h, text.length, false, reader, () => {}, closed)
  }
  for (const c of left) settler.add(c)
  settler.advance(Number.POSITIVE_INFINITY, text.length, true, reader, () => {}, closed)
  return out
}

const candidates = fc.array(
  fc
    .record({ start: fc.nat(90), length: fc.integer({ min: 1, max: 18 }), score: fc.constantFrom(0.1, 0.3, 0.5, 0.8, 0.95), detector: fc.nat(RULES.length - 1) })
    .map(({ start, length, score, detector }): Candidate => ({ start, end: start + length, score, detector, subtype: undefined, tail: Tail.NONE })),
  { maxLength: 24 },
)
const text = fc.array(fc.constantFrom('a', '1', ' ', '-', '.'), { minLength: 110, maxLength: 110 }).map((a) => a.join(''))

test('settling agrees with the slow twin, whenever it is done', () => {
  fc.assert(
    fc.property(candidates, text, fc.array(fc.nat(110), { maxLength: 8 }), (all, t, horizons) => {
      // Equal candidates are one: which of them wins does not show.
      const unique = all.filter((c, i) => all.findIndex((d) => d.start === c.start && d.end === c.end && d.detector === c.detector) === i)
      const copies = () => unique.map((c) => ({ ...c }))
      expect(fast(copies(), t, horizons)).toEqual(slow(unique, t))
    }),
    { numRuns: 3000 },
  )
})

test('a group that grows past the cap is one decision under its winner', () => {
  const chain: Candidate[] = Array.from({ length: 300 }, (_, i) => ({ start: 10 + i * 9, end: 20 + i * 9, score: 0.9, detector: i === 3 ? 3 : 0, subtype: undefined, tail: Tail.NONE }))
  const t = 'a'.repeat(4000)
  for (const horizons of [[], [50], Array.from({ length: 400 }, (_, i) => i * 10)]) {
    expect(
      fast(
        chain.map((c) => ({ ...c })),
        t,
        horizons,
      ),
    ).toEqual([{ start: 10, end: 20 + 299 * 9, label: 'MRN', detector: 3 }])
  }
  expect(20 + 299 * 9 - 10).toBeGreaterThan(GROUP_CAP)
})

test('an open tail runs to the end of its characters', () => {
  const t = `x data:${'QUJD'.repeat(700)} tail`
  const open: Candidate = { start: 2, end: 12, score: 0.9, detector: 0, subtype: undefined, tail: Tail.BASE64 }
  const end = t.indexOf(' tail')
  for (const horizons of [[], [5, 1500, 2000], [2807]]) expect(fast([{ ...open }], t, horizons)).toEqual([{ start: 2, end, label: 'NAME', detector: 0 }])
})

test('a tail takes an escaped slash along, and no other backslash', () => {
  const t = 'x \\"tmpl\\":\\"QUJDRE\\/FG\\", more'
  const from = t.indexOf('QUJ')
  const open: Candidate = { start: from, end: from + 4, score: 0.9, detector: 0, subtype: undefined, tail: Tail.BASE64 }
  for (let cut = from + 1; cut < t.length; cut++) {
    const settler = new Settler(rule)
    const out: Plain[] = []
    const closed = (d: Decision): void => {
      out.push({ start: d.start, end: d.end, label: d.label, detector: d.detector })
    }
    settler.add({ ...open })
    settler.advance(cut, cut, false, { unit: (p) => t.charCodeAt(p) }, () => {}, closed)
    settler.advance(Number.POSITIVE_INFINITY, t.length, true, { unit: (p) => t.charCodeAt(p) }, () => {}, closed)
    expect(out.map((d) => t.slice(d.start, d.end))).toEqual(['QUJDRE\\/FG'])
  }
})
