import type { Detector } from '../detector'

export const phone: readonly Detector[] = []
