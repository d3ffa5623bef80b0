import { expect, test } from 'vitest'
import {
  addMonths,
  lastValidDay,
  standingOf,
  unmetRequirements,
} from '#app/features/qualifications/qualification.ts'

const vca = { typeCode: 'VCA-B', title: 'B-VCA', lapsedMonthsAllowed: 0 }
const held = (issuedOn: string, validUntil: string | null) => ({ typeCode: 'VCA-B', issuedOn, validUntil })

test('months are added by the calendar, up to the last day of a shorter month', () => {
  expect(addMonths('2026-01-31', 1)).toBe('2026-02-28')
  expect(addMonths('2026-11-30', 3)).toBe('2027-02-28')
  expect(addMonths('2024-02-29', 12)).toBe('2025-02-28')
  expect(addMonths('2026-03-15', 120)).toBe('2036-03-15')
})

test('a type without a term does not expire', () => {
  expect(lastValidDay('2026-03-15', null)).toBeNull()
  expect(lastValidDay('2026-03-15', 12)).toBe('2027-03-15')
})

test('a qualification suffices up to and including its last day', () => {
  expect(unmetRequirements([vca], [held('2020-01-01', '2026-12-01')], '2026-12-01')).toEqual([])
  expect(unmetRequirements([vca], [held('2020-01-01', '2026-12-01')], '2026-12-02')).toEqual([
    { ...vca, lapsedOn: '2026-12-01' },
  ])
})

test('one that lapsed no longer ago than allowed suffices', () => {
  const lenient = { ...vca, lapsedMonthsAllowed: 6 }
  expect(unmetRequirements([lenient], [held('2020-01-01', '2026-06-01')], '2026-12-01')).toEqual([])
  expect(unmetRequirements([lenient], [held('2020-01-01', '2026-05-31')], '2026-12-01')).toHaveLength(1)
})

test('what was never held, or only from a later day, is missing', () => {
  expect(unmetRequirements([vca], [], '2026-12-01')).toEqual([{ ...vca, lapsedOn: null }])
  expect(unmetRequirements([vca], [held('2027-01-01', null)], '2026-12-01')).toHaveLength(1)
})

test('the newest one counts', () => {
  const both = [held('2010-01-01', '2020-01-01'), held('2020-01-01', '2030-01-01')]
  expect(unmetRequirements([vca], both, '2026-12-01')).toEqual([])
})

test('what lapses within three months is told, and what lapsed too', () => {
  const today = '2026-11-24'
  expect(standingOf(null, today)).toBe('valid')
  expect(standingOf('2027-02-25', today)).toBe('valid')
  expect(standingOf('2027-02-24', today)).toBe('expiring')
  expect(standingOf(today, today)).toBe('expiring')
  expect(standingOf('2026-11-23', today)).toBe('lapsed')
})
