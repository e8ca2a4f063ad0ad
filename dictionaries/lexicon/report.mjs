// dictionaries/SOURCES.md: what the lexicon is made of.

const n = (x) => x.toLocaleString('en-US')

function table(head, rows, right) {
  const all = [head, ...rows]
  const widths = head.map((_, i) => Math.max(...all.map((r) => r[i].length)))
  const line = (r) => `| ${r.map((c, i) => (right.includes(i) ? c.padStart(widths[i]) : c.padEnd(widths[i]))).join(' | ')} |`
  return [line(head), `| ${widths.map((w, i) => (right.includes(i) ? `${'-'.repeat(w - 1)}:` : '-'.repeat(w))).join(' | ')} |`, ...rows.map(line)].join('\n')
}

export function report({ lists, missing, sources, common, all, nicknames, spelling, generated, version }) {
  const installed = sources.rows.map((r) => [r.name, `npm ${r.package} ${r.version}, ${r.file.slice(r.package.length + 1)}: ${r.origin}`, r.licence, r.date, n(r.count), r.sha256])
  const written = lists.map((l) => [`lists/${l.file}`, l.meta.source, l.meta.licence, l.meta.date, n(l.entries.length), l.sha256])
  const cell = (s) => s.replaceAll('|', '/')
  const rows = [...installed, ['words/common.txt', 'SCOWL sizes 10 and 20, and words written by hand', 'SCOWL, MIT', '2026-11-23', n(common.words.length), common.sha256], ...written].map((r) => r.map(cell))
  const counts = Object.entries(all.counts)
    .sort((a, b) => (a[0] < b[0] ? -1 : 1))
    .map(([k, v]) => [k, n(v)])
  return `# Sources of the dictionaries

Written by \`npm run lexicon\`; do not edit. The small lists that trigger detectors are in dictionaries/words, each with its
own origin. What the licences ask to be told to users of the package is in NOTICE.

${table(['List', 'Origin', 'Licence', 'Date', 'Entries', 'SHA-256'], rows, [4])}
${missing.length > 0 ? `\nMissing when this was written: ${missing.join(', ')}.\n` : ''}
## What comes out

Version ${version}: ${n(all.words.size)} words, ${n(all.phrases.size)} phrases, ${n(nicknames)} nicknames with their names, ${n(sources.zips.length)} ZIP codes (${n(all.elsewhere)} of them in
another state than most of their first three digits). Words of one 32-bit hash are one entry: ${all.merged.length === 0 ? 'none are' : all.merged.map((m) => m.join(' = ')).join(', ')}.

${table(['Class', 'Words or phrases'], counts, [1])}

${table(
  ['Made', 'SHA-256'],
  [
    ['src/lexicon/lexicon.gen.ts', generated],
    ['spelling, hashing, fields', spelling],
  ],
  [],
)}
`
}
