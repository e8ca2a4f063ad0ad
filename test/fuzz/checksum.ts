// Check digits, computed from their standards; nothing here is shared with src/detect/checks.
import { createHash } from 'node:crypto'

const nums = (s: string): number[] => [...s].map(Number)

/** ISO/IEC 7812-1 annex B: the digit that completes `payload`. */
export function luhnDigit(payload: string): string {
  const DOUBLED = [0, 2, 4, 6, 8, 1, 3, 5, 7, 9]
  const sum = nums(payload)
    .reverse()
    .reduce((t, d, i) => t + (i % 2 === 0 ? DOUBLED[d] : d), 0)
  return String((10 - (sum % 10)) % 10)
}

/** NPI: Luhn with the constant 24 for the prefix 80840 (CMS, "NPI check digit"). */
export function npiDigit(nine: string): string {
  const d = nums(nine)
  let total = 24
  for (let i = 0; i < 9; i++) {
    const v = i % 2 === 0 ? d[i] * 2 : d[i]
    total += Math.floor(v / 10) + (v % 10)
  }
  return String((Math.ceil(total / 10) * 10 - total) % 10)
}

/** DEA registration: odd places plus twice the even places. */
export function deaDigit(six: string): string {
  const d = nums(six)
  return String((d[0] + d[2] + d[4] + 2 * (d[1] + d[3] + d[5])) % 10)
}

/** 49 CFR 565.15(c): the ninth character of a VIN whose ninth is a placeholder. */
export function vinDigit(vin: string): string {
  const VALUE: Record<string, number> = { A: 1, B: 2, C: 3, D: 4, E: 5, F: 6, G: 7, H: 8, J: 1, K: 2, L: 3, M: 4, N: 5, P: 7, R: 9, S: 2, T: 3, U: 4, V: 5, W: 6, X: 7, Y: 8, Z: 9 }
  const weight = [8, 7, 6, 5, 4, 3, 2, 10, 0, 9, 8, 7, 6, 5, 4, 3, 2]
  const sum = [...vin].reduce((t, c, i) => t + weight[i] * (VALUE[c] ?? Number(c)), 0)
  return sum % 11 === 10 ? 'X' : String(sum % 11)
}

/** ISO 7064 MOD 97-10 over big integers. */
export function ibanCheck(country: string, bban: string): string {
  const digits = [...`${bban}${country}00`].map((c) => parseInt(c, 36)).join('')
  return String(98n - (BigInt(digits) % 97n)).padStart(2, '0')
}

/** ABA: 3·(d1+d4+d7) + 7·(d2+d5+d8) + (d3+d6+d9) is a multiple of ten. */
export function abaDigit(eight: string): string {
  const d = nums(eight)
  const sum = 3 * (d[0] + d[3] + d[6]) + 7 * (d[1] + d[4] + d[7]) + d[2] + d[5]
  return String((10 - (sum % 10)) % 10)
}

/** GS1 General Specifications 7.9.1. */
export function gs1Digit(payload: string): string {
  const sum = nums(payload)
    .reverse()
    .reduce((t, d, i) => t + (i % 2 === 0 ? 3 : 1) * d, 0)
  return String((10 - (sum % 10)) % 10)
}

/** HIBC modulo 43 (ANSI/HIBC 2.6 appendix B). */
export function hibcChar(code: string): string {
  const SET = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ-. $/+%'
  return SET[[...code].reduce((t, c) => t + SET.indexOf(c), 0) % 43]
}

/** Verhoeff (1969) by the dihedral group's own rule, not its tables: SNOMED CT identifiers. */
export function verhoeffDigit(payload: string): string {
  const mul = (a: number, b: number): number => (a < 5 ? (b < 5 ? (a + b) % 5 : ((a + b - 5) % 5) + 5) : b < 5 ? ((a - 5 - b + 5) % 5) + 5 : (a - b + 5) % 5)
  const SIGMA = [1, 5, 7, 6, 2, 8, 3, 0, 9, 4]
  let c = 0
  const d = nums(payload).reverse()
  for (let i = 0; i < d.length; i++) {
    let v = d[i]
    for (let k = 0; k < (i + 1) % 8; k++) v = SIGMA[v]
    c = mul(c, v)
  }
  for (let x = 0; x < 10; x++) if (mul(c, x) === 0) return String(x)
  return '0'
}

/** Spanish DNI: the letter of number mod 23. */
export const dniLetter = (eight: string): string => 'TRWAGMYFPDXBNJZSQVHLCKE'[Number(eight) % 23]

/** Brazilian CPF: two digits mod 11. */
export function cpfDigits(nine: string): string {
  const one = (s: string): number => {
    const r = nums(s).reduce((t, d, i) => t + d * (s.length + 1 - i), 0) % 11
    return r < 2 ? 0 : 11 - r
  }
  const a = one(nine)
  return `${a}${one(`${nine}${a}`)}`
}

/** NHS number: weights 10 to 2 mod 11; null where no digit fits. */
export function nhsDigit(nine: string): string | null {
  const c = 11 - (nums(nine).reduce((t, d, i) => t + d * (10 - i), 0) % 11)
  return c === 10 ? null : String(c % 11)
}

/** CLABE (Mexico): weights 3 7 1 on the 17 digits. */
export const clabeDigit = (d17: string): string => String((10 - (nums(d17).reduce((t, d, i) => t + ((d * [3, 7, 1][i % 3]) % 10), 0) % 10)) % 10)

/** Base58Check (Bitcoin P2PKH, version 0) of 20 bytes given in hexadecimal. */
export function base58check(hex20: string): string {
  const SET = '123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz'
  const body = Buffer.from(`00${hex20}`, 'hex')
  const sha = (b: Buffer): Buffer => createHash('sha256').update(b).digest()
  const all = Buffer.concat([body, sha(sha(body)).subarray(0, 4)])
  let n = BigInt(`0x${all.toString('hex')}`)
  let out = ''
  for (; n > 0n; n /= 58n) out = SET[Number(n % 58n)] + out
  for (const b of all) {
    if (b !== 0) break
    out = `1${out}`
  }
  return out
}

/** Bech32 address (BIP 173), witness version 0, of 20 bytes given in hexadecimal. */
export function bech32(hex20: string): string {
  const SET = 'qpzry9x8gf2tvdw0s3jn54khce6mua7l'
  const bits = [...Buffer.from(hex20, 'hex')].map((b) => b.toString(2).padStart(8, '0')).join('')
  const data = [0, ...(bits.match(/.{5}/g) ?? []).map((b) => parseInt(b, 2))]
  const polymod = (v: number[]): number => {
    const GEN = [0x3b6a57b2, 0x26508e6d, 0x1ea119fa, 0x3d4233dd, 0x2a1462b3]
    let chk = 1
    for (const x of v) {
      const top = chk >>> 25
      chk = ((chk & 0x1ffffff) << 5) ^ x
      for (let i = 0; i < 5; i++) if ((top >> i) & 1) chk ^= GEN[i]
    }
    return chk
  }
  const m = polymod([3, 3, 0, 2, 3, ...data, 0, 0, 0, 0, 0, 0]) ^ 1
  const sum = [0, 1, 2, 3, 4, 5].map((i) => (m >> (5 * (5 - i))) & 31)
  return `bc1${[...data, ...sum].map((v) => SET[v]).join('')}`
}
