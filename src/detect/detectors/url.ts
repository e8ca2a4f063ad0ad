import { Shape, type Window } from '../../scan/window'
import { Gap } from '../../text/chars'
import type { Detector, Sink } from '../detector'
import { inLabel } from './shared-host'
import { urlDomain } from './url-domain'
import { urlPath } from './url-path'
import { inAuthority, MAX_AUTHORITY, report } from './url-report'

const AUTHORITY = '45 CFR 164.514(b)(2)(i)(N); RFC 3986'

const COLON = 0x3a
const SLASH = 0x2f
const BACKSLASH = 0x5c
/** `scheme://authority`. Token `i` is the first after the mark. */
function schemed(w: Window, i: number, out: Sink): void {
  const gap = w.gap[i]
  if ((gap & (Gap.COLON | Gap.SLASH)) !== (Gap.COLON | Gap.SLASH) || i === 0 || (w.shape[i] & Shape.PLACEHOLDER) !== 0) return
  const mark = w.end[i - 1]
  if (w.start[i] - mark > 8 || (gap & ~(Gap.COLON | Gap.SLASH | Gap.BACKSLASH | Gap.OPEN | Gap.CLOSE | Gap.UNDERSCORE | Gap.DOT | Gap.TILDE | Gap.PERCENT)) !== 0) return
  const hidden = w.at(mark) === 0x5b
  const colon = hidden ? mark + 1 : mark
  let p = colon + (hidden ? 2 : 1)
  if (w.at(colon) !== COLON) return
  for (let slashes = 0; slashes < 2; slashes++, p++) {
    if (w.at(p) === BACKSLASH) p++
    if (w.at(p) !== SLASH) return
  }
  const first = schemeStart(w, i - 1)
  if (first < 0) return
  const from = w.start[first]
  const limit = w.start[i] + MAX_AUTHORITY
  if (w.at(p) === 0x5b) {
    let close = p
    while (close < p + 64 && w.at(close) !== 0x5d) close++
    if (w.at(close) === 0x5d) {
      report(w, from, close + 1, limit, 0.97, out)
      return
    }
  }
  while (p < limit) {
    if (inAuthority(w, p)) p++
    else if (w.at(p) === 0x5b && w.at(p + 1) === 0x2e && w.at(p + 2) === 0x5d) p += 3
    else break
  }
  report(w, from, p, limit, 0.97, out)
}

/** First token of the scheme that ends with token `last`: `https`, `s3`, `git+ssh`, or -1. */
function schemeStart(w: Window, last: number): number {
  let k = last
  while (k > 0 && last - k < 3 && (w.gap[k] === 0 || w.gap[k] === Gap.PLUS) && w.start[k] - w.end[k - 1] <= 1 && (w.shape[k - 1] & (Shape.LETTERS | Shape.DIGITS)) !== 0) k--
  return w.is(k, Shape.LETTERS) && (w.shape[k] & Shape.LONG) === 0 && w.end[last] - w.start[k] <= 24 ? k : -1
}

/** `www.example.org`: any labels will do. */
function www(w: Window, i: number, next: number, out: Sink): void {
  const gap = w.gap[next]
  if (next >= w.n || (w.gap[i] === 0 && i > 0 && w.is(i - 1, Shape.LETTERS)) || (gap !== Gap.DOT && gap !== (Gap.OPEN | Gap.DOT | Gap.CLOSE)) || w.start[next] - w.end[i] > 3) return
  let k = next
  let end = 0
  for (const stop = next + 24; k < stop && k < w.n; k++) {
    while (k + 1 < stop && inLabel(w, k + 1)) k++
    end = w.end[k]
    const dot = k + 1 < w.n && (w.gap[k + 1] === Gap.DOT || w.gap[k + 1] === (Gap.OPEN | Gap.DOT | Gap.CLOSE)) && w.start[k + 1] - end <= 3
    if (!dot || w.end[k + 1] - w.start[i] > MAX_AUTHORITY) break
  }
  if (end > 0 && end - w.start[i] <= MAX_AUTHORITY) report(w, w.start[i], end, w.start[i] + MAX_AUTHORITY, 0.95, out)
}

export const url: readonly Detector[] = [
  {
    id: 'url',
    label: 'URL',
    authority: AUTHORITY,
    reach: { behind: 40, ahead: 240 },
    on: { gap: Gap.COLON },
    at: schemed,
  },
  {
    id: 'url-www',
    label: 'URL',
    authority: AUTHORITY,
    reach: { behind: 4, ahead: 240 },
    cues: ['www'],
    atCue: www,
  },
  ...urlDomain,
  ...urlPath,
]
