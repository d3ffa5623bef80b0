import { type RawBuilder, sql } from 'kysely'
import { now, today } from '#app/platform/clock.ts'
import type { Db, Transaction } from '#db/client.server.ts'

/** How long ago something may have lapsed to be looked for still, months: who let it go for longer does other work. */
const lapsedMonths = 12

/**
 * Who holds something that ends on `until` at the latest, or ended within the last year, and is not enrolled in anything
 * that renews it; a row for each person, sort and scope, with the school where they teach. As a query.
 */
const needing = (until: string, typeCode?: string): RawBuilder<unknown> => sql`
  select held.person_id, held.type_code, held.valid_until as last_day, school.organisation_id, school.team_id
  from (
    select person_id, type_code, max(coalesce(valid_until, 'infinity')) as valid_until
    from qualification
    where withdrawn_at is null and verification <> 'refused'
      ${typeCode ? sql`and type_code = ${typeCode}` : sql``}
    group by person_id, type_code, coalesce(plain(scope), '')
    having max(coalesce(valid_until, 'infinity')) between
      ${today()}::date - make_interval(months => ${lapsedMonths}::int) and ${until}::date
  ) held
  join person on person.id = held.person_id and deactivated_at is null and merged_into_id is null
  cross join lateral (
    select organisation_id, team_id from membership
    where membership.person_id = held.person_id and role in ('teacher', 'instructor', 'team_lead', 'deputy_lead')
      and starts_on <= ${today()}::date and (ends_on is null or ends_on >= ${today()}::date)
    order by team_id is null, id limit 1) school
  where not exists (
    select from enrolment
    join edition on edition.id = enrolment.edition_id and edition.ends_at > ${now()}
      and edition.status in ('open', 'going_ahead')
    join offering on offering.id = edition.offering_id
    where enrolment.person_id = held.person_id
      and held.type_code in (offering.awards_on_test, offering.prepares_for)
      and enrolment.status in ('unconfirmed', 'requested', 'confirmed', 'waitlisted', 'offered'))`

export type RadarLine = {
  typeCode: string
  title: string
  people: number
  /** Of those, whom it lapsed for already. */
  lapsed: number
  /** The most people first. */
  schools: { name: string; people: number }[]
  firstDay: string
}

/** What people have to renew before a day, by sort; what most people need comes first. */
export async function listRadar(db: Db, until: string): Promise<RadarLine[]> {
  const { rows } = await sql<RadarLine>`
    with needing as (${needing(until)}), by_school as (
      select type_code, organisation_id, count(distinct person_id) as people from needing group by 1, 2
    )
    select needing.type_code, type.title, count(distinct needing.person_id) as people,
      count(distinct needing.person_id) filter (where last_day < ${today()}::date) as lapsed,
      min(last_day) as first_day,
      (select json_agg(json_build_object('name', organisation.name, 'people', people) order by people desc, organisation.name)
        from by_school join organisation on organisation.id = by_school.organisation_id
        where by_school.type_code = needing.type_code) as schools
    from needing join qualification_type type on type.code = needing.type_code
    group by needing.type_code, type.title
    order by people desc, type.title
    limit 100`.execute(db)
  return rows
}

export type RadarPerson = {
  personId: number
  name: string
  organisationId: number
  teamId: number | null
  organisation: string
  lastDay: string
}

/** Who has to renew one sort before a day, the first to lapse first; each once. */
export async function listRadarPeople(
  db: Db | Transaction,
  typeCode: string,
  until: string,
): Promise<RadarPerson[]> {
  const { rows } = await sql<RadarPerson>`
    select needing.person_id, person.name, min(needing.organisation_id) as organisation_id,
      min(needing.team_id) as team_id, min(organisation.name) as organisation, min(last_day) as last_day
    from (${needing(until, typeCode)}) needing
    join person on person.id = needing.person_id
    join organisation on organisation.id = needing.organisation_id
    group by needing.person_id, person.name, person.sort_name
    order by last_day, person.sort_name, needing.person_id
    limit 500`.execute(db)
  return rows
}
