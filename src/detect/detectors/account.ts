import type { Detector } from '../detector'

export const account: readonly Detector[] = []
