import { sql } from 'kysely'
import type { Actor } from '#app/access/actor.ts'
import { authorize } from '#app/access/authorize.ts'
import { now } from '#app/platform/clock.ts'
import { note } from '#app/platform/journal.server.ts'
import { orNotFound, Refusal } from '#app/platform/refusal.ts'
import { type Db, inTransaction } from '#db/client.server.ts'
import { historyTexts as texts } from './history-texts.ts'

/**
 * Takes a list that was carried out back whole. Who is in the portal by this list alone goes as well: their address at
 * once, so that nobody reaches it any more, and they themselves by a job.
 */
export function takeBackHistory(
  db: Db,
  actor: Actor,
  { importId }: { importId: number },
  { reason }: { reason: string },
): Promise<{ rows: number; people: number }> {
  authorize(actor, 'history.import')
  return inTransaction(db, async (trx) => {
    const kept = orNotFound(
      await trx
        .selectFrom('historyImport')
        .select('state')
        .where('id', '=', importId)
        .forUpdate()
        .executeTakeFirst(),
    )
    if (kept.state !== 'done') throw new Refusal(texts.notTakenOver)
    const { numDeletedRows } = await trx
      .deleteFrom('pastAttendance')
      .where('importId', '=', importId)
      .executeTakeFirst()
    const { rows: people } = await sql`
      select from history_person where import_id = ${importId}
        and not exists (select from past_attendance where person_id = history_person.person_id)
        and not exists (select from enrolment where person_id = history_person.person_id)
        and not exists (select from membership where person_id = history_person.person_id)`.execute(trx)
    await sql`
      delete from email_address using history_person, person
      where history_person.import_id = ${importId} and email_address.person_id = history_person.person_id
        and person.id = email_address.person_id and confirmed_at is null and password_hash is null
        and not exists (select from past_attendance where person_id = person.id)
        and not exists (select from enrolment where person_id = person.id)
        and not exists (select from membership where person_id = person.id)`.execute(trx)
    const done = { rows: Number(numDeletedRows), people: people.length }
    await trx
      .updateTable('historyImport')
      .set({ state: 'taken_back', takenBackAt: now(), takenBackBy: actor.personId, takenBackReason: reason })
      .where('id', '=', importId)
      .execute()
    await note(
      trx,
      actor,
      'history.take-back',
      { type: 'history_import', id: importId },
      { reason, details: done },
    )
    await sql`select graphile_worker.add_job('forget-history-people')`.execute(trx)
    return done
  })
}
