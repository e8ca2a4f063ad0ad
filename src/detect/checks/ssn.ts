/**
 * Is this a number the Social Security Administration can have issued? Not area 000, 666 or 900–999, not group 00, not
 * serial 0000 (SSA, randomization FAQ, 25 Jun 2011).
 */
export const validSsn = (area: number, group: number, serial: number): boolean => area !== 0 && area !== 666 && area < 900 && group !== 0 && serial !== 0

/** Individual taxpayer identification number: 9xx, group 50–65, 70–88, 90–92 or 94–99 (IRS, Internal Revenue Manual 3.21.263). */
export const validItin = (area: number, group: number): boolean =>
  area >= 900 && area <= 999 && ((group >= 50 && group <= 65) || (group >= 70 && group <= 88) || (group >= 90 && group <= 92) || (group >= 94 && group <= 99))
