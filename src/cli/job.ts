import type { Deidentifier } from '../deidentifier'
import { AtomicFile } from './atomic'
import { type Mode, type Scrubbed, scrubDocument } from './document'
import { bytesOf, type Source } from './input'
import type { Sink } from './output'
import { type Fault, faultOf } from './problems'

/** One document to scrub, and where it goes. */
export interface Task {
  readonly index: number
  readonly source: Source
  /** The file to make, and the name it has until it is whole; null: the bytes are handed on. */
  readonly target: string | null
  readonly temp: string | null
}

/** How it went; plain data, it comes from workers too. */
export interface Done {
  readonly index: number
  readonly fault: Fault | null
  /** JSON of the receipt; null where there is none. */
  readonly receipt: string | null
  readonly bad: number
  /** The scrubbed bytes, where there is no target and no sink was given. */
  readonly output: Uint8Array<ArrayBuffer> | null
}

/** Never throws: what went wrong with a document is in its `Done`. */
export async function perform(task: Task, deid: Deidentifier, mode: Mode, onBytes: (n: number) => void, given?: Sink): Promise<Done> {
  const { index, source, target, temp } = task
  const memory = target === null && given === undefined ? new Memory() : null
  let sink: Sink | undefined
  try {
    sink = given ?? memory ?? new AtomicFile(target as string, temp as string)
    const scrubbed = await scrubDocument(bytesOf(source, onBytes), source.path, sink, deid, mode)
    const fault = withheld(scrubbed, target !== null)
    // A file must not be replaced by a part of itself: what was withheld is not made to last.
    if (fault !== null && target !== null) sink.abort()
    else sink.commit()
    return { index, fault, receipt: receiptOf(task, scrubbed, deid, mode), bad: scrubbed.bad, output: memory?.take() ?? null }
  } catch (error) {
    // What came before the fault is good: a pipe has had it already, so memory hands it on as well.
    if (memory === null) sink?.abort()
    return { index, fault: faultOf(error), receipt: null, bad: 0, output: memory?.take() ?? null }
  }
}

/** A fault of the engine is never passed over in silence, though nothing was let through. */
function withheld({ receipt }: Scrubbed, kept: boolean): Fault | null {
  if (receipt === null) return null
  const failed = Object.keys(receipt.faults)
  if (!receipt.withheld && failed.length === 0) return null
  const what = receipt.withheld ? 'text was withheld' : `${failed.join(', ')} failed and more than needed was removed`
  return { code: 'INTERNAL', message: `An internal fault: ${what}. ${kept ? 'The file was not written. ' : ''}Please report it.` }
}

/** File names can hold identifiers, so the receipt's goes through the same policy. */
function receiptOf({ index, source }: Task, { receipt }: Scrubbed, deid: Deidentifier, { receipts }: Mode): string | null {
  if (!receipts || receipt === null) return null
  return JSON.stringify({ document: index + 1, source: source.path === '-' ? '-' : deid.text(source.path).text, ...receipt })
}

/** Keeps bytes in memory. */
class Memory implements Sink {
  private parts: Uint8Array[] = []

  write(bytes: Uint8Array): void {
    this.parts.push(bytes)
  }

  take(): Uint8Array<ArrayBuffer> {
    const whole = new Uint8Array(Buffer.concat(this.parts))
    this.parts = []
    return whole
  }

  commit(): void {}

  abort(): void {
    this.parts = []
  }
}
