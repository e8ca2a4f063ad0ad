import type { Detector } from '../detector'
import { geoCity } from './geo-city'
import { geoFacility } from './geo-facility'
import { geoStreet } from './geo-street'

/** Geographic subdivisions smaller than a state: §164.514(b)(2)(i)(B). */
export const geo: readonly Detector[] = [...geoStreet, ...geoFacility, ...geoCity]
