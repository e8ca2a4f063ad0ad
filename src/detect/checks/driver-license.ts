/**
 * Driver's licence numbers by state: L a letter, X a letter or digit, 9 digits, with counts (`L7`: a letter and seven
 * digits; `L8`, `9`). After the issuers' formats as listed by the National Organization of DUI Defense and NTSI; lists
 * differ and age, so a format supports a label and never replaces it.
 */
const FORMATS: Readonly<Record<string, string>> = {
  AL: '1-8',
  AK: '1-7',
  AZ: 'L8 9',
  AR: '4-9',
  CA: 'L7',
  CO: '9 L3-6 LL2-5',
  CT: '9',
  DE: '1-7',
  DC: '7 9',
  FL: 'L12',
  GA: '7-9',
  HI: 'L8 9',
  ID: 'LL6L 9',
  IL: 'L11-12',
  IN: 'L9 9-10',
  IA: '9 3LL4',
  KS: 'L8 9',
  KY: 'L8-9 9',
  LA: '1-9',
  ME: '7-8 7L',
  MD: 'L12',
  MA: 'L8 9',
  MI: 'L10 L12',
  MN: 'L12',
  MS: '9',
  MO: 'L5-9 L6R 8LL 9L 9',
  MT: 'L8 9 13-14',
  NE: 'L6-8',
  NV: '9-10 12 X8',
  NH: '2LLL5',
  NJ: 'L14',
  NM: '8-9',
  NY: '8-9 16 L7 L18',
  NC: '1-12',
  ND: 'LLL6 9',
  OH: 'L4-8 LL3-7 8',
  OK: 'L9 9',
  OR: '1-9',
  PA: '8',
  RI: '7 L6',
  SC: '5-11',
  SD: '6-10 12',
  TN: '7-9',
  TX: '7-8',
  UT: '4-10',
  VT: '8 7L',
  VA: 'L8-11 9',
  WA: 'X12',
  WV: '7 L5-6 LL5-6',
  WI: 'L13',
  WY: '9-10',
}

/** Is this what the state's licences look like? Letters and digits only; spaces and dashes are the caller's to drop. */
export function driverLicense(state: string, number: string): boolean {
  const formats = FORMATS[state.toUpperCase()]
  if (formats === undefined) return false
  return formats.split(' ').some((format) => fits(format, number.toUpperCase()))
}

/** Does the number fit one format? Each piece of the format is a letter, or a count or range of digits. */
function fits(format: string, number: string): boolean {
  if (format[0] === 'X') return number.length === Number(format.slice(1)) && /^[A-Z0-9]*$/.test(number)
  let p = 0
  for (const [piece] of format.matchAll(/\d+(?:-\d+)?|[A-Z]/g)) {
    if (piece === 'L' || piece === 'R') {
      const c = number[p++] ?? ''
      if (!(c >= 'A' && c <= 'Z') || (piece === 'R' && c !== 'R')) return false
      continue
    }
    const [least, most = least] = piece.split('-').map(Number)
    let n = 0
    while (n < most && number[p + n] >= '0' && number[p + n] <= '9') n++
    if (n < least) return false
    p += n
  }
  return p === number.length
}
