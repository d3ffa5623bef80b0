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
