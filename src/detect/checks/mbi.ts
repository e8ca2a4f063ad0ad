/** CMS, "Understanding the Medicare Beneficiary Identifier (MBI) Format": letters without S, L, O, I, B, Z; dashes, or spaces, only for display. */
const MBI = /[1-9][AC-HJKMNP-RT-Y][0-9AC-HJKMNP-RT-Y]\d[- ]?[AC-HJKMNP-RT-Y][0-9AC-HJKMNP-RT-Y]\d[- ]?[AC-HJKMNP-RT-Y]{2}\d\d/iy

/** Length of the Medicare Beneficiary Identifier that starts at `p`, or 0. What stands around it is the caller's to check. */
export function mbiAt(text: string, p: number): number {
  MBI.lastIndex = p
  return MBI.test(text) ? MBI.lastIndex - p : 0
}
