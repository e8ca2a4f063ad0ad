import { Word } from '../lexicon/classes'
import { Bit, english, given, loadLexicon, surname } from '../lexicon/names'
import { baseWords } from '../pipeline'
import { Scanner } from '../scan/scanner'
import { Window } from '../scan/window'
import { WordTable } from '../scan/words'
import { foldText } from '../text/fold'

const COMMON = Word.FUNCTION | Word.COMMON | Word.MONTH | Word.WEEKDAY | Word.MEDICAL | Word.SEASON | Word.NUMBER
const NO_NAME = COMMON | Word.TITLE | Word.CREDENTIAL | Word.RELATION | Word.ROLE | Word.FIELD | Word.MEASURE | Word.HOLIDAY | Word.FACILITY
const CLINICAL = Bit.DRUG | Bit.DISEASE | Bit.MEDICAL | Bit.CLINICAL
/** Ranks from which a given name, a surname is somebody's own rather than a slip of another. */
const OWN_GIVEN = 4
const OWN_SURNAME = 3

/** Tokens of a value, as the engine will see them. */
export function tokensOf(text: string): Window {
  const w = new Window()
  w.text = foldText(text).text
  new Scanner(new WordTable(16), new Set()).scan(w, 0, w.text.length, true)
  return w
}

export const classesOf = (hash: number): number => baseWords().classes(baseWords().find(hash))

/** An everyday, clinical or function word: `Will`, `Grace`, `Brown`, `May`. */
export function isCommon(hash: number): boolean {
  if ((classesOf(hash) & COMMON) !== 0) return true
  const bits = loadLexicon().lookup(hash)
  return (bits & CLINICAL) !== 0 || (english(bits) >= 3 && given(bits) === 0 && surname(bits) === 0)
}

/** A word that is not the misspelling of a name: everyday, clinical, a title, an abbreviation. `classes`: its Word bits. */
export function isOtherWord(hash: number, classes: number): boolean {
  if ((classes & NO_NAME) !== 0) return true
  const bits = loadLexicon().lookup(hash)
  return (bits & (CLINICAL | Bit.ABBREVIATION | Bit.BRAND | Bit.HEADING)) !== 0 || english(bits) >= 5 || (english(bits) >= 1 && given(bits) === 0 && surname(bits) === 0)
}

/** A name that many people have. */
export function isOwnName(hash: number): boolean {
  const bits = loadLexicon().lookup(hash)
  return given(bits) >= OWN_GIVEN || surname(bits) >= OWN_SURNAME
}

/** Letters that stand for something else than a person's initials: `PO`, `MD`, `BP`. */
export function isAbbreviation(hash: number): boolean {
  if ((classesOf(hash) & ~(Word.TLD | Word.GIVEN | Word.SURNAME)) !== 0) return true
  const bits = loadLexicon().lookup(hash)
  return (bits & (Bit.ABBREVIATION | CLINICAL)) !== 0 || english(bits) > 2
}
