import type { Detector } from '../detector'
import { coded } from './other-id-coded'
import { handle } from './other-id-handle'
import { message } from './other-id-message'
import { national } from './other-id-national'
import { record } from './other-id-record'
import { user } from './other-id-user'

export const otherId: readonly Detector[] = [...record, ...user, handle, coded, ...national, ...message]
