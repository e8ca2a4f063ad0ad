#!/usr/bin/env node
// Scrubs the public logs beside the project and checks, with oracles that know nothing of the engine, that client
// addresses and user names are gone and that the logs keep their shape.
//
//   node test/long/logs.mjs [--dist] [--show 5]
//
// Each file goes through twice: as one stream in 64 KB chunks, and line by line as a shipper does it. The nginx file
// goes through record() as well, which is the door for JSON.
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { flag, load, ROOT } from '../../bench/load.mjs'

const LOGS = join(ROOT, '../shared/structured/logs')
if (!existsSync(LOGS)) {
  console.log('skipped: the public logs are not beside the project')
  process.exit(0)
}
const SHOW = flag('--show', 3)
const [{ createDeidentifier, safeHarbor }] = await load(['src/index.ts'])
const deid = createDeidentifier(safeHarbor())

const read = (file) => readFileSync(join(LOGS, file), 'utf8')
const ways = {
  stream(text) {
    const run = deid.open()
    let out = ''
    for (let at = 0; at < text.length; at += 65536) out += run.push(text.slice(at, at + 65536))
    return out + run.end()
  },
  lines: (text) =>
    text
      .split('\n')
      .map((line) => deid.text(line).text)
      .join('\n'),
}
const records = (text) =>
  text
    .split('\n')
    .map((line) => (line === '' ? '' : JSON.stringify(deid.record(JSON.parse(line)))))
    .join('\n')

// --- oracles ---------------------------------------------------------------------------------------------------------

const QUAD = /(?<![\d.])(?:\d{1,3}\.){3}\d{1,3}(?![\d.]*\d)/g
const quads = (line) => (line.match(QUAD) ?? []).filter((q) => q.split('.').every((o) => Number(o) <= 255))
/** A stretch of hex groups with `::` or seven colons, by the letter of RFC 4291. */
const isIpv6 = (s) => /^[0-9a-f:]+$/i.test(s) && (s.split(':').length === 8 || s.includes('::')) && s.split(':').every((g) => g.length <= 4) && s.length > 2
const COMBINED = /^(\S+) (\S+) (\S+) \[([^\]]+)\] "((?:[^"\\]|\\.)*)" (\d{3}) (\d+|-) "((?:[^"\\]|\\.)*)" "((?:[^"\\]|\\.)*)"$/

/** Where OpenSSH, PAM and logind write the name of a user, by their message forms. */
const USER_FORMS = [
  /(?:Accepted|Failed) (?:password|publickey|none|keyboard-interactive\/pam) for (?:invalid user )?(\S+) from /,
  /Invalid user (\S+) from /,
  /input_userauth_request: invalid user (\S+) \[preauth\]/,
  /maximum authentication attempts exceeded for (?:invalid user )?(\S+) from /,
  /session (?:opened|closed) for user (\S+)/,
  /session opened for user \S+ by ([^\s(]+)\(/,
  /New session \S+ of user ([^\s.]+)/,
  /authentication failures?; .*\suser=(\S+)/,
  /Starting session: \S+ on \S+ for (\S+) from /,
  /new user: name=([^,\s]+)/,
  /new group: name=([^,\s]+)/,
  /password changed for (\S+)/,
  /failed adding user '([^']+)'/,
  /sudo: +(\S+) : TTY=/,
]
/** Accounts that belong to the machine, not to a person: left in is counted, not failed. */
const ROLES = new Set([
  'root',
  'ubuntu',
  'admin',
  'daemon',
  'nobody',
  'www-data',
  'mysql',
  'postgres',
  'git',
  'guest',
  'test',
  'user',
  'support',
  'ftp',
  'oracle',
  'nagios',
  'operator',
  'service',
  'backup',
  'pi',
  'ubnt',
  'default',
  'tomcat',
  'jenkins',
])

// --- checks: each gives `{ what, count, fails, examples }` rows --------------------------------------------------------

function tally() {
  const rows = new Map()
  const hit = (what, fails, example) => {
    const row = rows.get(what) ?? { what, fails, count: 0, examples: [] }
    row.count++
    if (row.examples.length < SHOW) row.examples.push(example.slice(0, 220))
    rows.set(what, row)
  }
  return { hit, rows }
}

