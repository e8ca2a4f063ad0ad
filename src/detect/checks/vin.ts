/** Weights of positions 1 to 17 (49 CFR 565.15(c), table III); the check digit itself weighs nothing. */
const WEIGHTS = [8, 7, 6, 5, 4, 3, 2, 10, 0, 9, 8, 7, 6, 5, 4, 3, 2]
/** Values of the letters A to Z (table II); 0: I, O and Q, which a VIN never has. */
const LETTERS = [1, 2, 3, 4, 5, 6, 7, 8, 0, 1, 2, 3, 4, 5, 0, 7, 0, 9, 2, 3, 4, 5, 6, 7, 8, 9]

/** Value of a VIN character, in either case, or -1. */
function vinValue(c: number): number {
  if (c >= 0x30 && c <= 0x39) return c - 0x30
  const letter = (c | 0x20) - 0x61
  if (letter < 0 || letter > 25 || LETTERS[letter] === 0) return -1
  return LETTERS[letter]
}

/** Are the 17 characters of `text` from `at` of the VIN's alphabet (ISO 3779: no I, O or Q)? */
export function vinAlphabet(text: string, at: number): boolean {
  for (let k = 0; k < 17; k++) if (vinValue(text.charCodeAt(at + k)) < 0) return false
  return true
}

/** Does the 17-character VIN at `at` have the check digit of 49 CFR 565.15(c)? Vehicles not made for North America need not. */
export function vinCheck(text: string, at = 0): boolean {
  let sum = 0
  for (let k = 0; k < 17; k++) {
    const v = vinValue(text.charCodeAt(at + k))
    if (v < 0) return false
    sum += v * WEIGHTS[k]
  }
  const check = text.charCodeAt(at + 8)
  const rest = sum % 11
  return rest === 10 ? (check | 0x20) === 0x78 : check === 0x30 + rest
}
