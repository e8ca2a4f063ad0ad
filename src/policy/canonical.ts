import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js'
import type { Policy } from './schema'

/** JSON with sorted keys and no white space; absent and undefined are the same. */
export function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'null'
  const entries = Object.entries(value).filter(([, x]) => x !== undefined)
  entries.sort(([a], [b]) => (a < b ? -1 : 1))
  return `{${entries.map(([k, x]) => `${JSON.stringify(k)}:${canonical(x)}`).join(',')}}`
}

/**
 * SHA-256, hex, of the canonical policy without `$schema` and without the texts of its deny list: those are
 * identifiers, and an unkeyed digest over them could be guessed back. Their labels and their number count.
 */
export function policyDigest(policy: Policy): string {
  const { $schema: _, deny, ...rest } = policy
  const shape = deny === undefined ? rest : { ...rest, deny: deny.map(({ label, subtype }) => ({ label, subtype })) }
  return bytesToHex(sha256(utf8ToBytes(canonical(shape))))
}
