import { sql } from 'kysely'
import type { Transaction } from '#db/client.server.ts'
import type { Layout } from './layout.ts'

/** Lists from before the portal that were taken over: the demo's own so many times, of other people. */
export async function addPastAttendance(trx: Transaction, { times }: Layout): Promise<void> {
  await sql`
    insert into history_import (file_name, created_by, created_at, state, rows, preview, result, row_count, done_count,
      started_by, started_at, finished_at)
    select 'Lijst ' || copy || ', ' || file_name, created_by, created_at, state, rows, preview, result, row_count,
      done_count, started_by, started_at, finished_at
    from history_import cross join generate_series(0, ${times}::int - 2) copy
    where state = 'done'`.execute(trx)
  await sql`
    insert into past_attendance (import_id, line, person_id, organisation_id, title, held_on, minutes, project_number)
    select list.id, it.line, person.id, membership.organisation_id, it.title, it.held_on, it.minutes, it.project_number
    from (select past_attendance.*, file_name, row_number() over (order by past_attendance.id) as nth,
      count(*) over () as amount from past_attendance join history_import on history_import.id = import_id) it
    cross join generate_series(0, ${times}::int - 2) copy
    join history_import list on list.file_name = 'Lijst ' || copy || ', ' || it.file_name
    join big_person person on person.n = (copy * amount + nth) % (select count(*) from big_person)
    join membership on membership.person_id = person.id and membership.role in ('teacher', 'instructor')`.execute(
    trx,
  )
}
