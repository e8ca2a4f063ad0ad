// Invented documents, and a finder that makes mistakes of every sort, for the tests of the scorer and of the report.
import type { Corpus } from '../../bench/quality/gold'
import type { Finding, GoldDoc, GoldSpan } from '../../bench/quality/score'

/** mulberry32. */
export function seeded(seed: number): () => number {
  let a = seed >>> 0
  return () => {
    a = (a + 0x6d2b79f5) | 0
    let t = Math.imul(a ^ (a >>> 15), 1 | a)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
}

const WORDS = ['Ada', 'seen', 'on', '3/14,', 'MRN', '004-83', '𝒜da', 'Ötzi', '…', '(no)', '-', '😀', "O'Dell", '王芳', '٣٤', '\n', 'ﬁne', 'e\u0301t']
const LABELS = ['NAME', 'GEO', 'DATE', 'AGE', 'MRN', 'ACCOUNT', 'PHONE', 'FAX']

/** Documents with spans of every sort, disjoint, and findings that overlap each other as they like. */
export function invented(seed: number, count: number): Array<{ doc: GoldDoc; findings: Finding[] }> {
  const random = seeded(seed)
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)]
  return Array.from({ length: count }, (_, n) => {
    const text = Array.from({ length: 1 + Math.floor(random() * 40) }, () => pick(WORDS)).join(' ')
    const spans: GoldSpan[] = []
    for (let at = Math.floor(random() * 12); at < text.length; at += Math.floor(random() * 12)) {
      const end = Math.min(text.length, at + 1 + Math.floor(random() * 10))
      const ignored = random() < 0.15
      spans.push({ start: at, end, label: ignored || random() < 0.15 ? null : pick(LABELS), subtype: random() < 0.2 ? pick(['facility', 'clinician']) : undefined, ignored })
      at = end
    }
    const findings = Array.from({ length: Math.floor(random() * 10) }, (): Finding => {
      const copied = spans.length > 0 && random() < 0.6 ? pick(spans) : null
      const start = copied?.start ?? Math.floor(random() * text.length)
      return { start, end: copied?.end ?? Math.min(text.length, start + 1 + Math.floor(random() * 8)), label: copied?.label && random() < 0.7 ? copied.label : pick(LABELS), score: Math.round(random() * 100) / 100 }
    })
    return { doc: { id: `doc-${n}`, kind: pick(['letter', 'sms', 'note']), text, spans }, findings }
  })
}

/** `Dr. ⟦NAME|Ada⟧` as a document. */
export function marked(text: string, id = 'd', kind = 'note'): GoldDoc {
  let plain = ''
  const spans: GoldSpan[] = []
  let at = 0
  for (const m of text.matchAll(/⟦([^|]+)\|([^⟧]*)⟧/gu)) {
    plain += text.slice(at, m.index)
    const [label, subtype] = m[1].split('/')
    spans.push({ start: plain.length, end: plain.length + m[2].length, label: label === '~' || label === '!' ? null : label, subtype, ignored: label === '~' })
    plain += m[2]
    at = m.index + m[0].length
  }
  return { id, kind, text: plain + text.slice(at), spans }
}

/** Where `what` stands first in the document, as a finding. */
export function find(doc: GoldDoc, what: string, label = 'NAME', score = 0.9): Finding {
  const start = doc.text.indexOf(what)
  if (start < 0) throw new Error(`${what} is not in the document`)
  return { start, end: start + what.length, label, score }
}

export const corpus = (name: string, docs: readonly GoldDoc[], open = true, own = false): Corpus => ({ name, docs, open, own })
