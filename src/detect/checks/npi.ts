import { luhn } from './luhn'

/** National Provider Identifier (45 CFR 162.406): ten digits, the first 1 or 2, Luhn over 80840 and the number. */
export const validNpi = (digits: string): boolean => digits.length === 10 && (digits[0] === '1' || digits[0] === '2') && luhn(`80840${digits}`)
