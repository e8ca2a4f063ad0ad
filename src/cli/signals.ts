import { removeTemps } from './atomic'

const stops = new Set<() => Promise<void>>()

/** Done before the program ends on a signal. Gives what takes it back. */
export function onStop(stop: () => Promise<void>): () => void {
  stops.add(stop)
  return () => stops.delete(stop)
}

/** On a signal: end the workers, remove temporary files, then let the signal do what it does, so that the shell sees it. */
export function watchSignals(): void {
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.once(signal, () => {
      void Promise.allSettled([...stops].map((stop) => stop())).then(() => {
        removeTemps()
        process.kill(process.pid, signal)
      })
    })
  }
}
