import type { Detector } from '../detector'

export const vehicle: readonly Detector[] = []
