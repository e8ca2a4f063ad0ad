import { Shape, type Window } from '../../scan/window'
import { Gap } from '../../text/chars'
import { validCard } from '../checks/card'
import type { Detector, Sink } from '../detector'
import { wordSet } from '../field'

const AUTHORITY = '45 CFR 164.514(b)(2)(i)(J); ISO/IEC 7812-1, card numbers'

const GOODS = wordSet('tracking track ups fedex usps dhl isbn gtin ean upc barcode udi imei parcel shipment awb')
const LINK = wordSet('number no num is code id')

/** A word before the number says what else it is: "tracking number 4000…". */
function goods(w: Window, i: number): boolean {
  const earliest = w.start[i] - 40
  for (let k = i - 1, n = 0; k >= 0 && n < 3 && w.start[k] >= earliest; k--, n++) {
    if (GOODS.has(w.hash[k])) return true
    if (!LINK.has(w.hash[k])) return false
  }
  return false
}

/** SNOMED CT identifiers of an extension: namespace, partition 10–12, check digit. */
const EXTENSION = /1000\d{3}1[0-2]\d$/

/** E-13B: `⑆routing⑆ account⑈`. */
function micr(w: Window, i: number, out: Sink): void {
  const routing = w.at(w.start[i] - 1) === 0x2446 && w.at(w.end[i]) === 0x2446
  if (routing || w.at(w.end[i]) === 0x2448) out.add(w.start[i], w.end[i], 0.98)
}

function compact(w: Window, i: number, out: Sink): void {
  if (w.gap[i] === 0 || w.alnumAt(w.end[i])) return
  const digits = w.str(i)
  if (validCard(digits) && !EXTENSION.test(digits) && !goods(w, i)) out.add(w.start[i], w.end[i], w.len(i) >= 14 ? 0.9 : 0.6)
}

/** Groups of four (the last shorter or longer), or 4-6-5 and 4-6-4, joined by one separator. */
function grouped(w: Window, i: number, out: Sink): void {
  if (i + 2 >= w.n) return
  const gap = w.gap[i + 1]
  if ((gap !== Gap.DASH && gap !== Gap.SPACE && gap !== Gap.DOT) || w.start[i + 1] - w.end[i] !== 1) return
  if (i > 0 && w.gap[i] === gap && w.start[i] - w.end[i - 1] === 1 && w.is(i - 1, Shape.DIGITS) && w.len(i - 1) === 4) return
  let digits = w.str(i)
  let last = i
  for (let k = i + 1; k < w.n && k <= i + 4 && w.end[k] <= w.start[i] + 24; k++) {
    if (w.gap[k] !== gap || w.start[k] - w.end[k - 1] !== 1 || !w.is(k, Shape.DIGITS)) break
    digits += w.str(k)
    last = k
    const size = w.len(k)
    if (size !== 4 && !(k === i + 1 && size === 6)) break
  }
  if (digits.length < (last === i + 2 ? 12 : 13) || digits.length > 19 || w.alnumAt(w.end[last]) || w.gap[i] === 0) return
  if (validCard(digits) && !goods(w, i)) out.add(w.start[i], w.end[last], digits.length === 12 ? 0.6 : 0.95)
  else if (last === i + 3 && digits.length === 16 && '3456'.includes(digits[0]) && gap === Gap.DASH && !goods(w, i)) out.add(w.start[i], w.end[last], 0.6)
}

const HIDDEN = /(?:[x*#•●]{4}[- ]?){2,3}$|[x*#•●]{8,15}[- ]?$/i

/** `xxxx-xxxx-xxxx-1234`, `************1234`: the visible end of a card or account number. */
function masked(w: Window, i: number, out: Sink): void {
  const second = w.at(w.start[i] - 3)
  if ((second | 0x20) !== 0x78 && second !== 0x2a && second !== 0x23 && second !== 0x2022 && second !== 0x25cf) return
  if (w.alnumAt(w.end[i])) return
  const head = w.text.slice(Math.max(0, w.start[i] - 16), w.start[i])
  if (HIDDEN.test(head)) out.add(w.start[i], w.end[i], 0.9)
}

export const accountCard: readonly Detector[] = [
  {
    id: 'account-card',
    label: 'ACCOUNT',
    authority: AUTHORITY,
    reach: { behind: 48, ahead: 32 },
    on: { shape: Shape.DIGITS_3_4 | Shape.DIGITS_5 },
    at(w, i, out) {
      const size = w.end[i] - w.start[i]
      if (size < 4) return
      if ((w.at(w.end[i]) & ~0xf) === 0x2440) micr(w, i, out)
      if (size === 4) {
        grouped(w, i, out)
        masked(w, i, out)
      } else if (size >= 12 && size <= 19) compact(w, i, out)
    },
  },
]
