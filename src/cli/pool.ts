import { Worker } from 'node:worker_threads'
import type { Done, Task } from './job'
import { WORKER, type WorkerData } from './worker'

/** Files of one batch, and their bytes together, at most: small files travel together, big ones alone. */
const BATCH_FILES = 64
const BATCH_BYTES = 1 << 20
/** Answers kept until their turn comes, in bytes: while there are more, no new batch starts. */
const KEPT_BYTES = 1 << 26

interface Crew {
  readonly worker: Worker
  /** Tasks given and not yet answered. */
  readonly open: Task[]
}

/** Worker threads that do tasks; the answers come in the order of the tasks. */
export class Pool {
  private readonly crews: Crew[] = []
  private readonly done = new Map<number, Done>()
  private kept = 0
  private stopped = false
  private wake: () => void = () => {}
  private give: () => void = () => {}

  constructor(
    private readonly entry: string,
    private readonly data: Omit<WorkerData, 'kind'>,
    private readonly jobs: number,
  ) {}

  /** `here` does a task on this thread: those that `local` says are not for workers. */
  async *run(tasks: readonly Task[], local: (task: Task) => boolean, here: (task: Task) => Promise<Done>): AsyncGenerator<Done> {
    const batches = batch(tasks.filter((t) => !local(t)))
    let turn = -1
    let next = 0
    const waiting = (): boolean => next < batches.length && (this.kept < KEPT_BYTES || batches[next][0].index <= turn)
    this.give = () => {
      while (this.crews.length < this.jobs && waiting()) this.assign(this.hire(), batches[next++])
      for (const crew of this.crews) if (crew.open.length === 0 && waiting()) this.assign(crew, batches[next++])
    }
    for (const task of tasks) {
      turn = task.index
      this.give()
      yield local(task) ? await here(task) : await this.answer(task.index)
    }
  }

  private async answer(index: number): Promise<Done> {
    for (;;) {
      const answer = this.done.get(index)
      if (answer !== undefined) {
        this.done.delete(index)
        this.kept -= weight(answer)
        return answer
      }
      await new Promise<void>((resume) => (this.wake = resume))
    }
  }

  async stop(): Promise<void> {
    this.stopped = true
    await Promise.all(this.crews.map((c) => c.worker.terminate()))
  }

  private assign(crew: Crew, tasks: readonly Task[]): void {
    crew.open.push(...tasks)
    crew.worker.postMessage(tasks)
  }

  private hire(): Crew {
    const worker = new Worker(new URL(this.entry), { workerData: { kind: WORKER, ...this.data } satisfies WorkerData })
    const crew: Crew = { worker, open: [] }
    this.crews.push(crew)
    worker.on('message', (answer: Done) => {
      crew.open.shift()
      this.put(answer)
    })
    worker.on('error', () => this.lost(crew))
    worker.on('exit', () => this.lost(crew))
    return crew
  }

  private put(answer: Done): void {
    this.done.set(answer.index, answer)
    this.kept += weight(answer)
    this.give()
    this.wake()
  }

  /** A worker died (out of memory, say): its task under way has failed, the others of its batch go to a new one. */
  private lost(crew: Crew): void {
    const at = this.crews.indexOf(crew)
    if (at < 0 || this.stopped) return
    this.crews.splice(at, 1)
    const [failed, ...rest] = crew.open
    if (rest.length > 0) this.assign(this.hire(), rest)
    if (failed !== undefined) this.put({ index: failed.index, fault: { code: 'INTERNAL', message: 'The worker thread died on it. Nothing was written; try --jobs 1.' }, receipt: null, bad: 0, output: null })
  }
}

const weight = ({ output, receipt }: Done): number => (output?.length ?? 0) + (receipt?.length ?? 0)

function batch(tasks: readonly Task[]): Task[][] {
  const out: Task[][] = []
  let bytes = 0
  for (const task of tasks) {
    const last = out[out.length - 1]
    if (last === undefined || last.length >= BATCH_FILES || bytes + task.source.size > BATCH_BYTES) {
      out.push([task])
      bytes = 0
    } else last.push(task)
    bytes += task.source.size
  }
  return out
}
