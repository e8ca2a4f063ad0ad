import { luhn } from './luhn'

/** Issuer identification numbers (ISO/IEC 7812-1) with the lengths their networks issue: from, to, shortest, longest. */
const NETWORKS: ReadonlyArray<readonly [from: number, to: number, min: number, max: number]> = [
  [400000, 499999, 13, 13], // Visa
  [400000, 499999, 16, 16], // Visa
  [400000, 499999, 19, 19], // Visa
  [510000, 559999, 16, 16], // Mastercard
  [222100, 272099, 16, 16], // Mastercard
  [340000, 349999, 15, 15], // American Express
  [370000, 379999, 15, 15], // American Express
  [300000, 305999, 14, 19], // Diners Club
  [309500, 309599, 14, 19], // Diners Club
  [360000, 369999, 14, 19], // Diners Club
  [380000, 399999, 14, 19], // Diners Club
  [352800, 358999, 16, 19], // JCB
  [601100, 601199, 16, 19], // Discover
  [622126, 622925, 16, 19], // Discover, UnionPay
  [644000, 659999, 16, 19], // Discover, RuPay
  [620000, 629999, 16, 19], // UnionPay
  [500000, 509999, 12, 19], // Maestro
  [560000, 589999, 12, 19], // Maestro
  [600000, 609999, 12, 19], // Maestro, RuPay, Hipercard
  [630000, 639999, 12, 19], // Maestro, InstaPayment
  [660000, 679999, 12, 19], // Maestro
  [180000, 180099, 15, 15], // JCB
  [213100, 213199, 15, 15], // JCB
]

/** Is this number of 12 to 19 digits a payment card's: an issuer's prefix, a length of that network, Luhn? */
export function validCard(digits: string): boolean {
  const iin = Number(digits.slice(0, 6))
  for (const [from, to, min, max] of NETWORKS) if (iin >= from && iin <= to && digits.length >= min && digits.length <= max) return luhn(digits)
  return false
}
