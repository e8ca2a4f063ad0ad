import { hashWord } from '../text/hash'
import { Word, type WordClass } from './classes'
import { WORDS } from './words.gen'

export { DICTIONARY_VERSION } from './words.gen'

/** Gives every word of the dictionaries: its hash and its class. */
export function eachWord(give: (hash: number, bits: number) => void): void {
  for (const name of Object.keys(WORDS) as WordClass[]) {
    const bits = Word[name]
    for (const word of WORDS[name].split(' ')) give(hashWord(word), bits)
  }
}
