/** Length of an IBAN by country (SWIFT, IBAN Registry, ISO 13616-1). */
const LENGTHS =
  'AD24 AE23 AL28 AT20 AZ28 BA20 BE16 BG22 BH22 BI27 BR29 BY28 CH21 CR22 CY28 CZ24 DE22 DJ27 DK18 DO28 EE20 EG29 ES24 FI18 FK18 FO18 FR27 GB22 GE22 GI23 GL18 GR27 GT28 HN28 HR21 HU28 IE22 IL23 IQ23 IS26 IT27 JO30 KW30 KZ20 LB28 LC32 LI21 LT20 LU20 LV21 LY25 MC27 MD24 ME22 MK19 MN20 MR27 MT31 MU30 NI28 NL18 NO15 OM23 PK24 PL28 PS29 PT25 QA29 RO24 RS22 RU33 SA24 SC31 SD18 SE24 SI19 SK24 SM27 SO23 ST25 SV28 TL23 TN24 TR26 UA29 VA22 VG24 XK20 YE30'
const BY_COUNTRY: ReadonlyMap<string, number> = /* @__PURE__ */ new Map(LENGTHS.split(' ').map((s) => [s.slice(0, 2), Number(s.slice(2))]))

/** Longest IBAN, in letters and digits. */
export const IBAN_MAX = 34

/** Letters and digits of an IBAN of the country with this two-letter code, either case; 0: the country has none. */
export const ibanLength = (country: string): number => BY_COUNTRY.get(country.toUpperCase()) ?? 0

/** ISO 7064 MOD 97-10: country and check digits moved to the end, letters read as 10–35, the remainder by 97 is 1. Letters and digits only. */
export function validIban(iban: string): boolean {
  if (iban.length < 5 || iban.length > IBAN_MAX) return false
  let r = 0
  for (let i = 0; i < iban.length; i++) {
    const c = iban.charCodeAt((i + 4) % iban.length)
    if (c >= 48 && c <= 57) r = (r * 10 + c - 48) % 97
    else {
      const v = (c | 0x20) - 87
      if (v < 10 || v > 35) return false
      r = (r * 100 + v) % 97
    }
  }
  return r === 1
}
