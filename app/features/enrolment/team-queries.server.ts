import { sql } from 'kysely'
import type { Actor } from '#app/access/actor.ts'
import { now } from '#app/platform/clock.ts'
import type { Db } from '#db/client.server.ts'
import type { EnrolmentStatus } from './enrolment.ts'
import type { TeamAbsence } from './team-absence.ts'
import { findTeamAbsences } from './team-absence-queries.server.ts'
import { isTeamMatter } from './team-matter.server.ts'

export type TeamRequest = {
  id: number
  name: string
  givenName: string
  teamName: string | null
  title: string
  status: EnrolmentStatus
  note: string | null
  askedAt: Date
  startsAt: Date
  endsAt: Date
  meetings: number
  lessonsToCover: number
  /** Who else of the team is away on its half-days. */
  absence: TeamAbsence | undefined
}

/**
 * The requests that this person may decide: those of the teams they lead, and for a coordinator also those that were
 * put to the coordinator. The oldest first.
 */
export async function listTeamRequests(db: Db, actor: Actor): Promise<TeamRequest[]> {
  type Row = Omit<TeamRequest, 'absence'> & { personId: number; teamId: number | null; editionId: number }
  const { rows } = await sql<Row>`
    select enrolment.id, person.name, person.given_name, team.name as team_name, offering.title, enrolment.status,
      enrolment.note, coalesce(enrolment.approval_asked_at, enrolment.created_at) as asked_at,
      edition.starts_at, edition.ends_at,
      (select count(*) from meeting where edition_id = edition.id and status = 'planned') as meetings,
      enrolment.person_id, enrolment.team_id, enrolment.edition_id, offering.lessons_to_cover
    from enrolment
    join person on person.id = enrolment.person_id
    join edition on edition.id = enrolment.edition_id and edition.starts_at > ${now()}
    join offering on offering.id = edition.offering_id
    left join team on team.id = enrolment.team_id
    where enrolment.approval = 'pending' and enrolment.status in ('requested', 'waitlisted', 'offered')
      and enrolment.person_id <> ${actor.personId}
      and ((enrolment.team_id = any(${[...actor.leads]}::bigint[]) and ${isTeamMatter()})
        or (${actor.isCoordinator}::boolean and enrolment.approval_to_coordinator_at is not null))
    order by asked_at, enrolment.id
    limit 50`.execute(db)
  const absences = await findTeamAbsences(
    db,
    rows.flatMap(({ id, teamId, editionId, personId }) =>
      teamId === null ? [] : [{ key: id, teamId, editionId, exceptPersonId: personId }],
    ),
  )
  return rows.map(({ personId: _, teamId: __, editionId: ___, ...row }) => ({
    ...row,
    absence: absences.get(row.id),
  }))
}

export type TeamEdition = {
  id: number
  title: string
  startsAt: Date
  endsAt: Date
  meetings: number
  /** By name. */
  people: { enrolmentId: number; name: string; status: EnrolmentStatus }[]
}

/** What the members of these teams go to from now on, as far as their lead may know of it; the first day first. */
export async function listTeamEditions(db: Db, teamIds: readonly number[]): Promise<TeamEdition[]> {
  const { rows } = await sql<TeamEdition>`
    select edition.id, offering.title, edition.starts_at, edition.ends_at,
      (select count(*) from meeting where edition_id = edition.id and status = 'planned') as meetings,
      json_agg(json_build_object('enrolmentId', enrolment.id, 'name', person.name, 'status', enrolment.status)
        order by person.sort_name) as people
    from enrolment
    join person on person.id = enrolment.person_id
    join edition on edition.id = enrolment.edition_id and edition.ends_at > ${now()}
    join offering on offering.id = edition.offering_id
    where enrolment.team_id = any(${[...teamIds]}::bigint[])
      and enrolment.status in ('requested', 'confirmed', 'waitlisted', 'offered')
      and ${isTeamMatter()}
    group by edition.id, offering.id
    order by edition.starts_at, edition.id
    limit 60`.execute(db)
  return rows
}
