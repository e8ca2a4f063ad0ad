import { Word } from '../../lexicon/classes'
import { Shape, type Window } from '../../scan/window'
import { Gap } from '../../text/chars'
import { hashWord } from '../../text/hash'
import type { Detector, Sink } from '../detector'
import { wordSet } from '../field'
import { dotted, inLabel } from './shared-host'
import { continues, report } from './url-report'

const AUTHORITY = '45 CFR 164.514(b)(2)(i)(N); RFC 1035 §2.3.1; IANA root zone'

/** Top-level domains that are neither English words nor file name endings nor names in code. */
const CLEAR = wordSet(`
  com org edu gov mil arpa biz aero coop museum xyz gmbh ngo icu nyc onl arpa
  ae af ag ar au ax az bb bd be bf bg bh bi bj bo br bw bz ca cf cg ch ci ck cl cn cr cu cv cw cx cy cz de dj dk dz ec ee eg er es et eu fi fj fk fo fr
  ga gd ge gf gg gh gi gl gq gr gt gu gw gy hk hn hr ht hu ie il iq ir jm jo jp ke kg kh ki km kn kp kr kw ky kz lb li lk lr lt lu lv ly mc md mk mm mn mq mv mw mx mz
  na nf ni nl np nr nu nz om pe pk pn pt pw qa ro ru rw sa se sg si sk sl sm sn su sv sx sy sz td tf tg tj tk tm tn tr tt tw tz ua ug uk uy uz va ve vn vu wf ws ye yt za zm zw
`)
/** Of those, the two that also end file names or abbreviations of the clinic. */
const NEEDS_MORE = wordSet(
  'bd bm ck cl cn gh mx nl sl be bs cf cr cx dj dr dz ec ee er es et fi ga ge gi gl gr gu hn hr ht ie km kg kp la lb lc li lr ls lt lv ly mc md mk mm mn mr mv mz na nc nf ni np nu om pe pk pr pt pw qa ro sa sb sc se si sk sm sn sr ss sv td tf tg tm tn tr tt tz ua va ve vi vu wf ws ye',
)
/** Domains under a country code that make even a wordy one certain: `co.in`, `nhs.uk`. */
const SECOND = wordSet('co com org net ac gov edu nhs gob go gouv sch govt health')
const GENERIC_WORDY = wordSet('net info')
const CUE = wordSet('website site web url link portal homepage webpage page domain host hostname server visit visited online browse address referrer referer')
const DOT = hashWord('dot')
/** File names and members in code that end like a domain. */
const CODE = wordSet('java javax sun system')
const ABBREVIATION = 3

/** First token of the domain whose last label is token `last`: labels back to a character no host name has. */
function domainStart(w: Window, last: number): number {
  let k = last
  for (let steps = 0; steps < 30 && k > 0; steps++) {
    if (w.end[last] - w.start[k - 1] > 120 || (w.shape[k - 1] & (Shape.PLACEHOLDER | Shape.LONG)) !== 0) break
    if (!(dotted(w, k) || (w.gap[k] === (Gap.OPEN | Gap.DOT | Gap.CLOSE) && w.start[k] - w.end[k - 1] === 3) || inLabel(w, k))) break
    k--
  }
  return k
}

/** A bare domain: token `i` is its last label. */
function domain(w: Window, i: number, out: Sink): void {
  const gap = w.gap[i]
  if (gap !== Gap.DOT && gap !== (Gap.OPEN | Gap.DOT | Gap.CLOSE)) return
  if ((w.word[i] & Word.TLD) === 0 || w.start[i] - w.end[i - 1] !== (gap === Gap.DOT ? 1 : 3)) return
  if (ends(w, i) === 0) return
  const first = domainStart(w, i)
  if (first === i || w.at(w.start[first] - 1) === 0x40 || w.at(w.end[i]) === 0x40 || isKey(w, first, i)) return
  const score = likely(w, first, i, gap !== Gap.DOT)
  if (score >= 0.5) report(w, w.start[first], w.end[i], w.start[i] + 160, score, out)
}

/** The whole of a JSON key, `"hg.example.org":`: a name of the record's structure. */
const isKey = (w: Window, first: number, i: number): boolean => w.at(w.start[first] - 1) === 0x22 && w.at(w.end[i]) === 0x22 && w.at(w.end[i] + 1) === 0x3a

/** Is token `i` the last label? Not when a letter, digit, hyphen or further label follows; 1: it is. */
function ends(w: Window, i: number): number {
  const k = i + 1
  if (k >= w.n) return 1
  if (inLabel(w, k) && w.start[k] - w.end[i] <= 1) return 0
  if (dotted(w, k) || w.gap[k] === (Gap.OPEN | Gap.DOT | Gap.CLOSE)) return w.is(k, Shape.INITIAL) && (w.word[k] & Word.FUNCTION) !== 0 ? 1 : 0
  return 1
}

