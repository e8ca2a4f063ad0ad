/** Slots are two numbers side by side, so that a look-up touches one cache line: hash; class set and cue index, 0 if free. */
const STRIDE = 2
const CUE_BITS = 16
const CUE_MASK = (1 << CUE_BITS) - 1

/**
 * Words the scan recognises: an open-addressing table from 32-bit hash to class bits and a cue index. Few sets of classes
 * occur, so a slot holds the number of its set, and the sets stand in `sets`.
 */
export class WordTable {
  private mask: number
  private count = 0
  /** Slots, STRIDE numbers each. */
  private data: Int32Array
  /** Class bits by number of the set; 0 stands for a free slot, 1 is no class at all. */
  private sets: Int32Array = new Int32Array(256)
  private readonly numbers = new Map<number, number>([[0, 1]])

  constructor(capacity = 16) {
    let size = 16
    while (size < capacity * 2) size *= 2
    this.mask = size - 1
    this.data = new Int32Array(size * STRIDE)
  }

  clone(): WordTable {
    const copy = new WordTable(0)
    copy.mask = this.mask
    copy.count = this.count
    copy.data = this.data.slice()
    copy.sets = this.sets.slice()
    for (const [bits, number] of this.numbers) copy.numbers.set(bits, number)
    return copy
  }

  /** What the table holds of a hash, for `classes` and `cue`; 0 for a word it does not know. */
  find(hash: number): number {
    const { data, mask } = this
    let s = (hash ^ (hash >>> 15)) & mask
    for (;;) {
      const entry = data[s * STRIDE + 1]
      if (entry === 0 || data[s * STRIDE] === hash) return entry
      s = (s + 1) & mask
    }
  }

  /** Class bits of an entry. */
  classes(entry: number): number {
    return this.sets[entry >>> CUE_BITS]
  }

  /** Cue index of an entry, 0 for a word that starts no cue. */
  cue(entry: number): number {
    return entry & CUE_MASK
  }

  addClass(hash: number, bits: number): void {
    const at = this.slot(hash) // may move the table: take `data` after it
    const entry = this.data[at + 1]
    this.data[at + 1] = (this.numberOf(this.sets[entry >>> CUE_BITS] | bits) << CUE_BITS) | (entry & CUE_MASK)
  }

  setCue(hash: number, cue: number): void {
    if (cue > CUE_MASK) throw new RangeError('more cues than a word table holds')
    const at = this.slot(hash)
    this.data[at + 1] = (this.data[at + 1] & ~CUE_MASK) | cue
  }

  private numberOf(bits: number): number {
    const known = this.numbers.get(bits)
    if (known !== undefined) return known
    const number = this.numbers.size + 1
    if (number > 0x7fff) throw new RangeError('more sets of word classes than a word table holds')
    if (number >= this.sets.length) {
      const wide = new Int32Array(this.sets.length * 2)
      wide.set(this.sets)
      this.sets = wide
    }
    this.sets[number] = bits
    this.numbers.set(bits, number)
    return number
  }

  private slot(hash: number): number {
    if ((this.count + 1) * 2 > this.mask) this.grow()
    const { data, mask } = this
    let s = (hash ^ (hash >>> 15)) & mask
    while (data[s * STRIDE + 1] !== 0) {
      if (data[s * STRIDE] === hash) return s * STRIDE
      s = (s + 1) & mask
    }
    data[s * STRIDE] = hash
    data[s * STRIDE + 1] = 1 << CUE_BITS
    this.count++
    return s * STRIDE
  }

  private grow(): void {
    const old = this.data
    this.mask = this.mask * 2 + 1
    this.count = 0
    this.data = new Int32Array((this.mask + 1) * STRIDE)
    for (let at = 0; at < old.length; at += STRIDE) {
      if (old[at + 1] === 0) continue
      const to = this.slot(old[at])
      this.data[to + 1] = old[at + 1]
    }
  }
}
