/**
 * ABA routing transit number (Accredited Standards X9.102): first two digits 00–12, 21–32, 61–72 or 80; weights 3, 7, 1
 * and a sum divisible by ten. Nine digits.
 */
export function validAba(digits: string): boolean {
  if (digits.length !== 9) return false
  const district = Number(digits.slice(0, 2))
  if (!(district <= 12 || (district >= 21 && district <= 32) || (district >= 61 && district <= 72) || district === 80)) return false
  let sum = 0
  for (let i = 0; i < 9; i++) sum += (digits.charCodeAt(i) - 48) * [3, 7, 1][i % 3]
  return sum % 10 === 0
}
