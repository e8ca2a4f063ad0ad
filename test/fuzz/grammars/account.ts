import { abaDigit, base58check, bech32, clabeDigit, ibanCheck, luhnDigit } from '../checksum'
import { bare, field, type Grammar, situ } from '../form'
import type { Rng } from '../prng'

const card = (r: Rng, iin: string, length: number): string => {
  const body = iin + r.digits(length - 1 - iin.length)
  return body + luhnDigit(body)
}
/** Issuer prefix and length: ISO/IEC 7812-1 and the networks' published ranges. */
const CARDS: ReadonlyArray<readonly [string, (r: Rng) => string]> = [
  ['visa', (r) => card(r, '4', 16)],
  ['visa-19', (r) => card(r, '4', 19)],
  ['visa-13', (r) => card(r, '4', 13)],
  ['mastercard-5', (r) => card(r, `5${r.int(1, 5)}`, 16)],
  ['mastercard-2', (r) => card(r, String(r.int(2221, 2720)), 16)],
  ['amex', (r) => card(r, r.pick(['34', '37']), 15)],
  ['discover', (r) => card(r, r.pick(['6011', '644', '649', '65']), 16)],
  ['jcb', (r) => card(r, String(r.int(3528, 3589)), 16)],
  ['diners', (r) => card(r, r.pick(['300', '305', '36', '38']), 14)],
  ['unionpay', (r) => card(r, '62', r.pick([16, 19]))],
  ['maestro', (r) => card(r, r.pick(['5018', '6304', '6759']), r.pick([12, 16, 18]))],
]
const fours = (s: string, by: string): string => (s.match(/.{1,4}/g) ?? []).join(by)
const amex = (s: string, by: string): string => s.replace(/^(.{4})(.{6})(.{5})$/, `$1${by}$2${by}$3`)
const CARD_LABELS = ['Card', 'Credit card', 'Card number', 'CC#', 'Card No', 'Payment card', 'Credit Card Number', 'PAN']
const CARD_PROSE = ['Paid the copay with card {} today.', 'Her credit card number is {}.', 'charge {} for the visit']

const L = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ'
/** BBAN structures of the SWIFT IBAN Registry: n digits, a letters. */
const IBANS: Readonly<Record<string, (r: Rng) => string>> = {
  GB: (r) => r.of(L, 4) + r.digits(14),
  DE: (r) => r.digits(18),
  FR: (r) => r.digits(23),
  ES: (r) => r.digits(20),
  IT: (r) => r.of(L, 1) + r.digits(22),
  NL: (r) => r.of(L, 4) + r.digits(10),
  CH: (r) => r.digits(17),
  PL: (r) => r.digits(24),
  NO: (r) => r.digits(11),
  BR: (r) => r.digits(23) + r.of(L, 1) + r.digits(1),
  MT: (r) => r.of(L, 4) + r.digits(5) + r.of(`${L}0123456789`, 18),
  SE: (r) => r.digits(20),
}
const iban = (r: Rng, country: string): string => {
  const bban = IBANS[country](r)
  return country + ibanCheck(country, bban) + bban
}
const ibanAny = (r: Rng): string => iban(r, r.pick(Object.keys(IBANS)))
const IBAN_LABELS = ['IBAN', 'Bank account', 'Account (IBAN)', 'Konto']
const IBAN_PROSE = ['Refund to IBAN {} please.', 'transfer to {} was made']
const aba = (r: Rng): string => {
  const eight = String(r.pick([r.int(0, 12), r.int(21, 32), r.int(61, 72), 80])).padStart(2, '0') + r.digits(6)
  return eight + abaDigit(eight)
}
const CRYPTO = { labels: ['Wallet', 'Bitcoin address', 'Wallet address', 'BTC', 'Crypto wallet'], prose: ['Paid from wallet {} today.'] }

