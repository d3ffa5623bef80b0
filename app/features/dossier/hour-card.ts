import { addDays, daysBetween } from '#app/platform/dates.ts'

/** What somebody is entitled to in a school year, and what they did. Plain values in, plain answers out. */

/** A school year by its first day, and its last. */
export type SchoolYear = { from: string; until: string }

/** A stretch of work under an agreement. `until` null: it goes on. */
export type Appointment = {
  organisationId: number
  organisation: string
  agreement: string
  staff: string
  factor: number
  from: string
  until: string | null
}

/** What an agreement gives a full-time employee in a year, for days from `validFrom` on. */
export type Entitlement = { agreement: string; staff: string; validFrom: string; hoursPerYear: number }

/** A stretch of the year in which nothing changes: so many days at so many hours a year. */
export type EntitlementLine = {
  organisationId: number
  organisation: string
  agreement: string
  staff: string
  factor: number
  hoursPerYear: number
  from: string
  until: string
  minutes: number
}

/** The school year of its first day: from 1 August up to and including 31 July. */
export const schoolYearFrom = (firstYear: number): SchoolYear => ({
  from: `${firstYear}-08-01`,
  until: `${firstYear + 1}-07-31`,
})

type Stretch = Omit<EntitlementLine, 'minutes'>

/**
 * What the agreements give in a year, pro rata by day for part-time work and for part of the year. Two roles with one
 * employer are one job: the larger counts. Each line is whole minutes, and the total is their sum.
 */
export function entitlementOf(
  year: SchoolYear,
  appointments: readonly Appointment[],
  entitlements: readonly Entitlement[],
): EntitlementLine[] {
  const days = daysBetween(year.from, year.until) + 1
  const stretches: Stretch[] = []
  for (const [from, until] of segmentsOf(year, appointments, entitlements)) {
    for (const stretch of bestPerEmployer(from, until, appointments, entitlements)) {
      const last = stretches.find((one) => goesOn(one, stretch))
      if (last) last.until = stretch.until
      else stretches.push(stretch)
    }
  }
  return stretches.map((one) => ({
    ...one,
    minutes: Math.round((one.hoursPerYear * 60 * one.factor * (daysBetween(one.from, one.until) + 1)) / days),
  }))
}

/** The stretches of the year between the days on which anything begins or ends. */
function segmentsOf(
  { from, until }: SchoolYear,
  appointments: readonly Appointment[],
  entitlements: readonly Entitlement[],
): [string, string][] {
  const starts = [
    from,
    ...appointments.flatMap((one) => [one.from, ...(one.until === null ? [] : [addDays(one.until, 1)])]),
    ...entitlements.map(({ validFrom }) => validFrom),
  ]
  const inYear = [...new Set(starts.filter((day) => day >= from && day <= until))].sort()
  return inYear.map((day, index) => {
    const next = inYear[index + 1]
    return [day, next === undefined ? until : addDays(next, -1)]
  })
}

function bestPerEmployer(
  from: string,
  until: string,
  appointments: readonly Appointment[],
  entitlements: readonly Entitlement[],
): Stretch[] {
  const best = new Map<number, Stretch>()
  for (const { from: starts, until: ends, ...appointment } of appointments) {
    if (starts > from || (ends !== null && ends < from)) continue
    const hoursPerYear = entitledOn(from, appointment, entitlements)
    if (hoursPerYear === undefined) continue
    const stretch = { ...appointment, hoursPerYear, from, until }
    const known = best.get(appointment.organisationId)
    if (!known || worth(known) < worth(stretch)) best.set(appointment.organisationId, stretch)
  }
  return [...best.values()]
}

const worth = ({ hoursPerYear, factor }: Stretch) => hoursPerYear * factor

/** The hours in force on a day; undefined before the first, or for an agreement that is not known. */
function entitledOn(
  day: string,
  { agreement, staff }: { agreement: string; staff: string },
  entitlements: readonly Entitlement[],
): number | undefined {
  return entitlements
    .filter((one) => one.agreement === agreement && one.staff === staff && one.validFrom <= day)
    .sort((one, other) => (one.validFrom < other.validFrom ? 1 : -1))[0]?.hoursPerYear
}

const goesOn = (one: Stretch, next: Stretch) =>
  addDays(one.until, 1) === next.from &&
  one.organisationId === next.organisationId &&
  one.agreement === next.agreement &&
  one.staff === next.staff &&
  one.factor === next.factor &&
  one.hoursPerYear === next.hoursPerYear

/** Where hours come from. */
export type HourSource = 'certificate' | 'attendance' | 'past' | 'outside'

export type HourRow = {
  source: HourSource
  id: number
  title: string
  day: string
  minutes: number
  /** Null: not known, because it was taken over from before the portal. */
  ownChoice: boolean | null
}

export type HourSums = { total: number; ownChoice: number; assigned: number; unknown: number }

/** The rows added up, own choice and assigned apart; the parts make the total. */
export function sumHours(rows: readonly HourRow[]): HourSums {
  const sum = (wanted: (row: HourRow) => boolean) =>
    rows.filter(wanted).reduce((minutes, row) => minutes + row.minutes, 0)
  const [ownChoice, assigned, unknown] = [
    sum((row) => row.ownChoice === true),
    sum((row) => row.ownChoice === false),
    sum((row) => row.ownChoice === null),
  ]
  return { total: ownChoice + assigned + unknown, ownChoice, assigned, unknown }
}
