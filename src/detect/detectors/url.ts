import type { Detector } from '../detector'

export const url: readonly Detector[] = []
