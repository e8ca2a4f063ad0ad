import { Word } from '../../lexicon/classes'
import { Shape, type Window } from '../../scan/window'
import { Gap } from '../../text/chars'
import { hashWord } from '../../text/hash'
import type { Detector, Sink } from '../detector'
import { wordSet } from '../field'
import { dotted } from './shared-host'

const AUTHORITY = '45 CFR 164.514(b)(2)(i)(F); RFC 5322 §3.4.1, as people write it to be heard or to hide it'

const DOT = hashWord('dot')
const EMAIL = wordSet('email mail mailto e')
/** Words for the marks of a local part. */
const JOINERS = wordSet('dot period point underscore dash hyphen minus plus')
/** Words that stand before "at" in prose and are no mailbox. */
const PROSE = wordSet(
  'look looking looked looks us me him her them it is are was were be been found find available visit visited see seen saw go went shop buy read more online here there listed posted published located work works working employed live lives living stay staying order ordered register registered apply enroll site page website only or and email mail address',
)

const bracketed = (gap: number): boolean => (gap & Gap.OPEN) !== 0
const closes = (gap: number): boolean => (gap & Gap.CLOSE) !== 0
/** Code units of a host at most. */
const MAX_HOST = 96
const SPACED = Gap.SPACE | Gap.OPEN | Gap.CLOSE

/** Last token of the host at token `k`, or -1: labels joined by "dot", `[dot]`, `[.]`, `(.)` or a plain dot; a known top-level domain last. */
function hostLast(w: Window, from: number): { last: number; spoken: boolean } | null {
  let k = from
  let last = -1
  let spoken = false
  for (let labels = 0; labels < 5 && w.end[k] - w.start[from] <= MAX_HOST; labels++) {
    const head = k
    while (k + 1 < w.n && (w.gap[k + 1] === 0 || w.gap[k + 1] === Gap.DASH) && w.start[k + 1] - w.end[k] <= 1 && w.end[k + 1] - w.start[from] <= MAX_HOST) k++
    if (labels > 0 && w.isWord(k, Word.TLD)) last = k
    else if (labels > 0 && w.isWord(head, Word.TLD) && w.gap[head + 1] === Gap.DASH) last = head
    const d = k + 1
    if (d + 1 < w.n && w.hash[d] === DOT && (w.gap[d] & ~SPACED) === 0 && (w.gap[d + 1] & ~SPACED) === 0 && w.start[d + 1] - w.end[k] <= 12) {
      spoken = true
      k = d + 1
    } else if (d < w.n && (dotted(w, d) || w.gap[d] === (Gap.OPEN | Gap.DOT | Gap.CLOSE))) {
      if (!dotted(w, d)) spoken = true
      k = d
    } else break
  }
  return last < 0 ? null : { last, spoken }
}

/** First token of the mailbox that ends with token `last`, at most 12 tokens back. */
function localFirst(w: Window, last: number): number {
  let k = last
  for (let steps = 0; steps < 12 && k > 0; steps++) {
    const gap = w.gap[k]
    const dist = w.start[k] - w.end[k - 1]
    const before = w.shape[k - 1]
    if ((before & Shape.PLACEHOLDER) !== 0 || w.end[last] - w.start[k - 1] > 64) break
    if (gap === 0 || (dist === 1 && (gap & ~(Gap.DOT | Gap.DASH | Gap.UNDERSCORE | Gap.PLUS)) === 0)) k--
    else if (gap === Gap.SPACE && k - 2 >= 0 && JOINERS.has(w.hash[k - 1]) && (w.gap[k - 1] & ~SPACED) === 0) k -= 2
    else if (gap === Gap.SPACE && (w.shape[k] & (Shape.SINGLE | Shape.DIGITS)) !== 0 && (before & Shape.SINGLE) !== 0 && (before & Shape.LOWER) !== 0) k--
    else if (gap === Gap.SPACE && (w.shape[k] & Shape.DIGITS) !== 0 && (before & Shape.LOWER) !== 0 && (w.word[k - 1] & Word.FUNCTION) === 0) k--
    else break
  }
  return k
}

/** Does "email" stand before token `first`, or one word between? */
function announced(w: Window, first: number): boolean {
  if (first === 0 || w.start[first] - w.start[first - 1] > 16) return false
  if (EMAIL.has(w.hash[first - 1])) return true
  return first > 1 && w.start[first - 1] - w.start[first - 2] <= 12 && EMAIL.has(w.hash[first - 2])
}

function spoken(w: Window, i: number, next: number, out: Sink): void {
  if (i === 0 || next >= w.n || (w.shape[i - 1] & Shape.PLACEHOLDER) !== 0) return
  const g = w.gap[i]
  const h = w.gap[next]
  if ((g & ~(SPACED | Gap.UNDERSCORE | Gap.DASH)) !== 0 || (h & ~(SPACED | Gap.UNDERSCORE | Gap.DASH)) !== 0 || w.start[i] - w.end[i - 1] > 3 || w.start[next] - w.end[i] > 3) return
  if (next + 1 >= w.n || (w.shape[next + 1] & (Shape.LETTERS | Shape.DIGITS)) === 0) return
  const hidden = (bracketed(g) && closes(h)) || ((w.shape[i] & Shape.CAPS) !== 0 && (w.shape[i - 1] & Shape.CAPS) === 0)
  const host = hostLast(w, next)
  if (host === null) return
  const first = localFirst(w, i - 1)
  if (first === i - 1 && (PROSE.has(w.hash[first]) || (w.word[first] & Word.FUNCTION) !== 0)) return
  const cue = announced(w, first)
  if (!hidden && !host.spoken && !cue) return
  out.add(w.start[first], w.end[host.last], hidden || cue ? 0.9 : 0.75)
}

function joinedByWords(w: Window, first: number, to: number): boolean {
  for (let k = first + 1; k < to; k++) if (JOINERS.has(w.hash[k])) return true
  return false
}

/** `john @ example.org`: spaces around the sign. */
function spaced(w: Window, i: number, out: Sink): void {
  const gap = w.gap[i]
  if ((gap & ~(Gap.AT | SPACED)) !== 0 || i === 0 || w.start[i] - w.end[i - 1] > 5) return
  if (!w.is(i, Shape.LETTERS) || !w.is(i - 1, Shape.LETTERS | Shape.DIGITS)) return
  const host = hostLast(w, i)
  if (host === null) return
  const first = localFirst(w, i - 1)
  // In capitals the mailbox has to look like one: of several parts, or announced.
  if (!w.is(host.last, Shape.LOWER) && ((first === i - 1 && !announced(w, first)) || w.len(host.last) < 2)) return
  if (!w.is(first, Shape.LETTERS)) return
  // Without spaces the address is plain, unless a part of it is said in words.
  if (gap === Gap.AT && !host.spoken && !joinedByWords(w, first, i)) return
  out.add(w.start[first], w.end[host.last], 0.8)
}

export const emailSpoken: readonly Detector[] = [
  {
    id: 'email-spoken',
    label: 'EMAIL',
    authority: AUTHORITY,
    reach: { behind: 112, ahead: 240 },
    cues: ['at'],
    atCue: spoken,
  },
  {
    id: 'email-spaced',
    label: 'EMAIL',
    authority: AUTHORITY,
    reach: { behind: 112, ahead: 240 },
    on: { gap: Gap.AT },
    at: spaced,
  },
]
