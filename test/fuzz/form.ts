import type { Label } from '../../src/labels'
import type { Rng } from './prng'

/**
 * One written form of an identifier. `make` gives its text. Marks inside: ‹…› may stay (a State, "years old"); in a form
 * that brings its own context (`situ`) «…» is the identifier and the rest is not.
 */
export interface Form {
  readonly name: string
  readonly make: (r: Rng) => string
  /** Nobody could tell it without a label: `123456`. Counted in labelled contexts only. */
  readonly labelled?: true
  /** The text brings its own context. */
  readonly situ?: true
  /** Field labels of this form, in place of the grammar's. */
  readonly labels?: readonly string[]
  /** Sentences of this form, in place of the grammar's; `{}` is the value. */
  readonly prose?: readonly string[]
}

export interface Grammar {
  readonly label: Label
  /** The authorities the forms were written from. */
  readonly authority: string
  /** Field labels as houses write them. */
  readonly labels: readonly string[]
  /** Sentences that announce the value; `{}` is the value. */
  readonly prose: readonly string[]
  /** Values are numbers: `MRN # x`, `MRN No. x` and the like are tried too. */
  readonly numbered?: true
  /** Sentences that announce nothing; added to those every label has. */
  readonly neutral?: readonly string[]
  readonly forms: readonly Form[]
}

type More = Omit<Form, 'name' | 'make'>

/** A form that can be told by its shape. */
export const bare = (name: string, make: (r: Rng) => string, more: More = {}): Form => ({ name, make, ...more })
/** A form that needs a label. */
export const field = (name: string, make: (r: Rng) => string, labels?: readonly string[], prose?: readonly string[]): Form => ({ name, make, labelled: true, ...(labels && { labels }), ...(prose && { prose }) })
/** A form with its context: «…» is the identifier. */
export const situ = (name: string, make: (r: Rng) => string): Form => ({ name, make, situ: true })

/** A text and which of its code units must be covered. */
export interface Marked {
  readonly text: string
  readonly must: readonly boolean[]
}

/** Takes the marks out. `open`: text outside «…» must be covered (a bare value). */
export function unmark(source: string, open: boolean): Marked {
  let text = ''
  const must: boolean[] = []
  let on = open
  let may = false
  for (const c of source) {
    if (c === '«') on = true
    else if (c === '»') on = false
    else if (c === '‹') may = true
    else if (c === '›') may = false
    else {
      text += c
      for (let i = 0; i < c.length; i++) must.push(on && !may)
    }
  }
  return { text, must }
}

/** Puts a value in the place of `{}`. */
export function place(frame: string, value: Marked): Marked {
  const at = frame.indexOf('{}')
  return {
    text: frame.slice(0, at) + value.text + frame.slice(at + 2),
    must: [...Array<boolean>(at).fill(false), ...value.must, ...Array<boolean>(frame.length - at - 2).fill(false)],
  }
}

const SOLID = /[\p{L}\p{N}]/u

/** Are all letters and digits that must be covered inside one of the spans? */
export function covered(m: Marked, spans: ReadonlyArray<{ readonly start: number; readonly end: number }>): boolean {
  for (let i = 0; i < m.text.length; i++) {
    if (!m.must[i] || !SOLID.test(String.fromCodePoint(m.text.codePointAt(i)!))) continue
    if (!spans.some((s) => s.start <= i && i < s.end)) return false
  }
  return true
}
