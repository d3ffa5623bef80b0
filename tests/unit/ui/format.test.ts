import { describe, expect, test } from 'vitest'
import {
  capitalise,
  formatCents,
  formatCount,
  formatDay,
  formatDayParts,
  formatDayRange,
  formatDayYear,
  formatFullDay,
  formatList,
  formatLongDay,
  formatMinutes,
  formatMoment,
  formatMonth,
  formatNumber,
  formatTime,
  formatTimeRange,
  formatTypedDay,
  formatWeekday,
} from '#app/ui/format.ts'

describe('days', () => {
  test('are written in Dutch', () => {
    expect(formatDay('2026-12-09')).toBe('9 dec')
    expect(formatDayYear('2034-03-12')).toBe('12 mrt 2034')
    expect(formatFullDay('2026-12-09')).toBe('9 december 2026')
    expect(formatLongDay('2026-11-24')).toBe('dinsdag 24 november 2026')
    expect(formatWeekday('2026-11-24')).toBe('dinsdag 24 november')
    expect(formatMonth('2026-11-24')).toBe('november 2026')
    expect(formatTypedDay('2026-12-03')).toBe('3-12-2026')
  })

  test('of an instant are days in Amsterdam', () => {
    expect(formatDay(new Date('2026-12-08T23:30:00Z'))).toBe('9 dec')
    expect(formatDay(new Date('2026-06-08T22:30:00Z'))).toBe('9 jun')
  })

  test('have three parts in an agenda', () => {
    expect(formatDayParts('2026-11-26')).toEqual({ day: '26', month: 'nov', weekday: 'do' })
  })

  test('in a range say no more than needed', () => {
    expect(formatDayRange('2026-12-09', '2026-12-09')).toBe('9 dec 2026')
    expect(formatDayRange('2026-12-09', '2026-12-11')).toBe('9–11 dec 2026')
    expect(formatDayRange('2026-11-30', '2026-12-04')).toBe('30 nov – 4 dec 2026')
    expect(formatDayRange('2026-12-14', '2027-01-04')).toBe('14 dec 2026 – 4 jan 2027')
  })
})

describe('hours', () => {
  test('follow the clock in Amsterdam, summer and winter', () => {
    expect(formatTime(new Date('2026-11-26T12:00:00Z'))).toBe('13.00')
    expect(formatTime(new Date('2026-06-26T07:30:00Z'))).toBe('9.30')
    expect(formatTime(new Date('2026-11-25T23:05:00Z'))).toBe('0.05')
  })

  test('make a range and a moment', () => {
    const start = new Date('2026-11-26T12:00:00Z')
    expect(formatTimeRange(start, new Date('2026-11-26T16:00:00Z'))).toBe('13.00–17.00 uur')
    expect(formatMoment(start)).toBe('26 nov 2026, 13.00 uur')
  })

  test.each([
    [0, '0 uur'],
    [1, '1 minuut'],
    [45, '45 minuten'],
    [60, '1 uur'],
    [240, '4 uur'],
    [270, '4,5 uur'],
    [75, '1,25 uur'],
    [100, '1 uur en 40 minuten'],
  ])('%i minutes is %s', (minutes, words) => {
    expect(formatMinutes(minutes)).toBe(words)
  })
})

describe('numbers', () => {
  test('take a comma and dots', () => {
    expect(formatNumber(12345)).toBe('12.345')
    expect(formatNumber(4.5)).toBe('4,5')
  })

  test('of euros leave out empty cents', () => {
    expect(formatCents(12500)).toBe('€\u00a0125')
    expect(formatCents(1250)).toBe('€\u00a012,50')
    expect(formatCents(0)).toBe('€\u00a00')
  })

  test('count in one or many', () => {
    expect(formatCount(1, 'deelnemer', 'deelnemers')).toBe('1 deelnemer')
    expect(formatCount(0, 'deelnemer', 'deelnemers')).toBe('0 deelnemers')
    expect(formatCount(1400, 'plek', 'plekken')).toBe('1.400 plekken')
  })
})

test('words make a list and begin with a capital', () => {
  expect(formatList(['VCA', 'BHV', 'NEN 3140'])).toBe('VCA, BHV en NEN 3140')
  expect(capitalise('dinsdag')).toBe('Dinsdag')
})
