import { Shape } from '../../scan/window'
import { Gap } from '../../text/chars'
import { validAba } from '../checks/aba'
import type { Detector } from '../detector'
import { type IdLabel, idLabel, phrases } from './shared-id-label'
import { locate } from './shared-id-locate'

const AUTHORITY = '45 CFR 164.514(b)(2)(i)(J)'

const strong: IdLabel<'ACCOUNT'> = {
  id: 'account-labelled',
  label: 'ACCOUNT',
  authority: AUTHORITY,
  cues: phrases(
    'account number, account numbers, account no, account num, account id, acct, accts, acct no, acct num, acct number, acct id, acc no, accnt, accnt no, acctno, patient account',
    'patient account number, patient account no, patient acct, pt acct, pt account, guarantor account, guarantor account number, guarantor number, guarantor no, guarantor id, hospital account',
    'hospital account number, hospital account id, financial number, fin number, fin no, har number, bank account, bank account number, checking account, checking account number, savings account',
    'savings account number, checking acct, savings acct, billing account, billing account number, billing number, billing no, billing id, bill number, bill no, statement number, statement no',
    'statement id, invoice number, invoice no, invoice id, receipt number, receipt no, claim number, claim no, claim num, claim id, claims number, claim control number, payment id, check number',
    'cheque number, card number, card no, card num, credit card, credit card number, credit card no, debit card, debit card number, debit card no, cc number, cc no, cc num, card ending',
    'card ending in, account ending in, loan number, loan account, loan no, mortgage account, customer account, customer account number, customer number, customer no, hsa account, fsa account',
    'account last, account last four, acct last, acct last four, account number last, card last, card last four, card number last, credit card last, visa last, visa ending in, mastercard ending in, amex ending in, account ending, acct ending, acct ending in',
    'icn, icn number, internal control number, dcn, dcn number, document control number, tcn, transaction control number, csn, csn number, visit account number, encounter account number, clabe, cuenta clabe',
    'clabe interbancaria, konto, kontonummer, konto nr, konto no, iban nummer, numero de compte, numero de tarjeta, payment card, payment card number, primary account number',
    'account iban, ebt card, ebt number, iban, iban number, wallet address, numero de cuenta',
  ),
  least: [4, 4, 5],
  most: 30,
  spoken: 6,
}

/** Words for an account that are also other words. */
const weak: IdLabel<'ACCOUNT'> = {
  id: 'account-weak',
  label: 'ACCOUNT',
  authority: AUTHORITY,
  cues: ['account', 'accounts', 'acc', 'guarantor', 'har', 'fin', 'invoice', 'checking', 'savings', 'bank'],
  least: [4, 5, 6],
  most: 19,
  score: 0.75,
  spoken: 7,
}

const slash = idLabel({ id: 'account-slash', label: 'ACCOUNT', authority: AUTHORITY, cues: ['a c', 'a c no', 'a c number'], least: [4, 5, 6], most: 19, score: 0.75 })

/** "a/c 12345678": the slash must be there. */
const slashed: Detector<'ACCOUNT'> = {
  ...slash,
  atCue(w, i, next, out) {
    if (next > i + 1 && w.gap[i + 1] === Gap.SLASH) slash.atCue?.(w, i, next, out)
  },
}

/** Words of billing and payment: five digits after them are a procedure code or an amount. */
const payment: IdLabel<'ACCOUNT'> = {
  id: 'account-payment',
  label: 'ACCOUNT',
  authority: AUTHORITY,
  cues: ['statement', 'claim', 'claims', 'billing', 'bill', 'card', 'cc', 'visa', 'mastercard', 'master card', 'amex', 'american express', 'discover', 'discover card'],
  least: [4, 6, 7],
  most: 19,
  score: 0.75,
  spoken: 8,
}

