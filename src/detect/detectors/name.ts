import type { Detector } from '../detector'

export const name: readonly Detector[] = []
