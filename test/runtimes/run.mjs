#!/usr/bin/env node
// The same text gives the same bytes in Node 20, 22 and 24, in a worker without Node globals, in Bun, Deno and Chromium.
//
//   node test/runtimes/run.mjs      (after npm run build; installs test/runtimes/package.json when it is missing)
//
// Chromium: /usr/bin/chromium, or CHROMIUM; where there is none the run says so and fails unless DEPHI_NO_CHROMIUM is set.
import { execFileSync } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { Worker } from 'node:worker_threads'
import { build } from 'esbuild'
import { texts } from './texts.mjs'

const here = fileURLToPath(new URL('.', import.meta.url))
const bin = join(here, 'node_modules')
if (!existsSync(join(bin, 'bun'))) execFileSync('npm', ['ci', '--no-audit', '--no-fund'], { cwd: here, stdio: 'inherit' })
const work = mkdtempSync(join(tmpdir(), 'runtimes-'))
const results = new Map()
try {
  const bundle = join(work, 'probe.mjs')
  await build({
    stdin: { contents: `import { probe } from './probe.mjs'\nglobalThis.dephiProbe = probe`, resolveDir: here },
    bundle: true,
    format: 'esm',
    platform: 'browser',
    outfile: bundle,
    logLevel: 'error',
  })
  const script = join(work, 'main.mjs')
  writeFileSync(script, `import './probe.mjs'\nconsole.log(await dephiProbe(${JSON.stringify(texts)}))\n`)
  const run = (name, command, args) => results.set(name, execFileSync(command, args, { encoding: 'utf8', cwd: work }).trim())
  run(`node ${process.versions.node}`, process.execPath, [script])
  for (const major of ['22', '24']) run(`node ${major}`, join(bin, `node${major}/bin/node`), [script])
  run('bun', join(bin, '.bin/bun'), [script])
  run('deno', join(bin, '.bin/deno'), ['run', '--no-config', '--allow-read', script])
  results.set('worker without Node globals', await inBareWorker(bundle))
  const chromium = process.env.CHROMIUM ?? '/usr/bin/chromium'
  if (existsSync(chromium)) results.set('chromium', await inChromium(chromium, bundle))
  else if (process.env.DEPHI_NO_CHROMIUM === undefined) throw new Error(`no browser at ${chromium}: install chromium, name one in CHROMIUM, or set DEPHI_NO_CHROMIUM`)
} finally {
  rmSync(work, { recursive: true, force: true })
}
for (const [name, digest] of results) console.log(`${digest}  ${name}`)
const digests = new Set(results.values())
if (digests.size !== 1 || !/^[0-9a-f]{64}$/.test([...digests][0])) {
  console.error('the runtimes do not agree')
  process.exit(1)
}
console.log(`${results.size} runtimes agree`)

function inBareWorker(bundle) {
  const code = `
    const { parentPort } = require('node:worker_threads')
    const post = (m) => parentPort.postMessage(m)
    for (const name of ['process', 'Buffer', 'global', 'setImmediate', 'clearImmediate', 'require', 'module', 'exports']) delete globalThis[name]
    import(${JSON.stringify(bundle)}).then(() => dephiProbe(${JSON.stringify(texts)})).then(post, (e) => post(String(e && e.stack)))`
  return new Promise((resolve, reject) => {
    const worker = new Worker(code, { eval: true })
    worker.on('message', (m) => {
      resolve(m)
      worker.terminate()
    })
    worker.on('error', reject)
  })
}

async function inChromium(executablePath, bundle) {
  const { chromium } = await import(join(bin, 'playwright-core/index.mjs'))
  const { readFileSync } = await import('node:fs')
  const server = createServer((req, res) => {
    const script = req.url === '/probe.mjs'
    res.setHeader('content-type', script ? 'text/javascript' : 'text/html')
    res.end(script ? readFileSync(bundle) : '<!doctype html><meta charset="utf-8"><title>probe</title>')
  })
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve))
  const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'] })
  try {
    const page = await browser.newPage()
    await page.goto(`http://localhost:${server.address().port}/`)
    return await page.evaluate(async (all) => {
      await import('/probe.mjs')
      return globalThis.dephiProbe(all)
    }, texts)
  } finally {
    await browser.close()
    server.close()
  }
}
