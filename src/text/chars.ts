/**
 * One class per UTF-16 code unit, from fixed ranges, so that every runtime classifies alike whatever its Unicode version.
 * Classes 1–4 are token characters, 5 and up are separators; bit `class - 5` of a token's gap mask says that a
 * separator of that class stands between the token and the one before it.
 */
export const LOWER = 1
export const UPPER = 2
export const DIGIT = 3
/** Letters without case (Hebrew, Arabic, CJK …). */
export const LETTER = 4
const SPACE = 5
const NEWLINE = 6

/** Separator bits of a gap mask. */
export const Gap = {
  SPACE: 1 << 0,
  NEWLINE: 1 << 1,
  TAB: 1 << 2,
  COMMA: 1 << 3,
  DOT: 1 << 4,
  COLON: 1 << 5,
  SEMI: 1 << 6,
  SLASH: 1 << 7,
  DASH: 1 << 8,
  APOS: 1 << 9,
  AT: 1 << 10,
  HASH: 1 << 11,
  OPEN: 1 << 12,
  CLOSE: 1 << 13,
  QUOTE: 1 << 14,
  EQUALS: 1 << 15,
  UNDERSCORE: 1 << 16,
  PLUS: 1 << 17,
  AMP: 1 << 18,
  STAR: 1 << 19,
  PIPE: 1 << 20,
  PERCENT: 1 << 21,
  BACKSLASH: 1 << 22,
  DOLLAR: 1 << 23,
  MARK: 1 << 24, // ? ! ¿ ¡
  TILDE: 1 << 25,
  CARET: 1 << 26,
  OTHER: 1 << 27, // symbols, emoji, controls
  /** Set beside the others when the gap is longer than LONG_GAP code units. */
  LONG: 1 << 28,
  /** Set on the first token of a document, whose gap is otherwise empty. */
  START: 1 << 29,
} as const

export const LONG_GAP = 24
export const OTHER = 32

export const CLASS = /* @__PURE__ */ buildClasses()
/** Lower case without diacritics for code units below 0x250; above, the code unit itself. */
export const FOLDED = /* @__PURE__ */ buildFolded()

/** What a token needs of a unit, in one look: `FOLDED` below, and bit `16 + class` for letters and digits. */
export const UNIT = /* @__PURE__ */ Uint32Array.from({ length: 65536 }, (_, c) => FOLDED[c] | (CLASS[c] <= 4 ? 1 << (16 + CLASS[c]) : 0))

function buildClasses(): Uint8Array {
  const t = new Uint8Array(65536).fill(OTHER)
  const range = (from: number, to: number, cls: number) => t.fill(cls, from, to + 1)
  const chars = (s: string, cls: number) => {
    for (let i = 0; i < s.length; i++) t[s.charCodeAt(i)] = cls
  }
  range(0x61, 0x7a, LOWER)
  range(0x41, 0x5a, UPPER)
  range(0x30, 0x39, DIGIT)
  chars(' \u00a0\u1680\u202f\u205f\u3000', SPACE)
  range(0x2000, 0x200a, SPACE)
  chars('\n\r\v\f\u0085\u2028\u2029', NEWLINE)
  ;['\t', ',،、', '.·•․', ':：', ';', '/⁄', '-‐‑‒–—―−', "'’‘ʼ`´", '@', '#№', '([{<', ')]}>', '"“”„«»', '=', '_', '+', '&', '*', '|', '%', '\\', '$£€¥', '?!¿¡', '~', '^'].forEach((s, i) => {
    chars(s, NEWLINE + 1 + i)
  })
  // Latin-1 and Latin Extended: case as assigned; Extended-A and -B alternate upper and lower.
  range(0xc0, 0xde, UPPER)
  range(0xdf, 0xff, LOWER)
  t[0xd7] = OTHER
  t[0xf7] = OTHER
  for (let c = 0x100; c < 0x250; c++) t[c] = latinExtendedIsUpper(c) ? UPPER : LOWER
  range(0x250, 0x2af, LOWER)
  range(0x370, 0x3ff, LOWER)
  range(0x386, 0x38f, UPPER)
  range(0x391, 0x3ab, UPPER)
  t[0x37e] = OTHER
  t[0x387] = OTHER
  t[0x390] = LOWER
  range(0x400, 0x42f, UPPER)
  range(0x430, 0x45f, LOWER)
  for (let c = 0x460; c < 0x530; c++) t[c] = c & 1 ? LOWER : UPPER
  range(0x531, 0x556, UPPER)
  range(0x561, 0x587, LOWER)
  range(0x5d0, 0x5f2, LETTER)
  range(0x620, 0x64a, LETTER)
  range(0x671, 0x6d3, LETTER)
  range(0x710, 0x10ff, LETTER)
  range(0x1100, 0x167f, LETTER)
  range(0x1681, 0x1cff, LETTER)
  range(0x1d00, 0x1dbf, LOWER)
  for (let c = 0x1e00; c < 0x1f00; c++) t[c] = c & 1 ? LOWER : UPPER
  range(0x1f00, 0x1fff, LOWER)
  range(0x2c00, 0x2dff, LETTER)
  range(0x3041, 0x30ff, LETTER)
  t[0x30fb] = OTHER
  range(0x3100, 0x31ff, LETTER)
  range(0x3400, 0x4dbf, LETTER)
  range(0x4e00, 0x9fff, LETTER)
  range(0xa000, 0xabff, LETTER)
  range(0xac00, 0xd7a3, LETTER)
  range(0xf900, 0xfaff, LETTER)
  range(0xfb1d, 0xfdfb, LETTER)
  range(0xfe70, 0xfefc, LETTER)
  t[0xaa] = LOWER
  t[0xb5] = LOWER
  t[0xba] = LOWER
  return t
}

