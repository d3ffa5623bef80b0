import { sql } from 'kysely'
import { today } from '#app/platform/clock.ts'
import type { Db, Transaction } from '#db/client.server.ts'

export type Approver = { personId: number; name: string }
export type Approvers = { as: 'lead' | 'deputy' | 'coordinator'; people: Approver[] }

/**
 * Who decides for a team: its leads, without those its deputies, without either the coordinators. Nobody decides for
 * themselves. `from` starts further along: a deputy is asked when the lead doesn't answer, then the coordinator.
 */
export async function findApprovers(
  db: Db | Transaction,
  teamId: number | null,
  exceptPersonId: number,
  from: Approvers['as'] = 'lead',
): Promise<Approvers> {
  const { rows } = await sql<Approver & { as: Approvers['as'] }>`
    select person.id as person_id, person.name, found.as
    from (
      select person_id, case role when 'team_lead' then 'lead' else 'deputy' end as as
      from membership
      where team_id = ${teamId} and role in ('team_lead', 'deputy_lead')
        and starts_on <= ${today()}::date and (ends_on is null or ends_on >= ${today()}::date)
      union
      select person_id, 'coordinator' from region_role where role = 'coordinator'
    ) found
    join person on person.id = found.person_id and person.deactivated_at is null and person.merged_into_id is null
    where person.id <> ${exceptPersonId}
    order by person.sort_name
    limit 50`.execute(db)
  const order: Approvers['as'][] = ['lead', 'deputy', 'coordinator']
  for (const as of order.slice(order.indexOf(from))) {
    const people = rows.filter((row) => row.as === as).map(({ personId, name }) => ({ personId, name }))
    if (people.length > 0) return { as, people }
  }
  return { as: 'coordinator', people: [] }
}

/** Who else of a team is away on the days of this edition, by name: at whatever edition they have a place. */
export async function listAway(
  db: Db | Transaction,
  teamId: number,
  editionId: number,
  exceptPersonId: number,
): Promise<string[]> {
  const { rows } = await sql<{ name: string }>`
    select distinct person.name, person.sort_name
    from meeting mine
    join meeting other on other.status = 'planned'
      and other.starts_at > mine.starts_at - interval '24 hours' and other.starts_at < mine.starts_at + interval '24 hours'
      and other.starts_at::date = mine.starts_at::date
    join enrolment on enrolment.edition_id = other.edition_id
      and enrolment.status in ('requested', 'confirmed') and enrolment.team_id = ${teamId}
      and enrolment.person_id <> ${exceptPersonId}
      and exists (select from membership where membership.person_id = enrolment.person_id
        and membership.team_id = enrolment.team_id
        and (membership.ends_on is null or membership.ends_on >= ${today()}::date))
    join person on person.id = enrolment.person_id
    where mine.edition_id = ${editionId} and mine.status = 'planned'
    order by person.sort_name
    limit 30`.execute(db)
  return rows.map(({ name }) => name)
}
