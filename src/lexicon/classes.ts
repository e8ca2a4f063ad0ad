/** Word classes of the lexicon: one bit each, in `Window.word`. Every class is a list in dictionaries/words/. */
export const Word = {
  MONTH: 1 << 0,
  WEEKDAY: 1 << 1,
  /** Before a name: Dr, Mr, Mrs, Prof, Sgt. */
  TITLE: 1 << 2,
  /** After a name: MD, RN, PhD, FACS. */
  CREDENTIAL: 1 << 3,
  /** Street suffixes (USPS Publication 28, appendix C1): street, ave, blvd. */
  STREET: 1 << 4,
  /** n, s, e, w, ne, north … */
  DIRECTION: 1 << 5,
  /** Names of US states and territories, and the words of those of several words. */
  STATE: 1 << 6,
  /** Two-letter codes of US states and territories. */
  STATE_CODE: 1 << 7,
  COUNTRY: 1 << 8,
  /** mother, son, wife, guardian. */
  RELATION: 1 << 9,
  /** physician, nurse, attending, therapist. */
  ROLE: 1 << 10,
  /** one, twenty, hundred. */
  NUMBER: 1 << 11,
  /** first, 2nd is digits + letters: st, nd, rd, th. */
  ORDINAL: 1 << 12,
  /** apt, suite, unit, floor. */
  ADDRESS_UNIT: 1 << 13,
  /** hospital, clinic, hospice. */
  FACILITY: 1 << 14,
  /** inc, llc, university, company. */
  ORGANISATION: 1 << 15,
  GIVEN: 1 << 16,
  SURNAME: 1 << 17,
  /** Articles, pronouns, prepositions, auxiliaries and the commonest verbs: never part of a name on their own. */
  FUNCTION: 1 << 18,
  /** Common words of English and of clinical prose that stand capitalised in headings and sentence starts. */
  COMMON: 1 << 19,
  MEDICAL: 1 << 20,
  HOLIDAY: 1 << 21,
  SEASON: 1 << 22,
  /** Top-level domains. */
  TLD: 1 << 23,
  CITY: 1 << 24,
  NATIONALITY: 1 << 25,
  /** Words that head form fields: name, date, phone, address, sex. */
  FIELD: 1 << 26,
  /** Units of measure: mg, ml, mmhg. */
  MEASURE: 1 << 27,
  /** Words that, with a capital, belong to a disease, sign or device: parkinson, foley. */
  EPONYM: 1 << 28,
} as const

export type WordClass = keyof typeof Word
