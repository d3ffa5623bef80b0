import { sql } from 'kysely'
import { now } from '#app/platform/clock.ts'
import { note } from '#app/platform/journal.server.ts'
import { type Db, inTransaction, type Transaction } from '#db/client.server.ts'

/** How long a list that was read waits to be carried out. */
const waitMs = 24 * 3_600_000
/** Letting somebody go has every table look whether they are still there: not too many in one transaction. */
const peopleAtOnce = 100

/** Forgets the lists that nobody carried out in time. */
export async function deleteExpiredHistory(db: Db): Promise<void> {
  await db
    .deleteFrom('historyImport')
    .where('state', '=', 'checked')
    .where('createdAt', '<=', new Date(now().getTime() - waitMs))
    .execute()
}

/** Lets go of who came with a list that was taken back, and whom nothing else in the portal knows. */
export async function forgetHistoryPeople(db: Db): Promise<void> {
  while ((await inTransaction(db, forgetSome)) === peopleAtOnce);
}

async function forgetSome(trx: Transaction): Promise<number> {
  const known = sql.join(
    (await listReferences(trx)).map(
      ({ table, column }) =>
        sql`exists (select from ${sql.table(table)} where ${sql.ref(column)} = person.id)`,
    ),
    sql` or `,
  )
  const { rows } = await sql<{ id: number }>`
    select person.id from history_person
    join history_import on history_import.id = history_person.import_id and history_import.state = 'taken_back'
    join person on person.id = history_person.person_id
    where password_hash is null and not (${known})
    order by person.id limit ${peopleAtOnce} for update of person skip locked`.execute(trx)
  const ids = rows.map(({ id }) => id)
  if (ids.length === 0) return 0
  await trx.deleteFrom('historyPerson').where('personId', 'in', ids).execute()
  await trx.deleteFrom('person').where('id', 'in', ids).execute()
  await note(trx, null, 'history.forget-people', { type: 'person' }, { details: { people: ids.length } })
  return ids.length
}

/** Every column of every table that may point to a person, save the one that says they came with a list. */
async function listReferences(trx: Transaction): Promise<{ table: string; column: string }[]> {
  const { rows } = await sql<{ table: string; column: string }>`
    select conrelid::regclass::text as table, attname as column
    from pg_constraint join pg_attribute on attrelid = conrelid and attnum = any(conkey)
    where contype = 'f' and confrelid = 'person'::regclass and conrelid <> 'history_person'::regclass
    order by 1, 2`.execute(trx)
  return rows
}
