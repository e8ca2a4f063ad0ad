import type { Detector } from '../detector'

export const license: readonly Detector[] = []
