import { sql } from 'kysely'
import { type Appointment, entitlementOf, schoolYearFrom } from '#app/features/dossier/hour-card.ts'
import { listEntitlements } from '#app/features/dossier/hour-queries.server.ts'
import { now, today } from '#app/platform/clock.ts'
import { schoolYearOf } from '#app/platform/dates.ts'
import type { Db } from '#db/client.server.ts'
import { type FigureLine, listFigures } from './figure-queries.server.ts'

/** As much as fits one sheet of paper. */
const mostYears = 4
const mostLines = 8
/** Of fewer people than this nothing is told together: it would be about each of them. */
const fewestPeople = 5

export type SchoolReport = {
  year: string
  /** The last years, the latest first; with what was completed. */
  years: (Pick<FigureLine, 'key' | 'label' | 'participations' | 'people' | 'minutes'> & {
    completed: number
  })[]
  projects: FigureLine[]
  completed: { title: string; people: number }[]
  coming: { id: number; title: string; startsAt: Date; people: number }[]
  entitlement: { people: number; minutes: number; attended: number } | undefined
}

/** A school in numbers, without a name in it: this school year, those before, and what comes. */
export async function readSchoolReport(db: Db, organisationId: number): Promise<SchoolReport> {
  const year = schoolYearOf(today())
  const organisation = String(organisationId)
  const [years, projects, lists, entitlement] = await Promise.all([
    listFigures(db, { organisation }, 'year', { most: 40 }),
    listFigures(db, { organisation, year }, 'project', { most: 20 }),
    readLists(db, organisationId, Number(year.slice(0, 4))),
    readEntitlement(db, organisationId, Number(year.slice(0, 4))),
  ])
  const completedIn = new Map(lists.completedByYear?.map((one) => [one.year, one.people]))
  return {
    year,
    years: years.lines
      .toReversed()
      .slice(0, mostYears)
      .map(({ key, label, participations, people, minutes }) => ({
        key,
        label,
        participations,
        people,
        minutes,
        completed: completedIn.get(Number(key.slice(0, 4))) ?? 0,
      })),
    projects: projects.lines.filter(({ minutes }) => minutes > 0),
    completed: lists.completed ?? [],
    coming: (lists.coming ?? []).map((one) => ({ ...one, startsAt: new Date(one.startsAt) })),
    entitlement,
  }
}

type Lists = {
  completedByYear: { year: number; people: number }[] | null
  completed: { title: string; people: number }[] | null
  coming: { id: number; title: string; startsAt: string; people: number }[] | null
}

/** What was completed, in each year and by title in this one, and what its people are going to. */
async function readLists(db: Db, organisationId: number, year: number): Promise<Lists> {
  const { rows } = await sql<Lists>`
    with done as (
      select offering.title, enrolment.id,
        school_year((edition.ends_at at time zone 'Europe/Amsterdam')::date) as year
      from enrolment
      join edition on edition.id = enrolment.edition_id
      join offering on offering.id = edition.offering_id
      where enrolment.organisation_id = ${organisationId} and enrolment.status = 'completed'
    )
    select
      (select json_agg(json_build_object('year', year, 'people', people))
        from (select year, count(*) as people from done group by year) it) as completed_by_year,
      (select json_agg(json_build_object('title', title, 'people', people) order by people desc, title)
        from (select title, count(*) as people from done where year = ${year}
          group by title order by people desc, title limit ${mostLines}) it) as completed,
      (select json_agg(json_build_object('id', id, 'title', title, 'startsAt', starts_at, 'people', people)
          order by starts_at, id)
        from (select edition.id, offering.title, edition.starts_at, count(*) as people
          from enrolment
          join edition on edition.id = enrolment.edition_id and edition.starts_at > ${now()}
            and edition.status in ('open', 'going_ahead')
          join offering on offering.id = edition.offering_id
          where enrolment.organisation_id = ${organisationId} and enrolment.status in ('requested', 'confirmed')
          group by edition.id, offering.id
          order by edition.starts_at, edition.id limit ${mostLines}) it) as coming`.execute(db)
  return rows[0] as Lists
}

type Entitled = Omit<Appointment, 'organisationId' | 'organisation'> & { personId: number; attended: number }

/**
 * The hours for keeping up to date that the collective agreements give the people who work here now, together, beside
 * what those same people attended for this school this year. Only of those whose agreement is known.
 */
async function readEntitlement(
  db: Db,
  organisationId: number,
  year: number,
): Promise<SchoolReport['entitlement']> {
  const { rows } = await sql<Entitled>`
    select person_id, collective_agreement as agreement, staff_kind as staff, coalesce(part_time_factor, 1) as factor,
      starts_on as "from", ends_on as until,
      coalesce((select sum(minutes) from attended join enrolment on enrolment.id = attended.enrolment_id
        where enrolment.person_id = membership.person_id and enrolment.organisation_id = ${organisationId}
          and attended.school_year = ${year}), 0) as attended
    from membership
    where organisation_id = ${organisationId} and collective_agreement is not null and staff_kind is not null
      and starts_on <= ${today()}::date and (ends_on is null or ends_on >= ${today()}::date)
    limit 2000`.execute(db)
  const entitlements = await listEntitlements(db)
  const byPerson = Map.groupBy(rows, ({ personId }) => personId)
  let [people, minutes, attended] = [0, 0, 0]
  for (const own of byPerson.values()) {
    const appointments = own.map((one) => ({ ...one, organisationId, organisation: '' }))
    const lines = entitlementOf(schoolYearFrom(year), appointments, entitlements)
    if (lines.length === 0) continue
    people++
    minutes += lines.reduce((sum, line) => sum + line.minutes, 0)
    attended += own[0]?.attended ?? 0
  }
  return people < fewestPeople ? undefined : { people, minutes, attended }
}

/** The schools there are figures of, by name: of these organisations, or all. */
export async function listReportedSchools(db: Db, ids: readonly number[] | undefined) {
  return db
    .selectFrom('organisation')
    .select(['id', 'name', 'town'])
    .$if(ids !== undefined, (query) => query.where('id', 'in', [0, ...(ids ?? [])]))
    .$if(ids === undefined, (query) =>
      query.where(sql<boolean>`kinds && array['primary_school', 'secondary_school', 'vocational_college']`),
    )
    .orderBy(sql`plain(name)`)
    .limit(1000)
    .execute()
}
