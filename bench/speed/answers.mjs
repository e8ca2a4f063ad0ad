// The answer before the time: what each system finds in the fixed text. A system that finds nothing is always fast.

const alnum = /[\p{L}\p{N}]/u

/** A planted identifier is found when every letter and digit of it lies in some finding. */
export async function answers(deid, notes, cleanTexts, peers) {
  let planted = 0
  let findings = 0
  const missed = []
  for (const { kind, text, planted: spans } of notes) {
    const found = deid.find(text)
    findings += found.length
    const covered = new Uint8Array(text.length)
    for (const f of found) covered.fill(1, f.start, f.end)
    for (const s of spans) {
      planted++
      let open = false
      for (let i = s.start; i < s.end; i++) if (covered[i] === 0 && alnum.test(text[i])) open = true
      if (open) missed.push(`${s.label} in ${kind}: ${JSON.stringify(text.slice(s.start, s.end))}, in ${JSON.stringify(text.slice(Math.max(0, s.start - 24), s.end + 12))}`)
    }
  }
  const wrong = cleanTexts.reduce((n, text) => n + deid.find(text).length, 0)
  const others = []
  for (const p of peers) {
    const count = async (list) => {
      let n = 0
      for (const text of list) n += ((await p.redact(text)).match(p.mark) ?? []).length
      return n
    }
    others.push({ name: p.name, replacements: await count(notes.map((n) => n.text)), onClean: await count(cleanTexts) })
  }
  return { planted, found: planted - missed.length, findings, onClean: wrong, cleanChars: cleanTexts.reduce((n, t) => n + t.length, 0), missed, others }
}
