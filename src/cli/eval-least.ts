/** Keeps the `limit` items of the least keys out of any number, in their order; of equal keys the first to come. */
export class Least<T> {
  private readonly kept: Array<{ readonly key: number; readonly item: T }> = []

  constructor(private readonly limit: number) {}

  offer(key: number, item: T): void {
    if (this.limit === 0 || (this.kept.length === this.limit && key >= this.kept[this.limit - 1].key)) return
    this.kept.splice(this.place(key), 0, { key, item })
    if (this.kept.length > this.limit) this.kept.pop()
  }

  get items(): T[] {
    return this.kept.map(({ item }) => item)
  }

  /** Behind every key that is not greater. */
  private place(key: number): number {
    let low = 0
    let high = this.kept.length
    while (low < high) {
      const half = (low + high) >> 1
      if (this.kept[half].key <= key) low = half + 1
      else high = half
    }
    return low
  }
}

/**
 * Numbers of 53 bits in [0, 1), the same for the same seed on every machine: xoshiro128** (Blackman and Vigna, ACM
 * TOMS 47, 2021), its state filled by splitmix32 from a seed of 32 bits. For drawing samples, not for keys.
 */
export function random(seed: number): () => number {
  let fill = seed >>> 0
  const mix = (): number => {
    fill = (fill + 0x9e3779b9) >>> 0
    let z = Math.imul(fill ^ (fill >>> 16), 0x21f0aaad)
    z = Math.imul(z ^ (z >>> 15), 0x735a2d97)
    return (z ^ (z >>> 15)) >>> 0
  }
  const s = Uint32Array.of(mix(), mix(), mix(), mix())
  const next = (): number => {
    const out = Math.imul(rotate(Math.imul(s[1], 5), 7), 9) >>> 0
    const t = s[1] << 9
    s[2] ^= s[0]
    s[3] ^= s[1]
    s[1] ^= s[2]
    s[0] ^= s[3]
    s[2] ^= t
    s[3] = rotate(s[3], 11)
    return out
  }
  return () => ((next() >>> 5) * 0x4000000 + (next() >>> 6)) / 0x20000000000000
}

const rotate = (x: number, by: number): number => (x << by) | (x >>> (32 - by))
