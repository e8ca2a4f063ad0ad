// The project's own corpus: documents with identifiers marked in the text, ⟦LABEL/subtype|value⟧.
import { readdirSync, readFileSync } from 'node:fs'

export interface Span {
  readonly start: number
  readonly end: number
  /** `~`: scored neither way. */
  readonly label: string
  readonly subtype: string | undefined
}

export interface Doc {
  readonly id: string
  readonly author: string
  readonly kind: string
  readonly text: string
  readonly spans: readonly Span[]
}

/** A document in pieces: plain text, and values with their kind. */
export interface Piece {
  text: string
  readonly kind: string
}

export interface Source {
  readonly id: string
  readonly author: string
  readonly kind: string
  readonly pieces: readonly Piece[]
}

const MARK = /⟦([^|⟦⟧]+)\|([^⟦⟧]*)⟧/gu

/** Throws with the file and number of a document whose marks do not close. */
export function readCorpus(folder: string, authors: readonly string[]): Source[] {
  return authors.flatMap((author) =>
    readdirSync(`${folder}/${author}`)
      .filter((f) => f.endsWith('.txt'))
      .sort()
      .flatMap((file) => {
        const kind = file.slice(0, -4)
        const parts = readFileSync(`${folder}/${author}/${file}`, 'utf8').split(/^#### (\d+) *\n/mu)
        const out: Source[] = []
        for (let i = 1; i < parts.length; i += 2) out.push({ id: `${author}/${kind}/${parts[i]}`, author, kind, pieces: pieces(parts[i + 1].replace(/\n+$/u, '\n'), `${author}/${file} ${parts[i]}`) })
        return out
      }),
  )
}

function pieces(content: string, where: string): Piece[] {
  const out: Piece[] = []
  let at = 0
  for (const m of content.matchAll(MARK)) {
    if (m.index > at) out.push({ text: content.slice(at, m.index), kind: '' })
    out.push({ text: m[2], kind: m[1] })
    at = m.index + m[0].length
  }
  out.push({ text: content.slice(at), kind: '' })
  for (const p of out) if (/[⟦⟧]/u.test(p.text)) throw new Error(`${where}: a mark does not close: ${p.text.slice(Math.max(0, p.text.search(/[⟦⟧]/u) - 20), p.text.search(/[⟦⟧]/u) + 40)}`)
  return out
}

/** Text and offsets of a document in pieces. */
export function assemble({ id, author, kind, pieces }: Source): Doc {
  let text = ''
  const spans: Span[] = []
  for (const p of pieces) {
    const start = text.length
    text += p.text
    if (p.kind === '') continue
    const [label, subtype] = p.kind.split('/')
    spans.push({ start, end: text.length, label, subtype })
  }
  return { id, author, kind, text, spans }
}
