import { describe, expect, test } from 'vitest'
import { dueReminder, nextRenewal, type RenewalEdition, reminderDay } from '#app/features/dossier/renewal.ts'
import { heldOf, type PaperRow } from '#app/features/qualifications/holding.ts'
import type { Stand } from '#app/features/qualifications/qualification.ts'

const summers = [{ startsOn: '2026-07-11', endsOn: '2026-08-23' }]
const stand = (until: string | null, values: Partial<Stand> = {}): Stand => ({
  standing: 'valid',
  until,
  since: '2024-01-01',
  endsBy: 'paper',
  ...values,
})

describe('the day of a reminder', () => {
  test('is so many months before the last day', () => {
    expect(reminderDay('2026-12-20', 3, summers)).toBe('2026-09-20')
    expect(reminderDay('2027-05-31', 3, summers)).toBe('2027-02-28')
  })

  test('comes before a summer holiday that it would fall in', () => {
    expect(reminderDay('2026-10-15', 3, summers)).toBe('2026-07-01')
    expect(reminderDay('2026-10-11', 3, summers)).toBe('2026-07-01')
    expect(reminderDay('2026-11-23', 3, summers)).toBe('2026-07-01')
    expect(reminderDay('2026-10-10', 3, summers)).toBe('2026-07-10')
    expect(reminderDay('2026-11-24', 3, summers)).toBe('2026-08-24')
  })
})

describe('the reminder that is due', () => {
  const due = (until: string | null, today: string, values?: Partial<Stand>) =>
    dueReminder(stand(until, values), [6, 3, 1], today, summers)

  test('is the last one whose day came', () => {
    expect(due('2027-05-01', '2026-10-31')).toBeUndefined()
    expect(due('2027-05-01', '2026-11-01')).toBe(6)
    expect(due('2027-05-01', '2027-01-31')).toBe(6)
    expect(due('2027-05-01', '2027-02-01')).toBe(3)
    expect(due('2027-05-01', '2027-05-01')).toBe(1)
  })

  test('is none for what lapsed, never lapses or is not valid', () => {
    expect(due('2027-05-01', '2027-05-02')).toBeUndefined()
    expect(due(null, '2027-05-02')).toBeUndefined()
    expect(due('2027-05-01', '2027-04-30', { since: null })).toBeUndefined()
  })

  test('is a month before where the employer has to sign', () => {
    expect(due('2027-05-01', '2027-02-01', { endsBy: 'confirmation' })).toBeUndefined()
    expect(due('2027-05-01', '2027-04-01', { endsBy: 'designation' })).toBe(1)
  })
})

describe('what renews it', () => {
  const paper = (validUntil: string): PaperRow => ({
    id: 1,
    personId: 1,
    typeCode: 'BHV',
    title: 'BHV',
    scope: null,
    issuedOn: '2025-12-21',
    validUntil,
    confirmEveryMonths: null,
    confirmedOn: [],
    needsDesignation: false,
    designations: [],
    verification: 'verified',
    withdrawnAt: null,
    remindMonthsBefore: [2, 1],
  })
  const held = (validUntil: string) => heldOf([paper(validUntil)], '2026-11-27')[0]!
  const edition = (day: string, allowed: number | null, typeCode = 'BHV'): RenewalEdition => ({
    editionId: 1,
    code: '2026-27-1',
    slug: 'bhv',
    title: allowed === null ? 'basis' : 'herhaling',
    typeCode,
    startsAt: new Date(`${day}T09:00:00Z`),
    firstDay: day,
    left: 3,
    lapsedMonthsAllowed: allowed,
  })

  test('is the nearest, and one for who holds it already before one that begins from nothing', () => {
    const editions = [edition('2026-12-10', null), edition('2027-03-01', 12), edition('2027-01-15', 12)]
    expect(nextRenewal(held('2026-12-20'), editions)).toMatchObject({ firstDay: '2027-01-15' })
  })

  test('is one that still takes them by then', () => {
    const editions = [edition('2026-12-10', null), edition('2027-01-15', 0)]
    expect(nextRenewal(held('2026-12-20'), editions)).toMatchObject({ title: 'basis' })
    expect(nextRenewal(held('2027-01-15'), editions)).toMatchObject({ title: 'herhaling' })
  })

  test('is none of another sort', () => {
    expect(nextRenewal(held('2026-12-20'), [edition('2026-12-10', null, 'EHBO')])).toBeUndefined()
  })
})
