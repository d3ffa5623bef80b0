import { describe, expect, test } from 'vitest'
import {
  addMonths,
  instantAt,
  parseDay,
  parseTime,
  schoolYearOf,
  schoolYearStart,
  timeOf,
} from '#app/platform/dates.ts'

describe('a day as people type it', () => {
  test.each([
    ['3-12-2026', '2026-12-03'],
    ['03/12/2026', '2026-12-03'],
    ['3.12.26', '2026-12-03'],
    ['3 december 2026', '2026-12-03'],
    ['3 mrt 2027', '2027-03-03'],
    ['3 maart 2027', '2027-03-03'],
    [' 2026-12-03 ', '2026-12-03'],
    ['29-2-2028', '2028-02-29'],
  ])('%s is %s', (typed, day) => {
    expect(parseDay(typed)).toBe(day)
  })
  test.each([
    '',
    '31-2-2026',
    '29-2-2027',
    '12-2026',
    'morgen',
    '3 foo 2026',
    '0-1-2026',
    '1-13-2026',
    '1-1-0001',
  ])('%s is no day', (typed) => {
    expect(parseDay(typed)).toBeUndefined()
  })
})

describe('a time as people type it', () => {
  test.each([
    ['9', '09:00'],
    ['9.30', '09:30'],
    ['13:30', '13:30'],
    ['1330', '13:30'],
    ['9 uur', '09:00'],
  ])('%s is %s', (typed, time) => {
    expect(parseTime(typed)).toBe(time)
  })
  test.each(['', '25:00', '12:75', 'half twee', '9:3'])('%s is no time', (typed) => {
    expect(parseTime(typed)).toBeUndefined()
  })
})

test('a meeting keeps its wall-clock time on both sides of a clock change', () => {
  expect(instantAt('2026-10-24', '13:00').toISOString()).toBe('2026-10-24T11:00:00.000Z')
  expect(instantAt('2026-10-26', '13:00').toISOString()).toBe('2026-10-26T12:00:00.000Z')
  expect(timeOf(instantAt('2026-03-29', '09:00'))).toBe('09:00')
})

test('a month later is never a month too far', () => {
  expect(addMonths('2027-01-31', 1)).toBe('2027-02-28')
  expect(addMonths('2024-02-29', 120)).toBe('2034-02-28')
})

test('a school year begins on 1 August', () => {
  expect(schoolYearOf('2026-07-31')).toBe('2025-26')
  expect(schoolYearOf('2026-08-01')).toBe('2026-27')
  expect(schoolYearStart('2027-02-01')).toBe('2026-08-01')
})
