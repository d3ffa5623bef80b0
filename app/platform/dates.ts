import { Temporal } from 'temporal-polyfill'
import { timeZone } from './clock.ts'

/**
 * Days and times as people type them. A day is `YYYY-MM-DD`, a time `HH:MM`, both as on the wall in Amsterdam;
 * an instant is a `Date`. Stays on the server: pages get finished words.
 */

const months = ['jan', 'feb', 'mrt', 'apr', 'mei', 'jun', 'jul', 'aug', 'sep', 'okt', 'nov', 'dec']

/** `3-12-2026`, `3/12/26`, `3 december 2026`, `2026-12-03` → `2026-12-03`; undefined for what is no day. */
export function parseDay(typed: string): string | undefined {
  const value = typed.trim().toLowerCase()
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(value)
  if (iso) return dayFrom(Number(iso[1]), Number(iso[2]), Number(iso[3]))
  const dutch = /^(\d{1,2})[-/. ](\d{1,2})[-/. ](\d{4}|\d{2})$/.exec(value)
  if (dutch) return dayFrom(fullYear(dutch[3]), Number(dutch[2]), Number(dutch[1]))
  const words = /^(\d{1,2}) ([a-z]{3,9})\.? (\d{4}|\d{2})$/.exec(value)
  if (!words) return undefined
  const name = words[2] === 'maart' ? 'mrt' : (words[2] ?? '').slice(0, 3)
  return dayFrom(fullYear(words[3]), months.indexOf(name) + 1, Number(words[1]))
}

function fullYear(typed: string | undefined): number {
  return Number(typed) + (typed?.length === 2 ? 2000 : 0)
}

function dayFrom(year: number, month: number, day: number): string | undefined {
  if (year < 1900 || year > 2200) return undefined
  try {
    return Temporal.PlainDate.from({ year, month, day }, { overflow: 'reject' }).toString()
  } catch {
    return undefined
  }
}

/** `9:00`, `9.00`, `09:00`, `9 uur`, `1330` → `HH:MM`; undefined for what is no time. */
export function parseTime(typed: string): string | undefined {
  const match = /^(\d{1,2})(?:[:.]?(\d{2}))?(?:\s*uur)?$/.exec(typed.trim().toLowerCase())
  if (!match) return undefined
  const hour = Number(match[1])
  const minute = Number(match[2] ?? 0)
  if (hour > 23 || minute > 59) return undefined
  return `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`
}

/** The instant at which the clocks in Amsterdam show this day and time. */
export function instantAt(day: string, time: string): Date {
  return new Date(
    Temporal.PlainDateTime.from(`${day}T${time}`).toZonedDateTime(timeZone, { disambiguation: 'compatible' })
      .epochMilliseconds,
  )
}

/** The time on the clocks in Amsterdam, `HH:MM`. */
export function timeOf(instant: Date): string {
  return Temporal.Instant.fromEpochMilliseconds(instant.getTime())
    .toZonedDateTimeISO(timeZone)
    .toPlainTime()
    .toString({ smallestUnit: 'minute' })
}

export function addDays(day: string, days: number): string {
  return Temporal.PlainDate.from(day).add({ days }).toString()
}

/** The same day of a later month, or the last one where there is none: 31 January plus a month is 28 February. */
export function addMonths(day: string, count: number): string {
  return Temporal.PlainDate.from(day).add({ months: count }).toString()
}

/** 1 is Monday, 7 is Sunday. */
export function weekdayOf(day: string): number {
  return Temporal.PlainDate.from(day).dayOfWeek
}

/** The school year in which a day falls: from 1 August; `2026-27`. */
export function schoolYearOf(day: string): string {
  const date = Temporal.PlainDate.from(day)
  const first = date.month >= 8 ? date.year : date.year - 1
  return `${first}-${String((first + 1) % 100).padStart(2, '0')}`
}

/** The first day of that school year. */
export function schoolYearStart(day: string): string {
  return `${schoolYearOf(day).slice(0, 4)}-08-01`
}

/** Days from one day to another; negative when the other is earlier. */
export function daysBetween(from: string, to: string): number {
  return Temporal.PlainDate.from(from).until(Temporal.PlainDate.from(to), { largestUnit: 'day' }).days
}
