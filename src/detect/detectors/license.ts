import { Shape } from '../../scan/window'
import { validDea } from '../checks/dea'
import type { Detector } from '../detector'
import { licenseLabelled } from './license-labelled'
import { licenseMrz } from './license-mrz'
import { licenseNpi } from './license-npi'
import { identifierType } from './shared-id-cx'
import { cdaExtension, hl7Fields, x12Element } from './shared-id-message'

const AUTHORITY = '45 CFR 164.514(b)(2)(i)(K)'

export const license: readonly Detector[] = [
  {
    id: 'license-dea',
    label: 'LICENSE',
    authority: `${AUTHORITY}; 21 CFR 1301, DEA registration numbers`,
    reach: { behind: 8, ahead: 12 },
    on: { shape: Shape.SUFFIX },
    at(w, i, out) {
      if (w.end[i] - w.start[i] !== 7 || i === 0 || w.gap[i] !== 0 || w.alnumAt(w.end[i])) return
      if (w.end[i - 1] - w.start[i - 1] !== 2 || w.gap[i - 1] === 0 || !w.is(i - 1, Shape.CAPS)) return
      if (validDea(w.text.slice(w.start[i - 1], w.end[i]))) out.add(w.start[i - 1], w.end[i], 0.9)
    },
  },
  licenseNpi,
  ...licenseLabelled,
  identifierType('license-hl7', 'LICENSE', 'dl npi dea ppn ln md sl'),
  hl7Fields('license-hl7-pid', 'LICENSE', 'PID', [20]),
  hl7Fields('license-hl7-pv1', 'LICENSE', 'PV1', [7, 8, 9, 17]),
  x12Element('license-x12', 'LICENSE', 'xx'),
  cdaExtension('license-cda', 'LICENSE', '', '2.16.840.1.113883.4.6'),
  ...licenseMrz,
]
