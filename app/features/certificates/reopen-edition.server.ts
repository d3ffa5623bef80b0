import type { Actor } from '#app/access/actor.ts'
import { authorize } from '#app/access/authorize.ts'
import { now } from '#app/platform/clock.ts'
import { note } from '#app/platform/journal.server.ts'
import { orNotFound, Refusal } from '#app/platform/refusal.ts'
import { type Db, inTransaction } from '#db/client.server.ts'

/** Opens a closed edition again, to mend or make up something. What was issued stays. */
export async function reopenEdition(
  db: Db,
  actor: Actor,
  editionId: number,
  { reason }: { reason: string },
): Promise<void> {
  authorize(actor, 'edition.reopen')
  return inTransaction(db, async (trx) => {
    const edition = orNotFound(
      await trx
        .selectFrom('edition')
        .select('status')
        .where('id', '=', editionId)
        .forUpdate()
        .executeTakeFirst(),
    )
    if (edition.status !== 'closed') throw new Refusal('Deze uitvoering is niet afgerond.')
    await trx
      .updateTable('edition')
      .set({ status: 'going_ahead', closedAt: null })
      .where('id', '=', editionId)
      .execute()
    await trx
      .updateTable('enrolment')
      .set({ status: 'confirmed', statusChangedAt: now() })
      .where('editionId', '=', editionId)
      .where('status', 'in', ['completed', 'not_completed'])
      .execute()
    await note(trx, actor, 'edition.reopen', { type: 'edition', id: editionId }, { reason })
  })
}
