import { bare, field, type Grammar, situ } from '../form'
import type { Rng } from '../prng'

const v4 = (r: Rng): string =>
  r.pick([`10.${r.int(0, 255)}.${r.int(0, 255)}.${r.int(1, 254)}`, `192.168.${r.int(0, 255)}.${r.int(1, 254)}`, `203.0.113.${r.int(1, 254)}`, `${r.int(11, 223)}.${r.int(0, 255)}.${r.int(0, 255)}.${r.int(1, 254)}`])
const groups = (r: Rng, n: number): string => Array.from({ length: n }, () => (parseInt(r.hex(4), 16) || 1).toString(16)).join(':')

export const IP: Grammar = {
  label: 'IP',
  authority: 'RFC 791, 4291 §2.2, 4007 §11, 4632, 5952, 3986 §3.2.2, 3596',
  labels: ['IP', 'IP address', 'IP Addr', 'Client IP', 'remote_addr', 'Source IP', 'X-Forwarded-For', 'Host IP', 'ip', 'Last login from'],
  prose: ['Login came from {} last night.', 'Her home IP address is {}.', 'blocked {} after three failures', 'the workstation at {} was offline'],
  forms: [
    bare('v4', v4),
    bare('v4-port', (r) => `${v4(r)}:‹${r.int(1024, 65535)}›`),
    bare('v4-cidr', (r) => `${v4(r)}/‹${r.int(8, 32)}›`),
    bare('v4-range', (r) => `10.0.3.${r.int(1, 99)}-10.0.3.${r.int(100, 254)}`),
    bare('v4-short-range', (r) => `192.168.4.${r.int(1, 99)}-${r.int(100, 254)}`),
    bare('v4-defanged', (r) => v4(r).split('.').join('[.]')),
    bare('v4-defanged-last', (r) => v4(r).replace(/\.(\d+)$/, '[.]$1')),
    field('v4-zero-padded', (r) => `010.${String(r.int(0, 255)).padStart(3, '0')}.003.${String(r.int(1, 254)).padStart(3, '0')}`),
    field('v4-hex', (r) => `0x${r.hex(8).toUpperCase()}`),
    field('v4-decimal', (r) => String(r.int(2000000000, 4200000000))),
    field('v4-wildcard', (r) => `10.${r.int(0, 255)}.${r.int(0, 255)}.*`),
    bare('v6-full', (r) => `2001:db8:${groups(r, 6)}`),
    bare('v6-padded', (r) => `2001:0db8:${Array.from({ length: 6 }, () => r.hex(4)).join(':')}`),
    bare('v6-upper', (r) => `2001:DB8:${groups(r, 6).toUpperCase()}`),
    bare('v6-compressed', (r) => `2001:db8:${groups(r, r.int(1, 3))}::${groups(r, r.int(1, 2))}`),
    bare('v6-compressed-end', (r) => `2001:db8:${groups(r, 2)}::`),
    bare('v6-compressed-start', (r) => `::${groups(r, r.int(2, 5))}`),
    bare('v6-link-local', (r) => `fe80::${groups(r, 4)}`),
    bare('v6-zone', (r) => `fe80::${groups(r, 4)}%${r.pick(['eth0', 'en1', '12', 'wlan0'])}`),
    bare('v6-ula', (r) => `fd${r.hex(2)}:${groups(r, 3)}::${r.hex(2)}`),
    bare('v6-mapped', (r) => `::ffff:${v4(r)}`),
    bare('v6-nat64', (r) => `64:ff9b::${v4(r)}`),
    bare('v6-embedded-full', (r) => `2001:db8:${groups(r, 4)}:${v4(r)}`),
    bare('v6-bracket-port', (r) => `[2001:db8::${groups(r, 2)}]:‹${r.int(1024, 65535)}›`),
    bare('v6-bracket', (r) => `[2001:db8::${groups(r, 2)}]`),
    bare('v6-cidr', (r) => `2001:db8:${groups(r, 2)}::/‹${r.int(32, 64)}›`),
    bare('arpa-v4', (r) => `${r.int(1, 254)}.${r.int(0, 255)}.${r.int(0, 255)}.10.‹in-addr.arpa›`),
    bare('arpa-v6', (r) => `${[...r.hex(24)].join('.')}.8.b.d.0.1.0.0.2.‹ip6.arpa›`),
    situ('access-log', (r) => `«${v4(r)}» - - [‹04/Mar/2021:10:22:31 +0000›] "GET /a HTTP/1.1" 200 512`),
    situ('syslog', (r) => `sshd[812]: Failed password for root from «${v4(r)}» port 52114 ssh2`),
    situ('json', (r) => `{"level":"warn","ip":"«${v4(r)}»","msg":"retry"}`),
    situ('json-v6', (r) => `{"client":"«2001:db8::${groups(r, 2)}»","ms":12}`),
    situ('forwarded', (r) => `X-Forwarded-For: «${v4(r)}», «${v4(r)}», «2001:db8::${groups(r, 2)}»`),
    situ('rfc7239', (r) => `Forwarded: for="[«2001:db8::${groups(r, 2)}»]:4711";proto=https`),
    situ('kv', (r) => `src=«${v4(r)}» dst=«${v4(r)}» spt=51515`),
    situ('ec2-host', (r) => `host ip-«10-${r.int(0, 255)}-${r.int(0, 255)}-${r.int(1, 254)}» restarted`),
  ],
}
