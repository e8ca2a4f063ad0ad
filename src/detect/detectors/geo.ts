import type { Detector } from '../detector'

export const geo: readonly Detector[] = []
