// The texts of the probe: the bundled examples, and every kind of character the engine treats apart.
import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const examples = fileURLToPath(new URL('../../docs/examples/', import.meta.url))

export const texts = [
  ...readdirSync(examples)
    .filter((f) => /\.(txt|log|csv)$/.test(f))
    .sort()
    .map((f) => readFileSync(examples + f, 'utf8')),
  'Größe 180 cm, Łukasz Żółć, İstanbul, ẞ ß ſ, Ǆ ǅ, Ελλάδα, МОСКВА Мария, 李小龍, محمد ١٢٣, १२३, e\u0301 a\u200bb, ﬁ, １２３-４５-６７８９, 😀👩‍👩‍👧 \ud83d, NBSP\u00a0MRN:\u00a000482913, “SSN” 219–09–9999, \u{1d7d0}\u{1d7cf}\u{1d7d7}-09-9999',
  'mail j.doe@example.org or call +44 20 7946 0958 / (212) 555-0147; see https://example.com/p?id=9#x; host 2001:db8::8a2e:370:7334',
]
