import { sql } from 'kysely'
import { now } from '#app/platform/clock.ts'
import { note } from '#app/platform/journal.server.ts'
import type { Db, Transaction } from '#db/client.server.ts'
import type { PastRow } from './history-import.ts'
import { type HistoryPlan, planHistory } from './history-plan.ts'
import { findKnownPeople, type HistoryResult } from './history-queries.server.ts'
import { historyTexts as texts } from './history-texts.ts'

const rowsAtOnce = 500
/** A list that failed as often for no reason we know is left alone. */
const mostAttempts = 5

type Started = { id: number; startedBy: number; rows: PastRow[] }

/**
 * Carries out the lists that were started, one after the other; the job of it, and of every minute, so that a list whose
 * worker was killed is taken up again. Who finds another at work leaves it to them.
 */
export async function carryOutHistory(db: Db): Promise<void> {
  for (;;) {
    const left = await carryOutNext(db)
    if (!left) return
  }
}

/**
 * One list, in one transaction: all of it or nothing, also when the worker dies halfway. How far it is is written beside
 * that transaction, so that the page can tell. False when there was nothing to do, or another is doing it.
 */
async function carryOutNext(db: Db): Promise<boolean> {
  const attempt: { id?: number } = {}
  try {
    return await db.transaction().execute(async (trx) => {
      if (!(await isAlone(trx))) return false
      const started = await findStarted(trx)
      if (!started) return false
      attempt.id = started.id
      await countAttempt(db, started.id)
      await keepFromMerging(trx, started.rows)
      const plan = planHistory(started.rows, await findKnownPeople(trx, started.rows))
      const result = plan.faults.length > 0 ? undefined : await takeOver(db, trx, started, plan)
      await finish(trx, started, result)
      return true
    })
  } catch (error) {
    if (attempt.id !== undefined && (await giveUp(db, attempt.id))) return true
    throw error
  }
}

async function isAlone(trx: Transaction): Promise<boolean> {
  const { rows } = await sql<{ alone: boolean }>`
    select pg_try_advisory_xact_lock(hashtext('history_import')) as alone`.execute(trx)
  return rows[0]?.alone === true
}

async function findStarted(trx: Transaction): Promise<Started | undefined> {
  const { rows } = await sql<Started>`
    select id, started_by, rows from history_import where state = 'started' order by started_at, id limit 1`.execute(
    trx,
  )
  return rows[0]
}

/** Nobody in the list is merged into another while it is carried out; everything else about them may change. */
async function keepFromMerging(trx: Transaction, rows: readonly PastRow[]): Promise<void> {
  const { owners, atSchool } = await findKnownPeople(trx, rows)
  const people = [...new Set([...owners, ...atSchool].map(({ personId }) => personId))]
  await sql`select id from person where id = any(${people}::bigint[]) order by id for key share`.execute(trx)
}

/** Outside the transaction, which would take it back along with everything else. */
async function countAttempt(db: Db, id: number): Promise<void> {
  await sql`update history_import set attempts = attempts + 1, done_count = 0 where id = ${id}`.execute(db)
}

/** After too many attempts the list is marked as failed. Says whether it was. */
async function giveUp(db: Db, id: number): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('historyImport')
    .set({ state: 'failed', failure: texts.failed, finishedAt: now(), rows: '[]', doneCount: 0 })
    .where('id', '=', id)
    .where('state', '=', 'started')
    .where('attempts', '>=', mostAttempts)
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

async function takeOver(
  db: Db,
  trx: Transaction,
  { id }: Started,
  plan: HistoryPlan,
): Promise<HistoryResult> {
  const people = await insertPeople(trx, id, plan.newPeople)
  let added = 0
  let minutes = 0
  for (let from = 0; from < plan.rows.length; from += rowsAtOnce) {
    const part = plan.rows.slice(from, from + rowsAtOnce).map(({ who, ...row }) => ({
      ...row,
      personId: 'personId' in who ? who.personId : people.get(who.newKey),
    }))
    const { rows } = await sql<{ minutes: number }>`
      insert into past_attendance (import_id, line, person_id, organisation_id, title, held_on, minutes, project_number)
      select ${id}, line, "personId", "organisationId", title, "heldOn", minutes, "projectNumber"
      from json_to_recordset(${JSON.stringify(part)}::json) as row(line int, "personId" bigint,
        "organisationId" bigint, title text, "heldOn" date, minutes int, "projectNumber" smallint)
      on conflict do nothing
      returning minutes`.execute(trx)
    added += rows.length
    minutes += rows.reduce((sum, row) => sum + row.minutes, 0)
    await tellHowFar(db, id, from + part.length)
  }
  const known = plan.known.length + plan.rows.length - added
  return { added, newPeople: people.size, known, minutes }
}

/** Beside the transaction, or nobody would see it before the end. */
async function tellHowFar(db: Db, id: number, done: number): Promise<void> {
  await sql`update history_import set done_count = least(${done}::int, row_count) where id = ${id}`.execute(
    db,
  )
}

/** Makes who is new: without an account, and with the address in the list where there was one. By key of the list. */
async function insertPeople(
  trx: Transaction,
  importId: number,
  people: HistoryPlan['newPeople'],
): Promise<Map<string, number>> {
  if (people.length === 0) return new Map()
  const { rows: ids } = await sql<{ id: number }>`
    select nextval(pg_get_serial_sequence('person', 'id')) as id
    from generate_series(1, ${people.length}::int)`.execute(trx)
  const made = people.map((person, index) => ({ ...person, personId: ids[index]?.id as number }))
  await sql`
    with made as (
      select * from json_to_recordset(${JSON.stringify(made)}::json)
        as row("personId" bigint, "givenName" text, "familyName" text, address text)
    ), person as (
      insert into person (id, given_name, family_name, created_at) overriding system value
      select "personId", "givenName", "familyName", ${now()}::timestamptz from made
    ), address as (
      insert into email_address (person_id, address, is_primary, created_at)
      select "personId", address, true, ${now()}::timestamptz from made where address is not null
      -- What somebody claimed and never confirmed stays theirs to confirm.
      on conflict on constraint email_address_unique do nothing
    )
    insert into history_person (person_id, import_id) select "personId", ${importId} from made`.execute(trx)
  return new Map(made.map(({ key, personId }) => [key, personId]))
}

async function finish(trx: Transaction, { id, startedBy }: Started, result?: HistoryResult): Promise<void> {
  const outcome = result
    ? { state: 'done', result: JSON.stringify(result) }
    : { state: 'failed', failure: texts.outOfDate, doneCount: 0 }
  await trx
    .updateTable('historyImport')
    .set({ ...outcome, rows: '[]', finishedAt: now() })
    .where('id', '=', id)
    .execute()
  if (!result) return
  await note(
    trx,
    { personId: startedBy },
    'history.take-over',
    { type: 'history_import', id },
    { details: result },
  )
}
