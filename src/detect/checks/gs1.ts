/** GS1 check digit, mod 10 with weights 3 and 1 from the right (GS1 General Specifications, 7.9.1): GTIN, SSCC. */
export function gs1Check(digits: string): boolean {
  let sum = 0
  for (let k = digits.length - 1, weight = 1; k >= 0; k--, weight = 4 - weight) {
    const d = digits.charCodeAt(k) - 0x30
    if (d < 0 || d > 9) return false
    sum += d * weight
  }
  return digits.length > 1 && sum % 10 === 0
}
