import type { Detector } from '../detector'

export const fax: readonly Detector[] = []
