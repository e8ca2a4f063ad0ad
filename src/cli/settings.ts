import { readFileSync } from 'node:fs'
import { createDeidentifier, type Deidentifier } from '../deidentifier'
import { DephiError } from '../errors'
import { isLabel, LABELS, type Label, type Subtype } from '../labels'
import { expertDetermination, limitedDataSet, safeHarbor } from '../policy/presets'
import type { DenyEntry, Policy } from '../policy/schema'
import type { Roster } from '../roster'
import { type Options, usage } from './args'
import { configOf } from './input'
import { of, reading } from './problems'

/** All a de-identifier is made of, as plain data: workers make their own from it. */
export interface Settings {
  readonly policy: Policy
  readonly roster: Roster | null
  readonly key: Uint8Array | null
}

export const POLICY_OPTIONS = {
  policy: { type: 'string', short: 'p', value: 'NAME|FILE', help: 'safe-harbor (default), limited-data-set, expert-determination, or a policy as a JSON file' },
  deny: { type: 'string', value: 'FILE', help: 'terms that are always removed: a line each, LABEL, tab, term' },
  allow: { type: 'string', value: 'FILE', help: 'terms that are never taken for identifiers: one a line' },
  roster: { type: 'string', value: 'FILE', help: "the patient's own identifiers from the chart, as JSON" },
} as const satisfies Options

const PRESETS = { 'safe-harbor': safeHarbor, 'limited-data-set': limitedDataSet, 'expert-determination': expertDetermination } as const

interface Chosen {
  readonly policy?: string
  readonly deny?: string
  readonly allow?: string
  readonly roster?: string
  readonly 'key-file'?: string
}

/** Reads every file the options name. The policy is not yet checked: `createDeidentifier` does that. */
export async function settings(chosen: Chosen): Promise<Settings> {
  const base = await policyOf(chosen.policy)
  const deny = chosen.deny === undefined ? [] : denyLines(await configOf(chosen.deny), chosen.deny)
  const allow = chosen.allow === undefined ? [] : lines(await configOf(chosen.allow)).map(([, line]) => line)
  const policy: Policy = { ...base, ...(deny.length > 0 ? { deny: [...(base.deny ?? []), ...deny] } : {}), ...(allow.length > 0 ? { allow: [...(base.allow ?? []), ...allow] } : {}) }
  const roster = chosen.roster === undefined ? null : (json(await configOf(chosen.roster), chosen.roster, 'ROSTER_INVALID') as Roster)
  return { policy, roster, key: chosen['key-file'] === undefined ? null : keyOf(chosen['key-file']) }
}

/** Throws where the policy, roster or key is not valid. */
export function deidentifier({ policy, roster, key }: Settings): Deidentifier {
  const deid = createDeidentifier(policy, key === null ? {} : { receiptKey: key })
  return roster === null ? deid : deid.withPatient(roster)
}

/** A preset by its name, or the file. */
export async function policyOf(name = 'safe-harbor'): Promise<Policy> {
  if (Object.hasOwn(PRESETS, name)) return PRESETS[name as keyof typeof PRESETS]()
  if (!/[./\\]/.test(name)) throw usage(`--policy ${JSON.stringify(name)} is no preset and no file name. Use ${Object.keys(PRESETS).join(', ')}, or a file such as policy.json.`)
  return json(await configOf(name), name, 'POLICY_INVALID') as Policy
}

/** The parser's own message quotes the text, so it is not told. */
function json(text: string, path: string, code: 'POLICY_INVALID' | 'ROSTER_INVALID'): unknown {
  try {
    return JSON.parse(text.replace(/^\ufeff/, ''))
  } catch {
    throw of(path, { code, message: 'Not JSON. Check quotes and commas.' })
  }
}

/** Lines with something on them, with their numbers from 1. */
function lines(text: string): Array<[number, string]> {
  return text
    .replace(/^\ufeff/, '')
    .split(/\r?\n/)
    .map((line, i): [number, string] => [i + 1, line])
    .filter(([, line]) => line.trim() !== '')
}

function denyLines(text: string, path: string): DenyEntry[] {
  return lines(text).map(([n, line]) => {
    const tab = line.indexOf('\t')
    const [label, subtype] = line.slice(0, Math.max(0, tab)).trim().split('/')
    if (!isLabel(label)) throw of(path, { code: 'USAGE', message: `Line ${n} does not start with a label and a tab. Labels: ${LABELS.join(', ')}.` })
    return { label: label as Label, text: line.slice(tab + 1).trim(), ...(subtype === undefined ? {} : { subtype: subtype as Subtype }) }
  })
}

/** Every byte of the file counts, a line break at its end too. */
function keyOf(path: string): Uint8Array {
  let key: Uint8Array
  try {
    key = new Uint8Array(readFileSync(path))
  } catch (error) {
    throw of(path, reading(error))
  }
  if (key.length < 16) throw new DephiError('OPTION_INVALID', `The key file has ${key.length} bytes, 16 are the least. Make one with: head -c 32 /dev/urandom > key`)
  return key
}
