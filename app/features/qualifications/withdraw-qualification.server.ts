import type { Actor } from '#app/access/actor.ts'
import { authorize } from '#app/access/authorize.ts'
import { now } from '#app/platform/clock.ts'
import { note } from '#app/platform/journal.server.ts'
import { notFound, Refusal } from '#app/platform/refusal.ts'
import { type Db, inTransaction } from '#db/client.server.ts'
import { qualificationTexts as texts } from './qualification-texts.ts'

/** A coordinator takes back what was entered: it stays, as withdrawn, with the reason. */
export async function withdrawQualification(
  db: Db,
  actor: Actor,
  qualification: { id: number },
  input: { reason: string },
): Promise<void> {
  authorize(actor, 'qualification.manage')
  await inTransaction(db, async (trx) => {
    const row = await trx
      .selectFrom('qualification')
      .select(['id', 'personId', 'withdrawnAt'])
      .where('id', '=', qualification.id)
      .forUpdate()
      .executeTakeFirst()
    if (!row) throw notFound()
    if (row.withdrawnAt) throw new Refusal(texts.withdrawnAlready)
    await trx
      .updateTable('qualification')
      .set({ withdrawnAt: now(), withdrawnBy: actor.personId, withdrawnReason: input.reason })
      .where('id', '=', row.id)
      .execute()
    await note(
      trx,
      actor,
      'qualification.withdraw',
      { type: 'person', id: row.personId },
      {
        reason: input.reason,
        details: { qualificationId: row.id },
      },
    )
  })
}
