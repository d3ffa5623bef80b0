import { describe, expect, test } from 'vitest'
import {
  approvalStep,
  type EditionFacts,
  isLate,
  mayHandOver,
  mayLeave,
  offerUntil,
  place,
  promotion,
  schoolDaysBetween,
  schoolYearStart,
  whyClosed,
} from '#app/features/enrolment/enrolment.ts'

const now = new Date('2026-11-24T10:00:00Z')
const inHours = (hours: number) => new Date(now.getTime() + hours * 3_600_000)
const anEdition = (values: Partial<EditionFacts> = {}): EditionFacts => ({
  status: 'open',
  capacity: 12,
  placesHeld: 0,
  waiting: 0,
  enrolUntil: null,
  leaveUntil: null,
  startsAt: inHours(24 * 30),
  endsAt: inHours(24 * 30 + 4),
  ...values,
})

describe('a newcomer', () => {
  test('gets a place when one is free', () => {
    expect(place(anEdition(), false)).toBe('confirmed')
  })
  test('waits for the team where it wants to approve', () => {
    expect(place(anEdition(), true)).toBe('requested')
  })
  test('waits in line when every place is held', () => {
    expect(place(anEdition({ placesHeld: 12 }), false)).toBe('waitlisted')
    expect(place(anEdition({ placesHeld: 12 }), true)).toBe('waitlisted')
  })
  test('never passes the people who wait, even when a place is free', () => {
    expect(place(anEdition({ placesHeld: 11, waiting: 1 }), false)).toBe('waitlisted')
  })
})

describe('enrolling is closed', () => {
  test.each([
    ['cancelled', { status: 'cancelled' as const }],
    ['closed', { status: 'closed' as const }],
    ['not_open_yet', { status: 'planned' as const }],
    ['undated', { startsAt: null }],
    ['started', { startsAt: now }],
    ['past_deadline', { enrolUntil: inHours(-1) }],
  ])('when it is %s', (reason, values) => {
    expect(whyClosed(anEdition(values), now)).toBe(reason)
  })
  test('not for a coordinator who is past the deadline, but well for one who is past the start', () => {
    expect(whyClosed(anEdition({ enrolUntil: inHours(-1) }), now, { coordinator: true })).toBeUndefined()
    expect(whyClosed(anEdition({ startsAt: inHours(-1) }), now, { coordinator: true })).toBe('started')
  })
  test('not before the deadline', () => {
    expect(whyClosed(anEdition({ enrolUntil: inHours(1) }), now)).toBeUndefined()
  })
})

describe('a freed place', () => {
  test('is given more than seven days ahead', () => {
    expect(promotion(anEdition({ startsAt: inHours(7 * 24 + 1) }), now)).toBe('confirm')
  })
  test('is offered within seven days', () => {
    expect(promotion(anEdition({ startsAt: inHours(7 * 24) }), now)).toBe('offer')
  })
  test('goes to nobody in the last two hours, nor in an edition that does not run', () => {
    expect(promotion(anEdition({ startsAt: inHours(2) }), now)).toBe('none')
    expect(promotion(anEdition({ status: 'cancelled' }), now)).toBe('none')
    expect(promotion(anEdition({ status: 'planned' }), now)).toBe('none')
  })
  test('is none while all places are held', () => {
    expect(promotion(anEdition({ placesHeld: 12 }), now)).toBe('none')
  })
})

describe('an offer', () => {
  test('stands for a day', () => {
    expect(offerUntil(inHours(72), now)).toEqual(inHours(24))
  })
  test('ends two hours before the start at the latest', () => {
    expect(offerUntil(inHours(20), now)).toEqual(inHours(18))
  })
})

