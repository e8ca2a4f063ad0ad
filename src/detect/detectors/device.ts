import type { Detector } from '../detector'
import { network } from './device-network'
import { serial } from './device-serial'
import { udi } from './device-udi'

export const device: readonly Detector[] = [...serial, ...udi, ...network]
