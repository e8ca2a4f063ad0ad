import type { Source } from './input'
import { tell } from './problems'

/** Bytes read by this thread and its workers. */
export const counter = (): BigInt64Array => new BigInt64Array(new SharedArrayBuffer(8))

/** What there is to do; bytes are 0 where a pipe hides them. */
export function totalOf(sources: readonly Source[]): { files: number; bytes: number } {
  const known = sources.every((s) => s.regular || s.size > 0)
  return { files: sources.length, bytes: known ? sources.reduce((n, s) => n + s.size, 0) : 0 }
}

export type When = 'always' | 'terminal' | 'never'

/** Not by itself where the output goes to the same terminal: the two would mix. */
export const whenToShow = (asked: boolean | undefined, toStdout: boolean): When => (asked === true ? 'always' : toStdout && process.stdout.isTTY === true ? 'never' : 'terminal')

const TTY_EVERY = 200
const LINE_EVERY = 5000
/** Work shorter than this shows nothing, in ms. */
const QUIET = 600

/** A line on stderr that says how far the work is. On a terminal it is rewritten in place; elsewhere (--progress) a line now and then. */
export class Progress {
  private readonly started = Date.now()
  private readonly tty = process.stderr.isTTY === true
  private readonly timer: NodeJS.Timeout | undefined
  private shown = false
  files = 0

  constructor(
    private readonly total: { readonly files: number; readonly bytes: number },
    readonly bytes: BigInt64Array,
    when: When,
  ) {
    if (when === 'never' || (when === 'terminal' && !this.tty)) return
    this.timer = setInterval(() => this.show(), this.tty ? TTY_EVERY : LINE_EVERY)
    this.timer.unref()
  }

  readonly read = (n: number): void => {
    Atomics.add(this.bytes, 0, BigInt(n))
  }

  /** Takes the line away, so that another can be written. */
  readonly clear = (): void => {
    if (this.shown && this.tty) tell('\r\x1b[K', '')
    this.shown = false
  }

  /** Ends it; where it was asked for off a terminal, with a last line. */
  stop(): void {
    if (this.timer === undefined) return
    clearInterval(this.timer)
    this.clear()
    if (!this.tty) tell(this.line())
  }

  private show(): void {
    if (Date.now() - this.started < QUIET) return
    this.shown = true
    if (this.tty) tell(`\r${this.line().slice(0, (process.stderr.columns || 80) - 1)}\x1b[K`, '')
    else tell(this.line())
  }

  private line(): string {
    return progressLine(this.files, this.total, Number(Atomics.load(this.bytes, 0)), Date.now() - this.started)
  }
}

/** `12/340 files, 45.2 of 310.0 MB, 31.4 MB/s, 8 s left`; totals that are 0 are not known. */
export function progressLine(files: number, total: { readonly files: number; readonly bytes: number }, bytes: number, ms: number): string {
  const rate = ms > 0 ? bytes / ms / 1000 : 0
  const parts = [total.files > 1 ? `${files}/${total.files} files` : '', total.bytes > 0 ? `${mb(bytes)} of ${mb(total.bytes)} MB` : `${mb(bytes)} MB`, `${rate.toFixed(1)} MB/s`]
  if (total.bytes > bytes && rate > 0) parts.push(`${duration((total.bytes - bytes) / rate / 1e6)} left`)
  return `dephi: ${parts.filter((p) => p !== '').join(', ')}`
}

const mb = (bytes: number): string => (bytes / 1e6).toFixed(1)

function duration(seconds: number): string {
  const s = Math.ceil(seconds)
  if (s < 90) return `${s} s`
  return s < 5400 ? `${Math.round(s / 60)} min` : `${(s / 3600).toFixed(1)} h`
}
