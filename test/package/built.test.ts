import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { builtinModules, createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import vm from 'node:vm'
import { build } from 'esbuild'
import { expect, test } from 'vitest'
import { ENGINE_VERSION } from '../../src/version'

const root = fileURLToPath(new URL('../..', import.meta.url))
const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))

/** Every file the entry loads, and every outside module they name. */
function reach(entry: string): { files: string[]; modules: string[] } {
  const files = [entry]
  const modules = new Set<string>()
  for (const file of files) {
    for (const m of readFileSync(file, 'utf8').matchAll(/(?:\bfrom|\bimport|\brequire\(|\bimport\()\s*["']([^"']+)["']/g)) {
      if (!m[1].startsWith('.')) modules.add(m[1])
      else if (!files.includes(join(dirname(file), m[1]))) files.push(join(dirname(file), m[1]))
    }
  }
  return { files, modules: [...modules] }
}

test.each(['dist/index.js', 'dist/index.cjs'])('%s and all it loads use nothing of Node', (entry) => {
  const { files, modules } = reach(join(root, entry))
  expect(modules.filter((m) => m.startsWith('node:') || builtinModules.includes(m))).toEqual([])
  expect(modules.every((m) => Object.hasOwn(manifest.dependencies, m.startsWith('@') ? m.split('/').slice(0, 2).join('/') : m.split('/')[0]))).toBe(true)
  for (const file of files) expect(readFileSync(file, 'utf8')).not.toMatch(/\bprocess\.|\bBuffer\.|__dirname|\bglobal\./)
})

test('import and require give the same exports, and the same output', async () => {
  const esm = await import(join(root, 'dist/index.js'))
  const cjs = createRequire(import.meta.url)(join(root, 'dist/index.cjs'))
  expect(Object.keys(cjs).filter((k) => k !== 'default').sort()).toEqual(Object.keys(esm).sort())
  const text = 'MRN: 00482913, SSN 219-09-9999'
  expect(cjs.createDeidentifier(cjs.safeHarbor()).text(text).text).toBe(esm.createDeidentifier(esm.safeHarbor()).text(text).text)
})

test('runs where there is no global of Node', async () => {
  const bundled = await build({ entryPoints: [join(root, 'dist/index.js')], bundle: true, format: 'iife', globalName: 'dephi', platform: 'browser', write: false, logLevel: 'error' })
  // Only what every Web runtime has.
  const context = vm.createContext({ TextEncoder, TextDecoder, TransformStream })
  vm.runInContext(bundled.outputFiles[0].text, context)
  const out = vm.runInContext("const deid = dephi.createDeidentifier(dephi.safeHarbor()); deid.text('MRN: 00482913, SSN 219-09-9999').text + typeof process + JSON.stringify(deid.text('SSN 219-09-9999').receipt).length", context)
  expect(out).toMatch(/^MRN: \[MRN\], SSN \[SSN\]undefined\d+$/)
})

test('the version is that of the package', () => {
  expect(ENGINE_VERSION).toBe(manifest.version)
})

test('the JSON Schema of policies is exported and describes the presets', async () => {
  const schema = JSON.parse(readFileSync(join(root, 'dist/policy.schema.json'), 'utf8'))
  expect(schema.properties.basis).toBeDefined()
  expect(schema.properties.labels).toBeDefined()
  expect(execFileSync(process.execPath, ['-e', "console.log(require('dephi/policy.schema.json').type)"], { cwd: root, encoding: 'utf8' }).trim()).toBe('object')
})
