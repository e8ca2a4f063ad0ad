import { Word } from '../../lexicon/classes'
import { Shape, type Window } from '../../scan/window'
import { Gap } from '../../text/chars'
import type { Detector, Sink } from '../detector'
import { wordSet } from '../field'
import { after, NEVER } from './geo-facility'
import { GENERIC, PRACTICE } from './geo-facility-words'
import { inName, isCap } from './geo-tokens'
import { STOP } from './geo-words'

const BEHIND = 64
const AHEAD = 160
/** Words that are of no name by themselves. */
const PLAIN = Word.MEDICAL | Word.FIELD | Word.ROLE | Word.RELATION | Word.CREDENTIAL | Word.TITLE
/** Kinds of practice that are also a department or a procedure: they need two words that name. */
const SINGLE_HEAD = wordSet('dialysis imaging diagnostics pediatrics paediatrics practice associates dental')

/** "Cedar Hollow Family Practice", "Brightwater Home Care": capitalised words that name, before what a practice calls itself. */
function practice(w: Window, i: number, next: number, out: Sink): void {
  if (i === 0 || !isCap(w, i) || !isCap(w, next - 1) || w.gap[i] !== Gap.SPACE || (w.shape[i] & Shape.CAPS) !== 0 || w.end[next - 1] - w.start[i] > 40) return
  const lo = w.start[i] - BEHIND
  let first = i
  let named = 0
  let common = true
  for (let k = i - 1; k >= 0 && k > i - 6 && w.start[k] >= lo && inName(w, k + 1); k--) {
    const h = w.hash[k]
    if ((w.shape[k] & Shape.LETTERS) === 0 || !isCap(w, k) || (w.word[k] & NEVER) !== 0 || STOP.has(h)) break
    if (!GENERIC.has(h) && (w.word[k] & PLAIN) === 0 && (w.shape[k] & Shape.CAPS) === 0 && w.len(k) > 2) {
      named++
      if ((w.word[k] & Word.COMMON) === 0) common = false
    }
    first = k
  }
  const need = next - i === 1 && SINGLE_HEAD.has(w.hash[i]) ? 2 : 1
  if (named < need || (common && named < 2)) return
  // "Discussed Home Care": a verb that opens the sentence names nothing.
  if (named === 1 && first === i - 1 && /(?:ed|ing|s)$/.test(w.str(first))) return
  out.add(w.start[first], w.end[after(w, next - 1, w.start[i] + AHEAD - 8)], 0.7, 'facility')
}

export const geoPractice: readonly Detector[] = [
  { id: 'geo-practice', label: 'GEO', subtypes: ['facility'], authority: '45 CFR 164.514(b)(2)(i)(B)', reach: { behind: BEHIND + 8, ahead: AHEAD }, cues: PRACTICE, atCue: practice },
]