/** How likely the tokens `first` to `i` are a domain. */
function likely(w: Window, first: number, i: number, hidden: boolean): number {
  const lower = lowerCase(w, first, i)
  const h = w.hash[i]
  const sld = labelLength(w, first, i)
  const path = continues(w, w.end[i]) && w.alnumAt(w.end[i] + 1)
  const cue = announced(w, first)
  if (hidden) return 0.9
  if (!hasLetters(w, first, i - 1) || CODE.has(w.hash[first])) return 0
  if ((w.shape[i] & Shape.CAPS) !== 0 && path && w.len(i) > 2 && sld >= ABBREVIATION && (i - first >= 2 || GENERIC_WORDY.has(h))) return 0.7
  if (cue && (w.shape[i] & Shape.CAPS) !== 0 && sld >= ABBREVIATION && (w.len(i) > 2 || (CLEAR.has(h) && !NEEDS_MORE.has(h)))) return 0.7
  if ((w.shape[i] & Shape.CAPS) !== 0 && inCapitals(w, first, i, sld, path)) return 0.7
  if ((w.shape[i] & Shape.LOWER) === 0) return (w.shape[i] & Shape.CAPS) !== 0 && CLEAR.has(h) && w.len(i) === 3 && sld >= ABBREVIATION ? 0.7 : 0
  if (i - first >= 2 && w.gap[i - 1] === Gap.DOT && w.len(i) === 2 && SECOND.has(w.hash[i - 1])) return 0.9
  const tail = w.at(w.end[i]) === 0x2f
  if (CLEAR.has(h) && !NEEDS_MORE.has(h)) return sld >= 2 || cue || tail ? (lower || w.len(i) > 2 || cue ? 0.85 : 0.6) : 0.4
  if (!lower) return tail && path && sld >= ABBREVIATION ? 0.55 : 0.3
  if (CLEAR.has(h) && i - first >= 2 && dotted(w, i - 1) && sld >= ABBREVIATION) return 0.7
  if (GENERIC_WORDY.has(h)) return sld >= ABBREVIATION || cue ? 0.75 : 0.4
  if (cue || (tail && path && sld >= ABBREVIATION)) return 0.7
  return tail && lower && w.len(i) === 2 && sld === 1 && i - first === 1 && w.gap[first] !== Gap.DOT && shortened(w, w.end[i] + 1) ? 0.7 : 0.3
}

/** `EXAMPLE.CO.UK`, `X.COM/JDOE`, `T.CO/5C42GE1`: what a sentence in capitals without a space after its full stop is not. */
function inCapitals(w: Window, first: number, i: number, sld: number, path: boolean): boolean {
  if (i - first >= 2 && w.gap[i - 1] === Gap.DOT && w.len(i) === 2 && SECOND.has(w.hash[i - 1]) && w.start[i - 1] - w.start[first] > ABBREVIATION) return true
  if (!path) return false
  return (w.len(i) === 3 && CLEAR.has(w.hash[i])) || (w.len(i) === 2 && sld <= ABBREVIATION && i - first === 1 && shortened(w, w.end[i] + 1))
}

/** `5C42Ge1`: what a shortener makes, digits and letters of both cases. */
function shortened(w: Window, from: number): boolean {
  let seen = 0
  let p = from
  for (; p < from + 12 && w.alnumAt(p); p++) {
    const c = w.at(p)
    seen |= w.digitAt(p) ? 1 : c >= 0x61 ? 2 : 4
  }
  return p - from > 4 && p - from < 12 && (seen & 5) === 5
}

/** Does a word such as "website" stand before token `first`, or one word between? */
function announced(w: Window, first: number): boolean {
  if (first === 0 || w.start[first] - w.start[first - 1] > 16) return false
  if (CUE.has(w.hash[first - 1])) return true
  return first > 1 && w.start[first - 1] - w.start[first - 2] <= 16 && CUE.has(w.hash[first - 2])
}

function lowerCase(w: Window, first: number, last: number): boolean {
  for (let k = first; k <= last; k++) if ((w.shape[k] & Shape.LETTERS) !== 0 && (w.shape[k] & Shape.LOWER) === 0) return false
  return true
}

function hasLetters(w: Window, first: number, last: number): boolean {
  for (let k = first; k <= last; k++) if ((w.shape[k] & Shape.LETTERS) !== 0) return true
  return false
}

/** Length of the label before the last. */
function labelLength(w: Window, first: number, last: number): number {
  let k = last - 1
  while (k > first && !dotted(w, k) && w.gap[k] !== (Gap.OPEN | Gap.DOT | Gap.CLOSE)) k--
  return w.end[last - 1] - w.start[k]
}

/** "example dot com", "w w w dot example dot org": tokens `i` to `next` are the last dot and the top-level domain. */
function spoken(w: Window, i: number, next: number, out: Sink): void {
  if (i === 0 || w.gap[i] !== Gap.SPACE || w.gap[next - 1] !== Gap.SPACE || !w.is(i - 1, Shape.LETTERS | Shape.DIGITS) || (w.word[i - 1] & Word.FUNCTION) !== 0) return
  if (w.start[i] - w.end[i - 1] !== 1) return
  let k = i - 1
  for (let steps = 0; steps < 4 && k >= 2 && w.hash[k - 1] === DOT && w.gap[k] === Gap.SPACE && w.gap[k - 1] === Gap.SPACE && w.end[i] - w.start[k - 2] < 64; steps++) k -= 2
  out.add(w.start[k], w.end[next - 1], 0.6)
}

export const urlDomain: readonly Detector[] = [
  {
    id: 'url-domain',
    label: 'URL',
    authority: AUTHORITY,
    reach: { behind: 160, ahead: 240 },
    on: { gap: Gap.DOT },
    at: domain,
  },
  {
    id: 'url-spoken',
    label: 'URL',
    authority: AUTHORITY,
    reach: { behind: 80, ahead: 24 },
    cues: ['dot com', 'dot org', 'dot net', 'dot gov', 'dot edu'],
    atCue: spoken,
  },
]
