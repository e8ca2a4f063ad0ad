import { DephiError } from './errors'

/** What a stream drives: one document going through the engine. */
export interface StreamRun {
  push(chunk: string): string
  end(): string
}

/**
 * Turns a run into `push`/`end` over strings and bytes (UTF-8; a sequence may be cut anywhere; invalid bytes read as
 * U+FFFD, a byte order mark stays).
 */
export class ByteRun {
  private readonly decoder = new TextDecoder('utf-8', { ignoreBOM: true })
  private bytes = false
  private ended = false

  constructor(private readonly run: StreamRun) {}

  push(chunk: string | Uint8Array): string {
    if (this.ended) throw new DephiError('STREAM_ENDED', 'The stream has ended: nothing more can be written to it. Make a new stream for each document.')
    if (typeof chunk === 'string') {
      const rest = this.bytes ? this.decoder.decode() : ''
      this.bytes = false
      return this.run.push(rest + chunk)
    }
    if (!(chunk instanceof Uint8Array)) throw new DephiError('OPTION_INVALID', 'A stream takes strings and Uint8Arrays. Convert objects first, or use record().')
    this.bytes = true
    return this.run.push(this.decoder.decode(chunk, { stream: true }))
  }

  end(): string {
    if (this.ended) return ''
    this.ended = true
    const rest = this.bytes ? this.decoder.decode() : ''
    return (rest === '' ? '' : this.run.push(rest)) + this.run.end()
  }
}
