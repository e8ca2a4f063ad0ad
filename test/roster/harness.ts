import { createDeidentifier } from '../../src/deidentifier'
import type { Label } from '../../src/labels'
import { Engine, type Replacement, Run } from '../../src/pipeline'
import { safeHarbor } from '../../src/policy/presets'
import type { Roster } from '../../src/roster'
import { rosterDetectors } from '../../src/roster'
import { FIND_ALL } from '../detectors/harness'

/** An engine that knows nothing but the roster. */
export const rosterEngine = (roster: Roster): Engine => new Engine(FIND_ALL, [], rosterDetectors(roster))

export function findings(engine: Engine, text: string, pieces: readonly string[] = [text]): Replacement[] {
  const found: Replacement[] = []
  const run = new Run(engine, (r) => found.push(r))
  for (const piece of pieces) run.push(piece)
  run.end()
  return found
}

/** The text with every finding between « and ». */
export function marked(engine: Engine, text: string, label?: Label): string {
  let out = text
  for (const f of findings(engine, text).reverse()) if (label === undefined || f.label === label) out = `${out.slice(0, f.start)}«${out.slice(f.start, f.end)}»${out.slice(f.end)}`
  return out
}

export const withRoster = (roster: Roster) => createDeidentifier(safeHarbor({ referenceDate: '2026-01-01' })).withPatient(roster)
