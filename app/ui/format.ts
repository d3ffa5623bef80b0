/**
 * Days, hours, numbers and amounts as they are written in Dutch. A day is a `YYYY-MM-DD` string or the day in
 * Amsterdam of an instant. The formatters are made once: making one costs more than using it a thousand times.
 */
import { timeZone } from '#app/platform/clock.ts'

const dayFormatter = (options: Intl.DateTimeFormatOptions) =>
  new Intl.DateTimeFormat('nl-NL', { timeZone, ...options })

const dayMonth = dayFormatter({ day: 'numeric', month: 'short' })
const dayMonthYear = dayFormatter({ day: 'numeric', month: 'short', year: 'numeric' })
const dayLongMonthYear = dayFormatter({ day: 'numeric', month: 'long', year: 'numeric' })
const longDay = dayFormatter({ weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' })
const longDayWithoutYear = dayFormatter({ weekday: 'long', day: 'numeric', month: 'long' })
const dateNumber = dayFormatter({ day: 'numeric', month: 'numeric', year: 'numeric' })
const dayNumber = dayFormatter({ day: 'numeric' })
const shortMonth = dayFormatter({ month: 'short' })
const shortWeekday = dayFormatter({ weekday: 'short' })
const monthYear = dayFormatter({ month: 'long', year: 'numeric' })
const clockTime = dayFormatter({ hour: '2-digit', minute: '2-digit', hour12: false })
const number = new Intl.NumberFormat('nl-NL', { maximumFractionDigits: 2 })
const wholeEuros = new Intl.NumberFormat('nl-NL', {
  style: 'currency',
  currency: 'EUR',
  maximumFractionDigits: 0,
})
const euros = new Intl.NumberFormat('nl-NL', { style: 'currency', currency: 'EUR' })

/** An instant, or a day as `YYYY-MM-DD`. */
export type DayLike = Date | string

/** Noon: far from both midnights, in summer and winter. */
const asInstant = (day: DayLike): Date =>
  typeof day === 'string' ? new Date(`${day.slice(0, 10)}T12:00:00Z`) : day

/** '9 dec' */
export const formatDay = (day: DayLike): string => dayMonth.format(asInstant(day))

/** '9 dec 2026' */
export const formatDayYear = (day: DayLike): string => dayMonthYear.format(asInstant(day))

/** '9 december 2026' */
export const formatFullDay = (day: DayLike): string => dayLongMonthYear.format(asInstant(day))

/** 'dinsdag 24 november 2026' */
export const formatLongDay = (day: DayLike): string => longDay.format(asInstant(day))

/** 'dinsdag 24 november' */
export const formatWeekday = (day: DayLike): string => longDayWithoutYear.format(asInstant(day))

/** '3-12-2026', as people type it. */
export const formatTypedDay = (day: DayLike): string => dateNumber.format(asInstant(day))

/** 'november 2026' */
export const formatMonth = (day: DayLike): string => monthYear.format(asInstant(day))

/** The three parts of a day in an agenda: '26', 'nov', 'do'. */
export function formatDayParts(day: DayLike): { day: string; month: string; weekday: string } {
  const instant = asInstant(day)
  return {
    day: dayNumber.format(instant),
    month: shortMonth.format(instant),
    weekday: shortWeekday.format(instant),
  }
}

/** '13.00', '9.30' */
export function formatTime(instant: Date): string {
  return clockTime
    .format(instant)
    .replace(':', '.')
    .replace(/^0(?=\d)/, '')
}

/** '13.00–17.00 uur' */
export const formatTimeRange = (start: Date, end: Date): string =>
  `${formatTime(start)}–${formatTime(end)} uur`

/** '24 nov 2026, 13.04 uur' */
export const formatMoment = (instant: Date): string => `${formatDayYear(instant)}, ${formatTime(instant)} uur`

/** '9–11 dec 2026', '30 nov – 4 dec 2026', '9 dec 2026' */
export function formatDayRange(first: DayLike, last: DayLike): string {
  const [from, to] = [formatDayYear(first), formatDayYear(last)]
  if (from === to) return from
  const [fromDay, fromMonth, fromYear] = from.split(' ')
  const [, toMonth, toYear] = to.split(' ')
  if (fromYear !== toYear) return `${from} – ${to}`
  return fromMonth === toMonth ? `${fromDay}–${to}` : `${fromDay} ${fromMonth} – ${to}`
}

/** '4 uur', '4,5 uur', '45 minuten', '1 uur en 40 minuten' */
export function formatMinutes(minutes: number): string {
  if (minutes === 0) return '0 uur'
  if (minutes < 60) return formatCount(minutes, 'minuut', 'minuten')
  if (minutes % 15 === 0) return `${number.format(minutes / 60)} uur`
  return `${number.format(Math.floor(minutes / 60))} uur en ${formatCount(minutes % 60, 'minuut', 'minuten')}`
}

/** '€ 125', '€ 12,50' (with a space that does not break) */
export const formatCents = (cents: number): string =>
  (cents % 100 === 0 ? wholeEuros : euros).format(cents / 100)

/** '12.345', '4,5' */
export const formatNumber = (value: number): string => number.format(value)

/** '1 deelnemer', '14 deelnemers' */
export const formatCount = (count: number, one: string, many: string): string =>
  `${number.format(count)} ${count === 1 ? one : many}`

/** 'VCA, BHV en NEN 3140' */
const conjunction = new Intl.ListFormat('nl-NL', { type: 'conjunction' })
export const formatList = (items: Iterable<string>): string => conjunction.format(items)

/** 'fijnstoffilter' becomes 'Fijnstoffilter'. */
export const capitalise = (text: string): string => text.charAt(0).toLocaleUpperCase('nl-NL') + text.slice(1)

/** The size of a file: '9 kB', '1,4 MB'. */
export function formatBytes(bytes: number): string {
  return bytes < 1_000_000
    ? `${formatNumber(Math.max(1, Math.round(bytes / 1000)))} kB`
    : `${formatNumber(Math.round(bytes / 100_000) / 10)} MB`
}
