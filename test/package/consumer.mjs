#!/usr/bin/env node
// A stranger's project: installs the packed tarball and uses it from TypeScript, as ESM and as CommonJS, and on the
// command line.
//
//   node test/package/consumer.mjs       (after npm run build)
import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('../..', import.meta.url))
const work = mkdtempSync(join(tmpdir(), 'consumer-'))
const run = (command, args, options = {}) => execFileSync(command, args, { cwd: work, encoding: 'utf8', stdio: ['pipe', 'pipe', 'inherit'], ...options })
const same = (what, got, wanted) => {
  if (got !== wanted) throw new Error(`${what}: expected ${JSON.stringify(wanted)}, got ${JSON.stringify(got)}`)
  console.log(`ok  ${what}`)
}
try {
  const [{ filename }] = JSON.parse(run('npm', ['pack', '--json', '--ignore-scripts', '--pack-destination', work], { cwd: root, stdio: ['pipe', 'pipe', 'ignore'] }))
  writeFileSync(join(work, 'package.json'), '{"name":"consumer","private":true}')
  run('npm', ['install', '--no-audit', '--no-fund', join(work, filename), 'typescript@5.9', '@types/node@20'])
  const program = `import { createDeidentifier, safeHarbor, type Finding, type Receipt } from 'dephi'
import { nodeStream } from 'dephi/node'
const deid = createDeidentifier(safeHarbor())
const { text, receipt }: { text: string; receipt: Receipt } = deid.text('SSN 219-09-9999')
const found: Finding[] = deid.find('SSN 219-09-9999')
console.log(text, receipt.total, found.length, typeof nodeStream(deid).pipe)
`
  const options = { strict: true, target: 'ES2022', lib: ['ES2022', 'DOM'], types: ['node'], outDir: 'out' }
  for (const [kind, module, moduleResolution, extension] of [
    ['esm', 'NodeNext', 'NodeNext', 'mts'],
    ['cjs', 'NodeNext', 'NodeNext', 'cts'],
    ['bundler', 'ESNext', 'Bundler', 'mts'],
  ]) {
    const dir = join(work, kind)
    mkdirSync(dir)
    writeFileSync(join(dir, `main.${extension}`), program)
    writeFileSync(join(dir, 'tsconfig.json'), JSON.stringify({ compilerOptions: { ...options, module, moduleResolution }, files: [`main.${extension}`] }))
    run(join(work, 'node_modules/.bin/tsc'), ['-p', dir])
    same(`TypeScript, ${kind}`, run(process.execPath, [join(dir, 'out', `main.${extension === 'mts' ? 'mjs' : 'cjs'}`)]).trim(), 'SSN [SSN] 1 1 function')
  }
  same('command line', run(join(work, 'node_modules/.bin/dephi'), ['scrub'], { input: 'SSN 219-09-9999\n' }), 'SSN [SSN]\n')
} finally {
  rmSync(work, { recursive: true, force: true })
}
