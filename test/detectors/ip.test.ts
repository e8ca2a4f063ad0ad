import fc from 'fast-check'
import { expect, test } from 'vitest'
import { ip } from '../../src/detect/detectors/ip'
import { findWith, table } from './harness'

table(
  'IP',
  [
    ['from «203.0.113.7» port 22', 'SSH log'],
    ['«203.0.113.7» - - [17/May/2015:10:05:03 +0000]', 'access log'],
    ['"address":"«203.0.113.7»"', 'JSON'],
    ['{\\"ip\\":\\"«203.0.113.7»\\"}', 'escaped JSON'],
    ['rhost=«203.0.113.7»  user=x', 'key=value'],
    ['«203.0.113.7»:8080', 'the port stays out'],
    ['«10.1.2.3/24»', 'CIDR'],
    ['net «203.0.113.0/8», up', 'CIDR, one digit'],
    ['[«203.0.113.7»]', 'brackets'],
    ['(«203.0.113.7»)', 'parentheses'],
    ['|«203.0.113.7»|', 'pipes'],
    ['IP: «1.2.3.4»', 'small octets with a label'],
    ['ip address «8.8.8.8»', 'small octets with a label'],
    ['client «1.1.1.1» refused', 'small octets after client'],
    ['IP «192.168.1.1», last seen', 'private'],
    ['addr «010.001.002.003»', 'leading zeros'],
    ['http://«203.0.113.7»/x', 'host of a URL'],
    ['host/«10.0.0.1»:9092', 'Java socket address'],
    ['«203.0.113.7».', 'sentence end'],
    ['user@«203.0.113.7»', 'after an at sign'],
    ['"«203.0.113.7», «198.51.100.2»"', 'forwarded for'],
    ['«203[.]0[.]113[.]7»', 'defanged'],
    ['ip-«10-77-20-248» sshd[1]', 'host name made of the address'],
    ['ec2-«203-0-113-7».compute.example', 'digit in the prefix'],
    ['host-«203-0-113-7».isp.example', 'ISP host name'],
    ['«203.0.113.7».isp.example', 'host name that starts with it'],
    ['«127.0.0.1»', 'loopback'],
    ['ip=«203.0.113.7»;', 'semicolon'],
    ['src:«203.0.113.7»->dst:«198.51.100.2»', 'flow'],
    ['«2001:db8:0:0:1:0:0:1»', 'all eight groups'],
    ['«2001:db8::1»', 'compressed'],
    ['«2001:DB8::1»', 'capitals'],
    ['«fe80::1%eth0»', 'zone'],
    ['«fe80::1ff:fe23:4567:890a%3» up', 'zone number'],
    ['[«2001:db8::1»]:443', 'brackets and port'],
    ['«2001:db8::/32»', 'prefix'],
    ['«::ffff:192.0.2.1»', 'v4-mapped'],
    ['addr «::1» ok', 'loopback'],
    ['src=«d80:e4b5:79da:6cf6:71f3:51f7:9161:c319» x', 'full, leading zeros dropped'],
    ['"ip":"«2001:db8:a0b:12f0::1»"', 'JSON'],
    ['«2001:db8::1».', 'sentence end'],
    ['from «2001:db8:85a3::8a2e:370:7334» port 22', 'SSH log'],
    ['«64:ff9b::192.0.2.33»', 'embedded IPv4'],
    ['ip:«2001:db8::2:1»', 'label without space'],
    ['«2001:db8:1:2::», up', 'ends with the compression'],
    ['src:«2001:db8::2:1»', 'label that ends with a hexadecimal letter'],
  ],
  [
    ['version 1.2.3.4', 'version'],
    ['v1.2.3.4', 'glued v'],
    ['v 10.2.30.4', 'v'],
    ['firmware 10.2.30.4', 'firmware'],
    ['Chrome/30.0.0.0', 'product version'],
    ['Firefox/2.0.0.4', 'product version'],
    ['zlib/1.2.3.4', 'library version'],
    ['rv:1.9.0.19', 'Gecko revision'],
    ['Chrome/32.0.1700.77', 'octet above 255'],
    ['2.16.840.1.113883.4.1', 'OID'],
    ['1.3.6.1.4.1', 'OID'],
    ['^2.51.1.1^ISO', 'OID of an HL7 assigning authority'],
    ['3.1.2.1 Methods', 'section number'],
    ['section 10.20.30.40', 'section'],
    ['1.2.3.4rc1', 'release candidate'],
    ['10.20.30.40.50', 'five parts'],
    ['256.1.1.1', 'octet above 255'],
    ['1.2.3', 'three parts'],
    ['Server listening on 0.0.0.0 port 22', 'unspecified address'],
    ['mask 255.255.255.0', 'netmask'],
    ['255.255.255.255', 'broadcast'],
    ['Server listening on :: port 22', 'unspecified address'],
    ['12:30:45', 'time'],
    ['2015-10-24T12:30:45', 'timestamp'],
    ['[17/May/2015:10:05:03 +0000]', 'access log time'],
    ['00:1a:2b:3c:4d:5e', 'MAC'],
    ['00:11:22:33:44:55:66:77', 'EUI-64'],
    ['16:27:ac:a5:76:28:2d:36:63:1b:56:4d:eb:df:a6:48', 'MD5 fingerprint'],
    ['std::vector', 'C++'],
    ['Foo::Bar::baz', 'Perl, Ruby'],
    ['a::b', 'scope of hexadecimal letters'],
    ['add::bad', 'scope of hexadecimal letters'],
    ['1:2:3:4', 'ratio'],
    ['BP: 120:80', 'colons'],
    ['C3:C4', 'cells or vertebrae'],
    ['map A1::B2, Abc::Def1', 'scopes'],
    ['dead:beef', 'two groups'],
    ['10-20-30-40', 'ranges without a prefix'],
    ['2015-10-24-12', 'date and hour'],
    ['T-cell 10-20', 'range'],
    ['120.80.72', 'three figures'],
    ['score 7.5.3.1x', 'glued letter'],
    ['10 . 20 . 30 . 40', 'spaces'],
    ['1,2,3,4', 'list'],
    ['sha256:Kl8kPGZrTiz7g4FO', 'digest'],
    ['state 2::3', 'two short groups'],
  ],
)

