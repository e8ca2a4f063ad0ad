import type { Detector } from '../detector'

export const photo: readonly Detector[] = []
