/** ISO/IEC 7812-1 annex B (Luhn): every second digit from the right doubled, the sum of all digits divisible by ten. Digits only. */
export function luhn(digits: string): boolean {
  let sum = 0
  let double = false
  for (let i = digits.length - 1; i >= 0; i--) {
    const d = digits.charCodeAt(i) - 48
    const v = double ? d * 2 : d
    sum += v > 9 ? v - 9 : v
    double = !double
  }
  return digits.length > 0 && sum % 10 === 0
}
