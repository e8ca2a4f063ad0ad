import type { Window } from '../../scan/window'
import { Gap } from '../../text/chars'
import type { Sink } from '../detector'
import { wordSet } from '../field'
import { digits, near } from './date-parts'
import { isYear } from './date-year-range'

/** Names of months in Spanish, French, German, Italian and Portuguese, and their common abbreviations (Unicode CLDR), without diacritics. */
export const FOREIGN_MONTHS = `
enero febrero marzo abril mayo junio julio agosto septiembre setiembre octubre noviembre diciembre ene abr ago dic
janvier fevrier mars avril mai juin juillet aout septembre octobre novembre decembre janv fevr avr juil
januar janner februar marz juni juli oktober dezember okt dez april august september november
gennaio febbraio aprile maggio giugno luglio settembre ottobre dicembre gen mag giu lug ott
janeiro fevereiro marco maio junho julho setembro outubro novembro dezembro fev out
`
  .trim()
  .split(/\s+/)
  .filter((m, i, all) => all.indexOf(m) === i)

const OF = wordSet('de del do di d')
/** `1er janvier`, `1º de enero`. */
const SUFFIX = wordSet('er o a ro')

/** Full names that are no words or names of English: a day before them is enough. */
const PLAIN = wordSet(
  'enero febrero marzo abril mayo junio julio agosto septiembre setiembre octubre noviembre diciembre janvier fevrier avril juillet septembre octobre novembre decembre januar januari februar oktober dezember gennaio febbraio aprile maggio giugno luglio settembre ottobre dicembre janeiro fevereiro maio junho julho setembro outubro novembro dezembro',
)
const WEEKDAYS = wordSet('lunes martes miercoles jueves viernes sabado domingo lundi mardi mercredi jeudi vendredi samedi dimanche')

/** `19 de marzo de 1967`, `1er juillet 1995`, `11. März 2007`, `martes 14 de mayo`: with a day, and a year of four digits or a name that is no other word. */
export function atForeignMonth(w: Window, i: number, next: number, out: Sink): void {
  let y = next
  if (OF.has(w.hash[y]) && near(w, y, Gap.SPACE, 1)) y++
  const dated = digits(w, y, 4, 4) && near(w, y, Gap.SPACE | Gap.COMMA | Gap.DOT | Gap.NEWLINE, 2) && isYear(w.num(y)) && !w.glued(y + 1)
  if (!dated && !PLAIN.has(w.hash[i])) return
  let d = i
  if (OF.has(w.hash[d - 1]) && near(w, d, Gap.SPACE, 1)) d--
  if (!near(w, d, Gap.SPACE | Gap.DOT | Gap.NEWLINE, 2)) return
  d--
  if (w.glued(d) && SUFFIX.has(w.hash[d])) d--
  if (!digits(w, d, 1, 2) || w.glued(d) || w.num(d) < 1 || w.num(d) > 31) return
  const first = near(w, d, Gap.SPACE | Gap.COMMA, 2) && WEEKDAYS.has(w.hash[d - 1]) ? d - 1 : d
  out.add(w.start[first], w.end[dated ? y : next - 1], dated ? 0.9 : 0.7)
}
