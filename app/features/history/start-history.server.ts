import { sql } from 'kysely'
import type { Actor } from '#app/access/actor.ts'
import { authorize } from '#app/access/authorize.ts'
import { now } from '#app/platform/clock.ts'
import { note } from '#app/platform/journal.server.ts'
import { orNotFound } from '#app/platform/refusal.ts'
import { type Db, inTransaction } from '#db/client.server.ts'

/**
 * Has a list that was checked carried out, by a job: whoever pressed may leave the page. Pressed twice, or by two
 * coordinators, it is carried out once.
 */
export function startHistoryImport(db: Db, actor: Actor, { importId }: { importId: number }): Promise<void> {
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
    if (kept.state !== 'checked') return
    await trx
      .updateTable('historyImport')
      .set({ state: 'started', startedBy: actor.personId, startedAt: now() })
      .where('id', '=', importId)
      .execute()
    await note(trx, actor, 'history.import', { type: 'history_import', id: importId })
    await sql`select graphile_worker.add_job('carry-out-history')`.execute(trx)
  })
}
