/**
 * 45 CFR 164.514(b)(2)(i)(B): the first three digits of a ZIP may stay where all ZIPs that share them hold more than
 * 20,000 people by current Census data; otherwise `000`. The 871 units over 20,000 in the 2020 Census (DHC table P1 by
 * ZCTA) that are not among the 17 HHS listed from the 2000 Census either. What is not listed here is `000`.
 */
const OVER_20000 =
  '006-007 009-035 037-054 056-058 060-062 064-089 100-101 103-191 193-201 206-212 214-268 270-310 312-331 333-339 341-342 344 346-347 349-352 354-368 370-374 376-398 400-418 420-427 430-458 460-508 510-516 520-528 530-532 534-535 537-551 553-554 557-567 570-577 580-588 590-620 622-631 633-641 644-648 650-658 660-662 664-681 683-691 693 700-701 703-708 710-714 716-731 734-741 743-752 754-770 773-789 791-816 820 822 824-829 832-838 840-841 843-847 850-853 855-857 859-860 863-865 870-871 873-875 877 880-883 891 894-895 897-898 900 902-908 910-928 930-937 939-941 943-961 967-968 970-986 988-999'

const allowed: Uint8Array = /* @__PURE__ */ expand(OVER_20000)

function expand(ranges: string): Uint8Array {
  const table = new Uint8Array(1000)
  for (const range of ranges.split(' ')) {
    const [from, to = from] = range.split('-')
    table.fill(1, Number(from), Number(to) + 1)
  }
  return table
}

/** May the three digits stay? `prefix` is 0 to 999. */
export const zip3Allowed = (prefix: number): boolean => allowed[prefix] === 1

/** First three digits of the ZIP in `text` (5 or 9 digits, or three already), or `000`. */
export function zip3Of(text: string): string {
  const runs = text.match(/[\dA-Za-z]+/g) ?? []
  const zip = runs.find((r) => /^\d+$/.test(r) && (r.length === 5 || r.length === 9)) ?? (runs.length === 1 && /^\d{3}$/.test(runs[0]) ? runs[0] : undefined)
  if (zip === undefined) return '000'
  const prefix = zip.slice(0, 3)
  return zip3Allowed(Number(prefix)) ? prefix : '000'
}
