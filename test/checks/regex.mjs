#!/usr/bin/env node
// Linear time of every regular expression in src: each literal (and each `new RegExp('literal')`) is put to recheck.
// A sticky or bounded expression may be polynomial only in its own bounds; recheck judges the expression itself.
//
//   node test/checks/regex.mjs
import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import { checkSync } from 'recheck'
import ts from 'typescript'

const src = fileURLToPath(new URL('../../src', import.meta.url))
const files = (dir) => readdirSync(dir).flatMap((name) => (statSync(join(dir, name)).isDirectory() ? files(join(dir, name)) : name.endsWith('.ts') ? [join(dir, name)] : []))
let checked = 0
const bad = []
for (const file of files(src)) {
  const source = ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.Latest, true)
  const visit = (node) => {
    let pattern
    let flags = ''
    if (ts.isRegularExpressionLiteral(node)) {
      const end = node.text.lastIndexOf('/')
      pattern = node.text.slice(1, end)
      flags = node.text.slice(end + 1)
    } else if (ts.isNewExpression(node) && node.expression.getText() === 'RegExp') {
      const [p, f] = node.arguments ?? []
      if (p !== undefined && ts.isStringLiteralLike(p)) {
        pattern = p.text
        flags = f !== undefined && ts.isStringLiteralLike(f) ? f.text : ''
      }
    }
    if (pattern !== undefined) {
      checked++
      const { line } = source.getLineAndCharacterOfPosition(node.getStart())
      const result = checkSync(pattern, flags, { timeout: 20_000 })
      if (result.status !== 'safe') bad.push(`${relative(src, file)}:${line + 1} /${pattern}/${flags}: ${result.status} ${result.complexity?.summary ?? ''}`)
    }
    ts.forEachChild(node, visit)
  }
  visit(source)
}
if (checked === 0) bad.push('no regular expression found: the check is looking in the wrong place')
for (const line of bad) console.error(line)
console.log(`${checked} regular expressions, ${checked - bad.length} safe`)
process.exit(bad.length > 0 ? 1 : 0)
