import { isUtf8 } from 'node:buffer'
import { DephiError } from '../errors'

export const ENCODINGS = ['utf8', 'utf8-lossy', 'latin1', 'utf16le'] as const
export type Encoding = (typeof ENCODINGS)[number]

/** NUL bytes are looked for in this much of a document. */
const HEAD = 8192

/** windows-1252, which is what is called latin1 in practice (https://encoding.spec.whatwg.org/#windows-1252): 0x80 to 0x9f. */
const HIGH = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ'
const LOW: ReadonlyMap<string, string> = new Map([...HIGH].map((c, i) => [c, String.fromCharCode(0x80 + i)]))

const binary = (): DephiError => new DephiError('INPUT_BINARY', 'Not text: it has NUL bytes. Convert it to text first (or say --encoding utf16le if it is UTF-16).')
const invalid = (offset: number, name: string): DephiError => new DephiError('INPUT_ENCODING', `Not valid ${name} at byte ${offset}. Say --encoding latin1, utf16le or utf8-lossy, or convert it first.`)

/**
 * Bytes of a document to text, in pieces, and text back to bytes of the same encoding. Without a given encoding it is
 * UTF-8, or UTF-16 where a byte order mark says so. A byte order mark is part of the text. Never guesses: bytes that
 * are not valid throw `INPUT_ENCODING`, with their offset.
 */
export class Decoder {
  private kind: Encoding | 'utf16be' | null
  private carry: Buffer = Buffer.alloc(0)
  /** Bytes taken before `carry`. */
  private offset = 0
  private looked = 0

  constructor(given?: Encoding) {
    this.kind = given ?? null
  }

  push(chunk: Uint8Array): string {
    let bytes = Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength)
    if (this.carry.length > 0) bytes = Buffer.concat([this.carry, bytes])
    if (this.kind === null && bytes.length < 2) {
      this.carry = Buffer.from(bytes)
      return ''
    }
    this.kind ??= fromMark(bytes)
    const whole = bytes.length - this.partial(bytes)
    const text = this.decode(bytes.subarray(0, whole))
    this.carry = Buffer.from(bytes.subarray(whole))
    this.offset += whole
    return text
  }

  end(): string {
    const rest = this.carry
    if (rest.length === 0) return ''
    this.kind ??= 'utf8'
    this.carry = Buffer.alloc(0)
    if (this.kind === 'utf8-lossy') return rest.toString('utf8')
    if (this.kind !== 'utf8' || !isUtf8(rest)) throw invalid(this.offset, this.kind === 'utf8' ? 'UTF-8' : 'UTF-16')
    return this.decode(rest)
  }

  /** Text in the encoding of what came. What it cannot write (only replacements could hold such) becomes `?`. */
  encode(text: string): Buffer {
    if (this.kind === 'utf16le') return Buffer.from(text, 'utf16le')
    if (this.kind === 'utf16be') return Buffer.from(text, 'utf16le').swap16()
    if (this.kind === 'latin1')
      return Buffer.from(
        text.replace(/[^\u0000-\u007f\u00a0-\u00ff]/gu, (c) => LOW.get(c) ?? '?'),
        'latin1',
      )
    return Buffer.from(text, 'utf8')
  }

  private decode(bytes: Buffer): string {
    if (this.kind === 'utf16le' || this.kind === 'utf16be') {
      const text = (this.kind === 'utf16le' ? bytes : Buffer.from(bytes).swap16()).toString('utf16le')
      if (this.looked < HEAD && text.slice(0, HEAD - this.looked).includes('\0')) throw binary()
      this.looked += text.length
      return text
    }
    if (this.looked < HEAD && bytes.subarray(0, HEAD - this.looked).includes(0)) throw binary()
    this.looked += bytes.length
    if (this.kind === 'latin1') return bytes.toString('latin1').replace(/[\u0080-\u009f]/g, (c) => HIGH[c.charCodeAt(0) - 0x80])
    if (this.kind === 'utf8' && !isUtf8(bytes)) throw invalid(this.offset + firstInvalid(bytes), 'UTF-8')
    return bytes.toString('utf8')
  }

  /** Bytes at the end that wait for the rest of their character. */
  private partial(bytes: Buffer): number {
    if (this.kind === 'latin1') return 0
    return this.kind === 'utf8' || this.kind === 'utf8-lossy' ? partialUtf8(bytes) : bytes.length % 2
  }
}

function fromMark(bytes: Buffer): 'utf8' | 'utf16le' | 'utf16be' {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf16le'
  return bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf16be' : 'utf8'
}

/** Length of an unfinished UTF-8 sequence at the end, 0 to 3 (RFC 3629 §3). */
export function partialUtf8(bytes: Uint8Array): number {
  for (let n = 1; n <= 3 && n <= bytes.length; n++) {
    const b = bytes[bytes.length - n]
    if (b >= 0xc0) return n < (b >= 0xf0 ? 4 : b >= 0xe0 ? 3 : 2) ? n : 0
    if (b < 0x80) return 0
  }
  return 0
}

/** Where the first sequence that is not UTF-8 starts: a search in halves over valid beginnings. */
function firstInvalid(bytes: Buffer): number {
  let good = 0
  let bad = bytes.length
  while (bad - good > 1) {
    const half = (good + bad) >> 1
    const head = bytes.subarray(0, half)
    if (isUtf8(head.subarray(0, half - partialUtf8(head)))) good = half
    else bad = half
  }
  return good - partialUtf8(bytes.subarray(0, good))
}
