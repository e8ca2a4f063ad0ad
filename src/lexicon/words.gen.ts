// Made by dictionaries/build.mjs from dictionaries/words/*.txt. Do not edit.
import type { WordClass } from './classes'

/** First 12 hex digits of the SHA-256 of the lists. */
export const DICTIONARY_VERSION = '3e7a9b86add8'

export const WORDS = {
  DIRECTION: 'e east n ne north northeast northwest nw s se south southeast southwest sw w west',
  MONTH: 'apr april aug august dec december feb february jan january jul july jun june mar march may nov november oct october sep sept september',
  NUMBER: 'eight eighteen eighty eleven fifteen fifty five forty four fourteen hundred nine nineteen ninety oh one seven seventeen seventy six sixteen sixty ten thirteen thirty thousand three twelve twenty two zero',
  ORDINAL: 'eighteenth eighth eleventh fifteenth fifth first fourteenth fourth nd nineteenth ninth rd second seventeenth seventh sixteenth sixth st tenth th third thirteenth thirtieth twelfth twentieth',
  STATE_CODE: 'ak al ar as az ca co ct dc de fl ga gu hi ia id il in ks ky la ma md me mi mn mo mp ms mt nc nd ne nh nj nm nv ny oh ok or pa pr ri sc sd tn tx ut va vi vt wa wi wv wy',
  TITLE: 'capt col cpt dame doctor dr fr gen hon lt maj miss mr mrs ms mx prof professor rev sgt sir',
  WEEKDAY: 'fri friday mon monday sat saturday sun sunday thu thur thurs thursday tue tues tuesday wed wednesday',
} as const satisfies Partial<Record<WordClass, string>> as Readonly<Record<WordClass, string>>
