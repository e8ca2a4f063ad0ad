import { hmac } from '@noble/hashes/hmac.js'
import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex } from '@noble/hashes/utils.js'
import { DephiError } from '../errors'

/** Shortest key of a keyed digest, in bytes: 128 bits. */
export const MIN_KEY = 16

/** Code units gathered before they are encoded and hashed: short chunks cost little. */
const BATCH = 8192

/** A text that comes in chunks, digested as the UTF-8 of the whole: where it was cut does not show. */
export class TextDigest {
  private readonly encoder = new TextEncoder()
  private held = ''

  private constructor(private readonly hash: { update(bytes: Uint8Array): unknown; digest(): Uint8Array }) {}

  static sha256(): TextDigest {
    return new TextDigest(sha256.create())
  }

  /** HMAC-SHA-256. Throws `OPTION_INVALID` for a key of fewer than 16 bytes. */
  static hmacSha256(key: Uint8Array): TextDigest {
    checkKey(key)
    return new TextDigest(hmac.create(sha256, key))
  }

  update(chunk: string): void {
    this.held += chunk
    if (this.held.length >= BATCH) this.flush(endsInHighSurrogate(this.held) ? this.held.length - 1 : this.held.length)
  }

  /** Hex. The digest cannot be used afterwards. Half a surrogate pair counts as U+FFFD, as in every UTF-8 encoder. */
  hex(): string {
    this.flush(this.held.length)
    return bytesToHex(this.hash.digest())
  }

  private flush(end: number): void {
    this.hash.update(this.encoder.encode(this.held.slice(0, end)))
    this.held = this.held.slice(end)
  }
}

export function checkKey(key: unknown): asserts key is Uint8Array {
  if (key instanceof Uint8Array && key.length >= MIN_KEY) return
  throw new DephiError('OPTION_INVALID', 'The key of the input digest is not usable.', [{ path: 'inputKey', message: `Not a Uint8Array of ${MIN_KEY} bytes or more.`, fix: 'Give 32 random bytes.' }])
}

function endsInHighSurrogate(text: string): boolean {
  const last = text.charCodeAt(text.length - 1)
  return last >= 0xd800 && last < 0xdc00
}
