#!/usr/bin/env node
// A gigabyte through a stream, in a process with a small heap: memory stays flat, what is held back stays bounded, and
// cutting the input otherwise changes nothing.
//
//   node test/long/stream-1gb.mjs [--mb 1024] [--door web|node] [--dist]
//
// The notes are made on the fly from a seed. Each door runs in a process of its own; `prefix` megabytes of its output
// are compared, by digest, with those of another chunking.
import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { Readable } from 'node:stream'
import { pathToFileURL } from 'node:url'
import { bundle, flag, has } from '../../bench/load.mjs'
import { BODIES } from '../../bench/speed/bodies.mjs'
import { note } from '../../bench/speed/notes.mjs'

const RSS_LIMIT = 120
const HEAP = 40
const PREFIX = 8 * 1024 * 1024
const MB = 1024 * 1024
const seed = 7

if (has('--child')) await child()
else await parent()

async function parent() {
  const files = await bundle(['src/index.ts', 'src/node.ts'])
  const mb = flag('--mb', 1024)
  const doors = [flag('--door', '')].filter(Boolean)
  let failed = false
  for (const door of doors.length > 0 ? doors : ['web', 'node']) {
    const args = [`--max-old-space-size=${HEAP}`, '--max-semi-space-size=4', process.argv[1], '--child', '--door', door, '--mb', String(mb), '--index', files[0], '--node', files[1]]
    const r = await result(args)
    const name = door === 'web' ? 'deid.stream()' : 'nodeStream()'
    if (r === null) {
      console.log(`${name}: the process died (heap of ${HEAP} MB)`)
      failed = true
      continue
    }
    const problems = [
      r.rss >= RSS_LIMIT && `resident memory reached ${r.rss.toFixed(0)} MB, the limit is ${RSS_LIMIT}`,
      r.held > r.holdBack && `held ${r.held} characters, holdBack is ${r.holdBack}`,
      r.digest !== r.other && 'another chunking gave other output',
      r.out === 0 && 'nothing came out',
    ].filter(Boolean)
    console.log(
      `${name.padEnd(14)} ${mb} MB at ${r.speed.toFixed(1)} MB/s (${r.engineSpeed.toFixed(1)} without making the notes), rss peak ${r.rss.toFixed(1)} MB (at start ${r.rssStart.toFixed(1)}, late growth ${r.growth.toFixed(1)}), held ${r.held} of ${r.holdBack}, ${(r.out / MB).toFixed(0)} M characters out`,
    )
    for (const p of problems) console.log(`  FAILED: ${p}`)
    if (problems.length > 0) failed = true
  }
  process.exitCode = failed ? 1 : 0
}

function result(args) {
  return new Promise((resolve) => {
    const p = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] })
    let out = ''
    p.stdout.on('data', (d) => (out += d))
    p.on('close', (code) => resolve(code === 0 ? JSON.parse(out) : null))
  })
}

async function child() {
  const { createDeidentifier, safeHarbor } = await import(pathToFileURL(flag('--index', '')).href)
  const { nodeStream } = await import(pathToFileURL(flag('--node', '')).href)
  const deid = createDeidentifier(safeHarbor())
  const total = flag('--mb', 1024) * MB
  const door = flag('--door', 'web')
  globalThis.gc?.()
  const rssStart = process.memoryUsage.rss()
  let rss = 0
  const samples = []
  const sample = () => {
    const now = process.memoryUsage.rss()
    samples.push(now)
    if (now > rss) rss = now
  }
  const prefix = createHash('sha256')
  let out = 0
  let made = 0
  let makingMs = 0
  const taken = (piece) => {
    // The digest is over characters, so that it does not depend on where a pair is cut.
    if (out < PREFIX) prefix.update(Buffer.from(piece.slice(0, PREFIX - out), 'utf16le'))
    out += piece.length
  }
  const source = chunks(total, 65536, (n, ms) => {
    if ((made + n) >>> 20 !== made >>> 20) sample()
    made += n
    makingMs += ms
  })
  const start = performance.now()
  if (door === 'web') {
    for await (const piece of Readable.toWeb(Readable.from(source, { objectMode: true, highWaterMark: 1 })).pipeThrough(deid.stream())) taken(piece)
  } else {
    // Bytes in, as from a file.
    for await (const piece of Readable.from(bytes(source), { objectMode: false, highWaterMark: 65536 }).pipe(nodeStream(deid))) taken(piece)
  }
  const ms = performance.now() - start
  sample()

  // Again, the start of it, in odd pieces by hand: the output must be the same, and never too much held.
  const again = createHash('sha256')
  const run = deid.open()
  let held = 0
  let seen = 0
  let k = 0
  const add = (piece) => {
    if (seen < PREFIX) again.update(Buffer.from(piece.slice(0, PREFIX - seen), 'utf16le'))
    seen += piece.length
  }
  for (const chunk of chunks(total, 65536, () => {})) {
    for (let at = 0; at < chunk.length && seen < PREFIX; ) {
      const size = [1, 7, 100, 1000, 4096, 20011, 65536][k++ % 7]
      add(run.push(chunk.slice(at, at + size)))
      at += size
      held = Math.max(held, run.held)
    }
    if (seen >= PREFIX) break
  }
  if (seen < PREFIX) add(run.end())
  // Growth: the highest sample of the last quarter over that of the second.
  const quarter = Math.floor(samples.length / 4)
  const growth = Math.max(...samples.slice(-quarter)) - Math.max(...samples.slice(quarter, 2 * quarter))
  console.log(
    JSON.stringify({
      rss: rss / MB,
      rssStart: rssStart / MB,
      growth: growth / MB,
      held,
      holdBack: deid.holdBack,
      digest: prefix.digest('hex'),
      other: again.digest('hex'),
      out,
      speed: made / 1e3 / ms,
      engineSpeed: made / 1e3 / (ms - makingMs),
    }),
  )
}

/** Notes without end, `size` characters a chunk, `total` characters in all. One in a hundred holds characters beyond ASCII. */
function* chunks(total, size, onMade) {
  let text = ''
  let left = total
  for (let i = 0; left > 0; ) {
    const start = performance.now()
    while (text.length < size) {
      text += `${note(seed, i).text}\n${i % (7 * BODIES.length) === 0 ? 'Señora Núñez, 39 °C, “stable” 😀\n' : '\n'}`
      i++
    }
    let cut = Math.min(size, left)
    const last = text.charCodeAt(cut - 1)
    if (last >= 0xd800 && last <= 0xdbff) cut++
    const chunk = Buffer.from(text.slice(0, cut)).toString('utf8')
    text = text.slice(cut)
    left -= cut
    onMade(chunk.length, performance.now() - start)
    yield chunk
  }
}

function* bytes(source) {
  for (const chunk of source) yield Buffer.from(chunk)
}
