import { describe, expect, it } from 'vitest'
import { type EditionPlan, holidaysOf, planEditions } from '#db/seeds/demo/plan-editions.ts'
import {
  instantOf as at,
  dateMeetings,
  dayFrom,
  isPublicHoliday,
  schoolYearOf,
  teachingWeek,
} from '#db/seeds/teaching-weeks.ts'

const everyDay = Array.from({ length: 365 }, (_, i) => dayFrom('2026-08-01', { days: i }))
const autumn = [{ startsOn: '2026-10-10', endsOn: '2026-10-18' }]
const meeting = (weeks: number, weekday: number) => ({
  weeks,
  weekday,
  start: '13:00',
  end: '17:00',
  breakMinutes: 0,
})
const daysOf = (today: string, ...meetings: ReturnType<typeof meeting>[]) =>
  dateMeetings(today, [], meetings).map(({ day }) => day)

describe('teaching weeks', () => {
  it('skip a school holiday, forwards and backwards', () => {
    expect(teachingWeek('2026-10-07', autumn, 1).toString()).toBe('2026-10-19')
    expect(teachingWeek('2026-10-20', autumn, -1).toString()).toBe('2026-10-05')
  })

  it('count from the week of today, also on a Sunday and in a holiday', () => {
    expect(teachingWeek('2026-11-29', [], 1).toString()).toBe('2026-11-30')
    expect(teachingWeek('2026-10-14', autumn, 1).toString()).toBe('2026-10-19')
    expect(teachingWeek('2026-10-14', autumn, -1).toString()).toBe('2026-10-05')
  })

  it('move an edition one week on when one of its meetings would fall on a public holiday', () => {
    // 27 April 2027 is the King's birthday, a Tuesday.
    expect(daysOf('2027-04-14', meeting(1, 2), meeting(2, 2))).toEqual(['2027-05-04', '2027-05-11'])
  })

  it('move it back when moving on would make a past meeting reach today', () => {
    // 6 May 2027 is Ascension Day.
    expect(daysOf('2027-05-12', meeting(-1, 4))).toEqual(['2027-04-29'])
  })

  it('keep the wall clock on both sides of a clock change', () => {
    expect(at('2026-10-22', '13:00').toISOString()).toBe('2026-10-22T11:00:00.000Z')
    expect(at('2026-10-29', '13:00').toISOString()).toBe('2026-10-29T12:00:00.000Z')
  })

  it('belong to a school year that begins in August', () => {
    expect([schoolYearOf('2027-07-31'), schoolYearOf('2027-08-01')]).toEqual(['2026-27', '2027-28'])
  })
})

describe('the first catalogue, planned on each day of a school year', () => {
  const plans = everyDay.map((today) => ({ today, editions: planEditions(at(today, '09:00'), today) }))
  const each = (check: (today: string, edition: EditionPlan) => unknown) =>
    plans.flatMap(({ today, editions }) =>
      editions.filter((edition) => check(today, edition)).map((edition) => `${edition.key} on ${today}`),
    )

  it('keeps past in the past, next in the future, and one meeting today', () => {
    expect(
      each((today, { key, meetings }) => key.endsWith(':past') && meetings.some((m) => m.day >= today)),
    ).toEqual([])
    expect(
      each((today, { key, meetings }) => key.endsWith(':next') && meetings.some((m) => m.day <= today)),
    ).toEqual([])
    expect(
      each(
        (today, { key, meetings }) =>
          key.endsWith(':running') && meetings.findIndex((m) => m.day === today) !== 1,
      ),
    ).toEqual([])
  })

  it('keeps the meetings of an edition in order', () => {
    expect(
      each((_, { meetings }) => meetings.some((m, i) => i > 0 && m.startsAt <= meetings[i - 1]!.endsAt)),
    ).toEqual([])
  })

  it('meets on no public holiday and in no school holiday, except today', () => {
    expect(
      each((today, { meetings, offering }) =>
        meetings.some(
          ({ day }) =>
            day !== today &&
            (isPublicHoliday(day) || holidaysOf(offering).some((h) => h.startsOn <= day && day <= h.endsOn)),
        ),
      ),
    ).toEqual([])
  })

  it('books no room and no trainer twice at once', () => {
    const clashes = plans.flatMap(({ today, editions }) => {
      const all = editions.flatMap((edition) =>
        edition.meetings.map((m) => ({
          ...m,
          room: edition.place.room ? `${edition.place.site} ${edition.place.room}` : undefined,
        })),
      )
      return all.flatMap((a, i) =>
        all
          .slice(i + 1)
          .filter((b) => a.startsAt < b.endsAt && b.startsAt < a.endsAt)
          .filter((b) => a.trainer === b.trainer || (a.room && a.room === b.room))
          .map((b) => `${a.trainer}/${b.trainer} ${a.room} on ${b.day}, planned on ${today}`),
      )
    })
    expect(clashes).toEqual([])
  })

  it('gives every edition of an offering its own code', () => {
    for (const { editions } of plans) {
      const codes = editions.map((edition) => `${edition.offering.slug} ${edition.code}`)
      expect(new Set(codes).size).toBe(codes.length)
    }
  })
})
