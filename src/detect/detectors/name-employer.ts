import { Word } from '../../lexicon/classes'
import { Shape, type Window } from '../../scan/window'
import { Gap } from '../../text/chars'
import type { Detector, Sink } from '../detector'
import { wordSet } from '../field'
import { gapAfter, nextOf } from './name-run'
import { AUTHORITY } from './name-title'

/** §164.514(b)(2)(i): identifiers of employers are removed too. */
const CUES =
  'works at,works for,work at,work for,worked at,worked for,working at,working for,employed by,employed at,employed with,employer,employer is,employer name,employer s name,name of employer,place of employment,place of work,retired from,job at,job with,hired by,hired at,fired from,laid off from,owns,co owner of,employee of,employee at,contracts for,interned at,interns at,volunteers at,on staff at,owner of,teaches at,consults for,company name,employment'

const LINK = wordSet('of and the de')
const LEAD = wordSet('the a an is was name')
/** Capitalised words after "works for" that name no employer. */
const NOBODY = wordSet(
  'none unknown self retired unemployed disabled homemaker student yes no na nil not herself himself employed full part time disability deceased declined refused same other home house i we he she they and',
)
const SAINT = wordSet('st mt ft')
const MAX = 80

/** A run of capitalised words, with `of`, `and`, `&` inside. */
function employed(w: Window, next: number, out: Sink): void {
  let j = next
  if (nextOf(w, next - 1) < 0) return
  const field = (w.gap[next] & (Gap.COLON | Gap.EQUALS | Gap.PIPE)) !== 0
  if (j < w.n && LEAD.has(w.hash[j]) && (w.gap[j] & ~(Gap.SPACE | Gap.NEWLINE)) === 0) j++
  if (nextOf(w, j - 1) < 0 || w.start[j] - w.start[next] > 16 || w.gap[j] === 0) return
  if ((w.gap[j] & ~(Gap.SPACE | Gap.NEWLINE | Gap.COLON | Gap.EQUALS | Gap.QUOTE | Gap.PIPE | Gap.TAB | Gap.APOS)) !== 0) return
  if (!w.is(j, Shape.INITIAL | Shape.CAMEL | Shape.CAPS) || (NOBODY.has(w.hash[j]) && !(gapAfter(w, j) === Gap.SPACE && w.is(j + 1, Shape.INITIAL))) || (w.is(j, Shape.SINGLE) && gapAfter(w, j) === Gap.SPACE)) return
  let last = -1
  let unlisted = false
  let words = 0
  for (let k = j; nextOf(w, k - 1) > 0 && words < 8 && w.end[k] - w.start[j] <= MAX; k++) {
    if (k > j && !inside(w, k)) break
    if (LINK.has(w.hash[k]) && w.is(k, Shape.LOWER)) continue
    if ((w.shape[k] & Shape.DIGITS) !== 0 ? k === j || words === 0 : !w.is(k, Shape.INITIAL | Shape.CAMEL | Shape.CAPS)) break
    if ((w.word[k] & Word.FIELD) !== 0 && field && (gapAfter(w, k) & Gap.COLON) !== 0) break
    if ((w.word[k] & (Word.FUNCTION | Word.COMMON | Word.FIELD | Word.MEDICAL | Word.ROLE | Word.MONTH | Word.WEEKDAY)) === 0 || (w.word[k] & Word.ORGANISATION) !== 0) unlisted = true
    if ((w.shape[k] & Shape.DIGITS) === 0) last = k
    words++
  }
  if (last < 0 || (!unlisted && (words < 2 || field))) return
  out.add(w.start[j], w.end[last], field || words > 1 ? 0.8 : 0.65, 'employer')
}

function inside(w: Window, k: number): boolean {
  const gap = w.gap[k]
  const distance = w.start[k] - w.end[k - 1]
  if (gap === Gap.SPACE || gap === (Gap.SPACE | Gap.AMP)) return distance <= 3
  if (gap === Gap.AMP || gap === Gap.DASH || gap === Gap.APOS) return distance === 1
  if ((gap & ~(Gap.SPACE | Gap.COMMA)) === 0) return distance <= 2 && (w.word[k] & Word.ORGANISATION) !== 0 && w.len(k) <= 4
  if (gap === (Gap.DOT | Gap.SPACE)) return distance === 2 && SAINT.has(w.hash[k - 1])
  return gap === Gap.DOT && distance === 1 && w.is(k - 1, Shape.SINGLE)
}

const AT = wordSet('for at with')

/** `Occupation: driver for Kestrel Dairy`. */
function occupied(w: Window, next: number, out: Sink): void {
  if (nextOf(w, next - 1) < 0 || (w.gap[next] & (Gap.COLON | Gap.EQUALS | Gap.PIPE | Gap.TAB)) === 0) return
  for (let k = next, n = 0; n < 6 && nextOf(w, k) > 0 && w.end[k] - w.start[next] < 60; n++, k++) {
    if (n > 0 && (w.gap[k] & ~(Gap.SPACE | Gap.DASH)) !== 0) return
    if (AT.has(w.hash[k])) {
      employed(w, k + 1, out)
      return
    }
  }
}

export const nameEmployer: readonly Detector[] = [
  {
    id: 'name-employer',
    label: 'NAME',
    subtypes: ['employer'],
    plain: false,
    authority: AUTHORITY,
    reach: { behind: 0, ahead: 256 },
    cues: CUES.split(','),
    atCue: (w, _i, next, out) => employed(w, next, out),
  },
  {
    id: 'name-occupation',
    label: 'NAME',
    subtypes: ['employer'],
    plain: false,
    authority: AUTHORITY,
    reach: { behind: 0, ahead: 320 },
    cues: ['occupation', 'job', 'job title', 'profession', 'vocation'],
    atCue: (w, _i, next, out) => occupied(w, next, out),
  },
]
