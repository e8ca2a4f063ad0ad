// What is timed: `{ name, text, items, run, perCall }`. `perCall` marks what is worth a latency.
import { redact as langchain } from '../peers/langchain.mjs'

const CHUNK = 64 * 1024
const encoder = new TextEncoder()
const decoder = new TextDecoder()
/** Results go here, so that no work is optimised away. */
export const sink = { value: 0 }

function sum(text) {
  let n = 0
  for (let i = 0; i < text.length; i++) n += text.charCodeAt(i)
  sink.value += n
}

/** What any pass over the same text costs. */
export function baselines(texts) {
  const all = [
    { name: 'charCodeAt pass', text: 'notes', run: sum, perCall: true },
    { name: 'TextEncoder + TextDecoder', text: 'notes', run: (s) => (sink.value += decoder.decode(encoder.encode(s)).length), perCall: true },
    { name: 'JSON.parse + JSON.stringify', text: 'JSON log lines', run: (s) => (sink.value += JSON.stringify(JSON.parse(s)).length) },
    { name: 'LangChain, five PII patterns', text: 'notes', run: (s) => (sink.value += langchain(s).length), perCall: true },
    { name: 'LangChain, five PII patterns', text: 'JSON log lines', run: (s) => (sink.value += langchain(s).length) },
  ]
  return all.filter((c) => texts[c.text] !== undefined).map((c) => ({ ...c, items: texts[c.text] }))
}

/** The engine's doors on every text, its rules alone (without the tagger), and the peers on notes and log lines. */
export function doors(deid, rules, texts, peers) {
  const cases = []
  for (const [text, items] of Object.entries(texts)) {
    cases.push({ name: 'dephi text()', text, items, run: (s) => (sink.value += deid.text(s).text.length), perCall: true })
    cases.push({ name: 'dephi find()', text, items, run: (s) => (sink.value += deid.find(s).length), perCall: true })
    cases.push({ name: 'dephi text(), rules alone', text, items, run: (s) => (sink.value += rules.text(s).text.length), perCall: true })
    const chunks = chunked(items)
    // One document of 4 chunks a call, through the Web stream.
    cases.push({ name: 'dephi stream(), 64 KB chunks', text, items: chunks, run: (doc) => streamed(deid, doc.parts) })
  }
  const logs = texts['JSON log lines']
  if (logs !== undefined) cases.push({ name: 'JSON.parse + dephi record() + JSON.stringify', text: 'JSON log lines', items: logs, run: (s) => (sink.value += JSON.stringify(deid.record(JSON.parse(s))).length) })
  for (const p of peers) {
    for (const text of ['notes', 'JSON log lines']) {
      const items = texts[text]
      if (items !== undefined) cases.push({ name: p.name, text, items, run: (s) => p.redact(s), perCall: true, calls: 100 })
    }
  }
  return cases
}

/** All items as documents of four chunks of 64 KB; `length` in characters. */
function chunked(items) {
  let whole = items.join('\n\n')
  while (whole.length < 4 * CHUNK) whole += `\n\n${whole}`
  whole = Buffer.from(whole).toString('utf8')
  const docs = []
  for (let at = 0; at + 4 * CHUNK <= whole.length; at += 4 * CHUNK) {
    const parts = [0, 1, 2, 3].map((k) => Buffer.from(whole.slice(at + k * CHUNK, at + (k + 1) * CHUNK)).toString('utf8'))
    docs.push({ parts, length: 4 * CHUNK })
  }
  return docs
}

async function streamed(deid, parts) {
  const stream = deid.stream()
  const writer = stream.writable.getWriter()
  const done = (async () => {
    for (const part of parts) await writer.write(part)
    await writer.close()
  })()
  const reader = stream.readable.getReader()
  for (;;) {
    const { value, done: over } = await reader.read()
    if (over) break
    sink.value += value.length
  }
  await done
}
