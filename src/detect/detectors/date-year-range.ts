/**
 * The year ages are reckoned from while text is searched: 45 CFR 164.514(b)(2)(i)(C) removes years that show an age over
 * 89. A constant, so that the same text always gives the same findings; what is written in their place is decided by the
 * policy's own reference year.
 */
export const REFERENCE_YEAR = 2026

/** Years a date may be of. */
export const isYear = (y: number): boolean => y >= 1800 && y < 2200

/** Years that four digits without further evidence may be of. */
export const isRecentYear = (y: number): boolean => y >= 1900 && y <= REFERENCE_YEAR + 10
