import { DephiError, type Problem } from '../errors'
import { isLabel, LABELS, type Label, SUBTYPES, type Subtype } from '../labels'
import { Shape } from '../scan/window'
import { CLASS } from '../text/chars'
import { hashWord } from '../text/hash'
import { type Detector, MAX_REACH } from './detector'

export interface PatternOptions {
  /** Unique, lower-case with dashes. */
  readonly id: string
  readonly label: Label
  readonly subtype?: Subtype
  /**
   * What to find. Tried at the start of words and numbers, on at most `maxLength` characters of folded text. Must not
   * nest quantifiers nor refer back: such expressions can take exponential time.
   */
  readonly pattern: RegExp
  /** Longest match, in code units, at most 320 (default 64). */
  readonly maxLength?: number
  /** 0 to 1 (default 0.9). */
  readonly score?: number
  /** Phrases that announce the value ("study number"); with them the pattern is only tried behind one. */
  readonly cues?: readonly string[]
}

const AUTHORITY = 'user detector'

/** A detector from a regular expression. Throws `DETECTOR_INVALID` with every mistake. */
export function pattern(options: PatternOptions): Detector {
  const problems = patternProblems(options)
  if (problems.length > 0) throw new DephiError('DETECTOR_INVALID', `The detector is not valid.`, problems)
  const { id, label, subtype, maxLength = 64, score = 0.9, cues } = options
  const regex = new RegExp(options.pattern.source, `${options.pattern.flags.replace(/[gy]/g, '')}y`)
  const match = (text: string, from: number): number => {
    const slice = text.slice(from, from + maxLength)
    regex.lastIndex = 0
    const found = regex.exec(slice)
    return found === null ? 0 : found[0].length
  }
  const base = { id, label, ...(subtype === undefined ? {} : { subtypes: [subtype] }), authority: AUTHORITY }
  if (cues !== undefined && cues.length > 0) {
    return {
      ...base,
      reach: { behind: 0, ahead: MAX_REACH },
      cues: cues.map((c) =>
        c
          .toLowerCase()
          .trim()
          .replace(/[^\p{L}\p{N}]+/gu, ' '),
      ),
      atCue(w, i, next, out) {
        if (next >= w.n || w.start[next] - w.start[i] > MAX_REACH - maxLength) return
        const n = match(w.text, w.start[next])
        if (n > 0) out.add(w.start[next], w.start[next] + n, score, subtype)
      },
    }
  }
  return {
    ...base,
    reach: { behind: 0, ahead: Math.min(maxLength + 1, MAX_REACH) },
    on: { shape: Shape.DIGITS | Shape.LETTERS },
    at(w, i, out) {
      if (w.glued(i)) return
      const n = match(w.text, w.start[i])
      // The match ends where a word or number ends, unless it is longer than the slice that was tried.
      if (n > 0 && !(n === maxLength && CLASS[w.at(w.start[i] + n)] <= 4)) out.add(w.start[i], w.start[i] + n, score, subtype)
    },
  }
}

function patternProblems(o: PatternOptions): Problem[] {
  const problems: Problem[] = []
  const bad = (path: string, message: string, fix: string) => problems.push({ path, message, fix })
  if (typeof o.id !== 'string' || !/^[a-z][a-z0-9-]*$/.test(o.id)) bad('id', 'is not a lower-case name.', 'Use letters, digits and dashes.')
  if (!isLabel(o.label)) bad('label', 'is no label.', `Use one of ${LABELS.join(', ')}.`)
  else if (o.subtype !== undefined && !(SUBTYPES[o.label] as readonly string[]).includes(o.subtype))
    bad('subtype', `is no subtype of ${o.label}.`, SUBTYPES[o.label].length > 0 ? `Use one of ${SUBTYPES[o.label].join(', ')}.` : 'Leave it out.')
  if (!(o.pattern instanceof RegExp)) bad('pattern', 'is not a RegExp.', 'Give a regular expression.')
  else if (!isSafe(o.pattern.source)) bad('pattern', 'nests quantifiers or refers back, which can take exponential time.', 'Rewrite it without a quantifier inside a quantified group and without \\1.')
  if (o.maxLength !== undefined && !(Number.isInteger(o.maxLength) && o.maxLength >= 1 && o.maxLength <= MAX_REACH)) bad('maxLength', 'is out of range.', `Use 1 to ${MAX_REACH}.`)
  if (o.score !== undefined && !(o.score >= 0 && o.score <= 1)) bad('score', 'is out of range.', 'Use 0 to 1.')
  return problems
}

