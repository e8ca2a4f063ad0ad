const ALPHABET = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ-. $/+%'

/** HIBC link or check character: sum of the values of all characters before the last, mod 43 (ANSI/HIBC 2.6, appendix B). */
export function hibcCheck(code: string): boolean {
  let sum = 0
  for (let k = 0; k < code.length - 1; k++) {
    const v = ALPHABET.indexOf(code[k])
    if (v < 0) return false
    sum += v
  }
  return code.length > 1 && ALPHABET[sum % 43] === code[code.length - 1]
}
