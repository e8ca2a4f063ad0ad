import type { Detector } from '../detector'

export const date: readonly Detector[] = []
