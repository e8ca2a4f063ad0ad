import type { Detector } from '../detector'

export const email: readonly Detector[] = []
