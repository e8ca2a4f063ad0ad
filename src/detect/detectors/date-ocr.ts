import type { Window } from '../../scan/window'
import { Gap } from '../../text/chars'
import type { Sink } from '../detector'
import { validDay } from './date-parts'
import { isYear } from './date-year-range'

/** Digit a character stands for, or is read for on a bad scan; 10: none. */
const READ = new Uint8Array(128).fill(10)
for (let d = 0; d < 10; d++) READ[0x30 + d] = d
for (const [letters, digit] of [
  ['Oo', 0],
  ['lI', 1],
  ['Z', 2],
] as const)
  for (const c of letters) READ[c.charCodeAt(0)] = digit

const readAt = (w: Window, p: number): number => {
  const c = w.at(p)
  return c < 128 ? READ[c] : 10
}

/** Longest first part, and longest rest, of `2O24-O3-ll`. */
const FIRST = 4
const REST = 8

/** `O3/18/2O24`, `l0/22/1947`, `5/3l`: a scanned date with letters for digits. Asked at its first separator. */
export function atScanned(w: Window, i: number, out: Sink): void {
  const gap = w.gap[i]
  const sep = w.start[i] - 1
  if ((gap !== Gap.SLASH && gap !== Gap.DASH) || i === 0 || w.end[i - 1] !== sep || readAt(w, sep - 1) > 9 || readAt(w, sep + 1) > 9) return
  let from = sep - 1
  while (sep - from < FIRST && readAt(w, from - 1) < 10) from--
  const mark = w.at(sep)
  if (w.alnumAt(from - 1) || w.at(from - 1) === mark || w.at(from - 1) === 0x2e) return
  const parts: number[] = [0]
  const lengths: number[] = [0]
  let letters = 0
  let capitals = 0
  let p = from
  for (; p <= sep + REST; p++) {
    const digit = readAt(w, p)
    const n = parts.length - 1
    if (digit < 10) {
      parts[n] = parts[n] * 10 + digit
      lengths[n]++
      if (w.at(p) > 0x39) letters++
      if (w.at(p) === 0x49) capitals++
    } else if (w.at(p) === mark && readAt(w, p + 1) < 10 && n < 2) {
      parts.push(0)
      lengths.push(0)
    } else break
  }
  if (letters === 0 || w.alnumAt(p) || w.at(p) === mark) return
  const score = scanned(parts, lengths, letters + capitals, gap === Gap.SLASH)
  if (score > 0) out.add(from, p, score)
}

function scanned(parts: readonly number[], lengths: readonly number[], letters: number, slash: boolean): number {
  const [a, b, c] = parts
  const chars = lengths.reduce((t, n) => t + n, 0)
  if (letters > chars - 2 && !(parts.length === 2 && chars === 4 && letters === 2)) return 0
  if (parts.length === 3) {
    if (lengths[0] === 4) return isYear(a) && validDay(b, c) && lengths[2] === 2 ? 0.8 : 0
    return (lengths[2] === 2 || (lengths[2] === 4 && isYear(c))) && lengths[0] < 3 && lengths[1] < 3 && (validDay(a, b) || validDay(b, a)) ? 0.8 : 0
  }
  if (!slash) return 0
  if (lengths[1] === 4) return lengths[0] < 3 && a > 0 && a < 13 && isYear(b) ? 0.7 : 0
  return chars > 2 && lengths[0] < 3 && lengths[1] === 2 && a !== b && validDay(a, b) ? 0.55 : 0
}
