/** Scrubs one value that stands under a key path; `path` holds the last keys, outermost first. `bare`: it is a number. */
export type ScrubValue = (text: string, path: readonly string[], bare: boolean) => string

export interface RecordOptions {
  /** Keys are context and stay as they are (default), or are scrubbed like values. */
  readonly keys?: 'keep' | 'scrub'
}

/** Keys given as context: the field's own and the one around it. */
const CONTEXT = 2
/** What stands for a value that cannot be read as text: binary data, a getter that throws. */
export const UNREADABLE = '[WITHHELD]'

interface Job {
  readonly from: unknown
  readonly path: readonly string[]
  readonly put: (value: unknown) => void
}

/**
 * A copy of a JSON-like value in which every text, number and date has gone through `scrub`; arrays, objects, maps and
 * sets keep their shape. Values with `toJSON` are taken as what it gives. A cycle stays a cycle. Iterative: depth is
 * bounded by memory only.
 */
export function scrubRecord(root: unknown, scrub: ScrubValue, options: RecordOptions = {}): unknown {
  let result: unknown
  const seen = new Map<object, unknown>()
  const jobs: Job[] = [{ from: root, path: [], put: (v) => (result = v) }]
  const key = (k: string): string => (options.keys === 'scrub' ? scrub(k, [], false) : k)
  for (let job = jobs.pop(); job !== undefined; job = jobs.pop()) step(job, jobs, seen, scrub, key)
  return result
}

function step(given: Job, jobs: Job[], seen: Map<object, unknown>, scrub: ScrubValue, key: (k: string) => string): void {
  const { from, path } = given
  if (from instanceof Date) {
    given.put(scrubDate(from, path, scrub))
    return
  }
  const value = plain(from)
  if (typeof value !== 'object' || value === null) {
    given.put(scrubScalar(value, path, scrub))
    return
  }
  // What an object's toJSON gave stands for the object: meeting either again gives the same copy.
  const owner = typeof from === 'object' && from !== null && from !== value ? from : undefined
  const known = (owner === undefined ? undefined : seen.get(owner)) ?? seen.get(value)
  if (known !== undefined) {
    given.put(known)
    return
  }
  const put = (copy: unknown): void => {
    if (owner !== undefined) seen.set(owner, copy)
    given.put(copy)
  }
  copyContainer(value, { from, path, put }, jobs, seen, key)
}

function scrubScalar(value: unknown, path: readonly string[], scrub: ScrubValue): unknown {
  if (typeof value === 'string') return scrub(value, path, false)
  if (typeof value === 'function' || typeof value === 'symbol') return undefined
  if (typeof value !== 'number' && typeof value !== 'bigint') return value
  const text = String(value)
  const clean = scrub(text, path, true)
  return clean === text ? value : clean
}

function copyContainer(value: object, job: Job, jobs: Job[], seen: Map<object, unknown>, key: (k: string) => string): void {
  if (ArrayBuffer.isView(value) || value instanceof ArrayBuffer) job.put(UNREADABLE)
  else if (value instanceof Map) copyMap(value, job, jobs, seen, key)
  else if (value instanceof Set) copySet(value, job, jobs, seen)
  else if (Array.isArray(value)) copyArray(value, job, jobs, seen)
  else copyObject(value, job, jobs, seen, key)
}

function copyArray(value: readonly unknown[], { path, put }: Job, jobs: Job[], seen: Map<object, unknown>): void {
  const copy: unknown[] = new Array(value.length)
  seen.set(value, copy)
  put(copy)
  for (let i = value.length - 1; i >= 0; i--) {
    jobs.push({
      from: read(value, i),
      path,
      put: (v) => {
        copy[i] = v
      },
    })
  }
}

function copyObject(value: object, { path, put }: Job, jobs: Job[], seen: Map<object, unknown>, key: (k: string) => string): void {
  const copy: Record<string, unknown> = {}
  seen.set(value, copy)
  put(copy)
  const keys = Object.keys(value)
  const names = keys.map((k) => free(copy, key(k)))
  for (let i = keys.length - 1; i >= 0; i--) {
    const k = keys[i]
    jobs.push({ from: read(value, k), path: [...path.slice(1 - CONTEXT), k], put: (v) => define(copy, names[i], v) })
  }
}

/** Reserves a name in its place, so that key order stays; two keys scrubbed to one name are told apart by a number. */
function free(copy: Record<string, unknown>, name: string): string {
  let unique = name
  for (let n = 2; Object.hasOwn(copy, unique); n++) unique = `${name} ${n}`
  define(copy, unique, undefined)
  return unique
}

function define(copy: Record<string, unknown>, name: string, value: unknown): void {
  if (name === '__proto__') Object.defineProperty(copy, name, { value, enumerable: true, configurable: true, writable: true })
  else copy[name] = value
}

function copyMap(value: Map<unknown, unknown>, { path, put }: Job, jobs: Job[], seen: Map<object, unknown>, key: (k: string) => string): void {
  const copy = new Map<unknown, unknown>()
  seen.set(value, copy)
  put(copy)
  for (const [k, v] of value) {
    const name = typeof k === 'string' ? key(k) : k
    copy.set(name, undefined)
    jobs.push({ from: v, path: typeof k === 'string' ? [...path.slice(1 - CONTEXT), k] : path, put: (x) => copy.set(name, x) })
  }
}

function copySet(value: Set<unknown>, { path, put }: Job, jobs: Job[], seen: Map<object, unknown>): void {
  const copy = new Set<unknown>()
  seen.set(value, copy)
  put(copy)
  for (const v of value) jobs.push({ from: v, path, put: (x) => copy.add(x) })
}

function scrubDate(date: Date, path: readonly string[], scrub: ScrubValue): unknown {
  if (Number.isNaN(date.getTime())) return date
  const text = date.toISOString()
  const clean = scrub(text, path, false)
  return clean === text ? date : clean
}

/** Objects with `toJSON` as JSON would write them; `UNREADABLE` when that throws. */
function plain(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value
  try {
    const toJSON = (value as { toJSON?: unknown }).toJSON
    return typeof toJSON === 'function' ? toJSON.call(value) : value
  } catch {
    return UNREADABLE
  }
}

function read(value: object, key: string | number): unknown {
  try {
    return (value as Record<string | number, unknown>)[key]
  } catch {
    return UNREADABLE
  }
}

/** `patientName` and `patient_name` as words: "patient Name", "patient name". */
export const keyWords = (key: string): string => key.replace(/([a-z])([A-Z])/g, '$1 $2').replace(/[_\-.]/g, ' ')
