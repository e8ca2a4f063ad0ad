import type { Detector } from './detector'
import { account } from './detectors/account'
import { age } from './detectors/age'
import { biometric } from './detectors/biometric'
import { date } from './detectors/date'
import { device } from './detectors/device'
import { email } from './detectors/email'
import { fax } from './detectors/fax'
import { geo } from './detectors/geo'
import { healthPlan } from './detectors/health-plan'
import { ip } from './detectors/ip'
import { license } from './detectors/license'
import { mrn } from './detectors/mrn'
import { name } from './detectors/name'
import { otherId } from './detectors/other-id'
import { phone } from './detectors/phone'
import { photo } from './detectors/photo'
import { ssn } from './detectors/ssn'
import { url } from './detectors/url'
import { vehicle } from './detectors/vehicle'

/** Every built-in detector. The order is contract: it breaks the last ties (see resolve/settle.ts). */
export const DETECTORS: readonly Detector[] = [
  ...name,
  ...geo,
  ...date,
  ...age,
  ...phone,
  ...fax,
  ...email,
  ...url,
  ...ip,
  ...ssn,
  ...mrn,
  ...healthPlan,
  ...account,
  ...license,
  ...vehicle,
  ...device,
  ...biometric,
  ...photo,
  ...otherId,
]
