import type { Detector } from '../detector'

export const ip: readonly Detector[] = []
