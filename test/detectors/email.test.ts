import fc from 'fast-check'
import { expect, test } from 'vitest'
import { email } from '../../src/detect/detectors/email'
import { findWith, table } from './harness'

table(
  'EMAIL',
  [
    ['write to «ana.ito@example.com».', 'sentence end'],
    ['«ana.ito+lab@mail.example.co.uk»', 'tag, subdomain'],
    ['«ana_ito-2@example.org»', 'underscore, hyphen, digit'],
    ['<«ana@example.org»>', 'angle brackets'],
    ['Ana Ito <«ana@example.org»>, next', 'display name'],
    ['mailto:«ana@example.org»?subject=x', 'mailto URI'],
    ['email: «ANA.ITO@EXAMPLE.ORG»', 'capitals'],
    ['"email":"«ana@example.org»"', 'JSON'],
    ['{\\"email\\":\\"«ana@example.org»\\"}', 'escaped JSON'],
    ['email=«ana@example.org» ok', 'key=value'],
    ["'«ana@example.org»'", 'single quotes'],
    ["«ana.o'brien@example.org»", 'apostrophe inside'],
    ['(«ana@example.org»)', 'parentheses'],
    ['|«ana@example.org»|', 'pipes'],
    ['^^Internet^«ana@example.org»^', 'HL7'],
    ['«ana@example.org»,«bo@example.org»;«cy@example.net»', 'lists'],
    ['«"ana ito"@example.org»', 'quoted local part'],
    ['«ana@[192.0.2.17]»', 'IPv4 literal'],
    ['«ana@[IPv6:2001:db8::1]»', 'IPv6 literal'],
    ['«josé@exämple.org»', 'internationalised'],
    ['«ana@xn--exmple-cua.example»', 'punycode'],
    ['«ana@clinic.internal»', 'private domain'],
    ['«a@b.co»', 'shortest'],
    ['«git@github.com»:org/repo', 'git remote'],
    ['q=ana%40x: «ana%40example.org»', 'percent-encoded'],
    ['/login?user=«ana%40example.org»&next=1', 'in a query string'],
    ['see «ana@example.org».Thanks', 'next sentence glued'],
    ['email\n«ana@example.org»', 'on the next line'],
    ['line\\n«ana@example.org»'.replace('line', '1'), 'after an escaped line break'],
    ['«ana.ito@example.com» 617', 'then a number'],
    ['«12345@example.org»', 'digits only'],
    ['email «ana dot ito at example dot com» please', 'spoken'],
    ['its «ana underscore ito at mail dot example dot org»', 'spoken, subdomain'],
    ['«a n a at gmail dot com»', 'letters spelled out'],
    ['«ana 42 at gmail dot com»'.replace('ana 42', 'ana42'), 'name with digits, spoken'],
    ['«ana [at] example [dot] com»', 'brackets'],
    ['«ana(at)example.com»', 'bracketed at'],
    ['«ana(at)example(dot)com»', 'both bracketed'],
    ['«a.ito AT example.org»', 'capital AT'],
    ['«ana [at] example.org»', 'bracketed at, plain dot'],
    ['«ana@example[.]org»'.replace('@', ' at '), 'hidden dot'],
    ['«ana.ito@example dot com»', 'plain sign, spoken dot'],
    ['«ana dot ito@example.com»', 'spoken dot, plain sign'],
    ['«ana @ example.org»', 'spaces around the sign'],
    ['email: «ana@ward3»', 'labelled, no top-level domain'],
    ['my e-mail «ana@example.org»?', 'question mark'],
    ['user «ana~x@example.org»', 'tilde'],
    ['Email:«ana@example.org»Phone:'.replace('Phone:', ' Phone:'), 'no space after the label'],
  ],
  [
    ['3 @ 5.00', 'price'],
    ['1 tab @ 8pm', 'time'],
    ['@anaito', 'handle'],
    ['follow @ana.ito on', 'handle with a dot'],
    ['npm i @types/node', 'npm scope'],
    ['@Override public', 'decorator'],
    ['@app.route("/x")', 'decorator with a dot'],
    ['root@ip-10-2-3-4:~$', 'shell prompt'],
    ['pkg@1.2.3', 'package version'],
    ['lodash@^4.17.0', 'version range'],
    ['HR 80 @ rest', 'at rest'],
    ['O2 sat 98% @ 2L', 'at two litres'],
    ['98% on RA', 'percent'],
    ['50%40', 'percent and digits'],
    ['look at example.com', 'a site'],
    ['look at example dot com', 'a site, spoken'],
    ['visit us at example dot com', 'a site, spoken'],
    ['seen at clinic. Com', 'sentence'],
    ['arrived at 10.30 am', 'time'],
    ['pain at rest. No fever', 'sentences'],
    ['tender at L4. At rest', 'sentences'],
    ['works at St. Mary', 'abbreviation'],
    ['dot phrase at end', 'dot phrase'],
    ['at dot com', 'no mailbox'],
    ['foo@', 'no host'],
    ['@example.org', 'no mailbox'],
    ['foo@bar', 'no top-level domain, no label'],
    ['foo@.org', 'empty label'],
    ['a@b@c', 'two signs'],
    ['foo @bar', 'handle after a word'],
    ['[EMAIL]@example.org'.replace('example.org', 'x'), 'already removed'],
    ['email: [EMAIL]', 'already removed, labelled'],
    ['email on file', 'no address'],
    ['email at 10', 'no address'],
    ['"email":null', 'JSON null'],
    ['email@', 'no host'],
    ['BP 120/80 @ 10:15', 'vital signs'],
    ['2 puffs @ bedtime.', 'bedtime'],
    ['10 mL/h @ 5 cm.', 'rate'],
    ['AT rest, AT III', 'antithrombin'],
    ['AT 10.5', 'capital AT and a figure'],
    ['user at host', 'words'],
    ['seen (at) clinic', 'bracketed at in prose'],
  ],
)

