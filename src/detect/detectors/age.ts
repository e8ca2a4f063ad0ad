import type { Detector } from '../detector'

export const age: readonly Detector[] = []
