import type { Detector } from '../detector'

export const healthPlan: readonly Detector[] = []
