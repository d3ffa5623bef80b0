import { expect, test } from 'vitest'
import { entitledMinutes } from '#app/features/dossier/hours.server.ts'

const teacher = { organisationId: 1, agreement: 'CAO VO', staffKind: 'teacher', factor: 1 }

test('a full-time teacher in secondary education has 83 hours a year', () => {
  expect(entitledMinutes([teacher])).toBe(83 * 60)
})

test('part-time work counts pro rata, and two employers add up', () => {
  const mbo = { organisationId: 2, agreement: 'CAO mbo', staffKind: 'primary_process', factor: 0.5 }
  expect(entitledMinutes([{ ...teacher, factor: 0.5 }, mbo])).toBe((41.5 + 29.5) * 60)
})

test('two roles with one employer are one job', () => {
  expect(entitledMinutes([teacher, { ...teacher, staffKind: 'support_staff' }, teacher])).toBe(83 * 60)
})

test('without a known agreement nothing is promised', () => {
  expect(entitledMinutes([{ ...teacher, agreement: 'CAO zorg' }])).toBeUndefined()
})
