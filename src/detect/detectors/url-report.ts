import type { Window } from '../../scan/window'
import { type Sink, Tail } from '../detector'

/** How far past the scheme the authority is read; a path runs on from there as an open tail. */
export const MAX_AUTHORITY = 160
const SLASH = 0x2f
const COLON = 0x3a
const BACKSLASH = 0x5c

/** Characters of an authority (RFC 3986 §3.2): host, port, user information. */
export function inAuthority(w: Window, p: number): boolean {
  if (w.alnumAt(p)) return true
  const c = w.at(p)
  return c === 0x2e || c === 0x2d || c === 0x5f || c === COLON || c === 0x40 || c === 0x25 || c === 0x7e || c === 0x2b
}

/** A path, query, fragment or port follows. */
export function continues(w: Window, p: number): boolean {
  const c = w.at(p)
  return c === SLASH || c === 0x3f || c === 0x23 || (c === COLON && w.digitAt(p + 1))
}

/** Reports a URL from `start` whose authority ends at `end`: with its path if it has one, also one escaped as in JSON (`\/`). */
export function report(w: Window, start: number, end: number, limit: number, score: number, out: Sink): void {
  let p = end
  while (p > start && (w.at(p - 1) === 0x2e || w.at(p - 1) === COLON)) p--
  for (; p + 2 < limit && w.at(p) === BACKSLASH && w.at(p + 1) === SLASH; ) {
    p += 2
    while (p < limit && (inAuthority(w, p) || w.at(p) === 0x3d || w.at(p) === 0x26 || w.at(p) === 0x3f)) p++
  }
  if (p >= limit || continues(w, p)) out.open(start, p, score, Tail.URL)
  else out.add(start, p, score)
}
