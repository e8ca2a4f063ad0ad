/**
 * Luhn check digit of the digits of `text` from `start` to `end`, other characters skipped: IMEI (3GPP TS 23.003, annex
 * B) and ICCID (ITU-T E.118).
 */
export function deviceLuhn(text: string, start = 0, end = text.length): boolean {
  let sum = 0
  let n = 0
  for (let k = end - 1; k >= start; k--) {
    const d = text.charCodeAt(k) - 0x30
    if (d < 0 || d > 9) continue
    const doubled = n++ % 2 === 1 ? d * 2 : d
    sum += doubled > 9 ? doubled - 9 : doubled
  }
  return n > 1 && sum % 10 === 0
}
