import type { Detector } from '../detector'

export const device: readonly Detector[] = []