function latinExtendedIsUpper(c: number): boolean {
  if (c <= 0x137 || (c >= 0x14a && c <= 0x177)) return (c & 1) === 0
  if (c >= 0x139 && c <= 0x148) return (c & 1) === 1
  if (c >= 0x179 && c <= 0x17e) return (c & 1) === 1
  if (c === 0x178) return true
  if (c >= 0x1cd && c <= 0x1dc) return (c & 1) === 1
  if (c >= 0x1de && c <= 0x233) return (c & 1) === 0
  return false
}

function buildFolded(): Uint16Array {
  const t = new Uint16Array(65536)
  for (let c = 0; c < 65536; c++) t[c] = c
  for (let c = 0x41; c <= 0x5a; c++) t[c] = c | 0x20
  const put = (base: string, s: string) => {
    for (let i = 0; i < s.length; i++) t[s.charCodeAt(i)] = base.charCodeAt(0)
  }
  put('a', 'ÀÁÂÃÄÅàáâãäåĀāĂăĄąǍǎǺǻẠạẢảẤấẦầẨẩẪẫẬậẮắẰằẲẳẴẵẶặªÆæ')
  put('c', 'ÇçĆćĈĉĊċČč')
  put('d', 'ÐðĎďĐđḌḍ')
  put('e', 'ÈÉÊËèéêëĒēĔĕĖėĘęĚěẸẹẺẻẼẽẾếỀềỂểỄễỆệ')
  put('g', 'ĜĝĞğĠġĢģǦǧ')
  put('h', 'ĤĥĦħḤḥ')
  put('i', 'ÌÍÎÏìíîïĨĩĪīĬĭĮįİıǏǐỈỉỊị')
  put('j', 'Ĵĵ')
  put('k', 'Ķķĸ')
  put('l', 'ĹĺĻļĽľĿŀŁł')
  put('n', 'ÑñŃńŅņŇňŉŊŋ')
  put('o', 'ÒÓÔÕÖØòóôõöøŌōŎŏŐőƠơǑǒŒœỌọỎỏỐốỒồỔổỖỗỘộỚớỜờỞởỠỡỢợº')
  put('r', 'ŔŕŖŗŘř')
  put('s', 'ŚśŜŝŞşŠšȘșßẞṢṣ')
  put('t', 'ŢţŤťŦŧȚțþÞṬṭ')
  put('u', 'ÙÚÛÜùúûüŨũŪūŬŭŮůŰűŲųƯưǓǔỤụỦủỨứỪừỬửỮữỰự')
  put('w', 'Ŵŵẁẃẅ')
  put('y', 'ÝýÿŶŷŸỲỳỴỵỶỷỸỹ')
  put('z', 'ŹźŻżŽžẒẓ')
  // Greek and Cyrillic: simple lower case.
  for (let c = 0x391; c <= 0x3a9; c++) t[c] = c + 32
  for (let c = 0x410; c <= 0x42f; c++) t[c] = c + 32
  for (let c = 0x400; c <= 0x40f; c++) t[c] = c + 80
  return t
}
