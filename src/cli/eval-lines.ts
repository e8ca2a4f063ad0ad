import { isLabel, type Label, SUBTYPES, type Subtype } from '../labels'
import { Decoder, type Encoding } from './encoding'
import type { Marked, Origin } from './eval-score'
import { nameOf } from './find'
import { breathe, bytesOf, type Source } from './input'
import { LineSplitter, shape } from './ndjson'
import { faultOf, of } from './problems'

export interface Line {
  readonly number: number
  readonly text: string
}

/** Lines with something on them, numbered from 1, without a byte order mark. Throws `INPUT_…`. */
export async function* linesOf(source: Source, encoding: Encoding | undefined, onBytes?: (n: number) => void): AsyncGenerator<Line> {
  const decoder = new Decoder(encoding)
  const splitter = new LineSplitter()
  let number = 0
  const kept = (lines: readonly string[]): Line[] => lines.map((raw) => ({ number: ++number, text: number === 1 ? raw.replace(/^\ufeff/, '') : raw })).filter(({ text }) => text.trim() !== '')
  for await (const chunk of bytesOf(source, onBytes)) {
    yield* kept(splitter.push(decoder.push(chunk)))
    await breathe()
  }
  yield* kept(splitter.push(decoder.end()))
  const last = splitter.end()
  if (last !== null) yield* kept([last])
}

/** Every line of every file through `work`. An error names file and line and ends all: figures of a part of the documents would mislead. */
export async function eachDocument(sources: readonly Source[], encoding: Encoding | undefined, read: (n: number) => void, work: (value: Fields, origin: Origin) => void): Promise<void> {
  for (const source of sources) {
    const file = nameOf(source)
    try {
      for await (const { text, number } of linesOf(source, encoding, read)) {
        const value = fieldsOf(text, number)
        work(value, { file, line: number, id: JSON.stringify(value.id ?? null) })
        await breathe()
      }
    } catch (error) {
      throw of(file, faultOf(error))
    }
  }
}

export type Fields = Readonly<Record<string, unknown>>

/** The object on a line; the parser's own message quotes the line, so it is not told. */
function fieldsOf(line: string, number: number): Fields {
  let value: unknown
  try {
    value = JSON.parse(line)
  } catch {
    throw shape(number, 'not JSON. Give one JSON object a line.')
  }
  if (!isObject(value)) throw shape(number, 'not an object. Give {"id": …, "text": "…", "spans": [ … ]}.')
  return value
}

const isObject = (value: unknown): value is Fields => typeof value === 'object' && value !== null && !Array.isArray(value)

/** A mistake on a line, told by place and never by value. */
export type Fail = (message: string) => Error

export const failOn =
  (line: number): Fail =>
  (message) =>
    shape(line, message)

export function textOf(value: Fields, fail: Fail): string {
  if (typeof value.text !== 'string') throw fail('no string "text". Give the text the offsets count in.')
  return value.text
}

/** The objects of a list field. */
export function objectsOf(value: Fields, field: string, fail: Fail): Fields[] {
  const list = value[field]
  if (!Array.isArray(list)) throw fail(`no list "${field}". Give [] where there is none.`)
  return list.map((item: unknown, i) => {
    if (!isObject(item)) throw fail(`"${field}" ${i + 1} is not an object. Give {"start", "end", "label"}.`)
    return item
  })
}

/** A span of `text`, in UTF-16 code units. `label`, or else `category`, or else `type`; null is a hard negative; `NAME/patient` is label and subtype. */
export function markedOf(item: Fields, text: string, fail: Fail): Marked {
  const { start, end, label, subtype } = { ...placeOf(item, text, fail), ...kindIn(item, fail) }
  const ignore = item.ignore ?? item.dont_care ?? false
  if (typeof ignore !== 'boolean') throw fail('"ignore" is neither true nor false.')
  if (label === undefined && !ignore) throw fail('no "label". Give one that dephi labels lists, or null for text that is no identifier.')
  return { start, end, label: label ?? null, ignore, ...(subtype === undefined ? {} : { subtype }) }
}

function placeOf({ start, end }: Fields, text: string, fail: Fail): { start: number; end: number } {
  if (!Number.isInteger(start) || !Number.isInteger(end)) throw fail('"start" and "end" are not both whole numbers. Count UTF-16 code units from 0.')
  const [from, to] = [start as number, end as number]
  if (from < 0 || to > text.length) throw fail(`${from} to ${to} is outside the text, which has ${text.length} UTF-16 code units.`)
  if (from >= to) throw fail(`${from} to ${to} is empty. "end" is exclusive and behind "start".`)
  return { start: from, end: to }
}

function kindIn(item: Fields, fail: Fail): { label?: Label | null; subtype?: Subtype } {
  const given = item.label !== undefined ? item.label : item.category !== undefined ? item.category : item.type
  if (given === undefined || given === null) return given === null ? { label: null } : {}
  const [label, behind] = typeof given === 'string' ? given.split('/') : []
  // A span that is not scored may be of any kind.
  if (!isLabel(label)) {
    if (item.ignore === true || item.dont_care === true) return { label: null }
    throw fail('its label is not one of dephi. Use one that dephi labels lists, or null for text that is no identifier.')
  }
  const subtype = behind ?? item.subtype ?? undefined
  if (subtype === undefined) return { label }
  if (!(SUBTYPES[label] as readonly unknown[]).includes(subtype)) throw fail(`its subtype is not one of ${label}. ${SUBTYPES[label].length === 0 ? 'It has none.' : `Use one of ${SUBTYPES[label].join(', ')}.`}`)
  return { label, subtype: subtype as Subtype }
}

/** Marked spans of the list field of a line. */
export function spansOf(value: Fields, field: string, text: string, line: number): Marked[] {
  return objectsOf(value, field, failOn(line)).map((item, i) => markedOf(item, text, (message) => shape(line, `"${field}" ${i + 1}: ${message}`)))
}
