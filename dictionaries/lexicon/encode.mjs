// Writes what src/lexicon/table.ts reads.

const LONGEST = 15
/** `Bits.peek` sees 25 bits: a unary part must fit with its end. */
const MAX_UNARY = 24
/** The index in memory tells so many bits more of a hash than its bucket. */
const INDEX_BITS = 6

class Writer {
  bytes = []
  held = 0
  have = 0
  put(value, width) {
    for (let i = width - 1; i >= 0; i--) {
      this.held = (this.held << 1) | (Math.floor(value / 2 ** i) % 2)
      if (++this.have === 8) {
        this.bytes.push(this.held)
        this.held = 0
        this.have = 0
      }
    }
  }
  /** Zero bits up to the next group of 24. */
  align() {
    while (this.have !== 0 || this.bytes.length % 3 !== 0) this.put(0, 1)
    return this
  }
}

/** A section opens with its length in groups. */
function section(out, write) {
  const inner = new Writer()
  write(inner)
  inner.align()
  out.align().put(inner.bytes.length / 3, 24)
  for (const b of inner.bytes) out.put(b, 8)
}

/** Lengths of the codes of a Huffman tree, none above LONGEST: rare values are taken as commoner until it is flat enough. */
function codeLengths(counts) {
  for (let floor = 1; ; floor *= 2) {
    // Two queues: leaves by count, inner nodes in the order made.
    const leaves = counts.map((count, id) => ({ count: Math.max(count, floor), id })).sort((a, b) => a.count - b.count || a.id - b.id)
    const inner = []
    let l = 0
    let n = 0
    const next = () => (n >= inner.length || (l < leaves.length && leaves[l].count <= inner[n].count) ? leaves[l++] : inner[n++])
    for (let i = 1; i < leaves.length; i++) {
      const a = next()
      const b = next()
      inner.push({ count: a.count + b.count, a, b })
    }
    const lengths = new Array(counts.length).fill(1)
    const walk = [[inner.at(-1) ?? leaves[0], 0]]
    while (walk.length > 0) {
      const [node, depth] = walk.pop()
      if (node.id !== undefined) lengths[node.id] = Math.max(depth, 1)
      else walk.push([node.a, depth + 1], [node.b, depth + 1])
    }
    if (Math.max(...lengths) <= LONGEST) return lengths
  }
}

function table(out, map, sizes) {
  const sorted = [...map].map(([h, v]) => [h >>> 0, v >>> 0]).sort((a, b) => a[0] - b[0])
  const uses = new Map()
  for (const [, v] of sorted) uses.set(v, (uses.get(v) ?? 0) + 1)
  const palette = [...uses].sort((a, b) => b[1] - a[1] || a[0] - b[0])
  if (palette.length > 2 ** LONGEST) throw new Error(`${palette.length} different values do not fit in codes of ${LONGEST} bits`)
  const lengths = codeLengths(palette.map((p) => p[1]))
  // Canonical: by length, then by value.
  const symbols = palette.map(([value], i) => ({ value, length: lengths[i] })).sort((a, b) => a.length - b.length || a.value - b.value)
  const low = Math.min(24, Math.max(1, Math.floor(Math.log2((2 ** 32 / (sorted.length + 1)) * Math.LN2) + 0.5)))
  const codes = new Map()
  let code = 0
  let before = 0
  for (const { value, length } of symbols) {
    code *= 2 ** (length - before)
    before = length
    codes.set(value, [code++, length])
  }
  const bucketBits = Math.max(1, Math.floor(Math.log2(sorted.length / 64)))
  const buckets = Array.from({ length: 2 ** bucketBits }, () => [])
  for (const entry of sorted) buckets[Math.floor(entry[0] / 2 ** (32 - bucketBits))].push(entry)
  let keyBits = 0
  let valueBits = 0
  const written = buckets.map((entries, i) => {
    const w = new Writer()
    let last = i * 2 ** (32 - bucketBits)
    for (const [hash, value] of entries) {
      const gap = hash - last
      last = hash
      const high = Math.floor(gap / 2 ** low)
      if (high > MAX_UNARY) throw new Error(`a gap of ${gap} between hashes does not fit: too few words (${sorted.length})`)
      for (let k = 0; k < high; k++) w.put(1, 1)
      w.put(0, 1)
      w.put(gap % 2 ** low, low)
      const [c, length] = codes.get(value)
      w.put(c, length)
      keyBits += high + 1 + low
      valueBits += length
    }
    return w.align().bytes
  })
  const width = (n) => Math.max(1, Math.ceil(Math.log2(n + 1)))
  const countWidth = width(Math.max(...buckets.map((b) => b.length)))
  const sizeWidth = width(Math.max(...written.map((b) => b.length / 3)))
  section(out, (head) => {
    head.put(sorted.length, 24)
    head.put(low, 8)
    head.put(bucketBits, 8)
    for (let l = 1; l <= LONGEST; l++) head.put(symbols.filter((s) => s.length === l).length, 16)
    for (const { value } of symbols) head.put(value, 32)
    head.put(INDEX_BITS, 8)
    head.put(countWidth, 8)
    head.put(sizeWidth, 8)
    buckets.forEach((b, i) => {
      head.put(b.length, countWidth)
      head.put(written[i].length / 3, sizeWidth)
    })
  })
  for (const bytes of written) for (const b of bytes) out.put(b, 8)
  sizes.push({ entries: sorted.length, values: palette.length, paletteBytes: 4 * palette.length, keyBits: keyBits / sorted.length, valueBits: valueBits / sorted.length, total: written.reduce((n, w) => n + w.length, 0) })
}

/** The binary, and what it is made of. */
export function encode({ words, phrases, zips, states, nicknames }) {
  const out = new Writer()
  const sizes = []
  table(out, words, sizes)
  table(out, phrases, sizes)
  for (let zip = 0; zip < 100_000; zip++) out.put((zips[zip >> 3] >> (zip & 7)) & 1, 1)
  const nicks = [...nicknames].map(([n, given]) => [n >>> 0, [...new Set(given.map((g) => g >>> 0))].sort((a, b) => a - b).slice(0, 63)]).sort((a, b) => a[0] - b[0])
  section(out, (rest) => {
    for (const s of states) for (const i of [0, 1]) rest.put(s === '' ? 0 : s.charCodeAt(i) - 64, 5)
    rest.put(nicks.length, 16)
    for (const [n, given] of nicks) {
      rest.put(n, 32)
      rest.put(given.length, 6)
      for (const g of given) rest.put(g, 32)
    }
  })
  return { bytes: Uint8Array.from(out.align().bytes), sizes, nicknames: nicks.length }
}

/** Base64 and the digest over it. */
export function pack(bytes, core) {
  const data = Buffer.from(bytes).toString('base64')
  return { data, digest: core.digestOf(Uint8Array.from(Buffer.from(data, 'latin1'))) }
}
