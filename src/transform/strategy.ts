import type * as v from 'valibot'
import type { Label, Subtype } from '../labels'

/** What a strategy is given: one settled finding. */
export interface Hit {
  readonly label: Label
  readonly subtype: Subtype | undefined
  /** The value as the engine read it: look-alikes folded to ASCII, zero-width characters gone. Empty when `capped`. */
  readonly text: string
  /** The value as it stands in the document. Empty when `capped`. */
  readonly raw: string
  /** The finding was longer than the engine keeps: only strategies that need no value can serve. */
  readonly capped: boolean
}

/** Writes the replacement of one finding. Pure; never throws. */
export type Replace = (hit: Hit) => string

/** Replacements that need a store: one call per document or settled chunk, answers in the order of the hits. */
export type ReplaceBatch = (hits: readonly Hit[]) => readonly string[] | Promise<readonly string[]>

/** The legal basis a policy stands on: 45 CFR 164.514(b)(2), (e) and (b)(1). */
export const BASES = ['safe-harbor', 'limited-data-set', 'expert-determination'] as const
export type Basis = (typeof BASES)[number]

/** May a strategy be used on a kind under a basis, and where that is written. */
export interface Verdict {
  readonly admitted: boolean
  /** §, or the question of HHS's guidance of 26 Nov 2012 (`HHS guidance 3.2`). */
  readonly cite: string
  /** One sentence for people. */
  readonly why: string
}

/** What is fixed when a policy is compiled. */
export interface Context {
  /** The year ages are counted to: 45 CFR 164.514(b)(2)(i)(C). */
  readonly referenceYear: number
}

/** Parameters of a strategy as a valibot object's entries; every one optional, so that the bare name is enough. */
export type ParamEntries = v.ObjectEntries
export type Params<E extends ParamEntries> = v.InferOutput<v.StrictObjectSchema<E, undefined>>

/** A way of replacing. One file, one line in the registry of `index.ts`. */
export interface Strategy<N extends string = string, E extends ParamEntries = ParamEntries> {
  /** Stable, lower-case: what policies and receipts call it. */
  readonly name: N
  readonly params: E
  /** Labels it may be named for; 'all' where it has an answer for every label. */
  readonly labels: readonly Label[] | 'all'
  /** False: its output may be taken for an identifier again, so scrubbing twice can differ from scrubbing once. */
  readonly stable: boolean
  admits(basis: Basis, label: Label, subtype: Subtype | undefined): Verdict
  /** What stands in the text afterwards, in a few words or as the literal replacement. */
  effect(label: Label, subtype: Subtype | undefined, params: Params<E>, context: Context): string
  make(params: Params<E>, context: Context): Replace
  /** Present on strategies that write through a store; the engine then asks this instead of `make`'s function. */
  readonly batch?: (params: Params<E>, context: Context) => ReplaceBatch
}

export const define = <const N extends string, E extends ParamEntries>(strategy: Strategy<N, E>): Strategy<N, E> => strategy
