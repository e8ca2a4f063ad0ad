// The engine's rooms, for profile.mjs and the long proofs: not a door of the library.
import { compile } from '../../src/policy/compile'
import { safeHarbor } from '../../src/policy/presets'

export { DETECTORS } from '../../src/detect/index'
export { Program } from '../../src/detect/program'
export { baseWords, Engine, Run } from '../../src/pipeline'
export { Scanner } from '../../src/scan/scanner'
export { Window } from '../../src/scan/window'
export { Folder } from '../../src/text/fold'

/** The plan the speed bench runs. */
export const plan = () => compile(safeHarbor())
