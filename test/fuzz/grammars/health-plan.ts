import { nhsDigit } from '../checksum'
import { bare, field, type Grammar, situ } from '../form'
import type { Rng } from '../prng'

const MBI_LETTERS = 'ACDEFGHJKMNPQRTUVWXY'
const a = (r: Rng): string => r.of(MBI_LETTERS, 1)
const an = (r: Rng): string => r.of(`0123456789${MBI_LETTERS}`, 1)
/** CMS, "Understanding the Medicare Beneficiary Identifier format": C A AN N A AN N A A N N. */
const mbi = (r: Rng): readonly string[] => [r.of('123456789', 1) + a(r) + an(r) + r.digits(1), a(r) + an(r) + r.digits(1), a(r) + a(r) + r.digits(2)]
const MBI_LABELS = ['MBI', 'Medicare ID', 'Medicare Number', 'Medicare Beneficiary Identifier', 'Medicare #', 'HIC']
const MBI_PROSE = ['Her Medicare number is {}.', 'Medicare ID {} verified.']
const nhs = (r: Rng): string => {
  for (;;) {
    const nine = r.number(9)
    const c = nhsDigit(nine)
    if (c !== null) return nine + c
  }
}
const suffix = (r: Rng): string => r.pick(['A', 'B', 'C1', 'D', 'M', 'T', 'W', 'B6'])

