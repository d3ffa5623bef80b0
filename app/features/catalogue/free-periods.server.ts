import Holidays from 'date-holidays'
import type { Db, Transaction } from '#db/client.server.ts'
import type { HolidayRegion } from '#db/schema.ts'
import type { FreePeriod } from './planning.ts'

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

export function regionName(region: HolidayRegion): string {
  return { noord: 'Noord', midden: 'Midden', zuid: 'Zuid' }[region]
}
