/** A seeded source of numbers in [0, 1) (mulberry32): the same seed gives the same text on every machine. */
export function random(seed) {
  let a = seed >>> 0
  return () => {
    a = (a + 0x6d2b79f5) | 0
    let t = Math.imul(a ^ (a >>> 15), 1 | a)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
}

/** Helpers over one source. */
export function chooser(seed) {
  const next = random(seed)
  const int = (from, to) => from + Math.floor(next() * (to - from + 1))
  const pick = (list) => list[Math.floor(next() * list.length)]
  /** `#` becomes a digit (never a leading zero), `A` a capital. */
  const shape = (pattern) => pattern.replace(/[#A]/g, (c, at) => (c === '#' ? String(int(at === 0 ? 1 : 0, 9)) : String.fromCharCode(int(65, 90))))
  return { next, int, pick, shape }
}
