import { expect, test } from 'vitest'
import { ownPath } from '#app/platform/own-path.ts'

test('a path of this portal is kept, with its question and its place', () => {
  expect(ownPath('/mijn/account?x=1#school')).toBe('/mijn/account?x=1#school')
  expect(ownPath('/')).toBe('/')
})

test.each([
  'https://evil.example/',
  '//evil.example',
  '/\\evil.example',
  '\\\\evil.example',
  '/\t/evil.example',
  '/\n/evil.example',
  '/.//evil.example',
  '/a/..//evil.example',
  'javascript:alert(1)',
  'mijn',
  '',
  ' /mijn',
  `/${'x'.repeat(3000)}`,
])('%j leads elsewhere, and is not followed', (value) => {
  expect(ownPath(value)).toBeUndefined()
})
