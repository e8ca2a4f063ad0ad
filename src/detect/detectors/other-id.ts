import type { Detector } from '../detector'

export const otherId: readonly Detector[] = []
