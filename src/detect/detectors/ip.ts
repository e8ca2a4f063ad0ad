import type { Detector } from '../detector'
import { ipLabelled } from './ip-label'
import { ipv4 } from './ip-v4'
import { ipv6 } from './ip-v6'

export const ip: readonly Detector[] = [...ipv4, ...ipv6, ...ipLabelled]
