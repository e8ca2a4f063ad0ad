/** Small seeded generator (xorshift128, Marsaglia 2003, seeded by splitmix32): the same cases on every machine. */
export class Rng {
  private a: number
  private b: number
  private c: number
  private d: number

  constructor(readonly seed: number) {
    let s = seed | 0
    const mix = (): number => {
      s = (s + 0x9e3779b9) | 0
      let t = s ^ (s >>> 16)
      t = Math.imul(t, 0x21f0aaad)
      t ^= t >>> 15
      t = Math.imul(t, 0x735a2d97)
      return (t ^ (t >>> 15)) | 0
    }
    this.a = mix() | 1
    this.b = mix()
    this.c = mix()
    this.d = mix()
  }

  /** 0 to 2³² − 1. */
  next(): number {
    let t = this.d
    t ^= t << 11
    t ^= t >>> 8
    this.d = this.c
    this.c = this.b
    this.b = this.a
    t ^= this.a ^ (this.a >>> 19)
    this.a = t | 0
    return t >>> 0
  }

  /** From `min` to `max`, both included. */
  int(min: number, max: number): number {
    return min + (this.next() % (max - min + 1))
  }

  chance(p: number): boolean {
    return this.next() < p * 4294967296
  }

  pick<T>(from: readonly T[]): T {
    return from[this.next() % from.length]
  }

  /** `n` characters of `alphabet`. */
  of(alphabet: string, n: number): string {
    let s = ''
    for (let i = 0; i < n; i++) s += alphabet[this.next() % alphabet.length]
    return s
  }

  digits(n: number): string {
    return this.of('0123456789', n)
  }

  /** `n` digits, the first not zero. */
  number(n: number): string {
    return this.of('123456789', 1) + this.digits(n - 1)
  }

  upper(n: number): string {
    return this.of('ABCDEFGHIJKLMNOPQRSTUVWXYZ', n)
  }

  hex(n: number): string {
    return this.of('0123456789abcdef', n)
  }
}

/** FNV-1a of a name: a seed of its own for every label and form, so that adding a form changes no other. */
export function seedOf(name: string, seed: number): number {
  let h = 0x811c9dc5 ^ seed
  for (let i = 0; i < name.length; i++) h = Math.imul(h ^ name.charCodeAt(i), 0x01000193)
  return h | 0
}
