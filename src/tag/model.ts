import { DephiError } from '../errors'
import { WIDTH } from './tags'

/** Rows of weights, of one byte for each tag. A feature's row is one of two, by its leading bits; `check` says whose it is. */
export const ROW_BITS = 17
export const ROWS = 1 << ROW_BITS

export interface Model {
  /** By row: eight bits of the feature it belongs to, 0 for nobody. */
  readonly check: Uint8Array
  /**
   * The weights, as they are summed: two tags to a number, in lanes of 16 bits, each weight raised by 128 so that no sum of
   * up to 257 of them leaves its lane. Only differences between tags are ever asked for, in which the raise is gone.
   */
  readonly lanes: Int32Array
  /** Score, 0 to 1, by margin: index (margin / step) + middle. */
  readonly scores: Float64Array
  readonly step: number
}

export const MARGINS = 256
/** Numbers of `lanes` to a row. */
export const LANES = WIDTH / 2

export function toLanes(weights: Int8Array): Int32Array {
  const lanes = new Int32Array(ROWS * LANES)
  for (let i = 0; i < lanes.length; i++) lanes[i] = (weights[2 * i] + 128) | ((weights[2 * i + 1] + 128) << 16)
  return lanes
}

export const rowOf = (feature: number): number => feature >>> (32 - ROW_BITS)
export const checkOf = (feature: number): number => feature & 255 || 1

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'

/** FNV-1a in two lanes over the characters, four at a time. It finds damage, not forgery. */
export function modelDigest(data: string): string {
  const state = Int32Array.of(0x811c9dc5, 0x2545f491)
  for (let i = 0; i < data.length; i += 4 * PIECE) digestPiece(data, i, Math.min(data.length, i + 4 * PIECE), state)
  return (state[0] >>> 0).toString(16).padStart(8, '0') + (state[1] >>> 0).toString(16).padStart(8, '0')
}

function digestPiece(data: string, from: number, to: number, state: Int32Array): void {
  let a = state[0]
  let b = state[1]
  for (let i = from; i < to; i += 4) {
    const n = data.charCodeAt(i) | (data.charCodeAt(i + 1) << 8) | (data.charCodeAt(i + 2) << 16) | (data.charCodeAt(i + 3) << 24) | 0
    a = Math.imul(a ^ n, 0x01000193)
    b = Math.imul(((b << 13) | (b >>> 19)) + n, 0x85ebca6b)
  }
  state[0] = a
  state[1] = b
}

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
export function packModel(check: Uint8Array, weights: Int8Array): string {
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

/** Throws `MODEL_DAMAGED` unless the data has the digest. */
export function unpackModel(data: string, digest: string, scores: readonly number[], step: number): Model {
  if (modelDigest(data) !== digest) throw new DephiError('MODEL_DAMAGED', 'The weights in this copy of dephi are damaged. Install the package again.')
  const bytes = decode(data)
  const bits = new Uint8Array(ROWS >> 3)
  let at = expand(bytes, 0, bits)
  const used = new Int32Array(ROWS)
  const count = places(bits, used)
  const column = new Uint8Array(count)
  at = expand(bytes, at, column)
  const check = new Uint8Array(ROWS)
  for (let i = 0; i < count; i++) check[used[i]] = column[i]
  const lanes = new Int32Array(ROWS * LANES)
  const even = new Uint8Array(count)
  for (let lane = 0; lane < LANES; lane++) {
    even.fill(0)
    column.fill(0)
    at = expand(bytes, at, even)
    at = expand(bytes, at, column)
    for (let i = 0; i < count; i += PIECE) join(even, column, used, i, Math.min(count, i + PIECE), lane, lanes)
  }
  return { check, lanes, scores: Float64Array.from(scores), step }
}

/** Work is done in pieces: a function called often is compiled sooner than a loop that runs long. */
const PIECE = 1024

function decode(data: string): Uint8Array {
  const value = new Uint8Array(128)
  for (let i = 0; i < 64; i++) value[ALPHABET.charCodeAt(i)] = i
  const out = new Uint8Array((data.length >> 2) * 3)
  for (let i = 0; i < data.length; i += 4 * PIECE) decodePiece(data, i, Math.min(data.length, i + 4 * PIECE), value, out)
  return out
}

function decodePiece(data: string, from: number, to: number, value: Uint8Array, out: Uint8Array): void {
  for (let i = from, o = (from >> 2) * 3; i < to; i += 4, o += 3) {
    const n = (value[data.charCodeAt(i)] << 18) | (value[data.charCodeAt(i + 1)] << 12) | (value[data.charCodeAt(i + 2)] << 6) | value[data.charCodeAt(i + 3)]
    out[o] = n >>> 16
    out[o + 1] = n >>> 8
    out[o + 2] = n
  }
}

/** Fills `to` from the packed bytes at `at`; gives where the next part starts. */
function expand(bytes: Uint8Array, at: number, to: Uint8Array): number {
  const state = { at, i: 0 }
  while (state.i < to.length) expandPiece(bytes, to, state)
  return state.at
}

function expandPiece(bytes: Uint8Array, to: Uint8Array, state: { at: number; i: number }): void {
  let { at, i } = state
  for (let n = 0; n < PIECE && i < to.length; n++) {
    const b = bytes[at++]
    if (b === 0) i += bytes[at++]
    else to[i++] = b
  }
  state.at = at
  state.i = i
}

function places(bits: Uint8Array, out: Int32Array): number {
  let n = 0
  for (let b = 0; b < bits.length; b++) for (let rest = bits[b]; rest !== 0; rest &= rest - 1) out[n++] = b * 8 + 31 - Math.clz32(rest & -rest)
  return n
}

function join(even: Uint8Array, odd: Uint8Array, used: Int32Array, from: number, to: number, lane: number, lanes: Int32Array): void {
  // A byte's sign bit turned over is the weight raised by 128.
  for (let i = from; i < to; i++) lanes[used[i] * LANES + lane] = (even[i] ^ 0x80) | ((odd[i] ^ 0x80) << 16)
}
