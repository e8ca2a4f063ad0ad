import type { Label, Subtype } from '../labels'
import { Scanner } from '../scan/scanner'
import { Shape, Window } from '../scan/window'
import { WordTable } from '../scan/words'
import { Gap } from '../text/chars'
import { foldText } from '../text/fold'
import type { Detector } from './detector'

/** A literal to look for: matched word by word, without regard to case, diacritics and separators. */
export interface Term {
  readonly text: string
  readonly subtype?: Subtype
  /** Only where its first word is not all lower case: for names that are words (`Will`). */
  readonly capital?: boolean
}

/** Longest term, in code units and in words. */
export const MAX_TERM = 200
export const MAX_TERM_TOKENS = 24

/** The words and numbers of a literal, as the scanner sees them; empty when it has no letter or digit. */
export function termTokens(text: string): { hashes: Int32Array; words: string[] } {
  const w = new Window()
  w.text = foldText(text).text
  new Scanner(new WordTable(16), new Set()).scan(w, 0, w.text.length, true)
  const words: string[] = []
  for (let i = 0; i < w.n; i++) words.push(w.str(i))
  return { hashes: w.hash.slice(0, w.n), words }
}

/** A detector of literals: deny and allow lists, the patient roster. */
export function termDetector(id: string, label: Label, terms: readonly Term[], authority: string, score = 1): Detector {
  const byFirst = new Map<number, Array<{ hashes: Int32Array; subtype: Subtype | undefined; capital: boolean }>>()
  const cues = new Set<string>()
  for (const term of terms) {
    const { hashes, words } = termTokens(term.text)
    if (words.length === 0) continue
    cues.add(words[0].toLowerCase())
    const list = byFirst.get(hashes[0]) ?? []
    list.push({ hashes, subtype: term.subtype, capital: term.capital ?? false })
    byFirst.set(hashes[0], list)
  }
  for (const list of byFirst.values()) list.sort((a, b) => b.hashes.length - a.hashes.length)
  return {
    id,
    label,
    subtypes: [...new Set(terms.flatMap((t) => (t.subtype === undefined ? [] : [t.subtype])))],
    plain: terms.some((t) => t.subtype === undefined),
    authority,
    reach: { behind: 0, ahead: 320 },
    cues: [...cues],
    atCue(w, i, _next, out) {
      for (const { hashes, subtype, capital } of byFirst.get(w.hash[i]) ?? []) {
        const k = hashes.length
        if (capital && (w.shape[i] & Shape.LOWER) !== 0) continue
        if (i + k > w.n || w.end[i + k - 1] > w.start[i] + 320) continue
        let j = 1
        while (j < k && w.hash[i + j] === hashes[j] && (w.gap[i + j] & Gap.LONG) === 0) j++
        if (j < k) continue
        out.add(w.start[i], w.end[i + k - 1], score, subtype)
        return
      }
    },
  }
}
