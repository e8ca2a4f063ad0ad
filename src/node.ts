import { Transform, type TransformCallback } from 'node:stream'
import type { Deidentifier, StreamOptions } from './deidentifier'

/**
 * A Node Transform from strings or UTF-8 bytes to de-identified UTF-8: `source.pipe(nodeStream(deid)).pipe(target)`.
 * One document per stream. Backpressure is the stream's own.
 */
export function nodeStream(deid: Deidentifier, options: StreamOptions = {}): Transform {
  const run = deid.open(options)
  const settle = (work: () => string, done: TransformCallback): void => {
    let out: string
    try {
      out = work()
    } catch (error) {
      done(error as Error)
      return
    }
    if (out === '') done()
    else done(null, out)
  }
  return new Transform({
    decodeStrings: false,
    encoding: 'utf8',
    transform(chunk: string | Uint8Array, _encoding, done) {
      settle(() => run.push(chunk), done)
    },
    flush(done) {
      settle(() => run.end(), done)
    },
  })
}
