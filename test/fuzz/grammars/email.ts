import { bare, field, type Grammar, situ } from '../form'
import { DOMAINS, fullName, word } from '../pools'
import type { Rng } from '../prng'

const g = (r: Rng): string => r.pick(['maria', 'james', 'aisha', 'wei', 'priya', 'hector', 'nadia', 'walt'])
const f = (r: Rng): string => r.pick(['okafor', 'walsh', 'nguyen', 'silva', 'tanaka', 'novak', 'osei', 'larsen'])
const dom = (r: Rng): string => r.pick(DOMAINS)
const spell = (domain: string, dot: string): string => domain.split('.').join(dot)

export const EMAIL: Grammar = {
  label: 'EMAIL',
  authority: 'RFC 5321, 5322, 6531, 6068',
  labels: ['Email', 'E-mail', 'Email address', 'E-Mail Address', 'Mail', 'Contact email', 'Patient email', 'From', 'Reply-To', 'MyChart login email'],
  prose: ['Please email {} with the form.', 'Her email address is {}.', 'write to {} for copies', 'he prefers e-mail at {}', 'Message sent to {} today.'],
  forms: [
    bare('dotted', (r) => `${g(r)}.${f(r)}@${dom(r)}`),
    bare('plain', (r) => `${g(r)}${r.int(1, 99)}@${dom(r)}`),
    bare('plus-tag', (r) => `${g(r)}+${word(r)}@${dom(r)}`),
    bare('underscore', (r) => `${g(r)}_${f(r)}@${dom(r)}`),
    bare('hyphen', (r) => `${g(r)}-${f(r)}${r.digits(2)}@${dom(r)}`),
    bare('apostrophe', (r) => `${g(r)}.o'${f(r)}@${dom(r)}`),
    bare('one-letter', (r) => `${r.of('abcdef', 1)}@${dom(r)}`),
    bare('digits-first', (r) => `${r.digits(6)}@${dom(r)}`),
    bare('upper', (r) => `${g(r)}.${f(r)}@${dom(r)}`.toUpperCase()),
    bare('new-tld', (r) => `${g(r)}@${word(r)}.${r.pick(['health', 'clinic', 'care', 'doctor', 'app', 'family'])}`),
    bare('deep-domain', (r) => `${g(r)}@a.b.${word(r)}.dept.example.edu`),
    bare('quoted-local', (r) => `"${g(r)} ${f(r)}"@${dom(r)}`),
    bare('address-literal', (r) => `${g(r)}@[192.0.2.${r.int(1, 254)}]`),
    bare('idn', (r) => `josé.${f(r)}@exämple-${word(r)}.org`),
    bare('punycode', (r) => `${g(r)}@xn--exmple-cua.com`),
    bare('mailto', (r) => `‹mailto›:${g(r)}.${f(r)}@${dom(r)}`),
    bare('percent-encoded', (r) => `${g(r)}.${f(r)}%40${dom(r)}`),
    bare('html-entity', (r) => `${g(r)}.${f(r)}&#64;${dom(r)}`),
    bare('spaced-at', (r) => `${g(r)}.${f(r)} @ ${dom(r)}`),
    bare('paren-at-dot', (r) => `${g(r)}.${f(r)} (‹at›) ${spell(dom(r), ' (‹dot›) ')}`),
    bare('bracket-at', (r) => `${g(r)}.${f(r)}[‹at›]${dom(r)}`),
    bare('bracket-at-dot', (r) => `${g(r)}[‹at›]${spell(dom(r), '[‹dot›]')}`),
    bare('upper-AT-DOT', (r) => `${g(r)} ‹AT› ${spell(dom(r), ' ‹DOT› ')}`),
    bare('words-at-dot', (r) => `${g(r)}.${f(r)} ‹at› ${spell(dom(r), ' ‹dot› ')}`),
    bare('defanged', (r) => `${g(r)}.${f(r)}@${spell(dom(r), '[.]')}`),
    field('intranet', (r) => `${g(r)}.${f(r)}@${word(r)}`),
    situ('display-name', (r) => `From: "${fullName(r)}" <«${g(r)}.${f(r)}@${dom(r)}»>`),
    situ('list', (r) => `To: «${g(r)}@${dom(r)}»; «${f(r)}@${dom(r)}», «${g(r)}${f(r)}@${dom(r)}»`),
    situ('json', (r) => `{"user":{"email":"«${g(r)}.${f(r)}@${dom(r)}»","active":true}}`),
    situ('query', (r) => `GET /reset?email=«${g(r)}%40${dom(r)}»&step=2`),
    situ('employer-domain', (r) => `She uses her work mail (…@«${dom(r)}»).`),
  ],
}
