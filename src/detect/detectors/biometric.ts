import type { Detector } from '../detector'

export const biometric: readonly Detector[] = []
