import { parseArgs } from 'node:util'
import { DephiError } from '../errors'

export interface Option {
  readonly type: 'string' | 'boolean'
  readonly short?: string
  /** What stands for the value in the help: `FILE`. */
  readonly value?: string
  readonly help: string
}

export type Options = Readonly<Record<string, Option>>

export type Values<O extends Options> = { readonly [K in keyof O]?: O[K]['type'] extends 'boolean' ? boolean : string }

/** What `parse` gives: the values of a command's own options, and of `--help`. */
interface Parsed {
  readonly values: Values<Options>
  readonly args: readonly string[]
  readonly help: boolean
}

/** A command: its name, its help and what it does. Gives the exit code. */
export interface Command<O extends Options = Options> {
  readonly name: string
  /** What comes behind the name: `[files…]`. */
  readonly usage: string
  readonly summary: string
  /** Paragraphs of the help, under the options. */
  readonly about: readonly string[]
  readonly options: O
  run(values: Values<O>, args: readonly string[], context: Context): Promise<number>
}

export interface Context {
  /** URL of the program's file: workers run it again, and the policy schema lies beside it. */
  readonly entry: string
}

export const define = <const O extends Options>(command: Command<O>): Command => command as unknown as Command

export const usage = (message: string): DephiError => new DephiError('USAGE', message)

export const HELP_OPTION = { help: { type: 'boolean', short: 'h', help: 'show this help' } } as const satisfies Options

/** The options and the other arguments. Throws `USAGE`. */
export function parse(command: Command, argv: readonly string[]): Parsed {
  const options = Object.fromEntries(Object.entries({ ...command.options, ...HELP_OPTION }).map(([name, { type, short }]: [string, Option]) => [name, { type, ...(short === undefined ? {} : { short }) }]))
  try {
    const { values, positionals } = parseArgs({ args: [...argv], options, allowPositionals: true, strict: true })
    return { values: values as Values<Options>, args: positionals, help: values.help === true }
  } catch (error) {
    const [first] = (error as Error).message.split(/\. |\n/)
    throw usage(`${first.replace(/\.$/, '')}. See dephi help ${command.name}.`)
  }
}

/** A whole number within bounds. Throws `USAGE`. */
export function wholeNumber(name: string, value: string, from: number, to: number): number {
  const n = Number(value)
  if (!/^\d+$/.test(value) || n < from || n > to) throw usage(`--${name} takes a whole number from ${from} to ${to}.`)
  return n
}

/** One of a list of words. Throws `USAGE`. */
export function oneOf<T extends string>(name: string, value: string | undefined, words: readonly T[]): T | undefined {
  if (value === undefined) return undefined
  const found = words.find((w) => w === value)
  if (found === undefined) throw usage(`--${name} takes one of ${words.join(', ')}.`)
  return found
}

/** Options that do not go together. Throws `USAGE`. */
export function atMostOne(values: Readonly<Record<string, unknown>>, ...names: string[]): void {
  const given = names.filter((n) => values[n] !== undefined)
  if (given.length > 1) throw usage(`--${given[0]} and --${given[1]} do not go together. Leave one out.`)
}
