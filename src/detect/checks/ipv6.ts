export interface Ipv6Form {
  /** Groups written out (an embedded IPv4 address counts as two). */
  readonly groups: number
  /** All eight groups are written. */
  readonly full: boolean
}

/** Decimal, without leading zeros (RFC 6943 §3.1.1). */
const isOctet = (s: string): boolean => /^(?:0|[1-9]\d{0,2})$/.test(s) && Number(s) <= 255

/** Is `s` a text form of an IPv6 address (RFC 4291 §2.2)? Eight groups of two digits are an EUI-64 and are refused. */
export function parseIpv6(s: string): Ipv6Form | null {
  const gap = s.indexOf('::')
  if (gap >= 0 && s.indexOf('::', gap + 1) >= 0) return null
  const parts = gap < 0 ? s.split(':') : [...side(s.slice(0, gap)), ...side(s.slice(gap + 2))]
  let groups = 0
  let pairs = 0
  for (let k = 0; k < parts.length; k++) {
    const part = parts[k]
    if (part.includes('.')) {
      const octets = part.split('.')
      if (k !== parts.length - 1 || octets.length !== 4 || !octets.every(isOctet) || s.endsWith(':')) return null
      groups += 2
      continue
    }
    if (part.length === 0 || part.length > 4) return null
    if (part.length === 2) pairs++
    groups++
  }
  if (gap < 0) return groups === 8 && pairs < 8 ? { groups, full: true } : null
  return groups <= 7 ? { groups, full: false } : null
}

const side = (s: string): string[] => (s === '' ? [] : s.split(':'))