describe('leaving', () => {
  const confirmed = { status: 'confirmed' as const, leaveFreelyUntil: null }
  test('is late after the deadline', () => {
    expect(isLate(confirmed, anEdition({ leaveUntil: inHours(-1) }), now)).toBe(true)
    expect(isLate(confirmed, anEdition({ leaveUntil: inHours(1) }), now)).toBe(false)
  })
  test('is late after the start where there is no deadline', () => {
    expect(isLate(confirmed, anEdition({ startsAt: inHours(-1) }), now)).toBe(true)
  })
  test('is never late from a waiting list or an open request', () => {
    const edition = anEdition({ leaveUntil: inHours(-1) })
    expect(isLate({ ...confirmed, status: 'waitlisted' }, edition, now)).toBe(false)
    expect(isLate({ ...confirmed, status: 'requested' }, edition, now)).toBe(false)
  })
  test('is never late because a meeting moved', () => {
    const moved = { status: 'confirmed' as const, leaveFreelyUntil: inHours(1) }
    expect(isLate(moved, anEdition({ leaveUntil: inHours(-1) }), now)).toBe(false)
  })
  test('is possible until the last meeting is over, and only with a place or a wish', () => {
    expect(mayLeave('confirmed', anEdition({ endsAt: inHours(1) }), now)).toBe(true)
    expect(mayLeave('confirmed', anEdition({ endsAt: inHours(-1) }), now)).toBe(false)
    expect(mayLeave('withdrawn', anEdition(), now)).toBe(false)
    expect(mayLeave('confirmed', anEdition({ status: 'closed' }), now)).toBe(false)
  })
})

test('a place goes to a colleague until the first meeting, and only when it is confirmed', () => {
  expect(mayHandOver('confirmed', anEdition(), now)).toBe(true)
  expect(mayHandOver('requested', anEdition(), now)).toBe(false)
  expect(mayHandOver('confirmed', anEdition({ startsAt: inHours(-1) }), now)).toBe(false)
})

test('school days leave out weekends and holidays', () => {
  const holidays = [{ startsOn: '2026-12-19', endsOn: '2027-01-03' }]
  expect(schoolDaysBetween('2026-11-20', '2026-11-24', holidays)).toBe(2)
  expect(schoolDaysBetween('2026-12-18', '2027-01-04', holidays)).toBe(1)
  expect(schoolDaysBetween('2026-11-24', '2026-11-24', holidays)).toBe(0)
})

test('a school year begins on the first of August', () => {
  expect(schoolYearStart('2026-08-01')).toBe('2026-08-01')
  expect(schoolYearStart('2026-07-31')).toBe('2025-08-01')
})

describe('a request that nobody answers', () => {
  const request = {
    // A Tuesday.
    askedAt: new Date('2026-11-24T10:00:00Z'),
    remindedAt: null,
    toDeputyAt: null,
    toCoordinatorAt: null,
    enrolUntil: null,
    startsAt: new Date('2027-02-01T10:00:00Z'),
  }
  const dayOf = (instant: Date) => instant.toISOString().slice(0, 10)
  const on = (day: string, more = {}, holidays: { startsOn: string; endsOn: string }[] = []) =>
    approvalStep({ ...request, ...more }, new Date(`${day}T06:00:00Z`), dayOf, holidays)

  test('is recalled to the lead after three school days', () => {
    expect(on('2026-11-26')).toBeUndefined()
    expect(on('2026-11-27')).toBe('remind')
    expect(on('2026-11-30', { remindedAt: new Date() })).toBeUndefined()
  })
  test('goes to the deputy after five', () => {
    expect(on('2026-12-01', { remindedAt: new Date() })).toBe('deputy')
    expect(on('2026-12-02', { remindedAt: new Date(), toDeputyAt: new Date() })).toBeUndefined()
  })
  test('counts no holidays', () => {
    expect(on('2026-11-27', {}, [{ startsOn: '2026-11-25', endsOn: '2026-11-29' }])).toBeUndefined()
  })
  test('goes to the coordinator on the closing date, once', () => {
    const enrolUntil = new Date('2026-11-25T22:00:00Z')
    expect(on('2026-11-25', { enrolUntil })).toBe('coordinator')
    expect(on('2026-11-26', { enrolUntil, toCoordinatorAt: new Date() })).toBeUndefined()
  })
})
