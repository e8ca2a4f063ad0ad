import { Shape, type Window } from '../../scan/window'
import { Gap } from '../../text/chars'
import type { Detector, Sink } from '../detector'
import { wordSet } from '../field'
import { gapAfter, gapBefore, nextOf } from './name-run'
import { AUTHORITY } from './name-title'
import { open, rare } from './name-words'

/** Keys of FHIR HumanName and their like: `"family":"Doe","given":["Jane","Q"]`. */
const KEYS = 'family,given'
const EMPTY = wordSet('null true false none unknown undefined string')
/** Quote, perhaps escaped, then a colon. */
const KEY_GAP = Gap.QUOTE | Gap.COLON | Gap.SPACE | Gap.OPEN | Gap.BACKSLASH | Gap.NEWLINE | Gap.TAB
const ITEM_GAP = Gap.QUOTE | Gap.COMMA | Gap.SPACE | Gap.BACKSLASH | Gap.NEWLINE | Gap.TAB
const WORD_GAP = Gap.SPACE | Gap.DASH | Gap.APOS | Gap.DOT

/** The strings that are the key's value, each a finding. */
function keyed(w: Window, i: number, next: number, out: Sink): void {
  if (w.at(w.start[i] - 1) === 0x3c) {
    element(w, i, next, out)
    return
  }
  if ((gapBefore(w, i) & Gap.QUOTE) === 0 || nextOf(w, next - 1) < 0) return
  const gap = w.gap[next]
  if ((gap & (Gap.QUOTE | Gap.COLON)) !== (Gap.QUOTE | Gap.COLON) || (gap & ~KEY_GAP) !== 0) return
  const list = (gap & Gap.OPEN) !== 0
  let j = next
  for (let n = 0; n < 4; n++) {
    let last = j
    for (let m = 0; m < 5 && nextOf(w, last) > 0 && (w.gap[last + 1] & ~WORD_GAP) === 0 && w.end[last + 1] - w.start[i] < 200; m++) last++
    if (!w.is(j, Shape.LETTERS) || EMPTY.has(w.hash[j])) return
    out.add(w.start[j], w.end[last], 0.9)
    const k = nextOf(w, last)
    if (!list || k < 0 || (w.gap[k] & ~ITEM_GAP) !== 0 || (w.gap[k] & Gap.COMMA) === 0 || w.start[k] - w.start[i] > 120) return
    j = k
  }
}

/** `<given>Ann</given><family>Doe</family>` (HL7 CDA R2, PN). */
function element(w: Window, i: number, next: number, out: Sink): void {
  if (nextOf(w, next - 1) < 0 || w.at(w.end[next - 1]) !== 0x3e || (w.gap[next] & ~(Gap.CLOSE | Gap.SPACE | Gap.NEWLINE)) !== 0) return
  let last = next
  for (let m = 0; m < 5 && nextOf(w, last) > 0 && (w.gap[last + 1] & ~WORD_GAP) === 0 && w.end[last + 1] - w.start[i] < 120; m++) last++
  if (w.is(next, Shape.LETTERS) && !EMPTY.has(w.hash[next]) && (gapAfter(w, last) & Gap.OPEN) !== 0) out.add(w.start[next], w.end[last], 0.9)
}

/** HL7 XPN and DICOM PN: `DOE^JANE^Q` (HL7 v2.5 §2.A.88; DICOM PS3.5 §6.2). Asked at the first caret. */
function careted(w: Window, i: number, out: Sink): void {
  if (w.gap[i] !== Gap.CARET || i === 0 || w.start[i] - w.end[i - 1] !== 1) return
  const first = i - 1
  if (!part(w, first) || !part(w, i) || (gapBefore(w, first) === Gap.CARET && first > 0 && w.is(first - 1, Shape.LETTERS))) return
  if (!open(w, first) || !open(w, i)) return
  let last = i
  for (let k = nextOf(w, i), n = 0; n < 3 && k > 0 && w.gap[k] === Gap.CARET && w.start[k] - w.end[last] <= 2 && w.is(k, Shape.LETTERS) && w.is(k, Shape.INITIAL | Shape.CAPS); k = nextOf(w, last), n++) last = k
  if (!rare(w, first) && !rare(w, i) && last === i) return
  const after = gapAfter(w, last)
  if ((after & (Gap.CARET | Gap.PIPE | Gap.NEWLINE | Gap.TILDE | Gap.AMP | Gap.QUOTE | Gap.SPACE | Gap.OPEN | Gap.CLOSE | Gap.COMMA | Gap.SEMI | Gap.DOT | Gap.BACKSLASH | Gap.STAR | Gap.UNDERSCORE | Gap.APOS)) !== 0)
    out.add(w.start[first], w.end[last], 0.8)
}

const part = (w: Window, k: number): boolean => w.is(k, Shape.INITIAL | Shape.CAPS | Shape.CAMEL) && w.len(k) > 1 && !w.is(k, Shape.LONG)

export const nameRecord: readonly Detector[] = [
  { id: 'name-key', label: 'NAME', authority: `${AUTHORITY}; HL7 FHIR R4, HumanName`, reach: { behind: 40, ahead: 320 }, cues: KEYS.split(','), atCue: keyed },
  { id: 'name-caret', label: 'NAME', authority: `${AUTHORITY}; HL7 v2.5 XPN; DICOM PN`, reach: { behind: 160, ahead: 256 }, on: { gap: Gap.CARET }, at: careted },
]
