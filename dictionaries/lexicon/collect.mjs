// From lists and sources to what is known of each word, phrase, ZIP code and nickname.
import { CITY_POPULATIONS, COMMON_RANK, ENGLISH_RANKS, FUNCTION_WORDS, GIVEN_TOTALS, LISTS, MAX_PHRASE, NO_NAMES, PARTICLES, PLACE_VARIANTS, SURNAME_RANKS, WORLD_CITY } from './layout.mjs'

/** `core`: the project's own characters, hashing and fields, bundled. */
export function collect(core, { lists, sources, common }) {
  const { Bit, Field, Phrase, CLASS, FOLDED, mixPhrase, hashTokenUnits } = core
  const words = new Map() // spelling → { given, sex, surname, english, city, bits }
  const phrases = new Map() // tokens joined by spaces → classes
  const counts = {}
  const tally = (key) => (counts[key] = (counts[key] ?? 0) + 1)

  /** The tokens the scanner makes of a spelling, folded. */
  const tokens = (s) => {
    const out = []
    let run = ''
    let kind = 0
    for (let i = 0; i <= s.length; i++) {
      const cls = i < s.length ? CLASS[s.charCodeAt(i)] : 32
      const now = cls === 3 ? 2 : cls <= 4 ? 1 : 0
      if (now !== kind && run !== '') {
        out.push(run)
        run = ''
      }
      kind = now
      if (now > 0) run += String.fromCharCode(FOLDED[s.charCodeAt(i)])
    }
    return out
  }
  /** As the project's fold leaves it; lower case comes from FOLDED. */
  const clean = (s) =>
    s
      .normalize('NFC')
      .replaceAll('’', "'")
      .replace(/\p{Mn}/gu, '')
  const isWord = (t) => CLASS[t.charCodeAt(0)] !== 3
  const entry = (word) => {
    let e = words.get(word)
    if (e === undefined) words.set(word, (e = { given: 0, sex: 0, surname: 0, english: 0, city: 0, bits: 0 }))
    return e
  }
  const raise = (word, field, level) => {
    const e = entry(word)
    if (level > e[field]) e[field] = level
  }
  const bucket = (bounds, meets) => {
    const at = bounds.findIndex(meets)
    return at < 0 ? 0 : bounds.length - at
  }
  let long = 0
  const addPhrase = (parts, cls) => {
    if (parts.length < 2) return
    if (parts.length > MAX_PHRASE) {
      long++
      return
    }
    const key = parts.join(' ')
    phrases.set(key, (phrases.get(key) ?? 0) | cls)
  }

  // English, first: its ranks say which words are too common to take the class of a phrase they stand in.
  const rankOf = new Map()
  sources.english.forEach((w, i) => {
    for (const t of tokens(clean(w))) if (isWord(t) && !rankOf.has(t)) rankOf.set(t, i)
  })
  for (const [t, rank] of rankOf) entry(t).english = bucket(ENGLISH_RANKS, (b) => rank < b)
  for (const w of common) entry(tokens(w).join('')).bits |= Bit.COMMON

  for (const { name, female, male } of sources.given) {
    const parts = tokens(clean(name))
    const total = female + male
    const level = bucket(GIVEN_TOTALS, (b) => total >= b)
    if (parts.length !== 1 || level === 0 || NO_NAMES.has(parts[0])) continue
    raise(parts[0], 'given', level)
    entry(parts[0]).sex = female >= 0.9 * total ? core.FEMALE : male >= 0.9 * total ? core.MALE : 3
  }
  sources.surnames.forEach((name, i) => {
    for (const t of tokens(clean(name)))
      if (isWord(t) && t.length > 1)
        raise(
          t,
          'surname',
          bucket(SURNAME_RANKS, (b) => i < b),
        )
  })

  // Places.
  const place = (name, cls, level) => {
    const parts = tokens(clean(name))
    if (parts.length === 0 || !parts.every(isWord)) return
    if (parts.length === 1) {
      if (level > 0 && parts[0].length > 1) raise(parts[0], 'city', level)
      return
    }
    for (const t of parts) if (t.length > 1 && !FUNCTION_WORDS.has(t)) entry(t).bits |= Bit.PLACE_PART
    for (const variant of placeVariants(parts)) addPhrase(variant, cls)
  }
  const placeVariants = (parts) => {
    const out = [parts]
    parts.forEach((t, i) => {
      for (const pair of PLACE_VARIANTS) if (pair.includes(t)) out.push(parts.with(i, pair[t === pair[0] ? 1 : 0]))
    })
    return out
  }
  for (const { city } of sources.zips) place(city, Phrase.CITY, 1)
  for (const { name, country, population } of sources.cities) {
    if (/[\d()[\]/,]/.test(name) || (country !== 'US' && population < WORLD_CITY)) continue
    place(
      name,
      Phrase.CITY,
      bucket(CITY_POPULATIONS, (b) => population >= b),
    )
  }

  // The lists.
  const nicknames = new Map()
  const listRows = lists.map(({ file, entries }) => {
    const list = LISTS[file]
    const phrase = Phrase[list.phrase]
    const bit = list.bit === undefined ? 0 : Bit[list.bit]
    const partBit = list.partBit === undefined ? bit : Bit[list.partBit]
    const wanted = (t) => {
      if (!isWord(t) || t.length < 2 || list.parts === 'none') return false
      if (list.given || list.surname || list.pairs) return !PARTICLES.has(t)
      if (FUNCTION_WORDS.has(t)) return false
      return list.parts === 'all' || (t.length > 2 && !((rankOf.get(t) ?? COMMON_RANK) < COMMON_RANK))
    }
    const mark = (t, b) => {
      if (list.given) raise(t, 'given', 1)
      if (list.surname) raise(t, 'surname', 1)
      if (list.pairs) entry(t).bits |= Bit.NICKNAME
      if (list.city && b !== partBit) raise(t, 'city', 1)
      if (b !== 0) entry(t).bits |= b
    }
    const add = (s) => {
      for (const spelling of apostropheVariants(clean(s))) {
        const parts = tokens(spelling)
        if (parts.length === 1) {
          if (isWord(parts[0])) mark(parts[0], bit)
        } else {
          for (const t of parts) if (wanted(t)) mark(t, partBit)
          for (const v of list.city || list.bit === 'COUNTY' ? placeVariants(parts) : [parts]) addPhrase(v, phrase)
        }
      }
    }
    for (const e of entries) {
      if (!list.pairs) {
        add(e)
        continue
      }
      add(e.nick)
      const nick = tokens(clean(e.nick))
      for (const g of e.given) {
        const name = tokens(clean(g))
        for (const t of name) if (isWord(t) && t.length > 1 && !PARTICLES.has(t)) raise(t, 'given', 1)
        if (nick.length === 1 && name.length === 1) nicknames.set(nick[0], (nicknames.get(nick[0]) ?? new Set()).add(name[0]))
      }
    }
    return { file, count: entries.length }
  })

  // Phrases make their first word a word of the lexicon, if only by how far they reach.
  const reach = new Map()
  for (const key of phrases.keys()) {
    const parts = key.split(' ')
    reach.set(parts[0], Math.max(reach.get(parts[0]) ?? 0, Math.min(parts.length, 4) - 1))
    entry(parts[0])
  }

  // Hash: words of one hash become one.
  const wordTable = new Map()
  const seen = new Map()
  const merged = []
  for (const [word, e] of words) {
    const hash = hashTokenUnits(word)
    const put = (field, v) => v << Field[field].shift
    const value = (put('GIVEN', e.given) | put('SEX', e.given > 0 ? e.sex : 0) | put('SURNAME', e.surname) | put('ENGLISH', e.english) | put('CITY', e.city) | put('PHRASE', reach.get(word) ?? 0) | e.bits) >>> 0
    if (value === 0) continue
    for (const f of ['given', 'surname', 'english', 'city']) if (e[f] > 0) tally(f)
    for (const [name, b] of Object.entries(Bit)) if (e.bits & b) tally(name)
    if (reach.has(word)) tally('first words of phrases')
    if (seen.has(hash)) merged.push([seen.get(hash), word])
    else seen.set(hash, word)
    wordTable.set(hash, merge(wordTable.get(hash) ?? 0, value, Field))
  }
  const phraseTable = new Map()
  let phrasesMerged = 0
  for (const [key, cls] of phrases) {
    let h = 0
    for (const t of key.split(' ')) h = mixPhrase(h, hashTokenUnits(t))
    if (phraseTable.has(h)) phrasesMerged++
    phraseTable.set(h, (phraseTable.get(h) ?? 0) | cls)
    for (const [name, b] of Object.entries(Phrase)) if (cls & b) tally(`phrases: ${name}`)
  }

  // ZIP codes, and the state most of each prefix lie in.
  const zips = new Uint8Array(12_500)
  const byPrefix = Array.from({ length: 1000 }, () => new Map())
  for (const { zip, state } of sources.zips) {
    zips[zip >> 3] |= 1 << (zip & 7)
    if (/^[A-Z]{2}$/.test(state)) {
      const m = byPrefix[Math.trunc(zip / 100)]
      m.set(state, (m.get(state) ?? 0) + 1)
    }
  }
  const states = byPrefix.map((m) => [...m].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))[0]?.[0] ?? '')
  const elsewhere = sources.zips.filter((z) => states[Math.trunc(z.zip / 100)] !== z.state).length
  const nickTable = new Map([...nicknames].map(([n, set]) => [hashTokenUnits(n), [...set].map(hashTokenUnits)]))
  return { words: wordTable, phrases: phraseTable, zips, states, nicknames: nickTable, spellings: words, phraseKeys: phrases, counts, merged, phrasesMerged, long, elsewhere, listRows }
}

/** "crohn's disease" is also written "crohn disease" and "crohns disease". */
function apostropheVariants(s) {
  return /\p{L}'s(?!\p{L})/u.test(s) ? [s, s.replace(/'s(?!\p{L})/gu, ''), s.replace(/'s(?!\p{L})/gu, 's')] : [s]
}

/** Bits of both; of numbers the greater. */
function merge(a, b, Field) {
  let out = (a | b) >>> 0
  for (const { shift, width } of Object.values(Field)) {
    const mask = (2 ** width - 1) * 2 ** shift
    out = (out & ~mask) | (Math.max((a & mask) >>> 0, (b & mask) >>> 0) | 0)
  }
  return out >>> 0
}