const checks = {
  'apache_access_10k.log'(line, out, hit) {
    const before = COMBINED.exec(line)
    if (before === null) return
    const after = COMBINED.exec(out)
    if (after === null) hit('no longer of the combined shape', true, out)
    else {
      if (after[6] !== before[6] || after[7] !== before[7]) hit('status or size changed', true, out)
      if (after[5].split(' ')[0] !== before[5].split(' ')[0]) hit('method changed', true, out)
      if (wrongYear(before[4], after[4])) hit('another year than the one written', true, `${before[4]} → ${after[4]}`)
      if (!after[4].includes(before[4].split(':').slice(1).join(':'))) hit('time of day changed', false, out)
      if (after[9] !== before[9]) hit('user agent changed', false, `${before[9]} → ${after[9]}`)
      if (after[5] !== before[5]) hit('request changed', false, `${before[5]} → ${after[5]}`)
    }
    const client = before[1]
    if ((quads(client).length > 0 || isIpv6(client)) && out.startsWith(`${client} `)) hit('client address left', true, out)
    for (const q of quads(line)) if (quads(out).includes(q) && q !== client) hit('other dotted quad left', false, out)
  },
  'auth_syslog.log'(line, out, hit) {
    for (const q of quads(line)) if (q !== '0.0.0.0' && quads(out).includes(q)) hit('address left', true, out)
    for (const form of USER_FORMS) {
      const was = form.exec(line)
      if (was === null) continue
      const is = form.exec(out)
      if (is === null || is[1] !== was[1]) continue
      const role = ROLES.has(was[1].toLowerCase())
      hit(role ? 'role account left' : 'user name left', !role, out)
    }
    if (!/\d\d:\d\d:\d\d/.test(out)) hit('time of day changed', false, out)
    if (!/(?:sshd|sudo|systemd|CRON|su|useradd|chpasswd|systemd-logind|passwd|groupadd|userdel|usermod|polkitd|login)\b/.test(out) && /\b(?:sshd|sudo|CRON|systemd)\b/.test(line)) hit('program name changed', true, out)
  },
  'kafka_state_change.log'(line, out, hit) {
    // Nothing in it is about a person; the date of the line itself is generalised, as any date.
    if (line !== '' && out.slice(out.indexOf('] ')) !== line.slice(line.indexOf('] '))) hit('changed after the timestamp', false, out)
    if (wrongYear(line.slice(0, 24), out.slice(0, 24))) hit('another year than the one written', true, out)
    if (out !== line) hit('timestamp changed', false, out)
  },
  'nginxplus_json.log'(line, out, hit) {
    for (const q of quads(line)) if (quads(out).includes(q)) hit('address left', true, out.slice(Math.max(0, out.indexOf(q) - 40)))
    if (line === '') return
    let value
    try {
      value = JSON.parse(out)
    } catch {
      return hit('no longer JSON', true, firstBreak(out))
    }
    compare(JSON.parse(line), value, '', hit)
  },
}

/** A year that was not there before: worse than none. */
function wrongYear(before, after) {
  return (after.match(/\b(?:19|20)\d\d\b/g) ?? []).some((year) => !before.includes(year))
}

/** Same keys in the same order; same types; strings may have been replaced, numbers must be the same. */
function compare(a, b, path, hit) {
  if (Array.isArray(a) !== Array.isArray(b) || typeof a !== typeof b || (a === null) !== (b === null)) return hit('value of another type', true, `${path}: ${JSON.stringify(a)} → ${JSON.stringify(b)}`)
  if (a === null || typeof a !== 'object') {
    if (typeof a === 'number' && a !== b) hit('number changed', true, `${path}: ${a} → ${b}`)
    else if (typeof a === 'string' && a !== b && quads(a).length === 0) hit('string without an address changed', false, `${path}: ${a} → ${b}`)
    return
  }
  const keys = Object.keys(a)
  if (keys.join('\n') !== Object.keys(b).join('\n')) return hit('keys changed', true, `${path}: ${keys.join(' ')} → ${Object.keys(b).join(' ')}`)
  for (const k of keys) compare(a[k], b[k], `${path}/${k}`, hit)
}

function firstBreak(out) {
  const m = /[:,[]\s*\[[A-Z_]+\]/.exec(out)
  return m === null ? out : out.slice(Math.max(0, m.index - 60), m.index + 60)
}

// --- run ---------------------------------------------------------------------------------------------------------------

let failed = 0
for (const [file, check] of Object.entries(checks)) {
  const text = read(file)
  const lines = text.split('\n')
  ways.stream(text.slice(0, 200_000))
  for (const [way, scrub] of Object.entries(file.includes('json') ? { ...ways, record: records } : ways)) {
    const start = performance.now()
    const out = scrub(text).split('\n')
    const speed = text.length / 1e3 / (performance.now() - start)
    const { hit, rows } = tally()
    if (out.length !== lines.length) hit(`line count ${lines.length} → ${out.length}`, true, '')
    else for (let i = 0; i < lines.length; i++) check(lines[i], out[i], hit)
    const bad = [...rows.values()].filter((r) => r.fails)
    failed += bad.length
    console.log(`${file.padEnd(24)} ${way.padEnd(7)} ${lines.length} lines, ${speed.toFixed(1)} MB/s  ${bad.length === 0 ? 'ok' : 'FAILED'}`)
    for (const r of [...rows.values()].sort((a, b) => Number(b.fails) - Number(a.fails) || b.count - a.count)) {
      console.log(`    ${r.fails ? 'FAIL' : 'note'} ${r.what}: ${r.count}`)
      for (const e of r.fails || SHOW > 3 ? r.examples : r.examples.slice(0, 1)) console.log(`         ${e}`)
    }
  }
}
process.exitCode = failed > 0 ? 1 : 0
