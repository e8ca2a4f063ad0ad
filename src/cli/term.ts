import { styleText } from 'node:util'
import type { Label } from '../labels'

type Format = Exclude<Parameters<typeof styleText>[0], unknown[]>

/** One look per label; neighbours in the list differ. */
export const LOOKS: Readonly<Record<Label, readonly Format[]>> = {
  NAME: ['black', 'bgYellow'],
  GEO: ['black', 'bgGreen'],
  DATE: ['black', 'bgCyan'],
  AGE: ['black', 'bgCyanBright'],
  PHONE: ['black', 'bgMagenta'],
  FAX: ['black', 'bgMagentaBright'],
  EMAIL: ['black', 'bgBlueBright'],
  SSN: ['white', 'bgRed'],
  MRN: ['black', 'bgRedBright'],
  HEALTH_PLAN: ['black', 'bgGreenBright'],
  ACCOUNT: ['black', 'bgYellowBright'],
  LICENSE: ['white', 'bgBlue'],
  VEHICLE: ['black', 'bgWhite'],
  DEVICE: ['white', 'bgMagenta'],
  URL: ['white', 'bgBlackBright'],
  IP: ['black', 'bgWhiteBright'],
  BIOMETRIC: ['red', 'bgWhite'],
  PHOTO: ['blue', 'bgWhite'],
  OTHER_ID: ['yellow', 'bgBlackBright'],
}

/** Styles when `on`; the caller has decided, whatever stdout is. */
export const paint = (on: boolean, formats: readonly Format[], text: string): string => (on && text !== '' ? styleText([...formats], text, { validateStream: false }) : text)

/** https://no-color.org: set and not empty means no colour. */
export function wantsColor(values: { readonly color?: boolean; readonly 'no-color'?: boolean }): boolean {
  if (values['no-color'] === true) return false
  if (values.color === true) return true
  if ((process.env.NO_COLOR ?? '') !== '') return false
  if ((process.env.FORCE_COLOR ?? '') !== '') return process.env.FORCE_COLOR !== '0'
  return process.stdout.isTTY === true && process.env.TERM !== 'dumb'
}

const CONTROL = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u2028-\u202e\u2066-\u2069]/g

/** Text safe for a terminal: control characters, which could move the cursor or hide text, become visible. CR before LF stays. */
export const printable = (text: string): string => text.replace(CONTROL, (c, at: number) => (c === '\r' && text[at + 1] === '\n' ? c : c < ' ' ? String.fromCharCode(0x2400 + c.charCodeAt(0)) : '\ufffd'))

/** The same on one line. */
export const plain = (text: string): string => printable(text).replace(/[\t\r\n]/g, ' ')

/** Columns as wide as their widest cell, two spaces apart, no space at the end of lines. */
export function table(rows: readonly (readonly string[])[]): string {
  const columns = rows.reduce((most, row) => Math.max(most, row.length), 0)
  const widths = Array.from({ length: columns }, (_, i) => rows.reduce((widest, row) => Math.max(widest, row[i]?.length ?? 0), 0))
  const line = (row: readonly string[]) => row.map((cell, i) => cell.padEnd(widths[i])).join('  ')
  return rows.map((row) => `${line(row).trimEnd()}\n`).join('')
}

/** Words in lines of at most `width`, each indented. */
export function wrap(text: string, width: number, indent = ''): string {
  const lines = ['']
  for (const word of text.split(' ')) {
    const last = lines[lines.length - 1]
    if (last !== '' && indent.length + last.length + 1 + word.length > width) lines.push(word)
    else lines[lines.length - 1] = last === '' ? word : `${last} ${word}`
  }
  return lines.map((l) => `${indent}${l}\n`).join('')
}
