/** The closed list of error codes. A code is contract: it is never renamed and never reused. */
export const ERROR_CODES = [
  /** The policy is not valid; `problems` lists every mistake with its path. */
  'POLICY_INVALID',
  /** A policy that calls itself safe-harbor uses a strategy 45 CFR 164.514(b)(2) does not admit. */
  'POLICY_INADMISSIBLE',
  /** An option of an API call is of the wrong type or out of range. */
  'OPTION_INVALID',
  /** A user detector breaks the detector contract. */
  'DETECTOR_INVALID',
  /** The patient roster is not valid. */
  'ROSTER_INVALID',
  /** `guard` found identifiers. */
  'PHI_FOUND',
  /** A stream was used after it had ended. */
  'STREAM_ENDED',
  /** An engine fault: the affected text was withheld. */
  'INTERNAL',
  /** The dictionaries in the package are damaged: it must be installed again. */
  'LEXICON_DAMAGED',
  'MODEL_DAMAGED',
  /** Command line: wrong usage. */
  'USAGE',
  /** Command line: a file cannot be read. */
  'INPUT_UNREADABLE',
  /** Command line: the input is not text. */
  'INPUT_BINARY',
  /** Command line: the input is not valid in its encoding. */
  'INPUT_ENCODING',
  /** Command line: a line of NDJSON does not have the expected shape. */
  'INPUT_SHAPE',
  /** Command line: the output cannot be written; no half-written file is left. */
  'OUTPUT_UNWRITABLE',
] as const

export type ErrorCode = (typeof ERROR_CODES)[number]

/** One mistake in user input: where it is, what is wrong, what to do. Never carries document text. */
export interface Problem {
  /** Dotted path into the value that was given, for example `labels.DATE.strategy`; '' for the whole. */
  readonly path: string
  readonly message: string
  /** What to do. */
  readonly fix: string
}

/** The only error class of the library. Neither `message` nor any field carries document text. */
export class DephiError extends Error {
  readonly code: ErrorCode
  readonly problems: readonly Problem[]

  constructor(code: ErrorCode, message: string, problems: readonly Problem[] = []) {
    super(problems.length === 0 ? message : `${message}\n${problems.map((p) => `  ${p.path || '(root)'}: ${p.message} ${p.fix}`).join('\n')}`)
    this.name = 'DephiError'
    this.code = code
    this.problems = problems
  }
}
