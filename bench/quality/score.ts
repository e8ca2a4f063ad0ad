// Scores findings against gold spans. Only letters and digits count, so that punctuation and titles at the edges of a span
// never decide a score.

/** A marked stretch of a document, in UTF-16 code units, end exclusive. */
export interface GoldSpan {
  readonly start: number
  readonly end: number
  /** Null: a hard negative, which counts as the text around it does. */
  readonly label: string | null
  readonly subtype: string | undefined
  /** Scored neither way. */
  readonly ignored: boolean
}

export interface GoldDoc {
  readonly id: string
  /** What sort of document it is; '' where the corpus does not tell. */
  readonly kind: string
  readonly text: string
  readonly spans: readonly GoldSpan[]
}

export interface Finding {
  readonly start: number
  readonly end: number
  readonly label: string
  /** 0 to 1. */
  readonly score: number
}

export interface SpanScore {
  readonly span: GoldSpan & { readonly label: string }
  /** Its letters and digits, and how many of them are covered. */
  readonly chars: number
  readonly covered: number
  /** More than half of them are covered under a label of the same family. */
  readonly typed: boolean
}

export interface FindingScore {
  readonly finding: Finding
  /** It touches a letter or digit of a gold or ignored span. */
  readonly right: boolean
}

export interface DocumentScore {
  readonly doc: GoldDoc
  readonly spans: readonly SpanScore[]
  readonly findings: readonly FindingScore[]
}

/** Labels that honest systems confuse because the surface form is the same. */
const FAMILIES = [
  ['MRN', 'HEALTH_PLAN', 'ACCOUNT', 'LICENSE', 'OTHER_ID', 'SSN', 'DEVICE', 'VEHICLE', 'BIOMETRIC'],
  ['PHONE', 'FAX'],
  ['DATE', 'AGE'],
]
const FAMILY: ReadonlyMap<string, string> = new Map(FAMILIES.flatMap((list) => list.map((label) => [label, list[0]] as const)))
const family = (label: string): string => FAMILY.get(label) ?? label

const ALNUM = /[\p{L}\p{N}]/u
const FIRST_SURROGATE = 0xd800
const isAlnum = (text: string, at: number): boolean => ALNUM.test(text[at])

/**
 * Scores one document. Where findings overlap, the one that starts last gives the label. `skip`: subtypes scored neither
 * way. Throws when a finding lies outside the text.
 */
export function scoreDocument(doc: GoldDoc, found: readonly Finding[], skip: ReadonlySet<string> = new Set()): DocumentScore {
  const { text } = doc
  const findings = [...found].sort((a, b) => a.start - b.start)
  /** Number of the finding that covers a code unit, counted from 1; 0 where there is none. */
  const by = new Int32Array(text.length)
  findings.forEach((f, i) => {
    if (!(Number.isInteger(f.start) && Number.isInteger(f.end) && 0 <= f.start && f.start < f.end && f.end <= text.length))
      throw new Error(`a finding of ${doc.id} is no stretch of its text: ${f.label} ${f.start}–${f.end}`)
    by.fill(i + 1, f.start, f.end)
  })
  const allowed = new Uint8Array(text.length)
  const spans: SpanScore[] = []
  for (const span of doc.spans) {
    const ignored = span.ignored || (span.subtype !== undefined && skip.has(span.subtype))
    if (span.label === null && !ignored) continue
    allowed.fill(1, span.start, span.end)
    if (ignored || span.label === null) continue
    const scored = scoreSpan(text, { ...span, label: span.label }, by, findings)
    if (scored.chars > 0) spans.push(scored)
  }
  return { doc, spans, findings: findings.map((finding) => ({ finding, right: touches(text, finding, allowed) })) }
}

function scoreSpan(text: string, span: SpanScore['span'], by: Int32Array, findings: readonly Finding[]): SpanScore {
  const wanted = family(span.label)
  let chars = 0
  let covered = 0
  let typed = 0
  for (let i = span.start; i < span.end; i++) {
    // Halves of surrogate pairs count: a name may be written in letters outside the basic plane.
    if (!isAlnum(text, i) && text.charCodeAt(i) < FIRST_SURROGATE) continue
    chars++
    if (by[i] === 0) continue
    covered++
    if (family(findings[by[i] - 1].label) === wanted) typed++
  }
  return { span, chars, covered, typed: typed * 2 > chars }
}

function touches(text: string, { start, end }: Finding, allowed: Uint8Array): boolean {
  for (let i = start; i < end; i++) if (allowed[i] === 1 && isAlnum(text, i)) return true
  return false
}
