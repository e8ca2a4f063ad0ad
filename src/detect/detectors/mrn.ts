import type { Detector } from '../detector'

export const mrn: readonly Detector[] = []
