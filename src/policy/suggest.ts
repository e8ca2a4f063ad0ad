/** The nearest of `known`, at most two edits away (or equal but for case and separators); undefined if none is near. */
export function nearest(word: string, known: readonly string[]): string | undefined {
  const plain = (s: string) => s.toUpperCase().replace(/[\s._-]/g, '')
  const given = plain(word.slice(0, 40))
  let best: string | undefined
  let least = Math.min(2, Math.floor(given.length / 2)) + 1
  for (const k of known) {
    const d = distance(given, plain(k))
    if (d < least) {
      least = d
      best = k
    }
  }
  return best
}

/** ` Did you mean NAME?`, or the list to choose from. */
export function suggestion(word: string, known: readonly string[]): string {
  const near = nearest(word, known)
  return near === undefined ? `Use one of ${known.join(', ')}.` : `Did you mean ${near}?`
}

/** Restricted Damerau-Levenshtein: an exchange of neighbours is one edit. */
function distance(a: string, b: string): number {
  let before: number[] = []
  let last = Array.from({ length: b.length + 1 }, (_, j) => j)
  for (let i = 1; i <= a.length; i++) {
    const row = [i]
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1] ? 0 : 1
      row[j] = Math.min(last[j] + 1, row[j - 1] + 1, last[j - 1] + same)
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) row[j] = Math.min(row[j], before[j - 2] + 1)
    }
    before = last
    last = row
  }
  return last[b.length]
}
