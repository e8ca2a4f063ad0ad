import type { Finding } from '../detect/detector'
import { LABEL_INDEX, LABELS, type Label } from '../labels'

/** Labels that honest systems confuse because the surface form is the same; a typed hit within a family counts. */
const FAMILIES: Readonly<Partial<Record<Label, Label>>> = {
  MRN: 'OTHER_ID',
  HEALTH_PLAN: 'OTHER_ID',
  ACCOUNT: 'OTHER_ID',
  LICENSE: 'OTHER_ID',
  SSN: 'OTHER_ID',
  DEVICE: 'OTHER_ID',
  VEHICLE: 'OTHER_ID',
  BIOMETRIC: 'OTHER_ID',
  FAX: 'PHONE',
  AGE: 'DATE',
}

const family = (label: Label): Label => FAMILIES[label] ?? label

/** 1 for every code unit of a letter or digit: punctuation and spaces at the edges of a span never decide a score. */
export function lettersAndDigits(text: string): Uint8Array {
  const out = new Uint8Array(text.length)
  for (const { index, 0: run } of text.matchAll(/[\p{L}\p{N}]+/gu)) out.fill(1, index, index + run.length)
  return out
}

/** One document while it is scored, code unit by code unit. */
export class Page {
  /** Covering it is not false. */
  readonly allowed: Uint8Array
  private readonly solid: Uint8Array
  /** 1 + index of the label that covers it; 0: none. */
  private readonly cover: Uint8Array

  constructor(text: string, found: readonly Finding[]) {
    this.allowed = new Uint8Array(text.length)
    this.cover = new Uint8Array(text.length)
    this.solid = lettersAndDigits(text)
    for (const { start, end, label } of found) this.cover.fill(LABEL_INDEX[label] + 1, start, end)
  }

  measure(start: number, end: number, label: Label): { size: number; covered: number; typed: number } {
    const kin = family(label)
    let size = 0
    let covered = 0
    let typed = 0
    for (let i = start; i < end; i++) {
      if (this.solid[i] === 0) continue
      size++
      const by = this.cover[i]
      if (by === 0) continue
      covered++
      if (family(LABELS[by - 1]) === kin) typed++
    }
    return { size, covered, typed }
  }

  touches(start: number, end: number): boolean {
    for (let i = start; i < end; i++) if (this.solid[i] === 1 && this.allowed[i] === 1) return true
    return false
  }
}
