import { describe, expect, test } from 'vitest'
import {
  type Availability,
  bestDates,
  countByHalfDay,
  type Search,
} from '#app/features/interest/best-dates.ts'
import { type HalfDay, halfDayFrom, halfDayNumber, halfDayOfWeek } from '#app/features/interest/half-day.ts'

const can = (personId: number, halfDays: HalfDay[], more: Partial<Availability> = {}): Availability => ({
  personId,
  people: 1,
  halfDays,
  fromDay: null,
  untilDay: null,
  ...more,
})

// 7 December 2026 is a Monday.
const search = (more: Partial<Search>): Search => ({
  wishes: [],
  firstDay: '2026-12-07',
  lastDay: '2026-12-20',
  length: 'half',
  closed: [],
  taken: new Set(),
  busy: new Map(),
  ...more,
})
const days = (more: Partial<Search>) =>
  bestDates(search(more), 6).map(({ day, parts, can }) => `${day} ${parts.join('+')} ${can}`)

describe('the best dates', () => {
  test('are those on which the most can, the soonest first, and two of each half-day of the week', () => {
    const wishes = [
      can(1, ['tue_afternoon', 'thu_evening']),
      can(2, ['thu_evening']),
      can(3, ['mon_morning']),
    ]
    expect(days({ wishes })).toEqual([
      '2026-12-10 evening 2',
      '2026-12-17 evening 2',
      '2026-12-07 morning 1',
      '2026-12-08 afternoon 1',
      '2026-12-14 morning 1',
      '2026-12-15 afternoon 1',
    ])
  })

  test('count everyone that a lead speaks for', () => {
    const wishes = [can(1, ['mon_morning'], { people: 4 }), can(2, ['tue_morning'])]
    expect(bestDates(search({ wishes }), 1)).toEqual([
      { day: '2026-12-07', parts: ['morning'], can: 4, total: 5 },
    ])
  })

  test('are not in a holiday, nor where the room or the trainer is taken', () => {
    const wishes = [can(1, ['mon_morning'])]
    const closed = [{ name: 'Kerst', startsOn: '2026-12-14', endsOn: '2026-12-20', confirmed: true }]
    expect(days({ wishes, closed })).toEqual(['2026-12-07 morning 1'])
    const taken = new Set([halfDayNumber('2026-12-07', 'morning')])
    expect(days({ wishes, taken })).toEqual(['2026-12-14 morning 1'])
  })

  test('leave out who is elsewhere then, and days outside of what somebody said', () => {
    const busy = new Map([[1, new Set([halfDayNumber('2026-12-07', 'morning')])]])
    const wishes = [can(1, ['mon_morning']), can(2, ['mon_morning'], { untilDay: '2026-12-10' })]
    expect(days({ wishes, busy })).toEqual(['2026-12-07 morning 1', '2026-12-14 morning 1'])
  })

  test('of a whole day ask for the morning and the afternoon both', () => {
    const wishes = [can(1, ['mon_morning', 'mon_afternoon']), can(2, ['mon_morning'])]
    expect(days({ wishes, length: 'day' })).toEqual([
      '2026-12-07 morning+afternoon 1',
      '2026-12-14 morning+afternoon 1',
    ])
  })

  test('are none when nobody can', () => {
    expect(days({ wishes: [] })).toEqual([])
  })
})

test('half-days are counted by how many people can, each apart', () => {
  const counts = countByHalfDay([
    can(1, ['mon_morning', 'fri_evening'], { people: 3 }),
    can(2, ['fri_evening']),
  ])
  expect(counts).toMatchObject({ mon_morning: 3, fri_evening: 4, tue_morning: 0 })
})

test('the number of a half-day gives its day and part back, and none for the week in a weekend', () => {
  const number = halfDayNumber('2026-12-11', 'evening')
  expect(halfDayFrom(number)).toEqual({ day: '2026-12-11', part: 'evening' })
  expect(halfDayOfWeek(number)).toBe('fri_evening')
  expect(halfDayOfWeek(number + 1)).toBeUndefined()
})
