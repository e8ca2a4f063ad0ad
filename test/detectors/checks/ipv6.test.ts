import { isIPv6 } from 'node:net'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { parseIpv6 } from '../../../src/detect/checks/ipv6'

/** Eight pairs are refused on purpose (EUI-64), and so is a text with a zone. */
const pairs = (s: string) => /^[0-9a-f]{2}(:[0-9a-f]{2}){7}$/i.test(s)

test('agrees with the runtime on well-formed and broken texts', () => {
  const part = fc.oneof(fc.stringMatching(/^[0-9a-f]{1,4}$/), fc.constantFrom('', '', 'ffff', '12345', '1.2.3.4', '0'))
  fc.assert(
    fc.property(fc.array(part, { minLength: 1, maxLength: 10 }), (parts) => {
      const s = parts.join(':')
      if (pairs(s) || s === '::') return
      expect(parseIpv6(s) !== null, s).toBe(isIPv6(s))
    }),
    { numRuns: 3000 },
  )
})

test.each(['2001:db8::1', '::', '::1', '::ffff:192.0.2.1', '1:2:3:4:5:6:7:8', '2001:db8::'])('RFC 4291: %s', (s) => {
  expect(parseIpv6(s)).not.toBeNull()
})

test.each(['1:2:3', '1::2::3', '12345::1', '::1.2.3', '::256.1.1.1', '::1e1.2.3.4', '::01.2.3.4', '00:11:22:33:44:55:66:77', ':1:2:3:4:5:6:7:8', '1:2:3:4:5:6:7::8:9'])('refused: %s', (s) => {
  expect(parseIpv6(s)).toBeNull()
})
