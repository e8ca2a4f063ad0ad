import type { Detector } from '../detector'
import { geoCity } from './geo-city'
import { geoComponent } from './geo-component'
import { geoContext } from './geo-context'
import { geoCoordinates } from './geo-coordinates'
import { geoFacility } from './geo-facility'
import { geoField } from './geo-field'
import { geoForeign } from './geo-foreign'
import { geoPractice } from './geo-practice'
import { geoRegion } from './geo-region'
import { geoRoad } from './geo-road'
import { geoSpeech } from './geo-speech'
import { geoStreet } from './geo-street'
import { geoSubdivision } from './geo-subdivision'
import { geoUnit } from './geo-unit'

/** Geographic subdivisions smaller than a state: §164.514(b)(2)(i)(B). */
export const geo: readonly Detector[] = [
  ...geoStreet,
  ...geoUnit,
  ...geoForeign,
  ...geoRoad,
  ...geoField,
  ...geoSubdivision,
  ...geoCity,
  ...geoFacility,
  ...geoComponent,
  ...geoContext,
  ...geoPractice,
  ...geoSpeech,
  ...geoCoordinates,
  ...geoRegion,
]
