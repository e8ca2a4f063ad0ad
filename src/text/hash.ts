import { FOLDED } from './chars'

/** FNV-1a over folded code units (lower case, no diacritics), 32 bit. The scanner computes the same while it reads. */
export const HASH_SEED = 0x811c9dc5 | 0
export const HASH_PRIME = 0x01000193

/** The hash the scanner gives a token of this spelling. */
export function hashWord(word: string): number {
  let h = HASH_SEED
  for (let i = 0; i < word.length; i++) h = Math.imul(h ^ FOLDED[word.charCodeAt(i)], HASH_PRIME)
  return h
}