export const HEALTH_PLAN: Grammar = {
  label: 'HEALTH_PLAN',
  authority: '45 CFR 164.514(b)(2)(i)(I); CMS on MBI and HICN; HL7 v2 IN1-2, IN1-8, IN1-36, IN1-49; ISO/IEC 7812 (health applications, 80840)',
  numbered: true,
  labels: [
    'Member ID',
    'Member Number',
    'Subscriber ID',
    'Subscriber Number',
    'Policy Number',
    'Policy No',
    'Policy #',
    'Insurance ID',
    'Insurance Number',
    'Group Number',
    'Group #',
    'Plan ID',
    'Health Plan ID',
    'Beneficiary ID',
    'Beneficiary Number',
    'Medicaid ID',
    'Insured ID',
    'Cert #',
    'Member #',
    'Group ID',
    'Enrollee ID',
    'Cardholder ID',
    'Insurance Policy Number',
    'BCBS ID',
  ],
  prose: ['Her insurance member ID is {}.', 'Coverage under policy number {} lapsed.', 'Medicaid number {} is active', 'subscriber id {} was not found', 'insured under group number {} through work'],
  forms: [
    bare('mbi', (r) => mbi(r).join(''), { labels: MBI_LABELS, prose: MBI_PROSE }),
    bare('mbi-dashes', (r) => mbi(r).join('-'), { labels: MBI_LABELS, prose: MBI_PROSE }),
    field('mbi-spaces', (r) => mbi(r).join(' '), MBI_LABELS, MBI_PROSE),
    bare('hicn', (r) => `${r.int(100, 665)}-${r.int(10, 99)}-${r.number(4)}${suffix(r)}`, { labels: ['HICN', 'HIC', 'Medicare #', 'Medicare claim number', 'HIC Number'], prose: MBI_PROSE }),
    field('hicn-plain', (r) => `${r.int(100, 665)}${r.int(10, 99)}${r.number(4)}${suffix(r)}`, ['HICN', 'HIC', 'Medicare #'], MBI_PROSE),
    field('railroad', (r) => `${r.pick(['A', 'MA', 'WA', 'WD', 'CA', 'PA', 'H', 'WCD'])}${r.pick([r.digits(6), r.digits(9)])}`, ['HICN', 'Railroad Medicare #', 'RRB Medicare ID'], MBI_PROSE),
    field('letters-digits', (r) => r.upper(3) + r.digits(9)),
    field('letter-digits', (r) => r.upper(1) + r.digits(8)),
    field('digits-9', (r) => r.digits(9)),
    field('digits-11', (r) => r.digits(11)),
    field('digits-5', (r) => r.digits(5)),
    field('dependent', (r) => `${r.upper(1)}${r.digits(8)}-0${r.int(1, 5)}`),
    field('dependent-space', (r) => `${r.upper(3)}${r.digits(9)} 0${r.int(1, 5)}`),
    field('mixed', (r) => `${r.upper(3)}${r.digits(3)}${r.upper(1)}${r.digits(5)}`),
    field('spaces', (r) => `${r.upper(3)} ${r.digits(3)} ${r.digits(3)} ${r.digits(3)}`),
    field('dashes', (r) => `${r.digits(4)}-${r.digits(5)}-${r.digits(2)}`),
    field('digits-dash', (r) => `${r.digits(7)}-${r.digits(2)}`),
    field('group', (r) => r.pick([r.digits(6), `${r.digits(5)}-${r.digits(3)}`, `GRP${r.digits(5)}`, `${r.upper(2)}${r.digits(4)}`]), ['Group', 'Group No', 'Grp #', 'Group Number', 'GRP', 'RxGrp']),
    field('medicaid-ny', (r) => `${r.upper(2)}${r.digits(5)}${r.upper(1)}`, ['Medicaid ID', 'CIN', 'Medicaid #'], ['Medicaid number {} is active']),
    field('medicaid-ca', (r) => `${r.digits(8)}${r.upper(1)}`, ['Medi-Cal ID', 'BIC', 'Medicaid Number'], ['Medi-Cal number {} is active']),
    field('medicaid-digits', (r) => r.digits(12), ['Medicaid ID', 'Recipient ID', 'Medicaid No.'], ['Medicaid number {} is active']),
    field('edipi', (r) => r.number(10), ['DoD ID', 'EDIPI', 'DBN', 'TRICARE ID', 'DoD Benefits Number']),
    field('health-card-80840', (r) => `80840 ${r.digits(5)} ${r.digits(5)}`),
    field('nhs', nhs, ['NHS Number', 'NHS No', 'NHS #'], ['NHS number {} on the referral']),
    field('nhs-spaces', (r) => nhs(r).replace(/(...)(...)(....)/, '$1 $2 $3'), ['NHS Number', 'NHS No'], ['NHS number {} on the referral']),
    field('medicare-au', (r) => `${r.int(2, 6)}${r.digits(3)} ${r.digits(5)} ${r.digits(1)}`, ['Medicare No', 'Medicare card number', 'Medicare number']),
    field('ohip', (r) => `${r.number(4)}-${r.digits(3)}-${r.digits(3)}-${r.upper(2)}`, ['OHIP', 'Health card number', 'Health Card No']),
    field('ehic', (r) => `80${r.digits(18)}`, ['EHIC', 'European health insurance card']),
    field('kvnr', (r) => `${r.upper(1)}${r.digits(9)}`, ['KVNR', 'Versichertennummer', 'Insurance number']),
    field('pcn', (r) => r.upper(3) + r.digits(4), ['RxPCN', 'PCN']),
    field('last-four', (r) => r.digits(4), ['Member ID ending in', 'Medicare # (last 4)']),
    situ('carrier-line', (r) => `Insurance: Brightwater PPO, ID# «${r.upper(3)}${r.digits(9)}», Group# «${r.digits(6)}»`),
    situ('carrier-prose', (r) => `Covered by Tamarack Health (member «${r.upper(1)}${r.digits(8)}»).`),
    // IN1-8 group number, IN1-36 policy number.
    situ('hl7-in1', (r) => `IN1|1|PLAN|99|TAMARACK||||«${r.digits(6)}»${'|'.repeat(28)}«${r.upper(3)}${r.digits(9)}»|`),
    // IN1-2 plan, IN1-8, IN1-36, IN1-49 the insured's identifier.
    situ('hl7-in1-full', (r) => `IN1|1|«${r.digits(5)}»^PPO|99|TAMARACK||||«${r.digits(6)}»${'|'.repeat(28)}«${r.upper(3)}${r.digits(9)}»${'|'.repeat(13)}«${r.digits(9)}»|`),
    situ('x12-nm1', (r) => `NM1*IL*1*WALSH*HELEN****MI*«${r.upper(3)}${r.digits(9)}»~`),
    situ('fhir', (r) => `"subscriberId":"«${r.upper(3)}${r.digits(9)}»","dependent":"01"`),
    situ('medicare-mid', (r) => `Primary: Medicare «${mbi(r).join('')}», secondary: none`),
  ],
}
