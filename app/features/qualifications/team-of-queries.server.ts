import { sql } from 'kysely'
import type { Actor } from '#app/access/actor.ts'
import { today } from '#app/platform/clock.ts'
import type { Db, Transaction } from '#db/client.server.ts'

/** The teams somebody is in today, of all their employers or of one: their leads see what the job needs, and act for it. */
export async function teamsOf(
  db: Db | Transaction,
  personId: number,
  employer?: { organisationId: number },
): Promise<number[]> {
  const { rows } = await sql<{ teamId: number }>`
    select distinct team_id from membership where person_id = ${personId} and team_id is not null and ${worksToday()}
      and organisation_id = coalesce(${employer?.organisationId ?? null}::bigint, organisation_id)
    limit 50`.execute(db)
  return rows.map(({ teamId }) => teamId)
}

/** `since`: the first day of the work there that goes on today. */
export type Employer = { id: number; name: string; since: string }

/** The employers of somebody for whom this person may act: of the teams they lead, or any for a coordinator. By name. */
export async function listEmployersFor(
  db: Db | Transaction,
  actor: Actor,
  personId: number,
): Promise<Employer[]> {
  const { rows } = await sql<Employer>`
    select organisation.id, organisation.name, min(starts_on) as since
    from membership join organisation on organisation.id = membership.organisation_id
    where person_id = ${personId} and ${worksToday()}
      and (${actor.isCoordinator} or team_id = any(${[...actor.leads]}::bigint[]))
    group by organisation.id, organisation.name
    order by organisation.name
    limit 50`.execute(db)
  return rows
}

/** Whoever this person may see the dossiers of, as SQL that selects ids; never themselves. */
export const peopleLedBy = (actor: Actor) => sql`
  select person_id from membership
  where team_id = any(${[...actor.leads]}::bigint[]) and person_id <> ${actor.personId} and ${worksToday()}`

/** The same for who decides: everybody but themselves for a coordinator. */
export const peopleSeenBy = (actor: Actor) =>
  actor.isCoordinator ? sql`select id from person where id <> ${actor.personId}` : peopleLedBy(actor)

export const worksToday = () =>
  sql`starts_on <= ${today()}::date and (ends_on is null or ends_on >= ${today()}::date)`
