// Timing: everything that is compared runs in one process, in turns.

/**
 * Runs `cases` in turns, `rounds` times: A B C … A B C …. A case is `{ name, items, size, run(item) }`, `size` the bytes
 * of all items together; `run` may give a promise. Each turn lasts about `ms`: slow cases get fewer items. Gives MB/s of
 * every round to each case, as `speeds`.
 */
export async function interleave(cases, { rounds = 9, ms = 60, warm = 300 } = {}) {
  for (const c of cases) {
    c.speeds = []
    c.step = Math.max(1, await itemsIn(c, warm, ms))
    c.at = 0
  }
  for (let r = 0; r < rounds; r++) for (const c of cases) c.speeds.push(await turn(c, c.step))
  return cases
}

/** Warms a case up for `warm` ms at least; gives the number of items it takes in `ms`. */
async function itemsIn(c, warm, ms) {
  c.at = 0
  let done = 0
  let speed = 0
  const start = performance.now()
  for (;;) {
    const before = performance.now()
    const got = c.run(c.items[c.at])
    if (got instanceof Promise) await got
    c.at = (c.at + 1) % c.items.length
    done++
    const now = performance.now()
    speed = now - before
    if (now - start > warm) return Math.ceil((done * ms) / (now - start)) || Math.ceil(ms / speed)
  }
}

async function turn(c, count) {
  let bytes = 0
  const start = performance.now()
  for (let i = 0; i < count; i++) {
    const item = c.items[c.at]
    const got = c.run(item)
    if (got instanceof Promise) await got
    bytes += item.length
    c.at = c.at + 1 === c.items.length ? 0 : c.at + 1
  }
  return bytes / 1e3 / (performance.now() - start)
}

/** Milliseconds of single calls, in turns: `count` calls of each case. */
export async function latencies(cases, count) {
  for (const c of cases) {
    c.times = []
    for (let i = 0; i < Math.min(200, count); i++) await c.run(c.items[i % c.items.length])
  }
  for (let i = 0; i < count; i++) {
    for (const c of cases) {
      if (i >= (c.calls ?? count)) continue
      const item = c.items[i % c.items.length]
      const start = performance.now()
      const got = c.run(item)
      if (got instanceof Promise) await got
      c.times.push(performance.now() - start)
    }
  }
  return cases
}

export function median(list) {
  return quantile(list, 0.5)
}

export function quantile(list, q) {
  const sorted = [...list].sort((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(q * sorted.length))]
}
