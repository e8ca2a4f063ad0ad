import { wordSet } from '../field'

export const YEAR = wordSet('year years yr yrs')
export const OLD = wordSet('old olds young')
/** `yo`, `yof` (female), `yom` (male). */
export const YO = wordSet('yo yof yom yoa yob')
export const MONTH = wordSet('month months mo mos mth mths')
export const WEEK = wordSet('week weeks wk wks')
export const DAY = wordSet('day days')
export const SEX = wordSet('m f male female man woman gentleman lady')
/** What stands before a person's age and sex: `a 93 F`, `this 93M`. */
export const PERSON_LED = wordSet('a an this pt patient is elderly old delightful pleasant the')
/** What follows a patient's age and sex: `93M with CHF`. */
export const PERSON_FOLLOWED = wordSet('with w who whose p presents presenting presented here admitted hx h s c found brought transferred seen history status from for and in')

/** `she is 93`, `my mother is 94`. */
export const PRONOUN = wordSet('he she i who patient pt mother father mom dad grandmother grandfather grandma grandpa husband wife aunt uncle brother sister man woman gentleman lady resident client')
export const BE = wordSet('is was am m s turned turns turning became be being')
export const TURN = wordSet('turned turns turning')
/** `died at 93`, `lived to be 97`, `until he was 95`. */
export const LIFE = wordSet('died dies deceased expired passed lived lives living death alive away')
export const KIN = wordSet('mother father mom dad grandmother grandfather grandma grandpa mgm mgf pgm pgf husband wife aunt uncle brother sister')
export const AFTER_KIN = wordSet('alive living deceased died healthy well with and has had no')

/** A stretch of time, not an age: `over 93 years`, `93 years ago`. */
export const BEFORE_STRETCH = wordSet('for over past last next within after about in than of every first per nearly almost under around another')
export const AFTER_STRETCH = wordSet('ago history experience duration later prior before earlier pack follow survival hence since war apart')

/** Units and readings after a lone number: not an age. */
export const AFTER_READING = wordSet('percent mg mcg g kg lb lbs ml cc mm cm beats bpm degrees minutes min hours hr hrs days weeks months feet units ng pounds inches points systolic over on percentile th st nd rd')
/** `90 or older`, `90 and above`: what the rule itself has ages over 89 written as. */
export const OR_OVER = wordSet('older over above up more greater plus')
export const OR = wordSet('or and')

/** Separators and words between an age's label and its value. */
export const AGE_FILLER = wordSet(
  'is was of the in years year yrs yr months mos at admission admit visit encounter presentation enrollment surgery sex gender value approximately approx about reported stated now currently turned',
)
export const DECADE_LED = wordSet('early mid late middle')
export const POSSESSIVE = wordSet('his her their my your our')
export const PERSON = wordSet('man woman male female patient pt gentleman lady person people individual resident mother father grandmother grandfather')
