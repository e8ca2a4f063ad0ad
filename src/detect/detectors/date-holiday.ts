import { Shape, type Window } from '../../scan/window'
import { Gap } from '../../text/chars'
import { hashWord } from '../../text/hash'
import type { Sink } from '../detector'
import { wordSet } from '../field'
import { relativeBefore } from './date-month-bare'
import { near } from './date-parts'
import { withYear } from './date-phrase'

const THE = hashWord('the')

/** Days of the year with a name of their own (5 U.S.C. 6103 and the commonest others). */
export const HOLIDAYS = [
  'christmas',
  'christmas eve',
  'christmas day',
  'xmas',
  'thanksgiving',
  'thanksgiving day',
  'new year s',
  'new years',
  'new year s eve',
  'new year s day',
  'new years eve',
  'new years day',
  'easter',
  'easter sunday',
  'good friday',
  'halloween',
  'labor day',
  'memorial day',
  'independence day',
  'fourth of july',
  '4 th of july',
  'july 4 th',
  'veterans day',
  'veteran s day',
  'columbus day',
  'indigenous peoples day',
  'presidents day',
  'president s day',
  'martin luther king day',
  'mlk day',
  'juneteenth',
  'valentine s day',
  'valentines day',
  'mother s day',
  'mothers day',
  'father s day',
  'fathers day',
  'st patrick s day',
  'saint patrick s day',
  'groundhog day',
  'cinco de mayo',
  'mardi gras',
  'ash wednesday',
  'palm sunday',
  'passover',
  'yom kippur',
  'rosh hashanah',
  'hanukkah',
  'chanukah',
  'ramadan',
  'eid',
  'diwali',
  'kwanzaa',
  'boxing day',
  'super bowl sunday',
  'black friday',
  'lunar new year',
  'chinese new year',
  'hmong new year',
  'new year',
  'new year s morning',
  'easter monday',
  'all saints day',
  'all saints',
  'all souls day',
  'three kings day',
  'epiphany sunday',
  'day of the dead',
  'dia de los muertos',
  'watch night',
  'maundy thursday',
  'holy saturday',
  'pentecost',
  'pesach',
  'purim',
  'sukkot',
  'shavuot',
  'lag baomer',
  'lag b omer',
  'tisha b av',
  'nowruz',
  'norooz',
  'tabaski',
  'eid al fitr',
  'eid al adha',
  'songkran',
  'patriots day',
  'election day',
  'new year holiday',
] as const

const HOLIDAY_LED = wordSet('last past next this on since before after around about until till til by previous at over through come like')
/** Those the holiday is an occasion of gifts and games too. */
const PRESENTS = wordSet('christmas xmas halloween valentine valentines')
/** What a holiday is the kind of. */
const FESTIVE = wordSet('holidays season break tree trees egg eggs lights cards gift gifts present presents dinner shopping decorations')
const FOR = hashWord('for')
/** Last words of names that are of one day alone. */
const ONE_DAY = wordSet('day eve friday monday wednesday thursday sunday morning')
const NEW = hashWord('new')
/** Holidays said in passing, or that are words of other things: only with a year or a word like `last`. */
const WORDS_TOO = wordSet('easter eid passover ramadan mardi')

/** `Christmas 2018`, `last Thanksgiving`, `since Labor Day`. */
export function atHoliday(w: Window, i: number, next: number, out: Sink): void {
  const year = withYear(w, i, next - 1)
  if (year !== null) {
    out.add(w.start[year.first], w.end[year.last], 0.9)
    return
  }
  const score = holidayScore(w, i, next)
  if (score > 0) out.add(w.start[relativeBefore(w, i)], w.end[next - 1], score)
}

function holidayScore(w: Window, i: number, next: number): number {
  const named = next - i > 1 && ONE_DAY.has(w.hash[next - 1]) && (w.shape[i] & Shape.LOWER) === 0 ? 0.55 : 0
  if (near(w, next, Gap.SPACE, 1) && FESTIVE.has(w.hash[next])) return 0
  if (!near(w, i, Gap.SPACE | Gap.NEWLINE, 2)) return named
  const p = w.hash[i - 1] === THE && near(w, i - 1, Gap.SPACE, 1) ? i - 2 : i - 1
  if (p < 0 || (p < i - 1 && next - i === 2 && w.hash[i] === NEW)) return 0
  if (w.hash[p] === FOR && !PRESENTS.has(w.hash[i])) return 0.55
  if (!HOLIDAY_LED.has(w.hash[p])) return named
  return WORDS_TOO.has(w.hash[i]) || (w.hash[i] === NEW && next - i === 2) ? 0.55 : 0.7
}
