import { Word } from '../../lexicon/classes'
import { Shape, type Window } from '../../scan/window'
import { Gap } from '../../text/chars'

/** Tokens and code units of a host name at most (RFC 1035 allows 253). */
const MAX_TOKENS = 40
const MAX_HOST = 160

/** Token `k` carries on the host label of token `k - 1`: glued, or joined by single hyphens or underscores. */
export function inLabel(w: Window, k: number): boolean {
  if (k >= w.n || (w.shape[k] & Shape.PLACEHOLDER) !== 0) return false
  const gap = w.gap[k]
  return gap === 0 || ((gap & ~(Gap.DASH | Gap.UNDERSCORE)) === 0 && w.start[k] - w.end[k - 1] <= 3)
}

/** A dot stands before token `k`, and nothing else. */
export const dotted = (w: Window, k: number): boolean => k < w.n && w.gap[k] === Gap.DOT && w.start[k] - w.end[k - 1] === 1

/** A host label broken after its hyphen at the end of a line. */
const wraps = (w: Window, k: number): boolean =>
  k + 1 < w.n && w.gap[k] === (Gap.DASH | Gap.NEWLINE) && w.start[k] - w.end[k - 1] === 2 && (w.shape[k] & Shape.LOWER) !== 0 && (dotted(w, k + 1) || w.gap[k + 1] === Gap.DASH)

/**
 * End of the host name that starts at token `i`: labels joined by dots, the last one of letters, or 0. A last label that
 * is no top-level domain and starts with a capital is the next sentence (`example.org.Thanks`).
 */
export function hostEnd(w: Window, i: number): number {
  let end = 0
  let tld = false
  let k = i
  for (const stop = i + MAX_TOKENS; k < stop; k++) {
    let pure = w.is(k, Shape.LETTERS)
    const first = k
    while (k + 1 < stop && (inLabel(w, k + 1) || wraps(w, k + 1))) {
      k++
      pure = false
    }
    if (k >= w.n || w.end[k] - w.start[i] > MAX_HOST || w.is(k, Shape.PLACEHOLDER)) break
    if (first > i) {
      const puny = w.len(first) === 2 && w.at(w.start[first]) === 0x78 && w.at(w.start[first] + 1) === 0x6e && k > first
      // `example.org-then`, where a dash was written on both sides.
      if (!pure && w.isWord(first, Word.TLD) && w.gap[first + 1] === Gap.DASH && !dotted(w, k + 1) && w.is(first, Shape.LETTERS)) return w.end[first]
      if ((pure && w.len(k) > 1) || puny) {
        const known = w.isWord(k, Word.TLD)
        if (tld && !known && w.is(k, Shape.INITIAL)) break
        end = w.end[k]
        tld = known
      }
    }
    if (!dotted(w, k + 1)) break
  }
  return end
}
