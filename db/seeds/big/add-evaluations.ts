import { sql } from 'kysely'
import type { Transaction } from '#db/client.server.ts'
import type { Layout } from './layout.ts'

/** What participants thought of closed editions, the latest first: the demo's own answers so many times. */
export async function addEvaluations(trx: Transaction, { times }: Layout): Promise<void> {
  await sql`
    with said as (
      select *, row_number() over (order by edition_id) - 1 as nth, count(*) over () as amount from evaluation
    ), closed as (
      select edition.id, edition.ends_at::date as last_day, row_number() over (order by made.n desc) - 1 as n
      from big_edition_id made join edition on edition.id = made.id and edition.status = 'closed'
    )
    insert into evaluation (edition_id, questions, asked_on, open_until, answers, scores, words)
    select closed.id, questions, last_day + 1, last_day + 15, answers, scores, words
    from said cross join generate_series(0, ${times}::int - 2) copy
    join closed on closed.n = copy * amount + nth`.execute(trx)
}
