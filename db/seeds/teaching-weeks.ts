import Holidays from 'date-holidays'
import { Temporal } from 'temporal-polyfill'
import { timeZone } from '#app/platform/clock.ts'

/** First and last day of a school holiday, `YYYY-MM-DD`, of one holiday region. */
export type SchoolHoliday = { startsOn: string; endsOn: string }

type Times = { start: string; end: string; breakMinutes: number }
/** `weeks`: teaching weeks after (or, below zero, before) the week of today; `weekday`: 1 is Monday. */
export type MeetingInWeek = Times & { weeks: number; weekday: number }
export type MeetingToday = Times & { today: true }
export type RelativeMeeting = MeetingInWeek | MeetingToday

export type DatedMeeting = { day: string; startsAt: Date; endsAt: Date; breakMinutes: number }

/**
 * The dates of one edition. Weeks that are wholly or partly (Monday to Friday) in a school holiday do not count.
 * Where a meeting would fall on a public holiday, the edition moves one teaching week on; its part before today
 * moves back instead when it would otherwise reach today, so past stays past.
 */
export function dateMeetings(
  today: string,
  holidays: SchoolHoliday[],
  meetings: RelativeMeeting[],
): DatedMeeting[] {
  const inWeeks = meetings.filter((meeting) => 'weeks' in meeting)
  const before = placeWeeks(
    today,
    holidays,
    inWeeks.filter((meeting) => meeting.weeks < 0),
  )
  const after = placeWeeks(
    today,
    holidays,
    inWeeks.filter((meeting) => meeting.weeks >= 0),
  )
  return meetings.map((meeting) => {
    const day = 'weeks' in meeting ? (before.get(meeting) ?? after.get(meeting) ?? today) : today
    return {
      day,
      startsAt: instantOf(day, meeting.start),
      endsAt: instantOf(day, meeting.end),
      breakMinutes: meeting.breakMinutes,
    }
  })
}

function placeWeeks(
  today: string,
  holidays: SchoolHoliday[],
  meetings: MeetingInWeek[],
): Map<MeetingInWeek, string> {
  const last = Math.max(...meetings.map((meeting) => meeting.weeks))
  for (const shift of shifts(last)) {
    const days = meetings.map(({ weeks, weekday }) =>
      teachingWeek(today, holidays, weeks + shift)
        .add({ days: weekday - 1 })
        .toString(),
    )
    if (!days.some(isPublicHoliday)) return new Map(meetings.map((meeting, i) => [meeting, days[i]!]))
  }
  throw new Error('no teaching week within a year has room for these meetings')
}

/** On first, and for what lies before today also back: 0, 1, 2 … as long as it stays past, then -1, -2 … */
function shifts(last: number): number[] {
  const on = Array.from({ length: 52 }, (_, shift) => shift)
  if (last >= 0) return on
  return [...on.filter((shift) => last + shift < 0), ...on.map((shift) => -shift - 1)]
}

/** The Monday of the teaching week `count` weeks from the week of `today`; 0 is that week, whatever it is. */
export function teachingWeek(today: string, holidays: SchoolHoliday[], count: number): Temporal.PlainDate {
  const day = Temporal.PlainDate.from(today)
  let monday = day.subtract({ days: day.dayOfWeek - 1 })
  const step = Math.sign(count)
  for (let left = Math.abs(count); left > 0; ) {
    monday = monday.add({ weeks: step })
    if (!touchesHoliday(monday, holidays)) left--
  }
  return monday
}

function touchesHoliday(monday: Temporal.PlainDate, holidays: SchoolHoliday[]): boolean {
  const first = monday.toString()
  const last = monday.add({ days: 4 }).toString()
  return holidays.some((holiday) => holiday.startsOn <= last && holiday.endsOn >= first)
}

const calendar = new Holidays('NL', { types: ['public'] })
const publicHolidays = new Map<number, Set<string>>()

/** Whether the whole country is free that day. */
export function isPublicHoliday(day: string): boolean {
  const year = Number(day.slice(0, 4))
  let days = publicHolidays.get(year)
  if (!days) {
    days = new Set(calendar.getHolidays(year).map((holiday) => holiday.date.slice(0, 10)))
    publicHolidays.set(year, days)
  }
  return days.has(day)
}

/** The instant of a wall-clock time (`13:00`) in Amsterdam. */
export function instantOf(day: string, time: string): Date {
  const moment = Temporal.PlainDateTime.from(`${day}T${time}`).toZonedDateTime(timeZone)
  return new Date(moment.epochMilliseconds)
}

/** The day `count` days, weeks, months or years from `day`. */
export function dayFrom(
  day: string,
  count: { days?: number; weeks?: number; months?: number; years?: number },
): string {
  return Temporal.PlainDate.from(day).add(count).toString()
}

/** `2026-27`: school years run from the first of August. */
export function schoolYearOf(day: string): string {
  const year = Number(day.slice(0, 4)) - (day.slice(5, 7) < '08' ? 1 : 0)
  return `${year}-${String((year + 1) % 100).padStart(2, '0')}`
}
