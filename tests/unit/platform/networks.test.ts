import { expect, test } from 'vitest'
import { networkOf } from '#app/platform/http/incoming.ts'
import { loggablePath } from '#app/platform/loggable-path.ts'

test.for([
  ['10.1.2.3', '10.1.2.3'],
  ['::ffff:10.1.2.3', '10.1.2.3'],
  ['2001:db8:1:2:aaaa:bbbb:cccc:dddd', '2001:db8:1:2::/64'],
  ['2001:DB8:1:2::1', '2001:db8:1:2::/64'],
  ['2001:db8::1', '2001:db8:0:0::/64'],
  ['::1', '0:0:0:0::/64'],
  ['fe80::1%eth0', 'fe80:0:0:0::/64'],
  ['', ''],
] as const)('%s is counted as %s', ([ip, network]) => {
  expect(networkOf(ip)).toBe(network)
})

test('two addresses of one IPv6 network are one, of two networks two', () => {
  expect(networkOf('2001:db8:1:2::1')).toBe(networkOf('2001:db8:1:2:ffff::9'))
  expect(networkOf('2001:db8:1:2::1')).not.toBe(networkOf('2001:db8:1:3::1'))
})

test('a log never holds what opens something', () => {
  const token = 'A1b2_'.repeat(9)
  expect(loggablePath(`/inloggen/${token}`)).toBe('/inloggen/…')
  expect(loggablePath(`/inloggen/${token}.data`)).toBe('/inloggen/…')
  expect(loggablePath('/certificaten/ABCD2345EFGH6789')).toBe('/certificaten/…')
  expect(loggablePath('/beheer/mensen/12')).toBe('/beheer/mensen/12')
})
