import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type CsvOptions, CsvRun, MAX_FIELD } from '../../src/formats/csv'
import { createDeidentifier, safeHarbor } from '../../src/index'

const deid = createDeidentifier(safeHarbor({ referenceDate: '2026-01-01' }))

/** Without the tagger, to which a field of invented letters may be a name. */
const rules = createDeidentifier(safeHarbor({ referenceDate: '2026-01-01' }), { tagger: false })

function scrub(pieces: readonly string[], options: CsvOptions = {}, by = deid): string {
  const run = new CsvRun(by, options)
  return pieces.map((p) => run.push(p)).join('') + run.end()
}

describe('CSV', () => {
  test('columns give context, untouched fields keep their bytes', () => {
    const text = 'mrn,last_name,first_name,zip,ssn,note,weight\r\n00482913,Okafor,Chidinma,36104,219-09-9999,"said ""fine"", call (212) 555-0147",61.4\r\n,,,,,"",\r\n'
    expect(scrub([text])).toBe('mrn,last_name,first_name,zip,ssn,note,weight\r\n[MRN],[NAME],[NAME],361,[SSN],"said ""fine"", call [PHONE]",61.4\r\n,,,,,"",\r\n')
  })

  test('semicolons, tabs, no header, no line end at the end', () => {
    expect(scrub(['ssn;count\n219-09-9999;3'])).toBe('ssn;count\n[SSN];3')
    expect(scrub(['ssn\tcount\n219-09-9999\t3\n'])).toBe('ssn\tcount\n[SSN]\t3\n')
    expect(scrub(['219-09-9999,3'], { header: false })).toBe('[SSN],3')
    expect(scrub([''])).toBe('')
    expect(scrub(['a'])).toBe('a')
  })

  test('changes are told with their places', () => {
    const text = 'n,ssn,mrn\n1,219-09-9999,"77120455"\n2,,\n'
    const seen: string[] = []
    const run = new CsvRun(deid, { onChange: (c) => seen.push(`${c.column}: ${text.slice(c.start, c.end)} ${c.outStart}-${c.outEnd}`) })
    const out = [...text].map((c) => run.push(c)).join('') + run.end()
    expect(out).toBe('n,ssn,mrn\n1,[SSN],"[MRN]"\n2,,\n')
    expect(seen).toEqual([`ssn: 219-09-9999 ${out.indexOf('[SSN]')}-${out.indexOf('[SSN]') + 5}`, `mrn: "77120455" ${out.indexOf('"[MRN]"')}-${out.indexOf('"[MRN]"') + 7}`])
  })

  test('a value that needs quotes gets them', () => {
    const list = createDeidentifier(safeHarbor({ deny: [{ label: 'NAME', text: 'Blue' }] }))
    const run = new CsvRun(list)
    expect(run.push('a,b\nBlue,x\n') + run.end()).toBe('a,b\n[NAME],x\n')
  })

  const field = fc.oneof(fc.constantFrom('', 'x', '12', 'a b', '219-09-9999', 'line\nbreak', 'say "hi"', 'a,b', '\r\n'), fc.stringMatching(/^[a-z ",\n]{0,6}$/))
  const tableOf = fc.array(fc.array(field, { minLength: 2, maxLength: 4 }), { minLength: 1, maxLength: 6 })
  const write = (rows: readonly (readonly string[])[]) => rows.map((r) => r.map((f) => (/[",\r\n]/.test(f) ? `"${f.replaceAll('"', '""')}"` : f)).join(',')).join('\r\n')

  test('any cuts give what one piece gives', () => {
    fc.assert(
      fc.property(tableOf, fc.array(fc.nat(400), { maxLength: 10 }), (rows, cuts) => {
        const text = write(rows)
        const at = [0, ...cuts.map((c) => c % (text.length + 1)).sort((a, b) => a - b), text.length]
        expect(
          scrub(
            at.slice(1).map((e, i) => text.slice(at[i], e)),
            { delimiter: ',' },
          ),
        ).toBe(scrub([text], { delimiter: ',' }))
      }),
      { numRuns: 500 },
    )
  })

  test('what has no identifier keeps every byte', () => {
    fc.assert(
      fc.property(tableOf, (rows) => {
        const text = write([['p', 'q', 'r', 's'], ...rows.map((r) => r.map((f) => f.replace(/\d/g, 'd')))])
        expect(scrub([text], { delimiter: ',' }, rules)).toBe(text)
      }),
      { numRuns: 300 },
    )
  })

  test('a field without end is withheld, in bounded memory', () => {
    const run = new CsvRun(deid)
    let out = run.push('a,b\n1,"')
    for (let i = 0; i < 40; i++) out += run.push('SSN 219-09-9999 '.repeat(4096))
    out += run.push('",2\n3,4\n') + run.end()
    expect(out).toBe('a,b\n1,[WITHHELD],2\n3,4\n')
    expect(MAX_FIELD).toBeLessThan(40 * 4096 * 16)
  })
})
