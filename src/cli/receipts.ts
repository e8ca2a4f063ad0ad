import { AtomicFile } from './atomic'
import { STDIN } from './input'
import { openTarget, resolveTarget, type Sink, stdout } from './output'
import { faultOf, of } from './problems'

/** The file of receipts: whole, or not there. */
export class Receipts {
  private readonly sink: Sink
  private last: string | null = null

  constructor(
    private readonly path: string,
    private readonly many: boolean,
  ) {
    try {
      const target = resolveTarget(path)
      this.sink = path === STDIN ? stdout : target === null ? openTarget(path) : new AtomicFile(target)
    } catch (error) {
      throw of(path, faultOf(error))
    }
  }

  async add(receipt: string): Promise<void> {
    if (this.many) await this.write(`${receipt}\n`)
    else this.last = receipt
  }

  async commit(): Promise<void> {
    if (this.last !== null) await this.write(`${JSON.stringify(JSON.parse(this.last), null, 2)}\n`)
    await this.guarded(() => this.sink.commit())
  }

  abort(): void {
    this.sink.abort()
  }

  private write(text: string): Promise<void> {
    return this.guarded(() => this.sink.write(Buffer.from(text, 'utf8')))
  }

  private async guarded(work: () => void | Promise<void>): Promise<void> {
    try {
      await work()
    } catch (error) {
      throw of(this.path, faultOf(error))
    }
  }
}
