import { hashWord } from '../text/hash'
import { Word, type WordClass } from './classes'
import { WORDS } from './words.gen'

export { DICTIONARY_VERSION } from './words.gen'

let hashes: Array<[number, Int32Array]> | undefined

/** Adds every word of the dictionaries to a scan table. */
export function lexicon(table: { slot(hash: number): number; readonly classes: Int32Array }): void {
  hashes ??= (Object.keys(WORDS) as WordClass[]).map((name) => [Word[name], Int32Array.from(WORDS[name].split(' '), hashWord)])
  for (const [bit, list] of hashes)
    for (const h of list) {
      const slot = table.slot(h) // may grow the table: take `classes` after it
      table.classes[slot] |= bit
    }
}
