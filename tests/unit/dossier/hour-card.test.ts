import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  type Appointment,
  type Entitlement,
  entitlementOf,
  schoolYearFrom,
  sumHours,
} from '#app/features/dossier/hour-card.ts'

const year = schoolYearFrom(2026)
const entitlements: Entitlement[] = [
  { agreement: 'CAO VO', staff: 'teacher', validFrom: '2016-08-01', hoursPerYear: 83 },
  { agreement: 'CAO VO', staff: 'support_staff', validFrom: '2016-08-01', hoursPerYear: 40 },
  { agreement: 'CAO mbo', staff: 'primary_process', validFrom: '2016-08-01', hoursPerYear: 59 },
]
const work = (values: Partial<Appointment> = {}): Appointment => ({
  organisationId: 1,
  organisation: 'School',
  agreement: 'CAO VO',
  staff: 'teacher',
  factor: 1,
  from: '2020-08-01',
  until: null,
  ...values,
})
const minutes = (appointments: Appointment[], known = entitlements) =>
  entitlementOf(year, appointments, known).reduce((sum, line) => sum + line.minutes, 0)

describe('what an agreement gives in a school year', () => {
  test('is its hours for a full-time teacher, and pro rata for part-time work', () => {
    expect(minutes([work()])).toBe(83 * 60)
    expect(minutes([work({ factor: 0.6 })])).toBe(Math.round(83 * 60 * 0.6))
  })

  test('of two employers adds up; of two roles with one employer the larger counts', () => {
    const mbo = work({ organisationId: 2, agreement: 'CAO mbo', staff: 'primary_process', factor: 0.5 })
    expect(minutes([work({ factor: 0.5 }), mbo])).toBe((41.5 + 29.5) * 60)
    expect(minutes([work({ staff: 'support_staff' }), work(), work()])).toBe(83 * 60)
  })

  test('changes on the day on which the part-time factor does', () => {
    const lines = entitlementOf(
      year,
      [work({ until: '2027-01-31' }), work({ factor: 0.5, from: '2027-02-01' })],
      entitlements,
    )
    expect(lines.map(({ from, until, factor, minutes }) => [from, until, factor, minutes])).toEqual([
      ['2026-08-01', '2027-01-31', 1, Math.round((83 * 60 * 184) / 365)],
      ['2027-02-01', '2027-07-31', 0.5, Math.round((83 * 60 * 0.5 * 181) / 365)],
    ])
  })

  test('changes on the day on which the agreement does, and not before', () => {
    const newer = { agreement: 'CAO VO', staff: 'teacher', validFrom: '2027-01-01', hoursPerYear: 100 }
    const lines = entitlementOf(year, [work()], [...entitlements, newer])
    expect(lines.map(({ from, hoursPerYear }) => [from, hoursPerYear])).toEqual([
      ['2026-08-01', 83],
      ['2027-01-01', 100],
    ])
    expect(minutes([work()], [...entitlements, { ...newer, validFrom: '2027-08-01' }])).toBe(83 * 60)
  })

  test('is for the part of the year that somebody worked, and nothing without a known agreement', () => {
    expect(minutes([work({ from: '2027-07-31' })])).toBe(Math.round((83 * 60) / 365))
    expect(minutes([work({ until: '2026-07-31' })])).toBe(0)
    expect(entitlementOf(year, [work({ agreement: 'CAO zorg' })], entitlements)).toEqual([])
  })

  test('never depends on how a stretch of work is cut up', () => {
    const day = fc.integer({ min: 1, max: 363 })
    fc.assert(
      fc.property(day, fc.double({ min: 0.1, max: 1, noNaN: true }), (offset, factor) => {
        const cut = new Date(Date.parse(year.from) + offset * 86_400_000).toISOString().slice(0, 10)
        const before = new Date(Date.parse(cut) - 86_400_000).toISOString().slice(0, 10)
        const whole = entitlementOf(year, [work({ factor })], entitlements)
        const parts = [work({ factor, until: before }), work({ factor, from: cut })]
        expect(entitlementOf(year, parts, entitlements)).toEqual(whole)
      }),
    )
  })
})

test('the sums of own choice, assigned and unknown make the total', () => {
  const row = (minutes: number, ownChoice: boolean | null) => ({
    source: 'attendance' as const,
    id: 1,
    title: '',
    day: '2026-09-01',
    minutes,
    ownChoice,
  })
  expect(sumHours([row(60, true), row(90, false), row(30, null), row(15, true)])).toEqual({
    total: 195,
    ownChoice: 75,
    assigned: 90,
    unknown: 30,
  })
})
