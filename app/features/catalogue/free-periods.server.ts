import Holidays from 'date-holidays'
import { dayOf, today } from '#app/platform/clock.ts'
import type { Db, Transaction } from '#db/client.server.ts'
import type { HolidayRegion, MeetingStatus } from '#db/schema.ts'
import { type FreePeriod, freePeriodOn } from './planning.ts'

const publicHolidays = new Holidays('NL', { types: ['public', 'bank'] })

/**
 * School holidays of these regions and the public holidays, from `firstDay` to `lastDay`, in order of their first day.
 * Good Friday and Liberation Day count: schools mostly close.
 */
export async function listFreePeriods(
  db: Db | Transaction,
  regions: readonly HolidayRegion[],
  firstDay: string,
  lastDay: string,
): Promise<FreePeriod[]> {
  const school =
    regions.length === 0
      ? []
      : await db
          .selectFrom('schoolHoliday')
          .select(['name', 'holidayRegion', 'startsOn', 'endsOn', 'confirmed'])
          .where('holidayRegion', 'in', regions)
          .where('startsOn', '<=', lastDay)
          .where('endsOn', '>=', firstDay)
          .execute()
  const periods: FreePeriod[] = school.map((row) => ({
    name: `${row.name} (regio ${regionName(row.holidayRegion)})`,
    startsOn: row.startsOn,
    endsOn: row.endsOn,
    confirmed: row.confirmed,
  }))
  for (let year = Number(firstDay.slice(0, 4)); year <= Number(lastDay.slice(0, 4)); year++) {
    for (const holiday of publicHolidays.getHolidays(year, 'nl')) {
      const day = holiday.date.slice(0, 10)
      if (day >= firstDay && day <= lastDay) {
        periods.push({ name: holiday.name, startsOn: day, endsOn: day, confirmed: true })
      }
    }
  }
  return periods.sort((one, other) => one.startsOn.localeCompare(other.startsOn))
}

/**
 * The planned meetings still to come that fall in a free period, with which one: for the holidays of every school here,
 * because participants come from all of them. `meetings` in order of time.
 */
export async function listMeetingsInFreePeriods(
  db: Db,
  meetings: readonly { status: MeetingStatus; startsAt: Date }[],
): Promise<{ day: string; period: FreePeriod }[]> {
  const days = meetings
    .filter(({ status }) => status === 'planned')
    .map(({ startsAt }) => dayOf(startsAt))
    .filter((day) => day >= today())
  const [first, last] = [days[0], days.at(-1)]
  if (!first || !last) return []
  const periods = await listFreePeriods(db, await listHolidayRegions(db), first, last)
  return days.flatMap((day) =>
    periods.filter((period) => freePeriodOn(day, [period])).map((period) => ({ day, period })),
  )
}

async function listHolidayRegions(db: Db): Promise<HolidayRegion[]> {
  const rows = await db
    .selectFrom('site')
    .select('holidayRegion')
    .distinct()
    .orderBy('holidayRegion')
    .execute()
  return rows.map((row) => row.holidayRegion)
}

export function regionName(region: HolidayRegion): string {
  return { noord: 'Noord', midden: 'Midden', zuid: 'Zuid' }[region]
}
