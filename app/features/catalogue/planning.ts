import { addDays, weekdayOf } from '#app/platform/dates.ts'

/** A stretch of days on which a site has no lessons, first and last day included. */
export type FreePeriod = { name: string; startsOn: string; endsOn: string; confirmed: boolean }

/** The period that a day falls in, if any. */
export function freePeriodOn(day: string, periods: readonly FreePeriod[]): FreePeriod | undefined {
  return periods.find((period) => period.startsOn <= day && day <= period.endsOn)
}

/**
 * The days of a series of `count` meetings that begins on `firstDay`: every `everyWeeks` weeks, or, when that is 0, on
 * working days that follow each other. Days in `skip` are passed over; the first day stays as chosen.
 */
export function seriesDays(
  firstDay: string,
  count: number,
  everyWeeks: number,
  skip: readonly FreePeriod[],
): string[] {
  const days = [firstDay]
  let day = firstDay
  // Two years of looking ahead is far past any school year: a list of holidays without end must not hang us.
  for (let tries = 0; days.length < count && tries < 730; tries++) {
    day = addDays(day, everyWeeks === 0 ? 1 : everyWeeks * 7)
    const weekend = everyWeeks === 0 && weekdayOf(day) > 5
    if (!weekend && !freePeriodOn(day, skip)) days.push(day)
  }
  return days
}
