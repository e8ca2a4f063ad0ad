import { removes } from '../admission'
import { placeholder } from '../placeholder'
import { stateOf } from '../state'
import { type Context, define, type Hit } from '../strategy'
import { generaliseDate, oldestYear } from '../year'
import { zip3Of } from '../zip3'

/** 45 CFR 164.514(b)(2)(i)(C): ages over 89 "may be aggregated into a single category of age 90 or older". */
export const OVER_89 = '90+'

/**
 * What Safe Harbor lets stand of a value: the year of a date, one class for ages over 89, the State of an address, the
 * first three digits of a ZIP. Where the value has no such part, the label.
 */
export const generalise = define({
  name: 'generalise',
  params: {},
  labels: 'all',
  stable: true,
  admits: removes,
  effect: (label, subtype, _params, context) => {
    if (label === 'DATE') return subtype === 'time' ? placeholder(label) : `the year; before ${oldestYear(context.referenceYear)} if 90 years back or more`
    if (label === 'AGE') return OVER_89
    if (label === 'GEO') return geoEffect(subtype)
    return placeholder(label)
  },
  make: (_params, context) => (hit) => (hit.capped ? placeholder(hit.label) : write(hit, context)),
})

function write(hit: Hit, { referenceYear }: Context): string {
  switch (hit.label) {
    case 'DATE':
      return (hit.subtype === 'time' ? undefined : generaliseDate(hit.text, referenceYear, hit.subtype === 'birth')) ?? placeholder('DATE')
    case 'AGE':
      return OVER_89
    case 'GEO':
      if (hit.subtype === 'zip') return zip3Of(hit.text)
      if (hit.subtype === 'coordinates' || hit.subtype === 'country') return placeholder('GEO')
      return stateOf(hit.text, hit.subtype === 'state') ?? placeholder('GEO')
    default:
      return placeholder(hit.label)
  }
}

function geoEffect(subtype: string | undefined): string {
  if (subtype === 'zip') return 'first three digits, 000 for units of 20,000 people or fewer'
  if (subtype === 'coordinates' || subtype === 'country') return '[GEO]'
  return 'the US State, or [GEO]'
}
