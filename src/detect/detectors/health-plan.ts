import { Shape } from '../../scan/window'
import { mbiAt } from '../checks/mbi'
import type { Detector } from '../detector'
import { healthPlanLabelled } from './health-plan-labelled'
import { healthPlanRow } from './health-plan-row'
import { identifierType } from './shared-id-cx'
import { hl7Fields, x12Element } from './shared-id-message'

const AUTHORITY = '45 CFR 164.514(b)(2)(i)(I)'

export const healthPlan: readonly Detector[] = [
  {
    id: 'health-plan-mbi',
    label: 'HEALTH_PLAN',
    authority: `${AUTHORITY}; CMS, MBI format`,
    reach: { behind: 8, ahead: 24 },
    on: { shape: Shape.PREFIX },
    at(w, i, out) {
      // The second character is a letter: the first digit stands alone, with letters glued to it.
      if (w.end[i] - w.start[i] !== 1 || i + 1 >= w.n || w.gap[i + 1] !== 0 || w.gap[i] === 0) return
      const p = w.start[i]
      const length = mbiAt(w.text, p)
      if (length === 0 || w.alnumAt(p + length)) return
      const before = w.at(p - 1)
      if ((before === 0x2d || before === 0x2e) && w.alnumAt(p - 2)) return
      out.add(p, p + length, 0.95)
    },
  },
  {
    id: 'health-plan-hicn',
    label: 'HEALTH_PLAN',
    authority: `${AUTHORITY}; CMS, HICN: an SSN and a beneficiary identification code`,
    reach: { behind: 8, ahead: 24 },
    on: { shape: Shape.DIGITS_3_4 },
    at(w, i, out) {
      if (w.end[i] - w.start[i] !== 3 || w.gap[i] === 0) return
      const p = w.start[i]
      HICN.lastIndex = p
      if (!HICN.test(w.text) || w.alnumAt(HICN.lastIndex)) return
      const before = w.at(p - 1)
      if (before === 0x2d && w.alnumAt(p - 2)) return
      out.add(p, HICN.lastIndex, 0.8)
    },
  },
  ...healthPlanLabelled,
  healthPlanRow,
  identifierType('health-plan-hl7', 'HEALTH_PLAN', 'ma mc mb hc'),
  // Plan, group number, policy number, insured's number.
  hl7Fields('health-plan-hl7-in1', 'HEALTH_PLAN', 'IN1', [2, 8, 36, 49]),
  x12Element('health-plan-x12', 'HEALTH_PLAN', 'mi ig'),
]

/** Dashed as a Social Security number, with the beneficiary identification code glued or after a dash. */
const HICN = /\d{3}-\d\d-\d{4}-?[A-FHJKMTW][1-9A-D]?/y
