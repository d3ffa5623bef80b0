import { sql } from 'kysely'
import type { Transaction } from '#db/client.server.ts'
import type { Layout } from './layout.ts'

/** Who would come and what is missed: the demo's own so many times, of other people, and for other offerings. */
export async function addInterest(trx: Transaction, { times }: Layout): Promise<void> {
  await sql`
    insert into interest (offering_id, person_id, organisation_id, team_id, people, half_days, remark, created_at,
      changed_at)
    select offering.id, person.id, membership.organisation_id, membership.team_id, people, half_days, remark,
      it.created_at, it.changed_at
    from (select *, row_number() over (order by id) as nth, count(*) over () as amount from interest) it
    cross join generate_series(0, ${times}::int - 2) copy
    join big_offering offering on offering.n = copy % (select count(*) from big_offering)
    join big_person person on person.n = (copy * amount + nth) % (select count(*) from big_person)
    join membership on membership.person_id = person.id and membership.role in ('teacher', 'instructor')`.execute(
    trx,
  )
  await sql`
    insert into wish (person_id, organisation_id, team_id, what, why, people, profile_code, exam_module_code,
      qualification_type_code, half_days, created_at)
    select person.id, membership.organisation_id, membership.team_id, what, why, people, profile_code,
      exam_module_code, qualification_type_code, half_days, it.created_at - copy * interval '1 hour'
    from (select *, row_number() over (order by id) as nth, count(*) over () as amount from wish where state = 'open') it
    cross join generate_series(0, ${times}::int - 2) copy
    join big_person person on person.n = (copy * amount + nth) % (select count(*) from big_person)
    join membership on membership.person_id = person.id and membership.role in ('teacher', 'instructor')`.execute(
    trx,
  )
}