test('every dot-atom address of the usual characters is found', () => {
  const atom = fc.stringMatching(/^[a-z0-9][a-z0-9_+-]{0,8}[a-z0-9]$/)
  const label = fc.stringMatching(/^[a-z][a-z0-9]{0,8}$/)
  const top = fc.constantFrom('com', 'org', 'net', 'edu', 'de', 'co.uk', 'health', 'internal')
  const around = fc.constantFrom(['', ''], ['<', '>'], ['(', ')'], ['"', '"'], ['mailto:', '?x'], ['x=', '&y'], ['', '.'], ['', ', ok'])
  fc.assert(
    fc.property(fc.array(atom, { minLength: 1, maxLength: 3 }), fc.array(label, { minLength: 1, maxLength: 3 }), top, around, (local, host, tld, [left, right]) => {
      const address = `${local.join('.')}@${host.join('.')}.${tld}`
      const text = `to ${left}${address}${right} end`
      expect(findWith(email, text).map((f) => text.slice(f.start, f.end))).toEqual([address])
    }),
  )
})

table(
  'EMAIL',
  [
    ['her work mail (…«@halcyon.co.uk»)', 'the house of a shortened address'],
    ['email: «wei.novak&#64;northfield.health»', 'decimal reference for the sign'],
    ['«wei.novak&#x40;example.org»', 'hexadecimal reference'],
    ['«wei.novak&commat;example.org»', 'named reference'],
    ['ADDRESS «PRIYA.WALSH @ EXAMPLE.ORG»', 'spaces in capitals'],
    ['write to «walt.okafor@cobalt» for copies', 'an address within a house'],
    ['<td>E-mail</td><td>«nadia.nguyen@amber»</td>', 'the same in a table'],
    ['then «wei65@example.org»-then', 'dash after the address'],
    ['to «james@lakeview-\nclinic.net» now', 'host broken after its hyphen'],
  ],
  [
    ['SEEN @ MERCY', 'no host'],
    ['@org.junit.Test', 'annotation'],
    ['item &#64; 5 dollars', 'reference without an address'],
    ['120@80 from 5', 'numbers'],
    ['heel@knee is normal', 'no word for mail'],
  ],
)
