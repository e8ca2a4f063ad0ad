import { expect, test } from 'vitest'
import { driverLicense } from '../../../src/detect/checks/driver-license'

test.each([
  ['CA', 'D1234567', true],
  ['ca', 'd1234567', true],
  ['CA', 'D123456', false],
  ['CA', '12345678', false],
  ['TX', '12345678', true],
  ['TX', '123456', false],
  ['FL', 'A123456789012', true],
  ['IA', '123AB4567', true],
  ['IA', '123456789', true],
  ['NH', '12ABC34567', true],
  ['ID', 'AB123456C', true],
  ['ME', '1234567A', true],
  ['MO', 'A123456R', true],
  ['WA', 'LEEANA123Z9B', true],
  ['WA', 'LEEANA123', false],
  ['WV', 'AB12345', true],
  ['NY', '123456789', true],
  ['NY', '1234567', false],
  ['AL', '', false],
  ['ZZ', '12345678', false],
])('%s %s: %s', (state, number, valid) => expect(driverLicense(state, number)).toBe(valid))
