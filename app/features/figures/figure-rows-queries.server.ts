import { type RawBuilder, sql } from 'kysely'
import type { Db } from '#db/client.server.ts'
import type { FigureFilter, Measure } from './figure.ts'
import { factsOf, isCompany, isSchool } from './figure-facts.server.ts'

export type ParticipationRow = {
  participation: number
  personId: number
  name: string
  organisationId: number | null
  organisation: string | null
  title: string
  code: string | null
  editionId: number | null
  projectNumber: number | null
  firstDay: string
  minutes: number
  takenOver: boolean
}
export type PersonRow = {
  personId: number
  name: string
  organisations: string | null
  participations: number
  minutes: number
}
export type OrganisationRow = {
  organisationId: number
  name: string
  town: string
  people: number
  participations: number
  minutes: number
  cents: number
}
export type ContributionRow = {
  id: number
  day: string
  organisationId: number
  organisation: string
  what: string
  source: string
  projectNumber: number
  minutes: number
  cents: number
}

export type FigureRows =
  | { kind: 'participation'; rows: ParticipationRow[]; total: number }
  | { kind: 'person'; rows: PersonRow[]; total: number }
  | { kind: 'organisation'; rows: OrganisationRow[]; total: number }
  | { kind: 'contribution'; rows: ContributionRow[]; total: number }

type Part = { most: number; skip: number }

/** The rows behind one number, in a stated order; `total` counts them all. */
export async function listFigureRows(
  db: Db,
  measure: Measure,
  filter: FigureFilter,
  part: Part,
): Promise<FigureRows> {
  switch (measure) {
    case 'participations':
    case 'minutes':
      return { kind: 'participation', ...(await rowsOf<ParticipationRow>(db, filter, participations, part)) }
    case 'people':
      return { kind: 'person', ...(await rowsOf<PersonRow>(db, filter, people, part)) }
    case 'schools':
      return { kind: 'organisation', ...(await rowsOf<OrganisationRow>(db, filter, schools, part)) }
    case 'companies':
      return { kind: 'organisation', ...(await rowsOf<OrganisationRow>(db, filter, companies, part)) }
    case 'cents':
      return { kind: 'contribution', ...(await rowsOf<ContributionRow>(db, filter, contributions, part)) }
  }
}

async function rowsOf<Row>(
  db: Db,
  filter: FigureFilter,
  query: RawBuilder<unknown>,
  { most, skip }: Part,
): Promise<{ rows: Row[]; total: number }> {
  const { rows } = await sql<Row & { total: number }>`
    with fact as (${factsOf(filter)}) ${query} limit ${most} offset ${skip}`.execute(db)
  return { total: rows[0]?.total ?? 0, rows: rows.map(({ total: _, ...row }) => row as Row) }
}

const participations = sql`
  , counted as (
    select participation, person_id, organisation_id, min(day) as first_day, sum(minutes) as minutes,
      count(*) over () as total
    from fact where participation is not null
    group by participation, person_id, organisation_id
  )
  select counted.*, person.name, organisation.name as organisation, edition.id as edition_id, edition.code,
    coalesce(offering.title, past_attendance.title) as title,
    coalesce(offering.project_number, past_attendance.project_number) as project_number,
    counted.participation < 0 as taken_over
  from counted
  join person on person.id = counted.person_id
  left join organisation on organisation.id = counted.organisation_id
  left join enrolment on enrolment.id = counted.participation
  left join edition on edition.id = enrolment.edition_id
  left join offering on offering.id = edition.offering_id
  left join past_attendance on past_attendance.id = -counted.participation
  order by counted.first_day desc, person.sort_name, counted.participation`

const people = sql`
  select fact.person_id, person.name,
    string_agg(distinct organisation.name, ', ') as organisations,
    count(distinct participation) as participations, sum(minutes) as minutes, count(*) over () as total
  from fact
  join person on person.id = fact.person_id
  left join organisation on organisation.id = fact.organisation_id
  group by fact.person_id, person.name, person.sort_name
  order by person.sort_name, fact.person_id`

const organisations = (kind: RawBuilder<boolean>, having: RawBuilder<unknown>) => sql`
  select organisation.id as organisation_id, organisation.name, organisation.town,
    count(distinct fact.person_id) as people, count(distinct participation) as participations,
    sum(minutes) as minutes, sum(cents) as cents, count(*) over () as total
  from fact join organisation on organisation.id = fact.organisation_id and ${kind}
  group by organisation.id
  ${having}
  order by organisation.name, organisation.id`
const schools = organisations(isSchool, sql`having count(fact.person_id) > 0`)
const companies = organisations(isCompany, sql``)

const contributions = sql`
  select contribution.id, contribution.day, contribution.organisation_id, organisation.name as organisation,
    contribution.what, contribution.source_words as source, contribution.project_number,
    coalesce(contribution.minutes, 0) as minutes, contribution.cents, count(*) over () as total
  from fact
  join contribution on contribution.id = fact.contribution_id
  join organisation on organisation.id = contribution.organisation_id
  order by contribution.day desc, contribution.id desc`
