import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { builtinModules, createRequire } from 'node:module'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import vm from 'node:vm'
import { build } from 'esbuild'
import { expect, test } from 'vitest'
import { ENGINE_VERSION } from '../../src/version'

const root = fileURLToPath(new URL('../..', import.meta.url))
const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))

test.each(['dist/index.js', 'dist/index.cjs'])('%s and all it loads use nothing of Node', async (entry) => {
  const { metafile } = await build({ entryPoints: [join(root, entry)], absWorkingDir: root, bundle: true, packages: 'external', platform: 'neutral', format: 'esm', write: false, metafile: true, logLevel: 'error' })
  const files = Object.keys(metafile.inputs)
  expect(files).toContain(entry)
  const modules = Object.values(metafile.inputs).flatMap((i) => i.imports.filter((x) => x.external).map((x) => x.path))
  expect(modules.length).toBeGreaterThan(0)
  expect(modules.filter((m) => m.startsWith('node:') || builtinModules.includes(m))).toEqual([])
  expect(modules.filter((m) => !Object.hasOwn(manifest.dependencies, m.startsWith('@') ? m.split('/').slice(0, 2).join('/') : m.split('/')[0]))).toEqual([])
  for (const file of files) expect(readFileSync(join(root, file), 'utf8')).not.toMatch(/\bprocess\.|\bBuffer\.|__dirname|\bglobal\./)
})

test('import and require give the same exports, and the same output', async () => {
  const esm = await import(join(root, 'dist/index.js'))
  const cjs = createRequire(import.meta.url)(join(root, 'dist/index.cjs'))
  expect(
    Object.keys(cjs)
      .filter((k) => k !== 'default')
      .sort(),
  ).toEqual(Object.keys(esm).sort())
  const text = 'MRN: 00482913, SSN 219-09-9999'
  expect(cjs.createDeidentifier(cjs.safeHarbor()).text(text).text).toBe(esm.createDeidentifier(esm.safeHarbor()).text(text).text)
})

test('runs where there is no global of Node', async () => {
  const bundled = await build({ entryPoints: [join(root, 'dist/index.js')], bundle: true, format: 'iife', globalName: 'dephi', platform: 'browser', write: false, logLevel: 'error' })
  // Only what every Web runtime has.
  const context = vm.createContext({ TextEncoder, TextDecoder, TransformStream })
  vm.runInContext(bundled.outputFiles[0].text, context)
  const out = vm.runInContext(
    "const deid = dephi.createDeidentifier(dephi.safeHarbor()); deid.text('MRN: 00482913, SSN 219-09-9999').text + typeof process + JSON.stringify(deid.text('SSN 219-09-9999').receipt).length",
    context,
  )
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
