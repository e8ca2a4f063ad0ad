// Shows what dephi does to the four examples: before on the left, after on the right. Run it with `npm start`.
import { readFileSync } from 'node:fs'
import { styleText } from 'node:util'
import { CsvRun } from '../../dist/csv.js'
import { createDeidentifier, safeHarbor } from '../../dist/index.js'

const FILES = ['discharge-summary.txt', 'prompt.txt', 'app.log', 'patients.csv']
const GAP = ' │ '

const color = (process.env.NO_COLOR ?? '') === '' && (process.stdout.isTTY === true || (process.env.FORCE_COLOR ?? '0') !== '0')
const width = Math.max(24, Math.min(process.stdout.columns ?? (Number(process.env.COLUMNS) || 120), 200))
const column = Math.floor((width - GAP.length) / 2)
const paint = (formats, text) => (color && text !== '' ? styleText(formats, text, { validateStream: false }) : text)
const found = (text) => paint(['black', 'bgYellow'], text)
const replaced = (text) => paint(['black', 'bgGreen'], text)

/** Lines of at most `column` cells; each line is a list of pieces, marked or not. `marks` are pairs of offsets. */
function layout(text, marks) {
  const lines = []
  let at = 0
  for (const line of text.split('\n')) {
    for (const [from, to] of fold(line)) lines.push(pieces(text, at + from, at + to, marks))
    at += line.length + 1
  }
  return lines
}

/** Where a line is cut: at the last space that fits, which is left out, or at the edge; never inside a surrogate pair. */
function fold(line, edge = column) {
  const cuts = []
  let from = 0
  while (line.length - from > edge) {
    const space = line.lastIndexOf(' ', from + edge)
    const word = space > from + edge / 2
    let to = word ? space : from + edge
    if (!word && line.charCodeAt(to - 1) >= 0xd800 && line.charCodeAt(to - 1) < 0xdc00) to--
    cuts.push([from, to])
    from = word ? to + 1 : to
  }
  return [...cuts, [from, line.length]]
}

function pieces(text, from, to, marks) {
  const out = []
  for (const [start, end] of marks) {
    if (end <= from || start >= to) continue
    if (start > from) out.push({ text: text.slice(from, start), mark: false })
    out.push({ text: text.slice(Math.max(start, from), Math.min(end, to)), mark: true })
    from = Math.min(end, to)
  }
  if (from < to) out.push({ text: text.slice(from, to), mark: false })
  return out
}

function cell(line = [], look) {
  const length = line.reduce((n, p) => n + p.text.length, 0)
  return line.map((p) => (p.mark ? look(p.text) : p.text)).join('') + ' '.repeat(Math.max(0, column - length))
}

/** The line breaks of both sides, so that rows stay level: a finding that spans lines joins them on both. */
function rows(before, after, positions) {
  const out = []
  let left = 0
  let right = 0
  const cut = (leftEnd, rightEnd) => {
    const marks = positions.filter((p) => p.start < leftEnd && p.end > left)
    const l = layout(
      before.slice(left, leftEnd),
      marks.map((p) => [p.start - left, p.end - left]),
    )
    const r = layout(
      after.slice(right, rightEnd),
      marks.map((p) => [p.outStart - right, p.outEnd - right]),
    )
    for (let i = 0; i < Math.max(l.length, r.length); i++) out.push([l[i], r[i]])
    left = leftEnd + 1
    right = rightEnd + 1
  }
  let shift = 0
  let next = 0
  for (let at = before.indexOf('\n'); at >= 0; at = before.indexOf('\n', at + 1)) {
    while (next < positions.length && positions[next].end <= at) shift = positions[next].outEnd - positions[next++].end
    if (next < positions.length && positions[next].start <= at) continue
    cut(at, at + shift)
  }
  if (left < before.length) cut(before.length, after.length)
  return out
}

function summary(receipt) {
  const labels = Object.entries(receipt.labels).map(([label, n]) => `${label} ${n}`)
  return [
    `${receipt.total} replaced: ${labels.join(', ')}`,
    `${receipt.statement}; policy ${receipt.policy.digest.slice(0, 12)}, ${receipt.outputDigest === undefined ? '' : `output ${receipt.outputDigest.slice(0, 12)}, `}withheld: ${receipt.withheld ? 'yes' : 'no'}`,
  ]
}

const deid = createDeidentifier(safeHarbor())

/** The text, its receipt, and where each side changed. CSV goes field by field, with its columns as context. */
function scrub(file, before) {
  if (!file.endsWith('.csv')) {
    const { text, receipt } = deid.text(before)
    return { after: text, receipt, changes: receipt.positions }
  }
  const changes = []
  const run = new CsvRun(deid, { onChange: (c) => changes.push(c) })
  const after = run.push(before) + run.end()
  return { after, receipt: run.finish(), changes }
}

for (const file of FILES) {
  const before = readFileSync(new URL(file, import.meta.url), 'utf8')
  const { after, receipt, changes } = scrub(file, before)
  console.log(`\n${paint(['bold'], file)}\n${'before'.padEnd(column)}${GAP}after\n${'─'.repeat(column)}─┼─${'─'.repeat(column)}`)
  for (const [l, r] of rows(before, after, changes)) console.log(`${cell(l, found)}${GAP}${cell(r, replaced).trimEnd()}`)
  for (const line of summary(receipt)) for (const [from, to] of fold(line, width)) console.log(paint(['dim'], line.slice(from, to)))
}
