import type { Detector } from '../detector'
import { userBy } from './other-id-by'
import { coded } from './other-id-coded'
import { forms } from './other-id-forms'
import { handle } from './other-id-handle'
import { message } from './other-id-message'
import { national } from './other-id-national'
import { record } from './other-id-record'
import { user } from './other-id-user'

export const otherId: readonly Detector[] = [...record, ...user, userBy, handle, coded, ...forms, ...national, ...message]
