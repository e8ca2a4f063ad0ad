import type { Label, Subtype } from '../labels'
import type { Window } from '../scan/window'

/** One identifier found: UTF-16 offsets into the text that was given, half-open. Never carries the text itself. */
export interface Finding {
  readonly start: number
  readonly end: number
  readonly label: Label
  /** 0 to 1: how sure the detector is. */
  readonly score: number
  /** Id of the detector. */
  readonly detector: string
  readonly subtype?: Subtype
}

/** Characters an open-ended finding runs on through; see `Sink.open`. */
export const Tail = { NONE: 0, /** letters, digits, + / = _ - and JSON's escaped slash */ BASE64: 1, /** anything but white space, quotes, angle brackets */ URL: 2 } as const
export type TailClass = (typeof Tail)[keyof typeof Tail]

/** Where detectors put what they find. Positions are window positions (see `Window.base`). */
export interface Sink {
  add(start: number, end: number, score: number, subtype?: Subtype): void
  /** The finding runs on past `end`, however far, while the characters are of the tail class. */
  open(start: number, end: number, score: number, tail: TailClass, subtype?: Subtype): void
}

/**
 * A detector is asked at single tokens (its triggers) and decides each alone: it keeps no state, reads no further than
 * its reach, and reports every match that belongs to that trigger. That is what makes findings independent of how the
 * input was cut, without any further care.
 */
export interface Detector<L extends Label = Label> {
  /** Unique, stable, lower-case with dashes: `ssn`, `date-numeric`. */
  readonly id: string
  readonly label: L
  /** Every subtype it can give; empty or absent: none. A detector whose every kind the policy keeps is not run. */
  readonly subtypes?: readonly Subtype[]
  /** True when it also gives findings without a subtype (default: true if `subtypes` is empty). */
  readonly plain?: boolean
  /** The authority for its format: §, standard, issuer's page. */
  readonly authority: string
  /**
   * In code units, counted from the start of the trigger token: no finding starts more than `behind` before it, none
   * ends more than `ahead` after it (open tails apart), and nothing outside is read.
   */
  readonly reach: { readonly behind: number; readonly ahead: number }
  /** Triggers: a token that has any of these bits in its shape, in the gap before it, or in its word classes. */
  readonly on?: { readonly shape?: number; readonly gap?: number; readonly word?: number }
  /** Asked at every trigger token `i`. */
  at?(w: Window, i: number, out: Sink): void
  /** Phrases that announce a value ("medical record number"): lower-case words separated by single spaces. */
  readonly cues?: readonly string[]
  /** Asked where tokens `i` to `next` (exclusive) spell a cue, the longest of this detector's that starts at `i`. */
  atCue?(w: Window, i: number, next: number, out: Sink): void
}

/** Largest reach a detector may declare, either way, in code units. */
export const MAX_REACH = 320
