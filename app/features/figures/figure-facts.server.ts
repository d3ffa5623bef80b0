import { type RawBuilder, type SqlBool, sql } from 'kysely'
import { type Dimension, dimensions, type FigureFilter, none } from './figure.ts'

/**
 * Everything that figures count, a row each: what somebody attended in a school year, what was taken over from before
 * the portal, and what a company brought. A new source of figures is one more part of this union. Everything is there to
 * be joined; it says `left` so that PostgreSQL leaves out what a question does not need.
 */
const facts = sql`
  select 'attended' as source, attended.enrolment_id as participation, enrolment.person_id, enrolment.organisation_id,
    offering.id as offering_id, offering.project_number, attended.school_year, attended.minutes, 0 as cents,
    attended.first_day as day, null::bigint as contribution_id
  from attended
  left join enrolment on enrolment.id = attended.enrolment_id
  left join edition on edition.id = enrolment.edition_id
  left join offering on offering.id = edition.offering_id
  union all
  select 'taken_over', -past_attendance.id, person_id, organisation_id, null, project_number, school_year(held_on),
    minutes, 0, held_on, null
  from past_attendance
  union all
  select 'contributed', null, null, contribution_value.organisation_id, edition.offering_id,
    contribution_value.project_number, contribution_value.school_year, 0, cents, day, contribution_value.id
  from contribution_value
  left join meeting on contribution_value.source_kind = 'meeting' and meeting.id = contribution_value.source_id
  left join edition on edition.id = meeting.edition_id
  where counts`

/** What must hold of a fact for it to have this value of a dimension. */
const holds: Record<Dimension, (value: string) => RawBuilder<SqlBool>> = {
  year: (value) => sql`fact.school_year = ${Number(value.slice(0, 4))}`,
  project: (value) =>
    value === none ? sql`fact.project_number is null` : sql`fact.project_number = ${Number(value)}`,
  organisation: (value) =>
    value === none ? sql`fact.organisation_id is null` : sql`fact.organisation_id = ${Number(value)}`,
  goal: (value) =>
    value === none
      ? sql`not exists (select from project_goal where project_number = fact.project_number)`
      : sql`exists (select from project_goal
          where project_number = fact.project_number and goal_number = ${Number(value)})`,
  profile: (value) =>
    value === none
      ? sql`not exists (select from offering_profile where offering_id = fact.offering_id)`
      : sql`exists (select from offering_profile
          where offering_id = fact.offering_id and profile_code = ${value})`,
}

/** The facts that fit the filter, for a `with`: `fact`. */
export function factsOf(filter: FigureFilter): RawBuilder<unknown> {
  const parts: RawBuilder<SqlBool>[] = dimensions.flatMap((dimension) => {
    const value = filter[dimension]
    return value === undefined ? [] : [holds[dimension](value)]
  })
  const where = parts.length > 0 ? sql`where ${sql.join(parts, sql` and `)}` : sql``
  return sql`select * from (${facts}) fact ${where}`
}

/** The value of a dimension for each fact, as text: several where a project has two goals, an offering two profiles. */
export const keyOf: Record<Dimension, { key: RawBuilder<string | null>; join: RawBuilder<unknown> }> = {
  year: { key: sql`fact.school_year::text`, join: sql`` },
  project: { key: sql`fact.project_number::text`, join: sql`` },
  organisation: { key: sql`fact.organisation_id::text`, join: sql`` },
  goal: {
    key: sql`project_goal.goal_number::text`,
    join: sql`left join project_goal on project_goal.project_number = fact.project_number`,
  },
  profile: {
    key: sql`offering_profile.profile_code`,
    join: sql`left join offering_profile on offering_profile.offering_id = fact.offering_id`,
  },
}

const schoolKinds = sql`array['primary_school', 'secondary_school', 'vocational_college']`
/** Whether an organisation counts as a school, and as a company. Some are both. */
export const isSchool = sql<boolean>`organisation.kinds && ${schoolKinds}`
export const isCompany = sql<boolean>`'company' = any(organisation.kinds)`
