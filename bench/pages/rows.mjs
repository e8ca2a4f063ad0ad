// The tables of test/detectors/<label>.test.ts, read as source: calls of table(label, hits, misses) and the constants
// they name. Only what can be told without running the file is read: literals, templates, +, spreads, a few methods of strings,
// and `map` with a function that needs nothing else.
import { runInNewContext } from 'node:vm'
import ts from 'typescript'

class Unreadable extends Error {}

const METHODS = ['replace', 'replaceAll', 'repeat', 'toUpperCase', 'toLowerCase']

/** The value of an expression, by the constants of its file. */
function evaluate(node, constants) {
  const value = (n) => evaluate(n, constants)
  if (ts.isStringLiteralLike(node)) return node.text
  if (ts.isNumericLiteral(node)) return Number(node.text)
  if (ts.isRegularExpressionLiteral(node)) return new RegExp(...node.text.match(/^\/(.*)\/(\w*)$/s).slice(1))
  if (ts.isParenthesizedExpression(node) || ts.isAsExpression(node) || ts.isSatisfiesExpression(node)) return value(node.expression)
  if (ts.isTemplateExpression(node)) return node.head.text + node.templateSpans.map((s) => value(s.expression) + s.literal.text).join('')
  if (ts.isBinaryExpression(node) && node.operatorToken.kind === ts.SyntaxKind.PlusToken) return value(node.left) + value(node.right)
  if (ts.isArrayLiteralExpression(node)) return node.elements.flatMap((e) => (ts.isSpreadElement(e) ? value(e.expression) : [value(e)]))
  if (ts.isIdentifier(node) && constants.has(node.text)) return value(constants.get(node.text))
  if (ts.isCallExpression(node) && ts.isPropertyAccessExpression(node.expression)) {
    const method = node.expression.name.text
    const on = value(node.expression.expression)
    const [first] = node.arguments
    if (method === 'map' && Array.isArray(on) && ts.isArrowFunction(first)) return on.map(runInNewContext(ts.transpile(`(${first.getText()})`)))
    if (METHODS.includes(method) && typeof on === 'string') return on[method](...node.arguments.map(value))
  }
  throw new Unreadable(ts.SyntaxKind[node.kind])
}

/** The value, or undefined where it cannot be told. */
function told(node, constants) {
  try {
    return evaluate(node, constants)
  } catch (error) {
    if (error instanceof Unreadable) return undefined
    throw error
  }
}

function asRows(values, out) {
  const isRow = (v) => Array.isArray(v) && v.length === 2 && v.every((x) => typeof x === 'string')
  out.unread += values.filter((v) => !isRow(v)).length
  return values.filter(isRow).map(([text, reason]) => ({ text, reason }))
}

/** The rows of a list; one that cannot be told from the source is counted and left out. */
function rowsOf(node, constants, out) {
  if (ts.isIdentifier(node) && constants.has(node.text)) return rowsOf(constants.get(node.text), constants, out)
  if (ts.isArrayLiteralExpression(node)) return node.elements.flatMap((e) => (ts.isSpreadElement(e) ? rowsOf(e.expression, constants, out) : asRows([told(e, constants)], out)))
  return asRows(told(node, constants) ?? [undefined], out)
}

/** `{ hits, misses, unread }` of all tables of a label in a test file; rows are `{ text, reason }`. */
export function readTables(source, label) {
  const file = ts.createSourceFile('table.test.ts', source, ts.ScriptTarget.ES2022, true, ts.ScriptKind.TS)
  const constants = new Map()
  const calls = []
  const visit = (node) => {
    if (ts.isVariableDeclaration(node) && ts.isIdentifier(node.name) && node.initializer !== undefined) constants.set(node.name.text, node.initializer)
    if (ts.isCallExpression(node) && ts.isIdentifier(node.expression) && node.expression.text === 'table' && node.arguments.length >= 3) calls.push(node.arguments)
    ts.forEachChild(node, visit)
  }
  visit(file)
  const out = { hits: [], misses: [], unread: 0 }
  for (const [of, hits, misses] of calls) {
    if (!ts.isStringLiteralLike(of) || of.text !== label) continue
    out.hits.push(...rowsOf(hits, constants, out))
    out.misses.push(...rowsOf(misses, constants, out))
  }
  if (out.hits.length === 0 || out.misses.length === 0) throw new Error(`no table of ${label} that can be read from its test file`)
  return out
}
