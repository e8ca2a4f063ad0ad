import type { Window } from '../scan/window'
import type { WordTable } from '../scan/words'
import { Gap } from '../text/chars'
import { hashWord } from '../text/hash'
import type { Detector } from './detector'

/** Separators allowed between the words of a cue phrase. */
const PHRASE_GAP = Gap.SPACE | Gap.DASH | Gap.UNDERSCORE | Gap.DOT | Gap.SLASH | Gap.APOS | Gap.NEWLINE | Gap.TAB | Gap.AMP

const HEAD = 6
const sieveAt = (hash: number): number => (hash >>> 5) & 3

/** A phrase of two words or more and the detector it belongs to. */
interface Phrase {
  readonly detector: number
  readonly hashes: readonly number[]
}

/** All phrases that start with one word. */
interface Group {
  /** Detectors of which the word alone is a cue. */
  readonly alone: readonly number[]
  /** The longer ones by their second word, longest first. */
  readonly longer: ReadonlyMap<number, readonly Phrase[]>
}

/** Called where a cue stands: the detector, and the token after the cue. */
export type OnCue = (detector: number, next: number) => void

/** The cue phrases of a set of detectors, found by their first two words. */
export class Cues {
  /** Of each group: a sieve of 128 bits over its second words, and the first and last place of its lone words in `alone`. */
  private readonly heads: Int32Array
  private readonly alone: Int32Array

  private constructor(private readonly groups: readonly Group[]) {
    this.heads = new Int32Array(groups.length * HEAD)
    const alone: number[] = []
    groups.forEach((group, index) => {
      const at = index * HEAD
      for (const hash of group.longer.keys()) this.heads[at + sieveAt(hash)] |= 1 << hash
      this.heads[at + 4] = alone.length
      alone.push(...group.alone)
      this.heads[at + 5] = alone.length
    })
    this.alone = Int32Array.from(alone)
  }

  /** Adds the cues of `detectors` (whose indices start at `first`) to those of `base`; marks first words in `words`. */
  static of(detectors: readonly Detector[], first: number, words: WordTable, base: Cues | null): Cues {
    const groups: Group[] = base === null ? [{ alone: [], longer: new Map() }] : base.groups.slice()
    const fresh = new Set<number>()
    const add = (phrase: Phrase): void => {
      const [head, second] = phrase.hashes
      let index = words.cue(words.find(head))
      if (index === 0) {
        index = groups.length
        groups.push({ alone: [], longer: new Map() })
        words.setCue(head, index)
        fresh.add(index)
      } else if (!fresh.has(index)) {
        groups[index] = { alone: [...groups[index].alone], longer: new Map([...groups[index].longer].map(([k, v]) => [k, [...v]])) }
        fresh.add(index)
      }
      insert(groups[index] as { alone: number[]; longer: Map<number, Phrase[]> }, phrase, second)
    }
    detectors.forEach((d, i) => {
      if (d.atCue === undefined) return
      for (const cue of d.cues ?? []) {
        const list = cue.split(' ')
        add({ detector: first + i, hashes: list.map(hashWord) })
        // camelCase and runtogether keys: `medicalRecordNumber` is one token. Abbreviations would become words: `s/o`, `so`.
        if (list.length > 1 && !/[^a-z ]/.test(cue) && list.some((word) => word.length > 1)) add({ detector: first + i, hashes: [hashWord(list.join(''))] })
      }
    })
    return new Cues(groups)
  }

  /** Every detector with a cue at token `i`, each once, with its longest. `index`: the token's `Window.cue`. */
  at(w: Window, i: number, index: number, found: OnCue): void {
    const { heads } = this
    const at = index * HEAD
    if (i + 1 < w.n) {
      const hash = w.hash[i + 1]
      if ((heads[at + sieveAt(hash)] & (1 << hash)) !== 0 && (w.gap[i + 1] & ~PHRASE_GAP) === 0) {
        const phrases = this.groups[index].longer.get(hash)
        if (phrases !== undefined) {
          phrased(w, i, phrases, this.groups[index].alone, found)
          return
        }
      }
    }
    for (let j = heads[at + 4]; j < heads[at + 5]; j++) found(this.alone[j], i + 1)
  }
}

function phrased(w: Window, i: number, phrases: readonly Phrase[], alone: readonly number[], found: OnCue): void {
  const seen: number[] = []
  for (const { detector, hashes } of phrases) {
    if (seen.includes(detector) || !matches(w, i, hashes)) continue
    seen.push(detector)
    found(detector, i + hashes.length)
  }
  for (const detector of alone) if (!seen.includes(detector)) found(detector, i + 1)
}

function insert({ alone, longer }: { alone: number[]; longer: Map<number, Phrase[]> }, phrase: Phrase, second: number | undefined): void {
  if (second === undefined) {
    if (!alone.includes(phrase.detector)) alone.push(phrase.detector)
    return
  }
  const list = longer.get(second)
  if (list === undefined) {
    longer.set(second, [phrase])
    return
  }
  let at = list.length
  while (at > 0 && list[at - 1].hashes.length < phrase.hashes.length) at--
  list.splice(at, 0, phrase)
}

function matches(w: Window, i: number, hashes: readonly number[]): boolean {
  if (i + hashes.length > w.n) return false
  for (let j = 2; j < hashes.length; j++) {
    if (w.hash[i + j] !== hashes[j] || (w.gap[i + j] & ~PHRASE_GAP) !== 0) return false
  }
  return true
}
