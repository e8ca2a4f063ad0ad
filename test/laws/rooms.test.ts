import { readdirSync, readFileSync, statSync } from 'node:fs'
import { dirname, join, relative, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import ts from 'typescript'
import { expect, test } from 'vitest'

const src = fileURLToPath(new URL('../../src', import.meta.url))

/** The house, from the ground up (docs/architecture.md): a room imports only itself and rooms before it. */
const ROOMS = [
  'errors',
  'version',
  'labels',
  'text',
  'lexicon',
  'scan',
  'detect',
  'tag',
  'resolve',
  'vault',
  'transform',
  'policy',
  'emit',
  'pipeline',
  'record',
  'stream',
  'roster',
  'deidentifier',
  'index',
  'node',
  'formats',
  'integrations',
  'stores',
  'cli',
]
/** Rooms that may use Node; everything before them runs anywhere. */
const NODE_ROOMS = new Set(['node', 'formats', 'integrations', 'stores', 'cli'])
/** The only outside packages of the core, and who may use them. */
const PACKAGES: Readonly<Record<string, readonly string[]>> = { valibot: ['transform', 'policy'], '@noble/hashes': ['policy', 'emit'], 'libphonenumber-js': ['detect'] }

const files = (dir: string): string[] => readdirSync(dir).flatMap((name) => (statSync(join(dir, name)).isDirectory() ? files(join(dir, name)) : name.endsWith('.ts') ? [join(dir, name)] : []))
const roomOf = (file: string): string => relative(src, file).split('/')[0].replace(/\.ts$/, '')

interface Import {
  readonly file: string
  readonly to: string
}

function imports(file: string): Import[] {
  const source = ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.Latest)
  const out: Import[] = []
  const visit = (node: ts.Node): void => {
    if ((ts.isImportDeclaration(node) || ts.isExportDeclaration(node)) && node.moduleSpecifier !== undefined && ts.isStringLiteral(node.moduleSpecifier)) out.push({ file, to: node.moduleSpecifier.text })
    if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword && node.arguments[0] !== undefined && ts.isStringLiteral(node.arguments[0])) out.push({ file, to: node.arguments[0].text })
    if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument) && ts.isStringLiteral(node.argument.literal)) out.push({ file, to: node.argument.literal.text })
    ts.forEachChild(node, visit)
  }
  visit(source)
  return out
}

const all = files(src).flatMap(imports)

test('every file belongs to a room of the house', () => {
  expect([...new Set(files(src).map(roomOf))].filter((r) => !ROOMS.includes(r))).toEqual([])
})

test('a room imports only rooms before it', () => {
  const wrong = all
    .filter((i) => i.to.startsWith('.'))
    .map((i) => ({ ...i, from: roomOf(i.file), target: roomOf(`${resolve(dirname(i.file), i.to)}.ts`) }))
    .filter((i) => ROOMS.indexOf(i.target) > ROOMS.indexOf(i.from) || ROOMS.indexOf(i.target) < 0)
  expect(wrong.map((i) => `${relative(src, i.file)} imports ${i.to}`)).toEqual([])
})

test('the core uses nothing of Node and only the packages it may', () => {
  const wrong = all
    .filter((i) => !i.to.startsWith('.') && !NODE_ROOMS.has(roomOf(i.file)))
    .filter((i) => {
      const name = i.to.startsWith('@') ? i.to.split('/').slice(0, 2).join('/') : i.to.split('/')[0]
      return !(PACKAGES[name] ?? []).includes(roomOf(i.file))
    })
  expect(wrong.map((i) => `${relative(src, i.file)} imports ${i.to}`)).toEqual([])
})

test('inside src a file imports files, not the package index', () => {
  expect(all.filter((i) => /^(\.\.?\/)+(index)?$/.test(i.to) && !['cli', 'formats', 'integrations', 'stores'].includes(roomOf(i.file))).map((i) => `${relative(src, i.file)} imports ${i.to}`)).toEqual([])
})