test('every canonical text form (RFC 5952) is found', () => {
  const group = fc.integer({ min: 1, max: 0xffff }).map((n) => n.toString(16))
  const full = fc.array(group, { minLength: 8, maxLength: 8 }).filter((g) => g.some((x) => x.length !== 2))
  fc.assert(
    fc.property(full, fc.integer({ min: 1, max: 6 }), fc.integer({ min: 2, max: 5 }), (g, at, width) => {
      const head = g.slice(0, at)
      const tail = g.slice(Math.min(8, at + width))
      const short = `2001:${head.slice(1).concat('db8').join(':')}::${tail.join(':')}`
      for (const address of [g.join(':'), short]) {
        const text = `from ${address} port 22`
        expect(findWith(ip, text).map((f) => text.slice(f.start, f.end))).toEqual([address])
      }
    }),
  )
})

table(
  'IP',
  [
    ['from «10.0.3.82-10.0.3.197» today', 'range'],
    ['from «192.168.4.39-121» today', 'range of the last octet'],
    ['«203.0.113[.]45»', 'hidden at one dot'],
    ['{"client_ip":"«10.47.101.*»"}', 'wildcard'],
    ['IP: «0x522CE742»', 'hexadecimal'],
    ['"ip": "«2917751940»"', 'one decimal number'],
    ['Stable.«2001:db8:4605:cef7:6189:2592:26:1» noted', 'no space after the full stop'],
    ['"x\\n«2001:db8:aca4:f2e4:5fc6:76fa:39:2»\\ny"', 'after an escaped line break'],
    ['IP:«::2ef8:d290:eca5:8b44:adf»', 'compressed start behind a tight colon'],
    ['«f.b.a.f.5.c.1.6.8.b.d.0.1.0.0.2.ip6.arpa»', 'reverse name'],
  ],
  [
    ['version 10.4.2.*', 'version'],
    ['1.4.2.*', 'no private network'],
    ['v1.2.3.4-5', 'version and build'],
    ['color 0x522CE742', 'no label'],
    ['ip 12345', 'too small'],
    ['1.2.3.4-2019', 'no octet'],
    ['foo.bar::baz', 'scope'],
  ],
)
