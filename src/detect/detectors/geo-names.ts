import { Word } from '../../lexicon/classes'
import { Shape, type Window } from '../../scan/window'
import { Gap } from '../../text/chars'
import { hashWord } from '../../text/hash'
import { wordSet } from '../field'
import { inName, inside } from './geo-tokens'

/** Phrases written as one text, set apart by commas. */
export const phrases = (text: string): string[] => text.split(',').map((p) => p.trim())

const ONE_STATE =
  wordSet(`alabama alaska arizona arkansas california colorado connecticut delaware florida georgia hawaii idaho illinois indiana iowa kansas kentucky louisiana maine maryland massachusetts michigan minnesota
  mississippi missouri montana nebraska nevada ohio oklahoma oregon pennsylvania tennessee texas utah vermont virginia washington wisconsin wyoming guam`)
export const PHRASE_STATES: readonly string[] = phrases(`
  new hampshire, new jersey, new mexico, new york, north carolina, north dakota, south carolina, south dakota, west virginia, rhode island, puerto rico, american samoa, district of columbia, n y, n j,
  n c, d c, n h, n m, s c, s d, n d, r i, w v`)
export const PHRASE_COUNTRIES: readonly string[] = phrases(`
  united states, united states of america, u s a, u s, united kingdom, u k, great britain, northern ireland, new zealand, south africa, south korea, north korea, saudi arabia, sri lanka, costa rica,
  el salvador, dominican republic, czech republic, puerto rico, papua new guinea, sierra leone, san marino, ivory coast, burkina faso, cape verde, cabo verde, trinidad and tobago, antigua and barbuda,
  saint lucia, united arab emirates, bosnia and herzegovina, hong kong, marshall islands, solomon islands, faroe islands, cayman islands, cook islands, falkland islands, central african republic,
  democratic republic of the congo, equatorial guinea, guinea bissau, east timor, timor leste, vatican city, holy see, western sahara, french polynesia, new caledonia, isle of man, north macedonia,
  south sudan, sao tome and principe, saint kitts and nevis, saint vincent and the grenadines, virgin islands, svalbard and jan mayen`)

function phraseTable(list: readonly string[]): ReadonlyMap<number, readonly Int32Array[]> {
  const byFirst = new Map<number, Int32Array[]>()
  for (const p of list) {
    const h = Int32Array.from(p.split(' '), hashWord)
    byFirst.set(
      h[0],
      [...(byFirst.get(h[0]) ?? []), h].sort((a, b) => b.length - a.length),
    )
  }
  return byFirst
}

const STATE_PHRASES = phraseTable(PHRASE_STATES)
const COUNTRY_PHRASES = phraseTable(PHRASE_COUNTRIES)
/** Words of the COUNTRY class that are no country by themselves. */
const PART_COUNTRY = wordSet('kingdom emirates leste faso salvador rica lanka zealand africa arabia verde jordan chad turkey georgia')

function phraseEnd(w: Window, k: number, lim: number, table: ReadonlyMap<number, readonly Int32Array[]>): number {
  const list = table.get(w.hash[k])
  if (list === undefined) return -1
  for (const h of list) {
    let j = 1
    while (j < h.length && inside(w, k + j, lim) && w.hash[k + j] === h[j] && inName(w, k + j)) j++
    // Initials need their dots: N.Y., D.C.
    if (j === h.length && (w.end[k] - w.start[k] > 1 || (w.gap[k + 1] & Gap.DOT) !== 0)) return k + j - 1
  }
  return -1
}

/** Last token of the state's name or code at `k`, or -1. A code must be in capitals. */
export function stateEnd(w: Window, k: number, lim: number): number {
  if (!inside(w, k, lim)) return -1
  if ((w.word[k] & Word.STATE_CODE) !== 0 && (w.shape[k] & Shape.CAPS) !== 0 && w.end[k] - w.start[k] === 2) return k
  if (ONE_STATE.has(w.hash[k])) return k
  return phraseEnd(w, k, lim, STATE_PHRASES)
}

export const isStateCode = (w: Window, k: number): boolean => w.end[k] - w.start[k] === 2

/** Last token of the country's name at `k`, or -1. */
export function countryEnd(w: Window, k: number, lim: number): number {
  if (!inside(w, k, lim)) return -1
  const phrase = phraseEnd(w, k, lim, COUNTRY_PHRASES)
  if (phrase >= 0) return phrase
  return (w.word[k] & Word.COUNTRY) !== 0 && !PART_COUNTRY.has(w.hash[k]) ? k : -1
}
