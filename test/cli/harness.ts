import { type ChildProcess, spawn } from 'node:child_process'
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { toJsonSchema } from '@valibot/to-json-schema'
import { build, type Plugin } from 'esbuild'
import { afterAll } from 'vitest'
import { PolicySchema } from '../../src/policy/schema'

const ROOT = fileURLToPath(new URL('../..', import.meta.url))

export interface Result {
  readonly code: number | null
  readonly signal: string | null
  readonly stdout: string
  readonly bytes: Buffer
  readonly stderr: string
}

export interface RunOptions {
  readonly input?: string | Uint8Array | readonly Uint8Array[]
  readonly cwd?: string
  readonly env?: Readonly<Record<string, string>>
}

/** `BOOM` in a text makes the engine throw an error that quotes the text. */
const FAULT: Plugin = {
  name: 'fault',
  setup(b) {
    b.onLoad({ filter: /src[\\/]pipeline\.ts$/ }, ({ path }) => ({
      loader: 'ts',
      contents: `${readFileSync(path, 'utf8')}\nfor (const door of ['push', 'whole'] as const) {\n  const work = Run.prototype[door]\n  Run.prototype[door] = function (chunk: string): string { if (chunk.includes('BOOM')) throw new Error(chunk); return work.call(this, chunk) }\n}\n`,
    }))
  },
}

/** The real program, bundled once for a test file, run as a child process in a folder of its own. */
export class Cli {
  readonly home = mkdtempSync(join(tmpdir(), 'dephi-cli-'))
  private readonly file: string

  private constructor(folder: string) {
    this.file = join(folder, 'cli.mjs')
  }

  /** `faulty`: with the fault above built in. */
  static async make(faulty = false): Promise<Cli> {
    const parent = join(ROOT, 'node_modules', '.cache', 'dephi-test')
    mkdirSync(parent, { recursive: true })
    const folder = mkdtempSync(join(parent, 'cli-'))
    const cli = new Cli(folder)
    await build({
      entryPoints: [join(ROOT, 'src/cli/main.ts')],
      bundle: true,
      platform: 'node',
      format: 'esm',
      target: 'node20',
      packages: 'external',
      outfile: cli.file,
      logLevel: 'error',
      plugins: faulty ? [FAULT] : [],
    })
    writeFileSync(join(folder, 'policy.schema.json'), JSON.stringify(toJsonSchema(PolicySchema, { errorMode: 'ignore' })))
    afterAll(() => {
      for (const path of [folder, cli.home]) rmSync(path, { recursive: true, force: true })
    })
    return cli
  }

  /** Makes a file below the home folder; gives its path. */
  put(name: string, content: string | Uint8Array): string {
    const path = join(this.home, name)
    mkdirSync(dirname(path), { recursive: true })
    writeFileSync(path, content)
    return path
  }

  read = (name: string): string => readFileSync(join(this.home, name), 'utf8')

  /** Names in a folder, hidden ones too. */
  names = (folder = '.'): string[] => readdirSync(join(this.home, folder)).sort()

  spawn(args: readonly string[], { cwd = this.home, env = {} }: RunOptions = {}): ChildProcess {
    const { NO_COLOR: _, FORCE_COLOR: __, ...clean } = process.env
    return spawn(process.execPath, [this.file, ...args], { cwd, env: { ...clean, ...env } })
  }

  /** A shell line, with the program as `$DEPHI`. */
  shell(line: string): Promise<Result> {
    return finish(spawn('bash', ['-c', line], { cwd: this.home, env: { ...process.env, DEPHI: `${process.execPath} ${this.file}` } }))
  }

  async run(args: readonly string[], options: RunOptions = {}): Promise<Result> {
    const child = this.spawn(args, options)
    const { input = '' } = options
    child.stdin?.on('error', () => {})
    for (const piece of Array.isArray(input) ? (input as readonly Uint8Array[]) : [input as string]) {
      child.stdin?.write(piece)
      if (Array.isArray(input)) await new Promise((resume) => setTimeout(resume, 5))
    }
    child.stdin?.end()
    return finish(child)
  }
}

export function finish(child: ChildProcess): Promise<Result> {
  const out: Buffer[] = []
  const err: Buffer[] = []
  child.stdout?.on('data', (b: Buffer) => out.push(b))
  child.stderr?.on('data', (b: Buffer) => err.push(b))
  return new Promise((done) =>
    child.on('close', (code, signal) => {
      const bytes = Buffer.concat(out)
      done({ code, signal, bytes, stdout: bytes.toString('utf8'), stderr: Buffer.concat(err).toString('utf8') })
    }),
  )
}
