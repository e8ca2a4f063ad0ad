/** 45 CFR 160.103: "State" includes DC, Puerto Rico, the Virgin Islands, Guam, American Samoa and the Northern Marianas. USPS codes. */
const STATES =
  'AL alabama|AK alaska|AZ arizona|AR arkansas|CA california|CO colorado|CT connecticut|DE delaware|FL florida|GA georgia|HI hawaii|ID idaho|IL illinois|IN indiana|IA iowa|KS kansas|KY kentucky|LA louisiana|ME maine|MD maryland|MA massachusetts|MI michigan|MN minnesota|MS mississippi|MO missouri|MT montana|NE nebraska|NV nevada|NH new hampshire|NJ new jersey|NM new mexico|NY new york|NC north carolina|ND north dakota|OH ohio|OK oklahoma|OR oregon|PA pennsylvania|RI rhode island|SC south carolina|SD south dakota|TN tennessee|TX texas|UT utah|VT vermont|VA virginia|WA washington|WV west virginia|WI wisconsin|WY wyoming|DC district of columbia|PR puerto rico|VI virgin islands|VI us virgin islands|VI usvi|GU guam|AS american samoa|MP northern mariana islands|MP cnmi'

const BY_NAME: ReadonlyMap<string, string> = new Map(STATES.split('|').map((s) => [s.slice(3), s.slice(0, 2)]))
export const STATE_CODES: ReadonlySet<string> = new Set(BY_NAME.values())

const COUNTRY = new Set(['usa', 'us', 'united', 'states', 'of', 'america'])
const LONGEST_NAME = 3

/**
 * The US State an address or a place ends in, as its USPS code; undefined where none is certain. A name alone counts
 * only where the finding is a State (`whole`): Washington and Delaware are towns too. Otherwise a ZIP must follow, or a
 * comma or, for a code, a town's name must come before: `12 CALLE LA` is not in Louisiana.
 */
export function stateOf(text: string, whole: boolean): string | undefined {
  const tokens = (text.match(/[A-Za-z][A-Za-z.]*|\d[\d-]*|,/g) ?? []).map((t) => t.replaceAll('.', ''))
  const { end, zip } = trimTail(tokens)
  for (let n = Math.min(LONGEST_NAME, end); n > 0; n--) {
    const code = BY_NAME.get(
      tokens
        .slice(end - n, end)
        .join(' ')
        .toLowerCase(),
    )
    if (code !== undefined) return zip || tokens[end - n - 1] === ',' || (whole && n === end) ? code : undefined
  }
  if (end === 0) return undefined
  const last = tokens[end - 1]
  const code = last.toUpperCase()
  if (!STATE_CODES.has(code)) return undefined
  if (zip || (whole && end === 1)) return code
  if (last !== code || end === 1) return undefined
  const before = tokens[end - 2]
  return before === ',' || /^[A-Z][a-z]/.test(before) ? code : undefined
}

/** Position after the last token that is neither a country, a ZIP nor a comma, and whether a ZIP stood there. */
function trimTail(tokens: readonly string[]): { readonly end: number; readonly zip: boolean } {
  let end = tokens.length
  let zip = false
  for (; end > 0; end--) {
    const token = tokens[end - 1]
    if (/^\d{5}(?:-?\d{4})?$/.test(token)) zip = true
    else if (token !== ',' && !COUNTRY.has(token.toLowerCase())) break
  }
  return { end, zip }
}
