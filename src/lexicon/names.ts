import { LEXICON_DATA, LEXICON_DIGEST } from './lexicon.gen'
import { decodeLexicon, type Lexicon } from './table'

export { Bit, city, english, FEMALE, Field, given, MALE, Phrase, phraseReach, sex, surname } from './fields'
export { LEXICON_VERSION } from './lexicon.gen'
export type { Lexicon } from './table'

let loaded: Lexicon | undefined

/** The large lexicon, decoded at the first call: some milliseconds, once. Throws `LEXICON_DAMAGED` if it is not whole. */
export function loadLexicon(): Lexicon {
  return (loaded ??= decodeLexicon(LEXICON_DATA, LEXICON_DIGEST))
}
