import type { Detector } from '../detector'
import { type IdLabel, idLabel, phrases } from './shared-id-label'

const AUTHORITY = '45 CFR 164.514(b)(2)(i)(I)'

const strong: IdLabel<'HEALTH_PLAN'> = {
  id: 'health-plan-labelled',
  label: 'HEALTH_PLAN',
  authority: AUTHORITY,
  cues: phrases(
    'member id, member ids, member no, member number, member num, member identification, member identification number, membership id, membership number, membership no, mem id, mbr id, mbr no',
    'memberid, subscriber id, subscriber no, subscriber number, subscriber num, subscriber identification number, sub id, subs id, insured id, insured no, insured number, insured s id',
    'insured s number, insured s id number, policyholder id, policy holder id, policyholder number, insurance id, insurance no, insurance num, insurance number, insurance policy',
    'insurance policy no, insurance policy number, insurance member id, insurance card, insurance card number, insurance identification number, insurance identifier, ins id, ins no, ins number',
    'ins policy, ins policy no, ins policy number, insur id, insur no, insur number, policy id, policy no, policy num, policy number, pol no, plan id, plan no, plan number, health plan',
    'health plan id, health plan no, health plan number, health plan beneficiary number, health insurance id, health insurance number, health insurance claim number, health id, health card',
    'health card number, health care number, group no, group num, group number, group id, grp no, grp num, grp number, grp id, rx group, rx grp, rxgrp, rxgroup, medicaid, medicaid id, medicaid no',
    'medicaid number, medicaid recipient id, medicare, medicare id, medicare no, medicare number, medicare beneficiary id, medicare beneficiary number, medicare beneficiary identifier',
    'medicare claim number, medi cal, medi cal id, mbi, hicn, hic, hic no, hic number, beneficiary id, beneficiary no, beneficiary number, beneficiary identifier, bene id, recipient id',
    'recipient number, enrollee id, enrollee number, enrollment id, enrollment number, coverage id, contract number, contract no, contract id, cardholder id, card holder id, dependent id',
    'sponsor id, client identification number, cin, dod benefits number, dbn, tricare id, tricare number, mcr no, mcd no, mcr id, mcd id, hmo id, ppo id, payer member id, chip id, mco id',
    'rx pcn, rxpcn, pcn number, kvnr, versichertennummer, versicherten nr, krankenversichertennummer, krankenversicherungsnummer, ehic, ehic no, ehic number, ghic',
    'european health insurance card, european health insurance card number, global health insurance card, ohip, ohip no, ohip number, health card no, hcn, phn, personal health number, ramq, msp number',
    'ihi number, individual healthcare identifier, railroad medicare, railroad medicare number, railroad medicare no, rrb medicare, rrb medicare id, rrb medicare number, rrb number, rrb claim number',
    'medicare card, medicare card number, medicare card no, benefits identification card, dod id, dod id number, edipi, member id last, medicare number last, medicare last, medicaid last, policy number last',
    'member id ending, member id ending in, numero de seguridad social, numero de asegurado, numero de afiliado',
  ),
  least: [4, 4, 5],
  most: 20,
  spoken: 6,
}

/** Ordinary words: a mark and a longer number make them labels. */
const weak: IdLabel<'HEALTH_PLAN'> = {
  id: 'health-plan-weak',
  label: 'HEALTH_PLAN',
  authority: AUTHORITY,
  cues: phrases(
    'member, mbr, subscriber, insured, insurance, ins, insur, policy, pol, plan, group, grp, beneficiary, enrollee, contract, mcr, mcd, primary insurance, secondary insurance, insurance plan',
    'insurance policy holder',
  ),
  least: [4, 5, 6],
  most: 20,
  score: 0.75,
  spoken: 7,
}

/** Payers: "BCBS ID XEH123456789", "Aetna #W123456789". */
const payers: IdLabel<'HEALTH_PLAN'> = {
  id: 'health-plan-payer',
  label: 'HEALTH_PLAN',
  authority: AUTHORITY,
  cues: phrases(
    'bcbs, blue cross, blue shield, blue cross blue shield, anthem, aetna, cigna, humana, kaiser, uhc, united healthcare, tricare, champus, champva, molina, centene, wellcare, ambetter, highmark',
    'nhs, bic, amerigroup, healthnet, health net, oscar health, emblemhealth, healthfirst, masshealth, tenncare, badgercare, soonercare, peachcare',
    // Licensees of the Blue Cross Blue Shield Association, the states' Medicaid and CHIP programmes (medicaid.gov), national dental and vision carriers.
    'bluecross, blueshield, bluecross blueshield, premera, regence, hmsa, carefirst, capital blue cross, florida blue, horizon bcbs, independence blue cross, excellus, wellmark, blue care network',
    'medi cal, denti cal, ahcccs, husky health, mainecare, nj familycare, dr dynasaur, green mountain care, apple health, oregon health plan, badger care, forwardhealth, kancare, soonerselect',
    'health first colorado, hoosier healthwise, healthy louisiana, medical assistance, diamond state health plan, denali care, denali kidcare, healthy michigan plan, mo healthnet, centennial care',
    'delta dental, dentaquest, liberty dental, metlife dental, guardian dental, vsp, eyemed, davis vision, superior vision',
  ),
  least: [5, 6, 8],
  most: 20,
}

/** Pharmacy benefit (NCPDP): processor control number and group, two or three capitals and four digits. */
const pharmacy: IdLabel<'HEALTH_PLAN'> = {
  id: 'health-plan-pharmacy',
  label: 'HEALTH_PLAN',
  authority: `${AUTHORITY}; NCPDP Health Care Identification Card, RxPCN and RxGrp`,
  cues: phrases('pcn, rx pcn, rxpcn, rx grp, rxgrp, rx group, rxgroup'),
  least: [4, 4, 4],
  most: 15,
  score: 0.8,
  // PCN is penicillin too: `PCN G 2400000 units`.
  judge: (_w, run, { marked }) => ((run.letters >= 2 && run.letters <= 4) || (marked && run.letters === 0) ? undefined : 0),
}

/** A payer's key in one word, `bcbsId`: as the label of a member's number. */
const keys: IdLabel<'HEALTH_PLAN'> = {
  ...strong,
  id: 'health-plan-key',
  cues: payers.cues.flatMap((payer) => ['id', 'number', 'no', 'memberid'].map((suffix) => payer.replaceAll(' ', '') + suffix)),
}

export const healthPlanLabelled: readonly Detector[] = [idLabel(strong), idLabel(weak), idLabel(payers), idLabel(pharmacy), idLabel(keys)]
