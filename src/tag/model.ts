import { WIDTH } from './tags'

/** Rows of weights, of one byte for each tag. A feature's row is one of two, by its leading bits; `check` says whose it is. */
export const ROW_BITS = 17
export const ROWS = 1 << ROW_BITS

export interface Model {
  /** By row: eight bits of the feature it belongs to, 0 for nobody. */
  readonly check: Uint8Array
  readonly weights: Int8Array
  /** Score, 0 to 1, by margin: index (margin / step) + middle. */
  readonly scores: Float64Array
  readonly step: number
}

export const MARGINS = 256

export const rowOf = (feature: number): number => feature >>> (32 - ROW_BITS)
export const checkOf = (feature: number): number => feature & 255 || 1

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'

/** Bytes as base64, the runs of zeros as (0, how many). */
export function pack(parts: ReadonlyArray<Uint8Array | Int8Array>): string {
  const bytes: number[] = []
  for (const part of parts) {
    for (let i = 0; i < part.length; ) {
      let run = 0
      while (i + run < part.length && part[i + run] === 0 && run < 255) run++
      if (run > 0) bytes.push(0, run)
      else bytes.push(part[i] & 255)
      i += Math.max(1, run)
    }
  }
  while (bytes.length % 3 !== 0) bytes.push(0)
  let out = ''
  for (let i = 0; i < bytes.length; i += 3) {
    const n = (bytes[i] << 16) | (bytes[i + 1] << 8) | bytes[i + 2]
    out += ALPHABET[n >>> 18] + ALPHABET[(n >>> 12) & 63] + ALPHABET[(n >>> 6) & 63] + ALPHABET[n & 63]
  }
  return out
}

/** Rows in use come side by side: a bit for each row, then their checks, then their weights tag by tag. */
export function packModel({ check, weights }: Model): string {
  const used: number[] = []
  const bits = new Uint8Array(ROWS >> 3)
  for (let r = 0; r < ROWS; r++) {
    if (check[r] === 0) continue
    used.push(r)
    bits[r >> 3] |= 1 << (r & 7)
  }
  const columns = Array.from({ length: WIDTH }, (_, t) => Int8Array.from(used, (r) => weights[r * WIDTH + t]))
  return pack([bits, Uint8Array.from(used, (r) => check[r]), ...columns])
}

export function unpackModel(data: string, scores: readonly number[], step: number): Model {
  const value = new Uint8Array(128)
  for (let i = 0; i < 64; i++) value[ALPHABET.charCodeAt(i)] = i
  let at = 0
  let word = 0
  let left = 0
  const byte = (): number => {
    if (left === 0) {
      word = (value[data.charCodeAt(at)] << 18) | (value[data.charCodeAt(at + 1)] << 12) | (value[data.charCodeAt(at + 2)] << 6) | value[data.charCodeAt(at + 3)]
      at += 4
      left = 3
    }
    left--
    return (word >>> (left * 8)) & 255
  }
  const fill = (to: Uint8Array | Int8Array): void => {
    for (let i = 0; i < to.length; ) {
      const b = byte()
      if (b === 0) i += byte()
      else to[i++] = b
    }
  }
  const bits = new Uint8Array(ROWS >> 3)
  fill(bits)
  const used: number[] = []
  for (let r = 0; r < ROWS; r++) if ((bits[r >> 3] & (1 << (r & 7))) !== 0) used.push(r)
  const column = new Uint8Array(used.length)
  fill(column)
  const check = new Uint8Array(ROWS)
  used.forEach((r, i) => {
    check[r] = column[i]
  })
  const weights = new Int8Array(WIDTH << ROW_BITS)
  const signed = new Int8Array(used.length)
  for (let t = 0; t < WIDTH; t++) {
    signed.fill(0)
    fill(signed)
    for (let i = 0; i < used.length; i++) weights[used[i] * WIDTH + t] = signed[i]
  }
  return { check, weights, scores: Float64Array.from(scores), step }
}
