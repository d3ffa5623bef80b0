import { sql } from 'kysely'
import { today } from '#app/platform/clock.ts'
import type { Db, Transaction } from '#db/client.server.ts'

/** One place somebody works: a school, with a team where there is one. */
export type School = {
  membershipId: number
  organisationId: number
  organisationName: string
  teamId: number | null
  teamName: string | null
  /** Whether this team wants to approve this person: nobody approves themselves. */
  needsApproval: boolean
}

/**
 * Where a person works today, each school and team once, in order of name. Who is in a team goes for that team: a
 * second line at the same school without one, which anybody can add to their own account, does not get around it.
 */
export async function listSchools(db: Db | Transaction, personId: number): Promise<School[]> {
  const { rows } = await sql<School>`
    select min(membership.id) as membership_id, organisation.id as organisation_id,
      organisation.name as organisation_name, team.id as team_id, team.name as team_name,
      coalesce(team.approves_enrolments, false) and not bool_or(membership.role = 'team_lead') as needs_approval
    from membership
    join organisation on organisation.id = membership.organisation_id
    left join team on team.id = membership.team_id
    where membership.person_id = ${personId} and membership.starts_on <= ${today()}::date
      and (membership.ends_on is null or membership.ends_on >= ${today()}::date)
      and (membership.team_id is not null or not exists (
        select from membership teamed
        where teamed.person_id = membership.person_id and teamed.organisation_id = membership.organisation_id
          and teamed.team_id is not null and teamed.starts_on <= ${today()}::date
          and (teamed.ends_on is null or teamed.ends_on >= ${today()}::date)))
    group by organisation.id, team.id
    order by organisation.name, team.name nulls first
    limit 20`.execute(db)
  return rows
}
