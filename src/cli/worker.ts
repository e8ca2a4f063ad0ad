import { parentPort, workerData } from 'node:worker_threads'
import type { Mode } from './document'
import { type Done, perform, type Task } from './job'
import { deidentifier, type Settings } from './settings'

/** Tells a worker of ours from one of a program that only imports this file. */
export const WORKER = 'dephi-cli-worker'

export interface WorkerData {
  readonly kind: typeof WORKER
  readonly settings: Settings
  readonly mode: Mode
  /** Bytes read, by all threads. */
  readonly bytes: BigInt64Array
}

/** The worker's side: takes batches of tasks, answers each task in order. */
export function serve(): void {
  const port = parentPort
  if (port === null) return
  const { settings, mode, bytes } = workerData as WorkerData
  const deid = deidentifier(settings)
  const read = (n: number): void => {
    Atomics.add(bytes, 0, BigInt(n))
  }
  port.on('message', async (tasks: readonly Task[]) => {
    for (const task of tasks) {
      const done: Done = await perform(task, deid, mode, read)
      port.postMessage(done, done.output === null ? [] : [done.output.buffer])
    }
  })
}

export const isOurs = (data: unknown): boolean => typeof data === 'object' && data !== null && (data as { kind?: unknown }).kind === WORKER
