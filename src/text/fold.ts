/**
 * Folding of look-alikes: the engine reads the folded text, findings are mapped back to the original.
 * Folding is decided per character (per surrogate pair), so cutting the input never changes it.
 * Dropped: zero-width and bidi controls, soft hyphens, variation selectors, combining marks.
 * Replaced: odd spaces, quotes and dashes; full-width and mathematical letters and digits; digits of other scripts;
 * Cyrillic and Greek letters that look Latin (after Unicode UTS #39, confusables).
 */
export interface Folded {
  readonly text: string
  /** `map[i]` is the index in the original of folded unit `i`; `map[text.length]` is the original's length. Null: identity. */
  readonly map: Int32Array | null
}

const DROP = 1
const LIGATURES: Readonly<Record<number, string>> = { 64256: 'ff', 64257: 'fi', 64258: 'fl', 64259: 'ffi', 64260: 'ffl', 64261: 'st', 64262: 'st', 8230: '...' }
const FOLD = /* @__PURE__ */ build()
const NON_ASCII = /[^\0-\x7f]/

/** Invisible characters dropped in a row; further ones are read as symbols, so that hidden text stays bounded. */
export const MAX_DROPPED = 32

/** Folds a text that comes in pieces; all it carries from piece to piece is the number of characters just dropped. */
export class Folder {
  private dropped = 0

  fold(raw: string): Folded {
    const folded = foldText(raw, this.dropped)
    if (raw !== '') this.dropped = folded.dropped
    return folded
  }
}

export function foldText(raw: string, droppedBefore = 0): Folded & { readonly dropped: number } {
  if (!NON_ASCII.test(raw)) return { text: raw, map: null, dropped: 0 }
  const n = raw.length
  let i = 0
  while (i < n && FOLD[raw.charCodeAt(i)] === 0) i++
  if (i === n) return { text: raw, map: null, dropped: 0 }
  const out = new Uint16Array(n * 2 + 4)
  const map = new Int32Array(n * 2 + 5)
  let o = 0
  let moved = false
  let dropped = droppedBefore
  for (i = 0; i < n; i++) {
    const c = raw.charCodeAt(i)
    const f = FOLD[c]
    if (f === DROP && dropped < MAX_DROPPED) {
      dropped++
      moved = true
      continue
    }
    dropped = 0
    if (f === 0 || f === DROP) {
      map[o] = i
      out[o++] = f === 0 ? c : 0xfffc
    } else if (f === 2) {
      const s = LIGATURES[c]
      for (let k = 0; k < s.length; k++) {
        map[o] = i
        out[o++] = s.charCodeAt(k)
      }
      moved = true
    } else if (f === 3) {
      // U+1D400–U+1D7FF, mathematical alphanumerics: high surrogate D835.
      const low = i + 1 < n ? raw.charCodeAt(i + 1) : 0
      const plain = mathematical(low)
      map[o] = i
      out[o++] = plain === 0 ? c : plain
      if (plain !== 0) {
        i++
        moved = true
      }
    } else {
      map[o] = i
      out[o++] = f
    }
  }
  map[o] = n
  return { text: decode(out, o), map: moved ? map.slice(0, o + 1) : null, dropped }
}

function mathematical(low: number): number {
  if (low >= 0xdc00 && low < 0xdea4) {
    const k = (low - 0xdc00) % 52
    return k < 26 ? 0x41 + k : 0x61 + k - 26
  }
  return low >= 0xdfce && low <= 0xdfff ? 0x30 + ((low - 0xdfce) % 10) : 0
}

function decode(units: Uint16Array, n: number): string {
  let s = ''
  for (let i = 0; i < n; i += 8192) s += String.fromCharCode.apply(null, units.subarray(i, Math.min(n, i + 8192)) as unknown as number[])
  return s
}

function build(): Uint16Array {
  const t = new Uint16Array(65536)
  const drop = (from: number, to = from) => t.fill(DROP, from, to + 1)
  const to = (plain: string, s: string) => {
    for (let i = 0; i < s.length; i++) t[s.charCodeAt(i)] = plain.charCodeAt(plain.length === 1 ? 0 : i)
  }
  drop(0xad)
  drop(0x300, 0x36f)
  drop(0x34f)
  drop(0x61c)
  drop(0x180e)
  drop(0x200b, 0x200f)
  drop(0x202a, 0x202e)
  drop(0x2060, 0x2064)
  drop(0x2066, 0x2069)
  drop(0x20d0, 0x20f0)
  drop(0xfe00, 0xfe0f)
  drop(0xfe20, 0xfe2f)
  drop(0xfeff)
  to(' ', '\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000')
  to('\n', '\u0085\u2028\u2029')
  to("'", '’‘‛ʼ′＇')
  to('"', '“”„‟″«»＂')
  to('-', '‐‑‒–—―−﹘﹣－')
  to('/', '⁄∕')
  to('.', '․。｡')
  to(':', '︓ː')
  to(',', '、，')
  for (let c = 0xff01; c <= 0xff5e; c++) t[c] = c - 0xfee0
  for (const zero of [0x660, 0x6f0, 0x7c0, 0x966, 0x9e6, 0xa66, 0xae6, 0xb66, 0xbe6, 0xc66, 0xce6, 0xd66, 0xe50, 0xed0, 0xf20, 0x1040, 0x17e0, 0x1810]) {
    for (let d = 0; d < 10; d++) t[zero + d] = 0x30 + d
  }
  to('ABEKMHOPCTYXSIJQWGD', 'АВЕКМНОРСТУХЅІЈԚԜԌԀ')
  to('aeopcyxsijhdqwlbv', 'аеорсухѕіјһԁԛԝӏЬѵ')
  to('ABEZHIKMNOPTYX', 'ΑΒΕΖΗΙΚΜΝΟΡΤΥΧ')
  to('oviapk', 'ονιαρκ')
  for (const c of Object.keys(LIGATURES)) t[Number(c)] = 2
  t[0xd835] = 3
  return t
}

/** True when the unit is the first half of a surrogate pair. */
export const isHighSurrogate = (c: number): boolean => c >= 0xd800 && c <= 0xdbff
