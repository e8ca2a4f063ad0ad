/**
 * Is this a number the Social Security Administration can have issued? Not area 000, 666 or 900–999, not group 00, not
 * serial 0000 (SSA, randomization FAQ, 25 Jun 2011).
 */
export const validSsn = (area: number, group: number, serial: number): boolean => area !== 0 && area !== 666 && area < 900 && group !== 0 && serial !== 0
