import { Shape, type Window } from '../../scan/window'
import { Gap } from '../../text/chars'
import type { Detector, Sink } from '../detector'
import { wordSet } from '../field'

/** Prefixes of standards, codes, catalogues, strains, substances and dates: what follows the dash is no person's number. */
export const PUBLIC = wordSet(
  'nct iso icd dsm cpt hcpcs ndc rfc cve pmid pmc doi isbn issn atcc en iec ansi astm ieee utc gmt est edt cst cdt mst mdt pst pdt sha md utf aes rsa covid sars cov mers ref model mod part pn cas ec loinc snomed drg cfr usc usp fda cdc who din nist iarc imdrf hl fhir us lot rev ver version kb ms jira grch hg chr rs nm np nc ng xm ensg enst uniprot il cd hla ifn tnf hiv hpv hsv ebv cmv hbv hcv gi ct mri pet tel ph phone fax cell mobile zip po ssn ein npi dob doa dod jan feb mar apr may jun jul aug sep sept oct nov dec mon tue wed thu fri sat sun fy ad ce bc pg pp vol no sec fig tab eq ch ed',
)

/**
 * A number that announces itself, unlabelled: capitals, a dash, and groups of digits: `PT-2023-00451`, `A12-3456789`.
 * Asked at the first number after the first dash.
 */
function atDash(w: Window, i: number, out: Sink): void {
  if (w.gap[i] !== Gap.DASH || (w.shape[i] & Shape.DIGITS) === 0 || w.start[i] - w.end[i - 1] !== 1) return
  const s = prefix(w, i - 1)
  if (s < 0) return
  let last = i
  let digits = w.end[i] - w.start[i]
  for (let k = i + 1; k < w.n && w.end[k] - w.start[s] <= 32; k++) {
    if (w.gap[k] === 0 && (w.shape[k] & Shape.LETTERS) !== 0) return
    if (w.gap[k] !== Gap.DASH || w.start[k] - w.end[k - 1] !== 1) break
    if ((w.shape[k] & Shape.DIGITS) === 0) return
    digits += w.end[k] - w.start[k]
    last = k
  }
  const inPrefix = s === i - 1 ? 0 : w.end[i - 1] - w.start[i - 1]
  if (digits < 6 || digits > 16 || digits + inPrefix < 6 || w.end[last] - w.start[last] < 3) return
  const after = w.at(w.end[last])
  if (after === 0x2f || after === 0x5f || (after === 0x2e && w.alnumAt(w.end[last] + 1))) return
  if (modelBefore(w, s) || (last + 1 < w.n && w.gap[last + 1] === Gap.SPACE && MODEL.has(w.hash[last + 1]))) return
  out.add(w.start[s], w.end[last], 0.6)
}

/** Words of numbers that name a kind of thing, not one of them. */
const MODEL = wordSet('model models mod part catalog catalogue cat ref sku item product version protocol reagent kit form standard type style size pattern guideline grade spec specification drawing patent grant')

function modelBefore(w: Window, s: number): boolean {
  for (let k = s - 1, steps = 0; k >= 0 && steps < 2 && w.start[s] - w.start[k] <= 24; k--, steps++) if (MODEL.has(w.hash[k])) return true
  return false
}

/** First token of the capitals (and at most three digits) that end in token `k`; -1 when they are something known. */
function prefix(w: Window, k: number): number {
  const s = (w.shape[k] & Shape.DIGITS) !== 0 ? k - 1 : k
  if (s < 0 || (s < k && (w.gap[k] !== 0 || w.end[k] - w.start[k] > 3))) return -1
  const len = w.end[s] - w.start[s]
  if (len > 5 || (w.shape[s] & Shape.LETTERS) === 0 || (w.shape[s] & (Shape.LOWER | Shape.CAMEL)) !== 0) return -1
  if (len > 1 && (w.shape[s] & Shape.CAPS) === 0) return -1
  if (w.gap[s] === 0 || PUBLIC.has(w.hash[s])) return -1
  const before = w.at(w.start[s] - 1)
  return before === 0x2d || before === 0x2f || before === 0x2e || before === 0x5f || before === 0x3d ? -1 : s
}

export const coded: Detector = {
  id: 'other-id-coded',
  label: 'OTHER_ID',
  authority: '45 CFR 164.514(b)(2)(i)(R)',
  reach: { behind: 40, ahead: 56 },
  on: { gap: Gap.DASH },
  at: atDash,
}
