import type { Detector } from '../detector'
import { accountCard } from './account-card'
import { accountCrypto } from './account-crypto'
import { accountIban } from './account-iban'
import { accountLabelled } from './account-labelled'
import { identifierType } from './shared-id-cx'
import { hl7Fields, x12Element } from './shared-id-message'

export const account: readonly Detector[] = [
  ...accountCard,
  ...accountIban,
  ...accountCrypto,
  ...accountLabelled,
  identifierType('account-hl7', 'ACCOUNT', 'an anc ant'),
  hl7Fields('account-hl7-pid', 'ACCOUNT', 'PID', [18]),
  x12Element('account-x12', 'ACCOUNT', '', 'clm clp'),
]
