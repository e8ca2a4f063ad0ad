import { plain } from './term'

/** Percent with two decimals, rounded against the user: recall down, so that 100.00 means all. From whole numbers, so that exact shares stay exact. */
export const percentOf = (part: number, of: number): string => (of === 0 ? '-' : (Math.floor((10_000 * part) / of) / 100).toFixed(2))

/** A bound in percent, rounded up. */
export const percentUp = (share: number): string => (Math.ceil(10_000 * share - 1e-9) / 100).toFixed(2)

/** A rate per 1,000, rounded up like a bound. */
export const perThousandUp = (share: number): string => (Math.ceil(100_000 * share - 1e-9) / 100).toFixed(2)

/** `95`, `97.5`. */
export const percentName = (confidence: number): string => String(Number((100 * confidence).toFixed(6)))

/** Columns as wide as their widest cell: the first to the left, all others, which are numbers, to the right. */
export function figures(rows: readonly (readonly string[])[]): string {
  const widths = (rows[0] ?? []).map((_, i) => Math.max(...rows.map((row) => row[i].length)))
  return rows.map((row) => `${row.map((cell, i) => (i === 0 ? cell.padEnd(widths[i]) : cell.padStart(widths[i]))).join('  ')}\n`).join('')
}

/** Code units shown on either side. */
const AROUND = 40

/** A stretch with what is around it, on one line, safe for a terminal. */
export const inContext = (text: string, start: number, end: number): string => plain(`${text.slice(Math.max(0, start - AROUND), start)}«${text.slice(start, end)}»${text.slice(end, end + AROUND)}`)

export const count = (n: number, one: string, many = `${one}s`): string => `${n.toLocaleString('en-US')} ${n === 1 ? one : many}`

export const share = (part: number, of: number): number | null => (of === 0 ? null : part / of)