/**
 * No quantified group that holds a quantifier or an alternation, no back reference: together with the bounded slice,
 * time per position is bounded by a polynomial in `maxLength`. Conservative: some harmless expressions are refused.
 */
export function isSafe(source: string): boolean {
  const groups: boolean[] = []
  let last = false // the item just read is a group that must not be quantified
  for (let i = 0; i < source.length; i++) {
    const c = source[i]
    if (c === '\\') {
      if (/[1-9k]/.test(source[i + 1] ?? '')) return false
      i++
      last = false
    } else if (c === '[') {
      while (++i < source.length && source[i] !== ']') if (source[i] === '\\') i++
      last = false
    } else if (c === '(') {
      groups.push(false)
      if (source[i + 1] === '?') i += source[i + 2] === '<' && source[i + 3] !== '=' && source[i + 3] !== '!' ? source.indexOf('>', i) - i : source[i + 2] === '<' ? 3 : 2
    } else if (c === ')') {
      last = groups.pop() ?? false
      if (last && groups.length > 0) groups[groups.length - 1] = true
    } else if (c === '|') {
      if (groups.length > 0) groups[groups.length - 1] = true
      last = false
    } else if (c === '*' || c === '+' || c === '{' || c === '?') {
      const optional = c === '?'
      if (!optional && last) return false
      if (!optional && groups.length > 0) groups[groups.length - 1] = true
      if (c === '{') i = Math.max(i, source.indexOf('}', i))
      if (source[i + 1] === '?') i++
      last = false
    } else last = false
  }
  return true
}

/** Checks detectors of the user's against the contract and the ids already there. Gives them back. */
export function checkDetectors(own: readonly Detector[], builtIn: readonly Detector[]): readonly Detector[] {
  const problems: Problem[] = []
  const ids = new Set(builtIn.map((d) => d.id))
  own.forEach((d, i) => {
    const bad = (path: string, message: string, fix: string) => problems.push({ path: `detectors.${i}.${path}`, message, fix })
    if (typeof d?.id !== 'string' || !/^[a-z][a-z0-9-]*$/.test(d.id)) {
      bad('id', 'is not a lower-case name.', 'Use letters, digits and dashes.')
      return
    }
    if (ids.has(d.id)) bad('id', 'is taken.', 'Choose another name.')
    ids.add(d.id)
    if (!isLabel(d.label)) bad('label', 'is no label.', `Use one of ${LABELS.join(', ')}.`)
    for (const s of d.subtypes ?? []) if (isLabel(d.label) && !(SUBTYPES[d.label] as readonly string[]).includes(s)) bad('subtypes', `has a name that is no subtype of ${d.label}.`, 'See SUBTYPES.')
    for (const side of ['behind', 'ahead'] as const) {
      const n = d.reach?.[side]
      if (!(Number.isInteger(n) && n >= 0 && n <= MAX_REACH)) bad(`reach.${side}`, 'is out of range.', `Use 0 to ${MAX_REACH} code units.`)
    }
    if ((d.at === undefined || d.on === undefined) && (d.atCue === undefined || (d.cues ?? []).length === 0)) bad('at', 'is never asked.', 'Give on and at, or cues and atCue.')
    for (const cue of d.cues ?? [])
      if (typeof cue !== 'string' || !/^[\p{Ll}\p{Lo}\p{N}]+( [\p{Ll}\p{Lo}\p{N}]+)*$/u.test(cue)) bad('cues', 'has a phrase that is not lower-case words with single spaces.', 'Write it as "study number".')
  })
  if (problems.length > 0) throw new DephiError('DETECTOR_INVALID', 'A detector is not valid.', problems)
  return own
}

/** Hash a detector compares `w.hash[i]` with. */
export const wordHash = (word: string): number => hashWord(word)
