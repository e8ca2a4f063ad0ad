import type { Detector } from '../detector'
import { accountCard } from './account-card'
import { accountCrypto } from './account-crypto'
import { accountIban } from './account-iban'
import { accountLabelled } from './account-labelled'
import { identifierType } from './shared-id-cx'

export const account: readonly Detector[] = [...accountCard, ...accountIban, ...accountCrypto, ...accountLabelled, identifierType('account-hl7', 'ACCOUNT', 'an anc ant')]
