/** Numbers a slot is made of: hash, 1 if taken, class bits, cue index. Side by side, so that a look-up touches one cache line. */
const STRIDE = 4

/** Words the scan recognises: an open-addressing table from 32-bit hash to class bits and a cue index. */
export class WordTable {
  private mask: number
  private count = 0
  /** Slots, STRIDE numbers each. */
  data: Int32Array

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
    return copy
  }

  /** Where in `data` the slot of a hash starts, or -1. */
  find(hash: number): number {
    const { data, mask } = this
    let s = (hash ^ (hash >>> 15)) & mask
    while (data[s * STRIDE + 1] !== 0) {
      if (data[s * STRIDE] === hash) return s * STRIDE
      s = (s + 1) & mask
    }
    return -1
  }

  /** Class bits of a hash, 0 for a word in no list. */
  classesOf(hash: number): number {
    const at = this.find(hash)
    return at < 0 ? 0 : this.data[at + 2]
  }

  /** Cue index of a hash, 0 for a word that starts no cue. */
  cueOf(hash: number): number {
    const at = this.find(hash)
    return at < 0 ? 0 : this.data[at + 3]
  }

  addClass(hash: number, bits: number): void {
    const at = this.slot(hash) // may move the table: take `data` after it
    this.data[at + 2] |= bits
  }

  setCue(hash: number, cue: number): void {
    const at = this.slot(hash)
    this.data[at + 3] = cue
  }

  private slot(hash: number): number {
    const known = this.find(hash)
    if (known >= 0) return known
    if ((this.count + 1) * 2 > this.mask) this.grow()
    const { data, mask } = this
    let s = (hash ^ (hash >>> 15)) & mask
    while (data[s * STRIDE + 1] !== 0) s = (s + 1) & mask
    data[s * STRIDE] = hash
    data[s * STRIDE + 1] = 1
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
      this.data[to + 2] = old[at + 2]
      this.data[to + 3] = old[at + 3]
    }
  }
}
