import { Shape, type Window } from '../../scan/window'
import { Gap } from '../../text/chars'
import { luhn } from '../checks/luhn'
import type { Detector, Sink } from '../detector'
import { isDate, LABELLED_REACH, labelled, Said } from './shared-labelled'
import { phrases } from './shared-phrases'

/** Names of other countries' personal numbers: nothing else follows them. */
const CERTAIN = phrases(`
  nino, ni number, ni no, nat ins number, nat ins no, national insurance, national insurance number, national insurance no, social insurance number, social insurance no, numero d assurance sociale,
  cpf, cpf no, cpf number, cadastro de pessoas fisicas, cns number, cartao nacional de saude, aadhaar, aadhar, aadhaar no, aadhaar number, aadhaar card, uid ai, uidai, uidai number, vid number,
  nir, insee, insee number, numero de securite sociale, numero insee, no securite sociale, dni, dni nif, nif, nie, numero de identidad, documento nacional de identidad, cedula, cedula de identidad,
  codice fiscale, fiscal code, tax code, curp, rfc curp, bsn, burgerservicenummer, rijksregisternummer, national register number, pesel, personnummer, personal identity code, personal identity number,
  henkilotunnus, cpr number, cpr no, cpr nummer, fodselsnummer, hetu, steuer id, steueridentifikationsnummer, versichertennummer, krankenversichertennummer, ahv nummer, ahv number, avs number,
  sozialversicherungsnummer, rodne cislo, jmbg, oib, egn, cnp, emirates id, iqama, iqama number, saudi id, citizen id, citizenship number, hkid, nric, nric number, fin number nric, mykad,
  my number, individual number, resident registration number, resident identity card, tckn, tc kimlik no, kimlik no, ihi, ihi number, individual healthcare identifier, nhi, nhi number, ppsn, pps number,
  pps no, philsys number, umid, tax file number, tfn,
`)
/** The same where they are also a word: the value's form decides. */
const WORDS = ['sin', 'sin no', 'sin number']

/** Groups of letters and digits with single spaces, dots, hyphens or slashes between. */
const GROUPS = /[A-Z0-9]{1,20}(?:[ ./-][A-Z0-9]{1,12}){0,7}/iy

/** Where the groups stop being a number's: before a word, at the first group of letters that is neither head nor one closing letter. */
function numberEnd(w: Window, start: number, stop: number): number {
  const groups = w.text.slice(start, stop).split(/([ ./-])/)
  let at = start
  let end = start
  for (let g = 0; g < groups.length; g += 2) {
    const group = groups[g]
    const spaced = g > 0 && groups[g - 1] === ' '
    at += (g > 0 ? 1 : 0) + group.length
    const digits = /\d/.test(group)
    if (!digits && !(g === 0 && group.length <= 4) && !(group.length === 1 && g > 0) && (spaced || group.length > 4)) break
    if (digits && spaced && /[A-Z]{3}/i.test(group) && group.length > 6) break
    end = at
    if (!digits && g > 0 && spaced) break
  }
  return end
}

function take(w: Window, i: number, next: number, out: Sink, least: number): void {
  const at = labelled(w, i, next)
  if (at === null || (w.shape[at.k] & (Shape.LONG | Shape.PLACEHOLDER)) !== 0) return
  const start = w.start[at.k]
  GROUPS.lastIndex = start
  if (!GROUPS.test(w.text)) return
  const end = numberEnd(w, start, Math.min(GROUPS.lastIndex, start + 32))
  const text = w.text.slice(start, end)
  const digits = text.replace(/\D/g, '').length
  if (digits < least || digits > 20 || isDate(text) || w.alnumAt(end)) return
  if (least > 6 && (digits !== 9 || (at.said === Said.BARE && (w.shape[i] & Shape.CAPS) === 0 && next === i + 1 && !(text.length === 11 && luhn(text.replace(/\D/g, '')))) || (at.gap & Gap.COMMA) !== 0)) return
  out.add(start, end, at.said === Said.BARE ? 0.88 : 0.95)
}

const AUTHORITY = '45 CFR 164.514(b)(2)(i)(R); the issuing states: HMRC, Service Canada, Receita Federal, UIDAI, INSEE, Agenzia delle Entrate, RENAPO'
const reach = { behind: 0, ahead: LABELLED_REACH }

export const national: readonly Detector[] = [
  { id: 'other-id-national', label: 'OTHER_ID', authority: AUTHORITY, reach, cues: CERTAIN, atCue: (w, i, next, out) => take(w, i, next, out, 5) },
  { id: 'other-id-national-word', label: 'OTHER_ID', authority: AUTHORITY, reach, cues: WORDS, atCue: (w, i, next, out) => take(w, i, next, out, 9) },
]
