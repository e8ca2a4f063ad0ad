#!/usr/bin/env node
import { isMainThread, workerData } from 'node:worker_threads'
import { suggestion } from '../policy/suggest'
import { ENGINE_VERSION } from '../version'
import { type Command, parse, usage } from './args'
import { removeTemps } from './atomic'
import { evaluate } from './eval'
import { find } from './find'
import { help, overview } from './help'
import { labels } from './labels'
import { stdout } from './output'
import { policy } from './policy'
import { EXIT, exitOf, faultOf, tell } from './problems'
import { scrub } from './scrub'
import { show } from './show'
import { watchSignals } from './signals'
import { isOurs, serve } from './worker'

const COMMANDS: readonly Command[] = [scrub, find, show, evaluate, policy, labels]

/** Runs a command line; gives the exit code. Every error ends here, told in a line without document text. */
export async function main(argv: readonly string[], entry: string): Promise<number> {
  try {
    return await dispatch(argv, entry)
  } catch (error) {
    return failed(error)
  }
}

function failed(error: unknown): number {
  removeTemps()
  const { code, message } = faultOf(error)
  tell(`dephi: ${code}: ${message}`)
  return exitOf(code)
}

async function dispatch([name, ...rest]: readonly string[], entry: string): Promise<number> {
  if (name === '--version' || name === '-v') return print(`${ENGINE_VERSION}\n`)
  if (name === '--help' || name === '-h') return print(overview(COMMANDS))
  if (name === undefined) {
    tell(overview(COMMANDS))
    return EXIT.USAGE
  }
  if (name === 'help') return print(rest[0] === undefined ? overview(COMMANDS) : help(command(rest[0])))
  const chosen = command(name)
  const { values, args, help: asked } = parse(chosen, rest)
  if (asked) return print(help(chosen))
  return chosen.run(values, args, { entry })
}

function command(name: string): Command {
  const found = COMMANDS.find((c) => c.name === name)
  if (found !== undefined) return found
  throw usage(`${JSON.stringify(name)} is no command. ${suggestion(name, [...COMMANDS.map((c) => c.name), 'help'])}`)
}

async function print(text: string): Promise<number> {
  await stdout.text(text)
  return 0
}

if (!isMainThread) {
  if (isOurs(workerData)) serve()
} else {
  watchSignals()
  process.on('uncaughtException', (error) => process.exit(failed(error)))
  // Everything written has been awaited, so nothing is lost; what is left of stdin must not keep the program.
  process.exit(await main(process.argv.slice(2), import.meta.url))
}
