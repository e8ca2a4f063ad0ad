/** Cue phrases written as a table: separated by commas. */
export const phrases = (table: string): readonly string[] =>
  table
    .split(',')
    .map((phrase) => phrase.trim())
    .filter((phrase) => phrase !== '')
