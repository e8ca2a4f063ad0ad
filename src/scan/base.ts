import { eachWord } from '../lexicon/lexicon'
import { WordTable } from './words'

let dictionary: WordTable | undefined

/** The words of the small dictionaries; built once. */
export function baseWords(): WordTable {
  if (dictionary === undefined) {
    const table = new WordTable(1 << 14)
    eachWord((hash, bits) => table.addClass(hash, bits))
    dictionary = table
  }
  return dictionary
}
