// What the ablation compares: each configuration is the one before it and one thing more.
import { finder } from './engine'
import type { Finding, GoldDoc } from './score'

/** Finds in a document. The roster's configuration may read the gold to make the patient's roster; no other may. */
export type Find = (doc: GoldDoc) => readonly Finding[]

export interface Configuration {
  readonly id: string
  readonly title: string
  readonly what: string
  /** Makes its finder; null where the engine does not have it, and then it is not run. */
  readonly make: (() => Find) | null
}

const ofText =
  (find: (text: string) => readonly Finding[]): Find =>
  ({ text }) =>
    find(text)
const every = (): boolean => true

export const CONFIGURATIONS: readonly Configuration[] = [
  { id: 'rules', title: 'rules only', what: 'the detectors and their cues; the scan knows no dictionary', make: () => ofText(finder(every, { tagged: false, words: false })) },
  { id: 'lexicon', title: '+ lexicon', what: 'the word classes of the dictionaries', make: () => ofText(finder(every, { tagged: false })) },
  { id: 'tagger', title: '+ tagger', what: 'the learned tagger, with the large lexicon it reads', make: () => ofText(finder()) },
  { id: 'carrying', title: '+ carrying', what: 'names carried through a document', make: null },
  { id: 'roster', title: '+ roster', what: "the patient's own roster, made from the gold", make: null },
  { id: 'compromise', title: '+ compromise', what: 'the `compromise` tagger on doubtful sentences', make: null },
]

export function configuration(id: string): Configuration {
  const found = CONFIGURATIONS.find((c) => c.id === id)
  if (found === undefined) throw new Error(`no configuration ${id}: there are ${CONFIGURATIONS.map((c) => c.id).join(', ')}`)
  return found
}
