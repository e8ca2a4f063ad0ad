// What every runtime is asked: the same texts through every door. Gives one digest over all the output.
import { sha256 } from '@noble/hashes/sha2.js'
import { createDeidentifier, expertDetermination, limitedDataSet, safeHarbor } from '../../dist/index.js'

export async function probe(texts) {
  const hash = sha256.create()
  const encoder = new TextEncoder()
  const add = (value) => hash.update(encoder.encode(JSON.stringify(value)))
  for (const make of [safeHarbor, limitedDataSet, expertDetermination]) {
    const deid = createDeidentifier(make({ referenceDate: '2026-01-01' }))
    for (const text of texts) {
      const { text: out, receipt } = deid.text(text)
      add(out)
      add(receipt)
      add(deid.find(text))
      add(deid.record({ note: text, n: 12345 }))
    }
    const bytes = encoder.encode(texts.join('\n'))
    const stream = new ReadableStream({
      start(controller) {
        for (let i = 0; i < bytes.length; i += 1237) controller.enqueue(bytes.slice(i, i + 1237))
        controller.close()
      },
    }).pipeThrough(deid.stream())
    let out = ''
    for (const reader = stream.getReader(); ; ) {
      const { value, done } = await reader.read()
      if (done) break
      out += value
    }
    add(out)
  }
  return Array.from(hash.digest(), (b) => b.toString(16).padStart(2, '0')).join('')
}
