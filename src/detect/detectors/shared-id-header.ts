import type { Window } from '../../scan/window'
import { type Run, readRun } from './shared-id-run'

/** Code units before the label in which its row starts, and after it in which the values of its column are read. */
export const HEADER_BEHIND = 128
export const HEADER_AHEAD = 300
const MAX_ROWS = 8
const QUOTE = 0x22
const newline = (c: number): boolean => c === 0x0a || c === 0x0d
const blank = (c: number): boolean => c === 0x20 || c === QUOTE
const separator = (c: number): boolean => c === 0x2c || c === 0x7c || c === 0x09 || c === 0x3b

/** Separators of `by` between two positions, those inside quotes left out; -1: a line break, or a digit where `words` are asked. */
function count(w: Window, from: number, to: number, by: number, words: boolean): number {
  let n = 0
  let quoted = false
  for (let p = from; p < to; p++) {
    const c = w.at(p)
    if (newline(c) || (words && w.digitAt(p))) return -1
    if (c === QUOTE) quoted = !quoted
    else if (c === by && !quoted) n++
  }
  return n
}

function lineStart(w: Window, p: number): number {
  for (let q = p; q > p - HEADER_BEHIND; q--) if (q === 0 ? w.base === 0 : newline(w.at(q - 1))) return q
  return -1
}

function lineEnd(w: Window, p: number, limit: number): number {
  for (let q = p; q < limit; q++) if (newline(w.at(q)) || q >= w.text.length) return q
  return -1
}

/** The sign that parts the columns, if the label `from`–`next` fills a cell of a row; 0: it does not. */
function cell(w: Window, from: number, end: number): number {
  let p = w.start[from] - 1
  while (p > w.start[from] - 4 && blank(w.at(p))) p--
  let q = end
  while (q < end + 4 && blank(w.at(q))) q++
  const left = w.at(p)
  const right = w.at(q)
  if (separator(right) && (left === right || p < 0 || newline(left))) return right
  return separator(left) && (right === 0 || newline(right)) ? left : 0
}

/** Values under the label `i`–`next` of a header row, `mrn,sex` above `4471829,F`: each fills its cell. */
export function column(w: Window, i: number, next: number, add: (run: Run) => void): void {
  const by = cell(w, i, w.end[next - 1])
  if (by === 0) return
  const limit = w.start[i] + HEADER_AHEAD
  const start = lineStart(w, w.start[i])
  let end = lineEnd(w, w.end[next - 1], limit)
  if (start < 0 || end < 0) return
  const index = count(w, start, w.start[i], by, true)
  const after = count(w, w.end[next - 1], end, by, true)
  if (index < 0 || after < 0) return
  let k = next
  for (let row = 0; row < MAX_ROWS; row++) {
    const from = w.at(end) === 0x0d && w.at(end + 1) === 0x0a ? end + 2 : end + 1
    end = lineEnd(w, from, limit)
    if (end < 0 || end === from) return
    if (w.at(from) === 0x7c && w.at(from + 1) === 0x2d) continue
    if (count(w, from, end, by, false) !== index + after) return
    let p = from
    for (let n = 0, quoted = false; n < index && p < end; p++) {
      if (w.at(p) === QUOTE) quoted = !quoted
      else if (w.at(p) === by && !quoted) n++
    }
    while (p < end && blank(w.at(p))) p++
    while (k < w.n && w.start[k] < p) k++
    if (k >= w.n || w.start[k] !== p || w.end[k] > end) continue
    const run = readRun(w, k, end, 0)
    if (run === null) continue
    let q = run.end
    while (q < end && blank(w.at(q))) q++
    if (q === end || w.at(q) === by) add(run)
  }
}
