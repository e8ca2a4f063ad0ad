/** Words the scan recognises: an open-addressing table from 32-bit hash to class bits and a cue index. */
export class WordTable {
  private mask: number
  private keys: Int32Array
  private used: Uint8Array
  private count = 0
  classes: Int32Array
  cues: Int32Array

  constructor(capacity = 4096) {
    let size = 16
    while (size < capacity * 2) size *= 2
    this.mask = size - 1
    this.keys = new Int32Array(size)
    this.used = new Uint8Array(size)
    this.classes = new Int32Array(size)
    this.cues = new Int32Array(size)
  }

  /** Slot of a hash, or -1. */
  find(hash: number): number {
    let s = (hash ^ (hash >>> 15)) & this.mask
    while (this.used[s] !== 0) {
      if (this.keys[s] === hash) return s
      s = (s + 1) & this.mask
    }
    return -1
  }

  /** Slot of a hash, made if absent. */
  slot(hash: number): number {
    if (this.count * 2 > this.mask) this.rehash()
    let s = (hash ^ (hash >>> 15)) & this.mask
    while (this.used[s] !== 0) {
      if (this.keys[s] === hash) return s
      s = (s + 1) & this.mask
    }
    this.used[s] = 1
    this.keys[s] = hash
    this.count++
    return s
  }

  private rehash(): void {
    const { keys, used, classes, cues } = this
    const size = (this.mask + 1) * 2
    this.mask = size - 1
    this.count = 0
    this.keys = new Int32Array(size)
    this.used = new Uint8Array(size)
    this.classes = new Int32Array(size)
    this.cues = new Int32Array(size)
    for (let i = 0; i < keys.length; i++) {
      if (used[i] === 0) continue
      const s = this.slot(keys[i])
      this.classes[s] = classes[i]
      this.cues[s] = cues[i]
    }
  }
}
