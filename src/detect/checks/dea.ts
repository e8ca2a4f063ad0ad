/** First letters of DEA registrations (21 CFR 1301; registrant types of the DEA Diversion Control Division). */
const REGISTRANT = 'ABCDEFGHJKLMPRSTUX'

/** DEA registration number: registrant type, initial of the name (or 9), seven digits: (d1+d3+d5) + 2(d2+d4+d6) ends in d7. */
export function validDea(number: string): boolean {
  if (number.length !== 9 || !REGISTRANT.includes(number[0].toUpperCase())) return false
  const second = number[1].toUpperCase()
  if (second !== '9' && (second < 'A' || second > 'Z')) return false
  let sum = 0
  for (let i = 2; i < 8; i++) sum += (number.charCodeAt(i) - 48) * (i % 2 === 0 ? 1 : 2)
  return sum % 10 === number.charCodeAt(8) - 48
}
