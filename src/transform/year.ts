const MONTH = '(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}'

/** The commonest writings, whole: `2019-03-14`, `3/14/2019`, `3/14`, so that most dates cost one look. */
const PLAIN = /^(?:(1[89]\d\d|2[01]\d\d)-\d\d-\d\d|\d{1,2}[/-]\d{1,2}[/-](1[89]\d\d|2[01]\d\d)|\d{1,2}[/-](\d\d?))$/
/** Times of day and zone offsets: their digits are no part of the date. */
const TIME = /(?<!\d)\d{1,2}:\d{2}(?::\d{2}(?:[.,]\d{1,9})?)?|(?<!\d)\d{1,2}\s?(?:[ap]\.?m\b|hrs?\b|h\b)/gi
const RUN = /(?:^|\D)(\d{6,17})(?!\d)/
const THREE_PARTS = /(?:^|\D)(\d{1,4})\s?([-/. ])\s?(\d{1,2})\s?[-/. ]\s?(\d{4}|\d{2})(?!\d)/
const MONTH_THEN_YEAR = new RegExp(`${MONTH}(?:[\\s,./-]{0,3}\\d{1,2}(?:st|nd|rd|th)?)?[\\s,./'-]{0,3}(\\d{4})(?!\\d)`, 'i')
const DAY_MONTH_SHORT = new RegExp(`(?:^|\\D)\\d{1,2}(?:st|nd|rd|th)?(?: of)?[\\s./-]{0,2}${MONTH}[\\s.,/-]{0,3}(\\d{2})(?!\\d)`, 'i')
const MONTH_DAY_SHORT = new RegExp(`${MONTH}(?:[\\s.]{0,2}\\d{1,2}(?:st|nd|rd|th)?[\\s,]{1,3}|[-/]\\d{1,2}[-/])(\\d{2})(?!\\d)`, 'i')
const MONTH_LATE = new RegExp(`${MONTH}[\\s.,/-]{0,3}(3[2-9]|[4-9]\\d)(?!\\d)`, 'i')
const NUMBER_LATE = /(?:^|\D)\d{1,2}\s?[-/.]\s?(3[2-9]|[4-9]\d)(?!\d)/
const APOSTROPHE = /['’`´](\d{2})(?!\d)/
const FOUR = /(?:^|\D)(1[89]\d{2}|2[01]\d{2})(?!\d)/
const DECADE = /(?:^|\D)(1[89]\d0|2[01]\d0)['’]?s(?![a-z])/i

/** 45 CFR 164.514(b)(2)(i)(C): a year that shows an age over 89 may only stay as "90 or older". */
export const OVER = 90

/** Years from this one on may stand; earlier ones are written `before` it. It may stand itself: writing it twice changes nothing. */
export const oldestYear = (referenceYear: number): number => referenceYear - OVER + 1

/** `2019`, `2010s`, or `before 1937` where the year is 90 or more before the reference year; undefined where no year is written. */
export function generaliseDate(text: string, referenceYear: number, birth: boolean): string | undefined {
  const oldest = oldestYear(referenceYear)
  const decade = DECADE.exec(text)
  if (decade !== null) return Number(decade[1]) < oldest ? `before ${oldest}` : `${decade[1]}s`
  const year = yearOf(text, birth ? referenceYear : referenceYear + 1)
  if (year === undefined) return undefined
  return year < oldest ? `before ${oldest}` : String(year)
}

/**
 * The year written in a date, in any of the writings of ISO 8601, HL7, FHIR, DICOM and of US and British notes. Two
 * digits are the latest such year not after `latest`. Undefined where there is none, or where two digits may as well
 * be a day (`12/08`, `March 19`).
 */
export function yearOf(text: string, latest: number): number | undefined {
  const plain = PLAIN.exec(text)
  if (plain !== null) {
    if (plain[1] !== undefined) return Number(plain[1])
    const late = Number(plain[3])
    return plain[2] !== undefined ? Number(plain[2]) : late > 31 ? pivot(late, latest) : undefined
  }
  const date = text.replace(TIME, ' ')
  const run = RUN.exec(date)
  if (run !== null) return ofRun(run[1], latest)
  const long = MONTH_THEN_YEAR.exec(date)
  if (long !== null && plausible(Number(long[1]))) return Number(long[1])
  const parts = THREE_PARTS.exec(date)
  const year = parts === null ? undefined : ofParts(parts[1], parts[4], latest)
  if (year !== undefined) return year
  const four = FOUR.exec(date)
  if (four !== null) return Number(four[1])
  const short = APOSTROPHE.exec(date) ?? DAY_MONTH_SHORT.exec(date) ?? MONTH_DAY_SHORT.exec(date) ?? MONTH_LATE.exec(date) ?? NUMBER_LATE.exec(date)
  return short === null ? undefined : pivot(Number(short[1]), latest)
}

const plausible = (year: number): boolean => year >= 1800 && year < 2200

const pivot = (twoDigits: number, latest: number): number => latest - ((((latest - twoDigits) % 100) + 100) % 100)

/** `a-b-c`: the year is the part of four digits; of two, the last (US and British order), unless only the first can be one. */
function ofParts(first: string, last: string, latest: number): number | undefined {
  if (first.length === 4) return plausible(Number(first)) ? Number(first) : undefined
  if (last.length === 4) return plausible(Number(last)) ? Number(last) : undefined
  if (first.length === 3) return undefined
  return pivot(Number(Number(first) > 31 ? first : last), latest)
}

/** Digits without separators: HL7 and DICOM `YYYYMM[DD[HH…]]`, ordinal `YYYYDDD`, then the writings that end in the year. */
function ofRun(run: string, latest: number): number | undefined {
  const year = Number(run.slice(0, 4))
  if (run.length === 6) return ofSix(run, year, latest)
  if (run.length === 7) return plausible(year) && Number(run.slice(4)) <= 366 ? year : undefined
  if (plausible(year) && Number(run.slice(4, 6)) <= 12 && Number(run.slice(6, 8)) <= 31) return year
  const tail = Number(run.slice(4, 8))
  return run.length === 8 && plausible(tail) && dayAndMonth(run) ? tail : undefined
}

/** `YYYYMM`, then `MMDDYY`, `YYMMDD`, `DDMMYY`: as HL7 and US systems write. */
function ofSix(run: string, year: number, latest: number): number | undefined {
  const [a, b, c] = [Number(run.slice(0, 2)), Number(run.slice(2, 4)), Number(run.slice(4))]
  if (year >= 1900 && year <= latest && isMonth(c)) return year
  if (isMonth(a) && isDay(b)) return pivot(c, latest)
  if (isMonth(b) && isDay(c)) return pivot(a, latest)
  return isDay(a) && isMonth(b) ? pivot(c, latest) : undefined
}

function dayAndMonth(run: string): boolean {
  const [a, b] = [Number(run.slice(0, 2)), Number(run.slice(2, 4))]
  return (isMonth(a) && isDay(b)) || (isDay(a) && isMonth(b))
}

const isMonth = (n: number): boolean => n >= 1 && n <= 12

const isDay = (n: number): boolean => n >= 1 && n <= 31
