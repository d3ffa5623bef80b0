import { now } from '#app/platform/clock.ts'
import { note } from '#app/platform/journal.server.ts'
import { orNotFound } from '#app/platform/refusal.ts'
import { type Db, inTransaction } from '#db/client.server.ts'

/** Takes a refused mail off the list: somebody has seen to it. The caller has asked whether they may. */
export async function handleRefusedMail(db: Db, actor: { personId: number }, mailId: number): Promise<void> {
  await inTransaction(db, async (trx) => {
    const mail = orNotFound(
      await trx
        .updateTable('outbox')
        .set({ handledAt: now() })
        .where('id', '=', mailId)
        .where('refusedAt', 'is not', null)
        .returning('id')
        .executeTakeFirst(),
    )
    await note(trx, actor, 'mail.handle', { type: 'outbox', id: mail.id })
  })
}
