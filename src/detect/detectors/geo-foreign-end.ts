import { Shape, type Window } from '../../scan/window'
import { Gap } from '../../text/chars'
import { wordSet } from '../field'
import { addressEnd } from './geo-address'
import { countryEnd } from './geo-names'
import { lowerCityEnd, nameEnd, zipEnd } from './geo-place'
import { inAddress, inName, inside, isCap, PART_GAP } from './geo-tokens'

/** Address end after a foreign street and number: postcode and city ("10115 Berlin", "1012 AB Amsterdam"), city, country. */
export function foreignEnd(w: Window, last: number, lim: number): number {
  const k = localityEnd(w, last, lim) + 1
  if (inside(w, k, lim) && inAddress(w, k, PART_GAP | Gap.DASH) && (w.gap[k] & (Gap.COMMA | Gap.NEWLINE | Gap.DASH)) !== 0) {
    const code = foreignCode(w, k, lim)
    if (code >= 0 && inside(w, code + 1, lim) && w.gap[code + 1] === Gap.SPACE && (w.shape[code + 1] & Shape.LETTERS) !== 0) {
      const city = isCap(w, code + 1) ? nameEnd(w, code + 1, lim, 4) : lowerTown(w, code + 1, lim)
      if (city >= 0) {
        const c = city + 1
        const country = inside(w, c, lim) && inAddress(w, c) && isCap(w, c) ? countryEnd(w, c, lim) : -1
        return Math.max(city, country)
      }
    }
  }
  return addressEnd(w, last, lim)
}

export function foreignCode(w: Window, k: number, lim: number): number {
  if ((w.shape[k] & Shape.DIGITS) === 0) return -1
  const len = w.end[k] - w.start[k]
  if (len === 5) return zipEnd(w, k, lim)
  const next = inside(w, k + 1, lim) ? k + 1 : -1
  if (len === 4) {
    const letters =
      next > 0 && w.gap[next] === Gap.SPACE && w.len(next) === 2 && ((w.shape[next] & Shape.CAPS) !== 0 || ((w.shape[next] & Shape.LOWER) !== 0 && w.gap[next + 1] === Gap.SPACE && lowerCityEnd(w, next + 1, lim) >= 0))
    const three = next > 0 && w.gap[next] === Gap.DASH && (w.shape[next] & Shape.DIGITS) !== 0 && w.end[next] - w.start[next] === 3
    return letters || three ? next : k
  }
  if (len === 6) return k
  if (next < 0 || (w.shape[next] & Shape.DIGITS) === 0 || w.start[next] - w.end[k] !== 1) return -1
  const size = w.end[next] - w.start[next]
  return (len === 2 && size === 3 && w.gap[next] === Gap.DASH) || (len === 3 && size === 2 && w.gap[next] === Gap.SPACE) ? next : -1
}

/** "ciudad de méxico", "villa del prado": a lower-case town behind its postcode. */
function lowerTown(w: Window, k: number, lim: number): number {
  const of = k + 1
  if (inside(w, of + 1, lim) && w.gap[of] === Gap.SPACE && OF.has(w.hash[of]) && w.gap[of + 1] === Gap.SPACE && w.len(of + 1) > 3) return of + 1
  return lowerCityEnd(w, k, lim)
}
const OF = wordSet('de del di do da')

/** Last token of a part of town between the street and the postcode: "…, Col. Del Valle, 07440"; or `last`. */
export function localityEnd(w: Window, last: number, lim: number): number {
  const k = last + 1
  if (!inside(w, k + 1, lim) || (w.gap[k] & ~(Gap.SPACE | Gap.NEWLINE)) !== Gap.COMMA || !LOCALITY.has(w.hash[k])) return last
  for (let j = k + 1; j < k + 6 && inside(w, j + 1, lim) && (j === k + 1 || inName(w, j)) && (w.shape[j] & Shape.LETTERS) !== 0; j++) if ((w.gap[j + 1] & Gap.COMMA) !== 0) return j
  return last
}
const LOCALITY = wordSet('col colonia fracc fraccionamiento urb urbanizacion barrio bo sector sec bairro vila jardim nagar')
