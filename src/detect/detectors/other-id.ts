import type { Detector } from '../detector'
import { coded } from './other-id-coded'
import { handle } from './other-id-handle'
import { record } from './other-id-record'
import { user } from './other-id-user'

export const otherId: readonly Detector[] = [...record, ...user, handle, coded]
