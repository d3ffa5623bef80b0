import { sql } from 'kysely'
import { today } from '#app/platform/clock.ts'
import type { Db } from '#db/client.server.ts'
import type { Actor, ActorMembership } from './actor.ts'

type Row = {
  name: string
  roles: string[] | null
  memberships: ActorMembership[] | null
  editions: number[] | null
  meetings: number[] | null
}

/** Who this person is to the permissions, today; undefined for somebody who may not log in any more. One query. */
export async function findActor(db: Db, personId: number): Promise<Actor | undefined> {
  const { rows } = await sql<Row>`
    select person.name,
      (select json_agg(role) from region_role where person_id = person.id) as roles,
      (select json_agg(json_build_object(
          'id', membership.id, 'organisationId', organisation.id, 'organisationName', organisation.name,
          'teamId', team.id, 'teamName', team.name, 'role', membership.role) order by membership.id)
        from membership
        join organisation on organisation.id = membership.organisation_id
        left join team on team.id = membership.team_id
        where membership.person_id = person.id
          and membership.starts_on <= ${today()}::date
          and (membership.ends_on is null or membership.ends_on >= ${today()}::date)) as memberships,
      (select json_agg(edition_id) from edition_trainer where person_id = person.id) as editions,
      (select json_agg(meeting_id) from meeting_trainer where person_id = person.id) as meetings
    from person
    where person.id = ${personId} and person.deactivated_at is null and person.merged_into_id is null
  `.execute(db)
  const row = rows[0]
  if (!row) return undefined
  const roles = new Set(row.roles)
  const memberships = row.memberships ?? []
  return {
    personId,
    name: row.name,
    isCoordinator: roles.has('coordinator'),
    isReviewer: roles.has('reviewer'),
    isAdministrator: roles.has('administrator'),
    memberships,
    leads: new Set(
      memberships
        .filter(({ role, teamId }) => teamId !== null && (role === 'team_lead' || role === 'deputy_lead'))
        .map(({ teamId }) => teamId as number),
    ),
    trains: new Set(row.editions),
    trainsMeetings: new Set(row.meetings),
  }
}