export const ACCOUNT: Grammar = {
  label: 'ACCOUNT',
  authority: '45 CFR 164.514(b)(2)(i)(J); ISO/IEC 7812-1; ISO 13616-1 and the SWIFT IBAN Registry; ABA X9.102; BIP 13, 173; EIP-55',
  numbered: true,
  labels: [
    'Account',
    'Account Number',
    'Account No',
    'Acct',
    'Acct #',
    'Acct. No.',
    'Patient Account',
    'Billing Account',
    'Bank account number',
    'Checking account',
    'Claim Number',
    'Claim #',
    'Claim ID',
    'Invoice Number',
    'Guarantor Account',
    'Account ID',
    'HAR',
    'Hospital Account',
    'Invoice #',
    'Statement number',
    'Guarantor number',
    'Savings account',
    'Billing number',
    'ICN',
    'CSN',
    'FIN',
  ],
  prose: ['Her account number is {}.', 'Please bill account {} for this.', 'claim number {} was denied', 'the statement for acct {} is overdue', 'refunded to account no. {} today'],
  forms: [
    ...CARDS.flatMap(([name, make]) => [
      bare(`card-${name}`, make, { labels: CARD_LABELS, prose: CARD_PROSE }),
      bare(`card-${name}-${name === 'amex' ? '4-6-5' : 'fours'}`, (r: Rng) => (name === 'amex' ? amex(make(r), ' ') : fours(make(r), ' ')), { labels: CARD_LABELS, prose: CARD_PROSE }),
    ]),
    bare('card-dashes', (r) => fours(CARDS[0][1](r), '-'), { labels: CARD_LABELS, prose: CARD_PROSE }),
    bare('card-amex-dashes', (r) => amex(CARDS[5][1](r), '-'), { labels: CARD_LABELS, prose: CARD_PROSE }),
    field('card-dots', (r) => fours(CARDS[0][1](r), '.'), CARD_LABELS, CARD_PROSE),
    field('card-typo', (r) => card(r, '4', 16).replace(/.$/, (d) => String((Number(d) + 3) % 10)), CARD_LABELS, CARD_PROSE),
    field('card-masked-stars', (r) => `**** **** **** ${r.digits(4)}`, CARD_LABELS, CARD_PROSE),
    field('card-masked-x', (r) => `‹XXXX-XXXX-XXXX›-${r.digits(4)}`, CARD_LABELS, CARD_PROSE),
    field('card-last-four', (r) => r.digits(4), ['Card ending in', 'Visa ending in', 'Card (last 4)', 'Card last four'], ['Paid with Visa ending in {} today.', 'card ending {} was declined']),
    ...Object.keys(IBANS).flatMap((c) => [
      bare(`iban-${c}`, (r: Rng) => iban(r, c), { labels: IBAN_LABELS, prose: IBAN_PROSE }),
      bare(`iban-${c}-fours`, (r: Rng) => fours(iban(r, c), ' '), { labels: IBAN_LABELS, prose: IBAN_PROSE }),
    ]),
    bare('iban-lower', (r) => ibanAny(r).toLowerCase(), { labels: IBAN_LABELS, prose: IBAN_PROSE }),
    bare('iban-dashes', (r) => fours(ibanAny(r), '-'), { labels: IBAN_LABELS, prose: IBAN_PROSE }),
    field('iban-typo', (r) => iban(r, 'DE').replace(/.$/, (d) => String((Number(d) + 3) % 10)), IBAN_LABELS, IBAN_PROSE),
    field('aba', aba, ['Routing number', 'ABA', 'Routing #', 'RTN', 'ABA routing', 'Routing/transit'], ['routing number {} on the check']),
    field('digits-8', (r) => r.digits(8)),
    field('digits-10', (r) => r.digits(10)),
    field('digits-12', (r) => r.digits(12)),
    field('digits-6', (r) => r.digits(6)),
    field('dashes', (r) => `${r.digits(4)}-${r.digits(6)}`),
    field('dashes-3', (r) => `${r.digits(3)}-${r.digits(5)}-${r.digits(2)}`),
    field('spaces', (r) => `${r.digits(4)} ${r.digits(4)} ${r.digits(4)}`),
    field('letter', (r) => `${r.upper(1)}${r.digits(9)}`),
    field('prefix', (r) => `${r.pick(['INV', 'CLM', 'AC', 'HAR', 'V'])}-${r.digits(7)}`),
    field('year-claim', (r) => `${r.int(2015, 2026)}${r.digits(3)}${r.upper(2)}${r.digits(5)}`),
    field('slashes', (r) => `${r.digits(4)}/${r.digits(5)}`),
    field('masked', (r) => `‹xxxxx›${r.digits(4)}`),
    field('masked-stars', (r) => `*****${r.digits(4)}`),
    field('last-four', (r) => r.digits(4), ['Account ending in', 'Acct ending', 'Account (last 4)'], ['account ending in {} was charged']),
    field('sort-code', (r) => `${r.digits(2)}-${r.digits(2)}-${r.digits(2)}`, ['Sort code', 'Sort Code']),
    field(
      'clabe',
      (r) => {
        const d = `002${r.digits(14)}`
        return d + clabeDigit(d)
      },
      ['CLABE', 'Cuenta CLABE', 'Bank account number'],
    ),
    bare('btc-p2pkh', (r) => base58check(r.hex(40)), CRYPTO),
    bare('btc-bech32', (r) => bech32(r.hex(40)), CRYPTO),
    bare('eth', (r) => `0x${r.hex(40)}`, { labels: ['Wallet', 'Ethereum address', 'ETH', 'Wallet address'], prose: CRYPTO.prose }),
    bare('eth-mixed', (r) => `0x${r.of('0123456789abcdefABCDEF', 40)}`, { labels: ['Wallet', 'Ethereum address', 'ETH'], prose: CRYPTO.prose }),
    situ('routing-and-account', (r) => `Routing «${aba(r)}» Account «${r.digits(10)}»`),
    situ('micr', (r) => `⑆«${aba(r)}»⑆ «${r.digits(9)}»⑈ ${r.digits(4)}`),
    situ('sort-and-account', (r) => `Sort code «${r.digits(2)}-${r.digits(2)}-${r.digits(2)}», account «${r.digits(8)}»`),
    situ('card-expiry', (r) => `Card «${fours(card(r, '4', 16), ' ')}» exp 09/28 CVV 123`),
    situ('hl7-pid18', (r) => `PID|1||X||A^B||19500101|F||||||||||«${r.digits(9)}»^^^^AN|`),
    situ('x12-clm', (r) => `CLM*«${r.digits(8)}»*500***11:B:1*Y*A*Y*I~`),
    situ('json', (r) => `{"accountNumber":"«${r.digits(10)}»","balance":120.50}`),
    situ('venmo', (r) => `Reimburse via bank, acct. «${r.digits(9)}», thanks`),
  ],
}