/** "check #2291": the sign must be written; "check 2291" is an order. */
const cheque: IdLabel<'ACCOUNT'> = { id: 'account-cheque', label: 'ACCOUNT', authority: AUTHORITY, cues: ['check', 'cheque', 'money order'], least: [4, 99, 99], most: 10 }

/** Words a card number may follow, and much else: as many digits as a card has. */
const charged: IdLabel<'ACCOUNT'> = {
  id: 'account-charged',
  label: 'ACCOUNT',
  authority: AUTHORITY,
  cues: ['pan', 'charge', 'charged', 'paid with', 'card on file', 'refund to', 'transfer to', 'swipe', 'payment'],
  least: [12, 12, 12],
  most: 30,
}

const routing: IdLabel<'ACCOUNT'> = {
  id: 'account-routing',
  label: 'ACCOUNT',
  authority: `${AUTHORITY}; ANSI X9.102, routing transit numbers`,
  cues: ['routing number', 'routing no', 'routing num', 'routing transit number', 'bank routing number', 'routing', 'aba', 'aba number', 'aba no', 'aba routing', 'aba routing number', 'rtn', 'sort code', 'bsb'],
  least: [6, 6, 6],
  most: 9,
  spoken: 6,
  judge: (w, run) => (run.letters > 0 ? 0 : validAba(w.text.slice(run.start, run.end)) ? 0.98 : 0.85),
}

/** ISO 9362: four letters, a country, two of the place, three of the branch. */
const BIC = /[A-Z]{4}[A-Z]{2}[A-Z0-9]{2}(?:[A-Z0-9]{3})?/y

const bic: Detector<'ACCOUNT'> = {
  id: 'account-bic',
  label: 'ACCOUNT',
  authority: `${AUTHORITY}; ISO 9362, business identifier code`,
  reach: { behind: 0, ahead: 128 },
  cues: ['swift', 'swift code', 'swift bic', 'bic', 'bic code', 'swift number'],
  atCue(w, i, next, out) {
    const marks = { marked: false, numbered: false, partial: false }
    const k = locate(w, i, next, marks)
    if (k < 0 || !w.is(k, Shape.CAPS)) return
    BIC.lastIndex = w.start[k]
    if (!BIC.test(w.text) || w.alnumAt(BIC.lastIndex) || BIC.lastIndex - w.start[i] > 120) return
    // "SWIFT RECOVERY" is of the same form.
    if (marks.marked || next - i > 1 || BIC.lastIndex > w.end[k]) out.add(w.start[k], BIC.lastIndex, 0.9)
  },
}

const ADDRESS = /(?:0x[\da-f]{40}|(?:bc1|[13])[\da-z]{25,60})/iy

/** Any address behind its label, in any case: folded to one case its checksum no longer tells. */
const walletAddress: Detector<'ACCOUNT'> = {
  id: 'account-wallet',
  label: 'ACCOUNT',
  authority: `${AUTHORITY}; Bitcoin base58check and BIP 173 addresses, ERC-55`,
  reach: { behind: 0, ahead: 200 },
  cues: ['wallet', 'wallet address', 'wallet id', 'crypto wallet', 'bitcoin', 'bitcoin address', 'bitcoin wallet', 'btc', 'btc address', 'ethereum', 'ethereum address', 'eth', 'eth address', 'crypto address'],
  atCue(w, i, next, out) {
    const k = locate(w, i, next, { marked: false, numbered: false, partial: false })
    if (k < 0 || w.start[k] > w.start[i] + 128 || !w.is(k, Shape.DIGITS | Shape.LETTERS)) return
    ADDRESS.lastIndex = w.start[k]
    if (ADDRESS.test(w.text) && !w.alnumAt(ADDRESS.lastIndex)) out.add(w.start[k], ADDRESS.lastIndex, 0.95)
  },
}

export const accountLabelled: readonly Detector[] = [idLabel(strong), idLabel(weak), idLabel(payment), idLabel(cheque), idLabel(charged), slashed, idLabel(routing), bic, walletAddress]
